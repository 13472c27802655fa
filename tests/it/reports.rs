//! What each format prints of one report, whole.

use claimdiff::report::{FORMATS, Subject, Verdict, View};
use claimdiff::verdict::Relation;

use crate::{expected, sample};

const SUBJECTS: &[(Subject, &str)] = &[
    (Subject::Findings, "check"),
    (Subject::Comparison, "compare"),
    (Subject::Claims, "claims"),
    (Subject::Times, "times"),
];

fn rendered(format: &str, subject: Subject, view: &View) -> String {
    let format = FORMATS.iter().find(|known| known.name() == format).expect("the format is known");
    let mut out = Vec::new();
    format.render(subject, &sample::report(), view, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("the output is UTF-8")
}

fn all(width: usize, color: bool) -> View {
    View { relations: Relation::ALL.to_vec(), width, color, ..View::default() }
}

#[test]
fn every_format_prints_what_it_has() {
    for format in FORMATS {
        for (subject, name) in SUBJECTS.iter().filter(|(subject, _)| format.has(*subject)) {
            let view = if *subject == Subject::Comparison { all(100, false) } else { View::default() };
            let printed = rendered(format.name(), *subject, &view);
            // A page is its data and the parts that `tests/browser` opens.
            let printed = if format.name() == "html" { data_of(&printed) } else { printed };
            expected::check(&format!("{name}.{}", format.name()), &printed);
        }
    }
}

/// The data of a page, a line for each of its parts.
fn data_of(page: &str) -> String {
    let (_, data) = page.split_once("id=\"data\">").expect("the page has data");
    let (data, _) = data.split_once("</script>").expect("the data ends");
    let data: serde_json::Value = serde_json::from_str(data).expect("the data is JSON");
    serde_json::to_string_pretty(&data).expect("JSON can be written") + "\n"
}

#[test]
fn narrow_and_wide_pages_are_laid_out() {
    expected::check("compare-narrow.side-by-side", &rendered("side-by-side", Subject::Comparison, &all(60, false)));
    expected::check("compare-wide.side-by-side", &rendered("side-by-side", Subject::Comparison, &all(160, false)));
    expected::check("check-narrow.text", &rendered("text", Subject::Findings, &all(50, false)));
}

#[test]
fn no_line_is_wider_than_the_page() {
    for width in [View::NARROWEST, 61, 80, 200] {
        for line in rendered("side-by-side", Subject::Comparison, &all(width, false)).lines() {
            let columns: usize =
                line.chars().map(|character| if ('一'..='鿿').contains(&character) { 2 } else { 1 }).sum();
            assert!(columns <= width, "{columns} columns on a page of {width}: {line}");
        }
    }
}

#[test]
fn colours_are_orders_of_our_own_only() {
    for (format, subject, has_orders) in [
        ("text", Subject::Findings, false),
        ("text", Subject::Claims, true),
        ("side-by-side", Subject::Comparison, true),
    ] {
        let colored = rendered(format, subject, &all(100, true));
        assert_eq!(colored.contains("\\u{1b}[31mfive\\u{1b}[0m"), has_orders, "the text's own orders are written out");
        let orders: Vec<&str> = colored.split('\u{1b}').skip(1).collect();
        assert!(!orders.is_empty());
        for order in orders {
            let parameters = order.strip_prefix('[').and_then(|rest| rest.split_once('m')).expect("a style");
            assert!(parameters.0.chars().all(|character| character.is_ascii_digit() || character == ';'));
        }
    }
    expected::check(
        "compare-color.side-by-side",
        &visible(&rendered("side-by-side", Subject::Comparison, &all(100, true))),
    );
    expected::check("check-color.text", &visible(&rendered("text", Subject::Findings, &all(100, true))));
}

/// The styles written as `<1;31>`, so that a reader sees them in any editor.
fn visible(colored: &str) -> String {
    let mut shown = String::new();
    for (index, part) in colored.split("\u{1b}[").enumerate() {
        match part.split_once('m') {
            Some((style, rest)) if index > 0 => shown += &format!("<{style}>{rest}"),
            _ => shown += part,
        }
    }
    shown
}

#[test]
fn an_empty_report_says_that_nothing_was_compared() {
    let mut out = Vec::new();
    FORMATS[0].render(Subject::Findings, &claimdiff::Report::default(), &View::default(), &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "0 errors, 0 warnings, 0 notes\n0 articles, 0 sentences (0 without a claim), 0 claims, 0 pairs compared\n"
    );
}

/// The sample with its first conflict told so many times.
fn repeated(times: usize, format: &str) -> String {
    let mut report = sample::report();
    // Findings of one passage would be one entry, so each has an article of its own.
    let (finding, article) = (report.findings[0].clone(), report.articles[report.findings[0].left.article].clone());
    report.articles = vec![article; times];
    let of_article = |number: usize| {
        let mut finding = finding.clone();
        (finding.left.article, finding.right.article) = (number, number);
        finding
    };
    report.findings = (0..times).map(of_article).collect();
    let format = FORMATS.iter().find(|known| known.name() == format).expect("the format is known");
    let mut out = Vec::new();
    format.render(Subject::Findings, &report, &View::default(), &mut out).expect("memory takes all");
    String::from_utf8(out).expect("the output is UTF-8")
}

#[test]
fn annotations_are_ten_at_most_and_the_rest_is_counted() {
    assert!(repeated(10, "github").lines().all(|line| line.starts_with("::error ")));
    let many = repeated(12, "github");
    let (last, others) = many.lines().collect::<Vec<_>>().split_last().map(|(last, rest)| (*last, rest.len())).unwrap();
    assert_eq!((others, last), (10, "::notice title=claimdiff::2 more not shown here: claimdiff check shows all"));
}

#[test]
fn a_comment_is_no_longer_than_github_allows() {
    let comment = repeated(500, "markdown");
    let told = comment.matches("<details>").count();
    assert!(comment.len() < 65_536 && told > 100, "{told} in {} bytes", comment.len());
    let rest = format!("{} more not shown here: `claimdiff check` shows all.", 500 - told);
    assert!(comment.lines().any(|line| line == rest));
}

#[test]
fn ids_do_not_depend_on_places_lines_or_sides() {
    let report = sample::report();
    let ids = claimdiff::report::ids(&report);
    let mut moved = report.clone();
    for article in &mut moved.articles {
        article.text = format!("\n\n{}", article.text.replace(' ', "\n"));
    }
    for finding in &mut moved.findings {
        for side in [&mut finding.left, &mut finding.right] {
            side.span = side.span.shifted(2);
            side.sentence = side.sentence.shifted(2);
        }
        std::mem::swap(&mut finding.left, &mut finding.right);
    }
    assert_eq!(claimdiff::report::ids(&moved), ids);
    let mut doubled = report.clone();
    doubled.findings.extend(report.findings.clone());
    let twice: Vec<String> = ids.iter().cloned().chain(ids.iter().map(|id| format!("{id}-2"))).collect();
    assert_eq!(claimdiff::report::ids(&doubled), twice);
}

#[test]
fn the_label_of_two_texts_is_that_of_the_findings_between_them() {
    let check = |kept: &[&str], threshold, label, score, kind: Option<&str>| {
        let mut report = sample::report();
        report.findings.retain(|finding| kept.contains(&finding.why.split(' ').next().unwrap()));
        let verdict = Verdict::of(&report, threshold);
        assert_eq!(
            (verdict.label.name(), verdict.score, verdict.finding.map(|finding| finding.kind)),
            (label, score, kind),
            "{kept:?}"
        );
    };
    check(&["The", "Both", "About"], 0.9, "contradiction", 0.97, Some("deadline"));
    check(&["Both", "About"], 0.9, "neutral", 0.6, Some("quantity"));
    check(&["Both", "About"], 0.5, "contradiction", 0.6, Some("quantity"));
    check(&["Both"], 0.9, "agreement", 0.0, Some("date"));
    check(&["2025-03-13"], 0.9, "neutral", 0.0, None);
    check(&[], 0.9, "neutral", 0.0, None);
}
