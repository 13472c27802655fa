//! The tokens of a document as the patterns see them: what the tables say of each word, its digits, and whether it
//! joins the one before. Looked up once, so that patterns compare no strings.

use std::ops::Range;

use crate::language::{Document, EntityLabel, Tag};
use crate::time::calendar::{Season, Unit};
use crate::time::lexicon::{Deictic, Determiner, Link, Part, Role, lexicon};

/// All words of a document.
#[derive(Debug)]
pub(super) struct Words<'d, 'a> {
    /// The document.
    pub(super) document: &'d Document<'a>,
    base: usize,
    words: Vec<Word>,
    /// Whether the text is chat, which leaves capitals, articles and prepositions out.
    is_chat: bool,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    roles: &'static [Role],
    digits: Option<Digits>,
    has_digit: bool,
    joined: bool,
    glued: bool,
    person: bool,
}

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// Its value.
    pub(super) value: u32,
    /// How many digits it is written with, thousands separators not counted.
    pub(super) length: usize,
    /// Whether it has thousands separators.
    pub(super) grouped: bool,
}

/// The words up to the end of a line or sentence; a pattern sees no further.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'w, 'd, 'a> {
    words: &'w Words<'d, 'a>,
    start: usize,
    end: usize,
}

impl<'d, 'a> Words<'d, 'a> {
    /// Looks all words of the document up.
    pub(super) fn of(document: &'d Document<'a>, is_chat: bool) -> Self {
        Self { is_chat, ..Self::between(document, 0..document.tokens.len()) }
    }

    /// Looks the words of the sentences around the tokens up.
    pub(super) fn around(document: &'d Document<'a>, tokens: &Range<usize>) -> Self {
        let sentence = |token: usize| document.sentence_of(token);
        let first = document.sentences[sentence(tokens.start).saturating_sub(1)].tokens.start;
        let last = document.sentences[sentence(tokens.end - 1)].tokens.end;
        Self::between(document, first..last)
    }

    fn between(document: &'d Document<'a>, tokens: Range<usize>) -> Self {
        let mut words: Vec<Word> = tokens.clone().map(|token| word(document, token)).collect();
        let names =
            document.entities.iter().filter(|entity| entity.label == EntityLabel::Person && entity.tokens.len() > 1);
        for name in names.flat_map(|name| name.tokens.clone()).filter(|token| tokens.contains(token)) {
            words[name - tokens.start].person = true;
        }
        Self { document, base: tokens.start, words, is_chat: false }
    }

    /// The stretches that patterns may match in, in order: they end where a sentence or a line ends.
    pub(super) fn stretches(&self) -> impl Iterator<Item = Scan<'_, 'd, 'a>> {
        let (mut start, last) = (self.base, self.base + self.words.len());
        std::iter::from_fn(move || {
            (start < last).then(|| {
                let end = (start + 1..last).find(|&at| !self.word(at).joined).unwrap_or(last);
                let scan = Scan { words: self, start, end };
                start = end;
                scan
            })
        })
    }

    fn word(&self, token: usize) -> &Word {
        &self.words[token - self.base]
    }
}

fn word(document: &Document<'_>, token: usize) -> Word {
    let text = document.word(token);
    let gap = token
        .checked_sub(1)
        .map(|before| &document.text[document.tokens[before].span.end..document.tokens[token].span.start]);
    let same_sentence = token > 0 && document.sentence_of(token) == document.sentence_of(token - 1);
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    Word {
        roles: if has_digit { &[] } else { lexicon().roles(text) },
        digits: if has_digit { digits(text) } else { None },
        has_digit,
        joined: same_sentence || gap.is_some_and(|gap| !gap.contains('\n')),
        glued: gap.is_some_and(str::is_empty),
        person: false,
    }
}

/// Whether the word is the name of a weekday or its abbreviation.
pub(super) fn names_weekday(word: &str) -> bool {
    lexicon().roles(word).iter().any(|role| matches!(role, Role::Weekday(_, false)))
}

/// The number that the text is: "12", "1,200". `None` for anything else and above nine digits.
fn digits(text: &str) -> Option<Digits> {
    let grouped = text.contains(',');
    let length = text.bytes().filter(u8::is_ascii_digit).count();
    let shaped = if grouped {
        text.split(',').enumerate().all(|(at, group)| match at {
            0 => (1..=3).contains(&group.len()),
            _ => group.len() == 3,
        })
    } else {
        length == text.len()
    };
    if !shaped || length > 9 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return None;
    }
    let value = text.bytes().filter(u8::is_ascii_digit).fold(0u32, |value, byte| value * 10 + u32::from(byte - b'0'));
    Some(Digits { value, length, grouped })
}

