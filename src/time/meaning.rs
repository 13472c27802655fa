//! What an expression says before anything is known of the day that it is counted from.

use std::ops::Range;

use crate::time::Modifier;
use crate::time::base::Base;
use crate::time::calendar::{Season, Unit};
use crate::time::feast::Feast;
use crate::time::lexicon::{Part, Reference};
use crate::time::number::Count;

/// An expression of the text with its meaning.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it says.
    pub(super) meaning: Meaning,
    /// "about", "more than".
    pub(super) modifier: Option<Modifier>,
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A stretch of the calendar, or a part of it, or a time of a day of it.
    Calendar(Calendar, Option<Part>, Option<TimeOfDay>),
    /// A length of time.
    Duration(Length, Side),
    /// A recurring time, by its value.
    Set(String),
    /// "now", "recently", "soon".
    Reference(Reference),
    /// A time of an unsaid day: "5 p.m.".
    Clock(TimeOfDay),
    /// "the eve of" an event.
    Eve,
}

/// A stretch of the calendar as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    /// "January 10", "Wednesday, Oct. 17, 2001".
    Date { year: Year, month: i8, day: i8, weekday: Option<i8> },
    /// "9/1/2022", "9/1": day first or month first.
    Numeric { first: i8, second: i8, year: Year },
    /// "March", "March 1996", "last March".
    Month { month: i8, year: Year, pick: Pick },
    /// "1996".
    Year(i16),
    /// "the fiscal year", "the 1988 period": the year, or the quarter under report.
    Quarter { number: Option<i8>, year: Year },
    /// "first half of 1990".
    Half { number: i8, year: Year },
    /// "summer of 1994", "last fall".
    Season { season: Season, year: Year, pick: Pick },
    /// "the 1970s", "the nineties": the years after the century's first where that is unsaid.
    Decade { year: i16, century_said: bool },
    /// "20th century" is 1900.
    Century(i16),
    /// "Monday", "last Friday".
    Weekday { weekday: i8, pick: Pick },
    /// "Monday of next week": weeks from the anchor's.
    WeekdayOf { weekday: i8, weeks: i32 },
    /// "today", "last week", "this year": units from the one that the anchor lies in.
    Here(Unit, i32),
    /// "the week", "the latest quarter": the one that the text is about.
    Current(Unit),
    /// "two years ago", "three days from now".
    Ago { unit: Unit, count: i32, with_quarter: bool },
    /// "that year", "the previous day", "a week later": units from the date mentioned last.
    Mentioned(Unit, i32),
    /// "Christmas Eve", "Easter 2018".
    Feast { feast: Feast, year: Year, pick: Pick },
    /// "the first Monday of May", "the last day of October": counted from the end where negative.
    Nth { nth: i8, slot: Slot, within: Base },
    /// "three days after Easter", "two weeks before May 13".
    From { unit: Unit, count: i32, base: Base },
    /// "the week of October 6".
    Around { unit: Unit, base: Base },
    /// "three Fridays ago", "Friday after next".
    Weekdays { weekday: i8, count: i32 },
    /// "1 month and 21 days ago": counted to the day.
    Mixed { months: i32, days: i32 },
    /// "March after next".
    MonthAfter { month: i8, count: i32 },
    /// "the 24th", "Thursday the 21st", "the 20th of next month": months from the anchor's where said.
    DayOfMonth { day: i8, weekday: Option<i8>, months: Option<i32> },
}

/// What is counted inside a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// "the first Monday".
    Weekday(i8),
    /// "the third week".
    Unit(Unit),
}

/// The year that a month or day is said with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// None.
    Unsaid,
    /// "of 1996".
    Said(i16),
    /// "of last year": years from the anchor's.
    Here(i32),
    /// "of that year": years from the one mentioned last.
    Mentioned(i32),
}

/// Which of the days or months of a name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// As the tense says.
    Tense,
    /// "last Friday".
    Last,
    /// "this Friday".
    This,
    /// "next Friday".
    Next,
    /// "the coming Friday": the first one from here.
    Coming,
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeOfDay {
    /// "evening", by the letters of TIMEX3.
    Part(&'static str),
    /// "17:30"; where a time zone is said, by how many days the date in UTC is another.
    Clock { hour: u8, minute: Option<u8>, utc_days: i8 },
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    /// How many units; `None` where unknown.
    pub(super) count: Option<Count>,
    /// The unit.
    pub(super) unit: Unit,
}

/// Where a length of time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Not said.
    Unsaid,
    /// "the past two months": it ends with the anchor.
    Past,
    /// "the next two months": it begins with the anchor.
    Next,
    /// "recent months": it is a past of unknown length.
    Recent,
}
