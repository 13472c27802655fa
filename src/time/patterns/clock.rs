//! Times of day: "5 p.m. EST Nov. 9", "Friday evening", "last night", "this morning", "tonight", "midnight Friday".

use super::stretch;
use crate::time::calendar::Unit;
use crate::time::lexicon::{Deictic, Part};
use crate::time::meaning::{Calendar, Expression, Meaning, TimeOfDay};
use crate::time::words::Scan;

/// The time of day that begins at the token, with its day where it has one beside it.
pub(super) fn expression(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let (part, start) = match scan.part(at) {
        Some((part, _)) => (Some(part), at + 1 + usize::from(scan.is_hyphen(at + 1))),
        None => (None, at),
    };
    let (meaning, next) = placed(scan, start, part)
        .or_else(|| part_of_named_day(scan, start, part))
        .or_else(|| clock_first(scan, start, part))?;
    Some(Expression { tokens: at..next, meaning, modifier: None })
}

/// "this morning", "last night", "tonight", "tomorrow" apart.
fn placed(scan: &Scan<'_, '_, '_>, at: usize, part: Option<Part>) -> Option<(Meaning, usize)> {
    if scan.is(at, "tonight") {
        return Some((day_of(Calendar::Here(Unit::Day, 0), part, TimeOfDay::Part("NI")), at + 1));
    }
    let letters = scan.day_part(at + 1).filter(|letters| !letters.contains(':'))?;
    let days = match scan.deictic(at)? {
        Deictic::This => 0,
        Deictic::Last => -1,
        _ => return None,
    };
    Some((day_of(Calendar::Here(Unit::Day, days), part, TimeOfDay::Part(letters)), at + 2))
}

/// "Friday evening", "yesterday morning", "Jan. 5 at noon" apart; "mid-afternoon yesterday".
fn part_of_named_day(scan: &Scan<'_, '_, '_>, at: usize, part: Option<Part>) -> Option<(Meaning, usize)> {
    if let Some(letters) = scan.day_part(at) {
        if let Some((calendar, next)) = stretch(scan, at + 1).filter(|(calendar, _)| is_day(*calendar)) {
            return Some((day_of(calendar, part, time(letters)), next));
        }
        return alone(letters, part).map(|meaning| (meaning, at + 1));
    }
    let (calendar, next) = stretch(scan, at).filter(|(calendar, _)| is_day(*calendar))?;
    let hyphen = usize::from(scan.is_hyphen(next) && scan.is_glued(next));
    let letters = scan.day_part(next + hyphen).filter(|_| !scan.text(next + hyphen).ends_with('s'))?;
    Some((day_of(calendar, part, time(letters)), next + hyphen + 1))
}

/// "noon" and "midnight" alone, and "mid-afternoon"; "the morning" alone says too little.
fn alone(letters: &'static str, part: Option<Part>) -> Option<Meaning> {
    (letters.contains(':') || part == Some(Part::Mid)).then(|| Meaning::Clock(time(letters)))
}

/// "5 p.m.", "8:30 a.m. EST Nov. 9", "0900 GMT on Friday" apart.
fn clock_first(scan: &Scan<'_, '_, '_>, at: usize, part: Option<Part>) -> Option<(Meaning, usize)> {
    let (time, next) = clock(scan, at)?;
    let time = scan.zone(next).map_or(time, |minutes| in_zone(time, minutes));
    let zone = usize::from(scan.is_zone(next));
    let local = if scan.is(next, "local") && scan.is(next + 1, "time") { 2 } else { 0 };
    let next = next + zone + local;
    let comma = usize::from(scan.is(next, ","));
    match stretch(scan, next + comma).filter(|(calendar, _)| is_day(*calendar)) {
        Some((calendar, end)) => Some((day_of(calendar, part, time), end)),
        None => Some((Meaning::Clock(time), next)),
    }
}

