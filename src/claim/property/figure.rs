//! Figures that a text gives as a rule, whatever verb tells them: "you get 10 GB of storage", "sessions expire after 30
//! minutes", "orders leave the warehouse within five days".

use super::{Property, PropertyValue, Reader, amount_of, per};
use crate::claim::clause::subject;
use crate::claim::event::concept_of_verb;
use crate::claim::modality::{Reading, read};
use crate::claim::{self, Claim, Modality, Participant, Polarity};
use crate::entity::Role;
use crate::language::{Document, Label, Pos, Tag};
use crate::quantity::{Quantity, Unit};
use crate::table;
use crate::time::{Modifier, Timex, TimexClass};

/// Whether the article is a manual or the like: it tells how things are and what can be done, hardly anything that
/// happened, and nobody speaks in it.
///
/// "The free plan includes 5 GB. You can upgrade at any time." is; a report or a chronicle is not.
pub(in crate::claim) fn is_manual(document: &Document<'_>, claims: &[Claim]) -> bool {
    let own = document.sentences.iter().filter(|sentence| sentence.block.makes_claims() && !sentence.tokens.is_empty());
    let modalities: Vec<Modality> = own.map(|sentence| read(document, sentence.root).modality).collect();
    let count = |are: &[Modality]| modalities.iter().filter(|modality| are.contains(modality)).count();
    let (past, rules) =
        (count(&[Modality::Happened]), count(&[Modality::Holds, Modality::Possible, Modality::Required]));
    // The recogniser takes products of one word for people.
    let names_person =
        |claim: &Claim| claim.names().any(|name| name.role == Role::Person && name.canonical.contains(' '));
    let acts = |one: &Participant| matches!(one.role, claim::Role::Agent | claim::Role::Party);
    let lets_country_act = |claim: &Claim| {
        claim
            .participants
            .iter()
            .filter(|one| acts(one))
            .flat_map(|one| &one.names)
            .any(|name| name.role == Role::Country)
    };
    let is_told = |claim: &Claim| claim.attribution.is_some() || names_person(claim) || lets_country_act(claim);
    modalities.len() >= FEWEST_SENTENCES
        && past * MOST_PAST <= modalities.len()
        && rules * 2 >= modalities.len()
        && !claims.iter().any(is_told)
}

/// A single sentence may be of anything.
const FEWEST_SENTENCES: usize = 2;

/// One sentence in so many may tell what happened: "was removed in 5.0".
const MOST_PAST: usize = 4;

