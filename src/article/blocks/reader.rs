//! The paragraphs of a text in order -> what each of them is.
//!
//! A paragraph is asked for what is surest first: the page's machinery, credits, bylines, the title, headings; what
//! is left is prose.

use super::byline::{self, Byline};
use super::credit::{self, CreditedLine, Credits, Marked};
use super::furniture::{self, Furniture};
use super::shape::{self, Ending};
use super::{Block, BlockKind, Paragraph, Reading, dateline, names, trimmed};
use crate::span::Span;

/// The most words of a headline at the top of a text or below a picture.
const TITLE: usize = 25;

/// How many paragraphs of a summary may stand above the time of publication.
const ABOVE: usize = 3;

/// The fewest words of a headline where shorter lines, of a menu or a site's name, stand above the text too.
const SHORTEST_TITLE: usize = 4;

/// The most words of a heading, written like a sentence or in title case.
const HEADING: usize = 12;
const HEADING_IN_TITLE_CASE: usize = 20;

/// Decides what each paragraph of `text` is; `title` is the one that the file gives apart from the text.
pub(in super::super) fn read(text: &str, paragraphs: Vec<Paragraph>, title: Option<&str>) -> Reading {
    let mut reader = Reader::of(text, &paragraphs, title);
    for index in 0..paragraphs.len() {
        reader.paragraph(index);
    }
    reader.finish()
}

struct Reader<'a> {
    text: &'a str,
    paragraphs: &'a [Paragraph],
    /// The title that stands apart from the text.
    stated_title: Option<&'a str>,
    credits: Credits<'a>,
    /// How many paragraphs at the top are the site's name and motto.
    masthead: usize,
    is_latin: Option<bool>,
    /// Whether the text ends its sentences with full stops, so that a line without one is none.
    is_punctuated: bool,
    /// The last paragraph that is certainly a sentence.
    last_sentence: usize,
    reading: Reading,
    /// The block that is the title if no longer line comes.
    short_title: Option<usize>,
    publisher: Option<&'a str>,
    agency: Option<&'a str>,
    /// How many blocks of prose there are so far.
    prose: usize,
    /// What stands before the paragraph that is read.
    context: Context,
}

