#![doc = include_str!("status.md")]

use crate::claim::Modality;
use crate::matching::ClaimPair;
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::why;

pub(super) struct Status;

impl Kind for Status {
    fn name(&self) -> &'static str {
        "status"
    }

    fn doc(&self) -> &'static str {
        include_str!("status.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        let (left, right) = (pair.left.modality, pair.right.modality);
        let is_off = |modality| modality == Modality::Cancelled;
        let is_on = |modality: Modality| modality == Modality::Happened || modality.is_ahead();
        let differs = is_off(left) && is_on(right) || is_on(left) && is_off(right);
        differs.then(|| Compared {
            comparison: Comparison::Different,
            left: Value::new(left.name()),
            right: Value::new(right.name()),
            why: why::plain(pair, left.name(), right.name()),
        })
    }
}
