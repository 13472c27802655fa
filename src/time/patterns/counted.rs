//! Counted from another stretch: "three days after Easter", "two weeks from January 15", "the week of October 6",
//! "three Fridays ago", "Friday after next", "the week after next".

use super::Stretch;
use super::durations;
use super::nth;
use super::plain_stretch as stretch;
use crate::time::base::Base;
use crate::time::calendar::Unit;
use crate::time::lexicon::Deictic;
use crate::time::meaning::{Calendar, Pick};
use crate::time::number;
use crate::time::words::Scan;

/// Units before or after a stretch of the calendar.
pub(super) fn from(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (length, next) = durations::counted(scan, at)?;
    let count = i32::try_from(length.count.filter(|count| count.quarters == 0)?.whole).ok()?;
    // News tells "two weeks" and "May 13" of "two weeks after May 13" apart; `event_anchor` counts the days.
    // "The ban holds for two weeks from Monday" tells how long.
    let is_length = at > scan.start() && scan.is(at - 1, "for");
    let sign = match () {
        () if is_length => return None,
        () if scan.is(next, "from") => 1,
        () if scan.is_one_of(next, &["after", "following"]) && scan.is_chat() => 1,
        () if scan.is(next, "before") && scan.is_chat() => -1,
        () => return None,
    };
    // Days that markets and offices count leave others out.
    let is_counted_through = !(at..next).any(|word| scan.is_one_of(word, &["business", "trading", "working"]));
    if length.unit < Unit::Day || !is_counted_through {
        return None;
    }
    let (calendar, end) = stretch(scan, next + 1)?;
    let base = Base::of(calendar)?;
    let is_day = matches!(
        base,
        Base::Date { .. } | Base::Numeric { .. } | Base::Feast { .. } | Base::Weekday { .. } | Base::Here(Unit::Day, _)
    );
    let of_years = length.unit == Unit::Year && matches!(base, Base::Year(_));
    (is_day || of_years).then_some((Calendar::From { unit: length.unit, count: sign * count, base }, end))
}

/// "the week of October 6", "the week beginning February 4", "the weekend of July 4".
pub(super) fn around(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let the = usize::from(scan.is(at, "the"));
    let (unit, many) = scan.unit(at + the)?;
    let next = at + the + 1;
    let link = match () {
        () if scan.is(next, "of") => 1,
        () if scan.is_one_of(next, &["beginning", "starting", "commencing"]) => {
            1 + usize::from(scan.is(next + 1, "on"))
        }
        () => return None,
    };
    if many || !matches!(unit, Unit::Week | Unit::Weekend) {
        return None;
    }
    let (calendar, end) = stretch(scan, next + link).or_else(|| nth::day_of_month(scan, next + link))?;
    let base = Base::of(calendar)?;
    let is_day = matches!(base, Base::Date { .. } | Base::Numeric { .. } | Base::Feast { .. } | Base::DayOfMonth(_));
    is_day.then_some((Calendar::Around { unit, base }, end))
}

/// "three Fridays from now", "two Thursdays ago".
pub(super) fn weekdays(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (count, next) = number::count(scan, at)?;
    let count = i32::try_from(count.whole).ok().filter(|count| (1..60).contains(count))?;
    let (weekday, _) = scan.weekday(next)?;
    let after = next + 1;
    match () {
        () if scan.is_one_of(after, &["ago", "back"]) => {
            Some((Calendar::Weekdays { weekday, count: -count }, after + 1))
        }
        () if scan.is(after, "from") && scan.is(after + 1, "now") => {
            Some((Calendar::Weekdays { weekday, count }, after + 2))
        }
        () if scan.is_one_of(after, &["hence", "later"]) => Some((Calendar::Weekdays { weekday, count }, after + 1)),
        () => None,
    }
}

/// "Friday after next", "the week after next", "the month after the next", "next week Friday", "last week's Sunday".
pub(super) fn after_next(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let the = usize::from(scan.is(at, "the"));
    let word = at + the;
    let after = word + 1;
    let end = after + 1 + usize::from(scan.is(after + 1, "the"));
    let is_after_next = scan.is(after, "after") && matches!(scan.deictic(end), Some(Deictic::Next));
    if is_after_next {
        if let Some((weekday, false)) = scan.weekday(word) {
            return Some((Calendar::Weekdays { weekday, count: 2 }, end + 1));
        }
        if let Some((unit, false)) = scan.unit(word).filter(|(unit, _)| *unit >= Unit::Weekend) {
            return Some((Calendar::Here(unit, 2), end + 1));
        }
        let month = scan.month(word)?;
        return Some((Calendar::MonthAfter { month, count: 2 }, end + 1));
    }
    let weeks = match scan.deictic(at)? {
        Deictic::Last => -1,
        Deictic::This => 0,
        Deictic::Next => 1,
        Deictic::Before if scan.is_chat() => -1,
        Deictic::After if scan.is_chat() => 1,
        _ => return None,
    };
    if !scan.is(at + 1, "week") {
        return None;
    }
    let link = usize::from(matches!(scan.text(at + 2), "'s" | "’s" | "," | "-") || scan.is(at + 2, "on"));
    let (weekday, _) = scan.weekday(at + 2 + link).filter(|(_, many)| !many)?;
    Some((Calendar::WeekdayOf { weekday, weeks }, at + 3 + link))
}

/// "sunday from last week".
pub(super) fn weekday_from(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (weekday, _) = scan.weekday(at).filter(|(_, many)| !many)?;
    if !scan.is_one_of(at + 1, &["from", "in"]) {
        return None;
    }
    match stretch(scan, at + 2)? {
        (Calendar::Here(Unit::Week, weeks), end) => Some((Calendar::WeekdayOf { weekday, weeks }, end)),
        _ => None,
    }
}

/// "March in a year": the month of the year that is so many years on.
pub(super) fn month_in_years(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let month = scan.month(at)?;
    if !scan.is(at + 1, "in") {
        return None;
    }
    let (length, end) = durations::counted(scan, at + 2)?;
    let count = i32::try_from(length.count?.whole).ok()?;
    let year = crate::time::meaning::Year::Here(count);
    (length.unit == Unit::Year).then_some((Calendar::Month { month, year, pick: Pick::Tense }, end))
}
