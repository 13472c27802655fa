//! Reports in files: what is written where, and what happens where it cannot be.

use crate::program::Folder;

const ARTICLE: &str = "---
published: 2025-03-05
---

The new Danube bridge in Novi Sad opened on Monday, March 3, Mayor Milan Duric said.
";

fn folder() -> Folder {
    let tuesday = ARTICLE.replace("Monday, March 3", "Tuesday, March 4");
    Folder::with(&[("a.md", ARTICLE), ("b.md", &tuesday)])
}

/// Runs `check` and compares exit code and messages; gives what it printed.
fn check(folder: &Folder, more: &[&str], code: i32, messages: &str) -> String {
    let run = folder.run(&[&["check", "a.md", "b.md", "--threshold", "0.5"], more].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(code), messages), "{more:?}");
    run.stdout
}

#[test]
fn files_and_standard_output_hold_what_each_would_alone() {
    let folder = folder();
    let printed = check(&folder, &["--format", "text", "--format", "sarif", "--output", "out.sarif"], 1, "");
    assert_eq!(printed, check(&folder, &["--format", "text"], 1, ""));
    assert_eq!(folder.read("out.sarif"), check(&folder, &["--format", "sarif"], 1, ""));
    assert_eq!(check(&folder, &["-o", "out.xml", "-o", "out.json"], 1, ""), "");
    assert_eq!(folder.read("out.xml"), check(&folder, &["--format", "junit"], 1, ""));
    assert_eq!(folder.read("out.json"), check(&folder, &["--format", "json"], 1, ""));
}

#[test]
fn a_list_can_be_written_to_a_file_too() {
    let folder = folder();
    let run = folder.run(&["times", "a.md", "--output", "times.json"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", ""));
    assert_eq!(folder.read("times.json"), folder.run(&["times", "a.md", "--format", "json"]).stdout);
}

#[test]
fn colours_of_the_terminal_stay_out_of_files() {
    let folder = folder();
    check(&folder, &["-o", "out.txt"], 1, "");
    check(&folder, &["-o", "colored.txt", "--color", "always"], 1, "");
    assert!(!folder.read("out.txt").contains('\u{1b}'));
    assert!(folder.read("colored.txt").contains('\u{1b}'));
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_the_others_stand() {
    let folder = folder();
    let message = "error: no/out.sarif: cannot be written: make its folder first\n";
    let printed = check(&folder, &["--format", "text", "--format", "sarif", "-o", "no/out.sarif"], 2, message);
    assert_eq!(printed, check(&folder, &[], 1, ""));
    check(&folder, &["--format", "text", "-o", "-", "-o", "no/out.sarif", "-o", "out.json"], 2, message);
    assert_eq!(folder.read("out.json"), check(&folder, &["--format", "json"], 1, ""));
}

#[test]
fn what_cannot_be_paired_is_wrong_usage() {
    let folder = folder();
    for (more, message) in [
        (&["-o", "out"][..], "error: the name out tells no format: give --format FORMAT before --output"),
        (
            &["--format", "text", "--format", "json"],
            "error: two reports cannot go to standard output: give --output FILE behind one --format",
        ),
        (&["-o", "a.json", "-o", "a.json"], "error: two reports cannot go to one file: a.json"),
    ] {
        let run = folder.run(&[&["check", "a.md", "b.md"], more].concat());
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.lines().next()), (Some(2), "", Some(message)));
    }
}

#[test]
fn paths_are_links_where_asked_for() {
    let files = [
        ("a b.md", "---\npublished: 2025-03-07\n---\n\nThe Selden Bridge opened to traffic on March 3.\n"),
        ("b.md", "---\npublished: 2025-03-07\n---\n\nThe Selden Bridge opened to traffic on March 5.\n"),
    ];
    let folder = crate::program::Folder::with(&files);
    let linked = folder.run(&["check", ".", "--hyperlinks", "always"]).stdout;
    assert!(linked.contains("/a%20b.md\u{1b}\\- a b.md:5:1\u{1b}]8;;\u{1b}\\"), "{linked}");
    let plain = folder.run(&["check", ".", "--no-pager"]).stdout;
    assert!(!plain.contains('\u{1b}'), "{plain}");
}
