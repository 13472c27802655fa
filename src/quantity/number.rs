//! Words -> [`Number`]: digits and written-out numbers with their scales, vague numbers, ordinals and shares.

use std::ops::Range;

use super::digits::{self, Digits};
use super::table::{CARDINALS, ORDINALS, SCALES, SHARES, VAGUE};
use super::words::Words;
use crate::language::{Label, Tag};

/// A number without its unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number<'w> {
    pub(super) tokens: Range<usize>,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
    pub(super) form: Form,
    /// Letters after the digits that are not part of the number: "kg" in "5kg".
    pub(super) rest: &'w str,
    /// Whether a scale word ("million") multiplies it.
    pub(super) is_scaled: bool,
}

/// How a number is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "1,200", "4.5 million".
    Digits,
    /// "twelve", "half a million".
    Words,
    /// "dozens", "several hundred".
    Vague,
    /// "third", "21st".
    Ordinal,
    /// "two-thirds", "half of", "one in five": low and high are parts of a hundred.
    Share,
}

impl Number<'_> {
    fn exact(tokens: Range<usize>, value: f64, step: f64, form: Form) -> Self {
        Number { tokens, low: value, high: value, step, form, rest: "", is_scaled: false }
    }
}

/// Reads the number that begins at the token; the longest reading of all forms.
pub(super) fn read<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Number<'w>> {
    let first = words.get(at).chars().next()?;
    if first.is_ascii_digit() || first == '.' || digits::read(words.get(at)).is_some() {
        return in_ten(words, at).or_else(|| in_digits(words, at, words.get(at)));
    }
    if !first.is_alphabetic() {
        return None;
    }
    vague(words, at)
        .or_else(|| share(words, at))
        .or_else(|| in_ten(words, at))
        .or_else(|| written_ordinal(words, at))
        .or_else(|| written(words, at))
}

/// Reads the digits that stand in the word of the token.
pub(super) fn in_digits<'w>(words: &'w Words<'_, '_>, at: usize, written: &'w str) -> Option<Number<'w>> {
    let Digits { value, step, rest } = digits::read(written)?;
    if matches!(rest, "st" | "nd" | "rd" | "th") {
        return Some(Number::exact(at..at + 1, value, 1.0, Form::Ordinal));
    }
    let mut number = Number { rest, ..Number::exact(at..at + 1, value, step, Form::Digits) };
    if rest.is_empty() {
        return Some(scaled(words, number));
    }
    if let Some(&scale) = SCALES.get(rest).filter(|_| is_clear_scale(rest)) {
        number.rest = "";
        number.multiply(at + 1, scale);
    }
    Some(number)
}

/// The same number multiplied by the scale words after it.
pub(super) fn scaled<'w>(words: &Words<'_, '_>, mut number: Number<'w>) -> Number<'w> {
    if let Some((end, scale)) = scales(words, number.tokens.end) {
        number.multiply(end, scale);
    }
    number
}

impl Number<'_> {
    fn multiply(&mut self, end: usize, scale: f64) {
        self.tokens.end = end;
        self.low *= scale;
        self.high *= scale;
        self.step *= scale;
        self.is_scaled = true;
    }

    /// Reads a letter after the number as a scale: "m" as millions.
    pub(super) fn scaled_by_letter(mut self, letter: &str, end: usize) -> Self {
        self.rest = "";
        self.multiply(end, SCALES[letter]);
        self
    }
}

/// Whether the letters can be nothing but a scale: "m", "k" and "b" are also units and initials.
fn is_clear_scale(scale: &str) -> bool {
    !matches!(scale, "m" | "k" | "b")
}

/// The product of the scale words from the token on: "hundred thousand".
fn scales(words: &Words<'_, '_>, at: usize) -> Option<(usize, f64)> {
    let scale_at = |token: usize| {
        let token = if words.is_hyphen(token) && words.is_glued(token) { token + 1 } else { token };
        let word = words.get(token);
        let scale = SCALES.get(word).filter(|_| is_clear_scale(word) && words.same_sentence(at, token))?;
        Some((token + 1, *scale))
    };
    let mut found = scale_at(at)?;
    while let Some((end, scale)) = scale_at(found.0) {
        found = (end, found.1 * scale);
    }
    Some(found)
}

