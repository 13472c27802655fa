//! The steps from expressions to timexes: anchor, tense, bounds, offsets, and the days of events.

use jiff::civil::Date;

use crate::article::{Article, BlockKind};
use crate::language::Document;
use crate::time::calendar::{Period, Unit};
use crate::time::event_anchor::EventDays;
use crate::time::lexicon::{Part, Role, Tense, lexicon};
use crate::time::meaning::{Calendar, Expression, Meaning, Pick, Side, Year};
use crate::time::resolve::{Context, Mentioned, Resolved, in_utc, resolve};
use crate::time::words::Words;
use crate::time::{
    Anchor, AnchorSource, Bound, Customs, DateOrder, Direction, Granularity, Interval, OffsetFrom, Times, Timex,
    anchor, bound, fault, offset, patterns, reported, tense,
};

/// How many sentences a date stays the one mentioned last.
const DATE_REACH: usize = 2;
/// How many sentences a quarter stays the one under report.
const QUARTER_REACH: usize = 12;

/// The event that every article has.
const PUBLICATION: &str = "publication";

/// All timexes of the article.
pub(super) fn annotate(article: &Article, document: &Document<'_>, customs: Customs) -> Times {
    let expressions = patterns::recognise(&Words::of(document, customs.direction == Direction::Future));
    let day_first = day_first(document, &expressions, customs.date_order);
    let anchor = anchor::find(article, document, &expressions, day_first);
    let mut memory = Memory::default();
    let mut timexes: Vec<Timex> = Vec::with_capacity(expressions.len());
    for expression in &expressions {
        let sentence = document.sentence_of(expression.tokens.start);
        let own = tense::tense(document, &expression.tokens);
        let tense = range_start(document, &timexes, expression)
            .filter(|_| own == Tense::Unsaid)
            .map_or(own, |start| tense::tense(document, &start.tokens));
        let further = range_end(document, &timexes, expression);
        let is_counted_from = timexes.last().is_some_and(|before| is_offset_from(before, expression));
        let bound = further.or_else(|| bound::bound(document, expression, tense).filter(|_| !is_counted_from));
        let ahead = further.is_none() && bound::points_ahead(bound, tense);
        let tense = if ahead { Tense::Future } else { tense };
        let tense = if is_counted_from { Tense::Unsaid } else { tense };
        let mentioned = memory.at(sentence);
        let context = Context { anchor: anchor.map(|anchor| anchor.day), tense, customs, mentioned, day_first };
        let from = further.and_then(|_| timexes.last()?.interval?.start);
        let resolved = not_before(resolve(expression, &context), expression, from);
        let day = resolved.period.and_then(|period| if let Period::Day(day) = period { Some(day) } else { None });
        let resolved = if bound == Some(Bound::Within) && tense != Tense::Past {
            within(resolved, expression, document, context.anchor)
        } else {
            resolved
        };
        let fault = fault::fault(document, expression, day, &context);
        memory.note(document, sentence, resolved.period, context.anchor);
        timexes.push(Timex { fault, ..timex(document, expression, resolved, bound, anchor) });
    }
    settle_clocks(document, &expressions, &mut timexes);
    settle_events(document, &mut timexes, anchor);
    mark_reported(document, &mut timexes);
    Times { anchor, timexes }
}

/// The days of the timex counted from another day.
pub(super) fn resolve_from(document: &Document<'_>, timex: &Timex, day: Date, customs: Customs) -> Option<Interval> {
    let words = Words::around(document, &timex.tokens);
    let expression =
        patterns::recognise(&words).into_iter().find(|expression| expression.tokens.start == timex.tokens.start)?;
    let tense = tense::tense(document, &expression.tokens);
    let tense = if bound::points_ahead(timex.bound, tense) { Tense::Future } else { tense };
    let context = Context {
        anchor: Some(day),
        tense,
        customs: Customs { direction: Direction::News, ..customs },
        mentioned: Mentioned::default(),
        day_first: None,
    };
    let resolved = resolve(&expression, &context);
    let days = resolved.interval.filter(|_| resolved.is_anchored)?;
    Some(bound::apply(timex.bound, part_of(&expression), days))
}

/// The stretches mentioned last and where.
#[derive(Default)]
struct Memory {
    date: Option<(usize, Period)>,
    quarter: Option<(usize, Period)>,
}

impl Memory {
    fn at(&self, sentence: usize) -> Mentioned {
        let recent = |entry: Option<(usize, Period)>, reach| {
            entry.filter(|(at, _)| sentence - at <= reach).map(|(_, period)| period)
        };
        Mentioned { date: recent(self.date, DATE_REACH), quarter: recent(self.quarter, QUARTER_REACH) }
    }

    fn note(&mut self, document: &Document<'_>, sentence: usize, period: Option<Period>, anchor: Option<Date>) {
        let Some(period) = period.filter(|_| is_told(document.sentences[sentence].block)) else { return };
        if matches!(period, Period::Quarter(..)) && self.is_reported(sentence, period, anchor) {
            self.quarter = Some((sentence, period));
        }
        self.date = Some((sentence, period));
    }

