//! Two sentences that share most of their wording -> findings: what was exchanged, where it changes what is said.
//!
//! "sales rose to $3.5 billion" / "sales rose to $3.6 billion", "did not raise" / "raised".

use std::ops::Range;

use crate::claim::{Piece, Says, Wording, concept_of, is_opposite};
use crate::language::wordnet;
use crate::matching::{Change, Reworded};
use crate::quantity::{Quantity, Unit};
use crate::time::Interval;
use crate::verdict::kinds::{self, Comparison, compare_amounts};
use crate::verdict::relation::days_between_tellings;
use crate::verdict::{Evidence, Finding, Relation};

/// What one exchange makes of the two sentences.
struct Exchange<'w> {
    kind: &'static str,
    left: Option<&'w Piece>,
    right: Option<&'w Piece>,
}

/// The contradictions between two sentences that share most of their wording.
pub fn judge_wording(pair: &Reworded<'_>) -> Vec<Finding> {
    let exchanges: Vec<Exchange<'_>> = pair.changes.iter().filter_map(|change| exchange(pair, change)).collect();
    let Some(confidence) = confidence(pair, &exchanges) else { return Vec::new() };
    let found = exchanges.iter().filter_map(|exchange| Some((exchange, relation(pair, exchange)?)));
    found.map(|(exchange, relation)| finding(pair, exchange, relation, confidence)).collect()
}

/// What the exchange means: numbers that grow while they are counted are revised from one day to the next, and what has
/// shrunk counts something else.
fn relation(pair: &Reworded<'_>, exchange: &Exchange<'_>) -> Option<Relation> {
    let days = days_between_tellings(pair.left.told, pair.right.told).unwrap_or(0);
    if exchange.kind != "quantity" || days == 0 || !is_running(pair.left) || !is_running(pair.right) {
        return Some(Relation::Conflict);
    }
    let (earlier, later) = if days > 0 { (exchange.left, exchange.right) } else { (exchange.right, exchange.left) };
    let high = |piece: Option<&Piece>| match &piece?.says {
        Says::Amount(quantity) => quantity.high.or(quantity.low),
        _ => None,
    };
    (high(earlier) <= high(later)).then_some(Relation::Update)
}

/// Whether the sentence tells of a sort of event whose numbers grow while they are counted.
fn is_running(wording: &Wording) -> bool {
    let words = wording.pieces.iter().filter_map(|piece| match &piece.says {
        Says::Word(lemma) => concept_of(lemma),
        _ => None,
    });
    words.into_iter().any(kinds::grows)
}

/// What the change makes of what is said; `None` where it may be another way to say the same.
fn exchange<'w>(pair: &Reworded<'w>, change: &Change) -> Option<Exchange<'w>> {
    let (left, right) = (&pair.left.pieces[change.left.clone()], &pair.right.pieces[change.right.clone()]);
    let amounts = pairs(left, right, |piece| match &piece.says {
        Says::Amount(quantity) => Some(quantity),
        _ => None,
    });
    if let Some((one, other)) = amounts.into_iter().find(|((_, one), (_, other))| differ(one, other)).map(ends) {
        return Some(Exchange { kind: "quantity", left: Some(one), right: Some(other) });
    }
    let times = pairs(left, right, |piece| match &piece.says {
        Says::Time { readings, words } if !readings.is_empty() => Some((readings, words)),
        _ => None,
    });
    // The same words counted from another day are the same text printed again: "last night".
    let differ_in_time = |((_, one), (_, other)): &(Found<'w, Time<'w>>, Found<'w, Time<'w>>)| {
        one.1 != other.1 && are_apart(one.0, other.0)
    };
    if let Some((one, other)) = times.into_iter().find(differ_in_time).map(ends) {
        return Some(Exchange { kind: "date", left: Some(one), right: Some(other) });
    }
    let words = pairs(left, right, |piece| match &piece.says {
        Says::Word(lemma) => Some(lemma),
        _ => None,
    });
    // "A white dog" and "a black dog" are two dogs, "the tall man" and "the short man" two men.
    let is_of_known = pair.left.is_of_known || pair.right.is_of_known;
    let tells_apart = |one: &Piece, other: &Piece| !is_of_known || one.is_of_person && other.is_of_person;
    let mut opposites = words
        .into_iter()
        .filter(|((one, lemma), (other, other_lemma))| !tells_apart(one, other) && are_opposite(lemma, other_lemma));
    if let Some((one, other)) = opposites.next().map(ends) {
        return Some(Exchange { kind: "polarity", left: Some(one), right: Some(other) });
    }
    negation(pair, left, right)
}

/// A negation on one side only, where all else that this side says is said by the other one too.
fn negation<'w>(pair: &Reworded<'w>, left: &'w [Piece], right: &'w [Piece]) -> Option<Exchange<'w>> {
    let of = |pieces: &'w [Piece]| pieces.iter().find(|piece| matches!(piece.says, Says::Negation));
    let is_said_too = |pieces: &[Piece], alone: fn(&Change) -> Range<usize>| {
        let says_more = |piece: &Piece| !matches!(piece.says, Says::Negation | Says::Link);
        !pair.changes.iter().any(|change| pieces[alone(change)].iter().any(says_more))
    };
    let (one, other) = (of(left), of(right));
    let holds = match (one, other) {
        (Some(_), None) => is_said_too(&pair.left.pieces, |change| change.left.clone()),
        (None, Some(_)) => is_said_too(&pair.right.pieces, |change| change.right.clone()),
        _ => false,
    };
    let is_of_known = pair.left.is_of_known || pair.right.is_of_known;
    (holds && is_of_known).then_some(Exchange { kind: "polarity", left: one, right: other })
}

