//! The figures of an article: every amount with what it counts, the event that it is told of, and the words around it,
//! so that one figure can be found again in other words.

use std::ops::Range;
use std::sync::Arc;

use crate::claim::clause::Clauses;
use crate::claim::event::{concept_of, gathers, phrase_lemma};
use crate::claim::measure::counted_as;
use crate::claim::{Annotations, Facet, facet, modality, topic};
use crate::entity::NamedEntity;
use crate::language::{Document, EntityLabel, Label, Pos, Sentence};
use crate::quantity::{Quantity, Unit};
use crate::span::Span;
use crate::table;
use crate::time::{Anchor, Interval};

/// An amount and what it is told of.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The number of the article.
    pub article: usize,
    /// The amount with the noun that it counts or measures.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// The amount.
    pub quantity: Quantity,
    /// The lemma of what it counts or measures: "wolf" in "eight wolves", "pipeline" in "a 42-mile pipeline"; empty
    /// where the text does not say.
    pub of: String,
    /// What it measures, where the text says so: the cost of the pool.
    pub facet: Option<Facet>,
    /// The sort of event that it is told of: "kill" in "killed nine miners"; `None` for "there are nine miners".
    pub event: Option<String>,
    /// What limits what is counted, sorted: "freed" in "five freed prisoners".
    pub scope: Vec<String>,
    /// The names of the sentence.
    pub names: Vec<Arc<NamedEntity>>,
    /// The sorts of event and the lemmas of the other words of content of the sentence, sorted, each once.
    pub words: Vec<String>,
    /// Those of the words that are of names, sorted.
    pub proper: Vec<String>,
    /// The days that the clause names.
    pub times: Vec<Interval>,
    /// Whether the clause denies it, or leaves it open: "not nine", "could reach nine".
    pub is_open: bool,
    /// The day of telling: the article's anchor.
    pub told: Option<Anchor>,
}

/// The figures of one sentence, in order of place.
///
/// "Wolves were rare; eight wolves live in the Harl mountains." gives one: 8, of wolf, with the name Harl.
pub(super) fn figures(
    article: usize,
    document: &Document<'_>,
    sentence: &Sentence,
    clauses: &Clauses,
    annotations: &Annotations,
    names: &[Arc<NamedEntity>],
) -> Vec<Figure> {
    let own = annotations.quantities_in(sentence.tokens.clone());
    let own = own.take_while(|quantity| quantity.tokens.end <= sentence.tokens.end);
    let times = |predicate: Option<usize>| -> Vec<Interval> {
        let own = annotations.timexes_in(sentence.tokens.clone());
        let own = own.filter(|timex| clauses.predicate_of(timex.tokens.start) == predicate);
        own.filter_map(|timex| timex.interval).collect()
    };
    let sentence_names = names_of(annotations, names, &sentence.tokens);
    own.filter(|quantity| !quantity.ordinal && addition(document, quantity).is_none())
        .map(|quantity| {
            let head = holder(document, quantity);
            let predicate = clauses.predicate_of(quantity.tokens.start);
            let event =
                predicate.and_then(|predicate| event(document, head.unwrap_or(quantity.tokens.start), predicate));
            let whole = head.map_or(quantity.tokens.clone(), |head| {
                quantity.tokens.start.min(head)..quantity.tokens.end.max(head + 1)
            });
            Figure {
                article,
                span: document.span(whole.clone()),
                sentence: document.span(sentence.tokens.clone()),
                quantity: quantity.clone(),
                of: head.map_or(String::new(), |head| kind(document, quantity, head)),
                facet: predicate.filter(|_| is_measure(quantity)).and_then(|it| facet::facet(document, quantity, it)),
                event,
                scope: head.map_or(Vec::new(), |head| scope(document, head, &quantity.tokens)),
                names: sentence_names.clone(),
                words: words(document, sentence, &whole, annotations, topic::is_telling),
                proper: words(document, sentence, &whole, annotations, |document, token| {
                    topic::is_name(document, token) && annotations.timex_at(token).is_none()
                }),
                times: times(predicate),
                is_open: predicate.is_some_and(|predicate| is_open(document, predicate)),
                told: annotations.times.anchor,
            }
        })
        .collect()
}

fn names_of(annotations: &Annotations, names: &[Arc<NamedEntity>], tokens: &Range<usize>) -> Vec<Arc<NamedEntity>> {
    let mut found: Vec<Arc<NamedEntity>> = Vec::new();
    for mention in annotations.entities.within(tokens.clone()) {
        let name = &names[mention.entity];
        if !found.iter().any(|known| Arc::ptr_eq(known, name)) {
            found.push(Arc::clone(name));
        }
    }
    found
}

