#![doc = include_str!("place.md")]

use crate::claim::{Claim, Participant, Role};
use crate::entity;
use crate::matching::{ClaimPair, PlaceMatch};
use crate::table;
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::relation::are_rules;
use crate::verdict::why;

pub(super) struct Place;

impl Kind for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn doc(&self) -> &'static str {
        include_str!("place.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        if let Some(compared) = by_destination(pair) {
            return Some(compared);
        }
        if pair.alignment.place == PlaceMatch::Unknown || !is_of_one_time(pair) {
            return None;
        }
        let is_same = pair.alignment.place == PlaceMatch::Same;
        let (one, other) = (label(pair.left), label(pair.right));
        Some(Compared {
            comparison: if is_same { Comparison::Compatible } else { Comparison::Different },
            why: why::plain(pair, &one, &other),
            left: Value::new(one),
            right: Value::new(other),
        })
    }
}

/// Where to something is moved, where both say so: "will move its headquarters to Ravenna", "to Trieste".
fn by_destination(pair: &ClaimPair<'_>) -> Option<Compared> {
    let moves = |claim: &Claim| table::has(include_str!("../data/motions.tsv"), &claim.event.concept);
    let is_of_one_move = moves(pair.left)
        && pair.left.event.concept == pair.right.event.concept
        && pair.alignment.is_only
        && pair.alignment.is_of_one_patient;
    let (one, other) = (destination(pair.left)?, destination(pair.right)?);
    let is_same = one.names.iter().any(|name| other.names.iter().any(|known| entity::is_same(name, known)));
    let (left, right) = (one.label(), other.label());
    is_of_one_move.then(|| Compared {
        comparison: if is_same { Comparison::Compatible } else { Comparison::Different },
        why: why::plain(pair, &left, &right),
        left: Value::new(left),
        right: Value::new(right),
    })
}

/// The named place that the event leads to; the recogniser takes some cities for people.
fn destination(claim: &Claim) -> Option<&Participant> {
    claim.participants.iter().find(|one| one.role == Role::Recipient && one.names.len() == 1)
}

/// Whether both tell of one day, or one tells the day and each article of few tells one event of the sort.
fn is_of_one_time(pair: &ClaimPair<'_>) -> bool {
    let story = pair.alignment.story;
    match (&pair.left.time, &pair.right.time) {
        (Some(left), Some(right)) => left.interval == right.interval,
        // What is laid down as a rule, or planned, is of no day: "data is stored in Frankfurt", "will build its plant in Kell".
        (None, None) => {
            let is_ahead = pair.left.modality.is_ahead() && pair.right.modality.is_ahead();
            pair.alignment.is_only && !story.is_of_corpus() && (is_ahead || are_rules(pair.left, pair.right))
        }
        _ => pair.alignment.is_only && story.is_of_few(LEAST_STORY),
    }
}

/// The weight of a story whose one event of a sort is one, whether both sides date it or not.
const LEAST_STORY: u32 = 3;

fn label(claim: &Claim) -> String {
    claim.places.iter().map(crate::claim::Participant::label).collect::<Vec<_>>().join(", ")
}
