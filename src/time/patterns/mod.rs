//! Words -> expressions with their meanings. Each file knows one family of patterns; the longest match at a word wins.

mod absolute;
mod ago;
mod clock;
mod counted;
mod durations;
mod feasts;
mod lists;
mod nth;
mod numerals;
mod parts;
mod periods;
mod references;
mod relative;
mod sets;
mod years;

use crate::time::meaning::{Calendar, Expression, Meaning};
use crate::time::words::{Scan, Words};

/// One family: the expression that begins at the token.
type Family = fn(&Scan<'_, '_, '_>, usize) -> Option<Expression>;

const FAMILIES: &[Family] = &[
    sets::expression,
    durations::expression,
    calendar,
    parts::expression,
    clock::expression,
    references::expression,
    ago::expression,
];

/// A stretch of the calendar and the token after it.
type Stretch = Option<(Calendar, usize)>;

const STRETCHES: &[fn(&Scan<'_, '_, '_>, usize) -> Stretch] = &[
    absolute::date,
    numerals::numeral,
    absolute::month,
    years::year,
    relative::weekday,
    relative::named_day,
    relative::unit,
    periods::quarter,
    periods::half,
    periods::season,
    periods::decade,
    periods::century,
    feasts::feast,
];

/// Those that are counted inside or from one of the plain stretches.
const COUNTED: &[fn(&Scan<'_, '_, '_>, usize) -> Stretch] = &[
    nth::nth,
    nth::numbered_week,
    nth::day_of_month,
    counted::around,
    counted::weekdays,
    counted::after_next,
    counted::weekday_from,
    counted::month_in_years,
    counted::from,
];

/// All expressions of the document, in order, without overlap.
pub(super) fn recognise(words: &Words<'_, '_>) -> Vec<Expression> {
    let mut found = Vec::new();
    for scan in words.stretches() {
        let mut at = scan.start();
        while at < scan.end() {
            at = if scan.is_plain(at) { at + 1 } else { extend(&scan, at, &mut found) };
        }
    }
    found
}

/// Adds what begins at the token and says where to go on.
fn extend(scan: &Scan<'_, '_, '_>, at: usize, found: &mut Vec<Expression>) -> usize {
    let list = lists::days(scan, at);
    let single = FAMILIES.iter().filter_map(|family| family(scan, at)).fold(None, longer);
    let end = list.last().map_or(at, |last| last.tokens.end);
    match single {
        Some(single) if single.tokens.end >= end => {
            let next = single.tokens.end;
            found.push(single);
            next
        }
        _ if end > at => {
            found.extend(list);
            end
        }
        _ => at + 1,
    }
}

/// The longer of two; the first where they are equally long.
fn longer(best: Option<Expression>, next: Expression) -> Option<Expression> {
    match best {
        Some(best) if best.tokens.end >= next.tokens.end => Some(best),
        _ => Some(next),
    }
}

fn calendar(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let (calendar, next) = stretch(scan, at)?;
    Some(Expression { tokens: at..next, meaning: Meaning::Calendar(calendar, None, None), modifier: None })
}

/// The longest stretch of the calendar that is said from this token on, without part and time of day.
fn stretch(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    longest(scan, at, STRETCHES.iter().chain(COUNTED))
}

/// The longest one that is not counted from another.
fn plain_stretch(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    longest(scan, at, STRETCHES.iter())
}

fn longest<'p>(
    scan: &Scan<'_, '_, '_>,
    at: usize,
    patterns: impl Iterator<Item = &'p fn(&Scan<'_, '_, '_>, usize) -> Stretch>,
) -> Stretch {
    let mut best: Stretch = None;
    for pattern in patterns {
        if let Some((calendar, next)) = pattern(scan, at)
            && best.is_none_or(|(_, end)| next > end)
        {
            best = Some((calendar, next));
        }
    }
    best
}
