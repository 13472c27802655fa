//! Words -> [`Amount`]: a number with the unit or currency before or after it.

use std::ops::Range;

use super::Unit;
use super::number::{self, Form, Number};
use super::table::{CURRENCIES, Conversion, DIMENSIONS, RATES, TEMPERATURE_CHANGES, UNITS};
use super::words::Words;
use crate::language::{Pos, Tag};

/// A number and what it is measured in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount<'w> {
    pub(super) tokens: Range<usize>,
    pub(super) number: Number<'w>,
    pub(super) measure: Option<Measure>,
}

/// A unit with its conversion to the base unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) unit: Unit,
    pub(super) factor: f64,
    pub(super) offset: f64,
}

impl Measure {
    fn plain(unit: Unit) -> Self {
        Self { unit, factor: 1.0, offset: 0.0 }
    }

    fn of(conversion: Conversion) -> Self {
        let unit = match conversion.base {
            "percent" => Unit::Percent,
            "point" => Unit::Points,
            base => Unit::Physical(base),
        };
        Self { unit, factor: conversion.factor, offset: conversion.offset }
    }
}

/// Reads the amount that begins at the token, its currency sign included.
///
/// "$5.3bn", "20 million euros", "4 per cent", "12-foot", "half a mile".
pub(super) fn read<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Amount<'w>> {
    if let Some(code) = sign(words, at) {
        let number = number::read(words, at + 1).filter(|number| number.form != Form::Ordinal)?;
        let (number, end) = with_letter(words, number, true)?;
        let is_share = number.form == Form::Share;
        return (!is_share).then(|| Amount {
            tokens: at..end,
            number,
            measure: Some(Measure::plain(Unit::Money(code))),
        });
    }
    if let Some((code, number)) = sign_in_word(words, at) {
        let (number, end) = with_letter(words, number, true)?;
        return Some(Amount { tokens: at..end, number, measure: Some(Measure::plain(Unit::Money(code))) });
    }
    let number = number::read(words, at)?;
    match number.form {
        Form::Ordinal => Some(Amount { tokens: at..number.tokens.end, number, measure: None }),
        Form::Share => Some(share(words, number)),
        _ => measured(words, number),
    }
}

/// The currency of a sign or code before a number. "won 5" is no money: words stand after their number.
fn sign(words: &Words<'_, '_>, at: usize) -> Option<&'static str> {
    let code = *CURRENCIES.get(words.get(at))?;
    let written = words.document.word(at);
    let is_sign = written.chars().any(|c| !c.is_alphanumeric());
    let is_code = written.len() == 3 && written.chars().all(|c| c.is_ascii_uppercase());
    (is_sign || is_code).then_some(code)
}

/// A sign with its number in one word: "HK$5".
fn sign_in_word<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<(&'static str, Number<'w>)> {
    let word = words.get(at);
    let digits_at = word.find(|c: char| c.is_ascii_digit()).filter(|&digits_at| digits_at > 0)?;
    let sign = &word[..digits_at];
    let code = CURRENCIES.get(sign).filter(|_| sign.ends_with(|c: char| !c.is_alphanumeric()))?;
    Some((code, number::in_digits(words, at, &word[digits_at..])?))
}

fn measured<'w>(words: &'w Words<'_, '_>, number: Number<'w>) -> Option<Amount<'w>> {
    let start = number.tokens.start;
    if let Some((measure, end)) = letters_unit(words, &number) {
        return Some(Amount { tokens: start..end, number, measure: Some(measure) });
    }
    let (number, end) = with_letter(words, number, false)?;
    let unit_at = if words.is_hyphen(end) && words.is_glued(end) && words.is_glued(end + 1) { end + 1 } else { end };
    let found = unit(words, number.tokens.start, unit_at);
    if let Some((measure, end)) = unit_of_vague(words, &number).filter(|_| found.is_none()) {
        return Some(Amount { tokens: start..end, number, measure: Some(measure) });
    }
    if found.is_none() {
        return Some(graded(words, Amount { tokens: start..end, number, measure: None }));
    }
    let (measure, end) = found.map_or((None, end), |(measure, end)| (Some(measure), end));
    Some(Amount { tokens: start..end, number, measure })
}

