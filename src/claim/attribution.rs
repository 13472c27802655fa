//! Who says what a clause tells: the subject of the verb of speech above it, "according to", or the speaker whose
//! quotation is still open.

use std::sync::Arc;

use crate::claim::Attribution;
use crate::claim::argument::phrase;
use crate::claim::clause::subject;
use crate::claim::modality::{Governor, alleging, governors};
use crate::entity::{Entities, NamedEntity};
use crate::language::cue::{Cue, cues};
use crate::language::{Document, Label, Pos, Sentence};

/// Follows quotations through one article's sentences.
#[derive(Default)]
pub(super) struct Speakers {
    /// Whether a quotation is open at the start of the next sentence.
    is_open: bool,
    /// Whose words the last quotation was.
    last: Option<Speaker>,
}

/// Somebody who speaks, and the verb of speech where there is one.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    pub(super) words: String,
    pub(super) names: Vec<Arc<NamedEntity>>,
    /// The verb of speech, which dates the speech.
    pub(super) verb: Option<usize>,
    /// Whether a pronoun is all that the sentence gives.
    pub(super) is_pronoun: bool,
}

/// What is known of one sentence's quotations.
pub(super) struct Quoted {
    /// Whether the sentence begins inside a quotation.
    begins_inside: bool,
    /// The byte of each quotation mark in the sentence.
    marks: Vec<usize>,
    /// The speaker of a quotation without a verb of speech in its own sentence.
    carried: Option<Speaker>,
}

impl Speakers {
    /// Reads the quotation marks of the next sentence.
    pub(super) fn enter(&mut self, document: &Document<'_>, sentence: &Sentence) -> Quoted {
        let span = document.span(sentence.tokens.clone());
        let is_mark = |mark: char| matches!(mark, '"' | '“' | '”' | '«' | '»');
        let marks: Vec<usize> = span
            .of(document.text)
            .char_indices()
            .filter(|&(_, letter)| is_mark(letter))
            .map(|(at, _)| at + span.start)
            .collect();
        let begins_inside = self.is_open;
        if marks.len() % 2 == 1 {
            self.is_open = !self.is_open;
        }
        Quoted { begins_inside, marks, carried: self.last.clone() }
    }

    /// Closes what no quotation goes beyond: the end of a paragraph.
    pub(super) fn end_block(&mut self) {
        self.is_open = false;
    }

    /// Remembers who spoke last, where it is told by more than a pronoun.
    pub(super) fn spoke(&mut self, speaker: &Speaker) {
        if !(speaker.is_pronoun && speaker.names.is_empty()) {
            self.last = Some(Speaker { verb: None, ..speaker.clone() });
        }
    }
}

impl Quoted {
    /// Whether the byte lies between quotation marks.
    pub(super) fn is_inside(&self, byte: usize) -> bool {
        let before = self.marks.partition_point(|&mark| mark <= byte);
        self.begins_inside ^ (before % 2 == 1)
    }
}

/// The speaker of the clause, from the innermost verb of speech outwards.
///
/// "officials" for "opened" in "The bridge opened on Monday, officials said."
pub(super) fn speaker(
    document: &Document<'_>,
    entities: &Entities,
    names: &[Arc<NamedEntity>],
    predicate: usize,
    quoted: &Quoted,
) -> Option<Speaker> {
    let build = |head: usize, verb: Option<usize>| build(document, entities, names, head, verb);
    let is_quoted = |token: usize| quoted.is_inside(document.tokens[token].span.start);
    let subject_of = |verb: usize| speaking_subject(document, entities, verb, &is_quoted);
    let speaks = |verb: usize| cues(document, verb).has_any(&[Cue::Report, Cue::Promise, Cue::Deny]);
    // "was found to be" and "was said to have" tell no speaker.
    let is_speech = |governor: &Governor| {
        let is_finite_below = governor.label == Label::Ccomp || !cues(document, governor.token).has(Cue::Report);
        document.tokens[governor.token].pos == Pos::Verb && is_finite_below && speaks(governor.token)
    };
    if let Some(verb) = governors(document, predicate).into_iter().find(is_speech).map(|governor| governor.token) {
        return subject_of(verb).map(|head| build(head, Some(verb)));
    }
    if let Some(verb) = alleging(document, predicate) {
        return subject_of(verb).map(|head| build(head, Some(verb)));
    }
    let root = document.sentences[document.sentence_of(predicate)].root;
    let inserted = document
        .children_by(root, &[Label::Parataxis, Label::Ccomp, Label::Advcl])
        .find(|&verb| speaks(verb) && verb != predicate && document.tokens[verb].label == Label::Parataxis);
    if let Some(verb) = inserted {
        return subject_of(verb).map(|head| build(head, Some(verb)));
    }
    if let Some(source) = according_to(document, root) {
        return Some(build(source, None));
    }
    let inside = quoted.is_inside(document.tokens[predicate].span.start);
    quoted.carried.clone().filter(|_| inside)
}

