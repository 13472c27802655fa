//! Texts -> annotations, batch by batch through the network.
//!
//! Short texts are read together and long ones in stretches, so that memory stays bounded and products stay large.

use std::cell::RefCell;
use std::ops::Range;

use crate::language::annotate::{AnnotatedToken, Annotation};
use crate::language::attribute::{self, Attributes};
use crate::language::document::Entity;
use crate::language::labels::{Label, Tag};
use crate::language::lemma;
use crate::language::lexeme;
use crate::language::model::Model;
use crate::language::names::names;
use crate::language::network::encoder::{REACH, Room};
use crate::language::network::layers::highest;
use crate::language::network::stepper::Prepared;
use crate::language::parse::parse;
use crate::language::tokenizer::{RawToken, tokenize};
use crate::language::vocabulary::{Batch, Vocabulary};

/// The most tokens that are read at once.
const STRETCH: usize = 1024;

thread_local! {
    /// Words and room that the next text read on this thread finds ready.
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Annotates each text by itself.
pub(crate) fn read_all(texts: &[&str]) -> Vec<Annotation> {
    let mut readings: Vec<Reading> = texts.iter().map(|text| Reading::new(text)).collect();
    DESK.with_borrow_mut(|desk| {
        let mut at = 0;
        while at < readings.len() {
            let count = batch(&readings[at..]);
            desk.read(Model::get(), &mut readings[at..at + count]);
            at += readings[at..].iter().take_while(|reading| reading.is_done()).count();
        }
    });
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

/// All that is kept from batch to batch.
#[derive(Default)]
struct Desk {
    vocabulary: Vocabulary,
    batch: Batch,
    room: Room,
    shared: Vec<f32>,
    names: Vec<f32>,
    scores: Vec<f32>,
    parser: Prepared,
    namer: Prepared,
}

impl Desk {
    /// Reads the next stretch of each text; all vectors are computed together.
    fn read(&mut self, model: &Model, readings: &mut [Reading]) {
        let mut places: Vec<Option<u32>> = vec![None; REACH];
        let mut rows = Vec::with_capacity(readings.len());
        let tokens = readings.iter().map(|reading| reading.with_neighbours().len()).sum();
        self.batch.begin(&mut self.vocabulary, tokens);
        for reading in readings.iter() {
            let tokens = reading.with_neighbours();
            rows.push(places.len() + reading.done() - tokens.start);
            let tokens = reading.tokens[tokens].iter();
            places.extend(tokens.map(|token| Some(self.batch.number(&mut self.vocabulary, reading.text, token))));
            places.resize(places.len() + REACH, None);
        }
        self.batch.mix(model, &mut self.vocabulary, &mut self.room);
        model.shared.encode(&self.batch.shared, &places, &mut self.shared, &mut self.room);
        model.names.encode(&self.batch.names, &places, &mut self.names, &mut self.room);
        for (reading, row) in readings.iter_mut().zip(rows) {
            self.read_stretch(model, reading, row);
        }
    }

    /// Reads a stretch of a text, of whose first token the vectors are in this row.
    fn read_stretch(&mut self, model: &Model, reading: &mut Reading, row: usize) {
        let stretch = reading.stretch();
        let (width, at_end) = (model.shared.width(), stretch.end == reading.tokens.len());
        let vectors = |length: usize| row * width..(row + length) * width;
        model.parser.prepare(&self.shared[vectors(stretch.len())], &mut self.parser);
        let tree = parse(model, &mut self.parser, &reading.is_space[stretch.clone()], at_end);
        let vectors = vectors(tree.heads.len());
        let is_space = &reading.is_space[stretch.start..][..tree.heads.len()];
        model.namer.prepare(&self.names[vectors.clone()], &mut self.namer);
        for name in names(model, &mut self.namer, is_space, &tree.starts) {
            let tokens = stretch.start + name.tokens.start..stretch.start + name.tokens.end;
            reading.entities.push(Entity { tokens, label: name.label });
        }
        model.tagger.apply(&self.shared[vectors], tree.heads.len(), &mut self.scores);
        reading.tags.extend(self.scores.chunks_exact(model.tags.len()).map(|scores| model.tags[highest(scores)]));
        reading.heads.extend(tree.heads.into_iter().map(|head| stretch.start + head));
        reading.labels.extend(tree.labels);
        reading.starts.extend(tree.starts);
    }
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

    /// The tokens to read next with those around them that their vectors know of.
    fn with_neighbours(&self) -> Range<usize> {
        let stretch = self.stretch();
        stretch.start.saturating_sub(REACH)..self.tokens.len().min(stretch.end + REACH)
    }

    /// Adds what follows from tags and tree.
    fn finish(self) -> Annotation {
        let words: Vec<&str> = self.tokens.iter().map(|token| token.span.of(self.text)).collect();
        let attributes = attribute::attributes(&words, &self.tags, &self.labels);
        let token = |(number, attributes): (usize, &Attributes)| AnnotatedToken {
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
