//! Time zones by their names.

use std::ops::Range;

use crate::language::Document;
use crate::table;

/// The most words of a zone's name.
const LONGEST: usize = 3;

/// The minutes from UTC of the zone that is named in the expression or right behind it.
///
/// -240 for "11:52 p.m." in "at 11:52 p.m. Eastern Daylight Time", 0 for "0352 GMT".
pub(crate) fn zone_of(document: &Document<'_>, expression: Range<usize>) -> Option<i32> {
    let last = document.tokens.len();
    let starts = expression.start..(expression.end + 1).min(last);
    starts
        .into_iter()
        .find_map(|start| (1..=LONGEST).rev().find_map(|length| named(document, start..(start + length).min(last))))
}

fn named(document: &Document<'_>, tokens: Range<usize>) -> Option<i32> {
    let written = document.span(tokens).of(document.text);
    let name = written.to_lowercase();
    let is_abbreviation = written.bytes().all(|byte| byte.is_ascii_uppercase());
    let abbreviated = || table::value_of(include_str!("data/zones.tsv"), &name).filter(|_| is_abbreviation);
    let minutes = table::value_of(include_str!("data/zone_names.tsv"), &name).or_else(abbreviated)?;
    minutes.parse().ok()
}
