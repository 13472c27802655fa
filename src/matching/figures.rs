//! Finds one figure told twice: amounts of one thing, in articles of one story, in sentences that share what is told
//! of it.

use rustc_hash::FxHashMap;

use crate::claim::Figure;
use crate::entity::{self, NamedEntity, Role, letters};
use crate::language::wordnet;
use crate::matching::{Link, Stories, Story, is_one_kind, of_article};
use crate::quantity::Unit;

/// An article that has more figures of one kind is a table.
const MOST_OF_A_KIND: usize = 24;

/// Two figures of one thing, and what their sentences share.
#[derive(Clone, Debug)]
pub struct SameFigure<'f> {
    /// The first by article and place.
    pub left: &'f Figure,
    /// The other one.
    pub right: &'f Figure,
    /// What is known of the two articles beforehand.
    pub story: Story,
    /// The weight of what their sentences share: a name 2, a country or word 1.
    pub shared: u32,
    /// Whether both are told of one sort of event, or of none.
    pub is_one_event: bool,
    /// Whether each article has no other figure of the kind.
    pub is_only: bool,
}

/// The pairs of figures of linked articles that can be one figure, each with its best partner.
///
/// "eight wolves live in the Harl mountains" and "the Harl has twelve wolves" share the Harl.
pub fn figures_of_one_thing<'f>(figures: &'f [Figure], linked: &[Link], stories: &Stories<'_>) -> Vec<SameFigure<'f>> {
    let mut found = Vec::new();
    for &(left, right) in linked.iter().filter(|(left, right)| left != right) {
        let of_article = |article| &figures[of_article(figures, article, |figure| figure.article)];
        let (left_figures, right_figures) = (of_article(left), of_article(right));
        if left_figures.is_empty() || right_figures.is_empty() {
            continue;
        }
        let mut by_unit: FxHashMap<UnitKey<'_>, Vec<&Figure>> = FxHashMap::default();
        right_figures.iter().for_each(|figure| by_unit.entry(unit_key(figure)).or_default().push(figure));
        let story = stories.between(left, right);
        for figure in left_figures {
            let Some(others) = by_unit.get(&unit_key(figure)).filter(|others| others.len() <= MOST_OF_A_KIND) else {
                continue;
            };
            let is_rival = |one: &&Figure| unit_key(one) == unit_key(figure) && can_be_one(one, figure);
            let own = left_figures.iter().filter(is_rival).count();
            let candidates: Vec<&Figure> = others.iter().copied().filter(|other| can_be_one(figure, other)).collect();
            let is_only = own == 1 && candidates.len() == 1;
            let pairs = candidates.into_iter().map(|other| pair(figure, other, story, is_only));
            // In a corpus figures that share nothing are many, and none is a finding.
            found.extend(pairs.filter(|pair| !story.is_of_corpus() || pair.shared > 0));
        }
    }
    found
}

/// What two figures have to have in common to be compared at all.
#[derive(PartialEq, Eq, Hash)]
enum UnitKey<'f> {
    Count,
    Unit(&'f Unit),
}

fn unit_key(figure: &Figure) -> UnitKey<'_> {
    match &figure.quantity.unit {
        Unit::Count(_) | Unit::None => UnitKey::Count,
        unit => UnitKey::Unit(unit),
    }
}

/// Whether both count or measure one kind of thing, as far as told, in the same part of it.
fn can_be_one(left: &Figure, right: &Figure) -> bool {
    (is_of_one_kind(left, right) && !are_other_facets(left, right) || is_one_facet(left, right))
        && left.quantity.is_of_one_size(&right.quantity)
        && (left.scope == right.scope || is_untold(left) != is_untold(right))
        && !left.is_open
        && !right.is_open
        && !name_others(left, right)
        && !are_given_by_others(left, right)
        && meet_in_time(left, right)
}

/// Whether the text does not say what is measured, so that nothing can limit it: "runs for five kilometres". A magnitude
/// is no measure of a thing, but that of one event among many.
fn is_untold(figure: &Figure) -> bool {
    figure.of.is_empty() && matches!(figure.quantity.unit, Unit::Physical(unit) if unit != "magnitude")
}

