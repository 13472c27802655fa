//! Where among a line's words a date stands; what day it is, is left to `time`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Word;
use crate::table;

const CALENDAR: &str = include_str!("../data/calendar.tsv");

static NAMES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| table::rows(CALENDAR).collect());

/// The years in which papers are dated.
const YEARS: std::ops::RangeInclusive<u32> = 1600..=2199;

/// A date that words begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateWords {
    /// How many words it takes.
    pub(super) count: usize,
    /// Whether it says the year.
    pub(super) has_year: bool,
}

/// The date that `words` begin with, its weekday included.
///
/// "21.01.2022", "Sunday, 9 January 2022", "Jan. 10", "March 3rd, 2025", "2025-03-06T10:00".
pub(super) fn date(words: &[Word<'_>]) -> Option<DateWords> {
    let weekday = usize::from(words.first().is_some_and(|word| is(word, "weekday")));
    let rest = &words[weekday..];
    let first = rest.first()?;
    let found = match is_numeric(first.bare()) {
        true => DateWords { count: 1, has_year: true },
        false => written_out(rest)?,
    };
    Some(DateWords { count: found.count + weekday, ..found })
}

/// The words of a time of day that `words` begin with: "17:52", "10.30 a.m. GMT".
pub(super) fn clock(words: &[Word<'_>]) -> usize {
    let is_time = |word: &Word<'_>| {
        let (hours, minutes) = word.bare().split_once([':', '.']).unwrap_or(("", ""));
        let minutes = minutes.trim_end_matches(char::is_alphabetic);
        number(hours, 0..=24).is_some()
            && minutes.len() >= 2
            && minutes.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
    };
    let is_hour = || {
        let named = words.get(1).is_some_and(|word| is(word, "clock"));
        named && words.first().is_some_and(|word| number(word.text, 0..=24).is_some())
    };
    match words.first().is_some_and(is_time) || is_hour() {
        true => 1 + words[1..].iter().take_while(|word| is(word, "clock")).count(),
        false => 0,
    }
}

fn written_out(words: &[Word<'_>]) -> Option<DateWords> {
    let day = |index: usize| words.get(index).is_some_and(|word| is_day(word.bare()));
    let month = |index: usize| words.get(index).is_some_and(|word| is(word, "month"));
    let count = match (day(0), month(0)) {
        (true, _) if month(1) => 2,
        (true, _) if words.get(1).is_some_and(|word| word.text == "of") && month(2) => 3,
        (_, true) if day(1) => 2,
        _ => return None,
    };
    let is_hour = words.get(count + 1).is_some_and(|word| is(word, "clock"));
    let has_year = !is_hour && words.get(count).is_some_and(|word| number(word.bare(), YEARS).is_some());
    Some(DateWords { count: count + usize::from(has_year), has_year })
}

fn is(word: &Word<'_>, kind: &str) -> bool {
    let bare = word.bare();
    bare.len() <= 12 && NAMES.get(bare.to_lowercase().as_str()).is_some_and(|value| *value == kind)
}

fn is_day(word: &str) -> bool {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
    number(bare, 1..=31).is_some()
}

/// Whether a word is a date in figures: day, month and year in either order of day and month, or year first.
pub(super) fn is_numeric(word: &str) -> bool {
    let day = match word.split_once(['T', 't']) {
        Some((day, time)) if time.starts_with(|first: char| first.is_ascii_digit()) => day,
        _ => word,
    };
    let Some(separator) = day.chars().find(|character| matches!(character, '.' | '/' | '-')) else { return false };
    let mut parts = day.split(separator);
    let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let is_day_and_month = |one: &str, other: &str| {
        let (one, other) = (number(one, 1..=31), number(other, 1..=31));
        one.zip(other).is_some_and(|(one, other)| one <= 12 || other <= 12)
    };
    match (first.len(), third.len()) {
        (4, 1..=2) => {
            number(first, YEARS).is_some() && number(second, 1..=12).is_some() && number(third, 1..=31).is_some()
        }
        (1..=2, 4) => number(third, YEARS).is_some() && is_day_and_month(first, second),
        _ => false,
    }
}

fn number(word: &str, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
    let is_figures = !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|value| is_figures && range.contains(value))
}

#[cfg(test)]
mod tests {
    use super::super::words::first_words;
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        let words = first_words(line, 100);
        let found = date(&words).map(|found| &line[..words[found.count - 1].span.end]);
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn dates_are_found_in_any_form() {
        check("21.01.2022 rest", Some("21.01.2022"));
        check("2025-03-06T10:00 rest", Some("2025-03-06T10:00"));
        check("9/1/2022", Some("9/1/2022"));
        check("Sunday, 9 January 2022 (YJC)", Some("Sunday, 9 January 2022"));
        check("Jan. 10 (Reuters)", Some("Jan. 10"));
        check("March 3rd, 2025, rest", Some("March 3rd, 2025,"));
        check("9th of May 1945", Some("9th of May 1945"));
        check("SEPT 3 rest", Some("SEPT 3"));
    }

    #[test]
    fn other_figures_are_no_dates() {
        check("31.31.2022", None);
        check("1.2.3.4", None);
        check("192.168.2022", None);
        check("May the bridge open", None);
        check("10 people", None);
        check("Sunday papers", None);
        check("March 32", None);
        check("", None);
    }

    #[test]
    fn times_of_day_are_passed() {
        let count = |line: &str| clock(&first_words(line, 100));
        assert_eq!(
            [count("17:52"), count("10.30 a.m. GMT x"), count("9 pm ET"), count("9 May"), count("x")],
            [1, 3, 3, 0, 0]
        );
    }
}
