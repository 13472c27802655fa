//! What settles a finding, so that it is told no more.

/// Why a finding is told no more.
///
/// A line `<!-- claimdiff: ignore date -- quoted from the old plan -->` beside the passage gives
/// `Suppression { by: SettledBy::Comment, reason: Some("quoted from the old plan") }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// What settled it.
    pub by: SettledBy,
    /// The reason that was given for it.
    pub reason: Option<String>,
}

/// What settled a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SettledBy {
    /// A comment in the article.
    Comment,
    /// A decision that is kept beside the articles.
    Decision,
}
