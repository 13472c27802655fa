//! Entries: what a data sheet, a price list or a reference gives after a colon: "Maximum pressure: 130 bar", "Cement
//! mixer, 130 litres: £28", "`--legacy-keys`: deprecated".

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Property, PropertyValue, Reader, State, amount_of, is_bare_measure, limited, per, sorted, state_of, whole,
};
use crate::article::BlockKind;
use crate::claim::topic;
use crate::language::{Document, Pos, Tag};
use crate::quantity::{Quantity, Unit};
use crate::table;

/// A label has so many words at most; what is longer is a sentence.
const LONGEST_LABEL: usize = 12;

/// What stands before the colon.
struct Label {
    /// The words that name the thing, the last of them its head.
    thing: Vec<usize>,
    /// What follows them: "for children", "130 litres".
    rest: Range<usize>,
    /// Whether it numbers the thing: "Number of seats".
    is_number: bool,
    /// What its brackets say of the thing: "(required)".
    states: Vec<PropertyValue>,
}

impl Reader<'_> {
    /// What the sentence gives after the label that it begins with; nothing where it is a clause.
    pub(super) fn entry(&self) -> Vec<Property> {
        let Some((label, after)) = self.label().filter(|_| self.sentence.block != BlockKind::Title) else {
            return Vec::new();
        };
        let bracketed = label.states.iter().map(|state| (state.clone(), after..after));
        let values = bracketed.chain(self.figure_after(&label, after)).chain(self.state_after(after));
        let most = self.most_of_number(after).into_iter().map(|(thing, value, value_end)| {
            let label = Label { thing: vec![thing], rest: after..after, is_number: true, states: Vec::new() };
            let entry = self.of_entry(&label, after, value, value_end..value_end);
            // "Number of rows per request"
            let is_base = |token: &usize| self.document.tokens[*token].pos == Pos::Noun && *token != thing;
            let base = (thing..value_end).filter(is_base).map(|token| topic::lemma(self.document, token));
            Property { scope: sorted(base), ..entry }
        });
        let own: Vec<Property> = values.map(|(value, tail)| self.of_entry(&label, after, value, tail)).collect();
        own.into_iter().chain(most).collect()
    }

    /// What an option numbers, and the most of it: "rows" and 1,000 in "number of rows per request, from 1 to 1000".
    fn most_of_number(&self, after: usize) -> Option<(usize, PropertyValue, usize)> {
        let document = self.document;
        let end = self.sentence.tokens.end;
        let is = |token: usize, word: &str| token < end && document.lower(token) == word;
        let number = (after..end).take(4).find(|&token| is(token, "number") && is(token + 1, "of"))?;
        let is_noun = |token: &usize| document.tokens[*token].pos == Pos::Noun;
        let thing = (number + 2..end)
            .take(3)
            .take_while(|token| document.tokens[*token].pos != Pos::Adp)
            .filter(is_noun)
            .last()?;
        let from = (thing..end)
            .find(|&token| is(token, "from") && is(token + 2, "to") || is(token, "between") && is(token + 2, "and"))?;
        let most = plain_number(document.word((from + 3).min(end - 1)));
        let (unit, words) = (topic::lemma(document, thing), document.span(from..(from + 4).min(end)).of(document.text));
        let value = |most: f64| {
            let words = words.to_owned();
            PropertyValue::Amount { low: Some(most), high: Some(most), step: 1.0, unit, words }
        };
        most.map(|most| (thing, value(most), (from + 4).min(end)))
    }

    /// The label, and the token after its colon.
    fn label(&self) -> Option<(Label, usize)> {
        let document = self.document;
        let tokens = self.sentence.tokens.clone();
        let colon = tokens.clone().take(LONGEST_LABEL).find(|&token| document.word(token).ends_with(':'))?;
        let colon = Some(colon).filter(|colon| colon + 1 < tokens.end)?;
        let is_finite =
            |token: usize| matches!(document.tokens[token].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md | Tag::Prp);
        let is_end =
            |token: &usize| matches!(document.tokens[*token].tag, Tag::Comma | Tag::LeftBracket | Tag::In | Tag::To);
        let end = (tokens.start..colon).find(is_end).unwrap_or(colon);
        if (tokens.start..end).any(|token| is_finite(token) && self.quoted(token).is_none()) {
            return None;
        }
        let is_amount = |token: usize| self.annotations.quantity_at(token).is_some();
        let is_word = |token: &usize| {
            !is_amount(*token)
                && document.word(*token).contains(char::is_alphabetic)
                && !matches!(document.tokens[*token].pos, Pos::Det | Pos::Punct)
                && !is_bounding(&document.lower(*token))
        };
        let mut thing: Vec<usize> = (tokens.start..end).filter(is_word).collect();
        // "Number of seats: 40"
        let is_bare = matches!(thing[..], [only] if is_bare_measure(&document.tokens[only].lemma.to_lowercase()));
        let is_number = is_bare && document.lower(end) == "of";
        let mut rest = end;
        if is_number {
            rest = (end + 1..colon).find(is_end).unwrap_or(colon);
            thing = (end + 1..rest).filter(is_word).collect();
        }
        let is_noun = |token: usize| matches!(document.tokens[token].pos, Pos::Noun | Pos::Propn);
        let is_named = thing.last().is_some_and(|&head| is_noun(head) || self.code(head).is_some());
        let rest = rest..colon + 1;
        let states = self.states_in(rest.clone());
        is_named.then_some((Label { thing, rest, is_number, states }, colon + 1))
    }

    /// The states that brackets name: "(string, optional)".
    fn states_in(&self, tokens: Range<usize>) -> Vec<PropertyValue> {
        let words = self.document.span(tokens).of(self.document.text);
        let inside = words.split_once('(').and_then(|(_, inside)| inside.split(')').next()).unwrap_or_default();
        let named = inside.split(',').map(|part| part.trim().to_lowercase());
        named.filter_map(|part| state(&part)).collect()
    }

    /// The state that the words after the colon name: "optional".
    fn state_after(&self, after: usize) -> Option<(PropertyValue, Range<usize>)> {
        let end = self.end_of_part(after);
        let words = self.document.span(after..end.max(after + 1)).of(self.document.text).to_lowercase();
        Some((state(&words).filter(|_| after < end)?, end..end))
    }

    /// The figure after the colon, and what limits it: "£28", "at most 60 seconds", "12 euros for children".
    fn figure_after(&self, label: &Label, after: usize) -> Option<(PropertyValue, Range<usize>)> {
        let document = self.document;
        let is_led = |start: usize| {
            (after..start).all(|token| {
                let word = document.lower(token);
                is_bounding(&word) || matches!(word.as_str(), "default" | "up" | "to" | "at" | "most" | "only" | "`")
            })
        };
        let own = after..self.sentence.tokens.end;
        let quantity = self.annotations.quantities_in(own.clone()).next().filter(|it| is_led(it.tokens.start));
        let timex = self.annotations.timexes_in(own).next().filter(|timex| is_led(timex.tokens.start));
        let (value, end) = match (quantity, timex) {
            (Some(quantity), _) => {
                let rates = 2 * self.rates(quantity).count();
                (self.amount_after(label, quantity)?, whole(quantity).end + rates)
            }
            (None, Some(timex)) => (self.lasting(timex, "second")?, timex.tokens.end),
            (None, None) => self.number_after(label, after)?,
        };
        let labelled = || self.sentence.tokens.start..after;
        let is_least = labelled().any(|token| matches!(document.lower(token).as_str(), "minimum" | "min" | "least"));
        Some((if is_least { at_least(value) } else { value }, end..self.end_of_part(end)))
    }

    /// The amount where it is of a unit; a bare number is that of a setting or of what has a number by nature.
    fn amount_after(&self, label: &Label, quantity: &Quantity) -> Option<PropertyValue> {
        let head = *label.thing.last()?;
        let lemma = self.document.tokens[head].lemma.to_lowercase();
        let is_setting = || self.code(head).is_some() || table::has(include_str!("../data/specified.tsv"), &lemma);
        let is_of_unit = !matches!(quantity.unit, Unit::None | Unit::Points) || is_setting() || label.is_number;
        let mut value = amount_of(quantity).filter(|_| is_of_unit && !quantity.approximate)?;
        if let PropertyValue::Amount { unit, .. } = &mut value
            && label.is_number
            && unit.is_empty()
        {
            unit.push_str(&lemma);
        }
        limited(per(value, self.rates(quantity)))
    }

    /// The bare number of a setting: "`max_workers`: default 8".
    fn number_after(&self, label: &Label, after: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let at = (after..self.sentence.tokens.end).find(|&token| document.lower(token) != "default")?;
        let number = plain_number(document.word(at))?;
        let head = *label.thing.last()?;
        let unit = if label.is_number { topic::lemma(document, head) } else { String::new() };
        let (low, high) = (Some(number), Some(number).filter(|_| label.is_number || self.code(head).is_some()));
        high?;
        Some((PropertyValue::Amount { low, high, step: 1.0, unit, words: document.word(at).to_owned() }, at + 1))
    }

    /// Where the part of the sentence that begins at the token ends: at the next mark.
    fn end_of_part(&self, start: usize) -> usize {
        let end = self.sentence.tokens.end;
        let is_mark = |token: &usize| self.document.tokens[*token].pos == Pos::Punct;
        (start..end).find(is_mark).unwrap_or(end)
    }

    fn of_entry(&self, label: &Label, after: usize, value: PropertyValue, tail: Range<usize>) -> Property {
        let document = self.document;
        let lemma = |token: usize| topic::lemma(document, token);
        let is_word = |token: &usize| {
            matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Verb)
                && self.annotations.quantity_at(*token).is_none()
                && !is_bounding(&document.lower(*token))
        };
        let words = |tokens: Range<usize>| tokens.filter(is_word).map(lemma).collect::<Vec<_>>();
        let first = self.sentence.tokens.start;
        let is_amount = matches!(value, PropertyValue::Amount { .. });
        let thing = if is_amount { without_measures(document, &label.thing) } else { &label.thing };
        let (head, thing) = self.named(thing.last().copied().unwrap_or(first), thing);
        // What brackets after an option say is its type.
        let rest = if self.coded(&label.thing).is_some() || !label.states.is_empty() {
            Vec::new()
        } else {
            words(label.rest.clone())
        };
        let is_belonging = |token: usize| document.lower(token) == "of";
        let (context, limits) = if is_belonging(label.rest.start) { (rest, Vec::new()) } else { (Vec::new(), rest) };
        let is_default = (first..after + 1).any(|token| document.lower(token) == "default");
        let default = is_default.then(|| "default".to_owned());
        let amounts = self.annotations.quantities_in(label.rest.clone()).filter_map(|quantity| {
            let PropertyValue::Amount { unit, words, .. } = amount_of(quantity)? else { return None };
            Some((unit, vec![words]))
        });
        Property {
            article: self.article,
            span: document.span(first..tail.start.max(after).max(first + 1)),
            sentence: document.span(self.sentence.tokens.clone()),
            head,
            thing: sorted(thing.into_iter().chain(default)),
            context: sorted(context.into_iter()),
            scope: Vec::new(),
            qualified: amounts.collect(),
            limits: sorted(limits.into_iter().chain(words(tail))),
            conditions: Vec::new(),
            names: Vec::new(),
            names_beside: Vec::new(),
            versions: Vec::new(),
            item: Vec::new(),
            value,
            before: None,
            is_laid_down: true,
            is_entry: true,
            is_revision: false,
            told: self.annotations.times.anchor,
        }
    }
}

