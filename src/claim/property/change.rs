//! Changes of a figure: "the limit on the size of a vault has been raised from 2 GB to 8 GB", "the fee goes up from 60 to
//! 70 euros". The property is the new figure; the old one is what held before.

use super::{Property, PropertyValue, Reader, amount_of, limited, per};
use crate::claim::clause::{is_passive, subject};
use crate::claim::measure::top;
use crate::claim::modality::Reading;
use crate::claim::{Modality, Polarity};
use crate::language::cue::phrase_lemma;
use crate::language::{Label, Pos};
use crate::quantity::Quantity;
use crate::table;
use crate::time::{Timex, TimexClass};

const CHANGES: &str = include_str!("../data/changes.tsv");

impl Reader<'_> {
    /// Whether the predicate says only what a figure may be made: "the limit can be raised to 16 MB".
    pub(super) fn may_change(&self, predicate: usize, reading: &Reading) -> bool {
        let lemma = phrase_lemma(self.document, predicate, |phrase| table::has(CHANGES, phrase));
        reading.modality == Modality::Possible && table::value_of(CHANGES, &lemma) == Some("done")
    }

    /// The figure that the predicate says to be another one now.
    pub(super) fn change(&self, predicate: usize, reading: &Reading) -> Option<Property> {
        let document = self.document;
        let lemma = phrase_lemma(document, predicate, |phrase| table::has(CHANGES, phrase));
        let is_done = table::value_of(CHANGES, &lemma)? == "done";
        let passive = is_passive(document, predicate);
        let object = document.child(predicate, Label::Dobj);
        // What rose may fall again; what rises from a day on, and what has been raised, is a rule.
        let is_rule = match reading.modality {
            Modality::Happened => is_done && (passive || object.is_some()),
            modality => modality == Modality::Holds || modality.is_ahead(),
        };
        let thing = if is_done && !passive && object.is_some() { object } else { subject(document, predicate) };
        let thing = self.antecedents.get(&thing?).copied().or(thing)?;
        let is_noun = matches!(document.tokens[thing].pos, Pos::Noun | Pos::Propn);
        if !is_rule || !is_noun || reading.polarity == Polarity::Negative {
            return None;
        }
        // "The annual fee"
        let rate = || self.rate_of(thing);
        let before = per(self.figure_led_by("from", predicate)?, rate());
        let after = per(self.figure_led_by("to", predicate)?, rate());
        let thing = self.priced(thing).unwrap_or(thing);
        let property = self.property(predicate, thing, after);
        Some(Property { before: Some(before), is_revision: true, ..property })
    }

    /// The figure of the clause that the preposition leads to.
    fn figure_led_by(&self, link: &str, predicate: usize) -> Option<PropertyValue> {
        let document = self.document;
        let tokens = || self.sentence.tokens.clone();
        let is_led = |start: usize| start.checked_sub(1).is_some_and(|before| document.lower(before) == link);
        let is_own = |token: usize| self.clauses.predicate_of(token) == Some(predicate);
        let is_wanted = |quantity: &&Quantity| {
            is_own(quantity.tokens.start) && is_led(quantity.tokens.start) && top(document, quantity).is_some()
        };
        let amount = self.annotations.quantities_in(tokens()).find(is_wanted);
        let is_length = |timex: &&Timex| {
            timex.class == TimexClass::Duration && is_own(timex.tokens.start) && is_led(timex.tokens.start)
        };
        let length = || self.annotations.timexes_in(tokens()).find(is_length);
        // "From £28 to £32 a day"
        let rated = |quantity: &Quantity| limited(per(amount_of(quantity)?, self.rates_of_last(quantity)));
        amount.and_then(rated).or_else(|| length().and_then(|timex| self.lasting(timex, "second")))
    }

    /// What the last amount of "from £28 to £32 a day" is counted per, which holds for the first one too.
    fn rates_of_last(&self, quantity: &Quantity) -> Vec<String> {
        let all = self.annotations.quantities_in(quantity.tokens.start..self.sentence.tokens.end);
        let of_unit = all.filter(|other| other.unit == quantity.unit);
        of_unit.flat_map(|quantity| self.rates(quantity)).collect()
    }
}
