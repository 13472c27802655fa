//! Units of the calendar and the stretches they cut time into: days, weeks, months, quarters, seasons,
//! halves, years, decades, centuries.

use jiff::civil::{Date, Weekday};

use crate::time::Granularity;

/// A unit that time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the units of clock and calendar")]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the northern year, which news writes of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the four seasons")]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// One stretch of the calendar: "January 2022" is `Month(2022, 1)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Period {
    /// A day.
    Day(Date),
    /// The week that begins on this day.
    Week(Date),
    /// The weekend that begins on this Saturday.
    Weekend(Date),
    /// A month of a year.
    Month(i16, i8),
    /// A quarter of a year, from 1.
    Quarter(i16, i8),
    /// A season; winter counts to the year that it begins in.
    Season(i16, Season),
    /// A half of a year, from 1.
    Half(i16, i8),
    /// A year.
    Year(i16),
    /// The ten years from this one.
    Decade(i16),
    /// The hundred years from this one.
    Century(i16),
    /// From the first to the last of some days: "Ramadan 2024".
    Days(Date, Date),
}

impl Unit {
    /// The letters of an ISO 8601 duration around the number: ("P", "M") in P2M.
    pub(super) fn designator(self) -> (&'static str, &'static str) {
        match self {
            Self::Second => ("PT", "S"),
            Self::Minute => ("PT", "M"),
            Self::Hour => ("PT", "H"),
            Self::Day => ("P", "D"),
            Self::Weekend => ("P", "WE"),
            Self::Week => ("P", "W"),
            Self::Month => ("P", "M"),
            Self::Quarter => ("P", "Q"),
            Self::Year => ("P", "Y"),
            Self::Decade => ("P", "E"),
            Self::Century => ("P", "C"),
            Self::Millennium => ("P", "L"),
        }
    }

    /// The stretch of this unit that the day lies in, weeks from Monday; for a weekend the one of its week. `None` for hours and finer,
    /// and for millennia.
    pub(super) fn containing(self, day: Date) -> Option<Period> {
        let (year, month) = (day.year(), day.month());
        match self {
            Self::Second | Self::Minute | Self::Hour | Self::Millennium => None,
            Self::Day => Some(Period::Day(day)),
            Self::Weekend => add_days(first_of_week(day, Weekday::Monday)?, 5).map(Period::Weekend),
            Self::Week => week_of(day, Weekday::Monday),
            Self::Month => Some(Period::Month(year, month)),
            Self::Quarter => Some(Period::Quarter(year, (month - 1) / 3 + 1)),
            Self::Year => Some(Period::Year(year)),
            Self::Decade => Some(Period::Decade(year - year.rem_euclid(10))),
            Self::Century => Some(Period::Century(year - year.rem_euclid(100))),
        }
    }

    /// The day `count` units on from `day`: one month from January 31 is the last of February. `None` beyond the
    /// calendar.
    pub(super) fn moved(self, day: Date, count: i32) -> Option<Date> {
        let span = match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => jiff::Span::new().try_days(count).ok()?,
            Self::Weekend | Self::Week => jiff::Span::new().try_weeks(count).ok()?,
            Self::Month => jiff::Span::new().try_months(count).ok()?,
            Self::Quarter => jiff::Span::new().try_months(count.checked_mul(3)?).ok()?,
            Self::Year => jiff::Span::new().try_years(count).ok()?,
            Self::Decade => jiff::Span::new().try_years(count.checked_mul(10)?).ok()?,
            Self::Century => jiff::Span::new().try_years(count.checked_mul(100)?).ok()?,
            Self::Millennium => jiff::Span::new().try_years(count.checked_mul(1000)?).ok()?,
        };
        day.checked_add(span).ok()
    }

    /// The grain of what is counted in the unit.
    pub(super) fn granularity(self) -> Granularity {
        match self {
            Self::Second | Self::Minute | Self::Hour => Granularity::Time,
            Self::Day => Granularity::Day,
            Self::Weekend => Granularity::Weekend,
            Self::Week => Granularity::Week,
            Self::Month => Granularity::Month,
            Self::Quarter => Granularity::Quarter,
            Self::Year => Granularity::Year,
            Self::Decade => Granularity::Decade,
            Self::Century | Self::Millennium => Granularity::Century,
        }
    }

    /// The unit of that grain, seasons and halves as the months they are made of.
    pub(super) fn of(granularity: Granularity) -> Option<Self> {
        match granularity {
            Granularity::Day => Some(Self::Day),
            Granularity::Weekend => Some(Self::Weekend),
            Granularity::Week => Some(Self::Week),
            Granularity::Month => Some(Self::Month),
            Granularity::Quarter => Some(Self::Quarter),
            Granularity::Year => Some(Self::Year),
            Granularity::Decade => Some(Self::Decade),
            Granularity::Century => Some(Self::Century),
            Granularity::Time | Granularity::Season | Granularity::Half | Granularity::Vague => None,
        }
    }
}

