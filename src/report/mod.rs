//! [`Report`] -> text: one file per format.

use crate::article::Article;
use crate::claim::Claim;
use crate::span::Span;
use crate::time::{Anchor, Timex};
use crate::verdict::Finding;

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
    /// What was read and compared, so that no finding is never mistaken for no contradiction.
    pub summary: Summary,
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
