//! [`Document`] and its annotations -> [`Claim`]: who did what, when, where, how many, who says so, done or promised.
//!
//! One file per slot: `clause` cuts the sentence, `event` names what happened, `argument` finds who took part,
//! `modality` says whether it happened, `negation` whether that is denied, `attribution` who says so, `quotation` in what
//! words, `when`, `anniversary` and `allotted` on which days, `order` what came first, `measure`, `toll`, `tally`, `nth`
//! and `figure` how many, `property` what is laid down of a thing, `item` in which item of a list. `anaphora` lets a bare
//! "they promised a response" take over the names of the sentence before it, and "the documents" recall what they are.

mod age;
mod allotted;
mod anaphora;
mod anniversary;
mod argument;
mod attribution;
mod clause;
mod clock;
mod converse;
mod denial;
mod event;
mod extract;
mod facet;
mod figure;
mod item;
mod length;
mod measure;
mod modality;
mod negation;
mod nth;
mod order;
mod pronoun;
mod property;
mod quotation;
mod tally;
mod toll;
mod topic;
mod when;
mod wording;

use std::ops::Range;
use std::sync::Arc;

use crate::article::Article;
use crate::entity::{Entities, NamedEntity};
use crate::language::Document;
use crate::quantity::{self, Quantity};
use crate::span::Span;
use crate::time::{self, Anchor, Customs, Interval, Times, Timex};

pub use clock::Clock;
pub use denial::Denial;
pub use event::{
    COPULA, befalling, concept_of, is_kindred, is_once, is_one_way, is_opposite, is_same_word, opposites_of,
    other_concept_of,
};
pub use extract::{Extract, extract};
pub use facet::Facet;
pub use figure::{ATTEND, Figure};
pub use length::Length;
pub use modality::is_ruling;
pub use nth::{Nth, TIME};
pub use order::Order;
pub use property::{ANY, Property, PropertyValue, REQUIRED, STAGES, State, is_version};
pub use quotation::{Quotation, QuotedWord, Quoter};
pub use tally::{Split, Tally};
pub use topic::Topics;
pub use wording::{Piece, Says, Wording};

/// What the stages after `language` found in one document.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Temporal expressions and the article's anchor.
    pub times: Times,
    /// Amounts, without those that are part of a temporal expression.
    pub quantities: Vec<Quantity>,
    /// Names.
    pub entities: Entities,
    /// How the article counts days.
    pub customs: Customs,
    /// The versions and models that its title and source name: ("otterbase", "12").
    pub editions: Vec<(String, String)>,
    /// The words of its title.
    pub title: Vec<String>,
    /// The words between back-quotes, in order of place.
    pub codes: Vec<Span>,
}

impl Annotations {
    /// Runs the stages `time`, `quantity` and `entity`.
    pub fn of(article: &Article, document: &Document<'_>, customs: Customs) -> Self {
        let times = time::annotate(article, document, customs);
        let mut quantities = quantity::annotate(document);
        let mut at = 0;
        quantities.retain(|quantity| {
            while at < times.timexes.len() && times.timexes[at].span.end <= quantity.span.start {
                at += 1;
            }
            times.timexes.get(at).is_none_or(|timex| !timex.span.overlaps(quantity.span))
        });
        let (entities, editions) = (crate::entity::annotate(document), property::editions(article));
        Self {
            times,
            quantities,
            entities,
            customs,
            editions,
            title: property::title_words(article),
            codes: property::codes(article),
        }
    }

    /// The temporal expressions that begin among the tokens, in order of place.
    fn timexes_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Timex> {
        let all = &self.times.timexes;
        let first = all.partition_point(|timex| timex.tokens.start < tokens.start);
        all[first..].iter().take_while(move |timex| timex.tokens.start < tokens.end)
    }

    /// The temporal expression that the token is part of.
    fn timex_at(&self, token: usize) -> Option<&Timex> {
        let all = &self.times.timexes;
        all.get(all.partition_point(|timex| timex.tokens.end <= token)).filter(|timex| timex.tokens.contains(&token))
    }