    /// Whether the quarter is the one under report: it is over, and later than the one that was before.
    fn is_reported(&self, sentence: usize, period: Period, anchor: Option<Date>) -> bool {
        let is_over = |period: Period| period.days().zip(anchor).is_none_or(|((_, last), anchor)| last < anchor);
        match self.quarter.filter(|(at, _)| at + QUARTER_REACH >= sentence) {
            Some((_, before)) if is_over(before) => is_over(period) && period.days() >= before.days(),
            Some((_, before)) => period.days() >= before.days() || period.shifted(1) == Some(before),
            None => true,
        }
    }
}

/// Whether the block tells events in order, as captions and datelines do not.
fn is_told(block: BlockKind) -> bool {
    block.makes_claims()
}

/// Whether the article puts the day before the month: decided by the first date in numbers that has one above 12, else by
/// the order that its publisher is known for, else by the first date with the name of its month.
fn day_first(document: &Document<'_>, expressions: &[Expression], order: Option<DateOrder>) -> Option<bool> {
    let in_numbers = expressions.iter().find_map(|expression| match expression.meaning {
        Meaning::Calendar(Calendar::Numeric { first, .. }, ..) if first > 12 => Some(true),
        Meaning::Calendar(Calendar::Numeric { second, .. }, ..) if second > 12 => Some(false),
        _ => None,
    });
    in_numbers
        .or(order.map(|order| order == DateOrder::DayFirst))
        .or_else(|| expressions.iter().find_map(|expression| day_before_name(document, expression)))
}

/// Whether the day of a date stands before the name of its month: "9 January" but not "Jan. 9".
fn day_before_name(document: &Document<'_>, expression: &Expression) -> Option<bool> {
    let Meaning::Calendar(Calendar::Date { .. }, ..) = expression.meaning else { return None };
    let place = |fits: fn(&str) -> bool| expression.tokens.clone().find(|&token| fits(document.word(token)));
    let day = place(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))?;
    let month = place(|word| lexicon().roles(word).iter().any(|role| matches!(role, Role::Month(_))))?;
    Some(day < month)
}

/// The bound of the further end of a range: "to Friday" after "from Monday", "and 2018" after "between 2015".
fn range_end(document: &Document<'_>, timexes: &[Timex], expression: &Expression) -> Option<Bound> {
    let (before, link) = linked(document, timexes, expression)?;
    let is = |word: &str| link.eq_ignore_ascii_case(word);
    let from = before.bound == Some(Bound::Since);
    (from && (is("to") || is("through") || is("until") || is("till") || is("-") || is("–"))).then_some(Bound::By)
}

/// The nearer end of the range that the expression is the further end of: "January" for "May" in "lasted from January to
/// May".
fn range_start<'t>(document: &Document<'_>, timexes: &'t [Timex], expression: &Expression) -> Option<&'t Timex> {
    let (before, link) = linked(document, timexes, expression)?;
    let from = before.tokens.start.checked_sub(1)?;
    (link.eq_ignore_ascii_case("to") && document.lower(from) == "from").then_some(before)
}

/// The expression that one word parts from this one, and the word.
fn linked<'t, 'd>(
    document: &'d Document<'_>,
    timexes: &'t [Timex],
    expression: &Expression,
) -> Option<(&'t Timex, &'d str)> {
    let before = timexes.last()?;
    let link = expression.tokens.start.checked_sub(1).filter(|link| before.tokens.end == *link)?;
    Some((before, document.word(link)))
}

/// "Will be done within 30 days": from the day of telling on, where nothing else is told to count from.
fn within(mut resolved: Resolved, expression: &Expression, document: &Document<'_>, anchor: Option<Date>) -> Resolved {
    let Meaning::Duration(length, Side::Unsaid) = &expression.meaning else { return resolved };
    let count = length.count.filter(|count| count.quarters == 0).and_then(|count| i32::try_from(count.whole).ok());
    let is_from_event = offset::offset(document, expression).is_some();
    let end = count.zip(anchor).and_then(|(count, anchor)| length.unit.moved(anchor, count));
    if let (Some(anchor), Some(end), false) = (anchor, end, is_from_event) {
        resolved.interval = Some(Interval::between(anchor, end));
        resolved.is_anchored = true;
    }
    resolved
}

/// Whether the length of time before the expression is counted from it: "two weeks" of "two weeks after Easter". The
/// preposition between them then bounds nothing.
fn is_offset_from(before: &Timex, expression: &Expression) -> bool {
    let is_next = before.tokens.end + 1 == expression.tokens.start;
    is_next
        && before
            .offset
            .as_ref()
            .is_some_and(|offset| matches!(offset.from, OffsetFrom::Event(token) if expression.tokens.contains(&token)))
}

