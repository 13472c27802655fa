//! Feasts and named days: "Christmas Eve", "Good Friday", "last Thanksgiving", "Easter 2018".

use super::Stretch;
use super::absolute::pick_before;
use super::periods::year_of;
use super::years;
use crate::language::Label;
use crate::time::lexicon::lexicon;
use crate::time::meaning::{Calendar, Pick, Year};
use crate::time::words::Scan;

/// A feast, with its year or with "last", "this", "next".
pub(super) fn feast(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (pick, start) = pick_before(scan, at);
    let start = start + usize::from(pick == Pick::Tense && scan.is(start, "the"));
    let (words, feast) = lexicon().feasts.at(|on| Some(scan.text(start + on)))?;
    let next = start + words;
    let is_name = scan.is_chat() || scan.is_capital(start) || scan.has_digit(start);
    if !is_name || is_of_something_else(scan, next - 1) {
        return None;
    }
    let next = next + usize::from(scan.is(next, "day") && !scan.is(next - 1, "day"));
    let (year, end) = if pick == Pick::Tense { year_of(scan, next) } else { (Year::Unsaid, next) };
    Some((Calendar::Feast { feast, year, pick }, end))
}

/// Whether the name only says what sort a thing is: "Christmas shopping", "an Easter egg"; or is a person's.
fn is_of_something_else(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let token = &scan.document().tokens[at];
    let modifies = matches!(token.label, Label::Compound | Label::Amod | Label::Nmod) && token.head > at;
    let is_dated = years::four_digits(scan, at + 1).is_some();
    modifies && !is_dated && !scan.is_chat() && scan.day_part(at + 1).is_none() && !scan.is(at + 1, "day")
}
