//! Every folder of `fixtures/`: one phenomenon, told by two or three tiny articles, and all that a reader finds.

#![allow(clippy::unwrap_used, reason = "a test may end where its own files are not as they should be")]

use std::path::{Path, PathBuf};

use crate::expectations::{problems, read_lines, report_on};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let only = std::env::var("FIXTURE").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.file_name().unwrap().to_str().unwrap().contains(&only));
    folders.sort();
    folders
}

#[test]
fn every_fixture_reads_as_a_careful_reader_says() {
    let folders = folders();
    assert!(!folders.is_empty(), "no fixture has this name");
    let mut wrong = Vec::new();
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let expected = read_lines(&folder.join("expected.jsonl"));
        let report = report_on(&folder, "md");
        wrong.extend(problems(&report, &expected).into_iter().map(|problem| format!("{name}: {problem}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
