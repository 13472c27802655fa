//! What a text lays down of a thing, as manuals, price lists and notices do: in what state it is ("the region field is
//! required"), in which version it changed ("removed in 5.0"), what figure it has ("the default timeout is 30 seconds").

mod allowance;
mod amount;
mod bounds;
mod change;
mod code;
mod edition;
mod entry;
mod figure;
mod leave;
mod list;
mod need;
mod presence;
mod state;
mod thing;
mod version;

use rustc_hash::FxHashMap;

use crate::claim::clause::{Clauses, subject};
use crate::claim::modality::{Reading, is_revision, read};
use crate::claim::{Annotations, Modality, Polarity, topic};
use crate::language::{Document, Pos, Sentence};
use crate::span::Span;
use crate::time::Anchor;

use amount::{amount_of, per, whole};
pub(super) use code::codes;
pub(super) use edition::{editions, title_words};
pub(super) use entry::drop_rivals;
pub(super) use figure::is_manual;
use figure::limited;
pub use leave::ANY;
use state::state_of;
use thing::is_bare_measure;
use version::is_number;
pub(super) use version::versions;
pub use version::{REQUIRED, is_version};

/// Something that a text says of a thing for as long as it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The number of the article.
    pub article: usize,
    /// The clause that says so.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// The lemma of the noun that names the thing: "field".
    pub head: String,
    /// The lemmas of its noun phrase, what follows the noun left out, sorted: "field", "region".
    pub thing: Vec<String>,
    /// The lemmas and names of what the thing is said to be of or in, sorted: "permit" in "the field of the permit".
    pub context: Vec<String>,
    /// The lemmas of the other words of content of the sentence, sorted.
    pub scope: Vec<String>,
    /// The words that tell apart what its other nouns name: "free" of "plan" in "on the Free plan"; sorted by noun.
    pub qualified: Vec<(String, Vec<String>)>,
    /// The words that say for whom or where it holds, sorted: "student" in "costs 9 euros for students".
    pub limits: Vec<String>,
    /// The words of the clauses that say when it holds, sorted.
    pub conditions: Vec<String>,
    /// The words of names in the clause, in lower case, sorted.
    pub names: Vec<String>,
    /// The words of names in the rest of the sentence, in lower case, sorted.
    pub names_beside: Vec<String>,
    /// The versions that the clause names, sorted: "4.8".
    pub versions: Vec<String>,
    /// The label of the list item that it stands in; none for an entry, which is what the label names.
    pub item: Vec<String>,
    /// What is said of the thing.
    pub value: PropertyValue,
    /// The figure that it replaces: 2 GB in "raised from 2 GB to 8 GB".
    pub before: Option<PropertyValue>,
    /// Whether the words are those of manuals, so that it is laid down whatever the text: "is required", "defaults to".
    pub is_laid_down: bool,
    /// Whether it is an entry of a list, which names the thing by a label: "Weight: 9.5 kilograms".
    pub is_entry: bool,
    /// Whether it says of itself that it replaces what held before.
    pub is_revision: bool,
    /// The day of telling: the article's anchor.
    pub told: Option<Anchor>,
}

/// What is said of a thing.
#[derive(Clone, Debug, PartialEq)]
pub enum PropertyValue {
    /// One of several states that exclude each other.
    State(State),
    /// The version in which it was added, deprecated or removed.
    Version {
        /// What changed: "removed".
        what: &'static str,
        /// The version's number.
        number: String,
    },
    /// A figure of one unit.
    Amount {
        /// The least that is allowed by the words.
        low: Option<f64>,
        /// The greatest.
        high: Option<f64>,
        /// How it is written, so that rounding can be told: 0.3048 for 26 feet.
        step: f64,
        /// The unit: "second", "EUR".
        unit: String,
        /// The words: "30 seconds".
        words: String,
    },
}

/// A state of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Which states it excludes: those of other ranks on the axis.
    pub axis: &'static str,
    /// Its rank on the axis.
    pub rank: u8,
    /// Whether it is said not to be in it.
    pub is_denied: bool,
    /// Its words: "generally available".
    pub words: String,
}

/// The axis of what has to be given and what may be left out.
const NEED: &str = "need";

/// The axis that a thing goes along in one direction.
pub const STAGES: &str = "stage";

/// The properties that the clauses of a sentence lay down, in order of place.
///
/// "The region field is required." gives one: of the thing field, region; need, 1.
pub(super) fn properties(
    article: usize,
    document: &Document<'_>,
    sentence: &Sentence,
    clauses: &Clauses,
    annotations: &Annotations,
    antecedents: &FxHashMap<usize, usize>,
) -> Vec<Property> {
    let reader = Reader { article, document, sentence, clauses, annotations, antecedents };
    let entry = reader.entry();
    let is_entry = !entry.is_empty();
    let told = clauses.predicates().filter(|_| !is_entry).flat_map(|predicate| reader.of_predicate(predicate));
    entry.into_iter().chain(told).collect()
}

struct Reader<'d> {
    article: usize,
    document: &'d Document<'d>,
    sentence: &'d Sentence,
    clauses: &'d Clauses,
    annotations: &'d Annotations,
    /// What the pronouns of the article stand for.
    antecedents: &'d FxHashMap<usize, usize>,
}

