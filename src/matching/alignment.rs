//! Decides whether two claims tell one event: who takes part, where, about what, and when; what is distinctive weighs
//! more.

use std::sync::Arc;

use crate::claim::{COPULA, Claim, Participant, Phase, Role, is_one_way, is_same_word, is_version};
use crate::entity::{self, NamedEntity, Role as NameRole};
use crate::language::wordnet;
use crate::matching::Story;
use crate::matching::apart::{are_named_apart, are_told_apart};
use crate::matching::blocking::is_same_sort;
use crate::matching::rivals::are_rivals;
use crate::table;

/// What two claims of one event share.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// The weight of all that they share, times left out: a name or place counts 2, a word of content 1, the
    /// sort of event 1, an unrecognised part of a name 1 more.
    pub weight: u32,
    /// What is known of the two articles beforehand.
    pub story: Story,
    /// How much of the claim with fewer names and words the other one shares, from 0 to 1.
    pub coverage: f64,
    /// How much of the claim with more names and words the other one shares, from 0 to 1.
    pub mutual_coverage: f64,
    /// The names that both have, as the left one writes them.
    pub names: Vec<String>,
    /// The words of content that both have.
    pub words: Vec<String>,
    /// Names and words of the left claim that the right one lacks.
    pub left_alone: Vec<String>,
    /// Names and words of the right claim that the left one lacks.
    pub right_alone: Vec<String>,
    /// How their places compare.
    pub place: PlaceMatch,
    /// Whether what is done is done to one thing, or to nothing on either side: the heads are one word or one name.
    pub is_of_one_patient: bool,
    /// Whether each article tells no more than one event of the sort.
    pub is_only: bool,
    /// Whether their subjects or objects are of one sort and told apart: "new home sales", "existing home sales".
    pub is_told_apart: bool,
    /// Whether both only speak of some thing of a sort: "a missile", "an agreement".
    pub is_indefinite: bool,
    /// Whether each names another one as who alone brought it about or underwent it: who won, who was appointed.
    pub are_rivals: bool,
}

/// How the places of two claims compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceMatch {
    /// Both name one place, or one place inside the other.
    Same,
    /// One of them names none.
    Unknown,
    /// They name different places.
    Different,
}

/// Aligns two claims; `None` where they do not tell one event.
///
/// "Russia-US consultations were held in Geneva" and "Russia and the US are scheduled to discuss stability in Geneva"
/// share two names and a place; "a Russia-NATO Council meeting" shares one name with either and is apart from both.
///
/// `story` is what is known of the two articles beforehand, `is_only` that neither tells another event of the sort.
pub fn align(left: &Claim, right: &Claim, story: Story, is_only: bool) -> Option<Alignment> {
    let is_beside = tells_of_picture(left) || tells_of_picture(right);
    let is_other = is_another(left, right)
        || is_apart_in_phase(left, right)
        // "Orla 3.2", "Orla 3.4".
        || have_nothing_in_common(&left.versions, &right.versions)
        // "- Basic: versions are kept for 30 days", "- Plus: …".
        || are_two_items(&left.item, &right.item)
        // "The wages for December", "for January".
        || left.about.zip(right.about).is_some_and(|(one, other)| !one.may_overlap(&other))
        // "Closes at 8 pm", "closes at 6 pm on Sundays".
        || left.recurs != right.recurs;
    if is_beside || is_other || !is_same_sort(left, right, story) {
        return None;
    }
    let place = match_places(left, right);
    let (names, left_names, right_names) = match_names(left, right);
    // "repair the treatment works at Otter Lane" and "put right the defects at Otter Lane" are one duty.
    let is_of_one_site = is_only && place == PlaceMatch::Same && story.is_of_few(SURE_STORY);
    let patients_fit = patients_fit(left, right, story) || have_changed_places(left, right) || is_of_one_site;
    let is_handed = table::has(include_str!("data/handed.tsv"), &left.event.concept);
    let are_rivals = is_only && story.is_of_few(1) && are_rivals(left, right);
    let are_others = casts_exclude_each_other(&left_names, &right_names, is_handed) || !patients_fit;
    if are_others && !are_rivals || are_named_apart(left, right) {
        return None;
    }
    let (words, mut left_alone, mut right_alone) = match_words(left, right);
    let label = |alone: &Alone<'_>| alone.iter().map(|(_, name)| name.canonical.clone()).collect::<Vec<_>>();
    left_alone.extend(label(&left_names));
    right_alone.extend(label(&right_names));
    let weight = 2 * names.len() as u32
        + words.len() as u32
        + words.iter().filter(|word| is_proper(left, word)).count() as u32
        + if place == PlaceMatch::Same { 2 } else { 0 }
        + u32::from(left.event.concept != COPULA)
        // "I graduated in May", "I graduated after June": of one matter, somebody is one person.
        + u32::from(story.is_one_matter() && left.is_of_somebody && right.is_of_somebody)
        // "The regatta": a noun that no table of sorts knows is the thing itself.
        + if is_one_rare_noun(left, right) { 2 } else { 0 };
    let share = |size: usize| (f64::from(weight) / size.max(1) as f64).min(1.0);
    let alignment = Alignment {
        weight,
        story,
        coverage: share(size(left).min(size(right))),
        mutual_coverage: share(size(left).max(size(right))),
        names,
        words,
        left_alone,
        right_alone,
        place,
        is_of_one_patient: have_one_patient(left, right, story),
        is_only,
        is_told_apart: are_told_apart(left, right),
        is_indefinite: is_indefinite(left) && is_indefinite(right),
        are_rivals,
    };
    let shares_enough = weight >= 2 && alignment.coverage >= 0.4;
    // Where one story is told, an event that both tell is the same unless something says otherwise.
    let is_of_story = (story.weight >= 2 || story.weight >= 1 && is_only)
        && left.event.is_told()
        && right.event.is_told()
        && weight >= 1;
    // "The storm" is one storm.
    let is_one_noun = story.is_one_matter()
        && left.event.lemma == right.event.lemma
        && [left, right].iter().all(|claim| claim.event.is_noun && claim.participants.is_empty());
    (shares_enough || is_of_story || is_one_noun).then_some(alignment)
}

