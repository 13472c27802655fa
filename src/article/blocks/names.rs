//! Names of news agencies, as datelines, credits and bylines write them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Word;
use crate::table;

const AGENCIES: &str = include_str!("../data/agencies.tsv");

static NAMES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| table::rows(AGENCIES).collect());

/// The usual name of the agency that `name` names: "Associated Press" gives "AP".
pub(super) fn agency(name: &str) -> Option<&'static str> {
    NAMES.get(name.to_lowercase().as_str()).copied()
}

/// Whether all words are such as names are made of: capitalised, figures, or "and", "of", "de" between them.
pub(super) fn is_name(words: &[Word<'_>]) -> bool {
    let inner = |word: &Word<'_>| {
        matches!(
            word.text,
            "and" | "of" | "the" | "for" | "in" | "de" | "du" | "van" | "von" | "al" | "&" | "/" | "|" | "-"
        )
    };
    let part = |word: &Word<'_>| {
        word.is_capitalised()
            || word.text.starts_with('@')
            || word.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
    };
    words.first().is_some_and(Word::is_capitalised) && words.iter().all(|word| part(word) || inner(word))
}
