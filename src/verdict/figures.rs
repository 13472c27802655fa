//! One figure told twice -> findings: the same amount agrees, another one contradicts, where the two sentences share
//! enough to be about one thing.

use std::collections::BTreeMap;

use crate::claim::{ATTEND, Figure};
use crate::language::wordnet;
use crate::matching::{SameFigure, is_one_facet};
use crate::quantity::Unit;
use crate::span::Span;
use crate::table;
use crate::verdict::kinds::{Comparison, compare_amounts};
use crate::verdict::relation::days_between_tellings;
use crate::verdict::{Evidence, Finding, Relation};

/// What two sentences of a corpus have to share for a difference to mean anything.
const LEAST_SHARED: u32 = 5;

/// The same where somebody laid a few articles on one story beside each other.
const LEAST_OF_FEW: u32 = 4;

/// The same where both figures measure one thing's cost, height ….
const LEAST_OF_FACET: u32 = 2;

/// What two sentences share that lead from one place, whatever else their articles are about.
const LEAST_ALIKE: u32 = 4;

/// The same where both articles are presumed to tell of one matter.
const LEAST_IN_ONE_MATTER: u32 = 4;

/// Figures of other months are other figures.
const DAYS_OF_ONE_FIGURE: i32 = 31;

/// What all pairs of one figure mean.
pub fn judge_figures(pairs: &[SameFigure<'_>]) -> Vec<Finding> {
    let mut best: BTreeMap<(usize, Span, usize), Vec<&SameFigure<'_>>> = BTreeMap::new();
    for pair in pairs {
        best.entry((pair.left.article, pair.left.span, pair.right.article)).or_default().push(pair);
        best.entry((pair.right.article, pair.right.span, pair.left.article)).or_default().push(pair);
    }
    let partners = |figure: &Figure, other: &Figure| &best[&(figure.article, figure.span, other.article)];
    let is_best = |pair: &SameFigure<'_>| {
        let rivals = partners(pair.left, pair.right).iter().chain(partners(pair.right, pair.left));
        rivals.into_iter().all(|rival| rank(rival) <= rank(pair))
    };
    // A figure that the other article has as well is not contradicted by another one there.
    let agrees_with_another = |pair: &SameFigure<'_>| {
        let rivals = partners(pair.left, pair.right).iter().chain(partners(pair.right, pair.left));
        rivals.into_iter().any(|rival| compare(rival) != Comparison::Different)
    };
    let best = pairs.iter().filter(|pair| is_best(pair));
    let found = best.filter_map(|pair| match compare(pair) {
        Comparison::Same | Comparison::Compatible if leads_elsewhere(pair) => Some(elsewhere(pair)),
        Comparison::Different => conflict(pair).filter(|_| !agrees_with_another(pair)),
        comparison => agreement(pair, comparison),
    });
    found.collect()
}

/// Whether each of few articles on one story tells one distance of that length, and the two lead to different sides:
/// "30 km north of the city", "some 30 kilometres to the south".
fn leads_elsewhere(pair: &SameFigure<'_>) -> bool {
    let direction = |figure: &Figure| figure.facet.as_ref().and_then(|facet| facet.direction);
    let (Some(one), Some(other)) = (direction(pair.left), direction(pair.right)) else { return false };
    let apart = one.abs_diff(other);
    let is_told_together = days_apart(pair).map_or(pair.story.is_one_matter(), |days| days <= DAYS_OF_ONE_FIGURE);
    let is_one_story = is_one_story(pair) || pair.story.weight >= 1 && pair.shared >= LEAST_ALIKE;
    apart.min(360 - apart) >= 90 && pair.is_only && is_told_together && is_one_story && !pair.story.is_of_corpus()
}

fn elsewhere(pair: &SameFigure<'_>) -> Finding {
    let why = "as far away, on another side: one distance in articles on one story".to_owned();
    Finding { kind: "place", why, ..finding(pair, Relation::Conflict, 0.7) }
}

/// How likely the two are one figure, for choosing between partners.
fn rank(pair: &SameFigure<'_>) -> (bool, u32, bool) {
    (pair.is_one_event, pair.shared, compare(pair) == Comparison::Same)
}

fn compare(pair: &SameFigure<'_>) -> Comparison {
    compare_amounts(&pair.left.quantity, &pair.right.quantity)
}

