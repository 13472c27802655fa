//! The stretches of the calendar that others are counted from or lie in: "May" in "the first Monday of May", "Easter" in
//! "three days after Easter".

use crate::time::calendar::Unit;
use crate::time::feast::Feast;
use crate::time::meaning::{Calendar, Pick, Year};

/// A stretch that is said by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are those of `Calendar`")]
pub(super) enum Base {
    Date { year: Year, month: i8, day: i8 },
    Numeric { first: i8, second: i8, year: Year },
    Month { month: i8, year: Year, pick: Pick },
    Year(i16),
    Weekday { weekday: i8, pick: Pick },
    Here(Unit, i32),
    Current(Unit),
    Mentioned(Unit, i32),
    Feast { feast: Feast, year: Year, pick: Pick },
    Quarter { number: Option<i8>, year: Year },
    DayOfMonth(i8),
}

impl Base {
    /// The stretch as a base; `None` for those that are counted from another one themselves.
    pub(super) fn of(calendar: Calendar) -> Option<Self> {
        Some(match calendar {
            Calendar::Date { year, month, day, .. } => Self::Date { year, month, day },
            Calendar::Numeric { first, second, year } => Self::Numeric { first, second, year },
            Calendar::Month { month, year, pick } => Self::Month { month, year, pick },
            Calendar::Year(year) => Self::Year(year),
            Calendar::Weekday { weekday, pick } => Self::Weekday { weekday, pick },
            Calendar::Here(unit, count) => Self::Here(unit, count),
            Calendar::Current(unit) => Self::Current(unit),
            Calendar::Mentioned(unit, count) => Self::Mentioned(unit, count),
            Calendar::Feast { feast, year, pick } => Self::Feast { feast, year, pick },
            Calendar::Quarter { number, year } => Self::Quarter { number, year },
            Calendar::DayOfMonth { day, weekday: None, months: None } => Self::DayOfMonth(day),
            _ => return None,
        })
    }
}

impl From<Base> for Calendar {
    fn from(base: Base) -> Self {
        match base {
            Base::Date { year, month, day } => Self::Date { year, month, day, weekday: None },
            Base::Numeric { first, second, year } => Self::Numeric { first, second, year },
            Base::Month { month, year, pick } => Self::Month { month, year, pick },
            Base::Year(year) => Self::Year(year),
            Base::Weekday { weekday, pick } => Self::Weekday { weekday, pick },
            Base::Here(unit, count) => Self::Here(unit, count),
            Base::Current(unit) => Self::Current(unit),
            Base::Mentioned(unit, count) => Self::Mentioned(unit, count),
            Base::Feast { feast, year, pick } => Self::Feast { feast, year, pick },
            Base::Quarter { number, year } => Self::Quarter { number, year },
            Base::DayOfMonth(day) => Self::DayOfMonth { day, weekday: None, months: None },
        }
    }
}
