#![doc = include_str!("participant.md")]

use crate::claim::{Claim, Role, is_one_way};
use crate::entity::{self, NamedEntity};
use crate::matching::ClaimPair;
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::why;

pub(super) struct Participant;

impl Kind for Participant {
    fn name(&self) -> &'static str {
        "participant"
    }

    fn doc(&self) -> &'static str {
        include_str!("participant.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        let (left, right) = (pair.left, pair.right);
        let is_one_sort = left.event.concept == right.event.concept && is_one_way(&left.event.concept);
        let are_turned = is_one_sort && (is_turned(left, right) || is_turned(right, left));
        if left.polarity != right.polarity || !are_turned && !pair.alignment.are_rivals {
            return None;
        }
        let (one, other) = (label(left), label(right));
        Some(Compared {
            comparison: Comparison::Different,
            why: why::plain(pair, &one, &other),
            left: Value::new(one),
            right: Value::new(other),
        })
    }
}

/// Whether who does it in the one claim is whom it is done to in the other, and does not do it there as well.
fn is_turned(one: &Claim, other: &Claim) -> bool {
    let does = |claim: &Claim, name: &NamedEntity| has(claim, &[Role::Agent], name);
    let undergoes = |claim: &Claim, name: &NamedEntity| has(claim, &[Role::Patient, Role::Recipient], name);
    let agents = one.participants.iter().filter(|participant| participant.role == Role::Agent);
    agents
        .flat_map(|participant| &participant.names)
        .any(|name| undergoes(other, name) && !does(other, name) && !undergoes(one, name))
}

/// Whether the name is the whole of a participant in one of the roles: not the "Halden" of "the owner of Halden".
fn has(claim: &Claim, roles: &[Role], name: &NamedEntity) -> bool {
    claim.participants.iter().filter(|participant| roles.contains(&participant.role)).any(|participant| {
        participant.words.is_empty() && participant.names.len() == 1 && entity::is_same(&participant.names[0], name)
    })
}

/// "Halden Foods sell Morrow Group": who, what, whom.
fn label(claim: &Claim) -> String {
    let of = |roles: &[Role]| {
        let named = claim.participants.iter().filter(|participant| roles.contains(&participant.role));
        named.map(crate::claim::Participant::label).collect::<Vec<_>>().join(", ")
    };
    format!("{} → {}", of(&[Role::Agent]), of(&[Role::Patient, Role::Recipient]))
}
