//! A folder -> the files in it that hold articles, in the order of their names.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::files::{is_json, problem};
use crate::article::is_collection_of_articles;
use crate::report::Warning;

/// The extensions that a folder is searched for.
const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "json", "jsonl", "ndjson"];

/// How much of a JSON file is looked at to tell whether it holds articles.
const START: u64 = 1 << 16;

/// The files of the folder and of those in it, or why one cannot be read.
///
/// Hidden files and what a `.gitignore` or `.ignore` in the folder names are passed over, and JSON that holds no
/// articles. Settings of the user's own play no part: the same folder gives the same files everywhere.
pub(super) fn articles_in(folder: &Path) -> impl Iterator<Item = Result<PathBuf, Warning>> {
    let walk = WalkBuilder::new(folder).sort_by_file_name(|one, other| one.cmp(other)).git_global(false).build();
    let folder = folder.to_owned();
    walk.filter_map(move |entry| match entry {
        Ok(entry) => of_entry(&entry),
        Err(error) => Some(Err(problem(&folder, &format!("a part of this folder cannot be read: {error}")))),
    })
}

fn of_entry(entry: &DirEntry) -> Option<Result<PathBuf, Warning>> {
    let path = entry.path();
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    if !entry.file_type()?.is_file() || !EXTENSIONS.contains(&extension.as_str()) {
        return None;
    }
    let path = path.strip_prefix("./").unwrap_or(path);
    match !is_json(path) || holds_articles(path).unwrap_or(true) {
        true => Some(Ok(path.to_owned())),
        false => None,
    }
}

/// Whether the JSON in the file begins like articles. A file that cannot be opened is left to the one who reads it.
fn holds_articles(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(START).read_to_end(&mut start)?;
    Ok(is_collection_of_articles(&start))
}
