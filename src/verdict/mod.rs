//! Pairs of claims -> [`Finding`]: one file per kind says how two values differ, `relation` says what it means.

mod confidence;
mod debunked;
mod fault;
mod figures;
mod kinds;
mod order;
mod own_date;
mod property;
mod quotation;
mod relation;
mod why;
mod wording;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::matching::ClaimPair;
use crate::span::Span;
use kinds::{Compared, Comparison, KINDS, Value};

pub use confidence::measure;
pub use debunked::judge_debunked;
pub use fault::judge_dates;
pub use figures::judge_figures;
pub use order::judge_order;
pub use own_date::judge_alone;
pub use property::judge_property;
pub use quotation::{add_quotations, judge_quotation};
pub use relation::Apart;
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
    /// The findings of its sort, by whose precision it is measured where enough of them were read: "few/strong/date";
    /// `None` for a relation whose confidence is only a rank.
    pub measured_on: Option<String>,
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

/// What a kind means, with an example that fires and one that stays silent, in Markdown; `None` for no kind's name.
///
/// "date" gives "Two claims put one event on different days. …".
pub fn kind_doc(name: &str) -> Option<&'static str> {
    KINDS.iter().find(|kind| kind.name() == name).map(|kind| kind.doc())
}

/// A difference that nearly became a finding, and what kept it from being one.
#[derive(Clone, Debug, PartialEq)]
pub struct NearMiss {
    /// What the two differ in: the name of a kind.
    pub kind: &'static str,
    /// The left side, as a finding would show it.
    pub left: Evidence,
    /// The right side.
    pub right: Evidence,
    /// Both values and what made the two claims one event.
    pub why: String,
    /// What kept the difference from being told.
    pub apart: Apart,
}

/// What the two claims of a pair mean for each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// All kinds in which they differ, or else the most telling one in which they agree.
    pub findings: Vec<Finding>,
    /// The differences that mean nothing.
    pub near_misses: Vec<NearMiss>,
    /// The places where the two agree, however little they share.
    pub agrees: Option<Agreeing>,
}

/// Two places that agree, by article.
pub type Agreeing = [(usize, Span); 2];

