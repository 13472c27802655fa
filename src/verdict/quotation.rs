//! Two quotations in much the same words -> `quote` where one speaker is given other words, `attribution` where the same
//! words are given to another speaker.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::claim::{Quotation, QuotedWord, Quoter};
use crate::entity::{self, NamedEntity, Role};
use crate::language::wordnet;
use crate::matching::{Change, Requoted};
use crate::span::Span;
use crate::verdict::relation::days_between_tellings;
use crate::verdict::{Evidence, Finding, Relation};

/// Slogans are said again, with other figures, on another day.
const DAYS_OF_ONE_SPEECH: i32 = 7;

/// Whether the speakers of two quotations are one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speakers {
    One,
    Two,
    /// Two names, of which the recogniser does not know that both are people's.
    Apart,
    /// One side does not name the speaker.
    Unknown,
}

/// The contradiction between two quotations, where there is one.
pub fn judge_quotation(pair: &Requoted<'_>) -> Option<Finding> {
    if !is_one_speech(pair.left, pair.right) {
        return None;
    }
    match compare_speakers(pair.left.speaker.as_ref(), pair.right.speaker.as_ref()) {
        Speakers::Two if pair.changes.is_empty() && pair.mutual_likeness >= LEAST_OF_BOTH => Some(attribution(pair)),
        Speakers::Two | Speakers::Apart => None,
        Speakers::One => quote(pair, true),
        Speakers::Unknown => quote(pair, false),
    }
}

/// What the same words in two mouths may have beside them; one may quote the other.
const LEAST_OF_BOTH: f64 = 0.8;

/// Whether both speakers are written with capitals and no such word is in both: "Jan Petrik", "the mayor, Rosa Blum".
fn have_other_names(left: &Quoter, right: &Quoter) -> bool {
    let written = |quoter: &Quoter| -> Vec<String> {
        let words = quoter.words.split(|letter: char| !letter.is_alphabetic() && letter != '-');
        words.filter(|word| word.starts_with(char::is_uppercase)).map(entity::letters).collect()
    };
    let (left, right) = (written(left), written(right));
    // Two words are a name; one may be "She" or "Officials".
    left.len() > 1 && right.len() > 1 && !left.iter().any(|word| right.contains(word))
}

/// The same sentence, in one mouth or in two.
const CONFIDENCE: f64 = 0.92;

/// The same sentence in the mouth of somebody whom one article does not name.
const UNKNOWN_SPEAKER: f64 = 0.8;

fn is_one_speech(left: &Quotation, right: &Quotation) -> bool {
    days_between_tellings(left.told, right.told).is_none_or(|days| days.abs() <= DAYS_OF_ONE_SPEECH)
}

fn compare_speakers(left: Option<&Quoter>, right: Option<&Quoter>) -> Speakers {
    let (Some(left), Some(right)) = (left, right) else { return Speakers::Unknown };
    // "DNC Chair Tom Perez" may be taken for a name as a whole.
    let surname = |name: &NamedEntity| name.canonical.split_whitespace().next_back().map(str::to_lowercase);
    let is_one = |one: &NamedEntity, other: &NamedEntity| entity::is_same(one, other) || surname(one) == surname(other);
    if left.names.iter().any(|one| right.names.iter().any(|other| is_one(one, other))) {
        return Speakers::One;
    }
    if is_described_by(left, right) || is_described_by(right, left) {
        return Speakers::One;
    }
    let has = |quoter: &Quoter, roles: &[Role]| quoter.names.iter().any(|name| roles.contains(&name.role));
    // A name that speaks and is no body is most likely a person's; a body may speak through a person.
    let both_may_be_persons = [left, right].iter().all(|quoter| has(quoter, &[Role::Person, Role::Other]));
    let is_two = both_may_be_persons
        && !left.is_pronoun
        && !right.is_pronoun
        && (has(left, &[Role::Person]) || has(right, &[Role::Person]));
    match () {
        () if is_two => Speakers::Two,
        () if have_other_names(left, right) => Speakers::Apart,
        () => Speakers::Unknown,
    }
}

/// Whether the one is told only by the office that the other is told by beside the name: "the managing director", "the
/// managing director, Odette Pryce".
fn is_described_by(plain: &Quoter, named: &Quoter) -> bool {
    let words = |quoter: &Quoter| -> Vec<String> {
        let words = quoter.words.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase);
        words.filter(|word| !matches!(word.as_str(), "" | "the" | "a" | "an" | "its" | "of")).collect()
    };
    let (office, known) = (words(plain), words(named));
    let is_known = plain.words.starts_with("the ") || plain.words.starts_with("its ");
    let is_nameless =
        is_known && plain.names.is_empty() && !plain.is_pronoun && !plain.words.contains(char::is_uppercase);
    is_nameless && !named.names.is_empty() && !office.is_empty() && office.iter().all(|word| known.contains(word))
}

fn attribution(pair: &Requoted<'_>) -> Finding {
    let speaker = |quotation: &Quotation| quotation.speaker.as_ref().map_or(String::new(), Quoter::name);
    let (one, other) = (speaker(pair.left), speaker(pair.right));
    let why = format!("the same words, said by {one} and by {other}");
    finding(pair, "attribution", CONFIDENCE, [(pair.left.span, one), (pair.right.span, other)], why)
}