/// Whether one noun that is listed nowhere names both events: "the regatta", no measure.
fn is_one_rare_noun(left: &Claim, right: &Claim) -> bool {
    let is_rare = |claim: &Claim| claim.event.is_unlisted() && claim.quantities.is_empty();
    is_rare(left) && is_rare(right) && left.event.lemma == right.event.lemma
}

/// The weight of a story that two articles surely both tell.
const SURE_STORY: u32 = 4;

fn size(claim: &Claim) -> usize {
    let words: usize = claim.participants.iter().map(|participant| participant.words.len()).sum();
    2 * (claim.names().count() + claim.places.len().min(1)) + words + usize::from(claim.event.concept != COPULA)
}

/// "the first round" and "the second round", "another strike": said to be apart.
fn is_another(left: &Claim, right: &Claim) -> bool {
    let (one, other) = (&left.event.which, &right.event.which);
    let is_new = |words: &[String]| words.iter().any(|word| matches!(word.as_str(), "another" | "other"));
    one != other && (!one.is_empty() && !other.is_empty() || is_new(one) || is_new(other))
}

/// Whether the labels are those of two items of a list: each has a word that the other lacks.
pub(super) fn are_two_items(left: &[String], right: &[String]) -> bool {
    let lacks = |one: &[String], other: &[String]| one.iter().any(|word| !other.contains(word));
    !left.is_empty() && !right.is_empty() && lacks(left, right) && lacks(right, left)
}

/// Whether both sides tell such words and none of them is the same.
pub(super) fn have_nothing_in_common(left: &[String], right: &[String]) -> bool {
    !left.is_empty() && !right.is_empty() && !left.iter().any(|word| right.contains(word))
}

/// Whether the claim is about a picture that stands beside its text: "this undated photo was released by the agency".
fn tells_of_picture(claim: &Claim) -> bool {
    let is_picture = |noun: &str| table::has(include_str!("data/pictures.tsv"), noun);
    claim.participants.iter().any(|participant| {
        matches!(participant.role, Role::Agent | Role::Patient)
            && participant.is_indefinite
            && is_picture(&participant.head)
    })
}

fn is_apart_in_phase(left: &Claim, right: &Claim) -> bool {
    matches!((left.event.phase, right.event.phase), (Phase::Begin, Phase::End) | (Phase::End, Phase::Begin))
}

fn match_places(left: &Claim, right: &Claim) -> PlaceMatch {
    if left.places.is_empty() || right.places.is_empty() {
        return PlaceMatch::Unknown;
    }
    let same = left.places.iter().any(|one| right.places.iter().any(|other| is_same_place(one, other)));
    let named = |places: &[Participant]| places.iter().any(|place| !place.names.is_empty());
    match () {
        () if same => PlaceMatch::Same,
        () if named(&left.places) && named(&right.places) => PlaceMatch::Different,
        () => PlaceMatch::Unknown,
    }
}

