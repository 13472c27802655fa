//! For what, for whom and when a property holds: "for students", "on the Free plan", "if no port is given".

use std::ops::Range;

use super::version::is_number;
use super::{PropertyValue, REQUIRED, Reader, sorted, whole};
use crate::claim::clause::subject;
use crate::claim::topic;
use crate::language::{Label, Pos};
use crate::table;

impl Reader<'_> {
    /// The clauses that say when it holds: "when you order by phone", "if no port is given".
    pub(super) fn conditions(&self, predicate: usize) -> impl Iterator<Item = usize> {
        let document = self.document;
        let is_condition = |&clause: &usize| {
            let mut links = document.children_by(clause, &[Label::Mark, Label::Advmod]);
            links.any(|link| matches!(document.lower(link).as_str(), "when" | "if" | "unless" | "while"))
        };
        let clauses = document.children_by(predicate, &[Label::Advcl]).filter(is_condition);
        clauses.flat_map(|clause| document.subtree(clause))
    }

    /// The nouns and names that phrases of the clause or of the thing limit it to: "on the mobile app", "for students".
    pub(super) fn limits(&self, predicate: usize, thing: usize) -> Vec<usize> {
        let document = self.document;
        let is_limiting =
            |prep: &usize| matches!(document.lower(*prep).as_str(), "for" | "on" | "in" | "with" | "at" | "under");
        let is_value = |token: usize| {
            let tokens = self.sentence.tokens.clone();
            self.annotations.quantities_in(tokens).any(|quantity| whole(quantity).contains(&token))
                || self.annotations.timex_at(token).is_some()
                || is_number(&document.lower((token + 1).min(document.tokens.len() - 1)))
        };
        let is_word = |token: &usize| {
            matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj)
                && *token != thing
                && !is_value(*token)
        };
        let governors =
            [predicate, thing].into_iter().chain(document.children_by(predicate, &[Label::Dobj, Label::Attr]));
        let phrases = governors.flat_map(|governor| document.children_by(governor, &[Label::Prep])).filter(is_limiting);
        let objects = phrases.filter_map(|prep| document.child(prep, Label::Pobj)).filter(|&object| !is_value(object));
        let limiting = objects.flat_map(|object| document.subtree(object));
        limiting.chain(self.leading_phrase(predicate)).filter(is_word).collect()
    }

    /// The words of the phrase that the sentence begins with: "For the map plugin you need Java 21".
    fn leading_phrase(&self, predicate: usize) -> Range<usize> {
        let first = self.sentence.tokens.start;
        let end = self.clauses.extent(self.document, predicate).start;
        if self.document.lower(first) == "for" && first < end { first..end } else { first..first }
    }

    /// The noun of what needs the version, where it is a thing of its own: "plugin" in "the plugin requires Python 3.11".
    pub(super) fn needing(&self, predicate: usize, value: &PropertyValue) -> Option<usize> {
        let is_needed = matches!(value, PropertyValue::Version { what, .. } if *what == REQUIRED);
        let holder = subject(self.document, predicate).filter(|_| is_needed)?;
        let token = &self.document.tokens[holder];
        let is_general = table::has(include_str!("../data/general_things.tsv"), &token.lemma.to_lowercase());
        (token.pos == Pos::Noun && !topic::is_name(self.document, holder) && !is_general).then_some(holder)
    }

    /// The nouns among the tokens with the words before them that tell them from others of their sort.
    pub(super) fn qualified(
        &self,
        tokens: impl Iterator<Item = usize>,
        value: &PropertyValue,
    ) -> Vec<(String, Vec<String>)> {
        let document = self.document;
        let lemma = |token: usize| topic::lemma(document, token);
        let nouns = tokens.filter(|&token| matches!(document.tokens[token].pos, Pos::Noun | Pos::Propn));
        let with_words = nouns.map(|noun| {
            let before = document.children_by(noun, &[Label::Compound, Label::Amod, Label::Nmod]);
            let before = before.filter(|_| document.tokens[noun].pos == Pos::Noun).map(lemma);
            // "Tarn 2"
            let is_name = document.word(noun).starts_with(char::is_uppercase);
            let number = Some(noun + 1).filter(|&next| is_name && self.sentence.tokens.contains(&next));
            let is_value = |word: &str| matches!(value, PropertyValue::Version { number, .. } if number == word);
            let number = number.map(|next| document.lower(next)).filter(|word| is_number(word) && !is_value(word));
            (lemma(noun), sorted(before.chain(number)))
        });
        let mut qualified: Vec<_> = with_words.filter(|(_, words)| !words.is_empty()).collect();
        qualified.sort_unstable();
        qualified
    }
}
