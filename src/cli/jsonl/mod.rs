//! `--jsonl`: a filter from standard input to standard output, one JSON object a line each way.
//!
//! Lines are read in bounded batches, answered in parallel and written in their order. A bad line is answered in its
//! place by `{"id":…,"error":"…"}`; a blank one too, so that line N of the output always answers line N of the input.

pub(super) mod claims;
pub(super) mod compare;
mod lines;
pub(super) mod times;

use std::io::{self, IsTerminal, Write};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use self::lines::{Line, Lines};
use super::arguments::Reading;
use super::exit::Exit;
use super::output::{print, tell};
use crate::article::{Article, LIMIT, Published, PublishedFrom, day_of_publication, from_text};
use crate::pipeline;

/// Answers every line of standard input. The exit code is 0 whatever the answers say; 2 where input or output fails.
pub(super) fn filter(reading: Reading, answer: impl Fn(&str) -> String + Send + Sync) -> Exit {
    pipeline::with_threads(reading.threads, move || {
        let input = io::stdin().lock();
        let batch = if io::stdin().is_terminal() { 1 } else { lines::BATCH };
        let mut lines = Lines::of(input, batch);
        let mut failed = None;
        let exit = print(Exit::Clean, |out| {
            loop {
                let batch = match lines.batch() {
                    Ok(batch) if batch.is_empty() => return Ok(()),
                    Ok(batch) => batch,
                    Err(error) => {
                        failed = Some(error);
                        return Ok(());
                    }
                };
                for answer in pipeline::in_order(batch, |line| answer_line(&line, &answer)) {
                    writeln!(out, "{answer}")?;
                }
                out.flush()?;
            }
        });
        match failed {
            Some(error) => {
                tell("error", &format!("standard input cannot be read: {error}"));
                Exit::Failed
            }
            None => exit,
        }
    })
}

fn answer_line(line: &Line, answer: &impl Fn(&str) -> String) -> String {
    match line {
        Line::TooLong => failure(None, &format!("the line is longer than {} MB", lines::LONGEST / 1_000_000)),
        Line::Whole(bytes) => match std::str::from_utf8(bytes) {
            Ok(line) if line.trim().is_empty() => failure(None, "the line is empty"),
            Ok(line) if !line.trim_start().starts_with('{') => failure(None, "not a JSON object"),
            Ok(line) => answer(line),
            Err(error) => failure(None, &format!("not UTF-8 at byte {}", error.valid_up_to())),
        },
    }
}

/// An answer, on one line.
fn written(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).expect("answers have only text keys and finite numbers or null")
}

#[derive(Serialize)]
struct Failure<'a> {
    id: Option<&'a RawValue>,
    error: &'a str,
}

/// The answer to a bad line.
fn failure(id: Option<&RawValue>, error: &str) -> String {
    written(&Failure { id, error })
}

/// The object of a line; the error is the whole answer.
fn parsed<'a, T: Deserialize<'a>>(line: &'a str) -> Result<T, String> {
    serde_json::from_str(line).map_err(|error| failure(None, &format!("not the expected JSON object: {error}")))
}

/// The string in a field that must be there.
fn required(name: &str, value: Value) -> Result<String, String> {
    match value {
        Value::String(text) if text.len() > LIMIT => Err(format!("{name}: longer than 16 MB: split it")),
        Value::String(text) => Ok(text),
        Value::Null => Err(format!("no field \"{name}\"")),
        _ => Err(format!("{name}: not a string")),
    }
}

/// The string in a field that may be missing.
fn optional(name: &str, value: Value) -> Result<Option<String>, String> {
    match value {
        Value::Null => Ok(None),
        value => required(name, value).map(Some),
    }
}

/// The day in a field that may be missing, else the one that the command line gives.
fn day(name: &str, value: Value, otherwise: Option<Date>) -> Result<Option<Published>, String> {
    let stated = optional(name, value)?.filter(|stated| !stated.trim().is_empty());
    let Some(stated) = stated else {
        return Ok(otherwise.map(|day| Published { day, from: PublishedFrom::CommandLine }));
    };
    match day_of_publication(&stated) {
        Ok(day) => Ok(Some(Published { day, from: PublishedFrom::Json })),
        Err(_) => Err(format!("{name}: \"{stated}\" is no date: write YYYY-MM-DD")),
    }
}

/// An article of a text that stands in a line.
fn dated(path: &str, text: String, published: Option<Published>) -> Article {
    Article { published, ..from_text(path, text) }
}
