//! Every folder of `fixtures/`: one phenomenon, told by two or three tiny articles, and all that a reader finds.
//!
//! Each is a test of its own name. Where sentences differ only in a value (`fixtures/asserted.tsv`, written by
//! `scripts/list_value_fixtures.py`) it fails unless just that is found; where reading decides, it only has to run, and
//! `fixtures/scores.tsv` keeps what is found over all of them.

#![allow(clippy::unwrap_used, reason = "a test may end where its own files are not as they should be")]

mod scores;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, OnceLock};

use crate::expectations::{Score, problems, read_lines, report_on, score};
use crate::expected::check_file;

/// A test for each folder.
macro_rules! folders {
    ($($name:ident = $folder:literal,)*) => {
        const LISTED: &[&str] = &[$($folder),*];
        $(#[test]
        fn $name() {
            check($folder);
        })*
    };
}

include!("fixtures/folders.rs");

/// What a folder's articles gave.
struct Outcome {
    score: Score,
    /// What differs from its expectations, in words.
    problems: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The outcome of a folder; its articles are compared once, whichever test asks first.
fn outcome(folder: &str) -> &'static Outcome {
    static OUTCOMES: LazyLock<BTreeMap<&str, OnceLock<Outcome>>> =
        LazyLock::new(|| LISTED.iter().map(|&folder| (folder, OnceLock::new())).collect());
    OUTCOMES[folder].get_or_init(|| {
        let path = root().join(folder);
        let (report, expected) = (report_on(&path, "md"), read_lines(&path.join("expected.jsonl")));
        Outcome { score: score(&report, &expected), problems: problems(&report, &expected) }
    })
}

/// The outcomes of all folders. They are asked for from the last to the first: the tests of single folders run
/// meanwhile and come the other way, and nobody waits for another's folder.
fn outcomes() -> Vec<(&'static str, &'static Outcome)> {
    let left = AtomicUsize::new(LISTED.len());
    let take = || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).ok();
    let run = || {
        while let Some(left) = take() {
            outcome(LISTED[left - 1]);
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        (0..threads).for_each(|_| drop(scope.spawn(run)));
    });
    LISTED.iter().map(|&folder| (folder, outcome(folder))).collect()
}

fn asserted() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("asserted.tsv")).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

fn check(folder: &str) {
    let problems = &outcome(folder).problems;
    let is_asserted = asserted().iter().any(|name| name == folder);
    assert!(!is_asserted || problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn every_folder_is_listed() {
    let entries = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    let mut folders: Vec<String> = folders.map(|folder| folder.file_name().into_string().unwrap()).collect();
    folders.sort();
    let tests: String =
        folders.iter().map(|folder| format!("    {} = \"{folder}\",\n", folder.replace('-', "_"))).collect();
    let list =
        format!("// A test for each folder of `fixtures/`; `BLESS=1` rewrites the list.\nfolders! {{\n{tests}}}\n");
    check_file("tests/it/fixtures/folders.rs", &list);
    let unknown: Vec<String> = asserted().into_iter().filter(|name| !folders.contains(name)).collect();
    assert_eq!(unknown, Vec::<String>::new(), "asserted.tsv names folders that are not there");
}

#[test]
fn scores_are_kept_and_get_no_worse() {
    let path = root().join("scores.tsv");
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let measured: Vec<(&str, Score)> = outcomes().iter().map(|(folder, outcome)| (*folder, outcome.score)).collect();
    let wish = scores::Wish {
        is_blessed: std::env::var_os("BLESS").is_some(),
        reason: std::env::var("REASON").ok().filter(|reason| !reason.trim().is_empty()),
    };
    match scores::renewed(&kept, &measured, &wish) {
        Ok(renewed) if renewed == kept => {}
        Ok(renewed) => std::fs::write(&path, renewed).unwrap(),
        Err(complaint) => {
            let changed = scores::changed(&kept, &measured);
            let problems = changed
                .iter()
                .flat_map(|folder| outcome(folder).problems.iter().map(move |problem| format!("{folder}: {problem}")));
            panic!("{complaint}\n{}", problems.collect::<Vec<_>>().join("\n"));
        }
    }
}
