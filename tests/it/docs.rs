//! The examples of the documentation, run: what a `console` block shows below `$ claimdiff …` is what comes out.

use std::path::{Path, PathBuf};
use std::process::Command;

const OPEN: &str = "```console\n";
const CLOSE: &str = "```\n";

#[test]
fn examples_print_what_the_docs_show() {
    let mut run = 0;
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("the page can be read");
        let (now, examples) = with_outputs(&text);
        run += examples;
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&page, &now).expect("the page can be written");
        } else {
            assert_eq!(text, now, "{}: BLESS=1 rewrites it", page.display());
        }
    }
    assert!(run > 0, "no page has an example");
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}

/// The page with each example's output as it is now, and how many examples it has.
fn with_outputs(page: &str) -> (String, usize) {
    let mut parts = page.split(OPEN);
    let mut now = parts.next().unwrap_or_default().to_owned();
    let mut examples = 0;
    for part in parts {
        let (example, after) = part.split_once(CLOSE).expect("the example is closed");
        let (command, _) = example.split_once('\n').expect("the example has its command");
        now += &format!("{OPEN}{command}\n{}{CLOSE}{after}", output(command));
        examples += 1;
    }
    (now, examples)
}

fn output(command: &str) -> String {
    let arguments = command.strip_prefix("$ claimdiff ").expect("the command is ours").split_whitespace();
    let run = Command::new(env!("CARGO_BIN_EXE_claimdiff"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&run.stderr), "", "{command}");
    String::from_utf8(run.stdout).expect("the output is UTF-8")
}
