//! The tables of `data/`, and what each word of them may mean in a temporal expression.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::table;
use crate::time::calendar::{Season, Unit};
use crate::time::feast::Feast;
use crate::time::{Bound, Modifier};

/// One thing that a word may mean; "second" is both an ordinal and a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// "January", "Jan.".
    Month(i8),
    /// "Monday" is 1; the flag marks the plural.
    Weekday(i8, bool),
    /// "week"; the flag marks the plural.
    Unit(Unit, bool),
    /// "summer".
    Season(Season),
    /// "twelve".
    Cardinal(u32),
    /// "third".
    Ordinal(u32),
    /// "morning", "noon": letters of TIMEX3.
    DayPart(&'static str),
    /// "yesterday": days from the anchor.
    NamedDay(i32),
    /// "last", "next", "this".
    Deictic(Deictic),
    /// "early", "end".
    Part(Part, Link),
    /// "daily".
    Recurrence(Unit),
    /// "nineties".
    Decade(i16),
    /// "several"; `None` where the number is unknown.
    Amount(Option<u32>),
    /// "the", "its", "every".
    Determiner(Determiner),
    /// A time zone, by minutes from UTC.
    Zone(i32),
    /// "Room": the number after it is its name.
    Numbered,
    /// "dollars": the number before it is an amount.
    Measure,
    /// "Black": the weekday after it is a name.
    Named,
    /// "trading" in "two trading days".
    Stretcher,
    /// The first word of a vague reference or of a modifier, by the numbers of their phrases.
    Opens,
}

/// Where an adjective places the unit that it stands with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deictic {
    /// "last week".
    Last,
    /// "the past week".
    Past,
    /// "this week".
    This,
    /// "next week".
    Next,
    /// "the coming week".
    Coming,
    /// "the previous week": before the one mentioned.
    Before,
    /// "the following week": after the one mentioned.
    After,
    /// "the same week".
    Same,
    /// "that week".
    That,
    /// "recent weeks".
    Recent,
    /// "the latest quarter".
    Latest,
}

/// A part of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    Start,
    Middle,
    End,
    Any,
}

/// How the word for a part is joined to its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// "early March", "late last week".
    Adjective,
    /// "the end of March".
    Of,
    /// "earlier this month", "later on Monday".
    Comparative,
}

/// The kind of a word that may open an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the".
    Definite,
    /// "its", "their".
    Possessive,
    /// "these".
    Near,
    /// "those".
    Far,
    /// "a", "another".
    One,
    /// "each", "every".
    Each,
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the references of TIMEX3")]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

/// What the tense of a verb says of the time of what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "opened", "has opened".
    Past,
    /// "opens".
    Present,
    /// "will open", "is set to open".
    Future,
    /// "to open", "could open".
    Unsaid,
}

