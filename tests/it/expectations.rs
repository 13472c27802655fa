//! What a reader finds in a set of articles, as lines of `expected.jsonl`, held against a report.

#![allow(clippy::unwrap_used, reason = "a test may end where its own files are not as they should be")]

use std::path::Path;

use claimdiff::article::{self, Article};
use claimdiff::report::{Report, Severity, Shown, View, shown};
use claimdiff::span::Span;
use claimdiff::verdict::{Evidence, Finding, Relation};
use claimdiff::{Config, compare};
use serde::Deserialize;

/// One line: what a careful reader says of two passages.
#[derive(Debug, Deserialize)]
pub(crate) struct Expectation {
    pub(crate) relation: String,
    pub(crate) kind: String,
    pub(crate) left: Side,
    pub(crate) right: Side,
    /// The reader's reason; our own words may differ.
    #[allow(dead_code, reason = "for people; the reports test checks our own reasons")]
    pub(crate) why: String,
    /// Why we do not get the line yet; the test fails once we do, so that the mark goes.
    pub(crate) pending: Option<String>,
    /// Whether a reader may as well leave it out.
    #[serde(default)]
    pub(crate) optional: bool,
    /// Lines of one group tell one disagreement: one of them is enough.
    pub(crate) group: Option<String>,
}

/// A passage, quoted letter for letter.
#[derive(Debug, Deserialize)]
pub(crate) struct Side {
    pub(crate) article: String,
    pub(crate) quote: String,
}

/// Reads the lines of a file of expectations.
pub(crate) fn read_lines(path: &Path) -> Vec<Expectation> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parse =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}: {line}", path.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}

/// Compares all articles of a folder that have the extension.
pub(crate) fn report_on(folder: &Path, extension: &str) -> Report {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    let articles: Vec<Article> = paths.iter().flat_map(|path| read_article(path)).collect();
    compare(articles, &Config::default())
}

fn read_article(path: &Path) -> Vec<Article> {
    let name = path.file_name().unwrap().to_str().unwrap();
    let parsed = article::parse(name, &std::fs::read(path).unwrap()).unwrap_or_else(|error| panic!("{error}"));
    parsed.into_iter().map(|article| article.unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// How a report stands to what a reader finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Expected lines that are printed, one of each group.
    pub(crate) found: usize,
    /// Lines that a reader does not leave out.
    pub(crate) expected: usize,
    /// Printed at the level of errors, and nobody listed them.
    pub(crate) false_errors: usize,
    /// Printed at the level of warnings, and nobody listed them.
    pub(crate) false_warnings: usize,
}

/// Holds what `check` prints of a report, all relations asked for, against the lines of a reader.
pub(crate) fn score(report: &Report, expected: &[Expectation]) -> Score {
    let printed = printed(report);
    let wanted: Vec<&Expectation> = expected.iter().filter(|line| line.relation != "none" && !line.optional).collect();
    let is_first = |at: usize| wanted[at].group.is_none() || wanted[..at].iter().all(|l| l.group != wanted[at].group);
    let firsts: Vec<&Expectation> = (0..wanted.len()).filter(|&at| is_first(at)).map(|at| wanted[at]).collect();
    let level = |severity| unlisted(report, &printed, expected).filter(|shown| shown.severity == severity).count();
    Score {
        found: firsts.iter().filter(|line| is_met(report, &printed, expected, line)).count(),
        expected: firsts.len(),
        false_errors: level(Severity::Error),
        false_warnings: level(Severity::Warning),
    }
}

/// Everything that differs from what the reader finds: lines not met, marks that can go, and conflicts, updates and
/// missed promises that nobody listed.
pub(crate) fn problems(report: &Report, expected: &[Expectation]) -> Vec<String> {
    let printed = printed(report);
    let mut problems = Vec::new();
    for line in expected.iter().filter(|line| line.relation != "none") {
        let describe = format!("{} {} {:?} | {:?}", line.relation, line.kind, line.left.quote, line.right.quote);
        match (&line.pending, is_met(report, &printed, expected, line)) {
            (Some(why), true) => problems.push(format!("no longer pending ({why}): {describe}")),
            (None, false) if !line.optional => problems.push(format!("not found: {describe}")),
            _ => {}
        }
    }
    let text = |evidence: &Evidence| evidence.span.of(&report.articles[evidence.article].text).to_owned();
    problems.extend(unlisted(report, &printed, expected).map(|Shown { finding, severity, .. }| {
        let (relation, left, right) = (finding.relation.name(), text(&finding.left), text(&finding.right));
        format!("false {}: {relation} {}: {left:?} | {right:?}", severity.name(), finding.kind)
    }));
    problems
}

/// What `check` prints of the report, all relations asked for.
fn printed(report: &Report) -> Vec<Shown<'_>> {
    shown(report, &View { relations: Relation::ALL.to_vec(), ..View::default() })
}

/// Whether something printed tells what the line expects, or another line of its group.
fn is_met(report: &Report, printed: &[Shown], expected: &[Expectation], line: &Expectation) -> bool {
    let is_alike = |other: &&Expectation| line.group.is_some() && other.group == line.group;
    let mut alike = expected.iter().filter(is_alike).chain([line]);
    alike.any(|line| printed.iter().any(|shown| is_told(report, shown.finding, line)))
}

/// Whether the finding tells what the line expects; the sides of update, missed and kept have an order.
fn is_told(report: &Report, finding: &Finding, expected: &Expectation) -> bool {
    let is_ordered = matches!(expected.relation.as_str(), "update" | "missed" | "kept");
    let straight = is_at(report, &finding.left, &expected.left) && is_at(report, &finding.right, &expected.right);
    let crossed = is_at(report, &finding.left, &expected.right) && is_at(report, &finding.right, &expected.left);
    finding.relation.name() == expected.relation && (straight || crossed && !is_ordered)
}

/// The conflicts, updates and missed promises that are printed and that nobody listed.
fn unlisted<'p, 'r>(
    report: &'p Report,
    printed: &'p [Shown<'r>],
    expected: &'p [Expectation],
) -> impl Iterator<Item = &'p Shown<'r>> {
    let is_alarm = |relation| matches!(relation, Relation::Conflict | Relation::Update | Relation::Missed);
    let alarms = printed.iter().filter(move |shown| is_alarm(shown.finding.relation));
    alarms.filter(|shown| !expected.iter().any(|line| is_told(report, shown.finding, line)))
}

/// Whether the evidence lies in the article and overlaps the quote.
fn is_at(report: &Report, evidence: &Evidence, side: &Side) -> bool {
    let article = &report.articles[evidence.article];
    let stem = Path::new(&article.path).file_stem().unwrap().to_str().unwrap();
    let place = article.text.find(&side.quote).map(|at| Span::new(at, at + side.quote.len()));
    stem == side.article && place.is_some_and(|place| place.overlaps(evidence.span))
}
