//! Two amounts -> one with a least and a greatest value: "10 to 12", "10-12", "between $4 and $5 billion".

use super::amount::{self, Amount};
use super::number::{Form, Number};
use super::words::Words;
use super::{Unit, digits};
use crate::language::{Label, Pos};

/// Reads the amount or the range of amounts that begins at the token; `None` also for scores ("5-2").
pub(super) fn read<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Amount<'w>> {
    if let Some(range) = in_one_word(words, at) {
        return Some(range);
    }
    let first = amount::read(words, at)?;
    if matches!(first.number.form, Form::Ordinal | Form::Share | Form::Vague) {
        return Some(first);
    }
    match separator(words, &first) {
        None => Some(with_later_unit(words, first)),
        Some(second_at) => match amount::read(words, second_at).filter(|second| is_continued(&first, second)) {
            Some(second) => joined(words, first, second, second_at),
            None => Some(first),
        },
    }
}

/// Where the second number begins, if the words after the first amount are those of a range.
fn separator(words: &Words<'_, '_>, first: &Amount<'_>) -> Option<usize> {
    let (start, end) = (first.tokens.start, first.tokens.end);
    let second_at = match words.get(end) {
        "to" if words.before(start) != "from" || is_ranging(words, start - 1) => end + 1,
        "or" if first.number.form == Form::Words => end + 1,
        "and" if words.before(start) == "between" => end + 1,
        _ if words.is_hyphen(end) => end + 1,
        _ => return None,
    };
    words.same_sentence(start, second_at).then_some(second_at)
}

/// In "from 10 to 12 per cent" the unit and the scale of the second amount are those of the first.
fn with_later_unit<'w>(words: &'w Words<'_, '_>, mut first: Amount<'w>) -> Amount<'w> {
    let (start, end) = (first.tokens.start, first.tokens.end);
    let is_pair = words.before(start) == "from" && words.get(end) == "to" && first.measure.is_none();
    let second = (is_pair && words.same_sentence(start, end + 1)).then(|| amount::read(words, end + 1)).flatten();
    let Some(second) = second else { return first };
    if second.number.is_scaled && !first.number.is_scaled && first.number.high < 1000.0 {
        let scale = scale_of(words, &second.number);
        first.number.low *= scale;
        first.number.high *= scale;
        first.number.step *= scale;
    }
    first.measure = second.measure;
    first
}

/// "ranged from 10 to 12": elsewhere "from" and "to" tell where something began and ended.
fn is_ranging(words: &Words<'_, '_>, from: usize) -> bool {
    let lemma = |token: usize| words.document.tokens[token].lemma.as_str();
    from.checked_sub(1).is_some_and(|verb| matches!(lemma(verb), "range" | "vary" | "anywhere"))
}

/// Whether the second amount can be the other end of the first one's range.
fn is_continued(first: &Amount<'_>, second: &Amount<'_>) -> bool {
    let is_number = matches!(second.number.form, Form::Digits | Form::Words);
    let fits = match (&first.measure, &second.measure) {
        (None, _) => true,
        // "£10-12m" and "5% to 6": the second one's unit is that of the first.
        (Some(_), None) => matches!(first.measure.as_ref().map(|measure| &measure.unit), Some(Unit::Money(_))),
        (Some(left), Some(right)) => left.unit == right.unit,
    };
    is_number && fits
}

fn joined<'w>(words: &Words<'_, '_>, first: Amount<'w>, second: Amount<'w>, second_at: usize) -> Option<Amount<'w>> {
    let glue = words.get(second_at - 1);
    let is_dash = words.is_hyphen(second_at - 1);
    let (mut low, mut low_step) = (first.number.low, first.number.step);
    // "10 to 12 million" tells the scale once.
    if second.number.is_scaled && !first.number.is_scaled && low < 1000.0 && low < second.number.high {
        let scale = scale_of(words, &second.number);
        (low, low_step) = (low * scale, low_step * scale);
    }
    // "5-6,000" tells the thousands once.
    if is_dash && second.number.high % 1000.0 == 0.0 && low < second.number.high / 1000.0 {
        (low, low_step) = (low * 1000.0, low_step * 1000.0);
    }
    let is_rising = low < second.number.high;
    let is_next = second.number.high - low <= 2.0 * second.number.step;
    let has_unit = second.measure.is_some() || first.measure.is_some() || is_counting(words, &second);
    let is_range = match glue {
        "and" => is_rising,
        "or" => is_rising && is_next,
        "to" => is_rising && has_unit && !both_told(words, &first, &second),
        _ => is_rising && has_unit,
    };
    if is_range {
        let number = Number {
            low,
            step: low_step.min(second.number.step),
            tokens: first.number.tokens.start..second.number.tokens.end,
            ..second.number
        };
        let measure = second.measure.or(first.measure);
        return Some(Amount { tokens: first.tokens.start..second.tokens.end, number, measure });
    }
    // "5-2" and "3 to 1" are scores, odds or votes.
    let is_score = first.measure.is_none() && (is_dash || (glue == "to" && !is_rising));
    (!is_score).then_some(first)
}

/// What the scale words of a number multiply it by.
fn scale_of(words: &Words<'_, '_>, number: &Number<'_>) -> f64 {
    let written = digits::read(words.get(number.tokens.start)).map(|digits| digits.value);
    let written = written.or_else(|| super::table::CARDINALS.get(words.get(number.tokens.start)).copied());
    written.filter(|&written| written > 0.0).map_or(1.0, |written| number.high / written)
}

/// "rose 4% to 12%" tells a change and where it led, not a range.
fn both_told(words: &Words<'_, '_>, first: &Amount<'_>, second: &Amount<'_>) -> bool {
    let head = words.document.tokens[first.tokens.end - 1].head;
    let hangs_from_verb = words.document.tokens[head].pos == Pos::Verb && words.before(first.tokens.start) != "of";
    first.measure.is_some() && second.measure.is_some() && hangs_from_verb
}

/// Whether the number counts the noun after it.
fn is_counting(words: &Words<'_, '_>, amount: &Amount<'_>) -> bool {
    let last = amount.number.tokens.end - 1;
    let noun = (last + 1..last + 5).find(|&token| words.is_plural(token) || words.get(token) == "people");
    let token = &words.document.tokens[last];
    let is_modifier = matches!(token.label, Label::Nummod | Label::Compound | Label::Quantmod | Label::Amod);
    noun.is_some_and(|noun| words.same_sentence(last, noun) && (is_modifier || noun == last + 1))
        && (last + 1..noun.unwrap_or(last)).all(|token| {
            matches!(words.document.tokens[token].pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::Adv)
                || words.is_hyphen(token)
        })
}

/// "10–12" that the tokenizer left in one word.
fn in_one_word<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Amount<'w>> {
    let (left, right) = words.get(at).split_once(['–', '—'])?;
    let (low, high) = (digits::read(left)?, digits::read(right)?);
    let number = Number {
        tokens: at..at + 1,
        low: low.value,
        high: high.value,
        step: low.step.min(high.step),
        form: Form::Digits,
        rest: "",
        is_scaled: false,
    };
    let alone = Amount { tokens: at..at + 1, number, measure: None };
    let follows = amount::read_unit(words, alone);
    let is_range = low.rest.is_empty() && high.rest.is_empty() && low.value < high.value;
    (is_range && (follows.measure.is_some() || is_counting(words, &follows))).then_some(follows)
}
