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

/// The value of a row of a sorted table; `None` where no row has the surface.
///
/// Halves the table by bytes, so that a short table needs no index beside it.
pub fn value_of(table: &'static str, surface: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = table.as_bytes()[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let start = start.max(low);
        let end = table[start..].find('\n').map_or(table.len(), |end| start + end);
        let line = &table[start..end];
        let (key, value) = line.split_once('\t').unwrap_or((line, ""));
        // Comments stand on top.
        let order = if line.is_empty() || line.starts_with('#') { std::cmp::Ordering::Less } else { key.cmp(surface) };
        match order {
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
            std::cmp::Ordering::Equal => return Some(value),
        }
    }
    None
}

/// Whether a sorted table has a row of the surface.
pub fn has(table: &'static str, surface: &str) -> bool {
    value_of(table, surface).is_some()
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

#[cfg(test)]
mod tests {
    use crate::table::{has, rows, value_of};

    #[test]
    fn every_row_of_a_sorted_table_is_found_and_no_other() {
        let table = "# surface\tvalue\n# Written by hand.\nalpha\t1\nbeta\nbeta ray\t2\ngamma\t3\n";
        for (surface, value) in rows(table) {
            assert_eq!(value_of(table, surface), Some(value), "{surface}");
        }
        for surface in ["", "#", "alph", "alphas", "bet", "delta", "zeta"] {
            assert!(!has(table, surface), "{surface}");
        }
    }
}
