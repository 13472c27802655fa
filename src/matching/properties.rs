//! Finds two statements of one property of one thing: "the region field is required", "the region field is optional".

use rustc_hash::FxHashMap;

use crate::claim::{Property, PropertyValue, REQUIRED, is_same_word};
use crate::matching::alignment::have_nothing_in_common;
use crate::matching::{Stories, Story, of_article};

/// A noun that heads more things of one article than this is none of them in particular.
const COMMONEST_HEAD: usize = 64;

/// Two statements about one thing.
#[derive(Clone, Debug)]
pub struct SameProperty<'p> {
    /// The first by article and place.
    pub left: &'p Property,
    /// The other one.
    pub right: &'p Property,
    /// What is known of the two articles beforehand.
    pub story: Story,
    /// The weight of what the two sentences share: a name or a word of the thing 2, another word 1.
    pub shared: u32,
}

/// The pairs of statements of one property of one thing in linked articles, and within one article.
///
/// "The region field is required" meets "the region field of the importer is optional"; neither meets "the zone field
/// is optional".
pub fn properties_of_one_thing<'p>(properties: &'p [Property], stories: &Stories<'_>) -> Vec<SameProperty<'p>> {
    let mut found = Vec::new();
    let mut index: FxHashMap<&str, Vec<&Property>> = FxHashMap::default();
    for by_left in stories.linked().chunk_by(|one, other| one.0 == other.0) {
        let of_article = |article| &properties[of_article(properties, article, |property| property.article)];
        index.clear();
        of_article(by_left[0].0).iter().for_each(|left| index.entry(&left.head).or_default().push(left));
        for &(left_article, right_article) in by_left.iter().filter(|_| !index.is_empty()) {
            let story = stories.between(left_article, right_article);
            for right in of_article(right_article) {
                let others = index.get(right.head.as_str()).filter(|others| others.len() <= COMMONEST_HEAD);
                let others =
                    others.into_iter().flatten().filter(|left| left_article != right_article || left.span < right.span);
                found.extend(others.filter_map(|left| pair(left, right, story)));
            }
        }
    }
    found
}

fn pair<'p>(left: &'p Property, right: &'p Property, story: Story) -> Option<SameProperty<'p>> {
    let is_version = |property: &Property| matches!(property.value, PropertyValue::Version { .. });
    let is_of_other_version = !is_version(left) && have_nothing_in_common(&left.versions, &right.versions);
    let is_of_others = is_of_other_version || have_nothing_in_common(&left.names, &right.names);
    if !is_one_property(&left.value, &right.value)
        || is_of_others
        || are_of_two_sorts(left, right)
        || are_limited_apart(left, right)
    {
        return None;
    }
    // What Orla needs is not what Folio needs.
    let names_other = |one: &Property, other: &Property| {
        !one.names.is_empty() && !one.names.iter().any(|name| words(other).any(|word| word == name))
    };
    let is_needed = matches!(&left.value, PropertyValue::Version { what, .. } if *what == REQUIRED);
    if is_needed && (names_other(left, right) || names_other(right, left)) {
        return None;
    }
    if !tells_of(left, right) || !tells_of(right, left) || !belong_together(left, right) {
        return None;
    }
    let count = |one: &[String], other: &[String]| {
        one.iter().filter(|word| other.iter().any(|known| is_same_word(word, known))).count() as u32
    };
    // What the one calls the thing may be told beside it in the other: "file size", "files may be large in size".
    let told = |one: &Property, other: &Property| {
        one.thing.iter().filter(|word| words(other).any(|known| is_same_word(word, known))).count() as u32
    };
    let things = told(left, right).max(told(right, left));
    let shared = 2 * things + 2 * count(&left.names, &right.names) + count(&left.scope, &right.scope);
    Some(SameProperty { left, right, story, shared })
}

/// Whether the two speak of two things of one sort beside the thing: "on the Free plan", "on the Team plan".
fn are_of_two_sorts(left: &Property, right: &Property) -> bool {
    left.qualified.iter().any(|(noun, words)| {
        right.qualified.iter().any(|(other, others)| noun == other && have_nothing_in_common(words, others))
    })
}

/// Whether one of two figures holds for somebody or somewhere that the other sentence does not speak of: "costs 9 euros
/// for students".
fn are_limited_apart(left: &Property, right: &Property) -> bool {
    let is_amount = |property: &Property| matches!(property.value, PropertyValue::Amount { .. });
    let speaks_of = |one: &Property, other: &Property| has_all(&one.limits, || words(other).chain(&other.limits));
    is_amount(left) && is_amount(right) && !(speaks_of(left, right) && speaks_of(right, left))
}

/// Whether what the one calls the thing is all in the other sentence, as part of the thing or beside it.
fn tells_of(one: &Property, other: &Property) -> bool {
    has_all(&one.thing, || words(other))
}

/// Whether what the one belongs to is all told by the other sentence too, where both say what they belong to.
fn belong_together(left: &Property, right: &Property) -> bool {
    let is_told = |one: &Property, other: &Property| has_all(&one.context, || other.context.iter().chain(words(other)));
    left.context.is_empty() || right.context.is_empty() || is_told(left, right) || is_told(right, left)
}

/// The words of the thing and beside it.
fn words(property: &Property) -> impl Iterator<Item = &String> {
    property.thing.iter().chain(&property.scope).chain(&property.names)
}

/// Whether each of the wanted words is told, in these or other words.
fn has_all<'w, W: Iterator<Item = &'w String>>(wanted: &[String], told: impl Fn() -> W) -> bool {
    wanted.iter().all(|word| told().any(|known| is_same_word(word, known)))
}

fn is_one_property(left: &PropertyValue, right: &PropertyValue) -> bool {
    match (left, right) {
        (PropertyValue::State(one), PropertyValue::State(other)) => one.axis == other.axis,
        (PropertyValue::Version { what: one, .. }, PropertyValue::Version { what: other, .. }) => one == other,
        (PropertyValue::Amount { unit: one, .. }, PropertyValue::Amount { unit: other, .. }) => one == other,
        _ => false,
    }
}
