//! What the program says and how it ends when something cannot be read.

use std::io::Read;
use std::process::Stdio;

use crate::program::{Folder, Run};

const GOOD: &str = "---\npublished: 2025-03-05\n---\n\nThe bridge opened on Monday, March 3.\n";

const MONDAY: &str = "---
published: 2025-03-05
---

The new Danube bridge in Novi Sad opened on Monday, March 3, Mayor Milan Duric said.
";

/// Runs in a folder of these files and compares the exit code and all messages.
fn check(files: &[(&str, &str)], arguments: &[&str], code: i32, messages: &str) -> Run {
    let run = Folder::with(files).run(arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(code), messages), "{arguments:?}\n{}", run.stdout);
    run
}

#[test]
fn a_missing_file_is_named() {
    check(&[], &["times", "no.md"], 2, "error: no.md: no such file or folder: check the path\n");
    check(&[("a.md", GOOD)], &["times", "a.md", "no.md"], 2, "error: no.md: no such file or folder: check the path\n");
    check(
        &[("a.md", GOOD)],
        &["compare", "a.md", "no.md"],
        2,
        "error: no.md: no such file or folder: check the path\n",
    );
}

#[test]
fn the_exit_code_tells_what_was_found() {
    let clean = [("a.md", MONDAY), ("b.md", MONDAY)];
    check(&clean, &["check", "a.md", "b.md"], 0, "");
    check(&clean, &["compare", "a.md", "b.md"], 0, "");
    let tuesday = MONDAY.replace("Monday, March 3", "Tuesday, March 4");
    let differs = [("a.md", MONDAY), ("b.md", tuesday.as_str())];
    let run = check(&differs, &["compare", "a.md", "b.md", "--format", "text", "--threshold", "0.5"], 1, "");
    assert!(run.stdout.starts_with("error: conflict in date, confidence "), "{}", run.stdout);
    check(&differs, &["compare", "a.md", "b.md", "--threshold", "1"], 0, "");
    check(&differs, &["compare", "a.md", "b.md", "--threshold", "1", "--fail-on", "warning"], 1, "");
    check(&differs, &["compare", "a.md", "b.md", "--relations", "agree"], 0, "");
}

#[test]
fn findings_are_kept_where_something_else_cannot_be_read() {
    let tuesday = MONDAY.replace("Monday, March 3", "Tuesday, March 4");
    let files =
        [("in/a.md", MONDAY), ("in/b.md", &tuesday), ("in/bad.md", "---\ntitle: [\n---\n\nx\n"), ("in/empty.txt", "")];
    let folder = Folder::with(&files);
    let (of_folder, of_names) = (
        folder.run(&["check", "in", "--threshold", "0.5"]),
        folder.run(&["check", "in/bad.md", "in/a.md", "in/b.md", "no.md", "--threshold", "0.5"]),
    );
    assert_eq!((of_folder.code, of_names.code), (Some(1), Some(2)));
    for run in [of_folder, of_names] {
        assert!(run.stdout.starts_with("error: conflict in date, confidence "), "{}", run.stdout);
        assert!(run.stdout.ends_with("; 2 skipped\n"), "{}", run.stdout);
    }
}

#[test]
fn nothing_to_compare_is_a_failure() {
    let message = "error: nothing could be compared: no claim was found in what could be read\n";
    check(&[("a.txt", "12345\n")], &["check", "a.txt"], 2, message);
}

#[test]
fn a_folder_without_articles_is_named() {
    let message = "error: empty: no article in this folder: name one with .txt, .md, .json or .jsonl files\n";
    check(&[("empty/program.rs", ""), ("empty/package.json", "{\"name\":\"x\"}")], &["times", "empty"], 2, message);
    check(&[("empty/.hidden.md", GOOD)], &["claims", "empty"], 2, message);
}

#[test]
fn invalid_utf_8_is_refused() {
    let folder = Folder::with(&[("good.md", GOOD)]);
    folder.write("bad.txt", b"The bridge \xff opened.");
    let run = folder.run(&["times", "bad.txt", "good.md"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(2), "error: bad.txt: not UTF-8 at byte 11: save the file as UTF-8\n")
    );
    let run = folder.run(&["times", "."]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(0), "warning: bad.txt: not UTF-8 at byte 11: save the file as UTF-8\n")
    );
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    let bad = GOOD.replace("03-05", "02-30");
    let message = "bad.md:2: published: \"2025-02-30\" is no date: write YYYY-MM-DD\n";
    check(&[("bad.md", &bad)], &["times", "bad.md"], 2, &format!("error: {message}"));
    check(&[("in/bad.md", &bad), ("in/good.md", GOOD)], &["times", "in"], 0, &format!("warning: in/{message}"));
    let run = Folder::with(&[("a.md", GOOD)]).run(&["times", "a.md", "--published", "2025-02-30"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.stderr,
        "error: invalid value '2025-02-30' for '--published <DATE>': no such day: write YYYY-MM-DD\n\nFor more information, try '--help'.\n"
    );
}

