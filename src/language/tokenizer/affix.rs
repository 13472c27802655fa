//! What is cut off the start and the end of a chunk: punctuation, brackets, quotation marks, units after a number.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::character::{Classes, classes};
use crate::language::table::Table;

static AFFIXES: LazyLock<Affixes> = LazyLock::new(Affixes::read);

/// Affixes of several characters, and those that need a digit before them.
struct Affixes {
    prefixes: Vec<&'static str>,
    suffixes: Vec<&'static str>,
    after_digit: FxHashSet<&'static str>,
    /// The bytes of the longest suffix that needs a digit.
    longest_after_digit: usize,
    hyphens: Vec<&'static str>,
}

impl Affixes {
    fn read() -> Self {
        let table = Table::new(include_str!("../data/affixes.tsv"));
        let of_kind = |kind: &'static str| {
            let rows = table.rows().map(|mut row| (row.next().unwrap_or_default(), row.next().unwrap_or_default()));
            rows.filter(move |row| row.1 == kind).map(|row| row.0)
        };
        let after_digit: FxHashSet<_> = of_kind("suffix after a digit").collect();
        Self {
            prefixes: of_kind("prefix").collect(),
            suffixes: of_kind("suffix").collect(),
            longest_after_digit: after_digit.iter().map(|suffix| suffix.len()).max().unwrap_or_default(),
            after_digit,
            hyphens: of_kind("hyphen").collect(),
        }
    }
}

/// The hyphens and dashes that may divide a word, each as many characters as it has.
pub(super) fn hyphens() -> &'static [&'static str] {
    &AFFIXES.hyphens
}

/// The bytes of the prefix that comes off first; 0 where there is none.
///
/// "(see" has 1, "...and" has 3, "US$5" has 3, "+5" has 0.
pub(super) fn prefix(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    if classes(first).has(Classes::PREFIX) {
        return first.len_utf8();
    }
    match first {
        '+' => usize::from(!text[1..].starts_with(|next: char| next.is_ascii_digit())),
        '.' => two_or_more(text.bytes().take_while(|&byte| byte == b'.').count()),
        _ => AFFIXES.prefixes.iter().find(|prefix| text.starts_with(**prefix)).map_or(0, |prefix| prefix.len()),
    }
}

/// The bytes of the longest suffix; 0 where there is none.
///
/// "see)" has 1, "bridge's" has 2, "10km" has 2, "km" has 0, "well." has 1, "U.S." has 0.
pub(super) fn suffix(text: &str) -> usize {
    let Some(last) = text.chars().next_back() else { return 0 };
    let before = &text[..text.len() - last.len_utf8()];
    let single = if is_single(last, before) { last.len_utf8() } else { 0 };
    let dots = two_or_more(text.bytes().rev().take_while(|&byte| byte == b'.').count());
    let several = AFFIXES.suffixes.iter().filter(|suffix| text.ends_with(**suffix)).map(|suffix| suffix.len()).max();
    single.max(dots).max(several.unwrap_or_default()).max(after_digit(text))
}

/// A single full stop is no ellipsis.
fn two_or_more(dots: usize) -> usize {
    if dots >= 2 { dots } else { 0 }
}

/// Whether the last character alone is a suffix.
fn is_single(last: char, before: &str) -> bool {
    classes(last).has(Classes::SUFFIX)
        || (last == '+' && before.ends_with(|digit: char| digit.is_ascii_digit()))
        || (last == '.' && ends_sentence(before))
}

/// Whether a full stop after these letters is a token of its own: not after a single capital, which it abbreviates.
fn ends_sentence(before: &str) -> bool {
    let mut characters = before.chars().rev();
    let Some(last) = characters.next() else { return false };
    let next_to_last = characters.next();
    let is_upper = |character| classes(character).has(Classes::UPPER);
    classes(last).has(Classes::BEFORE_STOP)
        || (is_upper(last) && next_to_last.is_some_and(is_upper))
        || (next_to_last == Some('°') && "FfCcKk".contains(last))
}

/// The bytes of the unit or currency that ends the text right after a digit.
fn after_digit(text: &str) -> usize {
    let affixes = &*AFFIXES;
    let bytes = text.as_bytes();
    let longest = affixes.longest_after_digit + 1;
    match bytes.iter().rev().take(longest).position(|byte| byte.is_ascii_digit()) {
        Some(length) if affixes.after_digit.contains(&text[bytes.len() - length..]) => length,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: (&str, &str)) {
        let found = (&text[..prefix(text)], &text[text.len() - suffix(text)..]);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn punctuation_comes_off() {
        check("(see)", ("(", ")"));
        check("...and....", ("...", "...."));
        check("“We’ll", ("“", ""));
        check("……", ("…", "……"));
        check("", ("", ""));
    }

    #[test]
    fn plus_and_units_need_their_digit() {
        check("+5", ("", ""));
        check("+a", ("+", ""));
        check("5+", ("", "+"));
        check("10km", ("", "km"));
        check("10km²", ("", "km²"));
        check("km", ("", ""));
        check("US$5", ("US$", ""));
        check("5US$", ("", "US$"));
    }

    #[test]
    fn full_stop_stays_with_a_single_capital() {
        check("end.", ("", "."));
        check("J.", ("", ""));
        check("OSCE.", ("", "."));
        check("20°C.", ("", "."));
        check("Mr.O'Neill's", ("", "'s"));
    }
}
