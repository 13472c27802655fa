//! Pairs of claims -> [`Finding`]: one file per kind says how two values differ, `relation` says what it means.

mod kinds;
mod own_date;
mod relation;
mod why;
mod wording;

use crate::claim::Claim;
use crate::matching::ClaimPair;
use crate::span::Span;
use kinds::{Compared, Comparison, KINDS, Value};

pub use own_date::judge_alone;
pub use wording::judge_wording;

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

/// The names of all kinds, in the order in which they are tried.
pub fn kind_names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.name())
}

/// What the two claims of a pair mean for each other: all kinds in which they differ, or else the most telling one in
/// which they agree.
pub fn judge(pair: &ClaimPair<'_>) -> Vec<Finding> {
    let compared: Vec<(&'static str, Compared)> =
        KINDS.iter().filter_map(|kind| Some((kind.name(), kind.compare(pair)?))).collect();
    let is_different = |compared: &Compared| compared.comparison == Comparison::Different;
    let differs = compared.iter().any(|(_, compared)| is_different(compared));
    let mut findings: Vec<Finding> = compared
        .into_iter()
        .filter(|(_, compared)| is_different(compared) == differs)
        .filter_map(|(kind, compared)| finding(pair, kind, compared))
        .collect();
    if !differs {
        findings.truncate(1);
    }
    findings
}

fn finding(pair: &ClaimPair<'_>, kind: &'static str, compared: Compared) -> Option<Finding> {
    let (relation, confidence) = relation::decide(pair, kind, compared.comparison)?;
    let left = evidence(pair.left, compared.left);
    let right = evidence(pair.right, compared.right);
    let is_ordered = matches!(relation, Relation::Update | Relation::Missed | Relation::Kept);
    let is_backwards = relation::days_between_tellings(pair.left, pair.right).is_some_and(|days| days < 0);
    let (left, right) = if is_ordered && is_backwards { (right, left) } else { (left, right) };
    Some(Finding { relation, kind, confidence, left, right, why: compared.why })
}

fn evidence(claim: &Claim, value: Value) -> Evidence {
    Evidence {
        article: claim.article,
        span: value.span.unwrap_or(claim.span),
        sentence: claim.sentence,
        value: value.label,
        said_by: claim.attribution.as_ref().map(|attribution| attribution.speaker.clone()),
    }
}

/// Drops a difference between two claims where one of them agrees with another claim of the other's article: then the
/// differing one tells another event.
pub fn keep_best_partners(findings: &mut Vec<Finding>) {
    use rustc_hash::FxHashSet;
    type Side = (usize, Span);
    let side = |evidence: &Evidence| (evidence.article, evidence.span);
    let mut agreeing: FxHashSet<(Side, usize)> = FxHashSet::default();
    for finding in findings.iter().filter(|finding| matches!(finding.relation, Relation::Agree | Relation::Refine)) {
        agreeing.insert((side(&finding.left), finding.right.article));
        agreeing.insert((side(&finding.right), finding.left.article));
    }
    findings.retain(|finding| {
        let differs = matches!(finding.relation, Relation::Conflict | Relation::Update | Relation::Disputed);
        let has_partner = agreeing.contains(&(side(&finding.left), finding.right.article))
            || agreeing.contains(&(side(&finding.right), finding.left.article));
        !(differs && has_partner && finding.left.article != finding.right.article)
    });
}
