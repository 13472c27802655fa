//! What a sentence says is not so: that a report is a hoax, that somebody denies it, that it did not happen.

use crate::claim::argument::phrase;
use crate::claim::clause::{self, subject};
use crate::claim::negation::{is_negated, is_negative_word};
use crate::language::cue::phrase_lemma;
use crate::language::{Document, Label, Sentence, Tag};
use crate::span::Span;
use crate::table;

/// What a sentence denies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denial {
    /// All that it speaks of: "No, he was seen alive", "the ministry denies it".
    Whole,
    /// What one predicate tells.
    Predicate {
        /// Its word.
        told: Span,
        /// Its subject.
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
            let is_said = matches!(document.tokens[token].label, Label::Attr | Label::Acomp | Label::Oprd);
            // "Was not a hoax", "denies the hoax claims".
            let is_denied = determiners.any(|det| is_negative_word(&document.lower(det)))
                || is_said && is_negated(document, document.tokens[token].head)
                || document.ancestors(token).take(2).any(|above| is_denying(document, above));
            let is_report = |noun: usize| table::has(REPORTS, &lemma(noun));
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
    // "Batmobile was not stolen, police say": what is said is denied. "Don't worry, he is not dead" denies the second.
    let told: Vec<usize> =
        document.children_by(root, &[Label::Ccomp, Label::Parataxis, Label::Conj]).chain([root]).collect();
    let denies = |token: usize| is_denying(document, token) || quashes(document, token);
    if answers_no || told.iter().any(|&token| denies(token)) {
        return Some(Denial::Whole);
    }
    let negated = told.into_iter().find(|&token| is_negated(document, token) && !is_order(document, token))?;
    let subject = subject(document, negated).map(|subject| document.span(phrase(document, subject)));
    let told = told_by(document, negated);
    let whole = (document.tokens[told].label == Label::Attr).then(|| document.span(phrase(document, told)));
    Some(Denial::Predicate { told: document.tokens[told].span, subject, whole })
}

/// Whether the verb denies what its object or clause tells: "the ministry denies it".
fn is_denying(document: &Document<'_>, verb: usize) -> bool {
    table::has(include_str!("data/denials.tsv"), &document.tokens[verb].lemma.to_lowercase())
        && !is_negated(document, verb)
        && !clause::is_passive(document, verb)
        && !withholds(document, verb)
}

/// Whether the verb tells the reader what not to do: "don't worry".
fn is_order(document: &Document<'_>, verb: usize) -> bool {
    let is_helped = |aux: usize| document.tokens[aux].lemma == "do";
    document.tokens[verb].tag == Tag::Vb
        && subject(document, verb).is_none()
        && document.children_by(verb, &[Label::Aux]).all(is_helped)
}

/// Whether the verb does away with what is told: "quashed the rumour", "the claims were put to rest".
fn quashes(document: &Document<'_>, verb: usize) -> bool {
    let lemma = phrase_lemma(document, verb, |phrase| table::has(QUASHING, phrase));
    let mut objects = document.children_by(verb, &[Label::Dobj, Label::Nsubjpass]);
    let is_report = |object: usize| table::has(REPORTS, &document.tokens[object].lemma.to_lowercase());
    table::has(QUASHING, &lemma) && !is_negated(document, verb) && objects.any(is_report)
}

/// Nouns for what is told.
const REPORTS: &str = include_str!("data/reports.tsv");

/// Verbs that do away with a report.
const QUASHING: &str = include_str!("data/quashing.tsv");

/// Whether the verb only says that something was not given: "denied a visa", "denied him a pension".
fn withholds(document: &Document<'_>, verb: usize) -> bool {
    let is_thing = |object: usize| {
        let is_one =
            document.child(object, Label::Det).is_some_and(|det| matches!(document.lower(det).as_str(), "a" | "an"));
        is_one
            && table::value_of(REPORTS, &document.tokens[object].lemma.to_lowercase())
                .is_none_or(|sort| sort == "picture")
    };
    document.child(verb, Label::Dative).is_some() || document.child(verb, Label::Dobj).is_some_and(is_thing)
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
