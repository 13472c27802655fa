//! An excerpt -> lines of a width, by the columns that a terminal gives each character.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::excerpt::{Excerpt, Mark, unmarked};

/// The columns of a character.
pub(super) fn columns(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// The columns of a text without orders to the terminal.
pub(super) fn columns_of(text: &str) -> usize {
    text.width()
}

/// Cuts the characters into lines of at most `width` columns, between words where that is possible.
///
/// "The bridge opened." at width 10: "The bridge", "opened.". Nothing gives no line.
pub(super) fn wrap(characters: &[(char, Mark)], width: usize) -> Vec<&[(char, Mark)]> {
    let mut lines = Vec::new();
    let mut rest = characters;
    while !rest.is_empty() {
        let (line, next) = rest.split_at(line_end(rest, width));
        lines.push(without_last_space(line));
        rest = match next.split_first() {
            Some(((' ', _), after)) => after,
            _ => next,
        };
    }
    lines
}

/// How many characters go on the first line, one at least.
fn line_end(characters: &[(char, Mark)], width: usize) -> usize {
    let mut used = 0;
    let mut last_space = None;
    for (at, (character, _)) in characters.iter().enumerate() {
        used += columns(*character);
        if used > width && *character != ' ' {
            // A word that no line has room for may as well begin on this one.
            let word = last_space.map_or(0, |space| space + 1);
            let is_endless = columns_of_word(&characters[word..], width) > width;
            return last_space.filter(|_| !is_endless).unwrap_or(at).max(1);
        }
        if *character == ' ' {
            last_space = Some(at);
        }
    }
    characters.len()
}

/// The columns of the word that begins the characters; counting ends beyond `width`.
fn columns_of_word(characters: &[(char, Mark)], width: usize) -> usize {
    let mut used = 0;
    let word = characters.iter().take_while(|(character, _)| *character != ' ');
    for (character, _) in word {
        used += columns(*character);
        if used > width {
            break;
        }
    }
    used
}

fn without_last_space(line: &[(char, Mark)]) -> &[(char, Mark)] {
    match line.split_last() {
        Some(((' ', _), rest)) => rest,
        _ => line,
    }
}

/// Cuts a text without marks into lines; what a terminal may obey is written out.
pub(super) fn wrap_text(text: &str, width: usize) -> Vec<String> {
    let excerpt = Excerpt::plain(text);
    wrap(&excerpt.characters, width).into_iter().map(unmarked).collect()
}

/// The text cut to `width` columns, "…" standing for the end.
pub(super) fn cut(text: &str, width: usize) -> String {
    if columns_of(text) <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let mut kept: String = text
        .chars()
        .take_while(|character| {
            used += columns(*character);
            used <= width
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

/// The text with spaces behind it up to `width` columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns_of(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        assert_eq!(wrap_text(text, width), expected);
    }

    #[test]
    fn lines_break_between_words() {
        check("The bridge opened.", 10, &["The bridge", "opened."]);
        check("The bridge opened.", 11, &["The bridge", "opened."]);
        check("", 10, &[]);
    }

    #[test]
    fn words_wider_than_the_line_break_inside() {
        check("an incomprehensible b", 8, &["an incom", "prehensi", "ble b"]);
        check("an impossible b", 10, &["an", "impossible", "b"]);
        check("桥于三月三日开通", 6, &["桥于三", "月三日", "开通"]);
        check("桥桥", 1, &["桥", "桥"]);
    }

    #[test]
    fn cutting_counts_columns() {
        assert_eq!(cut("The bridge opened.", 18), "The bridge opened.");
        assert_eq!(cut("The bridge opened.", 12), "The bridge…");
        assert_eq!(cut("桥于三月", 6), "桥于…");
        assert_eq!(padded("桥", 4), "桥  ");
    }
}
