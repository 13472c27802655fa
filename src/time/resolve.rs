//! A meaning and the day that it is counted from -> the stretch of the calendar, its TIMEX3 value and its days.

use jiff::civil::Date;

use crate::time::calendar::{Period, Season, Unit, add_days, days_between, week_of};
use crate::time::counted;
use crate::time::lexicon::{Part, Reference, Tense};
use crate::time::meaning::{Calendar, Expression, Length, Meaning, Pick, Side, TimeOfDay, Year};
use crate::time::part;
use crate::time::{Customs, Direction, Granularity, Interval, Modifier, TimexClass, value};

/// What an expression is resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The day that relative expressions count from.
    pub(super) anchor: Option<Date>,
    /// The tense of what is dated.
    pub(super) tense: Tense,
    /// How days are counted.
    pub(super) customs: Customs,
    /// What was mentioned before.
    pub(super) mentioned: Mentioned,
    /// Whether the article writes the day before the month in numbers.
    pub(super) day_first: Option<bool>,
}

impl Context {
    /// The stretch of the unit that the day lies in.
    pub(super) fn containing(&self, unit: Unit, day: Date) -> Option<Period> {
        if unit == Unit::Week { week_of(day, self.customs.week_start) } else { unit.containing(day) }
    }
}

/// The stretches that the text mentioned last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mentioned {
    /// The last one of any kind.
    pub(super) date: Option<Period>,
    /// The last quarter.
    pub(super) quarter: Option<Period>,
}

/// An expression resolved, bounds apart.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    /// TIMEX3 type.
    pub(super) class: TimexClass,
    /// TIMEX3 value.
    pub(super) value: String,
    /// TIMEX3 mod.
    pub(super) modifier: Option<Modifier>,
    /// How fine it is.
    pub(super) granularity: Granularity,
    /// The stretch of the calendar that it names.
    pub(super) period: Option<Period>,
    /// Its days.
    pub(super) interval: Option<Interval>,
    /// Whether they were counted from the anchor.
    pub(super) is_anchored: bool,
    /// What else it may denote.
    pub(super) alternatives: Vec<Interval>,
}

/// Resolves the expression.
///
/// "last week" on 2021-12-23 is 2021-W50: 2021-12-13 to 2021-12-19.
pub(super) fn resolve(expression: &Expression, context: &Context) -> Resolved {
    let mut resolved = match &expression.meaning {
        Meaning::Calendar(calendar, part, time) => stretch(*calendar, *part, *time, context),
        Meaning::Duration(length, side) => duration(*length, *side, context),
        Meaning::Set(value) => plain(TimexClass::Set, value.clone(), Granularity::Vague),
        Meaning::Reference(reference) => {
            plain(TimexClass::Date, reference_value(*reference).into(), Granularity::Vague)
        }
        Meaning::Clock(time) => clock(*time, context),
        Meaning::Eve => plain(TimexClass::Date, "XXXX-XX-XX".into(), Granularity::Day),
    };
    resolved.modifier = expression.modifier.or(resolved.modifier);
    resolved
}

fn plain(class: TimexClass, value: String, granularity: Granularity) -> Resolved {
    let (modifier, period, interval) = (None, None, None);
    Resolved { class, value, modifier, granularity, period, interval, is_anchored: false, alternatives: Vec::new() }
}

fn reference_value(reference: Reference) -> &'static str {
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

/// A time of day without its day: the value takes the anchor's, the days stay open.
fn clock(time: TimeOfDay, context: &Context) -> Resolved {
    let day = context.anchor.map_or("XXXX-XX-XX".into(), |day| day.to_string());
    plain(TimexClass::Time, day + &value::time_of_day(time), Granularity::Time)
}

fn duration(length: Length, side: Side, context: &Context) -> Resolved {
    let mut resolved =
        plain(TimexClass::Duration, value::duration(length.count, length.unit), length.unit.granularity());
    let count = length.count.and_then(|count| i32::try_from(count.whole).ok());
    let (Some(count), Some(anchor)) = (count, context.anchor) else { return resolved };
    resolved.interval = match side {
        Side::Past => length.unit.moved(anchor, -count).map(|first| Interval::between(first, anchor)),
        Side::Next => length.unit.moved(anchor, count).map(|last| Interval::between(anchor, last)),
        Side::Unsaid | Side::Recent => None,
    };
    resolved.is_anchored = resolved.interval.is_some();
    resolved
}

