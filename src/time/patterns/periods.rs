//! Quarters, halves, seasons, decades and centuries: "third-quarter", "Q3 2021", "first half of 1990", "last fall",
//! "the 1970s", "20th century".

use super::Stretch;
use super::absolute::{named_year, pick_before};
use super::years;
use crate::time::calendar::Unit;
use crate::time::lexicon::Deictic;
use crate::time::meaning::{Calendar, Pick, Year};
use crate::time::words::Scan;

/// A quarter of a year: by its number, or as "the year-ago quarter", "last year's quarter".
pub(super) fn quarter(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let before = years::four_digits(scan, at).filter(|_| scan.is_chat());
    if let Some((year, (number, next))) = before.zip(lettered(scan, at + 1, 'Q', 4)) {
        return Some((Calendar::Quarter { number: Some(number), year: Year::Said(year) }, next));
    }
    if let Some((number, next)) = lettered(scan, at, 'Q', 4) {
        let (year, next) = year_of(scan, next);
        return Some((Calendar::Quarter { number: Some(number), year }, next));
    }
    let article = usize::from(scan.is(at, "the"));
    let (leading, next) = leading_year(scan, at + article);
    let (fiscal, next) = (next, skip_fiscal(scan, next));
    let described = scan.is_one_of(next, &["flat", "comparable", "corresponding"]);
    let next = next + usize::from(described);
    if let Some(year) = leading.filter(|_| is_report_period(scan, next)) {
        return Some((Calendar::Quarter { number: None, year }, next + 1));
    }
    if matches!(scan.deictic(next), Some(Deictic::Latest)) && is_report_period(scan, next + 1) {
        return Some((Calendar::Current(Unit::Quarter), next + 2));
    }
    // Fiscal quarters are reported when they are over, and named after the year that they are reported in.
    let leading = leading.or_else(|| (fiscal < next).then_some(Year::Here(0)));
    numbered_quarter(scan, next, leading, article == 1)
}

/// "third quarter", "third-quarter", "fiscal second quarter of 1990", with the year said before it if any. The article
/// belongs to it only where the quarter is no adjective.
fn numbered_quarter(scan: &Scan<'_, '_, '_>, at: usize, leading: Option<Year>, article: bool) -> Stretch {
    let number = match scan.ordinal(at) {
        Some(number) => i8::try_from(number).ok().filter(|number| (1..=4).contains(number))?,
        None if scan.is(at, "final") => 4,
        None => return None,
    };
    let hyphen = usize::from(scan.is_hyphen(at + 1));
    let word = skip_fiscal(scan, at + 1 + hyphen);
    let Some((Unit::Quarter, false)) = scan.unit(word) else { return None };
    let (after, end) = year_of(scan, word + 1);
    let attribute = hyphen == 1 && article && scan.document().tokens[word].head > word;
    let year = if after == Year::Unsaid { leading.unwrap_or(after) } else { after };
    (!attribute).then_some((Calendar::Quarter { number: Some(number), year }, end))
}

fn is_report_period(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    scan.is(at, "period") || matches!(scan.unit(at), Some((Unit::Quarter, false)))
}

fn skip_fiscal(scan: &Scan<'_, '_, '_>, at: usize) -> usize {
    if scan.is(at, "fiscal") { at + 1 + usize::from(scan.is_hyphen(at + 1)) } else { at }
}

/// The year before a quarter: "1988 second quarter", "this year's third quarter", "year-ago quarter".
fn leading_year(scan: &Scan<'_, '_, '_>, at: usize) -> (Option<Year>, usize) {
    let comparable = at + usize::from(scan.is(at, "comparable"));
    if let Some((year, next)) = years::period_year(scan, comparable) {
        return (Some(year), next);
    }
    if let Some((year, next)) = named_year(scan, at).filter(|(_, next)| matches!(scan.text(*next), "'s" | "’s")) {
        return (Some(year), next + 1);
    }
    let ago = scan.is(comparable, "year")
        && scan.is_hyphen(comparable + 1)
        && scan.is_one_of(comparable + 2, &["ago", "earlier"]);
    if ago { (Some(Year::Mentioned(-1)), comparable + 3) } else { (None, at) }
}

/// The year after a quarter, half or season: "of 1990", "2021", "of last year".
pub(super) fn year_of(scan: &Scan<'_, '_, '_>, at: usize) -> (Year, usize) {
    let next = at + usize::from(scan.is_one_of(at, &["of", "in", ","]));
    let next = next + usize::from(scan.is(next, "fiscal"));
    if let Some((year, end)) = years::period_year(scan, next).filter(|(_, end)| *end > next) {
        return (year, end);
    }
    if let Some((year, end)) = crate::time::number::year_in_words(scan, next) {
        return (Year::Said(year), end);
    }
    named_year(scan, at).unwrap_or((Year::Unsaid, at))
}

