//! Bytes of a file -> [`Article`]: front matter, title, source, date, and the blocks of its text.
//!
//! One file per input form (`txt`, `markdown`, `json`, `jsonl`). Datelines, bylines and dated captions are only
//! marked here; `time` reads them and sets the anchor.

mod blocks;
mod collection;
mod error;
mod front_matter;
mod json;
mod json_string;
mod jsonl;
mod markdown;
mod place;
mod published;
mod record;
mod txt;

use jiff::civil::Date;

use crate::span::Span;

pub use collection::is_collection_of_articles;
pub use error::{ArticleError, LIMIT};
pub use jsonl::parse_line;
pub use place::{Place, Places};
pub use published::day_of_publication;
pub use txt::from_text;

/// One article of a file, or why it could not be read; the others of the file stand.
pub type Parsed = Result<Article, ArticleError>;

/// Reads the articles of a file, its form chosen by the extension of `path`.
///
/// "a.md" gives one article, "day.jsonl" one entry a line that is not blank, in order; what is neither Markdown nor
/// JSON is plain text. Fails as a whole only where no article can be told from another.
pub fn parse(path: &str, bytes: &[u8]) -> Result<Vec<Parsed>, ArticleError> {
    let extension = path.rsplit(['/', '\\']).next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    match extension.to_ascii_lowercase().as_str() {
        "md" | "markdown" => markdown::parse(path, bytes).map(|article| vec![Ok(article)]),
        "json" => json::parse(path, bytes),
        "jsonl" | "ndjson" => Ok(jsonl::parse(path, bytes)),
        _ => txt::parse(path, bytes).map(|article| vec![Ok(article)]),
    }
}

/// One text with what its file says about it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The path as given; `file#id` in a file of several articles.
    pub path: String,
    /// The text that all spans count in.
    pub text: String,
    /// The title that the file gives apart from the text (front matter, JSON), or the title line of a plain text.
    pub title: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// The day of publication that the file states or the command line gives.
    pub published: Option<Published>,
    /// The parts of the text, in order, without overlap; what lies between them is white space or front matter.
    pub blocks: Vec<Block>,
    /// The byte of the text where its body begins, below the front matter; 0 without one.
    pub body: usize,
    /// Where the text lies in its file.
    pub origin: Origin,
}

/// A stated day of publication and where it was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day as written, whatever its zone.
    pub day: Date,
    /// Where it was stated.
    pub from: PublishedFrom,
}

/// Where a day of publication was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishedFrom {
    /// The front matter of a Markdown file.
    FrontMatter,
    /// The field `published` of a JSON article.
    Json,
    /// The option `--published`.
    CommandLine,
    /// Nothing: two articles without a date are presumed to be told on one day, so that "on Wednesday" and "before
    /// Sunday" can be compared.
    Presumed,
}

/// A stretch of the text that is one paragraph, line or part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What sort of text it is.
    pub kind: BlockKind,
    /// Its place, without the white space around it.
    pub span: Span,
}

/// What sort of text a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A heading between paragraphs, or the headline of another article that is linked to.
    Heading,
    /// Running text; the only kind that makes claims besides titles.
    Prose,
    /// Words under a picture.
    Caption,
    /// "GENEVA, Jan 10 (Reuters) -", "Sunday, 9 January 2022 (YJC)_": place, date and agency before the text.
    Dateline,
    /// "Ru-Main, 21.01.2022": a line that names the source and its date.
    Byline,
    /// The date of a caption's or credit's line: "23.12.2021".
    CaptionDate,
    /// What is on the page and not of the article: menus, "Related Posts", log-in lines, a site's name and motto.
    Furniture,
}

impl BlockKind {
    /// Whether the block's sentences are told by the article itself, so that claims are drawn from them.
    pub fn makes_claims(self) -> bool {
        matches!(self, Self::Title | Self::Prose)
    }

    /// Whether the block stands where an article is dated.
    pub fn may_date_the_article(self) -> bool {
        matches!(self, Self::Dateline | Self::Byline | Self::CaptionDate | Self::Caption)
    }
}

/// How places in an article's text lead back to its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The text is the file's content, or the text of one of several articles in it: spans stand as they are.
    Text,
    /// The text is a JSON string of a file of one article: `(byte of the text, byte of the file)` where the
    /// difference changes, in order, and the file's content.
    JsonString {
        /// Where the offset between text and file changes.
        steps: Vec<(usize, usize)>,
        /// The whole file.
        file: String,
    },
    /// The text is the file's content byte for byte, but for markup of Markdown that is blanked with spaces: spans
    /// stand as they are, and the words of the file are in `file`.
    Markup {
        /// The whole file.
        file: String,
    },
}

impl Origin {
    /// The bytes of the file that `span` of the text stands for.
    ///
    /// "\\u00e9t\\u00e9" in a JSON string: the whole of "été", 5 bytes, gives the 13 bytes of the literal.
    pub fn in_file(&self, span: Span) -> Span {
        match self {
            Self::Text | Self::Markup { .. } => span,
            Self::JsonString { steps, .. } => {
                Span::new(json_string::in_file(steps, span.start), json_string::in_file(steps, span.end))
            }
        }
    }
}

impl Article {
    /// The text with its markup, every byte where `text` has it.
    pub fn markup(&self) -> &str {
        match &self.origin {
            Origin::Markup { file } => file,
            _ => &self.text,
        }
    }

    /// The content of the file that [`Origin::in_file`] counts in; the decoded text in a file of several articles.
    pub fn file(&self) -> &str {
        match &self.origin {
            Origin::Text => &self.text,
            Origin::JsonString { file, .. } | Origin::Markup { file } => file,
        }
    }

    /// Where the text itself states the day of publication that its file gives: the line of the front matter.
    pub fn published_line(&self) -> Option<Span> {
        let from = self.published.map(|published| published.from);
        (from == Some(PublishedFrom::FrontMatter)).then(|| front_matter::published_line(&self.text)).flatten()
    }

    /// An index that tells line and column of spans; build it once for many of them.
    pub fn places(&self) -> Places<'_> {
        Places::of(self)
    }
}
