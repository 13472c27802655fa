//! What a property is said of: the noun that has it, the words that name it, and what it belongs to.

use super::Reader;
use super::code::is_code;
use super::sorted;
use super::version::is_number;
use crate::claim::topic;
use crate::language::{Label, Pos, Tag};
use crate::table;

impl Reader<'_> {
    /// What has the figure: "vault" for "limit" in "the limit on the size of a vault", "file" for "size" in "file size".
    pub(super) fn bearer(&self, thing: usize) -> usize {
        let document = self.document;
        let is_bare = |noun: usize| is_bare_measure(&document.tokens[noun].lemma.to_lowercase());
        let is_noun = |&noun: &usize| document.tokens[noun].pos == Pos::Noun;
        let mut bearer = thing;
        for _ in 0..3 {
            let of = document.children_by(bearer, &[Label::Prep]);
            let of = of.filter(|&prep| matches!(document.lower(prep).as_str(), "of" | "on"));
            let object = of.filter_map(|of| document.child(of, Label::Pobj)).find(is_noun);
            let compound = || document.children_by(bearer, &[Label::Compound]).rfind(is_noun);
            match object.or_else(compound).filter(|_| is_bare(bearer)) {
                Some(next) => bearer = next,
                None => break,
            }
        }
        bearer
    }

    /// The word that names the thing, and all words that do, sorted: the name of an option alone.
    pub(super) fn named(&self, thing: usize, own: &[usize]) -> (String, Vec<String>) {
        let lemma = |token: usize| topic::lemma(self.document, token);
        match self.coded(own) {
            Some((code, rest)) => (code.clone(), sorted(rest.into_iter().map(lemma).chain([code]))),
            None => (lemma(thing), sorted(own.iter().map(|&token| lemma(token)))),
        }
    }

    /// The thing where a name tells it from others of its sort: "version" in "the Pro version".
    pub(super) fn named_by(&self, thing: usize) -> Option<usize> {
        let mut before = self.document.children_by(thing, &[Label::Compound, Label::Nmod]);
        before.any(|word| self.document.tokens[word].pos == Pos::Propn).then_some(thing)
    }

    /// The noun and what stands before it and belongs to it: "default timeout" in "the client's default timeout".
    pub(super) fn own_words(&self, thing: usize) -> Vec<usize> {
        let document = self.document;
        // "Python 3.9 or newer", and the most that a thing may have is a figure of the thing.
        let is_bounding = |token: usize| {
            document.tokens[token].tag == Tag::Jjr || matches!(document.lower(token).as_str(), "maximum" | "max")
        };
        let is_amount = |token: usize| self.annotations.quantity_at(token).is_some();
        let is_own = |&token: &usize| document.tokens[token].pos != Pos::Propn;
        let before = document.children_by(thing, &[Label::Compound, Label::Amod, Label::Nmod, Label::Nummod]);
        let before = before.filter(is_own);
        let is_word = |token: &usize| {
            matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Verb)
                && !is_number(&document.lower(*token))
                && !is_amount(*token)
                && !is_bounding(*token)
        };
        let mut own: Vec<usize> = before.flat_map(|word| document.subtree(word)).filter(is_word).collect();
        // The parser may hang the name of an option from the verb: "the option --fast no longer exists".
        let beside = thing + 1..(thing + 2).min(self.sentence.tokens.end);
        let is_coded = |&token: &usize| is_code(&document.lower(token)) || self.quoted(token).is_some();
        let quoted = || thing + 2..(thing + 3).min(self.sentence.tokens.end);
        let quoted = quoted().filter(|&token| self.quoted(token).is_some());
        let codes = document.children(thing).chain(beside).chain(quoted).filter(is_coded);
        own.extend(codes);
        own.push(thing);
        own
    }

    /// What the thing belongs to: "the Aldo thermostat" in "the mode of the Aldo thermostat", "the client" in "the
    /// client's timeout".
    pub(super) fn belonging(&self, thing: usize) -> impl Iterator<Item = usize> {
        let parts = self.document.children_by(thing, &[Label::Prep, Label::Poss]);
        parts.flat_map(|part| self.document.subtree(part)).filter(move |&token| token != thing)
    }
}

/// Whether the noun, by its lemma, names a figure and not what has it: "limit", "size".
pub(super) fn is_bare_measure(lemma: &str) -> bool {
    table::has(include_str!("../data/bare_measures.tsv"), lemma)
}
