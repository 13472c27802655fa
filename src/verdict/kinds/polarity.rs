#![doc = include_str!("polarity.md")]

use crate::claim::{self, Modality, Phase, Polarity as Sign, Role, When};
use crate::language::wordnet;
use crate::matching::ClaimPair;
use crate::time::Bound;
use crate::verdict::kinds::{Compared, Comparison, Kind, Value};
use crate::verdict::why;

pub(super) struct Polarity;

impl Kind for Polarity {
    fn name(&self) -> &'static str {
        "polarity"
    }

    fn doc(&self) -> &'static str {
        include_str!("polarity.md")
    }

    fn compare(&self, pair: &ClaimPair<'_>) -> Option<Compared> {
        let (left, right) = (pair.left, pair.right);
        if !left.modality.is_real() || !right.modality.is_real() {
            return None;
        }
        let opposite = claim::is_opposite(&left.event.concept, &right.event.concept);
        // Prices rise and fall; people jump and fall.
        if opposite && matches!(left.event.concept.as_str(), "rise" | "fall") && is_of_persons(left) {
            return None;
        }
        // Words that are near each other are not enough to tell one moment of nobody known: "scream", "cry".
        let is_one_sort = left.event.concept == right.event.concept;
        if (opposite || !is_one_sort) && are_glimpses(left, right) {
            return None;
        }
        let is_over = has_ended_and_goes_on(left, right) || has_ended_and_goes_on(right, left);
        let differs = opposite != (left.polarity != right.polarity) && (opposite || denies_what_is_told(pair));
        if !differs && !is_over {
            return None;
        }
        let label = |claim: &claim::Claim| match claim.polarity {
            Sign::Positive if is_over && claim.event.phase == Phase::End => format!("{} over", claim.event.lemma),
            Sign::Positive if is_over => format!("{} going on", claim.event.lemma),
            Sign::Positive => claim.event.lemma.clone(),
            Sign::Negative => format!("not {}", claim.event.lemma),
        };
        let (one, other) = (label(left), label(right));
        Some(Compared {
            comparison: Comparison::Different,
            why: why::plain(pair, &one, &other),
            left: Value::new(one),
            right: Value::new(other),
        })
    }
}

/// Whether the one says that the event has ended and the other, told no earlier, that it goes on.
fn has_ended_and_goes_on(ended: &claim::Claim, ongoing: &claim::Claim) -> bool {
    ended.event.phase == Phase::End
        && ended.modality == Modality::Happened
        && ongoing.event.phase == Phase::Ongoing
        && ongoing.modality == Modality::Holds
        && ended.polarity == Sign::Positive
        && ongoing.polarity == Sign::Positive
        && ended.event.concept == ongoing.event.concept
        && ongoing.told.zip(ended.told).is_some_and(|(later, earlier)| later.day >= earlier.day)
}

/// Whether both describe what somebody without a name does, and no text tells when: who lifts a crate sets it down later.
fn are_glimpses(left: &claim::Claim, right: &claim::Claim) -> bool {
    let is_glimpse = |claim: &claim::Claim| {
        let is_nameless = claim.participants.iter().all(|one| one.names.is_empty() && one.proper.is_empty());
        claim.modality == Modality::Holds
            && claim.told.is_none_or(|told| told.is_presumed())
            && claim.time.is_none()
            && is_nameless
    };
    is_glimpse(left) && is_glimpse(right)
}

fn is_of_persons(claim: &claim::Claim) -> bool {
    claim
        .participants
        .iter()
        .any(|one| matches!(one.role, Role::Agent | Role::Patient) && wordnet::is_person(&one.head))
}

/// Whether all that is denied is what the other claim tells: "not a model" denies "an American model", but "not a
/// French model" does not.
fn denies_what_is_told(pair: &ClaimPair<'_>) -> bool {
    let (denied, told) =
        if pair.left.polarity == Sign::Negative { (pair.left, pair.right) } else { (pair.right, pair.left) };
    if !denied.joined.iter().all(|lemma| told.joined.contains(lemma)) {
        return false;
    }
    // "Not since July" denies nothing of what is told without its time.
    let is_bounded = |when: &When| matches!(when.bound, Some(Bound::Since | Bound::After));
    if denied.time.as_ref().is_some_and(is_bounded) && told.time.is_none() {
        return false;
    }
    let alone =
        if pair.left.polarity == Sign::Negative { &pair.alignment.left_alone } else { &pair.alignment.right_alone };
    // "Deposit does not encrypt files" denies "files are encrypted" where both are manuals of it.
    let agents = |claim: &claim::Claim| claim.participants.iter().filter(|one| one.role == Role::Agent).count();
    let mut doers = denied.participants.iter().filter(|one| one.role == Role::Agent);
    let is_of_manuals = pair.alignment.story.is_of_manuals && agents(told) == 0;
    let is_doer = |word: &String| is_of_manuals && doers.any(|doer| doer.words.contains(word) || doer.head == *word);
    alone.iter().all(is_doer)
}
