//! Numbers that tell no amount: in names, dates, times of day, telephone numbers, scores, versions, lists.

use super::amount::Amount;
use super::number::Form;
use super::words::Words;
use super::{counted, digits};
use crate::language::{EntityLabel, Label, Pos, Tag};

/// Whether the amount's number is a name's, a date's or some other label rather than an amount.
pub(super) fn is_label(words: &Words<'_, '_>, amount: &Amount<'_>, counted: Option<usize>) -> bool {
    is_of_time(words, amount, counted)
        || is_fixed_phrase(words, amount, counted)
        || (amount.measure.is_none()
            && (is_in_name(words, amount)
                || is_numbering(words, amount, counted)
                || is_among_digits(words, amount)
                || is_year(words, amount, counted)))
}

/// Numbers of days, hours and dates belong to `time`.
fn is_of_time(words: &Words<'_, '_>, amount: &Amount<'_>, counted: Option<usize>) -> bool {
    let end = amount.tokens.end;
    let after = if words.is_hyphen(end) { end + 1 } else { end };
    let is_clock = matches!(words.get(end), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "o'clock" | "gmt" | "hrs");
    // "Injuring 80": the recogniser takes the number at the end for a date.
    let is_object = words.document.tokens[amount.tokens.start].label == Label::Dobj;
    let is_dated = matches!(words.label(amount.tokens.start), Some(EntityLabel::Date | EntityLabel::Time))
        && amount.measure.is_none()
        && !is_object
        && counted.is_none_or(|noun| words.label(noun) == words.label(amount.tokens.start));
    let counts_time =
        counted.is_some_and(|noun| counted::is_time_unit(words, noun)) || counted::is_time_unit(words, after);
    (counts_time && amount.measure.is_none()) || is_clock || is_dated
}

/// "one another", "no one", "second-hand", "one-sided": small number words that are part of a word.
fn is_fixed_phrase(words: &Words<'_, '_>, amount: &Amount<'_>, counted: Option<usize>) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let is_one = words.get(start) == "one" && end == start + 1;
    let is_pronoun = is_one
        && (matches!(words.get(end), "another" | "'s" | "’s" | "who" | "that")
            || matches!(words.before(start), "no" | "the" | "this" | "that" | "any" | "every" | "each" | "which")
            || words.tag(start) != Some(Tag::Cd)
            || words.document.tokens[start].label == Label::Det);
    let is_small =
        amount.number.high <= 2.0 && amount.number.form != Form::Digits || amount.number.form == Form::Ordinal;
    let is_compound = is_small && words.is_hyphen(end) && words.is_glued(end) && !is_superlative(words, end + 1);
    let is_bare_one = is_one && counted.is_none();
    amount.measure.is_none() && (is_pronoun || is_bare_one || is_compound)
}

fn is_superlative(words: &Words<'_, '_>, token: usize) -> bool {
    matches!(words.tag(token), Some(Tag::Jjs | Tag::Rbs))
}

/// Numbers inside names ("G7", "3M", "Group of Seven") and written with a capital inside a sentence ("Big Four").
fn is_in_name(words: &Words<'_, '_>, amount: &Amount<'_>) -> bool {
    let start = amount.tokens.start;
    // Whoever is told vaguely is not named: the recogniser takes "Millions" for a body.
    let is_named = words.label(start).is_some_and(is_name) && amount.number.form != Form::Vague;
    let sentence = &words.document.sentences[words.document.sentence_of(start)];
    let is_capital = words.document.word(start).starts_with(char::is_uppercase) && start > sentence.tokens.start;
    let is_plain = !is_capital || matches!(words.tag(start), Some(Tag::Cd | Tag::Nns)) && is_title_case(words, start);
    is_named || !is_plain
}

fn is_name(label: EntityLabel) -> bool {
    use EntityLabel::{Event, Fac, Gpe, Language, Law, Loc, Norp, Org, Person, Product, WorkOfArt};
    matches!(label, Event | Fac | Gpe | Language | Law | Loc | Norp | Org | Person | Product | WorkOfArt)
}

