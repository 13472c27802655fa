//! What the page draws.

use serde::Serialize;

use crate::article::Places;
use crate::ledger::{Event, Promise};
use crate::report::names::title;
use crate::report::record::TOOL;
use crate::report::text::{found, read};
use crate::report::timeline::events;
use crate::report::{Report, Shown, Subject, View, promises, rounded, with_settled};
use crate::span::Span;
use crate::verdict::Evidence;

/// All that the page draws; articles are named by number.
#[derive(Serialize)]
pub(super) struct Data<'a> {
    tool: crate::report::record::ToolRecord,
    /// Which tab is open first: findings, articles, timeline, promises, claims.
    first: &'static str,
    found: String,
    read: String,
    articles: Vec<ArticleData<'a>>,
    findings: Vec<FindingData<'a>>,
    events: Vec<EventData>,
    promises: Vec<PromiseData>,
    as_of: Option<String>,
    claims: Vec<ClaimData>,
}

#[derive(Serialize)]
struct ArticleData<'a> {
    path: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    day: Option<String>,
    text: &'a str,
}

#[derive(Serialize)]
struct FindingData<'a> {
    id: String,
    title: String,
    relation: &'static str,
    kind: &'static str,
    severity: &'static str,
    confidence: f64,
    left: SideData<'a>,
    right: SideData<'a>,
    why: &'a str,
    /// Why it is settled, where it is.
    settled: Option<String>,
}

#[derive(Serialize)]
struct SideData<'a> {
    article: usize,
    line: usize,
    /// The words that carry the value, then their sentence.
    span: [usize; 2],
    sentence: [usize; 2],
    value: &'a str,
    said_by: Option<&'a str>,
}

#[derive(Serialize)]
struct EventData {
    from: Option<String>,
    to: Option<String>,
    kind: &'static str,
    sources: Vec<SourceData>,
    disputed_by: Vec<SourceData>,
}

#[derive(Serialize)]
struct SourceData {
    article: usize,
    line: usize,
    span: [usize; 2],
    value: Option<String>,
    told: Option<String>,
}

#[derive(Serialize)]
struct PromiseData {
    state: &'static str,
    who: Option<String>,
    whom: Option<String>,
    due: String,
    moves: Vec<[Option<String>; 3]>,
    sources: Vec<SourceData>,
    outcome: Option<SourceData>,
}

#[derive(Serialize)]
struct ClaimData {
    #[serde(flatten)]
    source: SourceData,
    slots: Vec<(&'static str, String)>,
}

impl<'a> Data<'a> {
    pub(super) fn of(subject: Subject, report: &'a Report, view: &View) -> Self {
        let reader = Reader::of(report);
        let shown = with_settled(report, view);
        let unsettled: Vec<Shown<'_>> = shown.iter().filter(|one| one.suppression.is_none()).cloned().collect();
        let is_of_claims = subject == Subject::Claims;
        let promises = promises::known(report, view);
        Self {
            tool: TOOL,
            first: match subject {
                Subject::Comparison => "articles",
                Subject::Claims => "claims",
                Subject::Promises => "promises",
                Subject::Timeline => "timeline",
                Subject::Findings | Subject::Times => "findings",
            },
            found: if is_of_claims { String::new() } else { found(report, view, &unsettled) },
            read: read(report),
            articles: reader.articles(),
            findings: shown.into_iter().map(|shown| reader.finding(shown)).collect(),
            events: events(report).iter().map(|event| reader.event(event)).collect(),
            as_of: promises::day(report, view).map(|day| day.to_string()),
            promises: promises.into_iter().map(|promise| reader.promise(promise)).collect(),
            claims: if is_of_claims { reader.claims() } else { Vec::new() },
        }
    }
}

/// The articles with what it takes to count in them.
struct Reader<'a> {
    report: &'a Report,
    places: Vec<Places<'a>>,
    offsets: Vec<Offsets<'a>>,
}

impl<'a> Reader<'a> {
    fn of(report: &'a Report) -> Self {
        let places = report.articles.iter().map(Places::of).collect();
        let offsets = report.articles.iter().map(|article| Offsets::of(&article.text)).collect();
        Self { report, places, offsets }
    }

