//! Report of two texts -> one label for the pair.

use super::Report;
use super::severity::is_alarm;
use crate::verdict::{Finding, Relation};

/// What two texts are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// Some conflict between them reaches the threshold.
    Contradiction,
    /// They share something, and all that they share agrees.
    Agreement,
    /// Anything else.
    Neutral,
}

impl Label {
    /// The word that `compare --jsonl` answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Agreement => "agreement",
            Self::Neutral => "neutral",
        }
    }
}

/// The label of two texts, how sure it is, and the finding that says most about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict<'a> {
    /// The label.
    pub label: Label,
    /// The confidence of the strongest conflict between the texts, whatever the threshold; 0 without one.
    pub score: f64,
    /// The strongest conflict of a contradiction, the strongest agreement of an agreement, else the weightiest
    /// finding between the texts.
    pub finding: Option<&'a Finding>,
}

impl<'a> Verdict<'a> {
    /// Judges the first two articles by the findings that have one side in each.
    ///
    /// "opened on March 3" / "opened on March 5" with a conflict of 0.97 is a contradiction of score 0.97.
    pub fn of(report: &'a Report, threshold: f64) -> Self {
        let between: Vec<&Finding> =
            report.findings.iter().filter(|finding| finding.left.article != finding.right.article).collect();
        let conflict = strongest(&between, |relation| relation == Relation::Conflict);
        let score = conflict.map_or(0.0, |finding| finding.confidence);
        let agreement = strongest(&between, agrees);
        let differs = |finding: &&Finding| {
            !agrees(finding.relation) && (!is_alarm(finding.relation) || finding.confidence >= threshold / 2.0)
        };
        match between.iter().copied().find(|finding| differs(finding)) {
            _ if conflict.is_some() && score >= threshold => {
                Self { label: Label::Contradiction, score, finding: conflict }
            }
            None if agreement.is_some() => Self { label: Label::Agreement, score, finding: agreement },
            _ => Self { label: Label::Neutral, score, finding: strongest(&between, |relation| !agrees(relation)) },
        }
    }
}

fn agrees(relation: Relation) -> bool {
    matches!(relation, Relation::Agree | Relation::Refine | Relation::Kept)
}

/// The finding of the greatest confidence, the first of equals.
fn strongest<'a>(findings: &[&'a Finding], wanted: impl Fn(Relation) -> bool) -> Option<&'a Finding> {
    let wanted = findings.iter().copied().filter(|finding| wanted(finding.relation));
    wanted.reduce(|best, next| if next.confidence > best.confidence { next } else { best })
}
