//! Finds two statements of one property of one thing: "the region field is required", "the region field is optional".

use rustc_hash::FxHashMap;

use crate::claim::{ANY, Property, PropertyValue, REQUIRED, is_same_word};
use crate::language::wordnet;
use crate::matching::alignment::{are_two_items, have_nothing_in_common};
use crate::matching::{Link, PERSON, Stories, Story, is_one_kind, of_article};

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
pub fn properties_of_one_thing<'p>(
    properties: &'p [Property],
    linked: &[Link],
    stories: &Stories<'_>,
) -> Vec<SameProperty<'p>> {
    let mut found = Vec::new();
    let mut index: FxHashMap<&str, Vec<&Property>> = FxHashMap::default();
    for by_left in linked.chunk_by(|one, other| one.0 == other.0) {
        let of_article = |article| &properties[of_article(properties, article, |property| property.article)];
        index.clear();
        // What a manual gives leave to do is laid down as well.
        let is_state = |property: &Property| matches!(property.value, PropertyValue::State(_));
        let laid_down = |property: &&Property| property.is_laid_down || is_state(property);
        let left = of_article(by_left[0].0).iter().filter(laid_down);
        left.for_each(|left| index.entry(&left.head).or_default().push(left));
        for &(left_article, right_article) in by_left {
            let story = stories.between(left_article, right_article);
            let first = found.len();
            for right in of_article(right_article).iter().filter(laid_down).filter(|_| !index.is_empty()) {
                let others = index.get(right.head.as_str()).filter(|others| others.len() <= COMMONEST_HEAD);
                let others =
                    others.into_iter().flatten().filter(|left| left_article != right_article || left.span < right.span);
                found.extend(others.filter_map(|left| pair(left, right, story)));
            }
            let is_one_thing = !story.is_of_corpus() && (story.is_one_matter() || story.weight > 0);
            if left_article != right_article && is_one_thing && story.is_of_manuals {
                let figures = one_figures(of_article(left_article), of_article(right_article), story, &found[first..]);
                found.extend(figures);
            }
        }
    }
    found
}

/// An article that has more figures of one unit is a table.
const MOST_OF_A_UNIT: usize = 24;

/// The figures of two articles on one thing that can be one figure, each with the one that shares most with it, whatever
/// the sentences call what has it: "inactive sessions expire after 30 minutes", "after 15 minutes you are logged out".
///
/// Those of `known` have met by what has them.
fn one_figures<'p>(
    left: &'p [Property],
    right: &'p [Property],
    story: Story,
    known: &[SameProperty<'_>],
) -> Vec<SameProperty<'p>> {
    let (left, right) = (by_unit(left, known), by_unit(right, known));
    let mut units: Vec<&&str> = left.keys().filter(|unit| right.contains_key(*unit)).collect();
    units.sort_unstable();
    let of_unit = |unit: &&str| best_of_unit(&left[unit], &right[unit], story);
    units.into_iter().flat_map(of_unit).collect()
}

/// The figures that have not met yet, by their unit; tables left out.
fn by_unit<'p>(properties: &'p [Property], known: &[SameProperty<'_>]) -> FxHashMap<&'p str, Vec<&'p Property>> {
    let is_free = |property: &Property| {
        known.iter().all(|pair| !std::ptr::eq(pair.left, property) && !std::ptr::eq(pair.right, property))
    };
    let mut by_unit: FxHashMap<&str, Vec<&Property>> = FxHashMap::default();
    for property in properties {
        let PropertyValue::Amount { unit, .. } = &property.value else { continue };
        by_unit.entry(if wordnet::is_person(unit) { PERSON } else { unit }).or_default().push(property);
    }
    by_unit.retain(|_, properties| properties.len() <= MOST_OF_A_UNIT);
    by_unit.values_mut().for_each(|properties| properties.retain(|property| is_free(property)));
    by_unit
}

