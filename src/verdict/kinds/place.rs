#![doc = include_str!("place.md")]

use crate::claim::Claim;
use crate::matching::{ClaimPair, PlaceMatch};
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

/// Whether both tell of one day, or one tells the day and each article of few tells one event of the sort.
fn is_of_one_time(pair: &ClaimPair<'_>) -> bool {
    let story = pair.alignment.story;
    match (&pair.left.time, &pair.right.time) {
        (Some(left), Some(right)) => left.interval == right.interval,
        // What is laid down as a rule is of no day: "data is stored in Frankfurt".
        (None, None) => pair.alignment.is_only && !story.is_of_corpus() && are_rules(pair.left, pair.right),
        _ => pair.alignment.is_only && story.is_of_few(LEAST_STORY),
    }
}

/// The weight of a story whose one event of a sort is one, whether both sides date it or not.
const LEAST_STORY: u32 = 3;

fn label(claim: &Claim) -> String {
    claim.places.iter().map(crate::claim::Participant::label).collect::<Vec<_>>().join(", ")
}