impl Reader<'_> {
    fn of_predicate(&self, predicate: usize) -> Vec<Property> {
        let reading = read(self.document, predicate);
        if self.may_change(predicate, &reading) {
            return Vec::new();
        }
        let found = match self.laid_down(predicate, &reading) {
            Some(property) => self.of_each_listed(property),
            None => self.allowances(predicate, &reading),
        };
        let found = if found.is_empty() { self.figures(predicate, &reading) } else { found };
        found.into_iter().chain(self.leave(predicate, &reading)).collect()
    }

    fn laid_down(&self, predicate: usize, reading: &Reading) -> Option<Property> {
        // What was dropped is called off as events go, and removed as things do.
        let is_said = reading.modality.is_real() || reading.modality == Modality::Cancelled;
        let is_rule = reading.modality == Modality::Holds && reading.polarity == Polarity::Positive;
        // "Will be removed in 4.0" says as much as "was removed in 4.0".
        let is_planned = reading.modality.is_ahead() && reading.polarity == Polarity::Positive;
        if let Some(property) = self.change(predicate, reading) {
            return Some(property);
        }
        // "Must be filled in" says that it is required, whether or not it will be done.
        if let Some((value, thing)) = self.need(predicate, reading) {
            return Some(self.property(predicate, thing, value));
        }
        let (value, thing) = self
            .version(predicate, reading)
            .or_else(|| is_rule.then(|| self.limit(predicate)).flatten())
            .or_else(|| self.state(predicate, reading))
            .or_else(|| self.presence(predicate, reading))
            .or_else(|| self.amount(predicate, reading))
            .or_else(|| self.priced_at(predicate).filter(|_| is_rule))?;
        let is_version = matches!(value, PropertyValue::Version { .. });
        let is_said = is_said || is_planned && is_version;
        let thing = self.antecedents.get(&thing).copied().unwrap_or(thing);
        let thing = Some(thing).filter(|&thing| is_said && self.document.tokens[thing].pos != Pos::Pron)?;
        Some(self.property(predicate, thing, value))
    }

    fn property(&self, predicate: usize, thing: usize, value: PropertyValue) -> Property {
        let document = self.document;
        let thing = if matches!(value, PropertyValue::Amount { .. }) { self.bearer(thing) } else { thing };
        let own = self.own_words(thing);
        let is_other = |token: &usize| !own.contains(token);
        let others = || self.sentence.tokens.clone().filter(is_other);
        let lemma = |token: usize| topic::lemma(document, token);
        let is_dated = |token: usize| self.annotations.timex_at(token).is_some();
        // "Fahrenheit" is of the amount.
        let is_unit = |token: usize| self.annotations.quantity_at(token).is_some();
        let is_name = |token: &usize| topic::is_name(document, *token) && !is_dated(*token) && !is_unit(*token);
        let is_of_clause = |token: &usize| self.clauses.predicate_of(*token) == Some(predicate);
        let is_word = |token: &usize| matches!(document.tokens[*token].pos, Pos::Noun | Pos::Adj | Pos::Verb);
        let names = |inside: bool| {
            let words = others().filter(|token| is_of_clause(token) == inside).filter(is_name).map(lemma);
            sorted(words.filter(|word| !is_version(word)))
        };
        // "A project may have up to 100 members": the members are those of a project.
        let holder = subject(document, predicate).filter(|&holder| holder != thing);
        let holder = holder.filter(|_| matches!(value, PropertyValue::Amount { .. }));
        let of_holder = holder.map(|holder| self.own_words(holder)).unwrap_or_default();
        let (head, words) = self.named(thing, &own);
        Property {
            article: self.article,
            span: document.span(self.clauses.extent(document, predicate)).to(document.tokens[thing].span),
            sentence: document.span(self.sentence.tokens.clone()),
            head,
            thing: words,
            context: sorted(
                self.belonging(thing).filter(|&token| is_word(&token) || is_name(&token)).chain(of_holder).map(lemma),
            ),
            scope: sorted(others().filter(is_word).map(lemma)),
            limits: sorted(self.limits(predicate, thing).into_iter().chain(self.needing(predicate, &value)).map(lemma)),
            // A name with its version may stand before the clause: "To upgrade to Tarn 3, you need Python 3.11".
            qualified: self.qualified(
                others().filter(|token| is_of_clause(token) || is_name(token)).chain(self.named_by(thing)),
                &value,
            ),
            conditions: sorted(
                self.conditions(predicate)
                    .filter(|token| is_word(token) || is_name(token) || document.tokens[*token].pos == Pos::Adv)
                    .map(lemma),
            ),
            names: names(true),
            names_beside: names(false),
            item: Vec::new(),
            versions: sorted(
                self.sentence.tokens.clone().filter(is_of_clause).flat_map(|at| self.versions(at..at + 1)),
            ),
            value,
            before: None,
            is_laid_down: true,
            is_entry: false,
            is_revision: is_revision(document, predicate),
            told: self.annotations.times.anchor,
        }
    }
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests;
