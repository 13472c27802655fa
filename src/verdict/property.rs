//! Two statements of one property of one thing -> `status` where its stages exclude each other, `polarity` where it has
//! and lacks something, `quantity` or `duration` where a figure or a version differs.

use crate::claim::{Property, PropertyValue, STAGES};
use crate::matching::SameProperty;
use crate::verdict::kinds::Comparison;
use crate::verdict::relation::{DAYS_OF_ONE_RULE, days_between_tellings};
use crate::verdict::{Evidence, Finding, Relation};

/// What two sentences have to share: the words of the thing, and more where the articles are not known to be of one
/// matter.
const LEAST_SHARED: u32 = 4;

/// The same in a corpus, which tells of many things.
const LEAST_IN_CORPUS: u32 = 7;

/// The agreement or contradiction between two statements of one property, where there is one.
pub fn judge_property(pair: &SameProperty<'_>) -> Option<Finding> {
    let least = match pair.story {
        story if story.is_one_matter() => LEAST_SHARED - 2,
        story if story.is_of_corpus() => LEAST_IN_CORPUS,
        _ => LEAST_SHARED,
    };
    // In a corpus a figure is that of any of many things of a sort.
    if pair.story.is_of_corpus() && matches!(pair.left.value, PropertyValue::Amount { .. }) {
        return None;
    }
    // Two articles on one product need not name it in every sentence.
    let story = if pair.story.is_of_corpus() { 0 } else { pair.story.weight.min(2) };
    let shared = pair.shared + story;
    if shared < least {
        return None;
    }
    let (left, right) = (pair.left, pair.right);
    let relation = match compare(&left.value, &right.value)? {
        Comparison::Different => match change_of(left, right) {
            Some((change, other)) => changed_or_contradicted(change, other, pair.story.is_of_two_things)?,
            None => revised_or_contradicted(left, right)?,
        },
        _ if left.article == right.article => return None,
        Comparison::Same => Relation::Agree,
        _ => Relation::Refine,
    };
    let confidence = if shared >= least + 2 { 0.92 } else { 0.85 };
    let is_backwards = relation == Relation::Update && days_to(left, right) < 0;
    let (left, right) = if is_backwards { (right, left) } else { (left, right) };
    let (one, other) = (evidence(left), evidence(right));
    let why = format!("{} against {}, both said of “{}”", one.value, other.value, left.thing.join(" "));
    Some(Finding { relation, kind: kind(&left.value), confidence, measured_on: None, left: one, right: other, why })
}

/// Whether the figure is one of money.
fn is_price(value: &PropertyValue) -> bool {
    matches!(value, PropertyValue::Amount { unit, .. } if unit.starts_with(|letter: char| letter.is_ascii_uppercase()))
}

/// The one of the two that tells what figure it replaces, and the other one.
fn change_of<'p>(left: &'p Property, right: &'p Property) -> Option<(&'p Property, &'p Property)> {
    match (&left.before, &right.before) {
        (Some(_), None) => Some((left, right)),
        (None, Some(_)) => Some((right, left)),
        _ => None,
    }
}

/// What another figure means beside "raised from 2 GB to 8 GB": told before it, 2 GB is what it replaces; told with it or
/// after it, 2 GB should be 8.
fn changed_or_contradicted(change: &Property, other: &Property, is_of_two_things: bool) -> Option<Relation> {
    let days = days_to(other, change);
    let is_old = change.before.as_ref().is_some_and(|before| is_same(before, &other.value));
    match () {
        () if is_old && days > 0 => Some(Relation::Update),
        () if is_of_two_things => None,
        () if days.abs() <= DAYS_OF_ONE_RULE => Some(Relation::Conflict),
        () => Some(Relation::Update),
    }
}

/// Whether both are the same figure, whatever they are counted per.
fn is_same(one: &PropertyValue, other: &PropertyValue) -> bool {
    match (one, other) {
        (PropertyValue::Amount { low, high, .. }, PropertyValue::Amount { low: other_low, high: other_high, .. }) => {
            high.or(*low) == other_high.or(*other_low)
        }
        _ => one == other,
    }
}

