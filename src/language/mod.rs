//! [`Article`] -> [`Document`]: tokens, sentences, tags, lemmas, dependency tree, named entities.
//!
//! spaCy's small English model, run in Rust.

pub mod annotate;
mod assemble;
pub mod attribute;
mod character;
pub mod cue;
pub mod document;
pub mod labels;
mod headline;
pub mod lemma;
pub mod lexeme;
mod model;
mod names;
mod network;
mod parse;
mod quoted;
mod reading;
mod table;
pub mod tokenizer;
mod vocabulary;
pub mod wordnet;

pub use annotate::annotate;
pub use document::{Document, Entity, Sentence, Token};
pub use headline::is_common;
pub use labels::{EntityLabel, Label, Pos, Tag};
pub use quoted::quoted;

use std::borrow::Cow;

use crate::article::{Article, Block, BlockKind};
use assemble::Assembly;

/// Parses every block of the article that is not furniture.
///
/// "The bridge opened." gives four tokens, one sentence whose root is "opened", and no names.
pub fn analyze(article: &Article) -> Document<'_> {
    let blocks: Vec<&Block> = article.blocks.iter().filter(|block| block.kind != BlockKind::Furniture).collect();
    let texts: Vec<Cow<'_, str>> =
        blocks.iter().map(|block| headline::in_sentence_case(block.span.of(&article.text))).collect();
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    let mut assembly = Assembly::default();
    for (annotation, block) in annotate::annotate_all(&texts).into_iter().zip(blocks) {
        assembly.add(annotation, block.kind, block.span.start);
    }
    assembly.finish(&article.text)
}
