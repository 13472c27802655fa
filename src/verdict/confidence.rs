//! How sure a difference is: the precision that findings of its sort were measured to have, instead of the rank that
//! the judgement gave it.
//!
//! Findings are grouped by setting, by how much speaks for them, by kind and by who tells it; `scripts/measure_confidence.py`
//! counts how many of each group a reader would share and writes the table.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::matching::Setting;
use crate::table;
use crate::verdict::{Finding, Relation};

/// Replaces the rank of each conflict, update and missed promise by the precision of its group; the others keep theirs.
///
/// "few/strong/date/told" is measured on the dates that conflict most clearly in few articles laid beside each other, where
/// both articles say so themselves.
pub fn measure(findings: &mut [Finding], articles: &[Article], setting: Setting) {
    for finding in findings.iter_mut().filter(|finding| is_difference(finding.relation)) {
        let group = group(finding, articles, setting);
        if let Some((measured, precision)) = precision(&group) {
            // Where only findings of all strengths together were measured, a weak one is no surer than its rank.
            let is_of_strength = measured.contains('/');
            finding.confidence = if is_of_strength { precision } else { precision.min(finding.confidence) };
        }
        finding.measured_on = Some(group);
    }
}

fn is_difference(relation: Relation) -> bool {
    matches!(relation, Relation::Conflict | Relation::Update | Relation::Missed)
}

/// The group of a finding, the most general part first: "few/strong/date/said".
fn group(finding: &Finding, articles: &[Article], setting: Setting) -> String {
    let setting = match setting {
        // What needs no second event to be told of depends on no setting.
        _ if finding.left.article == finding.right.article => "alone",
        _ if matches!(finding.kind, "quote" | "attribution") => "quotation",
        Setting::Matter => "matter",
        Setting::Few => "few",
        Setting::Corpus => "corpus",
    };
    let strength = match finding.confidence {
        0.9.. => "strong",
        0.8.. => "good",
        0.6.. => "fair",
        _ => "weak",
    };
    let sources = [&finding.left, &finding.right].map(|side| articles[side.article].source.as_deref());
    let teller = match sources {
        // One outlet is more likely to tell how a thing moved on than to contradict itself.
        [Some(one), Some(other)] if one == other => "same",
        _ if finding.left.said_by.is_some() || finding.right.said_by.is_some() => "said",
        _ => "told",
    };
    format!("{setting}/{strength}/{}/{teller}", finding.kind)
}

/// The group, or the next more general one that was measured, and its precision.
fn precision(group: &str) -> Option<(&str, f64)> {
    static TABLE: OnceLock<FxHashMap<&str, f64>> = OnceLock::new();
    let rows = || {
        let rows = table::rows(include_str!("data/confidence.tsv"));
        rows.filter_map(|(group, precision)| Some((group, precision.split('\t').next()?.parse().ok()?))).collect()
    };
    let table = TABLE.get_or_init(rows);
    let parents = std::iter::successors(Some(group), |group| Some(group.rsplit_once('/')?.0));
    parents.into_iter().find_map(|group| Some((group, *table.get(group)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_was_not_measured_has_its_parents_precision() {
        assert_eq!(precision("matter/strong/no such kind"), precision("matter/strong"));
        assert!(precision("corpus/weak").is_some() && precision("few/weak").is_some());
        assert_eq!(precision("elsewhere"), None);
    }

    #[test]
    fn the_table_is_sorted_and_holds_precisions() {
        let table = include_str!("data/confidence.tsv");
        assert_eq!(table::first_out_of_order(table), None);
        for (group, _) in table::rows(table) {
            assert!(precision(group).is_some_and(|(_, precision)| (0.0..=1.0).contains(&precision)), "{group}");
        }
    }
}
