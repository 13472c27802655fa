//! `promises` and `timeline` on a story of four articles.

use crate::expected;
use crate::program::Folder;

/// Promised, moved twice, done in time for the last of the three days; and a bridge that two articles date otherwise.
const STORY: &[(&str, &str, &str)] = &[
    (
        "a.md",
        "2025-03-06",
        "The council promised to answer the ferry company by March 14, 2025. The Selden Bridge opened on March 3.",
    ),
    (
        "b.md",
        "2025-03-13",
        "The council said it will answer the ferry company by March 28, 2025. The Selden Bridge opened on March 3.",
    ),
    ("c.md", "2025-03-27", "The council will answer the ferry company by April 11, 2025, it said."),
    ("d.md", "2025-04-15", "The council answered the ferry company on April 9. The Selden Bridge opened on March 5."),
];

fn story() -> Folder {
    let folder = Folder::with(&[]);
    for (name, day, text) in STORY {
        folder.write(name, format!("---\npublished: {day}\n---\n\n{text}\n").as_bytes());
    }
    folder
}

#[test]
fn a_promise_is_followed_from_day_to_day() {
    let folder = story();
    for (day, state) in [
        ("2025-03-06", "open      2025-03-14  council"),
        ("2025-03-10", "due soon  2025-03-14  council"),
        ("2025-03-13", "moved     2025-03-28  council"),
        ("2025-03-24", "due soon  2025-03-28  council"),
        ("2025-04-12", "overdue   2025-04-11  council"),
        ("2025-04-15", "kept      2025-04-11  council"),
    ] {
        let run = folder.run(&["promises", ".", "--as-of", day]);
        assert_eq!((run.code, run.stdout.lines().next()), (Some(0), Some(state)), "{day}\n{}", run.stdout);
    }
    let before = folder.run(&["promises", ".", "--as-of", "2025-03-01"]);
    assert_eq!(before.stdout, "no promise as of 2025-03-01\n");
}

#[test]
fn every_format_tells_the_story() {
    let folder = story();
    for (command, format) in [
        ("promises", "text"),
        ("promises", "json"),
        ("promises", "markdown"),
        ("promises", "ics"),
        ("timeline", "text"),
        ("timeline", "json"),
        ("timeline", "markdown"),
    ] {
        let run = folder.run(&[command, ".", "--format", format]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        expected::check(&format!("story-{command}.{format}"), &run.stdout);
    }
}

#[test]
fn what_is_no_promise_is_not_kept_account_of() {
    let text =
        "The choir will sing in Prague on May 9, 2025. The dam was to be finished by 1978. Rain may fall by Friday.";
    let folder = Folder::with(&[("a.md", &format!("---\npublished: 2025-03-06\n---\n\n{text}\n"))]);
    assert_eq!(folder.run(&["promises", "."]).stdout, "no promise as of 2025-03-06\n");
}

#[test]
fn what_cannot_be_read_is_told() {
    let run = story().run(&["timeline", "a.md", "none.md"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stdout.ends_with("\n2 events, 0 with disagreements\n"), "{}", run.stdout);
    assert_eq!(run.stderr, "error: none.md: no such file or folder: check the path\n");
}
