//! A sentence as a row of pieces: words, amounts, times and names, so that two sentences that share most of their
//! wording can be laid against each other.

use std::sync::Arc;

use crate::claim::denial::{self, Denial, predicate_lemma};
use crate::claim::event::{concept_of_verb, is_same_word};
use crate::claim::negation::is_negative_word;
use crate::claim::{Annotations, clause, topic};
use crate::entity::{NamedEntity, is_same};
use crate::language::wordnet;
use crate::language::{Document, Label, Pos, Sentence};
use crate::quantity::Quantity;
use crate::span::Span;
use crate::time::{Anchor, Interval};

/// One sentence as told, without its punctuation and its articles.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The number of the article.
    pub article: usize,
    /// The whole sentence.
    pub span: Span,
    /// What it is made of, in order of place.
    pub pieces: Vec<Piece>,
    /// Whether the sentence speaks of something known: its subject is no "a dog", "two men", "people".
    pub is_of_known: bool,
    /// Whether it only asks.
    pub is_question: bool,
    /// Whether it calls some report untrue: "the story is a hoax".
    pub debunks: bool,
    /// What it denies: "No, he has not been arrested", "the doctor denies taking a selfie".
    pub denial: Option<Denial>,
    /// The key of the piece that its main predicate is.
    pub predicate: String,
    /// The day of telling: the article's anchor.
    pub told: Option<Anchor>,
}

/// A word, an amount, a time or a name of a sentence.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its place.
    pub span: Span,
    /// What is equal for equal pieces: "w enter" for "entered".
    pub key: String,
    /// What it says.
    pub says: Says,
    /// Whether it is a name, or a word of one that is known to be none: "Batmobile".
    pub is_proper: bool,
    /// Whether it tells one person from another, or how one moves: "tall" in "the tall man", "fell" in "the boy fell".
    pub is_of_person: bool,
}

/// What a piece of a sentence says.
#[derive(Clone, Debug)]
pub enum Says {
    /// A word, by its lemma.
    Word(String),
    /// A word that only joins others: "of", "had".
    Link,
    /// "not", "never", "no".
    Negation,
    /// How many or how much.
    Amount(Box<Quantity>),
    /// When.
    Time {
        /// The days that it may denote, the likeliest first; none where nothing tells them.
        readings: Vec<Interval>,
        /// The words, in lower case.
        words: String,
    },
    /// Who or where.
    Name(Arc<NamedEntity>),
}

impl Piece {
    /// Whether it is more than a joining word.
    pub fn is_content(&self) -> bool {
        !matches!(self.says, Says::Link)
    }

    /// Whether both say one thing, in whatever words: "dead" and "death", "Abu Bakr al-Baghdadi" and "al-Baghdadi".
    pub fn meets(&self, other: &Self) -> bool {
        self.key == other.key
            || match (&self.says, &other.says) {
                (Says::Name(one), Says::Name(another)) => is_same(one, another),
                (Says::Word(one), Says::Word(another)) => is_same_word(one, another),
                _ => false,
            }
    }
}

/// Lays out one sentence; `None` for an empty one.
pub(super) fn lay_out(
    article: usize,
    document: &Document<'_>,
    sentence: &Sentence,
    annotations: &Annotations,
    names: &[Arc<NamedEntity>],
) -> Option<Wording> {
    let is_question = document.word(sentence.tokens.end.checked_sub(1)?) == "?";
    let mut pieces = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let (piece, end) = piece(document, at, annotations, names);
        pieces.extend(piece);
        at = end.max(at + 1);
    }
    pieces.shrink_to_fit();
    let span = document.span(sentence.tokens.clone());
    let is_of_known = clause::subject(document, sentence.root).is_none_or(|subject| is_known(document, subject));
    let debunks = !is_question && denial::debunks(document, sentence);
    let denial = if is_question { None } else { denial::denial(document, sentence) };
    let predicate = word_key(&predicate_lemma(document, sentence.root));
    let told = annotations.times.anchor;
    Some(Wording { article, span, pieces, is_of_known, is_question, debunks, denial, predicate, told })
}

