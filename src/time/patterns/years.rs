//! Years that stand alone: after a preposition, before a noun, in brackets, in words; not counts, not names' numbers.

use super::Stretch;
use crate::language::{Label, Tag};
use crate::time::meaning::{Calendar, Year};
use crate::time::number;
use crate::time::words::Scan;

/// A year: "1996", "fiscal 1988", "the year 2000", "nineteen ninety-four".
pub(super) fn year(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let the = usize::from(scan.is_the(at));
    if scan.is(at + the, "year") {
        let next = at + the + 1;
        let (year, next) =
            four_digits(scan, next).map(|year| (year, next + 1)).or_else(|| number::year_in_words(scan, next))?;
        return Some((Calendar::Year(year), next));
    }
    if scan.is(at, "fiscal") || scan.is(at, "FY") {
        let next = at + 1 + usize::from(scan.is(at + 1, "year"));
        return four_digits(scan, next).map(|year| (Calendar::Year(year), next + 1));
    }
    if let Some(text) = scan.text(at).strip_prefix("FY") {
        return text.parse().ok().filter(|year| (1900..2200).contains(year)).map(|year| (Calendar::Year(year), at + 1));
    }
    if let Some((year, next)) = number::year_in_words(scan, at) {
        let counted = scan.unit(next).is_some() || matches!(scan.tag(next), Some(Tag::Nns));
        let placed = at > scan.start() && scan.is_one_of(at - 1, BEFORE);
        return (!counted && placed).then_some((Calendar::Year(year), next));
    }
    let year = four_digits(scan, at)?;
    if scan.is_alone(at) && (1000..2200).contains(&year) {
        return Some((Calendar::Year(year), at + 1));
    }
    stands_as_year(scan, at, year).then_some((Calendar::Year(year), at + 1))
}

/// Words that may stand right before a year.
const BEFORE: &[&str] = &[
    "in",
    "since",
    "by",
    "of",
    "until",
    "till",
    "from",
    "to",
    "before",
    "after",
    "between",
    "during",
    "through",
    "for",
    "into",
    "throughout",
    "for",
    "early",
    "late",
    "mid",
    "circa",
    "back",
];

/// Four digits without separators, as a year from 1000 to 2999.
pub(super) fn four_digits(scan: &Scan<'_, '_, '_>, at: usize) -> Option<i16> {
    let digits = scan.digits(at).filter(|digits| digits.length == 4 && !digits.grouped)?;
    i16::try_from(digits.value).ok().filter(|year| (1000..3000).contains(year))
}

/// "'98" and the token after it.
pub(super) fn abbreviated(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i16, usize)> {
    if let Some(digits) = scan.text(at).strip_prefix(['\'', '’']).filter(|digits| digits.len() == 2) {
        return digits.parse().ok().map(|year| (of_two_digits(year), at + 1));
    }
    let digits = scan.digits(at + 1).filter(|digits| digits.length == 2)?;
    (matches!(scan.text(at), "'" | "’" | "‘") && scan.is_glued(at + 1))
        .then_some((of_two_digits(digits.value as i16), at + 2))
}

/// The year that two digits stand for: 30 to 99 are of the twentieth century.
pub(super) fn of_two_digits(year: i16) -> i16 {
    if year < 30 { 2000 + year } else { 1900 + year }
}

/// Whether a word that numbers things stands before: "Room 2022", "version 2.1.2022", "$2022".
pub(super) fn is_numbered(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= scan.start()) else { return false };
    matches!(scan.tag(before), Some(Tag::Dollar)) || scan.is(before, "#") || scan.is_numbered(before)
}

fn stands_as_year(scan: &Scan<'_, '_, '_>, at: usize, year: i16) -> bool {
    let document = scan.document();
    let token = &document.tokens[at];
    let before = at.checked_sub(1).filter(|&before| before >= scan.start());
    let joined = scan.is_glued(at) || scan.is_glued(at + 1);
    let beside_hyphen = (scan.is_hyphen(at + 1) && scan.is_glued(at + 1))
        || before.is_some_and(|before| scan.is_hyphen(before) && scan.is_glued(at));
    if is_numbered(scan, at) || is_measured(scan, at + 1) || (joined && beside_hyphen && !is_range(scan, at)) {
        return false;
    }
    let counts =
        token.label == Label::Nummod && token.head > at && matches!(scan.tag(token.head), Some(Tag::Nns | Tag::Nnps));
    let modern = (1800..2100).contains(&year);
    let placed = before.is_some_and(|before| scan.is_one_of(before, BEFORE));
    if placed && (year >= 1400 || !counts) && (1000..2200).contains(&year) {
        return !(counts && token.head == at + 1 && !before.is_some_and(|before| scan.is(before, "in")));
    }
    let bracketed =
        before.is_some_and(|before| scan.is(before, "(")) && (scan.is(at + 1, ")") || scan.is_hyphen(at + 1));
    let beside = is_range(scan, at) || follows_year(scan, at);
    let subject = matches!(token.label, Label::Nsubj | Label::Nsubjpass) && before.is_none();
    let determined = has_determiner(scan, at);
    let noun = matches!(scan.tag(at + 1), Some(Tag::Nn | Tag::Nnp | Tag::Jj | Tag::Vbn | Tag::Nns | Tag::Nnps));
    let attribute = noun && token.head > at && (determined || !matches!(scan.tag(at + 1), Some(Tag::Nns)));
    modern && (bracketed || beside || subject || attribute || (determined && noun))
}

/// Whether a determiner or possessive opens the noun phrase up to the token: "his unsuccessful 1996 campaign".
fn has_determiner(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let near = at.saturating_sub(4).max(scan.start());
    (near..at)
        .rev()
        .take_while(|&word| {
            !matches!(scan.tag(word), Some(Tag::In | Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Comma | Tag::Stop))
        })
        .any(|word| matches!(scan.tag(word), Some(Tag::Dt | Tag::PrpPossessive | Tag::Pos)))
}

/// Whether two years stand with a hyphen between them: "1985-1987", "2015-18".
fn is_range(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let on = scan.is_hyphen(at + 1)
        && scan.digits(at + 2).is_some_and(|digits| matches!(digits.length, 2 | 4))
        && !scan.is_hyphen(at + 3);
    let back = at >= scan.start() + 2
        && scan.is_hyphen(at - 1)
        && four_digits(scan, at - 2).is_some()
        && !scan.is_hyphen(at + 1);
    on || back
}

/// Whether a year stands before with "and", "or", "to" or a comma between: "both 1990 and 1991".
fn follows_year(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let after = at >= scan.start() + 2
        && scan.is_one_of(at - 1, &["and", "or", "to", ",", "through"])
        && four_digits(scan, at - 2).is_some();
    let before = scan.is_one_of(at + 1, &["and", "or"])
        && four_digits(scan, at + 2).is_some()
        && at > scan.start()
        && scan.is_one_of(at - 1, &["both", "between", "either"]);
    after || before
}

/// Whether what follows the number makes it an amount: "2022 dollars", "1500 metres", "2000%".
fn is_measured(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    scan.is(at, "%") || scan.unit(at).is_some_and(|(_, many)| many) || scan.is_measure(at)
}

/// The year of a fiscal or named period, for the patterns that take one before or after: "1988", "last year's".
pub(super) fn period_year(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Year, usize)> {
    if let Some(year) = four_digits(scan, at) {
        return Some((Year::Said(year), at + 1));
    }
    abbreviated(scan, at).map(|(year, next)| (Year::Said(year), next))
}
