//! `date` within one passage: a day that no calendar has, a weekday that does not fit its date, or a day beside a date
//! that it is not.
//!
//! "April 31", "Monday, March 4, 2025" (a Tuesday), "tomorrow, January 28" in an article of January 20.

use crate::claim::Claim;
use crate::span::Span;
use crate::time::{Fault, Granularity, Timex};
use crate::verdict::{Evidence, Finding, Relation};

/// The findings on the dates of one article that are wrong in themselves.
pub fn judge_dates(article: usize, text: &str, timexes: &[Timex], claims: &[Claim]) -> Vec<Finding> {
    let sentences: Vec<Span> = claims.iter().map(|claim| claim.sentence).collect();
    let faulty = timexes.iter().filter_map(|timex| Some((timex, timex.fault?)));
    let faults = faulty.filter_map(|(timex, fault)| finding(article, timex, fault, &sentences));
    let pairs = timexes.windows(2).filter_map(|pair| apposed(article, text, &pair[0], &pair[1], &sentences));
    faults.chain(pairs).collect()
}

/// "tomorrow, January 28": two expressions for one day that are days apart. A late edition may be a day off.
fn apposed(article: usize, text: &str, left: &Timex, right: &Timex, sentences: &[Span]) -> Option<Finding> {
    let between = text.get(left.span.end..right.span.start)?;
    let is_apposed = matches!(between, ", " | " (" | ", on " | " - " | " – ");
    let is_deictic = left.value.len() == 10
        && left.anchor.is_some()
        && !left.span.of(text).contains(|letter: char| letter.is_ascii_digit());
    let is_date = right.value.len() == 10 && right.span.of(text).contains(|letter: char| letter.is_ascii_digit());
    let names_a_day = |timex: &Timex| timex.granularity == Granularity::Day && timex.bound.is_none();
    if !(is_apposed && is_deictic && is_date && names_a_day(left) && names_a_day(right) && left.alternatives.is_empty())
    {
        return None;
    }
    let (one, other) = (left.interval?, right.interval?);
    let apart = one.start?.until(other.start?).ok()?.get_days().abs();
    // Whole weeks and years apart are a weekday or a year read otherwise.
    if apart <= 1 || apart % 7 == 0 || apart > MOST_DAYS_APART {
        return None;
    }
    let sentence = *sentences.iter().find(|sentence| sentence.contains(left.span.to(right.span)))?;
    let side = |span: Span, value: String| Evidence { article, span, sentence, value, said_by: None };
    Some(Finding {
        relation: Relation::Conflict,
        kind: "date",
        confidence: CONFIDENCE,
        measured_on: None,
        left: side(left.span, one.to_string()),
        right: side(right.span, other.to_string()),
        why: format!("{one} and {other} stand for one day"),
    })
}

/// A date further off is of another year.
const MOST_DAYS_APART: i32 = 60;

/// What the article says itself; dates outside its sentences belong to its furniture.
fn finding(article: usize, timex: &Timex, fault: Fault, sentences: &[Span]) -> Option<Finding> {
    let sentence = *sentences.iter().find(|sentence| sentence.contains(timex.span))?;
    let side = |span: Span, value: String| Evidence { article, span, sentence, value, said_by: None };
    let (left, right, why) = match fault {
        Fault::NoSuchDay => {
            let why = format!("{}: no calendar has this day", timex.value);
            (side(timex.span, timex.value.clone()), side(timex.span, "no such day".to_owned()), why)
        }
        Fault::OtherWeekday { weekday_span, date, said, is } => {
            let why = format!("{} is a {}, the text calls it {}", timex.value, weekday(is), weekday(said));
            (side(weekday_span, weekday(said).to_owned()), side(date, timex.value.clone()), why)
        }
    };
    Some(Finding {
        relation: Relation::Conflict,
        kind: "date",
        confidence: CONFIDENCE,
        measured_on: None,
        left,
        right,
        why,
    })
}

/// The calendar does not err; the reading of the text may.
const CONFIDENCE: f64 = 0.95;

fn weekday(number: i8) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][(number.clamp(1, 7) - 1) as usize]
}
