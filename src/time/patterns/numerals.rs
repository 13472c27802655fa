//! Dates written as one run of numbers, signs and months: "21.01.2022", "9/1/2022", "2022-01-09", "31-Oct-1974",
//! "2019-Q1"; in chat also "2/15", "2014/10", "Oct2", "20161016".

use super::Stretch;
use super::years;
use crate::language::Tag;
use crate::time::lexicon::{Role, lexicon};
use crate::time::meaning::{Calendar, Pick, Year};
use crate::time::words::Scan;

/// A run longer than this is no date.
const LONGEST: usize = 24;

/// The date of the run that begins at the token.
pub(super) fn numeral(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    let is_inside = at > scan.start() && scan.is_glued(at) && (scan.is_hyphen(at - 1) || scan.is(at - 1, "/"));
    if years::is_numbered(scan, at) || is_inside {
        return None;
    }
    let (text, next) = run(scan, at)?;
    let whole = text.trim_end_matches(['.', ',']);
    if !whole.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let calendar = match of_eight_digits(whole).filter(|_| scan.is_chat()) {
        Some(calendar) => calendar,
        None => date(&Parts::of(whole, scan.is_chat())?, scan.is_chat())?,
    };
    // "3/4 cup" is a share.
    let may_be_share = matches!(calendar, Calendar::Date { year: Year::Unsaid, .. }) && whole.contains('/');
    let is_share = may_be_share && matches!(scan.tag(next), Some(Tag::Nn | Tag::Nns));
    (!is_share).then_some((calendar, next))
}

/// "20161016".
fn of_eight_digits(text: &str) -> Option<Calendar> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i16 = text[..4].parse().ok().filter(|year| (1900..2200).contains(year))?;
    let (month, number) = (text[4..6].parse().ok()?, text[6..].parse().ok()?);
    day(Year::Said(year), small_number(month, 12)?, small_number(number, 31)?)
}

/// The tokens from this one on that stand without a space between them; in chat signs may have spaces around them.
fn run<'a>(scan: &Scan<'_, '_, 'a>, at: usize) -> Option<(&'a str, usize)> {
    let is_sign = |at: usize| scan.is_hyphen(at) || matches!(scan.text(at), "/" | ".");
    let is_part = |at: usize| scan.has_digit(at) || is_month(scan.text(at));
    let mut end = at + 1;
    while end < scan.end() {
        let joined = scan.is_glued(end) && (is_sign(end) || is_part(end));
        let spaced = scan.is_chat()
            && (is_sign(end) && scan.digits(end + 1).is_some() || is_sign(end - 1) && scan.digits(end).is_some());
        if !joined && !spaced {
            break;
        }
        end += 1;
    }
    while end > at + 1 && is_sign(end - 1) {
        end -= 1;
    }
    if is_sign(at) || !is_part(at) && !scan.text(at).contains(['/', '-']) {
        return None;
    }
    let span = scan.document().span(at..end);
    let text = span.of(scan.document().text);
    (text.len() <= LONGEST).then_some((text, end))
}

fn is_month(word: &str) -> bool {
    month(word).is_some()
}

fn month(word: &str) -> Option<i8> {
    let roles = lexicon().roles(word).iter().chain(lexicon().roles(word.trim_end_matches('.')));
    roles.into_iter().find_map(|role| if let Role::Month(month) = role { Some(*month) } else { None })
}

/// One part of a run: a number with its digits, or a month, or a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Number { value: i16, digits: usize },
    Month(i8),
    Quarter(i8),
}

/// The parts of a run and the sign between them.
struct Parts {
    parts: Vec<Part>,
    sign: Option<char>,
}

impl Parts {
    /// Cuts the run; `None` where it has another sign, or parts that are neither numbers nor months.
    fn of(text: &str, is_chat: bool) -> Option<Self> {
        let text = text.replace(' ', "").replace(['–', '‑'], "-");
        let sign = text.chars().find(|letter| matches!(letter, '/' | '-' | '.'));
        let mut parts = Vec::new();
        for word in text.split(|letter| Some(letter) == sign).filter(|word| !word.is_empty()) {
            match part(word) {
                Some(part) => parts.push(part),
                None => parts.extend(run_together(word).filter(|_| is_chat || word.contains(['q', 'Q']))?),
            }
        }
        Some(Self { parts, sign })
    }
}

fn part(word: &str) -> Option<Part> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4 {
        return word.parse().ok().map(|value| Part::Number { value, digits: word.len() });
    }
    if let Some(month) = month(word) {
        return Some(Part::Month(month));
    }
    let quarter = word.strip_prefix(['q', 'Q']).filter(|number| number.len() == 1)?;
    quarter.parse().ok().filter(|number| (1..=4).contains(number)).map(Part::Quarter)
}

