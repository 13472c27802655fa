//! [`Document`] -> [`Timex`]: recognise temporal expressions, then resolve them against the anchor into an
//! [`Interval`] of days.
//!
//! What is counted from an event or from the time of speaking leaves as an [`Offset`] and is settled in `claim`.
//! Nothing is ever resolved against the computer's clock.

mod anchor;
mod base;
mod bound;
mod calendar;
mod counted;
mod customs;
mod event_anchor;
mod fault;
mod feast;
pub mod interval;
mod lexicon;
mod lunar;
mod meaning;
mod number;
mod offset;
mod part;
mod patterns;
mod reported;
mod resolve;
mod tense;
mod timexes;
mod value;
mod words;
mod zone;
#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil::Date;

use crate::article::Article;
use crate::language::Document;
use crate::span::Span;

pub use customs::{Customs, DateOrder, Direction};
pub use interval::Interval;
pub(crate) use tense::{occasion, reporting};
pub(crate) use zone::zone_of;

/// A temporal expression of the text and what it denotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Its place, as the gold standard draws it: without "in", "on", "by", "since".
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// TIMEX3 type.
    pub class: TimexClass,
    /// TIMEX3 value: "2025-03-03", "P2M", "PRESENT_REF"; with X where no anchor settles it: "XXXX-WXX-3".
    pub value: String,
    /// TIMEX3 mod.
    pub modifier: Option<Modifier>,
    /// The bound that a preposition before it sets: "by" in "by Friday".
    pub bound: Option<Bound>,
    /// The days denoted, bound included; `None` for sets, vague references, plain durations, and what no anchor
    /// settles.
    pub interval: Option<Interval>,
    /// How fine the expression itself is.
    pub granularity: Granularity,
    /// The anchor that `interval` was counted from; `None` for absolute expressions.
    pub anchor: Option<Anchor>,
    /// Set where the expression is counted from an event ("a day after the talks") or may be counted from the time
    /// of speaking instead of the anchor ("by the end of the week" in reported speech).
    pub offset: Option<Offset>,
    /// Other intervals that the expression may denote (9/1/2022 day-first or month-first); empty where it is clear.
    pub alternatives: Vec<Interval>,
    /// What is wrong with the date in itself.
    pub fault: Option<Fault>,
}

/// What is wrong with a date in itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// "April 31": no calendar has the day.
    NoSuchDay,
    /// "Monday, March 4, 2025": the date is a Tuesday. Weekdays count from Monday, 1.
    OtherWeekday {
        /// The weekday as written.
        weekday_span: Span,
        /// The date as written.
        date: Span,
        /// The weekday that the text names.
        said: i8,
        /// The weekday of the date.
        is: i8,
    },
}

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexClass {
    /// A day or longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3 mod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are those of TIMEX3")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// How a preposition bounds the event that the expression dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// by, until, through, no later than: ends with the last day.
    By,
    /// before: ends before the first day.
    Before,
    /// since, from, not before: begins with the first day.
    Since,
    /// after: begins after the last day.
    After,
    /// within, in the next, over the past: inside the stretch.
    Within,
}

/// How fine an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "units of the calendar")]
pub enum Granularity {
    Time,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    /// "recently", "soon".
    Vague,
}

/// The day that relative expressions count from, and where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub day: Date,
    /// Where it came from.
    pub from: AnchorSource,
}

impl Anchor {
    /// Whether nobody told the day, and it only stands for one that two articles share.
    pub fn is_presumed(&self) -> bool {
        self.from == AnchorSource::Published(crate::article::PublishedFrom::Presumed)
    }
}

/// Where an anchor came from, the first being preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnchorSource {
    /// The file's front matter or field `published`, or the option `--published`.
    Published(crate::article::PublishedFrom),
    /// A dateline of the text.
    Dateline,
    /// A dated byline of the text.
    Byline,
    /// The running text equates "today" with a date: "today, on January 21".
    Today,
    /// The latest dated caption.
    Caption,
    /// The time of the speech that the expression is part of.
    Speech,
    /// Another event of the article.
    Event,
}

/// An expression counted from something that only `claim` knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Offset {
    /// What it is counted from.
    pub from: OffsetFrom,
    /// How far, in the unit: +1 day in "a day after the talks", -1 day in "on the eve of the talks".
    pub count: i32,
    /// The unit counted in.
    pub unit: Granularity,
    /// Whether the count is loose: "on the eve of" often means "shortly before".
    pub approximate: bool,
}

/// What an [`Offset`] is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetFrom {
    /// The event that the token heads: "talks" in "a day after the talks".
    Event(usize),
    /// The date mentioned last: "the previous day", "a week later".
    LastMentioned,
    /// The day of the speech that the expression is part of, where that is not the anchor's.
    Speech,
}

/// The temporal expressions of one article and the anchor they were counted from.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// The article's own date; `None` where nothing dates it.
    pub anchor: Option<Anchor>,
    /// In order of place, without overlap.
    pub timexes: Vec<Timex>,
}

/// Finds the article's anchor and all temporal expressions, and resolves them.
///
/// "The bridge opened on Monday." in an article of 2025-03-04 gives [2025-03-03, 2025-03-04).
pub fn annotate(article: &Article, document: &Document<'_>, customs: Customs) -> Times {
    timexes::annotate(article, document, customs)
}

/// Resolves an expression again with another day as its anchor.
///
/// "by the end of the week", printed on 2022-01-26, said on 2022-01-21: until 2022-01-23. Returns `None` where the
/// expression does not depend on an anchor.
pub fn resolve_from(document: &Document<'_>, timex: &Timex, day: Date, customs: Customs) -> Option<Interval> {
    timexes::resolve_from(document, timex, day, customs)
}
