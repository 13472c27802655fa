//! What a reader finds in a set of articles, as lines of `expected.jsonl`, held against a report.

#![allow(clippy::unwrap_used, reason = "a test may end where its own files are not as they should be")]

use std::path::Path;

use claimdiff::article::{self, Article};
use claimdiff::report::Report;
use claimdiff::span::Span;
use claimdiff::verdict::{Evidence, Relation};
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

/// Whether one of the findings tells what the line expects; the sides of update, missed and kept have an order.
pub(crate) fn is_met(report: &Report, expected: &Expectation) -> bool {
    let is_ordered = matches!(expected.relation.as_str(), "update" | "missed" | "kept");
    report.findings.iter().any(|finding| {
        let straight = is_at(report, &finding.left, &expected.left) && is_at(report, &finding.right, &expected.right);
        let crossed = is_at(report, &finding.left, &expected.right) && is_at(report, &finding.right, &expected.left);
        finding.relation.name() == expected.relation && (straight || crossed && !is_ordered)
    })
}

/// Everything that differs from what the reader finds: lines not met, marks that can go, and conflicts, updates and
/// missed promises that nobody listed.
pub(crate) fn problems(report: &Report, expected: &[Expectation]) -> Vec<String> {
    let mut problems = Vec::new();
    for line in expected.iter().filter(|line| line.relation != "none") {
        let describe = format!("{} {} {:?} | {:?}", line.relation, line.kind, line.left.quote, line.right.quote);
        let met = match &line.group {
            Some(group) => {
                expected.iter().filter(|other| other.group.as_ref() == Some(group)).any(|other| is_met(report, other))
            }
            None => is_met(report, line),
        };
        match (&line.pending, met) {
            (Some(why), true) => problems.push(format!("no longer pending ({why}): {describe}")),
            (None, false) if !line.optional => problems.push(format!("not found: {describe}")),
            _ => {}
        }
    }
    problems.extend(unlisted(report, expected));
    problems
}

fn unlisted(report: &Report, expected: &[Expectation]) -> Vec<String> {
    let is_alarm = |relation| matches!(relation, Relation::Conflict | Relation::Update | Relation::Missed);
    let mut problems = Vec::new();
    for finding in report.findings.iter().filter(|finding| is_alarm(finding.relation)) {
        let is_listed = expected.iter().any(|line| {
            let straight = is_at(report, &finding.left, &line.left) && is_at(report, &finding.right, &line.right);
            let crossed = is_at(report, &finding.left, &line.right) && is_at(report, &finding.right, &line.left);
            finding.relation.name() == line.relation && (straight || crossed)
        });
        if !is_listed {
            let text = |evidence: &Evidence| evidence.span.of(&report.articles[evidence.article].text).to_owned();
            let (left, right) = (text(&finding.left), text(&finding.right));
            problems.push(format!("false {} {}: {left:?} | {right:?}", finding.relation.name(), finding.kind));
        }
    }
    problems
}

/// Whether the evidence lies in the article and overlaps the quote.
fn is_at(report: &Report, evidence: &Evidence, side: &Side) -> bool {
    let article = &report.articles[evidence.article];
    let stem = Path::new(&article.path).file_stem().unwrap().to_str().unwrap();
    let place = article.text.find(&side.quote).map(|at| Span::new(at, at + side.quote.len()));
    stem == side.article && place.is_some_and(|place| place.overlaps(evidence.span))
}
