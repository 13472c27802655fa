//! How long an event lasts, and how far ahead of the telling it lies, in hours.

use jiff::civil::Date;

use crate::claim::{clock, when};
use crate::language::cue::{Cue, cues};
use crate::language::{Document, Label, Pos};
use crate::span::Span;
use crate::time::{Bound, Granularity, Modifier, Timex, TimexClass};

/// A length of time, bounds included.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// The expression.
    pub span: Span,
    /// Its words with the preposition before it: "for 40 minutes".
    pub words: String,
    /// The least, in hours; `None` where nothing bounds it below.
    pub low: Option<f64>,
    /// The greatest, in hours; `None` where nothing bounds it above.
    pub high: Option<f64>,
    /// The words that hang from it, as lemmas: "basic", "plan" in "for 30 days on the Basic plan".
    pub scope: Vec<String>,
    /// Whether its beginning and end are told by the clock: "from 8 am to noon".
    pub is_of_clock: bool,
}

impl Length {
    /// Whether no length is within both, with what rounding allows.
    pub fn is_apart(&self, other: &Self) -> bool {
        let ends_before =
            |one: &Self, other: &Self| one.high.zip(other.low).is_some_and(|(high, low)| high * (1.0 + SLACK) < low);
        ends_before(self, other) || ends_before(other, self)
    }
}

/// "Two weeks" may be a day less.
const SLACK: f64 = 0.04;

/// How long the event of the predicate lasts: "lasted 40 minutes", "ran for more than an hour".
///
/// What somebody is sentenced "to" is how long the sentence is.
pub(super) fn duration(document: &Document<'_>, predicate: usize, concept: &str, timexes: &[&Timex]) -> Option<Length> {
    let is_lasting = cues(document, predicate).has(Cue::Continue) || document.tokens[predicate].lemma == "take";
    let said = timexes.iter().enumerate().find_map(|(number, timex)| {
        let leads = preposition(document, timex);
        let is_own = matches!(leads.as_deref(), Some("for" | "over" | "during"))
            || is_lasting && leads.is_none()
            || concept == "sentence" && leads.as_deref().is_none_or(|word| word == "to");
        let hours = hours(timexes, number).filter(|_| is_own)?;
        Some(bounded(document, timex, hours))
    });
    said.or_else(|| between(document, timexes))
}

/// The length that an adjective gives the event of a noun: "six-year" in "a six-year prison sentence".
pub(super) fn of_noun(document: &Document<'_>, noun: usize, timex: &Timex) -> Option<Length> {
    let hours = hours(&[timex], 0)?;
    let top = document.top(timex.tokens.clone())?;
    let is_modifier = |&token: &usize| {
        let label = document.tokens[token].label;
        matches!(label, Label::Nummod | Label::Amod | Label::Compound | Label::Nmod | Label::Npadvmod | Label::Quantmod)
    };
    let chain = std::iter::successors(Some(top), |&token| Some(document.tokens[token].head)).take(4);
    let leads = chain.take_while(is_modifier).any(|token| document.tokens[token].head == noun);
    leads.then(|| Length { words: timex.span.of(document.text).to_owned(), ..bounded(document, timex, hours) })
}

/// After or within how long something happens as a rule: "passwords expire after 90 days".
pub(super) fn delay(document: &Document<'_>, timexes: &[&Timex]) -> Option<Length> {
    timexes.iter().enumerate().find_map(|(number, timex)| {
        let leads = preposition(document, timex)?;
        let hours = hours(timexes, number).filter(|_| matches!(leads.as_str(), "after" | "within" | "every"))?;
        Some(bounded(document, timex, hours))
    })
}

/// How far ahead of the telling the event lies: "in 4 months", "before 36 days".
pub(super) fn lead(document: &Document<'_>, timexes: &[&Timex]) -> Option<Length> {
    timexes.iter().enumerate().find_map(|(number, timex)| {
        let leads = preposition(document, timex)?;
        let hours = hours(timexes, number)?;
        let (low, high) = match leads.as_str() {
            "in" => (Some(hours), Some(hours)),
            "after" => (Some(hours), None),
            "before" | "within" => (None, Some(hours)),
            _ => return None,
        };
        Some(Length { low, high, ..bounded(document, timex, hours) })
    })
}

