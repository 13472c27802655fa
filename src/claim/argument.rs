//! Finds who and what takes part in an event, and where it is.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::clause::{is_passive, is_preposition, object_above, subject, verb_below};
use crate::claim::event::{concept_of, gathers, phrase_lemma};
use crate::claim::topic::{self, is_name};
use crate::claim::{Annotations, Participant, Role};
use crate::entity::{NamedEntity, Role as NameRole};
use crate::language::{Document, EntityLabel, Label, Pos, Tag, is_common};
use crate::span::Span;
use crate::table;

/// What the search for participants reads.
pub(super) struct Arguments<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) annotations: &'d Annotations,
    /// The names of the annotations' entities, shared with the claims.
    pub(super) names: &'d [Arc<NamedEntity>],
    /// The heads of the phrases that pronouns take up.
    pub(super) antecedents: &'d FxHashMap<usize, usize>,
}

/// Participants and places of one event.
#[derive(Default)]
pub(super) struct Cast {
    pub(super) participants: Vec<Participant>,
    pub(super) places: Vec<Participant>,
}

impl Arguments<'_> {
    /// Who and what takes part in what the predicate tells, `event_noun` (the event itself) left out.
    pub(super) fn of_predicate(&self, predicate: usize, event_noun: Option<usize>) -> Cast {
        let mut cast = Cast::default();
        let passive = is_passive(self.document, predicate);
        if let Some(subject) = subject(self.document, predicate) {
            self.add(&mut cast, subject, if passive { Role::Patient } else { Role::Agent }, event_noun);
        }
        let mut at = predicate;
        // "is due to be held": what depends on the governing words takes part as well.
        for _ in 0..4 {
            self.add_children(&mut cast, at, event_noun);
            let token = &self.document.tokens[at];
            let is_governed = matches!(token.label, Label::Xcomp | Label::Acomp) && token.head != at;
            if !is_governed || self.document.child(token.head, Label::Dobj).is_some() {
                break;
            }
            at = token.head;
        }
        if let Some(noun) = event_noun {
            if gathers(self.document, predicate) {
                cast.let_object_do();
            }
            self.add_noun(&mut cast, noun, Some(predicate));
        } else if !passive && undergoes(&phrase_lemma(self.document, predicate)) {
            cast.let_subject_undergo();
        }
        cast.sort();
        cast
    }

    /// Who takes part in what the event noun names, by the noun's own phrase and, for "their talks", by the clause
    /// around it.
    pub(super) fn of_noun(&self, noun: usize, predicate: Option<usize>) -> Cast {
        let mut cast = Cast::default();
        self.add_noun(&mut cast, noun, predicate);
        cast.sort();
        cast
    }

    fn add_children(&self, cast: &mut Cast, predicate: usize, event_noun: Option<usize>) {
        if let Some(object) = object_above(self.document, predicate) {
            self.add(cast, object, Role::Patient, event_noun);
        }
        let phrase_lemma = phrase_lemma(self.document, predicate);
        for child in self.document.children(predicate) {
            // "place" in "took place" is part of the verb.
            let is_part = |word: &str| phrase_lemma.strip_suffix(word).is_some_and(|rest| rest.ends_with([' ', '-']));
            if is_part(&self.document.lower(child)) || is_part(&self.document.tokens[child].lemma.to_lowercase()) {
                continue;
            }
            match self.document.tokens[child].label {
                Label::Dobj => self.add(cast, child, Role::Patient, event_noun),
                Label::Dative => {
                    let object = self.document.child(child, Label::Pobj).unwrap_or(child);
                    self.add(cast, object, Role::Recipient, event_noun);
                }
                Label::Attr | Label::Acomp | Label::Oprd => self.add(cast, child, Role::Attribute, event_noun),
                Label::Agent => self.add_object(cast, child, Role::Agent, event_noun),
                Label::Prep => self.add_object(cast, child, self.role_of_preposition(child), event_noun),
                _ => {}
            }
        }
    }

    /// The parts of an event noun's phrase: "Russia-US talks", "talks between Lavrov and Blinken", "Moscow's answer",
    /// "a meeting of the council in Vienna".
    fn add_noun(&self, cast: &mut Cast, noun: usize, predicate: Option<usize>) {
        let document = self.document;
        for child in document.children(noun) {
            let token = &document.tokens[child];
            match token.label {
                Label::Compound | Label::Amod | Label::Nmod => self.add(cast, child, Role::Party, None),
                Label::Poss if token.tag == Tag::PrpPossessive => self.add_clause_parties(cast, child, predicate),
                Label::Poss => self.add(cast, child, Role::Agent, None),
                Label::Appos => self.add(cast, child, Role::Party, None),
                Label::Prep => {
                    let of_undergoer = is_undergone(&document.tokens[noun].lemma)
                        && matches!(document.lower(child).as_str(), "of" | "in");
                    let role = if of_undergoer { Role::Patient } else { self.role_of_preposition(child) };
                    self.add_object(cast, child, role, None);
                }
                Label::Acl if is_preposition(document, child) => self.add_object(cast, child, Role::Other, None),
                _ => {}
            }
        }
        // "the first round of talks between …": what hangs from the counting noun.
        let head = document.tokens[noun].head;
        if document.lower(head) == "of" {
            let outer = document.tokens[head].head;
            let preps: Vec<usize> = document.children_by(outer, &[Label::Prep]).filter(|&prep| prep != head).collect();
            preps.into_iter().for_each(|prep| self.add_object(cast, prep, self.role_of_preposition(prep), None));
        }
    }

    /// "their talks": whoever is subject and object of the clause; "its formation": the subject.
    fn add_clause_parties(&self, cast: &mut Cast, pronoun: usize, predicate: Option<usize>) {
        if self.annotations.entities.at(pronoun).is_some() || self.antecedents.contains_key(&pronoun) {
            return self.add(cast, pronoun, Role::Party, None);
        }
        let owner = self.document.lower(pronoun);
        let is_of_clause = matches!(owner.as_str(), "their" | "its");
        let Some(predicate) = predicate.filter(|_| is_of_clause) else { return };
        let subject = subject(self.document, predicate);
        let object = self.document.child(predicate, Label::Dobj).filter(|_| owner == "their");
        subject.into_iter().chain(object).for_each(|token| self.add(cast, token, Role::Party, None));
    }

    fn add_object(&self, cast: &mut Cast, preposition: usize, role: Role, event_noun: Option<usize>) {
        for object in self.document.children_by(preposition, &[Label::Pobj]) {
            self.add(cast, object, role, event_noun);
        }
    }

    /// Adds the phrase of `head`, as a place where it names one and a preposition of place leads to it.
    fn add(&self, cast: &mut Cast, head: usize, role: Role, event_noun: Option<usize>) {
        let document = self.document;
        if let Some(&antecedent) = self.antecedents.get(&head).filter(|&&antecedent| event_noun != Some(antecedent)) {
            let participant = self.participant(antecedent, phrase(document, antecedent), role);
            cast.participants.push(Participant { span: document.tokens[head].span, ..participant });
            return;
        }
        let place_inside = self.place_inside(head);
        let whole = phrase(document, head);
        let end = place_inside.filter(|&place| place > head).map_or(whole.end, |place| place.min(whole.end));
        let phrase = whole.start..end;
        let is_event = event_noun.is_some_and(|noun| phrase.contains(&noun));
        if is_event || self.is_temporal(head) || document.tokens[head].pos == Pos::Verb {
            return;
        }
        let participant = self.participant(head, phrase, role);
        if participant.names.is_empty() && participant.words.is_empty() {
            return;
        }
        let is_topic = role == Role::Party && participant.names.is_empty();
        let participant = Participant { role: if is_topic { Role::Topic } else { role }, ..participant };
        if self.is_place(head) {
            cast.places.push(Participant { role: Role::Other, ..participant });
        } else {
            place_inside.into_iter().for_each(|place| self.add_object(cast, place, Role::Other, event_noun));
            cast.participants.push(participant);
        }
    }

    /// The preposition of place inside a phrase whose parser's head is not the event: "stability in Geneva", "the hall of
    /// the ferry port at Loring".
    fn place_inside(&self, head: usize) -> Option<usize> {
        let document = self.document;
        let is_located = self.is_located(head);
        let mut at = head;
        for _ in 0..3 {
            let leads_to_place = |prep: &usize| {
                let is_inside = is_located || matches!(document.lower(*prep).as_str(), "in" | "at" | "near");
                is_inside && document.child(*prep, Label::Pobj).is_some_and(|object| self.is_place(object))
            };
            if let Some(prep) = document.children_by(at, &[Label::Prep]).find(leads_to_place) {
                return Some(prep);
            }
            let of = document.children_by(at, &[Label::Prep]).find(|&prep| document.lower(prep) == "of")?;
            at = document.child(of, Label::Pobj).filter(|_| is_located)?;
        }
        None
    }

    /// Whether a preposition of place leads to the phrase.
    fn is_located(&self, head: usize) -> bool {
        let governor = self.document.tokens[head].head;
        self.document.tokens[head].label == Label::Pobj
            && matches!(self.document.lower(governor).as_str(), "in" | "at" | "near" | "outside" | "off" | "on")
    }

    /// Whether the phrase names a place and a preposition of place leads to it.
    fn is_place(&self, head: usize) -> bool {
        self.is_located(head) && (self.names_place(head) || self.is_taken_for_place(head))
    }

    fn names_place(&self, head: usize) -> bool {
        let by_mention = self.annotations.entities.at(head).map(|mention| self.names[mention.entity].role);
        let by_label = self.document.entity_of(head).map(|entity| entity.label);
        matches!(by_mention, Some(NameRole::Place | NameRole::Country))
            || by_mention.is_none() && matches!(by_label, Some(EntityLabel::Gpe | EntityLabel::Loc | EntityLabel::Fac))
    }

    /// Whether a name of one word that the recogniser takes for something else stands where a town does: "the ferry port
    /// at Loring", "a roadblock outside Marsby".
    fn is_taken_for_place(&self, head: usize) -> bool {
        let document = self.document;
        let token = &document.tokens[head];
        let is_plain = token.pos == Pos::Propn
            && document.children(head).next().is_none()
            && document.word(head).chars().all(char::is_alphabetic)
            && document.word(head).chars().any(char::is_lowercase);
        let preposition = document.lower(token.head);
        let above = document.tokens[token.head].head;
        let is_site = |noun: usize| document.tokens[noun].pos == Pos::Noun && self.is_located(noun);
        // "A recycling plant in Granby" stands there.
        let is_building =
            |noun: usize| document.tokens[noun].pos == Pos::Noun && names_site(&document.tokens[noun].lemma);
        // "in the palace in Tervel": the parser may hang both from the verb.
        let is_beside_site = || token.head.checked_sub(1).is_some_and(is_site);
        // "Took place in Tervel": a word that the language does not have stands for a town there.
        let is_of_event = || document.tokens[above].pos == Pos::Verb && !is_common(&document.lower(head));
        is_plain
            && match preposition.as_str() {
                "near" | "outside" => true,
                "at" => is_site(above) || self.comes_to(above),
                "in" => is_site(above) || is_building(above) || is_beside_site() || is_of_event(),
                _ => false,
            }
    }

    /// Whether the verb tells that somebody came to where its "at" leads: "landed at Corrin".
    fn comes_to(&self, verb: usize) -> bool {
        let token = &self.document.tokens[verb];
        token.pos == Pos::Verb && table::has(include_str!("data/arrivals.tsv"), &token.lemma)
    }

    fn is_temporal(&self, token: usize) -> bool {
        self.annotations.timex_at(token).is_some()
    }

    fn is_amount(&self, token: usize) -> bool {
        self.annotations.quantity_at(token).is_some()
    }

    /// The noun alone: what has a measure, or who is counted.
    pub(super) fn of_patient(&self, noun: usize) -> Cast {
        let mut cast = Cast::default();
        self.add(&mut cast, noun, Role::Patient, None);
        cast
    }

    fn participant(&self, head: usize, phrase: Range<usize>, role: Role) -> Participant {
        let document = self.document;
        let mentions = self.annotations.entities.within(phrase.clone());
        let mut names: Vec<Arc<NamedEntity>> = Vec::new();
        let mut named = vec![false; phrase.len()];
        for mention in mentions {
            let name = &self.names[mention.entity];
            if !names.iter().any(|known| Arc::ptr_eq(known, name)) {
                names.push(Arc::clone(name));
            }
            named[mention.tokens.start - phrase.start..mention.tokens.end - phrase.start].fill(true);
        }
        let content: Vec<usize> = phrase
            .clone()
            .filter(|&token| !named[token - phrase.start] && is_content(document, token) && !self.is_temporal(token))
            .filter(|&token| !self.is_amount(token))
            .collect();
        let is_proper = |token: &&usize| is_name(document, **token);
        let (words, proper) = (lemmas(document, content.iter()), lemmas(document, content.iter().filter(is_proper)));
        let determiner = document.child(head, Label::Det).map(|child| document.lower(child));
        let is_indefinite =
            matches!(determiner.as_deref(), Some("a" | "an" | "another" | "this" | "these" | "that" | "those"));
        let lemma = topic::lemma(document, head);
        let is_head = |word: &String| *word == lemma;
        let is_bare_definite = names.is_empty()
            && words.iter().all(|word| is_head(word) || table::has(include_str!("data/finished.tsv"), word))
            && words.iter().any(is_head)
            && document.tokens[head].tag == Tag::Nn
            && matches!(determiner.as_deref(), Some("the" | "this"));
        let span = document.span(phrase);
        Participant {
            role,
            span,
            head: lemma,
            names,
            words,
            proper,
            recalled: Vec::new(),
            is_indefinite,
            is_bare_definite,
        }
    }

    /// Whether the preposition stands with an active verb that has its subject.
    fn has_doer(&self, preposition: usize) -> bool {
        let verb = self.document.tokens[preposition].head;
        self.document.tokens[verb].pos == Pos::Verb
            && !is_passive(self.document, verb)
            && self.document.child(verb, Label::Nsubj).is_some()
    }

    fn role_of_preposition(&self, preposition: usize) -> Role {
        match self.document.lower(preposition).as_str() {
            // "The council approved it by 14 votes": who does it is the subject.
            "by" if self.has_doer(preposition) => Role::Other,
            "by" => Role::Agent,
            "to" | "for" => Role::Recipient,
            "between" | "with" | "against" | "of" | "among" => Role::Party,
            _ => Role::Other,
        }
    }
}