/// Two amounts of one thing that cannot both be true.
fn conflict(pair: &SameFigure<'_>) -> Option<Finding> {
    let is_one_matter = pair.story.is_one_matter();
    let is_facet = is_one_facet(pair.left, pair.right);
    // What is counted everywhere is told apart by the event alone: those killed from those hurt. In a chronicle each
    // day has its own dead.
    let is_comparable = match () {
        () if is_facet => true,
        () if is_one_matter => !is_common(pair.left) || pair.is_one_event,
        // What few articles are about has one crowd.
        () if !pair.story.is_of_corpus() && are_crowds(pair) => true,
        () => !is_of_many(pair),
    };
    let is_told_together = days_apart(pair).map_or(is_one_matter, |days| days <= DAYS_OF_ONE_FIGURE);
    let shared = pair.shared + u32::from(pair.is_one_event) + if is_facet { 1 } else { 0 };
    let is_enough = pair.is_only && is_one_story(pair) && shared >= least_shared(pair, is_facet);
    // "fell 15 feet" says what the feet measure, "15 feet" does not.
    let is_of_event = is_one_matter && pair.is_one_event && pair.left.event.is_some();
    let is_of_nothing = pair.left.of.is_empty() && pair.right.of.is_empty() && !is_of_event && !is_facet;
    let is_vague = pair.left.quantity.approximate && pair.right.quantity.approximate;
    if !is_comparable || !is_told_together || !is_enough || is_vague || is_of_nothing {
        return None;
    }
    let confidence = if is_one_matter { 0.92 } else { 0.7 };
    Some(finding(pair, Relation::Conflict, confidence))
}

/// Whether both count those who came to something.
fn are_crowds(pair: &SameFigure<'_>) -> bool {
    pair.is_one_event && pair.left.event.as_deref() == Some(ATTEND)
}

/// What two sentences have to share for a difference to mean anything.
fn least_shared(pair: &SameFigure<'_>, is_facet: bool) -> u32 {
    let is_few = pair.story.is_of_few(2);
    match () {
        () if pair.story.is_one_matter() => LEAST_IN_ONE_MATTER,
        // Each of few articles tells one cost: that of what the story is about.
        () if is_few && is_facet && (tells_holder(pair.left) || tells_holder(pair.right)) => LEAST_OF_FACET,
        () if is_few => LEAST_OF_FEW,
        () => LEAST_SHARED,
    }
}

/// Whether it says what has the measure.
fn tells_holder(figure: &Figure) -> bool {
    figure.facet.as_ref().is_some_and(|facet| facet.thing.is_some())
}

/// Whether the articles tell one story surely enough: in a corpus many share names and nouns and tell other matters.
fn is_one_story(pair: &SameFigure<'_>) -> bool {
    pair.story.is_one_matter() || pair.story.weight >= if pair.story.is_of_corpus() { 5 } else { 2 }
}

/// Whether what is counted is counted of many things in one story: people, money, percent.
fn is_of_many(pair: &SameFigure<'_>) -> bool {
    is_common(pair.left) || is_common(pair.right) || wordnet::is_person(&pair.left.of)
}

/// One amount of one thing, told twice.
fn agreement(pair: &SameFigure<'_>, comparison: Comparison) -> Option<Finding> {
    let is_exact = comparison == Comparison::Same;
    let amount = pair.left.quantity.low.unwrap_or(0.0).abs();
    // Small numbers meet by chance, 2,105,701 does not.
    let by_chance = if amount >= 1000.0 {
        1
    } else if amount >= 20.0 {
        2
    } else {
        3
    };
    // In texts that were laid beside each other a large sum meets itself.
    let is_large = !pair.story.is_of_corpus() && by_chance == 1;
    let is_of_anything = is_common(pair.left) && !pair.is_one_event && !is_large;
    let least = by_chance + if is_exact { 0 } else { 2 } + if is_of_anything { 2 } else { 0 };
    let shared = pair.shared + if pair.is_one_event { 1 } else { 0 };
    let is_enough = shared >= least && (pair.story.is_one_matter() || pair.story.weight >= 1);
    let is_bounded = pair.left.quantity.low.is_some() && pair.left.quantity.high.is_some();
    let relation = if is_exact { Relation::Agree } else { Relation::Refine };
    (is_enough && (is_exact || is_bounded)).then(|| finding(pair, relation, 0.8))
}

/// Whether what is counted is counted of anything: people, years, money, percent.
fn is_common(figure: &Figure) -> bool {
    match &figure.quantity.unit {
        Unit::Money(_) | Unit::Percent | Unit::Points | Unit::None => true,
        Unit::Physical(unit) => *unit == "second",
        Unit::Count(_) => table::has(include_str!("data/common_counts.tsv"), &figure.of),
    }
}

fn days_apart(pair: &SameFigure<'_>) -> Option<i32> {
    days_between_tellings(pair.left.told, pair.right.told).map(i32::abs)
}

fn finding(pair: &SameFigure<'_>, relation: Relation, confidence: f64) -> Finding {
    let (left, right) = (evidence(pair.left), evidence(pair.right));
    let facet = |figure: &Figure| figure.facet.as_ref().map(|facet| facet.name.to_owned());
    let what = [pair.left, pair.right].iter().find(|figure| !figure.of.is_empty()).map(|figure| figure.of.clone());
    let what = what.or_else(|| facet(pair.left)).unwrap_or_default();
    let why =
        format!("{} against {}: one figure of “{what}” in sentences that share much else", left.value, right.value);
    Finding { relation, kind: "quantity", confidence, measured_on: None, left, right, why }
}

fn evidence(figure: &Figure) -> Evidence {
    Evidence {
        article: figure.article,
        span: figure.span,
        sentence: figure.sentence,
        value: figure.quantity.label(&figure.of),
        said_by: None,
    }
}
