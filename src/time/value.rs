//! TIMEX3 values that name no stretch of the calendar: durations, recurring and unresolved times.

use crate::time::calendar::Unit;
use crate::time::meaning::{Calendar, Slot, TimeOfDay, Year};
use crate::time::number::Count;

/// The ISO 8601 duration: "two and a half years" is P2Y6M, "several weeks" PXW.
pub(super) fn duration(count: Option<Count>, unit: Unit) -> String {
    let (before, after) = unit.designator();
    let Some(count) = count else { return format!("{before}X{after}") };
    if unit == Unit::Decade && count.whole > 1 && count.quarters == 0 {
        return format!("P{}Y", u64::from(count.whole) * 10);
    }
    let whole =
        if count.whole > 0 || count.quarters == 0 { format!("{before}{}{after}", count.whole) } else { before.into() };
    match (unit, count.quarters) {
        (_, 0) => whole,
        (Unit::Year, quarters) => format!("{whole}{}M", quarters * 3),
        (Unit::Hour, quarters) => format!("{whole}{}M", quarters * 15),
        (Unit::Minute, quarters) => format!("{whole}{}S", quarters * 15),
        (Unit::Day, quarters) => format!("{whole}T{}H", quarters * 6),
        (_, quarters) => format!("{before}{}.{}{after}", count.whole, ["", "25", "5", "75"][quarters as usize % 4]),
    }
}

/// A weekday of every or of an unknown week: XXXX-WXX-3.
pub(super) fn weekday(weekday: i8) -> String {
    format!("XXXX-WXX-{weekday}")
}

/// The value of a stretch that no anchor settles.
pub(super) fn unresolved(calendar: Calendar) -> String {
    match calendar {
        Calendar::Date { year, month, day, .. } => format!("{}-{month:02}-{day:02}", year_digits(year)),
        Calendar::Numeric { year, .. } => format!("{}-XX-XX", year_digits(year)),
        Calendar::Month { month, year, .. } => format!("{}-{month:02}", year_digits(year)),
        Calendar::Year(year) => format!("{year:04}"),
        Calendar::Quarter { number, year } => match number {
            Some(number) => format!("{}-Q{number}", year_digits(year)),
            None => format!("{}-QX", year_digits(year)),
        },
        Calendar::Half { number, year } => format!("{}-H{number}", year_digits(year)),
        Calendar::Season { season, year, .. } => format!("{}-{}", year_digits(year), season.letters()),
        Calendar::Decade { year, .. } => format!("{:03}", year / 10),
        Calendar::Century(year) => format!("{:02}", year / 100),
        Calendar::Weekday { weekday: day, .. }
        | Calendar::WeekdayOf { weekday: day, .. }
        | Calendar::Weekdays { weekday: day, .. } => weekday(day),
        Calendar::Feast { .. }
        | Calendar::Mixed { .. }
        | Calendar::DayOfMonth { .. }
        | Calendar::Nth { slot: Slot::Weekday(_), .. } => unknown(Unit::Day).to_owned(),
        Calendar::MonthAfter { month, .. } => format!("XXXX-{month:02}"),
        Calendar::Nth { slot: Slot::Unit(unit), .. } | Calendar::From { unit, .. } | Calendar::Around { unit, .. } => {
            unknown(unit).to_owned()
        }
        Calendar::Here(unit, _)
        | Calendar::Current(unit)
        | Calendar::Mentioned(unit, _)
        | Calendar::Ago { unit, .. } => unknown(unit).to_owned(),
    }
}

/// The time of day as it ends a value: "TNI", "T17:30".
pub(super) fn time_of_day(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Part(letters) => format!("T{letters}"),
        TimeOfDay::Clock { hour, minute, .. } => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
    }
}

fn year_digits(year: Year) -> String {
    match year {
        Year::Said(year) => format!("{year:04}"),
        _ => "XXXX".into(),
    }
}

fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(whole: u32, quarters: u32, unit: Unit, expected: &str) {
        assert_eq!(duration(Some(Count { whole, quarters }), unit), expected);
    }

    #[test]
    fn durations_have_iso_values() {
        check(2, 2, Unit::Year, "P2Y6M");
        check(1, 2, Unit::Minute, "PT1M30S");
        check(0, 2, Unit::Hour, "PT30M");
        check(30, 0, Unit::Day, "P30D");
        check(1, 0, Unit::Decade, "P1E");
        check(2, 0, Unit::Decade, "P20Y");
        assert_eq!(duration(None, Unit::Week), "PXW");
    }
}
