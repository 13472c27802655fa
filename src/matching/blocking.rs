//! Finds the pairs of claims that are worth aligning: those that share the sort of event and a name or place, or the
//! sort of event and two words of content.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::claim::{Claim, is_opposite};
use crate::entity::Role;
use crate::matching::Stories;

/// A block with more claims than this has a key that tells nothing: "say" with "government".
const LARGEST_BLOCK: usize = 400;

/// The numbers of claims to align, left before right, sorted, each pair once.
///
/// "Russia-US consultations were held" and "Russia and the US discussed …" meet under (meet, Russia) and (meet, US).
pub fn candidates(claims: &[Claim], stories: &Stories) -> Vec<(u32, u32)> {
    let mut keyed: Vec<(u64, u32)> = Vec::new();
    // That two people spoke, or one man twice, is never one event.
    for (number, claim) in claims.iter().enumerate().filter(|(_, claim)| !claim.event.is_speech) {
        keys(claim, stories).into_iter().for_each(|key| keyed.push((key, number as u32)));
    }
    keyed.sort_unstable();
    keyed.dedup();
    let mut pairs = Vec::new();
    for block in keyed.chunk_by(|left, right| left.0 == right.0) {
        if block.len() > LARGEST_BLOCK {
            continue;
        }
        for (at, &(_, left)) in block.iter().enumerate() {
            pairs.extend(block[at + 1..].iter().map(|&(_, right)| (left, right)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn keys(claim: &Claim, stories: &Stories) -> Vec<u64> {
    // Opposites meet under the sort of event that sorts first.
    let own = claim.event.concept.as_str();
    let opposites = crate::claim::opposites_of(own).filter(|opposite| *opposite < own);
    let mut keys = keys_under(own, claim, stories);
    opposites.for_each(|opposite| keys.extend(keys_under(opposite, claim, stories)));
    keys
}

fn keys_under(concept: &str, claim: &Claim, stories: &Stories) -> Vec<u64> {
    let all = || claim.participants.iter().chain(&claim.places);
    let names = all().flat_map(|participant| participant.names.iter().map(|name| name.key()));
    let proper = all().flat_map(|participant| participant.proper.iter().cloned());
    // What is a name in one article may be plain words in the other.
    let unsure = all().flat_map(|participant| &participant.names).filter(|name| name.role != Role::Country);
    let parts = unsure.flat_map(|name| name.canonical.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>());
    let mut keys: Vec<u64> = names.chain(proper).chain(parts).map(|name| hash(&(concept, name))).collect();
    // An event told without names is known by what its article is about: "nine miners were killed".
    if claim.event.known {
        keys.extend(stories.leading(claim.article).iter().map(|name| hash(&(concept, name, "story"))));
    }
    let mut words: Vec<&String> = claim.participants.iter().flat_map(|participant| &participant.words).collect();
    words.sort();
    words.dedup();
    // Pairs of words; a phrase of many words is told apart by its first ones well enough.
    words.truncate(8);
    for (at, first) in words.iter().enumerate() {
        keys.extend(words[at + 1..].iter().map(|second| hash(&(concept, first, second))));
    }
    keys
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}

/// Whether the two claims tell one sort of event or opposite ones.
pub(super) fn is_same_sort(left: &Claim, right: &Claim) -> bool {
    left.event.concept == right.event.concept || is_opposite(&left.event.concept, &right.event.concept)
}
