//! What a text allows, includes or keeps: "a project may have up to 100 members", "the API allows 60 requests per
//! minute", "logs are deleted after 30 days", "the server listens on port 8080", "runs on Linux and Windows".

use super::version::is_number;
use super::{Property, PropertyValue, Reader, State, amount_of, per, whole};
use crate::claim::clause::subject;
use crate::claim::measure::top;
use crate::claim::modality::Reading;
use crate::claim::{Modality, Polarity};
use crate::language::{Label, Pos, Tag};
use crate::quantity::Quantity;
use crate::table;

impl Reader<'_> {
    /// What the predicate allows, where it lays down how things are as a rule.
    pub(super) fn allowances(&self, predicate: usize, reading: &Reading) -> Vec<Property> {
        let is_rule = reading.polarity == Polarity::Positive && self.is_of_present(predicate);
        if let Some((value, thing)) = self.excess(predicate, reading) {
            return vec![self.property(predicate, thing, value)];
        }
        let found = || {
            self.limit(predicate)
                .or_else(|| self.retention(predicate))
                .or_else(|| self.number_of_name(predicate))
                .map_or_else(|| self.platforms(predicate, reading), |found| vec![found])
        };
        let is_holding = is_rule && reading.modality != Modality::Happened;
        let found = if is_holding || reading.modality == Modality::Holds { found() } else { Vec::new() };
        found.into_iter().map(|(value, thing)| self.property(predicate, thing, value)).collect()
    }

    /// Whether the predicate stands in the present tense or after "may", "can".
    fn is_of_present(&self, predicate: usize) -> bool {
        let auxiliaries = self.document.children_by(predicate, &[Label::Aux]);
        let mut words = auxiliaries.map(|auxiliary| self.document.lower(auxiliary));
        words.all(|word| matches!(word.as_str(), "may" | "can" | "must" | "is" | "are" | "does" | "do"))
    }

    /// The most or the number that is allowed or included: "may have at most 100 collaborators", "includes 5 GB of
    /// storage", "are limited to 60 per minute".
    pub(super) fn limit(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let lemma = document.tokens[predicate].lemma.to_lowercase();
        let rule = table::value_of(include_str!("../data/allowing.tsv"), &lemma);
        let is_modal = document
            .children_by(predicate, &[Label::Aux])
            .any(|auxiliary| matches!(document.lower(auxiliary).as_str(), "may" | "can" | "must"));
        let quantity = self.annotations.quantities_in(self.sentence.tokens.clone()).find(|quantity| {
            self.clauses.predicate_of(quantity.tokens.start) == Some(predicate)
                && quantity.tokens.start > predicate
                && !quantity.ordinal
        })?;
        let is_most = quantity.low.is_none() && quantity.high.is_some();
        let is_least = quantity.high.is_none() && quantity.low.is_some();
        let is_needed = matches!(lemma.as_str(), "need" | "require") || is_modal;
        // "May have 3 doors" allows nothing; "may have up to 3 doors" does, and so does "allows 3 doors".
        if !(is_modal && is_most || is_needed && is_least || rule.is_some()) {
            return None;
        }
        let thing = self.allowed(predicate, quantity)?;
        let PropertyValue::Amount { low, high, step, unit, words } = amount_of(quantity)? else { return None };
        // "Requests are limited to 60" counts requests.
        let unit = if unit.is_empty() { self.document.tokens[thing].lemma.to_lowercase() } else { unit };
        // A least and a most are two figures.
        let unit = if is_least { format!("{unit} at least") } else { unit };
        let limit = if is_least { low } else { high };
        let value = PropertyValue::Amount { low: limit, high: limit, step, unit, words };
        Some((per(value, self.rates(quantity)), thing))
    }

    /// The most that is allowed, where more is ruled out: "may not be larger than 25 MB", "cannot exceed 60 characters".
    fn excess(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let end = self.clauses.extent(document, predicate).end;
        let is_than = |next: usize| next < document.tokens.len() && document.lower(next) == "than";
        let is_more = |token: usize| document.tokens[token].tag == Tag::Jjr && is_than(token + 1);
        // "May be no larger than 2 GB"
        let is_no_more = |token: usize| is_more(token) && document.lower(token - 1) == "no";
        let is_denied = reading.polarity == Polarity::Negative || (predicate + 1..end - 1).any(is_no_more);
        let is_ruled_out = is_denied && self.is_of_present(predicate);
        let is_exceeding = document.tokens[predicate].lemma == "exceed" || (predicate + 1..end - 1).any(is_more);
        if !is_ruled_out || !is_exceeding {
            return None;
        }
        let quantity = self.annotations.quantities_in(self.sentence.tokens.clone()).find(|quantity| {
            self.clauses.predicate_of(quantity.tokens.start) == Some(predicate) && quantity.tokens.start > predicate
        })?;
        let thing = subject(document, predicate)?;
        let PropertyValue::Amount { low, high, step, unit, words } = amount_of(quantity)? else { return None };
        let most = high.or(low);
        Some((PropertyValue::Amount { low: most, high: most, step, unit, words: format!("at most {words}") }, thing))
    }

    /// What the amount is one of: what it counts, "storage" in "5 GB of storage", "size" in "5 GB in size", or the subject.
    fn allowed(&self, predicate: usize, quantity: &Quantity) -> Option<usize> {
        let document = self.document;
        if let Some(counted) = quantity.counted.filter(|&counted| document.tokens[counted].pos == Pos::Noun) {
            return Some(counted);
        }
        let last = quantity.tokens.end - 1;
        let of = document
            .children_by(last, &[Label::Prep])
            .find(|&prep| matches!(document.lower(prep).as_str(), "of" | "in"));
        // "Files of up to 50 MB"
        let measured = top(document, quantity).map(|top| document.tokens[top].head);
        let measured = measured.filter(|&of| document.lower(of) == "of").map(|of| document.tokens[of].head);
        // "Up to 2 GB in size"
        let is_bare = |noun: &usize| super::is_bare_measure(&document.tokens[*noun].lemma.to_lowercase());
        of.and_then(|of| document.child(of, Label::Pobj))
            .filter(|noun| !is_bare(noun))
            .or(measured.filter(|&noun| document.tokens[noun].pos == Pos::Noun))
            .or_else(|| subject(document, predicate))
    }

    /// What the amount is counted per, in order: "user" and "month" in "$12 per user per month".
    pub(super) fn rates(&self, quantity: &Quantity) -> impl Iterator<Item = String> {
        let first = whole(quantity).end;
        let links = (first..self.sentence.tokens.end.saturating_sub(1)).step_by(2);
        // "per user and month"
        let is_rate = move |&link: &usize| {
            let word = self.document.lower(link);
            matches!(word.as_str(), "per" | "a" | "an" | "each") || link > first && word == "and"
        };
        links.take_while(is_rate).map(|link| self.document.tokens[link + 1].lemma.to_lowercase())
    }

    /// How long something is kept: "kept for 30 days", "deleted after 30 days".
    fn retention(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let lemma = document.tokens[predicate].lemma.to_lowercase();
        let link = table::value_of(include_str!("../data/keeping.tsv"), &lemma)?;
        let timex = self.annotations.timexes_in(self.sentence.tokens.clone()).find(|timex| {
            let is_led = timex.tokens.start.checked_sub(1).is_some_and(|before| document.lower(before) == link);
            is_led && self.clauses.predicate_of(timex.tokens.start) == Some(predicate)
        })?;
        let thing = document.child(predicate, Label::Dobj).or_else(|| subject(document, predicate))?;
        Some((self.lasting(timex, "second kept")?, thing))
    }

    /// The number by which the object is known: "listens on port 8080".
    fn number_of_name(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let prepositions = document.children_by(predicate, &[Label::Prep]);
        let mut objects = prepositions.flat_map(|prep| document.children_by(prep, &[Label::Pobj]));
        objects.find_map(|noun| {
            let lemma = document.tokens[noun].lemma.to_lowercase();
            let number = noun + 1;
            let is_numbered = table::has(include_str!("../data/numbered.tsv"), &lemma)
                && number < self.sentence.tokens.end
                && is_number(&document.lower(number));
            let value: f64 =
                document.lower(number.min(document.tokens.len() - 1)).parse().ok().filter(|_| is_numbered)?;
            let words = document.span(noun..number + 1).of(document.text).to_owned();
            Some((
                PropertyValue::Amount { low: Some(value), high: Some(value), step: 1.0, unit: String::new(), words },
                noun,
            ))
        })
    }

    /// What the subject runs on: each is supported.
    fn platforms(&self, predicate: usize, reading: &Reading) -> Vec<(PropertyValue, usize)> {
        let document = self.document;
        let is_running = matches!(document.tokens[predicate].lemma.as_str(), "run" | "work");
        let on = document.children_by(predicate, &[Label::Prep]).find(|&prep| document.lower(prep) == "on");
        let Some(first) = on.filter(|_| is_running).and_then(|on| document.child(on, Label::Pobj)) else {
            return Vec::new();
        };
        let mut all = vec![first];
        while let Some(next) = all.last().and_then(|&last| document.child(last, Label::Conj)) {
            all.push(next);
        }
        let is_denied = reading.polarity == Polarity::Negative;
        let state = State { axis: "support", rank: 1, is_denied, words: "runs on it".to_owned() };
        let is_day = |token: usize| self.annotations.timex_at(token).is_some();
        let is_name = |&token: &usize| document.tokens[token].pos == Pos::Propn && !is_day(token);
        all.into_iter().filter(is_name).map(|name| (PropertyValue::State(state.clone()), name)).collect()
    }
}
