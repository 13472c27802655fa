//! Resolves what is counted inside or from another stretch: "the first Monday of May", "three days after Easter".

use jiff::civil::Date;

use crate::time::Direction;
use crate::time::base::Base;
use crate::time::calendar::{Period, Unit, add_days, days_between};
use crate::time::feast::{Feast, nth_weekday};
use crate::time::lexicon::Tense;
use crate::time::meaning::{Pick, Slot, Year};
use crate::time::resolve::{Context, choose, period, said_year};

/// The n-th slot of a stretch; `None` where it has fewer.
pub(super) fn nth(nth: i8, slot: Slot, within: Base, context: &Context) -> Option<Period> {
    let whole = period(within.into(), context)?;
    let (first, last) = whole.days()?;
    match slot {
        Slot::Weekday(weekday) => nth_weekday(first, last, weekday, nth).map(Period::Day),
        Slot::Unit(Unit::Day) => {
            let day = if nth > 0 { add_days(first, i32::from(nth) - 1)? } else { add_days(last, i32::from(nth) + 1)? };
            (first <= day && day <= last).then_some(Period::Day(day))
        }
        Slot::Unit(Unit::Month) => {
            let months = if nth > 0 { i32::from(nth) - 1 } else { i32::from(nth) + 12 };
            Unit::Month.containing(first)?.shifted(months).filter(|_| (0..12).contains(&months))
        }
        Slot::Unit(unit) => {
            // A week belongs to the month or year that its Thursday lies in.
            let thursday = nth_weekday(first, last, 4, nth)?;
            let week = context.containing(Unit::Week, thursday)?;
            if unit == Unit::Week { Some(week) } else { Unit::Weekend.containing(thursday) }
        }
    }
}

/// So many units from a stretch: from its first day where they lie before it, from its last where after it.
pub(super) fn from(unit: Unit, count: i32, base: Base, context: &Context) -> Option<Period> {
    let (first, last) = period(base.into(), context)?.days()?;
    let day = unit.moved(if count < 0 { first } else { last }, count)?;
    if matches!(base, Base::Year(_)) { Unit::Year.containing(day) } else { Some(Period::Day(day)) }
}

/// The unit that a day lies in.
pub(super) fn around(unit: Unit, base: Base, context: &Context) -> Option<Period> {
    let (first, _) = period(base.into(), context)?.days()?;
    if unit != Unit::Weekend {
        return context.containing(unit, first);
    }
    // The weekend of a Monday is the one before it, that of a Thursday the one after it.
    let back = if first.weekday().to_monday_one_offset() <= 2 { -3 } else { 0 };
    Unit::Weekend.containing(add_days(first, back)?)
}

/// The feast of the year said, or the one that pick, direction and tense point to, else the nearest.
pub(super) fn feast(feast: Feast, year: Year, pick: Pick, context: &Context) -> Option<Period> {
    if year != Year::Unsaid {
        return feast.in_year(said_year(year, context)?);
    }
    let this = context.anchor?.year();
    let candidates: Vec<Period> = (-1..=2).filter_map(|by| feast.in_year(this.checked_add(by)?)).collect();
    choose(candidates.into_iter(), feast.in_year(this), pick, context)
}

/// The n-th such weekday before or after the anchor.
pub(super) fn weekdays(weekday: i8, count: i32, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let ahead = i32::from((weekday - anchor.weekday().to_monday_one_offset()).rem_euclid(7));
    let first = match (count > 0, ahead) {
        (true, 0) => 7,
        (true, ahead) => ahead,
        (false, ahead) => ahead - 7,
    };
    let further = if count > 0 { count - 1 } else { count + 1 };
    add_days(anchor, first + 7 * further).map(Period::Day)
}

/// The n-th such month from the anchor on.
pub(super) fn month_after(month: i8, count: i32, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let first = if month > anchor.month() { 0 } else { 1 };
    let year = i32::from(anchor.year()) + first + count - 1;
    Some(Period::Month(i16::try_from(year).ok()?, month))
}

/// The day of that number: in the month said, or in the nearest one that direction, tense and weekday allow.
pub(super) fn day_of_month(day: i8, weekday: Option<i8>, months: Option<i32>, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let in_month = |by: i32| {
        let Period::Month(year, month) = Period::Month(anchor.year(), anchor.month()).shifted(by)? else { return None };
        Date::new(year, month, day).ok()
    };
    if let Some(months) = months {
        return in_month(months).map(Period::Day);
    }
    let fits = |date: &Date| weekday.is_none_or(|weekday| date.weekday().to_monday_one_offset() == weekday);
    let reach = if weekday.is_some() { 13 } else { 2 };
    let days = (-reach..=reach).filter_map(in_month).filter(fits);
    let distance = |date: &Date| days_between(anchor, *date).abs();
    let past = || days.clone().filter(|date| *date <= anchor).min_by_key(distance);
    let ahead = || days.clone().filter(|date| *date >= anchor).min_by_key(distance);
    let nearest = days.clone().min_by_key(distance)?;
    let chosen = match (context.customs.direction, context.tense) {
        // A weekday and a number name one day; the nearest is meant.
        _ if weekday.is_some() && distance(&nearest) < 32 => Some(nearest),
        (Direction::Future, _) | (_, Tense::Future) => ahead(),
        (_, Tense::Past) => past(),
        _ => Some(nearest),
    };
    chosen.map(Period::Day)
}