impl<'d, 'a> Scan<'_, 'd, 'a> {
    /// The document.
    pub(super) fn document(&self) -> &'d Document<'a> {
        self.words.document
    }

    /// Whether the text is chat: forms that news writes otherwise are let through.
    pub(super) fn is_chat(&self) -> bool {
        self.words.is_chat
    }

    /// The first token.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The token after the last one.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Whether the token is the whole line, a stop apart: a heading, or an answer in chat.
    pub(super) fn is_alone(&self, at: usize) -> bool {
        at == self.start && (at + 1 == self.end || (at + 2 == self.end && self.is_one_of(at + 1, &[".", "!", "?"])))
    }

    /// The word as written; empty outside the stretch.
    pub(super) fn text(&self, at: usize) -> &'a str {
        if self.has(at) { self.words.document.word(at) } else { "" }
    }

    /// Whether it is that word, upper and lower case alike.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    /// Whether it is one of the words.
    pub(super) fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// Its tag.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.has(at).then(|| self.words.document.tokens[at].tag)
    }

    /// Whether no space stands before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > self.start && self.has(at) && self.words.word(at).glued
    }

    /// Whether it is a hyphen or dash.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "–" | "‑")
    }

    /// Whether nothing in the tables and no digit is in it, so that no expression begins here.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        let word = self.words.word(at);
        word.roles.is_empty() && !word.has_digit
    }

    /// Whether it has a digit.
    pub(super) fn has_digit(&self, at: usize) -> bool {
        self.has(at) && self.words.word(at).has_digit
    }

    /// The number in digits that it is.
    pub(super) fn digits(&self, at: usize) -> Option<Digits> {
        if self.has(at) { self.words.word(at).digits } else { None }
    }

    /// Whether a preposition of time stands before the word: "in Jun", "before Feb".
    pub(super) fn is_led(&self, at: usize) -> bool {
        let prepositions = ["in", "before", "after", "since", "until", "till", "by", "from", "through"];
        at > self.start && self.is_one_of(at - 1, &prepositions)
    }

    /// The month that it names: capitalised, or next to a number; no verb, no modal, no person's name.
    pub(super) fn month(&self, at: usize) -> Option<i8> {
        let month = self.role(at, |role| if let Role::Month(month) = role { Some(month) } else { None })?;
        let numbered = (at > self.start && self.has_digit(at - 1)) || self.has_digit(at + 1);
        let capital = self.is_capital(at);
        let ordinal = self.cardinal(at + 1).is_some()
            || self.ordinal(at + 1).is_some()
            || at > self.start && self.ordinal(at - 1).is_some();
        let numbered =
            numbered || self.is_chat() && (ordinal || at > self.start && self.is_one_of(at - 1, &["of", "in"]));
        let numbered = numbered || self.is_alone(at);
        let ambiguous =
            self.is_one_of(at, &["may", "march", "mar"]) && !(self.is_chat() && numbered || self.is_alone(at));
        let verb = matches!(self.tag(at), Some(Tag::Md | Tag::Vb | Tag::Vbp | Tag::Vbd | Tag::Vbz | Tag::Vbn));
        let fits = !ambiguous || (capital && (numbered || !verb));
        let abbreviated = self.text(at).len() == 3 && !ambiguous;
        (fits && (!abbreviated || numbered || capital && self.is_led(at)) && (numbered || !self.words.word(at).person))
            .then_some(month)
    }

    /// The weekday that it names and whether it is a plural. Abbreviations need a capital and "on" before them or a
    /// date behind them.
    pub(super) fn weekday(&self, at: usize) -> Option<(i8, bool)> {
        let day = self.role(at, |role| if let Role::Weekday(day, many) = role { Some((day, many)) } else { None })?;
        let dated = |at: usize| {
            self.has_digit(at) || self.role(at, |role| matches!(role, Role::Month(_)).then_some(())).is_some()
        };
        // The stop of "Tue., Jan. 7" is a token of its own.
        let stops = (at + 1..at + 3).take_while(|&next| self.is(next, ",") || self.is(next, ".")).count();
        let led = at > self.start && self.is_one_of(at - 1, &["on"]);
        let is_full = self.text(at).len() >= 6;
        let is_alone = self.is_chat() && (self.end - self.start <= 2 || self.is_capital(at));
        (is_full || is_alone || self.is_capital(at) && (led || dated(at + 1 + stops))).then_some(day)
    }

    /// The weekday that an abbreviation names where the context makes clear that it is one: "Thu" before "15th".
    pub(super) fn short_weekday(&self, at: usize) -> Option<i8> {
        let (day, many) =
            self.role(at, |role| if let Role::Weekday(day, many) = role { Some((day, many)) } else { None })?;
        let numbered = self.ordinal(at + 1).is_some() || self.is(at + 1, "the") && self.ordinal(at + 2).is_some();
        (!many && (self.is_capital(at) || self.is_chat()) && numbered).then_some(day)
    }

    /// The unit that it names and whether it is a plural.
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        self.role(at, |role| if let Role::Unit(unit, many) = role { Some((unit, many)) } else { None })
    }

    /// The season that it names; "fall" and "spring" only as nouns.
    pub(super) fn season(&self, at: usize) -> Option<Season> {
        let noun = matches!(self.tag(at), Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps));
        self.role(at, |role| if let Role::Season(season) = role { Some(season) } else { None }).filter(|_| noun)
    }

    /// The cardinal number word that it is.
    pub(super) fn cardinal(&self, at: usize) -> Option<u32> {
        self.role(at, |role| if let Role::Cardinal(number) = role { Some(number) } else { None })
    }

    /// The ordinal that it is, in letters or digits: "third", "21st".
    pub(super) fn ordinal(&self, at: usize) -> Option<u32> {
        if self.has_digit(at) {
            let text = self.text(at);
            let split = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
            let suffix = &text[split..];
            let fits = ["st", "nd", "rd", "th"].iter().any(|end| suffix.eq_ignore_ascii_case(end));
            return if fits { digits(&text[..split]).map(|digits| digits.value) } else { None };
        }
        self.role(at, |role| if let Role::Ordinal(number) = role { Some(number) } else { None })
    }

    /// The part of the day that it names.
    pub(super) fn day_part(&self, at: usize) -> Option<&'static str> {
        self.role(at, |role| if let Role::DayPart(part) = role { Some(part) } else { None })
    }

    /// How many days from the anchor it is: "yesterday" -1.
    pub(super) fn named_day(&self, at: usize) -> Option<i32> {
        self.role(at, |role| if let Role::NamedDay(days) = role { Some(days) } else { None })
    }

    /// The side that it puts a unit on: "last".
    pub(super) fn deictic(&self, at: usize) -> Option<Deictic> {
        let verb = matches!(self.tag(at), Some(Tag::Vb | Tag::Vbp | Tag::Vbz));
        self.role(at, |role| if let Role::Deictic(side) = role { Some(side) } else { None }).filter(|_| !verb)
    }

    /// The part that it is the word for: "early".
    pub(super) fn part(&self, at: usize) -> Option<(Part, Link)> {
        self.role(at, |role| if let Role::Part(part, link) = role { Some((part, link)) } else { None })
    }

    /// The unit that comes back: "daily".
    pub(super) fn recurrence(&self, at: usize) -> Option<Unit> {
        self.role(at, |role| if let Role::Recurrence(unit) = role { Some(unit) } else { None })
    }

    /// The decade that it names, in years of its century: "nineties" 90.
    pub(super) fn decade(&self, at: usize) -> Option<i16> {
        self.role(at, |role| if let Role::Decade(years) = role { Some(years) } else { None })
    }

    /// The amount that it is without a number: "several" has none, "couple" 2.
    pub(super) fn amount(&self, at: usize) -> Option<Option<u32>> {
        self.role(at, |role| if let Role::Amount(amount) = role { Some(amount) } else { None })
    }

    /// The kind of determiner that it is.
    pub(super) fn determiner(&self, at: usize) -> Option<Determiner> {
        self.role(at, |role| if let Role::Determiner(kind) = role { Some(kind) } else { None })
    }

    /// Whether it is the abbreviation of a time zone, in capitals.
    pub(super) fn is_zone(&self, at: usize) -> bool {
        self.zone(at).is_some()
    }

    /// The minutes from UTC of the time zone that it abbreviates, in capitals.
    pub(super) fn zone(&self, at: usize) -> Option<i32> {
        let minutes = self.role(at, |role| if let Role::Zone(minutes) = role { Some(minutes) } else { None });
        minutes.filter(|_| self.text(at).bytes().all(|byte| byte.is_ascii_uppercase()))
    }

    /// Whether the number after it is a name: "Room".
    pub(super) fn is_numbered(&self, at: usize) -> bool {
        self.role(at, |role| matches!(role, Role::Numbered).then_some(())).is_some()
    }

    /// Whether the weekday after it is a name: "Black".
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.role(at, |role| matches!(role, Role::Named).then_some(())).is_some()
    }

    /// Whether it may stand between a number and its unit: "trading".
    pub(super) fn is_stretcher(&self, at: usize) -> bool {
        self.role(at, |role| matches!(role, Role::Stretcher).then_some(())).is_some()
    }

    /// Whether the number before it is an amount: "dollars".
    pub(super) fn is_measure(&self, at: usize) -> bool {
        self.role(at, |role| matches!(role, Role::Measure).then_some(())).is_some()
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text(at).as_bytes().first().is_some_and(u8::is_ascii_uppercase)
    }

    /// Whether it is "the" or a possessive.
    pub(super) fn is_the(&self, at: usize) -> bool {
        matches!(self.determiner(at), Some(Determiner::Definite | Determiner::Possessive))
    }

    fn has(&self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    fn role<T>(&self, at: usize, read: impl Fn(Role) -> Option<T>) -> Option<T> {
        if !self.has(at) {
            return None;
        }
        self.words.word(at).roles.iter().find_map(|role| read(*role))
    }
}