/// Whether the noun is that of something that stands in one place: "plant", "bridge".
fn names_site(lemma: &str) -> bool {
    table::has(include_str!("data/sites.tsv"), lemma)
}

/// Whether the subject of the verb, where it has no object, is what the event is done to: "nine miners died", "the
/// hall collapsed".
fn undergoes(lemma: &str) -> bool {
    static TABLE: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let table = || table::rows(include_str!("data/undergoing.tsv")).map(|(lemma, _)| lemma).collect();
    TABLE.get_or_init(table).contains(lemma)
}

/// Whether the noun names what befalls something: "a rise in unemployment", "the collapse of the hall".
fn is_undergone(noun: &str) -> bool {
    static CONCEPTS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let concepts =
        || table::rows(include_str!("data/undergoing.tsv")).filter_map(|(lemma, _)| concept_of(lemma)).collect();
    concept_of(noun).is_some_and(|concept| CONCEPTS.get_or_init(concepts).contains(concept))
}

impl Cast {
    /// Makes what would be the doer what the event is done to, where nothing else is.
    fn let_subject_undergo(&mut self) {
        if self.participants.iter().any(|participant| participant.role == Role::Patient) {
            return;
        }
        for participant in self.participants.iter_mut().filter(|participant| participant.role == Role::Agent) {
            participant.role = Role::Patient;
        }
    }