/// "Q3", "3Q", "H1", "1H" and the token after it.
fn lettered(scan: &Scan<'_, '_, '_>, at: usize, letter: char, most: i8) -> Option<(i8, usize)> {
    let upper = scan.text(at).to_ascii_uppercase();
    let text = if scan.is_chat() { upper.as_str() } else { scan.text(at) };
    let digit = text.strip_prefix(letter).or_else(|| text.strip_suffix(letter))?;
    digit.parse().ok().filter(|number| digit.len() == 1 && (1..=most).contains(number)).map(|number| (number, at + 1))
}

/// A half of a year: "first half of 1990", "the second half", "H1 2020".
pub(super) fn half(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    if let Some((number, next)) = lettered(scan, at, 'H', 2) {
        let (year, end) = year_of(scan, next);
        return (year != Year::Unsaid).then_some((Calendar::Half { number, year }, end));
    }
    let next = at + usize::from(scan.is_the(at));
    let (leading, next) = leading_year(scan, next);
    let next = skip_fiscal(scan, next);
    let number = scan.ordinal(next).filter(|number| (1..=2).contains(number))? as i8;
    let half = next + 1 + usize::from(scan.is_hyphen(next + 1));
    if !scan.is(half, "half") {
        return None;
    }
    let end = half + 1;
    if scan.is(end, "of") && scan.is_one_of(end + 1, &["the", "this"]) && scan.is(end + 2, "year") {
        return Some((Calendar::Half { number, year: Year::Here(0) }, end + 3));
    }
    let (after, end) = year_of(scan, end);
    let year = leading.unwrap_or(after);
    (year != Year::Unsaid).then_some((Calendar::Half { number, year }, end))
}

/// A season: with "last", "this", "next", with a year, or after "the".
pub(super) fn season(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let (pick, next) = pick_before(scan, at);
    let the = usize::from(pick == Pick::Tense && scan.is(next, "the"));
    let season = scan.season(next + the)?;
    let next = next + the + 1;
    if pick != Pick::Tense {
        return Some((Calendar::Season { season, year: Year::Unsaid, pick }, next));
    }
    let skip = usize::from(scan.is(next, "of"));
    if let Some((year, end)) = years::period_year(scan, next + skip) {
        return Some((Calendar::Season { season, year, pick }, end));
    }
    if let Some((year, end)) = crate::time::number::year_in_words(scan, next + skip) {
        return Some((Calendar::Season { season, year: Year::Said(year), pick }, end));
    }
    if let Some((year, end)) = named_year(scan, next) {
        return Some((Calendar::Season { season, year, pick }, end));
    }
    let placed = at > scan.start()
        && scan.is_one_of(
            at - 1,
            &["in", "by", "until", "during", "since", "this", "before", "after", "early", "late", "of", "into", "for"],
        );
    let plural = scan.text(next - 1).ends_with('s');
    (placed && !plural && !scan.is(next, "of") && !scan.is_capital(next))
        .then_some((Calendar::Season { season, year: Year::Unsaid, pick }, next))
}

/// A decade: "the 1970s", "the '90s", "the nineties".
pub(super) fn decade(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let next = at + usize::from(scan.is(at, "the"));
    let apostrophe = usize::from(matches!(scan.text(next), "'" | "’" | "‘" | "`"));
    let word = next + apostrophe;
    if let Some(years) = scan.decade(word) {
        return (next > at).then_some((Calendar::Decade { year: years, century_said: false }, word + 1));
    }
    let text = scan.text(word).trim_start_matches(['\'', '’']);
    let digits = text
        .strip_suffix('s')
        .map(|digits| digits.trim_end_matches(['\'', '’']))
        .filter(|digits| digits.ends_with('0'))?;
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 if (1000..2200).contains(&year) => Some((Calendar::Decade { year, century_said: true }, word + 1)),
        2 if next > at || apostrophe > 0 => Some((Calendar::Decade { year, century_said: false }, word + 1)),
        _ => None,
    }
}

/// A century by its number: "the 20th century", "eleventh-century".
pub(super) fn century(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let next = at + usize::from(scan.is(at, "the"));
    let number = scan.ordinal(next).filter(|number| (1..=30).contains(number))?;
    let word = next + 1 + usize::from(scan.is_hyphen(next + 1));
    let Some((Unit::Century, false)) = scan.unit(word) else { return None };
    Some((Calendar::Century((number as i16 - 1) * 100), word + 1))
}
