//! The figure of a thing that has one by nature, and its price: "the default timeout is 30 seconds", "the plan costs
//! 12 euros a month".

use std::ops::Range;

use super::{PropertyValue, Reader, sorted};
use crate::claim::clause::subject;
use crate::claim::modality::Reading;
use crate::claim::{Polarity, length};
use crate::language::{Label, Pos};
use crate::quantity::{Quantity, Unit};
use crate::table;
use crate::time::Timex;

impl Reader<'_> {
    /// The figure of a thing that has one by nature: "the default timeout is 30 seconds", "the port defaults to 8080".
    pub(super) fn amount(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let is_given = match document.tokens[predicate].lemma.as_str() {
            "be" | "default" | "cost" => reading.polarity == Polarity::Positive,
            "charge" => reading.polarity == Polarity::Positive && self.is_charged_for(predicate).is_some(),
            _ => false,
        };
        // "Charges 15 euros for the plan": the plan has the price.
        let thing = self.is_charged_for(predicate).or_else(|| subject(document, predicate)).filter(|_| is_given)?;
        let is_specified = |token: &usize| {
            let lemma = document.tokens[*token].lemma.to_lowercase();
            table::has(include_str!("../data/specified.tsv"), &lemma)
        };
        let is_of_figure = self.own_words(thing).iter().any(is_specified);
        let is_value = |tokens: &Range<usize>| {
            let Some(top) = document.top(tokens.clone()) else { return false };
            let above = document.tokens[top].head;
            above == predicate && top > predicate
                || document.tokens[above].head == predicate && document.lower(above) == "to"
        };
        let own = || self.sentence.tokens.clone();
        let mut quantities = self.annotations.quantities_in(own()).filter(|quantity| is_value(&whole(quantity)));
        let lasting = || self.annotations.timexes_in(own()).filter(|timex| is_value(&timex.tokens));
        let amount = |quantity: &Quantity| {
            // Whatever costs money has a price.
            let is_price = matches!(quantity.unit, Unit::Money(_));
            let value = amount_of(quantity).filter(|_| is_price || is_of_figure)?;
            Some(if is_price {
                (per(value, self.rates(quantity).chain(self.rate_of(thing))), self.priced(thing).unwrap_or(thing))
            } else {
                (per(value, self.rate_of(thing)), thing)
            })
        };
        let duration = |timex: &Timex| Some((self.lasting(timex, "second")?, thing));
        quantities.find_map(amount).or_else(|| lasting().filter(|_| is_of_figure).find_map(duration))
    }

    /// The price at which something is told to be had: "at 59 crowns a month, Orla is cheaper".
    pub(super) fn priced_at(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let is_price = |quantity: &&Quantity| {
            let top = document.top(quantity.tokens.clone());
            let is_led = top.is_some_and(|top| document.lower(document.tokens[top].head) == "at");
            matches!(quantity.unit, Unit::Money(_) | Unit::Count(_))
                && is_led
                && self.clauses.predicate_of(quantity.tokens.start) == Some(predicate)
                && self.rates(quantity).next().is_some()
        };
        let quantity = self.annotations.quantities_in(self.sentence.tokens.clone()).find(is_price)?;
        // "The newcomer is Orla"
        let named = document.child(predicate, Label::Attr).filter(|&name| document.tokens[name].pos == Pos::Propn);
        let thing = named.or_else(|| subject(document, predicate))?;
        Some((per(amount_of(quantity)?, self.rates(quantity)), thing))
    }

    /// What somebody charges for: "the plan" in "charges 15 euros for the plan".
    fn is_charged_for(&self, predicate: usize) -> Option<usize> {
        let document = self.document;
        let is_charging = document.tokens[predicate].lemma == "charge";
        let holders = std::iter::once(predicate).chain(document.child(predicate, Label::Dobj));
        let mut links = holders.flat_map(|holder| document.children_by(holder, &[Label::Prep, Label::Dative]));
        let link = links.find(|&link| is_charging && document.lower(link) == "for")?;
        document.child(link, Label::Pobj).filter(|&thing| document.tokens[thing].pos != Pos::Pron)
    }

    /// A length of time as a figure of the unit, in seconds.
    pub(super) fn lasting(&self, timex: &Timex, unit: &str) -> Option<PropertyValue> {
        let (part, start) = self.part_of(timex.tokens.start);
        let seconds = Some(length::of_value(&timex.value)? * 3600.0 * part);
        let words = self.document.span(start..timex.tokens.end).of(self.document.text).to_owned();
        Some(PropertyValue::Amount { low: seconds, high: seconds, step: 1.0, unit: unit.to_owned(), words })
    }

    /// The part of the time that begins at the token, and where its words begin: "half" in "half an hour".
    fn part_of(&self, start: usize) -> (f64, usize) {
        let word = |count: usize| start.checked_sub(count).map(|at| self.document.lower(at)).unwrap_or_default();
        match (word(2).as_str(), word(1).as_str()) {
            (_, "half") => (0.5, start - 1),
            ("quarter", "of") => (0.25, start - 2),
            ("third", "of") => (1.0 / 3.0, start - 2),
            _ => (1.0, start),
        }
    }

    /// What a price is the price of: "membership" in "the membership fee", "the fee for membership".
    pub(super) fn priced(&self, price: usize) -> Option<usize> {
        let document = self.document;
        let is_price = table::has(include_str!("../data/prices.tsv"), &document.tokens[price].lemma.to_lowercase());
        let of = document.children_by(price, &[Label::Prep]);
        let mut of = of.filter(|&prep| matches!(document.lower(prep).as_str(), "of" | "for"));
        let object = || of.find_map(|prep| document.child(prep, Label::Pobj));
        let compound = || document.children_by(price, &[Label::Compound]).last();
        is_price.then(|| compound().or_else(object)).flatten()
    }

    /// The time that an adjective of the thing counts its amount per: "year" for "the annual fee".
    pub(super) fn rate_of(&self, thing: usize) -> Option<String> {
        let mut adjectives = self.document.children_by(thing, &[Label::Amod]);
        adjectives.find_map(|adjective| {
            table::value_of(include_str!("../data/rate_adjectives.tsv"), &self.document.lower(adjective))
                .map(str::to_owned)
        })
    }
}

