//! Findings -> the group of each: those that share a passage and tell the same kind of difference are one disagreement.

use std::collections::HashMap;

use super::severity::is_alarm;
use crate::span::Span;
use crate::verdict::{Evidence, Finding};

/// For each finding the number of the first one of its group.
///
/// Five outlets with three death tolls give ten pairs and one group.
pub(super) fn groups(findings: &[Finding]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..findings.len()).collect();
    let mut told_at: HashMap<(&str, usize, Span), usize> = HashMap::new();
    for (number, finding) in findings.iter().enumerate().filter(|(_, finding)| is_alarm(finding.relation)) {
        for side in [&finding.left, &finding.right] {
            let other = *told_at.entry(place(finding.kind, side)).or_insert(number);
            let (one, other) = (root(&first, number), root(&first, other));
            first[one.max(other)] = one.min(other);
        }
    }
    (0..findings.len()).map(|number| root(&first, number)).collect()
}

fn place<'f>(kind: &'f str, side: &Evidence) -> (&'f str, usize, Span) {
    (kind, side.article, side.sentence)
}

fn root(first: &[usize], mut number: usize) -> usize {
    while first[number] != number {
        number = first[number];
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Relation;

    fn finding(relation: Relation, kind: &'static str, left: usize, right: usize) -> Finding {
        let side = |article: usize| Evidence {
            article,
            span: Span::new(0, 9),
            sentence: Span::new(0, 20),
            value: String::new(),
            said_by: None,
        };
        Finding {
            relation,
            kind,
            confidence: 0.9,
            measured_on: None,
            left: side(left),
            right: side(right),
            why: String::new(),
        }
    }

    #[test]
    fn what_shares_a_passage_and_a_kind_is_one_group() {
        use Relation::{Agree, Conflict};
        let findings = [
            finding(Conflict, "quantity", 0, 1),
            finding(Conflict, "quantity", 2, 3),
            finding(Conflict, "quantity", 1, 2),
            finding(Conflict, "date", 0, 1),
            finding(Agree, "quantity", 0, 4),
        ];
        assert_eq!(groups(&findings), [0, 0, 0, 3, 4]);
    }
}
