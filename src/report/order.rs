//! The order of findings and claims in a report.

use super::Report;
use crate::article::Article;
use crate::claim::Claim;
use crate::verdict::{Evidence, Finding};

impl Report {
    /// Sorts findings by path and place, claims by article and place, so that the same input gives the same bytes.
    pub fn sort(&mut self) {
        let articles = &self.articles;
        self.findings.sort_by(|one, other| place(articles, one).cmp(&place(articles, other)));
        self.claims.sort_by_key(|claim| (claim.article, claim.span));
    }

    /// The claims of one article, in order of place.
    pub(crate) fn claims_of(&self, article: usize) -> &[Claim] {
        let first = self.claims.partition_point(|claim| claim.article < article);
        let count = self.claims[first..].partition_point(|claim| claim.article == article);
        &self.claims[first..first + count]
    }
}

/// What findings are sorted by; the reason comes last and tells apart what else is alike.
fn place<'a>(articles: &'a [Article], finding: &'a Finding) -> impl Ord + 'a {
    let side = |evidence: &Evidence| (articles[evidence.article].path.as_str(), evidence.article, evidence.span);
    (side(&finding.left), side(&finding.right), finding.relation, finding.kind, finding.why.as_str())
}