fn written<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Number<'w>> {
    let mut sum = Sum::default();
    let mut next = match words.get(at) {
        "a" | "an" => scales(words, at + 1).map(|_| sum.begin(1.0, at + 1))?,
        "half" => half_a(words, at).map(|scale_at| sum.begin(0.5, scale_at))?,
        _ => at,
    };
    while next < words.len() && words.same_sentence(at, next) {
        match sum.take(words, next) {
            Some(after) => next = after,
            None => break,
        }
    }
    let (value, step) = sum.total()?;
    Some(Number { is_scaled: sum.scaled > 0.0, ..Number::exact(at..next, value, step, Form::Words) })
}

/// In "half a million" and "half million" the place of the scale word.
fn half_a(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    let scale_at = if words.get(at + 1) == "a" { at + 2 } else { at + 1 };
    scales(words, scale_at).map(|_| scale_at)
}

/// The parts of a written number that were read so far: in "two hundred and five thousand" scaled is 205,000.
#[derive(Default)]
struct Sum {
    scaled: f64,
    group: Option<f64>,
    step: f64,
    /// What the last word was multiplied by; the next scale must be less.
    last_scale: Option<f64>,
}

const DOZEN: f64 = 12.0;

impl Sum {
    fn begin(&mut self, value: f64, next: usize) -> usize {
        self.group = Some(value);
        self.step = if value < 1.0 { 0.1 } else { 1.0 };
        next
    }

    /// Adds the word at the token, if the number can go on with it; gives the token after it.
    fn take(&mut self, words: &Words<'_, '_>, at: usize) -> Option<usize> {
        let word = words.get(at);
        if let Some(&value) = CARDINALS.get(word) {
            return self.add(value).then_some(at + 1);
        }
        if words.is_hyphen(at) && words.is_glued(at) && words.is_glued(at + 1) {
            let is_ones = self.group.is_some_and(|group| group % 10.0 == 0.0 && group % 100.0 >= 20.0);
            let ones = CARDINALS.get(words.get(at + 1)).filter(|&&value| is_ones && (1.0..10.0).contains(&value));
            let goes_on = ones.is_some() || SCALES.get(words.get(at + 1)).is_some();
            return goes_on.then(|| self.take(words, at + 1)).flatten();
        }
        if word == "and" {
            return self.take_and(words, at);
        }
        let scale = *SCALES.get(word).filter(|_| is_clear_scale(word))?;
        self.scale_by(scale).then_some(at + 1)
    }

    /// "two hundred and five", "one and a half".
    fn take_and(&mut self, words: &Words<'_, '_>, at: usize) -> Option<usize> {
        if words.get(at + 1) == "a" && words.get(at + 2) == "half" && self.group.is_some_and(|group| group < 20.0) {
            self.group = self.group.map(|group| group + 0.5);
            self.step = 0.1;
            return Some(at + 3);
        }
        let is_hundreds = self.group.is_some_and(|group| group >= 100.0 && group % 100.0 == 0.0);
        let is_thousands = self.group.is_none() && self.scaled >= 1000.0;
        let value = *CARDINALS.get(words.get(at + 1))?;
        ((is_hundreds || is_thousands) && self.add(value)).then_some(at + 2)
    }

    fn add(&mut self, value: f64) -> bool {
        let fits = match self.group {
            None => true,
            Some(group) if group % 1.0 != 0.0 => false,
            Some(group) if group % 100.0 == 0.0 && group > 0.0 => value > 0.0,
            Some(group) => group % 10.0 == 0.0 && group % 100.0 >= 20.0 && (1.0..10.0).contains(&value),
        };
        if fits {
            self.group = Some(self.group.unwrap_or(0.0) + value);
            self.step = 1.0;
        }
        fits
    }

    fn scale_by(&mut self, scale: f64) -> bool {
        let Some(group) = self.group else { return false };
        if scale <= 100.0 {
            self.group = Some(group * scale);
            // "A dozen" is nearer to twelve than its neighbours, none and two dozen, would have it.
            self.step *= if scale == DOZEN { scale / 3.0 } else { scale };
            return group < scale;
        }
        if self.last_scale.is_some_and(|last| last <= scale) {
            return false;
        }
        self.scaled += group * scale;
        self.step *= scale;
        self.last_scale = Some(scale);
        self.group = None;
        true
    }

    fn total(&self) -> Option<(f64, f64)> {
        let is_any = self.group.is_some() || self.scaled > 0.0;
        is_any.then(|| (self.scaled + self.group.unwrap_or(0.0), self.step))
    }
}

