//! The first words of a line with their places, cut so that brackets and dashes stand alone.

use super::is_blank;
use crate::span::Span;

/// A word and its place on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

impl<'a> Word<'a> {
    /// The word without the punctuation behind it.
    pub(super) fn bare(&self) -> &'a str {
        self.text.trim_end_matches([',', '.', ';', ':'])
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether all its letters are capitals, and it has some.
    pub(super) fn is_all_capitals(&self) -> bool {
        let letters = || self.text.chars().filter(|character| character.is_alphabetic());
        letters().next().is_some() && letters().all(char::is_uppercase)
    }

    /// Whether it stands between two parts of a line.
    pub(super) fn is_separator(&self) -> bool {
        matches!(self.text, "-" | "--" | "–" | "—" | "_" | "|" | "•" | "·" | "/" | ":")
    }
}

/// The words among the first `bytes` bytes of `line`.
///
/// "GENEVA (Reuters)—Talks" gives GENEVA, (, Reuters, ), —, Talks.
pub(super) fn first_words(line: &str, bytes: usize) -> Vec<Word<'_>> {
    let mut end = line.len().min(bytes);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let line = &line[..end];
    let mut words = Vec::new();
    let mut start = 0;
    for (at, character) in line.char_indices() {
        let after = at + character.len_utf8();
        let alone = stands_alone(character) || is_hyphen_at_an_edge(&line[start..at], character, &line[after..]);
        if !alone && !is_blank(character) {
            continue;
        }
        if start < at {
            words.push(Word { text: &line[start..at], span: Span::new(start, at) });
        }
        if alone {
            words.push(Word { text: &line[at..after], span: Span::new(at, after) });
        }
        start = after;
    }
    if start < line.len() {
        words.push(Word { text: &line[start..], span: Span::new(start, line.len()) });
    }
    words
}

fn stands_alone(character: char) -> bool {
    matches!(character, '–' | '—' | '|' | '•' | '·' | '(' | ')' | '[' | ']' | '_')
}

/// Whether a hyphen begins a word or is doubled: "- The", "-- The", not "Ru-Main".
fn is_hyphen_at_an_edge(before: &str, character: char, after: &str) -> bool {
    character == '-' && (before.is_empty() || after.starts_with('-'))
}
