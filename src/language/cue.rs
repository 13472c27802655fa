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

/// The lemma of a verb with its particle, or with the one or two words that it forms a fixed phrase with.
///
/// "kicked" in "kicked off" gives "kick off", "took" in "took place" gives "take place", "got" in "got under way" gives
/// "get under way", "lost" in "lost their lives" gives "lose life".
///
/// `is_phrase` knows fixed phrases besides those of the table of cues.
pub fn phrase_lemma(document: &Document<'_>, verb: usize, is_phrase: impl Fn(&str) -> bool) -> String {
    let is_phrase = |phrase: &str| cues_of(phrase) != Cues::default() || is_phrase(phrase);
    let short = with_next_words(document, verb, &is_phrase);
    // "lost their lives", "gave it the green light", "handed in her badge": the object's own words may stand between;
    // "1,200 jobs were cut" has it before the verb, "became law" as what the subject is made.
    let object = document
        .child(verb, Label::Dobj)
        .or_else(|| document.child(verb, Label::Attr).filter(|_| document.tokens[verb].lemma != "be"))
        .filter(|&object| object > verb)
        .or_else(|| document.child(verb, Label::Nsubjpass));
    let with_object = object.into_iter().flat_map(|object| {
        let start = document.subtree(object).start;
        let own_words = if object > verb { start.max(verb + 1) } else { start }..object + 1;
        let is_own = |&token: &usize| !matches!(document.tokens[token].label, Label::Det | Label::Poss | Label::Nummod);
        let first = own_words.into_iter().find(is_own).unwrap_or(object);
        let whole = document.span(first..object + 1).of(document.text).to_lowercase();
        [whole, document.tokens[object].lemma.to_lowercase()].map(|object| format!("{short} {object}"))
    });
    let mut longer =
        with_object.chain(with_complement(document, verb)).chain(with_prepositions(document, verb, short.clone()));
    longer.find(|phrase| is_phrase(phrase)).unwrap_or(short)
}

/// The verb with what it makes of its object: "make public" in "made the letters public"; the parser may hang the
/// adjective from the object: "found the surgeon guilty".
fn with_complement(document: &Document<'_>, verb: usize) -> impl Iterator<Item = String> {
    let own = document.children_by(verb, &[Label::Acomp, Label::Oprd, Label::Ccomp, Label::Xcomp, Label::Advmod]);
    let object = document.child(verb, Label::Dobj);
    let behind = object.into_iter().flat_map(move |object| {
        document.children_by(object, &[Label::Amod]).filter(move |&adjective| adjective > object)
    });
    let complements = own.chain(behind);
    let is_state = |token: usize| matches!(document.tokens[token].pos, super::Pos::Adj | super::Pos::Adv);
    let near = complements.filter(move |&complement| complement > verb && is_state(complement));
    near.map(move |complement| format!("{} {}", document.tokens[verb].lemma.to_lowercase(), document.lower(complement)))
}

/// The verb with a preposition and its object: "take to court" in "took the bank to court".
fn with_prepositions(document: &Document<'_>, verb: usize, short: String) -> impl Iterator<Item = String> {
    let prepositions = document.children_by(verb, &[Label::Prep, Label::Dative]);
    let phrases = move |preposition: usize| {
        let object = document.child(preposition, Label::Pobj)?;
        let own = |token: &usize| !matches!(document.tokens[*token].label, Label::Det | Label::Poss | Label::Nummod);
        let first = (preposition + 1..object + 1).find(own)?;
        let whole = document.span(first..object + 1).of(document.text).to_lowercase();
        let preposition = document.lower(preposition);
        let is_in_short = short.ends_with(&format!(" {preposition}"));
        let before = if is_in_short { short.clone() } else { format!("{short} {preposition}") };
        // "put the bill to a final vote" puts it to a vote.
        Some([whole, document.tokens[object].lemma.to_lowercase()].map(|object| format!("{before} {object}")))
    };
    prepositions.filter(move |&preposition| preposition > verb).filter_map(phrases).flatten()
}

/// The verb with its particle, or with the one or two words after it that it forms a fixed phrase with.
fn with_next_words(document: &Document<'_>, verb: usize, is_phrase: &dyn Fn(&str) -> bool) -> String {
    let lemma = document.tokens[verb].lemma.to_lowercase();
    let parts = [Label::Prt, Label::Advmod, Label::Dobj, Label::Prep, Label::Dative, Label::Acomp, Label::Oprd];
    for child in document.children_by(verb, &parts).filter(|&child| child > verb && child <= verb + 2) {
        // "Broke eggs in a bowl" broke in nowhere.
        if document.tokens[child].label == Label::Prep && document.tokens[child - 1].label == Label::Dobj {
            continue;
        }
        let with_child = format!("{lemma} {}", document.lower(child));
        if document.tokens[child].label == Label::Prt || is_phrase(&with_child) {
            return with_child;
        }
        let with_next = document.subtree(child).nth(1).map(|next| format!("{with_child} {}", document.lower(next)));
        if let Some(phrase) = with_next.filter(|phrase| is_phrase(phrase)) {
            return phrase;
        }
    }
    lemma
}

/// The classes of a token, its particle taken into account.
pub fn cues(document: &Document<'_>, token: usize) -> Cues {
    let with_particle = cues_of(&phrase_lemma(document, token, |_| false));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::{Pos, analyze};

    /// The cues of a text, as the corpus writes them.
    fn found(text: &str) -> String {
        let article = article::from_text("corpus", text.to_owned());
        let document = analyze(&article);
        let is_cue_word = |token: &usize| matches!(document.tokens[*token].pos, Pos::Verb | Pos::Aux | Pos::Adj);
        let name = |token: usize| {
            let phrase = phrase_lemma(&document, token, |_| false);
            let table = table::index(include_str!("data/cues.tsv"));
            let lemma = document.tokens[token].lemma.to_lowercase();
            let (key, classes) =
                table.get_key_value(phrase.as_str()).or_else(|| table.get_key_value(lemma.as_str()))?;
            Some(format!("{key}={classes}"))
        };
        let found: Vec<String> = (0..document.tokens.len()).filter(is_cue_word).filter_map(name).collect();
        if found.is_empty() { "-".to_owned() } else { found.join(" ") }
    }

    #[test]
    fn corpus_lines_have_the_cues_that_they_name() {
        table::check_corpus(include_str!("cues.corpus.tsv"), |text, _| found(text));
    }

    #[test]
    fn table_is_sorted_and_each_row_is_met_by_the_corpus() {
        let table = include_str!("data/cues.tsv");
        assert_eq!(table::first_out_of_order(table), None);
        let corpus = include_str!("cues.corpus.tsv");
        let unmet: Vec<&str> = table::rows(table)
            .filter(|(lemma, classes)| !corpus.contains(&format!("{lemma}={classes}")))
            .map(|(lemma, _)| lemma)
            .collect();
        assert!(unmet.is_empty(), "{unmet:?}");
        let unknown = table::rows(table).find(|(_, classes)| classes.split(',').any(|name| cue_named(name).is_none()));
        assert_eq!(unknown, None);
    }
}
