//! Feasts and named days: fixed ones, those counted from Easter, the n-th weekday of a month, and those of the lunar
//! calendars, whose day is known to within one.

use jiff::civil::Date;

use crate::time::calendar::{Period, add_days};
use crate::time::lunar;

/// The rule that puts a feast on its day of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// December 25.
    Fixed { month: i8, day: i8 },
    /// Days from Easter Sunday.
    Easter(i32),
    /// The n-th such weekday of a month, the last for -1, and so many days on: the fourth Thursday of November.
    Weekday { nth: i8, weekday: i8, month: i8, days: i32 },
    /// Days from Easter Sunday of the Eastern churches.
    Orthodox(i32),
    /// A day of the Islamic year, as reckoned, and how many days it lasts; it may be seen a day earlier or later.
    Islamic { month: i8, day: i8, lasts: i32 },
    /// A day of the Hebrew year, Tishri being the first month, and how many days it lasts.
    Hebrew { month: i8, day: i8, lasts: i32 },
    /// Days from the second new moon after the winter solstice, in China.
    LunarNewYear(i32),
    /// The evening before the new moon after the middle of October, in India.
    Diwali,
}

impl Feast {
    /// Reads a rule as the table writes it: "12-25", "easter -2", "4 thursday 11", "last monday 5", "islamic 9 1 30".
    pub(super) fn parse(rule: &str) -> Option<Self> {
        let mut words = rule.split(' ');
        let first = words.next()?;
        let mut number = || words.next().and_then(|word| word.parse::<i32>().ok());
        match first {
            "easter" => Some(Self::Easter(number().unwrap_or(0))),
            "orthodox" => Some(Self::Orthodox(number().unwrap_or(0))),
            "islamic" | "hebrew" => {
                let (month, day) = (i8::try_from(number()?).ok()?, i8::try_from(number()?).ok()?);
                let lasts = number().unwrap_or(1);
                let islamic = first == "islamic";
                Some(if islamic { Self::Islamic { month, day, lasts } } else { Self::Hebrew { month, day, lasts } })
            }
            "lunar" => Some(Self::LunarNewYear(number().unwrap_or(0))),
            "diwali" => Some(Self::Diwali),
            _ => Self::parse_weekday(rule).or_else(|| Self::parse_fixed(first)),
        }
    }

    fn parse_fixed(day: &str) -> Option<Self> {
        let (month, day) = day.split_once('-')?;
        Some(Self::Fixed { month: month.parse().ok()?, day: day.parse().ok()? })
    }

    fn parse_weekday(rule: &str) -> Option<Self> {
        let mut words = rule.split(' ');
        let nth = match words.next()? {
            "last" => -1,
            number => number.parse().ok()?,
        };
        let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let named = words.next()?;
        let weekday = weekdays.iter().position(|&weekday| weekday == named)? as i8 + 1;
        let month = words.next()?.parse().ok()?;
        let days = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        Some(Self::Weekday { nth, weekday, month, days })
    }

    /// The day or days of the feast in the year; `None` where the year has none, or lies beyond the calendar.
    pub(super) fn in_year(self, year: i16) -> Option<Period> {
        let first = self.first_day(year)?;
        match self {
            Self::Islamic { lasts, .. } | Self::Hebrew { lasts, .. } if lasts > 1 => {
                Some(Period::Days(first, add_days(first, lasts - 1)?))
            }
            _ => Some(Period::Day(first)),
        }
    }

    fn first_day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Easter(days) => add_days(easter(year)?, days),
            Self::Weekday { nth, weekday, month, days } => {
                let first = Date::new(year, month, 1).ok()?;
                add_days(nth_weekday(first, first.last_of_month(), weekday, nth)?, days)
            }
            Self::Orthodox(days) => add_days(orthodox_easter(year)?, days),
            Self::Islamic { month, day, .. } => lunar::islamic(year, month, day),
            Self::Hebrew { month, day, .. } => lunar::hebrew(year, month, day),
            Self::LunarNewYear(days) => add_days(lunar::chinese_new_year(year)?, days),
            Self::Diwali => lunar::diwali(year),
        }
    }

    /// By how many days the true one may be off.
    pub(super) fn slack(self) -> u16 {
        match self {
            Self::Islamic { .. } | Self::LunarNewYear(_) | Self::Diwali => 1,
            _ => 0,
        }
    }
}

/// The n-th such weekday from `first` to `last`, counted from the end where `nth` is negative.
pub(super) fn nth_weekday(first: Date, last: Date, weekday: i8, nth: i8) -> Option<Date> {
    let ahead = |from: i8, to: i8| i32::from((to - from).rem_euclid(7));
    let day = if nth > 0 {
        let start = add_days(first, ahead(first.weekday().to_monday_one_offset(), weekday))?;
        add_days(start, 7 * (i32::from(nth) - 1))?
    } else {
        let start = add_days(last, -ahead(weekday, last.weekday().to_monday_one_offset()))?;
        add_days(start, 7 * (i32::from(nth) + 1))?
    };
    (first <= day && day <= last).then_some(day)
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    Date::new(year, month as i8, day as i8).ok()
}

/// Easter Sunday of the Eastern churches: the Julian computus, given in the Gregorian calendar.
fn orthodox_easter(year: i16) -> Option<Date> {
    let full = i32::from(year);
    let (a, b, c) = (full.rem_euclid(4), full.rem_euclid(7), full.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let days = d + (2 * a + 4 * b - d + 34).rem_euclid(7) + 114;
    let julian = Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()?;
    add_days(julian, full / 100 - full / 400 - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: &str, days: &[&str]) {
        for &expected in days {
            let expected: Date = expected.parse().unwrap();
            let feast = Feast::parse(rule).unwrap();
            let found = feast.first_day(expected.year()).unwrap();
            let off = (found - expected).get_days().abs();
            assert!(off <= i32::from(feast.slack()), "{rule}: {found} for {expected}");
        }
    }

    #[test]
    fn movable_feasts_fall_on_their_days() {
        check("easter", &["2019-04-21", "2020-04-12", "2024-03-31", "2025-04-20", "1961-04-02"]);
        check("easter -2", &["2025-04-18"]);
        check("easter 39", &["2025-05-29"]);
        check("4 thursday 11", &["2023-11-23", "2024-11-28"]);
        check("4 thursday 11 1", &["2024-11-29"]);
        check("last monday 5", &["2024-05-27", "2025-05-26"]);
        check("12-25", &["2020-12-25"]);
        check("orthodox", &["2018-04-08", "2024-05-05"]);
        check("orthodox -2", &["2020-04-17"]);
    }

    #[test]
    fn lunar_feasts_are_at_most_a_day_off() {
        check("lunar", &["2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29"]);
        check("islamic 9 1", &["2019-05-06", "2021-04-13", "2022-04-02", "2023-03-23", "2024-03-11"]);
        check("islamic 10 1", &["2019-06-04", "2022-05-02", "2023-04-21", "2024-04-10"]);
        check("islamic 12 10", &["2022-07-09", "2023-06-28", "2024-06-16"]);
    }

    #[test]
    fn years_without_the_feast_have_none() {
        assert_eq!(Feast::parse("islamic 9 1").unwrap().in_year(500), None);
        assert_eq!(Feast::parse("2-29").unwrap().in_year(2023), None);
        assert_eq!(Feast::parse("nonsense"), None);
    }
}
