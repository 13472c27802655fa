//! Findings -> entries: one for each disagreement, however many places it is found in.

use std::collections::HashMap;

use super::Shown;
use crate::verdict::Evidence;

/// One disagreement.
pub(super) struct Entry<'a> {
    /// The finding that speaks for it: the weightiest, the first of equals.
    pub(super) first: &'a Shown<'a>,
    /// All its findings, in their order.
    pub(super) findings: Vec<&'a Shown<'a>>,
}

impl<'a> Entry<'a> {
    /// The places of the other findings that the first one has not, each once.
    pub(super) fn further_places(&self) -> Vec<&'a Evidence> {
        let mut places = vec![&self.first.finding.left, &self.first.finding.right];
        for shown in &self.findings {
            for side in [&shown.finding.left, &shown.finding.right] {
                if !places.iter().any(|place| (place.article, place.span) == (side.article, side.span)) {
                    places.push(side);
                }
            }
        }
        places.split_off(2)
    }

    /// The ids of all its findings: "3d21b8ab7e59dbd2, a77c0ebf6e3646bd".
    pub(super) fn ids(&self) -> String {
        self.findings.iter().map(|shown| shown.id.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// One entry for each group, in the order of its first finding.
pub(super) fn entries<'a>(findings: &'a [Shown<'a>]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for shown in findings {
        let number = *numbers.entry(&shown.group).or_insert(entries.len());
        match entries.get_mut(number) {
            Some(entry) => {
                entry.findings.push(shown);
                if shown.severity > entry.first.severity {
                    entry.first = shown;
                }
            }
            None => entries.push(Entry { first: shown, findings: vec![shown] }),
        }
    }
    entries
}