/// "magnitude 7", "magnitude of 7": this unit stands before its number too.
fn graded<'w>(words: &'w Words<'_, '_>, amount: Amount<'w>) -> Amount<'w> {
    let start = amount.tokens.start;
    let is_joined = start > 0 && (words.before(start) == "of" || words.is_hyphen(start - 1));
    let unit_end = if is_joined { start - 1 } else { start };
    let unit_at = unit_end.checked_sub(1).filter(|&at| words.same_sentence(at, start) && words.get(at) == "magnitude");
    match unit_at {
        Some(at) => Amount {
            tokens: at..amount.tokens.end,
            measure: Some(Measure::of(UNITS["magnitude"])),
            number: amount.number,
        },
        None => amount,
    }
}

/// "billions of dollars", "thousands of miles".
fn unit_of_vague(words: &Words<'_, '_>, number: &Number<'_>) -> Option<(Measure, usize)> {
    let end = number.tokens.end;
    let is_of = number.form == Form::Vague && words.get(end) == "of";
    is_of.then(|| unit(words, number.tokens.start, end + 1)).flatten()
}

/// Units written without a space: "5kg", "20C".
fn letters_unit(words: &Words<'_, '_>, number: &Number<'_>) -> Option<(Measure, usize)> {
    if number.rest.is_empty() || number.rest == "m" {
        return None;
    }
    let is_degree = matches!(number.rest, "c" | "f");
    let written = words.document.word(number.tokens.start);
    if is_degree && !written.ends_with(['C', 'F']) {
        return None;
    }
    let conversion = *UNITS.get(number.rest)?;
    Some((temperature_as_said(words, number.tokens.start, conversion), number.tokens.end))
}

/// Settles a letter glued to the number, which may be a scale or a unit; `None` where neither can be told.
fn with_letter<'w>(words: &'w Words<'_, '_>, number: Number<'w>, is_money: bool) -> Option<(Number<'w>, usize)> {
    let end = number.tokens.end;
    let is_apart = number.rest.is_empty() && words.is_glued(end) && matches!(words.get(end), "m" | "k" | "b");
    let (letter, after) = if is_apart { (words.get(end), end + 1) } else { (number.rest, end) };
    let is_scale = match letter {
        "" => return Some((number, end)),
        "+" => return Some((Number { rest: "", ..number }, end)),
        "b" => is_money,
        "m" | "k" => is_money || counts_things(words, after),
        _ => return None,
    };
    if is_scale {
        return Some((number.scaled_by_letter(letter, after), after));
    }
    let is_length = letter == "m" && is_apart && measures_length(words, number.tokens.start, after);
    is_length.then_some((number, end))
}

/// Whether a plural noun follows, perhaps after adjectives: "3.5m new homes".
fn counts_things(words: &Words<'_, '_>, at: usize) -> bool {
    let is_adjective = |token: usize| words.document.tokens.get(token).is_some_and(|token| token.pos == Pos::Adj);
    let mut noun = at;
    while noun < at + 3 && is_adjective(noun) && !DIMENSIONS.contains_key(words.get(noun)) {
        noun += 1;
    }
    (words.is_plural(noun) || words.get(noun) == "people") && words.same_sentence(at, noun)
}

/// Whether a word of dimension or a singular noun follows: "2.5m tall", "a 100m race"; the parser takes "final" for an
/// adjective.
fn measures_length(words: &Words<'_, '_>, number_at: usize, at: usize) -> bool {
    let is_modifier = words.tag(at) == Some(Tag::Jj) && words.before(number_at) == "the";
    DIMENSIONS.contains_key(words.get(at)) || words.tag(at) == Some(Tag::Nn) || is_modifier
}

