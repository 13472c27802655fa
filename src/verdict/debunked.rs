//! `polarity` of a whole report: one text tells something, the other calls the report of it a hoax.
//!
//! "A sheep was elected mayor of the town" / "Sheep Elected Mayor? Story Is a Hoax".

use crate::claim::{Denial, Piece, Says, Wording};
use crate::verdict::{Evidence, Finding, Relation};

/// How many pieces of content a report and its denial have to share.
const LEAST_SHARED: usize = 2;

/// A headline with its line below, or two sentences.
const SENTENCES_OF_HEADLINE: usize = 2;

/// How much of the report, in percent, a sentence has to take up that denies something as a whole.
const LEAST_OF_WHOLE: usize = 50;

/// The same where only its predicate is denied.
const LEAST_OF_PREDICATE: usize = 70;

/// The findings between two texts that are presumed to tell of one matter.
pub fn judge_debunked(left: &[&Wording], right: &[&Wording]) -> Option<Finding> {
    let is_short = left.len().max(right.len()) <= SENTENCES_OF_HEADLINE;
    let is_untrue = |wording: &Wording| wording.debunks || is_short && wording.denial.is_some();
    let debunks = |side: &[&Wording]| side.iter().any(|wording| is_untrue(wording));
    if debunks(left) == debunks(right) {
        return None;
    }
    let (denials, reports) = if debunks(left) { (left, right) } else { (right, left) };
    let denial = denials.iter().find(|wording| is_untrue(wording))?;
    let told = reports.iter().max_by_key(|report| shared(report, denials))?;
    let is_all = denial.debunks || takes_up(denial, told, denials);
    if !is_all
        || shared(told, denials) < LEAST_SHARED
        || told.pieces.iter().any(|piece| matches!(piece.says, Says::Negation))
    {
        return None;
    }
    let side = |wording: &Wording, value: &str| Evidence {
        article: wording.article,
        span: wording.span,
        sentence: wording.span,
        value: value.to_owned(),
        said_by: None,
    };
    let (left, right) = if debunks(left) {
        (side(denial, "not true"), side(told, "told"))
    } else {
        (side(told, "told"), side(denial, "not true"))
    };
    let why = "one text tells it, the other says that the report is not true".to_owned();
    Some(Finding {
        relation: Relation::Conflict,
        kind: "polarity",
        confidence: 0.9,
        measured_on: None,
        left,
        right,
        why,
    })
}

/// Whether what is denied is what the report tells: most of it, with a name, and its predicate where that is denied.
fn takes_up(denial: &Wording, told: &Wording, denials: &[&Wording]) -> bool {
    let count = |wording: &Wording| wording.pieces.iter().filter(|piece| piece.is_content()).count();
    let contents = count(told);
    // A long sentence denies one thing and takes up another.
    if count(denial) > 2 * contents + 2 {
        return false;
    }
    let percent = shared(told, denials) * 100 / contents.max(1);
    let is_most = match &denial.denial {
        Some(Denial::Whole) => percent >= LEAST_OF_WHOLE,
        Some(Denial::Predicate(key)) => {
            percent >= LEAST_OF_PREDICATE && told.pieces.iter().any(|piece| piece.key == *key)
        }
        None => false,
    };
    is_most && share_name(told, denials)
}

/// Whether the denial names somebody or something that the report names.
fn share_name(report: &Wording, denials: &[&Wording]) -> bool {
    report.pieces.iter().any(|piece| matches!(piece.says, Says::Name(_)) && has(denials, piece))
}

/// How many pieces of content of the report the denial has.
fn shared(report: &Wording, denials: &[&Wording]) -> usize {
    report.pieces.iter().filter(|piece| piece.is_content() && has(denials, piece)).count()
}

fn has(denials: &[&Wording], piece: &Piece) -> bool {
    denials.iter().any(|denial| denial.pieces.iter().any(|other| other.key == piece.key))
}
