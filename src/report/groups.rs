//! Findings -> entries: one for each disagreement, however many places it is found in.

use std::collections::{HashMap, HashSet};

use super::Shown;
use crate::verdict::Evidence;

/// One disagreement.
pub(super) struct Entry<'a> {
    /// The finding that speaks for it: the weightiest, the first of equals.
    pub(super) first: &'a Shown<'a>,
    /// All its findings, in their order.
    pub(super) findings: Vec<&'a Shown<'a>>,
}

impl<'a> Entry<'a> {
    /// The places of the other findings that the first one has not, each once.
    pub(super) fn further_places(&self) -> Vec<&'a Evidence> {
        let place = |side: &Evidence| (side.article, side.span);
        let first = self.first.finding;
        let mut seen = HashSet::from([place(&first.left), place(&first.right)]);
        let sides = self.findings.iter().flat_map(|shown| [&shown.finding.left, &shown.finding.right]);
        sides.filter(|side| seen.insert(place(side))).collect()
    }

    /// The ids of all its findings: "3d21b8ab7e59dbd2, a77c0ebf6e3646bd".
    pub(super) fn ids(&self) -> String {
        self.findings.iter().map(|shown| shown.id.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// One entry for each group, in the order of its first finding.
pub(super) fn entries<'a>(findings: &'a [Shown<'a>]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for shown in findings {
        let number = *numbers.entry(&shown.group).or_insert(entries.len());
        match entries.get_mut(number) {
            Some(entry) => {
                entry.findings.push(shown);
                if shown.severity > entry.first.severity {
                    entry.first = shown;
                }
            }
            None => entries.push(Entry { first: shown, findings: vec![shown] }),
        }
    }
    entries
}

/// Three articles of which the last contradicts the others: two findings, one disagreement.
#[cfg(test)]
pub(super) mod sample {
    use crate::article::from_text;
    use crate::report::{Report, Severity, Shown};
    use crate::span::Span;
    use crate::verdict::{Evidence, Finding, Relation};

    const TEXTS: [&str; 3] =
        ["The bridge opened on March 3.", "On March 3 the bridge opened.", "The bridge opened on March 5."];

    pub(in crate::report) fn report() -> Report {
        let articles = TEXTS.iter().zip(["a.txt", "b.txt", "c.txt"]).map(|(text, path)| {
            let mut article = from_text(path, (*text).to_owned());
            article.path = path.to_owned();
            article
        });
        Report { articles: articles.collect(), findings: vec![finding(0), finding(1)], ..Report::default() }
    }

    pub(in crate::report) fn shown(report: &Report) -> Vec<Shown<'_>> {
        let severities = [Severity::Warning, Severity::Error];
        let numbered = report.findings.iter().zip(severities).enumerate();
        let shown = numbered.map(|(number, (finding, severity))| Shown {
            finding,
            id: format!("{number}{number}"),
            group: "00".to_owned(),
            severity,
            suppression: None,
        });
        shown.collect()
    }

    fn finding(left: usize) -> Finding {
        Finding {
            relation: Relation::Conflict,
            kind: "date",
            confidence: 0.9,
            measured_on: None,
            left: evidence(left, "2025-03-03"),
            right: evidence(2, "2025-03-05"),
            why: "One opening, two days.".to_owned(),
        }
    }

    fn evidence(article: usize, value: &str) -> Evidence {
        let text = TEXTS[article];
        let start = text.find("March").unwrap();
        Evidence {
            article,
            span: Span::new(start, start + "March 3".len()),
            sentence: Span::new(0, text.len()),
            value: value.to_owned(),
            said_by: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_finding_speaks_for_its_group() {
        let report = sample::report();
        let mut shown = sample::shown(&report);
        let grouped = entries(&shown);
        assert_eq!((grouped.len(), grouped[0].first.id.as_str(), grouped[0].ids().as_str()), (1, "11", "00, 11"));
        let further: Vec<usize> = grouped[0].further_places().iter().map(|place| place.article).collect();
        assert_eq!(further, [0]);
        shown[1].group = "11".to_owned();
        let apart = entries(&shown);
        assert_eq!((apart.len(), apart[0].further_places().len()), (2, 0));
    }
}
