//! What the program tells of itself: help, kinds, schema, completions, manual pages.

use std::process::Command;

use claimdiff::report::{SCHEMA, Severity};
use claimdiff::verdict::{Relation, kind_names};
use serde_json::Value;

use crate::expected;
use crate::program::{Folder, Run};

fn run(arguments: &[&str]) -> Run {
    let run = Folder::with(&[]).run(arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    run
}

/// The commands, as the help names them.
fn commands() -> Vec<String> {
    let help = run(&["-h"]).stdout;
    let (_, listed) = help.split_once("Commands:\n").expect("the help lists commands");
    listed.lines().map_while(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn short_help_fits_a_screen() {
    for command in std::iter::once(String::new()).chain(commands()) {
        let arguments: Vec<&str> = [command.as_str(), "-h"].into_iter().filter(|word| !word.is_empty()).collect();
        let output = Folder::with(&[]).command(&arguments).env("COLUMNS", "80").output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.lines().count() <= 24, "{arguments:?} takes {} lines:\n{help}", help.lines().count());
        assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
    }
}

#[test]
fn a_kind_is_explained_with_its_examples() {
    expected::check("explain-polarity.text", &run(&["explain", "polarity"]).stdout);
    let listed = run(&["explain"]).stdout;
    let named: Vec<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(named, kind_names().collect::<Vec<_>>());
}

#[test]
fn a_near_name_is_proposed() {
    for (arguments, tip) in [
        (&["explain", "dat"][..], "  tip: a similar value exists: 'date'"),
        (&["check", "--format", "sarf"], "  tip: a similar value exists: 'sarif'"),
        (&["check", "--relations", "conflct"], "  tip: a similar value exists: 'conflict'"),
        (&["compar"], "  tip: a similar subcommand exists: 'compare'"),
        (&["completions", "bsh"], "  tip: a similar value exists: 'bash'"),
    ] {
        let run = Folder::with(&[]).run(arguments);
        assert_eq!(run.code, Some(2));
        assert!(run.stderr.lines().any(|line| line == tip), "{}", run.stderr);
    }
}

#[test]
fn the_schema_names_what_there_is() {
    assert_eq!(run(&["schema"]).stdout, SCHEMA);
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let names = |at: &str| -> Vec<&str> {
        let listed = schema.pointer(at).and_then(Value::as_array).expect("the schema lists names there");
        listed.iter().filter_map(Value::as_str).collect()
    };
    let relations: Vec<&str> = Relation::ALL.iter().map(|relation| relation.name()).collect();
    let severities: Vec<&str> = Severity::ALL.iter().map(|severity| severity.name()).collect();
    assert_eq!(names("/$defs/relation/enum"), relations);
    assert_eq!(names("/$defs/finding/properties/severity/enum"), severities);
    assert!(kind_names().all(|kind| names("/$defs/kind/enum").contains(&kind)));
}

#[test]
fn a_command_has_a_manual_page() {
    expected::check("man-schema.roff", &run(&["man", "schema"]).stdout);
    let run = Folder::with(&[]).run(&["man", "judge"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(2), "error: no such command: claimdiff --help names them\n"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_shell_completes_kinds() {
    let script = run(&["completions", "bash"]).stdout;
    let ask =
        "COMP_WORDS=(claimdiff explain pol); COMP_CWORD=2; _claimdiff claimdiff pol explain; echo ${COMPREPLY[@]}";
    let output = Command::new("bash").arg("-c").arg(format!("{script}\n{ask}")).output().expect("bash runs");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "polarity\n");
    for shell in ["elvish", "fish", "powershell", "zsh"] {
        assert!(run(&["completions", shell]).stdout.contains("explain"), "{shell}");
    }
}