#[test]
fn bad_front_matter_is_refused() {
    let run = Folder::with(&[("bad.md", "---\ntitle: [\n---\n\nThe bridge opened.\n")]).run(&["times", "bad.md"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: bad.md:"), "{}", run.stderr);
}

#[test]
fn an_empty_article_is_refused() {
    check(&[("empty.txt", " \n\n")], &["times", "empty.txt"], 2, "error: empty.txt: the article is empty\n");
}

#[test]
fn an_article_above_16_megabytes_is_refused_by_name() {
    let long = "The bridge opened. ".repeat(900_000);
    check(
        &[("long.txt", &long)],
        &["times", "long.txt"],
        2,
        "error: long.txt: longer than 16 MB (16.0 MB): split it\n",
    );
    let lines = format!("{{\"text\":\"It rained.\"}}\n{{\"id\":\"long\",\"text\":\"{long}\"}}\n");
    let message = "warning: day.jsonl#long:2: longer than 16 MB (17.1 MB): split it\n";
    check(&[("day.jsonl", &lines)], &["times", "day.jsonl"], 0, message);
}

#[test]
fn a_file_of_many_articles_keeps_the_good_ones() {
    let some = "{\"text\":\"It rained.\"}\n{\"text\":\n{\"id\":\"b\",\"text\":\"It snowed.\"}\n";
    let run = check(
        &[("day.jsonl", some)],
        &["claims", "day.jsonl", "--format", "jsonl"],
        0,
        "warning: day.jsonl:2: not JSON: EOF while parsing a value at column 8\n",
    );
    assert!(run.stdout.ends_with("{\"record\":\"warning\",\"path\":\"day.jsonl\",\"line\":2,\"message\":\"not JSON: EOF while parsing a value at column 8\"}\n"));
    check(
        &[("day.jsonl", "{\"text\":\n")],
        &["claims", "day.jsonl"],
        2,
        "error: day.jsonl:1: not JSON: EOF while parsing a value at column 8\n",
    );
}

#[test]
fn other_json_is_passed_over_in_folders_and_refused_by_name() {
    let files = [("in/package.json", "{\"name\":\"x\"}"), ("in/good.md", GOOD)];
    check(&files, &["times", "in"], 0, "");
    check(
        &files,
        &["times", "in/package.json"],
        2,
        "error: in/package.json: no field \"text\": put the article's text there\n",
    );
}

#[test]
fn compare_takes_one_article_on_each_side() {
    let files = [("a.md", GOOD), ("two.jsonl", "{\"text\":\"It rained.\"}\n{\"text\":\"It snowed.\"}\n")];
    check(&files, &["compare", "a.md", "two.jsonl"], 2, "error: two.jsonl: holds 2 articles: name a file with one\n");
    check(&files, &["compare", "-", "-"], 2, "error: both sides are standard input: name a file for one of them\n");
    assert_eq!(Folder::with(&files).run(&["compare", "a.md"]).code, Some(2));
}

#[test]
fn wrong_usage_ends_with_2_and_help_with_0() {
    let folder = Folder::with(&[("a.md", GOOD)]);
    for wrong in [
        &["judge"][..],
        &[],
        &["check", "a.md", "--threshold", "1.5"],
        &["check", "a.md", "--threshold", "NaN"],
        &["check", "a.md", "--relations", "conflict,quarrel"],
        &["check", "a.md", "--threads", "0"],
        &["claims", "a.md", "--format", "side-by-side"],
        &["times", "a.md", "--jsonl"],
        &["compare"],
    ] {
        let run = folder.run(wrong);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{wrong:?}");
        assert!(!run.stderr.is_empty(), "{wrong:?}");
    }
    for right in [&["--help"][..], &["--version"], &["check", "--help"], &["compare", "--help"]] {
        let run = folder.run(right);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{right:?}");
        assert!(!run.stdout.is_empty(), "{right:?}");
    }
}

#[test]
fn standard_input_is_an_article() {
    let folder = Folder::with(&[]);
    let run = folder.run_with(&["times", "-", "--published", "2025-03-05"], GOOD.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let run = folder.run_with(&["times", "-"], b"");
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), "error: -: the article is empty\n"));
}

#[test]
fn files_are_read_once_and_in_the_order_of_their_names() {
    let files = [("in/b.md", GOOD), ("in/a.md", GOOD), ("in/sub/c.txt", "It rained."), ("in/B.md", GOOD)];
    let run = check(&files, &["times", "in/b.md", "in", "./in/a.md"], 0, "");
    let paths: Vec<&str> = run
        .stdout
        .lines()
        .filter_map(|line| line.split_once("."))
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("in/"))
        .collect();
    assert_eq!(paths, ["in/b", "in/B", "in/a", "in/sub/c"]);
}

#[test]
fn messages_hold_no_orders_to_the_terminal() {
    check(&[], &["times", "\u{1b}[31mred.md"], 2, "error: \\u{1b}[31mred.md: no such file or folder: check the path\n");
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let many = format!("[{}]", vec!["{\"text\":\"It rained.\"}"; 5_000].join(","));
    let folder = Folder::with(&[("many.json", &many)]);
    let mut child = folder
        .command(&["times", "many.json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 16];
    let mut stdout = child.stdout.take().expect("standard output is piped");
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_told() {
    let folder = Folder::with(&[("a.md", GOOD)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = folder.command(&["times", "a.md"]).stdout(full).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(message.starts_with("error: cannot write the output: "), "{message}");
}