/// Whether the difference is a contradiction, a revision, or a thing that moved on.
fn revised_or_contradicted(left: &Property, right: &Property) -> Option<Relation> {
    let days = days_to(left, right);
    let (earlier, later) = if days < 0 { (right, left) } else { (left, right) };
    let moved_on = match (&earlier.value, &later.value) {
        (PropertyValue::State(one), PropertyValue::State(other)) => {
            days != 0 && one.axis == STAGES && (one.rank < other.rank || one.is_denied)
        }
        _ => false,
    };
    // A later price list takes the place of the earlier one.
    let are_lists = left.is_entry && right.is_entry && is_price(&left.value);
    match () {
        () if moved_on => None,
        () if days != 0 && (are_lists || later.is_revision || days.abs() > DAYS_OF_ONE_RULE) => Some(Relation::Update),
        () => Some(Relation::Conflict),
    }
}

fn compare(left: &PropertyValue, right: &PropertyValue) -> Option<Comparison> {
    let same_or = |is_same: bool, otherwise| if is_same { Comparison::Same } else { otherwise };
    match (left, right) {
        (PropertyValue::State(one), PropertyValue::State(other)) => {
            let is_same = one.rank == other.rank;
            match (one.is_denied, other.is_denied) {
                (false, false) => Some(same_or(is_same, Comparison::Different)),
                (true, true) => is_same.then_some(Comparison::Same),
                // What is not required may be optional or forbidden.
                _ => is_same.then_some(Comparison::Different),
            }
        }
        (PropertyValue::Version { number: one, .. }, PropertyValue::Version { number: other, .. }) => {
            let is_part = one.starts_with(&format!("{other}.")) || other.starts_with(&format!("{one}."));
            let otherwise = if is_part { Comparison::Compatible } else { Comparison::Different };
            Some(same_or(one == other, otherwise))
        }
        (
            PropertyValue::Amount { low: one_low, high: one_high, step: one_step, .. },
            PropertyValue::Amount { low: other_low, high: other_high, step: other_step, .. },
        ) => {
            let rounding = rounding(*one_step, *other_step);
            let is_near = |one: &Option<f64>, other: &Option<f64>| match (one, other) {
                (Some(one), Some(other)) => (one - other).abs() <= rounding,
                _ => one == other,
            };
            let is_below = |high: &Option<f64>, low: &Option<f64>| high.zip(*low).is_some_and(|(high, low)| high < low);
            let is_apart = is_below(one_high, other_low) || is_below(other_high, one_low);
            let otherwise = if is_apart { Comparison::Different } else { Comparison::Compatible };
            Some(same_or(is_near(one_low, other_low) && is_near(one_high, other_high), otherwise))
        }
        _ => None,
    }
}

/// How far two figures may be apart and be one: rounded in two units, "8 metres" are "26 feet"; in one unit not at all.
fn rounding(one: f64, other: f64) -> f64 {
    let digits = (one / other).abs().log10();
    let is_one_unit = (digits - digits.round()).abs() < 1e-6;
    if is_one_unit { 1e-9 * one.max(other) } else { one.max(other) / 2.0 }
}

fn kind(value: &PropertyValue) -> &'static str {
    match value {
        PropertyValue::State(state) if state.axis == STAGES => "status",
        PropertyValue::State(_) => "polarity",
        PropertyValue::Amount { unit, .. } if unit.starts_with("second") => "duration",
        PropertyValue::Version { .. } | PropertyValue::Amount { .. } => "quantity",
    }
}

/// Days from the telling of the one to that of the other; none where one is undated.
fn days_to(one: &Property, other: &Property) -> i32 {
    days_between_tellings(one.told, other.told).unwrap_or(0)
}

fn evidence(property: &Property) -> Evidence {
    let value = match &property.value {
        PropertyValue::State(state) if state.is_denied => format!("not {}", state.words),
        PropertyValue::State(state) => state.words.clone(),
        PropertyValue::Version { what, number } => format!("{what} in {number}"),
        PropertyValue::Amount { words, .. } => words.clone(),
    };
    Evidence { article: property.article, span: property.span, sentence: property.sentence, value, said_by: None }
}
