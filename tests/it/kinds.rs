//! The examples that explain a kind, run.

use claimdiff::article::{self, Article};
use claimdiff::report::{View, shown};
use claimdiff::verdict::{kind_doc, kind_names};
use claimdiff::{Config, compare};

/// The articles of the example below a line of the kind's text, each "YYYY-MM-DD: what it says".
fn articles(doc: &str, heading: &str) -> Vec<Article> {
    let (_, after) = doc.split_once(&format!("{heading}\n\n```text\n")).expect("the text has such an example");
    let (example, _) = after.split_once("```").expect("the example ends");
    let articles = example.lines().enumerate().map(|(number, line)| {
        let (day, text) = line.split_once(": ").expect("an article has its day");
        let file = format!("---\npublished: {day}\n---\n\n{text}\n");
        let parsed = article::parse(&format!("{number}.md"), file.as_bytes()).expect("the file is good");
        parsed.into_iter().next().expect("the file holds an article").expect("the article is good")
    });
    articles.collect()
}

/// The kinds of what `check` reports of the example.
fn found(kind: &str, heading: &str) -> Vec<&'static str> {
    let doc = kind_doc(kind).expect("every kind is explained");
    let report = compare(articles(doc, heading), &Config::default());
    shown(&report, &View::default()).iter().map(|shown| shown.finding.kind).collect()
}

#[test]
fn the_example_that_fires_does_so() {
    for kind in kind_names() {
        assert!(found(kind, "Fires:").contains(&kind), "{kind}");
    }
}

#[test]
fn the_example_that_stays_silent_does_so() {
    for kind in kind_names() {
        assert_eq!(found(kind, "Stays silent:"), Vec::<&str>::new(), "{kind}");
    }
}

#[test]
fn what_is_no_kind_is_not_explained() {
    assert_eq!(kind_doc("quarrel"), None);
}