/// The word beside the amount that says that it comes on top of another or is a part of it: "another 12", "12 more",
/// "the first two".
pub(super) fn addition(document: &Document<'_>, quantity: &Quantity) -> Option<String> {
    let around = quantity.tokens.start.saturating_sub(1)..(quantity.tokens.end + 2).min(document.tokens.len());
    // "More than 40" is a bound.
    let is_bound = |token: usize| token + 1 < document.tokens.len() && document.lower(token + 1) == "than";
    around
        .into_iter()
        .filter(|&token| !is_bound(token))
        .map(|token| document.lower(token))
        .find(|word| table::has(include_str!("data/additions.tsv"), word))
}

fn is_measure(quantity: &Quantity) -> bool {
    !matches!(&quantity.unit, Unit::Count(kind) if kind != facet::DEGREE)
}

/// The noun that the amount counts, or the one that has the measure.
fn holder(document: &Document<'_>, quantity: &Quantity) -> Option<usize> {
    match quantity.unit {
        Unit::Count(_) => quantity.counted,
        _ => super::measure::measured(document, quantity).or_else(|| substance(document, quantity)),
    }
}

/// What there is so much of: "oil" in "300 tonnes of oil".
fn substance(document: &Document<'_>, quantity: &Quantity) -> Option<usize> {
    let of = document.tokens.get(quantity.tokens.end).filter(|_| document.lower(quantity.tokens.end) == "of")?;
    let is_measure = matches!(quantity.unit, Unit::Physical(_)) && quantity.tokens.contains(&of.head);
    document
        .child(quantity.tokens.end, Label::Pobj)
        .filter(|&noun| is_measure && document.tokens[noun].pos == Pos::Noun)
}

fn kind(document: &Document<'_>, quantity: &Quantity, head: usize) -> String {
    match &quantity.unit {
        // "72 Palestinians" are people.
        _ if document.entity_of(head).is_some_and(|entity| entity.label == EntityLabel::Norp) => "person".to_owned(),
        Unit::Count(kind) => counted_as(kind).to_owned(),
        _ => document.tokens[head].lemma.to_lowercase(),
    }
}

/// The sort of event that the amount is told of: the event noun above it ("the deaths of nine miners"), or that of its
/// clause; `None` for copulas.
fn event(document: &Document<'_>, head: usize, predicate: usize) -> Option<String> {
    let noun = document.ancestors(head).take(3).take_while(|&above| above != predicate);
    let by_noun = noun
        .filter(|&above| document.tokens[above].pos == Pos::Noun)
        .find_map(|above| concept_of(&document.tokens[above].lemma));
    // Who comes to something is counted there, whatever verb tells it: "drew 3,000 people", "3,000 came to the festival".
    if by_noun.is_none() && (gathers(document, predicate) || comes_together(document, predicate)) {
        return Some(ATTEND.to_owned());
    }
    by_noun.map(str::to_owned).or_else(|| {
        let lemma = phrase_lemma(document, predicate);
        let is_empty = matches!(document.tokens[predicate].pos, Pos::Aux) || lemma == "be" || lemma == "have";
        (!is_empty).then(|| concept_of(&lemma).map_or(lemma, str::to_owned))
    })
}

/// The sort of event of coming to something.
pub const ATTEND: &str = "attend";

/// "came to the festival", "flocked to the match".
fn comes_together(document: &Document<'_>, predicate: usize) -> bool {
    let comes = matches!(document.tokens[predicate].lemma.as_str(), "come" | "flock" | "turn");
    let to = |prep: usize| matches!(document.lower(prep).as_str(), "to" | "for");
    comes && document.children_by(predicate, &[Label::Prep]).any(to)
}

fn scope(document: &Document<'_>, head: usize, amount: &Range<usize>) -> Vec<String> {
    let limits = [Label::Amod, Label::Compound, Label::Acl, Label::Nmod];
    let mut scope: Vec<String> = document
        .children_by(head, &limits)
        .filter(|token| !amount.contains(token))
        .map(|token| topic::lemma(document, token))
        .filter(|word| !is_unlimiting(word))
        .collect();
    scope.sort();
    scope
}

/// Whether the adjective says nothing of which are counted.
pub(super) fn is_unlimiting(word: &str) -> bool {
    table::has(include_str!("data/unlimiting.tsv"), word)
}

fn words(
    document: &Document<'_>,
    sentence: &Sentence,
    own: &Range<usize>,
    annotations: &Annotations,
    is_wanted: impl Fn(&Document<'_>, usize) -> bool,
) -> Vec<String> {
    let is_named =
        |token: usize| annotations.entities.within(sentence.tokens.clone()).any(|name| name.tokens.contains(&token));
    let mut words: Vec<String> = sentence
        .tokens
        .clone()
        .filter(|&token| !own.contains(&token) && is_wanted(document, token) && !is_named(token))
        .map(|token| {
            let lemma = topic::lemma(document, token);
            concept_of(&lemma).map_or(lemma, str::to_owned)
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

fn is_open(document: &Document<'_>, predicate: usize) -> bool {
    let reading = modality::read(document, predicate);
    reading.polarity == crate::claim::Polarity::Negative || reading.modality == crate::claim::Modality::Possible
}
