//! The objects of JSON output, as other programs rely on them.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::names::{anchor_source, modifier, timex_class};
use super::{Report, Shown, Warning};
use crate::article::{Article, Place, Places};
use crate::claim::Claim;
use crate::span::Span;
use crate::time::{Anchor, Timex};
use crate::verdict::Evidence;

/// The version of the output's shape.
pub(super) const VERSION: u32 = 1;

/// Who wrote the output.
#[derive(Serialize)]
pub(super) struct ToolRecord {
    name: &'static str,
    version: &'static str,
}

/// This program.
pub(super) const TOOL: ToolRecord = ToolRecord { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

/// What was read and compared.
#[derive(Serialize)]
pub(super) struct SummaryRecord<'a> {
    articles: usize,
    sentences: usize,
    sentences_without_claim: usize,
    claims: usize,
    pairs_compared: usize,
    skipped: &'a [String],
}

impl<'a> SummaryRecord<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let summary = report.summary;
        Self {
            articles: summary.articles,
            sentences: summary.sentences,
            sentences_without_claim: summary.sentences_without_claim,
            claims: summary.claims,
            pairs_compared: summary.pairs_compared,
            skipped: &report.skipped,
        }
    }
}

/// An article and its date.
#[derive(Serialize)]
pub(super) struct ArticleRecord<'a> {
    path: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    published: Option<String>,
    anchor: Option<AnchorRecord>,
}

impl<'a> ArticleRecord<'a> {
    pub(super) fn of(article: &'a Article, anchor: Option<Anchor>) -> Self {
        Self {
            path: &article.path,
            title: article.title.as_deref(),
            source: article.source.as_deref(),
            published: article.published.map(|published| published.day.to_string()),
            anchor: anchor.map(AnchorRecord::of),
        }
    }

    pub(super) fn all(report: &'a Report) -> Vec<Self> {
        let anchors = report.anchors.iter().copied().chain(std::iter::repeat(None));
        report.articles.iter().zip(anchors).map(|(article, anchor)| Self::of(article, anchor)).collect()
    }
}

/// A day that others are counted from.
#[derive(Serialize)]
struct AnchorRecord {
    day: String,
    from: &'static str,
}

impl AnchorRecord {
    fn of(anchor: Anchor) -> Self {
        Self { day: anchor.day.to_string(), from: anchor_source(anchor.from) }
    }
}

/// Bytes of a file.
#[derive(Serialize)]
struct SpanRecord {
    start: usize,
    end: usize,
}

impl SpanRecord {
    fn of(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A finding.
#[derive(Serialize)]
pub(super) struct FindingRecord<'a> {
    id: &'a str,
    group: &'a str,
    relation: &'static str,
    kind: &'static str,
    severity: &'static str,
    confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured_on: Option<&'a str>,
    left: SideRecord<'a>,
    right: SideRecord<'a>,
    why: &'a str,
}

impl<'a> FindingRecord<'a> {
    pub(super) fn of(report: &'a Report, places: &[Places<'a>], shown: &'a Shown<'_>) -> Self {
        let finding = shown.finding;
        Self {
            id: &shown.id,
            group: &shown.group,
            relation: finding.relation.name(),
            kind: finding.kind,
            severity: shown.severity.name(),
            confidence: rounded(finding.confidence),
            measured_on: finding.measured_on.as_deref(),
            left: SideRecord::of(report, places, &finding.left),
            right: SideRecord::of(report, places, &finding.right),
            why: &finding.why,
        }
    }
}

/// A confidence with the digits that mean something.
pub fn rounded(confidence: f64) -> f64 {
    (confidence * 1e4).round() / 1e4
}

/// One side of a finding.
#[derive(Serialize)]
struct SideRecord<'a> {
    path: &'a str,
    span: SpanRecord,
    line: usize,
    column: usize,
    text: &'a str,
    value: &'a str,
    said_by: Option<&'a str>,
}

impl<'a> SideRecord<'a> {
    fn of(report: &'a Report, places: &[Places<'a>], evidence: &'a Evidence) -> Self {
        let place = places[evidence.article].place(evidence.span);
        Self {
            path: &report.articles[evidence.article].path,
            span: SpanRecord::of(place.span),
            line: place.line,
            column: place.column,
            text: place.text,
            value: &evidence.value,
            said_by: evidence.said_by.as_deref(),
        }
    }
}

