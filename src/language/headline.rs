//! Headlines in Title Case -> the same words as running text writes them, which is what the parser was trained on.
//!
//! "Apple Denies Report That It Will Shut Down Beats Music" -> "Apple denies report that it will shut down beats music".

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::{lemma, wordnet};
use crate::table;

/// A line of fewer words says nothing about its case.
const FEWEST_WORDS: usize = 4;

/// The share of words with a capital, in percent, from which a line is in Title Case.
const TITLE_CASE: usize = 70;

/// The text with the words that are no names in lower case; as it is where it is not in Title Case. No byte moves.
pub(super) fn in_sentence_case(text: &str) -> Cow<'_, str> {
    let words = || text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    let count = words().count();
    let capitals = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    // Headlines have no full stop; a sentence full of names has one.
    let is_sentence = text.trim_end().ends_with('.') || text.contains('\n');
    if is_sentence || count < FEWEST_WORDS || capitals * 100 < count * TITLE_CASE {
        return Cow::Borrowed(text);
    }
    let mut lowered = text.to_owned();
    let mut at = 0;
    for (number, word) in text.split_inclusive(|letter: char| !letter.is_alphanumeric() && letter != '\'').enumerate() {
        let end = at + word.len();
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if number > 0 && bare.is_ascii() && is_common(&bare.to_ascii_lowercase()) {
            lowered.replace_range(at..at + bare.len(), &bare.to_ascii_lowercase());
        }
        at = end;
    }
    Cow::Owned(lowered)
}

/// Whether the word, in lower case, is a word of the language or a form of one.
///
/// "bridges" is, "solvind" is not.
pub fn is_common(word: &str) -> bool {
    static FUNCTION_WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let function_words = FUNCTION_WORDS
        .get_or_init(|| table::rows(include_str!("data/function_words.tsv")).map(|(word, _)| word).collect());
    let stem = word.strip_suffix("es").or_else(|| word.strip_suffix('s')).unwrap_or(word);
    function_words.contains(word) || lemma::is_word(word) || [word, stem].into_iter().any(wordnet::is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(in_sentence_case(text), expected);
        assert_eq!(in_sentence_case(text).len(), text.len());
    }

    #[test]
    fn headlines_in_title_case_are_written_as_sentences() {
        check(
            "Council Denies Report That It Will Close The Bridge",
            "Council denies report that it will close the bridge",
        );
        check("Mayor Of Lisbon Has NOT Been Arrested", "Mayor of Lisbon has not been arrested");
    }

    #[test]
    fn sentences_stand_as_they_are() {
        check(
            "The council of Lisbon denied the report on Monday.",
            "The council of Lisbon denied the report on Monday.",
        );
        check("Judge Karl Braun And Mayor Rita Fox Met.", "Judge Karl Braun And Mayor Rita Fox Met.");
        check("Alida Renz", "Alida Renz");
    }
}
