#![doc = include_str!("place.md")]

use crate::claim::Claim;
use crate::matching::{ClaimPair, PlaceMatch};
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
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
        let (left, right) = (pair.left.time.as_ref()?, pair.right.time.as_ref()?);
        if pair.alignment.place == PlaceMatch::Unknown || left.interval != right.interval {
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

fn label(claim: &Claim) -> String {
    claim.places.iter().map(crate::claim::Participant::label).collect::<Vec<_>>().join(", ")
}
