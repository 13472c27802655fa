//! Standard input -> articles; the form is told from the first bytes, for there is no file name.

use std::io::{self, Read};

use serde::de::IgnoredAny;

use super::files::STANDARD_INPUT;
use crate::article::{self, ArticleError, Parsed, is_collection_of_articles};

/// Reads all articles of standard input; their path is "-".
pub(super) fn parse() -> io::Result<Result<Vec<Parsed>, ArticleError>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(of_bytes(&bytes))
}

fn of_bytes(bytes: &[u8]) -> Result<Vec<Parsed>, ArticleError> {
    let named = format!("{STANDARD_INPUT}{}", extension(bytes));
    let renamed = |path: &str| path.replacen(&named, STANDARD_INPUT, 1);
    let wrong = |error: ArticleError| ArticleError { path: renamed(&error.path), ..error };
    let parsed = article::parse(&named, bytes).map_err(wrong)?;
    let articles = parsed.into_iter().map(|one| {
        let mut article = one.map_err(wrong)?;
        article.path = renamed(&article.path);
        Ok(article)
    });
    Ok(articles.collect())
}

/// The extension that a file of such bytes would have.
fn extension(bytes: &[u8]) -> &'static str {
    let without_mark = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let is_whole = || serde_json::from_slice::<IgnoredAny>(without_mark).is_ok();
    match () {
        () if is_collection_of_articles(bytes) && (without_mark.trim_ascii_start().starts_with(b"[") || is_whole()) => {
            ".json"
        }
        () if is_collection_of_articles(bytes) => ".jsonl",
        () if without_mark.starts_with(b"---\n") || without_mark.starts_with(b"---\r\n") => ".md",
        () => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &str, expected: &str) {
        assert_eq!(extension(bytes.as_bytes()), expected, "{bytes}");
    }

    #[test]
    fn the_form_is_told_from_the_first_bytes() {
        check("The bridge opened.", "");
        check("---\ntitle: Bridge\n---\nThe bridge opened.", ".md");
        check("--- a line ---\nThe bridge opened.", "");
        check("{\n \"text\": \"The bridge opened.\"\n}\n", ".json");
        check("[{\"text\": \"The bridge opened.\"}]", ".json");
        check("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", ".jsonl");
        check("{\"text\": \"One.\"}\n{\"text\": \n", ".jsonl");
        check("{curly} words", "");
    }

    #[test]
    fn paths_are_those_of_standard_input() {
        let parsed = of_bytes(b"{\"id\":\"x\",\"text\":\"The bridge opened.\"}\n{\"text\": 1}\n").unwrap();
        assert_eq!(parsed[0].as_ref().unwrap().path, "-#x");
        assert_eq!(parsed[1].as_ref().unwrap_err().path, "-#2");
    }
}