/// What was exchanged, where it changes what is said.
fn quote(pair: &Requoted<'_>, is_one_speaker: bool) -> Option<Finding> {
    let change = pair.changes.iter().find(|change| is_telling(pair, change, is_one_speaker))?;
    let words = |quotation: &Quotation, range: &Range<usize>| {
        let words = &quotation.words[range.clone()];
        let span = words.first().zip(words.last()).map_or(quotation.span, |(first, last)| first.span.to(last.span));
        let text = words.iter().map(|word| word.lemma.as_str()).collect::<Vec<_>>().join(" ");
        (span, if text.is_empty() { "left out".to_owned() } else { text })
    };
    let (one, other) = (words(pair.left, &change.left), words(pair.right, &change.right));
    let percent = pair.likeness * 100.0;
    let why =
        format!("“{}” against “{}” in a quotation of which {percent:.0} percent is the same words", one.1, other.1);
    let confidence = if is_one_speaker { CONFIDENCE } else { UNKNOWN_SPEAKER };
    Some(finding(pair, "quote", confidence, [one, other], why))
}

/// Whether the exchange changes what is said: a "not" was lost, a figure or a word changed into its opposite, or one
/// speaker is given words of another meaning.
///
/// What one article leaves out in the middle, spells otherwise or translates otherwise is no other wording.
fn is_telling(pair: &Requoted<'_>, change: &Change, is_one_speaker: bool) -> bool {
    let (left, right) = (&pair.left.words[change.left.clone()], &pair.right.words[change.right.clone()]);
    let denials = |words: &[QuotedWord]| words.iter().filter(|word| word.is_negation).count();
    let is_denial = left.len().max(right.len()) <= LONGEST_DENIAL && denials(left) != denials(right);
    if is_denial && denials(&pair.left.words) != denials(&pair.right.words) {
        return true;
    }
    if left.is_empty() || right.is_empty() || is_spelling(left, right) {
        return false;
    }
    let figure = |words: &[QuotedWord]| words.iter().find(|word| word.is_number).map(|word| word.lemma.clone());
    let is_other_figure = figure(left).zip(figure(right)).is_some_and(|(one, other)| one != other);
    let any = |meets: fn(&str, &str) -> bool| {
        left.iter().any(|one| right.iter().any(|other| meets(&one.lemma, &other.lemma)))
    };
    let has_content = |words: &[QuotedWord]| words.iter().any(|word| word.is_content);
    let is_otherwise = is_one_speaker
        && has_content(left)
        && has_content(right)
        && pair.likeness >= LEAST_OF_BOTH
        && !any(|one, other| strsim::jaro_winkler(one, other) >= LIKE_SPELLING || wordnet::is_synonym(one, other));
    is_other_figure || any(wordnet::is_antonym) || is_otherwise
}

/// Whether the two are one word spelled or shortened in two ways: "e-mail" and "email", "U.S." and "United States".
fn is_spelling(left: &[QuotedWord], right: &[QuotedWord]) -> bool {
    let letters = |words: &[QuotedWord]| -> String {
        words.iter().flat_map(|word| word.lemma.chars()).filter(|letter| letter.is_alphanumeric()).collect()
    };
    let initials =
        |words: &[QuotedWord]| -> String { words.iter().filter_map(|word| word.lemma.chars().next()).collect() };
    let (one, other) = (letters(left), letters(right));
    let is_name = |words: &[QuotedWord]| words.iter().all(|word| word.is_name || !word.is_content);
    let is_near = strsim::jaro_winkler(&one, &other) >= LIKE_SPELLING;
    is_near || one == initials(right) || other == initials(left) || is_name(left) || is_name(right)
}

/// In a longer exchange a "not" may belong to anything.
const LONGEST_DENIAL: usize = 3;

/// How alike the letters of two spellings of one word are.
const LIKE_SPELLING: f64 = 0.88;

fn finding(
    pair: &Requoted<'_>,
    kind: &'static str,
    confidence: f64,
    [left, right]: [(Span, String); 2],
    why: String,
) -> Finding {
    let side = |quotation: &Quotation, (span, value): (Span, String)| Evidence {
        article: quotation.article,
        span,
        sentence: quotation.sentence,
        value,
        said_by: quotation.speaker.as_ref().map(Quoter::name),
    };
    Finding {
        relation: Relation::Conflict,
        kind,
        confidence,
        measured_on: None,
        left: side(pair.left, left),
        right: side(pair.right, right),
        why,
    }
}

/// Adds what quotations contradict, and drops what else was found between the same two sentences: one drifted quotation
/// is one finding.
pub fn add_quotations(findings: &mut Vec<Finding>, quotations: Vec<Finding>) {
    let place = |finding: &Finding| {
        let side = |evidence: &Evidence| (evidence.article, evidence.sentence);
        (side(&finding.left), side(&finding.right))
    };
    let told: FxHashSet<_> = quotations.iter().map(place).collect();
    findings.retain(|finding| finding.relation != Relation::Conflict || !told.contains(&place(finding)));
    findings.extend(quotations);
}
