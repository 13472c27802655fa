//! [`Document`] -> [`Quantity`]: amount or range, unit, "about", "at least", and what is counted.

mod amount;
mod bound;
mod counted;
mod digits;
mod number;
mod other_number;
mod range;
mod table;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use amount::Amount;
use bound::Bounds;
use number::Form;
use words::Words;

use crate::language::Document;
use crate::span::Span;

/// A counted or measured amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its place, with its unit and its "about" or "at least".
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The least amount, in the unit; `None` where nothing bounds it below ("at most 5").
    pub low: Option<f64>,
    /// The greatest amount; a plain 5 has low = high; "more than 5" has none.
    pub high: Option<f64>,
    /// Whether the text says "about", "some", "nearly", or gives a vague number ("dozens").
    pub approximate: bool,
    /// What it is measured in.
    pub unit: Unit,
    /// The token that heads what is counted: "people" in "at least 12 people".
    pub counted: Option<usize>,
    /// How the number is written, so that rounding can be told: 1.25 million has step 10,000; 1,200 has step 100.
    pub step: f64,
    /// Whether it is an ordinal: "third".
    pub ordinal: bool,
}

/// What an amount is measured in. Amounts are converted to the base unit of their dimension.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things or people: the lemma of what is counted ("person", "fire").
    Count(String),
    /// Money, by currency code.
    Money(&'static str),
    /// Parts of a hundred.
    Percent,
    /// Percentage points.
    Points,
    /// A physical dimension, by the name of its base unit: "metre", "kilogram", "second", "kelvin".
    Physical(&'static str),
    /// A bare number.
    None,
}

impl Quantity {
    /// Whether the amounts lie within four times of each other: a pipeline's length and its width are two figures.
    pub fn is_of_one_size(&self, other: &Self) -> bool {
        let size = |quantity: &Self| quantity.low.or(quantity.high).unwrap_or(0.0).abs();
        let (one, other) = (size(self), size(other));
        one.max(other) <= 4.0 * one.min(other)
    }

    /// The amount as a range with its unit, or with what it counts: "12 miner", "at least 5000000 USD", "64.008 metre".
    pub fn label(&self, counted: &str) -> String {
        // "5 GB" is no long number of bytes.
        let (scale, prefix) =
            if self.unit == Unit::Physical("byte") { in_bytes(self.high.or(self.low)) } else { (1.0, "") };
        let written = |amount: f64| rounded(amount / scale);
        let amount = match (self.low.map(written), self.high.map(written)) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("at least {low}"),
            (None, Some(high)) => format!("at most {high}"),
            (None, None) => "some".to_owned(),
        };
        let about = if self.approximate { "about " } else { "" };
        let unit = match &self.unit {
            Unit::Count(_) | Unit::None => counted,
            Unit::Money(code) => code,
            Unit::Percent => "%",
            Unit::Points => "percentage points",
            Unit::Physical("byte") if !prefix.is_empty() => prefix,
            Unit::Physical(unit) => unit,
        };
        format!("{about}{amount} {unit}").trim_end().to_owned()
    }
}

/// By how much to divide a number of bytes, and the unit of what is left.
fn in_bytes(bytes: Option<f64>) -> (f64, &'static str) {
    const UNITS: [(f64, &str); 4] = [(1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")];
    UNITS.into_iter().find(|&(scale, _)| bytes.is_some_and(|bytes| bytes >= scale)).unwrap_or((1.0, ""))
}

/// Seven digits: a conversion of units leaves more than anybody measured.
fn rounded(amount: f64) -> String {
    let digits = amount.abs().log10().max(-3.0).floor() as i32;
    let scale = 10_f64.powi((6 - digits).max(0));
    format!("{}", (amount * scale).round() / scale)
}

/// The number that one word is: 14 for "14" and "fourteen"; `None` for "1,400" and "dozen".
pub fn cardinal(word: &str) -> Option<u32> {
    word.parse().ok().or_else(|| table::CARDINALS.get(word).map(|&number| number as u32))
}

/// The number of an ordinal in one word: 4 for "fourth" and "4th".
pub fn ordinal(word: &str) -> Option<u32> {
    let in_digits = || {
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let ending = &word[digits.len()..];
        matches!(ending, "st" | "nd" | "rd" | "th").then(|| digits.parse().ok()).flatten()
    };
    table::ORDINALS.get(word).map(|&number| number as u32).or_else(in_digits)
}

/// Finds all quantities of the document, in order of place, without overlap; numbers of dates are not among them only
/// where the caller drops those that overlap a timex.
///
/// "At least 12 people died." gives low 12, no high, unit `Count("person")`.
pub fn annotate(document: &Document<'_>) -> Vec<Quantity> {
    let words = Words::new(document);
    let mut quantities: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(amount) = range::read(&words, at) else {
            at += 1;
            continue;
        };
        at = amount.tokens.end;
        let free_from = quantities.last().map_or(0, |previous| previous.tokens.end);
        if let Some(quantity) = quantity(&words, &amount).filter(|found| found.tokens.start >= free_from) {
            at = quantity.tokens.end;
            quantities.push(quantity);
        }
    }
    quantities
}

/// Puts an amount, its bounds and what it counts together; `None` where the number tells no amount.
fn quantity(words: &Words<'_, '_>, amount: &Amount<'_>) -> Option<Quantity> {
    let bounds = bound::read(words, amount);
    let counted = counted::find(words, amount);
    let is_loose = amount.measure.is_none() && counted.is_none();
    let needs_noun = match amount.number.form {
        Form::Ordinal => is_loose,
        Form::Vague => is_loose && !words.is_plural(amount.tokens.start),
        _ => false,
    };
    if needs_noun || other_number::is_label(words, amount, counted) {
        return None;
    }
    Some(build(words, amount, &bounds, counted))
}

fn build(words: &Words<'_, '_>, amount: &Amount<'_>, bounds: &Bounds, counted: Option<usize>) -> Quantity {
    let (factor, offset) = amount.measure.as_ref().map_or((1.0, 0.0), |measure| (measure.factor, measure.offset));
    let unit = match (&amount.measure, counted) {
        (Some(measure), _) => measure.unit.clone(),
        (None, Some(noun)) => Unit::Count(counted::lemma(words, noun)),
        (None, None) => Unit::None,
    };
    let (low, high) = (amount.number.low * factor + offset, amount.number.high * factor + offset);
    Quantity {
        span: words.document.span(bounds.tokens.clone()),
        tokens: bounds.tokens.clone(),
        low: (!bounds.is_most).then_some(low),
        high: (!bounds.is_least).then_some(high),
        approximate: bounds.is_near,
        unit,
        counted,
        step: amount.number.step * factor,
        ordinal: amount.number.form == Form::Ordinal,
    }
}
