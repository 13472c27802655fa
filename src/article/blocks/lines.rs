//! A plain text -> its paragraphs: lines, or runs of lines where the text is wrapped at a width.

use super::shape::{self, Ending};
use super::{Paragraph, furniture, is_blank, trimmed};
use crate::span::Span;

/// The widest line, in characters, of a text that is wrapped by hand or by a mail program.
const WIDEST: usize = 132;

/// A line that is not blank.
struct Line {
    span: Span,
    after_blank: bool,
    characters: usize,
    indent: usize,
}

/// Cuts a text into paragraphs.
///
/// Where each line is a paragraph, each is one; where lines are broken at a width, the lines up to a blank, short or
/// indented one are. Everywhere a line that begins in the middle of a sentence belongs to the one before.
pub(in super::super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let width = width_of_wrapping(text, &lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &lines[before]);
        match (before, paragraphs.last_mut()) {
            (Some(before), Some(last)) if is_continued(text, before, line, width) => last.span.end = line.span.end,
            _ => paragraphs.push(Paragraph { span: line.span, given: None, after_blank: line.after_blank }),
        }
    }
    paragraphs
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut add = |whole: Span| {
        let span = trimmed(text, whole);
        if !span.is_empty() {
            let indent = Span::new(whole.start, span.start).of(text).chars().count();
            lines.push(Line { span, after_blank, characters: span.of(text).chars().count(), indent });
        }
        after_blank = span.is_empty();
    };
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let Some(length) = line_end(&text[start..at], character, &text[at..]) else { continue };
        add(Span::new(start, at));
        start = at + length;
        while characters.next_if(|(next, _)| *next < start).is_some() {}
    }
    add(Span::new(start, text.len()));
    lines
}

/// The bytes of the line end that `rest` begins with, `character` being its first.
///
/// A line end that was escaped twice on its way here stands as a backslash and an n between blanks.
fn line_end(before: &str, character: char, rest: &str) -> Option<usize> {
    match character {
        '\r' if rest.starts_with("\r\n") => Some(2),
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(character.len_utf8()),
        '\\' if rest.starts_with("\\n") => {
            let is_free = before.chars().next_back().is_none_or(is_blank);
            (is_free && rest[2..].chars().next().is_none_or(is_blank)).then_some(2)
        }
        _ => None,
    }
}

/// The width at which the text's lines are broken, if they are.
///
/// Then most line ends inside paragraphs lie in the middle of a sentence, at a place where the next word would not
/// have fitted.
fn width_of_wrapping(text: &str, lines: &[Line]) -> Option<usize> {
    let pairs = || lines.windows(2).filter(|pair| !pair[1].after_blank).map(|pair| (&pair[0], &pair[1]));
    let mut lengths: Vec<usize> = pairs().map(|(line, _)| line.characters).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 19 / 20)?;
    let broken = pairs().filter(|(line, next)| {
        fills(text, line, next, width) && runs_on(line.span.of(text)) && begins_inside(next.span.of(text))
    });
    (width <= WIDEST && broken.count() * 5 >= lengths.len() * 2 && lengths.len() > 1).then_some(width)
}

/// Whether the next line's first word would not have fitted on the line.
fn fills(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let first = next.span.of(text).split(is_blank).next().map_or(0, |word| word.chars().count());
    line.characters + 1 + first > width
}

fn is_continued(text: &str, line: &Line, next: &Line, width: Option<usize>) -> bool {
    let (words, following) = (line.span.of(text), next.span.of(text));
    if next.after_blank || shape::bullet(following) > 0 {
        return false;
    }
    if runs_on(words) && begins_inside(following) {
        return width.is_some() || furniture::furniture(words).is_none();
    }
    match width {
        Some(width) => next.indent <= line.indent && fills(text, line, next, width - width / 8),
        None => words.ends_with(','),
    }
}

/// Whether a line ends before its sentence does.
fn runs_on(line: &str) -> bool {
    line.ends_with(',') || shape::ending(line) == Ending::None
}

/// Whether a line begins in the middle of a sentence: with a word in lower case or the punctuation after a word.
fn begins_inside(line: &str) -> bool {
    let first = line.split(is_blank).next().unwrap_or_default();
    let word = first.trim_end_matches([',', '.', ';', ':', '?', '!', '\'', '"', ')', '’', '”']);
    match word.is_empty() {
        true => first.starts_with([',', '.', ';', ':']),
        false => word.chars().all(|character| character.is_lowercase() || matches!(character, '-' | '\'' | '’')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text).iter().map(|paragraph| paragraph.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_a_paragraph() {
        check("\u{feff}One.\r\n\r\n Two. \nThree\u{a0}\n", &["One.", "Two.", "Three"]);
        check("One.\rTwo.\u{2028}Three.", &["One.", "Two.", "Three."]);
        check(r"Bridge opens \n It rained. \n", &["Bridge opens", "It rained."]);
        check(r"It is in C:\new \notes", &[r"It is in C:\new \notes"]);
        check(" \n\u{a0}\n\u{200b}", &[]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let first = "The port authority of Halden closed two of its four berths on\n\
                     Tuesday after divers found cracks in the piles that carry the\n\
                     quay, and said that ships would be sent to Moss until repairs\n\
                     were done.";
        let second = "Nobody was hurt. The harbour master said the cracks had been\n\
                      known since a survey in May, when they were thought to be in\n\
                      the concrete only.";
        check(&format!("Berths closed\n\n{first}\n\n{second}\n"), &["Berths closed", first, second]);
        check(&format!("Berths closed\n{first}\n{second}"), &["Berths closed", first, second]);
        check(&format!("  {first}\n  {second}"), &[first, second]);
    }

    #[test]
    fn a_sentence_runs_on_over_a_broken_line() {
        check(
            "The men's race went to form as\nmarathon runners led,\nSmith first.\niPhones fell.",
            &["The men's race went to form as\nmarathon runners led,\nSmith first.", "iPhones fell."],
        );
        check("Swansea beat\n, who had led. It rained.", &["Swansea beat\n, who had led. It rained."]);
        check("Sales of\n\nrice fell", &["Sales of", "rice fell"]);
        check("To do\n- buy rice\n- sell rice", &["To do", "- buy rice", "- sell rice"]);
        check("See\nhttps://example.org", &["See", "https://example.org"]);
    }

    #[test]
    fn headlines_in_a_column_stay_apart() {
        let headlines = ["Rice prices fall again in Asia", "Storm closes two airports", "Vote on budget delayed"];
        check(&headlines.join("\n"), &headlines);
    }
}
