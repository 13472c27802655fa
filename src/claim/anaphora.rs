//! Lets a claim without names take over those of the same sort of event told just before, "They promised a written
//! response" after a sentence on Washington's response, and a thing that is only taken up recall the words that told it.

use crate::claim::{Claim, Role};

/// How many sentences back the names may stand.
const REACH: usize = 3;

/// How many claims back a thing may have been told in more words.
const REACH_OF_THINGS: usize = 40;

/// Lets a thing of which only the sort is told take up the words that told it before: "the documents" those of "the draft
/// documents on security".
pub(super) fn recall<'c>(claims: impl Iterator<Item = &'c mut Claim>, before: &[Claim]) {
    let before = &before[before.len().saturating_sub(REACH_OF_THINGS)..];
    for participant in claims.flat_map(|claim| &mut claim.participants) {
        let is_sort = participant.names.is_empty()
            && !participant.is_indefinite
            && participant.words.iter().all(|word| *word == participant.head);
        let told = || before.iter().rev().flat_map(|claim| &claim.participants);
        let fuller = || told().find(|one| one.head == participant.head && one.words.len() > 1);
        if let Some(fuller) = is_sort.then(fuller).flatten() {
            participant.recalled.clone_from(&fuller.words);
        }
    }
}

/// Fills in the names of bare claims, and the day of an event that a definite noun points back at, in order of place;
/// `sentence_of` gives each claim's sentence number.
pub(super) fn inherit(claims: &mut [Claim], sentence_of: &[usize]) {
    for at in 0..claims.len() {
        let claim = &claims[at];
        let points_back = claim.event.is_definite && !has_parties(claim);
        let is_bare = claim.names().next().is_none() && claim.places.is_empty() || points_back;
        if !claim.event.known || claim.event.is_speech || !is_bare {
            continue;
        }
        let source = (0..at)
            .rev()
            .take_while(|&earlier| sentence_of[earlier] + REACH >= sentence_of[at])
            .filter(|&earlier| !points_back || sentence_of[earlier] < sentence_of[at])
            .find(|&earlier| is_source(&claims[earlier], &claims[at], sentence_of[earlier] == sentence_of[at]));
        if let Some(source) = source {
            if claims[at].places.is_empty() && sentence_of[source] == sentence_of[at] {
                claims[at].places = claims[source].places.clone();
            }
            let mut participants = claims[source].participants.clone();
            participants.append(&mut claims[at].participants);
            claims[at].participants = participants;
            claims[at].inherited = true;
            let is_same_event = points_back && claims[source].modality == claims[at].modality;
            if is_same_event && claims[at].time.is_none() && claims[at].deadline.is_none() {
                claims[at].time = claims[source].time.clone();
            }
        }
    }
}

/// Whether the claim names somebody who takes part, not only a place or thing.
fn has_parties(claim: &Claim) -> bool {
    let is_party = |role: Role| matches!(role, Role::Agent | Role::Patient | Role::Party | Role::Recipient);
    claim.participants.iter().any(|one| is_party(one.role) && !one.names.is_empty())
}

/// Whether the bare claim tells of the event that the earlier one names; "drivers in Marlow walked out for a strike that
/// is to last three days" names it by its place.
fn is_source(earlier: &Claim, bare: &Claim, is_one_sentence: bool) -> bool {
    let is_placed = is_one_sentence && !earlier.places.is_empty() && !earlier.participants.is_empty();
    earlier.event.concept == bare.event.concept
        && (earlier.names().next().is_some() || is_placed)
        && (bare.event.which.is_empty() || bare.event.which == earlier.event.which)
}