/// Of all pairs of figures of one unit those that share most, and enough.
fn best_of_unit<'p>(left: &[&'p Property], right: &[&'p Property], story: Story) -> Vec<SameProperty<'p>> {
    let all = left.iter().flat_map(|one| right.iter().map(move |other| (*one, *other)));
    let pairs: Vec<SameProperty<'p>> = all
        .filter(|(one, other)| can_be_one_figure(one, other, story))
        .map(|(left, right)| SameProperty { left, right, story, shared: shared_loosely(left, right) })
        .collect();
    let rivals = |pair: &SameProperty<'p>| {
        let (left, right) = (pair.left, pair.right);
        pairs.iter().filter(move |rival| std::ptr::eq(rival.left, left) || std::ptr::eq(rival.right, right))
    };
    let is_best = |pair: &&SameProperty<'p>| rivals(pair).all(|rival| rival.shared <= pair.shared);
    // What the other article says as well is not contradicted by another figure there.
    let agrees_elsewhere = |pair: &SameProperty<'p>| rivals(pair).any(|rival| rival.left.value == rival.right.value);
    let least = |pair: &SameProperty<'p>| if rivals(pair).count() == 1 { LEAST_OF_ONLY } else { LEAST_OF_SEVERAL };
    pairs
        .iter()
        .filter(is_best)
        .filter(|pair| pair.left.value == pair.right.value || !agrees_elsewhere(pair))
        .filter(|pair| pair.shared >= least(pair))
        // That the figures are of one unit is shared as well.
        .map(|pair| SameProperty { shared: pair.shared + 1, ..pair.clone() })
        .collect()
}

/// What two sentences have to share where each article gives one figure that can be the other's.
const LEAST_OF_ONLY: u32 = 2;

/// The same where an article gives several.
const LEAST_OF_SEVERAL: u32 = 3;

fn can_be_one_figure(left: &Property, right: &Property, story: Story) -> bool {
    // What an entry names by its label is laid down, and is no figure in passing.
    let is_by_label = left.is_entry || right.is_entry;
    !are_of_two_editions(left, right, story)
        && (!is_by_label || left.is_laid_down && right.is_laid_down)
        && is_one_property(&left.value, &right.value)
        && !have_nothing_in_common(&left.names, &right.names)
        && !have_nothing_in_common(&left.versions, &right.versions)
        && !are_two_items(&left.item, &right.item)
        && !are_of_two_sorts(left, right)
        && !are_limited_apart(left, right)
        && are_of_one_thing(left, right)
        && !are_of_two_people(left, right)
}

/// Whether one sentence also speaks of what has the figure in the other, or one of the two only says who does it: "you".
fn are_of_one_thing(left: &Property, right: &Property) -> bool {
    let is_somebody = |property: &Property| property.head == "you" || wordnet::is_person(&property.head);
    let speaks_of = |one: &Property, other: &Property| words(other).any(|word| is_same_word(word, &one.head));
    is_somebody(left) || is_somebody(right) || speaks_of(left, right) || speaks_of(right, left)
}

/// Whether the figures are those of two sorts of people: of adults and of children.
fn are_of_two_people(left: &Property, right: &Property) -> bool {
    let people = |property: &Property| -> Vec<String> {
        property.context.iter().filter(|word| wordnet::is_person(word)).cloned().collect()
    };
    have_nothing_in_common(&people(left), &people(right))
}

/// The weight of what two sentences share: a name 2, another word 1.
fn shared_loosely(left: &Property, right: &Property) -> u32 {
    let is_named = |property: &Property, word: &String| {
        property.names.binary_search(word).is_ok() || property.names_beside.binary_search(word).is_ok()
    };
    let mut own: Vec<&String> = words(left).collect();
    own.sort_unstable();
    own.dedup();
    let is_shared = |word: &&&String| words(right).any(|known| is_same_word(word, known));
    own.iter().filter(is_shared).map(|word| if is_named(left, word) { 2 } else { 1 }).sum()
}

