//! Plain text -> [`Article`]: title, source and blocks are told from its lines.

use super::blocks::{self, Reading};
use super::{Article, ArticleError, Origin, error};

/// Reads a plain text file.
pub(super) fn parse(path: &str, bytes: &[u8]) -> Result<Article, ArticleError> {
    let checked = error::within_limit(bytes.len()).and_then(|()| error::utf8(bytes));
    let text = checked.and_then(|text| error::not_empty(text).map(|()| text));
    let text = text.map_err(|message| ArticleError::new(path, None, message))?;
    Ok(from_text(path, text.to_owned()))
}

/// Builds the article of a plain text in memory; its title and source where the text's lines tell them.
///
/// "Bridge opens\n\nThe bridge opened on Monday." has the title "Bridge opens" and a block of prose. An empty text
/// has no blocks.
pub fn from_text(path: &str, text: String) -> Article {
    let reading = read(&text, None);
    Article {
        path: path.to_owned(),
        title: reading.title,
        source: reading.source,
        published: None,
        blocks: reading.blocks,
        body: 0,
        origin: Origin::Text,
        text,
    }
}

/// Cuts a plain text into blocks; `title` is the one that the file gives apart from the text.
pub(super) fn read(text: &str, title: Option<&str>) -> Reading {
    blocks::read(text, blocks::paragraphs(text), title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let message = parse("a.txt", bytes).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(message, Err(expected.to_owned()));
    }

    #[test]
    fn what_is_no_article_is_refused() {
        check(b"", "a.txt: the article is empty");
        check("\u{feff} \r\n\u{a0}\0".as_bytes(), "a.txt: the article is empty");
        check(b"It rained \xe9.", "a.txt: not UTF-8 at byte 10: save the file as UTF-8");
        check(b"\xfe\xff\0I", "a.txt: UTF-16, not UTF-8: save the file as UTF-8");
        check(&b"rain ".repeat(3_460_000), "a.txt: longer than 16 MB (17.3 MB): split it");
    }
}
