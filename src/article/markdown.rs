//! Markdown -> [`Article`]: front matter, then headings, paragraphs and list items as blocks.
//!
//! The text keeps the file's bytes where they stand, but markup (`**`, `[…](…)`, `&amp;`, `>` before quoted lines) is
//! blanked with spaces, so that the parser reads words only while every span is one of the file.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::{self, Paragraph};
use super::{Article, ArticleError, Block, BlockKind, Origin, error, front_matter};
use crate::span::Span;

/// Reads a Markdown file.
pub(super) fn parse(path: &str, bytes: &[u8]) -> Result<Article, ArticleError> {
    let checked = error::within_limit(bytes.len()).and_then(|()| error::utf8(bytes));
    let file = checked.map_err(|message| ArticleError::new(path, None, message))?;
    let front = front_matter::read(path, file)?;
    error::not_empty(&file[front.body..]).map_err(|message| ArticleError::new(path, None, message))?;
    let mut body = Body::of(file, front.body);
    body.read();
    let text = String::from_utf8(body.text).expect("blanks replace whole characters");
    let mut reading = blocks::read(&text, body.paragraphs, front.title.as_deref());
    // A title that the body repeats is told there.
    if reading.blocks.iter().all(|block| block.kind != BlockKind::Title)
        && let Some(span) = front_matter::title_words(&text, &front)
    {
        reading.blocks.insert(0, Block { kind: BlockKind::Title, span });
    }
    let origin = match text == file {
        true => Origin::Text,
        false => Origin::Markup { file: file.to_owned() },
    };
    Ok(Article {
        path: path.to_owned(),
        title: front.title.or(reading.title),
        source: front.source.or(reading.source),
        published: front.published,
        blocks: reading.blocks,
        body: front.body,
        origin,
        text,
    })
}

/// The body while its events are read.
struct Body<'a> {
    file: &'a str,
    start: usize,
    /// The file with all markup met so far blanked.
    text: Vec<u8>,
    paragraphs: Vec<Paragraph>,
    /// The block that words are added to.
    open: Option<Open>,
    lists: usize,
    /// How many images the reader is in.
    images: usize,
    /// How many struck-out passages the reader is in, which their author takes back.
    struck: usize,
}

/// A block whose end has not come.
struct Open {
    given: Option<BlockKind>,
    words: Option<Span>,
    /// Everything before it is settled: words or blanks.
    settled: usize,
    /// The words of its images, for a paragraph that has no others.
    image: Option<Span>,
}

impl<'a> Body<'a> {
    fn of(file: &'a str, start: usize) -> Self {
        let text = file.as_bytes().to_vec();
        Self { file, start, text, paragraphs: Vec::new(), open: None, lists: 0, images: 0, struck: 0 }
    }

    fn read(&mut self) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
        let mut whole: Option<Range<usize>> = None;
        for (event, range) in Parser::new_ext(&self.file[self.start..], options).into_offset_iter() {
            let range = range.start + self.start..range.end + self.start;
            if whole.as_ref().is_some_and(|whole| range.start < whole.end) {
                continue;
            }
            if let Event::Start(Tag::Table(_) | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::FootnoteDefinition(_)) = event
            {
                self.close(range.start);
                self.push(Span::from(range.clone()), Some(BlockKind::Furniture));
                whole = Some(range);
                continue;
            }
            self.event(event, range);
        }
        self.close(self.file.len());
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Paragraph) => self.open(range.start, self.in_list()),
            Event::Start(Tag::Heading { level, .. }) => {
                let is_title = level as usize == 1 && !self.has_title();
                self.open(range.start, Some(if is_title { BlockKind::Title } else { BlockKind::Heading }));
            }
            Event::Start(Tag::List(_)) => {
                self.close(range.start);
                self.lists += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.close(range.end);
                self.lists -= 1;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => self.close(range.end),
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images -= 1,
            Event::Start(Tag::Strikethrough) => self.struck += 1,
            Event::End(TagEnd::Strikethrough) => self.struck -= 1,
            Event::Text(words) => self.words(&words, range),
            Event::Code(_) => self.code(range),
            _ => {}
        }
    }

    fn in_list(&self) -> Option<BlockKind> {
        (self.lists > 0).then_some(BlockKind::Prose)
    }

    fn has_title(&self) -> bool {
        self.paragraphs.iter().any(|paragraph| paragraph.given == Some(BlockKind::Title))
    }

    fn open(&mut self, start: usize, given: Option<BlockKind>) {
        self.close(start);
        self.open = Some(Open { given, words: None, settled: start, image: None });
    }

    /// Adds the words of a text event; a list item without paragraphs begins with its first words.
    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.open.is_none() {
            self.open(range.start, self.in_list());
        }
        let Some(open) = &mut self.open else { return };
        let span = Span::from(range.clone());
        if self.struck > 0 {
            return;
        }
        if self.images > 0 {
            open.image = Some(open.image.map_or(span, |image| image.to(span)));
            return;
        }
        blank(&mut self.text[open.settled..range.start.max(open.settled)]);
        let source = &self.file[range.clone()];
        if source != words {
            blank(&mut self.text[range.clone()]);
            if words.len() <= range.len() {
                self.text[range.start..range.start + words.len()].copy_from_slice(words.as_bytes());
            }
        }
        open.settled = range.end;
        open.words = Some(open.words.map_or(span, |words| words.to(span)));
    }

    /// Adds the words between backticks.
    fn code(&mut self, range: Range<usize>) {
        let source = &self.file[range.clone()];
        let inner = source.trim_matches('`');
        let start = range.start + (source.len() - source.trim_start_matches('`').len());
        self.words(inner, start..start + inner.len());
    }

    fn close(&mut self, end: usize) {
        let Some(open) = self.open.take() else { return };
        match (open.words, open.image) {
            (Some(words), _) => {
                blank(&mut self.text[open.settled..end.max(open.settled)]);
                self.push(words, open.given);
            }
            (None, Some(image)) => self.push(image, Some(BlockKind::Caption)),
            (None, None) => {}
        }
    }

    fn push(&mut self, span: Span, given: Option<BlockKind>) {
        self.paragraphs.push(Paragraph { span, given, after_blank: true });
    }
}

