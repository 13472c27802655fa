//! [`Document`](crate::language::Document) -> [`Found`]: stretches of tokens that name somebody or something, each
//! with what it seems to name. Tables go before the recogniser, titles before both.

use std::ops::Range;

use super::Role;
use super::country::{self, States};
use super::name_run;
use super::table::{BODIES, COUNTRIES, CountryName, NameOf, SUFFIXES};
use super::title::{self, Gender, Title};
use super::words::Words;
use crate::language::{EntityLabel, Label, Tag};

/// A name in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) role: Role,
    /// Its words as written, without what was added to them ("officials").
    pub(super) surface: String,
    /// The name that a table gives it.
    pub(super) known: Option<&'static str>,
    /// Whether a table or a title tells the role, so that the recogniser's other guesses do not matter.
    pub(super) is_certain: bool,
    pub(super) titles: Vec<String>,
    pub(super) country: Option<&'static str>,
    pub(super) gender: Option<Gender>,
}

impl Found {
    pub(super) fn new(words: &Words<'_, '_>, tokens: Range<usize>, role: Role) -> Self {
        let surface = words.text(tokens.clone());
        Self { tokens, role, surface, known: None, is_certain: false, titles: Vec::new(), country: None, gender: None }
    }

    fn titled(mut self, title: Title) -> Self {
        self.is_certain = true;
        self.titles = title.meanings;
        self.country = title.country;
        self.gender = title.gender;
        self
    }
}

/// Finds all names, in order, without overlap.
pub(super) fn find(words: &Words<'_, '_>) -> Vec<Found> {
    let states = States::of(words);
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (next, found) = at_token(words, &states, at);
        all.extend(found);
        at = next.max(at + 1);
    }
    all
}

/// The name at the token, or after a title at the token, and where to go on.
fn at_token(words: &Words<'_, '_>, states: &States, at: usize) -> (usize, Option<Found>) {
    let known = tabled(words, states, at);
    if let Some(found) = titled(words, at) {
        return (found.tokens.end, Some(found));
    }
    if !words.is_capital(at) && !words.word(at).starts_with(|c: char| c.is_ascii_digit()) && words.name(at).is_none() {
        return (at + 1, None);
    }
    if known.is_none() && words.document.tokens[at].tag == Tag::Dt {
        return (at + 1, None);
    }
    let body = name_run::body(words, at).map(|tokens| body(words, tokens));
    let recognised = recognised(words, at);
    let longest = [known, body, recognised]
        .into_iter()
        .flatten()
        .reduce(|best, other| if other.tokens.end > best.tokens.end { other } else { best });
    match longest.or_else(|| city(words, at)) {
        Some(found) => (found.tokens.end, Some(found)),
        None => (at + 1, None),
    }
}

/// A city before its country, where nothing else knows it: "in Geneva, Switzerland".
fn city(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let run = name_run::person(words, at)?;
    let head = words.head_of(run.clone());
    let is_place =
        words.label(head) == Label::Pobj && words.word(run.end) == "," && words.same_sentence(at, run.end + 1);
    let next = is_place.then(|| words.longest(run.end + 1, &COUNTRIES, LONGEST_COUNTRY)).flatten()?.1;
    (next.of == NameOf::Country).then(|| Found { country: Some(next.country), ..Found::new(words, run, Role::Place) })
}

/// A person after a title: "Foreign Minister, Sergey Lavrov".
fn titled(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let title = title::read(words, at)?;
    let is_long = title.tokens.len() > 1 || title.meanings.is_empty();
    let comma = words.word(title.tokens.end) == "," && is_long;
    let is_short = words.word(title.tokens.end) == "." && words.is_glued(title.tokens.end);
    let name_at = title.tokens.end + usize::from(comma || is_short);
    let run = name_run::person(words, name_at)?;
    if !words.same_sentence(at, name_at) || is_other_name(words, at, &run, is_long) || names_no_person(words, name_at) {
        return None;
    }
    // After a comma the next name may be that of another person in a list.
    let is_apposed = !comma || is_person(words, &run);
    is_apposed.then(|| Found::new(words, run, Role::Person).titled(title))
}

/// Whether the recogniser takes title and name for one name of something else: "General Motors".
fn is_other_name(words: &Words<'_, '_>, title_at: usize, run: &Range<usize>, is_long: bool) -> bool {
    let Some((tokens, label)) = words.name(title_at) else { return false };
    !is_long && label != EntityLabel::Person && tokens.contains(&run.start)
}

/// Whether a table knows the words at the token as a country or body.
fn names_no_person(words: &Words<'_, '_>, at: usize) -> bool {
    let country = words.longest(at, &COUNTRIES, LONGEST_COUNTRY);
    let body = words.longest_body(at);
    let end = country.map(|(end, _)| end).max(body.map(|(end, _)| end));
    end.is_some_and(|end| name_run::person(words, at).is_none_or(|run| run.end <= end))
}

fn is_person(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    run.clone().any(|token| words.name(token).is_some_and(|(_, label)| label == EntityLabel::Person)) || run.len() > 1
}

const LONGEST_COUNTRY: usize = 6;
/// Longer stretches are lists or sentences that the recogniser took for a name.
const LONGEST_NAME: usize = 24;