/// Phrases of one or more words with their values.
#[derive(Debug)]
pub(super) struct Phrases<V> {
    rows: Vec<(Vec<&'static str>, V)>,
}

/// All tables.
#[derive(Debug)]
pub(super) struct Lexicon {
    roles: FxHashMap<&'static [u8], Vec<Role>>,
    /// `data/references.tsv`.
    pub(super) references: Phrases<Reference>,
    /// `data/modifiers.tsv`.
    pub(super) modifiers: Phrases<Modifier>,
    /// `data/bounds.tsv`.
    pub(super) bounds: Phrases<Bound>,
    /// `data/suffixes.tsv`.
    pub(super) suffixes: Phrases<Bound>,
    /// `data/feasts.tsv`, its names cut into tokens.
    pub(super) feasts: Phrases<Feast>,
    /// `data/ahead.tsv`.
    pub(super) ahead: FxHashMap<&'static str, &'static str>,
    /// `data/modals.tsv`.
    pub(super) modals: FxHashMap<&'static str, Tense>,
    /// `data/events.tsv`: the sort of event that a lemma tells.
    pub(super) events: FxHashMap<&'static str, &'static str>,
    /// `data/future_cues.tsv`.
    pub(super) future_cues: FxHashMap<&'static str, Tense>,
}

/// The compiled-in tables by name, as the tests walk them.
pub(super) const TABLES: &[(&str, &str)] = &[
    ("ahead", include_str!("data/ahead.tsv")),
    ("amounts", include_str!("data/amounts.tsv")),
    ("bounds", include_str!("data/bounds.tsv")),
    ("cardinals", include_str!("data/cardinals.tsv")),
    ("day_parts", include_str!("data/day_parts.tsv")),
    ("decades", include_str!("data/decades.tsv")),
    ("deictics", include_str!("data/deictics.tsv")),
    ("determiners", include_str!("data/determiners.tsv")),
    ("events", include_str!("data/events.tsv")),
    ("feasts", include_str!("data/feasts.tsv")),
    ("future_cues", include_str!("data/future_cues.tsv")),
    ("measures", include_str!("data/measures.tsv")),
    ("modals", include_str!("data/modals.tsv")),
    ("modifiers", include_str!("data/modifiers.tsv")),
    ("months", include_str!("data/months.tsv")),
    ("named_days", include_str!("data/named_days.tsv")),
    ("names", include_str!("data/names.tsv")),
    ("numbered", include_str!("data/numbered.tsv")),
    ("openers", include_str!("data/openers.tsv")),
    ("ordinals", include_str!("data/ordinals.tsv")),
    ("parts", include_str!("data/parts.tsv")),
    ("recurrences", include_str!("data/recurrences.tsv")),
    ("references", include_str!("data/references.tsv")),
    ("seasons", include_str!("data/seasons.tsv")),
    ("stretchers", include_str!("data/stretchers.tsv")),
    ("suffixes", include_str!("data/suffixes.tsv")),
    ("units", include_str!("data/units.tsv")),
    ("weekdays", include_str!("data/weekdays.tsv")),
    ("zones", include_str!("data/zones.tsv")),
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// The tables, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The rows of a table as (surface, value).
pub(super) fn rows(table: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table::rows(TABLES.iter().find(|(name, _)| *name == table).expect("the table is compiled in").1)
}

impl Lexicon {
    /// What the word may mean; empty for most words. Upper and lower case count alike.
    pub(super) fn roles(&self, word: &str) -> &[Role] {
        let mut letters = [0u8; 24];
        let Some(lower) = letters.get_mut(..word.len()) else { return &[] };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.roles.get(&*lower).map_or(&[], Vec::as_slice)
    }

    fn load() -> Self {
        let mut roles: FxHashMap<&'static [u8], Vec<Role>> = FxHashMap::default();
        for (table, _) in TABLES {
            let Some(read) = reader(table) else { continue };
            for (surface, value) in rows(table) {
                roles.entry(surface.as_bytes()).or_default().push(read(value));
            }
        }
        let references = Phrases::load("references", reference);
        let modifiers = Phrases::load("modifiers", modifier);
        let feasts = Phrases::load("feasts", |rule| Feast::parse(rule).expect("the table has a rule here"));
        let firsts =
            references.firsts().chain(modifiers.firsts()).chain(feasts.firsts()).map(str::as_bytes).collect::<Vec<_>>();
        for first in firsts {
            roles.entry(first).or_default().push(Role::Opens);
        }
        let bounds = Phrases::load("bounds", bound);
        let map = |table| rows(table).map(|(word, value)| (word, tense(value))).collect();
        let suffixes = Phrases::load("suffixes", bound);
        let (modals, future_cues) = (map("modals"), map("future_cues"));
        Self {
            roles,
            references,
            modifiers,
            bounds,
            suffixes,
            feasts,
            modals,
            events: rows("events").collect(),
            ahead: rows("ahead").collect(),
            future_cues,
        }
    }
}

/// Whether the text is the word of a table: upper and lower case, straight and curly apostrophes count alike.
fn is_word(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
        || text
            .strip_prefix('’')
            .zip(word.strip_prefix('\''))
            .is_some_and(|(text, word)| text.eq_ignore_ascii_case(word))
}

/// The words of a phrase as the tokenizer cuts them: "new year 's eve", "eid al - fitr".
fn in_tokens(words: &'static str) -> Vec<&'static str> {
    words.split(' ').flat_map(cut_word).collect()
}

fn cut_word(word: &'static str) -> Vec<&'static str> {
    let (head, tail) = match word.find(['\'', '-']) {
        Some(at) if at > 0 && (word[at..].starts_with("'s") || word.ends_with('\'')) => {
            return vec![&word[..at], &word[at..]];
        }
        Some(at) if word[at..].starts_with('-') => word.split_at(at),
        _ => return vec![word],
    };
    [head, "-"].into_iter().chain(cut_word(&tail[1..])).collect()
}

impl<V: Copy> Phrases<V> {
    fn load(table: &str, read: fn(&str) -> V) -> Self {
        let mut rows: Vec<_> = rows(table).map(|(words, value)| (in_tokens(words), read(value))).collect();
        rows.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self { rows }
    }

    fn firsts(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.rows.iter().map(|(words, _)| words[0])
    }

    /// The longest phrase that begins at the first of the words, its length and value. `word` gives the words by their
    /// place from there.
    pub(super) fn at<'t>(&self, word: impl Fn(usize) -> Option<&'t str>) -> Option<(usize, V)> {
        let fits = |words: &[&str]| (0..words.len()).all(|at| word(at).is_some_and(|text| is_word(text, words[at])));
        self.rows.iter().find(|(words, _)| fits(words)).map(|(words, value)| (words.len(), *value))
    }

    /// The longest phrase that ends at the first of the words, counted backwards.
    pub(super) fn before<'t>(&self, word: impl Fn(usize) -> Option<&'t str>) -> Option<(usize, V)> {
        let fits = |words: &[&str]| {
            words
                .iter()
                .rev()
                .enumerate()
                .all(|(at, want)| word(at).is_some_and(|text| text.eq_ignore_ascii_case(want)))
        };
        self.rows.iter().find(|(words, _)| fits(words)).map(|(words, value)| (words.len(), *value))
    }
}

/// How the values of a table of single words are read; `None` for tables of phrases and of other words.
fn reader(table: &str) -> Option<fn(&'static str) -> Role> {
    let read: fn(&'static str) -> Role = match table {
        "amounts" => |value| Role::Amount(value.parse().ok()),
        "cardinals" => |value| Role::Cardinal(number(value)),
        "day_parts" => Role::DayPart,
        "decades" => |value| Role::Decade(number(value)),
        "deictics" => |value| Role::Deictic(deictic(value)),
        "determiners" => |value| Role::Determiner(determiner(value)),
        "measures" => |_| Role::Measure,
        "months" => |value| Role::Month(number(value)),
        "named_days" => |value| Role::NamedDay(number(value)),
        "names" => |_| Role::Named,
        "openers" => |_| Role::Opens,
        "numbered" => |_| Role::Numbered,
        "ordinals" => |value| Role::Ordinal(number(value)),
        "parts" => part,
        "recurrences" => |value| Role::Recurrence(unit(value)),
        "seasons" => |value| Role::Season(season(value)),
        "stretchers" => |_| Role::Stretcher,
        "units" => |value| Role::Unit(unit(first(value)), value.ends_with(" many")),
        "weekdays" => |value| Role::Weekday(number(first(value)), value.ends_with(" many")),
        "zones" => |value| Role::Zone(number(value)),
        _ => return None,
    };
    Some(read)
}

fn first(value: &str) -> &str {
    value.split(' ').next().expect("a split has a first part")
}

fn number<N: std::str::FromStr>(value: &str) -> N {
    value.parse().ok().expect("the table has a number here")
}

fn unit(value: &str) -> Unit {
    match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        other => unreachable!("the table has no unit {other}"),
    }
}

fn season(value: &str) -> Season {
    match value {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "fall" => Season::Fall,
        "winter" => Season::Winter,
        other => unreachable!("the table has no season {other}"),
    }
}

fn deictic(value: &str) -> Deictic {
    match value {
        "last" => Deictic::Last,
        "past" => Deictic::Past,
        "this" => Deictic::This,
        "next" => Deictic::Next,
        "coming" => Deictic::Coming,
        "before" => Deictic::Before,
        "after" => Deictic::After,
        "same" => Deictic::Same,
        "that" => Deictic::That,
        "recent" => Deictic::Recent,
        "latest" => Deictic::Latest,
        other => unreachable!("the table has no side {other}"),
    }
}

fn determiner(value: &str) -> Determiner {
    match value {
        "definite" => Determiner::Definite,
        "possessive" => Determiner::Possessive,
        "near" => Determiner::Near,
        "far" => Determiner::Far,
        "one" => Determiner::One,
        "each" => Determiner::Each,
        other => unreachable!("the table has no kind {other}"),
    }
}

fn part(value: &'static str) -> Role {
    let (name, link) = value.split_once(' ').unwrap_or((value, ""));
    let part = match name {
        "early" => Part::Early,
        "mid" => Part::Mid,
        "late" => Part::Late,
        "start" => Part::Start,
        "middle" => Part::Middle,
        "end" => Part::End,
        "any" => Part::Any,
        other => unreachable!("the table has no part {other}"),
    };
    let link = match link {
        "of" => Link::Of,
        "later" => Link::Comparative,
        _ => Link::Adjective,
    };
    Role::Part(part, link)
}

fn reference(value: &str) -> Reference {
    match value {
        "past" => Reference::Past,
        "present" => Reference::Present,
        "future" => Reference::Future,
        other => unreachable!("the table has no reference {other}"),
    }
}

fn modifier(value: &str) -> Modifier {
    match value {
        "LESS_THAN" => Modifier::LessThan,
        "MORE_THAN" => Modifier::MoreThan,
        "EQUAL_OR_LESS" => Modifier::EqualOrLess,
        "EQUAL_OR_MORE" => Modifier::EqualOrMore,
        "APPROX" => Modifier::Approx,
        other => unreachable!("the table has no mod {other}"),
    }
}

fn bound(value: &str) -> Bound {
    match value {
        "by" => Bound::By,
        "before" => Bound::Before,
        "since" => Bound::Since,
        "after" => Bound::After,
        "within" => Bound::Within,
        other => unreachable!("the table has no bound {other}"),
    }
}

fn tense(value: &str) -> Tense {
    match value {
        "past" => Tense::Past,
        "present" => Tense::Present,
        "future" => Tense::Future,
        "unsaid" => Tense::Unsaid,
        other => unreachable!("the table has no tense {other}"),
    }
}