/// Something the reader should know.
#[derive(Serialize)]
pub(super) struct WarningRecord<'a> {
    path: &'a str,
    line: Option<usize>,
    message: &'a str,
}

impl<'a> WarningRecord<'a> {
    pub(super) fn of(warning: &'a Warning) -> Self {
        Self { path: &warning.path, line: warning.line, message: &warning.message }
    }

    pub(super) fn all(report: &'a Report) -> Vec<Self> {
        report.warnings.iter().map(Self::of).collect()
    }
}

/// A temporal expression with its place in a file.
#[derive(Serialize)]
pub(super) struct PlacedTimexRecord<'a> {
    path: &'a str,
    span: SpanRecord,
    line: usize,
    column: usize,
    text: &'a str,
    #[serde(flatten)]
    timex: TimexRecord<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<AnchorRecord>,
}

impl<'a> PlacedTimexRecord<'a> {
    /// All expressions of all articles.
    pub(super) fn all(report: &'a Report) -> Vec<Self> {
        let articles = report.articles.iter().zip(&report.timexes);
        articles
            .flat_map(|(article, timexes)| {
                let places = Places::of(article);
                let placed: Vec<Self> =
                    timexes.iter().map(|timex| Self::of(article, places.place(timex.span), timex)).collect();
                placed
            })
            .collect()
    }

    fn of(article: &'a Article, place: Place<'a>, timex: &'a Timex) -> Self {
        Self {
            path: &article.path,
            span: SpanRecord::of(place.span),
            line: place.line,
            column: place.column,
            text: place.text,
            timex: TimexRecord::of(timex),
            anchor: timex.anchor.map(AnchorRecord::of),
        }
    }
}

/// What a temporal expression denotes: type, value, mod, first and last day.
#[derive(Serialize)]
pub struct TimexRecord<'a> {
    r#type: &'static str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#mod: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

impl<'a> TimexRecord<'a> {
    /// The record of an expression: "by Friday" has no `from`.
    pub fn of(timex: &'a Timex) -> Self {
        let interval = timex.interval.as_ref();
        Self {
            r#type: timex_class(timex.class),
            value: &timex.value,
            r#mod: timex.modifier.map(modifier),
            from: interval.and_then(|interval| interval.start).map(|day| day.to_string()),
            to: interval.and_then(|interval| interval.last()).map(|day| day.to_string()),
        }
    }
}

/// A claim: its place, its words, and the slots that it has. A slot that it has more than once is a list.
pub struct ClaimRecord<'a> {
    path: Option<&'a str>,
    place: Place<'a>,
    slots: Vec<(&'static str, String)>,
}

impl<'a> ClaimRecord<'a> {
    /// All claims of all articles, with their paths where `with_path` says so.
    pub fn all(report: &'a Report, with_path: bool) -> Vec<Self> {
        let places: Vec<Places<'a>> = report.articles.iter().map(Places::of).collect();
        report.claims.iter().map(|claim| Self::of(report, &places, claim, with_path)).collect()
    }

    fn of(report: &'a Report, places: &[Places<'a>], claim: &Claim, with_path: bool) -> Self {
        let article = &report.articles[claim.article];
        Self {
            path: with_path.then_some(article.path.as_str()),
            place: places[claim.article].place(claim.span),
            slots: claim.slots(),
        }
    }
}

impl Serialize for ClaimRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(path) = self.path {
            map.serialize_entry("path", path)?;
        }
        map.serialize_entry("span", &SpanRecord::of(self.place.span))?;
        map.serialize_entry("line", &self.place.line)?;
        map.serialize_entry("column", &self.place.column)?;
        map.serialize_entry("text", self.place.text)?;
        for (index, (name, value)) in self.slots.iter().enumerate() {
            let is_name = |slot: &&(&'static str, String)| slot.0 == *name;
            if self.slots[..index].iter().any(|slot| is_name(&slot)) {
                continue;
            }
            let values: Vec<&str> = self.slots.iter().filter(is_name).map(|(_, value)| value.as_str()).collect();
            match values.len() {
                1 => map.serialize_entry(name, value)?,
                _ => map.serialize_entry(name, &values)?,
            }
        }
        map.end()
    }
}
