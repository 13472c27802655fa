//! A JSON file of one article or a list of articles -> articles.
//!
//! Spans of a single article lead back to bytes of the file; those of a list count in each decoded text.

use serde_json::value::RawValue;

use super::record::{Record, without_place};
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
    let record: Record<'_> = serde_json::from_str(json).map_err(|error| not_json(path, &error))?;
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
        let record: Record<'_> = serde_json::from_str(item.get())
            .map_err(|error| fail(&format!("{path}#{number}"), jsonl::not_json(&error)))?;
        jsonl::article(path, number, &record).map_err(|(path, message)| fail(&path, message))
    });
    Ok(parsed.collect())
}

/// Where `part`, a slice of `whole`, begins in it.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

fn not_json(path: &str, error: &serde_json::Error) -> ArticleError {
    let message = without_place(error);
    let message = match error.classify() {
        serde_json::error::Category::Data => format!("not an article: {message}"),
        _ => format!("not JSON: {message} at column {}", error.column()),
    };
    ArticleError::new(path, Some(error.line()), message)
}