/// Turns all but line ends into spaces.
fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')) {
        *byte = b' ';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the blocks of a body, each as "kind: words", words being those of the blanked text.
    fn check(body: &str, expected: &[&str]) {
        let article = parse("a.md", body.as_bytes()).unwrap();
        let shown = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let blocks = article.blocks.iter();
        let found: Vec<String> =
            blocks.map(|it| format!("{:?}: {}", it.kind, shown(it.span.of(&article.text)))).collect();
        assert_eq!(found, expected, "{body}");
        assert_eq!(article.text.len(), body.len());
        for (byte, original) in article.text.bytes().zip(body.bytes()) {
            assert!(byte == original || byte == b' ' || original == b'&', "{body}");
        }
    }

    #[test]
    fn headings_paragraphs_and_items_are_blocks() {
        check(
            "# Quay *closed*\n\nIt rained\nall day.\n\n## Divers ##\n\nNobody was hurt.\n\n# More\n",
            &[
                "Title: Quay closed",
                "Prose: It rained all day.",
                "Heading: Divers",
                "Prose: Nobody was hurt.",
                "Heading: More",
            ],
        );
        check(
            "Prices:\n\n- rice is up\n- wheat is\n  down\n  - oats\n\n1. first\n\n   second\n",
            &[
                "Prose: Prices:",
                "Prose: rice is up",
                "Prose: wheat is down",
                "Prose: oats",
                "Prose: first",
                "Prose: second",
            ],
        );
        check("Quay closed\n===\n\n> It rained,\n> he said.\n", &["Title: Quay closed", "Prose: It rained, he said."]);
    }

    #[test]
    fn code_tables_and_html_make_no_claims() {
        check(
            "It rained.\n\n```\nlet rain = 1;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>\nbox\n</div>\n\nIt stopped.\n",
            &[
                "Prose: It rained.",
                "Furniture: ``` let rain = 1; ```",
                "Furniture: | a | b | |---|---| | 1 | 2 |",
                "Furniture: <div> box </div>",
                "Prose: It stopped.",
            ],
        );
    }

    #[test]
    fn markup_is_blanked_and_words_stay_where_they_are() {
        check(
            "The **old** [quay](https://example.org \"x\") was `shut` &amp; <b>closed</b>\\*.\n",
            &["Prose: The old quay was shut & closed *."],
        );
        check("It was ~~open~~ closed on <https://example.org>.\n", &["Prose: It was closed on https://example.org ."]);
        check(
            "![The quay in 2019](quay.jpg)\n\nIt rained ![icon](i.png) again.\n",
            &["Caption: The quay in 2019", "Prose: It rained again."],
        );
        check(
            "Été **à** *Halden*, &nGt; rain[^1].\n\n[^1]: See the log.\n",
            &["Prose: Été à Halden , rain .", "Furniture: [^1]: See the log."],
        );
    }

    #[test]
    fn lines_of_the_page_are_told_apart_in_paragraphs_too() {
        check(
            "PELLWORTH — A fire burnt.\n\nSubscribe to our newsletter\n\nBy Jane Doe\n",
            &[
                "Dateline: PELLWORTH —",
                "Prose: A fire burnt.",
                "Furniture: Subscribe to our newsletter",
                "Byline: By Jane Doe",
            ],
        );
    }

    #[test]
    fn of_front_matter_the_title_alone_is_a_block() {
        let article = parse("a.md", b"---\ntitle: Rain\npublished: 2024-04-09\n---\n\nIt rained.\n").unwrap();
        assert_eq!((article.title.as_deref(), article.origin), (Some("Rain"), Origin::Text));
        assert_eq!(
            article.blocks.iter().map(|it| it.span.of(&article.text)).collect::<Vec<_>>(),
            ["Rain", "It rained."]
        );
        let repeated = parse("a.md", b"---\ntitle: \"Rain\"\n---\n\n# Rain\n\nIt rained.\n").unwrap();
        assert_eq!(repeated.blocks.iter().map(|it| it.span.start).collect::<Vec<_>>(), [25, 31]);
        let escaped = parse("a.md", b"---\ntitle: \"\\\"Rain\\\"\"\n---\n\nIt rained.\n").unwrap();
        assert_eq!(escaped.blocks.iter().map(|it| it.span.of(&escaped.text)).collect::<Vec<_>>(), ["It rained."]);
        let empty = parse("a.md", b"---\ntitle: Rain\n---\n\n").map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(empty, Err("a.md: the article is empty".to_owned()));
    }
}
