//! Which names of bodies in one article are one body's: acronyms and long names, spellings, company suffixes.

use rustc_hash::FxHashMap;

use super::found::Found;
use super::normal::{body_words, country_and_rest, initials, is_acronym, without_suffix};
use super::words::Words;

/// For each name of a body a text that all names of the same body share.
pub(super) fn keys(words: &Words<'_, '_>, bodies: &[&Found]) -> Vec<String> {
    let mut keys: Vec<String> = bodies.iter().map(|found| key(found)).collect();
    let acronyms = acronyms(words, bodies, &keys);
    let countries = only_countries(bodies, &keys);
    for (found, key) in bodies.iter().zip(&mut keys) {
        if let Some(long) = acronyms.get(key.as_str()) {
            key.clone_from(long);
        }
        let country = found.country.or_else(|| countries.get(key.as_str()).copied().flatten());
        if let Some(country) = country {
            key.push('|');
            key.push_str(country);
        }
    }
    keys
}

/// The words of the name without its country and its company suffix.
fn key(found: &Found) -> String {
    let name = found.known.unwrap_or(&found.surface);
    let rest = if found.known.is_some() { name } else { country_and_rest(name).1 };
    without_suffix(&body_words(rest)).join(" ")
}

/// The keys of acronyms with the key of the long name that the article gives beside them or that has their initials.
fn acronyms(words: &Words<'_, '_>, bodies: &[&Found], keys: &[String]) -> FxHashMap<String, String> {
    let mut long_of_initials: FxHashMap<String, Option<&String>> = FxHashMap::default();
    for (found, key) in bodies.iter().zip(keys).filter(|(found, _)| found.surface.contains(' ')) {
        let long = long_of_initials.entry(initials(&found.surface).to_lowercase()).or_insert(Some(key));
        *long = long.filter(|other| *other == key);
    }
    let is_short = |found: &Found| found.known.is_none() && is_acronym(&found.surface);
    let mut acronyms: FxHashMap<String, String> = FxHashMap::default();
    for (place, (found, key)) in bodies.iter().zip(keys).enumerate().filter(|(_, (found, _))| is_short(found)) {
        let beside =
            [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter(|&other| other < bodies.len());
        let mut bracketed =
            beside.filter(|&other| is_bracketed(words, bodies[other], found) && !is_acronym(&bodies[other].surface));
        let letters: String =
            found.surface.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let by_initials = long_of_initials.get(&letters).copied().flatten();
        if let Some(long) = bracketed.next().map(|other| &keys[other]).or(by_initials) {
            acronyms.insert(key.clone(), long.clone());
        }
    }
    acronyms
}

/// Whether one name stands in brackets after the other: "Organization for … (OSCE)", "OSCE (Organization for …)".
fn is_bracketed(words: &Words<'_, '_>, one: &Found, other: &Found) -> bool {
    let (first, second) = if one.tokens.start < other.tokens.start { (one, other) } else { (other, one) };
    words.word(first.tokens.end) == "("
        && first.tokens.end + 1 == second.tokens.start
        && words.word(second.tokens.end) == ")"
}

/// For each key the only country that the article names with it.
fn only_countries(bodies: &[&Found], keys: &[String]) -> FxHashMap<String, Option<&'static str>> {
    let mut countries: FxHashMap<String, Option<&'static str>> = FxHashMap::default();
    for (found, key) in bodies.iter().zip(keys) {
        if let Some(country) = found.country {
            let only = countries.entry(key.clone()).or_insert(Some(country));
            *only = only.filter(|&other| other == country);
        }
    }
    countries
}
