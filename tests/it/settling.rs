//! Findings that are settled once: the file of decisions, `baseline`, `review`, `fixture`, `--new-since`.

use std::io::Write;
use std::process::Stdio;

use crate::program::Folder;

/// Eight articles of eight matters, two of which contradict each other.
const REPOSITORY: &[(&str, &str)] = &[
    ("bridge.md", "The Selden Bridge opened to traffic on March 3, Corran said."),
    ("bridge-again.md", "The Selden Bridge opened to traffic on March 5, Corran said."),
    ("choir.md", "The choir of Vallon sang in Prague on February 12, 2025."),
    ("dam.md", "The Orrin dam was completed in 1978 after eleven years of work."),
    ("ferry.md", "The ferry to Lomsey runs twice a day from April 1, 2025."),
    ("library.md", "The library of Ostby lends 40,000 books a year."),
    ("mine.md", "The Norwell mine employs 310 people, its owner says."),
    ("school.md", "The school at Ash Grove has 46 pupils and three teachers."),
];

fn article(text: &str) -> String {
    format!("---\npublished: 2025-03-07\n---\n\n{text}\n")
}

fn repository() -> Folder {
    let folder = Folder::with(&[]);
    REPOSITORY.iter().for_each(|(name, text)| folder.write(name, article(text).as_bytes()));
    folder
}

/// The exit code of `check` and its first line.
fn check(folder: &Folder, code: i32, first: &str) {
    let run = folder.run(&["check", "."]);
    let line = run.stdout.lines().next().unwrap_or_default();
    assert_eq!((run.code, line), (Some(code), first), "{}", run.stderr);
}

