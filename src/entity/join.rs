//! All [`Found`] of an article -> [`Entities`]: the names of one person, body or place become one entity.

use rustc_hash::FxHashMap;

use super::found::Found;
use super::normal::{is_acronym, letters};
use super::title::Gender;
use super::words::Words;
use super::{Entities, Mention, NamedEntity, Role, bodies, people};

/// The entities, with what only the later steps of the same article need to know of them.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) entities: Entities,
    pub(super) genders: Vec<Option<Gender>>,
    /// For each entity the head of its first mention.
    pub(super) first_mentions: Vec<usize>,
    known: Vec<Option<&'static str>>,
    holders: FxHashMap<String, Vec<usize>>,
}

/// Joins the names, which are in order of place. A bare name that could be of two people is left out.
pub(super) fn join(words: &Words<'_, '_>, all: &[Found]) -> Joined {
    let keys = keys(words, all);
    let mut joined = Joined::default();
    let mut numbers: FxHashMap<(Role, &str), usize> = FxHashMap::default();
    for (place, (found, key)) in all.iter().zip(&keys).enumerate() {
        let Some(key) = key else { continue };
        let head = words.head_of(found.tokens.clone());
        let number = *numbers.entry((found.role, key)).or_insert_with(|| joined.add(found, head));
        joined.tell(number, found, country_beside(words, all, place));
        joined.entities.mentions.push(Mention {
            span: words.document.span(found.tokens.clone()),
            head,
            tokens: found.tokens.clone(),
            entity: number,
        });
    }
    joined.name();
    joined
}

/// For each name a text that all names of the same entity share.
fn keys(words: &Words<'_, '_>, all: &[Found]) -> Vec<Option<String>> {
    let mut keys: Vec<Option<String>> =
        all.iter().map(|found| Some(found.known.map_or_else(|| letters(&found.surface), str::to_owned))).collect();
    let places = |role: Role| all.iter().enumerate().filter(move |(_, found)| found.role == role);
    let names: Vec<&str> = places(Role::Person).map(|(_, found)| found.surface.as_str()).collect();
    for ((place, _), person) in places(Role::Person).zip(people::group(&names)) {
        keys[place] = person.map(|person| person.to_string());
    }
    let found: Vec<&Found> = places(Role::Body).map(|(_, found)| found).collect();
    for ((place, _), key) in places(Role::Body).zip(bodies::keys(words, &found)) {
        keys[place] = Some(key);
    }
    keys
}

/// The country after a place's comma: "Geneva, Switzerland".
fn country_beside(words: &Words<'_, '_>, all: &[Found], place: usize) -> Option<&'static str> {
    let (found, next) = (&all[place], all.get(place + 1)?);
    let is_beside = words.word(found.tokens.end) == "," && next.tokens.start == found.tokens.end + 1;
    (found.role == Role::Place && next.role == Role::Country && is_beside).then_some(next.known).flatten()
}

impl Joined {
    fn add(&mut self, found: &Found, head: usize) -> usize {
        self.entities.names.push(NamedEntity {
            role: found.role,
            canonical: String::new(),
            aliases: Vec::new(),
            titles: Vec::new(),
            country: None,
        });
        self.genders.push(None);
        self.known.push(None);
        self.first_mentions.push(head);
        self.entities.names.len() - 1
    }

    fn tell(&mut self, number: usize, found: &Found, beside: Option<&'static str>) {
        let entity = &mut self.entities.names[number];
        entity.aliases.push(found.surface.clone());
        entity.titles.extend(found.titles.iter().cloned());
        let country = found.country.or(beside).filter(|_| found.role != Role::Country);
        entity.country = entity.country.take().or(country.map(str::to_owned));
        self.genders[number] = self.genders[number].or(found.gender);
        self.known[number] = self.known[number].or(found.known);
    }

    /// The people that have one of the offices.
    pub(super) fn holders<'j>(&'j self, offices: &'j [String]) -> impl Iterator<Item = usize> + 'j {
        let first = offices.first().and_then(|office| self.holders.get(office));
        first.into_iter().flatten().copied().take(MOST_HOLDERS)
    }

    /// Makes the table's name, or else the fullest one, the canonical name, and sorts the others.
    fn name(&mut self) {
        for (entity, known) in self.entities.names.iter_mut().zip(&self.known) {
            let fullness = |name: &&String| (!is_acronym(name), name.split(' ').count(), name.len());
            let fullest = entity.aliases.iter().rev().max_by_key(fullness).cloned();
            entity.canonical = known.map(str::to_owned).or(fullest).unwrap_or_default();
            sort(&mut entity.aliases);
            sort(&mut entity.titles);
            let canonical = entity.canonical.clone();
            entity.aliases.retain(|alias| *alias != canonical);
        }
        for (number, entity) in self.entities.names.iter().enumerate() {
            for title in &entity.titles {
                self.holders.entry(title.clone()).or_default().push(number);
            }
        }
    }
}

/// Where more people have one office, "the" cannot mean one of them.
const MOST_HOLDERS: usize = 32;

fn sort(words: &mut Vec<String>) {
    words.sort();
    words.dedup();
}
