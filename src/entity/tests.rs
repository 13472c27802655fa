//! The corpus is read as its lines say; the tables are in order, hold no word twice, and each row is met by the corpus.

use super::*;
use crate::{article, language, table};

const CORPUS: &str = include_str!("corpus.tsv");

const TABLES: &[(&str, &str)] = &[
    ("acting_verbs", include_str!("data/acting_verbs.tsv")),
    ("addressing_verbs", include_str!("data/addressing_verbs.tsv")),
    ("bodies", include_str!("data/bodies.tsv")),
    ("body_descriptions", include_str!("data/body_descriptions.tsv")),
    ("body_nouns", include_str!("data/body_nouns.tsv")),
    ("city_nouns", include_str!("data/city_nouns.tsv")),
    ("descriptions", include_str!("data/descriptions.tsv")),
    ("family_first", include_str!("data/family_first.tsv")),
    ("gendered_titles", include_str!("data/gendered_titles.tsv")),
    ("given_names", include_str!("data/given_names.tsv")),
    ("honorifics", include_str!("data/honorifics.tsv")),
    ("motion", include_str!("data/motion.tsv")),
    ("name_particles", include_str!("data/name_particles.tsv")),
    ("person_nouns", include_str!("data/person_nouns.tsv")),
    ("place_prepositions", include_str!("data/place_prepositions.tsv")),
    ("side_nouns", include_str!("data/side_nouns.tsv")),
    ("suffixes", include_str!("data/suffixes.tsv")),
    ("title_modifiers", include_str!("data/title_modifiers.tsv")),
    ("titles", include_str!("data/titles.tsv")),
];

/// A mention as the corpus writes it: "Moscow = country Russia", "Geneva = place Geneva (Switzerland)".
fn written(article: &article::Article, entities: &Entities, mention: &Mention) -> String {
    let entity = &entities.names[mention.entity];
    let role = format!("{:?}", entity.role).to_lowercase();
    let country = entity.country.as_ref().map_or(String::new(), |country| format!(" ({country})"));
    format!("{} = {role} {}{country}", mention.span.of(&article.text), entity.canonical)
}

fn found(text: &str) -> String {
    let article = article::from_text("corpus", text.to_owned());
    let entities = annotate(&language::analyze(&article));
    let all: Vec<String> = entities.mentions.iter().map(|mention| written(&article, &entities, mention)).collect();
    if all.is_empty() { "-".to_owned() } else { all.join(" | ") }
}

#[test]
fn corpus_lines_have_the_names_that_they_list() {
    table::check_corpus(CORPUS, |text, _| found(text));
}

#[test]
fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
    assert_eq!(table::first_out_of_order(include_str!("data/countries.tsv")), None);
    let texts: String = table::rows(CORPUS).map(|(text, _)| format!(" {} ", text.to_lowercase())).collect();
    for (name, rows) in TABLES {
        assert_eq!(table::first_out_of_order(rows), None, "{name}");
        let unmet: Vec<&str> = table::rows(rows).map(|(word, _)| word).filter(|word| !is_met(&texts, word)).collect();
        assert!(unmet.is_empty(), "{name}: {unmet:?}");
    }
}

/// Whether the words stand in the texts with no letter beside them.
fn is_met(texts: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    let mut places = texts.match_indices(&words);
    places.any(|(at, _)| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_letter(texts[..at].chars().next_back()) && !is_letter(texts[at + words.len()..].chars().next())
    })
}

/// The names of an article's entities with their other names and titles.
fn told(text: &str) -> Vec<String> {
    let article = article::from_text("corpus", text.to_owned());
    let entities = annotate(&language::analyze(&article));
    let name = |entity: &NamedEntity| format!("{} {:?} {:?}", entity.canonical, entity.aliases, entity.titles);
    entities.names.iter().map(name).collect()
}

#[test]
fn aliases_and_titles_are_kept() {
    assert_eq!(
        told("Russian Deputy Foreign Minister Sergei Ryabkov spoke. Mr Ryabkov, of the OSCE, left."),
        [
            "Russia [\"Russian\"] []",
            "Sergei Ryabkov [\"Ryabkov\"] [\"deputy foreign minister\"]",
            "Organization for Security and Co-operation in Europe [\"OSCE\"] []"
        ]
    );
    assert_eq!(
        told("US Secretary of State Antony Blinken left.")[1],
        "Antony Blinken [] [\"foreign minister\", \"secretary of state\"]"
    );
}

#[test]
fn mentions_are_found_by_their_head() {
    let text = "Russian officials told Sergey Lavrov that the minister must go.";
    let article = article::from_text("corpus", text.to_owned());
    let entities = annotate(&language::analyze(&article));
    for (number, mention) in entities.mentions.iter().enumerate() {
        assert_eq!(entities.at(mention.head), Some(mention), "{number}");
    }
    assert_eq!(entities.at(10_000), None);
}

#[test]
fn any_text_is_read_without_panic() {
    for text in ["", "A", "U.S.", "- - -", "(OSCE", "Mr", "Mr.", "de de de", "Jean-", "The the The", "'s", "Ms. - Al-"]
    {
        found(text);
    }
}
