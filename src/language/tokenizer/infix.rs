//! Where a word is cut in its middle: at ellipses, between digits, at hyphens, commas and slashes between letters.

use std::ops::Range;

use super::affix::hyphens;
use crate::language::character::{Classes, classes};

/// All infixes of a text from left to right, without overlap.
///
/// "well-known" has "-", "and/or" has "/", "3-4" has "-", "e-mail.The" has "-" and ".".
pub(super) fn find_all(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let mut previous = None;
    std::iter::from_fn(move || {
        while let Some(character) = text[at..].chars().next() {
            let length = length_at(&text[at..], character, previous);
            let start = at;
            at += length.unwrap_or(character.len_utf8());
            previous = text[..at].chars().next_back();
            if length.is_some() {
                return Some(start..at);
            }
        }
        None
    })
}

/// The bytes of the infix that `text` starts with, where `previous` stands before it.
fn length_at(text: &str, character: char, previous: Option<char>) -> Option<usize> {
    if character.is_ascii_alphanumeric() {
        return None;
    }
    let dots = text.bytes().take_while(|&byte| byte == b'.').count();
    if dots >= 2 {
        return Some(dots);
    }
    if character == '…' || classes(character).has(Classes::ICON) {
        return Some(character.len_utf8());
    }
    let previous = previous?;
    let length = character.len_utf8();
    let next = text[length..].chars().next();
    let is_single = match character {
        '+' | '-' | '*' | '^' if is_between_digits(previous, next) => true,
        '.' => is_between_sentences(previous, next),
        ',' => is_alpha(previous) && next.is_some_and(is_alpha),
        ':' | '<' | '>' | '=' | '/' => is_alpha_or_digit(previous) && next.is_some_and(is_alpha),
        _ => false,
    };
    if is_single { Some(length) } else { hyphen(text, previous) }
}

fn is_between_digits(previous: char, next: Option<char>) -> bool {
    previous.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit() || next == '-')
}

/// Whether a full stop between these ends one sentence and the space after it is missing: "done.The".
fn is_between_sentences(previous: char, next: Option<char>) -> bool {
    classes(previous).has(Classes::LOWER.or(Classes::QUOTE))
        && next.is_some_and(|next| classes(next).has(Classes::UPPER.or(Classes::QUOTE)))
}

/// The bytes of the hyphen or dash that `text` starts with, if it stands between letters.
fn hyphen(text: &str, previous: char) -> Option<usize> {
    let is_hyphen =
        |hyphen: &&&str| text.strip_prefix(**hyphen).is_some_and(|after| after.chars().next().is_some_and(is_alpha));
    hyphens().iter().find(is_hyphen).filter(|_| is_alpha_or_digit(previous)).map(|hyphen| hyphen.len())
}

fn is_alpha(character: char) -> bool {
    classes(character).has(Classes::ALPHA)
}

fn is_alpha_or_digit(character: char) -> bool {
    is_alpha(character) || character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find_all(text).map(|infix| &text[infix]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn hyphens_between_letters_are_infixes() {
        check("well-known", &["-"]);
        check("wait--what", &["--"]);
        check("a----b", &[]);
        check("2-year-old", &["-", "-"]);
        check("post-2019", &[]);
    }

    #[test]
    fn signs_between_digits_are_infixes() {
        check("3-4", &["-"]);
        check("3--4", &["-"]);
        check("3.4", &[]);
        check("1,000", &[]);
    }

    #[test]
    fn missing_spaces_are_seen() {
        check("done.The", &["."]);
        check("one,two", &[","]);
        check("and/or", &["/"]);
        check("wait...what….", &["...", "…"]);
    }
}
