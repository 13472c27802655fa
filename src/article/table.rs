//! The rows of a compiled-in word table: `surface<TAB>value`, comment lines on top.

/// The rows of `table` in order.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}
