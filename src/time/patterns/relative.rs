//! Days and units placed from the anchor or from the date mentioned last: "last Friday", "tomorrow", "this week",
//! "the previous day", "two years ago", "a week later"; and the eve of an event.

use super::Stretch;
use super::absolute::pick_before;
use super::durations;
use crate::language::Tag;
use crate::time::calendar::Unit;
use crate::time::lexicon::Deictic;
use crate::time::meaning::{Calendar, Expression, Meaning};
use crate::time::words::Scan;

/// "Monday", "last Friday", "Monday of next week", "Monday last week".
pub(super) fn weekday(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (pick, next) = pick_before(scan, at);
    let (weekday, many) = scan.weekday(next)?;
    if many || is_name(scan, next) {
        return None;
    }
    let next = next + 1 + usize::from(scan.is(next + 1, ".") && scan.is_glued(next + 1) && scan.text(next).len() < 6);
    let of = next + usize::from(scan.is(next, "of"));
    if let (Some(side), true) = (scan.deictic(of), scan.is(of + 1, "week"))
        && let Some(weeks) = units_from_here(side)
    {
        return Some((Calendar::WeekdayOf { weekday, weeks }, of + 2));
    }
    Some((Calendar::Weekday { weekday, pick }, next))
}

/// Whether a capital adjective or noun before makes the weekday a name: "Black Friday", "Sheffield Wednesday".
fn is_name(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    at > scan.start() && scan.is_named(at - 1)
}

/// "today", "tomorrow", "the day after tomorrow", "the day before yesterday".
pub(super) fn named_day(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    if let Some(days) = scan.named_day(at) {
        return Some((Calendar::Here(Unit::Day, days), at + 1));
    }
    let next = at + usize::from(scan.is(at, "the"));
    if !scan.is(next, "day") {
        return None;
    }
    let days = scan.named_day(next + 2).filter(|&days| days != 0)?;
    match (scan.is(next + 1, "after"), scan.is(next + 1, "before")) {
        (true, _) if days > 0 => Some((Calendar::Here(Unit::Day, 2), next + 3)),
        (_, true) if days < 0 => Some((Calendar::Here(Unit::Day, -2), next + 3)),
        _ => None,
    }
}

/// "last week", "this year", "the following month", "that day", "the year", "the weekend".
pub(super) fn unit(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let the = usize::from(scan.is_the(at));
    let mut next = at + the;
    let Some(mut side) = scan.deictic(next) else { return bare_unit(scan, at, next) };
    next += 1;
    if side == Deictic::This
        && let Some(further @ (Deictic::Past | Deictic::Last | Deictic::Coming)) = scan.deictic(next)
    {
        side = further;
        next += 1;
    }
    next += usize::from(scan.is(next, "full") || scan.is(next, "fiscal") || scan.is(next, "calendar"));
    let (unit, many) = scan.unit(next)?;
    if many || unit < Unit::Day || scan.is_glued(next + 1) && scan.is_hyphen(next + 1) {
        return None;
    }
    let demonstrative =
        side == Deictic::That && (scan.tag(at) != Some(Tag::Dt) || matches!(unit, Unit::Decade | Unit::Century));
    if demonstrative {
        return None;
    }
    place(side, unit, the == 1).map(|calendar| (calendar, next + 1))
}

/// How many units from the anchor's a side is: "last" -1.
fn units_from_here(side: Deictic) -> Option<i32> {
    match side {
        Deictic::Last | Deictic::Past => Some(-1),
        Deictic::This => Some(0),
        Deictic::Next | Deictic::Coming => Some(1),
        _ => None,
    }
}

/// Where "last", "next", "previous" put a unit. "the next day" counts from the date mentioned, "next week" from here.
fn place(side: Deictic, unit: Unit, definite: bool) -> Option<Calendar> {
    match side {
        Deictic::Latest => Some(Calendar::Current(unit)),
        Deictic::Before => Some(Calendar::Mentioned(unit, -1)),
        Deictic::After => Some(Calendar::Mentioned(unit, 1)),
        Deictic::Same | Deictic::That => Some(Calendar::Mentioned(unit, 0)),
        Deictic::Next if definite && unit != Unit::Quarter => Some(Calendar::Mentioned(unit, 1)),
        Deictic::Last if definite && unit == Unit::Day => None,
        Deictic::Recent => None,
        _ => units_from_here(side).map(|units| Calendar::Here(unit, units)),
    }
}

