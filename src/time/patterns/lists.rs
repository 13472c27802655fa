//! Days that share a month: "Jan. 10-13", "May 3, 5 and 9", "10 to 13 January 2022",
//! "the 6th and 7th of October".

use super::absolute::{day, month_day};
use super::years;
use crate::language::Tag;
use crate::time::meaning::{Calendar, Expression, Meaning, Year};
use crate::time::words::Scan;

/// How many days a list may name.
const MOST: usize = 12;

/// The days of the list that begins at the token; empty where there are fewer than two.
pub(super) fn days(scan: &Scan<'_, '_, '_>, at: usize) -> Vec<Expression> {
    month_first(scan, at).or_else(|| month_last(scan, at)).unwrap_or_default()
}

fn month_first(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Vec<Expression>> {
    let (month, first, mut next) = month_day(scan, at)?;
    let mut days = vec![(at..next, first)];
    while let Some((number, place)) =
        further(scan, next).filter(|(_, place)| !counts(scan, *place) && days.len() < MOST)
    {
        days.push((place..place + 1, number));
        next = place + 1;
    }
    let (year, end) = year_after(scan, next);
    expressions(days, month, year, end)
}

fn month_last(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Vec<Expression>> {
    let first = at + usize::from(scan.is(at, "the") && scan.ordinal(at + 1).is_some());
    let mut days = vec![(first..first + 1, day(scan, first)?)];
    let mut next = first + 1;
    while let Some((number, place)) = further(scan, next).filter(|_| days.len() < MOST) {
        days.push((place..place + 1, number));
        next = place + 1;
    }
    let next = next + usize::from(scan.is(next, "of"));
    let month = scan.month(next)?;
    if let Some((last, _)) = days.last_mut() {
        last.end = next + 1;
    }
    let (year, end) = year_after(scan, next + 1);
    expressions(days, month, year, end)
}

/// The next day of the list and its place.
fn further(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i8, usize)> {
    let comma = usize::from(scan.is(at, ","));
    let word = usize::from(scan.is_hyphen(at) || scan.is_one_of(at + comma, &["and", "or", "to", "through", "&"]));
    if comma + word == 0 {
        return None;
    }
    let place = at + comma + word;
    let place = place + usize::from(scan.is(place, "the") && scan.ordinal(place + 1).is_some());
    day(scan, place).map(|number| (number, place))
}

/// Whether the number counts something instead of naming a day: "on May 3 and 5 people", "Jan. 10, 12 percent".
fn counts(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let follows = scan.tag(at + 1);
    scan.month(at + 1).is_some()
        || scan.is(at + 1, "%")
        || scan.unit(at + 1).is_some()
        || scan.is_measure(at + 1)
        || matches!(follows, Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Cd))
            && years::four_digits(scan, at + 1).is_none()
}

fn year_after(scan: &Scan<'_, '_, '_>, at: usize) -> (Year, usize) {
    let comma = usize::from(scan.is(at, ","));
    match years::four_digits(scan, at + comma) {
        Some(year) => (Year::Said(year), at + comma + 1),
        None => (Year::Unsaid, at),
    }
}

fn expressions(days: Vec<(std::ops::Range<usize>, i8)>, month: i8, year: Year, end: usize) -> Option<Vec<Expression>> {
    if days.len() < 2 {
        return None;
    }
    let last = days.len() - 1;
    let build = |(at, (tokens, day)): (usize, (std::ops::Range<usize>, i8))| {
        let tokens = if at == last { tokens.start..tokens.end.max(end) } else { tokens };
        let meaning = Meaning::Calendar(Calendar::Date { year, month, day, weekday: None }, None, None);
        Expression { tokens, meaning, modifier: None }
    };
    Some(days.into_iter().enumerate().map(build).collect())
}
