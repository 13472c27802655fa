#![doc = include_str!("date.md")]

use crate::claim::{Claim, Clock, Phase, When, is_opposite};
use crate::matching::ClaimPair;
use crate::time::{Bound, Granularity, Interval};
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::why;

pub(super) struct Date;

impl Kind for Date {
    fn name(&self) -> &'static str {
        "date"
    }

    fn doc(&self) -> &'static str {
        include_str!("date.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        let (Some(left), Some(right)) = (pair.left.time.as_ref(), pair.right.time.as_ref()) else {
            return compare_leads(pair).or_else(|| compare_clocks(pair));
        };
        let phases = (pair.left.event.phase, pair.right.event.phase);
        let is_partial = matches!(phases, (Phase::End, _) | (_, Phase::End)) && phases.0 != phases.1;
        let comparison = compare(left, right);
        if is_partial || !says_when(left) || !says_when(right) {
            return None;
        }
        if !is_of_one_calendar(left, right) {
            return compare_months(pair, left, right);
        }
        if comparison != Comparison::Different
            && let Some(by_clock) = compare_clocks(pair).filter(|by_clock| by_clock.comparison == Comparison::Different)
        {
            return Some(by_clock);
        }
        Some(Compared {
            comparison,
            left: Value::new(left.label()),
            right: Value::new(right.label()),
            why: why::values(pair, left, right),
        })
    }
}

/// Whether the one ends where the other begins and neither has another end.
fn touch(one: &Interval, other: &Interval) -> bool {
    one.start.is_none() && other.end.is_none() && one.end.is_some() && one.end == other.start
}

/// Compares how far ahead of one day of telling the two lie: "in 4 months" / "before 36 days".
fn compare_leads(pair: &ClaimPair<'_>) -> Option<Compared> {
    let (left, right) = (pair.left.lead.as_ref()?, pair.right.lead.as_ref()?);
    let told = |claim: &Claim| claim.told.map(|anchor| anchor.day);
    let comparison = match () {
        () if told(pair.left) != told(pair.right) => return None,
        () if left.low == right.low && left.high == right.high => Comparison::Same,
        () if left.is_apart(right) => Comparison::Different,
        () => Comparison::Compatible,
    };
    Some(Compared {
        comparison,
        left: Value::new(left.words.clone()),
        right: Value::new(right.words.clone()),
        why: why::plain(pair, &left.words, &right.words),
    })
}

/// Compares the times of day of two events of one day, or of days that are not told.
fn compare_clocks(pair: &ClaimPair<'_>) -> Option<Compared> {
    // "Opens at 9 am", "closes at 8 pm".
    if is_opposite(&pair.left.event.concept, &pair.right.event.concept) {
        return None;
    }
    let (left, right) = (pair.left.clock.as_ref()?, pair.right.clock.as_ref()?);
    let comparison = match () {
        () if left.is_apart(pair.left.time.as_ref(), right, pair.right.time.as_ref()) => Comparison::Different,
        () if left.is_same(right) => Comparison::Same,
        () => Comparison::Compatible,
    };
    let value = |clock: &Clock| Value { label: clock.words.clone(), span: Some(clock.span) };
    Some(Compared {
        comparison,
        left: value(left),
        right: value(right),
        why: why::plain(pair, &left.words, &right.words),
    })
}

/// Whether the two can be compared without knowing when they were told: two weekdays, two months, two days of a month.
pub(super) fn is_of_one_calendar(left: &When, right: &When) -> bool {
    // "Last July" tells more than a month.
    let is_bare = |when: &When| when.is_presumed() && when.words.split_whitespace().count() <= 2;
    let name = |when: &When| when.words.split_whitespace().next_back().map(str::to_lowercase);
    !left.is_presumed() && !right.is_presumed()
        || is_bare(left)
            && is_bare(right)
            && left.granularity == right.granularity
            // One name may be that of two months where one sentence looks back and the other ahead.
            && (name(left) != name(right) || left.bound != right.bound)
}

/// Compares a month without a year with a date of another article that has one: "in May" / "on 26 December 1970".
fn compare_months(pair: &ClaimPair<'_>, left: &When, right: &When) -> Option<Compared> {
    let is_bare = |when: &When| {
        when.is_presumed()
            && when.granularity == Granularity::Month
            && when.bound.is_none()
            && when.words.split_whitespace().count() == 1
    };
    let is_dated = |when: &When| !when.is_presumed() && when.granularity <= Granularity::Month && when.bound.is_none();
    if !(is_bare(left) && is_dated(right) || is_dated(left) && is_bare(right)) {
        return None;
    }
    let month = |when: &When| when.interval.start.map(|day| day.month());
    let is_same = month(left)? == month(right)?;
    Some(Compared {
        comparison: if is_same { Comparison::Compatible } else { Comparison::Different },
        left: Value::new(left.label()),
        right: Value::new(right.label()),
        why: why::values(pair, left, right),
    })
}

/// Whether the expression dates an event: on both sides, or before or after something; "since 1997" dates none.
fn says_when(when: &When) -> bool {
    when.interval.start.is_some() && when.interval.end.is_some()
        || matches!(when.bound, Some(Bound::Before | Bound::After))
}

/// Compares two expressions under all their readings: they differ only where no reading of one meets one of the other.
pub(super) fn compare(left: &When, right: &When) -> Comparison {
    let readings = |when: &When| -> Vec<Interval> {
        std::iter::once(when.interval).chain(when.alternatives.iter().copied()).collect()
    };
    let (all_left, all_right) = (readings(left), readings(right));
    let any = |meets: fn(&Interval, &Interval) -> bool| {
        all_left.iter().any(|one| all_right.iter().any(|other| meets(one, other)))
    };
    let is_loose = [left, right].iter().any(|when| when.from_event.as_ref().is_some_and(|from| from.approximate));
    match () {
        () if left.interval.start == right.interval.start && left.interval.end == right.interval.end => {
            Comparison::Same
        }
        () if any(Interval::may_overlap) => Comparison::Compatible,
        // "After Friday" and "before Saturday" leave the night between.
        () if touch(&left.interval, &right.interval) || touch(&right.interval, &left.interval) => {
            Comparison::Compatible
        }
        // "On the eve of" often means no more than "shortly before".
        () if is_loose => Comparison::Compatible,
        () => Comparison::Different,
    }
}
