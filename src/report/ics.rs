//! `ics`: the promises as all-day entries of a calendar (RFC 5545).

use std::io::{self, Write};

use jiff::civil::Date;

use super::passage::Passages;
use super::{Format, Report, Subject, View, promises};
use crate::ledger::{Promise, State};

/// The bytes that a line may have, its end left out.
const LINE: usize = 75;

/// One calendar with an entry for each promise on the day that it is due.
pub(super) struct Ics;

impl Format for Ics {
    fn name(&self) -> &'static str {
        "ics"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".ics"]
    }

    fn has(&self, subject: Subject) -> bool {
        subject == Subject::Promises
    }

    fn render(&self, _subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        line(out, "BEGIN:VCALENDAR")?;
        line(out, "VERSION:2.0")?;
        line(out, &format!("PRODID:-//claimdiff//claimdiff {}//EN", env!("CARGO_PKG_VERSION")))?;
        let passages = Passages::of(report);
        for promise in promises::known(report, view) {
            entry(report, &passages, &promise, out)?;
        }
        line(out, "END:VCALENDAR")
    }
}

fn entry(report: &Report, passages: &Passages<'_>, promise: &Promise, out: &mut dyn Write) -> io::Result<()> {
    let first = passages.claim(promise.claims[0]);
    let told = |number: &usize| report.claims[*number].told.map(|anchor| anchor.day);
    let stamp = promise.claims.iter().filter_map(told).max().unwrap_or(promise.due);
    let after = promise.due.tomorrow().unwrap_or(promise.due);
    let who = promise.who.as_deref().unwrap_or("somebody");
    let places: Vec<String> = promise.claims.iter().map(|&number| passages.claim(number).location()).collect();
    let moves = promise.moves.iter().map(|moved| format!("moved from {} to {}\n", moved.from, moved.to));
    let description = format!("{}\n{}{}", first.words(), moves.collect::<String>(), places.join("\n"));
    line(out, "BEGIN:VEVENT")?;
    line(out, &format!("UID:{:016x}@claimdiff", identity(&first.words(), first.path)))?;
    line(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)))?;
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(promise.due)))?;
    line(out, &format!("DTEND;VALUE=DATE:{}", compact(after)))?;
    line(out, &format!("SEQUENCE:{}", promise.moves.len()))?;
    line(out, &format!("SUMMARY:{}", escaped(&format!("{who}: {} ({})", first.words(), promise.state.name()))))?;
    line(out, &format!("DESCRIPTION:{}", escaped(&description)))?;
    line(out, &format!("STATUS:{}", if promise.state == State::Unclear { "TENTATIVE" } else { "CONFIRMED" }))?;
    line(out, "TRANSP:TRANSPARENT")?;
    line(out, "END:VEVENT")
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// What stays the same when the promise is moved: the words and the file that told it first.
fn identity(words: &str, path: &str) -> u64 {
    let bytes = words.bytes().chain([0]).chain(path.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A text as a value: what has a meaning in the format is escaped, other controls are left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => value.push(letter),
        }
    }
    value
}

/// Writes a line, folded where it is longer than the format allows, never inside a character.
fn line(out: &mut dyn Write, content: &str) -> io::Result<()> {
    let mut rest = content;
    let mut most = LINE;
    while rest.len() > most {
        let end = (0..=most).rev().find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
        write!(out, "{}\r\n ", &rest[..end])?;
        rest = &rest[end..];
        // The space that a folded line begins with counts.
        most = LINE - 1;
    }
    write!(out, "{rest}\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(content: &str) -> String {
        let mut out = Vec::new();
        line(&mut out, content).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let folded = folded(&"é".repeat(60));
        assert!(folded.split("\r\n").all(|line| line.len() <= LINE), "{folded}");
        assert_eq!(folded.replace("\r\n ", "").trim_end(), "é".repeat(60));
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\u{7}"), "a\\,b\\;c\\\\d\\ne");
    }
}