fn stretch(calendar: Calendar, part: Option<Part>, time: Option<TimeOfDay>, context: &Context) -> Resolved {
    let class = if time.is_some() { TimexClass::Time } else { TimexClass::Date };
    let found = period(calendar, context);
    let said = found.map_or_else(|| value::unresolved(calendar), Period::value);
    let value = time.map_or_else(|| said.clone(), |time| said.clone() + &value::time_of_day(time));
    let granularity = found.map_or(Granularity::Vague, Period::granularity);
    let mut resolved = plain(class, value, if time.is_some() { Granularity::Time } else { granularity });
    resolved.modifier = part.and_then(part::modifier);
    resolved.period = found;
    resolved.is_anchored = found.is_some() && is_relative(calendar);
    resolved.interval = found
        .and_then(|found| part::days(found, part, context.customs.week_end))
        .map(|days| loosened(days, calendar, found));
    resolved.alternatives = alternatives(calendar, found, context);
    resolved.alternatives.extend(time.and_then(|time| in_utc(time, found?)));
    resolved
}

/// The day in UTC, where the zone of the time of day moves it.
pub(super) fn in_utc(time: TimeOfDay, day: Period) -> Option<Interval> {
    match (time, day) {
        (TimeOfDay::Clock { utc_days, .. }, Period::Day(day)) if utc_days != 0 => {
            add_days(day, i32::from(utc_days)).map(Interval::day)
        }
        _ => None,
    }
}

/// "two years ago" may be half a year off; nothing else is loose.
fn loosened(days: Interval, calendar: Calendar, period: Option<Period>) -> Interval {
    let slack = match (calendar, period) {
        (Calendar::Ago { unit: Unit::Year, .. }, Some(Period::Year(_))) => 182,
        (Calendar::Ago { unit: Unit::Month, .. }, _) => 15,
        (Calendar::Ago { unit: Unit::Week, .. }, _) => 3,
        (Calendar::Ago { unit: Unit::Decade | Unit::Century, .. }, _) => 1826,
        (Calendar::Feast { feast, .. }, _) => feast.slack(),
        _ => 0,
    };
    Interval { start_slack: days.start_slack.max(slack), end_slack: days.end_slack.max(slack), ..days }
}

/// Whether the stretch is counted from the anchor.
fn is_relative(calendar: Calendar) -> bool {
    match calendar {
        Calendar::Year(_) | Calendar::Century(_) | Calendar::Mentioned(..) => false,
        Calendar::Decade { century_said, .. } => !century_said,
        Calendar::Date { year, .. }
        | Calendar::Numeric { year, .. }
        | Calendar::Month { year, .. }
        | Calendar::Quarter { year, .. }
        | Calendar::Half { year, .. }
        | Calendar::Season { year, .. }
        | Calendar::Feast { year, .. } => !matches!(year, Year::Said(_)),
        Calendar::Nth { within: base, .. } | Calendar::From { base, .. } | Calendar::Around { base, .. } => {
            is_relative(base.into())
        }
        _ => true,
    }
}

fn alternatives(calendar: Calendar, found: Option<Period>, context: &Context) -> Vec<Interval> {
    let other = match calendar {
        Calendar::Numeric { first, second, year } if context.day_first.is_none() && first <= 12 && second <= 12 => {
            date(year, second, first, None, context)
        }
        Calendar::Weekday { weekday, pick: Pick::Next } => context.anchor.and_then(|anchor| following(anchor, weekday)),
        _ => None,
    };
    other.filter(|day| Some(Period::Day(*day)) != found && found.is_some()).map(Interval::day).into_iter().collect()
}

