//! Pairs of claims -> [`Finding`]: one file per kind says how two values differ, `relation` says what it means.

use crate::span::Span;

/// What the difference between two claims means, given who said them and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Both cannot be true of the same event or state as told.
    Conflict,
    /// The later source revises the value; both could be true when said.
    Update,
    /// The left one promises something by a time; the right one, from after it, says that it has not happened.
    Missed,
    /// The left one promises something by a time; the right one says that it happened, in time.
    Kept,
    /// Compatible, and one is more specific.
    Refine,
    /// The same fact, the same value once normalised.
    Agree,
    /// Two named speakers contradict each other and the articles only report it.
    Disputed,
}

impl Relation {
    /// All relations, the weightiest first.
    pub const ALL: &[Self] =
        &[Self::Conflict, Self::Update, Self::Missed, Self::Kept, Self::Refine, Self::Agree, Self::Disputed];

    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Update => "update",
            Self::Missed => "missed",
            Self::Kept => "kept",
            Self::Refine => "refine",
            Self::Agree => "agree",
            Self::Disputed => "disputed",
        }
    }
}

/// One side of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The number of the article.
    pub article: usize,
    /// The words that carry the value, or their clause; at most a sentence.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// The value as resolved: "until 2025-03-09", "12 people".
    pub value: String,
    /// Who says so, where it is reported speech.
    pub said_by: Option<String>,
}

/// Two claims of one event and what their difference means.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What the difference means.
    pub relation: Relation,
    /// What the two differ or agree in: the name of a kind.
    pub kind: &'static str,
    /// How sure it is that a careful reader would say the same, from 0 to 1.
    pub confidence: f64,
    /// The earlier one for update, missed and kept; otherwise the first by path and place.
    pub left: Evidence,
    /// The other one.
    pub right: Evidence,
    /// One sentence that names both resolved values and the anchors they were counted from.
    pub why: String,
}
