//! `jsonl`: one JSON object a line, its `record` saying what it is, so that lines can be read one by one.

use std::io::{self, Write};

use serde::Serialize;

use super::record::{ArticleRecord, ClaimRecord, FindingRecord, PlacedTimexRecord, SummaryRecord, WarningRecord};
use super::{Format, Report, Subject, View, shown};
use crate::article::Places;

/// Findings, claims or temporal expressions, then warnings; with findings also articles first and the counts last.
pub(super) struct Jsonl;

#[derive(Serialize)]
#[serde(tag = "record", rename_all = "lowercase")]
enum Line<'a> {
    Article(ArticleRecord<'a>),
    Finding(FindingRecord<'a>),
    Claim(ClaimRecord<'a>),
    Timex(PlacedTimexRecord<'a>),
    Warning(WarningRecord<'a>),
    Summary(SummaryRecord<'a>),
}

impl Format for Jsonl {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".jsonl", ".ndjson"]
    }

    fn has(&self, subject: Subject) -> bool {
        !matches!(subject, Subject::Promises | Subject::Timeline)
    }

    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        match subject {
            Subject::Findings | Subject::Comparison => findings(report, view, out)?,
            Subject::Claims => write_lines(ClaimRecord::all(report, true).into_iter().map(Line::Claim), out)?,
            Subject::Times => write_lines(PlacedTimexRecord::all(report).into_iter().map(Line::Timex), out)?,
            Subject::Promises | Subject::Timeline => {}
        }
        write_lines(WarningRecord::all(report).into_iter().map(Line::Warning), out)?;
        match subject {
            Subject::Findings | Subject::Comparison => {
                write_lines([Line::Summary(SummaryRecord::of(report))].into_iter(), out)
            }
            _ => Ok(()),
        }
    }
}

fn findings(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
    write_lines(ArticleRecord::all(report).into_iter().map(Line::Article), out)?;
    let findings = shown(report, view);
    write_lines(findings.iter().map(|finding| Line::Finding(FindingRecord::of(report, &places, finding))), out)
}

fn write_lines<'a>(lines: impl Iterator<Item = Line<'a>>, out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}
