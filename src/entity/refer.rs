//! Words that take up a name: "he", "the minister", "the company". A wrong link costs more than a missing one, so only
//! where one name alone fits in the sentence or the one before.

use std::ops::Range;

use super::description::{self, Description};
use super::join::Joined;
use super::table::{PERSON_NOUNS, TITLES};
use super::title::Gender;
use super::words::Words;
use super::{Entities, Mention, Role};
use crate::article::BlockKind;
use crate::language::{Label, Tag, quoted};

/// Adds the mentions without a name; those of the article stay in order of place, without overlap.
pub(super) fn add(words: &Words<'_, '_>, joined: Joined) -> Entities {
    let mut reader = Reader {
        words,
        is_quoted: quoted(words.document),
        taken: taken(words, &joined.entities),
        joined,
        earlier: Vec::new(),
        current: Vec::new(),
    };
    for sentence in 0..words.document.sentences.len() {
        reader.read(sentence);
    }
    let mut entities = reader.joined.entities;
    entities.mentions.sort_by_key(|mention| mention.tokens.start);
    entities
}

/// For each token the number of the mention that it is part of.
fn taken(words: &Words<'_, '_>, entities: &Entities) -> Vec<Option<u32>> {
    let mut taken = vec![None; words.len()];
    for (number, mention) in entities.mentions.iter().enumerate() {
        taken[mention.tokens.clone()].fill(Some(number as u32));
    }
    taken
}

/// Somebody or something that a pronoun or description may take up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The entity; `None` for a person without a name ("a man").
    pub(super) entity: Option<usize>,
    head: usize,
    is_subject: bool,
}

/// The article read so far.
pub(super) struct Reader<'r, 'd, 'a> {
    pub(super) words: &'r Words<'d, 'a>,
    is_quoted: Vec<bool>,
    taken: Vec<Option<u32>>,
    pub(super) joined: Joined,
    /// The candidates of the last sentence that was not a quotation.
    earlier: Vec<Candidate>,
    current: Vec<Candidate>,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, number: usize) {
        let sentence = &self.words.document.sentences[number];
        let is_prose = matches!(sentence.block, BlockKind::Prose | BlockKind::Title);
        for token in sentence.tokens.clone() {
            self.read_token(token, is_prose);
        }
        let is_told = sentence.tokens.clone().any(|token| !self.is_quoted[token] && self.words.is_word(token));
        let read = std::mem::take(&mut self.current);
        if !is_prose {
            self.earlier.clear();
        } else if is_told {
            self.earlier = read;
        }
    }

    fn read_token(&mut self, token: usize, is_prose: bool) {
        if let Some(mention) = self.taken[token] {
            let mention = &self.joined.entities.mentions[mention as usize];
            if mention.head == token && !self.is_quoted[token] {
                let candidate = self.candidate(token, Some(mention.entity));
                self.current.push(candidate);
            }
            return;
        }
        if self.is_quoted[token] || !is_prose {
            return;
        }
        if let Some(gender) = pronoun(&self.words.lower(token)) {
            if let Some(entity) = self.person_of(token, gender) {
                self.joined.genders[entity] = Some(gender);
                self.link(token..token + 1, token, entity);
            }
        } else if let Some(description) = description::read(self.words, token) {
            match self.described(&description) {
                Some(entity) => self.link(description.tokens, token, entity),
                None if description.is_person => self.meet_unnamed(token),
                None => {}
            }
        } else if is_unnamed_person(self.words, token) {
            self.meet_unnamed(token);
        }
    }

    fn candidate(&self, head: usize, entity: Option<usize>) -> Candidate {
        let is_subject = matches!(self.words.label(head), Label::Nsubj | Label::Nsubjpass);
        // "Lavrov and Blinken met": both are subjects.
        let is_listed = self.words.label(head) == Label::Conj
            && matches!(self.words.label(self.words.head(head)), Label::Nsubj | Label::Nsubjpass);
        Candidate { entity, head, is_subject: is_subject || is_listed }
    }

    fn meet_unnamed(&mut self, token: usize) {
        let candidate = self.candidate(token, None);
        self.current.push(candidate);
    }

    fn link(&mut self, tokens: Range<usize>, head: usize, entity: usize) {
        // "Foreign Ministry spokeswoman": the ministry is a mention of its own.
        let is_free = tokens.clone().all(|token| self.taken[token].is_none());
        let tokens = if is_free { tokens } else { head..head + 1 };
        let candidate = self.candidate(head, Some(entity));
        self.current.push(candidate);
        let span = self.words.document.span(tokens.clone());
        self.joined.entities.mentions.push(Mention { span, tokens, head, entity });
    }

    /// The person that a pronoun takes up.
    fn person_of(&self, token: usize, gender: Gender) -> Option<usize> {
        let words = self.words;
        let verb = governing_verb(words, token);
        let said = reported_speech(words, token);
        let fits = |candidate: &&Candidate| self.may_be_person(candidate, gender);
        let may_be_meant = |candidate: &&Candidate| {
            verb.is_none_or(|verb| words.head(candidate.head) != verb)
                && said.as_ref().is_none_or(|said| !said.contains(&candidate.head))
        };
        if let Some(beside) = self.current.iter().filter(fits).find(|near| is_owner_in_list(words, near.head, token)) {
            return beside.entity;
        }
        let here: Vec<Candidate> = self.current.iter().filter(fits).filter(may_be_meant).copied().collect();
        let near = if here.is_empty() { self.earlier.iter().filter(fits).copied().collect() } else { here };
        only(&near)
    }

    /// Whether a person of that gender may be meant; people without a name always may.
    fn may_be_person(&self, candidate: &Candidate, gender: Gender) -> bool {
        candidate.entity.is_none_or(|entity| {
            self.joined.entities.names[entity].role == Role::Person
                && self.joined.genders[entity].is_none_or(|known| known == gender)
        })
    }

    /// The entity that a description takes up.
    fn described(&self, description: &Description) -> Option<usize> {
        let names = &self.joined.entities.names;
        if let Some(entity) = description.apposed(self, &self.taken) {
            return Some(entity);
        }
        if !description.is_definite(self.words) {
            return None;
        }
        let fits = |candidate: &&Candidate| {
            // A company that acts is one; a name beside it may be that of its product.
            (description.is_person || candidate.is_subject)
                && candidate.entity.is_some_and(|entity| description.fits(&names[entity]))
        };
        let near = || self.current.iter().chain(&self.earlier).filter(fits).copied().collect::<Vec<_>>();
        description.only_holder(&self.joined).or_else(|| only(&near()))
    }
}