/// What the two claims of a pair mean for each other.
pub fn judge(pair: &ClaimPair<'_>) -> Judgement {
    let compared: Vec<(&'static str, Compared)> =
        KINDS.iter().filter_map(|kind| Some((kind.name(), kind.compare(pair)?))).collect();
    let is_different = |compared: &Compared| compared.comparison == Comparison::Different;
    let differs = compared.iter().any(|(_, compared)| is_different(compared));
    let mut judgement = Judgement::default();
    if !differs && let Some((_, compared)) = compared.first() {
        let side = |claim: &Claim, value: &Value| (claim.article, value.span.unwrap_or(claim.span));
        judgement.agrees = Some([side(pair.left, &compared.left), side(pair.right, &compared.right)]);
    }
    // What has another day and another figure is another of a series: "the balance was 12 million on March 10".
    let of_kind = |wanted: &str| compared.iter().any(|(kind, compared)| *kind == wanted && is_different(compared));
    let has_other_figure = of_kind("quantity") || of_kind("duration");
    let is_of_series = !pair.alignment.story.is_one_matter() && of_kind("date") && has_other_figure;
    if is_of_series {
        return judgement;
    }
    for (kind, compared) in compared.into_iter().filter(|(_, compared)| is_different(compared) == differs) {
        match relation::decide(pair, kind, compared.comparison) {
            Ok((relation, confidence)) => judgement.findings.push(finding(pair, kind, compared, relation, confidence)),
            Err(apart) if differs => judgement.near_misses.push(near_miss(pair, kind, compared, apart)),
            Err(_) => {}
        }
    }
    if !differs {
        judgement.findings.truncate(1);
    }
    judgement
}

fn finding(
    pair: &ClaimPair<'_>,
    kind: &'static str,
    compared: Compared,
    relation: Relation,
    confidence: f64,
) -> Finding {
    let left = evidence(pair.left, compared.left);
    let right = evidence(pair.right, compared.right);
    let is_ordered = matches!(relation, Relation::Update | Relation::Missed | Relation::Kept);
    let is_backwards = relation::days_between_tellings(pair.left.told, pair.right.told).is_some_and(|days| days < 0);
    let (left, right) = if is_ordered && is_backwards { (right, left) } else { (left, right) };
    Finding { relation, kind, confidence, measured_on: None, left, right, why: compared.why }
}

fn near_miss(pair: &ClaimPair<'_>, kind: &'static str, compared: Compared, apart: Apart) -> NearMiss {
    let (left, right) = (evidence(pair.left, compared.left), evidence(pair.right, compared.right));
    NearMiss { kind, left, right, why: compared.why, apart }
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

/// Adds the findings that no other one of the same kind tells of the same two sentences, be it of the same relation or of
/// another one that says that they differ; of two of one relation, the surer confidence counts.
pub fn add_untold(findings: &mut Vec<Finding>, more: impl IntoIterator<Item = Finding>) {
    type Told = (&'static str, Option<Relation>, [(usize, Span); 2]);
    let told = |finding: &Finding| -> Told {
        let side = |evidence: &Evidence| (evidence.article, evidence.sentence);
        let mut sides = [side(&finding.left), side(&finding.right)];
        sides.sort_unstable();
        let differs = matches!(finding.relation, Relation::Conflict | Relation::Update | Relation::Disputed);
        (finding.kind, Some(finding.relation).filter(|_| !differs), sides)
    };
    let mut places: FxHashMap<Told, usize> = FxHashMap::default();
    for (number, finding) in findings.iter().enumerate() {
        places.entry(told(finding)).or_insert(number);
    }
    for finding in more {
        let known = *places.entry(told(&finding)).or_insert(findings.len());
        match findings.get_mut(known) {
            Some(known) if known.relation != finding.relation => {}
            Some(known) => known.confidence = known.confidence.max(finding.confidence),
            None => findings.push(finding),
        }
    }
}

/// Drops a difference between two claims where one of them agrees with another claim of the other's article: then the
/// differing one tells another event. How long something lasts is told beside it: "walked out for a three-day strike"; and
/// what only points back at the event told before tells where it was: "the encounter, held in the palace".
pub fn keep_best_partners(findings: &mut Vec<Finding>, agreeing: &[Agreeing], claims: &[Claim]) {
    let points_back = |claim: &&Claim| claim.inherited && claim.event.is_definite;
    let pointing: FxHashSet<(usize, Span)> =
        claims.iter().filter(points_back).map(|claim| (claim.article, claim.span)).collect();

    let mut partners: FxHashMap<((usize, Span), usize), Vec<Span>> = FxHashMap::default();
    for &[left, right] in agreeing {
        partners.entry((left, right.0)).or_default().push(right.1);
        partners.entry((right, left.0)).or_default().push(left.1);
    }
    let side = |evidence: &Evidence| (evidence.article, evidence.span);
    findings.retain(|finding| {
        // That two articles quote the same words is what a difference between their speakers rests on.
        let is_of_claims = !matches!(finding.kind, "quote" | "attribution");
        let differs =
            is_of_claims && matches!(finding.relation, Relation::Conflict | Relation::Update | Relation::Disputed);
        let is_told_beside =
            |place: &Span, other: &Evidence| finding.kind == "duration" && place.overlaps(other.sentence);
        let agrees_elsewhere = |one: &Evidence, other: &Evidence| {
            let places = partners.get(&(side(one), other.article));
            places.is_some_and(|places| places.iter().any(|place| !is_told_beside(place, other)))
        };
        let (left, right) = (&finding.left, &finding.right);
        let is_pointing =
            finding.kind == "place" && (pointing.contains(&side(left)) || pointing.contains(&side(right)));
        let has_partner = !is_pointing && (agrees_elsewhere(left, right) || agrees_elsewhere(right, left));
        !(differs && has_partner && finding.left.article != finding.right.article)
    });
}
