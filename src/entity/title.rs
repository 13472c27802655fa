//! Offices and titles beside a name: "Russian Deputy Foreign Minister Sergei Ryabkov", "Mr Lavrov".

use std::ops::Range;

use super::table::{COUNTRIES, GENDERED_TITLES, HONORIFICS, NameOf, TITLE_MODIFIERS, TITLE_WORDS, TITLES};
use super::words::Words;

/// Whether somebody is spoken of as a man or a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
}

/// An office or form of address in the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Title {
    /// Its tokens, with its modifiers ("deputy").
    pub(super) tokens: Range<usize>,
    /// What it means, in lower case: "deputy foreign minister"; none for a form of address.
    pub(super) meanings: Vec<String>,
    pub(super) country: Option<&'static str>,
    pub(super) gender: Option<Gender>,
}

/// The title that begins at the token, with the modifiers before its office.
pub(super) fn read(words: &Words<'_, '_>, at: usize) -> Option<Title> {
    if let Some(&said_of) = HONORIFICS.get(words.lower(at).as_str()).filter(|_| words.is_capital(at)) {
        return Some(Title { tokens: at..at + 1, gender: gender(said_of), ..Title::default() });
    }
    if !TITLE_WORDS.contains(words.lower(at).as_str()) {
        return None;
    }
    let mut office_at = at;
    while is_modifier(words, office_at) && office_at < at + MOST_MODIFIERS {
        office_at += if words.is_joint(office_at + 1) { 2 } else { 1 };
    }
    // "Vice president" is an office of its own; "deputy prime minister" has a modifier.
    let (start, end, office) = match longest_office(words, at) {
        Some((end, office)) => (at, end, office),
        None => longest_office(words, office_at).map(|(end, office)| (office_at, end, office))?,
    };
    if !words.same_sentence(at, end - 1) {
        return None;
    }
    let modifiers: String =
        (at..start).filter(|&token| !words.is_hyphen(token)).map(|token| words.lower(token) + " ").collect();
    let written = words.text(start..end).to_lowercase();
    let country = country_before(words, at).or_else(|| country_after(words, end));
    // "Counterpart" stands before a name and names no office.
    let mut meanings = if office.is_empty() { Vec::new() } else { vec![format!("{modifiers}{office}")] };
    if office == "secretary of state" && country.is_none_or(|country| country == "United States") {
        meanings.push(format!("{modifiers}foreign minister"));
    }
    Some(Title {
        tokens: at..end,
        meanings,
        country,
        gender: GENDERED_TITLES.get(written.as_str()).and_then(|said_of| gender(said_of)),
    })
}

/// The title whose last word is the token.
pub(super) fn ending_at(words: &Words<'_, '_>, last: usize) -> Option<Title> {
    if !TITLE_WORDS.contains(words.lower(last).as_str()) {
        return None;
    }
    let first = words.document.sentences[words.document.sentence_of(last)].tokens.start;
    let starts = last.saturating_sub(MOST_MODIFIERS + LONGEST_TITLE).max(first)..=last;
    starts.into_iter().find_map(|start| read(words, start).filter(|title| title.tokens.end == last + 1))
}

const MOST_MODIFIERS: usize = 4;
const LONGEST_TITLE: usize = 5;

fn is_modifier(words: &Words<'_, '_>, token: usize) -> bool {
    TITLE_MODIFIERS.contains(words.lower(token).as_str())
}

fn longest_office(words: &Words<'_, '_>, at: usize) -> Option<(usize, &'static str)> {
    if at >= words.len() {
        return None;
    }
    let end = (at + LONGEST_TITLE).min(words.len());
    (at + 1..=end).rev().find_map(|end| {
        let office = TITLES.get(words.text(at..end).to_lowercase().as_str())?;
        Some((end, *office))
    })
}

fn gender(said_of: &str) -> Option<Gender> {
    match said_of {
        "m" => Some(Gender::Man),
        "f" => Some(Gender::Woman),
        _ => None,
    }
}

/// The country before a title: "Russian", "US", "Russia's", "the Kremlin's".
pub(super) fn country_before(words: &Words<'_, '_>, at: usize) -> Option<&'static str> {
    let end = if at > 0 && words.is_possessive(at - 1) { at - 1 } else { at };
    (1..=3).rev().find_map(|length| {
        let start = end.checked_sub(length).filter(|&start| words.same_sentence(start, at))?;
        COUNTRIES.get(words.text(start..end).as_str()).map(|name| name.country)
    })
}

/// The country after a title: "of Russia".
pub(super) fn country_after(words: &Words<'_, '_>, end: usize) -> Option<&'static str> {
    if words.lower(end) != "of" || !words.same_sentence(end - 1, end) {
        return None;
    }
    let at = if words.lower(end + 1) == "the" { end + 2 } else { end + 1 };
    let name = (at < words.len()).then(|| words.longest(at, &COUNTRIES, 4)).flatten()?.1;
    matches!(name.of, NameOf::Country).then_some(name.country)
}
