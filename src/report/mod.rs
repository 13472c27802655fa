//! [`Report`] -> text: one file per format.

mod differing;
mod escape;
mod excerpt;
mod finding_id;
mod github;
mod grouping;
mod groups;
mod html;
mod ics;
mod json;
mod jsonl;
mod junit;
mod label;
mod location;
mod markdown;
mod names;
mod order;
mod paint;
mod passage;
mod promises;
mod record;
mod rules;
mod sarif;
mod severity;
mod shown;
mod side_by_side;
mod sources;
mod suppression;
mod text;
mod timeline;
mod timeml;
mod view;
mod wrap;
mod xml;

use std::collections::HashMap;
use std::io::{self, Write};

use crate::article::Article;
use crate::claim::Claim;
use crate::span::Span;
use crate::time::{Anchor, Timex};
use crate::verdict::{Finding, NearMiss};

pub use escape::escaped;
pub use finding_id::ids;
pub use label::{Label, Verdict};
pub use record::{ClaimRecord, TimexRecord, rounded};
pub use rules::{Override, Rule, Rules, Trust, Weight};
pub use severity::Severity;
pub use shown::{Shown, shown, with_settled};
pub use suppression::{SettledBy, Suppression};
pub use view::View;

/// All formats, the default first; `--format` and its help read this.
///
/// ```
/// use claimdiff::Report;
/// use claimdiff::report::{FORMATS, Subject, View};
///
/// let format = FORMATS.iter().find(|format| format.name() == "json").expect("there is JSON");
/// let mut out = Vec::new();
/// format.render(Subject::Findings, &Report::default(), &View::default(), &mut out)?;
/// assert!(out.starts_with(b"{"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub const FORMATS: &[&dyn Format] = &[
    &text::Text,
    &side_by_side::SideBySide,
    &json::Json,
    &jsonl::Jsonl,
    &sarif::Sarif,
    &junit::Junit,
    &github::Github,
    &markdown::Markdown,
    &html::Html,
    &timeml::TimeMl,
    &ics::Ics,
];

/// The JSON Schema of what `json` and `jsonl` write, and of what the filters answer.
pub const SCHEMA: &str = include_str!("schema.json");

/// A way to write a report.
pub trait Format: Sync {
    /// The word that `--format` takes.
    fn name(&self) -> &'static str;

    /// How names of its files end, in lower case; empty for a format that is not kept in files of its own.
    fn endings(&self) -> &'static [&'static str];

    /// Whether the format can write the subject.
    fn has(&self, subject: Subject) -> bool;

    /// Writes that part of the report, ending with a newline where it writes anything.
    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()>;
}

/// What of a report is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The findings: `check`.
    Findings,
    /// Two articles: what agrees, what differs, what only one of them says: `compare`.
    Comparison,
    /// The claims.
    Claims,
    /// The temporal expressions.
    Times,
    /// What was promised and what became of it.
    Promises,
    /// What happened and what is to happen, day by day.
    Timeline,
}

impl Subject {
    /// Whether it is findings that are asked for.
    pub fn is_findings(self) -> bool {
        matches!(self, Self::Findings | Self::Comparison)
    }
}

/// All that one run found, sorted, so that the same input gives the same bytes.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The articles in the order given; findings and claims name them by number.
    pub articles: Vec<Article>,
    /// The anchor of each article.
    pub anchors: Vec<Option<Anchor>>,
    /// The temporal expressions of each article.
    pub timexes: Vec<Vec<Timex>>,
    /// All claims, by article and place.
    pub claims: Vec<Claim>,
    /// All findings, by path and place.
    pub findings: Vec<Finding>,
    /// The differences that nearly became findings, where they were asked for.
    pub near_misses: Vec<NearMiss>,
    /// The findings that somebody settled, by id.
    pub suppressions: HashMap<String, Suppression>,
    /// What was read and compared, so that no finding is never mistaken for no contradiction.
    pub summary: Summary,
    /// The paths of files and articles that could not be read, in the order met.
    pub skipped: Vec<String>,
    /// What could not be read or is doubtful.
    pub warnings: Vec<Warning>,
}

/// What was read and compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles compared.
    pub articles: usize,
    /// Sentences of their titles and running text.
    pub sentences: usize,
    /// Sentences that no claim was drawn from.
    pub sentences_without_claim: usize,
    /// Claims drawn.
    pub claims: usize,
    /// Pairs of claims held to tell one event.
    pub pairs_compared: usize,
}

/// Something that the reader should know and that is no finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The file, as given.
    pub path: String,
    /// Its line, where one is to blame.
    pub line: Option<usize>,
    /// The whole message without the path.
    pub message: String,
}

/// A span with the article that it counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the article.
    pub article: usize,
    /// The bytes of its text.
    pub span: Span,
}
