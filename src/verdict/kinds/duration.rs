#![doc = include_str!("duration.md")]

use crate::matching::ClaimPair;
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::why;

pub(super) struct Duration;

impl Kind for Duration {
    fn name(&self) -> &'static str {
        "duration"
    }

    fn doc(&self) -> &'static str {
        include_str!("duration.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        let (left, right) = (pair.left.duration.as_ref()?, pair.right.duration.as_ref()?);
        // "For 30 days on the Basic plan" says nothing of the Studio plan.
        if !left.scope.is_empty() && !right.scope.is_empty() && left.scope != right.scope {
            return None;
        }
        let is_same = left.low == right.low && left.high == right.high;
        let comparison = match () {
            () if is_same => Comparison::Same,
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
}