/// The time on the clock and the token after it: it has a meridiem, minutes after "at", or a zone.
fn clock(scan: &Scan<'_, '_, '_>, at: usize) -> Option<(TimeOfDay, usize)> {
    // "4.10pm" is one token, "4 pm" two.
    let (text, glued) = split_meridiem(scan.text(at));
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, Some(minute.parse().ok()?)),
        Some(_) => return None,
        None => match scan.digits(at)? {
            digits if digits.length <= 2 => (digits.value as u8, None),
            digits if digits.length == 4 && scan.is_zone(at + 1) => {
                ((digits.value / 100) as u8, Some((digits.value % 100) as u8))
            }
            _ => return None,
        },
    };
    if hour > 24 || minute.is_some_and(|minute: u8| minute > 59) {
        return None;
    }
    let next = at + 1 + usize::from(scan.is(at + 1, "o'clock"));
    let half = glued.or_else(|| meridiem(scan.text(next)));
    let introduced = at > scan.start()
        && (scan.is_one_of(at - 1, &["at", "by", "until", "from", "before", "after", "between"])
            || ends_range(scan, at));
    let said = minute.is_some() && text.contains(':') && introduced || scan.is_zone(next) || next > at + 1;
    match half {
        Some(shift) if (1..=12).contains(&hour) => {
            let end = next + usize::from(glued.is_none());
            Some((TimeOfDay::Clock { hour: hour % 12 + shift, minute, utc_days: 0 }, end))
        }
        None if said => Some((TimeOfDay::Clock { hour, minute, utc_days: 0 }, next)),
        _ => None,
    }
}

/// Whether the token stands behind another time on the clock and a "to" or "and": "from 9:00 to 17:00".
fn ends_range(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let is_clock = |text: &str| {
        let figures = text.split_once(':').filter(|(hour, minute)| hour.len() <= 2 && minute.len() == 2);
        figures.is_some_and(|(hour, minute)| [hour, minute].iter().all(|part| part.parse::<u8>().is_ok()))
    };
    let is_joined = scan.is_one_of(at - 1, &["to", "till", "and"]) || scan.is_hyphen(at - 1);
    is_joined && at >= scan.start() + 2 && is_clock(scan.text(at - 2))
}

/// The time with the days that the zone moves its date by: 11 p.m. EST is of the next day in UTC.
fn in_zone(time: TimeOfDay, zone: i32) -> TimeOfDay {
    match time {
        TimeOfDay::Clock { hour, minute, .. } => {
            let utc = i32::from(hour) * 60 + i32::from(minute.unwrap_or(0)) - zone;
            TimeOfDay::Clock { hour, minute, utc_days: utc.div_euclid(24 * 60) as i8 }
        }
        TimeOfDay::Part(_) => time,
    }
}

/// The clock time of a token without the meridiem glued to it, and the hours that it adds.
fn split_meridiem(text: &str) -> (&str, Option<u8>) {
    let end = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic() || letter == '.').len();
    let (clock, half) = text.split_at(end);
    meridiem(half).filter(|_| clock.contains([':', '.'])).map_or((text, None), |shift| (clock, Some(shift)))
}

fn meridiem(text: &str) -> Option<u8> {
    if ["am", "a.m.", "a.m"].iter().any(|half| text.eq_ignore_ascii_case(half)) {
        return Some(0);
    }
    ["pm", "p.m.", "p.m"].iter().any(|half| text.eq_ignore_ascii_case(half)).then_some(12)
}

fn time(letters: &'static str) -> TimeOfDay {
    match letters {
        "12:00" => TimeOfDay::Clock { hour: 12, minute: Some(0), utc_days: 0 },
        "24:00" => TimeOfDay::Clock { hour: 24, minute: Some(0), utc_days: 0 },
        _ => TimeOfDay::Part(letters),
    }
}

fn day_of(calendar: Calendar, part: Option<Part>, time: TimeOfDay) -> Meaning {
    Meaning::Calendar(calendar, part, Some(time))
}

fn is_day(calendar: Calendar) -> bool {
    matches!(
        calendar,
        Calendar::Date { .. }
            | Calendar::Numeric { .. }
            | Calendar::Weekday { .. }
            | Calendar::WeekdayOf { .. }
            | Calendar::Here(Unit::Day, _)
            | Calendar::Mentioned(Unit::Day, _)
    )
}