    /// The amount that the token is part of.
    fn quantity_at(&self, token: usize) -> Option<&Quantity> {
        let all = &self.quantities;
        all.get(all.partition_point(|amount| amount.tokens.end <= token))
            .filter(|amount| amount.tokens.contains(&token))
    }

    /// The amounts that begin among the tokens, in order of place.
    fn quantities_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Quantity> {
        let all = &self.quantities;
        let first = all.partition_point(|quantity| quantity.tokens.start < tokens.start);
        all[first..].iter().take_while(move |quantity| quantity.tokens.start < tokens.end)
    }
}

/// One atomic statement of one article. Plain data: it outlives the document that it was drawn from.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The number of the article.
    pub article: usize,
    /// The words of the clause that make the claim, at most a sentence.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// What happened or holds.
    pub event: Event,
    /// Who and what takes part, in order of place.
    pub participants: Vec<Participant>,
    /// Where, in order of place.
    pub places: Vec<Participant>,
    /// On which days.
    pub time: Option<When>,
    /// At what time of day.
    pub clock: Option<Clock>,
    /// The days that it is about and does not happen on: "the budget for 2025".
    pub about: Option<Interval>,
    /// On which days of each week it is so: "XXXX-WXX-7" for "on Sundays".
    pub recurs: Option<String>,
    /// Until when it is promised, planned or demanded.
    pub deadline: Option<When>,
    /// How long it lasts.
    pub duration: Option<Length>,
    /// How far ahead of the telling it lies: "in 4 months".
    pub lead: Option<Length>,
    /// How many of what.
    pub quantities: Vec<Counted>,
    /// How the votes or points were divided.
    pub tally: Option<Tally>,
    /// Which of a row of its like it is.
    pub nth: Option<Nth>,
    /// The versions that it names: "3.2" in "Orla 3.2 will be supported".
    pub versions: Vec<String>,
    /// The label of the list item that it stands in: "plus" in "- Plus: 500 GB. Old versions are kept for 90 days."
    pub item: Vec<String>,
    /// Whether it is said to be so or not to be so.
    pub polarity: Polarity,
    /// Whether a negative claim denies it of all: "no one was injured", "denied any talks".
    pub denies_all: bool,
    /// Whether a negative claim denies it of all time up to the telling: "has not been approved yet".
    pub is_so_far: bool,
    /// The lemmas of the clauses that it is joined to and the adverbs of its manner: "sing" for "dances and sings". Where it
    /// is denied, those that are denied only in one with it: "nobody who dances and sings", "did not dance gladly".
    pub joined: Vec<String>,
    /// Whether it happened, is planned, promised, possible.
    pub modality: Modality,
    /// Whether it says of itself that it replaces what held before: "now", "was put off", "not until".
    pub is_revision: bool,
    /// Who says so; `None` where the article says it in its own words.
    pub attribution: Option<Attribution>,
    /// Whether the names were taken over from an earlier sentence.
    pub inherited: bool,
    /// Whether a pronoun that nobody could be found for takes part: "it will cut 9,500 jobs".
    pub is_of_somebody: bool,
    /// The day of telling: the article's anchor.
    pub told: Option<Anchor>,
}

/// What happened or holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The word that names it: "consultations" in "consultations were held".
    pub span: Span,
    /// Its lemma, with its particle.
    pub lemma: String,
    /// The sort of event, the same for "talks" and "consultations"; the lemma where no table knows it.
    pub concept: String,
    /// Whether the table knows the concept.
    pub known: bool,
    /// Whether a noun names it: "the regatta was held".
    pub is_noun: bool,
    /// Whether the noun points back at an event told before: "the encounter", "these talks".
    pub is_definite: bool,
    /// Whether only its beginning or its end is told ("kicked off", "concluded").
    pub phase: Phase,
    /// Which of several it is said to be: "first round", "another"; sorted.
    pub which: Vec<String>,
    /// Whether all that happened is that somebody spoke; what was said is a claim of its own.
    pub is_speech: bool,
}

impl Event {
    /// Whether the text or the table says that the word names an event: "the regatta was called off".
    pub fn is_told(&self) -> bool {
        self.known || self.is_noun
    }

