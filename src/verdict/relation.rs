//! What a difference means: from who tells it and when they tell it.
//!
//! `contradiction` says whether a difference can be a contradiction at all, `weight` how sure it is that both tell one event.

mod contradiction;
mod weight;

use crate::claim::{Claim, Modality, When, is_opposite};
use crate::entity;
use crate::matching::ClaimPair;
use crate::time::{Anchor, Granularity};
use crate::verdict::Relation;
use crate::verdict::kinds::{Comparison, is_running};
use contradiction::can_contradict;
use weight::{agreeing, differing, keeping};

pub(super) use contradiction::is_named_in_one_story;
pub(super) use weight::presumed;

/// Why a difference or agreement is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// They speak of different times, so they tell two events.
    OtherTimes,
    /// One article tells both, side by side.
    OneArticle,
    /// A difference of this kind is what one expects of two events of a sort, or of a state that moved on.
    Expected,
    /// They share too little.
    ShareTooLittle,
}

impl Apart {
    /// The reason in words.
    pub fn reason(self) -> &'static str {
        match self {
            Self::OtherTimes => "they speak of different times",
            Self::OneArticle => "one article tells both",
            Self::Expected => "two events of a sort, or a state that moved on, differ so as a rule",
            Self::ShareTooLittle => "they share too little to be one event",
        }
    }
}

/// The relation and its confidence, or why there is none.
///
/// Two death tolls of different days are an update; of one day, a conflict; by two named speakers, disputed.
pub(super) fn decide(pair: &ClaimPair<'_>, kind: &str, comparison: Comparison) -> Result<(Relation, f64), Apart> {
    let (left, right) = (pair.left, pair.right);
    if !matches!(kind, "date" | "deadline") && are_at_other_times(left, right) {
        return Err(Apart::OtherTimes);
    }
    let (relation, confidence) = match comparison {
        Comparison::Same | Comparison::Compatible if left.article == right.article => return Err(Apart::OneArticle),
        Comparison::Same => (Relation::Agree, agreeing(pair)),
        Comparison::Compatible => (Relation::Refine, agreeing(pair)),
        Comparison::Met => (Relation::Kept, keeping(pair)),
        Comparison::Unmet => (Relation::Missed, differing(pair, kind)),
        Comparison::Different => {
            let relation = revised_or_contradicted(pair, kind).ok_or(Apart::Expected)?;
            let is_disputed = relation == Relation::Conflict && is_between_speakers(left, right);
            (if is_disputed { Relation::Disputed } else { relation }, differing(pair, kind))
        }
    };
    Ok((relation, confidence.ok_or(Apart::ShareTooLittle)?))
}

/// Whether a difference of the kind is a contradiction, a revision, or nothing.
fn revised_or_contradicted(pair: &ClaimPair<'_>, kind: &str) -> Option<Relation> {
    let (left, right) = (pair.left, pair.right);
    let later = days_between_tellings(left.told, right.told).is_some_and(|days| days != 0);
    let both_real = left.modality.is_real() && right.modality.is_real();
    let both_ahead = left.modality.is_ahead() && right.modality.is_ahead();
    let both_hold = left.modality == Modality::Holds && right.modality == Modality::Holds;
    let revised = if later { Relation::Update } else { Relation::Conflict };
    // What is planned does not move within days without being said to.
    let is_unmoved = || !is_revision(left, right) && is_of_one_week(left, right);
    match kind {
        _ if !can_contradict(pair, kind) || may_be_routine(pair) => None,
        "date" if both_real || left.article == right.article => Some(Relation::Conflict),
        "deadline" if (are_duties(left, right) || last_until(left, right)) && !is_revision(left, right) => {
            Some(Relation::Conflict)
        }
        "date" | "deadline" if both_ahead && is_unmoved() => Some(Relation::Conflict),
        "date" | "deadline" if both_ahead => Some(revised),
        "date" if left.modality == Modality::Possible || right.modality == Modality::Possible => None,
        // A plan, then the event on another day: it was moved. Told the other way round it is another event.
        "date" => planned_first(left, right).then_some(Relation::Update),
        "quantity" if both_real && is_running(left) => Some(revised),
        // How it is on one day says nothing of another day.
        "quantity" if both_hold => Some(revised),
        "quantity" if both_real => Some(Relation::Conflict),
        "quantity" if are_under_way(left, right) && is_unmoved() => Some(Relation::Conflict),
        "quantity" if both_ahead => Some(revised),
        "duration" if both_real && later && is_revision(left, right) => Some(Relation::Update),
        "duration" if both_real => Some(Relation::Conflict),
        // "Must go to prison for five years", "was sentenced to three years" within a week.
        "duration" if left.modality.is_said() && right.modality.is_said() && is_of_one_week(left, right) => {
            Some(Relation::Conflict)
        }
        "duration" if both_ahead => Some(revised),
        // What one manual says is so and the other not.
        "polarity" if are_rules_of_manuals(pair) => Some(Relation::Conflict),
        "polarity" if later && (left.modality == Modality::Holds || right.modality == Modality::Holds) => None,
        "participant" if both_real || both_ahead => Some(Relation::Conflict),
        // Where something is kept or made as a rule.
        "place" if both_hold && are_rules_of_place(pair) => Some(revised),
        "place" if are_under_way(left, right) && is_unmoved() => Some(Relation::Conflict),
        "polarity" | "place" => both_real.then_some(Relation::Conflict),
        "status" => Some(revised),
        _ => None,
    }
}

/// Whether each is planned or is told as going on, and not both as the latter: "is cutting 1,200 jobs", "will cut 2,100".
fn are_under_way(left: &Claim, right: &Claim) -> bool {
    let is_under_way = |claim: &Claim| claim.modality.is_ahead() || claim.modality == Modality::Holds;
    is_under_way(left) && is_under_way(right) && (left.modality.is_ahead() || right.modality.is_ahead())
}

