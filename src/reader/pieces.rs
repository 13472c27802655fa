//! A passage -> the word pieces that the network reads, with their places in the sentence, in windows.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::reader::Passage;
use crate::span::Span;

const CLS: i32 = 101;
const SEP: i32 = 102;
const DOT: i32 = 1012;

/// How many word pieces of a title and of a heading are read, and of a sentence in one window.
const TITLE: usize = 14;
const HEADING: usize = 12;
const WINDOW: usize = 60;

/// How many pieces a window shares with the one before it.
const OVERLAP: usize = 15;

/// The longest text of one sentence that is looked at, in bytes; nobody writes longer ones.
const LONGEST: usize = 8_000;

/// The base model's vocabulary, one word piece a line; pieces that go on with a word begin with "##".
static VOCABULARY: LazyLock<FxHashMap<&str, i32>> =
    LazyLock::new(|| include_str!("model/vocabulary.txt").lines().zip(0..).collect());

const UNKNOWN: i32 = 100;

/// A word of more letters is one unknown piece.
const LONGEST_WORD: usize = 100;

/// A word piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its place in the sentence.
    pub(super) span: Span,
    /// Whether it goes on with the word of the piece before it.
    pub(super) continues: bool,
}

/// What the network reads at once of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side {
    /// All word pieces, title and heading included, by their numbers in the vocabulary.
    pub(super) ids: Vec<i32>,
    /// Which of them is the first one of the sentence.
    pub(super) first: usize,
    /// The pieces of the sentence.
    pub(super) pieces: Vec<Piece>,
}

/// The windows of a passage; one for an empty sentence too.
pub(super) fn sides(passage: &Passage<'_>) -> Vec<Side> {
    let mut before = vec![CLS];
    for (text, most) in [(passage.title, TITLE), (passage.heading, HEADING)] {
        if !text.is_empty() {
            before.extend(pieces(text).into_iter().take(most).map(|(id, _)| id));
            before.push(DOT);
        }
    }
    let all = pieces(passage.sentence);
    let mut starts = vec![0];
    while starts[starts.len() - 1] + WINDOW < all.len() {
        starts.push(starts[starts.len() - 1] + WINDOW - OVERLAP);
    }
    let window = |start: usize| {
        let own = &all[start..all.len().min(start + WINDOW)];
        let ids = before.iter().copied().chain(own.iter().map(|&(id, _)| id)).chain([SEP]).collect();
        Side { ids, first: before.len(), pieces: own.iter().map(|&(_, piece)| piece).collect() }
    };
    starts.into_iter().map(window).collect()
}

/// The word pieces of a text, each with its number in the vocabulary, as the base model's tokenizer gives them: small
/// letters without accents, punctuation and Chinese characters apart, then the longest pieces first.
fn pieces(text: &str) -> Vec<(i32, Piece)> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let (mut pieces, mut word) = (Vec::new(), Vec::new());
    for (at, letter) in text.char_indices() {
        let place = Span::new(at, at + letter.len_utf8());
        match letter {
            _ if letter.is_whitespace() => end_word(&mut word, &mut pieces),
            _ if is_dropped(letter) => {}
            _ if is_punctuation(letter) || is_chinese(letter) => {
                end_word(&mut word, &mut pieces);
                word.push((letter, place));
                end_word(&mut word, &mut pieces);
            }
            _ => {
                let plain = letter.to_lowercase().nfd().filter(|&part| !is_combining_mark(part));
                word.extend(plain.map(|part| (part, place)));
            }
        }
    }
    end_word(&mut word, &mut pieces);
    pieces
}

/// Cuts a word, given by its letters with their places, into the longest pieces of the vocabulary, and empties it.
fn end_word(word: &mut Vec<(char, Span)>, pieces: &mut Vec<(i32, Piece)>) {
    let letters = std::mem::take(word);
    let (Some(&(_, first)), Some(&(_, last))) = (letters.first(), letters.last()) else { return };
    let whole = |id: i32| (id, Piece { span: first.to(last), continues: false });
    if letters.len() > LONGEST_WORD {
        pieces.push(whole(UNKNOWN));
        return;
    }
    let (mut found, mut start) = (Vec::new(), 0);
    while start < letters.len() {
        let longest = (start + 1..=letters.len()).rev().find_map(|end| {
            let prefix = if start > 0 { "##" } else { "" };
            let piece: String = prefix.chars().chain(letters[start..end].iter().map(|&(letter, _)| letter)).collect();
            VOCABULARY.get(piece.as_str()).map(|&id| (id, end))
        });
        let Some((id, end)) = longest else {
            pieces.push(whole(UNKNOWN));
            return;
        };
        let span = letters[start].1.to(letters[end - 1].1);
        found.push((id, Piece { span, continues: start > 0 }));
        start = end;
    }
    pieces.extend(found);
}

/// Controls, marks of direction and the like, and what stands for a character that could not be read.
fn is_dropped(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{fffd}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What stands apart from words: all ASCII signs, and the punctuation of other scripts.
fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter,
            '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205e}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}')
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ceaf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences with the numbers that the base model's own tokenizer gives; `training/export.py` writes them.
    #[test]
    fn pieces_are_those_of_the_base_model() {
        let mut wrong = Vec::new();
        for line in include_str!("pieces.jsonl").lines() {
            let (text, expected): (String, Vec<i32>) = serde_json::from_str(line).expect("a text and its pieces");
            let found: Vec<i32> = pieces(&text).into_iter().map(|(id, _)| id).collect();
            if found != expected {
                wrong.push(format!("{text}: {found:?} instead of {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    }

    fn check(sentence: &str, expected: &[&str]) {
        let found = pieces(sentence);
        let words: Vec<&str> = found.iter().map(|(_, piece)| piece.span.of(sentence)).collect();
        assert_eq!(words, expected, "{sentence}");
    }

    #[test]
    fn pieces_lie_where_the_sentence_has_them() {
        check("The Selden Bridge opened.", &["The", "Se", "lden", "Bridge", "opened", "."]);
        check("Åre\u{200b} won 5–3.", &["Åre", "won", "5", "–", "3", "."]);
        check("", &[]);
    }

    #[test]
    fn long_sentences_have_windows_that_overlap() {
        let long = "word ".repeat(130);
        let sides = sides(&Passage { title: "Title", heading: "", sentence: &long });
        assert_eq!(sides.iter().map(|side| side.pieces.len()).collect::<Vec<_>>(), [60, 60, 40]);
        assert_eq!(sides[0].first, 3, "[CLS] title .");
    }
}
