//! The article's own date: stated, or read from its dateline, byline, running text or captions.

use jiff::civil::Date;

use crate::article::{Article, BlockKind, Published, PublishedFrom};
use crate::language::Document;
use crate::time::calendar::Unit;
use crate::time::lexicon::Tense;
use crate::time::meaning::{Calendar, Expression, Meaning};
use crate::time::resolve::{Context, Mentioned, resolve};
use crate::time::{Anchor, AnchorSource, Customs};

/// The day that relative expressions of the article count from; `None` where nothing dates it.
///
/// "Ru-Main, 21.01.2022" on a line of its own is 2022-01-21; of dated captions the latest counts, as pictures are older
/// than the article.
pub(super) fn find(
    article: &Article,
    document: &Document<'_>,
    expressions: &[Expression],
    day_first: Option<bool>,
) -> Option<Anchor> {
    let stated = |published: Published| Anchor { day: published.day, from: AnchorSource::Published(published.from) };
    let (own, given) = match article.published {
        Some(published) if published.from != PublishedFrom::CommandLine => (Some(published), None),
        published => (None, published),
    };
    if let Some(own) = own {
        return Some(stated(own));
    }
    let full = |expression: &Expression| day_of(expression, None, day_first);
    let captions =
        || in_blocks(document, expressions, &[BlockKind::CaptionDate, BlockKind::Caption]).filter_map(full).max();
    let near = captions();
    let of = |kind| {
        in_blocks(document, expressions, kind)
            .find_map(|expression| full(expression).or_else(|| day_of(expression, near, day_first)))
    };
    let anchor = |day: Option<Date>, from| day.map(|day| Anchor { day, from });
    anchor(of(&[BlockKind::Dateline]), AnchorSource::Dateline)
        .or_else(|| anchor(of(&[BlockKind::Byline]), AnchorSource::Byline))
        .or_else(|| anchor(equated(document, expressions, near, day_first), AnchorSource::Today))
        // The command line dates what does not date itself; a caption's picture may be older than the article.
        .or_else(|| given.map(stated))
        .or_else(|| anchor(captions(), AnchorSource::Caption))
}

/// The expressions in blocks of those kinds.
fn in_blocks<'e>(
    document: &'e Document<'_>,
    expressions: &'e [Expression],
    kinds: &'e [BlockKind],
) -> impl Iterator<Item = &'e Expression> {
    expressions
        .iter()
        .filter(|expression| kinds.contains(&document.sentences[document.sentence_of(expression.tokens.start)].block))
}

/// The date that "today" is equated with: "today, on January 21, 2022". Without a year it takes that of `near`.
fn equated(
    document: &Document<'_>,
    expressions: &[Expression],
    near: Option<Date>,
    day_first: Option<bool>,
) -> Option<Date> {
    let is_today =
        |expression: &Expression| expression.meaning == Meaning::Calendar(Calendar::Here(Unit::Day, 0), None, None);
    let pairs = expressions.windows(2).filter(|pair| is_today(&pair[0]));
    pairs
        .filter(|pair| is_apposed(document, pair[0].tokens.end, pair[1].tokens.start))
        .find_map(|pair| day_of(&pair[1], near, day_first))
}

/// Whether only a comma, a bracket or "on" stand between.
fn is_apposed(document: &Document<'_>, from: usize, to: usize) -> bool {
    to >= from
        && to - from <= 2
        && (from..to).all(|at| matches!(document.word(at), "," | "(" | "on" | "–" | "-"))
        && to > from
}

/// The day that a date names, the year being that nearest to `near` where it has none.
fn day_of(expression: &Expression, near: Option<Date>, day_first: Option<bool>) -> Option<Date> {
    let Meaning::Calendar(Calendar::Date { .. } | Calendar::Numeric { .. }, None, _) = expression.meaning else {
        return None;
    };
    let context = Context {
        anchor: near,
        tense: Tense::Unsaid,
        customs: Customs::default(),
        mentioned: Mentioned::default(),
        day_first,
    };
    resolve(expression, &context).interval.and_then(|days| days.start)
}