/// The only entity among the candidates, or the only one among those that are subjects; `None` where somebody without a
/// name may be meant.
fn only(candidates: &[Candidate]) -> Option<usize> {
    let all: Vec<usize> = candidates.iter().map(|candidate| candidate.entity).collect::<Option<_>>()?;
    let subjects = candidates.iter().filter(|candidate| candidate.is_subject).filter_map(|candidate| candidate.entity);
    single(all.into_iter()).or_else(|| single(subjects))
}

/// The entity that all of them are.
fn single(mut entities: impl Iterator<Item = usize>) -> Option<usize> {
    let first = entities.next()?;
    entities.all(|other| other == first).then_some(first)
}

/// Whom a pronoun of the third person is said of.
fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Gender::Man),
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        _ => None,
    }
}

/// The verb whose subject a pronoun cannot take up, as it is its object: "told him".
fn governing_verb(words: &Words<'_, '_>, token: usize) -> Option<usize> {
    let is_reflexive = words.lower(token).ends_with("self");
    match words.label(token) {
        _ if is_reflexive => None,
        Label::Dobj | Label::Dative => Some(words.head(token)),
        Label::Pobj => Some(words.head(words.head(token))),
        _ => None,
    }
}

/// The clause that the pronoun's own verb reports: in "Smith would win, he said" he is not Smith.
fn reported_speech(words: &Words<'_, '_>, token: usize) -> Option<Range<usize>> {
    let verb = (words.label(token) == Label::Nsubj).then(|| words.head(token))?;
    let clause = words.document.children_by(verb, &[Label::Ccomp, Label::Parataxis]).find(|&clause| clause < token)?;
    Some(words.document.subtree(clause))
}

/// "Smith and his board": the pronoun owns what stands beside the name.
fn is_owner_in_list(words: &Words<'_, '_>, name: usize, token: usize) -> bool {
    let owned = words.head(token);
    words.label(token) == Label::Poss && words.label(owned) == Label::Conj && words.head(owned) == name
}

/// "a man", "the driver": a person without a name, of whom "he" may be said.
fn is_unnamed_person(words: &Words<'_, '_>, token: usize) -> bool {
    let is_singular = matches!(words.document.tokens[token].tag, Tag::Nn | Tag::Nnp);
    let lemma = words.lemma(token).to_lowercase();
    let is_modifier = words.label(token) == Label::Compound;
    is_singular && !is_modifier && (PERSON_NOUNS.contains(lemma.as_str()) || TITLES.contains_key(lemma.as_str()))
}
