//! The terms by which claims are found: names, parts of names, words of content, the sort of event.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::claim::{COPULA, Claim, befalling, opposites_of};
use crate::entity::Role;

/// One name or word of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    /// What is equal for equal terms.
    pub(super) key: u64,
    /// What sharing it says: a name 2, a word 1.
    pub(super) weight: u16,
}

/// The terms of a claim, each once, sorted by key.
///
/// Norwell, mine, flood and the name's own words for "The Norwell mine was flooded".
pub(super) fn terms(claim: &Claim) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut add = |text: &str, weight: u16| terms.push(Term { key: hash(&text), weight });
    for participant in claim.participants.iter().chain(&claim.places) {
        for name in &participant.names {
            let is_country = name.role == Role::Country;
            add(&name.key(), if is_country { 1 } else { 2 });
            // What is a name in one article may be plain words in the other.
            if !is_country {
                name.canonical.split_whitespace().for_each(|word| add(&word.to_lowercase(), 1));
            }
        }
        participant.words.iter().for_each(|word| add(word, 1));
    }
    if claim.event.concept != COPULA {
        // Opposite events are found under one term, and what is done under what befalls.
        let concept = befalling(&claim.event.concept);
        let first = opposites_of(concept).map(befalling).min().filter(|&opposite| opposite < concept);
        add(first.unwrap_or(concept), 1);
    }
    terms.sort_unstable();
    terms.dedup_by_key(|term| term.key);
    terms
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}
