//! `polarity` of a whole report: one text tells something, the other calls the report of it a hoax.
//!
//! "A sheep was elected mayor of the town" / "Sheep Elected Mayor? Story Is a Hoax".

use crate::claim::{Piece, Says, Wording};
use crate::verdict::{Evidence, Finding, Relation};

/// How many pieces of content a report and its denial have to share.
const LEAST_SHARED: usize = 2;

/// The findings between two texts that are presumed to tell of one matter.
pub fn judge_debunked(left: &[&Wording], right: &[&Wording]) -> Option<Finding> {
    let debunks = |side: &[&Wording]| side.iter().any(|wording| wording.debunks);
    if debunks(left) == debunks(right) {
        return None;
    }
    let (denials, reports) = if debunks(left) { (left, right) } else { (right, left) };
    let denial = denials.iter().find(|wording| wording.debunks)?;
    let told = reports.iter().max_by_key(|report| shared(report, denials))?;
    if shared(told, denials) < LEAST_SHARED || told.pieces.iter().any(|piece| matches!(piece.says, Says::Negation)) {
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

/// How many pieces of content of the report the denial has.
fn shared(report: &Wording, denials: &[&Wording]) -> usize {
    let has = |piece: &&Piece| denials.iter().any(|denial| denial.pieces.iter().any(|other| other.key == piece.key));
    report.pieces.iter().filter(|piece| piece.is_content()).filter(has).count()
}
