//! How sure it is that two claims tell one event: what they share, weighed against what tells them apart.

use super::contradiction::is_of_one_day;
use super::moves_of_one_period;
use crate::claim::Claim;
use crate::matching::{ClaimPair, Story};

/// The weight below which two claims share too little to be shown to agree.
const AGREEING_WEIGHT: u32 = 6;

/// What two claims have to share themselves, whatever story their articles tell: a name and the sort of event.
pub(super) const OWN_WEIGHT: u32 = 3;

/// How sure it is that two claims whose values agree tell one event; `None` below what is worth showing.
pub(super) fn agreeing(pair: &ClaimPair<'_>) -> Option<f64> {
    let alignment = &pair.alignment;
    let weight = alignment.weight + presumed(alignment.story) + time_weight(pair.left, pair.right);
    let weight = weight + only_weight(pair) + whole_weight(pair);
    let is_shown = alignment.weight + only_weight(pair).min(1) >= OWN_WEIGHT && weight >= AGREEING_WEIGHT;
    is_shown.then(|| damp(pair, (0.5 + 0.05 * f64::from(weight)).min(0.99)))
}

/// How sure it is that what was promised is what was done: as for two claims that agree, or where each of few articles tells
/// one such event of one thing.
pub(super) fn keeping(pair: &ClaimPair<'_>) -> Option<f64> {
    let alignment = &pair.alignment;
    let is_of_one_thing = alignment.is_only && alignment.is_of_one_patient && !alignment.story.is_of_corpus();
    let one_thing = || (is_of_one_thing && alignment.weight >= OWN_WEIGHT).then_some(OF_ONE_THING);
    agreeing(pair).or_else(one_thing)
}

/// The confidence that a promise about one thing is what was done to it.
const OF_ONE_THING: f64 = 0.7;

/// How sure it is that two claims whose values differ tell one event: what they share has to outweigh the difference.
pub(super) fn differing(pair: &ClaimPair<'_>, kind: &str) -> Option<f64> {
    let alignment = &pair.alignment;
    let presumed = presumed(alignment.story);
    // One story has many meetings and many days; it has one toll.
    let (presumed, least) = match kind {
        // A story has one promise of a sort more often than one meeting.
        "deadline" => (presumed.min(2) + 1, OWN_WEIGHT),
        "date" => (presumed.min(2), OWN_WEIGHT + 1),
        "place" => (presumed.min(2) + day_weight(pair), (OWN_WEIGHT + 1).saturating_sub(day_weight(pair))),
        "quantity" => (presumed + time_weight(pair.left, pair.right) + 1, OWN_WEIGHT - 1),
        // What one denies is all in what the other tells: nothing is left that could tell them apart.
        "polarity" if pair.left.polarity != pair.right.polarity => (presumed + 2, OWN_WEIGHT - 1),
        "polarity" if moves_of_one_period(pair) => (presumed + 2 + time_weight(pair.left, pair.right), OWN_WEIGHT - 1),
        _ => (presumed + time_weight(pair.left, pair.right), OWN_WEIGHT),
    };
    let whole = whole_weight(pair);
    // "New home sales" and "existing home sales" are two things; "the policy rate" and "the key rate" may be one.
    let apart = if alignment.is_told_apart { 2 } else { 0 };
    let only = only_weight(pair);
    // Of one matter, and nothing that either says is missing in the other: one event, two times.
    let is_time = matches!(kind, "date" | "deadline" | "duration");
    let is_told_alike =
        alignment.story.is_one_matter() && alignment.left_alone.is_empty() && alignment.right_alone.is_empty();
    // A noun that names the event says more than a verb: "the storm".
    let alike = alignment.weight + u32::from(pair.left.event.is_noun);
    if is_time && is_told_alike && alike >= LEAST_ALIKE {
        return Some(TOLD_ALIKE);
    }
    if kind == "date" && pair.left.article == pair.right.article {
        return Some(ONE_ARTICLE);
    }
    let base = match (alignment.weight + presumed + whole + only).saturating_sub(apart) {
        10.. => 0.95,
        8..=9 => 0.9,
        6..=7 => 0.7,
        4..=5 => 0.4,
        _ => return None,
    };
    let confidence = damp(pair, base);
    // A promise is made again in few words.
    let is_sure = alignment.story.is_one_matter() || kind == "deadline" || confidence >= LEAST_CONFIDENCE;
    (alignment.weight + only >= least && is_sure).then_some(confidence)
}

/// What it weighs that two articles of one story tell one event of the sort each, both of one day.
fn day_weight(pair: &ClaimPair<'_>) -> u32 {
    if is_of_one_day(pair) && pair.alignment.is_only && !pair.alignment.story.is_of_corpus() { 2 } else { 0 }
}

/// A difference less sure than this is none, where the articles are not presumed to tell of one matter.
const LEAST_CONFIDENCE: f64 = 0.45;

/// The confidence of a difference in time between two claims that say all the same otherwise.
const TOLD_ALIKE: f64 = 0.93;

/// The confidence that a definite noun points back at what the same article announced.
const ONE_ARTICLE: f64 = 0.8;

/// What two claims have to share themselves to be told alike.
const LEAST_ALIKE: u32 = 2;

/// What it weighs that two claims share all they say: they are more likely one than two that share as much of more.
fn whole_weight(pair: &ClaimPair<'_>) -> u32 {
    if pair.alignment.mutual_coverage >= 0.8 { 2 } else { 0 }
}

/// What it weighs that two articles of one story tell one event of the sort each.
pub(super) fn only_weight(pair: &ClaimPair<'_>) -> u32 {
    let is_only = pair.alignment.is_only && pair.alignment.story.weight >= 1 && pair.left.event.is_told();
    if is_only { 2 } else { 0 }
}

/// What it weighs that the two articles tell one story, or are presumed to tell of one matter.
pub(in crate::verdict) fn presumed(story: Story) -> u32 {
    if story.is_one_matter() { 3 } else { story.weight.min(2) }
}

fn damp(pair: &ClaimPair<'_>, confidence: f64) -> f64 {
    let is_one_story = pair.alignment.story.is_one_matter();
    // Where each of few articles on one story tells one such event, they may describe it as they like.
    let is_one_event = only_weight(pair) > 0 && pair.alignment.story.is_of_few(3);
    let covered = if pair.alignment.coverage < 0.7 && !is_one_event { 0.85 } else { 1.0 };
    // "a missile" is not said to be the same missile.
    let known = if pair.alignment.is_indefinite && !is_one_story { 0.75 } else { 1.0 };
    let named = if pair.left.inherited || pair.right.inherited { 0.85 } else { 1.0 };
    // "It will cut jobs" may be anybody's job cuts.
    let somebody = if (pair.left.is_of_somebody || pair.right.is_of_somebody) && !is_one_story { 0.7 } else { 1.0 };
    let unknown = if pair.left.event.known || is_one_story { 1.0 } else { 0.95 };
    // Three digits say all that the weights can.
    (confidence * covered * known * named * somebody * unknown * 1000.0).round() / 1000.0
}

fn time_weight(left: &Claim, right: &Claim) -> u32 {
    let interval = |claim: &Claim| claim.deadline.as_ref().or(claim.time.as_ref()).map(|when| when.interval);
    match (interval(left), interval(right)) {
        (Some(one), Some(other)) if one.end == other.end => 2,
        (Some(one), Some(other)) if one.overlaps(&other) => 1,
        _ => 0,
    }
}
