//! A passage -> the file that it lies in and its lines and columns there, as other programs take them.

use crate::article::{Article, Places};
use crate::span::Span;

/// The extensions of files that may hold several articles.
const COLLECTIONS: &[&str] = &[".json", ".jsonl", ".ndjson"];

/// Where a passage lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Location<'a> {
    /// The path of the file.
    pub(super) file: &'a str,
    /// The article's id in a file of several.
    pub(super) id: Option<&'a str>,
    /// Its lines; `None` in a file of several articles, for lines count in each article's own text there.
    pub(super) region: Option<Region<'a>>,
}

/// Lines and columns of a file, counted from 1, columns in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region<'a> {
    /// The line of the first character.
    pub(super) line: usize,
    /// Its column.
    pub(super) column: usize,
    /// The line of the last character.
    pub(super) end_line: usize,
    /// The column after the last character.
    pub(super) end_column: usize,
    /// The characters.
    pub(super) text: &'a str,
}

impl<'a> Location<'a> {
    /// The location of a span of the article, `places` being its index.
    pub(super) fn of(article: &'a Article, places: &Places<'a>, span: Span) -> Self {
        let (file, id) = file_and_id(&article.path);
        let (start, end) = (places.place(span), places.place(Span::new(span.end, span.end)));
        let region = Region {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            text: start.text,
        };
        Self { file, id, region: id.is_none().then_some(region) }
    }
}

/// The file and the id in "day.jsonl#x7"; other paths are files as they stand.
pub(super) fn file_and_id(path: &str) -> (&str, Option<&str>) {
    let is_collection = |file: &str| {
        let lower = file.to_ascii_lowercase();
        file == "-" || COLLECTIONS.iter().any(|extension| lower.ends_with(extension))
    };
    let mut marks = path.match_indices('#').map(|(at, _)| (&path[..at], &path[at + 1..]));
    match marks.find(|(file, _)| is_collection(file)) {
        Some((file, id)) => (file, Some(id)),
        None => (path, None),
    }
}

/// The path as a URI reference: "new articles/50%.md" gives "new%20articles/50%25.md".
///
/// An absolute path becomes a `file:` URI, a drive's letter its first part.
pub(super) fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut uri = match path.starts_with('/') {
        true => "file://".to_owned(),
        false if is_on_drive(&path) => "file:///".to_owned(),
        false => String::new(),
    };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

fn is_on_drive(path: &str) -> bool {
    cfg!(windows) && path.as_bytes().get(1) == Some(&b':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[test]
    fn articles_of_a_collection_share_its_file() {
        for (path, expected) in [
            ("a.md", ("a.md", None)),
            ("day.jsonl#x7", ("day.jsonl", Some("x7"))),
            ("day.JSON#a#b", ("day.JSON", Some("a#b"))),
            ("-#2", ("-", Some("2"))),
            ("issue #4/a.md", ("issue #4/a.md", None)),
            ("issue #4/day.json#x", ("issue #4/day.json", Some("x"))),
        ] {
            assert_eq!(file_and_id(path), expected);
        }
    }

    #[test]
    fn uris_hold_only_what_they_may() {
        for (path, expected) in [
            ("new articles/50%.md", "new%20articles/50%25.md"),
            ("../Été:1#2?.md", "../%C3%89t%C3%A9%3A1%232%3F.md"),
            ("/var/a.md", "file:///var/a.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }

    #[test]
    fn the_end_lies_behind_the_last_character() {
        let text = "The bridge\nopened in «März».".to_owned();
        let article = article::from_text("a.txt", text);
        let location = Location::of(&article, &article.places(), Span::new(4, article.text.len() - 1));
        let region = location.region.unwrap();
        assert_eq!((region.line, region.column, region.end_line, region.end_column), (1, 5, 2, 17));
    }
}
