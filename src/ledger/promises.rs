//! The promises of a corpus: who promised what by when, how the day was moved, and what became of it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{ByPlace, Joined};
use crate::claim::{Claim, Participant, Polarity, Role};
use crate::verdict::{Finding, Relation};

/// How many days ahead a promise is due soon.
pub const DUE_SOON: i32 = 7;

/// A promise as all articles tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Who is to do it: "the council".
    pub who: Option<String>,
    /// For whom: "the ferry company".
    pub whom: Option<String>,
    /// The first and the last day of its time as told last; the last one is the deadline.
    pub from: Option<Date>,
    /// The deadline.
    pub due: Date,
    /// The days of telling on which the deadline was moved, in order.
    pub moves: Vec<Move>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What it is on the day that was asked for.
    pub state: State,
    /// The numbers of the claims that tell it, by day of telling.
    pub claims: Vec<usize>,
}

/// A deadline that was put off or brought forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The deadline before.
    pub from: Date,
    /// The deadline after.
    pub to: Date,
    /// The day on which it was told.
    pub told: Option<Date>,
    /// The number of the claim that tells it.
    pub claim: usize,
}

/// How a promise ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it was done in time.
    pub is_kept: bool,
    /// The day on which that was told.
    pub told: Option<Date>,
    /// The number of the claim that tells it.
    pub claim: usize,
}

/// What a promise is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its day is past and nothing tells what became of it.
    Overdue,
    /// Its day has come or comes within a week.
    DueSoon,
    /// Its day was moved and lies ahead.
    Moved,
    /// Its day lies ahead.
    Open,
    /// Articles of one day name different deadlines.
    Unclear,
    /// It was not done in time.
    Missed,
    /// It was done in time.
    Kept,
}

impl State {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueSoon => "due soon",
            Self::Moved => "moved",
            Self::Open => "open",
            Self::Unclear => "unclear",
            Self::Missed => "missed",
            Self::Kept => "kept",
        }
    }
}

/// The promises that are known on a day, the most pressing first.
///
/// "The council must answer by March 9", told on March 5, is due soon on that day and overdue on March 10.
/// Without a day, the newest day of telling counts. What is told after the day is not known yet; a promise without a last
/// day is none.
pub fn promises(claims: &[Claim], findings: &[Finding], as_of: Option<Date>) -> Vec<Promise> {
    let Some(day) = as_of.or_else(|| claims.iter().filter_map(told).max()) else { return Vec::new() };
    let is_known = |number: usize| told(&claims[number]).is_none_or(|told| told <= day);
    let by_place = ByPlace::of(claims);
    let mut joined = Joined::new(claims.len());
    let mut outcomes: Vec<(usize, Outcome)> = Vec::new();
    for finding in findings {
        let Some((left, right)) = by_place.both(finding).filter(|&(left, right)| is_known(left) && is_known(right))
        else {
            continue;
        };
        match finding.relation {
            Relation::Kept | Relation::Missed => {
                let is_kept = finding.relation == Relation::Kept;
                outcomes.push((left, Outcome { is_kept, told: told(&claims[right]), claim: right }));
            }
            _ if is_promise(&claims[left]) && is_promise(&claims[right]) => joined.join(left, right),
            _ => {}
        }
    }
    let groups = joined.groups(|number| is_promise(&claims[number]) && is_known(number));
    let mut promises: Vec<Promise> =
        groups.into_iter().filter_map(|group| promise(claims, group, &outcomes, day)).collect();
    promises.sort_by_key(|promise| (promise.state, promise.due, promise.claims[0]));
    promises
}

fn told(claim: &Claim) -> Option<Date> {
    claim.told.map(|anchor| anchor.day)
}

/// Whether the claim is an undertaking with an end: by its words, or because it is announced for until a day.
fn is_promise(claim: &Claim) -> bool {
    let has_end = claim.deadline.as_ref().is_some_and(|when| when.interval.last().is_some());
    has_end && claim.polarity == Polarity::Positive && claim.modality.is_ahead()
}

fn deadline(claim: &Claim) -> Option<Date> {
    claim.deadline.as_ref()?.interval.last()
}

/// The promise that a group of claims tells, seen from a day.
fn promise(claims: &[Claim], mut group: Vec<usize>, outcomes: &[(usize, Outcome)], day: Date) -> Option<Promise> {
    group.sort_by_key(|&number| (told(&claims[number]), number));
    let (mut due, mut moves) = (deadline(&claims[group[0]])?, Vec::new());
    let mut is_unclear = false;
    for pair in group.windows(2) {
        let [before, after] = [pair[0], pair[1]].map(|number| &claims[number]);
        let to = deadline(after)?;
        if to == due || agree(claims, &group, to, due) {
            continue;
        }
        // Two days named on one day of telling are no move.
        if told(before) == told(after) {
            is_unclear = true;
            continue;
        }
        moves.push(Move { from: due, to, told: told(after), claim: pair[1] });
        due = to;
    }
    let ended = outcomes.iter().filter(|(promise, _)| group.contains(promise)).map(|(_, outcome)| *outcome);
    let outcome = ended.max_by_key(|outcome| (outcome.told, outcome.is_kept));
    let speaks = |role: Role| {
        let of_role = |participant: &&Participant| participant.role == role;
        group.iter().find_map(|&number| claims[number].participants.iter().find(of_role)).map(Participant::label)
    };
    let last = *group.last()?;
    Some(Promise {
        who: speaks(Role::Agent),
        whom: speaks(Role::Recipient),
        from: claims[last].deadline.as_ref()?.interval.start,
        due,
        state: state(due, &moves, outcome, is_unclear, day),
        moves,
        outcome,
        claims: group,
    })
}

/// Whether two last days are one deadline: an approximate end reaches back to the other one.
fn agree(claims: &[Claim], group: &[usize], one: Date, other: Date) -> bool {
    let slack = |day: Date| {
        let of_day = group.iter().filter(|&&number| deadline(&claims[number]) == Some(day));
        of_day
            .filter_map(|&number| claims[number].deadline.as_ref())
            .map(|when| when.interval.end_slack)
            .max()
            .unwrap_or(0)
    };
    let (early, late) = (one.min(other), one.max(other));
    late.checked_sub(i64::from(slack(late)).days()).is_ok_and(|earliest| earliest <= early)
}

fn state(due: Date, moves: &[Move], outcome: Option<Outcome>, is_unclear: bool, day: Date) -> State {
    let ahead = day.until(due).map_or(0, |span| span.get_days());
    match outcome {
        Some(Outcome { is_kept: true, .. }) => State::Kept,
        // What was missed and promised anew is open again.
        Some(Outcome { told, .. }) if moves.last().is_none_or(|last| last.told < told) => State::Missed,
        _ if ahead < 0 => State::Overdue,
        _ if is_unclear => State::Unclear,
        _ if ahead <= DUE_SOON => State::DueSoon,
        _ if !moves.is_empty() => State::Moved,
        _ => State::Open,
    }
}
