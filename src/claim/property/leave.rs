//! Who may do what: "guests may use the kitchen at any time", "pupils must not use their telephones".

use super::{Property, PropertyValue, Reader, State, sorted};
use crate::claim::clause::{is_passive, subject};
use crate::claim::modality::Reading;
use crate::claim::{Polarity, topic};
use crate::language::{Label, Pos, wordnet};

/// The axis of what somebody may do.
const LEAVE: &str = "leave";

impl Reader<'_> {
    /// Whether somebody may do what the predicate tells; only a manual means it so: "the firm may not meet its target".
    pub(super) fn leave(&self, predicate: usize, reading: &Reading) -> Option<Property> {
        let document = self.document;
        let is_denied = reading.polarity == Polarity::Negative;
        let mut auxiliaries = document.children_by(predicate, &[Label::Aux]);
        let is_ruled = auxiliaries.any(|auxiliary| match document.lower(auxiliary).as_str() {
            "may" | "can" | "ca" => true,
            "must" => is_denied,
            _ => false,
        });
        let holder = subject(document, predicate).filter(|_| is_ruled && !is_passive(document, predicate))?;
        let lemma = |token: usize| topic::lemma(document, token);
        if !wordnet::is_person(&lemma(holder)) {
            return None;
        }
        let object = document.child(predicate, Label::Dobj).filter(|&it| document.tokens[it].pos == Pos::Noun)?;
        let value = PropertyValue::State(State { axis: LEAVE, rank: 1, is_denied, words: "allowed".to_owned() });
        let is_word = |token: &usize| {
            matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Verb)
        };
        // "Pupils of the sixth form"
        let own: Vec<usize> =
            self.own_words(object).into_iter().chain(document.subtree(holder)).chain([predicate]).collect();
        let thing = sorted(own.iter().copied().filter(is_word).map(lemma));
        let property = self.property(predicate, object, value);
        Some(Property { thing, conditions: self.on_which(predicate, &own), is_laid_down: false, ..property })
    }

    /// The words of the clause that limit when and where it holds, "until" and "after" among them; [`ANY`] alone where
    /// it is said to hold always.
    fn on_which(&self, predicate: usize, own: &[usize]) -> Vec<String> {
        let document = self.document;
        let is_limit = |token: &usize| {
            !own.contains(token)
                && matches!(
                    document.tokens[*token].pos,
                    Pos::Noun | Pos::Propn | Pos::Adj | Pos::Adv | Pos::Num | Pos::Verb | Pos::Adp | Pos::Sconj
                )
        };
        let conditions: Vec<String> =
            document.subtree(predicate).filter(is_limit).map(|token| topic::lemma(document, token)).collect();
        let phrase: Vec<&str> = conditions.iter().map(String::as_str).collect();
        let clause = document.span(document.subtree(predicate)).of(document.text).to_lowercase();
        let is_always = phrase == ["at", "time"] && (clause.contains("any time") || clause.contains("all times"));
        if is_always { vec![ANY.to_owned()] } else { sorted(conditions.into_iter()) }
    }
}

/// What stands among the conditions of what holds on all of them.
pub const ANY: &str = "any";
