//! Stretches of capitalised words: a person's name, a body's name with its noun, what to cut off a recognised name.

use std::ops::Range;

use super::table::{BODIES, BODY_NOUNS, COUNTRIES, NAME_PARTICLES, NameOf, SUFFIXES};
use super::title;
use super::words::Words;
use crate::language::{EntityLabel, Tag};

/// The person's name that begins at the token: up to five capitalised words with particles and hyphens between.
///
/// "Sergei Ryabkov", "Ursula von der Leyen", "Kim Jong-un".
pub(super) fn person(words: &Words<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !words.is_proper(at) {
        return None;
    }
    let person_end = words.name(at).filter(|(_, label)| *label == EntityLabel::Person).map(|(tokens, _)| tokens.end);
    let mut end = at + 1;
    let mut parts = 1;
    while parts < MOST_PARTS && end < at + LONGEST_RUN && words.same_sentence(at, end) {
        let is_particle = is_particle_before_name(words, end);
        let after_particle = end > at + 1 && NAME_PARTICLES.contains_key(words.lower(end - 1).as_str());
        let is_other = words.name(end).is_some_and(|(tokens, _)| tokens.start == end) && person_end.is_some();
        let goes_on = after_particle || (is_particle && !words.is_capital(end));
        if Some(end) == person_end && !goes_on {
            break;
        } else if words.is_joint(end) && words.document.word(end + 1).chars().all(char::is_alphabetic) {
            end += 2;
        } else if (words.is_proper(end) || is_particle) && (!is_other || after_particle) && !begins_title(words, end) {
            end += 1;
            parts += usize::from(!is_particle);
        } else {
            break;
        }
    }
    Some(at..end)
}

const MOST_PARTS: usize = 5;

fn is_particle_before_name(words: &Words<'_, '_>, at: usize) -> bool {
    NAME_PARTICLES.contains_key(words.lower(at).as_str())
        && (words.is_proper(at + 1)
            || is_joined_particle(words, at)
            || NAME_PARTICLES.contains_key(words.lower(at + 1).as_str()))
        && words.same_sentence(at, at + 1)
}

/// "al-" of "al-Assad".
fn is_joined_particle(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_joint(at + 1) && words.is_capital(at + 2)
}

fn begins_title(words: &Words<'_, '_>, at: usize) -> bool {
    title::read(words, at).is_some_and(|title| title.tokens.len() > 1)
}

/// The body's name that begins at the token: capitalised words of which the last is a body's noun, with what follows
/// "of" or "for" after it.
///
/// "Russian Foreign Ministry", "NATO-Russia Council", "University of Oxford".
pub(super) fn body(words: &Words<'_, '_>, at: usize) -> Option<Range<usize>> {
    if !is_part(words, at) {
        return None;
    }
    let mut end = at + 1;
    let mut noun_end = is_body_noun(words, at).then_some(end);
    while end < at + LONGEST_RUN && words.same_sentence(at, end) {
        let is_joint = words.is_joint(end) && is_part(words, end + 1);
        let is_joined = words.word(end) == "&" && is_part(words, end + 1);
        end += if is_joint || is_joined {
            2
        } else if is_part(words, end) && !begins_title(words, end) {
            1
        } else {
            break;
        };
        noun_end = if is_body_noun(words, end - 1) || is_suffix(words, end - 1) { Some(end) } else { noun_end };
    }
    let noun_end = noun_end?;
    let is_company = is_suffix(words, noun_end - 1);
    let end = after_of(words, noun_end).filter(|_| !is_company).unwrap_or(noun_end);
    // A noun alone ("the Council") names a body only by what was said before.
    let is_alone = end == at + 1;
    (!is_alone).then_some(at..end)
}

const LONGEST_RUN: usize = 9;

fn is_part(words: &Words<'_, '_>, token: usize) -> bool {
    let is_adjective = |token: usize| {
        words
            .document
            .tokens
            .get(token)
            .is_some_and(|found| matches!(found.tag, Tag::Jj | Tag::Nn | Tag::Nns | Tag::Vbg))
    };
    words.is_proper(token) || (words.is_capital(token) && is_adjective(token))
}

fn is_body_noun(words: &Words<'_, '_>, token: usize) -> bool {
    words.is_capital(token) && BODY_NOUNS.contains(words.lower(token).as_str())
}

/// "Inc", "GmbH" after another name.
fn is_suffix(words: &Words<'_, '_>, token: usize) -> bool {
    SUFFIXES.contains(words.lower(token).trim_end_matches('.')) && words.is_proper(token)
}

/// Where the capitalised words after "of", "for" or "on" end: "Ministry of Foreign Affairs and Trade".
fn after_of(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    if !matches!(words.word(at), "of" | "for" | "on") || !words.same_sentence(at - 1, at) {
        return None;
    }
    let start = if words.word(at + 1) == "the" { at + 2 } else { at + 1 };
    let run_end = |from: usize| {
        let mut end = from;
        while end < from + LONGEST_RUN
            && words.same_sentence(at, end)
            && (is_part(words, end) || (words.is_joint(end) && end > from))
        {
            end += 1;
        }
        (end > from).then_some(end)
    };
    let end = run_end(start)?;
    let is_listed = words.word(end) == "and" && is_in_same_name(words, at, end + 1);
    Some(if is_listed { run_end(end + 1).unwrap_or(end) } else { end })
}

/// Whether the recogniser takes both tokens for parts of one name.
fn is_in_same_name(words: &Words<'_, '_>, left: usize, right: usize) -> bool {
    words.name(left).is_some_and(|(tokens, _)| tokens.contains(&right))
}

/// Where a recognised name ends without the possessive mark, quotes and commas at its end.
pub(super) fn trimmed_end(words: &Words<'_, '_>, mut tokens: Range<usize>) -> usize {
    let belongs = |&token: &usize| words.is_word(token) && !words.is_possessive(token) && !is_link(words, token);
    tokens.rfind(belongs).map_or(0, |last| last + 1)
}

/// "and", "of", "the" at the end of a recognised name belong to what follows.
fn is_link(words: &Words<'_, '_>, token: usize) -> bool {
    matches!(words.document.tokens[token].tag, Tag::Cc | Tag::In | Tag::Dt | Tag::To) && !words.is_capital(token)
}

/// The tokens up to where another known name begins after a hyphen, a comma or "and": "Russia" of "Russia-US".
pub(super) fn cut_at_known(words: &Words<'_, '_>, tokens: Range<usize>) -> Range<usize> {
    let is_known = |token: usize| {
        let country = words.longest(token, &COUNTRIES, 4).filter(|(_, name)| name.of != NameOf::People);
        country.is_some() || words.longest(token, &BODIES, 4).is_some()
    };
    let parts = |token: usize| words.is_hyphen(token) || matches!(words.word(token), "," | "and");
    let is_gap = |token: usize| {
        (words.is_hyphen(token) && !words.is_joint(token)) || matches!(words.word(token), "/" | "|" | "(" | "[")
    };
    let mut inner = tokens.clone().skip(1).filter(|&token| token + 1 < tokens.end);
    let cut = inner.find(|&token| is_gap(token) || (parts(token) && is_known(token + 1)));
    tokens.start..cut.unwrap_or(tokens.end)
}