    /// Whether the claim tells how many it befell in all: "the death toll rose to 14".
    pub fn is_total(&self) -> bool {
        self.known && self.is_noun && toll::is_counter(&self.lemma)
    }

    /// Whether a noun names it that the table does not know: "the regatta", or a measure.
    pub fn is_unlisted(&self) -> bool {
        !self.known && self.is_noun
    }
}

/// Which part of an event is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The event itself.
    #[default]
    Whole,
    /// Its beginning.
    Begin,
    /// That it goes on.
    Ongoing,
    /// Its end.
    End,
}

/// Somebody or something that takes part in an event.
#[derive(Clone, Debug)]
pub struct Participant {
    /// How it takes part.
    pub role: Role,
    /// Its phrase.
    pub span: Span,
    /// The lemma of its head.
    pub head: String,
    /// The names in it.
    pub names: Vec<Arc<NamedEntity>>,
    /// The other words of content in it, as lemmas, sorted.
    pub words: Vec<String>,
    /// Those of `words` that are part of a name nobody recognised: "Selden" in "the Selden Bridge"; sorted.
    pub proper: Vec<String>,
    /// The words that told it before, where it only takes them up: "draft", "security" for "the documents" after "the draft
    /// documents on security".
    pub recalled: Vec<String>,
    /// Whether it only speaks of some thing of its sort, or points at one beside it: "a missile", "this photo".
    pub is_indefinite: bool,
    /// Whether it only points back at something told before, whatever it was called there: "the structure", "the scheme".
    pub is_bare_definite: bool,
}

/// How somebody or something takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who does it.
    Agent,
    /// Whom or what it is done to.
    Patient,
    /// To or for whom.
    Recipient,
    /// What a copula says of its subject.
    Attribute,
    /// One side of an event that has no doer: "between Russia and the US".
    Party,
    /// What the phrase of an event noun says of the event: "security guarantee" in "security guarantee talks".
    Topic,
    /// Any other part.
    Other,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Patient => "patient",
            Self::Recipient => "recipient",
            Self::Attribute => "attribute",
            Self::Party => "party",
            Self::Topic => "topic",
            Self::Other => "other",
        }
    }
}

/// The days of an event, as told.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// The expression.
    pub span: Span,
    /// Its words with the preposition that bounds it: "before Sunday".
    pub words: String,
    /// The days that it most likely denotes.
    pub interval: Interval,
    /// Other days that it may denote: counted from the time of speaking, or day and month exchanged.
    pub alternatives: Vec<Interval>,
    /// What it was counted from; `None` for absolute dates.
    pub anchor: Option<Anchor>,
    /// Whether the text bounds it by a time of day, a week, a month.
    pub granularity: time::Granularity,
    /// Whether it bounds the event ("by", "since") instead of dating it.
    pub bound: Option<time::Bound>,
    /// The event that it is counted from, where it is: "a day after the talks".
    pub from_event: Option<FromEvent>,
}

/// An offset from another event of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromEvent {
    /// The words that name the other event.
    pub span: Span,
    /// How far, in days, positive after it.
    pub days: i32,
    /// Whether the offset is loose.
    pub approximate: bool,
}

/// An amount and whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// The amount.
    pub quantity: Quantity,
    /// The role of the participant that it counts or measures.
    pub role: Role,
    /// The lemma of what it counts; empty for an amount of money or of a measure, whose unit says what it is.
    pub of: String,
    /// The preposition that leads to it: "to" in "rose to 5 percent", "by" in "rose by 5 percent".
    pub link: Option<String>,
    /// The words that limit what is counted, as lemmas, sorted: "serious" in "two with serious injuries".
    pub scope: Vec<String>,
}

/// Whether something is said to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It is so.
    Positive,
    /// It is not so.
    Negative,
}

/// How real an event is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modality {
    /// It happened.
    Happened,
    /// It is going on or holds.
    Holds,
    /// It is planned.
    Planned,
    /// Somebody undertakes it.
    Promised,
    /// Somebody is obliged to it.
    Required,
    /// It is foreseen.
    Expected,
    /// It is called off.
    Cancelled,
    /// It may be, was tried, was asked for, or depends on a condition.
    Possible,
}

