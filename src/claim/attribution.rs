//! Who says what a clause tells: the subject of the verb of speech above it, "according to", or the speaker whose
//! quotation is still open.

use std::sync::Arc;

use crate::claim::Attribution;
use crate::claim::argument::phrase;
use crate::claim::clause::subject;
use crate::claim::modality::{Governor, governors};
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
    /// Whether a pronoun is all that the text gives.
    is_pronoun: bool,
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
        if !speaker.is_pronoun {
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
    let build = |head: usize, verb: Option<usize>| {
        let range = phrase(document, head);
        let names: Vec<_> = entities.within(range.clone()).map(|mention| Arc::clone(&names[mention.entity])).collect();
        let is_pronoun = names.is_empty() && document.tokens[head].pos == Pos::Pron;
        Speaker { words: document.span(range).of(document.text).to_owned(), names, verb, is_pronoun }
    };
    let speaks = |verb: usize| cues(document, verb).has_any(&[Cue::Report, Cue::Promise, Cue::Deny]);
    // "was found to be" and "was said to have" tell no speaker.
    let is_speech = |governor: &Governor| {
        let is_finite_below = governor.label == Label::Ccomp || !cues(document, governor.token).has(Cue::Report);
        document.tokens[governor.token].pos == Pos::Verb && is_finite_below && speaks(governor.token)
    };
    if let Some(verb) = governors(document, predicate).into_iter().find(is_speech).map(|governor| governor.token) {
        return speaking_subject(document, verb).map(|head| build(head, Some(verb)));
    }
    let root = document.sentences[document.sentence_of(predicate)].root;
    let inserted = document
        .children_by(root, &[Label::Parataxis, Label::Ccomp, Label::Advcl])
        .find(|&verb| speaks(verb) && verb != predicate && document.tokens[verb].label == Label::Parataxis);
    if let Some(verb) = inserted {
        return speaking_subject(document, verb).map(|head| build(head, Some(verb)));
    }
    if let Some(source) = according_to(document, root) {
        return Some(build(source, None));
    }
    let inside = quoted.is_inside(document.tokens[predicate].span.start);
    quoted.carried.clone().filter(|_| inside)
}

/// Who speaks; "it" and "there" are nobody, and a passive ("it was reported") leaves the speaker out.
fn speaking_subject(document: &Document<'_>, verb: usize) -> Option<usize> {
    subject(document, verb)
        .filter(|&head| document.tokens[head].label != Label::Expl && !super::clause::is_passive(document, verb))
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