/// "the weekend", "the quarter", "the year", "the month" as what the text is about.
fn bare_unit(scan: &Scan<'_, '_, '_>, at: usize, next: usize) -> Stretch {
    if !scan.is(at, "the") {
        return None;
    }
    let next = next + usize::from(scan.is(next, "full") || scan.is(next, "fiscal"));
    let (unit, many) = scan.unit(next)?;
    let hyphen = scan.is_hyphen(next + 1) && scan.is_glued(next + 1);
    if many || hyphen || !matches!(unit, Unit::Weekend | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year) {
        return None;
    }
    let described = scan.is_one_of(next + 1, &["that", "when", "before", "after", "he", "she", "they", "it", "of"]);
    let part = at > scan.start() && scan.is_one_of(at - 1, &["of"]);
    let placed =
        at > scan.start() && scan.is_one_of(at - 1, &["for", "of", "in", "during", "over", "on", "to", "by", "this"]);
    let fits = match unit {
        Unit::Weekend => !described || part,
        Unit::Quarter => placed || part,
        _ => placed && !described,
    };
    fits.then_some((Calendar::Current(unit), next + 1))
}

/// "two years ago", "a year earlier", "three days from now", "year-ago", "a week later".
pub(super) fn ago(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (length, next) = durations::counted(scan, at).or_else(|| year_as_adjective(scan, at))?;
    let next = next + usize::from(scan.is_hyphen(next) && scan.is_glued(next));
    let count = i32::try_from(length.count?.whole).ok()?;
    if length.unit < Unit::Day {
        return None;
    }
    let with_quarter = length.unit == Unit::Year && count == 1;
    if scan.is(next, "ago") {
        return Some((Calendar::Ago { unit: length.unit, count: count.checked_neg()?, with_quarter }, next + 1));
    }
    if scan.is(next, "from") && scan.is_one_of(next + 1, &["now", "today"]) {
        return Some((Calendar::Ago { unit: length.unit, count, with_quarter: false }, next + 2));
    }
    if scan.is(next, "from") && scan.is(next + 1, "tomorrow") {
        return Some((
            Calendar::Ago { unit: length.unit, count: count.checked_add(1)?, with_quarter: false },
            next + 2,
        ));
    }
    if scan.is(next, "hence") {
        return Some((Calendar::Ago { unit: length.unit, count, with_quarter: false }, next + 1));
    }
    if scan.is_one_of(next, &["earlier", "previously"]) && with_quarter {
        return Some((Calendar::Ago { unit: length.unit, count: count.checked_neg()?, with_quarter }, next + 1));
    }
    let earlier = scan.is_one_of(next, &["earlier", "before", "previously"]) && !governs(scan, next);
    let later = scan.is_one_of(next, &["later", "afterwards", "afterward", "on", "thereafter"])
        && !governs(scan, next)
        && !scan.is(next, "on");
    let sign = if earlier { -1 } else { 1 };
    (earlier || later).then_some((Calendar::Mentioned(length.unit, count.checked_mul(sign)?), next + 1))
}

/// "year" in "year-ago quarter", "year-earlier results".
fn year_as_adjective(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(crate::time::meaning::Length, usize)> {
    let hyphen = scan.is_hyphen(at + 1) && scan.is_one_of(at + 2, &["ago", "earlier"]);
    let (unit, many) = scan.unit(at)?;
    let count = Some(crate::time::number::Count::whole(1));
    (hyphen && !many).then_some((crate::time::meaning::Length { count, unit }, at + 1))
}

/// Whether the preposition has something of its own after it: "two days before the vote".
fn governs(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    scan.is(at, "before") && !scan.is_one_of(at + 1, &["", ",", ".", "and", "but", ";"])
}

/// "the eve" of "on the eve of the meeting": the day before an event.
pub(super) fn eve(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let next = at + usize::from(scan.is(at, "the"));
    let fits = scan.is(next, "eve") && scan.is(next + 1, "of");
    fits.then(|| Expression { tokens: at..next + 1, meaning: Meaning::Eve, modifier: None })
}
