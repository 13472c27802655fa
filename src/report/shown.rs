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
    let all = report.findings.iter().enumerate();
    all.filter(|(_, finding)| view.relations.contains(&finding.relation) && is_confident(finding, view))
        .map(|(number, finding)| Shown {
            finding,
            group: ids[groups[number]].clone(),
            severity: Severity::of(finding, view.threshold),
            suppression: report.suppressions.get(&ids[number]),
            id: ids[number].clone(),
        })
        .collect()
}

/// How many findings the view leaves out for their relation only.
pub(super) fn hidden(report: &Report, view: &View) -> usize {
    let is_hidden = |finding: &&Finding| !view.relations.contains(&finding.relation) && is_confident(finding, view);
    report.findings.iter().filter(is_hidden).count()
}

fn is_confident(finding: &Finding, view: &View) -> bool {
    !is_alarm(finding.relation) || finding.confidence >= view.threshold / 2.0
}
