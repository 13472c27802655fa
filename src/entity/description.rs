//! "The minister", "the Russian diplomat", "the company": a noun with "the" that takes up a name.

use std::ops::Range;

use super::join::Joined;
use super::normal::body_words;
use super::refer::Reader;
use super::table::{BODIES, BODY_DESCRIPTIONS, BODY_NOUNS, DESCRIPTIONS};
use super::title::{self, Title};
use super::words::Words;
use super::{NamedEntity, Role};
use crate::language::{Label, Tag};

/// A noun phrase that may take up a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Description {
    /// The noun with the words of its office.
    pub(super) tokens: Range<usize>,
    head: usize,
    /// Whether a person is described, not a body.
    pub(super) is_person: bool,
    /// The offices that the words name.
    offices: Vec<String>,
    /// The noun in lower case.
    noun: String,
    country: Option<&'static str>,
}

/// The description that hangs from the token.
pub(super) fn read(words: &Words<'_, '_>, head: usize) -> Option<Description> {
    let is_singular = matches!(words.document.tokens[head].tag, Tag::Nn | Tag::Nnp);
    // "Interior minister Per Dahl": the name says all.
    let is_before_name = words.is_proper(head + 1) && words.same_sentence(head, head + 1);
    if !is_singular || is_before_name || matches!(words.label(head), Label::Compound | Label::Nmod | Label::Amod) {
        return None;
    }
    let noun = words.lower(head);
    let title = title::ending_at(words, head);
    let is_office = title.is_some() || DESCRIPTIONS.contains_key(noun.as_str());
    let is_body = BODY_DESCRIPTIONS.contains(noun.as_str()) || BODY_NOUNS.contains(noun.as_str());
    if !is_office && !is_body {
        return None;
    }
    let Title { tokens, meanings, country, .. } = title.unwrap_or_default();
    let tokens = if tokens.is_empty() { head..head + 1 } else { tokens };
    let country = country.or_else(|| title::country_before(words, tokens.start));
    Some(Description { tokens, head, is_person: is_office, offices: meanings, noun, country })
        .filter(|description| description.is_definite(words) || description.apposition(words).is_some())
}

impl Description {
    /// Whether "the" or a country in the genitive stands before it, and no other word says which one is meant.
    pub(super) fn is_definite(&self, words: &Words<'_, '_>) -> bool {
        let has_article =
            words.document.child(self.head, Label::Det).is_some_and(|article| words.lower(article) == "the");
        let is_of_country = self.country.is_some() && words.document.child(self.head, Label::Poss).is_some();
        let narrowing = &[Label::Prep, Label::Relcl, Label::Acl, Label::Conj];
        let after = words.document.children_by(self.head, narrowing).filter(|&child| child > self.head);
        let attributes = &[Label::Amod, Label::Compound, Label::Nmod, Label::Nummod];
        let before = words.document.children_by(self.head, attributes).filter(|&child| child < self.tokens.start);
        (has_article || is_of_country)
            && after.into_iter().all(|child| is_of_state(words, child))
            && before.into_iter().all(|child| title::country_before(words, child + 1).is_some())
    }

    /// The name that stands in apposition to it: "the head of the delegation, Konstantin Gavrilov".
    fn apposition(&self, words: &Words<'_, '_>) -> Option<usize> {
        let below = words.document.child(self.head, Label::Appos);
        let above = (words.label(self.head) == Label::Appos).then(|| words.head(self.head));
        below.or(above).filter(|_| self.is_person)
    }

    /// The person in apposition to it.
    pub(super) fn apposed(&self, reader: &Reader<'_, '_, '_>, taken: &[Option<u32>]) -> Option<usize> {
        let name = self.apposition(reader.words)?;
        let mention = &reader.joined.entities.mentions[taken[name]? as usize];
        let is_person = reader.joined.entities.names[mention.entity].role == Role::Person;
        (is_person && mention.head == name).then_some(mention.entity)
    }

    /// The only person of the article named so far that has the office.
    pub(super) fn only_holder(&self, joined: &Joined) -> Option<usize> {
        let names = &joined.entities.names;
        let is_met = |entity: usize| joined.first_mentions[entity] < self.head;
        let has_office = |entity: &NamedEntity| self.offices.iter().any(|office| entity.titles.contains(office));
        let mut holders = joined.holders(&self.offices).filter(|&entity| is_met(entity) && has_office(&names[entity]));
        let mut holders = holders.by_ref().filter(|&entity| self.agrees_on_country(&names[entity]));
        let first = holders.next()?;
        holders.next().is_none().then_some(first)
    }

    /// Whether the entity may be meant.
    pub(super) fn fits(&self, entity: &NamedEntity) -> bool {
        let fits = match entity.role {
            Role::Person if self.is_person => self.is_office_of(entity),
            Role::Body if !self.is_person => self.is_sort_of(entity),
            _ => false,
        };
        fits && self.agrees_on_country(entity)
    }

    fn agrees_on_country(&self, entity: &NamedEntity) -> bool {
        self.country.is_none() || entity.country.is_none() || self.country == entity.country.as_deref()
    }

    /// "The minister" may be a foreign minister; "the foreign minister" is no deputy foreign minister.
    fn is_office_of(&self, entity: &NamedEntity) -> bool {
        let stands_for = DESCRIPTIONS.get(self.noun.as_str()).filter(|_| self.tokens.len() == 1);
        let last_words = stands_for.map_or("", |last_words| last_words);
        let is_one = |title: &String| {
            let last = title.rsplit(' ').next().unwrap_or(title);
            self.offices.contains(title) || last_words.split(' ').any(|word| word == last)
        };
        entity.titles.iter().any(is_one)
    }

    /// "The ministry" is a body with that noun in its name; "the company" one whose name does not speak against it.
    fn is_sort_of(&self, entity: &NamedEntity) -> bool {
        let words = body_words(&entity.canonical);
        if words.contains(&self.noun) {
            return true;
        }
        let has_other_noun = words.iter().any(|word| BODY_NOUNS.contains(word.as_str()));
        let is_listed = entity.aliases.iter().chain([&entity.canonical]).any(|name| BODIES.contains_key(name.as_str()));
        BODY_DESCRIPTIONS.contains(self.noun.as_str()) && !has_other_noun && !is_listed
    }
}

/// "of Russia", "of the Foreign Ministry": says whose office it is.
fn is_of_state(words: &Words<'_, '_>, preposition: usize) -> bool {
    let noun = words.document.child(preposition, Label::Pobj);
    words.word(preposition) == "of" && noun.is_some_and(|noun| words.is_capital(noun))
}
