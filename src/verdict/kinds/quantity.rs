#![doc = include_str!("quantity.md")]

use crate::claim::{Claim, Counted, Modality, Nth, Role, TIME, Tally, is_opposite};
use crate::entity;
use crate::language::wordnet;
use crate::matching::{ClaimPair, is_one_kind};
use crate::quantity::{Quantity as Amount, Unit};
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::relation::days_between_tellings;
use crate::verdict::why;

pub(super) struct Quantity;

impl Kind for Quantity {
    fn name(&self) -> &'static str {
        "quantity"
    }

    fn doc(&self) -> &'static str {
        include_str!("quantity.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        // A rise and a fall have no amount in common.
        if is_opposite(&pair.left.event.concept, &pair.right.event.concept) {
            return None;
        }
        if pair.left.tally.is_some() && pair.right.tally.is_some() {
            return tallies(pair);
        }
        if let Some(compared) = ordinals(pair) {
            return Some(compared);
        }
        if !is_one_doer(pair.left, pair.right) {
            return None;
        }
        // What a sum is a measure of goes unsaid: the price of one thing or the worth of a firm.
        let is_measure = pair.left.event.is_unlisted();
        let comparable = pair.left.quantities.iter().flat_map(|left| {
            pair.right
                .quantities
                .iter()
                .filter(move |right| is_of_one_thing(left, right) && (!is_measure || is_of_one_size(left, right)))
                .map(move |right| (left, right))
        });
        // The pair that agrees best speaks for the two claims: "two of the 14" tells 2 and 14.
        let (left, right, comparison) = comparable
            .map(|(left, right)| (left, right, compare_amounts(&left.quantity, &right.quantity)))
            .min_by_key(|(_, _, comparison)| *comparison as u8)?;
        // "May have at most 100" and "may have up to 250" set two limits; `property` compares what is laid down.
        let is_limit = |claim: &Claim, amount: &Amount| claim.modality == Modality::Possible && amount.low.is_none();
        let are_limits = is_limit(pair.left, &left.quantity) && is_limit(pair.right, &right.quantity);
        if are_limits && comparison != Comparison::Same {
            return None;
        }
        // What is counted on only grows; a later, smaller figure counts something else.
        if comparison == Comparison::Different && is_running(pair.left) && shrinks(pair, left, right) {
            return None;
        }
        Some(Compared {
            comparison,
            left: Value::new(left.label()),
            right: Value::new(right.label()),
            why: why::plain(pair, &left.label(), &right.label()),
        })
    }
}

/// How the votes or points of both claims compare.
fn tallies(pair: &ClaimPair<'_>) -> Option<Compared> {
    let (left, right) = (pair.left.tally.as_ref()?, pair.right.tally.as_ref()?);
    // A committee votes before the chamber does, and on one day on many bills.
    if pair.alignment.is_told_apart || vote_apart(pair.left, pair.right) {
        return None;
    }
    let comparison = if left.fits(right)? { Comparison::Same } else { Comparison::Different };
    let value = |tally: &Tally| Value { label: tally.words.clone(), span: Some(tally.span) };
    let why = why::plain(pair, &left.words, &right.words);
    Some(Compared { comparison, left: value(left), right: value(right), why })
}

/// Whether two bodies vote: each claim tells who, in another word.
fn vote_apart(left: &Claim, right: &Claim) -> bool {
    let doer = |claim: &'_ Claim| claim.participants.iter().find(|one| one.role == Role::Agent).cloned();
    let is_contest = |claim: &Claim| matches!(claim.event.concept.as_str(), "win" | "defeat" | "lose");
    let (Some(one), Some(other)) = (doer(left), doer(right)) else { return false };
    // The members of a body vote as the body.
    let is_people = wordnet::is_person(&one.head) || wordnet::is_person(&other.head);
    one.head != other.head && !is_people && !(is_contest(left) && is_contest(right))
}

