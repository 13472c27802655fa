//! Plain texts -> all that the model says of their tokens, white space among them.
//!
//! Short texts are read together and long ones in stretches, so that memory stays bounded and products stay large.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::attribute;
use crate::language::document::Entity;
use crate::language::labels::{Label, Pos, Tag};
use crate::language::lemma;
use crate::language::lexeme;
use crate::language::model::Model;
use crate::language::names::names;
use crate::language::network::encoder::{Features, REACH};
use crate::language::parse::parse;
use crate::language::tokenizer::{RawToken, tokenize};
use crate::span::Span;

/// The most tokens that are read at once.
const STRETCH: usize = 1024;

/// All that the model says of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Words, punctuation marks and white space beyond single spaces, in order.
    pub tokens: Vec<AnnotatedToken>,
    /// Names, in order, as numbers of tokens.
    pub entities: Vec<Entity>,
}

/// A token with what the model says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatedToken {
    /// Its place in the text.
    pub span: Span,
    /// Whether it is white space.
    pub is_space: bool,
    /// The tag of the treebank.
    pub tag: Tag,
    /// The universal part of speech.
    pub pos: Pos,
    /// The dictionary form.
    pub lemma: String,
    /// The number of the token that it depends on; its own where it is a root.
    pub head: usize,
    /// How it depends on its head.
    pub label: Label,
    /// Whether a sentence begins here.
    pub starts_sentence: bool,
}

/// Annotates one text as spaCy does.
///
/// "The bridge opened." gives four tokens; "opened" is a `Vbd`, a `Verb` with the lemma "open", and the root.
pub fn annotate(text: &str) -> Annotation {
    annotate_all(&[text]).pop().unwrap_or_default()
}

/// Annotates each text by itself.
pub fn annotate_all(texts: &[&str]) -> Vec<Annotation> {
    let mut readings: Vec<Reading> = texts.iter().map(|text| Reading::new(text)).collect();
    let mut at = 0;
    while at < readings.len() {
        let count = batch(&readings[at..]);
        read(Model::get(), &mut readings[at..at + count]);
        at += readings[at..].iter().take_while(|reading| reading.is_done()).count();
    }
    readings.into_iter().map(Reading::finish).collect()
}

/// How many readings fit into one batch; at least one, of which maybe only a stretch.
fn batch(readings: &[Reading]) -> usize {
    let mut room = STRETCH;
    let fits = |reading: &&Reading| {
        let rest = reading.tokens.len() - reading.done();
        let fits = rest <= room;
        room = room.saturating_sub(rest);
        fits
    };
    readings.iter().take_while(fits).count().max(1)
}

/// A text that is being read.
struct Reading<'a> {
    text: &'a str,
    tokens: Vec<RawToken>,
    is_space: Vec<bool>,
    tags: Vec<Tag>,
    heads: Vec<usize>,
    labels: Vec<Label>,
    starts: Vec<bool>,
    entities: Vec<Entity>,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str) -> Self {
        let tokens = tokenize(text);
        let is_space = tokens.iter().map(|token| lexeme::is_space(token.span.of(text))).collect();
        let (tags, heads, labels, starts, entities) = Default::default();
        Self { text, tokens, is_space, tags, heads, labels, starts, entities }
    }

    /// How many tokens have been read.
    fn done(&self) -> usize {
        self.heads.len()
    }

    fn is_done(&self) -> bool {
        self.done() == self.tokens.len()
    }

    /// The tokens to read next.
    fn stretch(&self) -> Range<usize> {
        self.done()..self.tokens.len().min(self.done() + STRETCH)
    }

    /// Reads a stretch, of whose tokens these are the vectors for the parser and for the names.
    fn read(&mut self, model: &Model, shared: &[f32], names_: &[f32]) {
        let stretch = self.stretch();
        let (first, at_end) = (stretch.start, stretch.end == self.tokens.len());
        let tree = parse(model, model.parser.prepare(shared), &self.is_space[stretch], at_end);
        let length = tree.heads.len();
        let is_space = &self.is_space[first..first + length];
        let prepared = model.namer.prepare(&names_[..length * model.names.width()]);
        let names = names(model, prepared, is_space, &tree.starts);
        let moved = |name: Entity| Entity { tokens: first + name.tokens.start..first + name.tokens.end, ..name };
        self.entities.extend(names.into_iter().map(moved));
        self.tags.extend(tags(model, &shared[..length * model.shared.width()]));
        self.heads.extend(tree.heads.into_iter().map(|head| first + head));
        self.labels.extend(tree.labels);
        self.starts.extend(tree.starts);
    }

    /// Adds what follows from tags and tree.
    fn finish(self) -> Annotation {
        let words: Vec<&str> = self.tokens.iter().map(|token| token.span.of(self.text)).collect();
        let attributes = attribute::attributes(&words, &self.tags, &self.labels);
        let token = |(number, attributes): (usize, &attribute::Attributes)| AnnotatedToken {
            span: self.tokens[number].span,
            is_space: self.is_space[number],
            tag: attributes.tag,
            pos: attributes.pos,
            lemma: lemma::lemmatize(words[number], attributes),
            head: self.heads[number],
            label: attributes.label,
            starts_sentence: self.starts[number],
        };
        Annotation { tokens: attributes.iter().enumerate().map(token).collect(), entities: self.entities }
    }
}

