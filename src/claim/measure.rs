//! Says whose amount an amount is: that of somebody who takes part in an event ("killed nine miners"), that of the
//! event itself ("fell 15 feet"), or that of a thing named in passing ("a 450-pound gorilla").

use crate::claim::argument::Cast;
use crate::claim::clause::{is_passive, subject};
use crate::claim::figure::{addition, is_unlimiting};
use crate::claim::{Counted, Event, Phase, Role};
use crate::language::{Document, Label, Pos};
use crate::quantity::{Quantity, Unit};
use crate::span::Span;
use crate::table;

/// The noun whose weight, length, age or price the amount is: "gorilla" in "a 450-pound gorilla".
pub(super) fn measured(document: &Document<'_>, quantity: &Quantity) -> Option<usize> {
    if quantity.ordinal || !matches!(quantity.unit, Unit::Physical(_) | Unit::Money(_)) {
        return None;
    }
    let mut at = top(document, quantity)?;
    for _ in 0..3 {
        let token = &document.tokens[at];
        match token.label {
            Label::Nummod | Label::Amod | Label::Compound | Label::Nmod | Label::Quantmod | Label::Npadvmod => {
                at = token.head;
            }
            Label::Acomp => return subject(document, token.head),
            _ => break,
        }
        if matches!(document.tokens[at].pos, Pos::Noun | Pos::Propn) && !quantity.tokens.contains(&at) {
            return Some(at);
        }
    }
    None
}

/// The state of having that measure; all measures of one dimension are of one sort.
pub(super) fn event(quantity: &Quantity) -> Event {
    let dimension = match &quantity.unit {
        Unit::Physical(unit) => unit,
        Unit::Money(_) => "money",
        Unit::Count(_) | Unit::Percent | Unit::Points | Unit::None => "amount",
    };
    of_amount(quantity.span, format!("measure {dimension}"), false)
}

/// An event of the sort that only an amount tells of; `known` where the table of sorts has it.
pub(super) fn of_amount(span: Span, concept: String, known: bool) -> Event {
    Event {
        span,
        lemma: concept.clone(),
        concept,
        known,
        is_noun: true,
        is_definite: false,
        phase: Phase::Whole,
        which: Vec::new(),
        is_speech: false,
    }
}

/// What is counted, where it counts something else: "1,200 jobs" are those of 1,200 people.
pub(super) fn counted_as(noun: &str) -> &str {
    table::value_of(include_str!("data/counted_as.tsv"), noun).unwrap_or(noun)
}

/// An amount of nothing but its unit.
pub(super) fn plain(quantity: &Quantity, role: Role) -> Counted {
    Counted { quantity: quantity.clone(), role, of: String::new(), link: None, scope: Vec::new() }
}

/// The amount as one of the event's: of somebody or something that takes part in it, or of the event itself.
pub(super) fn counted(
    document: &Document<'_>,
    quantity: &Quantity,
    (predicate, concept): (usize, &str),
    cast: &Cast,
) -> Option<Counted> {
    if quantity.ordinal || measured(document, quantity).is_some() {
        return None;
    }
    let head = quantity.counted.unwrap_or(quantity.tokens.end - 1);
    let span = document.tokens[head].span;
    let link = link(document, quantity, head);
    let is_of_things = matches!(quantity.unit, Unit::Count(_) | Unit::None);
    match cast.participants.iter().find(|participant| participant.span.contains(span)) {
        Some(holder) if is_of_things => {
            let of = match &quantity.unit {
                Unit::Count(kind) => counted_as(kind).to_owned(),
                // "Wounding another 70"
                _ if document.tokens[head].pos == Pos::Num && is_fate(concept) => "person".to_owned(),
                _ => document.tokens[head].lemma.to_lowercase(),
            };
            let mut scope = scope(&holder.words, &document.tokens[head].lemma.to_lowercase());
            scope.extend(addition(document, quantity));
            scope.sort();
            scope.dedup();
            Some(Counted { link, scope, of, ..plain(quantity, holder.role) })
        }
        Some(holder) => Some(Counted { link, scope: holder.words.clone(), ..plain(quantity, holder.role) }),
        None if is_of_things => {
            // "claimed 17 lives": the object is part of the verb, and its number remains.
            let is_own = |label: Label| document.tokens[head].head == predicate && document.tokens[head].label == label;
            let of = match &quantity.unit {
                Unit::Count(kind) if is_own(Label::Dobj) => counted_as(kind).to_owned(),
                // "Killed six", "six were killed": six people.
                Unit::None if is_fate(concept) && undergoes(document, predicate).iter().any(|&label| is_own(label)) => {
                    "person".to_owned()
                }
                _ => return None,
            };
            Some(Counted { of, ..plain(quantity, Role::Patient) })
        }
        None => {
            let governor = document.tokens[top(document, quantity)?].head;
            let is_own = governor == predicate
                || document.tokens[governor].pos == Pos::Adp && document.tokens[governor].head == predicate;
            is_own.then(|| Counted { link, ..plain(quantity, Role::Other) })
        }
    }
}

/// Whether the sort of event is one that befalls people and that they are counted by.
pub(super) fn is_fate(concept: &str) -> bool {
    table::has(include_str!("data/fates.tsv"), concept)
}

/// How whom the event befalls hangs from its predicate.
fn undergoes(document: &Document<'_>, predicate: usize) -> &'static [Label] {
    let has_object = document.child(predicate, Label::Dobj).is_some();
    match () {
        () if is_passive(document, predicate) => &[Label::Nsubjpass, Label::Nsubj],
        () if has_object => &[Label::Dobj],
        () => &[Label::Nsubj, Label::Nsubjpass],
    }
}

/// The preposition that leads to the amount: "to" and "by" tell different things of one rise.
fn link(document: &Document<'_>, quantity: &Quantity, head: usize) -> Option<String> {
    let of_amount = top(document, quantity).map(|top| document.tokens[top].head);
    let governors = of_amount.into_iter().chain([document.tokens[head].head]);
    governors.into_iter().find(|&token| document.tokens[token].label == Label::Prep).map(|token| document.lower(token))
}

/// The token of the amount that hangs from outside it.
pub(super) fn top(document: &Document<'_>, quantity: &Quantity) -> Option<usize> {
    document.top(quantity.tokens.clone())
}

fn scope(words: &[String], counted: &str) -> Vec<String> {
    // "A total of 38 people" are 38 people.
    let is_limit = |word: &&String| word.as_str() != counted && word.as_str() != "number" && !is_unlimiting(word);
    words.iter().filter(is_limit).cloned().collect()
}
