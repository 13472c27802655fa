//! A JSON file of one article or a list of articles -> articles.
//!
//! Spans of a single article lead back to bytes of the file; those of a list count in each decoded text.

use serde_json::value::RawValue;

use super::record::Record;
use super::{ArticleError, Origin, Parsed, error, json_string, jsonl};

/// Reads the one article or each article of the list.
pub(super) fn parse(path: &str, bytes: &[u8]) -> Result<Vec<Parsed>, ArticleError> {
    let file = error::utf8(bytes).map_err(|message| ArticleError::new(path, None, message))?;
    let json = file.strip_prefix('\u{feff}').unwrap_or(file);
    match json.trim_start().starts_with('[') {
        true => list(path, json),
        false => one(path, file, json).map(|article| vec![Ok(article)]),
    }
}

fn one(path: &str, file: &str, json: &str) -> Parsed {
    let record = Record::of(json).map_err(|error| not_json(path, &error))?;
    let mut article = record.article(path.to_owned()).map_err(|message| ArticleError::new(path, None, message))?;
    let literal = record.literal().expect("an article has a text");
    let start = offset(file, literal);
    article.origin = Origin::JsonString { steps: json_string::steps(literal, start), file: file.to_owned() };
    Ok(article)
}

fn list(path: &str, json: &str) -> Result<Vec<Parsed>, ArticleError> {
    let items: Vec<&RawValue> = serde_json::from_str(json).map_err(|error| not_json(path, &error))?;
    let (mut line, mut counted) = (1, 0);
    let parsed = items.iter().enumerate().map(|(index, item)| {
        let start = offset(json, item.get());
        line += json.as_bytes()[counted..start].iter().filter(|byte| **byte == b'\n').count();
        counted = start;
        let fail = |path: &str, message| ArticleError::new(path, Some(line), message);
        let number = index + 1;
        let record =
            Record::of(item.get()).map_err(|error| fail(&format!("{path}#{number}"), jsonl::not_json(&error)))?;
        jsonl::article(path, number, &record).map_err(|(path, message)| fail(&path, message))
    });
    Ok(parsed.collect())
}

/// Where `part`, a slice of `whole`, begins in it.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

fn not_json(path: &str, error: &serde_json::Error) -> ArticleError {
    let message = jsonl::not_json(error);
    ArticleError::new(path, Some(error.line()).filter(|line| *line > 0), message)
}

#[cfg(test)]
mod tests {
    use super::super::Article;
    use super::*;

    /// An entry as one line: path, day, title, source and text, or the message.
    fn shown(parsed: &Parsed) -> String {
        let words = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
        let day =
            |article: &Article| article.published.map_or_else(|| "-".to_owned(), |published| published.day.to_string());
        match parsed {
            Ok(it) => format!("{} {} {} {} {:?}", it.path, day(it), words(&it.title), words(&it.source), it.text),
            Err(error) => error.to_string(),
        }
    }

    fn check(file: &str, expected: &[&str]) {
        let found: Vec<String> = match parse("a.json", file.as_bytes()) {
            Ok(parsed) => parsed.iter().map(shown).collect(),
            Err(error) => vec![error.to_string()],
        };
        assert_eq!(found, expected, "{file}");
    }

    #[test]
    fn one_article_has_the_path_of_its_file() {
        check(
            "\u{feff}{\"id\":1,\"title\":\" Rain \",\"published\":\"2025-03-06T23:30:00+02:00\",\"text\":\"It \\\"rained\\\".\"}",
            &["a.json 2025-03-06 Rain - \"It \\\"rained\\\".\""],
        );
        check("{\"source\":\"Echo\",\"title\":null,\"extra\":[{}],\"text\":\"x\"}", &["a.json - - Echo \"x\""]);
    }

    #[test]
    fn a_bad_record_costs_no_other() {
        check(
            "[\n{\"id\":\"x7\",\"text\":\"It rained.\"},\n{\"id\":8},\n{\"text\":5},\n{\"text\":\" \"},\n7,\n{\"text\":\"x\",\"title\":{}},\n\
             {\"text\":\"x\",\"published\":\"2025-02-30\"},\n{\"text\":\"x\",\"published\":20250306},{\"text\":\"\\ud800\"},{\"text\":\"y\"}]",
            &[
                "a.json#x7 - - - \"It rained.\"",
                "a.json#8:3: no field \"text\": put the article's text there",
                "a.json#3:4: text: not a string: put the article's text there",
                "a.json#4:5: the article is empty",
                "a.json#5:6: not an article: write an object with a field \"text\"",
                "a.json#6:7: title: {} is not a string: put it in quotation marks",
                "a.json#7:8: published: \"2025-02-30\" is no date: write YYYY-MM-DD",
                "a.json#8:9: published: \"20250306\" is no date: write YYYY-MM-DD",
                "a.json#9:9: text: unexpected end of hex escape",
                "a.json#10 - - - \"y\"",
            ],
        );
        check("[]", &[]);
    }

    #[test]
    fn what_is_no_json_is_said_with_its_line() {
        check("{\"text\":\n \"It rained.", &["a.json:2: not JSON: EOF while parsing a string at column 12"]);
        check("5", &["a.json: not an article: write an object with a field \"text\""]);
        check("[{\"text\":\"x\"}\n{}]", &["a.json:2: not JSON: expected `,` or `]` at column 1"]);
        check("", &["a.json:1: not JSON: EOF while parsing a value at column 0"]);
        check("{}", &["a.json: no field \"text\": put the article's text there"]);
        check("{\"text\":\"x\",\"text\":\"y\"}", &["a.json:1: not an article: duplicate field `text`"]);
        let deep = format!("{{\"id\":{}", "[".repeat(100_000));
        check(&deep, &["a.json:1: not JSON: recursion limit exceeded at column 133"]);
    }

    #[test]
    fn an_article_above_the_limit_is_refused_by_name() {
        let long = "It rained. ".repeat(1_500_000);
        let file = format!("[{{\"id\":\"long\",\"text\":\"{long}\"}},{{\"id\":\"short\",\"text\":\"x\"}}]");
        check(&file, &["a.json#long:1: longer than 16 MB (16.5 MB): split it", "a.json#short - - - \"x\""]);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let refused = |bytes: &[u8]| parse("a.json", bytes).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(
            refused(b"{\"text\":\"\xff\"}"),
            Err("a.json: not UTF-8 at byte 9: save the file as UTF-8".to_owned())
        );
        assert_eq!(refused(b"\xff\xfe{\0"), Err("a.json: UTF-16, not UTF-8: save the file as UTF-8".to_owned()));
    }
}