/// Whether the noun phrase names something or points at something known.
fn is_known(document: &Document<'_>, noun: usize) -> bool {
    let points = |child: usize| matches!(document.lower(child).as_str(), "the" | "this" | "that" | "these" | "those");
    document.tokens[noun].pos != Pos::Noun
        || document.children_by(noun, &[Label::Det]).any(points)
        || document.child(noun, Label::Poss).is_some()
}

/// The piece that begins at the token, and where the next one begins.
fn piece(
    document: &Document<'_>,
    at: usize,
    annotations: &Annotations,
    names: &[Arc<NamedEntity>],
) -> (Option<Piece>, usize) {
    let times = &annotations.times.timexes;
    let time = times.partition_point(|timex| timex.tokens.start < at);
    if let Some(timex) = times.get(time).filter(|timex| timex.tokens.start == at) {
        let words = document.span(timex.tokens.clone()).of(document.text).to_lowercase();
        // Days that are counted from a presumed day of telling tell nothing by themselves.
        let is_presumed = timex.anchor.is_some_and(|anchor| anchor.is_presumed());
        let told = timex.interval.iter().chain(&timex.alternatives).filter(|_| !is_presumed);
        let readings: Vec<Interval> = told.copied().collect();
        let key = readings.first().map_or(format!("t {words}"), |interval| format!("t {interval}"));
        return (
            Some(Piece {
                span: timex.span,
                key,
                says: Says::Time { readings, words },
                is_proper: false,
                is_of_person: false,
            }),
            timex.tokens.end,
        );
    }
    let amounts = &annotations.quantities;
    let amount = amounts.partition_point(|quantity| quantity.tokens.start < at);
    if let Some(quantity) = amounts.get(amount).filter(|quantity| quantity.tokens.start == at && !quantity.ordinal) {
        let key = format!("a {:?} {:?} {:?}", quantity.low, quantity.high, quantity.unit);
        return (
            Some(Piece {
                span: quantity.span,
                key,
                says: Says::Amount(Box::new(quantity.clone())),
                is_proper: false,
                is_of_person: false,
            }),
            quantity.tokens.end,
        );
    }
    if let Some(mention) =
        annotations.entities.within(at..document.tokens.len()).next().filter(|mention| mention.tokens.start == at)
    {
        let name = &names[mention.entity];
        let piece = Piece {
            span: mention.span,
            key: format!("n {}", name.key()),
            says: Says::Name(Arc::clone(name)),
            is_proper: true,
            is_of_person: false,
        };
        return (Some(piece), mention.tokens.end);
    }
    (word(document, at), at + 1)
}

fn word(document: &Document<'_>, at: usize) -> Option<Piece> {
    let token = &document.tokens[at];
    let lower = document.lower(at);
    let lemma = token.lemma.to_lowercase();
    let says = match token.pos {
        _ if is_negative_word(&lower) => Says::Negation,
        Pos::Punct | Pos::Det | Pos::Sym => return None,
        Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Adv | Pos::Num => Says::Word(lemma.clone()),
        _ => Says::Link,
    };
    let is_proper = matches!(says, Says::Word(_)) && topic::is_name(document, at);
    Some(Piece { span: token.span, key: word_key(&lemma), says, is_proper, is_of_person: is_of_person(document, at) })
}

fn is_of_person(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let of = match token.pos {
        Pos::Adj if token.label == Label::Amod => Some(token.head),
        Pos::Verb if matches!(concept_of_verb(&token.lemma), Some("rise" | "fall")) => clause::subject(document, at),
        _ => None,
    };
    of.is_some_and(|of| wordnet::is_person(&document.tokens[of].lemma))
}

/// The key of a word's piece, by its lemma.
pub(super) fn word_key(lemma: &str) -> String {
    format!("w {lemma}")
}
