#![doc = include_str!("date.md")]

use crate::claim::{Phase, When};
use crate::matching::ClaimPair;
use crate::time::Interval;
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
        let (left, right) = (pair.left.time.as_ref()?, pair.right.time.as_ref()?);
        let phases = (pair.left.event.phase, pair.right.event.phase);
        let is_partial = matches!(phases, (Phase::End, _) | (_, Phase::End)) && phases.0 != phases.1;
        let comparison = compare(left, right);
        if is_partial || !says_when(left) || !says_when(right) {
            return None;
        }
        Some(Compared {
            comparison,
            left: Value::new(left.interval.to_string()),
            right: Value::new(right.interval.to_string()),
            why: why::values(pair, left, right),
        })
    }
}

/// Whether the expression bounds the event on both sides: "since 1997" dates no event.
fn says_when(when: &When) -> bool {
    when.interval.start.is_some() && when.interval.end.is_some()
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
        // "On the eve of" often means no more than "shortly before".
        () if is_loose => Comparison::Compatible,
        () => Comparison::Different,
    }
}