fn pair<'p>(left: &'p Property, right: &'p Property, story: Story) -> Option<SameProperty<'p>> {
    // Each of two changes is one of many.
    if left.before.is_some() && left.before != right.before && right.before.is_some() {
        return None;
    }
    let is_version = |property: &Property| matches!(property.value, PropertyValue::Version { .. });
    let is_of_other_version = !is_version(left) && have_nothing_in_common(&left.versions, &right.versions);
    let is_of_others = is_of_other_version
        || have_nothing_in_common(&left.names, &right.names)
        || are_two_items(&left.item, &right.item);
    if !is_one_property(&left.value, &right.value) && !is_replaced(left, right) && !is_replaced(right, left)
        || is_of_others
        || are_of_two_editions(left, right, story)
        || are_two_entries(left, right)
        || are_of_two_sorts(left, right)
        || are_limited_apart(left, right)
        || hold_apart(left, right)
    {
        return None;
    }
    // What Orla needs is not what Folio needs.
    let names_other = |one: &Property, other: &Property| {
        let beside: &[String] = if other.names.is_empty() { &other.names_beside } else { &[] };
        let in_clause = || other.thing.iter().chain(&other.scope).chain(&other.names).chain(beside);
        // A text on one product does not name it in every sentence.
        let is_nameless = other.names.is_empty() && other.names_beside.is_empty() && story.is_of_few(2);
        !one.names.is_empty() && !is_nameless && !one.names.iter().any(|name| in_clause().any(|word| word == name))
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
    let things = told(left, right).max(told(right, left)) + u32::from(is_code(&left.head));
    let shared = 2 * things + 2 * count(&left.names, &right.names) + count(&left.scope, &right.scope);
    Some(SameProperty { left, right, story, shared })
}

/// Whether the word is the name of a program's part, which tells more than a word of the language: "--legacy-keys".
fn is_code(word: &str) -> bool {
    word.contains(['-', '_', '/', '(']) && word.contains(char::is_alphabetic)
}

/// Whether the other's figure is the very one that the change replaces, whatever each says it is counted per: "£28" in a
/// list of prices per day, "from £28 to £32 a day".
fn is_replaced(change: &Property, other: &Property) -> bool {
    match (&change.before, &other.value) {
        (Some(PropertyValue::Amount { high: one, unit, .. }), PropertyValue::Amount { high, unit: other, .. }) => {
            one == high && (unit.starts_with(&format!("{other} per ")) || other.starts_with(&format!("{unit} per ")))
        }
        _ => false,
    }
}

/// Whether each is laid down of another version or model, which only the titles name.
///
/// What the older one had is what the newer one says to have replaced.
fn are_of_two_editions(left: &Property, right: &Property, story: Story) -> bool {
    let is_change = left.before.is_some() || right.before.is_some();
    story.is_of_two_things && left.versions.is_empty() && right.versions.is_empty() && !is_change
}

/// Whether the two are entries of one list, which names nothing twice.
fn are_two_entries(left: &Property, right: &Property) -> bool {
    left.is_entry && right.is_entry && left.article == right.article
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
    let is_amount = |property: &Property| match &property.value {
        PropertyValue::Version { what, .. } => *what == REQUIRED,
        value => matches!(value, PropertyValue::Amount { .. }),
    };
    let speaks_of = |one: &Property, other: &Property| has_all(&one.limits, || words(other).chain(&other.limits));
    is_amount(left) && is_amount(right) && !(speaks_of(left, right) && speaks_of(right, left))
}

/// Whether one of two states holds on a condition that is not the other's, and of which the other sentence does not
/// speak: "must be filled in when you order by phone".
fn hold_apart(left: &Property, right: &Property) -> bool {
    let is_state = |property: &Property| matches!(property.value, PropertyValue::State(_));
    // "At any time" is on every condition.
    let holds_always = |property: &Property| property.conditions.iter().eq([ANY]);
    let speaks_of = |one: &Property, other: &Property| match other.conditions.as_slice() {
        _ if holds_always(one) || holds_always(other) => true,
        [] => has_all(&one.conditions, || words(other)),
        conditions => has_all(&one.conditions, || conditions.iter()),
    };
    is_state(left) && is_state(right) && !(speaks_of(left, right) && speaks_of(right, left))
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
    property.thing.iter().chain(&property.scope).chain(&property.names).chain(&property.names_beside)
}

/// Whether each of the wanted words is told, in these or other words.
fn has_all<'w, W: Iterator<Item = &'w String>>(wanted: &[String], told: impl Fn() -> W) -> bool {
    wanted.iter().all(|word| told().any(|known| is_same_word(word, known)))
}

fn is_one_property(left: &PropertyValue, right: &PropertyValue) -> bool {
    match (left, right) {
        (PropertyValue::State(one), PropertyValue::State(other)) => one.axis == other.axis,
        (PropertyValue::Version { what: one, .. }, PropertyValue::Version { what: other, .. }) => one == other,
        (PropertyValue::Amount { unit: one, .. }, PropertyValue::Amount { unit: other, .. }) => is_one_kind(one, other),
        _ => false,
    }
}
