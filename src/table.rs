//! Compiled-in tables: lines of `surface<TAB>value`, sorted, with `#` lines on top.

use rustc_hash::FxHashMap;

/// The rows of a table in order, without its `#` lines; a row without a tab has an empty value.
///
/// "# lemma, class\nmeet\treport" has the one row ("meet", "report").
pub fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
}

/// The rows of a table by their surface.
pub fn index(table: &'static str) -> FxHashMap<&'static str, &'static str> {
    rows(table).collect()
}

/// The first row that is not after its predecessor, so that a test can name it; `None` for a sorted table.
#[cfg(test)]
pub(crate) fn first_out_of_order(table: &'static str) -> Option<(&'static str, &'static str)> {
    rows(table).zip(rows(table).skip(1)).find(|(left, right)| left.0 >= right.0).map(|(_, right)| right)
}

/// Runs a corpus of `text<TAB>anchor<TAB>expected` and prints all lines where something else is found; `found` gets
/// text and anchor.
#[cfg(test)]
pub(crate) fn check_corpus(corpus: &'static str, found: impl Fn(&str, &str) -> String) {
    let wrong: Vec<String> = rows(corpus)
        .filter_map(|(text, rest)| {
            let (anchor, expected) = rest.split_once('\t').expect("a corpus line has three columns");
            let found = found(text, anchor);
            (found != expected).then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
