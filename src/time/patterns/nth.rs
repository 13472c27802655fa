//! One of several inside a stretch: "the first Monday of May", "the third week of 2027", "the last day of October",
//! "the 20th of next month", "the second last week of June", "week 23 of 2024".

use super::Stretch;
use super::absolute;
use super::plain_stretch as stretch;
use crate::time::base::Base;
use crate::time::calendar::Unit;
use crate::time::lexicon::Deictic;
use crate::time::meaning::{Calendar, Slot};
use crate::time::words::Scan;

/// A weekday or unit by its number inside a month or year.
pub(super) fn nth(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let the = usize::from(scan.is(at, "the"));
    let (number, next) = number(scan, at + the)?;
    let (slot, next) = slot(scan, next)?;
    let (within, next) = within(scan, next)?;
    (is_inside(slot, within) && (number.abs() > 0)).then_some((Calendar::Nth { nth: number, slot, within }, next))
}

/// "first", "last", "second last", "3rd last", "final".
fn number(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i8, usize)> {
    let is_last = |at: usize| matches!(scan.deictic(at), Some(Deictic::Last)) || scan.is(at, "final");
    if is_last(at) {
        return Some((-1, at + 1));
    }
    let number = i8::try_from(scan.ordinal(at)?).ok().filter(|number| (1..=53).contains(number))?;
    if is_last(at + 1) { Some((-number, at + 2)) } else { Some((number, at + 1)) }
}

fn slot(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Slot, usize)> {
    if let Some((weekday, false)) = scan.weekday(at) {
        return Some((Slot::Weekday(weekday), at + 1));
    }
    let (unit, many) = scan.unit(at)?;
    let fits = !many && matches!(unit, Unit::Day | Unit::Weekend | Unit::Week | Unit::Month);
    fits.then_some((Slot::Unit(unit), at + 1))
}

/// "of May", "in October 2014", "next year", "of the month".
fn within(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Base, usize)> {
    let linked = scan.is_one_of(at, &["of", "in"]);
    let start = at + usize::from(linked);
    if linked && scan.is(start, "the") && matches!(scan.unit(start + 1), Some((Unit::Month | Unit::Year, false))) {
        let (unit, _) = scan.unit(start + 1)?;
        return Some((Base::Current(unit), start + 2));
    }
    let said = super::years::four_digits(scan, start).filter(|_| linked).map(|year| (Calendar::Year(year), start + 1));
    let (calendar, next) = stretch(scan, start).or(said)?;
    let base = Base::of(calendar)?;
    let is_named = matches!(base, Base::Here(..) | Base::Mentioned(..));
    (linked || is_named).then_some((base, next))
}

/// Whether the slot is a part of the stretch: a week of a month, a month of a year.
fn is_inside(slot: Slot, within: Base) -> bool {
    let of_year = match within {
        Base::Quarter { .. } => return true,
        Base::Month { .. }
        | Base::Here(Unit::Month, _)
        | Base::Current(Unit::Month)
        | Base::Mentioned(Unit::Month, _) => false,
        Base::Year(_) | Base::Here(Unit::Year, _) | Base::Current(Unit::Year) | Base::Mentioned(Unit::Year, _) => true,
        _ => return false,
    };
    of_year || !matches!(slot, Slot::Unit(Unit::Month))
}

/// "week 23 of 2024", "week 3 of next year", "2024-W23".
pub(super) fn numbered_week(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let the = usize::from(scan.is(at, "the"));
    let week = scan.is(at + the, "week").then(|| scan.digits(at + the + 1)).flatten();
    let number = week.and_then(|digits| i8::try_from(digits.value).ok()).filter(|number| (1..=53).contains(number))?;
    let next = at + the + 2;
    let (within, next) = match within(scan, next) {
        Some(found) => found,
        None if scan.is_chat() => (Base::Here(Unit::Year, 0), next),
        None => return None,
    };
    let slot = Slot::Unit(Unit::Week);
    is_inside(slot, within).then_some((Calendar::Nth { nth: number, slot, within }, next))
}

