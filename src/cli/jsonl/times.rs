//! `times --jsonl`: `{"id","dct","text"}` -> `{"id","timexes":[…]}`, places counted in Unicode characters.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::{dated, day, failure, parsed, required, written};
use crate::pipeline::{self, Config};
use crate::report::TimexRecord;
use crate::time::Timex;

#[derive(Deserialize)]
struct Question<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(default)]
    dct: Value,
    #[serde(default)]
    text: Value,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    timexes: Vec<Counted<'a>>,
}

#[derive(Serialize)]
struct Counted<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    timex: TimexRecord<'a>,
}

/// The answer to one line.
pub(in crate::cli) fn answer(line: &str, published: Option<Date>, config: &Config) -> String {
    match parsed(line) {
        Ok(Question { id, dct, text }) => {
            of_text(id, dct, text, published, config).unwrap_or_else(|error| failure(id, &error))
        }
        Err(answer) => answer,
    }
}

fn of_text(
    id: Option<&RawValue>,
    dct: Value,
    text: Value,
    published: Option<Date>,
    config: &Config,
) -> Result<String, String> {
    let article = dated("-", required("text", text)?, day("dct", dct, published)?);
    let report = pipeline::times(vec![article], config);
    let timexes = report.timexes.first().map_or(&[][..], Vec::as_slice);
    Ok(written(&Answer { id, timexes: counted(&report.articles[0].text, timexes) }))
}

/// The expressions, which are in order of place, with their places in characters.
fn counted<'a>(text: &'a str, timexes: &'a [Timex]) -> Vec<Counted<'a>> {
    let (mut byte, mut characters) = (0, 0);
    let count = |timex: &'a Timex| {
        characters += text[byte..timex.span.start].chars().count();
        byte = timex.span.start;
        let length = timex.span.of(text).chars().count();
        Counted {
            start: characters,
            end: characters + length,
            text: timex.span.of(text),
            timex: TimexRecord::of(timex),
        }
    };
    timexes.iter().map(count).collect()
}