/// The expression moved on by weeks or years until it does not lie before the range that it ends.
fn not_before(mut resolved: Resolved, expression: &Expression, from: Option<Date>) -> Resolved {
    let (Some(from), Some(Period::Day(day)), Meaning::Calendar(calendar, ..)) =
        (from, resolved.period, &expression.meaning)
    else {
        return resolved;
    };
    let moved = match calendar {
        Calendar::Weekday { pick: Pick::Tense, .. } if day < from => Unit::Week.moved(day, 1),
        Calendar::Date { year: Year::Unsaid, .. } if day < from => Unit::Year.moved(day, 1),
        _ => None,
    };
    if let Some(day) = moved {
        let period = Period::Day(day);
        resolved.period = Some(period);
        resolved.value = period.value();
        resolved.interval = Some(Interval::day(day));
    }
    resolved
}

fn part_of(expression: &Expression) -> Option<Part> {
    match expression.meaning {
        Meaning::Calendar(_, part, _) => part,
        _ => None,
    }
}

fn timex(
    document: &Document<'_>,
    expression: &Expression,
    resolved: Resolved,
    bound: Option<Bound>,
    anchor: Option<Anchor>,
) -> Timex {
    let suffix = bound::suffix(document, &expression.tokens).map_or(0, |(words, _)| words);
    let tokens = expression.tokens.start..expression.tokens.end + suffix;
    let days = |days: Interval| bound::apply(bound, part_of(expression), days);
    Timex {
        span: document.span(tokens.clone()),
        tokens,
        class: resolved.class,
        value: resolved.value,
        modifier: resolved.modifier.or_else(|| (suffix > 0).then_some(bound).flatten().and_then(bound::modifier)),
        bound,
        interval: resolved.interval.map(days),
        granularity: resolved.granularity,
        anchor: anchor.filter(|_| resolved.is_anchored),
        offset: offset::offset(document, expression),
        alternatives: resolved.alternatives.into_iter().map(days).collect(),
        fault: None,
    }
}

/// Gives a time of day the day that stands beside it: "at 10:30 on March 1", "on March 1 at noon".
fn settle_clocks(document: &Document<'_>, expressions: &[Expression], timexes: &mut [Timex]) {
    for number in 0..timexes.len() {
        let Meaning::Clock(time) = expressions[number].meaning else { continue };
        let own = timexes[number].tokens.clone();
        let links = |from: usize, to: usize| {
            to >= from
                && to - from <= 2
                && (from..to).all(|at| matches!(document.lower(at).as_str(), "on" | "," | "at"))
        };
        let after = timexes.get(number + 1).filter(|other| links(own.end, other.tokens.start));
        let before =
            number.checked_sub(1).map(|before| &timexes[before]).filter(|other| links(other.tokens.end, own.start));
        let beside = if after.is_some() { number + 1 } else { number.wrapping_sub(1) };
        let Some(day) = after.or(before).filter(|other| other.granularity == Granularity::Day) else { continue };
        let in_utc = day.interval.and_then(|days| in_utc(time, Period::Day(days.start?)));
        let (day, clock) = (day.value.clone(), timexes[number].value.clone());
        if let Some((_, clock)) = clock.split_once('T') {
            timexes[number].value = format!("{day}T{clock}");
        }
        timexes[beside].alternatives.extend(in_utc);
    }
}

/// Gives the expressions that count from an event their days where the article dates the event.
fn settle_events(document: &Document<'_>, timexes: &mut [Timex], anchor: Option<Anchor>) {
    if !timexes
        .iter()
        .any(|timex| timex.offset.as_ref().is_some_and(|offset| matches!(offset.from, OffsetFrom::Event(_))))
    {
        return;
    }
    let events = EventDays::of(document, timexes);
    for number in 0..timexes.len() {
        let Some(offset) = &timexes[number].offset else { continue };
        let OffsetFrom::Event(event) = offset.from else { continue };
        let Some(unit) = Unit::of(offset.unit) else { continue };
        let own = timexes.iter().find(|other| other.tokens.contains(&event)).and_then(|other| other.interval?.start);
        // "Within 30 days of publication": of the article itself, where it says no more.
        let is_own = document.tokens[event].lemma == PUBLICATION && document.children(event).next().is_none();
        let published = || anchor.filter(|_| is_own).map(|anchor| anchor.day);
        let Some(day) = own.or_else(|| events.day_of(document, event)).or_else(published) else { continue };
        let Some(there) = unit.moved(day, offset.count) else { continue };
        let within = timexes[number].bound == Some(Bound::Within);
        let timex = &mut timexes[number];
        timex.interval =
            Some(if within { Interval::between(day.min(there), day.max(there)) } else { Interval::day(there) });
        timex.anchor = Some(Anchor { day, from: AnchorSource::Event });
    }
}

/// Marks the expressions that may count from the time of speaking.
fn mark_reported(document: &Document<'_>, timexes: &mut [Timex]) {
    for number in 0..timexes.len() {
        if timexes[number].offset.is_none() {
            timexes[number].offset = reported::offset(document, timexes, number);
        }
    }
}