/// A country or body of the tables.
fn tabled(words: &Words<'_, '_>, states: &States, at: usize) -> Option<Found> {
    let starts = words.is_capital(at) && !is_inside_person(words, at);
    let known_body = starts.then(|| words.longest_body(at)).flatten();
    let known_country = starts.then(|| words.longest(at, &COUNTRIES, LONGEST_COUNTRY)).flatten();
    match (known_body, known_country) {
        (Some((end, name)), country) if country.is_none_or(|(other, _)| other < end) => Some(Found {
            known: Some(name.canonical),
            is_certain: true,
            country: name.country,
            ..Found::new(words, at..end, Role::Body)
        }),
        (_, Some((end, name))) => named_country(words, states, at..end, name),
        _ => None,
    }
}

/// "Michael Jordan" and "Paris Hilton" are people.
fn is_inside_person(words: &Words<'_, '_>, at: usize) -> bool {
    let Some((tokens, label)) = words.name(at) else { return false };
    let is_adjective = COUNTRIES.get(words.word(tokens.start)).is_some_and(|name| name.of == NameOf::People);
    let parts = tokens.filter(|&token| words.is_proper(token)).count();
    label == EntityLabel::Person && parts > 1 && !is_adjective
}

/// A country's name by what it does in its sentence: the state, the city, or nothing for its people and its language.
fn named_country(words: &Words<'_, '_>, states: &States, tokens: Range<usize>, name: CountryName) -> Option<Found> {
    let place =
        Found { is_certain: true, country: Some(name.country), ..Found::new(words, tokens.clone(), Role::Place) };
    let is_place = match name.of {
        NameOf::Country => false,
        NameOf::People if !country::is_adjective(words, &tokens) => return None,
        NameOf::People => false,
        NameOf::Government => country::is_place(words, &tokens),
        NameOf::Capital => !states.acts(words, &tokens, name.country),
    };
    if is_place {
        return Some(place);
    }
    let state = Found { role: Role::Country, known: Some(name.country), ..place };
    Some(country::with_side(words, state))
}

/// A body by its noun: "Russian Foreign Ministry", "University of Oxford".
fn body(words: &Words<'_, '_>, tokens: Range<usize>) -> Found {
    let found = Found::new(words, tokens.clone(), Role::Body);
    let (inside, rest) = super::normal::country_and_rest(&found.surface);
    let country = inside.or_else(|| title::country_before(words, tokens.start));
    let country = country.or_else(|| title::country_after(words, tokens.end));
    let listed = BODIES.get(rest).filter(|listed| country.is_none() || listed.country == country);
    let known = listed.map(|listed| listed.canonical);
    Found { is_certain: true, country: country.or(listed.and_then(|listed| listed.country)), known, ..found }
}

/// The recogniser's name at the token, without articles, titles and possessive marks around it.
fn recognised(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let (tokens, label) = words.name(at).filter(|(tokens, _)| tokens.len() <= LONGEST_NAME)?;
    let end = name_run::trimmed_end(words, at..tokens.end);
    let is_first =
        tokens.clone().take_while(|&token| token < at).all(|token| !words.is_proper(token) || token + 1 == at);
    let is_name =
        words.is_capital(at) && (at..end).any(|token| matches!(words.document.tokens[token].tag, Tag::Nnp | Tag::Nnps));
    let follows_known = tokens.start < at;
    let is_sentence = label != EntityLabel::WorkOfArt && (at..end).any(|token| is_of_clause(words, token));
    if end <= at || !(is_first || follows_known) || !is_name || is_sentence {
        return None;
    }
    let role = role_of(words, at, end, label);
    let tokens = match role {
        Role::Person => name_run::person(words, at).filter(|run| run.end >= end).unwrap_or(at..end),
        _ => at..end,
    };
    let tokens = name_run::cut_at_known(words, tokens);
    let title = title_in_apposition(words, &tokens).filter(|_| matches!(label, EntityLabel::Person | EntityLabel::Org));
    let found = Found::new(words, tokens, role);
    Some(match title {
        Some(title) => Found { role: Role::Person, ..found }.titled(title),
        None => found,
    })
}

/// The office beside the name and a comma: "Lena Park, director of the museum", "the head of the delegation, Lena Park".
fn title_in_apposition(words: &Words<'_, '_>, name: &Range<usize>) -> Option<Title> {
    let head = words.head_of(name.clone());
    let below = words.document.child(head, Label::Appos);
    let above = (words.label(head) == Label::Appos).then(|| words.head(head));
    below.into_iter().chain(above).filter(|noun| !name.contains(noun)).find_map(|noun| title::ending_at(words, noun))
}

/// Whether the token's tag is one of verbs and pronouns, which make clauses and no names.
fn is_of_clause(words: &Words<'_, '_>, token: usize) -> bool {
    let tag = words.document.tokens[token].tag;
    matches!(tag, Tag::Vb | Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md | Tag::Prp | Tag::PrpPossessive)
}

fn role_of(words: &Words<'_, '_>, at: usize, end: usize, label: EntityLabel) -> Role {
    let head = words.head_of(at..end);
    let is_located = words.label(head) == Label::Pobj && words.word(words.head(head)) == "in" && end == at + 1;
    if end > at + 1 && SUFFIXES.contains(words.lower(end - 1).trim_end_matches('.')) {
        return Role::Body;
    }
    let has_article = at > 0 && words.same_sentence(at - 1, at) && words.lower(at - 1) == "the";
    match label {
        // People have no article: "the Enquirer" is a paper.
        EntityLabel::Person if has_article => Role::Body,
        // The recogniser takes cities for people; one is not in a person.
        EntityLabel::Person if is_located => Role::Place,
        EntityLabel::Person => Role::Person,
        EntityLabel::Org => Role::Body,
        EntityLabel::Gpe | EntityLabel::Loc | EntityLabel::Fac => Role::Place,
        _ => Role::Other,
    }
}
