//! Bounds: "by Friday", "before the end of March", "since 1997", "no later than", "1994 or later".

use std::ops::Range;

use jiff::ToSpan;

use crate::language::{Document, Label, Pos, Tag};
use crate::time::calendar::Unit;
use crate::time::lexicon::{Part, Tense, lexicon};
use crate::time::meaning::{Calendar, Expression, Meaning, Side};
use crate::time::{Bound, Interval, Modifier, tense};

/// The bound that the words around an expression set.
///
/// "by" in "by Friday" ends with it; "until" after a negated verb begins with it; a name or possessive has none:
/// "before Friday's vote".
pub(super) fn bound(document: &Document<'_>, expression: &Expression, tense: Tense) -> Option<Bound> {
    let tokens = &expression.tokens;
    if let Some((_, bound)) = suffix(document, tokens) {
        return Some(bound);
    }
    match &expression.meaning {
        Meaning::Duration(_, Side::Unsaid) => within(document, tokens),
        Meaning::Duration(..) => Some(Bound::Within),
        Meaning::Calendar(calendar, ..) => preposition(document, tokens, *calendar, tense),
        Meaning::Clock(_) => preposition(document, tokens, Calendar::Current(Unit::Day), tense),
        _ => None,
    }
}

/// The bound of the preposition or phrase right before the tokens.
fn preposition(document: &Document<'_>, tokens: &Range<usize>, calendar: Calendar, tense: Tense) -> Option<Bound> {
    let next = document.tokens.get(tokens.end);
    if next.is_some_and(|next| next.tag == Tag::Pos || next.tag == Tag::Hyph) {
        return None;
    }
    if is_part_of_noun(document, tokens) {
        return None;
    }
    let start = document.sentences[document.sentence_of(tokens.start)].tokens.start;
    let word = |back: usize| (tokens.start > start + back).then(|| document.word(tokens.start - 1 - back));
    let (words, bound) = lexicon().bounds.before(word)?;
    let first = tokens.start - words;
    let is = |other: &str| words == 1 && document.word(first).eq_ignore_ascii_case(other);
    if !is_temporal(document, first, words, tokens) || (is("from") && !begins(calendar, tense)) {
        return None;
    }
    let may_be_negated = is("until") || is("till") || is("before") || words == 2 && bound == Bound::Before;
    let negated = may_be_negated && is_negated(document, tokens);
    Some(if negated { Bound::Since } else { bound })
}

/// Whether the tokens tell which one of a sort a noun means, so that a preposition leads to the noun and not to them: "since
/// the late-April ruling".
fn is_part_of_noun(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let is_article = document.tokens[tokens.start].label == Label::Det;
    let Some(top) = document.top(tokens.start + usize::from(is_article)..tokens.end) else { return false };
    let token = &document.tokens[top];
    let leads_since = (tokens.start.saturating_sub(2)..tokens.start)
        .any(|before| matches!(document.lower(before).as_str(), "since" | "after" | "following"));
    matches!(token.label, Label::Compound | Label::Nmod)
        && token.head >= tokens.end
        && document.tokens[token.head].pos == Pos::Noun
        && leads_since
}

/// Whether "from" before the stretch says when something begins. Before a long one it mostly compares or says where
/// something comes from: "rose from last year", "a church from the 12th century".
fn begins(calendar: Calendar, tense: Tense) -> bool {
    match calendar {
        Calendar::Quarter { .. } | Calendar::Half { .. } | Calendar::Decade { .. } | Calendar::Century(_) => false,
        Calendar::Month { .. } | Calendar::Season { .. } | Calendar::Year(_) | Calendar::Ago { .. } => {
            tense != Tense::Past
        }
        Calendar::Here(unit, _) | Calendar::Current(unit) => unit < Unit::Week || tense != Tense::Past,
        _ => true,
    }
}

/// The bound that words after an expression set, and how many words they are.
pub(super) fn suffix(document: &Document<'_>, tokens: &Range<usize>) -> Option<(usize, Bound)> {
    let end = document.sentences[document.sentence_of(tokens.start)].tokens.end;
    lexicon().suffixes.at(|on| (tokens.end + on < end).then(|| document.word(tokens.end + on)))
}

/// "within two weeks".
fn within(document: &Document<'_>, tokens: &Range<usize>) -> Option<Bound> {
    let before = tokens.start.checked_sub(1)?;
    document.word(before).eq_ignore_ascii_case("within").then_some(Bound::Within)
}

/// Whether the preposition stands with the date itself: "through" and "from" also follow verbs of motion and change,
/// where a bare year or month is still a time; a word in another function is none.
fn is_temporal(document: &Document<'_>, first: usize, words: usize, tokens: &Range<usize>) -> bool {
    if words > 1 {
        return true;
    }
    let preposition = &document.tokens[first];
    let attributive = document.tokens[tokens.end - 1].head == tokens.end
        && matches!(document.tokens[tokens.end].pos, Pos::Noun | Pos::Propn)
        && !matches!(preposition.tag, Tag::Vbg);
    let verb =
        document.word(first).eq_ignore_ascii_case("starting") || document.word(first).eq_ignore_ascii_case("beginning");
    !attributive && (!verb || matches!(preposition.tag, Tag::Vbg | Tag::In))
}

/// Whether the verb is negated: "will not begin until May" begins in May.
fn is_negated(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    tense::governor(document, tokens).is_some_and(|verb| tense::is_negated(document, verb))
}

/// The days that the bound leaves, of the days of the expression itself.
///
/// By the end of the week: until Sunday, approximately from Friday on. Before March: until the last of February.
pub(super) fn apply(bound: Option<Bound>, part: Option<Part>, days: Interval) -> Interval {
    let Some(bound) = bound else { return days };
    let at_the_end = matches!(part, Some(Part::End));
    match bound {
        Bound::By => Interval { start: None, start_slack: 0, end_slack: loose_end(part, days), ..days },
        Bound::Before if at_the_end => {
            Interval { start: None, start_slack: 0, end_slack: loose_end(part, days), ..days }
        }
        Bound::Before => Interval { start: None, end: days.start, start_slack: 0, end_slack: days.start_slack },
        Bound::Since => Interval { end: None, end_slack: 0, ..days },
        Bound::After => Interval { start: days.end, end: None, start_slack: days.end_slack, end_slack: 0 },
        Bound::Within => days,
    }
}

/// The end of the week is Sunday, and may be meant as Friday.
fn loose_end(part: Option<Part>, days: Interval) -> u16 {
    let week_end = part == Some(Part::End)
        && days.start.zip(days.end).is_some_and(|(start, end)| start.checked_add(3.days()).ok() == Some(end));
    if week_end { 2 } else { days.end_slack }
}

/// TIMEX3 mod of a bound that is part of the expression: "1994 or later".
pub(super) fn modifier(bound: Bound) -> Option<Modifier> {
    match bound {
        Bound::By => Some(Modifier::OnOrBefore),
        Bound::Since => Some(Modifier::OnOrAfter),
        _ => None,
    }
}

/// Whether a bare weekday after the bound lies ahead: "by Friday" with a verb that does not say otherwise.
pub(super) fn points_ahead(bound: Option<Bound>, tense: Tense) -> bool {
    matches!(bound, Some(Bound::By | Bound::Before)) && matches!(tense, Tense::Unsaid | Tense::Present)
}
