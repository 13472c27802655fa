//! The tables of this stage, compiled in and read once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::normal::body_words;
use crate::table::{index, rows};

/// Words of a table and what stands beside them.
pub(super) type Table = LazyLock<FxHashMap<&'static str, &'static str>>;
/// Words of a table without a value.
pub(super) type List = LazyLock<FxHashSet<&'static str>>;

fn list(text: &'static str) -> FxHashSet<&'static str> {
    rows(text).map(|(word, _)| word).collect()
}

/// What a name is of its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameOf {
    /// "Russia", "Russian Federation".
    Country,
    /// "Russian", "Russians".
    People,
    /// "Moscow".
    Capital,
    /// "Kremlin".
    Government,
}

/// A name of a country with the country's own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CountryName {
    pub(super) country: &'static str,
    pub(super) of: NameOf,
}

/// "Moscow" is the capital of Russia.
pub(super) static COUNTRIES: LazyLock<FxHashMap<&'static str, CountryName>> = LazyLock::new(|| {
    let name = |columns: &'static str| {
        let (country, kind) = columns.split_once('\t').expect("countries have two columns after the name");
        let of = match kind {
            "name" => NameOf::Country,
            "adjective" => NameOf::People,
            "capital" => NameOf::Capital,
            _ => NameOf::Government,
        };
        CountryName { country, of }
    };
    rows(include_str!("data/countries.tsv")).map(|(surface, columns)| (surface, name(columns))).collect()
});

/// A body's name with the name that stands for it and its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BodyName {
    pub(super) canonical: &'static str,
    pub(super) country: Option<&'static str>,
}

/// "OSCE" is the Organization for Security and Co-operation in Europe. Keys are as written.
pub(super) static BODIES: LazyLock<FxHashMap<&'static str, BodyName>> = LazyLock::new(|| {
    let name = |columns: &'static str| match columns.split_once('\t') {
        Some((canonical, country)) => BodyName { canonical, country: Some(country) },
        None => BodyName { canonical: columns, country: None },
    };
    rows(include_str!("data/bodies.tsv")).map(|(surface, columns)| (surface, name(columns))).collect()
});

/// The bodies whose names are of several words, by these words in one spelling.
pub(super) static BODY_WORDS: LazyLock<FxHashMap<String, BodyName>> = LazyLock::new(|| {
    let long = BODIES.iter().filter(|(name, _)| name.contains(' '));
    long.map(|(name, body)| (body_words(name).join(" "), *body)).collect()
});
/// The first words of those names in lower case.
pub(super) static FIRST_BODY_WORDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| BODY_WORDS.keys().filter_map(|words| words.split(' ').next()).map(str::to_owned).collect());

/// "spokeswoman" is a spokesperson.
pub(super) static TITLES: Table = LazyLock::new(|| index(include_str!("data/titles.tsv")));
/// All words of titles, so that other words are passed over at once.
pub(super) static TITLE_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let words = TITLES.keys().flat_map(|title| title.split([' ', '-']));
    words.chain(TITLES.keys().copied()).chain(TITLE_MODIFIERS.iter().copied()).collect()
});
/// "deputy", "former".
pub(super) static TITLE_MODIFIERS: List = LazyLock::new(|| list(include_str!("data/title_modifiers.tsv")));
/// "mr" is said of a man.
pub(super) static HONORIFICS: Table = LazyLock::new(|| index(include_str!("data/honorifics.tsv")));
/// "spokeswoman" is said of a woman.
pub(super) static GENDERED_TITLES: Table = LazyLock::new(|| index(include_str!("data/gendered_titles.tsv")));
/// "ltd", "gmbh".
pub(super) static SUFFIXES: List = LazyLock::new(|| list(include_str!("data/suffixes.tsv")));
/// "ministry", "council".
pub(super) static BODY_NOUNS: List = LazyLock::new(|| list(include_str!("data/body_nouns.tsv")));
/// "officials", "side".
pub(super) static SIDE_NOUNS: List = LazyLock::new(|| list(include_str!("data/side_nouns.tsv")));
/// "say", "reject".
pub(super) static ACTING_VERBS: List = LazyLock::new(|| list(include_str!("data/acting_verbs.tsv")));
/// "diplomat" may be a minister or an envoy.
pub(super) static DESCRIPTIONS: Table = LazyLock::new(|| index(include_str!("data/descriptions.tsv")));
/// "accuse", "urge".
pub(super) static ADDRESSING_VERBS: List = LazyLock::new(|| list(include_str!("data/addressing_verbs.tsv")));
/// "airport", "mayor".
pub(super) static CITY_NOUNS: List = LazyLock::new(|| list(include_str!("data/city_nouns.tsv")));
/// "in", "near".
pub(super) static PLACE_PREPOSITIONS: List = LazyLock::new(|| list(include_str!("data/place_prepositions.tsv")));
/// "fly", "trip".
pub(super) static MOTION: List = LazyLock::new(|| list(include_str!("data/motion.tsv")));
/// "man", "victim".
pub(super) static PERSON_NOUNS: List = LazyLock::new(|| list(include_str!("data/person_nouns.tsv")));
/// "company", "club".
pub(super) static BODY_DESCRIPTIONS: List = LazyLock::new(|| list(include_str!("data/body_descriptions.tsv")));
/// "van", "al".
pub(super) static NAME_PARTICLES: Table = LazyLock::new(|| index(include_str!("data/name_particles.tsv")));
/// "xi", "nguyen".
pub(super) static FAMILY_FIRST: List = LazyLock::new(|| list(include_str!("data/family_first.tsv")));
/// "tony" is a form of "anthony".
pub(super) static GIVEN_NAMES: Table = LazyLock::new(|| index(include_str!("data/given_names.tsv")));