/// Whether both tell until when somebody is obliged to do it: an order does not move because time passes.
fn are_duties(left: &Claim, right: &Claim) -> bool {
    left.modality == Modality::Required && right.modality == Modality::Required
}

/// Whether both tell until when something lasts: "is supported until March", "support ends in June".
fn last_until(left: &Claim, right: &Claim) -> bool {
    let is_lasting = |claim: &Claim| claim.deadline.as_ref().is_some_and(When::is_of_lasting);
    is_lasting(left) && is_lasting(right)
}

/// Whether the later of the two says that it revises what was told: "now", "was extended", "not until".
fn is_revision(left: &Claim, right: &Claim) -> bool {
    let later = if days_between_tellings(left.told, right.told).is_some_and(|days| days < 0) { left } else { right };
    later.is_revision
}

/// Whether the two, of a corpus, may be two of the events that it tells again and again: they share no name, or are
/// the news of different days.
fn may_be_routine(pair: &ClaimPair<'_>) -> bool {
    let story = pair.alignment.story;
    let days = days_between_tellings(pair.left.told, pair.right.told).map_or(0, i32::abs);
    story.is_of_corpus()
        && pair.left.article != pair.right.article
        && (!is_named_in_one_story(&pair.alignment) || days > DAYS_OF_ONE_NEWS)
}

/// How far apart the tellings of one piece of news may be in a corpus.
const DAYS_OF_ONE_NEWS: i32 = 3;

/// Whether few articles let one thing rise and fall in one period: "unemployment fell in August", "an increase in
/// unemployment in August".
fn moves_of_one_period(pair: &ClaimPair<'_>) -> bool {
    let is_period = |when: &When| when.granularity > Granularity::Day;
    let (Some(one), Some(other)) = (&pair.left.time, &pair.right.time) else { return false };
    is_period(one)
        && one.interval == other.interval
        && !pair.alignment.story.is_of_corpus()
        && !pair.alignment.words.is_empty()
        && !pair.alignment.is_told_apart
        && is_opposite(&pair.left.event.concept, &pair.right.event.concept)
}

/// Whether both say when and no reading of one meets the other, or one is dated long before the other, undated one is
/// told: then they tell two events.
fn are_at_other_times(left: &Claim, right: &Claim) -> bool {
    match (&left.time, &right.time) {
        (Some(one), Some(other)) => {
            !one.interval.may_overlap(&other.interval) && one.alternatives.is_empty() && other.alternatives.is_empty()
        }
        (Some(dated), None) => is_old_news(dated, right),
        (None, Some(dated)) => is_old_news(dated, left),
        (None, None) => false,
    }
}

/// How long before the telling an undated event of the news may lie.
const DAYS_OF_NEWS: i32 = 14;

/// Whether the day lies long before the telling of the undated claim, which therefore tells of something newer.
fn is_old_news(dated: &When, undated: &Claim) -> bool {
    let told = undated.told.filter(|told| !told.is_presumed());
    let age = || Some(dated.interval.last()?.until(told?.day).ok()?.get_days());
    undated.modality == Modality::Happened && !undated.is_so_far && age().is_some_and(|days| days > DAYS_OF_NEWS)
}

/// Whether the two are told within a week.
fn is_of_one_week(left: &Claim, right: &Claim) -> bool {
    days_between_tellings(left.told, right.told).is_some_and(|days| days.abs() <= 7)
}

/// Whether both say how it is as a rule, told within months: "backups are kept for 30 days".
pub(super) fn are_rules(left: &Claim, right: &Claim) -> bool {
    let is_rule = |claim: &Claim| claim.modality == Modality::Holds && claim.time.is_none();
    let is_near = days_between_tellings(left.told, right.told).is_some_and(|days| days.abs() <= DAYS_OF_ONE_RULE);
    is_rule(left) && is_rule(right) && is_near
}

/// Whether both say where something is kept or made as a rule; "a rally is held in Kharkiv" is an event of a chronicle.
fn are_rules_of_place(pair: &ClaimPair<'_>) -> bool {
    let (left, right) = (pair.left, pair.right);
    are_rules(left, right) && !left.event.is_noun && !right.event.is_noun && !pair.alignment.story.is_of_corpus()
}

/// Whether manuals lay both down, however many days apart they were written.
fn are_rules_of_manuals(pair: &ClaimPair<'_>) -> bool {
    let story = pair.alignment.story;
    story.is_of_manuals
        && !story.is_of_corpus()
        && are_rules(pair.left, pair.right)
        && !is_revision(pair.left, pair.right)
        && pair.left.article != pair.right.article
}

/// What is laid down holds for months; what was laid down longer before may have been laid down anew.
pub(super) const DAYS_OF_ONE_RULE: i32 = 120;

/// Days from the one telling to the other; none where either has no date.
pub(super) fn days_between_tellings(one: Option<Anchor>, other: Option<Anchor>) -> Option<i32> {
    Some(one?.day.until(other?.day).ok()?.get_days())
}

fn planned_first(left: &Claim, right: &Claim) -> bool {
    match days_between_tellings(left.told, right.told) {
        Some(days) if days > 0 => left.modality.is_ahead(),
        Some(days) if days < 0 => right.modality.is_ahead(),
        _ => false,
    }
}

/// Whether two different named people say it and the articles only report them.
fn is_between_speakers(left: &Claim, right: &Claim) -> bool {
    let (Some(one), Some(other)) = (&left.attribution, &right.attribution) else { return false };
    let named = !one.names.is_empty() && !other.names.is_empty();
    named && !one.names.iter().any(|name| other.names.iter().any(|known| entity::is_same(name, known)))
}
