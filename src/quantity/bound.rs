//! "At least", "about", "or more" beside an amount -> what they do to its least and greatest value.

use std::ops::Range;

use super::amount::Amount;
use super::number::Form;
use super::table::{BOUNDS_AFTER, BOUNDS_BEFORE, Bound};
use super::words::Words;
use crate::language::Label;

/// An amount's tokens with all phrases of bounds around it, and what these say.
pub(super) struct Bounds {
    pub(super) tokens: Range<usize>,
    pub(super) is_least: bool,
    pub(super) is_most: bool,
    pub(super) is_near: bool,
}

/// Reads the phrases before and after the amount.
pub(super) fn read(words: &Words<'_, '_>, amount: &Amount<'_>) -> Bounds {
    let mut bounds = Bounds {
        tokens: amount.tokens.clone(),
        is_least: false,
        is_most: false,
        is_near: amount.number.form == Form::Vague,
    };
    if amount.number.form == Form::Ordinal {
        return bounds;
    }
    // "More than about 20" has two.
    for _ in 0..2 {
        let Some((start, bound)) = words.phrase_before(bounds.tokens.start, &BOUNDS_BEFORE) else { break };
        if !is_of_amount(words, start, &bounds.tokens, amount) {
            break;
        }
        bounds.tokens.start = start;
        bounds.add(bound);
    }
    if words.before(amount.tokens.start) == "between" && amount.number.low < amount.number.high {
        bounds.tokens.start = amount.tokens.start - 1;
    }
    if words.document.word(amount.tokens.start).ends_with('+') {
        bounds.add(Bound::Least);
    }
    if let Some((end, bound)) = words.phrase_at(bounds.tokens.end, &BOUNDS_AFTER)
        && words.same_sentence(amount.tokens.start, end - 1)
    {
        bounds.tokens.end = end;
        bounds.add(bound);
    }
    bounds
}

impl Bounds {
    fn add(&mut self, bound: Bound) {
        match bound {
            Bound::Least => self.is_least = true,
            Bound::Most => self.is_most = true,
            Bound::Near => self.is_near = true,
            Bound::Exact => {}
        }
    }
}

/// Whether the phrase speaks of the number: "about 12 people" may be what one talks about, "over two rivers" where a
/// bridge leads.
fn is_of_amount(words: &Words<'_, '_>, start: usize, tokens: &Range<usize>, amount: &Amount<'_>) -> bool {
    let is_one_word = start + 1 == tokens.start;
    let label = words.document.tokens[start].label;
    match words.get(start) {
        "over" | "under" | "above" | "below" if is_one_word => label != Label::Prep || amount.measure.is_some(),
        "about" | "around" | "some" if is_one_word => {
            !follows_topic(words, start) && (label != Label::Prep || !is_topic(words, start))
        }
        "up" => label != Label::Prt,
        _ => true,
    }
}

/// "They know about 12 people": the word before says that these are the topic.
fn follows_topic(words: &Words<'_, '_>, about: usize) -> bool {
    let before = about.checked_sub(1).filter(|&before| words.same_sentence(before, about));
    before.is_some_and(|before| super::table::TOPICS.contains_key(words.document.tokens[before].lemma.as_str()))
}

/// Whether "about" hangs from a word of saying or knowing, so that it names the topic.
fn is_topic(words: &Words<'_, '_>, about: usize) -> bool {
    let head = words.document.tokens[about].head;
    let lemma = words.document.tokens[head].lemma.as_str();
    super::table::TOPICS.contains_key(lemma)
}