/// Whether most words of the sentence begin with a capital, as in headlines.
fn is_title_case(words: &Words<'_, '_>, token: usize) -> bool {
    let sentence = &words.document.sentences[words.document.sentence_of(token)];
    let is_content = |&token: &usize| {
        matches!(words.document.tokens[token].pos, Pos::Noun | Pos::Verb | Pos::Adj | Pos::Propn | Pos::Adv)
    };
    let content = sentence.tokens.clone().filter(is_content);
    let (capitals, all) = content.fold((0, 0), |(capitals, all), token| {
        (capitals + usize::from(words.document.word(token).starts_with(char::is_uppercase)), all + 1)
    });
    capitals * 3 > all * 2
}

/// "Boeing 737", "Article 5", "page 3", "No. 10", "per 1,000", "1." before a paragraph.
fn is_numbering(words: &Words<'_, '_>, amount: &Amount<'_>, counted: Option<usize>) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    if amount.number.form != Form::Digits && !(amount.number.form == Form::Words && words.before(start) == "per") {
        return false;
    }
    let sentence = &words.document.sentences[words.document.sentence_of(start)];
    let is_list_marker = words.tag(start) == Some(Tag::Ls)
        || (start == sentence.tokens.start
            && matches!(words.get(end), "." | ")")
            && words.is_glued(end)
            && end < sentence.tokens.end);
    let numbers_noun = counted.is_none() && (follows_noun(words, start) || joins_numbering(words, start));
    let is_numbered = matches!(words.before(start), "no." | "no" | "#" | "number" | "per" | "nos.");
    is_list_marker || numbers_noun || is_numbered || is_model(words, start, counted)
}

/// "Article 5": the number hangs from the noun before it, or the noun from the number.
fn follows_noun(words: &Words<'_, '_>, start: usize) -> bool {
    let tokens = &words.document.tokens;
    start > 0
        && words.same_sentence(start - 1, start)
        && words.is_noun(start - 1)
        && (tokens[start].head == start - 1 || tokens[start - 1].head == start)
        && tokens[start].label != Label::Nsubj
}

/// "Articles 5 and 6".
fn joins_numbering(words: &Words<'_, '_>, start: usize) -> bool {
    let token = &words.document.tokens[start];
    token.label == Label::Conj && words.tag(token.head) == Some(Tag::Cd) && follows_noun(words, token.head)
}

/// "Boeing 737 aircraft": name and number are parts of one compound.
fn is_model(words: &Words<'_, '_>, start: usize, counted: Option<usize>) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&before| words.same_sentence(before, start)) else { return false };
    let name = &words.document.tokens[before];
    let is_part = name.label == Label::Compound && (counted == Some(name.head) || name.head == start);
    matches!(name.tag, Tag::Nnp | Tag::Nnps)
        && (is_part || counted.is_some_and(|noun| words.document.tokens[noun].head == before))
}

/// Digits beside digits, letters or signs without a space, as in telephone numbers, scores and model names.
fn is_among_digits(words: &Words<'_, '_>, amount: &Amount<'_>) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    if amount.number.form != Form::Digits {
        return false;
    }
    let is_digits = |token: usize| {
        token < words.len()
            && words.same_sentence(start.min(token), start.max(token))
            && words.get(token).starts_with(|c: char| c.is_ascii_digit())
    };
    let after_hyphen = start > 1 && words.is_hyphen(start - 1) && words.is_glued(start) && words.is_glued(start - 1);
    let beside = (start > 0 && is_digits(start - 1)) || is_digits(end);
    let before_hyphen = words.is_hyphen(end) && words.is_glued(end) && words.is_glued(end + 1) && is_digits(end + 1);
    let is_after_sign =
        start > 0 && words.is_glued(start) && matches!(words.get(start - 1), ":" | "/" | "+" | "@" | "_");
    let is_before_sign = words.is_glued(end) && words.is_glued(end + 1) && matches!(words.get(end), ":" | "/" | "_");
    after_hyphen || beside || before_hyphen || is_after_sign || is_before_sign
}

/// Four digits without a comma that may be a year, unless people or things are counted with them.
fn is_year(words: &Words<'_, '_>, amount: &Amount<'_>, counted: Option<usize>) -> bool {
    let word = words.get(amount.tokens.start);
    let is_bare = word.len() == 4 && digits::read(word).is_some_and(|digits| digits.rest.is_empty());
    let is_year = is_bare && !amount.number.is_scaled && (1600.0..2100.0).contains(&amount.number.low);
    let is_counting = counted.is_some_and(|noun| words.is_plural(noun)) && amount.number.low % 100.0 == 0.0;
    is_year && !is_counting
}