fn is_same_place(left: &Participant, right: &Participant) -> bool {
    let by_name = left.names.iter().any(|one| right.names.iter().any(|other| is_same_name(one, other)));
    by_name || left.names.is_empty() && right.names.is_empty() && left.head == right.head && left.words == right.words
}

/// Whether the names can stand for one entity here: the same one, a body and the country that acts through it, or a
/// body and its organ ("the OSCE", "the OSCE Permanent Council").
pub(super) fn is_same_name(left: &NamedEntity, right: &NamedEntity) -> bool {
    let acts_for = |body: &NamedEntity, country: &NamedEntity| {
        matches!(body.role, NameRole::Body | NameRole::Place)
            && country.role == NameRole::Country
            && body.country.as_deref() == Some(country.canonical.as_str())
    };
    let is_organ = |organ: &NamedEntity, body: &NamedEntity| {
        let names = body.aliases.iter().chain([&body.canonical]);
        let begins_with =
            |name: &String| organ.canonical.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '));
        organ.role == NameRole::Body && body.role == NameRole::Body && names.into_iter().any(begins_with)
    };
    entity::is_same(left, right)
        || acts_for(left, right)
        || acts_for(right, left)
        || is_organ(left, right)
        || is_organ(right, left)
}

type Alone<'c> = Vec<(Role, &'c Arc<NamedEntity>)>;

/// The shared names, and those of each side that the other lacks, with their roles.
fn match_names<'c>(left: &'c Claim, right: &'c Claim) -> (Vec<String>, Alone<'c>, Alone<'c>) {
    let (all_left, mut all_right) = (names_in_parts(left), names_in_parts(right));
    let (mut shared, mut left_alone) = (Vec::new(), Vec::new());
    for (role, name) in all_left {
        match all_right.iter().position(|(_, other)| is_same_name(name, other)) {
            Some(at) => {
                all_right.remove(at);
                shared.push(name.canonical.clone());
            }
            None => left_alone.push((role, name)),
        }
    }
    // What is a name in one article may be plain words in the other: "the Selden Bridge".
    left_alone.retain(|(_, name)| !take_as_words(name, right, &mut shared));
    all_right.retain(|(_, name)| !take_as_words(name, left, &mut shared));
    (shared, left_alone, all_right)
}

/// Whether the claim has all words of the name in one participant; then it is shared.
fn take_as_words(name: &NamedEntity, claim: &Claim, shared: &mut Vec<String>) -> bool {
    let words: Vec<String> = name.canonical.split_whitespace().map(str::to_lowercase).collect();
    let has_all = |participant: &Participant| words.iter().all(|word| participant.words.binary_search(word).is_ok());
    let is_told = claim.participants.iter().any(has_all);
    if is_told {
        shared.push(name.canonical.clone());
    }
    is_told
}

/// All names of the claim's participants, each once, with the part that it plays.
fn names_in_parts(claim: &Claim) -> Alone<'_> {
    let mut all: Alone<'_> = Vec::new();
    for participant in &claim.participants {
        for name in &participant.names {
            if !all.iter().any(|&(_, known)| Arc::ptr_eq(known, name)) {
                all.push((participant.role, name));
            }
        }
    }
    all
}

/// Whether each side has somebody in a part that the other side gives to somebody else; whom something is handed to is
/// such a part.
fn casts_exclude_each_other(left: &Alone<'_>, right: &Alone<'_>, is_handed: bool) -> bool {
    let part = |role: Role| match role {
        Role::Party | Role::Agent => Some(0),
        Role::Patient => Some(1),
        Role::Recipient if is_handed => Some(2),
        Role::Recipient | Role::Attribute | Role::Topic | Role::Other => None,
    };
    // What was sold to one fund and what to another are two sales; a town is no recipient.
    let acts = |&&(role, name): &&(Role, &Arc<NamedEntity>)| {
        role != Role::Recipient || matches!(name.role, NameRole::Person | NameRole::Body)
    };
    left.iter()
        .filter(acts)
        .any(|&(one, _)| part(one).is_some() && right.iter().filter(acts).any(|&(other, _)| part(one) == part(other)))
}

/// The words of content that both have, those of the left claim alone and those of the right one alone.
fn match_words(left: &Claim, right: &Claim) -> (Vec<String>, Vec<String>, Vec<String>) {
    let all = |claim: &Claim| -> Vec<String> {
        let mut words: Vec<String> =
            claim.participants.iter().flat_map(|participant| participant.words.iter().cloned()).collect();
        words.sort();
        words.dedup();
        words.retain(|word| !is_number(word) || is_version(word));
        words
    };
    let (left, mut right) = (all(left), all(right));
    let (mut shared, mut alone) = (Vec::new(), Vec::new());
    for word in left {
        match right.iter().position(|other| is_same_word(&word, other)) {
            Some(at) => {
                right.remove(at);
                shared.push(word);
            }
            None => alone.push(word),
        }
    }
    (shared, alone, right)
}

