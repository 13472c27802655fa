//! Report and view -> the findings that are printed, with what each format says of them.

use super::grouping::groups;
use super::severity::is_alarm;
use super::{Report, Severity, Suppression, View, ids};
use crate::verdict::Finding;

/// A finding that is printed.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its id.
    pub id: String,
    /// The same for all findings that tell one and the same disagreement.
    pub group: String,
    /// What it weighs.
    pub severity: Severity,
    /// Who settled it, where somebody did.
    pub suppression: Option<&'a Suppression>,
}

/// The findings that the view asks for and that nobody settled, in the order of the report. Ids are given before any
/// is left out, so that they do not depend on the view.
pub fn shown<'a>(report: &'a Report, view: &View) -> Vec<Shown<'a>> {
    let mut all = with_settled(report, view);
    all.retain(|shown| shown.suppression.is_none());
    all
}

/// The findings that the view asks for, those that somebody settled too: for formats that can tell the two apart.
pub fn with_settled<'a>(report: &'a Report, view: &View) -> Vec<Shown<'a>> {
    let ids = ids(report);
    let groups = groups(&report.findings);
    let asked = |finding: &Finding| view.relations.contains(&finding.relation);
    let is_chosen = |number: usize| view.only.as_ref().is_none_or(|only| only.contains(&ids[number]));
    let told = report.findings.iter().enumerate();
    let told = told.filter(|(number, finding)| asked(finding) && is_chosen(*number));
    told.filter_map(|(number, finding)| {
        Some(Shown {
            finding,
            group: ids[groups[number]].clone(),
            severity: severity(report, finding, view)?,
            suppression: report.suppressions.get(&ids[number]),
            id: ids[number].clone(),
        })
    })
    .collect()
}

/// How many findings the view leaves out for their relation only.
pub(super) fn hidden(report: &Report, view: &View) -> usize {
    let is_hidden =
        |finding: &&Finding| !view.relations.contains(&finding.relation) && severity(report, finding, view).is_some();
    report.findings.iter().filter(is_hidden).count()
}

/// What a finding of an asked relation weighs; `None` where the view leaves it out.
fn severity(report: &Report, finding: &Finding, view: &View) -> Option<Severity> {
    let is_of_kind = view.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|kind| kind == finding.kind));
    let threshold = view.rules.threshold(report, finding, view.threshold);
    let is_confident = !is_alarm(finding.relation) || finding.confidence >= threshold / 2.0;
    view.rules.severity(report, finding, threshold).filter(|_| is_of_kind && is_confident)
}
