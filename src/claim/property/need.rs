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
        let is_spared = is_given && self.is_spared(predicate);
        let rank = match (is_given, reading.modality) {
            _ if is_spared => 0,
            (true, Modality::Required) => 1,
            (false, Modality::Possible) if self.is_allowed(predicate) => 0,
            _ => return None,
        };
        let passive = is_passive(document, predicate);
        let thing = if passive { subject(document, predicate) } else { document.child(predicate, Label::Dobj) }?;
        let is_said = (is_spared || reading.polarity == Polarity::Positive) && document.tokens[thing].pos != Pos::Pron;
        let words = if rank == 1 { "required" } else { "may be left out" }.to_owned();
        is_said.then_some((PropertyValue::State(State { axis: NEED, rank, is_denied: false, words }), thing))
    }

    /// Whether it need not be done: "you need not send", "you do not have to send", "you don't need to send".
    fn is_spared(&self, predicate: usize) -> bool {
        let document = self.document;
        let is_denied = |token: usize| document.child(token, Label::Neg).is_some();
        let mut auxiliaries = document.children_by(predicate, &[Label::Aux]);
        let above = document.tokens[predicate].head;
        let is_bound = matches!(document.tokens[above].lemma.as_str(), "have" | "need" | "require" | "oblige");
        is_denied(predicate) && auxiliaries.any(|auxiliary| document.lower(auxiliary) == "need")
            || document.tokens[predicate].label == Label::Xcomp && is_bound && is_denied(above)
    }

    /// Whether "can" or "may" stands with the predicate.
    fn is_allowed(&self, predicate: usize) -> bool {
        let mut auxiliaries = self.document.children_by(predicate, &[Label::Aux]);
        auxiliaries.any(|auxiliary| matches!(self.document.lower(auxiliary).as_str(), "can" | "may"))
    }
}
