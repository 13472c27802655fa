//! Tables that are written by hand are sorted and say nothing twice.

use std::path::{Path, PathBuf};

fn tables(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let is_table = path.extension().is_some_and(|extension| extension == "tsv");
        match path.is_dir() {
            true => tables(&path, found),
            false if is_table && path.parent().is_some_and(|parent| parent.ends_with("data")) => found.push(path),
            false => {}
        }
    }
}

#[test]
fn tables_written_by_hand_are_sorted() {
    let mut found = Vec::new();
    tables(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut checked = 0;
    for path in found {
        let table = std::fs::read_to_string(&path).expect("the table can be read");
        if !table.contains("Written by hand") {
            continue;
        }
        checked += 1;
        let keys: Vec<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').next().unwrap_or(line))
            .collect();
        let wrong = keys.windows(2).find(|pair| pair[0].as_bytes() > pair[1].as_bytes());
        assert_eq!(wrong, None, "{}", path.display());
    }
    assert!(checked >= 10, "{checked} tables");
}
