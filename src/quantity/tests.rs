//! The tables are in order and hold no word twice.

const TABLES: &[(&str, &str)] = &[
    ("bounds_after", include_str!("data/bounds_after.tsv")),
    ("bounds_before", include_str!("data/bounds_before.tsv")),
    ("cardinals", include_str!("data/cardinals.tsv")),
    ("counted", include_str!("data/counted.tsv")),
    ("currencies", include_str!("data/currencies.tsv")),
    ("dimensions", include_str!("data/dimensions.tsv")),
    ("ordinals", include_str!("data/ordinals.tsv")),
    ("rates", include_str!("data/rates.tsv")),
    ("scales", include_str!("data/scales.tsv")),
    ("shares", include_str!("data/shares.tsv")),
    ("temperature_changes", include_str!("data/temperature_changes.tsv")),
    ("time_units", include_str!("data/time_units.tsv")),
    ("topics", include_str!("data/topics.tsv")),
    ("units", include_str!("data/units.tsv")),
    ("vague", include_str!("data/vague.tsv")),
];

/// The surfaces of a table.
fn surfaces(table: &str) -> Vec<&str> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').next().expect("split yields something")).collect()
}

#[test]
fn tables_are_sorted_without_doubles() {
    for (name, table) in TABLES {
        let surfaces = surfaces(table);
        let wrong: Vec<_> = surfaces.windows(2).filter(|pair| pair[0] >= pair[1]).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
}
