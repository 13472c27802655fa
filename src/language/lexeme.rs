//! What a word is by its letters alone: its norm, prefix, suffix and shape, and the numbers that stand for strings.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::character::{self, Classes, classes};
use crate::language::table::Table;

static NORMS: Table = Table::new(include_str!("data/norms.tsv"));

/// Norms of words of which the model has only the hash.
static HASHED_NORMS: LazyLock<FxHashMap<u64, &str>> = LazyLock::new(|| {
    let table = Table::new(include_str!("data/hashed_norms.tsv"));
    let pairs = table.rows().filter_map(|mut row| Some((u64::from_str_radix(row.next()?, 16).ok()?, row.next()?)));
    pairs.collect()
});

/// The strings that have a number of their own.
static SYMBOLS: LazyLock<FxHashMap<&str, u64>> = LazyLock::new(|| {
    let table = Table::new(include_str!("data/symbols.tsv"));
    table.rows().filter_map(|mut row| Some((row.next()?, row.next()?.parse().ok()?))).collect()
});

/// The usual form of a word: what its exception says, American spelling, plain quotation marks, small letters.
///
/// "Colour" has "color", "“" has "\"", "Geneva" has "geneva".
pub fn norm<'a>(word: &'a str, exception: Option<&'static str>) -> Cow<'a, str> {
    let known = exception.or_else(|| NORMS.get(word)).or_else(|| HASHED_NORMS.get(&string_id(word)).copied());
    known.map_or_else(|| lower(word), Cow::Borrowed)
}

/// The word in small letters.
///
/// "OSCE" has "osce".
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

/// The bracket for which the word stands in texts that are cut as in the Penn Treebank, or the word: "(" for "-LRB-".
pub fn unescaped(word: &str) -> &str {
    match word {
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        _ => word,
    }
}

/// The first character.
///
/// "Geneva" has "G".
pub fn prefix(word: &str) -> &str {
    &word[..word.chars().next().map_or(0, char::len_utf8)]
}

/// The last three characters.
///
/// "Geneva" has "eva", "on" has "on".
pub fn suffix(word: &str) -> &str {
    &word[word.char_indices().rev().nth(2).map_or(0, |(at, _)| at)..]
}

/// The word with each capital as "X", other letter as "x" and digit as "d", runs cut to four; "LONG" from 100 on.
///
/// "Geneva" has "Xxxxx", "G-20" has "X-dd".
pub fn shape(word: &str) -> String {
    if word.chars().nth(99).is_some() {
        return "LONG".to_string();
    }
    let mut shape = String::with_capacity(word.len());
    let mut run = ('\0', 0);
    for character in word.chars() {
        let mark = mark(character);
        run = if run.0 == mark { (mark, run.1 + 1) } else { (mark, 1) };
        if run.1 <= 4 {
            shape.push(mark);
        }
    }
    shape
}

/// The character that stands for this one in a shape.
fn mark(character: char) -> char {
    let classes = classes(character);
    if classes.has(Classes::LETTER) {
        if character.is_uppercase() { 'X' } else { 'x' }
    } else if classes.has(Classes::DIGIT) {
        'd'
    } else {
        character
    }
}

/// Whether a token is nothing but white space.
pub fn is_space(word: &str) -> bool {
    !word.is_empty() && word.chars().all(character::is_space)
}

/// The number by which spaCy knows a string: a symbol's own, or the MurmurHash64A of its bytes; 0 for no letters.
///
/// "coffee" has 3197928453018144401, "nsubj" has 429.
pub fn string_id(string: &str) -> u64 {
    if string.is_empty() {
        return 0;
    }
    SYMBOLS.get(string).copied().unwrap_or_else(|| murmur_hash(string.as_bytes(), 1))
}

/// MurmurHash64A by Austin Appleby, who placed it in the public domain.
fn murmur_hash(bytes: &[u8], seed: u64) -> u64 {
    const FACTOR: u64 = 0xc6a4_a793_5bd1_e995;
    let mix = |number: u64| {
        let number = number.wrapping_mul(FACTOR);
        (number ^ (number >> 47)).wrapping_mul(FACTOR)
    };
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = (hash ^ mix(u64::from_le_bytes(*word))).wrapping_mul(FACTOR);
    }
    if !rest.is_empty() {
        let tail = rest.iter().rev().fold(0, |tail, &byte| tail << 8 | u64::from(byte));
        hash = (hash ^ tail).wrapping_mul(FACTOR);
    }
    hash = (hash ^ (hash >> 47)).wrapping_mul(FACTOR);
    hash ^ (hash >> 47)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: (&str, &str, &str, &str)) {
        let found = (&*norm(word, None), prefix(word), suffix(word), &*shape(word));
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn words_have_norm_prefix_suffix_and_shape() {
        check("Geneva", ("geneva", "G", "eva", "Xxxxx"));
        check("Colour", ("color", "C", "our", "Xxxxx"));
        check("“", ("\"", "“", "“", "“"));
        check("2021-12-17", ("2021-12-17", "2", "-17", "dddd-dd-dd"));
        check("Рябков", ("рябков", "Р", "ков", "Xxxxx"));
        check("€", ("$", "€", "€", "€"));
        check("!!!!!!", ("!!!!!!", "!", "!!!", "!!!!"));
        check("", ("", "", "", ""));
    }

    #[test]
    fn escaped_brackets_are_brackets() {
        assert_eq!((unescaped("-LRB-"), unescaped("-RSB-"), unescaped("lamp")), ("(", "]", "lamp"));
    }

    #[test]
    fn exception_sets_the_norm() {
        assert_eq!(norm("n't", Some("not")), "not");
    }

    #[test]
    fn long_words_have_no_shape() {
        assert_eq!(shape(&"x".repeat(100)), "LONG");
        assert_eq!(shape(&"x".repeat(99)), "xxxx");
    }

    #[test]
    fn strings_have_the_numbers_of_spacy() {
        assert_eq!(string_id(""), 0);
        assert_eq!(string_id("nsubj"), 429);
        assert_eq!(string_id("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(string_id("conversation"), 12_275_634_602_700_366_607);
        assert_eq!(string_id("“"), 16_073_121_960_489_476_521);
    }

    #[test]
    fn white_space_is_a_token_of_its_own_kind() {
        assert!(is_space("\n \u{a0}"));
        assert!(!is_space(""));
        assert!(!is_space("a "));
    }
}
