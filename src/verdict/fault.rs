//! `date` within one passage: a day that no calendar has, or a weekday that does not fit its date.
//!
//! "April 31", "Monday, March 4, 2025" (a Tuesday).

use crate::claim::Claim;
use crate::span::Span;
use crate::time::{Fault, Timex};
use crate::verdict::{Evidence, Finding, Relation};

/// The findings on the dates of one article that are wrong in themselves.
pub fn judge_dates(article: usize, timexes: &[Timex], claims: &[Claim]) -> Vec<Finding> {
    let sentences: Vec<Span> =
        claims.iter().filter(|claim| claim.article == article).map(|claim| claim.sentence).collect();
    let faulty = timexes.iter().filter_map(|timex| Some((timex, timex.fault?)));
    faulty.filter_map(|(timex, fault)| finding(article, timex, fault, &sentences)).collect()
}

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
    Some(Finding { relation: Relation::Conflict, kind: "date", confidence: CONFIDENCE, left, right, why })
}

/// The calendar does not err; the reading of the text may.
const CONFIDENCE: f64 = 0.95;

fn weekday(number: i8) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][(number.clamp(1, 7) - 1) as usize]
}