fn vague<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Number<'w>> {
    let (mut end, (mut low, mut high)) = words.phrase_at(at, &VAGUE)?;
    // "a couple of dozen", "several hundred", "hundreds of thousands"
    let is_plural_scale = words.is_plural(at) && words.get(at) != "several";
    if let Some((after, scale)) = scales(words, end) {
        (end, low, high) = (after, low * scale, high * scale);
    } else if let Some(scale) =
        (is_plural_scale && words.get(end) == "of").then(|| plural_scale(words, end + 1)).flatten()
    {
        (end, low, high) = (end + 2, low * scale, high * scale);
    } else if matches!(words.get(at), "tens") || (words.get(at) == "scores" && words.get(end) != "of") {
        return None;
    }
    Some(Number { low, high, ..Number::exact(at..end, low, low, Form::Vague) })
}

fn plural_scale(words: &Words<'_, '_>, at: usize) -> Option<f64> {
    SCALES.get(words.get(at).strip_suffix('s')?).copied().filter(|&scale| scale >= 100.0)
}

fn written_ordinal<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Number<'w>> {
    if let Some(&value) = ORDINALS.get(words.get(at)) {
        return Some(Number::exact(at..at + 1, value, 1.0, Form::Ordinal));
    }
    let tens = CARDINALS.get(words.get(at)).filter(|&&tens| tens >= 20.0)?;
    let ones = ORDINALS.get(words.get(at + 2)).filter(|&&ones| ones < 10.0)?;
    let is_hyphened = words.is_hyphen(at + 1) && words.is_glued(at + 1);
    is_hyphened.then(|| Number::exact(at..at + 3, tens + ones, 1.0, Form::Ordinal))
}

/// "a third of", "two-thirds", "half of", "half the".
fn share<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Number<'w>> {
    let count = match words.get(at) {
        "a" | "an" => Some(1.0),
        "half" => None,
        word => Some(*CARDINALS.get(word)?),
    };
    let part_at = match count {
        None => at,
        Some(_) if words.is_hyphen(at + 1) && words.is_glued(at + 1) => at + 2,
        Some(_) => at + 1,
    };
    let parts = *SHARES.get(words.get(part_at)).filter(|_| words.same_sentence(at, part_at))?;
    let next = words.get(part_at + 1);
    let of_whole = next == "of"
        || parts == 2.0 && (matches!(next, "the" | "its" | "their" | "his" | "her" | "our" | "all" | "a" | "an"));
    let is_many = count.is_some_and(|count| count > 1.0 && count < parts);
    let has_article = words.document.tokens[part_at].label != Label::Amod && words.tag(part_at) != Some(Tag::Rb);
    let is_share = (of_whole && has_article && half_a(words, part_at).is_none()) || is_many;
    let value = 100.0 * count.unwrap_or(1.0) / parts;
    is_share.then(|| Number::exact(at..part_at + 1, value, STEP_OF_SHARES, Form::Share))
}

/// Writers round to the nearest common share: a third may be 31% or 35%.
const STEP_OF_SHARES: f64 = 5.0;

/// "one in five", "nine out of ten", where a noun follows that is not one of time.
fn in_ten<'w>(words: &'w Words<'_, '_>, at: usize) -> Option<Number<'w>> {
    let (count, middle) = small(words, at)?;
    let of_at = match words.get(middle) {
        "in" => middle + 1,
        "out" if words.get(middle + 1) == "of" => middle + 2,
        "of" => return None,
        _ => return None,
    };
    let (whole, end) = small(words, of_at)?;
    let is_followed = words.is_plural(end) || words.get(middle) == "out" || words.get(end) == "of";
    let is_share = count < whole && whole <= 1000.0 && is_followed && words.same_sentence(at, end - 1);
    let is_timed = super::counted::is_time_unit(words, end);
    (is_share && !is_timed).then(|| Number::exact(at..end, 100.0 * count / whole, 1.0, Form::Share))
}

fn small(words: &Words<'_, '_>, at: usize) -> Option<(f64, usize)> {
    let in_words = CARDINALS.get(words.get(at)).map(|&value| (value, at + 1));
    in_words.or_else(|| {
        let digits = digits::read(words.get(at)).filter(|digits| digits.rest.is_empty())?;
        (digits.value % 1.0 == 0.0).then_some((digits.value, at + 1))
    })
}
