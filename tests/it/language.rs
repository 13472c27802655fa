//! The language stage says of texts what spaCy says of them, and takes any text.

use claimdiff::article::{Article, Block, BlockKind, Origin};
use claimdiff::language::annotate::{Annotation, annotate, annotate_all};
use claimdiff::language::{Document, Label, analyze};
use claimdiff::span::Span;

/// A text and spaCy's table of it.
macro_rules! reference {
    ($folder:literal, $name:literal) => {
        (
            $name,
            include_str!(concat!("../../", $folder, "/", $name, ".txt")),
            include_str!(concat!("language/", $name, ".tsv")),
        )
    };
}

const REFERENCES: [(&str, &str, &str); 10] = [
    reference!("seeds", "000_35daee27ca12d0f0"),
    reference!("seeds", "001_37e31a36b826f676"),
    reference!("seeds", "002_cacb0fcdde16e1e9"),
    reference!("seeds", "003_5f486fc33bf2795d"),
    reference!("seeds", "004_6a9b0ba25ffe49f7"),
    reference!("tests/it/language", "court"),
    reference!("tests/it/language", "harvest"),
    reference!("tests/it/language", "match"),
    reference!("tests/it/language", "signs"),
    reference!("tests/it/language", "white_space"),
];

/// Of a thousand tokens one may differ, since processors add in different orders and some decisions are close.
#[test]
fn texts_are_read_as_spacy_reads_them() {
    let (mut all, mut wrong) = (0, Vec::new());
    for (name, text, table) in REFERENCES {
        let found = rows(text, &annotate(text));
        let expected: Vec<&str> = table.lines().filter(|line| !line.starts_with("# ")).collect();
        all += expected.len();
        let missing = expected.iter().filter(|row| !found.iter().any(|found| found == *row));
        wrong.extend(missing.map(|row| {
            let place = |row: &str| row.split('\t').next().map(str::to_owned);
            let instead: Vec<&String> = found.iter().filter(|found| place(found) == place(row)).collect();
            format!("{name}: spaCy {row:?}, found {instead:?}")
        }));
        assert!(found.len().abs_diff(expected.len()) * 1000 <= expected.len(), "{name}: {} tokens", found.len());
    }
    assert!(all > 5000 && wrong.len() * 1000 <= all, "{} of {all} tokens:\n{}", wrong.len(), wrong.join("\n"));
}

/// The rows of a reference table for what was found.
fn rows(text: &str, annotation: &Annotation) -> Vec<String> {
    let mut entities = vec!["-".to_owned(); annotation.tokens.len()];
    for entity in &annotation.entities {
        for at in entity.tokens.clone() {
            let part = if at == entity.tokens.start { "B" } else { "I" };
            entities[at] = format!("{part}-{}", entity.label.name());
        }
    }
    let row = |(token, entity): (&claimdiff::language::annotate::AnnotatedToken, String)| {
        let (word, lemma) = (quoted(token.span.of(text)), quoted(&token.lemma));
        let (tag, pos, label) = (token.tag.name(), token.pos.name(), token.label.name());
        let start = if token.starts_sentence { "start" } else { "-" };
        let (Span { start: first, end }, head) = (token.span, token.head);
        format!("{first}\t{end}\t{word}\t{tag}\t{pos}\t{lemma}\t{head}\t{label}\t{start}\t{entity}")
    };
    annotation.tokens.iter().zip(entities).map(row).collect()
}

fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("a string is JSON");
    json[1..json.len() - 1].to_owned()
}

#[test]
fn texts_read_together_are_read_as_alone() {
    let texts: Vec<&str> = REFERENCES.iter().flat_map(|(_, text, _)| text.split('\n')).collect();
    let alone: Vec<Annotation> = texts.iter().map(|text| annotate(text)).collect();
    assert_eq!(annotate_all(&texts), alone);
}

#[test]
fn odd_texts_keep_the_tree_whole() {
    let long_word = "a".repeat(100_000);
    let no_end = "the man who saw ".repeat(2_000);
    let brackets = "([{".repeat(3_000);
    for text in [
        "",
        " ",
        "\n\n \t\r\n",
        "\u{a0}\u{a0}The\u{a0}bridge\u{2009}opened.\u{a0}",
        "\0\u{1}\u{7f}\u{feff} a\u{0}b \u{202e}c",
        "👩‍👩‍👧 🇺🇦🇺🇦 👍🏽!!!",
        "Мост открыли в понедельник, сообщили чиновники.",
        "橋は月曜日に開通したと当局者は述べた。",
        "e\u{301}\u{301}\u{301} \u{1d54f} ﷽ \u{10ffff}",
        &long_word,
        &no_end,
        &brackets,
    ] {
        check_whole(&analyze(&article(text)));
    }
}

/// An article with the text as furniture, then twice as prose.
fn article(text: &str) -> Article {
    let kinds = [BlockKind::Furniture, BlockKind::Prose, BlockKind::Title];
    let block = |(number, kind)| {
        let start = number * (text.len() + 1);
        Block { kind, span: Span::new(start, start + text.len()) }
    };
    Article {
        path: "a.txt".to_owned(),
        text: format!("{text}\n{text}\n{text}"),
        title: None,
        source: None,
        published: None,
        blocks: kinds.into_iter().enumerate().map(block).collect(),
        body: 0,
        origin: Origin::Text,
    }
}

/// Checks what every document promises.
fn check_whole(document: &Document<'_>) {
    let shown: String = document.text.chars().take(40).collect();
    let mut next = 0;
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next, "{shown:?}");
        assert!(sentence.tokens.contains(&sentence.root), "{shown:?}");
        assert_ne!(sentence.block, BlockKind::Furniture);
        for number in sentence.tokens.clone() {
            let token = &document.tokens[number];
            assert!(sentence.tokens.contains(&token.head), "{shown:?}: {number}");
            assert_eq!(token.head == number, token.label == Label::Root, "{shown:?}: {number}");
            assert!(document.ancestors(number).count() < sentence.tokens.len(), "{shown:?}: {number}");
        }
        next = sentence.tokens.end;
    }
    assert_eq!(next, document.tokens.len(), "{shown:?}");
    let mut end = 0;
    for token in &document.tokens {
        assert!(token.span.start >= end && !token.span.of(document.text).trim().is_empty(), "{shown:?}");
        end = token.span.end;
    }
    let mut end = 0;
    for entity in &document.entities {
        assert!(entity.tokens.start >= end && entity.tokens.start < entity.tokens.end, "{shown:?}");
        end = entity.tokens.end;
    }
}

#[test]
fn blocks_become_sentences_of_their_kind() {
    let article = article("The bridge\n opened in Geneva. It cost $5.");
    let document = analyze(&article);
    let words: Vec<&str> = (0..document.tokens.len()).map(|token| document.word(token)).collect();
    let once = ["The", "bridge", "opened", "in", "Geneva", ".", "It", "cost", "$", "5", "."];
    assert_eq!(words, [once, once].concat());
    let sentences: Vec<_> = document.sentences.iter().map(|s| (s.tokens.clone(), s.root, s.block)).collect();
    let expected = [
        (0..6, 2, BlockKind::Prose),
        (6..11, 7, BlockKind::Prose),
        (11..17, 13, BlockKind::Title),
        (17..22, 18, BlockKind::Title),
    ];
    assert_eq!(sentences, expected);
}
