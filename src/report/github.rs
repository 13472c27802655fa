//! `github`: commands of GitHub's workflows, which put the weightiest findings beside the lines of a pull request.

use std::io::{self, Write};

use super::groups::{Entry, entries};
use super::location::Location;
use super::names::title;
use super::{Format, Report, Severity, Subject, View, escaped, shown};
use crate::article::Places;
use crate::verdict::Evidence;

/// How many are written at most: GitHub shows no more of a step, and nobody reads more.
const MOST: usize = 10;

/// One line for each disagreement, and one that counts what was left out.
pub(super) struct Github;

impl Format for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[]
    }

    fn has(&self, subject: Subject) -> bool {
        subject.is_findings()
    }

    fn render(&self, _subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let findings = shown(report, view);
        let mut entries = entries(&findings);
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.first.severity));
        let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
        let most = view.most.unwrap_or(MOST).min(MOST);
        for entry in entries.iter().take(most) {
            annotation(report, &places, entry, out)?;
        }
        match entries.len().saturating_sub(most) {
            0 => Ok(()),
            rest => writeln!(out, "::notice title=claimdiff::{rest} more not shown here: claimdiff check shows all"),
        }
    }
}

fn annotation(report: &Report, places: &[Places<'_>], entry: &Entry<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (shown, finding) = (entry.first, entry.first.finding);
    let command = match shown.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let left = &finding.left;
    let location = Location::of(&report.articles[left.article], &places[left.article], left.span);
    let mut properties = vec![format!("file={}", property(location.file))];
    if let Some(region) = location.region {
        properties.push(format!("line={},endLine={}", region.line, region.end_line));
        // GitHub takes columns only of passages on one line.
        if region.line == region.end_line {
            properties.push(format!("col={},endColumn={}", region.column, region.end_column));
        }
    }
    properties.push(format!("title={}", property(&title(finding))));
    let others = std::iter::once(&finding.right).chain(entry.further_places());
    let others: String = others.map(|side| against(report, places, side)).collect();
    let message = format!("{}{others}\n{}", left.value, finding.why);
    writeln!(out, "::{command} {}::{}", properties.join(","), data(&message))
}

/// "; until 2025-03-30 in b.md:3:7".
fn against(report: &Report, places: &[Places<'_>], side: &Evidence) -> String {
    let place = places[side.article].place(side.span);
    format!("; {} in {}:{}:{}", side.value, report.articles[side.article].path, place.line, place.column)
}

/// A message as it stands behind the command: our own line breaks as GitHub writes them, all else in one line.
fn data(text: &str) -> String {
    text.split('\n').map(|line| escaped(line).replace('%', "%25")).collect::<Vec<_>>().join("%0A")
}

/// A value of the command's list.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_command() {
        assert_eq!(property("a, b: 100%\r.md"), "a%2C b%3A 100%25\\u{d}.md");
        assert_eq!(data("50%, ::error::x\n\u{1b}[31m"), "50%25, ::error::x%0A\\u{1b}[31m");
    }
}