impl Reader<'_> {
    /// All figures of a clause that tells how things are as a rule.
    pub(super) fn figures(&self, predicate: usize, reading: &Reading) -> Vec<Property> {
        if !self.is_rule(predicate, reading) {
            return Vec::new();
        }
        let tokens = || self.sentence.tokens.clone();
        let is_own = |token: usize| self.clauses.predicate_of(token) == Some(predicate);
        let amounts = self.annotations.quantities_in(tokens()).filter(|quantity| is_own(quantity.tokens.start));
        let amounts = amounts.filter_map(|quantity| self.figure(quantity, predicate));
        let lengths = self.annotations.timexes_in(tokens()).filter(|timex| is_own(timex.tokens.start));
        let lengths = lengths.filter_map(|timex| self.length(timex, predicate));
        let figures = amounts.chain(lengths);
        figures
            .map(|(value, thing)| Property { is_laid_down: false, ..self.property(predicate, thing, value) })
            .collect()
    }

    /// Whether the clause is in the present tense, or says what can or must be; no day dates it.
    fn is_rule(&self, predicate: usize, reading: &Reading) -> bool {
        let document = self.document;
        let is_said = match reading.modality {
            // "Is cutting 1,200 jobs" tells of one time.
            Modality::Holds => document.tokens[predicate].tag != Tag::Vbg,
            Modality::Possible | Modality::Required | Modality::Expected => !self.is_unreal(predicate),
            _ => false,
        };
        let is_day = |timex: &Timex| timex.interval.is_some() && timex.class != TimexClass::Duration;
        let dates = self.annotations.timexes_in(self.sentence.tokens.clone());
        let concept = concept_of_verb(&document.tokens[predicate].lemma.to_lowercase());
        let is_chronicled = concept.is_some_and(|concept| table::has(include_str!("../data/chronicled.tsv"), concept));
        let is_excluded = document.tokens[predicate].lemma == "exceed" && reading.polarity == Polarity::Negative;
        is_said
            && !is_chronicled
            && (reading.polarity == Polarity::Positive || is_excluded)
            && !dates.into_iter().any(is_day)
    }

    /// Whether the clause tells what could be: "would", "could".
    fn is_unreal(&self, predicate: usize) -> bool {
        let mut auxiliaries = self.document.children_by(predicate, &[Label::Aux]);
        auxiliaries
            .any(|auxiliary| matches!(self.document.lower(auxiliary).as_str(), "would" | "could" | "might" | "had"))
    }

    /// An amount; the least is a figure of its own.
    fn figure(&self, quantity: &Quantity, predicate: usize) -> Option<(PropertyValue, usize)> {
        if self.is_base(quantity) || self.is_known(quantity) || self.is_old(quantity.tokens.start) {
            return None;
        }
        let value = limited(amount_of(quantity).filter(|_| !quantity.approximate)?)?;
        let counted = quantity.counted.filter(|counted| !quantity.tokens.contains(counted));
        let thing = counted.or_else(|| self.thing_of(predicate))?;
        Some((per(value, self.rates(quantity)), thing))
    }

    /// Whether the amount is what another one is counted per: "three computers with one licence".
    fn is_base(&self, quantity: &Quantity) -> bool {
        let document = self.document;
        let noun = quantity.counted.filter(|_| document.lower(quantity.tokens.start) == "one");
        noun.is_some_and(|noun| document.tokens[document.tokens[noun].head].pos == Pos::Adp)
    }

    /// Whether the amount is that of things that are there: "the 26 desks".
    fn is_known(&self, quantity: &Quantity) -> bool {
        let before = quantity.tokens.start.checked_sub(1).map(|before| self.document.lower(before));
        let is_definite = before.is_some_and(|word| matches!(word.as_str(), "the" | "these" | "those"));
        is_definite && matches!(quantity.unit, Unit::Count(_))
    }

    /// Whether the amount that begins at the token is said to hold no more: "instead of six hours".
    fn is_old(&self, start: usize) -> bool {
        let first = self.sentence.tokens.start;
        let before =
            |count: usize| start.checked_sub(count).filter(|&at| at >= first).map(|at| self.document.lower(at));
        let phrase = [before(2), before(1)].map(Option::unwrap_or_default);
        let is_replacing = matches!(
            phrase.each_ref().map(String::as_str),
            ["instead", "of"] | ["rather", "than"] | ["up" | "down", "from"]
        );
        is_replacing || phrase[1] == "not"
    }

    /// A length of time, by the word that leads to it.
    fn length(&self, timex: &Timex, predicate: usize) -> Option<(PropertyValue, usize)> {
        let is_length = timex.class == TimexClass::Duration && !self.is_old(timex.tokens.start);
        let before = timex.tokens.start.checked_sub(1).filter(|_| is_length)?;
        let unit = match self.document.lower(before).as_str() {
            _ if matches!(timex.modifier, Some(Modifier::EqualOrLess | Modifier::LessThan)) => "second within",
            "within" | "under" => "second within",
            "every" => "second every",
            _ => "second",
        };
        Some((self.lasting(timex, unit)?, self.thing_of(predicate)?))
    }

    /// The object of the predicate, or its subject.
    fn thing_of(&self, predicate: usize) -> Option<usize> {
        let noun = |token: &usize| matches!(self.document.tokens[*token].pos, Pos::Noun | Pos::Propn);
        let object = self.document.child(predicate, Label::Dobj).filter(noun);
        object.or_else(|| subject(self.document, predicate)).or(Some(predicate))
    }
}

/// The amount as the one number that it sets: its most, or its least, which is a figure of its own.
pub(super) fn limited(value: PropertyValue) -> Option<PropertyValue> {
    let PropertyValue::Amount { low, high, step, unit, words } = value else { return Some(value) };
    let (unit, limit) = match (low, high) {
        (Some(low), None) => (format!("{unit} at least"), low),
        (_, Some(high)) => (unit, high),
        (None, None) => return None,
    };
    Some(PropertyValue::Amount { low: Some(limit), high: Some(limit), step, unit, words })
}