/// What the paragraphs above lead to expect.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Text,
    /// A picture with its credit, below which the headline of another article may stand.
    Picture,
    /// The heading of a list of other articles.
    Related,
    /// Readers have the word from here on.
    Comments,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str, paragraphs: &'a [Paragraph], stated_title: Option<&'a str>) -> Self {
        let lines = || paragraphs.iter().filter(|paragraph| paragraph.given.is_none()).map(|it| it.span.of(text));
        let is_sentence = |line: &str| shape::ending(line) == Ending::Sentence && furniture::furniture(line).is_none();
        let credits = Credits::of(lines());
        let mut reader = Self {
            text,
            paragraphs,
            stated_title,
            masthead: 0,
            is_latin: shape::is_latin(text),
            is_punctuated: is_punctuated(lines()),
            last_sentence: paragraphs.iter().rposition(|it| is_sentence(it.span.of(text))).unwrap_or(0),
            reading: Reading::default(),
            short_title: None,
            publisher: None,
            agency: None,
            prose: 0,
            context: Context::Text,
            credits,
        };
        reader.read_masthead();
        reader
    }

    /// A site's name stands alone on the first line; what follows up to a blank line is its motto.
    fn read_masthead(&mut self) {
        let Some(name) = self.paragraphs.first().and_then(|first| self.credits.bare(first.span.of(self.text))) else {
            return;
        };
        let motto = self.paragraphs[1..].iter().take_while(|paragraph| !paragraph.after_blank).count();
        let is_followed = self.paragraphs.len() > motto + 1;
        self.masthead = if is_followed { motto + 1 } else { 1 };
        self.publisher = Some(name.trim_end_matches(|last: char| last.is_ascii_digit() || matches!(last, ',' | ' ')));
    }

    fn paragraph(&mut self, index: usize) {
        let paragraph = self.paragraphs[index];
        let line = paragraph.span.of(self.text);
        if let Some(kind) = paragraph.given {
            self.push(kind, paragraph.span);
        } else if self.is_of_the_page(index, line) {
            self.push(BlockKind::Furniture, paragraph.span);
        } else if !(self.picture(index, line) || self.byline(index, line) || self.headline(index, line)) {
            self.prose(paragraph.span);
        }
    }

    fn push(&mut self, kind: BlockKind, span: Span) {
        let span = trimmed(self.text, span);
        if span.is_empty() {
            return;
        }
        self.prose += usize::from(kind == BlockKind::Prose);
        if kind == BlockKind::Title && self.reading.title.is_none() {
            self.reading.title = Some(on_one_line(span.of(self.text)));
        }
        self.reading.blocks.push(Block { kind, span });
    }

    /// Whether the line is none of the article's, and what it says of the lines to come.
    fn is_of_the_page(&mut self, index: usize, line: &str) -> bool {
        let is_foreign = self.is_latin.is_some_and(|latin| shape::is_latin(line).is_some_and(|own| own != latin));
        if index < self.masthead || self.context == Context::Comments || is_foreign {
            return true;
        }
        match furniture::furniture(line) {
            Some(Furniture::Line) => {}
            Some(Furniture::Related) => self.context = Context::Related,
            // A count of comments above the text links down to them.
            Some(Furniture::Comments) if self.prose > 2 => self.context = Context::Comments,
            Some(Furniture::Comments) => {}
            None => return false,
        }
        true
    }

    /// Adds the blocks of a line under a picture.
    fn picture(&mut self, index: usize, line: &'a str) -> bool {
        let start = self.paragraphs[index].span.start;
        if let Some(credited) = self.credits.credited(line).filter(|credited| !self.may_be_title(index, credited)) {
            self.push(BlockKind::Caption, credited.caption.shifted(start));
            self.push(BlockKind::Furniture, credited.credit.shifted(start));
            if let Some(date) = credited.date {
                self.push(BlockKind::CaptionDate, date.shifted(start));
            }
            self.context = Context::Picture;
            return true;
        }
        let Some(marked) = credit::marked(line) else { return false };
        let caption = self.caption_below(index).filter(|caption| marked_end(line, caption));
        let end = start + line.len();
        match (caption, marked) {
            (Some(caption), _) => {
                self.push(BlockKind::Furniture, Span::new(start, end - caption.len()));
                self.push(BlockKind::Caption, Span::new(end - caption.len(), end));
            }
            (None, Marked::Credit) => self.push(BlockKind::Furniture, Span::new(start, end)),
            (None, Marked::Caption) => self.push(BlockKind::Caption, Span::new(start, end)),
        }
        true
    }

    /// Whether the line is the first one of words and ends in the name of the site: "Bridge opens - BBC News".
    fn may_be_title(&self, index: usize, credited: &CreditedLine<'_>) -> bool {
        !self.has_title()
            && self.prose == 0
            && index == self.masthead
            && credited.date.is_none()
            && !credited.caption.is_empty()
    }

    fn has_title(&self) -> bool {
        self.stated_title.is_some() || self.reading.title.is_some()
    }

    /// The caption of the next line, which a page repeats behind the credit.
    fn caption_below(&self, index: usize) -> Option<&'a str> {
        let line = self.paragraphs.get(index + 1)?.span.of(self.text);
        let credited = self.credits.credited(line)?;
        Some(credited.caption.of(line)).filter(|caption| !caption.is_empty())
    }

    fn byline(&mut self, index: usize, line: &'a str) -> bool {
        let Some(byline) = byline::byline(line) else { return false };
        let is_above = self.prose == 0 || (byline::has_clock(line) && self.prose < ABOVE);
        let is_at_an_end = is_above || index > self.last_sentence;
        let kind = match byline {
            Byline::Date if is_at_an_end => BlockKind::Dateline,
            Byline::Date | Byline::Dated(_) if !is_at_an_end => return false,
            _ => BlockKind::Byline,
        };
        match byline {
            Byline::Dated(name) if !name.is_empty() => self.publisher = self.publisher.or(Some(name)),
            Byline::Source(name) => self.agency = self.agency.or(Some(name)),
            _ => {}
        }
        self.push(kind, self.paragraphs[index].span);
        true
    }

    /// Adds a title or heading.
    fn headline(&mut self, index: usize, line: &str) -> bool {
        if self.repeats_the_title(index, line) {
            return true;
        }
        let span = self.paragraphs[index].span;
        let bullet = shape::bullet(line);
        let item = &line[bullet..];
        let is_alone = self.paragraphs.len() == 1;
        if is_alone || !shape::is_headline(item) || dateline::dateline(line, self.prose).is_some() {
            return false;
        }
        let words = shape::words_up_to(TITLE + 1, item);
        let is_last = index + 1 == self.paragraphs.len();
        if !self.has_title() && self.prose == 0 && bullet == 0 && words <= TITLE && !is_last {
            self.title(span, words);
            self.context = Context::Text;
            return true;
        }
        let is_heading = match self.context {
            Context::Picture | Context::Related => words <= TITLE,
            _ if bullet > 0 => false,
            _ if !self.is_punctuated => words <= 3,
            _ => words <= HEADING || (words <= HEADING_IN_TITLE_CASE && shape::is_title_case(item)),
        };
        if is_heading {
            self.push(BlockKind::Heading, Span::new(span.start + bullet, span.end));
            if self.context == Context::Picture {
                self.context = Context::Text;
            }
        }
        is_heading
    }

    /// Adds a line that may be the title: the first one of some length is, or the first one where there is none.
    fn title(&mut self, span: Span, words: usize) {
        if words >= SHORTEST_TITLE {
            self.push(BlockKind::Title, span);
            return;
        }
        self.short_title.get_or_insert(self.reading.blocks.len());
        self.push(BlockKind::Heading, span);
    }

    /// Adds a first line that says the title which the file gives apart from the text.
    fn repeats_the_title(&mut self, index: usize, line: &str) -> bool {
        let is_title = self.prose == 0 && self.stated_title.is_some_and(|title| is_same(title, line));
        if is_title && self.paragraphs.len() > 1 {
            self.push(BlockKind::Title, self.paragraphs[index].span);
        }
        is_title && self.paragraphs.len() > 1
    }

    fn prose(&mut self, span: Span) {
        let line = span.of(self.text);
        let mut start = span.start + shape::bullet(line);
        if let Some(dateline) = dateline::dateline(line, self.prose) {
            start = span.start + dateline.end;
            self.push(BlockKind::Dateline, Span::new(span.start, start));
            self.agency = self.agency.or(dateline.agency);
        }
        self.push(BlockKind::Prose, Span::new(start, span.end));
        self.context = Context::Text;
    }

    /// Settles what only the whole text tells: a text without prose has its headings for it.
    fn finish(mut self) -> Reading {
        if let Some(block) = self.short_title.filter(|_| !self.has_title()).map(|index| &mut self.reading.blocks[index])
        {
            block.kind = BlockKind::Title;
            self.reading.title = Some(on_one_line(block.span.of(self.text)));
        }
        if self.prose == 0 {
            for block in self.reading.blocks.iter_mut().filter(|block| block.kind == BlockKind::Heading) {
                block.kind = BlockKind::Prose;
            }
        }
        let agency = self.agency.map(|agency| names::agency(agency).unwrap_or(agency));
        self.reading.source = self.publisher.or(agency).map(str::to_owned).filter(|source| !source.is_empty());
        self.reading
    }
}

/// The words with one space between them.
fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a quarter of what is longer than a heading ends as sentences do.
fn is_punctuated<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut ended) = (0, 0);
    for line in lines {
        let length = if shape::is_longer(line, 7) { line.len() } else { 0 };
        all += length;
        ended += if shape::ending(line) != Ending::None { length } else { 0 };
    }
    ended * 4 >= all
}

/// Whether a marked line ends with the caption and has a credit before it.
fn marked_end(line: &str, caption: &str) -> bool {
    line.len() > caption.len() && line.ends_with(caption)
}

/// Whether `line` says the title or its beginning, but for space and case.
fn is_same(title: &str, line: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    if line.len() > title.len() + 40 {
        return false;
    }
    let (title, line) = (words(title), words(line));
    line == title || (line.len() > 3 && title.starts_with(&line))
}
