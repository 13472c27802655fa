//! The trained model: its weights and label tables, compiled in and unpacked once.
//!
//! `scripts/convert_model.py` writes the files beside this one; README.md says how.

mod weights;

use std::mem::discriminant;
use std::ops::Range;
use std::sync::LazyLock;

use crate::language::labels::{EntityLabel, Label, Tag};
use crate::language::network::encoder::{Encoder, Feature, Table as EmbeddingTable};
use crate::language::network::layers::Linear;
use crate::language::network::stepper::Stepper;
use crate::language::table::Table;
pub(crate) use weights::{HalfRows, Weights, add_halves};

/// All that was learned.
pub(crate) struct Model {
    /// Reads words for the tagger and the parser.
    pub(crate) shared: Encoder,
    /// Reads words for the entity recogniser.
    pub(crate) names: Encoder,
    pub(crate) tagger: Linear,
    pub(crate) tags: Vec<Tag>,
    pub(crate) parser: Stepper<8>,
    pub(crate) parser_moves: Moves<ParserMove>,
    pub(crate) namer: Stepper<3>,
    pub(crate) name_moves: Moves<NameMove>,
}

/// The classes of a transition system.
pub(crate) struct Moves<M> {
    pub(crate) all: Vec<M>,
    /// The places of classes that are of one kind.
    pub(crate) kinds: Vec<Range<usize>>,
}

impl<M> From<Vec<M>> for Moves<M> {
    fn from(all: Vec<M>) -> Self {
        let mut start = 0;
        let kinds = all.chunk_by(|left, right| discriminant(left) == discriminant(right)).map(|kind| {
            start += kind.len();
            start - kind.len()..start
        });
        let kinds = kinds.collect();
        Self { all, kinds }
    }
}

/// A class of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParserMove {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack is done; without a head it becomes the next word again.
    Reduce,
    /// The top of the stack depends on the next word.
    Left(Arc),
    /// The next word depends on the top of the stack.
    Right(Arc),
    /// The word after the next one begins a sentence.
    Break,
}

/// The label of an arc that the parser draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arc {
    pub(crate) label: Label,
    /// The label of the true head, where the arc would cross others and was drawn from further up.
    pub(crate) lifted: Option<Label>,
}

/// A class of the entity recogniser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameMove {
    /// The first word of several.
    Begin(EntityLabel),
    /// A word between the first and the last.
    In(EntityLabel),
    /// The last word.
    Last(EntityLabel),
    /// A name of one word.
    Unit(EntityLabel),
    /// No part of a name.
    Out,
    /// A class that is only for names marked beforehand, and never valid.
    Never,
}

impl Model {
    /// The model; unpacked at the first call.
    pub(crate) fn get() -> &'static Self {
        static MODEL: LazyLock<Model> = LazyLock::new(Model::read);
        &MODEL
    }

    fn read() -> Self {
        let weights = Weights::read();
        Self {
            shared: read_encoder(&weights, "shared"),
            names: read_encoder(&weights, "names"),
            tagger: weights.linear("tagger"),
            tags: rows(include_str!("tags.tsv")).map(|[_, tag]| known(Tag::from_name(tag))).collect(),
            parser: Stepper::read(&weights, "parser"),
            parser_moves: rows(include_str!("parser_moves.tsv")).map(read_parser_move).collect::<Vec<_>>().into(),
            namer: Stepper::read(&weights, "namer"),
            name_moves: rows(include_str!("name_moves.tsv")).map(read_name_move).collect::<Vec<_>>().into(),
        }
    }
}

fn read_encoder(weights: &Weights, name: &str) -> Encoder {
    let features = rows(include_str!("features.tsv")).filter(|[encoder, _, _, _]| *encoder == name);
    let tables = features.map(|[_, _, feature, seed]: [&str; 4]| EmbeddingTable {
        feature: known(Feature::from_name(feature)),
        seed: known(seed.parse().ok()),
        rows: weights.rows(&format!("{name}.{feature}")),
    });
    let windows = std::array::from_fn(|depth| weights.maxout(&format!("{name}.window.{depth}")));
    Encoder::new(tables.collect(), weights.maxout(&format!("{name}.mix")), windows)
}

fn read_parser_move([_, name, label, lifted]: [&str; 4]) -> ParserMove {
    let arc = || Arc { label: known(Label::from_name(label)), lifted: Label::from_name(lifted) };
    match name {
        "S" => ParserMove::Shift,
        "D" => ParserMove::Reduce,
        "L" => ParserMove::Left(arc()),
        "R" => ParserMove::Right(arc()),
        _ => ParserMove::Break,
    }
}

fn read_name_move([_, name, label]: [&str; 3]) -> NameMove {
    let kind = match name {
        "B" => NameMove::Begin,
        "I" => NameMove::In,
        "L" => NameMove::Last,
        "U" => NameMove::Unit,
        _ => return NameMove::Out,
    };
    EntityLabel::from_name(label).map_or(NameMove::Never, kind)
}

/// The rows of a table, each with its `N` columns.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let rows: Vec<_> = Table::new(table).rows().map(|mut row| std::array::from_fn(|_| known(row.next()))).collect();
    rows.into_iter()
}

fn known<T>(value: Option<T>) -> T {
    value.expect("the conversion script writes only what is known here")
}
