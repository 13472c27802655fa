//! What a sentence says is not so: that a report is a hoax, that somebody denies it, that it did not happen.

use crate::claim::argument::phrase;
use crate::claim::clause::{self, subject};
use crate::claim::modality::{is_negated, is_negative_word};
use crate::claim::wording::word_key;
use crate::language::{Document, Label, Sentence};
use crate::span::Span;
use crate::table;

/// What a sentence denies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denial {
    /// All that it speaks of: "No, he was seen alive", "the ministry denies it".
    Whole,
    /// What one predicate tells.
    Predicate {
        /// The key of its piece.
        key: String,
        /// The head of its subject.
        subject: Option<Span>,
        /// The words that only together are denied: "an album by Orla Senn" in "it is not an album by Orla Senn".
        whole: Option<Span>,
    },
}

/// Whether the sentence calls some report untrue: "is a hoax", "a fake story", "not true"; not "no hoax", "fake passports".
pub(super) fn debunks(document: &Document<'_>, sentence: &Sentence) -> bool {
    calls_untrue(document, sentence) || denies_truth(document, sentence)
}

/// "is not true", "rumours not true": the adjective says it of all that is told, and of no noun behind it.
fn denies_truth(document: &Document<'_>, sentence: &Sentence) -> bool {
    let is_truth =
        |token: &usize| table::has(include_str!("data/truths.tsv"), &document.tokens[*token].lemma.to_lowercase());
    sentence.tokens.clone().filter(is_truth).any(|token| {
        let before = token.saturating_sub(2).max(sentence.tokens.start)..token;
        modified(document, token).is_none() && before.into_iter().any(|word| is_negative_word(&document.lower(word)))
    })
}

fn calls_untrue(document: &Document<'_>, sentence: &Sentence) -> bool {
    let lemma = |token: usize| document.tokens[token].lemma.to_lowercase();
    sentence.tokens.clone().filter(|&token| table::has(include_str!("data/debunking.tsv"), &lemma(token))).any(
        |token| {
            let mut determiners = document.children_by(token, &[Label::Det, Label::Neg]);
            let is_denied = determiners.any(|det| is_negative_word(&document.lower(det)));
            let is_report = |noun: usize| table::has(include_str!("data/reports.tsv"), &lemma(noun));
            !is_denied && modified(document, token).is_none_or(is_report)
        },
    )
}

/// The noun behind the adjective that it belongs to: "story" for "fake" in "a fake story".
fn modified(document: &Document<'_>, adjective: usize) -> Option<usize> {
    let token = &document.tokens[adjective];
    Some(token.head).filter(|&noun| token.label == Label::Amod && noun > adjective)
}

/// What the sentence denies: all of something, where it answers "no" or its verb denies; or what its predicate tells.
pub(super) fn denial(document: &Document<'_>, sentence: &Sentence) -> Option<Denial> {
    let (first, root) = (sentence.tokens.start, sentence.root);
    let next = document.lower((first + 1).min(sentence.tokens.end - 1));
    let answers_no = document.lower(first) == "no" && matches!(next.as_str(), "," | "-" | "–" | "—");
    // "Batmobile was not stolen, police say": what is said is denied.
    let told: Vec<usize> = document.children_by(root, &[Label::Ccomp, Label::Parataxis]).chain([root]).collect();
    let is_denying = |token: usize| {
        let lemma = document.tokens[token].lemma.to_lowercase();
        table::has(include_str!("data/denials.tsv"), &lemma)
            && !is_negated(document, token)
            && !clause::is_passive(document, token)
    };
    if answers_no || told.iter().any(|&token| is_denying(token)) {
        return Some(Denial::Whole);
    }
    let negated = told.into_iter().find(|&token| is_negated(document, token))?;
    let subject = subject(document, negated).map(|subject| document.tokens[subject].span);
    let told = told_by(document, negated);
    let whole = (document.tokens[told].label == Label::Attr).then(|| document.span(phrase(document, told)));
    Some(Denial::Predicate { key: word_key(&document.tokens[told].lemma.to_lowercase()), subject, whole })
}

/// The lemma of what the predicate tells: "dead" for "is not dead".
pub(super) fn predicate_lemma(document: &Document<'_>, predicate: usize) -> String {
    document.tokens[told_by(document, predicate)].lemma.to_lowercase()
}

/// What the predicate tells: "dead" in "is not dead", "sell" in "is not going to sell".
fn told_by(document: &Document<'_>, predicate: usize) -> usize {
    let complements: &[Label] = match document.tokens[predicate].lemma.as_str() {
        "be" => &[Label::Attr, Label::Acomp],
        "go" => &[Label::Xcomp],
        _ => &[],
    };
    document.children_by(predicate, complements).next().unwrap_or(predicate)
}