/// How often it has been by each claim: "for the fourth time" against "her fifth title".
fn ordinals(pair: &ClaimPair<'_>) -> Option<Compared> {
    let (left, right) = (pair.left.nth.as_ref()?, pair.right.nth.as_ref()?);
    let is_event = |nth: &Nth| nth.of == TIME && pair.alignment.is_of_one_patient;
    if left.of != right.of && !is_event(left) && !is_event(right) {
        return None;
    }
    let comparison = if left.number == right.number { Comparison::Same } else { Comparison::Different };
    let value = |nth: &Nth| Value { label: format!("number {} of its {}", nth.number, nth.of), span: Some(nth.span) };
    let (left, right) = (value(left), value(right));
    Some(Compared { comparison, why: why::plain(pair, &left.label, &right.label), left, right })
}

/// Whether who does it may be one on both sides: a name or word is shared, or one side does not tell.
fn is_one_doer(left: &Claim, right: &Claim) -> bool {
    let doer = |claim: &'_ Claim| claim.participants.iter().find(|one| one.role == Role::Agent).cloned();
    let (Some(one), Some(other)) = (doer(left), doer(right)) else { return true };
    let words =
        one.words.iter().any(|word| other.words.iter().any(|known| known == word || wordnet::is_synonym(known, word)));
    let names = one.names.iter().any(|name| other.names.iter().any(|known| entity::is_same(name, known)));
    words || names || one.words.is_empty() || other.words.is_empty()
}

/// Whether both count or measure the same thing in the same part of the event.
pub(super) fn is_of_one_thing(left: &Counted, right: &Counted) -> bool {
    let is_of_one_kind = match (&left.quantity.unit, &right.quantity.unit) {
        (Unit::Count(_) | Unit::None, Unit::Count(_) | Unit::None) => is_one_kind(&left.of, &right.of),
        (one, other) => {
            // A length and a width are measured in one unit.
            let is_one_measure = !matches!(one, Unit::Physical(_)) || left.quantity.is_of_one_size(&right.quantity);
            one == other && left.link == right.link && is_one_measure
        }
    };
    is_of_one_kind && left.role == right.role && left.scope == right.scope
}

fn is_of_one_size(left: &Counted, right: &Counted) -> bool {
    left.quantity.is_of_one_size(&right.quantity)
}

/// Compares two amounts of one unit, with what rounding and "about" allow.
pub(crate) fn compare_amounts(left: &Amount, right: &Amount) -> Comparison {
    let (one, other) = (range(left), range(right));
    if left.low == right.low && left.high == right.high {
        return Comparison::Same;
    }
    if one.0 <= other.1 && other.0 <= one.1 { Comparison::Compatible } else { Comparison::Different }
}

/// Whether the claim is of a sort of event whose numbers grow while they are counted.
pub(crate) fn is_running(claim: &Claim) -> bool {
    grows(&claim.event.concept)
}

/// Whether the numbers of the sort of event grow while they are counted.
pub(crate) fn grows(concept: &str) -> bool {
    crate::table::has(include_str!("../data/running.tsv"), concept)
}

/// Whether the figure of the later telling is the smaller one.
fn shrinks(pair: &ClaimPair<'_>, left: &Counted, right: &Counted) -> bool {
    let later = days_between_tellings(pair.left.told, pair.right.told).unwrap_or(0);
    let is_smaller = |one: &Counted, other: &Counted| range(&one.quantity).1 < range(&other.quantity).0;
    later > 0 && is_smaller(right, left) || later < 0 && is_smaller(left, right)
}

/// The amounts that the words allow: a rounded number half its step to both sides, "about" a tenth more.
fn range(quantity: &Amount) -> (f64, f64) {
    let slack = |amount: f64| {
        let about = if quantity.approximate { amount.abs() * 0.1 } else { 0.0 };
        let rounded = if quantity.step != 1.0 { quantity.step / 2.0 } else { 0.0 };
        about.max(rounded)
    };
    let low = quantity.low.map_or(f64::NEG_INFINITY, |low| low - slack(low));
    let high = quantity.high.map_or(f64::INFINITY, |high| high + slack(high));
    (low, high)
}
