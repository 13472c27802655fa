//! [`Document`] -> [`Quantity`]: amount or range, unit, "about", "at least", and what is counted.

use std::ops::Range;

use crate::language::Document;
use crate::span::Span;

/// A counted or measured amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its place, with its unit and its "about" or "at least".
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The least amount, in the unit; `None` where nothing bounds it below ("at most 5").
    pub low: Option<f64>,
    /// The greatest amount; a plain 5 has low = high; "more than 5" has none.
    pub high: Option<f64>,
    /// Whether the text says "about", "some", "nearly", or gives a vague number ("dozens").
    pub approximate: bool,
    /// What it is measured in.
    pub unit: Unit,
    /// The token that heads what is counted: "people" in "at least 12 people".
    pub counted: Option<usize>,
    /// How the number is written, so that rounding can be told: 1.25 million has step 10,000; 1,200 has step 100.
    pub step: f64,
    /// Whether it is an ordinal: "third".
    pub ordinal: bool,
}

/// What an amount is measured in. Amounts are converted to the base unit of their dimension.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things or people: the lemma of what is counted ("person", "fire").
    Count(String),
    /// Money, by currency code.
    Money(&'static str),
    /// Parts of a hundred.
    Percent,
    /// Percentage points.
    Points,
    /// A physical dimension, by the name of its base unit: "metre", "kilogram", "second", "kelvin".
    Physical(&'static str),
    /// A bare number.
    None,
}

/// Finds all quantities of the document, in order of place, without overlap; numbers of dates are not among them only
/// where the caller drops those that overlap a timex.
///
/// "At least 12 people died." gives low 12, no high, unit `Count("person")`.
pub fn annotate(_document: &Document<'_>) -> Vec<Quantity> {
    Vec::new()
}