/// The words without the last ones that only name a figure: "attachment" in "attachment size limit".
fn without_measures<'l>(document: &Document<'_>, mut thing: &'l [usize]) -> &'l [usize] {
    let is_bare = |last: usize| is_bare_measure(&document.tokens[last].lemma.to_lowercase());
    while let [rest @ .., last] = thing
        && !rest.is_empty()
        && is_bare(*last)
    {
        thing = rest;
    }
    thing
}

/// The state that the words name.
fn state(words: &str) -> Option<PropertyValue> {
    let row = state_of(words).filter(|row| !row.is_of_object)?;
    Some(PropertyValue::State(State { axis: row.axis, rank: row.rank, is_denied: false, words: words.to_owned() }))
}

/// Whether the word says that a figure is a bound: the bound is a figure of the thing.
fn is_bounding(word: &str) -> bool {
    matches!(word, "maximum" | "max" | "max." | "minimum" | "min" | "min." | "default")
}

/// A least and a most are two figures.
fn at_least(value: PropertyValue) -> PropertyValue {
    match value {
        PropertyValue::Amount { low, high, step, unit, words } if !unit.ends_with("at least") => {
            PropertyValue::Amount { low, high, step, unit: format!("{unit} at least"), words }
        }
        value => value,
    }
}

/// Leaves out the entries of one article that give one thing several figures: a table, whose headings tell them apart;
/// and the only one of a text that is no manual: "Wind: 120 kilometres per hour" beside what happened.
pub(in crate::claim) fn drop_rivals(properties: &mut Vec<Property>, is_manual: bool) {
    type Told = (Vec<String>, Vec<String>, Vec<String>, Vec<(String, Vec<String>)>, String);
    let told = |one: &Property| -> Told {
        let Property { thing, context, limits, qualified, .. } = one;
        (thing.clone(), context.clone(), limits.clone(), qualified.clone(), unit_of(one).to_owned())
    };
    let (mut values, mut several) = (FxHashMap::<Told, PropertyValue>::default(), FxHashSet::<Told>::default());
    let mut entries = 0;
    for entry in properties.iter().filter(|property| property.is_entry) {
        entries += 1;
        if *values.entry(told(entry)).or_insert_with(|| entry.value.clone()) != entry.value {
            several.insert(told(entry));
        }
    }
    let is_of_list =
        |one: &Property| is_manual || entries >= FEWEST_OF_LIST || matches!(one.value, PropertyValue::State(_));
    properties.retain(|one| !one.is_entry || is_of_list(one) && !several.contains(&told(one)));
}

/// The number that figures write: "1,000", "2.5"; not "infinity".
pub(super) fn plain_number(word: &str) -> Option<f64> {
    let is_figure = word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '.'));
    word.replace(',', "").parse().ok().filter(|_| is_figure)
}

/// The unit of a figure, or the axis of a state.
fn unit_of(property: &Property) -> &str {
    match &property.value {
        PropertyValue::Amount { unit, .. } => unit,
        PropertyValue::State(state) => state.axis,
        PropertyValue::Version { what, .. } => what,
    }
}

/// So many entries make a list.
const FEWEST_OF_LIST: usize = 2;
