//! Two people or bodies that are each said to be the one who won, bought or was appointed to one thing.

use crate::claim::{Claim, Counted, Participant, Role, is_same_word};
use crate::entity::{NamedEntity, Role as NameRole, letters};
use crate::language::wordnet;
use crate::matching::alignment::is_same_name;
use crate::quantity::Unit;
use crate::table;

/// Whether each claim names another one as who alone brought the event about or underwent it.
///
/// "Pia Solberg won the Karr Marathon" and "the Karr Marathon was won by Ingrid Tole".
pub(super) fn are_rivals(left: &Claim, right: &Claim) -> bool {
    let Some(role) = table::value_of(include_str!("data/sole.tsv"), &left.event.concept) else { return false };
    let role = if role == "agent" { Role::Agent } else { Role::Patient };
    let Some((one, other)) = Sole::of(left, role).zip(Sole::of(right, role)) else { return false };
    left.event.concept == right.event.concept
        && one.may_be_as(&other)
        && !one.is_told_in(right)
        && !other.is_told_in(left)
        && ![left, right].iter().any(|claim| claim.quantities.iter().any(is_several))
        && share_thing(left, right, role)
}

/// Who alone plays a part, by the words of the name, whether the recogniser knows it or not.
struct Sole {
    words: Vec<String>,
    kind: Option<NameRole>,
}

impl Sole {
    fn of(claim: &Claim, role: Role) -> Option<Self> {
        let mut of_role = claim.participants.iter().filter(|participant| participant.role == role);
        let one = of_role.next().filter(|one| one.names.len() <= 1)?;
        let words = name_words(one);
        let is_named = |word: &String| words.contains(&letters(word)) || wordnet::is_person(word);
        let is_sole = of_role.next().is_none() && !words.is_empty() && one.words.iter().all(is_named);
        is_sole.then(|| Self { kind: one.names.first().map(|name| name.role), words })
    }

    /// Whether both are people or both are bodies, as far as the recogniser knows.
    fn may_be_as(&self, other: &Self) -> bool {
        let acts = |kind: Option<NameRole>| matches!(kind, None | Some(NameRole::Person | NameRole::Body));
        let is_unknown = self.kind.is_none() || other.kind.is_none();
        acts(self.kind) && acts(other.kind) && (is_unknown || self.kind == other.kind)
    }

    fn is_told_in(&self, claim: &Claim) -> bool {
        let told = claim.participants.iter().chain(&claim.places).flat_map(name_words);
        told.into_iter().any(|word| self.words.contains(&word))
    }
}

/// The words of the names in the participant, in a spelling that transliterations share.
fn name_words(participant: &Participant) -> Vec<String> {
    let of_names = participant.names.iter().flat_map(|name| name.canonical.split_whitespace());
    of_names.chain(participant.proper.iter().map(String::as_str)).map(letters).collect()
}

/// Several games are won by several; "for a novel on three sisters" tells of one prize.
fn is_several(counted: &Counted) -> bool {
    matches!(counted.quantity.unit, Unit::Count(_))
        && matches!(counted.role, Role::Agent | Role::Patient)
        && counted.quantity.high.is_none_or(|high| high > 1.0)
}

/// Whether what was won or bought, or the office that somebody was appointed to, is told in the same names and words: "the
/// women's race" is another one, and a council has many members.
fn share_thing(left: &Claim, right: &Claim, role: Role) -> bool {
    let part = if role == Role::Agent { Role::Patient } else { Role::Attribute };
    let is_thing = |participant: &&Participant| participant.role == part;
    // What one article's recogniser knows for a name may be words to the other's: "the Karr Prize".
    let has_word = |one: &Participant, word: &str| {
        let plain = letters(word);
        one.words.iter().any(|known| is_same_word(word, known) || letters(known) == plain)
            || name_words(one).contains(&plain)
    };
    let has_all = |one: &Participant, other: &Participant| {
        let has_name = |name: &NamedEntity| {
            other.names.iter().any(|known| is_same_name(name, known))
                || name.canonical.split_whitespace().all(|word| has_word(other, &word.to_lowercase()))
        };
        one.words.iter().all(|word| has_word(other, word)) && one.names.iter().all(|name| has_name(name))
    };
    let shares_name = |one: &Participant, other: &Participant| {
        one.head == other.head && one.names.iter().any(|name| other.names.iter().any(|known| is_same_name(name, known)))
    };
    // "The dairy Mirka" is Mirka; "the women's race at the marathon" is not the marathon.
    let shares = |one: &Participant, other: &Participant| {
        has_all(one, other) && has_all(other, one)
            || shares_name(one, other) && (has_all(one, other) || has_all(other, one))
    };
    let mut things = left.participants.iter().filter(is_thing);
    things.any(|thing| right.participants.iter().filter(is_thing).any(|known| shares(thing, known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert_eq!(table::first_out_of_order(include_str!("data/handed.tsv")), None);
        assert_eq!(table::first_out_of_order(include_str!("data/sole.tsv")), None);
    }
}
