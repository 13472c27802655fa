//! The text of a `claimdiff.toml` -> [`Settings`]: what weighs how much, which files are read, which names are one.
//!
//! `comments` reads the settings that stand in an article itself. Finding and reading the file is left to `cli`.

mod comments;
mod file;

use std::fmt;

use jiff::civil::Weekday;

use crate::report::{Override, Rule, Severity, Trust};
use crate::time::{DateOrder, Direction};
use crate::verdict::Relation;

pub use comments::suppress;

/// The name of the file.
pub const FILE_NAME: &str = "claimdiff.toml";

/// The JSON Schema of the file, for editors that complete and check TOML.
pub const SCHEMA: &str = include_str!("schema.json");

/// A value and the line of the file that gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// The line, counted from 1.
    pub line: usize,
}

/// What a settings file says; `None` where it says nothing.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// From where a conflict is an error.
    pub threshold: Option<Given<f64>>,
    /// The severity from which a run fails.
    pub fail_on: Option<Given<Severity>>,
    /// The relations that `check` prints.
    pub relations: Option<Given<Vec<Relation>>>,
    /// The kinds that are printed.
    pub kinds: Option<Given<Vec<String>>>,
    /// Where an undetermined weekday or month lies.
    pub prefer: Option<Given<Direction>>,
    /// Which of two numbers of a date is the day.
    pub date_order: Option<Given<DateOrder>>,
    /// The day that weeks begin on.
    pub week_start: Option<Given<Weekday>>,
    /// The day that "the end of the week" ends on.
    pub end_of_week: Option<Given<Weekday>>,
    /// The files of folders that are read, as globs below the folder of the file; all where it gives none.
    pub include: Option<Given<Vec<String>>>,
    /// The files of folders that are passed over.
    pub exclude: Option<Given<Vec<String>>>,
    /// The rules for kinds and relations, each with the line of its table.
    pub rules: Vec<Given<Rule>>,
    /// The rules for some paths.
    pub overrides: Vec<Given<Override>>,
    /// Names that stand for one person or body, each group with its first name in front.
    pub aliases: Vec<Given<Vec<String>>>,
    /// Words of one's own and the words that mean the same.
    pub words: Vec<Given<(String, String)>>,
    /// What is known of some sources.
    pub sources: Vec<Given<Source>>,
}

/// What is known of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name, as articles give it.
    pub name: String,
    /// How far it is trusted.
    pub trust: Option<Trust>,
    /// Which of two numbers of its dates is the day.
    pub date_order: Option<DateOrder>,
}

impl Settings {
    /// Reads the text of a settings file.
    ///
    /// `threshold = 0.8` gives a threshold of line 1; an unknown key or value is an error that names its line and what
    /// was most likely meant.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        file::parse(text)
    }
}

/// The word that settings use for the day.
pub fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    }
}

/// Why a settings file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The line to blame, counted from 1.
    pub line: usize,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for SettingsError {}
