//! The day of an event that an expression is counted from, where the article itself dates it: "on the eve of the Geneva
//! meeting" beside "to discuss strategic stability in Geneva on January 10".

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Document, Pos};
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
    by_word: FxHashMap<String, Vec<usize>>,
}

/// How many dated clauses may share a word before it tells nothing.
const COMMON: usize = 64;

impl EventDays {
    /// Collects the clauses that the timexes date to the day.
    pub(super) fn of(document: &Document<'_>, timexes: &[Timex]) -> Self {
        let dated: Vec<Dated> = timexes.iter().filter_map(|timex| dated(document, timex)).collect();
        let mut by_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (number, clause) in dated.iter().enumerate() {
            for word in &clause.names {
                by_word.entry(word.clone()).or_default().push(number);
            }
        }
        Self { dated, by_word }
    }

    /// The day of the event that the token heads, where all mentions that share most with it agree.
    ///
    /// A mention shares a name (place or participant) and another name or word. Returns `None` where they differ.
    pub(super) fn day_of(&self, document: &Document<'_>, event: usize) -> Option<Date> {
        let (words, names) = content(document, phrase(document, event));
        let candidates: FxHashSet<usize> = names
            .iter()
            .filter_map(|name| self.by_word.get(name))
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
        (best >= 2 && days.all(|other| other == day)).then_some(day)
    }
}

/// The noun phrase of the event.
fn phrase(document: &Document<'_>, event: usize) -> std::ops::Range<usize> {
    document.subtree(event)
}

/// The clause that the timex dates, where it names one day.
fn dated(document: &Document<'_>, timex: &Timex) -> Option<Dated> {
    let interval = timex.interval?;
    let day = interval.start.filter(|day| {
        timex.granularity == Granularity::Day && timex.bound.is_none() && interval.last() == Some(*day)
    })?;
    let (words, names) = content(document, clause(document, timex));
    (!names.is_empty()).then_some(Dated { day, words, names })
}

/// The words around the timex that belong to the same event: from what it hangs on to the timex itself.
fn clause(document: &Document<'_>, timex: &Timex) -> std::ops::Range<usize> {
    let head = tense::head_of(document, &timex.tokens);
    let mut top = head;
    for at in document.ancestors(head).take(4) {
        top = at;
        let event = matches!(document.tokens[at].pos, Pos::Verb | Pos::Noun);
        if event && document.subtree(at).len() > timex.tokens.len() + 2 {
            break;
        }
    }
    document.subtree(top)
}

/// The lemmas of the content words and the names in the tokens.
fn content(document: &Document<'_>, tokens: std::ops::Range<usize>) -> (FxHashSet<String>, FxHashSet<String>) {
    let (mut words, mut names) = (FxHashSet::default(), FxHashSet::default());
    for at in tokens.take(40) {
        let token = &document.tokens[at];
        match token.pos {
            Pos::Propn => drop(names.insert(document.word(at).to_owned())),
            Pos::Noun | Pos::Verb => drop(words.insert(token.lemma.clone())),
            _ => {}
        }
    }
    (words, names)
}
