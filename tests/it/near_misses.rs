//! `check --explain`: what nearly became a finding, and what kept it from being one.

use crate::program::Folder;

const NOVEMBER: &str = "---
published: 2025-11-13
---

The foreign ministers of Chile and Peru met in Lima on November 12.
";

const DECEMBER: &str = "---
published: 2025-12-26
---

The foreign ministers of Chile and Peru met in Lima on December 24.
";

#[test]
fn two_meetings_are_told_apart_with_the_reason() {
    let folder = Folder::with(&[("a.md", NOVEMBER), ("b.md", DECEMBER)]);
    let silent = folder.run(&["check", "a.md", "b.md"]);
    assert_eq!(silent.stdout.lines().next(), Some("0 errors, 0 warnings, 0 notes"));
    let explained = folder.run(&["check", "--explain", "a.md", "b.md"]);
    assert_eq!(
        explained.stdout,
        "near: date is no finding, for two events of a sort, or a state that moved on, differ so as a rule
    a.md:5:1 2025-11-12 The foreign ministers of Chile and Peru met in Lima on November 12
    b.md:5:1 2025-12-24 The foreign ministers of Chile and Peru met in Lima on December 24

0 errors, 0 warnings, 0 notes
2 articles, 2 sentences (0 without a claim), 2 claims, 1 pair compared
"
    );
    assert_eq!((explained.code, explained.stderr.as_str()), (Some(0), ""));
}
