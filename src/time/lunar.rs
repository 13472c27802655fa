//! Calendars by the moon: the Islamic by its arithmetic form, the Hebrew by its own, the Chinese New Year and Diwali by
//! the true new moon.
//!
//! Where the sighting of the crescent decides, the day may be one off.

use jiff::civil::{Date, date};

use crate::time::calendar::{add_days, days_between};

/// The first day in the Gregorian year that has this day and month of the Islamic calendar (month 9 is Ramadan).
///
/// The first of Shawwal in 2018 is 2018-06-15. `None` before the calendar began.
pub(super) fn islamic(year: i16, month: i8, day: i8) -> Option<Date> {
    let near = (i32::from(year) - 622) * 33 / 32;
    (near - 1..=near + 2)
        .filter(|islamic| *islamic > 0)
        .filter_map(|islamic| islamic_day(islamic, month, day))
        .find(|day| day.year() == year)
}

/// The tabular calendar: years of 354 days, eleven leap years in thirty, months of 30 and 29 days in turn.
fn islamic_day(year: i32, month: i8, day: i8) -> Option<Date> {
    let epoch = date(622, 7, 19);
    let months = i32::from(month) - 1;
    let days = 354 * (year - 1) + (3 + 11 * year) / 30 + 29 * months + (months + 1) / 2 + i32::from(day) - 1;
    add_days(epoch, days)
}

/// The day in the Gregorian year that has this day and month of the Hebrew calendar: 1 is Tishri, 3 Kislev, 6 the Adar
/// before Nisan, 12 Elul.
///
/// Yom Kippur, the tenth of Tishri, is 2018-09-19 in 2018.
pub(super) fn hebrew(year: i16, month: i8, day: i8) -> Option<Date> {
    // Months up to Tevet follow the new year of the autumn, later ones lead up to the next.
    let from_spring = month > 4;
    let hebrew = i32::from(year) + if from_spring { 3760 } else { 3761 };
    let new_year = hebrew_new_year(hebrew)?;
    if !from_spring {
        let length = hebrew_length(hebrew)?;
        let long_heshvan = i32::from(length % 10 == 5);
        let long_kislev = i32::from(length % 10 != 3);
        let before = [0, 30, 59 + long_heshvan, 88 + long_heshvan + long_kislev];
        return add_days(new_year, before[usize::try_from(month - 1).ok()?] + i32::from(day) - 1);
    }
    // From Adar on all months are fixed, so they are counted back from the next new year.
    let back = [(6, 206), (7, 177), (8, 147), (9, 118), (10, 88), (11, 59), (12, 29)];
    let (_, back) = back.into_iter().find(|(number, _)| *number == month)?;
    add_days(hebrew_new_year(hebrew + 1)?, i32::from(day) - 1 - back)
}

fn hebrew_length(year: i32) -> Option<i32> {
    Some(days_between(hebrew_new_year(year)?, hebrew_new_year(year + 1)?))
}

/// The first of Tishri: the mean new moon, put off where the calendar forbids its day.
fn hebrew_new_year(year: i32) -> Option<Date> {
    let (before, this, next) = (hebrew_elapsed(year - 1), hebrew_elapsed(year), hebrew_elapsed(year + 1));
    let put_off = if next - this == 356 { 2 } else { i32::from(this - before == 382) };
    // Day 1 of the count is Monday, 7 October 3761 BCE of the Julian calendar; 2000-09-30 began the year 5761.
    let reference = hebrew_elapsed(5761);
    add_days(date(2000, 9, 30), this + put_off - reference)
}

/// Days from the epoch to the mean new moon of Tishri, moved off Sunday, Wednesday and Friday.
fn hebrew_elapsed(year: i32) -> i32 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The second new moon after the month of the winter solstice began, in the time of Beijing.
///
/// 2014 gives 2014-01-31. A leap month in that winter, as in 2034, would put it off.
pub(super) fn chinese_new_year(year: i16) -> Option<Date> {
    let solstice = day_of(solstice(year - 1), 8.0)?;
    let number = (lunations(f64::from(year) - 0.03)).round();
    let starts = |number: f64| day_of(new_moon(number), 8.0);
    let eleventh = (-2..=2)
        .rev()
        .map(|by| number + f64::from(by))
        .find(|number| starts(*number).is_some_and(|day| day <= solstice))?;
    starts(eleventh + 2.0)
}

