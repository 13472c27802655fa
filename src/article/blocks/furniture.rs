//! Lines that belong to the page and not to the article: "Related Posts", "Leave a Reply", log-in and share lines.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::dates;
use super::shape::{self, Ending};
use super::words::first_words;
use crate::table;

const FURNITURE: &str = include_str!("../data/furniture.tsv");

/// The most words of a line of a page's machinery.
const LONGEST: usize = 40;

static PHRASES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| table::rows(FURNITURE).collect());

/// The most words of a phrase in the table.
static LONGEST_PHRASE: LazyLock<usize> =
    LazyLock::new(|| PHRASES.keys().map(|phrase| phrase.split(' ').count()).max().unwrap_or(0));

/// What a line of a page's machinery opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Furniture {
    /// Nothing: "Share this article".
    Line,
    /// A list of other articles: "Related Posts".
    Related,
    /// What readers say: "12 Comments".
    Comments,
}

/// Whether `line` is of the page, and what it opens.
pub(super) fn furniture(line: &str) -> Option<Furniture> {
    if !line.chars().any(char::is_alphanumeric) {
        return Some(Furniture::Line);
    }
    if shape::is_longer(line, LONGEST) {
        return None;
    }
    phrase(line).or_else(|| (is_address(line) || is_embedded_post(line)).then_some(Furniture::Line))
}

/// The phrase of the table that the line begins or ends with, the longest first.
fn phrase(line: &str) -> Option<Furniture> {
    let folded = folded(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let longest = words.len().min(*LONGEST_PHRASE);
    let value = |phrase: &[&str]| PHRASES.get(phrase.join(" ").as_str()).copied();
    let is_link = || shape::ending(line) != Ending::Sentence;
    let found = (1..=longest).rev().find_map(|count| match value(&words[..count])? {
        "related" if count == words.len() => Some(Furniture::Related),
        "comments" if count == words.len() || (count > 1 && count + 2 >= words.len()) => Some(Furniture::Comments),
        "line" if count == words.len() => Some(Furniture::Line),
        "start" => Some(Furniture::Line),
        "link" if is_link() => Some(Furniture::Line),
        "label" if has_colon_after(line, count) => Some(Furniture::Line),
        _ => None,
    });
    let ends = || (1..=longest).any(|count| value(&words[words.len() - count..]) == Some("end"));
    found.or_else(|| ends().then_some(Furniture::Line))
}

/// Whether the line's word number `count` has a colon behind it.
fn has_colon_after(line: &str, count: usize) -> bool {
    line.split_whitespace().nth(count - 1).is_some_and(|word| word.ends_with(':'))
}

/// Whether the line is the address of a page and nothing else.
fn is_address(line: &str) -> bool {
    let is_one_word = !line.contains(super::is_blank);
    is_one_word && ["http://", "https://", "www."].iter().any(|start| line.starts_with(start))
}

/// Whether the line is somebody's post that the page shows: "… — Port of Halden (@porthalden) May 28, 2016".
fn is_embedded_post(line: &str) -> bool {
    let Some((_, signature)) = line.rsplit_once("(@") else { return false };
    let Some((_, day)) = signature.split_once(')') else { return false };
    let words = first_words(day, 40);
    dates::date(&words).is_some_and(|date| date.count == words.len())
}

/// The words of a line in lower case, numbers before "comments" and punctuation around words away.
pub(super) fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    for word in line.split(super::is_blank) {
        let bare =
            word.trim_matches(|character: char| !character.is_alphanumeric() && !matches!(character, '©' | '@' | '#'));
        let is_count = folded.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        if bare.is_empty() || is_count {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(
            bare.chars().map(|character| if character == '’' { '\'' } else { character }).flat_map(char::to_lowercase),
        );
    }
    folded
}
