//! A sentence and the words in it that matter -> one line of characters, each with its mark.

use super::escape::is_order;
use crate::span::Span;

/// How many bytes of a sentence are kept on each side of the words that matter.
const AROUND: usize = 300;

/// How many bytes of the words that matter are kept.
const INSIDE: usize = 600;

/// What a character of an excerpt is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    Plain,
    /// Part of the words that carry the value.
    Value,
    /// Part of words that the other side has not.
    Differs,
    /// Both: what the two sides are about.
    ValueDiffers,
}

impl Mark {
    /// The mark of a character whose word the other side has not.
    pub(super) fn differing(self) -> Self {
        match self {
            Self::Plain | Self::Differs => Self::Differs,
            Self::Value | Self::ValueDiffers => Self::ValueDiffers,
        }
    }
}

/// A sentence as it is printed: white space folded, what a terminal may obey written out, cut to what can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The characters with their marks.
    pub(super) characters: Vec<(char, Mark)>,
}

impl Excerpt {
    /// The words of `sentence` with those of `values`, which lie in it, marked.
    ///
    /// A sentence that goes on for pages is cut around the first value, "…" standing for the rest.
    pub(super) fn of(text: &str, sentence: Span, values: &[Span]) -> Self {
        let window =
            window(text, sentence, values.first().copied().unwrap_or(Span::new(sentence.start, sentence.start)));
        let mut excerpt = Self { characters: Vec::new() };
        if window.start > sentence.start {
            excerpt.characters.push(('…', Mark::Plain));
        }
        for (at, character) in window.of(text).char_indices() {
            let at = window.start + at;
            let is_value = values.iter().any(|value| value.start <= at && at < value.end);
            excerpt.push(character, if is_value { Mark::Value } else { Mark::Plain });
        }
        excerpt.trim();
        if window.end < sentence.end {
            excerpt.characters.push(('…', Mark::Plain));
        }
        excerpt
    }

    /// A text of our own or a name, without marks and whole.
    pub(super) fn plain(text: &str) -> Self {
        let mut excerpt = Self { characters: Vec::new() };
        text.chars().for_each(|character| excerpt.push(character, Mark::Plain));
        excerpt.trim();
        excerpt
    }

    /// Drops the marks of a value that is most of the excerpt, but for words that differ: they would only hide
    /// those.
    pub(super) fn drop_idle_marks(&mut self) {
        let of_value = |(_, mark): &&(char, Mark)| matches!(mark, Mark::Value | Mark::ValueDiffers);
        let marked = self.characters.iter().filter(of_value).count();
        if marked * 2 > self.characters.len() {
            let idle = self.characters.iter_mut().filter(|(_, mark)| *mark == Mark::Value);
            idle.for_each(|(_, mark)| *mark = Mark::Plain);
        }
    }

    /// The words without their marks.
    pub(super) fn text(&self) -> String {
        unmarked(&self.characters)
    }

    /// One character as it is printed; white space after white space adds nothing.
    fn push(&mut self, character: char, mark: Mark) {
        if character.is_whitespace() {
            if self.characters.last().is_some_and(|(last, _)| *last != ' ') {
                self.characters.push((' ', mark));
            }
        } else if is_order(character) {
            self.characters.extend(character.escape_unicode().map(|character| (character, mark)));
        } else {
            self.characters.push((character, mark));
        }
    }

    /// Drops white space at the end, and marks of white space at the ends of values.
    fn trim(&mut self) {
        if self.characters.last().is_some_and(|(last, _)| *last == ' ') {
            self.characters.pop();
        }
        for at in 0..self.characters.len() {
            let next = self.characters.get(at + 1).map(|(_, mark)| *mark);
            if self.characters[at].0 == ' ' && next != Some(Mark::Value) {
                self.characters[at].1 = Mark::Plain;
            }
        }
    }
}

/// The words of a line of an excerpt without their marks.
pub(super) fn unmarked(line: &[(char, Mark)]) -> String {
    line.iter().map(|(character, _)| character).collect()
}

/// The part of the sentence that is kept.
fn window(text: &str, sentence: Span, value: Span) -> Span {
    let floor = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = value.end.min(value.start + INSIDE);
    let start =
        if value.start.saturating_sub(sentence.start) > AROUND { floor(value.start - AROUND) } else { sentence.start };
    let end = if sentence.end.saturating_sub(end) > AROUND { floor(end + AROUND) } else { sentence.end };
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, value: &str, expected: &str, expected_marks: &str) {
        let start = text.find(value).unwrap();
        let excerpt = Excerpt::of(text, Span::new(0, text.len()), &[Span::new(start, start + value.len())]);
        let (characters, marks): (String, String) = excerpt
            .characters
            .iter()
            .map(|(character, mark)| (character, if *mark == Mark::Value { '^' } else { ' ' }))
            .unzip();
        assert_eq!((characters.as_str(), marks.trim_end()), (expected, expected_marks));
    }

    #[test]
    fn white_space_is_folded_and_marks_stay_with_their_words() {
        check(
            "The bridge\n  opened on\u{a0} \tMarch 3.",
            "opened on\u{a0} \tMarch 3",
            "The bridge opened on March 3.",
            "           ^^^^^^^^^^^^^^^^^",
        );
    }

    #[test]
    fn orders_to_the_terminal_are_written_out() {
        check("a \u{1b}[31mred\u{7} b", "\u{1b}[31mred", "a \\u{1b}[31mred\\u{7} b", "  ^^^^^^^^^^^^^");
    }

    #[test]
    fn endless_sentences_are_cut_around_the_value() {
        let text = format!("{} March 3 {}", "é".repeat(10_000), "word ".repeat(10_000));
        let start = text.find("March").unwrap();
        let excerpt = Excerpt::of(&text, Span::new(0, text.len()), &[Span::new(start, start + 7)]);
        let words: String = excerpt.characters.iter().map(|(character, _)| character).collect();
        assert_eq!(words, format!("…{} March 3 {}…", "é".repeat(150), "word ".repeat(59) + "word"));
    }
}