/// The day whose evening is the last before the new moon that falls after the middle of October, in the time of Delhi.
///
/// 2019 gives 2019-10-27.
pub(super) fn diwali(year: i16) -> Option<Date> {
    let from = Date::new(year, 10, 17).ok()?;
    let number = lunations(f64::from(year) + 0.79).floor() - 1.0;
    (0..4).filter_map(|by| day_of(new_moon(number + f64::from(by)), 5.5 - 18.0)).find(|day| *day >= from)
}

/// How many lunations lie between the new moon of 2000-01-06 and the time, given in years.
fn lunations(years: f64) -> f64 {
    (years - 2000.0) * 12.3685
}

/// The Julian day of the new moon of that number from 2000-01-06 on, to some minutes (Meeus, Astronomical Algorithms,
/// chapter 49).
fn new_moon(number: f64) -> f64 {
    let t = number / 1236.85;
    let mean = 2_451_550.097_66 + 29.530_588_861 * number + 0.000_154_37 * t * t;
    let sun = (2.5534 + 29.105_356_7 * number).to_radians();
    let moon = (201.5643 + 385.816_935_28 * number).to_radians();
    let latitude = (160.7108 + 390.670_502_84 * number).to_radians();
    mean - 0.4072 * moon.sin()
        + 0.172_41 * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * latitude).sin()
        + 0.007_39 * (moon - sun).sin()
        - 0.005_14 * (moon + sun).sin()
}

/// The Julian day of the mean winter solstice of the year, to some minutes (Meeus, chapter 27).
fn solstice(year: i16) -> f64 {
    let y = (f64::from(year) - 2000.0) / 1000.0;
    2_451_900.059_52 + 365_242.740_49 * y - 0.062_23 * y * y
}

/// The day that the Julian day falls on, so many hours from Greenwich.
fn day_of(julian: f64, hours: f64) -> Option<Date> {
    // Julian days begin at noon; 2000-01-01 began at 2451544.5.
    let days = (julian + hours / 24.0 - 2_451_544.5).floor();
    (days.abs() < 4_000_000.0).then_some(days as i32).and_then(|days| add_days(date(2000, 1, 1), days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: Option<Date>, expected: &str) {
        assert_eq!(found.map(|day| day.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn islamic_feasts_are_right_or_one_off() {
        check(islamic(2018, 10, 1), "2018-06-15");
        check(islamic(2024, 9, 1), "2024-03-11");
        check(islamic(1980, 12, 10), "1980-10-20");
    }

    #[test]
    fn hebrew_feasts_are_right() {
        check(hebrew(2018, 1, 10), "2018-09-19");
        check(hebrew(2024, 1, 1), "2024-10-03");
        check(hebrew(2024, 3, 25), "2024-12-26");
        check(hebrew(2023, 3, 25), "2023-12-08");
        check(hebrew(2024, 7, 15), "2024-04-23");
        check(hebrew(2025, 7, 15), "2025-04-13");
        check(hebrew(2013, 6, 14), "2013-02-24");
    }

    #[test]
    fn the_chinese_year_begins_with_the_second_new_moon_after_the_solstice_month() {
        for day in ["1985-02-20", "2013-02-10", "2014-01-31", "2018-02-16", "2020-01-25", "2023-01-22", "2025-01-29"] {
            check(chinese_new_year(day[..4].parse().unwrap()), day);
        }
    }

    #[test]
    fn diwali_is_the_evening_before_the_new_moon() {
        for day in ["2018-11-07", "2019-10-27", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12"] {
            check(diwali(day[..4].parse().unwrap()), day);
        }
    }
}