impl Season {
    /// Its number in the year, winter last.
    pub(super) fn number(self) -> i8 {
        match self {
            Self::Spring => 0,
            Self::Summer => 1,
            Self::Fall => 2,
            Self::Winter => 3,
        }
    }

    /// The letters of TIMEX3 for it.
    pub(super) fn letters(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }
}

impl Period {
    /// The first and the last day. `None` beyond the calendar.
    pub(super) fn days(self) -> Option<(Date, Date)> {
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(first) => Some((first, add_days(first, 6)?)),
            Self::Weekend(saturday) => Some((saturday, add_days(saturday, 1)?)),
            Self::Days(first, last) => Some((first, last)),
            _ => {
                let (year, month, months) = self.months()?;
                let first = Date::new(year, month, 1).ok()?;
                Some((first, Unit::Month.moved(first, months)?.yesterday().ok()?))
            }
        }
    }

    /// The year and month that it begins in and its length in months. `None` for weeks and days.
    pub(super) fn months(self) -> Option<(i16, i8, i32)> {
        match self {
            Self::Day(_) | Self::Week(_) | Self::Weekend(_) | Self::Days(..) => None,
            Self::Month(year, month) => Some((year, month, 1)),
            Self::Quarter(year, number) => Some((year, number * 3 - 2, 3)),
            Self::Season(year, season) => Some((year, season.number() * 3 + 3, 3)),
            Self::Half(year, number) => Some((year, number * 6 - 5, 6)),
            Self::Year(year) => Some((year, 1, 12)),
            Self::Decade(year) => Some((year, 1, 120)),
            Self::Century(year) => Some((year, 1, 1200)),
        }
    }

    /// The stretch of the same kind `count` further: a quarter on from 2021-Q4 is 2022-Q1; seasons move by years.
    pub(super) fn shifted(self, count: i32) -> Option<Self> {
        let years = |year: i16, step: i32| i16::try_from(i32::from(year).checked_add(count.checked_mul(step)?)?).ok();
        let parts = |year: i16, number: i8, of: i32| {
            let total = (i32::from(year) * of + i32::from(number) - 1).checked_add(count)?;
            Some((i16::try_from(total.div_euclid(of)).ok()?, (total.rem_euclid(of) + 1) as i8))
        };
        Some(match self {
            Self::Day(day) => Self::Day(add_days(day, count)?),
            Self::Week(first) => Self::Week(add_days(first, count.checked_mul(7)?)?),
            Self::Weekend(saturday) => Self::Weekend(add_days(saturday, count.checked_mul(7)?)?),
            Self::Month(year, month) => parts(year, month, 12).map(|(year, month)| Self::Month(year, month))?,
            Self::Quarter(year, number) => parts(year, number, 4).map(|(year, number)| Self::Quarter(year, number))?,
            Self::Half(year, number) => parts(year, number, 2).map(|(year, number)| Self::Half(year, number))?,
            Self::Season(year, season) => Self::Season(years(year, 1)?, season),
            Self::Year(year) => Self::Year(years(year, 1)?),
            Self::Decade(year) => Self::Decade(years(year, 10)?),
            Self::Century(year) => Self::Century(years(year, 100)?),
            Self::Days(first, last) => Self::Days(Unit::Year.moved(first, count)?, Unit::Year.moved(last, count)?),
        })
    }

    /// How fine it is.
    pub(super) fn granularity(self) -> Granularity {
        match self {
            Self::Day(_) => Granularity::Day,
            Self::Week(_) => Granularity::Week,
            Self::Weekend(_) => Granularity::Weekend,
            Self::Month(..) => Granularity::Month,
            Self::Quarter(..) => Granularity::Quarter,
            Self::Season(..) => Granularity::Season,
            Self::Half(..) => Granularity::Half,
            Self::Year(_) => Granularity::Year,
            Self::Decade(_) => Granularity::Decade,
            Self::Century(_) => Granularity::Century,
            Self::Days(first, last) if days_between(first, last) < 14 => Granularity::Week,
            Self::Days(..) => Granularity::Month,
        }
    }

    /// The TIMEX3 value: "2022-01-10", "2022-W02", "2022-Q1", "2021-FA", "199", "19".
    pub(super) fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            // Its number is that of the ISO week that most of it lies in.
            Self::Week(first) => week_value(add_days(first, 3).unwrap_or(first)),
            Self::Weekend(saturday) => format!("{}-WE", week_value(saturday)),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, number) => format!("{year:04}-Q{number}"),
            Self::Season(year, season) => format!("{year:04}-{}", season.letters()),
            Self::Half(year, number) => format!("{year:04}-H{number}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(year) => format!("{:02}", year / 100),
            Self::Days(first, last) => format!("{first}/{last}"),
        }
    }
}

