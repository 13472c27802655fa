//! Lists: what holds of "the following fields" holds of each that is named after the colon.

use std::ops::Range;

use super::{Property, Reader, sorted};
use crate::claim::topic;
use crate::language::{Pos, Tag};

impl Reader<'_> {
    /// The property as that of each thing of the list behind the clause: "The following fields are compulsory: name,
    /// address and the telephone number of the sender".
    pub(super) fn of_each_listed(&self, property: Property) -> Vec<Property> {
        let document = self.document;
        let tokens = self.sentence.tokens.clone();
        let colon = tokens.clone().find(|&token| document.word(token) == ":");
        // The tagger takes "following" for an adjective or for a form of "follow".
        let is_listing = |&colon: &usize| (tokens.start..colon).any(|token| document.lower(token) == "following");
        let is_of_thing = property.thing.iter().any(|word| word.starts_with("follow"));
        let colon = colon.filter(is_listing).filter(|_| is_of_thing);
        let Some(colon) = colon else { return vec![property] };
        let is_link = |token: &usize| document.tokens[*token].tag == Tag::Comma || document.lower(*token) == "and";
        let items: Vec<usize> = (colon + 1..tokens.end).collect();
        let items = items.split(is_link).filter_map(|item| Some(*item.first()?..item.last()? + 1));
        items.filter_map(|item| self.of_listed(&property, item)).collect()
    }

    fn of_listed(&self, property: &Property, item: Range<usize>) -> Option<Property> {
        let document = self.document;
        let is_word =
            |token: &usize| matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
        let end = item.clone().find(|&token| document.tokens[token].pos == Pos::Adp).unwrap_or(item.end);
        let lemma = |token: usize| topic::lemma(document, token);
        let thing: Vec<usize> = (item.start..end).filter(is_word).collect();
        let head = thing.last().copied().filter(|&head| document.tokens[head].pos != Pos::Adj)?;
        Some(Property {
            head: lemma(head),
            thing: sorted(thing.into_iter().map(lemma)),
            context: sorted((end..item.end).filter(is_word).map(lemma)),
            scope: Vec::new(),
            qualified: Vec::new(),
            ..property.clone()
        })
    }
}