/// The stretch that is meant; `None` where nothing settles it or no such day exists.
pub(super) fn period(calendar: Calendar, context: &Context) -> Option<Period> {
    match calendar {
        Calendar::Date { year, month, day, weekday } => date(year, month, day, weekday, context).map(Period::Day),
        Calendar::Numeric { first, second, year } => numeric(first, second, year, context).map(Period::Day),
        Calendar::Month { month, year, pick } => named_month(month, year, pick, context),
        Calendar::Year(year) => Some(Period::Year(year)),
        Calendar::Quarter { number, year } => quarter(number, year, context),
        Calendar::Half { number, year } => Some(Period::Half(said_year(year, context)?, number)),
        Calendar::Season { season, year: Year::Unsaid, pick } => {
            near(Period::Season(context.anchor?.year(), season), 1, pick, context)
        }
        Calendar::Season { season, year, .. } => Some(Period::Season(said_year(year, context)?, season)),
        Calendar::Decade { year, century_said: true } => Some(Period::Decade(year)),
        Calendar::Decade { year, century_said: false } => recent_decade(year, context.anchor?).map(Period::Decade),
        Calendar::Century(year) => Some(Period::Century(year)),
        Calendar::Weekday { weekday, pick } => named_weekday(weekday, pick, context).map(Period::Day),
        Calendar::WeekdayOf { weekday, weeks } => weekday_of(weekday, weeks, context).map(Period::Day),
        Calendar::Here(unit, count) => context.containing(unit, context.anchor?)?.shifted(count),
        Calendar::Current(unit) => current(unit, context),
        Calendar::Ago { unit, count, with_quarter } => ago(unit, count, with_quarter, context),
        Calendar::Mentioned(unit, count) => mentioned(unit, count, context),
        Calendar::Feast { feast, year, pick } => counted::feast(feast, year, pick, context),
        Calendar::Nth { nth, slot, within } => counted::nth(nth, slot, within, context),
        Calendar::From { unit, count, base } => counted::from(unit, count, base, context),
        Calendar::Around { unit, base } => counted::around(unit, base, context),
        Calendar::Weekdays { weekday, count } => counted::weekdays(weekday, count, context),
        Calendar::Mixed { months, days } => {
            add_days(Unit::Month.moved(context.anchor?, months)?, days).map(Period::Day)
        }
        Calendar::MonthAfter { month, count } => counted::month_after(month, count, context),
        Calendar::DayOfMonth { day, weekday, months } => counted::day_of_month(day, weekday, months, context),
    }
}

pub(super) fn said_year(year: Year, context: &Context) -> Option<i16> {
    let shifted = |year: i16, by: i32| i16::try_from(i32::from(year) + by).ok();
    match year {
        Year::Unsaid => None,
        Year::Said(year) => Some(year),
        Year::Here(by) => shifted(context.anchor?.year(), by),
        Year::Mentioned(by) => {
            let (first, _) = context.mentioned.date?.days()?;
            shifted(first.year(), by)
        }
    }
}

/// How far ahead newspapers announce what is to come without its year.
const DAYS_OF_NOTICE: i32 = 45;

/// A day of a month. Without a year it is the one nearest to the anchor, unless a weekday or the tense decides.
fn date(year: Year, month: i8, day: i8, weekday: Option<i8>, context: &Context) -> Option<Date> {
    if year != Year::Unsaid {
        return Date::new(said_year(year, context)?, month, day).ok();
    }
    let anchor = context.anchor?;
    let candidates = (-4..=4).filter_map(|by| Date::new(anchor.year() + by, month, day).ok());
    let on_weekday = |date: &Date| weekday.is_some_and(|weekday| date.weekday().to_monday_one_offset() == weekday);
    let distance = |date: &Date| days_between(anchor, *date).abs();
    let nearest = candidates.clone().min_by_key(distance)?;
    // Chat asks for the days to come, but a weekday of this month tells which one is meant.
    let is_near = |date: &Date| match context.customs.direction {
        Direction::News => distance(date) < 400,
        Direction::Future => *date >= anchor || distance(date) < 32,
    };
    // What is announced for the coming weeks is of this year, whatever weekday the text gives it.
    let is_announced = context.tense != Tense::Past && nearest >= anchor && distance(&nearest) <= DAYS_OF_NOTICE;
    if is_announced && context.customs.direction == Direction::News {
        return Some(nearest);
    }
    if let Some(fitting) = candidates.clone().filter(on_weekday).filter(is_near).min_by_key(distance) {
        return Some(fitting);
    }
    let side = |ahead: bool| {
        candidates.clone().filter(|date| if ahead { *date >= anchor } else { *date <= anchor }).min_by_key(distance)
    };
    match (context.customs.direction, context.tense) {
        (Direction::Future, _) => side(true),
        (_, Tense::Past) if nearest > anchor => side(false),
        (_, Tense::Future) if nearest < anchor && distance(&nearest) > 31 => side(true),
        _ => Some(nearest),
    }
}

fn numeric(first: i8, second: i8, year: Year, context: &Context) -> Option<Date> {
    let day_first = if first > 12 { true } else { second <= 12 && context.day_first.unwrap_or(false) };
    let (day, month) = if day_first { (first, second) } else { (second, first) };
    date(year, month, day, None, context)
}

