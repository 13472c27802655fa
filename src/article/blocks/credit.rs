//! Words under pictures and who took them.
//!
//! "Moscow sights - Sputnik International, 1920, 23.12.2021": the caption, the credit, the date of the picture.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::first_words;
use super::{dates, is_blank, names, shape};
use crate::span::Span;
use crate::table;

const CREDITS: &str = include_str!("../data/credits.tsv");

/// How many bytes of a line's end may be a credit.
const LONGEST: usize = 120;

/// The most words of a line that only credits somebody.
const MOST_WORDS: usize = 9;

static MARKS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| table::rows(CREDITS).collect());

/// A line that ends in a credit; places count on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CreditedLine<'a> {
    /// The words under the picture; empty where the line is only a credit.
    pub(super) caption: Span,
    /// The credit with the separator before it and the comma behind it.
    pub(super) credit: Span,
    /// The date of the picture.
    pub(super) date: Option<Span>,
    /// Who is credited.
    pub(super) name: &'a str,
}

/// The credits at the ends of several lines of one text.
#[derive(Debug, Default)]
pub(super) struct Credits<'a>(FxHashSet<&'a str>);

impl<'a> Credits<'a> {
    /// Finds the fragments that more than one of `lines` ends with, one of them behind a caption.
    pub(super) fn of(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut seen: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
        for tail in lines.filter_map(tail) {
            let (count, has_caption) = seen.entry(tail.name).or_default();
            *count += 1;
            *has_caption |= !tail.caption.is_empty();
        }
        Self(
            seen.into_iter()
                .filter(|(_, (count, has_caption))| *count > 1 && *has_caption)
                .map(|(name, _)| name)
                .collect(),
        )
    }

    /// The parts of a line that ends in a credit.
    ///
    /// A credit is what stands behind the last dash of a line if it is a name, and either more lines end so, or a
    /// date of the picture follows, or it names an agency or is marked as a credit.
    pub(super) fn credited(&self, line: &'a str) -> Option<CreditedLine<'a>> {
        let tail = tail(line)?;
        let is_credit = self.0.contains(tail.name) || tail.date.is_some() || credits_somebody(tail.name);
        is_credit.then_some(tail)
    }

    /// Who is credited, if the line is a credit and nothing else: "- Sputnik International, 1920".
    pub(super) fn bare(&self, line: &'a str) -> Option<&'a str> {
        self.credited(line).filter(|credited| credited.caption.is_empty()).map(|credited| credited.name)
    }
}

/// What may be a credit at the end of a line: a name of few words behind a dash or bar.
fn tail(line: &str) -> Option<CreditedLine<'_>> {
    if shape::ending(line) != shape::Ending::None {
        return None;
    }
    let (separator, length) = last_separator(line, line.len() - end_of(line).len())?;
    let start = separator + length;
    let (name_end, date) = match line[start..].rsplit_once([',', ' ']) {
        Some((before, last)) if dates::is_numeric(last) => {
            (start + before.trim_end_matches([',', ' ']).len(), Some(Span::new(line.len() - last.len(), line.len())))
        }
        _ => (line.len(), None),
    };
    let name = line.get(start..name_end)?.trim_matches(is_blank);
    let words = first_words(name, LONGEST);
    if !names::is_name(&words) || words.len() > MOST_WORDS {
        return None;
    }
    let caption = Span::new(0, line[..separator].trim_end_matches(is_blank).len());
    let credit_end = date.map_or(line.len(), |date| line[..date.start].trim_end_matches(is_blank).len());
    Some(CreditedLine { caption, credit: Span::new(separator, credit_end), date, name })
}

/// The last dash or bar with space on both sides, or with nothing before it, from byte `from` on; its length with
/// the space behind it.
fn last_separator(line: &str, from: usize) -> Option<(usize, usize)> {
    let is_mark = |character| matches!(character, '-' | '–' | '—' | '|');
    line[from..].char_indices().rev().map(|(at, character)| (at + from, character)).find_map(|(at, character)| {
        let after = at + character.len_utf8();
        let is_free = line[..at].chars().next_back().is_none_or(is_blank);
        let space = line[after..].chars().next().filter(|next| is_blank(*next))?;
        (is_mark(character) && is_free).then_some((at, character.len_utf8() + space.len_utf8()))
    })
}

/// Whether a name is that of an agency or begins with a mark of credits.
fn credits_somebody(name: &str) -> bool {
    let first = name.split(is_blank).next().unwrap_or_default();
    names::agency(name).is_some()
        || begins_with_mark(name, "credit")
        || (first != name && names::agency(first).is_some())
}

/// What a line that is marked as a picture's says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    /// Who took it: "Picture: TASS".
    Credit,
    /// What it shows: "FILE PHOTO: The bridge in 2019", "The bridge. (Photo by J. Doe/Getty Images)".
    Caption,
}

/// Whether a mark at its beginning or end tells that a line stands under a picture.
pub(super) fn marked(line: &str) -> Option<Marked> {
    let is_short = !shape::is_longer(line, MOST_WORDS);
    if begins_with_mark(line, "caption") {
        return Some(Marked::Caption);
    }
    if begins_with_mark(line, "credit") {
        return Some(if is_short { Marked::Credit } else { Marked::Caption });
    }
    if shape::ending(line) == shape::Ending::None && is_behind_a_stroke(end_of(line)) {
        let is_name = is_short && names::is_name(&first_words(line, LONGEST));
        return Some(if is_name { Marked::Credit } else { Marked::Caption });
    }
    let inner = bracketed_end(line)?;
    let is_whole = inner.len() + 2 >= line.len();
    ends_in_agency(inner).then_some(if is_whole { Marked::Credit } else { Marked::Caption })
}

/// Whether the line begins with a row of the table: a sign, or words and a colon or whatever the row ends with.
fn begins_with_mark(line: &str, kind: &str) -> bool {
    let mut end = line.len().min(24);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let start = line[..end].trim_start_matches(['(', '[']).to_lowercase();
    let is_marked = |end: usize| MARKS.get(&start[..end]).is_some_and(|value| *value == kind);
    (1..=start.len()).filter(|end| start.is_char_boundary(*end)).any(is_marked)
}

/// The end of a line, where a credit may be.
fn end_of(line: &str) -> &str {
    let mut from = line.len().saturating_sub(LONGEST);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    &line[from..]
}

/// What stands in the brackets at the end of a line.
fn bracketed_end(line: &str) -> Option<&str> {
    let line = line.trim_end_matches('.');
    let inner = line.strip_suffix([')', ']'])?;
    let start = inner.rfind(['(', '['])?;
    Some(&inner[start + 1..]).filter(|inner| inner.len() <= LONGEST)
}

/// Whether a credit in brackets names an agency behind a stroke or is marked: "Hannah McKay/Reuters", "Photo by Al".
fn ends_in_agency(inner: &str) -> bool {
    is_behind_a_stroke(inner) || begins_with_mark(inner, "credit") || begins_with_mark(inner, "caption")
}

/// Whether a credit ends in a stroke and an agency: "Ola Berg/AFP/Getty Images".
fn is_behind_a_stroke(credit: &str) -> bool {
    let last = credit.rsplit(['/', '|']).next().unwrap_or_default().trim();
    last.len() < credit.len() && names::agency(last).is_some()
}
