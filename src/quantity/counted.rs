//! The head noun that an amount counts, by the dependency tree.

use super::amount::Amount;
use super::number::Form;
use super::table::{BOUNDS_AFTER, COUNTED, TIME_UNITS};
use super::words::Words;
use crate::language::{Label, Pos, Tag};

/// The token that heads what is counted: "people" in "12 people", "passengers" in "12 of the passengers".
pub(super) fn find(words: &Words<'_, '_>, amount: &Amount<'_>) -> Option<usize> {
    let top = top(words, amount);
    let found = of(words, top).or_else(|| modified(words, amount, top)).or_else(|| hyphened(words, amount));
    let found = found.or_else(|| plainly(words, amount));
    found.filter(|noun| !amount.tokens.contains(noun) && !lemma(words, *noun).is_empty())
}

/// The lemma that things are counted under: "people" and "persons" are "person"; empty where the noun names no kind of
/// thing ("others").
pub(super) fn lemma(words: &Words<'_, '_>, token: usize) -> String {
    let lemma = words.document.tokens[token].lemma.to_lowercase();
    COUNTED.get(lemma.as_str()).map_or(lemma.clone(), |&stands_for| stands_for.to_owned())
}

/// Whether the noun at the token is one of time.
pub(super) fn is_time_unit(words: &Words<'_, '_>, token: usize) -> bool {
    words.document.tokens.get(token).is_some_and(|token| TIME_UNITS.contains_key(token.lemma.to_lowercase().as_str()))
}

/// The token of the amount that hangs from outside it.
fn top(words: &Words<'_, '_>, amount: &Amount<'_>) -> usize {
    let tokens = &words.document.tokens;
    let is_top = |&token: &usize| !amount.tokens.contains(&tokens[token].head) || tokens[token].head == token;
    // Signs and dashes may hang from elsewhere; the last word is the number's or the unit's.
    amount.tokens.clone().rev().find(is_top).unwrap_or(amount.tokens.end - 1)
}

/// "of" and its noun after the amount.
fn of(words: &Words<'_, '_>, top: usize) -> Option<usize> {
    let preposition =
        words.document.children_by(top, &[Label::Prep]).find(|&child| words.get(child) == "of" && child > top)?;
    let noun = words.document.child(preposition, Label::Pobj)?;
    (words.is_noun(noun) && !is_time_unit(words, noun)).then_some(noun)
}

/// The noun after the amount that it modifies. Percent, money and measures modify what they do not count: "a 4% rise".
fn modified(words: &Words<'_, '_>, amount: &Amount<'_>, top: usize) -> Option<usize> {
    let token = &words.document.tokens[top];
    let is_modifier = matches!(
        token.label,
        Label::Nummod | Label::Amod | Label::Quantmod | Label::Compound | Label::Nmod | Label::Det | Label::Predet
    );
    let noun = token.head;
    let is_after = noun >= amount.tokens.end && words.same_sentence(top, noun);
    // "12 dead"
    let is_noun = words.is_noun(noun) || words.tag(noun) == Some(Tag::Jj) && token.label == Label::Nummod;
    let is_free = amount.measure.is_none() || amount.number.form == Form::Share;
    let is_noun_phrase = is_after && (amount.tokens.end..noun).all(|token| may_stand_before_noun(words, token));
    (is_modifier && is_noun && is_free && is_noun_phrase).then_some(noun)
}

/// Whether the token can stand between a number and the noun that it counts.
fn may_stand_before_noun(words: &Words<'_, '_>, token: usize) -> bool {
    use Pos::{Adj, Adv, Cconj, Noun, Num, Part, Propn, Punct, Verb};
    let pos = words.document.tokens[token].pos;
    matches!(pos, Adj | Adv | Cconj | Noun | Num | Part | Propn | Punct)
        || (pos == Verb && matches!(words.tag(token), Some(Tag::Vbn | Tag::Vbg)))
}

/// "seat" in "300-seat hall": the tree hangs it from the hall.
fn hyphened(words: &Words<'_, '_>, amount: &Amount<'_>) -> Option<usize> {
    let end = amount.tokens.end;
    let is_hyphened = amount.measure.is_none()
        && words.phrase_at(end, &BOUNDS_AFTER).is_none()
        && words.is_hyphen(end)
        && words.is_glued(end)
        && words.is_glued(end + 1);
    (is_hyphened && matches!(words.tag(end + 1), Some(Tag::Nn | Tag::Nns))).then_some(end + 1)
}

/// The plural noun right after "3.5m" or "4 million", where the tree has not seen that it is counted.
fn plainly(words: &Words<'_, '_>, amount: &Amount<'_>) -> Option<usize> {
    let end = amount.tokens.end;
    let is_adjective = |token: usize| words.document.tokens.get(token).is_some_and(|found| found.pos == Pos::Adj);
    let noun = if is_adjective(end) { end + 1 } else { end };
    let is_free = amount.measure.is_none() && amount.number.is_scaled;
    let is_noun = words.same_sentence(amount.tokens.start, noun) && words.is_plural(noun);
    (is_free && is_noun && !is_time_unit(words, noun)).then_some(noun)
}
