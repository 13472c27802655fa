//! `compare --jsonl`: `{"id","a","b",…}` -> `{"id","label","score",…}`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::{dated, day, failure, optional, parsed, required, written};
use crate::article::Article;
use crate::pipeline::{self, Config};
use crate::report::{Verdict, rounded};

#[derive(Deserialize)]
struct Question<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(default)]
    a: Value,
    #[serde(default)]
    b: Value,
    #[serde(default)]
    date_a: Value,
    #[serde(default)]
    date_b: Value,
    #[serde(default)]
    title_a: Value,
    #[serde(default)]
    title_b: Value,
    #[serde(default)]
    source_a: Value,
    #[serde(default)]
    source_b: Value,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    label: &'static str,
    score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

/// The answer to one line.
pub(in crate::cli) fn answer(line: &str, published: Option<Date>, config: &Config, threshold: f64) -> String {
    let question: Question<'_> = match parsed(line) {
        Ok(question) => question,
        Err(answer) => return answer,
    };
    let id = question.id;
    match articles(question, published) {
        Ok(articles) => {
            let report = pipeline::compare(articles, config);
            let verdict = Verdict::of(&report, threshold);
            written(&Answer {
                id,
                label: verdict.label.name(),
                score: rounded(verdict.score),
                relation: verdict.finding.map(|finding| finding.relation.name()),
                kind: verdict.finding.map(|finding| finding.kind),
                why: verdict.finding.map(|finding| finding.why.as_str()),
            })
        }
        Err(error) => failure(id, &error),
    }
}

fn articles(question: Question<'_>, published: Option<Date>) -> Result<Vec<Article>, String> {
    let mut left = dated("a", required("a", question.a)?, day("date_a", question.date_a, published)?);
    let mut right = dated("b", required("b", question.b)?, day("date_b", question.date_b, published)?);
    left.title = optional("title_a", question.title_a)?.or(left.title);
    right.title = optional("title_b", question.title_b)?.or(right.title);
    left.source = optional("source_a", question.source_a)?.or(left.source);
    right.source = optional("source_b", question.source_b)?.or(right.source);
    Ok(vec![left, right])
}
