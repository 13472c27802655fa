//! Classes of verbs and adjectives that decide how their complement is meant: said, promised, planned, denied,
//! begun.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::language::{Document, Label};
use crate::table;

/// What a word says about the clause or event noun that depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// "say", "reveal": the complement is somebody's words or view.
    Report,
    /// "promise", "assure": the complement is an undertaking.
    Promise,
    /// "schedule", "due": the complement is planned.
    Plan,
    /// "expect", "hope": the complement is foreseen.
    Expect,
    /// "order", "require": the complement is somebody's duty.
    Oblige,
    /// "deny", "rule out": the complement is said not to be so.
    Deny,
    /// "fail", "refuse": the complement did not happen.
    Fail,
    /// "manage": the complement happened.
    Manage,
    /// "try", "propose": whether the complement happened is open.
    Attempt,
    /// "call off": the event named by the object will not happen.
    Cancel,
    /// "put off": the event named by the object was moved.
    Postpone,
    /// "kick off": the event named by subject or object began.
    Begin,
    /// "conclude": the event named by subject or object ended.
    End,
    /// "resume": the event named by subject or object goes on.
    Continue,
    /// "hold", "take place": the event is named by subject or object.
    Occur,
    /// "provide", "receive": an event noun as object names the event.
    Give,
    /// "may", "could".
    Possible,
    /// "will", "would".
    Future,
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues(u32);

impl Cues {
    /// Whether the word is of the class.
    pub fn has(self, cue: Cue) -> bool {
        self.0 & 1 << cue as u32 != 0
    }

    /// Whether the word is of any of the classes.
    pub fn has_any(self, cues: &[Cue]) -> bool {
        cues.iter().any(|&cue| self.has(cue))
    }

    fn parse(classes: &str) -> Self {
        Self(classes.split(',').filter_map(cue_named).map(|cue| 1 << cue as u32).sum())
    }
}

/// The classes of a lemma; a verb with its particle is written with a space.
///
/// "call off" has `Cancel`; "eat" has none.
pub fn cues_of(lemma: &str) -> Cues {
    static TABLE: OnceLock<FxHashMap<&str, Cues>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        table::rows(include_str!("data/cues.tsv")).map(|(lemma, classes)| (lemma, Cues::parse(classes))).collect()
    });
    table.get(lemma).copied().unwrap_or_default()
}

/// The lemma of a verb with its particle, or with the noun or adverb that it forms a fixed phrase with.
///
/// "kicked" in "kicked off" gives "kick off", "took" in "took place" gives "take place".
pub fn phrase_lemma(document: &Document<'_>, verb: usize) -> String {
    let lemma = document.tokens[verb].lemma.to_lowercase();
    let parts = [Label::Prt, Label::Advmod, Label::Dobj, Label::Prep, Label::Acomp];
    for child in document.children_by(verb, &parts).filter(|&child| child > verb && child <= verb + 2) {
        let with_child = format!("{lemma} {}", document.lower(child));
        if document.tokens[child].label == Label::Prt || cues_of(&with_child) != Cues::default() {
            return with_child;
        }
    }
    lemma
}

/// The classes of a token, its particle taken into account.
pub fn cues(document: &Document<'_>, token: usize) -> Cues {
    let with_particle = cues_of(&phrase_lemma(document, token));
    if with_particle != Cues::default() { with_particle } else { cues_of(&document.tokens[token].lemma.to_lowercase()) }
}

fn cue_named(name: &str) -> Option<Cue> {
    Some(match name {
        "report" => Cue::Report,
        "promise" => Cue::Promise,
        "plan" => Cue::Plan,
        "expect" => Cue::Expect,
        "oblige" => Cue::Oblige,
        "deny" => Cue::Deny,
        "fail" => Cue::Fail,
        "manage" => Cue::Manage,
        "attempt" => Cue::Attempt,
        "cancel" => Cue::Cancel,
        "postpone" => Cue::Postpone,
        "begin" => Cue::Begin,
        "end" => Cue::End,
        "continue" => Cue::Continue,
        "occur" => Cue::Occur,
        "give" => Cue::Give,
        "possible" => Cue::Possible,
        "future" => Cue::Future,
        _ => return None,
    })
}