/// "the 20th of next month", "20th day of this month", "Thursday the 21st", "on the 15th".
pub(super) fn day_of_month(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (weekday, next) = match scan.weekday(at).or_else(|| scan.short_weekday(at).map(|weekday| (weekday, false))) {
        Some((weekday, false)) => (Some(weekday), at + 1 + usize::from(scan.is(at + 1, ".") || scan.is(at + 1, ","))),
        _ => (None, at),
    };
    let the = usize::from(scan.is(next, "the"));
    let ordinal = scan.ordinal(next + the).is_some();
    let (day, next_word) = ordinal_day(scan, next + the).or_else(|| {
        let is_bare = scan.is_chat() || scan.is(next + the + 1, "of");
        absolute::day(scan, next + the).filter(|_| is_bare).map(|day| (day, next + the + 1))
    })?;
    let after = next_word + usize::from(scan.is(next_word, "day"));
    if weekday.is_none()
        && scan.is(after, "of")
        && let Some((calendar, end)) = stretch(scan, after + 1)
    {
        return match Base::of(calendar)? {
            Base::Here(Unit::Month, months) => Some((Calendar::DayOfMonth { day, weekday, months: Some(months) }, end)),
            Base::Mentioned(Unit::Month, months) if scan.is_chat() => {
                Some((Calendar::DayOfMonth { day, weekday, months: Some(months) }, end))
            }
            within @ Base::Month { .. } if after > next_word => {
                Some((Calendar::Nth { nth: day, slot: Slot::Unit(Unit::Day), within }, end))
            }
            _ => None,
        };
    }
    let is_written = ordinal && scan.has_digit(next + the);
    let stands_alone = is_written && is_led(scan, at) && !is_followed(scan, next_word);
    let is_named = weekday.is_some() && (the == 1 || is_written) && !is_followed(scan, next_word);
    let is_chat = scan.is_chat() && (ordinal || the == 1 || is_led(scan, at)) && !is_followed(scan, next_word);
    (stands_alone || is_named || is_chat).then_some((Calendar::DayOfMonth { day, weekday, months: None }, next_word))
}

/// "21st", "twenty-first", "twenty second".
fn ordinal_day(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i8, usize)> {
    let tens = scan.cardinal(at).filter(|&tens| tens == 20 || tens == 30);
    if let Some(tens) = tens {
        let next = at + 1 + usize::from(scan.is_hyphen(at + 1));
        let ones = scan.ordinal(next).filter(|&ones| ones < 10 && !scan.has_digit(next))?;
        return i8::try_from(tens + ones).ok().filter(|&day| day <= 31).map(|day| (day, next + 1));
    }
    if scan.is_chat() && at > scan.start() && scan.is(at - 1, "the") && scan.cardinal(at).is_some_and(|day| day > 1) {
        return absolute::written_day(scan, at);
    }
    let day = scan.ordinal(at).and_then(|day| i8::try_from(day).ok()).filter(|day| (1..=31).contains(day))?;
    Some((day, at + 1))
}

fn is_led(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    // "From the 14th to the 23rd".
    let ends_range = || {
        let the = usize::from(at > scan.start() + 2 && scan.is(at - 3, "the"));
        at > scan.start() + 2 + the && scan.is(at - 1, "to") && scan.is(at - 3 - the, "from")
    };
    at > scan.start()
        && (scan.is_one_of(at - 1, &["on", "by", "until", "since", "from", "for", "before", "after"]) || ends_range())
}

/// Whether a noun or number follows, which the ordinal would then count: "on the 15th floor".
fn is_followed(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    use crate::language::Tag;
    matches!(
        scan.tag(at),
        Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Jjs | Tag::Cd | Tag::Vbg | Tag::Vbn)
    ) || scan.is(at, "of")
        || scan.is_hyphen(at)
        || scan.is(at, "%")
}
