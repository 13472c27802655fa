//! A report made by hand, for the tests of what is printed.

use std::collections::HashMap;

use claimdiff::Report;
use claimdiff::article::{self, Article, PublishedFrom};
use claimdiff::claim::{Claim, Event, Modality, Phase, Polarity};
use claimdiff::report::{SettledBy, Summary, Suppression, Warning, ids};
use claimdiff::span::Span;
use claimdiff::time::{Anchor, AnchorSource, Granularity, Interval, Modifier, Timex, TimexClass};
use claimdiff::verdict::{Evidence, Finding, Relation};
use jiff::civil::{Date, date};

const LEFT: &str = "---
title: Riverside bridge opens
source: Valley Courier
published: 2025-03-05
---

The council must answer the ferry company by the end of the week, Alida Renz said on Wednesday. The new bridge
opened on Monday, March 3, after two years of work. About 1,200 people walked across it. 桥于三月三日开通 is painted in
white on its first pillar.
";

const RIGHT: &str = concat!(
    r#"{"id":"x7","source":"Harbour News","title":"Ferries wait","text":"#,
    r#""The council has until March 30 to answer the ferry company, it said.\n\n"#,
    r#"The bridge opened on March 3. Some 3,000 people walked across it. It closes again on Friday, March 13.\n\n"#,
    r#"The toll for lorries is \u001b[31mfive\u001b[0m euros."}"#
);

/// Two articles with findings of several severities between them and within one.
pub(crate) fn report() -> Report {
    let articles =
        vec![only(article::parse("left.md", LEFT.as_bytes())), only(article::parse("day.jsonl", RIGHT.as_bytes()))];
    let findings = findings(&articles);
    let mut report = Report {
        anchors: vec![Some(published()), None],
        timexes: vec![left_timexes(&articles[0]), right_timexes(&articles[1])],
        claims: claims(&articles),
        findings,
        suppressions: HashMap::new(),
        summary: Summary { articles: 2, sentences: 9, sentences_without_claim: 1, claims: 8, pairs_compared: 4 },
        near_misses: Vec::new(),
        skipped: vec!["broken.md".to_owned()],
        warnings: vec![Warning { path: "broken.md".to_owned(), line: Some(3), message: "no such day".to_owned() }],
        articles,
    };
    report.sort();
    report.suppressions = suppressions(&report);
    report
}

/// The settled one of the findings: it says so in its reason.
fn suppressions(report: &Report) -> HashMap<String, Suppression> {
    let by_id = ids(report).into_iter().zip(&report.findings);
    by_id
        .filter(|(_, finding)| finding.why.starts_with("Opening is not closing"))
        .map(|(id, _)| (id, Suppression { by: SettledBy::Decision, reason: Some("two events".to_owned()) }))
        .collect()
}

fn only(parsed: Result<Vec<article::Parsed>, article::ArticleError>) -> Article {
    parsed.expect("the file is good").remove(0).expect("the article is good")
}

fn published() -> Anchor {
    Anchor { day: date(2025, 3, 5), from: AnchorSource::Published(PublishedFrom::FrontMatter) }
}

fn span(article: &Article, words: &str) -> Span {
    let start = article.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {}", article.path));
    Span::new(start, start + words.len())
}

/// The sentence around the words: from one full stop to the next.
fn sentence(article: &Article, words: &str) -> Span {
    let at = span(article, words);
    let body = article.text.find("The council").expect("both articles begin so");
    let before = &article.text[body..at.start];
    let stop = [". ", ".\n"].iter().filter_map(|stop| before.rfind(stop)).max();
    let start = stop.map_or(body, |stop| body + stop + 2);
    let end = article.text[at.end..].find('.').map_or(article.text.len(), |stop| at.end + stop + 1);
    let blank = article.text[start..end].len() - article.text[start..end].trim_start().len();
    Span::new(start + blank, end)
}

fn evidence(articles: &[Article], number: usize, words: &str, value: &str, said_by: Option<&str>) -> Evidence {
    Evidence {
        article: number,
        span: span(&articles[number], words),
        sentence: sentence(&articles[number], words),
        value: value.to_owned(),
        said_by: said_by.map(str::to_owned),
    }
}

