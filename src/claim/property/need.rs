//! What has to be given and what may be left out: "the email field must be filled in", "the region may be omitted".

use super::{NEED, PropertyValue, Reader, State};
use crate::claim::clause::{is_passive, subject};
use crate::claim::modality::Reading;
use crate::claim::{Modality, Polarity};
use crate::language::cue::phrase_lemma;
use crate::language::{Label, Pos};
use crate::table;

const GIVING: &str = include_str!("../data/giving.tsv");

impl Reader<'_> {
    /// Whether the thing has to be given, where the predicate says so of it.
    pub(super) fn need(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let lemma = phrase_lemma(document, predicate, |phrase| table::has(GIVING, phrase));
        let is_given = table::value_of(GIVING, &lemma)? == "given";
        let rank = match (is_given, reading.modality) {
            (true, Modality::Required) => 1,
            (false, Modality::Possible) if self.is_allowed(predicate) => 0,
            _ => return None,
        };
        let passive = is_passive(document, predicate);
        let thing = if passive { subject(document, predicate) } else { document.child(predicate, Label::Dobj) }?;
        let is_said = reading.polarity == Polarity::Positive && document.tokens[thing].pos != Pos::Pron;
        let words = if rank == 1 { "required" } else { "may be left out" }.to_owned();
        is_said.then_some((PropertyValue::State(State { axis: NEED, rank, is_denied: false, words }), thing))
    }

    /// Whether "can" or "may" stands with the predicate.
    fn is_allowed(&self, predicate: usize) -> bool {
        let mut auxiliaries = self.document.children_by(predicate, &[Label::Aux]);
        auxiliaries.any(|auxiliary| matches!(self.document.lower(auxiliary).as_str(), "can" | "may"))
    }
}
