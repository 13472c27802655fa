//! Spans of an article's text -> line and column of its file.
//!
//! The index keeps one mark a line and one every kilobyte of a long line, so that a look-up counts few characters.

use super::Article;
use crate::span::Span;

/// How many bytes of one line go without a mark.
const STRIDE: usize = 1024;

/// A place of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The bytes of the file.
    pub span: Span,
    /// The line of the first byte, counted from 1.
    pub line: usize,
    /// The column of the first byte in Unicode characters, counted from 1.
    pub column: usize,
    /// Exactly these bytes: in a JSON file with its escapes, in a Markdown file with its markup.
    pub text: &'a str,
}

/// Tells the places of one article's spans.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    article: &'a Article,
    marks: Vec<Mark>,
}

/// A byte of the file whose line and column are known, both counted from 0.
#[derive(Clone, Copy, Debug)]
struct Mark {
    byte: usize,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    /// Builds the index of the article's file.
    pub fn of(article: &'a Article) -> Self {
        let mut last = Mark { byte: 0, line: 0, column: 0 };
        let mut marks = vec![last];
        let mut column = 0;
        for (byte, character) in article.file().char_indices() {
            if byte >= last.byte + STRIDE {
                last = Mark { byte, column, ..last };
                marks.push(last);
            }
            column += 1;
            if character == '\n' {
                column = 0;
                last = Mark { byte: byte + 1, line: last.line + 1, column };
                marks.push(last);
            }
        }
        Self { article, marks }
    }

    /// The place of a span of the article's text.
    ///
    /// "opened" in "Title\n\nThe bridge opened." is at line 3, column 12.
    pub fn place(&self, span: Span) -> Place<'a> {
        let file = self.article.file();
        let span = self.article.origin.in_file(span);
        let next = self.marks.partition_point(|mark| mark.byte <= span.start);
        let mark = self.marks[next - 1];
        let column = mark.column + file[mark.byte..span.start].chars().count() + 1;
        Place { span, line: mark.line + 1, column, text: span.of(file) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{from_text, parse};
    use super::*;

    fn check(article: &Article, words: &str, expected: (usize, usize, usize, &str)) {
        let start = article.text.find(words).unwrap();
        let place = article.places().place(Span::new(start, start + words.len()));
        assert_eq!((place.span.start, place.line, place.column, place.text), expected);
    }

    #[test]
    fn columns_count_characters_of_the_line() {
        let article = from_text("a.txt", "Title\n\n«Été» – the bridge opened.\r\nIt rained.".to_owned());
        check(&article, "Title", (0, 1, 1, "Title"));
        check(&article, "bridge", (25, 3, 13, "bridge"));
        check(&article, "It", (41, 4, 1, "It"));
    }

    #[test]
    fn places_in_a_long_line_are_found_from_the_nearest_mark() {
        let article = from_text("a.txt", format!("{}end", "é".repeat(100_000)));
        check(&article, "end", (200_000, 1, 100_001, "end"));
    }

    #[test]
    fn places_of_one_json_article_are_those_of_the_file() {
        let file = "{\n \"text\": \"Oui.\\n\\u00c9t\\u00e9 \\\"said\\\" no.\"}";
        let article = parse("a.json", file.as_bytes()).unwrap().remove(0).unwrap();
        assert_eq!(article.text, "Oui.\nÉté \"said\" no.");
        check(&article, "Oui", (12, 2, 11, "Oui"));
        check(&article, "Été", (18, 2, 17, "\\u00c9t\\u00e9"));
        check(&article, "\"said\"", (32, 2, 31, "\\\"said\\\""));
        check(&article, "no.", (41, 2, 40, "no."));
    }

    #[test]
    fn places_in_markdown_print_the_markup() {
        let article = parse("a.md", b"The *new bridge* [opened](https://example.org).").unwrap().remove(0).unwrap();
        assert_eq!(article.text, "The  new bridge   opened                      .");
        check(&article, "new bridge   opened", (5, 1, 6, "new bridge* [opened"));
    }
}
