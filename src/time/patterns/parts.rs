//! Parts of a stretch: "early March", "mid-December", "the end of the week", "earlier this year", "year-end".

use super::stretch;
use crate::language::Tag;
use crate::time::calendar::Unit;
use crate::time::lexicon::{Link, Part};
use crate::time::meaning::{Calendar, Expression, Meaning, Pick};
use crate::time::words::Scan;

/// The part that begins at the token, with the stretch that it is of.
pub(super) fn expression(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let (part, calendar, next) = adjective(scan, at)
        .or_else(|| of(scan, at))
        .or_else(|| end_of_unit(scan, at))
        .or_else(|| in_one_word(scan, at))?;
    let meaning = Meaning::Calendar(calendar, Some(part), None);
    Some(Expression { tokens: at..next, meaning, modifier: None })
}

/// "early March", "the late 1970s", "mid-December", "later Sunday", "sometime next year".
fn adjective(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Part, Calendar, usize)> {
    let the = usize::from(scan.is(at, "the"));
    let (part, link) = scan.part(at + the).filter(|(_, link)| matches!(link, Link::Adjective | Link::Comparative))?;
    let mut next = at + the + 1;
    next += usize::from(scan.is_hyphen(next));
    let comparative = link == Link::Comparative;
    next += usize::from(scan.is_one_of(next, &["in", "on"]) || (part == Part::Any && scan.is(next, "during")));
    let skipped_the = usize::from(scan.is(next, "the") && !comparative);
    let (calendar, end) = stretch(scan, next).or_else(|| named(scan, next + skipped_the))?;
    let dated = !matches!(calendar, Calendar::Year(_) | Calendar::Ago { .. } | Calendar::Mentioned(..)) || !comparative;
    let century = matches!(calendar, Calendar::Date { .. } | Calendar::Numeric { .. }) && !comparative;
    (dated && !century).then_some((part, calendar, end))
}

/// A month, year or season that needs the word for its part before it to be one: "early 1990", "early summer".
fn named(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Calendar, usize)> {
    if let Some(season) = scan.season(at) {
        return Some((
            Calendar::Season { season, year: crate::time::meaning::Year::Unsaid, pick: Pick::Tense },
            at + 1,
        ));
    }
    super::years::four_digits(scan, at).map(|year| (Calendar::Year(year), at + 1))
}

/// "the end of the week", "the beginning of October", "the middle of next year".
fn of(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Part, Calendar, usize)> {
    let the = usize::from(scan.is(at, "the"));
    let (part, _) = scan.part(at + the).filter(|(_, link)| *link == Link::Of)?;
    let next = at + the + 1;
    if !scan.is(next, "of") && !matches!(scan.tag(next), Some(Tag::In)) {
        return None;
    }
    let next = next + 1;
    let the = usize::from(scan.is(next, "the"));
    if !scan.is(next - 1, "of") {
        return None;
    }
    if let Some((unit, false)) = scan.unit(next + the).filter(|(unit, _)| *unit >= Unit::Week) {
        let year_said = (unit == Unit::Year).then(|| super::years::four_digits(scan, next + the + 1)).flatten();
        let calendar = year_said.map_or(Calendar::Current(unit), Calendar::Year);
        return Some((part, calendar, next + the + 1 + usize::from(year_said.is_some())));
    }
    let (calendar, end) = stretch(scan, next)?;
    Some((part, calendar, end))
}

/// "year-end", "year's end", "month-end", "the year end".
fn end_of_unit(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Part, Calendar, usize)> {
    let the = usize::from(scan.is(at, "the"));
    let (unit, many) = scan.unit(at + the)?;
    if many || !matches!(unit, Unit::Month | Unit::Quarter | Unit::Year | Unit::Week) {
        return None;
    }
    let link = scan.is_hyphen(at + the + 1) || matches!(scan.text(at + the + 1), "'s" | "’s");
    let word = at + the + 1 + usize::from(link);
    scan.is(word, "end").then_some((Part::End, Calendar::Current(unit), word + 1))
}

/// "mid-1996" and "late-1990s" where they are one word.
fn in_one_word(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Part, Calendar, usize)> {
    let the = usize::from(scan.is(at, "the"));
    let (word, rest) = scan.text(at + the).split_once('-')?;
    let part = match word.len() {
        3 if word.eq_ignore_ascii_case("mid") => Part::Mid,
        4 if word.eq_ignore_ascii_case("late") => Part::Late,
        5 if word.eq_ignore_ascii_case("early") => Part::Early,
        _ => return None,
    };
    let year: i16 = rest.trim_end_matches('s').parse().ok().filter(|year| (1000..2200).contains(year))?;
    let decade = rest.ends_with('s');
    let calendar = if decade { Calendar::Decade { year, century_said: true } } else { Calendar::Year(year) };
    ((rest.len() == 4) || (decade && rest.len() == 5)).then_some((part, calendar, at + the + 1))
}
