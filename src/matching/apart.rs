//! What tells two things of one sort apart: other names, other words on both sides, opposite sides.

use crate::claim::{Claim, Participant, Role};
use crate::entity::letters;
use crate::matching::alignment::is_same_name;
use crate::table;

/// Whether a subject, object or circumstance of both has one head and each side's has words that the other's lacks.
pub(super) fn are_told_apart(left: &Claim, right: &Claim) -> bool {
    let is_main = |role: Role| matches!(role, Role::Agent | Role::Patient | Role::Other);
    of_one_sort(left, right, is_main).any(|(one, other)| lacks(one, other) && lacks(other, one))
}

/// Whether a subject or object of both is one sort of thing under two names, "the Oder bridge" and "the Neisse bridge", or
/// of two opposite sides: "the northern lot", "the southern lot".
pub(super) fn are_named_apart(left: &Claim, right: &Claim) -> bool {
    let is_main = |role: Role| matches!(role, Role::Agent | Role::Patient);
    of_one_sort(left, right, is_main).any(|(one, other)| {
        let are_named = !one.names.is_empty() && !other.names.is_empty();
        are_named && lacks_name(one, other) && lacks_name(other, one) || are_opposite_sides(one, other)
    })
}

/// The participants of the roles on both sides that are told by one noun of their own.
fn of_one_sort<'c>(
    left: &'c Claim,
    right: &'c Claim,
    is_main: impl Fn(Role) -> bool + Copy + 'c,
) -> impl Iterator<Item = (&'c Participant, &'c Participant)> {
    let main = move |one: &&'c Participant| is_main(one.role);
    left.participants.iter().filter(main).flat_map(move |one| {
        let is_alike = move |other: &&'c Participant| other.head == one.head && one.words.contains(&one.head);
        right.participants.iter().filter(main).filter(is_alike).map(move |other| (one, other))
    })
}

/// Whether the participant has the word, be it in a name: what is a name in one article may be plain words in the other.
fn has_word(participant: &Participant, word: &str) -> bool {
    // "Medicines Agency", "the agency for medicine".
    let plain = |word: &str| letters(word).trim_end_matches('s').to_owned();
    let wanted = plain(word);
    participant.words.iter().any(|known| plain(known) == wanted) || has_in_name(participant, &wanted)
}

fn has_in_name(participant: &Participant, wanted: &str) -> bool {
    let mut words = participant.names.iter().flat_map(|name| name.canonical.split_whitespace());
    words.any(|known| letters(known).trim_end_matches('s') == wanted)
}

/// Whether the one has a word or name that the other has not.
fn lacks(one: &Participant, other: &Participant) -> bool {
    one.words.iter().any(|word| !has_word(other, word)) || lacks_name_as_such(one, other)
}

/// Whether the one has a name, recognised or not, that the other has not.
fn lacks_name(one: &Participant, other: &Participant) -> bool {
    lacks_name_as_such(one, other) || one.proper.iter().any(|word| !has_word(other, word))
}

fn lacks_name_as_such(one: &Participant, other: &Participant) -> bool {
    one.names.iter().any(|name| {
        !other.names.iter().any(|known| is_same_name(name, known))
            && !name.canonical.split_whitespace().all(|word| has_word(other, word))
    })
}

/// Whether a word that only the one has is the opposite of one that only the other has.
fn are_opposite_sides(one: &Participant, other: &Participant) -> bool {
    let mut own = one.words.iter().filter(|word| !has_word(other, word));
    own.any(|word| other.words.iter().any(|known| !has_word(one, known) && is_other_side(word, known)))
}

/// Whether the words are two sides of what is divided: "northern" and "southern", "upper" and "lower".
fn is_other_side(left: &str, right: &str) -> bool {
    let side = |word: &str| table::value_of(include_str!("data/sides.tsv"), word)?.split_once(' ');
    let (one, other) = (side(left), side(right));
    one.zip(other).is_some_and(|(one, other)| one.0 == other.0 && one.1 != other.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_of_one_division() {
        assert!(is_other_side("northern", "southern") && is_other_side("first", "third"));
        assert!(!is_other_side("northern", "upper") && !is_other_side("northern", "north"));
        assert!(!is_other_side("northern", "wooden"));
    }
}
