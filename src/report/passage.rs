//! Claims -> where their words stand.

use super::Report;
use crate::article::{Place, Places};

/// The articles of a report with their lines counted once.
pub(super) struct Passages<'a> {
    report: &'a Report,
    places: Vec<Places<'a>>,
}

/// The words of a claim and their place.
pub(super) struct Passage<'a> {
    /// The number of the claim.
    pub(super) claim: usize,
    pub(super) path: &'a str,
    pub(super) place: Place<'a>,
}

impl<'a> Passages<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        Self { report, places: report.articles.iter().map(Places::of).collect() }
    }

    /// The passage of a claim by its number.
    pub(super) fn claim(&self, number: usize) -> Passage<'a> {
        let claim = &self.report.claims[number];
        let place = self.places[claim.article].place(claim.span);
        Passage { claim: number, path: &self.report.articles[claim.article].path, place }
    }
}

impl Passage<'_> {
    /// "a.md:7:1".
    pub(super) fn location(&self) -> String {
        format!("{}:{}:{}", self.path, self.place.line, self.place.column)
    }

    /// The words on one line.
    pub(super) fn words(&self) -> String {
        self.place.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