/// The word that leads to the expression, in lower case.
fn preposition(document: &Document<'_>, timex: &Timex) -> Option<String> {
    let governors = document.ancestors(timex.tokens.start).chain(document.ancestors(timex.tokens.end - 1));
    let outside = governors.filter(|token| !timex.tokens.contains(token));
    let mut prepositions = outside.filter(|&token| {
        matches!(document.tokens[token].label, Label::Prep | Label::Mark) && token < timex.tokens.start
    });
    let nearest = prepositions.next().filter(|&token| timex.tokens.start - token <= 3);
    let before = timex.tokens.start.checked_sub(1);
    let is_leading =
        |token: &usize| matches!(document.lower(*token).as_str(), "in" | "for" | "after" | "before" | "within");
    nearest.or(before.filter(is_leading)).map(|token| document.lower(token))
}

/// The hours of a duration, with those of one that follows it directly: "72 years 8 months".
fn hours(timexes: &[&Timex], number: usize) -> Option<f64> {
    let timex = timexes[number];
    let is_plain = timex.class == TimexClass::Duration && timex.interval.is_none() && timex.offset.is_none();
    let own = of_value(&timex.value).filter(|_| is_plain)?;
    let next = timexes.get(number + 1).filter(|next| next.tokens.start == timex.tokens.end);
    Some(own + next.and_then(|next| of_value(&next.value)).unwrap_or(0.0))
}

/// The hours of a TIMEX3 duration: "PT40M", "P3W", "PT4H30M"; `None` for "PXM".
pub(super) fn of_value(value: &str) -> Option<f64> {
    of_one_unit(value).or_else(|| of_several_units(value))
}

/// The same of "P2Y6M".
fn of_several_units(value: &str) -> Option<f64> {
    let span: jiff::Span = value.parse().ok()?;
    let days = f64::from(span.get_years()) * 365.25
        + f64::from(span.get_months()) * 30.4375
        + f64::from(span.get_weeks()) * 7.0
        + f64::from(span.get_days());
    let seconds = span.get_minutes() as f64 * 60.0 + span.get_seconds() as f64;
    Some(days * 24.0 + f64::from(span.get_hours()) + seconds / 3600.0)
}

fn of_one_unit(value: &str) -> Option<f64> {
    let (is_clock, rest) = match value.strip_prefix("PT") {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('P')?),
    };
    let unit = rest.chars().next_back()?;
    let count: f64 = rest[..rest.len() - unit.len_utf8()].parse().ok()?;
    let hours = match (is_clock, unit) {
        (true, 'H') => 1.0,
        (true, 'M') => 1.0 / 60.0,
        (true, 'S') => 1.0 / 3600.0,
        (false, 'D') => 24.0,
        (false, 'W') => 168.0,
        (false, 'M') => 730.5,
        (false, 'Y') => 8766.0,
        _ => return None,
    };
    Some(count * hours)
}

fn bounded(document: &Document<'_>, timex: &Timex, hours: f64) -> Length {
    let (low, high) = match timex.modifier {
        Some(Modifier::LessThan | Modifier::EqualOrLess) => (None, Some(hours)),
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => (Some(hours), None),
        Some(Modifier::Approx) => (Some(hours * 0.8), Some(hours * 1.2)),
        _ => (Some(hours), Some(hours)),
    };
    let words = when::led_words(document, timex);
    Length { span: timex.span, words, low, high, scope: scope(document, timex), is_of_clock: false }
}

/// The words of content that hang from the expression.
fn scope(document: &Document<'_>, timex: &Timex) -> Vec<String> {
    let phrases = timex.tokens.clone().flat_map(|token| document.children_by(token, &[Label::Prep]));
    let words = phrases.filter(|phrase| !timex.tokens.contains(phrase)).flat_map(|phrase| document.subtree(phrase));
    let is_content = |token: &usize| matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj);
    words.filter(is_content).map(|token| document.tokens[token].lemma.to_lowercase()).collect()
}

