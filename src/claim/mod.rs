//! [`Document`](crate::language::Document) and its annotations -> [`Claim`]: who did what, when, where, how many, who
//! says so, done or promised.

use crate::span::Span;

/// One atomic statement of one article. Plain data: it outlives the document that it was drawn from.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The number of the article.
    pub article: usize,
    /// The words of the clause that make the claim, at most a sentence.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
}

impl Claim {
    /// The slots that the claim has, as name and value, in a fixed order: `("predicate", "open")`,
    /// `("time", "2025-03-03")`, `("said_by", "officials")`.
    pub fn slots(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
