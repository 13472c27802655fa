//! Lengths of time: "two years", "a few weeks", "30-day", "the past three months", "the first nine months", "years".

use crate::language::Tag;
use crate::time::Modifier;
use crate::time::calendar::Unit;
use crate::time::lexicon::{Deictic, Determiner, lexicon};
use crate::time::meaning::{Expression, Length, Meaning, Side};
use crate::time::number::{self, Count};
use crate::time::words::Scan;

/// The length of time that begins at the token, "more than" and the like included.
pub(super) fn expression(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let (modifier, start) = match lexicon().modifiers.at(|on| Some(scan.text(at + on))) {
        Some((words, modifier)) => (Some(modifier), at + words),
        None => (None, at),
    };
    let (length, side, next) = reported(scan, start)
        .or_else(|| sided(scan, start))
        .or_else(|| counted(scan, start).map(|(length, next)| (length, Side::Unsaid, next)))
        .or_else(|| hyphenated(scan, start).map(|(length, next)| (length, Side::Unsaid, next)))
        .or_else(|| plural(scan, start).map(|(length, next)| (length, Side::Unsaid, next)))?;
    // "in three weeks" is a day in chat; see `ago`.
    let is_day = scan.is_chat() && at > scan.start() && scan.is(at - 1, "in") && length.unit >= Unit::Day;
    if is_day && side == Side::Unsaid && length.count.is_some() {
        return None;
    }
    if is_age(scan, next) || is_share(scan, length, next) || stands_for_no_time(scan, at, start) {
        return None;
    }
    let loose = scan.is(next, "or") && scan.is(next + 1, "so");
    let next = next + if loose { 2 } else { 0 };
    let modifier = modifier.or(loose.then_some(Modifier::Approx));
    Some(Expression { tokens: at..next, meaning: Meaning::Duration(length, side), modifier })
}

/// A number of units: "two years", "a month", "several weeks", "a couple of days", "2 1/2 years", "two or three days".
pub(super) fn counted(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Length, usize)> {
    let (count, mut next) = amount(scan, at)?;
    if let Some((_, end)) = second_number(scan, next) {
        next = end;
    }
    while scan.is_stretcher(next) && next < at + 6 {
        next += 1;
    }
    // "Four and a half hours", "an hour and a half".
    let is_half = |at: usize| scan.is(at, "and") && scan.is(at + 1, "a") && scan.is(at + 2, "half");
    let half_before = count.is_some() && is_half(next);
    next += if half_before { 3 } else { 0 };
    let (unit, many) = scan.unit(next)?;
    next += 1;
    let year = !many && scan.digits(at).is_some_and(|digits| digits.length > 3);
    if year
        || unit == Unit::Second && !many
        || !many && matches!(unit, Unit::Quarter | Unit::Weekend) && scan.determiner(at).is_some()
    {
        return None;
    }
    let half_after = !half_before && is_half(next);
    let half = half_before || half_after;
    let count = count.map(|count| Count { quarters: count.quarters + if half { 2 } else { 0 }, ..count });
    Some((Length { count, unit }, next + if half_after { 3 } else { 0 }))
}

/// How many; `None` inside where unknown.
fn amount(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Option<Count>, usize)> {
    if let Some((count, next)) = number::count(scan, at) {
        return Some((Some(count), next));
    }
    let article = scan.determiner(at) == Some(Determiner::One);
    let start = at + usize::from(article || (scan.is(at, "the") && scan.amount(at + 1).is_some()));
    if let Some(amount) = scan.amount(start) {
        let of = usize::from(scan.is(start + 1, "of"));
        return Some((amount.map(Count::whole), start + 1 + of));
    }
    if article && scan.is(start, "number") && scan.is(start + 1, "of") {
        return Some((None, start + 2));
    }
    article.then_some((Some(Count::whole(1)), start))
}

