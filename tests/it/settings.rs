//! `claimdiff.toml`, the flags that are stronger than it, and the comments that settle findings.

use crate::program::Folder;

const MONDAY: &str =
    "---\npublished: 2025-03-07\n---\n\nThe Selden Bridge opened to traffic on March 3, Corran said.\n";
const WEDNESDAY: &str =
    "---\npublished: 2025-03-07\n---\n\nThe Selden Bridge opened to traffic on March 5, Corran said.\n";

fn folder(settings: &str) -> Folder {
    let folder = Folder::with(&[("a.md", MONDAY), ("old/b.md", WEDNESDAY)]);
    folder.write("claimdiff.toml", settings.as_bytes());
    folder
}

/// The exit code of `check` and its first line.
fn check(settings: &str, arguments: &[&str], code: i32, first: &str) {
    let run = folder(settings).run(&[&["check"], arguments].concat());
    let line = run.stdout.lines().next().unwrap_or_default();
    assert_eq!((run.code, line), (Some(code), first), "{settings}{arguments:?}\n{}", run.stderr);
}

const ERROR: &str = "error: conflict in date, confidence 0.99";

#[test]
fn findings_weigh_what_the_settings_say() {
    check("", &[], 1, ERROR);
    check("threshold = 0.99\n", &[], 0, "warning: conflict in date, confidence 0.99");
    check("threshold = 0.99\nfail-on = \"warning\"\n", &[], 1, "warning: conflict in date, confidence 0.99");
    check("[kind.date]\nseverity = \"note\"\n", &[], 0, "note: conflict in date, confidence 0.99");
    check("[kind.date]\nseverity = \"off\"\n", &[], 0, "0 errors, 0 warnings, 0 notes");
    check("[kind.quantity]\nseverity = \"off\"\n", &[], 1, ERROR);
    check("[[override]]\npaths = [\"old\"]\nseverity = \"off\"\n", &[], 0, "0 errors, 0 warnings, 0 notes");
    check("[[override]]\npaths = [\"new\"]\nseverity = \"off\"\n", &[], 1, ERROR);
    check("kinds = [\"quantity\"]\n", &[], 0, "0 errors, 0 warnings, 0 notes");
}

#[test]
fn sources_weigh_what_they_are_trusted() {
    let of = |source: &str, article: &str| article.replacen("---\n", &format!("---\nsource: {source}\n"), 1);
    let first_line = |settings: &str| {
        let folder = folder(settings);
        folder.write("a.md", of("The Echo", MONDAY).as_bytes());
        let run = folder.run(&["check"]);
        (run.code, run.stdout.lines().next().unwrap_or_default().to_owned())
    };
    let warning = "warning: conflict in date, confidence 0.99";
    assert_eq!(first_line("[source.\"The Echo\"]\ntrust = \"low\"\n"), (Some(0), warning.to_owned()));
    assert_eq!(first_line("[source.Herald]\ntrust = \"low\"\n"), (Some(1), ERROR.to_owned()));
}

#[test]
fn three_sources_are_told_by_side() {
    let settings = "[source.Gazette]\ntrust = \"high\"\n";
    let folder = folder(settings);
    let third = "---\nsource: Gazette\npublished: 2025-03-10\n---\n\nThe Selden Bridge opened to traffic on March 3.\n";
    folder.write("c.md", third.as_bytes());
    let run = folder.run(&["check", "--width", "200"]);
    let told = run.stdout.lines().find_map(|line| line.trim().strip_prefix("sources: "));
    let expected = "2 for 2025-03-03 (Gazette, a.md), the latest, the most trusted; \
                    1 for 2025-03-05 (old/b.md), the closest to the event";
    assert_eq!(told, Some(expected), "{}", run.stdout);
}

#[test]
fn days_and_words_are_read_as_the_settings_say() {
    let opened = |day: &str| MONDAY.replace("2025-03-07", "2025-05-07").replace("March 3", day);
    let found = |settings: &str, article: &str| {
        let folder = folder(settings);
        folder.write("a.md", opened("April 3").as_bytes());
        folder.write("old/b.md", article.as_bytes());
        folder.run(&["check", "--relations", "all"]).stdout.contains("conflict in date")
    };
    // Without the setting it may be April 3 or March 4.
    let numbers = opened("3/4/2025");
    assert!(!found("", &numbers));
    assert!(found("date-order = \"month-first\"\n", &numbers));
    let own = opened("April 4").replace("opened", "glimmered");
    assert!(!found("", &own));
    assert!(found("[words]\nglimmer = \"open\"\n", &own));
}

#[test]
fn the_command_line_is_stronger() {
    check("threshold = 0.99\n", &["--threshold", "0.8"], 1, ERROR);
    check("kinds = [\"quantity\"]\n", &["--kinds", "date"], 1, ERROR);
    check("threshold = 0.99\n", &["--no-config"], 1, ERROR);
}

#[test]
fn files_are_chosen_by_globs() {
    check("exclude = [\"old/**\"]\n", &[], 0, "0 errors, 0 warnings, 0 notes");
    check("include = [\"*.md\", \"old/**\"]\n", &[], 1, ERROR);
    check("exclude = [\"old/**\"]\n", &["a.md", "old/b.md"], 1, ERROR);
}

#[test]
fn what_is_wrong_is_named() {
    let told = |settings: &str| {
        let run = folder(settings).run(&["check"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        run.stderr
    };
    assert_eq!(told("treshold = 1\n"), "error: claimdiff.toml:1: unknown key `treshold`: did you mean `threshold`?\n");
    let unknown = "\n[kind.datum]\nseverity = \"off\"\n";
    assert_eq!(told(unknown), "error: claimdiff.toml:2: unknown kind \"datum\": did you mean \"date\"?\n");
    let missing = folder("").run(&["check", "--config", "none.toml"]);
    assert_eq!(missing.stderr, "error: none.toml: no such file or folder: check the path\n");
    assert_eq!(missing.code, Some(2));
}

#[test]
fn a_comment_settles_its_paragraph() {
    let text = WEDNESDAY.replace("\n\nThe", "\n\n<!-- claimdiff: ignore date -- the old plan -->\n\nThe");
    let folder = Folder::with(&[("a.md", MONDAY), ("b.md", &text)]);
    let run = folder.run(&["check", "."]);
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.starts_with("0 errors, 0 warnings, 0 notes; 1 settled finding not shown\n"), "{}", run.stdout);
    let sarif = folder.run(&["check", ".", "--format", "sarif"]);
    assert!(sarif.stdout.contains("\"justification\": \"the old plan\""), "{}", sarif.stdout);
    folder.write("b.md", text.replace("ignore date", "ignore place").as_bytes());
    let run = folder.run(&["check", "."]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(1), "warning: b.md:5: this comment settles nothing: take it out\n")
    );
}

#[test]
fn the_quiet_and_the_strict_are_served() {
    let folder = folder("");
    let run = folder.run(&["check", "--quiet", "--kinds", "quantity"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    let run = folder.run(&["check", "a.md", "--fail-if-nothing-compared"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (Some(2), "error: nothing was compared: no two claims tell one event\n")
    );
    let run = folder.run(&["check", "--max-findings", "0"]);
    let first = run.stdout.lines().next();
    assert_eq!((run.code, first), (Some(1), Some("… and 1 more disagreement not shown (--max-findings)")));
}
