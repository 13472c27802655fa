//! The time of day of an event, as a clock shows it.

use crate::claim::{When, when};
use crate::language::Document;
use crate::span::Span;
use crate::table;
use crate::time::{self, Bound, Timex};

/// A time of day, in minutes from midnight, bounds included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The expression.
    pub span: Span,
    /// Its words with the preposition before it: "at 4.10pm".
    pub words: String,
    /// The earliest; `None` where nothing bounds it below.
    pub low: Option<i32>,
    /// The latest; `None` where nothing bounds it above.
    pub high: Option<i32>,
    /// The minutes from UTC of the zone that is named; `None` where it is the time of the place.
    pub zone: Option<i32>,
    /// How far off it may be, in minutes, as told: "about 9", "9".
    pub slack: i32,
}

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// Two times of day without a day further apart than this may lie on two sides of midnight.
const HALF_DAY: i32 = DAY / 2;

impl Clock {
    /// Whether no time of day is within both, on one day or on the days that they are of.
    pub fn is_apart(&self, day: Option<&When>, other: &Self, other_day: Option<&When>) -> bool {
        let days_between = match (day.and_then(single_day), other_day.and_then(single_day)) {
            (Some(one), Some(another)) => one.until(another).map_or(0, |span| span.get_days()),
            _ => 0,
        };
        let Some(shift) = self.minutes_to(other) else { return false };
        let shift = shift + days_between * DAY;
        let slack = if self.is_exact() && other.is_exact() { self.slack + other.slack } else { 0 };
        let is_later = |low: Option<i32>, high: Option<i32>, shift: i32| {
            low.zip(high).is_some_and(|(low, high)| (slack + 1..=HALF_DAY).contains(&(low + shift - high)))
        };
        is_later(other.low, self.high, shift) || is_later(self.low, other.high, -shift)
    }

    /// Whether both are one time of day, in words or in another zone.
    pub fn is_same(&self, other: &Self) -> bool {
        let shift = self.minutes_to(other);
        let moved = |minutes: Option<i32>, shift: i32| minutes.map(|minutes| (minutes + shift).rem_euclid(DAY));
        shift.is_some_and(|shift| {
            moved(self.low, 0) == moved(other.low, shift) && moved(self.high, 0) == moved(other.high, shift)
        })
    }

    fn is_exact(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    /// What has to be added to the other's minutes to count in this one's zone; `None` where only one names its zone.
    fn minutes_to(&self, other: &Self) -> Option<i32> {
        match (self.zone, other.zone) {
            (None, None) => Some(0),
            (Some(own), Some(zone)) => Some(own - zone),
            _ => None,
        }
    }
}

fn single_day(when: &When) -> Option<jiff::civil::Date> {
    when.interval.start.filter(|&start| when.interval.last() == Some(start))
}

/// The time of day that the expression names; `None` for a day, an evening.
pub(super) fn clock(document: &Document<'_>, timex: &Timex) -> Option<Clock> {
    let (minutes, is_rounded) = of_value(&timex.value)?;
    let (low, high) = match timex.bound {
        Some(Bound::Before) => (None, Some(minutes - 1)),
        Some(Bound::By) => (None, Some(minutes)),
        Some(Bound::After) => (Some(minutes + 1), None),
        Some(Bound::Since) => (Some(minutes), None),
        Some(Bound::Within) => return None,
        None => (Some(minutes), Some(minutes)),
    };
    let is_rough = is_roughened(document, timex);
    let slack = match minutes % 60 {
        _ if is_rough => 45,
        0 if is_rounded => 30,
        minute if minute % 15 == 0 => 15,
        _ => 5,
    };
    // "Shortly after 6" is no bound of hours.
    let (low, high) = if is_rough { (Some(minutes), Some(minutes)) } else { (low, high) };
    let words = when::led_words(document, timex);
    Some(Clock { span: timex.span, words, low, high, zone: time::zone_of(document, timex.tokens.clone()), slack })
}

/// The minutes from midnight of a TIMEX3 value and whether it names no minute: "2025-03-05T16:10".
pub(super) fn of_value(value: &str) -> Option<(i32, bool)> {
    let (_, clock) = value.split_once('T').filter(|(date, _)| !date.starts_with('P'))?;
    let (hour, minute) = clock.split_once(':').map_or((clock, None), |(hour, minute)| (hour, Some(minute)));
    let hour: i32 = hour.parse().ok()?;
    let minute: i32 = minute.unwrap_or("00").get(..2)?.parse().ok()?;
    Some((hour * 60 + minute, minute == 0))
}

/// Whether the words before it make it less than exact: "at about", "shortly after".
fn is_roughened(document: &Document<'_>, timex: &Timex) -> bool {
    let first = timex.tokens.start;
    (first.saturating_sub(3)..timex.tokens.end.min(first + 1))
        .any(|token| table::has(include_str!("data/rough_times.tsv"), &document.lower(token)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i32, zone: Option<i32>, slack: i32) -> Clock {
        Clock { span: Span::new(0, 0), words: String::new(), low: Some(minutes), high: Some(minutes), zone, slack }
    }

    #[test]
    fn times_are_apart_by_more_than_rounding_and_in_known_zones_only() {
        let four = at(16 * 60, None, 30);
        assert!(!four.is_apart(None, &at(16 * 60 + 20, None, 5), None), "4 pm may be 4.20 pm");
        assert!(four.is_apart(None, &at(18 * 60 + 55, None, 5), None));
        assert!(!four.is_apart(None, &at(20 * 60, Some(0), 5), None), "nobody says where 4 pm is");
        let (eastern, utc) = (at(21 * 60, Some(-240), 5), at(60, Some(0), 5));
        assert!(eastern.is_same(&utc) && !eastern.is_apart(None, &utc, None));
        let before = Clock { low: None, high: Some(18 * 60 - 1), ..at(18 * 60, None, 5) };
        assert!(before.is_apart(None, &at(18 * 60, None, 5), None), "6 pm is not before 6 pm");
    }

    #[test]
    fn values_with_a_time_of_day_have_minutes() {
        for (value, minutes) in [("2025-03-05T16:10", Some(970)), ("XXXX-XX-XXT09", Some(540)), ("2025-03-05TEV", None)]
        {
            assert_eq!(of_value(value).map(|(minutes, _)| minutes), minutes, "{value}");
        }
        assert_eq!(of_value("PT40M"), None);
    }
}
