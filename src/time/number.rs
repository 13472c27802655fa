//! Numbers in digits and words as they count units: "12", "twenty-four", "two hundred and ten", "2 1/2", "2.5".

use crate::time::words::Scan;

/// A number of units, to the quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// Whole units.
    pub(super) whole: u32,
    /// Quarters of a unit beyond them.
    pub(super) quarters: u32,
}

impl Count {
    /// That many whole units.
    pub(super) fn whole(whole: u32) -> Self {
        Self { whole, quarters: 0 }
    }
}

/// The number that begins at the token, and the token after it. "twenty-four hours" at "twenty" gives 24.
pub(super) fn count(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(Count, usize)> {
    if let Some(digits) = scan.digits(at) {
        let quarters = fraction(scan, at + 1);
        let next = at + 1 + usize::from(quarters.is_some());
        return Some((Count { whole: digits.value, quarters: quarters.unwrap_or(0) }, next));
    }
    if scan.has_digit(at) {
        return decimal(scan.text(at)).map(|count| (count, at + 1));
    }
    words(scan, at).map(|(whole, next)| (Count::whole(whole), next))
}

fn fraction(scan: &Scan<'_, '_, '_>, at: usize) -> Option<u32> {
    match scan.text(at) {
        "1/4" | "¼" => Some(1),
        "1/2" | "½" => Some(2),
        "3/4" | "¾" => Some(3),
        _ => None,
    }
}

fn decimal(text: &str) -> Option<Count> {
    let (whole, part) = text.split_once('.')?;
    let quarters = match part {
        "0" => 0,
        "25" => 1,
        "5" => 2,
        "75" => 3,
        _ => return None,
    };
    let whole = whole.parse::<u32>().ok().filter(|&whole| whole < 1000)?;
    Some(Count { whole, quarters })
}

/// The number in words from this token on, and the token after it: a sum of groups below a hundred, each multiplied by
/// the "hundred" or "thousand" after it.
pub(super) fn words(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(u32, usize)> {
    let article =
        scan.is(at, "a") && scan.cardinal(at + 1).is_some_and(|number| number >= 12 && !(13..100).contains(&number));
    let mut next = if article { at + 1 } else { at };
    let (mut total, mut group, mut seen) = (0u32, u32::from(article), false);
    while let Some(number) = scan.cardinal(next) {
        match number {
            12 if scan.is(next, "dozen") => group = group.max(1).checked_mul(12)?,
            100 | 1000 => {
                group = group.max(1).checked_mul(number)?;
                if number == 1000 {
                    total = total.checked_add(group)?;
                    group = 0;
                }
            }
            _ if seen && !may_follow(group % 100, number) => break,
            _ => group = group.checked_add(number)?,
        }
        seen = true;
        next += 1;
        let linked = (scan.is_hyphen(next) || (scan.is(next, "and") && (group + total) >= 100))
            && scan.cardinal(next + 1).is_some_and(|number| number < 100);
        if linked && (!scan.is_hyphen(next) || scan.is_glued(next + 1)) {
            next += 1;
        }
    }
    seen.then_some((total.checked_add(group)?, next))
}

/// Whether a number may stand right after another in one number: "twenty four" but not "nineteen ninety".
fn may_follow(group: u32, number: u32) -> bool {
    group == 0 || (group >= 20 && group.is_multiple_of(10) && number < 10)
}

/// The year in words from this token on, and the token after it: "nineteen ninety-four", "two thousand and four".
pub(super) fn year_in_words(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(i16, usize)> {
    let century = scan.cardinal(at).filter(|number| (15..=20).contains(number));
    if let Some(century) = century
        && let Some((rest, next)) = words(scan, at + 1)
        && (10..100).contains(&rest)
    {
        return i16::try_from(century * 100 + rest).ok().map(|year| (year, next));
    }
    // "nineteen oh one": the ones of a year below ten.
    if let Some(century) = century
        && scan.is_one_of(at + 1, &["zero", "oh"])
        && let Some(one) = scan.cardinal(at + 2).filter(|one| *one < 10)
    {
        return i16::try_from(century * 100 + one).ok().map(|year| (year, at + 3));
    }
    let (year, next) = words(scan, at).filter(|(year, _)| (1100..2100).contains(year))?;
    i16::try_from(year).ok().map(|year| (year, next))
}
