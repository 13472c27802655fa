//! What the program tells of itself: kinds, schema, completions, manual pages.

use std::io::Write;

use clap::CommandFactory;

use super::arguments::{Arguments, Completions, Explain, Man};
use super::exit::Exit;
use super::output::{print, tell};
use crate::report::SCHEMA;
use crate::verdict::{kind_doc, kind_names};

/// Tells what a kind means, or names all kinds.
pub(super) fn explain(arguments: &Explain) -> Exit {
    let text = match &arguments.kind {
        Some(kind) => format!("{kind}\n\n{}", readable(kind_doc(kind).unwrap_or_default())),
        None => kind_names().map(line).collect(),
    };
    print(Exit::Clean, |out| out.write_all(text.as_bytes()))
}

/// A kind and the first sentence of its text.
fn line(kind: &str) -> String {
    let first = kind_doc(kind).and_then(|doc| doc.lines().next()).unwrap_or_default();
    format!("{kind:12}{first}\n")
}

/// Markdown as it reads best in a terminal: what stands between fences is indented instead.
fn readable(markdown: &str) -> String {
    let mut readable = String::new();
    let mut is_fenced = false;
    for line in markdown.lines() {
        match line.starts_with("```") {
            true => is_fenced = !is_fenced,
            false => {
                readable += if is_fenced { "    " } else { "" };
                readable += line;
                readable.push('\n');
            }
        }
    }
    readable
}

/// Prints the JSON Schema of the reports.
pub(super) fn schema() -> Exit {
    print(Exit::Clean, |out| out.write_all(SCHEMA.as_bytes()))
}

/// Prints what a shell completes the program's arguments from.
pub(super) fn completions(arguments: &Completions) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), env!("CARGO_PKG_NAME"), &mut script);
    print(Exit::Clean, |out| out.write_all(&script))
}

/// Prints the manual page of the program or of one of its commands.
pub(super) fn man(arguments: &Man) -> Exit {
    let mut program = Arguments::command();
    program.build();
    let page = match &arguments.command {
        Some(name) => program.find_subcommand(name).cloned(),
        None => Some(program),
    };
    let Some(page) = page else {
        tell("error", &"no such command: claimdiff --help names them");
        return Exit::Failed;
    };
    print(Exit::Clean, |out| clap_mangen::Man::new(page).render(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_indented() {
        assert_eq!(readable("Fires:\n\n```text\na: b\n```\n\nEnd.\n"), "Fires:\n\n    a: b\n\nEnd.\n");
    }
}
