//! Dates and months: "Wednesday, Oct. 17, 2001", "the 21st of January", "March last year".

use super::Stretch;
use super::years;
use crate::language::{Label, Tag};
use crate::time::lexicon::Deictic;
use crate::time::meaning::{Calendar, Pick, Year};
use crate::time::number;
use crate::time::words::Scan;

/// A day of a month, with or without weekday and year.
pub(super) fn date(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (weekday, next) = leading_weekday(scan, at);
    let (month, day, next) = month_day(scan, next).or_else(|| day_month(scan, next))?;
    let (year, next) = year_after(scan, next);
    Some((Calendar::Date { year, month, day, weekday }, next))
}

/// The weekday before a date and where the date begins: "this coming Sunday, March 8".
fn leading_weekday(scan: &Scan<'_, '_, '_>, at: usize) -> (Option<i8>, usize) {
    // "this coming Sunday": no more than two words place it.
    let places =
        |at: &usize| matches!(scan.deictic(*at), Some(Deictic::This | Deictic::Coming | Deictic::Next | Deictic::Last));
    let mut next = at + (at..at + 2).take_while(places).count();
    let Some((weekday, false)) = scan.weekday(next) else { return (None, at) };
    next += 1;
    next += usize::from(scan.is(next, ".") && scan.is_glued(next));
    next += usize::from(scan.is(next, ","));
    next += usize::from(scan.is(next, "the") && scan.ordinal(next + 1).is_some());
    (Some(weekday), next)
}

/// "January 10", "Jan. 3rd", "March eighth": month, day and the token after them.
pub(super) fn month_day(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let month = scan.month(at)?;
    let the =
        usize::from(scan.is(at + 1, "the") && (scan.ordinal(at + 2).is_some() || written_day(scan, at + 2).is_some()));
    let next = at + 1 + the + usize::from(scan.is(at + 1, ".") && scan.is_glued(at + 1) && scan.is_chat());
    if let Some((day, end)) = written_day(scan, next) {
        return Some((month, day, end));
    }
    let day = day(scan, next)?;
    // "In April 31 people drowned": no April has 31 days.
    let is_count = day > DAYS_OF_MONTH[month as usize - 1] && matches!(scan.tag(next + 1), Some(Tag::Nns | Tag::Nn));
    if is_count
        || counts_what_follows(scan, next)
        || (scan.is_hyphen(next + 1) && scan.is_glued(next + 1) && scan.unit(next + 2).is_some())
    {
        return None;
    }
    Some((month, day, next + 1))
}

/// The most days that each month may have.
const DAYS_OF_MONTH: [i8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// "9 January", "the 21st of January": month, day and the token after them.
fn day_month(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let at = at + usize::from(scan.is(at, "the") && scan.ordinal(at + 1).is_some());
    let (day, next) = written_day(scan, at).or_else(|| day(scan, at).map(|day| (day, at + 1)))?;
    let is_ordinal = scan.ordinal(next - 1).is_some() || scan.is_chat();
    let next = next + usize::from(scan.is(next, "of") && is_ordinal);
    let month = scan.month(next)?;
    (!is_price(scan, at)).then_some((month, day, next + 1))
}

/// Whether the number is an amount of money: "$12 December 27".
fn is_price(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    at > scan.start() && scan.is_one_of(at - 1, &["$", "€", "£"])
}

/// A day of a month in two words or as a cardinal: "twenty-first", "twenty second", "fifteen".
pub(super) fn written_day(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i8, usize)> {
    let tens = scan.cardinal(at).filter(|tens| matches!(tens, 20 | 30));
    let ones = at + 1 + usize::from(scan.is_hyphen(at + 1));
    let ordinal = scan.ordinal(ones).filter(|&ordinal| ordinal < 10 && !scan.has_digit(ones) && tens.is_some());
    let (number, next) = match (tens, ordinal) {
        (Some(tens), Some(ones_value)) => (tens + ones_value, ones + 1),
        _ => number::words(scan, at).filter(|_| scan.is_chat())?,
    };
    i8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, next))
}

/// The day of a month that the token is: "10", "3rd", "eighth".
pub(super) fn day(scan: &Scan<'_, '_, '_>, at: usize) -> Option<i8> {
    let number = match scan.digits(at) {
        Some(digits) if !digits.grouped && digits.length <= 2 => digits.value,
        Some(_) => return None,
        None => scan.ordinal(at)?,
    };
    i8::try_from(number).ok().filter(|day| (1..=31).contains(day))
}

/// Whether the number counts the noun right after it: "in May 13 people died".
fn counts_what_follows(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let document = scan.document();
    let token = &document.tokens[at];
    token.label == Label::Nummod
        && token.head > at
        && scan.month(token.head).is_none()
        && token.head < at + 3
        && scan.digits(at).is_some()
        && !document.text[token.span.end..].starts_with(',')
        && matches!(scan.tag(token.head), Some(crate::language::Tag::Nns))
}

