//! Parts of a period: "early March", "mid-December", "the end of the week".

use jiff::civil::{Date, Weekday};

use crate::time::calendar::{Period, Unit, add_days, days_between};
use crate::time::lexicon::Part;
use crate::time::{Interval, Modifier};

/// TIMEX3 mod of the part.
pub(super) fn modifier(part: Part) -> Option<Modifier> {
    match part {
        Part::Early | Part::Start => Some(Modifier::Start),
        Part::Mid | Part::Middle => Some(Modifier::Mid),
        Part::Late | Part::End => Some(Modifier::End),
        Part::Any => None,
    }
}

/// The days of the part: a third of the period, whose inner ends may lie less than a third of the part's length off.
///
/// Early 2022 is January to April, mid-December the 11th to the 20th, the end of the week Friday to Sunday; with Friday
/// as `week_end`, Friday.
pub(super) fn days(period: Period, part: Option<Part>, week_end: Option<Weekday>) -> Option<Interval> {
    let (first, last) = period.days()?;
    let third = match part {
        Some(Part::Early | Part::Start) => 0,
        Some(Part::Mid | Part::Middle) => 1,
        Some(Part::Late | Part::End) => 2,
        Some(Part::Any) | None => return Some(Interval::between(first, last)),
    };
    if matches!(period, Period::Day(_) | Period::Weekend(_)) {
        return Some(Interval::between(first, last));
    }
    let (from, to) = thirds(period, first, last)?;
    let (start, end) = [(first, from.yesterday().ok()?), (from, to.yesterday().ok()?), (to, last)][third];
    if let Some(week_end) = week_end.filter(|_| third == 2 && matches!(period, Period::Week(_))) {
        let end = add_days(first, i32::from(first.weekday().until(week_end)))?;
        return Some(Interval::between(start.min(end), end));
    }
    let slack = slack(start, end);
    let mut days = Interval::between(start, end);
    days.start_slack = if third > 0 { slack } else { 0 };
    days.end_slack = if third < 2 { slack } else { 0 };
    Some(days)
}

/// The first days of the second and the last third.
fn thirds(period: Period, first: Date, last: Date) -> Option<(Date, Date)> {
    match period {
        Period::Month(..) => Some((add_days(first, 10)?, add_days(first, 20)?)),
        Period::Week(_) => Some((add_days(first, 2)?, add_days(first, 4)?)),
        _ => match period.months() {
            Some((_, _, months)) => {
                Some((Unit::Month.moved(first, months / 3)?, Unit::Month.moved(first, months - months / 3)?))
            }
            None => {
                let length = days_between(first, last) + 1;
                Some((add_days(first, length / 3)?, add_days(first, length - length / 3)?))
            }
        },
    }
}

/// The most days that are less than a third of the part's length.
fn slack(start: Date, end: Date) -> u16 {
    u16::try_from(days_between(start, end) / 3).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(period: Period, part: Part, expected: &str, slack: (u16, u16)) {
        let days = days(period, Some(part), None).unwrap();
        assert_eq!((days.to_string().as_str(), days.start_slack, days.end_slack), (expected, slack.0, slack.1));
    }

    #[test]
    fn parts_are_thirds_with_loose_inner_ends() {
        check(Period::Year(2022), Part::Early, "2022-01-01..2022-04-30", (0, 39));
        check(Period::Month(2021, 12), Part::Mid, "2021-12-11..2021-12-20", (3, 3));
        check(Period::Month(2022, 2), Part::Late, "2022-02-21..2022-02-28", (2, 0));
        check(Unit::Week.containing(Date::constant(2022, 1, 26)).unwrap(), Part::End, "2022-01-28..2022-01-30", (0, 0));
        check(Period::Decade(1980), Part::Early, "1980-01-01..1983-04-30", (0, 405));
    }
    #[test]
    fn the_week_ends_when_the_publisher_says() {
        let week = Unit::Week.containing(Date::constant(2022, 1, 26)).unwrap();
        let until = |week_end| days(week, Some(Part::End), Some(week_end)).unwrap().to_string();
        assert_eq!(until(Weekday::Friday), "2022-01-28");
        assert_eq!(until(Weekday::Saturday), "2022-01-28..2022-01-29");
        assert_eq!(until(Weekday::Thursday), "2022-01-27");
    }
}
