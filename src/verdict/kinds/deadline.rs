#![doc = include_str!("deadline.md")]

use crate::claim::{Claim, Counted, Modality, Polarity, When, is_opposite};
use crate::matching::ClaimPair;
use crate::table;
use crate::time::Bound;
use crate::verdict::kinds::date::is_of_one_calendar;
use crate::verdict::kinds::quantity::{compare_amounts, is_of_one_thing};
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
                comparison: compare(left, right, is_foreseen(pair))?,
                left: Value::new(left.label()),
                right: Value::new(right.label()),
                why: why::values(pair, left, right),
            }),
            (Some(deadline), None) => {
                moved(pair, deadline, pair.right, true).or_else(|| outcome(pair, deadline, pair.right, true))
            }
            (None, Some(deadline)) => {
                moved(pair, deadline, pair.left, false).or_else(|| outcome(pair, deadline, pair.left, false))
            }
            (None, None) => [true, false].into_iter().find_map(|is_left_planned| {
                fallen_through(pair, is_left_planned).or_else(|| carried_out(pair, is_left_planned))
            }),
        }
    }
}

/// Whether neither claim is an undertaking or a duty.
fn is_foreseen(pair: &ClaimPair<'_>) -> bool {
    let is_undertaken = |claim: &Claim| matches!(claim.modality, Modality::Promised | Modality::Required);
    !is_undertaken(pair.left) && !is_undertaken(pair.right)
}

/// Two deadlines are the same when their last days are, whatever their first.
fn compare(left: &When, right: &When, is_foreseen: bool) -> Option<Comparison> {
    // "Before March" and "before April" may both be true; what is due by when is known from the day of telling.
    if left.is_presumed() || right.is_presumed() {
        return None;
    }
    let (one, other) = (left.interval.end?, right.interval.end?);
    // What is foreseen before one day is foreseen before a later one as well; an undertaking names its last day.
    if is_foreseen && left.bound == Some(Bound::Before) && right.bound == Some(Bound::Before) && one != other {
        return Some(Comparison::Compatible);
    }
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
    if !is_of_one_calendar(deadline, time) {
        return None;
    }
    let (start, end) = (time.interval.widened().start?, deadline.interval.widened().end?);
    let due = if deadline_is_left { pair.left } else { pair.right };
    // "In April", then "will now resume by July".
    let is_put_off = due.is_revision
        && planned.told.zip(due.told).is_some_and(|(planned, due)| planned.day < due.day)
        && time.interval.widened().end.is_some_and(|planned_end| planned_end < end);
    // "After June" and "before July" leave the night between.
    let is_after = start > end || start == end && time.interval.end.is_some() || is_put_off;
    let values = if deadline_is_left { [deadline, time] } else { [time, deadline] };
    let [left, right] = values.map(|when| Value::new(when.label()));
    let why = why::values(pair, values[0], values[1]);
    is_after.then_some(Compared { comparison: Comparison::Different, left, right, why })
}

/// Whether what was planned for a day is told, after it, not to have happened then.
fn fallen_through(pair: &ClaimPair<'_>, is_left_planned: bool) -> Option<Compared> {
    let (planned, told) = if is_left_planned { (pair.left, pair.right) } else { (pair.right, pair.left) };
    let day =
        planned.time.as_ref().filter(|_| planned.modality.is_ahead() && planned.polarity == Polarity::Positive)?;
    let is_denied = told.polarity == Polarity::Negative && told.modality == Modality::Happened;
    let is_to_come = planned.told.zip(day.interval.last()).is_some_and(|(told, last)| told.day <= last);
    if !is_to_come || planned.article == told.article {
        return None;
    }
    let is_of_day = told.time.as_ref().is_none_or(|when| when.interval.overlaps(&day.interval));
    (is_denied && is_of_day).then(|| outcome(pair, day, told, is_left_planned)).flatten()
}

