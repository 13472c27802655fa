//! Runs `corpus.tsv`, and holds the tables of `data/` against it.

use crate::article::{self, Published, PublishedFrom};
use crate::language;
use crate::table;
use crate::time::lexicon::TABLES;
use crate::time::{Direction, Fault, Modifier, Timex, annotate};

const CORPUS: &str = include_str!("corpus.tsv");

/// Bounds, what is counted from events and from dates mentioned, and impossible dates.
const BOUNDS: &str = include_str!("bounds.corpus.tsv");

/// Lines of chat, which leaves articles, capitals and prepositions out and means the days to come.
const CHAT: &str = include_str!("chat.corpus.tsv");

/// The expressions of a text, as the corpus writes them.
fn found(text: &str, published: &str, direction: Direction) -> String {
    let mut article = article::from_text("corpus", text.to_owned());
    let day = published.parse().expect("the corpus names a day");
    article.published = Some(Published { day, from: PublishedFrom::CommandLine });
    let document = language::analyze(&article);
    let times = annotate(&article, &document, direction);
    let written: Vec<String> = times.timexes.iter().map(|timex| write(text, timex)).collect();
    if written.is_empty() { "-".to_owned() } else { written.join("; ") }
}

fn write(text: &str, timex: &Timex) -> String {
    let modifier = timex.modifier.map_or(String::new(), |modifier| format!("%{}", name(modifier)));
    let days = timex.interval.map_or(String::new(), |interval| {
        let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
        match (day(interval.start), day(interval.last())) {
            (first, last) if first == last => format!("[{first}]"),
            (first, last) => format!("[{first}..{last}]"),
        }
    });
    let fault = match timex.fault {
        None => "",
        Some(Fault::NoSuchDay) => "!no such day",
        Some(Fault::OtherWeekday { .. }) => "!other weekday",
    };
    format!("{}={}{modifier}{days}{fault}", timex.span.of(text), timex.value)
}

/// The name that TIMEX3 gives the modifier.
fn name(modifier: Modifier) -> String {
    let mut name = String::new();
    for letter in format!("{modifier:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}

#[test]
fn corpus_lines_have_the_expressions_that_they_name() {
    table::check_corpus(CORPUS, |text, day| found(text, day, Direction::News));
    table::check_corpus(BOUNDS, |text, day| found(text, day, Direction::News));
    table::check_corpus(CHAT, |text, day| found(text, day, Direction::Future));
}

#[test]
fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
    let texts: String =
        table::rows(CORPUS).chain(table::rows(CHAT)).map(|(text, _)| format!(" {} ", text.to_lowercase())).collect();
    let mut unmet = Vec::new();
    for (name, rows) in TABLES {
        assert_eq!(table::first_out_of_order(rows), None, "{name}");
        let surfaces = table::rows(rows).map(|(surface, _)| surface.to_lowercase());
        unmet.extend(surfaces.filter(|surface| !is_met(&texts, surface)).map(|surface| format!("{name}: {surface}")));
    }
    assert!(unmet.is_empty(), "{unmet:?}");
}

/// Whether the texts have the surface as a word of its own, or as a part of a contraction: "wo" in "won't".
fn is_met(texts: &str, surface: &str) -> bool {
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    texts.match_indices(surface).any(|(at, _)| {
        let (before, after) = (&texts[..at], &texts[at + surface.len()..]);
        let begins = is_apart(before.chars().next_back()) || surface.starts_with(['\'', '’']);
        begins && (is_apart(after.chars().next()) || after.starts_with("n't"))
    })
}