fn named_month(month: i8, year: Year, pick: Pick, context: &Context) -> Option<Period> {
    if year != Year::Unsaid {
        return Some(Period::Month(said_year(year, context)?, month));
    }
    let anchor = context.anchor?;
    if pick == Pick::Last {
        // The month just past is "last month", so "last February" in March is the one a year before.
        let before = i32::from(anchor.month()) - i32::from(month);
        let back = if before >= 2 {
            0
        } else if before > -11 {
            1
        } else {
            2
        };
        return Some(Period::Month(anchor.year() - back, month));
    }
    near(Period::Month(anchor.year(), month), 12, pick, context)
}

/// Of the stretches of one name in the years around the anchor the nearest, unless the pick or the tense decides.
/// `period` is the one of the anchor's year, `each` how many of its kind a year has.
fn near(period: Period, each: i32, pick: Pick, context: &Context) -> Option<Period> {
    choose((-1..=1).filter_map(|years| period.shifted(years * each)), Some(period), pick, context)
}

/// Of the stretches of one name in order of time the nearest, unless the pick or the tense decides. `this` is the one of
/// the anchor's year.
pub(super) fn choose(
    candidates: impl DoubleEndedIterator<Item = Period> + Clone,
    this: Option<Period>,
    pick: Pick,
    context: &Context,
) -> Option<Period> {
    let anchor = context.anchor?;
    let days =
        |period: Period| period.days().map(|(first, last)| (days_between(anchor, first), days_between(anchor, last)));
    let middle = |period: &Period| {
        days(*period)
            .map_or(i32::MAX, |(first, last)| if first <= 0 && last >= 0 { 0 } else { first.midpoint(last).abs() })
    };
    let ended = || candidates.clone().rfind(|period| days(*period).is_some_and(|(_, last)| last < 0));
    let begun = || candidates.clone().rfind(|period| days(*period).is_some_and(|(first, _)| first <= 0));
    let to_come = || candidates.clone().find(|period| days(*period).is_some_and(|(first, _)| first > 0));
    let not_over = || candidates.clone().find(|period| days(*period).is_some_and(|(_, last)| last >= 0));
    let nearest = candidates.clone().min_by_key(middle)?;
    match (pick, context.customs.direction, context.tense) {
        (Pick::Last, ..) => ended(),
        (Pick::Next | Pick::Coming, ..) => to_come(),
        // In March "this winter" is the one that is ending, whose year is the one before.
        (Pick::This, ..) if matches!(this, Some(Period::Season(_, Season::Winter))) => Some(nearest),
        (Pick::This, ..) => this,
        (_, Direction::Future, _) => not_over(),
        (_, _, Tense::Past) if days(nearest).is_some_and(|(first, _)| first > 0) => begun(),
        (_, _, Tense::Future) if days(nearest).is_some_and(|(_, last)| last < 0) => not_over(),
        _ => Some(nearest),
    }
}

fn recent_decade(years: i16, anchor: Date) -> Option<i16> {
    let century = anchor.year() - anchor.year().rem_euclid(100);
    let decade = century.checked_add(years)?;
    Some(if decade > anchor.year() { decade - 100 } else { decade })
}

/// The anchor's own day if it is that weekday, else the most recent one; the coming one where the tense is future.
fn named_weekday(weekday: i8, pick: Pick, context: &Context) -> Option<Date> {
    let anchor = context.anchor?;
    let ahead = i32::from((weekday - anchor.weekday().to_monday_one_offset()).rem_euclid(7));
    let back = if ahead == 0 { 0 } else { ahead - 7 };
    let future = context.tense == Tense::Future || context.customs.direction == Direction::Future;
    let days = match pick {
        Pick::Tense if ahead == 0 && context.customs.direction == Direction::Future => 7,
        Pick::Tense if future => ahead,
        Pick::Tense => back,
        Pick::Last if ahead == 0 => -7,
        Pick::Last => back,
        Pick::Coming => return following(anchor, weekday),
        // Of a day that is over, chat asks for the next one.
        Pick::This if context.customs.direction == Direction::Future => ahead,
        Pick::This => return weekday_of(weekday, 0, context),
        Pick::Next => return weekday_of(weekday, 1, context),
    };
    add_days(anchor, days)
}

