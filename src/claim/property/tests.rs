//! The lines of the corpus, and its rows.

use super::*;
use crate::article;
use crate::language::analyze;
use crate::table;
use crate::time::Customs;

/// The properties of a text, as the corpus writes them.
fn found(text: &str) -> String {
    let article = article::from_text("corpus", text.to_owned());
    let document = analyze(&article);
    let annotations = Annotations::of(&article, &document, Customs::default());
    let antecedents = crate::claim::pronoun::antecedents(&document, &annotations.entities);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let clauses = Clauses::of(&document, sentence);
        found.extend(properties(0, &document, sentence, &clauses, &annotations, &antecedents));
    }
    let label = |property: &Property| {
        let value = match &property.value {
            PropertyValue::State(state) => {
                format!("{}{} {}", if state.is_denied { "not " } else { "" }, state.axis, state.rank)
            }
            PropertyValue::Version { what, number } => format!("{what} {number}"),
            PropertyValue::Amount { low, unit, .. } => format!("{} {unit}", low.unwrap_or(0.0)).trim().to_owned(),
        };
        format!("{}: {value}", property.thing.join(" "))
    };
    let found: Vec<String> = found.iter().filter(|property| property.is_laid_down).map(label).collect();
    if found.is_empty() { "-".to_owned() } else { found.join("; ") }
}

#[test]
fn corpus_lines_lay_down_what_they_list() {
    table::check_corpus(include_str!("../properties.corpus.tsv"), |text, _| found(text));
}

#[test]
fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
    let corpus = include_str!("../properties.corpus.tsv").to_lowercase();
    let tables = [
        include_str!("../data/states.tsv"),
        include_str!("../data/versioned.tsv"),
        include_str!("../data/specified.tsv"),
        include_str!("../data/bare_measures.tsv"),
        include_str!("../data/changes.tsv"),
        include_str!("../data/coded.tsv"),
        include_str!("../data/present.tsv"),
        include_str!("../data/allowing.tsv"),
        include_str!("../data/keeping.tsv"),
        include_str!("../data/numbered.tsv"),
        include_str!("../data/prices.tsv"),
        include_str!("../data/rate_adjectives.tsv"),
    ];
    for table in tables {
        assert_eq!(table::first_out_of_order(table), None);
        // The words of a verb's row stand apart from their inflected forms in the corpus.
        let is_met =
            |row: &str| row.starts_with("to ") || row.starts_with("go ") || corpus.contains(row.trim_end_matches('e'));
        let unmet: Vec<&str> = table::rows(table).map(|(row, _)| row).filter(|row| !is_met(row)).collect();
        assert!(unmet.is_empty(), "{unmet:?}");
    }
}
