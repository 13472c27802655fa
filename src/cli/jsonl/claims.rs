//! `claims --jsonl`: an article -> `{"id","claims":[…]}`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{failure, parsed, written};
use crate::article::{Published, PublishedFrom, parse_line};
use crate::pipeline::{self, Config};
use crate::report::ClaimRecord;

#[derive(Deserialize)]
struct Question<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    claims: Vec<ClaimRecord<'a>>,
}

/// The answer to one line.
pub(in crate::cli) fn answer(line: &str, published: Option<Date>, config: &Config) -> String {
    let Question { id } = match parsed(line) {
        Ok(question) => question,
        Err(answer) => return answer,
    };
    let mut article = match parse_line("-", 1, line.as_bytes()) {
        Ok(article) => article,
        Err(error) => return failure(id, &error.message),
    };
    let stated = published.map(|day| Published { day, from: PublishedFrom::CommandLine });
    article.published = article.published.or(stated);
    let report = pipeline::claims(vec![article], config);
    written(&Answer { id, claims: ClaimRecord::all(&report, false) })
}