/// The first such weekday after the day.
fn following(day: Date, weekday: i8) -> Option<Date> {
    let ahead = i32::from((weekday - day.weekday().to_monday_one_offset()).rem_euclid(7));
    add_days(day, if ahead == 0 { 7 } else { ahead })
}

fn weekday_of(weekday: i8, weeks: i32, context: &Context) -> Option<Date> {
    let Period::Week(first) = context.containing(Unit::Week, context.anchor?)?.shifted(weeks)? else { return None };
    add_days(first, i32::from((weekday - first.weekday().to_monday_one_offset()).rem_euclid(7)))
}

/// The quarter of that number nearest to the anchor, or of the year that is said; without a number the one under
/// report.
fn quarter(number: Option<i8>, year: Year, context: &Context) -> Option<Period> {
    let reported = || match context.mentioned.quarter {
        Some(Period::Quarter(year, number)) => Some((year, number)),
        _ => match current(Unit::Quarter, context)? {
            Period::Quarter(year, number) => Some((year, number)),
            _ => None,
        },
    };
    match (number, year) {
        (Some(number), Year::Unsaid) => {
            // Reports announced for the future tell of quarters past, so only the past tense decides anything: what
            // happened was not in a quarter that has yet to begin.
            let anchor = context.anchor?;
            let nearest = Context { tense: Tense::Unsaid, ..*context };
            let found = near(Period::Quarter(anchor.year(), number), 4, Pick::Tense, &nearest)?;
            let begins_later = matches!(
                (found, Unit::Quarter.containing(anchor)?),
                (Period::Quarter(year, number), Period::Quarter(this_year, this)) if (year, number) > (this_year, this)
            );
            if begins_later && context.tense == Tense::Past { found.shifted(-4) } else { Some(found) }
        }
        (Some(number), Year::Mentioned(by)) => {
            Some(Period::Quarter(i16::try_from(i32::from(reported()?.0) + by).ok()?, number))
        }
        (Some(number), year) => Some(Period::Quarter(said_year(year, context)?, number)),
        (None, Year::Said(year)) => Some(match context.mentioned.quarter {
            Some(Period::Quarter(_, number)) => Period::Quarter(year, number),
            _ => Period::Year(year),
        }),
        (None, Year::Mentioned(by)) => {
            reported().and_then(|(year, number)| Period::Quarter(year, number).shifted(by * 4))
        }
        (None, year) => Some(Period::Quarter(said_year(year, context)?, reported()?.1)),
    }
}

/// The one that the text is about: the quarter mentioned last, or the last full one; the weekend that the tense points
/// to; else the one that the anchor lies in.
fn current(unit: Unit, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let here = context.containing(unit, anchor)?;
    match unit {
        Unit::Quarter => context.mentioned.quarter.or_else(|| here.shifted(-1)),
        Unit::Weekend => {
            let (first, _) = here.days()?;
            let is_ahead = context.tense == Tense::Future || context.customs.direction == Direction::Future;
            here.shifted(if first > anchor && !is_ahead { -1 } else { 0 })
        }
        _ => Some(here),
    }
}

/// So many units from the anchor, in the grain of the unit. In a report of a quarter "a year ago" is the quarter a year
/// before.
fn ago(unit: Unit, count: i32, with_quarter: bool, context: &Context) -> Option<Period> {
    if let Some(quarter) = context.mentioned.quarter.filter(|_| with_quarter) {
        return quarter.shifted(-4);
    }
    let day = unit.moved(context.anchor?, count)?;
    // Whoever asks for "a month ago" in chat means the day; news means the month.
    if context.customs.direction == Direction::Future { Some(Period::Day(day)) } else { context.containing(unit, day) }
}

/// Units from the date mentioned last, which must be as fine as the unit.
fn mentioned(unit: Unit, count: i32, context: &Context) -> Option<Period> {
    if let Some(quarter) = context.mentioned.quarter.filter(|_| unit == Unit::Year && count == -1) {
        return quarter.shifted(-4);
    }
    // A chat has mentioned nothing: "the following week" is the one after this.
    let here = || context.containing(unit, context.anchor?).filter(|_| context.customs.direction == Direction::Future);
    let base = context.mentioned.date.or_else(here)?;
    if base.granularity() > unit.granularity() {
        return None;
    }
    let (first, _) = base.days()?;
    context.containing(unit, first)?.shifted(count)
}
