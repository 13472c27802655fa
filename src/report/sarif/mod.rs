//! `sarif`: SARIF 2.1.0, which code hosts and editors read; a result for each finding, settled ones as suppressed.

mod log;
mod rules;

use std::io::{self, Write};

use self::log::{
    ArtifactLocation, Driver, Invocation, Log, LogicalLocation, Message, Notification, PhysicalLocation, Place, Region,
    Result, ResultProperties, Run, RunProperties, Suppression, Tool,
};
use super::location::{Location, file_and_id, uri};
use super::names::title;
use super::record::{SummaryRecord, rounded};
use super::text::value;
use super::{Format, Report, SettledBy, Shown, Subject, View, Warning, with_settled};
use crate::article::Places;
use crate::verdict::Evidence;

/// One run with all findings, its rules the kinds.
pub(super) struct Sarif;

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".sarif", ".sarif.json"]
    }

    fn has(&self, subject: Subject) -> bool {
        subject.is_findings()
    }

    fn render(&self, _subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
        let findings = with_settled(report, view);
        let driver = Driver {
            name: env!("CARGO_PKG_NAME"),
            full_name: concat!(env!("CARGO_PKG_NAME"), ": ", env!("CARGO_PKG_DESCRIPTION")),
            semantic_version: env!("CARGO_PKG_VERSION"),
            rules: rules::all(),
        };
        let run = Run {
            tool: Tool { driver },
            invocations: [invocation(report, view)],
            results: findings.iter().map(|shown| result(report, &places, shown)).collect(),
            column_kind: "unicodeCodePoints",
            properties: RunProperties { summary: SummaryRecord::of(report) },
        };
        serde_json::to_writer_pretty(&mut *out, &Log::of(run))?;
        writeln!(out)
    }
}

fn invocation<'a>(report: &'a Report, view: &View) -> Invocation<'a> {
    Invocation {
        execution_successful: view.exit_code < 2,
        exit_code: view.exit_code,
        tool_execution_notifications: report.warnings.iter().map(notification).collect(),
    }
}

fn notification(warning: &Warning) -> Notification<'_> {
    let (file, id) = file_and_id(&warning.path);
    let region = warning.line.filter(|_| id.is_none()).map(Region::line);
    let physical_location = PhysicalLocation { artifact_location: ArtifactLocation { uri: uri(file) }, region };
    let logical_locations = logical_locations(&warning.path, id);
    Notification {
        level: "warning",
        message: Message { text: warning.message.clone() },
        locations: [Place { id: None, physical_location, logical_locations, message: None }],
    }
}

fn result<'a>(report: &'a Report, places: &[Places<'a>], shown: &'a Shown<'_>) -> Result<'a> {
    let finding = shown.finding;
    let (left, right) = (plain(&value(&finding.left)), plain(&value(&finding.right)));
    let other = plain(&report.articles[finding.right.article].path);
    let title = title(finding);
    let text = format!("{title}: {left} against {right} in [{other}](0). {}", plain(&finding.why));
    let place = |side: &Evidence| place(report, places, side);
    Result {
        rule_id: finding.kind,
        rule_index: rules::index(finding.kind),
        level: shown.severity.name(),
        message: Message { text },
        locations: [Place { message: Some(Message { text: left }), ..place(&finding.left) }],
        related_locations: [Place { id: Some(0), message: Some(Message { text: right }), ..place(&finding.right) }],
        partial_fingerprints: log::Fingerprints::of(&shown.id),
        suppressions: shown.suppression.iter().map(|suppression| suppressed(suppression)).collect(),
        properties: ResultProperties {
            relation: finding.relation.name(),
            group: &shown.group,
            confidence: rounded(finding.confidence),
        },
    }
}

fn suppressed(suppression: &super::Suppression) -> Suppression<'_> {
    let kind = match suppression.by {
        SettledBy::Comment => "inSource",
        SettledBy::Decision => "external",
    };
    Suppression { kind, status: "accepted", justification: suppression.reason.as_deref() }
}

fn place<'a>(report: &'a Report, places: &[Places<'a>], side: &Evidence) -> Place<'a> {
    let article = &report.articles[side.article];
    let location = Location::of(article, &places[side.article], side.span);
    Place {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(location.file) },
            region: location.region.map(Region::of),
        },
        logical_locations: logical_locations(&article.path, location.id),
        message: None,
    }
}

/// The article in a file of several.
fn logical_locations<'a>(path: &'a str, id: Option<&'a str>) -> Vec<LogicalLocation<'a>> {
    id.map(|name| LogicalLocation { name, fully_qualified_name: path, kind: "object" }).into_iter().collect()
}

/// Text of an article without what a message takes for a link.
fn plain(text: &str) -> String {
    super::escaped(text).replace('[', "(").replace(']', ")")
}