impl Modality {
    /// Whether the text says that it is or was so.
    pub fn is_real(self) -> bool {
        matches!(self, Self::Happened | Self::Holds)
    }

    /// Whether it lies ahead of the telling.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Promised | Self::Required | Self::Expected)
    }

    /// Whether it happened, holds, or is ahead: all but what is only possible or was called off.
    pub fn is_said(self) -> bool {
        self.is_real() || self.is_ahead()
    }

    /// Whether nothing but the clause's own form says so, which what governs it may settle.
    fn is_open(self) -> bool {
        matches!(self, Self::Possible | Self::Expected)
    }

    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Holds => "holds",
            Self::Planned => "planned",
            Self::Promised => "promised",
            Self::Required => "required",
            Self::Expected => "expected",
            Self::Cancelled => "cancelled",
            Self::Possible => "possible",
        }
    }
}

/// Who says it.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The speaker's words: "officials", "Lavrov".
    pub speaker: String,
    /// The speaker, where named.
    pub names: Vec<Arc<NamedEntity>>,
    /// The day of speaking, where told.
    pub said: Option<Interval>,
    /// Whether it stands between quotation marks.
    pub is_quote: bool,
}

impl Claim {
    /// The slots that the claim has, as name and value, in a fixed order: `("predicate", "open")`,
    /// `("time", "2025-03-03")`, `("said_by", "officials")`.
    pub fn slots(&self) -> Vec<(&'static str, String)> {
        let mut slots = vec![("predicate", self.event.lemma.clone())];
        if self.event.known {
            slots.push(("concept", self.event.concept.clone()));
        }
        slots.extend(self.participants.iter().map(|participant| (participant.role.name(), participant.label())));
        slots.extend(self.places.iter().map(|place| ("place", place.label())));
        slots.extend(self.time.iter().map(|when| ("time", when.interval.to_string())));
        slots.extend(self.deadline.iter().map(|when| ("deadline", when.interval.to_string())));
        slots.extend(self.duration.iter().map(|length| ("duration", length.words.clone())));
        slots.extend(self.lead.iter().map(|length| ("lead", length.words.clone())));
        slots.extend(self.quantities.iter().map(|counted| ("quantity", counted.label())));
        slots.extend(self.tally.iter().map(|tally| ("tally", tally.words.clone())));
        slots.extend(self.nth.iter().map(|nth| ("nth", nth.number.to_string())));
        if self.polarity == Polarity::Negative {
            slots.push(("polarity", "negative".to_owned()));
        }
        slots.push(("modality", self.modality.name().to_owned()));
        slots.extend(self.attribution.iter().map(|attribution| ("said_by", attribution.speaker.clone())));
        slots
    }

    /// All names among participants, each once, in order.
    pub fn names(&self) -> impl Iterator<Item = &Arc<NamedEntity>> {
        self.participants.iter().flat_map(|participant| &participant.names)
    }
}

impl When {
    /// Whether the days are counted from a day that only both articles share, which nobody told.
    pub fn is_presumed(&self) -> bool {
        self.anchor.is_some_and(|anchor| anchor.is_presumed())
    }

    /// Whether it tells until when something lasts, not by when it is done: "until March", "through the end of June".
    pub fn is_of_lasting(&self) -> bool {
        let first = self.words.split_whitespace().next().map(str::to_lowercase);
        self.bound == Some(time::Bound::By) && matches!(first.as_deref(), Some("until" | "till" | "through"))
    }

    /// The days, or the words where nobody told the day that they count from.
    pub fn label(&self) -> String {
        if self.is_presumed() { self.words.clone() } else { self.interval.to_string() }
    }
}

impl Participant {
    /// The names, or the head where it has none.
    pub fn label(&self) -> String {
        match self.names.as_slice() {
            [] => self.head.clone(),
            names => names.iter().map(|name| name.canonical.as_str()).collect::<Vec<_>>().join(", "),
        }
    }
}

impl Counted {
    /// The amount as a range with its unit: "12 people", "at least 5000000 USD".
    pub fn label(&self) -> String {
        self.quantity.label(&self.of)
    }
}