/// The tokens of the amount with what it counts.
pub(super) fn whole(quantity: &Quantity) -> Range<usize> {
    let end = quantity.counted.map_or(quantity.tokens.end, |counted| quantity.tokens.end.max(counted + 1));
    quantity.tokens.start..end
}

pub(super) fn amount_of(quantity: &Quantity) -> Option<PropertyValue> {
    let (unit, of) = match &quantity.unit {
        Unit::Count(noun) => (noun.clone(), noun.as_str()),
        Unit::Money(currency) => ((*currency).to_owned(), ""),
        Unit::Physical(unit) => ((*unit).to_owned(), ""),
        Unit::Percent => ("percent".to_owned(), ""),
        Unit::Points | Unit::None => (String::new(), ""),
    };
    let words = quantity.label(of);
    (!quantity.ordinal).then_some(PropertyValue::Amount {
        low: quantity.low,
        high: quantity.high,
        step: quantity.step,
        unit,
        words,
    })
}

/// The amount with what it is counted per: "EUR per user per month".
pub(super) fn per(value: PropertyValue, rates: impl IntoIterator<Item = String>) -> PropertyValue {
    let PropertyValue::Amount { low, high, step, unit, words } = value else { return value };
    // "A month per user" is "per user and month".
    let unit = sorted(rates.into_iter()).into_iter().fold(unit, |unit, rate| format!("{unit} per {rate}"));
    PropertyValue::Amount { low, high, step, unit, words }
}
