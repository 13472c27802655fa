//! Amounts that tell something by themselves: a measure of a thing, the number of the dead.

use super::SentenceReader;
use crate::claim::age::{Age, age, in_whole_years, is_age};
use crate::claim::argument::Cast;
use crate::claim::attribution::{Speakers, attribution};
use crate::claim::modality::{Reading, read};
use crate::claim::{Claim, Counted, Event, Modality, Polarity, measure, toll};
use crate::quantity::Quantity;
use crate::span::Span;

impl SentenceReader<'_> {
    /// Amounts that are statements of their own: that the gorilla weighs 450 pounds, that the death toll is 14, that she
    /// was 91.
    pub(super) fn amounts(&self, speakers: &mut Speakers) -> Vec<Claim> {
        let mut claims = Vec::new();
        for quantity in self.annotations.quantities_in(self.sentence.tokens.clone()) {
            claims.extend(self.of_measure(quantity, speakers).or_else(|| self.of_toll(quantity, speakers)));
        }
        claims.extend(self.sentence.tokens.clone().filter_map(|token| self.of_age(token, speakers)));
        claims
    }

    fn of_age(&self, number: usize, speakers: &mut Speakers) -> Option<Claim> {
        let predicate = self.clauses.predicate_of(number)?;
        let Age { holder, years } = age(self.document, &self.annotations.entities, number, predicate)?;
        // An age is that of the day of telling, however it is told.
        self.of_holder(holder, &years, Modality::Happened, predicate, speakers)
    }

    fn of_measure(&self, quantity: &Quantity, speakers: &mut Speakers) -> Option<Claim> {
        let noun = measure::measured(self.document, quantity)?;
        let predicate = self.clauses.predicate_of(noun)?;
        match is_age(quantity) {
            true => self.of_holder(noun, &in_whole_years(quantity), Modality::Happened, predicate, speakers),
            false => self.of_holder(noun, quantity, Modality::Holds, predicate, speakers),
        }
    }

    /// That somebody or something has the measure.
    fn of_holder(
        &self,
        holder: usize,
        quantity: &Quantity,
        modality: Modality,
        predicate: usize,
        speakers: &mut Speakers,
    ) -> Option<Claim> {
        let cast = self.arguments().of_patient(holder);
        let counted = measure::plain(quantity, cast.participants.first()?.role);
        let span = quantity.span.to(self.document.tokens[holder].span);
        Some(self.of_amount(measure::event(quantity), counted, cast, modality, (predicate, span), speakers))
    }

    fn of_toll(&self, quantity: &Quantity, speakers: &mut Speakers) -> Option<Claim> {
        let toll = toll::toll(self.document, &self.clauses, quantity)?;
        let Reading { modality, polarity } = read(self.document, toll.predicate);
        let cast = match toll.counted {
            Some(counted) => self.arguments().of_patient(counted),
            None => self.arguments().of_noun(toll.noun, None),
        };
        let modality = if modality == Modality::Holds { Modality::Happened } else { modality };
        let span = quantity.span.to(self.document.tokens[toll.noun].span);
        let claim = self.of_amount(toll.event, toll.amount, cast, modality, (toll.predicate, span), speakers);
        (polarity == Polarity::Positive).then_some(claim)
    }

    /// The claim of an amount, told by a predicate in the words of a span.
    fn of_amount(
        &self,
        event: Event,
        counted: Counted,
        cast: Cast,
        modality: Modality,
        (predicate, span): (usize, Span),
        speakers: &mut Speakers,
    ) -> Claim {
        let speaker = self.speaker(predicate, speakers);
        Claim {
            article: self.article,
            span,
            sentence: self.document.span(self.sentence.tokens.clone()),
            event,
            quantities: vec![counted],
            participants: cast.participants,
            places: cast.places,
            time: None,
            clock: None,
            about: None,
            recurs: None,
            deadline: None,
            duration: None,
            lead: None,
            tally: None,
            nth: None,
            versions: Vec::new(),
            item: Vec::new(),
            polarity: Polarity::Positive,
            denies_all: false,
            is_so_far: false,
            joined: Vec::new(),
            is_revision: false,
            modality,
            attribution: speaker.map(|speaker| attribution(speaker, None, self.quoted.is_inside(span.start))),
            inherited: false,
            is_of_somebody: false,
            told: self.annotations.times.anchor,
        }
    }
}