/// The speaker that a verb of speech outside of quotation marks gives them.
///
/// "Mats Orreby" for "said" in "“You ask a mountain for a favour,” said Mats Orreby."
pub(super) fn heard(
    document: &Document<'_>,
    entities: &Entities,
    names: &[Arc<NamedEntity>],
    verb: usize,
    is_quoted: &dyn Fn(usize) -> bool,
) -> Option<Speaker> {
    let head = speaking_subject(document, entities, verb, is_quoted)?;
    Some(build(document, entities, names, head, Some(verb)))
}

fn build(
    document: &Document<'_>,
    entities: &Entities,
    names: &[Arc<NamedEntity>],
    head: usize,
    verb: Option<usize>,
) -> Speaker {
    let range = phrase(document, head);
    let sentence = document.sentences[document.sentence_of(head)].tokens.clone();
    let is_named_beside = |entity: usize| {
        let mut mentions = entities.within(sentence.clone()).filter(|mention| mention.entity == entity);
        mentions.any(|mention| document.tokens[mention.head].pos == Pos::Propn)
    };
    let is_pronoun = document.tokens[head].pos == Pos::Pron
        && !entities.within(range.clone()).any(|mention| is_named_beside(mention.entity));
    let names: Vec<_> = entities.within(range.clone()).map(|mention| Arc::clone(&names[mention.entity])).collect();
    Speaker { words: document.span(range).of(document.text).to_owned(), names, verb, is_pronoun }
}

/// Who speaks; "it" and "there" are nobody, and a passive ("it was reported") leaves the speaker out.
fn speaking_subject(
    document: &Document<'_>,
    entities: &Entities,
    verb: usize,
    is_quoted: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    // A verb outside of the marks has no subject inside them; the parser takes quoted words for it all the same.
    let is_subject = |head: &usize| is_quoted(verb) || !is_quoted(*head);
    let own = subject(document, verb).filter(is_subject);
    let head = own.or_else(|| beside(document, entities, verb, is_quoted).filter(|_| !is_quoted(verb)))?;
    (document.tokens[head].label != Label::Expl && !super::clause::is_passive(document, verb)).then_some(head)
}

/// The noun phrase that stands right after the verb ("said the team's leader") or right before it ("Ms Wahl notes").
fn beside(
    document: &Document<'_>,
    entities: &Entities,
    verb: usize,
    is_quoted: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let sentence = &document.sentences[document.sentence_of(verb)].tokens;
    let is_noun =
        |token: usize| matches!(document.tokens[token].pos, Pos::Noun | Pos::Propn | Pos::Pron) && !is_quoted(token);
    let joins = |token: &usize| matches!(document.tokens[*token].pos, Pos::Det | Pos::Adj | Pos::Num);
    let after = (verb + 1..sentence.end).find(|token| !joins(token)).filter(|&token| is_noun(token));
    let before = || {
        let skips = |token: &usize| matches!(document.tokens[*token].pos, Pos::Aux | Pos::Adv);
        (sentence.start..verb).rev().find(|token| !skips(token)).filter(|&token| is_noun(token))
    };
    // "said guide Peter Amsel": the tagger may take the word before the name for anything.
    let titled = || {
        let is_word = |token: &usize| !matches!(document.tokens[*token].pos, Pos::Punct | Pos::Adp);
        let name = entities.within(verb + 1..sentence.end).next()?;
        let is_near = name.tokens.start <= verb + 3 && (verb + 1..name.tokens.start).all(|token| is_word(&token));
        is_near.then_some(name.head)
    };
    let noun = after.or_else(titled).or_else(before)?;
    // From a modifier to the noun that it stands with: "team" to "leader".
    let heads = std::iter::once(noun).chain(document.ancestors(noun));
    heads.take_while(|&head| head != verb && is_noun(head)).last()
}

/// The source that "according to" names for the sentence.
fn according_to(document: &Document<'_>, root: usize) -> Option<usize> {
    document.children_by(root, &[Label::Prep]).find_map(|prep| {
        let to = document.child(prep, Label::Prep)?;
        (document.lower(prep) == "according").then(|| document.child(to, Label::Pobj)).flatten()
    })
}

/// The attribution that a claim carries.
pub(super) fn attribution(speaker: Speaker, said: Option<crate::time::Interval>, is_quote: bool) -> Attribution {
    Attribution { speaker: speaker.words, names: speaker.names, said, is_quote }
}
