//! The promise ledger as text, Markdown and JSON.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::paint::{Paint, Style};
use super::passage::{Passage, Passages};
use super::record::{VERSION, WarningRecord};
use super::severity::Severity;
use super::wrap::wrap_text;
use super::xml::xml;
use super::{Report, View, escaped};
use crate::ledger::{Promise, State, promises};

/// The day that the ledger is seen from.
pub(super) fn day(report: &Report, view: &View) -> Option<Date> {
    view.as_of.or_else(|| report.claims.iter().filter_map(|claim| claim.told).map(|anchor| anchor.day).max())
}

/// The promises known on that day, the most pressing first.
pub(super) fn known(report: &Report, view: &View) -> Vec<Promise> {
    promises(&report.claims, &report.findings, view.as_of)
}

/// Writes what each promise is, by whom and by when, its moves, and each source's words.
pub(super) fn text(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let (promises, passages) = (known(report, view), Passages::of(report));
    let paint = Paint { color: view.color };
    for promise in &promises {
        let who = promise.who.as_deref().map(escaped).unwrap_or_else(|| "somebody".to_owned());
        let whom = promise.whom.as_deref().map(|whom| format!(", for {}", escaped(whom))).unwrap_or_default();
        let state = paint.apply(Style::Head(weight(promise.state)), &format!("{:<8}", promise.state.name()));
        writeln!(out, "{state}  {}  {}", promise.due, paint.apply(Style::Strong, &format!("{who}{whom}")))?;
        for moved in &promise.moves {
            writeln!(out, "          moved from {} to {}{}", moved.from, moved.to, told(moved.told))?;
        }
        for &number in &promise.claims {
            source(report, passages.claim(number), view, out)?;
        }
        if let Some(outcome) = promise.outcome {
            let word = if outcome.is_kept { "kept" } else { "not done" };
            writeln!(out, "          {word}{}", told(outcome.told))?;
            source(report, passages.claim(outcome.claim), view, out)?;
        }
        writeln!(out)?;
    }
    let day = day(report, view).map_or(String::new(), |day| format!(" as of {day}"));
    writeln!(out, "{}{day}", counted(&promises))
}

/// "told 2025-03-06", where known.
fn told(day: Option<Date>) -> String {
    day.map_or(String::new(), |day| format!(", told {day}"))
}

fn source(report: &Report, passage: Passage<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let told = report.claims[passage.claim].told.map_or(String::new(), |anchor| format!("  ({})", anchor.day));
    writeln!(out, "          {}{told}", escaped(&passage.location()))?;
    let words = wrap_text(&passage.words(), view.width.saturating_sub(14).max(1));
    words.iter().try_for_each(|line| writeln!(out, "              {line}"))
}

/// "1 overdue, 2 open".
fn counted(promises: &[Promise]) -> String {
    const STATES: [State; 7] =
        [State::Overdue, State::DueSoon, State::Moved, State::Open, State::Unclear, State::Missed, State::Kept];
    let of_state = |state: State| promises.iter().filter(|promise| promise.state == state).count();
    let counts = STATES.iter().map(|&state| (of_state(state), state)).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = counts.map(|(count, state)| format!("{count} {}", state.name())).collect();
    if parts.is_empty() { "no promise".to_owned() } else { parts.join(", ") }
}

/// How a state is coloured.
fn weight(state: State) -> Severity {
    match state {
        State::Overdue | State::Missed => Severity::Error,
        State::DueSoon | State::Moved | State::Unclear => Severity::Warning,
        State::Open | State::Kept => Severity::Note,
    }
}

/// Writes a table with a row for each promise.
pub(super) fn markdown(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let (promises, passages) = (known(report, view), Passages::of(report));
    let day = day(report, view).map_or(String::new(), |day| format!(" as of {day}"));
    writeln!(out, "### claimdiff: {}{day}\n", counted(&promises))?;
    if promises.is_empty() {
        return Ok(());
    }
    writeln!(out, "| state | due | who | what | told by |\n|---|---|---|---|---|")?;
    for promise in &promises {
        let moves: String = promise.moves.iter().map(|moved| format!("<br>moved from {}", moved.from)).collect();
        let places: Vec<String> = promise
            .claims
            .iter()
            .chain(promise.outcome.iter().map(|outcome| &outcome.claim))
            .map(|&number| code(&passages.claim(number).location()))
            .collect();
        writeln!(
            out,
            "| {} | {}{moves} | {} | {} | {} |",
            promise.state.name(),
            promise.due,
            code(promise.who.as_deref().unwrap_or("")),
            code(&passages.claim(promise.claims[0]).words()),
            places.join("<br>"),
        )?;
    }
    Ok(())
}

/// Words of strangers for a cell of a table: nothing in them is Markdown.
fn code(words: &str) -> String {
    let words = xml(&escaped(words)).replace('|', "&#124;").replace('`', "&#96;");
    if words.is_empty() { String::new() } else { format!("<code>{words}</code>") }
}

/// The ledger as JSON.
#[derive(Serialize)]
pub(super) struct Ledger<'a> {
    version: u32,
    as_of: Option<String>,
    promises: Vec<PromiseRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

#[derive(Serialize)]
struct PromiseRecord<'a> {
    state: &'static str,
    who: Option<String>,
    whom: Option<String>,
    from: Option<String>,
    due: String,
    moves: Vec<MoveRecord>,
    outcome: Option<OutcomeRecord<'a>>,
    sources: Vec<SourceRecord<'a>>,
}

#[derive(Serialize)]
struct MoveRecord {
    from: String,
    to: String,
    told: Option<String>,
}

#[derive(Serialize)]
struct OutcomeRecord<'a> {
    state: &'static str,
    #[serde(flatten)]
    source: SourceRecord<'a>,
}

/// One article's words.
#[derive(Serialize)]
pub(super) struct SourceRecord<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
    told: Option<String>,
    value: Option<String>,
}

impl<'a> SourceRecord<'a> {
    pub(super) fn of(report: &'a Report, passage: Passage<'a>) -> Self {
        let claim = &report.claims[passage.claim];
        let when = claim.deadline.as_ref().or(claim.time.as_ref());
        Self {
            path: passage.path,
            line: passage.place.line,
            column: passage.place.column,
            text: passage.place.text,
            told: claim.told.map(|anchor| anchor.day.to_string()),
            value: when.map(|when| when.interval.to_string()),
        }
    }
}

impl<'a> Ledger<'a> {
    pub(super) fn of(report: &'a Report, view: &View) -> Self {
        let passages = Passages::of(report);
        let source = |number: usize| SourceRecord::of(report, passages.claim(number));
        let day = |day: Date| day.to_string();
        let promises = known(report, view).into_iter().map(|promise| PromiseRecord {
            state: promise.state.name(),
            from: promise.from.map(day),
            due: promise.due.to_string(),
            moves: promise
                .moves
                .iter()
                .map(|moved| MoveRecord { from: day(moved.from), to: day(moved.to), told: moved.told.map(day) })
                .collect(),
            outcome: promise.outcome.map(|outcome| OutcomeRecord {
                state: if outcome.is_kept { "kept" } else { "missed" },
                source: source(outcome.claim),
            }),
            sources: promise.claims.iter().map(|&number| source(number)).collect(),
            who: promise.who,
            whom: promise.whom,
        });
        Self {
            version: VERSION,
            as_of: self::day(report, view).map(day),
            promises: promises.collect(),
            warnings: WarningRecord::all(report),
        }
    }
}
