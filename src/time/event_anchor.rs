//! The day of an event that an expression is counted from, where the article itself dates it: "on the eve of the Geneva
//! meeting" beside "to discuss strategic stability in Geneva on January 10".

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Document, Label, Pos};
use crate::time::lexicon::lexicon;
use crate::time::tense;
use crate::time::{Granularity, Timex};

/// What is said of one event: the clause that a resolved day stands in.
#[derive(Debug)]
struct Dated {
    day: Date,
    words: FxHashSet<String>,
    names: FxHashSet<String>,
}

/// The dated clauses of an article.
#[derive(Debug)]
pub(super) struct EventDays {
    dated: Vec<Dated>,
    by_name: FxHashMap<String, Vec<usize>>,
    /// The days of the clauses that have a word, so that an event told without names is found by its own word.
    days_of_word: FxHashMap<String, FxHashSet<Date>>,
}

/// How many dated clauses may share a word before it tells nothing.
const COMMON: usize = 64;
/// The score of a name and a word, or of two names.
const ENOUGH: usize = 3;
/// How many words of a clause are looked at.
const MOST: usize = 40;

impl EventDays {
    /// Collects the clauses that the timexes date to the day.
    pub(super) fn of(document: &Document<'_>, timexes: &[Timex]) -> Self {
        let dated: Vec<Dated> = (0..timexes.len()).filter_map(|number| dated(document, timexes, number)).collect();
        let mut by_name: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut days_of_word: FxHashMap<String, FxHashSet<Date>> = FxHashMap::default();
        for clause in &dated {
            for word in &clause.words {
                days_of_word.entry(word.clone()).or_default().insert(clause.day);
            }
        }
        for (number, clause) in dated.iter().enumerate() {
            for name in &clause.names {
                by_name.entry(name.clone()).or_default().push(number);
            }
        }
        Self { dated, by_name, days_of_word }
    }

    /// The day of the event that the token heads, where all mentions that share most with it agree.
    ///
    /// A mention shares a name (place or participant) and another name or word. Returns `None` where they differ.
    pub(super) fn day_of(&self, document: &Document<'_>, event: usize) -> Option<Date> {
        let (words, names) = content(document, document.subtree(event), None);
        if names.is_empty() {
            return self.only_day_of(document, event);
        }
        let candidates: FxHashSet<usize> = names
            .iter()
            .filter_map(|name| self.by_name.get(name))
            .filter(|found| found.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        let score =
            |clause: &Dated| 2 * clause.names.intersection(&names).count() + clause.words.intersection(&words).count();
        let best = candidates.iter().map(|&number| score(&self.dated[number])).max()?;
        let mut days = candidates
            .iter()
            .map(|&number| &self.dated[number])
            .filter(|clause| score(clause) == best)
            .map(|clause| clause.day);
        let day = days.next()?;
        (best >= ENOUGH && days.all(|other| other == day)).then_some(day)
    }
}

impl EventDays {
    /// The day of "the talks" where all clauses of the article that speak of talks and name a day name that one.
    fn only_day_of(&self, document: &Document<'_>, event: usize) -> Option<Date> {
        let is_known = document.child(event, Label::Det).is_some_and(|det| document.lower(det) == "the");
        let lemma = document.tokens[event].lemma.as_str();
        let sort = lexicon().events.get(lemma).copied().unwrap_or(lemma);
        let days = self.days_of_word.get(sort).filter(|days| is_known && days.len() == 1)?;
        days.iter().next().copied()
    }
}

/// The clause that the timex dates, where it names one day.
fn dated(document: &Document<'_>, timexes: &[Timex], number: usize) -> Option<Dated> {
    let timex = &timexes[number];
    let days = timex.interval.filter(|_| timex.granularity == Granularity::Day && timex.bound.is_none())?;
    let day = days.start.filter(|day| days.last() == Some(*day))?;
    let (words, names) = content(document, clause(document, timexes, number), Some(&timex.tokens));
    Some(Dated { day, words, names })
}

/// The words around the timex that belong to the same event: below what it hangs on, and between the timexes beside it.
fn clause(document: &Document<'_>, timexes: &[Timex], number: usize) -> Range<usize> {
    let own = &timexes[number].tokens;
    let head = tense::head_of(document, own);
    let event = |at: &usize| {
        matches!(document.tokens[*at].pos, Pos::Verb | Pos::Noun) && document.subtree(*at).len() > own.len() + 2
    };
    let top = document.ancestors(head).take(4).find(event).unwrap_or(head);
    let below = document.subtree(top);
    let before = number.checked_sub(1).map_or(0, |before| timexes[before].tokens.end);
    let after = timexes.get(number + 1).map_or(usize::MAX, |after| after.tokens.start);
    let start = below.start.max(before).min(own.start);
    start..below.end.min(after).max(own.end)
}

/// The lemmas of the content words, sorts of events instead of their words, and the names in the tokens. What stands
/// before or after in time is another event.
fn content(
    document: &Document<'_>,
    tokens: Range<usize>,
    timex: Option<&Range<usize>>,
) -> (FxHashSet<String>, FxHashSet<String>) {
    let (mut words, mut names) = (FxHashSet::default(), FxHashSet::default());
    let mut at = tokens.start;
    while at < tokens.end.min(tokens.start + MOST) {
        if is_other_event(document, at) {
            at = document.subtree(at).end.max(at + 1);
            continue;
        }
        let token = &document.tokens[at];
        match token.pos {
            _ if timex.is_some_and(|timex| timex.contains(&at)) => {}
            // The parser takes unknown names for adjectives: "the Lusaka talks".
            Pos::Propn | Pos::Adj if document.word(at).starts_with(char::is_uppercase) => {
                names.insert(document.word(at).to_owned());
            }
            Pos::Noun | Pos::Verb => {
                let sort = lexicon().events.get(token.lemma.as_str()).copied();
                words.insert(sort.unwrap_or(&token.lemma).to_owned());
            }
            _ => {}
        }
        at += 1;
    }
    (words, names)
}

/// Whether a phrase of another time begins: "ahead of the meeting", "after the vote".
fn is_other_event(document: &Document<'_>, at: usize) -> bool {
    matches!(document.tokens[at].label, Label::Prep | Label::Advmod | Label::Mark)
        && matches!(document.lower(at).as_str(), "before" | "after" | "ahead" | "following" | "prior" | "until")
}
