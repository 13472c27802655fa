//! The five sample articles: what agrees, refines and contradicts in them, and on which days.

#![allow(clippy::unwrap_used, reason = "a test may end where its own files are not as they should be")]

use std::path::Path;

use crate::expectations::{problems, read_lines, report_on};
use serde::Deserialize;

/// One line of `times.jsonl`: the words around an expression and its first and last day.
#[derive(Deserialize)]
struct Expression {
    article: String,
    quote: String,
    from: Option<String>,
    to: Option<String>,
    /// Set where a number of the quote is no date.
    none: Option<String>,
    #[serde(default)]
    optional: bool,
    pending: Option<String>,
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[test]
fn relations_are_those_that_a_reader_finds() {
    let report = report_on(&folder("seeds"), "txt");
    let wrong = problems(&report, &read_lines(&folder("tests/it/seeds/relations.jsonl")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn expressions_lie_on_the_days_that_a_reader_finds() {
    let report = report_on(&folder("seeds"), "txt");
    let lines = std::fs::read_to_string(folder("tests/it/seeds/times.jsonl")).unwrap();
    let mut wrong = Vec::new();
    for line in lines.lines() {
        let expected: Expression = serde_json::from_str(line).unwrap();
        let number = report.articles.iter().position(|article| article.path.starts_with(&expected.article)).unwrap();
        let start = report.articles[number].text.find(&expected.quote).unwrap();
        let place = claimdiff::span::Span::new(start, start + expected.quote.len());
        let mut here = report.timexes[number].iter().filter(|timex| timex.span.overlaps(place));
        let is_right = match &expected.none {
            Some(year) => !here.any(|timex| timex.value.starts_with(year.as_str())),
            None => here.any(|timex| is_on(timex, &expected)),
        };
        match (&expected.pending, is_right) {
            (Some(why), true) => wrong.push(format!("no longer pending ({why}): {line}")),
            (None, false) if !expected.optional => wrong.push(format!("not on these days: {line}")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn is_on(timex: &claimdiff::time::Timex, expected: &Expression) -> bool {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let Some(interval) = timex.interval else { return false };
    let meets = |expected: &Option<String>, found: Option<String>| expected.is_none() || *expected == found;
    meets(&expected.from, day(interval.start)) && meets(&expected.to, day(interval.last()))
}