/// Whether what was planned for some days is told to have happened within them: "is to open in December", "opened on
/// Saturday". That talks which are due were held keeps nobody's word.
fn carried_out(pair: &ClaimPair<'_>, is_left_planned: bool) -> Option<Compared> {
    let (planned, told) = if is_left_planned { (pair.left, pair.right) } else { (pair.right, pair.left) };
    let days = planned.time.as_ref().filter(|_| {
        matches!(planned.modality, Modality::Planned | Modality::Promised | Modality::Expected)
            && planned.polarity == Polarity::Positive
            && !planned.event.is_noun
            && !table::has(include_str!("../data/gathering.tsv"), &planned.event.concept)
    })?;
    let happened = told.time.as_ref().filter(|_| told.modality == Modality::Happened)?;
    let is_later = planned.told.zip(told.told).is_some_and(|(planned, told)| planned.day < told.day);
    let is_within = days.interval.start.is_some() && happened.interval.start >= days.interval.start;
    (is_later && is_within).then(|| outcome(pair, days, told, is_left_planned)).flatten()
}

/// The amount that was reached where more was promised: "12 officers" of 40.
fn shortfall(promise: &Claim, told: &Claim) -> Option<String> {
    let pairs = promise.quantities.iter().flat_map(|left| told.quantities.iter().map(move |right| (left, right)));
    // "1,900 of the trees that were promised" tells of which whole they are.
    let is_of_whole = |left: &Counted, right: &Counted| {
        right.link.as_deref() == Some("of")
            && is_of_one_thing(left, &Counted { scope: left.scope.clone(), link: left.link.clone(), ..right.clone() })
    };
    let mut of_one_thing = pairs.filter(|(left, right)| is_of_one_thing(left, right) || is_of_whole(left, right));
    let is_short = |left: &Counted, right: &Counted| {
        let lower = right.quantity.high.zip(left.quantity.low).is_some_and(|(reached, promised)| reached < promised);
        lower && compare_amounts(&left.quantity, &right.quantity) == Comparison::Different
    };
    of_one_thing.find(|(left, right)| is_short(left, right)).map(|(_, right)| right.label())
}

/// Whether what was promised until the deadline happened, as the other claim tells it.
fn outcome(pair: &ClaimPair<'_>, deadline: &When, told: &Claim, deadline_is_left: bool) -> Option<Compared> {
    // That something ended is no keeping of what lasts until then.
    let promise = if deadline_is_left { pair.left } else { pair.right };
    let is_lasting = deadline.is_of_lasting() && promise.modality != Modality::Required;
    // "The report on the clinic" is not kept by the annual report.
    let is_of_other = pair.alignment.is_told_apart && told.polarity == Polarity::Positive;
    if !told.modality.is_real() || is_lasting || is_of_other {
        return None;
    }
    let last = deadline.interval.last()?;
    let day = told.told?.day;
    if promise.told.is_some_and(|promised| promised.day > day) {
        return None;
    }
    let is_undone = is_opposite(&promise.event.concept, &told.event.concept);
    // That the road is closed says that it was not opened; that somebody closed it may be older than the promise.
    if is_undone && told.modality != Modality::Holds {
        return None;
    }
    let is_done = told.polarity == Polarity::Positive && !is_undone;
    let (comparison, told_label) = if is_done {
        let happened = told.time.as_ref().and_then(|when| Some((when.interval.to_string(), when.interval.last()?)));
        // What is told as done was done by then, if it is what was promised: "the building", "the car park is finished".
        let is_named = !pair.alignment.names.is_empty() || !pair.alignment.words.is_empty();
        let is_in_part = told.event.which.iter().any(|word| word == "some");
        let is_told_done =
            is_named && !is_in_part && told.modality == Modality::Happened && told.article != promise.article;
        let (when, end) = happened.or_else(|| is_told_done.then(|| (format!("by {day}"), day)))?;
        match shortfall(promise, told) {
            Some(amount) if end > last || day > last => (Comparison::Unmet, format!("{amount} by {day}")),
            Some(_) => return None,
            None => (end <= last).then_some((Comparison::Met, format!("happened {when}")))?,
        }
    } else {
        (day > last).then_some((Comparison::Unmet, format!("not by {day}")))?
    };
    let promised = Value::new(deadline.label());
    let why = why::outcome(pair, deadline, &told_label);
    let told = Value::new(told_label);
    let (left, right) = if deadline_is_left { (promised, told) } else { (told, promised) };
    Some(Compared { comparison, left, right, why })
}
