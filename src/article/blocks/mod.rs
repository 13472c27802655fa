//! A text cut into paragraphs -> its blocks, its title and its source.
//!
//! `lines` finds the paragraphs of a plain text, `reader` decides what each is; the facts that it decides by are in
//! one file each.

mod byline;
mod credit;
mod dateline;
mod dates;
mod furniture;
mod lines;
mod names;
mod reader;
mod shape;
mod words;

#[cfg(test)]
mod tests;

use super::{Block, BlockKind};
use crate::span::Span;

pub(super) use lines::paragraphs;
pub(super) use reader::read;

/// A stretch of text that stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its place, without the white space around it; over several lines where a sentence runs on.
    pub(super) span: Span,
    /// What it is where the file's markup says so.
    pub(super) given: Option<BlockKind>,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
}

/// What the lines of a text tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The words of the title line.
    pub(super) title: Option<String>,
    /// The publisher that a masthead, byline or dateline names.
    pub(super) source: Option<String>,
    /// In order, without overlap.
    pub(super) blocks: Vec<Block>,
}

/// Whether a character shows nothing.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || matches!(character, '\u{feff}' | '\u{200b}'..='\u{200f}')
}

/// The part of `span` without blank characters at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.end - words.trim_start_matches(is_blank).len();
    let end = span.start + words.trim_end_matches(is_blank).len();
    Span::new(start.min(end), end)
}
