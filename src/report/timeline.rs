//! The timeline as text, Markdown and JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::paint::{Paint, Style};
use super::passage::Passages;
use super::promises::SourceRecord;
use super::record::{VERSION, WarningRecord};
use super::wrap::wrap_text;
use super::xml::xml;
use super::{Report, Severity, View, escaped};
use crate::ledger::{Event, timeline};

/// The columns of a day or a range of days.
const DAYS: usize = 22;

/// The events of the report, by day.
pub(super) fn events(report: &Report) -> Vec<Event> {
    timeline(&report.claims, &report.findings)
}

/// "2025-03-03", "2025-03-03 2025-03-09", "until 2025-03-09".
pub(super) fn days(event: &Event) -> String {
    match (event.from, event.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}..{to}"),
        (None, Some(to)) => format!("until {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, None) => String::new(),
    }
}

/// Writes a line for each event, its sources below it, and who puts it on other days.
pub(super) fn text(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let passages = Passages::of(report);
    let paint = Paint { color: view.color };
    let events = events(report);
    for event in &events {
        let days = paint.apply(Style::Strong, &format!("{:<DAYS$}", days(event)));
        let words = escaped(&passages.claim(event.claims[0]).words());
        let words = wrap_text(&words, view.width.saturating_sub(DAYS + 11).max(20));
        writeln!(out, "{days} {:<9} {}", event.kind.name(), words.first().map_or("", String::as_str))?;
        for line in words.iter().skip(1) {
            writeln!(out, "{:width$}{line}", "", width = DAYS + 11)?;
        }
        let places: Vec<String> =
            event.claims.iter().map(|&number| escaped(&passages.claim(number).location())).collect();
        let places = wrap_text(&places.join(", "), view.width.saturating_sub(DAYS + 11).max(20));
        for line in places {
            writeln!(out, "{:width$}{}", "", paint.apply(Style::Faint, &line), width = DAYS + 11)?;
        }
        for &number in &event.disputed_by {
            let (claim, passage) = (&report.claims[number], passages.claim(number));
            let when = claim.deadline.as_ref().or(claim.time.as_ref());
            let value = when.map_or_else(|| "otherwise".to_owned(), |when| when.interval.to_string());
            let line = format!("but {value} in {}", escaped(&passage.location()));
            let line = paint.apply(Style::Head(Severity::Error), &line);
            writeln!(out, "{:width$}{line}", "", width = DAYS + 11)?;
        }
    }
    let disputed = events.iter().filter(|event| !event.disputed_by.is_empty()).count();
    let counted = if events.len() == 1 { "1 event".to_owned() } else { format!("{} events", events.len()) };
    writeln!(out, "\n{counted}, {disputed} with disagreements")
}

/// Writes a table with a row for each event.
pub(super) fn markdown(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let passages = Passages::of(report);
    let code = |words: &str| {
        let words = xml(&escaped(words)).replace('|', "&#124;").replace('`', "&#96;");
        format!("<code>{words}</code>")
    };
    writeln!(out, "| days | | what | told by | but |\n|---|---|---|---|---|")?;
    for event in events(report) {
        let places = |numbers: &[usize]| {
            let places: Vec<String> = numbers.iter().map(|&number| code(&passages.claim(number).location())).collect();
            places.join("<br>")
        };
        let words = code(&passages.claim(event.claims[0]).words());
        let (told, but) = (places(&event.claims), places(&event.disputed_by));
        writeln!(out, "| {} | {} | {words} | {told} | {but} |", days(&event), event.kind.name())?;
    }
    Ok(())
}

/// The timeline as JSON.
#[derive(Serialize)]
pub(super) struct Timeline<'a> {
    version: u32,
    events: Vec<EventRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

#[derive(Serialize)]
pub(super) struct EventRecord<'a> {
    from: Option<String>,
    to: Option<String>,
    kind: &'static str,
    sources: Vec<SourceRecord<'a>>,
    disputed_by: Vec<SourceRecord<'a>>,
}

impl<'a> Timeline<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let passages = Passages::of(report);
        let sources = |numbers: &[usize]| {
            numbers.iter().map(|&number| SourceRecord::of(report, passages.claim(number))).collect()
        };
        let events = events(report).into_iter().map(|event| EventRecord {
            from: event.from.map(|day| day.to_string()),
            to: event.to.map(|day| day.to_string()),
            kind: event.kind.name(),
            sources: sources(&event.claims),
            disputed_by: sources(&event.disputed_by),
        });
        Self { version: VERSION, events: events.collect(), warnings: WarningRecord::all(report) }
    }
}
