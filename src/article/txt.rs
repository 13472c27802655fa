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
        origin: Origin::Text,
        text,
    }
}

/// Cuts a plain text into blocks; `title` is the one that the file gives apart from the text.
pub(super) fn read(text: &str, title: Option<&str>) -> Reading {
    blocks::read(text, blocks::paragraphs(text), title)
}
