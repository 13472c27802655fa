//! What WordNet says of two words: whether they name one thing, or opposites, and whether a noun names a person.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::table;

/// Whether the two lemmas have a sense in common among those in real use; a noun has those of the verb that it is
/// derived from.
///
/// "resign" and "resignation", "begin" and "commence"; not "kill" and "injure".
pub fn is_synonym(left: &str, right: &str) -> bool {
    let senses = senses();
    let (Some(one), Some(other)) = (senses.get(left), senses.get(right)) else { return false };
    one.split(' ').any(|sense| other.split(' ').any(|known| known == sense))
}

/// Whether the lemma is a word in real use: "bridge"; no name.
pub(super) fn is_word(lemma: &str) -> bool {
    senses().contains_key(lemma)
}

/// Whether the two lemmas are opposites: "open" and "shut".
pub fn is_antonym(left: &str, right: &str) -> bool {
    static PAIRS: OnceLock<FxHashSet<(&str, &str)>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| table::rows(include_str!("data/wordnet_antonyms.tsv")).collect());
    pairs.contains(&(left, right)) || pairs.contains(&(right, left))
}

/// Whether the noun names a human being: "miner".
pub fn is_person(noun: &str) -> bool {
    static NOUNS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let nouns =
        NOUNS.get_or_init(|| table::rows(include_str!("data/wordnet_persons.tsv")).map(|(noun, _)| noun).collect());
    nouns.contains(noun)
}

fn senses() -> &'static FxHashMap<&'static str, &'static str> {
    static SENSES: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    SENSES.get_or_init(|| table::index(include_str!("data/wordnet_senses.tsv")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: [&str; 3] = [
        include_str!("data/wordnet_senses.tsv"),
        include_str!("data/wordnet_antonyms.tsv"),
        include_str!("data/wordnet_persons.tsv"),
    ];

    #[test]
    fn words_of_one_sense_are_synonyms() {
        let pairs =
            [("resign", "resignation"), ("begin", "commence"), ("step down", "resign"), ("arrest", "apprehend")];
        for (left, right) in pairs {
            assert!(is_synonym(left, right) && is_synonym(right, left), "{left} {right}");
        }
        let near_misses =
            [("kill", "injure"), ("buy", "sell"), ("open", "close"), ("arrest", "charge"), ("win", "lose")];
        for (left, right) in near_misses {
            assert!(!is_synonym(left, right), "{left} {right}");
        }
    }

    #[test]
    fn opposites_and_persons_are_known() {
        assert!(is_antonym("shut", "open") && is_antonym("significant", "insignificant"));
        assert!(!is_antonym("red", "blue"));
        assert!(is_person("miner") && is_person("teacher") && !is_person("bridge") && !is_person("wolf"));
    }

    #[test]
    fn tables_are_sorted() {
        for table in TABLES {
            let rows: Vec<&str> = table.lines().skip(2).collect();
            assert!(rows.is_sorted_by(|left, right| left.as_bytes() < right.as_bytes()));
        }
    }
}
