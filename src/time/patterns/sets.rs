//! Recurring times: "daily", "every Monday", "each July", "every two weeks", "twice a year", "Mondays".

use crate::language::Tag;
use crate::time::calendar::{Period, Unit};
use crate::time::lexicon::Determiner;
use crate::time::meaning::{Expression, Meaning};
use crate::time::number;
use crate::time::value;
use crate::time::words::Scan;

/// The recurring time that begins at the token.
pub(super) fn expression(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let (value, next) =
        every(scan, at).or_else(|| per(scan, at)).or_else(|| plural(scan, at)).or_else(|| adverb(scan, at))?;
    Some(Expression { tokens: at..next, meaning: Meaning::Set(value), modifier: None })
}

/// "every day", "each Thursday", "every other week", "every three years", "each summer".
fn every(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(String, usize)> {
    if scan.determiner(at) != Some(Determiner::Each) {
        return None;
    }
    let next = at + 1;
    if let Some(name) = named(scan, next) {
        return Some((name, next + 1));
    }
    let other = scan.is(next, "other");
    if let Some((unit, false)) = scan.unit(next + usize::from(other)) {
        let count = number::Count::whole(if other { 2 } else { 1 });
        return Some((value::duration(Some(count), unit), next + usize::from(other) + 1));
    }
    let (count, end) = number::count(scan, next)?;
    let (unit, _) = scan.unit(end)?;
    Some((value::duration(Some(count), unit), end + 1))
}

/// "a year" and "per month" right after what is counted: "50,000 copies a year", "twice a week".
fn per(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(String, usize)> {
    let before = at.checked_sub(1).filter(|&before| before >= scan.start())?;
    let article = scan.determiner(at) == Some(Determiner::One) && !scan.is(at, "another");
    let (unit, false) = scan.unit(at + 1)? else { return None };
    let follows = scan
        .is_one_of(at + 2, &["ago", "earlier", "later", "before", "after", "and", "or", "from", "on", "of"])
        || scan.is_hyphen(at + 2);
    let counted = matches!(scan.tag(before), Some(Tag::Nns | Tag::Cd))
        || scan.is_one_of(before, &["once", "twice", "%", "percent", "million", "billion"]);
    let timed = unit >= Unit::Hour && unit != Unit::Quarter;
    (article && counted && timed && !follows).then(|| (value::duration(Some(number::Count::whole(1)), unit), at + 2))
}

/// "Mondays", "weekdays" apart.
fn plural(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(String, usize)> {
    let (weekday, true) = scan.weekday(at)? else { return None };
    Some((value::weekday(weekday), at + 1))
}

/// "daily", "annually".
fn adverb(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(String, usize)> {
    let unit = scan.recurrence(at)?;
    let name = matches!(scan.tag(at), Some(Tag::Nnp | Tag::Nnps | Tag::Nn));
    (!name).then(|| (value::duration(Some(number::Count::whole(1)), unit), at + 1))
}

/// "Thursday", "July" and "summer" as they recur.
fn named(scan: &Scan<'_, '_, '_>, at: usize) -> Option<String> {
    if let Some((weekday, _)) = scan.weekday(at) {
        return Some(value::weekday(weekday));
    }
    if let Some(month) = scan.month(at) {
        return Some(format!("XXXX-{month:02}"));
    }
    let season = scan.season(at)?;
    Some(format!("XXXX{}", &Period::Season(2000, season).value()[4..]))
}
