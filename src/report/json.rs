//! `json`: one object with all findings, claims or temporal expressions.

use std::io::{self, Write};

use serde::Serialize;

use super::promises::Ledger;
use super::record::{
    ArticleRecord, ClaimRecord, FindingRecord, PlacedTimexRecord, SummaryRecord, TOOL, ToolRecord, VERSION,
    WarningRecord,
};
use super::timeline::Timeline;
use super::{Format, Report, Subject, View, shown};
use crate::article::Places;

/// One object, indented.
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".json"]
    }

    fn has(&self, _subject: Subject) -> bool {
        true
    }

    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        match subject {
            Subject::Findings | Subject::Comparison => findings(report, view, out),
            Subject::Claims => write_object(&Claims::of(report), out),
            Subject::Times => write_object(&Times::of(report), out),
            Subject::Promises => write_object(&Ledger::of(report, view), out),
            Subject::Timeline => write_object(&Timeline::of(report), out),
        }
    }
}

fn findings(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
    let findings = shown(report, view);
    let object = Findings {
        version: VERSION,
        tool: TOOL,
        summary: SummaryRecord::of(report),
        articles: ArticleRecord::all(report),
        findings: findings.iter().map(|finding| FindingRecord::of(report, &places, finding)).collect(),
        warnings: WarningRecord::all(report),
    };
    write_object(&object, out)
}

fn write_object(object: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, object)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Findings<'a> {
    version: u32,
    tool: ToolRecord,
    summary: SummaryRecord<'a>,
    articles: Vec<ArticleRecord<'a>>,
    findings: Vec<FindingRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

#[derive(Serialize)]
struct Claims<'a> {
    version: u32,
    claims: Vec<ClaimRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

impl<'a> Claims<'a> {
    fn of(report: &'a Report) -> Self {
        Self { version: VERSION, claims: ClaimRecord::all(report, true), warnings: WarningRecord::all(report) }
    }
}

#[derive(Serialize)]
struct Times<'a> {
    version: u32,
    timexes: Vec<PlacedTimexRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

impl<'a> Times<'a> {
    fn of(report: &'a Report) -> Self {
        Self { version: VERSION, timexes: PlacedTimexRecord::all(report), warnings: WarningRecord::all(report) }
    }
}