/// The length from one day to another: "from Tuesday to Thursday" is two days, or three with both of them.
fn between(document: &Document<'_>, timexes: &[&Timex]) -> Option<Length> {
    timexes.windows(2).find_map(|pair| {
        let is_range = document.lower(pair[0].tokens.start.checked_sub(1)?) == "from"
            && matches!(document.lower(pair[1].tokens.start.checked_sub(1)?).as_str(), "to" | "until" | "till");
        spanned(document, pair[0], pair[1]).filter(|_| is_range)
    })
}

/// The length from the beginning of something to its end, told one after the other: "began on Monday and lasted until
/// Thursday".
pub(super) fn from_begin_to_end(
    document: &Document<'_>,
    begin: &Timex,
    predicate: usize,
    end: &Timex,
) -> Option<Length> {
    let is_dated = |timex: &Timex| timex.interval.is_some() || clock::of_value(&timex.value).is_some();
    let told = cues(document, predicate);
    let is_end = told.has_any(&[Cue::End, Cue::Continue]) || end.bound == Some(Bound::By);
    spanned(document, begin, end).filter(|_| is_end && is_dated(begin) && is_dated(end))
}

/// The length from the first expression to the last one.
fn spanned(document: &Document<'_>, first: &Timex, last: &Timex) -> Option<Length> {
    let span = first.span.to(last.span);
    let words = format!("from {} to {}", first.span.of(document.text), last.span.of(document.text));
    if let (Some((from, _)), Some((to, _))) = (clock::of_value(&first.value), clock::of_value(&last.value)) {
        let days = first.interval.and_then(|days| days.start).zip(last.interval.and_then(|days| days.last()));
        let days = days.map_or(0.0, |(from, to)| days_between(from, to).unwrap_or(0.0));
        let hours = f64::from(to - from) / 60.0 + 24.0 * days;
        // "From 8 PM to 3 AM" ends on the next day.
        let hours = if hours > 0.0 { hours } else { hours + 24.0 };
        return Some(Length { span, words, low: Some(hours), high: Some(hours), scope: Vec::new(), is_of_clock: true });
    }
    let (from, to) = (first.interval?.start?, last.interval?);
    let unit = to.start.or(Some(from)).zip(to.end)?;
    let whole = days_between(from, unit.1)?;
    let low = if to.start.is_some() { days_between(from, unit.0)? } else { whole - widest(first) };
    // "From September to March" ends in the next year.
    let is_of_year =
        last.granularity < Granularity::Year && last.anchor.is_some() && last.granularity > Granularity::Week;
    let years = if whole <= 0.0 && is_of_year { 365.0 } else { 0.0 };
    let (whole, low) = (whole + years, low + years);
    let (low, high) = (Some(low * 24.0), Some(whole * 24.0));
    (whole > 0.0).then_some(Length { span, words, low, high, scope: Vec::new(), is_of_clock: false })
}

fn days_between(from: Date, to: Date) -> Option<f64> {
    from.until(to).ok().map(|span| f64::from(span.get_days()))
}

/// The days of a stretch as fine as the expression.
fn widest(timex: &Timex) -> f64 {
    use crate::time::Granularity::{Day, Month, Time, Week, Year};
    match timex.granularity {
        Time | Day => 1.0,
        Week => 7.0,
        Month => 31.0,
        Year => 366.0,
        _ => 366.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_hours() {
        for (value, hours) in [("PT40M", Some(2.0 / 3.0)), ("P3W", Some(504.0)), ("P1Y", Some(8766.0)), ("PXM", None)]
            .into_iter()
            .chain([("PT4H30M", Some(4.5)), ("P2Y6M", Some(21915.0))])
        {
            assert_eq!(of_value(value), hours, "{value}");
        }
    }
}
