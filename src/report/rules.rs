//! What weighs how much: thresholds and severities by kind and relation, other ones below some paths.

use std::collections::BTreeMap;

use globset::GlobSet;

use super::severity::is_alarm;
use super::{Report, Severity};
use crate::article::Article;
use crate::verdict::{Finding, Relation};

/// What a finding of a kind or relation weighs instead of what it weighs by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It is not told.
    Off,
    /// This severity, whatever the confidence.
    Severity(Severity),
}

impl Weight {
    /// The words that settings use, "off" first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        std::iter::once("off").chain(Severity::ALL.iter().map(|severity| severity.name()))
    }

    /// The weight of such a name: "off", "warning".
    pub fn named(name: &str) -> Option<Self> {
        let severity = Severity::ALL.iter().find(|severity| severity.name() == name).copied();
        if name == "off" { Some(Self::Off) } else { severity.map(Self::Severity) }
    }
}

/// What one kind or relation weighs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    /// The kind that it is for; `None` for all.
    pub kind: Option<String>,
    /// The relation that it is for; `None` for all.
    pub relation: Option<Relation>,
    /// What findings of it weigh.
    pub weight: Option<Weight>,
    /// From where one of its conflicts is an error.
    pub threshold: Option<f64>,
}

/// Rules for findings that touch some files.
#[derive(Clone, Debug, Default)]
pub struct Override {
    /// The files, by their paths as given.
    pub paths: GlobSet,
    /// The rules, the later the stronger.
    pub rules: Vec<Rule>,
}

/// How much weight a source's word has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// What it says alone is no error.
    Low,
    /// As that of any source.
    #[default]
    Normal,
    /// Where three or more sources speak, its side is named as the most trusted.
    High,
}

impl Trust {
    /// All of them, the least first.
    pub const ALL: &[Self] = &[Self::Low, Self::Normal, Self::High];

    /// The word that settings use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
        }
    }
}

/// All rules of a run, the later the stronger.
///
/// Without any, a conflict is an error from the threshold up and a warning below it.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Those for all findings.
    pub rules: Vec<Rule>,
    /// Those for findings of which a side lies in some files.
    pub overrides: Vec<Override>,
    /// How far some sources are trusted, by their names.
    pub trust: BTreeMap<String, Trust>,
}

impl Rules {
    /// How far the article's source is trusted.
    pub fn trust(&self, article: &Article) -> Trust {
        article.source.as_ref().and_then(|source| self.trust.get(source)).copied().unwrap_or_default()
    }

    /// From where on the finding is an error.
    pub fn threshold(&self, report: &Report, finding: &Finding, default: f64) -> f64 {
        self.of(report, finding).filter_map(|rule| rule.threshold).last().unwrap_or(default)
    }

    /// What the finding weighs; `None` where it is not to be told.
    pub fn severity(&self, report: &Report, finding: &Finding, threshold: f64) -> Option<Severity> {
        let severity = match self.of(report, finding).filter_map(|rule| rule.weight).last() {
            Some(Weight::Off) => None,
            Some(Weight::Severity(severity)) => Some(severity),
            None => Some(Severity::of(finding, threshold)),
        };
        // What is doubtful, or told by somebody who is, weighs no more than a warning.
        let is_doubtful = is_alarm(finding.relation)
            && (finding.confidence < threshold
                || [&finding.left, &finding.right]
                    .iter()
                    .any(|side| self.trust(&report.articles[side.article]) == Trust::Low));
        severity.map(|severity| if is_doubtful { severity.min(Severity::Warning) } else { severity })
    }

    fn of<'r>(&'r self, report: &'r Report, finding: &'r Finding) -> impl Iterator<Item = &'r Rule> {
        let paths = [&finding.left, &finding.right].map(|side| report.articles[side.article].path.as_str());
        let is_touched = move |over: &&Override| paths.iter().any(|path| over.paths.is_match(path));
        let over = self.overrides.iter().filter(is_touched).flat_map(|over| &over.rules);
        self.rules.iter().chain(over).filter(|rule| {
            rule.kind.as_deref().is_none_or(|kind| kind == finding.kind)
                && rule.relation.is_none_or(|relation| relation == finding.relation)
        })
    }
}
