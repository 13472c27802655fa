//! The dateline before the first words of a story: "GENEVA, Jan 10 (Reuters) -", "Sunday, 9 January 2022 (YJC)_".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::words::{Word, first_words};
use super::{dates, names};
use crate::table;

const NOTICES_TABLE: &str = include_str!("../data/notices.tsv");

static NOTICES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::rows(NOTICES_TABLE).map(|(word, _)| word).collect());

/// How many bytes a dateline may take.
const LONGEST: usize = 160;

/// The most words of its place, and of its name where capitals tell it.
const MOST_WORDS: usize = 7;
const MOST_CAPITALS: usize = 4;

/// How many paragraphs of a story may begin with a place alone: a summary may stand before its first words.
const FIRST: usize = 3;

/// A dateline at the beginning of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dateline<'a> {
    /// The byte behind its dash.
    pub(super) end: usize,
    /// The agency as it is written.
    pub(super) agency: Option<&'a str>,
}

/// What the words of a paragraph's beginning are, while they are read.
#[derive(Default)]
struct Parts<'a> {
    has_place: bool,
    is_in_capitals: bool,
    has_date: bool,
    agency: Option<&'a str>,
    has_dash: bool,
    is_glued: bool,
}

/// The dateline that `paragraph` begins with.
///
/// A place in capitals needs a dash behind it and stands among a story's first paragraphs (`prose` are before it) or
/// on a line of its own; a place with a date needs one too and stands before the first. Elsewhere such a date is an
/// event's. An agency may stand before any paragraph.
pub(super) fn dateline(paragraph: &str, prose: usize) -> Option<Dateline<'_>> {
    let words = first_words(paragraph, LONGEST);
    let mut parts = Parts::default();
    let mut at = place(&words, &mut parts);
    if let Some(date) = dates::date(&words[at..]) {
        at += date.count;
        parts.has_date = true;
    }
    at += agency(&words[at..], &mut parts);
    let dashes = |at: usize| words[at..].iter().take_while(|word| word.is_separator()).count();
    parts.has_dash = dashes(at) > 0;
    at += dashes(at);
    // Press releases put the date between dashes: "HORTEN, Norway – March 3, 2025 – The line".
    if let Some(date) = dates::date(&words[at..]).filter(|date| !parts.has_date && dashes(at + date.count) > 0) {
        parts.has_date = true;
        at += date.count + dashes(at + date.count);
    }
    let end = words.get(at.checked_sub(1)?)?.span.end;
    let rest = &paragraph[end..];
    parts.is_glued = rest.starts_with(char::is_alphanumeric);
    let goes_on = rest.trim_start().chars().next().is_none_or(|first| !first.is_lowercase());
    let stands_alone = rest.trim().is_empty();
    (goes_on && parts.are_a_dateline(if stands_alone { 0 } else { prose }))
        .then_some(Dateline { end, agency: parts.agency })
}

impl Parts<'_> {
    fn are_a_dateline(&self, prose: usize) -> bool {
        let is_known = self.agency.is_some_and(|agency| names::agency(agency).is_some());
        let is_placed = match self.has_date {
            true => self.has_place && prose == 0,
            false => self.is_in_capitals && prose < FIRST,
        };
        match self.agency {
            Some(_) if is_known => self.has_dash || self.is_glued || self.has_date || !self.has_place,
            Some(_) => self.has_date,
            None => is_placed && self.has_dash,
        }
    }
}

/// Counts the words of the place: capitalised ones up to a date, a bracket or a dash.
fn place(words: &[Word<'_>], parts: &mut Parts<'_>) -> usize {
    let is_part = |at: usize| words[at].is_capitalised() && dates::date(&words[at..]).is_none();
    let count = (0..words.len().min(MOST_WORDS)).take_while(|at| is_part(*at)).count();
    let name = words[..count].split_inclusive(|word| word.text.ends_with(',')).next().unwrap_or_default();
    let letters: usize =
        name.iter().map(|word| word.text.chars().filter(|letter| letter.is_alphabetic()).count()).sum();
    parts.has_place = count > 0;
    let is_notice = name.iter().any(|word| NOTICES.contains(word.bare().to_lowercase().as_str()));
    parts.is_in_capitals =
        !is_notice && letters >= 3 && name.len() <= MOST_CAPITALS && name.iter().all(Word::is_all_capitals);
    count
}

/// Counts the words of an agency in brackets or strokes: "(Reuters)", "[ANI]", "/TASS/.".
fn agency<'a>(words: &[Word<'a>], parts: &mut Parts<'a>) -> usize {
    let Some(first) = words.first() else { return 0 };
    if let Some(name) = first.bare().strip_prefix('/').and_then(|name| name.strip_suffix('/')) {
        parts.agency = Some(name).filter(|name| names::agency(name).is_some());
        return usize::from(parts.agency.is_some());
    }
    if !matches!(first.text, "(" | "[") {
        return 0;
    }
    let Some(close) = words.iter().take(6).position(|word| matches!(word.text, ")" | "]")) else { return 0 };
    let [Word { text, .. }] = words[1..close] else { return known_agency(words, close, parts) };
    let is_acronym = text.chars().count() >= 2 && text.chars().all(|letter| letter.is_uppercase() || letter == '.');
    if !is_acronym && names::agency(text).is_none() {
        return 0;
    }
    parts.agency = Some(text);
    close + 1
}

/// Counts the words of an agency whose name has several: "(RIA Novosti)".
fn known_agency<'a>(words: &[Word<'a>], close: usize, parts: &mut Parts<'a>) -> usize {
    let name = words[1..close].iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    match (names::agency(&name), words.get(1)) {
        (Some(agency), Some(_)) => {
            parts.agency = Some(agency);
            close + 1
        }
        _ => 0,
    }
}
