//! Names that the recogniser missed and that the article names elsewhere: "Lavrov" where "Sergey Lavrov" is known.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Role;
use super::found::Found;
use super::normal::letters;
use super::person_name::PersonName;
use super::words::Words;

/// Adds the missed names; the list stays in order and without overlap.
pub(super) fn add(words: &Words<'_, '_>, all: &mut Vec<Found>) {
    let known = known(all);
    // "Xi Jinping" where "Xi" is known.
    let is_bare = |found: &&Found| found.role == Role::Person && !found.surface.contains(' ');
    let bare: FxHashSet<String> = all.iter().filter(is_bare).map(|found| letters(&found.surface)).collect();
    let mut covered = vec![false; words.len()];
    for found in all.iter() {
        covered[found.tokens.clone()].fill(true);
    }
    let mut missed = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = run(words, &covered, at);
        if let Some(like) = (run > at).then(|| known.get(words.text(at..run).as_str())).flatten() {
            missed.push(Found { country: like.country, known: like.known, ..Found::new(words, at..run, like.role) });
        } else if (at + 2..=at + 3).contains(&run) && bare.contains(&PersonName::parse(&words.text(at..run)).surname) {
            missed.push(Found::new(words, at..run, Role::Person));
        }
        at = run.max(at + 1);
    }
    all.extend(missed);
    all.sort_by_key(|found| found.tokens.start);
}

/// What a missed name is taken for.
#[derive(Clone, Copy)]
struct Like {
    role: Role,
    country: Option<&'static str>,
    known: Option<&'static str>,
}

/// The spellings to look for: whole names, and the surnames of people.
fn known(all: &[Found]) -> FxHashMap<String, Like> {
    let mut known = FxHashMap::default();
    for found in all.iter().filter(|found| matches!(found.role, Role::Person | Role::Body | Role::Place)) {
        let country = found.country.filter(|_| found.role != Role::Person);
        known.entry(found.surface.clone()).or_insert(Like { role: found.role, country, known: found.known });
        if let Some((_, surname)) = found.surface.rsplit_once(' ').filter(|_| found.role == Role::Person) {
            known.insert(surname.to_owned(), Like { role: Role::Person, country: None, known: None });
        }
    }
    known
}

/// Where the names without a finding that begin at the token end; the token itself where it is none.
fn run(words: &Words<'_, '_>, covered: &[bool], at: usize) -> usize {
    let is_free = |token: usize| words.is_proper(token) && !covered[token];
    let mut end = at;
    while end < words.len() && is_free(end) && words.same_sentence(at, end) {
        end += 1;
    }
    end
}
