//! Units counted from the anchor or from the date mentioned last: "nearly two years ago", "year-earlier", "three days
//! from now", "a week later", "several years ago"; and the eve of an event.

use super::durations;
use crate::time::calendar::Unit;
use crate::time::lexicon::{Reference, lexicon};
use crate::time::meaning::{Calendar, Expression, Length, Meaning};
use crate::time::number::Count;
use crate::time::words::Scan;

/// The expression that begins at the token.
pub(super) fn expression(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    if let Some(next) = eve(scan, at) {
        return Some(Expression { tokens: at..next, meaning: Meaning::Eve, modifier: None });
    }
    let (modifier, start) = match lexicon().modifiers.at(|on| Some(scan.text(at + on))) {
        Some((words, modifier)) => (Some(modifier), at + words),
        None => (None, at),
    };
    let (meaning, next) = vague(scan, start).or_else(|| mixed(scan, start)).or_else(|| counted(scan, start))?;
    Some(Expression { tokens: at..next, meaning, modifier })
}

/// "several years ago", "months ago".
fn vague(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Meaning, usize)> {
    let next = match durations::counted(scan, at) {
        Some((Length { count: None, .. }, next)) => next,
        Some(_) => return None,
        None => scan.unit(at).filter(|(_, many)| *many).map(|_| at + 1)?,
    };
    scan.is(next, "ago").then_some((Meaning::Reference(Reference::Past), next + 1))
}

/// "two years ago", "a year earlier", "three days from now", "year-ago", "a week later".
fn counted(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Meaning, usize)> {
    let (length, next) = adjective(scan, at).or_else(|| durations::counted(scan, at))?;
    let count = i32::try_from(length.count?.whole).ok()?;
    let unit = length.unit;
    if unit < Unit::Day {
        return None;
    }
    let with_quarter = unit == Unit::Year && count == 1;
    let meaning = |calendar, next| Some((Meaning::Calendar(calendar, None, None), next));
    let from_here = |count, next| meaning(Calendar::Ago { unit, count, with_quarter: with_quarter && count < 0 }, next);
    if scan.is(next, "ago") {
        return from_here(count.checked_neg()?, next + 1);
    }
    if scan.is(next, "hence") {
        return from_here(count, next + 1);
    }
    if scan.is(next, "from")
        && let Some(days) = if scan.is(next + 1, "now") { Some(0) } else { scan.named_day(next + 1) }
        && (days == 0 || unit == Unit::Day)
    {
        return from_here(count.checked_add(days)?, next + 2);
    }
    // "in three weeks" dates what a chat asks for; in news it says how long something takes.
    if scan.is_chat() && at > scan.start() && scan.is(at - 1, "in") && !scan.is_one_of(next, &["of", "after", "before"])
    {
        return from_here(count, next);
    }
    let free = !governs(scan, next);
    if scan.is_one_of(next, &["earlier", "before", "previously"]) && free {
        return meaning(Calendar::Mentioned(unit, count.checked_neg()?), next + 1);
    }
    let later = scan.is_one_of(next, &["later", "afterwards", "afterward", "thereafter"]) && free;
    if later { meaning(Calendar::Mentioned(unit, count), next + 1) } else { None }
}

/// "1 month and 21 days ago", "2 years 1 month 21 days later": units of several kinds added up.
fn mixed(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Meaning, usize)> {
    let (mut months, mut days, mut terms, mut next) = (0i32, 0i32, 0, at);
    while terms < 4
        && let Some((Length { count: Some(count), unit }, end)) = durations::counted(scan, next)
    {
        let whole = i32::try_from(count.whole).ok().filter(|_| count.quarters == 0)?;
        match unit {
            Unit::Day => days = days.checked_add(whole)?,
            Unit::Week => days = days.checked_add(whole.checked_mul(7)?)?,
            Unit::Month => months = months.checked_add(whole)?,
            Unit::Year => months = months.checked_add(whole.checked_mul(12)?)?,
            _ => return None,
        }
        terms += 1;
        let joined = usize::from(scan.is(end, ",")) + usize::from(scan.is(end, "and"));
        let more = scan.has_digit(end + joined) || scan.cardinal(end + joined).is_some();
        next = end + if more { joined } else { 0 };
    }
    let (sign, end) = if scan.is(next, "ago") {
        (-1, next + 1)
    } else if scan.is(next, "from") && scan.is_one_of(next + 1, &["now", "today"]) {
        (1, next + 2)
    } else if scan.is(next, "hence") || (scan.is_chat() && scan.is(next, "later")) {
        (1, next + 1)
    } else {
        return None;
    };
    let calendar = Calendar::Mixed { months: sign * months, days: sign * days };
    (terms > 1).then_some((Meaning::Calendar(calendar, None, None), end))
}

/// "year-" in "year-ago quarter", "year-earlier results".
fn adjective(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Length, usize)> {
    let hyphen = scan.is_hyphen(at + 1) && scan.is_one_of(at + 2, &["ago", "earlier"]);
    let (unit, many) = scan.unit(at)?;
    (hyphen && !many).then_some((Length { count: Some(Count::whole(1)), unit }, at + 2))
}

/// Whether the word has something of its own after it: "two days before the vote".
fn governs(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    scan.is(at, "before") && !scan.is_one_of(at + 1, &["", ",", ".", "and", "but", ";"])
}

/// "the eve" of "on the eve of the meeting": the day before an event.
fn eve(scan: &Scan<'_, '_, '_>, at: usize) -> Option<usize> {
    let next = at + usize::from(scan.is(at, "the"));
    (next > at && scan.is(next, "eve") && scan.is(next + 1, "of")).then_some(next + 1)
}
