//! Dates that no calendar has: "April 31", and weekdays that do not fit their date: "Monday, March 4, 2025".

use jiff::civil::Date;

use crate::language::Document;
use crate::span::Span;
use crate::time::Fault;
use crate::time::calendar::days_between;
use crate::time::lexicon::Tense;
use crate::time::meaning::{Calendar, Expression, Meaning, Year};
use crate::time::resolve::Context;

/// The last year before newspapers in English counted days as they do now.
const JULIAN: i16 = 1752;

/// How far from the anchor a date without a year is surely of the year that was found for it.
const DAYS_OF_NEWS: i32 = 60;

/// What is wrong with the date; `found` is the day that it was resolved to.
pub(super) fn fault(
    document: &Document<'_>,
    expression: &Expression,
    found: Option<Date>,
    context: &Context,
) -> Option<Fault> {
    let Meaning::Calendar(Calendar::Date { year, month, day, weekday }, ..) = expression.meaning else { return None };
    let said = match year {
        Year::Said(year) => Some(year),
        _ => None,
    };
    if said.is_some_and(|year| year <= JULIAN) {
        return None;
    }
    if !exists(said, month, day) {
        return Some(Fault::NoSuchDay);
    }
    let found = found?;
    let weekday = weekday.filter(|&weekday| found.weekday().to_monday_one_offset() != weekday)?;
    let is_near = || {
        let near = context.anchor.is_some_and(|anchor| days_between(anchor, found).abs() <= DAYS_OF_NEWS);
        year == Year::Unsaid && near && (context.tense != Tense::Past || near_past(context, found))
    };
    (said.is_some() || is_near()).then(|| {
        let (weekday_span, date) = sides(document, expression);
        Fault::OtherWeekday { weekday_span, date, said: weekday, is: found.weekday().to_monday_one_offset() }
    })
}

/// Whether the day is of the last weeks: then no other year can be meant.
fn near_past(context: &Context, found: Date) -> bool {
    context.anchor.is_some_and(|anchor| (0..=7).contains(&days_between(found, anchor)))
}

/// Whether some year, or the year said, has the day.
fn exists(year: Option<i16>, month: i8, day: i8) -> bool {
    Date::new(year.unwrap_or(2024), month, day).is_ok()
}

/// The weekday and the date as the text writes them.
fn sides(document: &Document<'_>, expression: &Expression) -> (Span, Span) {
    let tokens = &expression.tokens;
    let is_word = |&token: &usize| document.word(token).bytes().any(|byte| byte.is_ascii_alphanumeric());
    let has_digit = |&token: &usize| document.word(token).bytes().any(|byte| byte.is_ascii_digit());
    // "Monday, March 4": the weekday is the first word that names one; the date is the rest.
    let weekday = tokens.clone().find(|&token| super::words::names_weekday(document.word(token)));
    let weekday = weekday.unwrap_or(tokens.start);
    let rest = tokens.clone().find(|token| *token > weekday && is_word(token) && document.lower(*token) != "the");
    match rest {
        Some(rest) => (document.tokens[weekday].span, document.span(rest..tokens.end)),
        None => {
            let last = tokens.clone().rfind(has_digit).unwrap_or(weekday);
            (document.tokens[weekday].span, document.span(tokens.start..last + 1))
        }
    }
}
