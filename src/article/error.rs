//! What can be wrong with an article's bytes, said so that the reader knows what to do.

use std::fmt;

/// The most bytes that one article may have.
pub const LIMIT: usize = 16_000_000;

/// Why an article could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleError {
    /// The path as given; `file#id` in a file of several articles.
    pub path: String,
    /// The line of the file, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl ArticleError {
    pub(super) fn new(path: &str, line: Option<usize>, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for ArticleError {
    /// Writes "a.md:3: published: "2025-02-30" is no date: write YYYY-MM-DD".
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(out, "{}:{line}: {}", self.path, self.message),
            None => write!(out, "{}: {}", self.path, self.message),
        }
    }
}

impl std::error::Error for ArticleError {}

/// The bytes as text, or the message that names the first byte that is not UTF-8, counted from 0.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|error| match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "UTF-16, not UTF-8: save the file as UTF-8".to_owned(),
        _ => format!("not UTF-8 at byte {}: save the file as UTF-8", error.valid_up_to()),
    })
}

/// The message where `length` bytes are too many for one article.
pub(super) fn within_limit(length: usize) -> Result<(), String> {
    match length > LIMIT {
        true => Err(format!("longer than 16 MB ({:.1} MB): split it", length as f64 / 1e6)),
        false => Ok(()),
    }
}

/// The message where `text` has no word.
pub(super) fn not_empty(text: &str) -> Result<(), String> {
    match text.chars().all(super::blocks::is_blank) {
        true => Err("the article is empty".to_owned()),
        false => Ok(()),
    }
}
