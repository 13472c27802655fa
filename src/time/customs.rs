//! What the text of an article does not show of how its publisher writes and counts days.

use jiff::civil::Weekday;

/// Which side an undetermined weekday or month lies on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As the tense of news tells it.
    #[default]
    News,
    /// The coming one, as in chat.
    Future,
}

impl Direction {
    /// Both.
    pub const ALL: &[Self] = &[Self::News, Self::Future];

    /// The word that settings use.
    pub fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Future => "future",
        }
    }
}

/// Which of two numbers of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// "9/1/2022" is January 9.
    DayFirst,
    /// "9/1/2022" is September 1.
    MonthFirst,
}

impl DateOrder {
    /// Both.
    pub const ALL: &[Self] = &[Self::DayFirst, Self::MonthFirst];

    /// The word that settings use.
    pub fn name(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }
}

/// How a publisher writes and counts days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customs {
    /// Which side an undetermined weekday or month lies on.
    pub direction: Direction,
    /// What "9/1/2022" means where no number of the article's dates is above 12; `None` where the names of months in its
    /// other dates decide, and without them both readings stand.
    pub date_order: Option<DateOrder>,
    /// The day that "this week" begins on.
    pub week_start: Weekday,
    /// The last day of "the end of the week"; `None` for that of the week, with Friday as good as it.
    pub week_end: Option<Weekday>,
}

impl Default for Customs {
    /// Those of international news: weeks from Monday, and no order of day and month.
    fn default() -> Self {
        Self { direction: Direction::default(), date_order: None, week_start: Weekday::Monday, week_end: None }
    }
}
