//! Lines that say who published or wrote an article, and when: "Ru-Main, 21.01.2022", "Updated 3 March 2025".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::{Word, first_words};
use super::{dates, names, shape};
use crate::table;

const BYLINES: &str = include_str!("../data/bylines.tsv");

/// The most bytes of a byline.
const LONGEST: usize = 200;

/// The most words of its names.
const MOST_NAMES: usize = 8;

static LABELS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| table::rows(BYLINES).collect());

/// A byline and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Byline<'a> {
    /// "Source: Izvestia".
    Source(&'a str),
    /// "Updated 3 March 2025", "By Jane Doe": says of itself what it is.
    Labelled,
    /// "Ru-Main, 21.01.2022": who and when, beyond doubt only above or below the text; nobody where the date is first.
    Dated(&'a str),
    /// "December 10, 2013" and nothing else; so too.
    Date,
}

/// What a line is if it is a byline.
pub(super) fn byline(line: &str) -> Option<Byline<'_>> {
    if line.len() > LONGEST || (shape::ending(line) != shape::Ending::None && !line.ends_with("m.")) {
        return None;
    }
    let words = first_words(line, LONGEST);
    let (label, length) = label(&words).unwrap_or(("", 0));
    let rest = &words[length..];
    match label {
        "source" => {
            let name = rest.iter().find(|word| !word.is_separator())?;
            let count = rest.iter().filter(|word| !word.is_separator()).count();
            let is_marked = words[length - 1].text.ends_with(':') || rest[0].text == ":";
            (is_marked && count <= MOST_NAMES).then(|| Byline::Source(&line[name.span.start..]))
        }
        "author" => written_by(rest).then_some(Byline::Labelled),
        _ => dated(line, &words),
    }
}

/// Whether a time of day stands in a line, as behind the date of publication.
pub(super) fn has_clock(line: &str) -> bool {
    let words = first_words(line, LONGEST);
    (0..words.len()).any(|at| dates::clock(&words[at..]) > 0)
}

/// The label that the line begins with, and its words.
fn label(words: &[Word<'_>]) -> Option<(&'static str, usize)> {
    (1..=words.len().min(3)).rev().find_map(|count| {
        let label = words[..count].iter().map(|word| word.bare().to_lowercase()).collect::<Vec<_>>().join(" ");
        LABELS.get(label.as_str()).map(|value| (*value, count))
    })
}

/// Whether names follow "By", and a date at most.
fn written_by(words: &[Word<'_>]) -> bool {
    let mut names = 0;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        at += match (dates::date(rest), dates::clock(rest)) {
            (Some(_), _) if names == 0 => return false,
            (Some(date), _) => date.count,
            (_, clock) if clock > 0 => clock,
            _ if rest[0].is_separator() || rest[0].text == "and" || rest[0].text == "&" => 1,
            _ if label(&rest[..1]).is_some_and(|(value, _)| value == "date") => 1,
            _ => {
                names += 1;
                1
            }
        };
    }
    let named = words.iter().all(|word| dates::clock(std::slice::from_ref(word)) > 0 || !is_lower(word));
    (1..=MOST_NAMES * 2).contains(&names) && named && words.first().is_some_and(Word::is_capitalised)
}

/// Whether a word is one that names are not made of.
fn is_lower(word: &Word<'_>) -> bool {
    let first = word.text.chars().next();
    first.is_some_and(char::is_lowercase)
        && !matches!(
            word.text,
            "and" | "in" | "for" | "of" | "the" | "at" | "de" | "van" | "von" | "al" | "a.m." | "p.m." | "am" | "pm"
        )
        && label(std::slice::from_ref(word)).is_none()
        && !word.text.contains('@')
}

/// What a line is that has a date with its year, and names, labels and times of day at most.
fn dated<'a>(line: &'a str, words: &[Word<'a>]) -> Option<Byline<'a>> {
    let (mut names, mut labels, mut years, mut days) = (0, 0, 0, 0);
    let mut first_date = None;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let (found, clock, mark) = (dates::date(rest), dates::clock(rest), label(rest));
        at += if let Some(date) = found {
            days += 1;
            years += usize::from(date.has_year);
            first_date.get_or_insert(at);
            date.count
        } else if clock > 0 {
            clock
        } else if let Some((_, count)) = mark {
            labels += 1;
            count
        } else if rest[0].is_separator() || matches!(rest[0].text, "at" | "on" | "by" | "(" | ")") {
            1
        } else if names::is_name(&rest[..1]) || rest[0].text.bytes().all(|byte| byte.is_ascii_digit()) {
            names += 1;
            1
        } else {
            return None;
        };
    }
    let first = first_date?;
    let before = line[..words[first].span.start].trim_end();
    let name = before.trim_end_matches([',', '|', '-', '–', '—', '•', '·', ':', ' ', '(', '\u{a0}']);
    let is_set_off = words.iter().any(Word::is_separator) || name.len() < before.len() || names::agency(name).is_some();
    match (labels > 0, names) {
        _ if years == 0 && (labels == 0 || days == 0) => None,
        (true, 0..=MOST_NAMES) => Some(Byline::Labelled),
        (false, 0) => Some(Byline::Date),
        (false, 1..=MOST_NAMES) if is_set_off => Some(Byline::Dated(name)),
        _ => None,
    }
}
