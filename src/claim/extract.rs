//! Joins the slots: walks the sentences of one article and draws a claim from every event that they tell.

mod amounts;
mod orders;

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::claim::allotted::{Allotted, allotted};
use crate::claim::anniversary::{self, Passed};
use crate::claim::argument::{Arguments, Cast, phrase};
use crate::claim::attribution::{Quoted, Speaker, Speakers, attribution, speaker};
use crate::claim::clause::{self, Clauses};
use crate::claim::item::Items;
use crate::claim::modality::{Reading, read};
use crate::claim::{
    Annotations, Claim, Counted, Event, Figure, Length, Modality, Order, Phase, Polarity, Property, Quotation, Role,
    Topics, When, Wording, anaphora, clock, converse, event, figure, length, measure, modality, negation, nth, pronoun,
    property, quotation, tally, toll, topic, when, wording,
};
use crate::entity::NamedEntity;
use crate::language::cue::{Cue, cues};
use crate::language::{Document, Label, Pos, Sentence, Tag};
use crate::span::Span;
use crate::time::{Bound, Granularity, Interval, Timex, TimexClass};

/// Draws the claims from an article's titles and running text, in order of place.
///
/// "The bridge opened on Monday, March 3, officials said." gives one claim: open, the bridge, 2025-03-03, said by
/// officials.
pub fn extract(article: usize, document: &Document<'_>, annotations: &Annotations) -> Extract {
    let names: Vec<Arc<NamedEntity>> = annotations.entities.names.iter().cloned().map(Arc::new).collect();
    let (mut claims, mut wordings, mut figures, mut orders) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut properties = Vec::new();
    let mut sentence_of = Vec::new();
    let mut first_of_last = 0;
    let mut speakers = Speakers::default();
    let mut items = Items::default();
    let antecedents = pronoun::antecedents(document, &annotations.entities);
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !sentence.block.makes_claims() || sentence.tokens.is_empty() {
            speakers.end_block();
            first_of_last = claims.len();
            continue;
        }
        let quoted = speakers.enter(document, sentence);
        let item = items.enter(document, sentence);
        let wording = wording::lay_out(article, document, sentence, annotations, &names);
        let is_question = wording.as_ref().is_none_or(|wording| wording.is_question);
        wordings.extend(wording);
        if is_question {
            continue;
        }
        let clauses = Clauses::of(document, sentence);
        figures.extend(figure::figures(article, document, sentence, &clauses, annotations, &names));
        let of_sentence = property::properties(article, document, sentence, &clauses, annotations, &antecedents);
        let in_item = |property: Property| {
            let item = if property.is_entry { Vec::new() } else { item.to_vec() };
            Property { item, ..property }
        };
        properties.extend(of_sentence.into_iter().map(in_item));
        let sentence_claims = SentenceReader {
            article,
            document,
            annotations,
            names: &names,
            antecedents: &antecedents,
            sentence,
            clauses,
            quoted,
        };
        let times = sentence_claims.times_by_event();
        let mut found = sentence_claims.read(&mut speakers, &times);
        found.iter_mut().for_each(|drawn| drawn.claim.item = item.to_vec());
        anaphora::recall(found.iter_mut().map(|drawn| &mut drawn.claim), &claims);
        orders.extend(sentence_claims.orders(&found, &claims[first_of_last..], &times));
        first_of_last = claims.len();
        sentence_of.extend(std::iter::repeat_n(number, found.len()));
        claims.extend(found.into_iter().map(|drawn| drawn.claim));
    }
    anaphora::inherit(&mut claims, &sentence_of);
    toll::drop_headline_counts(&mut claims, document);
    let is_manual = property::is_manual(document, &claims);
    properties.retain(|property: &Property| property.is_laid_down || is_manual);
    property::drop_rivals(&mut properties, is_manual);
    let mut topics = topic::topics(document, &annotations.entities, &annotations.times.timexes);
    topics.is_manual = is_manual;
    topics.editions.clone_from(&annotations.editions);
    topics.title.clone_from(&annotations.title);
    let quotations = quotation::quotations(article, document, &annotations.entities, &names, annotations.times.anchor);
    Extract { claims, wordings, quotations, figures, orders, properties, topics }
}