    /// Makes the subject what something was not done to, and drops the word that says so.
    pub(super) fn leave_undone(&mut self, word: Span) {
        self.participants.retain(|participant| !participant.span.overlaps(word) || participant.role != Role::Attribute);
        self.let_subject_undergo();
    }

    /// Makes those who came to the event its doers: "the march drew 3,000 people".
    fn let_object_do(&mut self) {
        for participant in self.participants.iter_mut().filter(|participant| participant.role == Role::Patient) {
            participant.role = Role::Agent;
        }
    }

    /// Makes who would be the doer whom the event is for: "Lima is waiting for an answer".
    pub(super) fn let_doer_receive(&mut self) {
        for participant in self.participants.iter_mut().filter(|participant| participant.role == Role::Agent) {
            participant.role = Role::Recipient;
        }
    }

    /// Makes the participant at the place the doer, and the doer what it is to the event from that side.
    pub(super) fn exchange(&mut self, other: Span, role: Role) {
        for participant in &mut self.participants {
            if participant.span.overlaps(other) {
                participant.role = Role::Agent;
            } else if participant.role == Role::Agent {
                participant.role = role;
            }
        }
    }

    fn sort(&mut self) {
        for list in [&mut self.participants, &mut self.places] {
            list.sort_by_key(|participant| (participant.span, participant.role));
            list.dedup_by_key(|participant| participant.span);
        }
    }
}

