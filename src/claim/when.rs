//! Gives every temporal expression of a sentence to the event that it dates, and settles what is counted from an
//! event or from the time of speaking.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::claim::clause::{Clauses, verb_below};
use crate::claim::{FromEvent, When, event};
use crate::language::{Document, Label, Pos};
use crate::time::{self, Anchor, AnchorSource, Bound, Customs, Granularity, Interval, OffsetFrom, Timex, TimexClass};

/// The word that a temporal expression depends on, prepositions passed over: the verb or noun that it dates.
///
/// "held" for "January 10" in "were held in Geneva on January 10".
pub(super) fn governor(document: &Document<'_>, timex: &Timex) -> Option<usize> {
    let mut at = document.tokens[top(document, timex)?].head;
    let is_link = |token: usize| {
        matches!(document.tokens[token].label, Label::Prep | Label::Pcomp | Label::Agent)
            || matches!(document.tokens[token].pos, Pos::Adp | Pos::Adv | Pos::Sconj)
    };
    while is_link(at) && document.tokens[at].head != at {
        at = document.tokens[at].head;
    }
    Some(at)
}

/// Whether the expression names days on which it is not so: "daily except Tuesday".
fn is_left_out(document: &Document<'_>, timex: &Timex) -> bool {
    let first = document.sentences[document.sentence_of(timex.tokens.start)].tokens.start;
    let mut before = timex.tokens.start.saturating_sub(2).max(first)..timex.tokens.start;
    let leaves_out = |word: &str| matches!(word, "except" | "excepting" | "excluding" | "barring");
    before.any(|token| leaves_out(&document.lower(token)))
}

/// Whether the expression names a time that something is about, not when it happens: "the budget for 2025".
fn is_topic(document: &Document<'_>, timex: &Timex, is_event_noun: impl Fn(usize) -> bool) -> bool {
    let first = timex.tokens.start;
    // "Up nearly 6% on the previous day" compares with it.
    let is_compared = first >= 2
        && document.lower(first - 1) == "on"
        && matches!(document.lower(first - 2).as_str(), "%" | "percent" | "cent" | "points" | "point");
    if is_compared {
        return true;
    }
    // "In good time for the winter timetable" is not told of the winter.
    let is_attribute = top(document, timex).is_some_and(|top| {
        let token = &document.tokens[top];
        let noun = &document.tokens[token.head];
        // "The late-April hearing" is dated by it.
        let is_moving =
            |verb: usize| matches!(event::concept_of_verb(&document.tokens[verb].lemma), Some("rise" | "fall"));
        // "First-quarter profit fell" tells of the quarter.
        let is_moved = matches!(noun.label, Label::Nsubj | Label::Nsubjpass | Label::Dobj) && is_moving(noun.head);
        let is_dated = timex.granularity <= Granularity::Month && is_event_noun(token.head) || is_moved;
        matches!(token.label, Label::Compound | Label::Nmod) && token.head > top && noun.pos == Pos::Noun && !is_dated
    });
    if is_attribute {
        return true;
    }
    let head = top(document, timex).map(|top| document.tokens[top].head);
    let leads = head.map(|head| document.lower(head));
    matches!(leads.as_deref(), Some("of" | "for" | "than" | "from" | "about")) && timex.bound.is_none()
}

/// The days that a noun of the clause is about: "the wages for December", "the budget for 2025".
pub(super) fn about(document: &Document<'_>, clauses: &Clauses, timex: &Timex, predicate: usize) -> Option<Interval> {
    let link = document.tokens[top(document, timex)?].head;
    // The parser may hang "for" from the verb.
    let noun = link.checked_sub(1)?;
    let is_about = document.lower(link) == "for"
        && document.tokens[noun].pos == Pos::Noun
        && timex.class == TimexClass::Date
        && clauses.predicate_of(noun) == Some(predicate);
    timex.interval.filter(|_| is_about && timex.bound.is_none())
}

/// Whether what the predicate tells is to come before the event that the expression dates ("before they return on May 5":
/// true) or no later ("in time for the start on May 5": false); `None` where neither is said.
pub(super) fn precedes(document: &Document<'_>, timex: &Timex, predicate: usize) -> Option<bool> {
    let first = top(document, timex)?;
    let path = std::iter::once(first).chain(document.ancestors(first)).take(12);
    let below = path.take_while(|&token| token != predicate).last()?;
    if document.tokens[below].head != predicate || below == first {
        return None;
    }
    let is_before = |token: usize| matches!(document.lower(token).as_str(), "before" | "ahead");
    let is_direct = document.tokens[first].head == below;
    let is_time = |token: usize| document.lower(token) == "time";
    match document.tokens[below].label {
        Label::Prep if is_before(below) && !is_direct => Some(true),
        Label::Advcl if document.children_by(below, &[Label::Mark]).any(is_before) => Some(true),
        // The parser hangs "for" from "time" or from the verb.
        Label::Prep if document.child(below, Label::Pobj).is_some_and(is_time) => Some(false),
        Label::Prep if document.lower(below) == "for" && below.checked_sub(1).is_some_and(is_time) => Some(false),
        _ => None,
    }
}

/// The clause that the expression counts from, and does not date: "made" in "three months after the firm made an offer".
fn clause_after(document: &Document<'_>, timex: &Timex) -> Option<usize> {
    let next = document.tokens.get(timex.tokens.end)?;
    let is_counted = timex.class == TimexClass::Duration
        && next.label == Label::Mark
        && matches!(document.lower(timex.tokens.end).as_str(), "after" | "before");
    is_counted.then_some(next.head)
}

/// The token of the expression that the others hang from.
fn top(document: &Document<'_>, timex: &Timex) -> Option<usize> {
    document.top(timex.tokens.clone())
}

