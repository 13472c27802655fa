//! Days and units placed from the anchor or from the date mentioned last: "last Friday", "tomorrow", "this week",
//! "the previous day".

use super::Stretch;
use super::absolute::pick_before;
use crate::language::Tag;
use crate::time::calendar::Unit;
use crate::time::lexicon::Deictic;
use crate::time::meaning::Calendar;
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
    // "The day before, schools had closed": from the day mentioned last.
    let stands_alone = next > at && scan.is_one_of(next + 2, &["", ",", ".", ";"]);
    if stands_alone && scan.is_one_of(next + 1, &["before", "after"]) {
        let count = if scan.is(next + 1, "before") { -1 } else { 1 };
        return Some((Calendar::Mentioned(Unit::Day, count), next + 2));
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
    if !(scan.is(at, "the") || scan.is_chat() && scan.is(at, "my")) {
        return None;
    }
    let next = next + usize::from(scan.is(next, "full") || scan.is(next, "fiscal"));
    let (unit, many) = scan.unit(next)?;
    let hyphen = scan.is_hyphen(next + 1) && scan.is_glued(next + 1);
    if many
        || hyphen
        || !(matches!(unit, Unit::Weekend | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)
            || (scan.is_chat() && unit == Unit::Day))
    {
        return None;
    }
    let described = scan.is_one_of(next + 1, &["that", "when", "before", "after", "he", "she", "they", "it", "of"]);
    let part = at > scan.start() && scan.is_one_of(at - 1, &["of"]);
    let placed = scan.is_chat()
        || at > scan.start()
            && scan.is_one_of(at - 1, &["for", "of", "in", "during", "over", "on", "to", "by", "this"]);
    let fits = match unit {
        Unit::Weekend => !described || part,
        Unit::Quarter => placed || part,
        _ => placed && !described,
    };
    fits.then_some((Calendar::Current(unit), next + 1))
}
