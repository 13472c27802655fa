//! What each name of the article stands for, where the recogniser says different things of one name: tables and titles
//! first, then a person's surname, then the most frequent.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Role;
use super::found::Found;
use super::normal::{body_words, letters, without_suffix};
use super::words::Words;

/// Gives every name the role that its spelling has in the whole article, and drops what only headlines seem to name:
/// there every word has a capital.
pub(super) fn settle(words: &Words<'_, '_>, all: &mut Vec<Found>) {
    let outside: FxHashSet<String> = all
        .iter()
        .filter(|found| !words.is_title_case(found.tokens.start))
        .map(|found| letters(&found.surface))
        .collect();
    let is_confirmed = |found: &Found| {
        let last = found.surface.rsplit(' ').next().unwrap_or(&found.surface);
        found.is_certain || outside.contains(&letters(&found.surface)) || outside.contains(&letters(last))
    };
    let small = words.written_small();
    // "Owner" at the start of a line, where the article also writes "owner", names nothing.
    let is_common = |found: &Found| !found.is_certain && small.contains(found.surface.to_lowercase().as_str());
    all.retain(|found| (!words.is_title_case(found.tokens.start) || is_confirmed(found)) && !is_common(found));
    vote(all);
}

fn vote(all: &mut [Found]) {
    let mut votes: FxHashMap<String, Votes> = FxHashMap::default();
    for (place, found) in all.iter().enumerate() {
        votes.entry(letters(&found.surface)).or_default().add(found, place);
    }
    let surnames = surnames(all, &votes);
    let companies = companies(all);
    for found in all.iter_mut().filter(|found| !found.is_certain) {
        let spelling = letters(&found.surface);
        let is_surname = !found.surface.contains(' ') && surnames.contains(spelling.as_str());
        let is_full_name = is_like_a_person(&found.surface, &votes);
        found.role = match () {
            () if companies.contains(&spelling) => Role::Body,
            () if is_surname || is_full_name => Role::Person,
            () => votes[&spelling].role(),
        };
    }
}

/// How often one spelling was taken for what.
#[derive(Default)]
struct Votes {
    certain: Option<Role>,
    counts: Vec<(Role, usize, usize)>,
}

impl Votes {
    fn add(&mut self, found: &Found, place: usize) {
        if found.is_certain && found.role != Role::Country {
            self.certain = self.certain.or(Some(found.role));
        }
        match self.counts.iter_mut().find(|(role, ..)| *role == found.role) {
            Some((_, count, _)) => *count += 1,
            None => self.counts.push((found.role, 1, place)),
        }
    }

    fn role(&self) -> Role {
        let most = self.counts.iter().max_by_key(|(_, count, place)| (*count, std::cmp::Reverse(*place)));
        self.certain.or(most.map(|(role, ..)| *role)).unwrap_or(Role::Other)
    }
}

/// Whether the last of two or three plain words is elsewhere a person: "Konstantin Gavrilov" beside "Gavrilov".
fn is_like_a_person(surface: &str, votes: &FxHashMap<String, Votes>) -> bool {
    let Some((given, surname)) = surface.rsplit_once(' ') else { return false };
    let is_plain = |word: &str| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase);
    let is_person = votes.get(&letters(surname)).is_some_and(|votes| votes.role() == Role::Person);
    is_person && given.split(' ').all(is_plain) && given.split(' ').count() <= 2
}

/// The last words of the full names that are people's.
fn surnames(all: &[Found], votes: &FxHashMap<String, Votes>) -> FxHashSet<String> {
    let is_person =
        |found: &&Found| found.role == Role::Person && votes[&letters(&found.surface)].role() == Role::Person;
    let full = all.iter().filter(is_person).filter_map(|found| found.surface.rsplit_once(' '));
    full.map(|(_, surname)| letters(surname)).collect()
}

/// The names that the article also gives with a company's "Inc" or "plc".
fn companies(all: &[Found]) -> FxHashSet<String> {
    let short = |found: &Found| {
        let words = body_words(&found.surface);
        let short = without_suffix(&words);
        (short.len() < words.len()).then(|| letters(&short.join(" ")))
    };
    all.iter().filter(|found| found.role == Role::Body).filter_map(short).collect()
}
