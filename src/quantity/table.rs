//! The word tables of this stage, compiled in and read once.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table::{index, rows};

/// Words of a table and what stands beside them.
pub(super) type Table<T> = LazyLock<FxHashMap<&'static str, T>>;

fn numbers(text: &'static str) -> FxHashMap<&'static str, f64> {
    rows(text).map(|(word, value)| (word, number(value))).collect()
}

fn number(column: &str) -> f64 {
    column.parse().expect("a number column of a compiled-in table is a number")
}

/// "twelve" is 12.
pub(super) static CARDINALS: Table<f64> = LazyLock::new(|| numbers(include_str!("data/cardinals.tsv")));
/// "million" is 1,000,000.
pub(super) static SCALES: Table<f64> = LazyLock::new(|| numbers(include_str!("data/scales.tsv")));
/// "third" is 3.
pub(super) static ORDINALS: Table<f64> = LazyLock::new(|| numbers(include_str!("data/ordinals.tsv")));
/// "thirds" are 3 parts.
pub(super) static SHARES: Table<f64> = LazyLock::new(|| numbers(include_str!("data/shares.tsv")));
/// "€" is EUR.
pub(super) static CURRENCIES: Table<&'static str> = LazyLock::new(|| index(include_str!("data/currencies.tsv")));
/// "people" are counted as "person".
pub(super) static COUNTED: Table<&'static str> = LazyLock::new(|| index(include_str!("data/counted.tsv")));
/// "day", "year".
pub(super) static TIME_UNITS: Table<&'static str> = LazyLock::new(|| index(include_str!("data/time_units.tsv")));
/// "tall", "away".
pub(super) static DIMENSIONS: Table<&'static str> = LazyLock::new(|| index(include_str!("data/dimensions.tsv")));
/// "inflation", "turnout".
pub(super) static RATES: Table<&'static str> = LazyLock::new(|| index(include_str!("data/rates.tsv")));
/// "talk", "story".
pub(super) static TOPICS: Table<&'static str> = LazyLock::new(|| index(include_str!("data/topics.tsv")));
/// "rise", "warmer".
pub(super) static TEMPERATURE_CHANGES: Table<&'static str> =
    LazyLock::new(|| index(include_str!("data/temperature_changes.tsv")));

/// The least and the greatest amount that a vague number stands for.
pub(super) static VAGUE: Table<(f64, f64)> = LazyLock::new(|| {
    let interval = |columns: &str| columns.split_once('\t').map(|(low, high)| (number(low), number(high)));
    rows(include_str!("data/vague.tsv"))
        .map(|(word, columns)| (word, interval(columns).expect("vague numbers have two columns")))
        .collect()
});

/// How an amount is converted to the base unit of its dimension.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conversion {
    /// The base unit.
    pub(super) base: &'static str,
    /// What an amount is multiplied by.
    pub(super) factor: f64,
    /// What is added after that, for temperatures.
    pub(super) offset: f64,
}

/// "km" is 1,000 metres.
pub(super) static UNITS: Table<Conversion> = LazyLock::new(|| {
    let conversion = |columns: &'static str| {
        let mut columns = columns.split('\t');
        Conversion {
            base: columns.next().expect("split yields something"),
            factor: columns.next().map(number).expect("units have a factor"),
            offset: columns.next().map_or(0.0, number),
        }
    };
    rows(include_str!("data/units.tsv")).map(|(unit, columns)| (unit, conversion(columns))).collect()
});

/// What a phrase beside a number makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// "at least": nothing bounds it above.
    Least,
    /// "at most": nothing bounds it below.
    Most,
    /// "about".
    Near,
    /// "exactly", "only": says nothing of the amount.
    Exact,
}

fn bounds(text: &'static str) -> FxHashMap<&'static str, Bound> {
    let bound = |column| match column {
        "least" => Bound::Least,
        "most" => Bound::Most,
        "near" => Bound::Near,
        _ => Bound::Exact,
    };
    rows(text).map(|(phrase, column)| (phrase, bound(column))).collect()
}

/// "at least".
pub(super) static BOUNDS_BEFORE: Table<Bound> = LazyLock::new(|| bounds(include_str!("data/bounds_before.tsv")));
/// "or more".
pub(super) static BOUNDS_AFTER: Table<Bound> = LazyLock::new(|| bounds(include_str!("data/bounds_after.tsv")));
