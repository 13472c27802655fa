//! The corpus of the stage, the order of its tables, and what holds of the blocks of any text.

use rustc_hash::FxHashSet;

use super::super::from_text;
use super::*;
use crate::table;

const CORPUS: &str = include_str!("../corpus.tsv");

/// Each table with the words that tell in a corpus line that a row is met.
const TABLES: [(&str, &str); 6] = [
    ("agencies", include_str!("../data/agencies.tsv")),
    ("bylines", include_str!("../data/bylines.tsv")),
    ("calendar", include_str!("../data/calendar.tsv")),
    ("credits", include_str!("../data/credits.tsv")),
    ("furniture", include_str!("../data/furniture.tsv")),
    ("notices", include_str!("../data/notices.tsv")),
];

/// The blocks of `text` as the corpus writes them.
fn rendered(text: &str) -> String {
    let article = from_text("a.txt", text.to_owned());
    let lines: Vec<&str> = text.lines().map(|line| line.trim_matches(is_blank)).collect();
    let blocks = article.blocks.iter().map(|block| {
        let kind = format!("{:?}", block.kind).to_lowercase();
        let words = block.span.of(text);
        if lines.contains(&words) { kind } else { format!("{kind}: {words}") }
    });
    blocks.collect::<Vec<_>>().join(" | ")
}

fn corpus() -> impl Iterator<Item = (String, &'static str)> {
    let lines = CORPUS.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let mut columns = line.split('\t');
        let (Some(text), Some("-"), Some(value), None) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            panic!("three columns: {line}")
        };
        (text.replace("\\n", "\n"), value)
    })
}

#[test]
fn the_corpus_is_read_as_written() {
    let wrong: Vec<String> = corpus()
        .filter_map(|(text, value)| {
            let found = rendered(&text);
            (found != value).then(|| format!("{text}\n  expected {value}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tables_are_sorted_and_without_doubles() {
    for (name, table) in TABLES {
        let surfaces: Vec<&str> = table::rows(table).map(|(surface, _)| surface).collect();
        let rows = table.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(surfaces.len(), rows, "{name}: a row without a tab");
        for pair in surfaces.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {} before {}", pair[0], pair[1]);
        }
    }
}

#[test]
fn each_row_is_met_by_a_line_of_the_corpus() {
    let folded = |text: &str| text.lines().map(furniture::folded).collect::<Vec<_>>().join("\n");
    let texts: Vec<String> = corpus().map(|(text, _)| format!("{}\n{}", text.to_lowercase(), folded(&text))).collect();
    for (name, table) in TABLES {
        for (surface, _) in table::rows(table) {
            let is_met = |text: &String| {
                text.match_indices(surface).any(|(at, _)| {
                    let before = text[..at].chars().next_back();
                    let after = text[at + surface.len()..].chars().next();
                    let is_edge = |next: Option<char>| next.is_none_or(|next| !next.is_alphanumeric());
                    is_edge(before) && (is_edge(after) || !surface.ends_with(char::is_alphanumeric))
                })
            };
            assert!(texts.iter().any(is_met), "{name}: no line of the corpus has {surface}");
        }
    }
}

#[test]
fn values_are_those_the_code_knows() {
    let known = [
        ("bylines", "author date source"),
        ("calendar", "clock month weekday"),
        ("credits", "caption credit"),
        ("furniture", "comments end label line link related start"),
        ("notices", "notice"),
    ];
    for (name, values) in known {
        let table = TABLES.iter().find(|table| table.0 == name).map(|table| table.1).unwrap();
        let found: FxHashSet<&str> = table::rows(table).map(|(_, value)| value).collect();
        let mut found: Vec<&str> = found.into_iter().collect();
        found.sort_unstable();
        assert_eq!(found.join(" "), values, "{name}");
    }
}

#[test]
fn the_source_is_named_by_masthead_byline_or_dateline() {
    let check = |text: &str, expected: Option<&str>| {
        assert_eq!(from_text("a.txt", text.to_owned()).source.as_deref(), expected, "{text}");
    };
    check(
        "- Halden Post, 1920\n\nQuay closed\n\nIt rained.\nA diver - Halden Post, 1920, 1.2.2022",
        Some("Halden Post"),
    );
    check("Quay closed\n\nIt rained.\n\nRu-Main, 21.01.2022\nSource: Izvestia", Some("Ru-Main"));
    check("Quay closed\n\nIt rained.\n\nSource: Halden Port Authority", Some("Halden Port Authority"));
    check("GENEVA, Jan 10 (Reuters) - It rained.", Some("Reuters"));
    check("LONDON (Associated Press) - It rained.", Some("AP"));
    check("Sunday, 9 January 2022 (YJC)_ It rained.", Some("YJC"));
    check("Quay closed\n\nBy Jane Doe\n\nIt rained.", None);
}

/// Texts made of pieces that mean something to some rule, in an order that a fixed sequence of numbers gives.
fn texts(count: usize) -> impl Iterator<Item = String> {
    const PIECES: [&str; 44] = [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\u{a0}",
        "\u{feff}",
        "\u{200b}",
        "- ",
        " - ",
        " – ",
        "—",
        " | ",
        ", ",
        ". ",
        "…",
        "\"",
        "”",
        "(",
        ")",
        "[",
        "]",
        "© ",
        "Photo: ",
        "Halden Post",
        "1920",
        "23.12.2021",
        "Jan 10",
        "(Reuters)",
        "/TASS/",
        "GENEVA",
        "By Jane Doe",
        "Updated",
        "Related Posts",
        "Leave a Reply",
        "Ещё",
        "été",
        "😀",
        "\\n",
        "\0",
        "the quay closed",
        "Source: ",
        "_",
        "e\u{301}",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    (0..count).map(move |_| (0..next(24)).map(|_| PIECES[next(PIECES.len())]).collect())
}

#[test]
fn blocks_of_any_text_are_in_order_trimmed_and_cover_its_words() {
    for text in texts(20_000) {
        let article = from_text("a.txt", text.clone());
        let mut end = 0;
        for block in &article.blocks {
            assert!(end <= block.span.start && block.span.start < block.span.end, "{text:?}");
            let words = block.span.of(&text);
            assert_eq!(words.trim_matches(is_blank), words, "{text:?}");
            let between = text[end..block.span.start].replace("\\n", "");
            assert!(!between.chars().any(char::is_alphanumeric), "{between:?} lies between the blocks of {text:?}");
            end = block.span.end;
        }
        assert!(
            !text[end..].replace("\\n", "").chars().any(char::is_alphanumeric),
            "the end of {text:?} is in no block"
        );
    }
}

#[test]
fn every_form_takes_any_bytes() {
    for text in texts(4_000) {
        let cut = text.len() / 2;
        for path in ["a.txt", "a.md", "a.json", "a.jsonl"] {
            for bytes in [text.as_bytes(), &text.as_bytes()[cut..]] {
                let parsed = super::super::parse(path, bytes).unwrap_or_default();
                for article in parsed.into_iter().flatten() {
                    let places = article.places();
                    for block in &article.blocks {
                        assert_eq!(places.place(block.span).span, block.span);
                    }
                }
            }
        }
    }
}

#[test]
fn a_long_line_takes_no_longer_than_its_length() {
    let line = "GENEVA - © \"It rained, (Reuters) 23.12.2021 Related Posts - Halden Post. ".repeat(70_000);
    assert_eq!(from_text("a.txt", line).blocks.len(), 2);
}
