//! Versions: the one in which a thing changed ("was removed in 5.0"), the one that is needed ("requires Python 3.8").

use std::ops::Range;

use super::presence::is_there;
use super::{PropertyValue, Reader};
use crate::claim::clause::{is_passive, subject};
use crate::claim::modality::Reading;
use crate::claim::{Annotations, Modality, Polarity};
use crate::language::{Document, Label, Pos, Tag};
use crate::quantity::Unit;
use crate::table;

impl Reader<'_> {
    /// The version in which the thing changed: "was removed in 5.0".
    pub(super) fn version(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let lemma = document.tokens[predicate].lemma.to_lowercase();
        if lemma == "be" {
            return self.least_version(predicate).or_else(|| self.sufficient_version(predicate));
        }
        if let Some(platform) = self.least_platform(predicate, reading) {
            return Some(platform);
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
    pub(super) fn is_no_longer(&self, predicate: usize) -> bool {
        self.document.children_by(predicate, &[Label::Advmod]).any(|adverb| self.document.lower(adverb) == "longer")
    }

    /// The version of something else that the predicate says is needed: "requires Python 3.8 or later".
    fn required_version(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let end = self.clauses.extent(self.document, predicate).end;
        let is_name = |token: usize| {
            matches!(self.document.tokens[token].pos, Pos::Propn | Pos::Noun)
                || self.document.word(token).contains(char::is_uppercase)
        };
        (predicate + 2..end).filter(|&token| is_name(token - 1)).find_map(|token| {
            let number = self.versions(token..token + 1).next().or_else(|| self.whole_version(token))?;
            Some((PropertyValue::Version { what: REQUIRED, number }, self.versioned(token - 1)?))
        })
    }

    /// The version that has no point, behind a name or the word: "Java 17", "version 17 or above".
    fn whole_version(&self, token: usize) -> Option<String> {
        let document = self.document;
        let before = token.checked_sub(1).filter(|_| token < document.tokens.len())?;
        let word = document.word(before);
        let is_name = word.contains(char::is_uppercase) && document.tokens[before].pos != Pos::Num;
        let is_name = is_name && self.annotations.timex_at(token).is_none();
        // "4 GB" and "Windows 10 licences" are amounts.
        let counts =
            |next: usize| matches!(document.tokens[next].tag, Tag::Nns | Tag::Nn) && next < self.sentence.tokens.end;
        let is_counting = token + 1 < document.tokens.len() && counts(token + 1);
        let is_version = is_name || self.is_word_of_version(before);
        let number = document.lower(token);
        (is_version && !is_counting && is_whole(&number)).then_some(number)
    }

    fn is_word_of_version(&self, token: usize) -> bool {
        matches!(self.document.tokens[token].lemma.as_str(), "version" | "release")
    }

    /// What the version is one of, by the word before its number: "Java" in "Java 17", "Java version 17" and "a Java
    /// runtime of version 17".
    fn versioned(&self, before: usize) -> Option<usize> {
        let document = self.document;
        if !self.is_word_of_version(before) {
            return Some(before);
        }
        let is_name = |&token: &usize| document.word(token).starts_with(char::is_uppercase);
        let of = Some(document.tokens[before].head).filter(|&of| document.lower(of) == "of");
        let noun = of.map_or(before, |of| document.tokens[of].head);
        let mut names = document.children_by(noun, &[Label::Compound, Label::Nmod, Label::Amod]);
        names.find(is_name).or(Some(noun).filter(is_name))
    }

    /// The version on which something runs at least: "runs on Java 17 or later".
    fn least_platform(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let is_running = matches!(document.tokens[predicate].lemma.as_str(), "run" | "work");
        let is_rule = reading.modality == Modality::Holds && reading.polarity == Polarity::Positive;
        let on = document.children_by(predicate, &[Label::Prep]).find(|&prep| document.lower(prep) == "on");
        let object = document.child(on.filter(|_| is_running && is_rule)?, Label::Pobj)?;
        // The parser may take the number for what the name stands before: "iOS 15".
        let is_number = document.word(object).starts_with(|letter: char| letter.is_ascii_digit());
        let name = if is_number { object.checked_sub(1)? } else { object };
        let number = self.versions(name + 1..name + 2).next().or_else(|| self.whole_version(name + 1))?;
        let end = (name + 6).min(self.sentence.tokens.end);
        let is_later =
            |token: usize| matches!(document.lower(token).as_str(), "later" | "newer" | "above" | "higher" | "+");
        let is_link = matches!(document.lower((name + 2).min(end - 1)).as_str(), "or" | "and" | "+");
        (is_link && (name + 2..end).any(is_later)).then_some((PropertyValue::Version { what: REQUIRED, number }, name))
    }

    /// The version that is enough: "Java 11 is sufficient".
    fn sufficient_version(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let subject = subject(document, predicate)?;
        let complement = document.child(predicate, Label::Acomp)?;
        let is_enough = matches!(document.lower(complement).as_str(), "sufficient" | "enough");
        let number = subject + 1;
        let is_own = is_enough && self.sentence.tokens.contains(&number);
        let number =
            self.versions(number..number + 1).next().or_else(|| self.whole_version(number)).filter(|_| is_own)?;
        Some((PropertyValue::Version { what: REQUIRED, number }, subject))
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
    let words = (tokens.start..tokens.end.min(document.tokens.len())).map(|token| (token, document.lower(token)));
    words.filter(move |(token, word)| is_version(word) && !is_in_amount(*token)).map(|(_, word)| plain_version(&word))
}

/// The version without its "v" and the last of three numbers where that is 0: "2.6" for "v2.6.0".
pub(super) fn plain_version(word: &str) -> String {
    let number = word.strip_prefix('v').unwrap_or(word);
    let is_long = number.matches('.').count() > 1;
    number.strip_suffix(".0").filter(|_| is_long).unwrap_or(number).to_owned()
}

/// What is said of a thing that a version has no more.
const REMOVED: &str = "removed";

/// What is said of the thing whose version another one needs.
pub const REQUIRED: &str = "required";

/// Whether the word is a version: "4.8", "v2.1.0".
pub fn is_version(word: &str) -> bool {
    let number = word.strip_prefix('v').unwrap_or(word);
    let mut parts = number.split('.');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number.contains('.') && parts.all(is_number)
}

/// Whether the word is a whole number of a version: no year.
fn is_whole(word: &str) -> bool {
    word.len() <= 3 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the word is a number or a version: "18", "3.9".
pub(super) fn is_number(word: &str) -> bool {
    is_version(word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
