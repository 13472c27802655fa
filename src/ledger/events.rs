//! The days of a corpus: what happened and what is to happen, one event however many articles tell it.

use jiff::civil::Date;

use super::{ByPlace, Joined};
use crate::claim::Claim;
use crate::time::Interval;
use crate::verdict::{Finding, Relation};

/// What took place, is planned, or is due on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The first day; `None` for what is due until a day.
    pub from: Option<Date>,
    /// The last day; `None` for what holds from a day on.
    pub to: Option<Date>,
    /// How it is told.
    pub kind: EventKind,
    /// The numbers of the claims that tell it; the one that dates it most finely first.
    pub claims: Vec<usize>,
    /// The numbers of claims that put it on other days.
    pub disputed_by: Vec<usize>,
}

/// How an event is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// It took place.
    Happened,
    /// It is planned or foreseen.
    Planned,
    /// It is due until a day.
    Due,
    /// It was called off.
    Cancelled,
}

impl EventKind {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Due => "due",
            Self::Cancelled => "cancelled",
        }
    }
}

/// The dated events of all claims, by day.
///
/// "opened on March 3" of two articles is one event with two claims; a third one with March 5 disputes it.
pub fn timeline(claims: &[Claim], findings: &[Finding]) -> Vec<Event> {
    let by_place = ByPlace::of(claims);
    let mut joined = Joined::new(claims.len());
    let mut disputes: Vec<(usize, usize)> = Vec::new();
    for finding in findings.iter().filter(|finding| matches!(finding.kind, "date" | "deadline")) {
        let Some((left, right)) = by_place.both(finding) else { continue };
        match finding.relation {
            Relation::Agree | Relation::Refine => joined.join(left, right),
            Relation::Conflict | Relation::Update | Relation::Disputed => {
                disputes.extend([(left, right), (right, left)]);
            }
            // What became of a promise is an event of its own.
            Relation::Kept | Relation::Missed => {}
        }
    }
    let groups = joined.groups(|number| dated(&claims[number]).is_some());
    let mut events: Vec<Event> = groups.into_iter().filter_map(|group| event(claims, group, &disputes)).collect();
    events.sort_by_key(|event| (event.from.or(event.to), event.to, event.claims[0]));
    events
}

/// The days of a claim and how it tells them; `None` for what is possible only, or has no day.
fn dated(claim: &Claim) -> Option<(Interval, EventKind)> {
    use crate::claim::Modality::{Cancelled, Possible};
    let when = |when: &Option<crate::claim::When>| when.as_ref().map(|when| when.interval);
    match claim.modality {
        Possible => None,
        _ if claim.polarity == crate::claim::Polarity::Negative => None,
        _ if claim.deadline.is_some() => Some((when(&claim.deadline)?, EventKind::Due)),
        Cancelled => Some((when(&claim.time)?, EventKind::Cancelled)),
        modality if modality.is_ahead() => Some((when(&claim.time)?, EventKind::Planned)),
        _ => Some((when(&claim.time)?, EventKind::Happened)),
    }
}

fn event(claims: &[Claim], mut group: Vec<usize>, disputes: &[(usize, usize)]) -> Option<Event> {
    let width = |number: &usize| {
        let interval = dated(&claims[*number]).map(|(interval, _)| interval);
        let days = interval.and_then(|interval| interval.start?.until(interval.end?).ok()).map(|span| span.get_days());
        (days.unwrap_or(i32::MAX), *number)
    };
    group.sort_by_key(width);
    let (interval, _) = dated(&claims[group[0]])?;
    // What one article plans and another tells as done is done.
    let kind = group.iter().filter_map(|&number| dated(&claims[number])).map(|(_, kind)| kind).min()?;
    let mut disputed_by: Vec<usize> =
        disputes.iter().filter(|(told, _)| group.contains(told)).map(|&(_, other)| other).collect();
    disputed_by.sort_unstable();
    disputed_by.dedup();
    Some(Event { from: interval.start, to: interval.last(), kind, claims: group, disputed_by })
}
