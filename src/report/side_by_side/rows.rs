//! Findings -> rows: one for each pair of sentences, however many findings it has.

use std::collections::{HashMap, HashSet};

use crate::report::excerpt::Excerpt;
use crate::report::text::value;
use crate::report::{Report, Shown, differing};
use crate::span::Span;
use crate::verdict::{Evidence, Finding, Relation};

/// One pair of sentences and all that was found of it.
pub(super) struct Row<'a> {
    /// At least one; all have the first one's sentences.
    pub(super) findings: Vec<&'a Shown<'a>>,
}

type Side = (usize, Span);

impl<'a> Row<'a> {
    /// Whether any of the findings tells of a difference.
    pub(super) fn differs(&self) -> bool {
        let is_difference = |relation| {
            matches!(relation, Relation::Conflict | Relation::Update | Relation::Missed | Relation::Disputed)
        };
        self.findings.iter().any(|shown| is_difference(shown.finding.relation))
    }

    /// Left and right of the first finding, the lower article always left.
    pub(super) fn sides(&self) -> (&'a Evidence, &'a Evidence) {
        ordered(self.findings[0].finding)
    }

    /// The two sentences with the words of all values marked, and those that differ.
    pub(super) fn excerpts(&self, report: &Report) -> (Excerpt, Excerpt) {
        let side = |of: fn(&'a Finding) -> &'a Evidence| {
            let first = of(self.findings[0].finding);
            let values: Vec<Span> = self.findings.iter().map(|shown| of(shown.finding).span).collect();
            Excerpt::of(&report.articles[first.article].text, first.sentence, &values)
        };
        let (mut left, mut right) = (side(|finding| ordered(finding).0), side(|finding| ordered(finding).1));
        differing::mark(&mut left, &mut right);
        (left, right)
    }

    /// The values of both sides, each pair once.
    pub(super) fn values(&self) -> Vec<(String, String)> {
        let values = self.findings.iter().map(|shown| ordered(shown.finding));
        without_doubles(values.map(|(left, right)| (value(left), value(right))))
    }

    /// The reasons, each once.
    pub(super) fn reasons(&self) -> Vec<&'a str> {
        without_doubles(self.findings.iter().map(|shown| shown.finding.why.as_str()))
    }
}

/// The sides of a finding, the lower article on the left: in two columns an article keeps its column.
fn ordered(finding: &Finding) -> (&Evidence, &Evidence) {
    match finding.left.article <= finding.right.article {
        true => (&finding.left, &finding.right),
        false => (&finding.right, &finding.left),
    }
}

fn without_doubles<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

/// One row for each pair of sentences, in the order of its first finding.
pub(super) fn paired<'a>(findings: &'a [Shown<'a>]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut numbers: HashMap<(Side, Side), usize> = HashMap::new();
    for shown in findings {
        let (left, right) = ordered(shown.finding);
        let pair = ((left.article, left.sentence), (right.article, right.sentence));
        let number = *numbers.entry(pair).or_insert(rows.len());
        match rows.get_mut(number) {
            Some(row) => row.findings.push(shown),
            None => rows.push(Row { findings: vec![shown] }),
        }
    }
    rows
}

/// The sentences of an article that claims are drawn from and that no finding between two articles touches, in order
/// of place.
pub(super) fn alone(report: &Report, article: usize) -> Vec<Span> {
    let between = report.findings.iter().filter(|finding| finding.left.article != finding.right.article);
    let sides = between.flat_map(|finding| [&finding.left, &finding.right]);
    let shared: HashSet<Span> =
        sides.filter(|evidence| evidence.article == article).map(|evidence| evidence.sentence).collect();
    let claims = report.claims_of(article).iter();
    let mut sentences: Vec<Span> =
        claims.map(|claim| claim.sentence).filter(|sentence| !shared.contains(sentence)).collect();
    sentences.sort();
    sentences.dedup();
    sentences
}
