//! Lines of JSON, one article each -> articles; a bad line is an error in its place.

use super::record::{Record, without_place};
use super::{Article, ArticleError, Parsed, error};

/// Reads every line that is not blank.
pub(super) fn parse(path: &str, bytes: &[u8]) -> Vec<Parsed> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    lines
        .filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
        .map(|(index, line)| parse_line(path, index + 1, line))
        .collect()
}

/// Reads one line that holds the object of an article.
///
/// Line 3 of day.jsonl, `{"id":"x7","text":"The bridge opened."}`, gives an article of path "day.jsonl#x7"; one
/// without an id has its line's number as id. Spans count in the decoded text.
pub fn parse_line(path: &str, number: usize, line: &[u8]) -> Parsed {
    let fail = |path: &str, message: String| ArticleError::new(path, Some(number), message);
    let text = error::utf8(line).map_err(|message| fail(path, message))?;
    let record = Record::of(text).map_err(|error| fail(path, not_json(&error)))?;
    article(path, number, &record).map_err(|(path, message)| fail(&path, message))
}

/// The article of one record of several, `number` standing for a missing id; else its path and what is wrong.
pub(super) fn article(path: &str, number: usize, record: &Record<'_>) -> Result<Article, (String, String)> {
    let path = format!("{path}#{}", record.id().unwrap_or_else(|| number.to_string()));
    record.article(path.clone()).map_err(|message| (path, message))
}

/// The message for a line that is no article's object.
pub(super) fn not_json(error: &serde_json::Error) -> String {
    let message = without_place(error);
    match error.classify() {
        serde_json::error::Category::Data => format!("not an article: {message}"),
        _ => format!("not JSON: {message} at column {}", error.column()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &[u8], expected: &[&str]) {
        let shown = |parsed: &Parsed| match parsed {
            Ok(article) => format!("{} {:?}", article.path, article.text),
            Err(error) => error.to_string(),
        };
        let found: Vec<String> = parse("day.jsonl", file).iter().map(shown).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_line_answers_for_itself() {
        check(
            b"\xEF\xBB\xBF{\"id\":\"x7\",\"text\":\"It rained.\"}\r\n\n{\"id\":12,\"text\":\"x\"}\n{\"text\":\"y\"}\nrain\n\xff\n{\"id\":\"z\",\"text\":\"\"}\n{\"text\":\"x\"",
            &[
                "day.jsonl#x7 \"It rained.\"",
                "day.jsonl#12 \"x\"",
                "day.jsonl#4 \"y\"",
                "day.jsonl:5: not JSON: expected value at column 1",
                "day.jsonl:6: not UTF-8 at byte 0: save the file as UTF-8",
                "day.jsonl#z:7: the article is empty",
                "day.jsonl:8: not JSON: EOF while parsing an object at column 11",
            ],
        );
        check(b"", &[]);
        let other = "not an article: write an object with a field \"text\"";
        check(b"[1,2,3,4,\"It rained.\"]\n5\n", &[&format!("day.jsonl:1: {other}"), &format!("day.jsonl:2: {other}")]);
    }
}
