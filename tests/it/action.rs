//! The step of `action.yml` that checks, run by the shell as GitHub runs it.
#![cfg(unix)]

use std::path::Path;

use serde_json::Value;

use crate::program::Folder;

const MONDAY: &str = "---
published: 2025-03-07
---

The Selden Bridge opened to traffic on March 3, the city of Corran said.
";

/// The script of the last step.
fn script() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml");
    let text = std::fs::read_to_string(path).expect("the action can be read");
    let action: Value = serde_saphyr::from_str(&text).expect("the action is YAML");
    let steps = action["runs"]["steps"].as_array().expect("the action has steps");
    steps.last().and_then(|step| step["run"].as_str()).expect("the last step has a script").to_owned()
}

fn folder() -> Folder {
    let other = MONDAY.replace("March 3", "March 5");
    Folder::with(&[("an old text/a.md", MONDAY), ("b.md", &other), ("summary.md", "")])
}

/// Runs the step with these inputs; gives its exit code and what it printed.
fn check(folder: &Folder, paths: &str, arguments: &str, sarif: &str) -> (Option<i32>, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_claimdiff")).parent().expect("the program lies in a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").expect("there is a search path"));
    let output = folder
        .command_of("bash", &["--noprofile", "--norc", "-eo", "pipefail", "-c", &script()])
        .env("PATH", path)
        .env("RUNNER_TEMP", "no-such-folder")
        .env("GITHUB_STEP_SUMMARY", "summary.md")
        .env("CLAIMDIFF_PATHS", paths)
        .env("CLAIMDIFF_ARGUMENTS", arguments)
        .env("CLAIMDIFF_SARIF", sarif)
        .env("CLAIMDIFF_SUMMARY", "true")
        .output()
        .expect("bash runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (output.status.code(), String::from_utf8(output.stdout).expect("the output is UTF-8"))
}

#[test]
fn findings_are_annotated_summed_up_and_written() {
    let folder = folder();
    let (code, printed) = check(&folder, "an old text\nb.md\n", "--threshold=0.5\n", "out.sarif");
    assert_eq!(code, Some(1));
    let starts = "::error file=an old text/a.md,line=5,endLine=5,col=";
    assert!(printed.starts_with(starts), "{printed}");
    assert!(folder.read("summary.md").starts_with("### claimdiff: "));
    let sarif: Value = serde_json::from_str(&folder.read("out.sarif")).expect("SARIF is JSON");
    assert_eq!(
        sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "an%20old%20text/a.md"
    );
}

#[test]
fn inputs_are_words_and_no_shell() {
    let folder = folder();
    let (code, printed) = check(&folder, "b.md", "--threshold=0.5", "out $(touch bad).sarif");
    assert_eq!((code, printed.as_str()), (Some(0), ""));
    assert!(folder.read("out $(touch bad).sarif").starts_with('{'));
}