fn is_proper(claim: &Claim, word: &str) -> bool {
    claim.participants.iter().any(|participant| participant.proper.iter().any(|proper| proper == word))
}

/// Whether the word is a number; "f-35" is a name.
fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) && !word.starts_with(char::is_alphabetic)
}

/// Whether what the two events are done to can be one thing: they share a name or word, or one is not told.
fn patients_fit(left: &Claim, right: &Claim, story: Story) -> bool {
    let (Some(one), Some(other)) = (patient(left), patient(right)) else { return true };
    let names = one.names.iter().any(|name| other.names.iter().any(|known| is_same_name(name, known)));
    let words =
        |one: &[String], other: &[String]| one.iter().any(|word| other.iter().any(|known| is_same_word(word, known)));
    let words =
        words(&one.words, &other.words) || words(&one.recalled, &other.words) || words(&one.words, &other.recalled);
    // "The scheme" may be whatever was told before, but where the text tells what it is.
    let is_anything = |one: &Participant| one.is_bare_definite && one.recalled.is_empty();
    let is_anybody = is_some_of(one, other) || is_some_of(other, one) || is_anything(one) || is_anything(other);
    let is_described = !story.is_of_corpus() && (is_described_as(one, other) || is_described_as(other, one));
    names || words || is_anybody || is_described || one.words.is_empty() && one.names.is_empty()
}

/// Whether the one is told as a person of some sort and the other by name: "a man", "Keith Sallow".
fn is_described_as(described: &Participant, named: &Participant) -> bool {
    let is_name = named.names.iter().any(|name| name.role == NameRole::Person);
    described.names.is_empty() && wordnet::is_person(&described.head) && is_name
}

/// Whether who does it on each side has it done to them on the other: who won and who lost. Where nobody can do both,
/// one of the two is enough: "the footballers beat Rovers".
fn have_changed_places(left: &Claim, right: &Claim) -> bool {
    let named = |claim: &'_ Claim, role: Role| -> Vec<Arc<NamedEntity>> {
        let of_role = claim.participants.iter().filter(|participant| participant.role == role);
        of_role.flat_map(|participant| participant.names.iter().cloned()).collect()
    };
    let meet = |one: &[Arc<NamedEntity>], other: &[Arc<NamedEntity>]| {
        one.iter().any(|name| other.iter().any(|known| is_same_name(name, known)))
    };
    let (doer, done_to) = (named(left, Role::Agent), named(left, Role::Patient));
    let (other_doer, other_done_to) = (named(right, Role::Agent), named(right, Role::Patient));
    let (forth, back) = (meet(&doer, &other_done_to), meet(&done_to, &other_doer));
    let is_untold = |one: &[_], other: &[_]| one.is_empty() || other.is_empty();
    let has = |claim: &Claim, role: Role| claim.participants.iter().any(|one| one.role == role);
    let are_full = [left, right].iter().all(|claim| has(claim, Role::Agent) && has(claim, Role::Patient));
    forth && back
        || are_full
            && is_one_way(&left.event.concept)
            && left.event.concept == right.event.concept
            && (forth && is_untold(&done_to, &other_doer) || back && is_untold(&doer, &other_done_to))
}

/// Whether one side's general word may stand for somebody of the other: "people" for miners.
fn is_some_of(general: &Participant, other: &Participant) -> bool {
    let is_general = |word: &str| matches!(word, "people" | "person");
    is_general(&general.head) && other.words.iter().any(|word| is_general(word) || wordnet::is_person(word))
}

fn patient(claim: &Claim) -> Option<&Participant> {
    claim.participants.iter().find(|participant| participant.role == Role::Patient)
}

fn have_one_patient(left: &Claim, right: &Claim, story: Story) -> bool {
    match (patient(left), patient(right)) {
        (Some(one), Some(other)) => {
            // "The singer Hanna Marsh" is as good as her name.
            let is_named = |participant: &Participant| {
                let is_name = participant.words.binary_search(&participant.head).is_err();
                is_name || !participant.names.is_empty() && wordnet::is_person(&participant.head)
            };
            one.head == other.head || is_named(one) && is_named(other) && patients_fit(left, right, story)
        }
        (None, None) => true,
        _ => false,
    }
}

fn is_indefinite(claim: &Claim) -> bool {
    patient(claim).is_some_and(|patient| patient.is_indefinite)
}
