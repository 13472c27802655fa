//! Time that somebody is given to do something -> the day until when it is due: "has 90 days to respond", "gave the firm
//! six weeks to hand over its records".

use jiff::Span as Length;

use crate::claim::When;
use crate::claim::clause::is_infinitive;
use crate::language::{Document, Label};
use crate::time::{Anchor, Bound, Granularity, Interval, Timex, TimexClass};

/// A stretch of time allotted to what a predicate tells.
pub(super) struct Allotted<'t> {
    timex: &'t Timex,
    /// The verb that allots it: "gave".
    pub(super) verb: usize,
}

/// The time that a verb above the predicate allots to it.
///
/// "six weeks" for "hand" in "gave the firm six weeks to hand over its records"; `None` for "six weeks" in "gave the firm a
/// list six weeks ago to check".
pub(super) fn allotted<'t>(
    document: &Document<'_>,
    predicate: usize,
    mut timexes: impl Iterator<Item = &'t Timex>,
) -> Option<Allotted<'t>> {
    // "Six months to live" is no duty.
    let is_duty = is_infinitive(document, predicate) && document.tokens[predicate].lemma != "live";
    let is_allotting =
        |&above: &usize| matches!(document.tokens[above].lemma.as_str(), "have" | "give" | "allow" | "grant");
    let verb = document.ancestors(predicate).take(3).find(is_allotting).filter(|_| is_duty)?;
    let first = document.children_by(predicate, &[Label::Aux]).find(|&aux| document.lower(aux) == "to")?;
    let is_object = |timex: &&Timex| {
        let is_length = timex.class == TimexClass::Duration && timex.interval.is_none() && timex.offset.is_none();
        let top = document.top(timex.tokens.clone());
        let is_given = top.is_some_and(|top| {
            matches!(document.tokens[top].label, Label::Dobj | Label::Npadvmod | Label::Dative | Label::Nsubj)
        });
        is_length && is_given && timex.tokens.start > verb && timex.tokens.end == first
    };
    Some(Allotted { timex: timexes.find(is_object)?, verb })
}

impl Allotted<'_> {
    /// The days until it runs out, counted from the day on which it was allotted, or else from the day of telling, which
    /// may be some days later.
    pub(super) fn when(&self, document: &Document<'_>, given: Option<Interval>, told: Anchor) -> Option<When> {
        let length: Length = self.timex.value.parse().ok()?;
        let given = given.and_then(|given| given.start.filter(|_| given.start == given.last()));
        let last = given.unwrap_or(told.day).checked_add(length).ok()?;
        let end_slack = if given.is_some() { 0 } else { DAYS_OF_NEWS };
        Some(When {
            span: self.timex.span,
            words: self.timex.span.of(document.text).to_owned(),
            interval: Interval { end_slack, ..Interval::open(None, Some(last)) },
            alternatives: Vec::new(),
            anchor: Some(told),
            granularity: Granularity::Day,
            bound: Some(Bound::By),
            from_event: None,
        })
    }
}

/// How long before it is told the time may have been allotted.
const DAYS_OF_NEWS: u16 = 3;