/// Runs `review` in a terminal and types.
#[cfg(target_os = "linux")]
fn review(folder: &Folder, keys: &str) {
    let command = format!("{} review .", env!("CARGO_BIN_EXE_claimdiff"));
    let mut child = folder
        .command_of("script", &["--quiet", "--return", "--command", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script is part of every Linux");
    let mut terminal = child.stdin.take().expect("its input is piped");
    // What is typed before the program reads keys would be lost when it sets up the terminal.
    std::thread::sleep(std::time::Duration::from_secs(2));
    for key in keys.chars() {
        write!(terminal, "{key}").expect("the program reads");
        terminal.flush().expect("the program reads");
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_settled_stays_settled() {
    let folder = repository();
    check(&folder, 1, "error: conflict in date, confidence 0.99");
    let run = folder.run(&["baseline", "."]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "1 accepted, 1 decisions in claimdiff.decisions.jsonl\n"));
    check(&folder, 0, "0 errors, 0 warnings, 0 notes; 1 settled finding not shown");
    let sides = ["compare", "bridge.md", "bridge-again.md"];
    assert_eq!(
        (folder.run(&sides).code, folder.run(&[&sides[..], &["--no-decisions"]].concat()).code),
        (Some(0), Some(1))
    );

    let new = "The library of Ostby lends 60,000 books a year.";
    folder.write("new.md", article(new).as_bytes());
    check(&folder, 1, "error: conflict in quantity, confidence 0.94");
    review(&folder, "dof 2019\r");
    check(&folder, 0, "0 errors, 0 warnings, 0 notes; 2 settled findings not shown");
    let decisions = folder.read("claimdiff.decisions.jsonl");
    assert!(decisions.contains(r#""decision":"dismissed","kind":"quantity""#), "{decisions}");
    assert!(decisions.contains(r#""reason":"of 2019""#), "{decisions}");

    let moved = format!("It rained in Ostby.\n\n{}", new.replace(" lends ", "\nlends "));
    folder.write("new.md", article(&moved).as_bytes());
    check(&folder, 0, "0 errors, 0 warnings, 0 notes; 2 settled findings not shown");
    folder.write("new.md", article(&new.replace("60,000", "65,000")).as_bytes());
    check(&folder, 1, "error: conflict in quantity, confidence 0.94");
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_undone_is_told_again() {
    let folder = repository();
    folder.write("new.md", article("The library of Ostby lends 60,000 books a year.").as_bytes());
    review(&folder, "auq");
    check(&folder, 1, "error: conflict in date, confidence 0.99");
    review(&folder, "aa");
    check(&folder, 0, "0 errors, 0 warnings, 0 notes; 2 settled findings not shown");
}

#[test]
fn a_decision_holds_for_the_values_that_it_was_made_for() {
    let yesterday = "The Selden Bridge opened to traffic yesterday, Corran said.";
    let folder = Folder::with(&[("a.md", &article(REPOSITORY[0].1)), ("b.md", &article(yesterday))]);
    folder.run(&["baseline", "."]);
    assert_eq!(folder.run(&["check", "."]).code, Some(0));
    folder.write("b.md", article(yesterday).replace("03-07", "03-06").as_bytes());
    let run = folder.run(&["check", "."]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.ends_with("which resolve otherwise now\n"), "{}", run.stderr);
}

#[test]
fn stale_decisions_are_told_and_pruned() {
    let folder = repository();
    folder.run(&["baseline", "."]);
    folder.write("bridge-again.md", article("The Selden Bridge has two lanes.").as_bytes());
    let gone = "claimdiff.decisions.jsonl: 1 on findings that are gone (baseline --prune takes them out)\n";
    assert_eq!(folder.run(&["check", "."]).stderr, format!("warning: {gone}"));
    let run = folder.run(&["baseline", ".", "--prune", "--quiet"]);
    let told = "0 accepted, 0 decisions in claimdiff.decisions.jsonl; 1 whose findings are gone taken out\n";
    assert_eq!(run.stdout, told);
}

#[test]
fn bad_input_costs_nothing_else() {
    let folder = repository();
    folder.run(&["baseline", "."]);
    let decisions = folder.read("claimdiff.decisions.jsonl");
    folder.write("claimdiff.decisions.jsonl", format!("<<<<<<< ours\n{decisions}").as_bytes());
    let run = folder.run(&["check", "."]);
    let merge = "warning: claimdiff.decisions.jsonl:1: a mark of a merge: keep the decisions of both sides and take the \
                 marks out\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), merge));
    let run = folder.run(&["baseline", ".", "--decisions", "none/decisions.jsonl"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: none/decisions.jsonl: cannot be written"), "{}", run.stderr);
    let run = folder.run(&["review", "."]);
    let terminal = "error: review needs a terminal: use check to print findings, baseline to accept them all\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), terminal));
}

#[test]
fn a_finding_becomes_a_fixture() {
    let folder = repository();
    let run = folder.run(&["fixture", "8052", ".", "--anonymous"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "fixtures/date-80525cff\n", ""));
    let left = folder.read("fixtures/date-80525cff/a.md");
    assert!(left.starts_with("---\npublished: 2025-03-07\n---\n") && !left.contains("Corran"), "{left}");
    let run = folder.run(&["fixture", "ffff", "."]);
    assert_eq!(run.stderr, "error: no finding has the id ffff: check --relations all prints them all\n");
}

#[test]
fn only_what_is_new_is_told() {
    let folder = repository();
    let git = |arguments: &[&str]| {
        let output = folder.command_of("git", arguments).output().expect("git is there");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let outside = folder.run(&["check", ".", "--new-since", "no-such-revision"]);
    assert_eq!(outside.code, Some(2));
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["-c", "user.name=Ida", "-c", "user.email=ida@example.org", "commit", "--quiet", "--message", "all"]);
    let run = folder.run(&["check", ".", "--new-since", "HEAD"]);
    assert_eq!((run.code, run.stdout.lines().next()), (Some(0), Some("0 errors, 0 warnings, 0 notes")));
    folder.write("new.md", article("The library of Ostby lends 60,000 books a year.").as_bytes());
    let run = folder.run(&["check", ".", "--new-since", "HEAD"]);
    assert_eq!(run.stdout.lines().next(), Some("error: conflict in quantity, confidence 0.94"));
    let run = folder.run(&["check", ".", "--new-since", "--output=x"]);
    assert_eq!(run.code, Some(2));
}
