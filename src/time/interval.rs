//! Half-open stretches of days, possibly open at one end.

use jiff::civil::Date;

/// The days from `start` to just before `end`; a missing side is open.
///
/// "by Friday" in an article of Wednesday 2025-03-05 is `(.., 2025-03-08)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The first day.
    pub start: Option<Date>,
    /// The day after the last one.
    pub end: Option<Date>,
    /// How many days the true start may lie before or after `start`: "early 2022" ends approximately.
    pub start_slack: u16,
    /// How many days the true end may lie before or after `end`.
    pub end_slack: u16,
}

impl Interval {
    /// One day.
    pub fn day(day: Date) -> Self {
        Self::between(day, day)
    }

    /// From the first to the last day, both inside.
    pub fn between(first: Date, last: Date) -> Self {
        Self::open(Some(first), Some(last))
    }

    /// From the first to the last day, both inside, a missing side being open.
    pub fn open(first: Option<Date>, last: Option<Date>) -> Self {
        Self { start: first, end: last.and_then(|day| day.tomorrow().ok()), start_slack: 0, end_slack: 0 }
    }

    /// The last day; `None` where the end is open.
    pub fn last(&self) -> Option<Date> {
        self.end.and_then(|end| end.yesterday().ok())
    }

    /// Whether the two share a day, approximate ends taken as drawn.
    pub fn overlaps(&self, other: &Self) -> bool {
        before(self.start, other.end) && before(other.start, self.end)
    }

    /// Whether every day of `other` is inside.
    pub fn contains(&self, other: &Self) -> bool {
        let starts = self.start.is_none_or(|start| other.start.is_some_and(|inner| start <= inner));
        let ends = self.end.is_none_or(|end| other.end.is_some_and(|inner| inner <= end));
        starts && ends
    }

    /// Whether the two share a day once approximate ends are drawn as wide as they may be.
    pub fn may_overlap(&self, other: &Self) -> bool {
        self.widened().overlaps(&other.widened())
    }

    /// The interval with its approximate ends drawn as wide as they may be.
    pub fn widened(&self) -> Self {
        let back = |day: Date| day.checked_sub(jiff::Span::new().days(self.start_slack)).unwrap_or(day);
        let ahead = |day: Date| day.checked_add(jiff::Span::new().days(self.end_slack)).unwrap_or(day);
        Self { start: self.start.map(back), end: self.end.map(ahead), start_slack: 0, end_slack: 0 }
    }
}

fn before(start: Option<Date>, end: Option<Date>) -> bool {
    match (start, end) {
        (Some(start), Some(end)) => start < end,
        _ => true,
    }
}

impl std::fmt::Display for Interval {
    /// "2025-03-03", "2025-03-03..2025-03-09", "until 2025-03-09", "from 2025-03-03".
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.start, self.last()) {
            (Some(first), Some(last)) if first == last => write!(out, "{first}"),
            (Some(first), Some(last)) => write!(out, "{first}..{last}"),
            (None, Some(last)) => write!(out, "until {last}"),
            (Some(first), None) => write!(out, "from {first}"),
            (None, None) => write!(out, "any day"),
        }
    }
}

/// What is no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnInterval;

impl std::str::FromStr for Interval {
    type Err = NotAnInterval;

    /// Reads what `Display` writes; how approximate the ends are is not written.
    fn from_str(text: &str) -> Result<Self, NotAnInterval> {
        let day = |text: &str| text.parse::<Date>().map_err(|_| NotAnInterval);
        if text == "any day" {
            return Ok(Self::open(None, None));
        }
        if let Some(last) = text.strip_prefix("until ") {
            return Ok(Self::open(None, Some(day(last)?)));
        }
        if let Some(first) = text.strip_prefix("from ") {
            return Ok(Self::open(Some(day(first)?), None));
        }
        match text.split_once("..") {
            Some((first, last)) => Ok(Self::between(day(first)?, day(last)?)),
            None => day(text).map(Self::day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let days =
            || (0..4000).step_by(7).map(|on| Date::constant(1996, 2, 25).saturating_add(jiff::Span::new().days(on)));
        for (first, length) in days().zip((0..40).cycle()) {
            let last = first.saturating_add(jiff::Span::new().days(length));
            let bounds = [(Some(first), Some(last)), (None, Some(last)), (Some(first), None), (None, None)];
            for interval in bounds.map(|(first, last)| Interval::open(first, last)) {
                assert_eq!(interval.to_string().parse(), Ok(interval));
            }
        }
        assert_eq!("2025-02-30".parse::<Interval>(), Err(NotAnInterval));
    }
}