/// The further end of "two to three weeks", "12 or 18 months".
fn second_number(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Count, usize)> {
    let linked = scan.is_one_of(at, &["to", "or"]) || (scan.is_hyphen(at) && scan.is_glued(at));
    if linked { number::count(scan, at + 1) } else { None }
}

/// "30-day", "two-year", "several-year".
fn hyphenated(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Length, usize)> {
    if scan.determiner(at).is_some() {
        return None;
    }
    let (count, next) = amount(scan, at)?;
    let (unit, _) = scan.unit(next + 1).filter(|_| scan.is_hyphen(next))?;
    Some((Length { count, unit }, next + 2))
}

/// "the year" and "the fiscal year" of "the year ended March 31".
fn reported(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Length, Side, usize)> {
    let next = at + 1 + usize::from(scan.is(at + 1, "fiscal"));
    let ended = scan.is(at, "the") && scan.is(next, "year") && scan.is_one_of(next + 1, &["ended", "ending"]);
    ended.then_some((Length { count: Some(Count::whole(1)), unit: Unit::Year }, Side::Unsaid, next + 1))
}

/// "the past two months", "the next few years", "recent weeks", "coming months", "the first nine months".
fn sided(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Length, Side, usize)> {
    let the = usize::from(scan.is_the(at) || matches!(scan.determiner(at), Some(Determiner::Near)));
    let start = at + the;
    let ordinal = the == 1 && (scan.ordinal(start).is_some() || scan.is(start, "final"));
    if let Some(number) = after(scan, start, ordinal) {
        let (length, next) = counted(scan, number)?;
        let several = scan.determiner(number) != Some(Determiner::One);
        return (several && (the == 1)).then_some((length, Side::Unsaid, next));
    }
    let side = match scan.deictic(start)? {
        Deictic::Last | Deictic::Past | Deictic::Before => Side::Past,
        Deictic::Next | Deictic::Coming | Deictic::After => Side::Next,
        Deictic::Recent => Side::Recent,
        _ => return None,
    };
    if let Some((length, next)) = counted(scan, start + 1) {
        return (scan.determiner(start + 1).is_none()).then_some((length, side, next));
    }
    let (unit, many) = scan.unit(start + 1)?;
    many.then_some((Length { count: None, unit }, side, start + 2))
}

/// Where the number of "the first nine months" or "the nine months" begins.
fn after(scan: &Scan<'_, '_, '_>, at: usize, ordinal: bool) -> Option<usize> {
    if ordinal {
        return Some(at + 1);
    }
    number::count(scan, at).map(|_| at)
}

/// Units without a number after a preposition: "for years", "within weeks", "weeks or months".
fn plural(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Length, usize)> {
    let (unit, many) = scan.unit(at).filter(|(unit, many)| *many && *unit >= Unit::Minute)?;
    let before = at > scan.start()
        && (scan
            .is_one_of(at - 1, &["for", "in", "within", "after", "over", "just", "take", "takes", "took", "lasted"]));
    let next = at + 1;
    let either = scan.is(next, "or") && scan.unit(next + 1).is_some_and(|(_, many)| many);
    (many && before && !scan.is(next, "of"))
        .then_some((Length { count: None, unit }, next + if either { 2 } else { 0 }))
}

/// "old", "-old", "of age" after the length.
fn is_age(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let hyphen = usize::from(scan.is_hyphen(at));
    scan.is_one_of(at + hyphen, &["old", "olds"]) || (scan.is(at, "of") && scan.is(at + 1, "age"))
}

/// "three quarters of the vote".
fn is_share(scan: &Scan<'_, '_, '_>, length: Length, next: usize) -> bool {
    length.unit == Unit::Quarter && length.count.is_some_and(|count| count.whole < 4) && scan.is(next, "of")
}

/// "some" before a number is no amount of its own, and a preposition like "over" needs a number after it.
fn stands_for_no_time(scan: &Scan<'_, '_, '_>, at: usize, start: usize) -> bool {
    at < start && matches!(scan.tag(start), Some(Tag::Dt)) && scan.is(start, "the")
}