/// What an article says.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    /// Its claims, in order of place.
    pub claims: Vec<Claim>,
    /// The sentences that may make claims, in order of place.
    pub wordings: Vec<Wording>,
    /// What it quotes, in order of place.
    pub quotations: Vec<Quotation>,
    /// Its amounts, in order of place.
    pub figures: Vec<Figure>,
    /// Which of its events it puts first, in order of place.
    pub orders: Vec<Order>,
    /// What it lays down of things, in order of place.
    pub properties: Vec<Property>,
    /// What it is about.
    pub topics: Topics,
}

/// Evidence longer than this many bytes points at nothing in particular.
const LONGEST_EVIDENCE: usize = 320;

/// A claim with the tokens of its sentence that name its event; none for a mere amount.
struct Drawn {
    claim: Claim,
    /// The predicate or noun of the event.
    head: Option<usize>,
    /// The predicate whose clause tells it, where it is not only mentioned there.
    predicate: Option<usize>,
}

/// What the reading of one sentence needs.
struct SentenceReader<'d> {
    article: usize,
    document: &'d Document<'d>,
    annotations: &'d Annotations,
    names: &'d [Arc<NamedEntity>],
    antecedents: &'d FxHashMap<usize, usize>,
    sentence: &'d Sentence,
    clauses: Clauses,
    quoted: Quoted,
}

/// An event before its claim is made.
struct Told {
    event: Event,
    /// The predicate whose clause tells it.
    predicate: usize,
    /// The event noun, where the event is not the predicate's own.
    noun: Option<usize>,
    /// Whether the noun is only mentioned: no verb carries it.
    is_mention: bool,
    cast: Cast,
    reading: Reading,
}

impl Told {
    /// The token that names the event.
    fn head(&self) -> usize {
        self.noun.unwrap_or(self.predicate)
    }
}