/// Whether both sentences name somebody or something, and nothing that the other one names: "in Soto", "in Belmar".
fn name_others(left: &Figure, right: &Figure) -> bool {
    let is_named = |figure: &Figure| !figure.names.is_empty() || !figure.proper.is_empty();
    let is_shared = left.names.iter().any(|name| is_told(name, right))
        || right.names.iter().any(|name| is_in_words(name, left))
        || left.proper.iter().any(|word| right.proper.contains(word));
    is_named(left) && is_named(right) && !is_shared
}

/// Whether sums that pass from one to another do so between others: each sentence names a body that the other one lacks.
fn are_given_by_others(left: &Figure, right: &Figure) -> bool {
    let is_given =
        |figure: &Figure| figure.facet.as_ref().is_some_and(|facet| matches!(facet.name, "loan" | "fine" | "gift"));
    let lacks =
        |one: &Figure, other: &Figure| one.names.iter().any(|name| name.role == Role::Body && !is_told(name, other));
    is_given(left) && is_given(right) && lacks(left, right) && lacks(right, left)
}

/// Whether both are said to measure one thing's cost, height …, as far as the things are told.
pub(crate) fn is_one_facet(left: &Figure, right: &Figure) -> bool {
    let (Some(one), Some(other)) = (&left.facet, &right.facet) else { return false };
    let are_one = |(one, other): (&String, &String)| one == other || wordnet::is_synonym(one, other);
    // Of distances there are many.
    let is_distance = one.direction.is_some() && other.direction.is_some();
    one.name == other.name && !is_distance && one.thing.as_ref().zip(other.thing.as_ref()).is_none_or(are_one)
}

/// Whether the two are said to measure different things: a length and a width.
fn are_other_facets(left: &Figure, right: &Figure) -> bool {
    let are_distances = || [left, right].iter().all(|one| one.facet.as_ref().is_some_and(|it| it.direction.is_some()));
    left.facet.is_some() && right.facet.is_some() && !is_one_facet(left, right) && !are_distances()
}

fn is_of_one_kind(left: &Figure, right: &Figure) -> bool {
    let is_count = matches!(unit_key(left), UnitKey::Count);
    let is_untold = left.of.is_empty() || right.of.is_empty();
    left.of == right.of && !left.of.is_empty()
        || !is_count && is_untold
        || !is_untold && wordnet::is_synonym(&left.of, &right.of)
        || is_count && !is_untold && is_one_kind(&left.of, &right.of)
}

/// Whether the days that the two sentences name can be the same.
fn meet_in_time(left: &Figure, right: &Figure) -> bool {
    left.times.is_empty()
        || right.times.is_empty()
        || left.times.iter().any(|one| right.times.iter().any(|other| one.may_overlap(other)))
}

fn pair<'f>(left: &'f Figure, right: &'f Figure, story: Story, is_only: bool) -> SameFigure<'f> {
    let weight = |name: &NamedEntity| if name.role == Role::Country { 1 } else { 2 };
    let names: u32 = left.names.iter().filter(|name| is_told(name, right)).map(|name| weight(name)).sum();
    let by_words: u32 = right.names.iter().filter(|name| is_in_words(name, left)).map(|name| weight(name)).sum();
    let is_shared = |word: &&String| right.words.iter().any(|other| *word == other || wordnet::is_synonym(word, other));
    let is_proper = |word: &String| left.proper.binary_search(word).is_ok();
    let words: u32 = left.words.iter().filter(is_shared).map(|word| 1 + u32::from(is_proper(word))).sum();
    let is_one_event = left.event == right.event;
    // "A 3-kilometre sea wall", "the sea wall will run for five kilometres".
    let has = |one: &Figure, other: &Figure| is_untold(other) && other.words.binary_search(&one.of).is_ok();
    let holder = u32::from(has(left, right) || has(right, left));
    SameFigure { left, right, story, shared: names + by_words + words + holder, is_one_event, is_only }
}

/// Whether the other sentence has the name as well.
///
/// The recogniser may take one name for a person here and for a place there.
fn is_told(name: &NamedEntity, other: &Figure) -> bool {
    let is_known =
        |known: &NamedEntity| letters(&known.canonical) == letters(&name.canonical) || entity::is_same(name, known);
    other.names.iter().any(|known| is_known(known)) || is_in_words(name, other)
}

/// Whether what is a name here stands among the other's words: the recogniser knows it in one article only.
fn is_in_words(name: &NamedEntity, figure: &Figure) -> bool {
    let mut words = name.canonical.split_whitespace().map(str::to_lowercase);
    words.all(|word| figure.proper.binary_search(&word).is_ok())
}
