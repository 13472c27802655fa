//! Lets a claim without names take over those of the same sort of event told just before: "They promised a written
//! response" after a sentence on Washington's response.

use crate::claim::Claim;

/// How many sentences back the names may stand.
const REACH: usize = 3;

/// Fills in the names of bare claims, in order of place; `sentence_of` gives each claim's sentence number.
pub(super) fn inherit(claims: &mut [Claim], sentence_of: &[usize]) {
    for at in 0..claims.len() {
        if !claims[at].event.known
            || claims[at].event.is_speech
            || claims[at].names().next().is_some()
            || !claims[at].places.is_empty()
        {
            continue;
        }
        let source = (0..at)
            .rev()
            .take_while(|&earlier| sentence_of[earlier] + REACH >= sentence_of[at])
            .find(|&earlier| is_source(&claims[earlier], &claims[at]));
        if let Some(source) = source {
            let mut participants = claims[source].participants.clone();
            participants.append(&mut claims[at].participants);
            claims[at].participants = participants;
            claims[at].inherited = true;
        }
    }
}

fn is_source(earlier: &Claim, bare: &Claim) -> bool {
    earlier.event.concept == bare.event.concept
        && earlier.names().next().is_some()
        && (bare.event.which.is_empty() || bare.event.which == earlier.event.which)
}