type Found<'w, T> = (&'w Piece, T);

/// The days and the words of an expression.
type Time<'w> = (&'w Vec<Interval>, &'w String);

/// All pairs of pieces of a sort, where each side has as many.
fn pairs<'w, T>(
    left: &'w [Piece],
    right: &'w [Piece],
    sort: impl Fn(&'w Piece) -> Option<T>,
) -> Vec<(Found<'w, T>, Found<'w, T>)> {
    let of = |pieces: &'w [Piece]| -> Vec<Found<'w, T>> {
        pieces.iter().filter_map(|piece| Some((piece, sort(piece)?))).collect()
    };
    let (left, right) = (of(left), of(right));
    if left.len() == right.len() { left.into_iter().zip(right).collect() } else { Vec::new() }
}

fn ends<'w, T>((left, right): (Found<'w, T>, Found<'w, T>)) -> (&'w Piece, &'w Piece) {
    (left.0, right.0)
}

fn differ(left: &Quantity, right: &Quantity) -> bool {
    let is_one_measure = !matches!(left.unit, Unit::Physical(_)) || left.is_of_one_size(right);
    left.unit == right.unit && is_one_measure && compare_amounts(left, right) == Comparison::Different
}

/// Whether the days are others however the two are read.
fn are_apart(left: &[Interval], right: &[Interval]) -> bool {
    !left.iter().any(|one| right.iter().any(|other| one.may_overlap(other)))
}

fn are_opposite(left: &str, right: &str) -> bool {
    matches!((concept_of(left), concept_of(right)), (Some(one), Some(other)) if is_opposite(one, other))
        || wordnet::is_antonym(left, right)
}

/// How sure it is that both sentences tell one thing; `None` where they do not.
fn confidence(pair: &Reworded<'_>, exchanges: &[Exchange<'_>]) -> Option<f64> {
    let is_one_matter = pair.story.is_one_matter();
    let is_other_occasion = exchanges.iter().any(|exchange| exchange.kind == "date") && exchanges.len() > 1;
    // Of a corpus, many stories are told in one form with other figures.
    if pair.story.is_of_corpus() && exchanges.iter().any(|exchange| exchange.kind == "quantity") {
        return None;
    }
    if !is_one_matter && (is_other_occasion || !is_one_news(pair.left, pair.right) || may_be_a_form(pair)) {
        return None;
    }
    Some(match pair.likeness {
        0.7.. => 0.95,
        0.65.. => 0.9,
        _ => 0.7,
    })
}

/// Whether the sentences may fill in one form with the figures of two things: lists of prices, of results. What names
/// somebody and changes in one place only is no form.
fn may_be_a_form(pair: &Reworded<'_>) -> bool {
    let names = pair.left.pieces.iter().filter(|piece| matches!(piece.says, Says::Name(_))).count();
    let amounts = pair.left.pieces.iter().filter(|piece| matches!(piece.says, Says::Amount(_))).count();
    names == 0 || amounts > 1 || pair.changes.len() > 1
}

/// Whether both are told within a day.
fn is_one_news(left: &Wording, right: &Wording) -> bool {
    days_between_tellings(left.told, right.told).is_some_and(|days| days.abs() <= 1)
}

fn finding(pair: &Reworded<'_>, exchange: &Exchange<'_>, relation: Relation, confidence: f64) -> Finding {
    let left = evidence(pair.left, exchange.left);
    let right = evidence(pair.right, exchange.right);
    let why = format!(
        "{} against {}; the two sentences share {:.0} percent of their words",
        left.value,
        right.value,
        pair.likeness * 100.0
    );
    let is_backwards =
        relation == Relation::Update && pair.left.told.map(|told| told.day) > pair.right.told.map(|told| told.day);
    let (left, right) = if is_backwards { (right, left) } else { (left, right) };
    Finding { relation, kind: exchange.kind, confidence, measured_on: None, left, right, why }
}

fn evidence(wording: &Wording, piece: Option<&Piece>) -> Evidence {
    let so = || "so".to_owned();
    let value = match piece.map(|piece| &piece.says) {
        Some(Says::Word(lemma)) => lemma.clone(),
        Some(Says::Negation) => "not so".to_owned(),
        Some(Says::Amount(quantity)) => quantity.label(""),
        Some(Says::Time { readings, .. }) => readings.first().map_or_else(so, Interval::to_string),
        Some(Says::Name(name)) => name.canonical.clone(),
        Some(Says::Link) | None => so(),
    };
    Evidence {
        article: wording.article,
        span: piece.map_or(wording.span, |piece| piece.span),
        sentence: wording.span,
        value,
        said_by: None,
    }
}