/// "Oct2", "14april", "18q4": a number and letters without a sign.
fn run_together(word: &str) -> Option<[Part; 2]> {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let at = word.as_bytes().windows(2).position(|pair| is_digit(pair[0]) != is_digit(pair[1]))? + 1;
    let quarter = word.get(at..).filter(|rest| rest.starts_with(['q', 'Q']));
    Some([part(word.get(..at)?)?, part(quarter.unwrap_or(word.get(at..)?))?])
}

/// What the parts make.
fn date(parts: &Parts, is_chat: bool) -> Option<Calendar> {
    use Part::{Month, Number, Quarter};
    let sign = parts.sign.unwrap_or(' ');
    match *parts.parts.as_slice() {
        [Number { value: first, digits: 4 }, second @ Number { .. }, third @ Number { .. }] => {
            day(Year::Said(first), small(second, 12)?, small(third, 31)?)
        }
        [first @ Number { .. }, second @ Number { .. }, Number { value, digits }] => {
            numeric(small(first, 31)?, small(second, 31)?, year(value, digits, sign, is_chat)?, sign)
        }
        [first @ Number { .. }, Month(month), Number { value, digits: digits @ (2 | 4) }] => {
            day(Year::Said(said_year(value, digits)), month, small(first, 31)?)
        }
        [Month(month), first @ Number { .. }, Number { value, digits: 4 }]
        | [Month(month), Number { value, digits: 4 }, first @ Number { .. }]
        | [Number { value, digits: 4 }, Month(month), first @ Number { .. }]
        | [Number { value, digits: 4 }, first @ Number { .. }, Month(month)]
        | [first @ Number { .. }, Number { value, digits: 4 }, Month(month)] => {
            day(Year::Said(value), month, small(first, 31)?)
        }
        [Number { value, digits: digits @ (2 | 4) }, Quarter(number)]
        | [Quarter(number), Number { value, digits: digits @ (2 | 4) }] => {
            Some(Calendar::Quarter { number: Some(number), year: Year::Said(said_year(value, digits)) })
        }
        [Month(month), first @ Number { digits: 1 | 2, .. }] | [first @ Number { digits: 1 | 2, .. }, Month(month)]
            if is_chat || sign != ' ' =>
        {
            day(Year::Unsaid, month, small(first, 31)?)
        }
        [Month(month), Number { value, digits: 4 }] | [Number { value, digits: 4 }, Month(month)] => {
            Some(Calendar::Month { month, year: Year::Said(value), pick: Pick::Tense })
        }
        [Number { value, digits: 4 }, other @ Number { digits: 1 | 2, .. }]
        | [other @ Number { digits: 1 | 2, .. }, Number { value, digits: 4 }]
            if is_chat =>
        {
            Some(Calendar::Month { month: small(other, 12)?, year: Year::Said(value), pick: Pick::Tense })
        }
        [first @ Number { .. }, second @ Number { .. }] if is_chat => {
            let (first, second) = (small(first, 31)?, small(second, 31)?);
            if first <= 12 {
                day(Year::Unsaid, first, second)
            } else {
                day(Year::Unsaid, small_number(second, 12)?, first)
            }
        }
        _ => None,
    }
}

fn day(year: Year, month: i8, day: i8) -> Option<Calendar> {
    Some(Calendar::Date { year, month, day, weekday: None })
}

fn small(part: Part, most: i8) -> Option<i8> {
    match part {
        Part::Number { value, digits: 1 | 2 } => small_number(i8::try_from(value).ok()?, most),
        _ => None,
    }
}

fn small_number(value: i8, most: i8) -> Option<i8> {
    (1..=most).contains(&value).then_some(value)
}

fn said_year(value: i16, digits: usize) -> i16 {
    if digits == 2 { years::of_two_digits(value) } else { value }
}

/// The year that ends a date in numbers: four digits, or two after strokes.
fn year(value: i16, digits: usize, sign: char, is_chat: bool) -> Option<i16> {
    match digits {
        4 => (1000..3000).contains(&value).then_some(value),
        2 if sign == '/' || is_chat => Some(years::of_two_digits(value)),
        _ => None,
    }
}

/// The date that two numbers and a year make: after stops the day comes first.
fn numeric(first: i8, second: i8, year: i16, sign: char) -> Option<Calendar> {
    if sign == '.' && second <= 12 {
        return day(Year::Said(year), second, first);
    }
    (first <= 12 || second <= 12).then_some(Calendar::Numeric { first, second, year })
}
