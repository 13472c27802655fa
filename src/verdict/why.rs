//! The sentence that every finding carries: both resolved values, what they were counted from, and what made the two
//! claims one event.

use crate::article::PublishedFrom;
use crate::claim::{Claim, When};
use crate::matching::{ClaimPair, PlaceMatch};
use crate::time::{Anchor, AnchorSource};

/// For values that are days: "2022-01-10 against 2022-01-01..2022-01-31 (counted from 2021-12-23, …); both tell …".
pub(super) fn values(pair: &ClaimPair<'_>, left: &When, right: &When) -> String {
    plain(pair, &counted(left), &counted(right))
}

/// For a promise and what came of it.
pub(super) fn outcome(pair: &ClaimPair<'_>, deadline: &When, told: &str) -> String {
    plain(pair, &format!("promised {}", counted(deadline)), told)
}

/// For values that explain themselves.
pub(super) fn plain(pair: &ClaimPair<'_>, left: &str, right: &str) -> String {
    format!("{left} against {right}; both tell of {}", event(pair))
}

/// The days of an expression with what they were counted from.
pub(super) fn counted(when: &When) -> String {
    match (&when.from_event, when.anchor) {
        (Some(from), _) => format!("{} (counted {:+} days from another event)", when.interval, from.days),
        (None, Some(_)) if when.is_presumed() => format!("“{}” (both taken to be told on one day)", when.label()),
        (None, Some(anchor)) => format!("{} (counted from {})", when.interval, anchor_label(anchor)),
        (None, None) => when.label(),
    }
}

/// "2022-01-26, the latest caption".
pub(super) fn anchor_label(anchor: Anchor) -> String {
    let source = match anchor.from {
        AnchorSource::Published(PublishedFrom::Presumed) => "a day that is presumed",
        AnchorSource::Published(_) => "the day of publication",
        AnchorSource::Dateline => "the dateline",
        AnchorSource::Byline => "the dated byline",
        AnchorSource::Today => "the day that the text calls today",
        AnchorSource::Caption => "the latest dated caption",
        AnchorSource::Speech => "the day of the speech",
        AnchorSource::Event => "another event of the article",
    };
    format!("{}, {source}", anchor.day)
}

/// What made the two claims one event: "meet (Russia, United States; Geneva)".
fn event(pair: &ClaimPair<'_>) -> String {
    let alignment = &pair.alignment;
    let mut shared = alignment.names.clone();
    shared.extend(alignment.words.iter().take(4).cloned());
    if alignment.place == PlaceMatch::Same {
        shared.extend(pair.left.places.first().map(crate::claim::Participant::label));
    }
    let sort = sort(pair.left, pair.right);
    if shared.is_empty() { sort } else { format!("{sort} ({})", shared.join(", ")) }
}

fn sort(left: &Claim, right: &Claim) -> String {
    let (one, other) = (&left.event.lemma, &right.event.lemma);
    if one == other { format!("“{one}”") } else { format!("“{one}” and “{other}”") }
}
