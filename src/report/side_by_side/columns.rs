//! Two texts -> lines of two columns, each wrapped to its width.

use std::io::{self, Write};

use crate::report::excerpt::{Excerpt, unmarked};
use crate::report::paint::{Paint, Style, signs};
use crate::report::wrap::{columns_of, wrap, wrap_text};

/// What stands between the columns.
const BETWEEN: &str = " | ";

/// The two columns of a page.
pub(super) struct Columns {
    /// The columns of the whole line.
    pub(super) width: usize,
    pub(super) paint: Paint,
}

impl Columns {
    /// The columns of one side.
    fn side(&self) -> usize {
        self.width.saturating_sub(BETWEEN.len()).max(2) / 2
    }

    /// Writes two texts beside each other, each in its style.
    pub(super) fn words(&self, left: &str, right: &str, styles: [Style; 2], out: &mut dyn Write) -> io::Result<()> {
        let lines = |text: &str, style| -> Vec<Cell> {
            wrap_text(text, self.side()).iter().map(|line| Cell::of(self.paint.apply(style, line), line)).collect()
        };
        self.cells(lines(left, styles[0]), lines(right, styles[1]), out)
    }

    /// Writes two excerpts beside each other; without colour with signs below the marked words.
    pub(super) fn excerpts(&self, left: &Excerpt, right: &Excerpt, out: &mut dyn Write) -> io::Result<()> {
        let lines = |excerpt: &Excerpt, style| self.excerpt(excerpt, self.side(), style);
        self.cells(lines(left, Style::Left), lines(right, Style::Right), out)
    }

    /// Writes a text over the whole width, later lines indented.
    pub(super) fn across(&self, text: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
        for (index, line) in wrap_text(text, self.width - 5).iter().enumerate() {
            writeln!(out, "{}{}", if index == 0 { "" } else { "     " }, self.paint.apply(style, line))?;
        }
        Ok(())
    }

    /// Writes what only the left (0) or right (1) side has, after its place.
    pub(super) fn alone(&self, side: usize, place: &str, words: &Excerpt, out: &mut dyn Write) -> io::Result<()> {
        let (sign, style) = if side == 0 { ("<", Style::Left) } else { (">", Style::Right) };
        let place = format!("{sign} {place:7} ");
        let indent = columns_of(&place);
        for (index, line) in wrap(&words.characters, self.width.saturating_sub(indent)).iter().enumerate() {
            let place = if index == 0 { self.paint.apply(style, &place) } else { " ".repeat(indent) };
            writeln!(out, "{place}{}", self.paint.line(style, line))?;
        }
        Ok(())
    }

    fn excerpt(&self, excerpt: &Excerpt, width: usize, style: Style) -> Vec<Cell> {
        let mut cells = Vec::new();
        for line in wrap(&excerpt.characters, width) {
            cells.push(Cell::of(self.paint.line(style, line), &unmarked(line)));
            let signs = signs(line);
            if !signs.is_empty() && !self.paint.color {
                cells.push(Cell::of(signs.clone(), &signs));
            }
        }
        cells
    }

    fn cells(&self, left: Vec<Cell>, right: Vec<Cell>, out: &mut dyn Write) -> io::Result<()> {
        let empty = Cell::of(String::new(), "");
        for line in 0..left.len().max(right.len()) {
            let (left, right) = (left.get(line).unwrap_or(&empty), right.get(line).unwrap_or(&empty));
            let gap = " ".repeat(self.side().saturating_sub(left.columns));
            writeln!(out, "{}", format!("{}{gap}{BETWEEN}{}", left.painted, right.painted).trim_end())?;
        }
        Ok(())
    }
}

/// One line of one column.
struct Cell {
    painted: String,
    columns: usize,
}

impl Cell {
    fn of(painted: String, text: &str) -> Self {
        Self { painted, columns: columns_of(text) }
    }
}