/// The unit or currency at the token, and where it ends.
fn unit(words: &Words<'_, '_>, number_at: usize, at: usize) -> Option<(Measure, usize)> {
    if !words.same_sentence(number_at, at) {
        return None;
    }
    if let Some((end, code)) = words.phrase_at(at, &CURRENCIES) {
        return Some((Measure::plain(Unit::Money(code)), end));
    }
    if matches!(words.get(at), "point" | "points") {
        let is_percentage = speaks_of_percent(words, at);
        return is_percentage.then(|| (Measure::plain(Unit::Points), at + 1));
    }
    if matches!(words.get(at), "pound" | "pounds") && is_weight(words, number_at, at) {
        return Some((Measure::of(UNITS["pounds of"]), at + 1));
    }
    let (end, conversion) = words.phrase_at(at, &UNITS)?;
    // A lone letter is a unit only for metres: "grade 20 c" is none.
    if matches!(words.get(at), "c" | "f") && end == at + 1 {
        return None;
    }
    // Somebody who goes to one bar is under no pressure.
    if words.get(at) == "bar" && words.get(number_at) == "one" {
        return None;
    }
    let end = if words.get(end - 1) == "of" { end - 1 } else { end };
    Some((temperature_as_said(words, number_at, conversion), end))
}

/// Whether pounds are those of weight: "weighs 200 pounds", "a 20-pound parcel".
fn is_weight(words: &Words<'_, '_>, number_at: usize, at: usize) -> bool {
    let is_weighed = |token: usize| words.document.tokens[token].lemma == "weigh" && words.same_sentence(token, at);
    words.is_hyphen(at - 1) || (number_at.saturating_sub(5)..number_at).any(is_weighed)
}

/// Whether something measured in percent is spoken of in the sentence, so that points are percentage points.
fn speaks_of_percent(words: &Words<'_, '_>, at: usize) -> bool {
    let sentence = &words.document.sentences[words.document.sentence_of(at)];
    let near = at.saturating_sub(NEAR).max(sentence.tokens.start)..(at + NEAR).min(sentence.tokens.end);
    near.clone().any(|token| {
        RATES.contains_key(words.document.tokens[token].lemma.as_str())
            || matches!(words.get(token), "%" | "percent" | "cent")
    })
}

const NEAR: usize = 12;

/// Drops the zero of the scale where the temperature is a difference: "warming of 1.5C", "two degrees Celsius warmer".
fn temperature_as_said(words: &Words<'_, '_>, number_at: usize, conversion: Conversion) -> Measure {
    let is_change = |token: usize| {
        words.same_sentence(number_at.min(token), number_at.max(token))
            && TEMPERATURE_CHANGES.contains_key(words.document.tokens[token].lemma.as_str())
    };
    let near = number_at.saturating_sub(3)..(number_at + 6).min(words.len());
    // "Warmer than 40 degrees" compares two readings.
    let is_reading = matches!(words.before(number_at), "to" | "than");
    let is_difference = conversion.offset != 0.0 && near.into_iter().any(is_change) && !is_reading;
    Measure { offset: if is_difference { 0.0 } else { conversion.offset }, ..Measure::of(conversion) }
}

/// A share is in percent, unless a unit follows: "a quarter of a mile", "half a percentage point".
fn share<'w>(words: &'w Words<'_, '_>, mut number: Number<'w>) -> Amount<'w> {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let of = if words.get(end) == "of" { end + 1 } else { end };
    let unit_at = if matches!(words.get(of), "a" | "an") { of + 1 } else { of };
    let found = (unit_at > of).then(|| unit(words, start, unit_at)).flatten();
    let Some((measure, end)) = found else {
        return Amount { tokens: start..end, number, measure: Some(Measure::plain(Unit::Percent)) };
    };
    number.low /= 100.0;
    number.high /= 100.0;
    number.step /= 100.0;
    Amount { tokens: start..end, number, measure: Some(measure) }
}

/// The same amount with the scale and unit that follow it.
pub(super) fn read_unit<'w>(words: &'w Words<'_, '_>, amount: Amount<'w>) -> Amount<'w> {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let number = number::scaled(words, amount.number);
    let end = number.tokens.end.max(end);
    match unit(words, start, end) {
        Some((measure, end)) => Amount { tokens: start..end, number, measure: Some(measure) },
        None => Amount { tokens: start..end, number, measure: None },
    }
}