/// The year after a day and month: ", 2001", "2001", "of this year", "last year".
fn year_after(scan: &Scan<'_, '_, '_>, at: usize) -> (Year, usize) {
    let comma = usize::from(scan.is(at, ","));
    if let Some(year) = years::four_digits(scan, at + comma)
        && !(comma == 1 && counts_what_follows(scan, at + comma))
    {
        return (Year::Said(year), at + comma + 1);
    }
    if let Some((year, next)) = named_year(scan, at) {
        return (year, next);
    }
    let of = usize::from(scan.is_one_of(at, &["of", "in", ","]));
    let said = years::four_digits(scan, at + of).map(|year| (year, at + of + 1)).filter(|_| scan.is_chat());
    let written = || number::year_in_words(scan, at + of).filter(|_| of == 0 || !scan.is(at, "in") || scan.is_chat());
    match said.or_else(written).or_else(|| short_year(scan, at)) {
        Some((year, next)) => (Year::Said(year), next),
        None => (Year::Unsaid, at),
    }
}

/// "of 87", "of '87".
fn short_year(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i16, usize)> {
    if !scan.is(at, "of") {
        return None;
    }
    let digits = scan.digits(at + 1).filter(|digits| digits.length == 2 && digits.value > 31 && scan.is_chat());
    let plain = digits.map(|digits| (years::of_two_digits(digits.value as i16), at + 2));
    plain.or_else(|| years::abbreviated(scan, at + 1))
}

/// "[of] last year", "this year", "the same year".
pub(super) fn named_year(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Year, usize)> {
    let mut next = at + usize::from(scan.is(at, "of"));
    next += usize::from(scan.is(next, "the"));
    let (side, word) = (scan.deictic(next)?, next + 1);
    if !scan.is(word, "year") {
        return None;
    }
    let year = match side {
        Deictic::Last => Year::Here(-1),
        Deictic::This => Year::Here(0),
        Deictic::Next => Year::Here(1),
        Deictic::Before => Year::Mentioned(-1),
        Deictic::That | Deictic::Same => Year::Mentioned(0),
        Deictic::After => Year::Mentioned(1),
        _ => return None,
    };
    Some((year, word + 1))
}

/// A month, with its year or with "last", "this", "next".
pub(super) fn month(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    if let Some(found) = year_first(scan, at) {
        return Some(found);
    }
    let (pick, next) = pick_before(scan, at);
    let month = scan.month(next)?;
    let after = next + 1;
    if pick != Pick::Tense {
        return Some((Calendar::Month { month, year: Year::Unsaid, pick }, after));
    }
    let skip = usize::from(scan.is(after, ",") || scan.is(after, "of"));
    if let Some(year) = years::four_digits(scan, after + skip).filter(|_| !counts_what_follows(scan, after + skip)) {
        return Some((Calendar::Month { month, year: Year::Said(year), pick }, after + skip + 1));
    }
    if let Some((year, end)) = years::abbreviated(scan, after) {
        return Some((Calendar::Month { month, year: Year::Said(year), pick }, end));
    }
    if let Some((year, end)) = named_year(scan, after) {
        return Some((Calendar::Month { month, year, pick }, end));
    }
    if let Some((year, end)) = number::year_in_words(scan, after + skip).or_else(|| short_year(scan, after)) {
        return Some((Calendar::Month { month, year: Year::Said(year), pick }, end));
    }
    let word = scan.text(next);
    let full =
        scan.is_chat() || word.len() > 4 || word.ends_with('.') || scan.is_one_of(next, &["may", "june", "july"]);
    let full = full || scan.is_led(next);
    full.then_some((Calendar::Month { month, year: Year::Unsaid, pick }, after))
}

/// "2016 june", "2016, nov": in chat the year may come first.
fn year_first(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let year = years::four_digits(scan, at).filter(|_| scan.is_chat())?;
    let next = at + 1 + usize::from(scan.is(at + 1, ","));
    let month = scan.month(next)?;
    Some((Calendar::Month { month, year: Year::Said(year), pick: Pick::Tense }, next + 1))
}

/// "last", "this past", "next" before a name, and where the name begins.
pub(super) fn pick_before(scan: &Scan<'_, '_, '_>, at: usize) -> (Pick, usize) {
    let at = if scan.is(at, "the") && scan.deictic(at + 1).is_some() { at + 1 } else { at };
    match (scan.deictic(at), scan.deictic(at + 1)) {
        (Some(Deictic::This), Some(Deictic::Past | Deictic::Last)) => (Pick::Last, at + 2),
        (Some(Deictic::This), Some(Deictic::Coming)) => (Pick::Coming, at + 2),
        (Some(Deictic::Last | Deictic::Past), _) => (Pick::Last, at + 1),
        (Some(Deictic::This), _) => (Pick::This, at + 1),
        (Some(Deictic::Next), _) => (Pick::Next, at + 1),
        (Some(Deictic::Coming), _) => (Pick::Coming, at + 1),
        (Some(Deictic::Before), _) if scan.is_chat() => (Pick::Last, at + 1),
        (Some(Deictic::After), _) if scan.is_chat() => (Pick::Next, at + 1),
        _ => (Pick::Tense, at),
    }
}
