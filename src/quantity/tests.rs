//! The corpus is read as its lines say; the tables are in order, hold no word twice, and each row is met by the corpus.

use super::*;
use crate::{article, language, table};

const CORPUS: &str = include_str!("corpus.tsv");

const TABLES: &[(&str, &str)] = &[
    ("bounds_after", include_str!("data/bounds_after.tsv")),
    ("bounds_before", include_str!("data/bounds_before.tsv")),
    ("cardinals", include_str!("data/cardinals.tsv")),
    ("counted", include_str!("data/counted.tsv")),
    ("currencies", include_str!("data/currencies.tsv")),
    ("dimensions", include_str!("data/dimensions.tsv")),
    ("ordinals", include_str!("data/ordinals.tsv")),
    ("rates", include_str!("data/rates.tsv")),
    ("scales", include_str!("data/scales.tsv")),
    ("shares", include_str!("data/shares.tsv")),
    ("temperature_changes", include_str!("data/temperature_changes.tsv")),
    ("time_units", include_str!("data/time_units.tsv")),
    ("topics", include_str!("data/topics.tsv")),
    ("units", include_str!("data/units.tsv")),
    ("vague", include_str!("data/vague.tsv")),
];

/// An amount as the corpus writes it: "At least 12 = 12.. person", "about £3 = ~3 GBP", "third = 3. victim".
fn written(document: &Document<'_>, quantity: &Quantity) -> String {
    let number = |bound: Option<f64>| bound.map_or(String::new(), |bound| ((bound * 1e6).round() / 1e6).to_string());
    let (low, high) = (number(quantity.low), number(quantity.high));
    let amount = if low == high { low } else { format!("{low}..{high}") };
    let unit = match &quantity.unit {
        Unit::Count(lemma) => lemma.as_str(),
        Unit::Money(code) => code,
        Unit::Percent => "%",
        Unit::Points => "points",
        Unit::Physical(base) => base,
        Unit::None => "-",
    };
    let counted = quantity.counted.filter(|_| !matches!(quantity.unit, Unit::Count(_)));
    let of = counted.map_or(String::new(), |noun| format!(" of {}", document.word(noun)));
    let (near, point) = (if quantity.approximate { "~" } else { "" }, if quantity.ordinal { "." } else { "" });
    format!("{} = {near}{amount}{point} {unit}{of}", quantity.span.of(document.text))
}

fn found(text: &str) -> String {
    let article = article::from_text("corpus", text.to_owned());
    let document = language::analyze(&article);
    let all: Vec<String> = annotate(&document).iter().map(|quantity| written(&document, quantity)).collect();
    if all.is_empty() { "-".to_owned() } else { all.join(" | ") }
}

#[test]
fn corpus_lines_have_the_amounts_that_they_list() {
    table::check_corpus(CORPUS, |text, _| found(text));
}

#[test]
fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
    let texts: String = table::rows(CORPUS).map(|(text, _)| text.to_lowercase() + "\n").collect();
    let texts = texts.replace(' ', "");
    for (name, rows) in TABLES {
        assert_eq!(table::first_out_of_order(rows), None, "{name}");
        let unmet: Vec<&str> =
            table::rows(rows).map(|(word, _)| word).filter(|word| !texts.contains(&word.replace(' ', ""))).collect();
        assert!(unmet.is_empty(), "{name}: {unmet:?}");
    }
}

#[test]
fn steps_tell_how_a_number_is_rounded() {
    let step = |text: &str| {
        let article = article::from_text("corpus", text.to_owned());
        let document = language::analyze(&article);
        annotate(&document).iter().map(|quantity| quantity.step).collect::<Vec<_>>()
    };
    assert_eq!(step("The storm killed 1,200 sheep."), [100.0]);
    assert_eq!(step("The city lent 1.25 million books."), [10_000.0]);
    assert_eq!(step("The race drew 12 runners."), [1.0]);
    assert_eq!(step("Prices rose 4.5% in May."), [0.1]);
    assert_eq!(step("The lorry carried 20 tonnes of grain."), [1000.0]);
    assert_eq!(step("Nobody came."), [0.0; 0]);
}

#[test]
fn any_text_is_read_without_panic() {
    for text in
        ["", "$", "5-", "1,", "12–", "a", "half a", "$$ 5 % % - - 5 to to 6", "½ ¼ 5½", "1 2 3 4 5", "€-5", "twenty-"]
    {
        found(text);
    }
    assert_eq!(found(&"9".repeat(500)), "-");
}