impl SentenceReader<'_> {
    fn read(&self, speakers: &mut Speakers, times: &FxHashMap<usize, Vec<&Timex>>) -> Vec<Drawn> {
        let mut told: Vec<Told> =
            self.clauses.predicates().filter_map(|predicate| self.of_predicate(predicate)).collect();
        told.extend(self.clauses.predicates().filter_map(|predicate| self.of_handing_over(predicate)));
        let carried: Vec<usize> = told.iter().filter_map(|told| told.noun).collect();
        told.extend(self.event_nouns().filter(|noun| !carried.contains(noun)).filter_map(|noun| self.of_noun(noun)));
        told.sort_by_key(|told| told.event.span);
        let mut claims = Vec::new();
        for told in told {
            let speaker = self.speaker(told.predicate, speakers);
            let is_untold = told.is_mention || told.event.is_speech;
            let is_dated = || !self.timexes_of(&told, times).is_empty() || self.passed_since(told.head()).is_some();
            if is_untold && !is_dated() && self.length_of(&told).is_none() {
                continue;
            }
            let (head, predicate) = (Some(told.head()), Some(told.predicate).filter(|_| !told.is_mention));
            let lasting = predicate.and_then(|predicate| self.told_length(predicate, times));
            let mut claim = self.claim(told, speaker, times);
            if let Some(length) = lasting {
                if claim.event.is_noun {
                    claim.duration = claim.duration.or(Some(length));
                } else {
                    claims.push(Drawn { claim: lasts(&claim, length), head: None, predicate: None });
                }
            }
            claims.extend((!is_untold || claim.time.is_some() || claim.duration.is_some()).then_some(Drawn {
                claim,
                head,
                predicate,
            }));
        }
        claims.extend(self.amounts(speakers).into_iter().map(|claim| Drawn { claim, head: None, predicate: None }));
        claims
    }

    fn arguments(&self) -> Arguments<'_> {
        Arguments {
            document: self.document,
            annotations: self.annotations,
            names: self.names,
            antecedents: self.antecedents,
        }
    }

    fn of_predicate(&self, predicate: usize) -> Option<Told> {
        if let Some(told) = self.of_undone(predicate).or_else(|| self.of_awaited(predicate)) {
            return Some(told);
        }
        let mut event = event::of_predicate(self.document, predicate)?;
        let noun = event::carried_noun(self.document, predicate);
        let mut cast = self.arguments().of_predicate(predicate, noun);
        converse::turn_round(self.document, predicate, &mut event, &mut cast);
        Some(Told { event, predicate, noun, is_mention: false, cast, reading: read(self.document, predicate) })
    }

    /// That what an event noun names was handed over as a thing: "submitted its proposals" proposes and hands over.
    fn of_handing_over(&self, predicate: usize) -> Option<Told> {
        let event = event::handing_over(self.document, predicate)?;
        let cast = self.arguments().of_predicate(predicate, None);
        let reading = read(self.document, predicate);
        Some(Told { event, predicate, noun: None, is_mention: false, cast, reading })
    }

    /// What the predicate says was not done: "the letter lay on a desk unsigned".
    fn of_undone(&self, predicate: usize) -> Option<Told> {
        let (event, token) = event::undone(self.document, predicate)?;
        let mut cast = self.arguments().of_predicate(predicate, None);
        cast.leave_undone(self.document.tokens[token].span);
        let Reading { modality, polarity } = read(self.document, predicate);
        let modality = if modality == Modality::Holds { Modality::Happened } else { modality };
        let polarity = if polarity == Polarity::Positive { Polarity::Negative } else { Polarity::Positive };
        Some(Told { event, predicate, noun: None, is_mention: false, cast, reading: Reading { modality, polarity } })
    }

    /// What the predicate says has not come yet: "Lima is still waiting for an answer from Quito", "the report is overdue".
    fn of_awaited(&self, predicate: usize) -> Option<Told> {
        let noun = event::awaited(self.document, predicate)?;
        let reading = read(self.document, predicate);
        let is_now = matches!(reading.modality, Modality::Holds | Modality::Happened);
        if !is_now || reading.polarity == Polarity::Negative {
            return None;
        }
        let mut cast = self.arguments().of_predicate(predicate, Some(noun));
        cast.let_doer_receive();
        let event = event::of_noun(self.document, noun, Phase::Whole);
        let reading = Reading { modality: Modality::Happened, polarity: Polarity::Negative };
        Some(Told { event, predicate, noun: Some(noun), is_mention: false, cast, reading })
    }

    /// The event nouns of the sentence: "a meeting" in "followed by a meeting in Brussels on January 12".
    fn event_nouns(&self) -> impl Iterator<Item = usize> {
        self.sentence.tokens.clone().filter(|&token| {
            self.document.tokens[token].pos == Pos::Noun
                && self.document.tokens[token].label != Label::Compound
                && self.annotations.timex_at(token).is_none()
                && event::concept_of(&event::noun_lemma(self.document, token)).is_some()
        })
    }

    /// An event that is only mentioned makes a claim where its own phrase or its clause dates it.
    fn of_noun(&self, noun: usize) -> Option<Told> {
        let predicate = self.clauses.predicate_of(noun)?;
        let event = event::of_noun(self.document, noun, Phase::Whole);
        let cast = self.arguments().of_noun(noun, Some(predicate));
        let Reading { modality, .. } = read(self.document, predicate);
        let modality = if modality == Modality::Cancelled { Modality::Possible } else { modality };
        let polarity = if event::is_left_out(self.document, noun) { Polarity::Negative } else { Polarity::Positive };
        Some(Told {
            event,
            predicate,
            noun: Some(noun),
            is_mention: event::carried_noun(self.document, predicate) != Some(noun),
            cast,
            reading: Reading { modality, polarity },
        })
    }

    /// Who says what the predicate tells; remembered for the sentences to come.
    fn speaker(&self, predicate: usize, speakers: &mut Speakers) -> Option<Speaker> {
        let speaker = speaker(self.document, &self.annotations.entities, self.names, predicate, &self.quoted);
        speaker.iter().for_each(|speaker| speakers.spoke(speaker));
        speaker
    }

    /// The expressions that date each event of the sentence, by the event noun or predicate.
    fn times_by_event(&self) -> FxHashMap<usize, Vec<&Timex>> {
        let mut times: FxHashMap<usize, Vec<&Timex>> = FxHashMap::default();
        for timex in self.timexes() {
            let is_event_noun = |token: usize| event::event_noun(self.document, token) == Some(token);
            if let Some(event) = when::dated(self.document, &self.clauses, timex, is_event_noun) {
                times.entry(event).or_default().push(timex);
            }
        }
        times
    }

    fn timexes(&self) -> impl Iterator<Item = &Timex> {
        self.annotations.timexes_in(self.sentence.tokens.clone())
    }

    fn claim(&self, told: Told, speaker: Option<Speaker>, times: &FxHashMap<usize, Vec<&Timex>>) -> Claim {
        let document = self.document;
        let is_quote = self.quoted.is_inside(told.event.span.start);
        let said = speaker.as_ref().and_then(|speaker| speaker.verb).and_then(|verb| self.day_of_speech(verb, times));
        let timexes = self.timexes_of(&told, times);
        // "will not start until November" says that it starts then.
        let is_begun = told.reading.polarity == Polarity::Negative
            && timexes.iter().any(|timex| when::begins_what_is_denied(document, timex));
        let polarity = if is_begun { Polarity::Positive } else { told.reading.polarity };
        let own: Vec<&Timex> = self.timexes().filter(|timex| self.is_of_clause(timex, &told)).collect();
        let about = self.timexes().find_map(|timex| when::about(document, &self.clauses, timex, told.predicate));
        let of_weeks = |timex: &&&Timex| timex.class == TimexClass::Set && timex.value.starts_with("XXXX-W");
        let recurs = own.iter().find(of_weeks).map(|timex| timex.value.clone());
        let is_rule = told.reading.modality == Modality::Holds;
        let duration = self
            .length_of(&told)
            .or_else(|| length::duration(document, told.predicate, &told.event.concept, &own))
            .or_else(|| length::delay(document, &own).filter(|_| is_rule));
        let lead = length::lead(document, &own).filter(|_| duration.is_none() && told.reading.modality.is_ahead());
        let is_range = duration.is_some();
        let clock = timexes.iter().find_map(|timex| clock::clock(document, timex)).filter(|_| !is_range);
        let customs = self.annotations.customs;
        let settle = |timex| when::settle(document, timex, said, is_quote, customs);
        let settled = timexes.into_iter().filter_map(settle);
        let settled = settled.map(|when| if is_begun { when::beginning(when) } else { when });
        let settled: Vec<When> = settled.collect();
        let modality = self.scheduled(&told, &settled);
        let (time, deadline) = time_and_deadline(modality, settled.into_iter());
        let due =
            || self.due_before(told.predicate, said, is_quote).filter(|_| modality.is_ahead() && !told.is_mention);
        let deadline = deadline.or_else(due);
        let allotted = allotted(document, told.predicate, self.timexes()).filter(|_| !told.is_mention);
        let (modality, deadline) = match allotted.as_ref().and_then(|allotted| self.run_out(allotted, times)) {
            Some(when) if deadline.is_none() => (Modality::Required, Some(when)),
            _ => (modality, deadline),
        };
        // What is to end on a day lasts until then.
        let is_ending = told.event.phase == Phase::End && modality.is_ahead() && deadline.is_none();
        let (time, deadline) = if is_ending { (None, time.map(when::ending)) } else { (time, deadline) };
        let passed = || self.passed_since(told.head())?.when(document, self.annotations.times.anchor?);
        let time = time.or_else(|| passed().filter(|_| deadline.is_none() && !modality.is_ahead()));
        let extent = self.extent(&told);
        let span = self.evidence(&told, extent.clone(), [&time, &deadline]);
        let versions = property::versions(document, self.annotations, extent.clone()).collect();
        let quantities = self.quantities(&told);
        let tally = tally::tally(document, self.annotations, extent.clone(), &told.event.concept);
        let nth = nth::nth(document, self.annotations, extent);
        let is_of_somebody = self.is_of_somebody(told.predicate);
        let denies_all = polarity == Polarity::Negative && negation::is_of_all(document, told.predicate);
        let is_revision = is_begun || modality::is_revision(document, told.predicate);
        let is_so_far = polarity == Polarity::Negative && negation::is_present_perfect(document, told.predicate);
        let joined = negation::joined(document, told.predicate, polarity);
        Claim {
            article: self.article,
            span,
            sentence: document.span(self.sentence.tokens.clone()),
            event: told.event,
            participants: told.cast.participants,
            places: told.cast.places,
            time,
            clock,
            about,
            recurs,
            deadline,
            duration,
            lead,
            quantities,
            tally,
            nth,
            versions,
            item: Vec::new(),
            polarity,
            denies_all,
            is_so_far,
            joined,
            is_revision,
            modality,
            attribution: speaker.map(|speaker| attribution(speaker, said, is_quote)),
            inherited: false,
            is_of_somebody,
            told: self.annotations.times.anchor,
        }
    }

    /// How long what the predicate begins lasts, where a verb joined to it tells its end: "began on Monday and ended on
    /// Thursday".
    fn told_length(&self, predicate: usize, times: &FxHashMap<usize, Vec<&Timex>>) -> Option<Length> {
        let begin = times.get(&predicate)?.first()?;
        let mut joined = self.document.children_by(predicate, &[Label::Conj]);
        joined.find_map(|end| length::from_begin_to_end(self.document, begin, end, times.get(&end)?.first()?))
    }

    /// How long the event lasts by an adjective of its noun: "a six-year sentence", "a three-day visit".
    fn length_of(&self, told: &Told) -> Option<Length> {
        self.timexes().find_map(|timex| length::of_noun(self.document, told.noun?, timex))
    }

    /// The years that the sentence says have passed since the event, where it names no other days.
    fn passed_since(&self, event: usize) -> Option<Passed> {
        let is_date = |timex: &Timex| timex.interval.is_some() && timex.anchor.is_none();
        let is_dated = self.timexes().any(|timex| is_date(timex) && timex.class != TimexClass::Duration);
        let since = || self.timexes().find_map(|timex| anniversary::since(self.document, timex, event));
        let tokens = self.sentence.tokens.clone();
        let mut ordinals = self.annotations.quantities_in(tokens).filter(|_| !is_dated);
        since()
            .filter(|_| !is_dated)
            .or_else(|| ordinals.find_map(|it| anniversary::anniversary(self.document, it, event)))
    }

    /// Until when the allotted time lasts.
    fn run_out(&self, allotted: &Allotted<'_>, times: &FxHashMap<usize, Vec<&Timex>>) -> Option<When> {
        let given = times.get(&allotted.verb).and_then(|timexes| timexes.iter().find_map(|timex| timex.interval));
        allotted.when(self.document, given, self.annotations.times.anchor?)
    }

    /// The day until when the event is due because another one that is dated comes then: "before pupils return on
    /// September 5", "in time for the start of school on September 5".
    fn due_before(&self, predicate: usize, said: Option<Interval>, is_quote: bool) -> Option<When> {
        self.timexes().filter(|timex| timex.bound.is_none()).find_map(|timex| {
            let is_before = when::precedes(self.document, timex, predicate)?;
            let when = when::settle(self.document, timex, said, is_quote, self.annotations.customs)?;
            let end = if is_before { when.interval.start } else { when.interval.end };
            let interval = Interval { start: None, end: Some(end?), ..when.interval };
            Some(When { interval, bound: Some(if is_before { Bound::Before } else { Bound::By }), ..when })
        })
    }

    /// How real the event is: what the present tense dates after the telling is planned, "support ends on June 30".
    fn scheduled(&self, event: &Told, settled: &[When]) -> Modality {
        let reading = &event.reading;
        let lemma = &self.document.tokens[event.predicate].lemma;
        let is_change = !matches!(lemma.as_str(), "be" | "have");
        let told = self.annotations.times.anchor.map(|anchor| anchor.day);
        let is_later = |when: &When| {
            let start = when.interval.start.or(when.interval.last());
            !when.is_presumed() && told.zip(start).is_some_and(|(told, start)| start > told)
        };
        match reading.modality {
            Modality::Holds if settled.iter().any(is_later) => Modality::Planned,
            // What begins or ends on a day that is over has happened: "enters maintenance mode on August 28, 2023".
            Modality::Holds if is_change && settled.iter().any(|when| is_day_over(when, told)) => Modality::Happened,
            modality => modality,
        }
    }

    /// Whether the subject is a personal pronoun that stands for nobody whom the article names.
    fn is_of_somebody(&self, predicate: usize) -> bool {
        let subject = clause::subject(self.document, predicate);
        subject.is_some_and(|subject| {
            self.document.tokens[subject].tag == Tag::Prp
                && self.annotations.entities.at(subject).is_none()
                && !self.antecedents.contains_key(&subject)
        })
    }

    /// The clause of a predicate, or the phrase of a mentioned event noun.
    fn extent(&self, told: &Told) -> std::ops::Range<usize> {
        match told.noun.filter(|_| told.is_mention) {
            Some(noun) => phrase(self.document, noun),
            None => self.clauses.extent(self.document, told.predicate),
        }
    }

    /// The words that a reader has to see: the clause with the event's noun or subject and its date, unless these lie
    /// so far apart that only the clause, or only event and date, can be shown.
    fn evidence(&self, told: &Told, extent: std::ops::Range<usize>, whens: [&Option<When>; 2]) -> Span {
        let document = self.document;
        let clause = document.span(extent);
        let dates = |span: Span| whens.into_iter().flatten().fold(span, |span, when| span.to(when.span));
        let subject = clause::subject(document, told.predicate).filter(|_| told.noun.is_none());
        let owner = told.noun.or(subject).map(|head| document.span(phrase(document, head)));
        let candidates = [dates(owner.map_or(clause, |owner| clause.to(owner))), dates(clause), dates(told.event.span)];
        candidates.into_iter().find(|span| span.len() <= LONGEST_EVIDENCE).unwrap_or(told.event.span)
    }

    /// The day on which the verb of speech, or a participle that hangs from it ("Speaking on Monday, he said"), is
    /// dated.
    fn day_of_speech(&self, verb: usize, times: &FxHashMap<usize, Vec<&Timex>>) -> Option<Interval> {
        let participles = self.document.children_by(verb, &[Label::Advcl]);
        let nouns = self.event_nouns().filter(|&noun| self.clauses.predicate_of(noun) == Some(verb));
        [verb].into_iter().chain(participles).chain(nouns).find_map(|event| times.get(&event)?.first()?.interval)
    }

    /// Whether the expression stands in the clause that tells the event.
    fn is_of_clause(&self, timex: &Timex, told: &Told) -> bool {
        self.clauses.predicate_of(timex.tokens.start) == Some(told.predicate)
    }

    /// The expressions that date the event: its noun's own, or those of its clause.
    fn timexes_of<'t>(&self, told: &Told, times: &FxHashMap<usize, Vec<&'t Timex>>) -> Vec<&'t Timex> {
        let own = told.noun.and_then(|noun| times.get(&noun));
        // "A three-day visit" says how long it lasts, not when it is.
        let is_date = |timex: &&Timex| timex.class != TimexClass::Duration || timex.interval.is_some();
        let is_dated = own.is_some_and(|own| own.iter().any(is_date));
        // A mentioned event shares the date of a clause that it is the place or the occasion of.
        let of_clause = times
            .get(&told.predicate)
            .or_else(|| times.get(&self.first_of_joined(told)?))
            .or_else(|| times.get(&self.phase_of(told)?))
            .filter(|_| !is_dated && self.shares_date(told));
        own.into_iter().chain(of_clause).flatten().copied().collect()
    }

    /// The first of verbs that are joined and share subject and tense: what dates it dates the others.
    ///
    /// "opened fire on June 12 and killed three": the killing is of June 12.
    fn first_of_joined(&self, told: &Told) -> Option<usize> {
        let document = self.document;
        let token = &document.tokens[told.predicate];
        let has_own_subject = document.children_by(told.predicate, &[Label::Nsubj, Label::Nsubjpass]).next().is_some();
        (token.label == Label::Conj && document.tokens[token.head].tag == token.tag && !has_own_subject)
            .then_some(token.head)
    }

    /// The verb that only says that the event begins, goes on or ends, or until when it is due: "in September trains will
    /// begin to run", "has until May to pay".
    fn phase_of(&self, told: &Told) -> Option<usize> {
        let token = &self.document.tokens[told.predicate];
        let is_phase = || cues(self.document, token.head).has_any(&[Cue::Begin, Cue::Continue, Cue::End]);
        // "Will go on shipping until June"
        let above = self.document.tokens[token.head].head;
        let goes_on = || token.label == Label::Pcomp && cues(self.document, above).has(Cue::Continue);
        (token.label == Label::Xcomp && is_phase())
            .then_some(token.head)
            .or_else(|| goes_on().then_some(above))
            .or_else(|| modality::due_by_having(self.document, told.predicate))
    }

    /// Whether what dates the clause dates the event noun too: it is carried by the predicate, or it is where or at
    /// what the predicate happens ("presented the plan at a meeting", "followed by a meeting").
    fn shares_date(&self, told: &Told) -> bool {
        let Some(noun) = told.noun.filter(|_| told.is_mention) else { return true };
        let token = &self.document.tokens[noun];
        let preposition = self.document.lower(token.head);
        token.label == Label::Pobj
            && self.document.tokens[token.head].head == told.predicate
            && matches!(preposition.as_str(), "at" | "during" | "by" | "in" | "without")
    }

    fn quantities(&self, told: &Told) -> Vec<Counted> {
        let token = &self.document.tokens[told.predicate];
        // "2,100 workers are to lose their jobs": the subject belongs to the verb above.
        let is_governing = token.label == Label::Xcomp && event::governs(self.document, token.head);
        let above = Some(token.head).filter(|_| is_governing);
        let is_own =
            |predicate: Option<usize>| predicate == Some(told.predicate) || above.is_some() && predicate == above;
        self.annotations
            .quantities_in(self.sentence.tokens.clone())
            .filter(|quantity| is_own(self.clauses.predicate_of(quantity.tokens.start)))
            .filter_map(|quantity| {
                measure::counted(self.document, quantity, (told.predicate, &told.event.concept), &told.cast)
            })
            .collect()
    }
}

