//! A finding's relation and confidence -> how much it weighs.

use crate::verdict::{Finding, Relation};

/// How much a finding weighs; the weightiest is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// For information.
    Note,
    /// To be looked at.
    Warning,
    /// Wrong on one side at least.
    Error,
}

impl Severity {
    /// All severities, the weightiest first.
    pub const ALL: &[Self] = &[Self::Error, Self::Warning, Self::Note];

    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// What a finding weighs: a conflict or missed deadline is an error from the threshold up.
    pub fn of(finding: &Finding, threshold: f64) -> Self {
        match finding.relation {
            _ if is_alarm(finding.relation) && finding.confidence >= threshold => Self::Error,
            _ if is_alarm(finding.relation) || finding.relation == Relation::Update => Self::Warning,
            _ => Self::Note,
        }
    }
}

/// Whether findings of the relation can be errors.
pub(super) fn is_alarm(relation: Relation) -> bool {
    matches!(relation, Relation::Conflict | Relation::Missed)
}