fn findings(articles: &[Article]) -> Vec<Finding> {
    let side = |number, words, value| evidence(articles, number, words, value, None);
    let finding = |relation, kind, confidence, left, right, why: &str| Finding {
        relation,
        kind,
        confidence,
        measured_on: None,
        left,
        right,
        why: why.to_owned(),
    };
    vec![
        finding(
            Relation::Conflict,
            "deadline",
            0.97,
            evidence(articles, 0, "by the end of the week", "until 2025-03-09", Some("Alida Renz")),
            side(1, "until March 30", "until 2025-03-30"),
            "The answer is due until 2025-03-09 (the week of 2025-03-05, when the article was published), but until \
             2025-03-30 in the other.",
        ),
        finding(
            Relation::Agree,
            "date",
            0.95,
            side(0, "on Monday, March 3", "2025-03-03"),
            side(1, "on March 3", "2025-03-03"),
            "Both say that the bridge opened on 2025-03-03.",
        ),
        finding(
            Relation::Conflict,
            "quantity",
            0.6,
            side(0, "About 1,200 people", "about 1200 people"),
            side(1, "Some 3,000 people", "about 3000 people"),
            "About 1200 people are not about 3000 people.",
        ),
        finding(
            Relation::Conflict,
            "place",
            0.3,
            side(0, "across it", "the bridge"),
            side(1, "across it", "the river"),
            "The bridge is not the river.",
        ),
        finding(
            Relation::Conflict,
            "date",
            0.99,
            side(1, "Friday", "a Friday"),
            side(1, "March 13", "2025-03-13"),
            "2025-03-13 is a Thursday, not a Friday.",
        ),
        finding(
            Relation::Conflict,
            "date",
            0.92,
            side(0, "opened on Monday, March 3", "2025-03-03"),
            side(1, "closes again on Friday, March 13", "2025-03-13"),
            "Opening is not closing.",
        ),
    ]
}

fn claims(articles: &[Article]) -> Vec<Claim> {
    let claim = |number: usize, words| Claim {
        article: number,
        span: span(&articles[number], words),
        sentence: sentence(&articles[number], words),
        event: Event {
            span: span(&articles[number], words),
            lemma: "open".to_owned(),
            concept: "open".to_owned(),
            known: true,
            phase: Phase::Whole,
            which: Vec::new(),
            is_noun: false,
            is_definite: false,
            is_speech: false,
        },
        participants: Vec::new(),
        places: Vec::new(),
        time: None,
        clock: None,
        about: None,
        recurs: None,
        deadline: None,
        duration: None,
        lead: None,
        quantities: Vec::new(),
        tally: None,
        nth: None,
        versions: Vec::new(),
        item: Vec::new(),
        polarity: Polarity::Positive,
        denies_all: false,
        is_so_far: false,
        joined: Vec::new(),
        is_revision: false,
        modality: Modality::Happened,
        attribution: None,
        inherited: false,
        is_of_somebody: false,
        told: None,
    };
    vec![
        claim(1, "The toll for lorries is \u{1b}[31mfive\u{1b}[0m euros"),
        claim(1, "The bridge opened on March 3"),
        claim(0, "The council must answer the ferry company by the end of the week"),
        claim(0, "桥于三月三日开通 is painted in\nwhite on its first pillar"),
    ]
}

fn timex(article: &Article, words: &str, class: TimexClass, value: &str, interval: Option<Interval>) -> Timex {
    Timex {
        span: span(article, words),
        tokens: 0..0,
        class,
        value: value.to_owned(),
        modifier: None,
        bound: None,
        interval,
        granularity: Granularity::Day,
        anchor: None,
        offset: None,
        alternatives: Vec::new(),
        fault: None,
    }
}

fn left_timexes(article: &Article) -> Vec<Timex> {
    let until = |day: Date| Some(Interval::open(None, Some(day)));
    vec![
        Timex {
            anchor: Some(published()),
            modifier: Some(Modifier::End),
            ..timex(article, "the end of the week", TimexClass::Date, "2025-W10", until(date(2025, 3, 9)))
        },
        Timex {
            anchor: Some(published()),
            ..timex(article, "Wednesday", TimexClass::Date, "2025-03-05", Some(Interval::day(date(2025, 3, 5))))
        },
        timex(article, "two years", TimexClass::Duration, "P2Y", None),
        timex(article, "桥于三月三日", TimexClass::Date, "2025-03-03", Some(Interval::day(date(2025, 3, 3)))),
    ]
}

fn right_timexes(article: &Article) -> Vec<Timex> {
    vec![timex(article, "Friday", TimexClass::Date, "XXXX-WXX-5", None)]
}
