//! Years that have passed since an event -> the days on which it was: "fifty-three years after its formation", "50 years
//! to the month since the choir came into being", "the 50th anniversary of its foundation".

use jiff::ToSpan;
use jiff::civil::Date;

use crate::claim::{When, event};
use crate::language::{Document, Label};
use crate::quantity::Quantity;
use crate::span::Span;
use crate::time::{Anchor, Granularity, Interval, Timex, TimexClass};

/// The years that have passed since an event, and the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passed {
    years: i16,
    span: Span,
}

/// The years that the expression counts from the event, where it counts from it.
///
/// "Fifty-three years" for "formation" in "Fifty-three years after its formation the choir appointed a woman"; `None`
/// for any other event of the sentence.
pub(super) fn since(document: &Document<'_>, timex: &Timex, event: usize) -> Option<Passed> {
    let is_length = timex.class == TimexClass::Duration && timex.interval.is_none();
    let years = timex.value.strip_prefix('P').filter(|_| is_length)?.strip_suffix('Y')?.parse().ok()?;
    let end = document.sentences[document.sentence_of(timex.tokens.start)].tokens.end;
    let near = timex.tokens.end..end.min(timex.tokens.end + WORDS_BETWEEN);
    // "50 years to the month since": what makes the count exact may stand between.
    let link = near.into_iter().find(|&token| matches!(document.lower(token).as_str(), "after" | "since"))?;
    let is_exact = |token: usize| matches!(document.lower(token).as_str(), "to" | "the" | "month" | "day" | "exactly");
    let told = match document.tokens[link].label {
        Label::Mark => Some(document.tokens[link].head),
        _ => document.child(link, Label::Pobj).and_then(|noun| event::event_noun(document, noun)),
    };
    let is_event = told == Some(event) && (timex.tokens.end..link).all(is_exact);
    is_event.then_some(Passed { years, span: timex.span })
}

/// The years of an anniversary of the event: "the 50th anniversary of its foundation".
pub(super) fn anniversary(document: &Document<'_>, quantity: &Quantity, event: usize) -> Option<Passed> {
    let noun = document.tokens.get(quantity.tokens.end).filter(|noun| noun.lemma.to_lowercase() == "anniversary")?;
    let of = document.children_by(quantity.tokens.end, &[Label::Prep]).find(|&prep| document.lower(prep) == "of")?;
    let told = event::event_noun(document, document.child(of, Label::Pobj)?);
    let years = quantity.low.filter(|years| years.fract() == 0.0 && (1.0..=3000.0).contains(years))? as i16;
    (quantity.ordinal && told == Some(event)).then_some(Passed { years, span: quantity.span.to(noun.span) })
}

/// Between the years and the word that leads to the event.
const WORDS_BETWEEN: usize = 4;

impl Passed {
    /// The days of the event, counted from the day of telling: as long ago as is said, or in the calendar year that is as
    /// far away.
    ///
    /// "53 years after", told on 2024-12-02, is 1970-12-03 to 1971-12-31.
    pub(super) fn when(self, document: &Document<'_>, anchor: Anchor) -> Option<When> {
        let longest = anchor.day.checked_sub((i32::from(self.years) + 1).years()).ok()?.tomorrow().ok()?;
        let last = Date::new(anchor.day.year() - self.years, 12, 31).ok()?;
        Some(When {
            span: self.span,
            words: self.span.of(document.text).to_owned(),
            interval: Interval::between(longest, last),
            alternatives: Vec::new(),
            anchor: Some(anchor),
            granularity: Granularity::Year,
            bound: None,
            from_event: None,
        })
    }
}
