//! The order of the stages: a module uses only those above it in `lib.rs`, and only some may do certain things.

use std::fs;
use std::path::{Path, PathBuf};

/// The annotations of a document know nothing of each other.
const APART: &[&str] = &["time", "quantity", "entity"];

/// Words that only one module may use.
const RESERVED: &[(&str, &[&str])] = &[
    ("pipeline", &["rayon", "std::thread", "thread::spawn", "thread::scope"]),
    ("cli", &["std::fs", "std::io::stdin", "io::stdin", "println!", "print!", "eprintln!", "eprint!", "dbg!"]),
];

#[test]
fn modules_use_only_those_above_them() {
    let order = modules();
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(own) = order.iter().position(|module| *module == file.module) else { continue };
        for used in file.used(&order) {
            let below = order.iter().position(|module| *module == used).is_some_and(|used| used > own);
            let sibling =
                used != file.module && APART.contains(&used.as_str()) && APART.contains(&file.module.as_str());
            if below || sibling {
                wrong.push(format!("{} uses {used}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn threads_files_and_printing_have_one_place_each() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| !file.is_test()) {
        for (module, words) in RESERVED.iter().filter(|(module, _)| *module != file.module) {
            for word in words.iter().filter(|word| has_word(file.without_tests(), word)) {
                wrong.push(format!("{} has {word}, which is for {module}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_stage_is_read() {
    let order = modules();
    for module in ["span", "article", "language", "time", "claim", "matching", "verdict", "report", "pipeline", "cli"] {
        assert!(order.iter().any(|known| known == module), "{module} is not in lib.rs");
        assert!(sources().iter().any(|file| file.module == module), "{module} has no file");
    }
}

#[test]
fn uses_are_found_however_they_are_written() {
    let order = modules();
    let check = |path: &str, code: &str, expected: &[&str]| {
        let file = Source::of(Path::new(path), code);
        assert_eq!(file.used(&order), expected, "{code}");
    };
    check("time/mod.rs", "use crate::language::Document;", &["language"]);
    check("time/mod.rs", "use crate::{article::{Article, Block}, span};", &["article", "span"]);
    check("time/mod.rs", "use crate::{\n    claim::{self, Claim},\n};", &["claim"]);
    check("time/mod.rs", "fn f(x: &crate::claim::Claim) {} // crate::report", &["claim"]);
    check("time/mod.rs", "use super::claim::Claim;", &["claim"]);
    check("time/resolve.rs", "use super::claim::Claim;", &[]);
    check("time/resolve.rs", "mod tests { use super::super::super::claim; }", &["claim"]);
    check("time/resolve.rs", "//! See [`x`](crate::report).\nconst A: &str = \"crate::cli\";", &[]);
    check("time/resolve.rs", "fn f<'a>(x: &'a str) -> char { '\"' } use crate::cli;", &["cli"]);
    check("span.rs", "use crate::Report;", &["report"]);
    check("span.rs", "use crate::{Config, compare};", &["pipeline"]);
    check("pipeline.rs", "let x = r#\"crate::cli \"quoted\" \"#; crate::report::x()", &["report"]);
}

/// A file of `src/`, its comments and strings blanked.
struct Source {
    path: PathBuf,
    module: String,
    code: String,
}

impl Source {
    /// The file at `path` below `src/`.
    fn of(path: &Path, code: &str) -> Self {
        let first = path.components().next().expect("a file has a name").as_os_str().to_string_lossy().into_owned();
        let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
        Self { path: path.to_owned(), module, code: blanked(code) }
    }

    fn is_test(&self) -> bool {
        self.path.file_name().is_some_and(|name| name == "tests.rs")
            || self.path.components().any(|part| part.as_os_str() == "tests")
    }

    /// The code before the tests, which stand last.
    fn without_tests(&self) -> &str {
        self.code.split("#[cfg(test)]\nmod ").next().unwrap_or_default()
    }

    /// How many modules deep the file is: 1 for `time/mod.rs`, 2 for `time/interval.rs`.
    fn depth(&self) -> usize {
        let names = self.path.components().count();
        names - usize::from(self.path.file_name().is_some_and(|name| name == "mod.rs"))
    }

    /// The modules of the crate that the code names, sorted.
    fn used(&self, order: &[String]) -> Vec<String> {
        let from_root = "super::".repeat(self.depth());
        let mut used: Vec<String> = Vec::new();
        for root in ["crate::", "claimdiff::", from_root.as_str()] {
            for after in self.code.split(root).skip(1) {
                used.extend(first_names(after.trim_start_matches("super::")).into_iter().map(|name| home(&name)));
            }
        }
        used.retain(|name| order.contains(name));
        used.sort();
        used.dedup();
        used
    }
}

/// The first names of what stands behind `crate::`: one, or those of a list in braces.
fn first_names(after: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
    };
    let Some(list) = after.strip_prefix('{') else { return vec![name(after)] };
    let mut names = vec![name(list)];
    let mut depth = 0;
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&list[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The module that a name of the crate's root comes from: itself, or where `lib.rs` re-exports it from.
fn home(name: &str) -> String {
    let lib = blanked(&read(&root().join("lib.rs")));
    for export in lib.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next()) {
        let Some((module, names)) = export.split_once("::") else { continue };
        if names.split(|character: char| !character.is_alphanumeric() && character != '_').any(|word| word == name) {
            return module.to_owned();
        }
    }
    name.to_owned()
}

/// The modules in the order of `lib.rs`.
fn modules() -> Vec<String> {
    let lib = read(&root().join("lib.rs"));
    let lines = lib.lines().filter_map(|line| line.trim().strip_suffix(';'));
    lines.filter_map(|line| line.strip_prefix("pub mod ").or(line.strip_prefix("mod "))).map(str::to_owned).collect()
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("rs") => {
                    let code = read(&path);
                    found.push(Source::of(path.strip_prefix(root()).expect("the file lies in src"), &code));
                }
                _ => {}
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the source can be read")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Whether `word` stands in the code and is no part of a longer one.
fn has_word(code: &str, word: &str) -> bool {
    let is_part =
        |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || character == '_');
    code.match_indices(word)
        .any(|(at, _)| !is_part(code[..at].chars().next_back()) && !is_part(code[at + word.len()..].chars().next()))
}

/// The code with comments dropped and the content of strings and characters too.
fn blanked(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let skipped = skipped(rest, kept.chars().next_back());
        match skipped {
            0 => {
                kept.push(first);
                rest = &rest[first.len_utf8()..];
            }
            length => rest = &rest[length..],
        }
    }
    kept
}

/// The length of the comment, string or character that `rest` begins with; 0 where it begins with none.
fn skipped(rest: &str, before: Option<char>) -> usize {
    let in_word = before.is_some_and(|character| character.is_alphanumeric() || character == '_');
    let hashes = rest.strip_prefix('r').map_or(0, |rest| rest.len() - rest.trim_start_matches('#').len());
    let raw = format!("r{}\"", "#".repeat(hashes));
    match () {
        () if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
        () if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
        () if !in_word && rest.starts_with(&raw) => {
            let end = format!("\"{}", "#".repeat(hashes));
            rest[raw.len()..].find(&end).map_or(rest.len(), |at| raw.len() + at + end.len())
        }
        () if rest.starts_with('"') => closed(rest, '"'),
        () if is_character(rest) => closed(rest, '\''),
        () => 0,
    }
}

/// Whether a character literal begins here, and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut characters = rest.chars();
    let first = characters.next();
    let is_escaped = characters.next() == Some('\\');
    first == Some('\'') && (is_escaped || characters.next() == Some('\''))
}

/// The length up to the closing quotation mark, which may be escaped before.
fn closed(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if character == quote => return at + character.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}
