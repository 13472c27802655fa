//! Paths -> articles, and what could not be read.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::folders::articles_in;
use super::settings::Choice;
use super::stdin;
use crate::article::{self, Article, ArticleError, LIMIT, Parsed, Published, PublishedFrom};
use crate::report::Warning;

/// The path that stands for standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// All that the paths gave.
#[derive(Debug, Default)]
pub(super) struct Input {
    /// The articles, in the order of the paths; those of a folder in the order of their names.
    pub(super) articles: Vec<Article>,
    /// What was named and could not be read: the run fails.
    pub(super) errors: Vec<Warning>,
    /// What could not be read inside folders and files of many articles.
    pub(super) warnings: Vec<Warning>,
    seen: HashSet<PathBuf>,
    /// Which files of folders are read.
    choice: Choice,
}

/// Reads the articles of all paths, each file once; `published` dates those that give no day.
///
/// A file of many articles is named like a folder: one bad article in it is a warning, none good an error.
pub(super) fn read(paths: &[PathBuf], published: Option<Date>) -> Input {
    read_chosen(paths, published, Choice::default())
}

/// The same, reading of folders only the files that the settings choose.
pub(super) fn read_chosen(paths: &[PathBuf], published: Option<Date>, choice: Choice) -> Input {
    let mut input = Input { choice, ..Input::default() };
    for path in paths {
        input.add(path);
    }
    if let Some(day) = published {
        let stated = Published { day, from: PublishedFrom::CommandLine };
        input.articles.iter_mut().for_each(|article| article.published = article.published.or(Some(stated)));
    }
    input
}

impl Input {
    /// The paths of all that could not be read.
    pub(super) fn skipped(&self) -> Vec<String> {
        self.errors.iter().chain(&self.warnings).map(|problem| problem.path.clone()).collect()
    }

    fn add(&mut self, path: &Path) {
        match path.is_dir() {
            true => self.add_folder(path),
            false => self.add_named(path),
        }
    }

    fn add_named(&mut self, path: &Path) {
        if !self.is_new(path) {
            return;
        }
        match parse(path) {
            Ok(parsed) => {
                let (articles, mut problems) = parted(parsed);
                let all_failed = articles.is_empty() && !problems.is_empty();
                if articles.is_empty() && problems.is_empty() {
                    problems.push(problem(path, "holds no article"));
                }
                match all_failed || articles.is_empty() {
                    true => self.errors.append(&mut problems),
                    false => self.warnings.append(&mut problems),
                }
                self.articles.extend(articles);
            }
            Err(problem) => self.errors.push(problem),
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        let before = self.articles.len();
        for found in articles_in(folder) {
            match found {
                Ok(path) if !self.choice.takes(&path) || !self.is_new(&path) => {}
                Ok(path) => match parse(&path) {
                    Ok(parsed) => {
                        let (articles, mut problems) = parted(parsed);
                        self.articles.extend(articles);
                        self.warnings.append(&mut problems);
                    }
                    Err(problem) => self.warnings.push(problem),
                },
                Err(problem) => self.warnings.push(problem),
            }
        }
        if self.articles.len() == before && self.is_new(folder) {
            self.errors
                .push(problem(folder, "no article in this folder: name one with .txt, .md, .json or .jsonl files"));
        }
    }

    /// Whether the file has not been met under any path before.
    fn is_new(&mut self, path: &Path) -> bool {
        self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
    }
}

fn parted(parsed: Vec<Parsed>) -> (Vec<Article>, Vec<Warning>) {
    let mut articles = Vec::new();
    let mut problems = Vec::new();
    for one in parsed {
        match one {
            Ok(article) => articles.push(article),
            Err(error) => problems.push(told(error)),
        }
    }
    (articles, problems)
}

fn parse(path: &Path) -> Result<Vec<Parsed>, Warning> {
    if path.as_os_str() == STANDARD_INPUT {
        return stdin::parse().map_err(|error| problem(path, &of_reading(&error)))?.map_err(told);
    }
    let bytes = bytes(path).map_err(|error| problem(path, &of_reading(&error)))?;
    article::parse(&path.to_string_lossy(), &bytes).map_err(told)
}

/// The content of a file; of one that is a single article no more than is needed to see that it is too long.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    match is_json(path) {
        true => file.take(u64::MAX).read_to_end(&mut bytes)?,
        false => file.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

/// Whether the file may hold many articles.
pub(super) fn is_json(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| extension == "json" || extension == "jsonl" || extension == "ndjson")
}

/// A problem with a path.
pub(super) fn problem(path: &Path, message: &str) -> Warning {
    Warning { path: path.to_string_lossy().into_owned(), line: None, message: message.to_owned() }
}

/// What went wrong on the way to the bytes, and what to do.
pub(super) fn of_reading(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file or folder: check the path".to_owned(),
        ErrorKind::PermissionDenied => "no permission to read it: change its permissions".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

fn told(error: ArticleError) -> Warning {
    Warning { path: error.path, line: error.line, message: error.message }
}