/// The tokens of a noun phrase up to a clause inside it: "the Ministry" of "the Ministry, which moved in May".
pub(super) fn phrase(document: &Document<'_>, head: usize) -> Range<usize> {
    let whole = document.subtree(head);
    let opens_clause = |child: &usize| {
        matches!(
            document.tokens[*child].label,
            Label::Relcl | Label::Acl | Label::Advcl | Label::Ccomp | Label::Parataxis
        ) || document.tokens[*child].label == Label::Conj && document.tokens[*child].pos == Pos::Verb
    };
    let end = document
        .children(head)
        .filter(|&child| child > head)
        .filter(opens_clause)
        .map(|child| document.subtree(child).start)
        .min()
        .unwrap_or(whole.end);
    let start = verb_below(document, head).filter(|&verb| verb < head).map_or(whole.start, |verb| verb + 1);
    start..end.max(head + 1)
}

/// The lemmas of the tokens in lower case, sorted, each once.
fn lemmas<'t>(document: &Document<'_>, tokens: impl Iterator<Item = &'t usize>) -> Vec<String> {
    let mut lemmas: Vec<String> = tokens.map(|&token| topic::lemma(document, token)).collect();
    lemmas.sort();
    lemmas.dedup();
    lemmas
}

/// Whether the token tells what a phrase is about.
fn is_content(document: &Document<'_>, token: usize) -> bool {
    let token = &document.tokens[token];
    matches!(token.pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Verb | Pos::Num)
        && token.lemma.len() > 1
        // "No one" and "nobody" name nobody.
        && !matches!(token.lemma.as_str(), "one" | "nobody" | "nothing" | "none" | "such")
}
