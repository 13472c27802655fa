//! Versions: the one in which a thing changed ("was removed in 5.0"), the one that is needed ("requires Python 3.8").

use std::ops::Range;

use super::{PropertyValue, Reader};
use crate::claim::clause::{is_passive, subject};
use crate::claim::modality::Reading;
use crate::claim::{Annotations, Polarity};
use crate::language::{Document, Label, Pos};
use crate::quantity::Unit;
use crate::table;

impl Reader<'_> {
    /// The version in which the thing changed: "was removed in 5.0".
    pub(super) fn version(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let lemma = document.tokens[predicate].lemma.to_lowercase();
        if lemma == "be" {
            return self.least_version(predicate);
        }
        let is_gone = reading.polarity == Polarity::Negative && self.is_no_longer(predicate) && is_there(&lemma);
        let what = match is_gone {
            true => REMOVED,
            false => table::value_of(include_str!("../data/versioned.tsv"), &lemma)?,
        };
        if what == REQUIRED {
            return self.required_version(predicate);
        }
        let leads = |prep: &usize| matches!(document.lower(*prep).as_str(), "in" | "with" | "since" | "from" | "as");
        let object = document.child(predicate, Label::Dobj);
        let is_subject = is_passive(document, predicate) || is_gone;
        let thing = if is_subject { subject(document, predicate) } else { object };
        let holders = std::iter::once(predicate).chain(object);
        let within = holders.flat_map(|holder| document.children_by(holder, &[Label::Prep])).filter(leads);
        let mut numbers = within.flat_map(|prep| self.versions(document.subtree(prep)));
        let number = numbers.next().filter(|_| is_gone || reading.polarity == Polarity::Positive)?;
        Some((PropertyValue::Version { what, number }, thing?))
    }

    /// Whether "no longer" or "any longer" stands with the predicate.
    fn is_no_longer(&self, predicate: usize) -> bool {
        self.document.children_by(predicate, &[Label::Advmod]).any(|adverb| self.document.lower(adverb) == "longer")
    }

    /// The version of something else that the predicate says is needed: "requires Python 3.8 or later".
    fn required_version(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let end = self.clauses.extent(self.document, predicate).end;
        let is_name = |token: usize| matches!(self.document.tokens[token].pos, Pos::Propn | Pos::Noun);
        (predicate + 2..end).filter(|&token| is_name(token - 1)).find_map(|token| {
            let number = self.versions(token..token + 1).next()?;
            Some((PropertyValue::Version { what: REQUIRED, number }, token - 1))
        })
    }

    /// The version of something that is the least: "Node.js 18 is the minimum supported version", "the oldest supported
    /// version of Python is 3.9".
    fn least_version(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let is_least = |noun: &usize| {
            let words = document.span(document.subtree(*noun)).of(document.text).to_lowercase();
            let names_least = words.split_whitespace().any(|word| matches!(word, "minimum" | "oldest" | "lowest"));
            matches!(document.tokens[*noun].lemma.as_str(), "version" | "release") && names_least
        };
        let (subject, attribute) = (subject(document, predicate)?, document.child(predicate, Label::Attr)?);
        let number = |tokens: Range<usize>| tokens.into_iter().find(|&token| is_number(&document.lower(token)));
        let (thing, number) = if is_least(&attribute) {
            (subject, number(document.subtree(subject))?)
        } else {
            let of = document.children_by(subject, &[Label::Prep]).find(|&prep| document.lower(prep) == "of");
            (document.child(of.filter(|_| is_least(&subject))?, Label::Pobj)?, number(document.subtree(attribute))?)
        };
        Some((PropertyValue::Version { what: REQUIRED, number: document.lower(number) }, thing))
    }

    pub(super) fn versions(&self, tokens: Range<usize>) -> impl Iterator<Item = String> {
        versions(self.document, self.annotations, tokens)
    }
}

/// The version numbers among the tokens, in order of place: no amounts, no dates.
pub(in crate::claim) fn versions(
    document: &Document<'_>,
    annotations: &Annotations,
    tokens: Range<usize>,
) -> impl Iterator<Item = String> {
    let is_in_amount = |token: usize| {
        annotations.quantity_at(token).is_some_and(|quantity| quantity.unit != Unit::None)
            || annotations.timex_at(token).is_some()
    };
    let words = tokens.map(|token| (token, document.lower(token)));
    words.filter(move |(token, word)| is_version(word) && !is_in_amount(*token)).map(|(_, word)| plain_version(&word))
}

/// The version without its "v" and the last of three numbers where that is 0: "2.6" for "v2.6.0".
fn plain_version(word: &str) -> String {
    let number = word.strip_prefix('v').unwrap_or(word);
    let is_long = number.matches('.').count() > 1;
    number.strip_suffix(".0").filter(|_| is_long).unwrap_or(number).to_owned()
}

/// What is said of a thing that a version has no more.
const REMOVED: &str = "removed";

/// Whether who no longer does it is gone: "exists", "is supported".
fn is_there(lemma: &str) -> bool {
    matches!(lemma, "exist" | "support" | "ship" | "include")
}

/// What is said of the thing whose version another one needs.
pub const REQUIRED: &str = "required";

/// Whether the word is a version: "4.8", "v2.1.0".
pub fn is_version(word: &str) -> bool {
    let number = word.strip_prefix('v').unwrap_or(word);
    let mut parts = number.split('.');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number.contains('.') && parts.all(is_number)
}

/// Whether the word is a number or a version: "18", "3.9".
pub(super) fn is_number(word: &str) -> bool {
    is_version(word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