/// The day `count` days on. `None` beyond the calendar.
pub(super) fn add_days(day: Date, count: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(count).ok()?).ok()
}

/// How many days `later` lies after `earlier`.
pub(super) fn days_between(earlier: Date, later: Date) -> i32 {
    (later - earlier).get_days()
}

/// The week that the day lies in, where weeks begin on `start`.
pub(super) fn week_of(day: Date, start: Weekday) -> Option<Period> {
    first_of_week(day, start).map(Period::Week)
}

fn first_of_week(day: Date, start: Weekday) -> Option<Date> {
    add_days(day, -i32::from(start.until(day.weekday())))
}

fn week_value(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(period: Period, value: &str, days: &str) {
        let (first, last) = period.days().unwrap();
        assert_eq!((period.value().as_str(), format!("{first}..{last}").as_str()), (value, days));
    }

    #[test]
    fn periods_have_their_days_and_values() {
        let day = Date::constant(2022, 1, 1);
        check(Unit::Week.containing(day).unwrap(), "2021-W52", "2021-12-27..2022-01-02");
        check(week_of(day, Weekday::Sunday).unwrap(), "2021-W52", "2021-12-26..2022-01-01");
        check(Unit::Weekend.containing(day).unwrap(), "2021-W52-WE", "2022-01-01..2022-01-02");
        check(Period::Month(2024, 1).shifted(1).unwrap(), "2024-02", "2024-02-01..2024-02-29");
        check(Period::Quarter(2021, 4).shifted(1).unwrap(), "2022-Q1", "2022-01-01..2022-03-31");
        check(Period::Season(1997, Season::Winter), "1997-WI", "1997-12-01..1998-02-28");
        check(Period::Half(1990, 2), "1990-H2", "1990-07-01..1990-12-31");
        check(Unit::Decade.containing(day).unwrap(), "202", "2020-01-01..2029-12-31");
        check(Period::Century(1900), "19", "1900-01-01..1999-12-31");
    }

    #[test]
    fn the_calendar_ends_without_a_fall() {
        assert_eq!(Period::Year(9999).shifted(1).and_then(Period::days), None);
        assert_eq!(Unit::Century.moved(Date::constant(2022, 1, 1), i32::MAX), None);
        assert_eq!(Unit::Day.moved(Date::constant(2022, 1, 1), i32::MIN), None);
        assert_eq!(Period::Month(2022, 1).shifted(i32::MAX), None);
    }
}
