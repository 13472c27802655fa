//! Whether a thing is still there: "the option is still accepted", "`--fast` no longer works", "has been removed".

use super::{PropertyValue, Reader, STAGES, State};
use crate::claim::Polarity;
use crate::claim::clause::{is_passive, subject};
use crate::claim::modality::Reading;
use crate::language::{Label, Tag};
use crate::table;

impl Reader<'_> {
    /// Whether the subject is there no longer, or still.
    pub(super) fn presence(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let lemma = document.tokens[predicate].lemma.to_lowercase();
        let is_now = matches!(document.tokens[predicate].tag, Tag::Vbz | Tag::Vbp) || self.is_now_passive(predicate);
        let is_still =
            document.children_by(predicate, &[Label::Advmod]).any(|adverb| document.lower(adverb) == "still");
        let is_gone = self.is_no_longer(predicate);
        if !is_there(&lemma) || !is_now || is_still == is_gone || is_still && reading.polarity == Polarity::Negative {
            return None;
        }
        let words = format!("{} {}", if is_gone { "no longer" } else { "still" }, document.lower(predicate));
        let state = State { axis: STAGES, rank: GONE, is_denied: is_still, words };
        Some((PropertyValue::State(state), subject(document, predicate)?))
    }

    /// "is accepted"
    fn is_now_passive(&self, predicate: usize) -> bool {
        let mut auxiliaries = self.document.children_by(predicate, &[Label::Auxpass]);
        is_passive(self.document, predicate)
            && auxiliaries.any(|auxiliary| matches!(self.document.tokens[auxiliary].tag, Tag::Vbz | Tag::Vbp))
    }

    /// Whether the passive tells what has been done, so that it holds now: "has been removed".
    pub(super) fn is_perfect(&self, predicate: usize) -> bool {
        let auxiliaries = || self.document.children_by(predicate, &[Label::Aux, Label::Auxpass]);
        let is = |word: &str| auxiliaries().any(|auxiliary| self.document.lower(auxiliary) == word);
        (is("has") || is("have")) && is("been")
    }
}

/// The last of all stages.
const GONE: u8 = 5;

/// Whether who no longer does it is gone: "exists", "is supported".
pub(super) fn is_there(lemma: &str) -> bool {
    table::has(include_str!("../data/present.tsv"), lemma)
}
