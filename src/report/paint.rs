//! Words and what they stand for -> the same, coloured where the output may be.

use super::Severity;
use super::excerpt::{Mark, unmarked};
use super::wrap::columns;

/// What words stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Nothing.
    Plain,
    /// The head of a finding.
    Head(Severity),
    /// A title or heading.
    Strong,
    /// The left side's sign, place and value.
    Left,
    /// The right side's.
    Right,
    /// What is there for reference.
    Faint,
}

/// Paints or leaves alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    /// Whether the output may be coloured.
    pub(super) color: bool,
}

impl Paint {
    /// The words in their style; unchanged without colour.
    pub(super) fn apply(self, style: Style, words: &str) -> String {
        match self.color && style != Style::Plain && !words.is_empty() {
            true => format!("\x1b[{}m{words}\x1b[0m", code(style)),
            false => words.to_owned(),
        }
    }

    /// A line of an excerpt; values bold in the side's colour, differing words underlined.
    pub(super) fn line(self, side: Style, line: &[(char, Mark)]) -> String {
        let mut painted = String::new();
        for run in line.chunk_by(|(_, one), (_, other)| one == other) {
            let words = unmarked(run);
            match run[0].1 {
                Mark::Value if self.color => painted += &format!("\x1b[1;{}m{words}\x1b[0m", code(side)),
                Mark::ValueDiffers if self.color => painted += &format!("\x1b[1;4;{}m{words}\x1b[0m", code(side)),
                Mark::Differs if self.color => painted += &format!("\x1b[4m{words}\x1b[0m"),
                _ => painted += &words,
            }
        }
        painted
    }
}

/// The signs below a line of an excerpt: "~" for words that carry the value, "-" for words that differ, "^" for those
/// that do both; empty where nothing is marked.
pub(super) fn signs(line: &[(char, Mark)]) -> String {
    let mut signs = String::new();
    for (character, mark) in line {
        let sign = match mark {
            Mark::Plain => ' ',
            Mark::Value => '~',
            Mark::Differs => '-',
            Mark::ValueDiffers => '^',
        };
        signs.extend(std::iter::repeat_n(sign, columns(*character)));
    }
    signs.truncate(signs.trim_end().len());
    signs
}

/// The parameters of the terminal's order that sets the style.
fn code(style: Style) -> &'static str {
    match style {
        Style::Plain => "0",
        Style::Head(Severity::Error) => "1;31",
        Style::Head(Severity::Warning) => "1;33",
        Style::Head(Severity::Note) => "1;36",
        Style::Strong => "1",
        Style::Left => "31",
        Style::Right => "32",
        Style::Faint => "2",
    }
}
