//! `polarity` of a whole report: one text tells something, the other calls the report of it a hoax.
//!
//! "A sheep was elected mayor of the town" / "Sheep Elected Mayor? Story Is a Hoax".

use crate::claim::{Denial, Piece, Says, Wording};
use crate::span::Span;
use crate::verdict::{Evidence, Finding, Relation};

/// How many pieces of content a report and its denial have to share.
const LEAST_SHARED: usize = 2;

/// A headline with its line below, or two sentences.
const SENTENCES_OF_HEADLINE: usize = 2;

/// How much of the report, in percent, a sentence has to take up that denies something as a whole.
const LEAST_OF_WHOLE: usize = 25;

/// The same where only its predicate is denied.
const LEAST_OF_PREDICATE: usize = 55;

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
    // In a whole article only the sentence itself tells what is untrue.
    let denials = if is_short { denials } else { &[*denial] };
    let told = reports.iter().max_by_key(|report| shared(report, denials))?;
    let is_all = if denial.debunks {
        shared(told, denials) >= LEAST_SHARED || is_short && share_name(told, denials)
    } else {
        takes_up(denial, told, denials) && shared(told, denials) >= LEAST_SHARED
    };
    // What is told may be put negatively: "says that it does not bend" is called a hoax all the same.
    let is_negative = || told.pieces.iter().any(|piece| matches!(piece.says, Says::Negation));
    if !is_all || told.denial.is_some() || !denial.debunks && is_negative() {
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

/// Whether what is denied is what the report tells: its predicate of somebody whom it names, or most of it.
fn takes_up(denial: &Wording, told: &Wording, denials: &[&Wording]) -> bool {
    let count = |wording: &Wording| wording.pieces.iter().filter(|piece| piece.is_content()).count();
    let contents = count(told);
    let percent = shared(told, denials) * 100 / contents.max(1);
    // A long sentence denies one thing and takes up another.
    let is_short = count(denial) <= 2 * contents + 4;
    let is_most = match &denial.denial {
        Some(Denial::Whole) => percent >= LEAST_OF_WHOLE,
        Some(Denial::Predicate { told: predicate, subject, whole }) => {
            let denied = denial.pieces.iter().find(|piece| piece.span.overlaps(*predicate));
            let meets = |piece: &Piece| denied.is_some_and(|denied| piece.meets(denied));
            let is_of_named =
                || subject.is_some_and(|subject| names(told, denial, subject)) && adds_nothing(denial, told);
            let is_of_whole =
                |piece: &&Piece| piece.is_content() && whole.is_some_and(|whole| piece.span.overlaps(whole));
            let mut parts = denial.pieces.iter().filter(is_of_whole);
            if !parts
                .all(|part| matches!(part.says, Says::Negation) || told.pieces.iter().any(|piece| piece.meets(part)))
            {
                return false;
            }
            let is_told = told.pieces.iter().filter(|piece| piece.key == told.predicate).any(meets);
            if is_told && is_of_named() {
                return true;
            }
            percent >= LEAST_OF_PREDICATE && told.pieces.iter().any(meets)
        }
        None => false,
    };
    is_short && is_most && (share_name(told, denials) || share_amount(told, denials))
}

/// Whether the subject of the denial is somebody or something that the report names.
fn names(told: &Wording, denial: &Wording, subject: Span) -> bool {
    let heads = || denial.pieces.iter().filter(|piece| piece.span.overlaps(subject));
    told.pieces.iter().any(|piece| match &piece.says {
        Says::Name(name) => heads().any(|head| {
            let is_part = matches!(&head.says, Says::Word(lemma) if name.key().split(' ').any(|word| word == lemma));
            head.meets(piece) || is_part && spells_out(denial, piece)
        }),
        Says::Word(_) => piece.is_proper && heads().any(|head| head.meets(piece)),
        _ => false,
    })
}

/// Whether the denial names no time and no amount that the report does not: "was not in office in 2010" leaves 2015.
fn adds_nothing(denial: &Wording, told: &Wording) -> bool {
    let is_value = |piece: &&Piece| matches!(piece.says, Says::Amount(_) | Says::Time { .. });
    denial.pieces.iter().filter(is_value).all(|value| told.pieces.iter().any(|piece| piece.key == value.key))
}

/// Whether the denial has an amount of the report.
fn share_amount(report: &Wording, denials: &[&Wording]) -> bool {
    report.pieces.iter().any(|piece| matches!(piece.says, Says::Amount(_)) && has(denials, piece))
}

/// Whether the denial names somebody or something that the report names.
fn share_name(report: &Wording, denials: &[&Wording]) -> bool {
    report.pieces.iter().any(|piece| piece.is_proper && has(denials, piece))
}

/// How many pieces of content of the report the denial has.
fn shared(report: &Wording, denials: &[&Wording]) -> usize {
    report.pieces.iter().filter(|piece| piece.is_content() && has(denials, piece)).count()
}

/// Whether the denial has the piece, or spells out the name: headlines write every word as they write names.
fn has(denials: &[&Wording], piece: &Piece) -> bool {
    denials.iter().any(|denial| denial.pieces.iter().any(|other| other.meets(piece)) || spells_out(denial, piece))
}

fn spells_out(denial: &Wording, piece: &Piece) -> bool {
    let Says::Name(name) = &piece.says else { return false };
    let has_word =
        |word: &str| denial.pieces.iter().any(|other| matches!(&other.says, Says::Word(lemma) if lemma == word));
    name.key().split(' ').all(has_word)
}
