//! The state that a thing is said to be in: "is required", "is off by default", "no longer supports the option".

use super::{PropertyValue, Reader, STAGES, State};
use crate::claim::clause::{is_passive, subject};
use crate::claim::modality::Reading;
use crate::claim::{Modality, Polarity};
use crate::language::{Label, Pos};
use crate::table;

impl Reader<'_> {
    /// The state that the predicate or its complement names, and the thing that is in it.
    pub(super) fn state(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let passive = is_passive(document, predicate);
        let is_copula = matches!(document.tokens[predicate].lemma.as_str(), "be" | "remain" | "stay" | "become");
        let end = self.clauses.extent(document, predicate).end;
        // What was required then says nothing of now.
        let holds = reading.modality == Modality::Holds;
        let complements = (predicate + 1..end).filter(|&token| {
            let head = document.tokens[token].head;
            is_copula
                && holds
                && self.clauses.predicate_of(token) == Some(predicate)
                && (head == predicate || document.tokens[head].head == predicate)
        });
        let is_perfect = passive && self.is_perfect(predicate);
        let own = Some(predicate).filter(|_| passive && (holds || is_perfect));
        let phrases = own.into_iter().chain(complements).flat_map(|start| self.phrases(start, end));
        // "Is switched on for all accounts by default"
        let is_default = || self.clauses.extent(document, predicate).any(|at| document.lower(at) == "default");
        let by_default = |words: &str| state_of(&format!("{words} by default")).filter(|_| is_default());
        let named = phrases.filter_map(|words| Some((state_of(&words).or_else(|| by_default(&words))?, words)));
        let by_verb = || {
            let active = !passive && !is_copula;
            let phrases = self.phrases(predicate, end).filter(move |_| active);
            phrases.filter_map(|words| {
                let rest = words.strip_prefix(&document.lower(predicate))?.to_owned();
                let row = format!("to {}{rest}", document.tokens[predicate].lemma.to_lowercase());
                Some((state_of(&row)?, words))
            })
        };
        let (row, words) = named.max_by_key(|(_, words)| words.len()).or_else(|| by_verb().next())?;
        // What has been required may be so no more; what has been removed is gone.
        if !holds && is_perfect && row.axis != STAGES {
            return None;
        }
        let holder = if row.is_of_object { document.child(predicate, Label::Dobj) } else { self.subject(predicate) };
        let is_denied = reading.polarity == Polarity::Negative && !words.starts_with("no longer ");
        Some((PropertyValue::State(State { axis: row.axis, rank: row.rank, is_denied, words }), holder?))
    }

    /// The subject, or the noun before the verb that the parser took into the phrase before it: "On the thermostat night
    /// mode is off".
    fn subject(&self, predicate: usize) -> Option<usize> {
        let before = || predicate.checked_sub(1).filter(|&noun| self.document.tokens[noun].pos == Pos::Noun);
        subject(self.document, predicate).or_else(before)
    }

    /// The words from the token on, the longest phrase first.
    fn phrases(&self, start: usize, end: usize) -> impl Iterator<Item = String> {
        let last = end.min(start + LONGEST_STATE);
        (start + 1..=last).rev().map(move |end| self.document.span(start..end).of(self.document.text).to_lowercase())
    }
}

/// A state is named in so many words at most.
const LONGEST_STATE: usize = 4;

/// A row of the table of states.
pub(super) struct Row {
    pub(super) axis: &'static str,
    pub(super) rank: u8,
    pub(super) is_of_object: bool,
}

pub(super) fn state_of(words: &str) -> Option<Row> {
    let mut columns = table::value_of(include_str!("../data/states.tsv"), words)?.split(' ');
    let (axis, rank) = (columns.next()?, columns.next()?.parse().ok()?);
    Some(Row { axis, rank, is_of_object: columns.next() == Some("object") })
}