/// The tag of the highest score for each vector, the first of equals.
fn tags(model: &Model, vectors: &[f32]) -> Vec<Tag> {
    let mut scores = Vec::new();
    model.tagger.apply(vectors, vectors.len() / model.shared.width(), &mut scores);
    let best = |scores: &[f32]| {
        let mut best = 0;
        for (tag, &score) in scores.iter().enumerate() {
            if score > scores[best] {
                best = tag;
            }
        }
        model.tags[best]
    };
    scores.chunks_exact(model.tags.len()).map(best).collect()
}

/// Reads the next stretch of each text; all vectors are computed together.
fn read(model: &Model, readings: &mut [Reading]) {
    let mut words = Words::default();
    let mut places: Vec<Option<u32>> = vec![None; REACH];
    let mut rows = Vec::new();
    for reading in readings.iter() {
        let stretch = reading.stretch();
        let before = stretch.start.saturating_sub(REACH);
        let after = reading.tokens.len().min(stretch.end + REACH);
        rows.push(places.len() + stretch.start - before);
        places.extend(reading.tokens[before..after].iter().map(|token| Some(words.number(reading.text, token))));
        places.resize(places.len() + REACH, None);
    }
    let shared = model.shared.encode(&words.features, &places);
    let names = model.names.encode(&words.features, &places);
    for (reading, row) in readings.iter_mut().zip(rows) {
        let rows = row..row + reading.stretch().len();
        let of = |vectors, width| -> &[f32] { &<[f32]>::as_ref(vectors)[rows.start * width..rows.end * width] };
        reading.read(model, of(&shared, model.shared.width()), of(&names, model.names.width()));
    }
}

/// The different words of a batch.
#[derive(Default)]
struct Words {
    /// By the numbers of the word and of a norm that an exception sets, and whether a space follows.
    numbers: FxHashMap<(u64, u64, bool), u32>,
    features: Vec<Features>,
}

impl Words {
    /// The number of the token's word, a new one where it was not seen before.
    fn number(&mut self, text: &str, token: &RawToken) -> u32 {
        let word = token.span.of(text);
        let key = (lexeme::string_id(word), token.norm.map_or(0, lexeme::string_id), token.spacy);
        *self.numbers.entry(key).or_insert_with(|| {
            self.features.push(features(word, token));
            self.features.len() as u32 - 1
        })
    }
}

fn features(word: &str, token: &RawToken) -> Features {
    [
        lexeme::string_id(&lexeme::norm(word, token.norm)),
        lexeme::string_id(lexeme::prefix(word)),
        lexeme::string_id(lexeme::suffix(word)),
        lexeme::string_id(&lexeme::shape(word)),
        token.spacy.into(),
        lexeme::is_space(word).into(),
    ]
}