    fn articles(&self) -> Vec<ArticleData<'a>> {
        let anchors = self.report.anchors.iter().copied().chain(std::iter::repeat(None));
        let articles = self.report.articles.iter().zip(anchors);
        let data = articles.map(|(article, anchor)| ArticleData {
            path: &article.path,
            title: article.title.as_deref(),
            source: article.source.as_deref(),
            day: anchor.map(|anchor| anchor.day.to_string()),
            text: &article.text,
        });
        data.collect()
    }

    fn span(&self, article: usize, span: Span) -> [usize; 2] {
        [span.start, span.end].map(|byte| self.offsets[article].utf16(byte))
    }

    fn finding(&self, shown: Shown<'a>) -> FindingData<'a> {
        let finding = shown.finding;
        let settled = shown.suppression.map(|suppression| suppression.reason.clone().unwrap_or_default());
        FindingData {
            id: shown.id,
            title: title(finding),
            relation: finding.relation.name(),
            kind: finding.kind,
            severity: shown.severity.name(),
            confidence: rounded(finding.confidence),
            left: self.side(&finding.left),
            right: self.side(&finding.right),
            why: &finding.why,
            settled,
        }
    }

    fn side(&self, side: &'a Evidence) -> SideData<'a> {
        SideData {
            article: side.article,
            line: self.places[side.article].place(side.span).line,
            span: self.span(side.article, side.span),
            sentence: self.span(side.article, side.sentence),
            value: &side.value,
            said_by: side.said_by.as_deref(),
        }
    }

    fn source(&self, claim: usize) -> SourceData {
        let claim = &self.report.claims[claim];
        let when = claim.deadline.as_ref().or(claim.time.as_ref());
        SourceData {
            article: claim.article,
            line: self.places[claim.article].place(claim.span).line,
            span: self.span(claim.article, claim.span),
            value: when.map(|when| when.interval.to_string()),
            told: claim.told.map(|anchor| anchor.day.to_string()),
        }
    }

    fn event(&self, event: &Event) -> EventData {
        let sources = |claims: &[usize]| claims.iter().map(|&claim| self.source(claim)).collect();
        EventData {
            from: event.from.map(|day| day.to_string()),
            to: event.to.map(|day| day.to_string()),
            kind: event.kind.name(),
            sources: sources(&event.claims),
            disputed_by: sources(&event.disputed_by),
        }
    }

    fn promise(&self, promise: Promise) -> PromiseData {
        let moves = promise
            .moves
            .iter()
            .map(|moved| [Some(moved.from), Some(moved.to), moved.told].map(|day| day.map(|day| day.to_string())));
        PromiseData {
            state: promise.state.name(),
            who: promise.who,
            whom: promise.whom,
            due: promise.due.to_string(),
            moves: moves.collect(),
            sources: promise.claims.iter().map(|&claim| self.source(claim)).collect(),
            outcome: promise.outcome.map(|outcome| self.source(outcome.claim)),
        }
    }

    fn claims(&self) -> Vec<ClaimData> {
        let claims = self.report.claims.iter().enumerate();
        claims.map(|(number, claim)| ClaimData { source: self.source(number), slots: claim.slots() }).collect()
    }
}

/// Bytes of a text -> UTF-16 units.
struct Offsets<'a> {
    text: &'a str,
    /// The units before every so many bytes.
    marks: Vec<usize>,
}

/// The bytes between two marks.
const STEP: usize = 512;

impl<'a> Offsets<'a> {
    fn of(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for (byte, letter) in text.char_indices() {
            while marks.len() * STEP <= byte {
                marks.push(units);
            }
            units += letter.len_utf16();
        }
        Self { text, marks }
    }

    fn utf16(&self, byte: usize) -> usize {
        let Some(mark) = self.marks.len().checked_sub(1).map(|last| last.min(byte / STEP)) else { return 0 };
        // A mark counts the letters that begin before it.
        let start = (mark * STEP..=self.text.len()).find(|&start| self.text.is_char_boundary(start)).unwrap_or(0);
        let (start, byte) = (start.min(byte), byte);
        self.marks[mark] + self.text[start..byte].chars().map(char::len_utf16).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_as_scripts_do() {
        let text = "Été 👍 ".repeat(200);
        let offsets = Offsets::of(&text);
        for (byte, _) in text.char_indices() {
            assert_eq!(offsets.utf16(byte), text[..byte].encode_utf16().count(), "{byte}");
        }
        assert_eq!(offsets.utf16(text.len()), text.encode_utf16().count());
        assert_eq!(Offsets::of("").utf16(0), 0);
    }
}
