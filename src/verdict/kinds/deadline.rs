#![doc = include_str!("deadline.md")]

use crate::claim::{Claim, Polarity, When};
use crate::matching::ClaimPair;
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::why;

pub(super) struct Deadline;

impl Kind for Deadline {
    fn name(&self) -> &'static str {
        "deadline"
    }

    fn doc(&self) -> &'static str {
        include_str!("deadline.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        match (pair.left.deadline.as_ref(), pair.right.deadline.as_ref()) {
            (Some(left), Some(right)) => Some(Compared {
                comparison: compare(left, right)?,
                left: Value::new(left.interval.to_string()),
                right: Value::new(right.interval.to_string()),
                why: why::values(pair, left, right),
            }),
            (Some(deadline), None) => {
                moved(pair, deadline, pair.right, true).or_else(|| outcome(pair, deadline, pair.right, true))
            }
            (None, Some(deadline)) => {
                moved(pair, deadline, pair.left, false).or_else(|| outcome(pair, deadline, pair.left, false))
            }
            (None, None) => None,
        }
    }
}

/// Two deadlines are the same when their last days are, whatever their first.
fn compare(left: &When, right: &When) -> Option<Comparison> {
    let (one, other) = (left.interval.end?, right.interval.end?);
    let widened = (left.interval.widened(), right.interval.widened());
    // An approximate end reaches back ("by the end of the week" is met by Friday) as far as it reaches on.
    let reaches = |end: jiff::civil::Date, slack: u16, other: jiff::civil::Date| {
        end.checked_sub(jiff::Span::new().days(slack)).is_ok_and(|earliest| earliest <= other) && other <= end
    };
    Some(match () {
        () if one == other => Comparison::Same,
        () if reaches(one, left.interval.end_slack, other) || reaches(other, right.interval.end_slack, one) => {
            Comparison::Compatible
        }
        () if left
            .alternatives
            .iter()
            .chain(&right.alternatives)
            .any(|reading| reading.end == Some(one) || reading.end == Some(other)) =>
        {
            Comparison::Compatible
        }
        () if left.bound.is_none() && right.bound.is_none() && widened.0.overlaps(&widened.1) => Comparison::Compatible,
        () => Comparison::Different,
    })
}

/// Whether the other claim plans for after the deadline what was due until then: "by the end of September", "in
/// December".
fn moved(pair: &ClaimPair<'_>, deadline: &When, planned: &Claim, deadline_is_left: bool) -> Option<Compared> {
    let time =
        planned.time.as_ref().filter(|_| planned.modality.is_ahead() && planned.polarity == Polarity::Positive)?;
    let is_after = time.interval.widened().start? >= deadline.interval.widened().end?;
    let values = if deadline_is_left { [deadline, time] } else { [time, deadline] };
    let [left, right] = values.map(|when| Value::new(when.interval.to_string()));
    let why = why::values(pair, values[0], values[1]);
    is_after.then_some(Compared { comparison: Comparison::Different, left, right, why })
}

/// Whether what was promised until the deadline happened, as the other claim tells it.
fn outcome(pair: &ClaimPair<'_>, deadline: &When, told: &Claim, deadline_is_left: bool) -> Option<Compared> {
    if !told.modality.is_real() {
        return None;
    }
    let last = deadline.interval.last()?;
    let (comparison, told_label) = match told.polarity {
        Polarity::Positive => {
            let happened = told.time.as_ref().and_then(|when| Some((when.interval, when.interval.last()?)));
            let (interval, day) = happened?;
            (day <= last).then_some((Comparison::Met, format!("happened {interval}")))?
        }
        Polarity::Negative => {
            let day = told.told?.day;
            (day > last).then_some((Comparison::Unmet, format!("not by {day}")))?
        }
    };
    let promised = Value::new(deadline.interval.to_string());
    let why = why::outcome(pair, deadline, &told_label);
    let told = Value::new(told_label);
    let (left, right) = if deadline_is_left { (promised, told) } else { (told, promised) };
    Some(Compared { comparison, left, right, why })
}
