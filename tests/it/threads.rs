//! The same articles give the same report for any number of threads.

#![allow(clippy::unwrap_used, reason = "a test may end where its own files are not as they should be")]

use std::path::Path;
use std::process::Command;

fn check(threads: &str) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_claimdiff"))
        .args(["check", "--threads", threads, "--relations", "all", "--format", "json", "seeds"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn one_and_eight_threads_give_the_same_bytes() {
    assert_eq!(String::from_utf8(check("1")), String::from_utf8(check("8")));
}
