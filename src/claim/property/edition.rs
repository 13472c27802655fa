//! Which version or model of what an article is about, by its title and source: "Otterbase 12 documentation".

use super::version::plain_version;
use crate::article::Article;
use crate::table;

/// The names with the numbers that follow them, in lower case, sorted: ("otterbase", "12").
///
/// What "Otterbase 12 documentation" lays down does not hold for Otterbase 11. Years tell no edition.
pub(in crate::claim) fn editions(article: &Article) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> =
        [&article.title, &article.source].into_iter().flatten().flat_map(|text| in_words(text)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The words of the article's title, with the letters that they are written in.
pub(in crate::claim) fn title_words(article: &Article) -> Vec<String> {
    let words = article.title.iter().flat_map(|title| title.split(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn in_words(text: &str) -> Vec<(String, String)> {
    let is_edge = |letter: char| !letter.is_alphanumeric();
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(is_edge)).collect();
    let pairs = words.windows(2).filter_map(|pair| named(pair[0], pair[1]));
    pairs.chain(words.iter().filter_map(|word| model(word))).collect()
}

/// "Otterbase 12", "AquaJet 130".
fn named(name: &str, number: &str) -> Option<(String, String)> {
    let is_name = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
    let name = name.to_lowercase();
    let is_part = table::has(include_str!("../data/parts.tsv"), &name);
    (is_name && !is_part && is_edition(number)).then(|| (name, plain_version(number)))
}

/// "F20": the letters name the line, the digits the model.
fn model(word: &str) -> Option<(String, String)> {
    let at = word.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = word.split_at(at);
    let is_name = !letters.is_empty() && letters.chars().all(char::is_uppercase);
    (is_name && is_edition(digits)).then(|| (letters.to_lowercase(), digits.to_owned()))
}

/// Whether the word is a number or a version, and no year, or a letter: "Room B".
fn is_edition(word: &str) -> bool {
    let is_letter = word.len() == 1 && word.starts_with(char::is_uppercase);
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    is_letter || super::is_number(word) && !is_year
}
