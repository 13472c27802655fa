//! What a country's name, its capital or its adjective does in its sentence: acts as a state, or is a place.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::found::Found;
use super::table::{
    ACTING_VERBS, ADDRESSING_VERBS, CITY_NOUNS, COUNTRIES, MOTION, NameOf, PLACE_PREPOSITIONS, SIDE_NOUNS,
};
use super::words::Words;
use crate::language::{Label, Pos, Tag};

/// The states that an article tells of.
#[derive(Debug, Default)]
pub(super) struct States {
    /// Countries named by their own name or their people's.
    told: FxHashSet<&'static str>,
    /// Countries whose capital is the subject of a verb that only a state can have.
    acting: FxHashSet<&'static str>,
}

impl States {
    pub(super) fn of(words: &Words<'_, '_>) -> Self {
        let mut states = Self::default();
        let mut capitals = Vec::new();
        for at in (0..words.len()).filter(|&at| words.is_capital(at)) {
            match words.longest(at, &COUNTRIES, 4) {
                Some((end, name)) if name.of == NameOf::Capital => capitals.push((at..end, name.country)),
                Some((_, name)) => _ = states.told.insert(name.country),
                None => {}
            }
        }
        capitals.retain(|(_, country)| states.told.contains(country));
        let showing = |shows: fn(&Words<'_, '_>, &Range<usize>) -> bool| -> FxHashSet<&'static str> {
            capitals.iter().filter(|(tokens, _)| shows(words, tokens)).map(|(_, country)| *country).collect()
        };
        states.acting = showing(shows_state);
        // Where one capital is a state, so are the others that nothing shows to be cities.
        if !states.acting.is_empty() {
            let cities = showing(shows_city);
            states
                .acting
                .extend(capitals.iter().map(|(_, country)| *country).filter(|country| !cities.contains(country)));
        }
        states
    }

    /// Whether a capital stands for its state here. Where nothing in the article shows the state under the capital's
    /// name, the city is meant: "London's streets".
    pub(super) fn acts(&self, words: &Words<'_, '_>, tokens: &Range<usize>, country: &str) -> bool {
        let tokens = first_of_list(words, tokens);
        let head = words.head_of(tokens.clone());
        let above = words.lemma(words.head(head));
        let is_modifier = matches!(words.label(head), Label::Poss | Label::Compound | Label::Nmod | Label::Amod);
        self.acting.contains(country) && !is_place(words, &tokens) && !(is_modifier && CITY_NOUNS.contains(above))
    }
}

/// Whether only a state can stand so: it says or demands something, is accused of something, or has talks with a state.
fn shows_state(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let tokens = first_of_list(words, tokens);
    let head = words.head_of(tokens.clone());
    let above = words.head(head);
    match words.label(head) {
        Label::Nsubj | Label::Agent => verbs(words, above).any(|verb| ACTING_VERBS.contains(words.lemma(verb))),
        Label::Dobj => ADDRESSING_VERBS.contains(words.lemma(above)),
        Label::Pobj if words.word(above) == "between" => names_state(words, &tokens),
        _ => is_joined_to_country(words, &tokens),
    }
}

/// Whether only a city can stand so.
fn shows_city(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let head = words.head_of(tokens.clone());
    let is_city_noun = CITY_NOUNS.contains(words.lemma(words.head(head)));
    is_place(words, tokens) || is_city_noun || words.word(tokens.end) == ","
}

/// The verb and what it governs: "continue" and "accuse" of "continue to accuse".
fn verbs<'w>(words: &'w Words<'_, '_>, verb: usize) -> impl Iterator<Item = usize> + 'w {
    std::iter::once(verb).chain(words.document.children_by(verb, &[Label::Xcomp]))
}

/// Whether a country or capital is named beside the name: "between Moscow and Washington".
fn names_state(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let mut listed = words.document.children_by(words.head_of(tokens.clone()), &[Label::Conj]);
    listed.any(|token| COUNTRIES.contains_key(words.word(token)))
}

/// The name that the list begins with: "Moscow" of "Moscow and Washington".
fn first_of_list(words: &Words<'_, '_>, tokens: &Range<usize>) -> Range<usize> {
    let mut head = words.head_of(tokens.clone());
    let mut first = tokens.clone();
    for _ in 0..LONGEST_LIST {
        if words.label(head) != Label::Conj || words.head(head) >= head {
            break;
        }
        head = words.head(head);
        first = head..head + 1;
    }
    first
}

const LONGEST_LIST: usize = 16;

/// Whether a preposition of place stands before the name: "in Moscow", "flew to Moscow".
pub(super) fn is_place(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let head = words.head_of(tokens.clone());
    let above = words.head(head);
    match words.label(head) {
        Label::Pobj if PLACE_PREPOSITIONS.contains(words.lower(above).as_str()) => true,
        Label::Pobj => {
            let moved = words.lemma(words.head(above));
            let is_way = matches!(words.word(above), "to" | "from") && MOTION.contains(moved);
            is_way || (words.word(above) == "of" && CITY_NOUNS.contains(moved))
        }
        Label::Dobj => matches!(words.lemma(above), "visit" | "leave" | "reach"),
        _ => false,
    }
}

/// "Moscow-Washington talks": between two states.
fn is_joined_to_country(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let is_country = |token: usize| COUNTRIES.contains_key(words.word(token));
    let before = tokens.start > 1 && words.is_joint(tokens.start - 1) && is_country(tokens.start - 2);
    before || (words.is_joint(tokens.end) && is_country(tokens.end + 1))
}

/// Whether a country's adjective stands for the state ("Russian proposals"), not for people ("a Russian") or a language.
pub(super) fn is_adjective(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let last = tokens.end - 1;
    let mut noun = words.head(last);
    if words.label(last) == Label::Conj {
        noun = words.head(noun);
    }
    let tag = words.document.tokens[last].tag;
    let is_adjective = matches!(tag, Tag::Jj | Tag::Nnp | Tag::Nn | Tag::Afx);
    let stands_before_noun = words.is_noun(noun) && noun > last && words.lemma(noun) != "language";
    let is_joined = words.is_joint(tokens.end) || (tokens.start > 0 && words.is_joint(tokens.start - 1));
    is_adjective && (stands_before_noun || is_joined)
}

/// The same name with the noun by which the state itself is meant: "Russian officials", "the American side".
pub(super) fn with_side(words: &Words<'_, '_>, mut found: Found) -> Found {
    let last = found.tokens.end - 1;
    let noun = words.head(last);
    let between = found.tokens.end..noun;
    let may_stand_between =
        |token: usize| matches!(words.document.tokens[token].pos, Pos::Adj) || words.is_possessive(token);
    let is_side = noun > last
        && words.document.tokens[noun].pos == Pos::Noun
        && !words.is_capital(noun)
        && SIDE_NOUNS.contains(words.lower(noun).as_str())
        && noun - last <= 3
        && between.into_iter().all(may_stand_between);
    if is_side {
        found.tokens.end = noun + 1;
    }
    found
}
