//! Whole expected outputs as readable files under `tests/it/expected/`; `BLESS=1` rewrites them.

use std::path::PathBuf;

/// Compares an output with its file, line by line.
pub(crate) fn check(name: &str, got: &str) {
    check_file(&format!("tests/it/expected/{name}"), got);
}

/// Compares a text with a file of the project.
pub(crate) fn check_file(path: &str, got: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        std::fs::write(&path, got).expect("the file can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = got.lines().zip(expected.lines()).position(|(got, expected)| got != expected);
    let line = differs.unwrap_or_else(|| got.lines().count().min(expected.lines().count())) + 1;
    assert!(
        got == expected,
        "{} differs from line {line} on; BLESS=1 rewrites it. The output now:\n{got}",
        path.display()
    );
}