/// The event that the expression dates: an event noun that it hangs from, or the predicate of its clause.
pub(super) fn dated(
    document: &Document<'_>,
    clauses: &Clauses,
    timex: &Timex,
    is_event_noun: impl Fn(usize) -> bool,
) -> Option<usize> {
    if is_topic(document, timex, &is_event_noun) || is_left_out(document, timex) {
        return None;
    }
    if let Some(noun) = time::occasion(document, &timex.tokens).filter(|&noun| is_event_noun(noun)) {
        return Some(noun);
    }
    if let Some(verb) = time::reporting(document, &timex.tokens) {
        return clauses.predicate_of(verb);
    }
    if let Some(clause) = clause_after(document, timex) {
        return clauses.predicate_of(document.tokens[clause].head).filter(|_| document.tokens[clause].head != clause);
    }
    let governor = governor(document, timex)?;
    if let Some(verb) = verb_below(document, governor).filter(|&verb| timex.tokens.start < verb) {
        return Some(verb);
    }
    if is_event_noun(governor) {
        return Some(governor);
    }
    // A name or place between the event and its date is the parser's slip: "in Geneva, Switzerland, on January 10".
    clauses.predicate_of(governor)
}

/// The words of the expression with the one that leads to it: "at 4.10pm".
pub(super) fn led_words(document: &Document<'_>, timex: &Timex) -> String {
    let start = timex.tokens.start.saturating_sub(1);
    document.span(start..timex.tokens.end).of(document.text).to_owned()
}

/// The days of an expression, as the claim tells them.
///
/// `said` is the day of the speech that the expression is part of.
pub(super) fn settle(
    document: &Document<'_>,
    timex: &Timex,
    said: Option<Interval>,
    is_quote: bool,
    customs: Customs,
) -> Option<When> {
    let mut interval = timex.interval?;
    let mut alternatives = timex.alternatives.clone();
    let mut anchor = timex.anchor;
    let day = said.and_then(|said| said.start.filter(|_| said.last() == said.start));
    let is_deictic = timex.anchor.is_some() && timex.anchor.is_some_and(|anchor| anchor.from != AnchorSource::Event);
    if let Some(day) = day.filter(|&day| is_deictic && anchor.is_some_and(|anchor| anchor.day != day)) {
        let from_speech = time::resolve_from(document, timex, day, customs);
        if let Some(other) = from_speech.filter(|&other| other != interval) {
            // In a quotation "next week" is the speaker's; in indirect speech it is mostly the reporter's.
            if is_quote {
                alternatives.push(std::mem::replace(&mut interval, other));
                anchor = Some(Anchor { day, from: AnchorSource::Speech });
            } else {
                alternatives.push(other);
            }
        }
    }
    let from_event = timex.offset.as_ref().and_then(|offset| match offset.from {
        OffsetFrom::Event(token) => Some(FromEvent {
            span: document.tokens[token].span,
            days: offset.count * days_of(offset.unit)?,
            approximate: offset.approximate,
        }),
        OffsetFrom::LastMentioned | OffsetFrom::Speech => None,
    });
    let span = timex.span;
    let words = if timex.bound.is_some() { led_words(document, timex) } else { span.of(document.text).to_owned() };
    Some(When {
        span,
        words,
        interval,
        alternatives,
        anchor,
        granularity: timex.granularity,
        bound: timex.bound,
        from_event,
    })
}

/// Whether the expression says when what is denied until then begins: "will not start until November".
pub(super) fn begins_what_is_denied(document: &Document<'_>, timex: &Timex) -> bool {
    let preposition = timex.tokens.start.checked_sub(1).map(|before| document.lower(before));
    timex.bound == Some(Bound::Since) && matches!(preposition.as_deref(), Some("until" | "till" | "before"))
}

/// The days on which what is denied until then begins: those of the expression itself.
pub(super) fn beginning(when: When) -> When {
    let days = |start: Date| match when.granularity {
        Granularity::Month => Some(start.last_of_month()),
        Granularity::Year => Some(start.last_of_year()),
        Granularity::Time | Granularity::Day => Some(start),
        _ => start.checked_add(6.days()).ok(),
    };
    let end = when.interval.start.and_then(days).and_then(|last| last.tomorrow().ok());
    When { interval: Interval { end, ..when.interval }, bound: None, ..when }
}

/// The day on which something is to end, as the last one that it lasts.
pub(super) fn ending(when: When) -> When {
    let words = format!("until {}", when.words);
    When { interval: Interval { start: None, ..when.interval }, bound: Some(Bound::By), words, ..when }
}

/// Whether the bound sets an end that something can be late for.
pub(super) fn is_deadline(bound: Option<Bound>) -> bool {
    matches!(bound, Some(Bound::By | Bound::Before | Bound::Within))
}

/// Of two expressions for one event the one that says more: "today, on January 21", "on Monday (tomorrow)".
pub(super) fn finer(left: When, right: When) -> When {
    let width = |when: &When| match (when.interval.start, when.interval.end) {
        (Some(start), Some(end)) => start.until(end).map_or(i32::MAX, |span| span.get_days()),
        _ => i32::MAX,
    };
    let is_absolute = |when: &When| when.anchor.is_none();
    match width(&left).cmp(&width(&right)) {
        std::cmp::Ordering::Less => left,
        std::cmp::Ordering::Greater => right,
        std::cmp::Ordering::Equal if is_absolute(&right) && !is_absolute(&left) => right,
        std::cmp::Ordering::Equal => left,
    }
}

fn days_of(unit: Granularity) -> Option<i32> {
    match unit {
        Granularity::Day => Some(1),
        Granularity::Week => Some(7),
        _ => None,
    }
}
