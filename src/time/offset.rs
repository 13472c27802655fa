//! Expressions counted from an event or from the date mentioned last: "a day after the talks", "on the eve of the
//! meeting", "the previous day", "within 30 days of publication".

use crate::language::{Document, Label, Pos};
use crate::time::meaning::{Calendar, Expression, Length, Meaning, Side};
use crate::time::{Granularity, Offset, OffsetFrom};

/// What the expression is counted from; `None` for all that count from the anchor or from nothing.
pub(super) fn offset(document: &Document<'_>, expression: &Expression) -> Option<Offset> {
    match &expression.meaning {
        Meaning::Eve => {
            let event = object_of(document, expression.tokens.end)?;
            Some(Offset { from: OffsetFrom::Event(event), count: -1, unit: Granularity::Day, approximate: true })
        }
        Meaning::Duration(length, Side::Unsaid) => from_event(document, expression, *length),
        Meaning::Calendar(Calendar::Mentioned(unit, count), ..) => Some(Offset {
            from: OffsetFrom::LastMentioned,
            count: *count,
            unit: unit.granularity(),
            approximate: false,
        }),
        _ => None,
    }
}

/// "a day after the talks", "two weeks before the vote", "within 30 days of publication".
fn from_event(document: &Document<'_>, expression: &Expression, length: Length) -> Option<Offset> {
    let count = i32::try_from(length.count.filter(|count| count.quarters == 0)?.whole).ok()?;
    let preposition = expression.tokens.end;
    let (sign, event) = direction(document, preposition)?;
    if length.unit.granularity() < Granularity::Day {
        return None;
    }
    let within = expression
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|before| document.word(before).eq_ignore_ascii_case("within"));
    if sign == Sign::Of && !within {
        return None;
    }
    let count = if sign == Sign::Before { -count } else { count };
    Some(Offset {
        from: OffsetFrom::Event(event),
        count,
        unit: length.unit.granularity(),
        approximate: expression.modifier.is_some(),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Before,
    After,
    Of,
}

/// Which side of the event the preposition is on, and the event.
fn direction(document: &Document<'_>, at: usize) -> Option<(Sign, usize)> {
    let word = document
        .tokens
        .get(at)
        .filter(|_| document.sentence_of(at) == document.sentence_of(at - 1))
        .map(|_| document.word(at))?;
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    let (sign, last) = if is("after") || is("following") {
        (Sign::After, at)
    } else if is("before") || is("preceding") {
        (Sign::Before, at)
    } else if (is("ahead") && next_is(document, at, "of")) || (is("prior") && next_is(document, at, "to")) {
        (Sign::Before, at + 1)
    } else if is("of") || is("from") {
        (Sign::Of, at)
    } else {
        return None;
    };
    object_of(document, last).map(|event| (sign, event))
}

fn next_is(document: &Document<'_>, at: usize, word: &str) -> bool {
    document.tokens.get(at + 1).is_some() && document.word(at + 1).eq_ignore_ascii_case(word)
}

/// The noun that the preposition governs, or the verb that the conjunction introduces.
fn object_of(document: &Document<'_>, preposition: usize) -> Option<usize> {
    let token = document.tokens.get(preposition)?;
    if let Some(object) = document.children_by(preposition, &[Label::Pobj, Label::Pcomp]).next() {
        return Some(object);
    }
    (token.label == Label::Mark && document.tokens[token.head].pos == Pos::Verb).then_some(token.head)
}