/// Whether the expression names one day, and that day was over when it was told.
fn is_day_over(when: &When, told: Option<Date>) -> bool {
    let day = when.interval.start.filter(|_| when.granularity == Granularity::Day && when.anchor.is_none());
    day.is_some() && when.bound.is_none() && day < told
}

/// The claim that what the other one tells of the beginning of lasts so long: who became chair was chair for so long.
fn lasts(begun: &Claim, length: Length) -> Claim {
    let became = begun.participants.iter().find(|one| one.role == Role::Attribute && begun.event.lemma == "become");
    let (lemma, concept) = match became {
        Some(attribute) => (format!("be {}", attribute.head), event::COPULA),
        None => ("last".to_owned(), "last"),
    };
    let event = Event { lemma, concept: concept.into(), known: false, phase: Phase::Whole, ..begun.event.clone() };
    Claim { event, time: None, clock: None, duration: Some(length), ..begun.clone() }
}

/// Sorts the times of an event into when it is and until when it is due; of several that overlap the finest.
fn time_and_deadline(modality: Modality, settled: impl Iterator<Item = When>) -> (Option<When>, Option<When>) {
    let (mut time, mut deadline) = (None::<When>, None::<When>);
    let is_undertaken = matches!(modality, Modality::Promised | Modality::Required);
    for when in settled {
        let ends = is_undertaken || modality.is_ahead() && when::is_deadline(when.bound);
        let slot = if ends { &mut deadline } else { &mut time };
        *slot = Some(match slot.take() {
            Some(other) if other.interval.overlaps(&when.interval) => when::finer(other, when),
            Some(other) => other,
            None => when,
        });
    }
    (time, deadline)
}
