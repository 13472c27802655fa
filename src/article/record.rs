//! One JSON object `{"id","source","published","title","text"}` -> the fields of an article.

use serde::Deserialize;
use serde::de::{Error, IgnoredAny};
use serde_json::Value;
use serde_json::value::RawValue;

use super::published::day_of_publication;
use super::{Article, Origin, Published, PublishedFrom, error, txt};

/// The fields of an article's object; others are passed over, `null` counts as absent.
#[derive(Deserialize)]
pub(super) struct Record<'a> {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    source: Value,
    #[serde(default)]
    published: Value,
    #[serde(default)]
    title: Value,
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
}

impl<'a> Record<'a> {
    /// Reads an object; other JSON is an error of the category `Data`.
    pub(super) fn of(json: &'a str) -> Result<Self, serde_json::Error> {
        if json.trim_start().starts_with('{') {
            return serde_json::from_str(json);
        }
        serde_json::from_str::<IgnoredAny>(json)?;
        Err(serde_json::Error::custom("write an object with a field \"text\""))
    }

    /// The object's `id`, written as a path shows it.
    pub(super) fn id(&self) -> Option<String> {
        match &self.id {
            Value::String(id) if !id.trim().is_empty() => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }

    /// The literal of the text with its quotation marks.
    pub(super) fn literal(&self) -> Option<&'a str> {
        self.text.map(RawValue::get)
    }

    /// The article, or what is wrong with the object and what to do.
    pub(super) fn article(&self, path: String) -> Result<Article, String> {
        let text = self.text()?;
        error::within_limit(text.len())?;
        error::not_empty(&text)?;
        let title = field("title", &self.title)?;
        let source = field("source", &self.source)?;
        let published = match field("published", &self.published)? {
            Some(day) => Some(Published { day: day_of_publication(&day)?, from: PublishedFrom::Json }),
            None => None,
        };
        let reading = txt::read(&text, title.as_deref());
        Ok(Article {
            path,
            title: title.or(reading.title),
            source: source.or(reading.source),
            published,
            blocks: reading.blocks,
            body: 0,
            origin: Origin::Text,
            text,
        })
    }

    fn text(&self) -> Result<String, String> {
        let Some(literal) = self.literal() else {
            return Err("no field \"text\": put the article's text there".to_owned());
        };
        if !literal.starts_with('"') {
            return Err("text: not a string: put the article's text there".to_owned());
        }
        serde_json::from_str(literal).map_err(|error| format!("text: {}", without_place(&error)))
    }
}

/// The string in a field; blank is absent.
fn field(name: &str, value: &Value) -> Result<Option<String>, String> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) if text.trim().is_empty() => Ok(None),
        Value::String(text) => Ok(Some(text.trim().to_owned())),
        Value::Number(number) if name == "published" => day_of_publication(&number.to_string()).map(|_| None),
        other => Err(format!("{name}: {other} is not a string: put it in quotation marks")),
    }
}

/// The message of a JSON error without the line and column, which count in a part of the file.
pub(super) fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(end) => message[..end].to_owned(),
        None => message,
    }
}
