//! What a text lays down of a thing, as manuals, price lists and notices do: in what state it is ("the region field is
//! required"), in which version it changed ("removed in 5.0"), what figure it has ("the default timeout is 30 seconds").

mod allowance;
mod change;
mod code;
mod edition;
mod entry;
mod figure;
mod leave;
mod list;
mod need;
mod presence;
mod version;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::claim::clause::{Clauses, is_passive, subject};
use crate::claim::modality::{Reading, is_revision, read};
use crate::claim::{Annotations, Modality, Polarity, length, topic};
use crate::language::{Document, Label, Pos, Sentence, Tag};
use crate::quantity::{Quantity, Unit};
use crate::span::Span;
use crate::table;
use crate::time::{Anchor, Timex};

pub(super) use code::codes;
use code::is_code;
pub(super) use edition::{editions, title_words};
pub(super) use entry::drop_rivals;
pub(super) use figure::is_manual;
use figure::limited;
pub use leave::ANY;
use version::is_number;
pub(super) use version::versions;
pub use version::{REQUIRED, is_version};

/// Something that a text says of a thing for as long as it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// The number of the article.
    pub article: usize,
    /// The clause that says so.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// The lemma of the noun that names the thing: "field".
    pub head: String,
    /// The lemmas of its noun phrase, what follows the noun left out, sorted: "field", "region".
    pub thing: Vec<String>,
    /// The lemmas and names of what the thing is said to be of or in, sorted: "permit" in "the field of the permit".
    pub context: Vec<String>,
    /// The lemmas of the other words of content of the sentence, sorted.
    pub scope: Vec<String>,
    /// The words that tell apart what its other nouns name: "free" of "plan" in "on the Free plan"; sorted by noun.
    pub qualified: Vec<(String, Vec<String>)>,
    /// The words that say for whom or where it holds, sorted: "student" in "costs 9 euros for students".
    pub limits: Vec<String>,
    /// The words of the clauses that say when it holds, sorted.
    pub conditions: Vec<String>,
    /// The words of names in the clause, in lower case, sorted.
    pub names: Vec<String>,
    /// The words of names in the rest of the sentence, in lower case, sorted.
    pub names_beside: Vec<String>,
    /// The versions that the clause names, sorted: "4.8".
    pub versions: Vec<String>,
    /// The label of the list item that it stands in; none for an entry, which is what the label names.
    pub item: Vec<String>,
    /// What is said of the thing.
    pub value: PropertyValue,
    /// The figure that it replaces: 2 GB in "raised from 2 GB to 8 GB".
    pub before: Option<PropertyValue>,
    /// Whether the words are those of manuals, so that it is laid down whatever the text: "is required", "defaults to".
    pub is_laid_down: bool,
    /// Whether it is an entry of a list, which names the thing by a label: "Weight: 9.5 kilograms".
    pub is_entry: bool,
    /// Whether it says of itself that it replaces what held before.
    pub is_revision: bool,
    /// The day of telling: the article's anchor.
    pub told: Option<Anchor>,
}

/// What is said of a thing.
#[derive(Clone, Debug, PartialEq)]
pub enum PropertyValue {
    /// One of several states that exclude each other.
    State(State),
    /// The version in which it was added, deprecated or removed.
    Version {
        /// What changed: "removed".
        what: &'static str,
        /// The version's number.
        number: String,
    },
    /// A figure of one unit.
    Amount {
        /// The least that is allowed by the words.
        low: Option<f64>,
        /// The greatest.
        high: Option<f64>,
        /// How it is written, so that rounding can be told: 0.3048 for 26 feet.
        step: f64,
        /// The unit: "second", "EUR".
        unit: String,
        /// The words: "30 seconds".
        words: String,
    },
}

/// A state of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Which states it excludes: those of other ranks on the axis.
    pub axis: &'static str,
    /// Its rank on the axis.
    pub rank: u8,
    /// Whether it is said not to be in it.
    pub is_denied: bool,
    /// Its words: "generally available".
    pub words: String,
}

/// The axis of what has to be given and what may be left out.
const NEED: &str = "need";

/// The axis that a thing goes along in one direction.
pub const STAGES: &str = "stage";

/// The properties that the clauses of a sentence lay down, in order of place.
///
/// "The region field is required." gives one: of the thing field, region; need, 1.
pub(super) fn properties(
    article: usize,
    document: &Document<'_>,
    sentence: &Sentence,
    clauses: &Clauses,
    annotations: &Annotations,
    antecedents: &FxHashMap<usize, usize>,
) -> Vec<Property> {
    let reader = Reader { article, document, sentence, clauses, annotations, antecedents };
    let entry = reader.entry();
    let is_entry = !entry.is_empty();
    let told = clauses.predicates().filter(|_| !is_entry).flat_map(|predicate| reader.of_predicate(predicate));
    entry.into_iter().chain(told).collect()
}

struct Reader<'d> {
    article: usize,
    document: &'d Document<'d>,
    sentence: &'d Sentence,
    clauses: &'d Clauses,
    annotations: &'d Annotations,
    /// What the pronouns of the article stand for.
    antecedents: &'d FxHashMap<usize, usize>,
}

impl Reader<'_> {
    fn of_predicate(&self, predicate: usize) -> Vec<Property> {
        let reading = read(self.document, predicate);
        if self.may_change(predicate, &reading) {
            return Vec::new();
        }
        let found = match self.laid_down(predicate, &reading) {
            Some(property) => self.of_each_listed(property),
            None => self.allowances(predicate, &reading),
        };
        let found = if found.is_empty() { self.figures(predicate, &reading) } else { found };
        found.into_iter().chain(self.leave(predicate, &reading)).collect()
    }

    fn laid_down(&self, predicate: usize, reading: &Reading) -> Option<Property> {
        // What was dropped is called off as events go, and removed as things do.
        let is_said = reading.modality.is_real() || reading.modality == Modality::Cancelled;
        let is_rule = reading.modality == Modality::Holds && reading.polarity == Polarity::Positive;
        // "Will be removed in 4.0" says as much as "was removed in 4.0".
        let is_planned = reading.modality.is_ahead() && reading.polarity == Polarity::Positive;
        if let Some(property) = self.change(predicate, reading) {
            return Some(property);
        }
        // "Must be filled in" says that it is required, whether or not it will be done.
        if let Some((value, thing)) = self.need(predicate, reading) {
            return Some(self.property(predicate, thing, value));
        }
        let (value, thing) = self
            .version(predicate, reading)
            .or_else(|| is_rule.then(|| self.limit(predicate)).flatten())
            .or_else(|| self.state(predicate, reading))
            .or_else(|| self.presence(predicate, reading))
            .or_else(|| self.amount(predicate, reading))
            .or_else(|| self.priced_at(predicate).filter(|_| is_rule))?;
        let is_version = matches!(value, PropertyValue::Version { .. });
        let is_said = is_said || is_planned && is_version;
        let thing = self.antecedents.get(&thing).copied().unwrap_or(thing);
        let thing = Some(thing).filter(|&thing| is_said && self.document.tokens[thing].pos != Pos::Pron)?;
        Some(self.property(predicate, thing, value))
    }

    fn property(&self, predicate: usize, thing: usize, value: PropertyValue) -> Property {
        let document = self.document;
        let thing = if matches!(value, PropertyValue::Amount { .. }) { self.bearer(thing) } else { thing };
        let own = self.own_words(thing);
        let is_other = |token: &usize| !own.contains(token);
        let others = || self.sentence.tokens.clone().filter(is_other);
        let lemma = |token: usize| topic::lemma(document, token);
        let is_dated = |token: usize| self.annotations.timex_at(token).is_some();
        // "Fahrenheit" is of the amount.
        let is_unit = |token: usize| self.annotations.quantity_at(token).is_some();
        let is_name = |token: &usize| topic::is_name(document, *token) && !is_dated(*token) && !is_unit(*token);
        let is_of_clause = |token: &usize| self.clauses.predicate_of(*token) == Some(predicate);
        let is_word = |token: &usize| matches!(document.tokens[*token].pos, Pos::Noun | Pos::Adj | Pos::Verb);
        let names = |inside: bool| {
            let words = others().filter(|token| is_of_clause(token) == inside).filter(is_name).map(lemma);
            sorted(words.filter(|word| !is_version(word)))
        };
        // "A project may have up to 100 members": the members are those of a project.
        let holder = subject(document, predicate).filter(|&holder| holder != thing);
        let holder = holder.filter(|_| matches!(value, PropertyValue::Amount { .. }));
        let of_holder = holder.map(|holder| self.own_words(holder)).unwrap_or_default();
        let (head, words) = self.named(thing, &own);
        Property {
            article: self.article,
            span: document.span(self.clauses.extent(document, predicate)).to(document.tokens[thing].span),
            sentence: document.span(self.sentence.tokens.clone()),
            head,
            thing: words,
            context: sorted(
                self.belonging(thing).filter(|&token| is_word(&token) || is_name(&token)).chain(of_holder).map(lemma),
            ),
            scope: sorted(others().filter(is_word).map(lemma)),
            limits: sorted(self.limits(predicate, thing).into_iter().chain(self.needing(predicate, &value)).map(lemma)),
            // A name with its version may stand before the clause: "To upgrade to Tarn 3, you need Python 3.11".
            qualified: self.qualified(
                others().filter(|token| is_of_clause(token) || is_name(token)).chain(self.named_by(thing)),
                &value,
            ),
            conditions: sorted(
                self.conditions(predicate)
                    .filter(|token| is_word(token) || is_name(token) || document.tokens[*token].pos == Pos::Adv)
                    .map(lemma),
            ),
            names: names(true),
            names_beside: names(false),
            item: Vec::new(),
            versions: sorted(
                self.sentence.tokens.clone().filter(is_of_clause).flat_map(|at| self.versions(at..at + 1)),
            ),
            value,
            before: None,
            is_laid_down: true,
            is_entry: false,
            is_revision: is_revision(document, predicate),
            told: self.annotations.times.anchor,
        }
    }

    /// What has the figure: "vault" for "limit" in "the limit on the size of a vault", "file" for "size" in "file size".
    fn bearer(&self, thing: usize) -> usize {
        let document = self.document;
        let is_bare = |noun: usize| is_bare_measure(&document.tokens[noun].lemma.to_lowercase());
        let is_noun = |&noun: &usize| document.tokens[noun].pos == Pos::Noun;
        let mut bearer = thing;
        for _ in 0..3 {
            let of = document.children_by(bearer, &[Label::Prep]);
            let of = of.filter(|&prep| matches!(document.lower(prep).as_str(), "of" | "on"));
            let object = of.filter_map(|of| document.child(of, Label::Pobj)).find(is_noun);
            let compound = || document.children_by(bearer, &[Label::Compound]).rfind(is_noun);
            match object.or_else(compound).filter(|_| is_bare(bearer)) {
                Some(next) => bearer = next,
                None => break,
            }
        }
        bearer
    }

    /// The word that names the thing, and all words that do, sorted: the name of an option alone.
    fn named(&self, thing: usize, own: &[usize]) -> (String, Vec<String>) {
        let lemma = |token: usize| topic::lemma(self.document, token);
        match self.coded(own) {
            Some((code, rest)) => (code.clone(), sorted(rest.into_iter().map(lemma).chain([code]))),
            None => (lemma(thing), sorted(own.iter().map(|&token| lemma(token)))),
        }
    }

    /// The thing where a name tells it from others of its sort: "version" in "the Pro version".
    fn named_by(&self, thing: usize) -> Option<usize> {
        let mut before = self.document.children_by(thing, &[Label::Compound, Label::Nmod]);
        before.any(|word| self.document.tokens[word].pos == Pos::Propn).then_some(thing)
    }

    /// The clauses that say when it holds: "when you order by phone", "if no port is given".
    fn conditions(&self, predicate: usize) -> impl Iterator<Item = usize> {
        let document = self.document;
        let is_condition = |&clause: &usize| {
            let mut links = document.children_by(clause, &[Label::Mark, Label::Advmod]);
            links.any(|link| matches!(document.lower(link).as_str(), "when" | "if" | "unless" | "while"))
        };
        let clauses = document.children_by(predicate, &[Label::Advcl]).filter(is_condition);
        clauses.flat_map(|clause| document.subtree(clause))
    }

    /// The noun and what stands before it and belongs to it: "default timeout" in "the client's default timeout".
    fn own_words(&self, thing: usize) -> Vec<usize> {
        let document = self.document;
        // "Python 3.9 or newer", and the most that a thing may have is a figure of the thing.
        let is_bounding = |token: usize| {
            document.tokens[token].tag == Tag::Jjr || matches!(document.lower(token).as_str(), "maximum" | "max")
        };
        let is_amount = |token: usize| self.annotations.quantity_at(token).is_some();
        let is_own = |&token: &usize| document.tokens[token].pos != Pos::Propn;
        let before = document.children_by(thing, &[Label::Compound, Label::Amod, Label::Nmod, Label::Nummod]);
        let before = before.filter(is_own);
        let is_word = |token: &usize| {
            matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Verb)
                && !is_number(&document.lower(*token))
                && !is_amount(*token)
                && !is_bounding(*token)
        };
        let mut own: Vec<usize> = before.flat_map(|word| document.subtree(word)).filter(is_word).collect();
        // The parser may hang the name of an option from the verb: "the option --fast no longer exists".
        let beside = thing + 1..(thing + 2).min(document.tokens.len());
        let is_coded = |&token: &usize| is_code(&document.lower(token)) || self.quoted(token).is_some();
        let quoted = || thing + 2..(thing + 3).min(document.tokens.len());
        let quoted = quoted().filter(|&token| self.quoted(token).is_some());
        let codes = document.children(thing).chain(beside).chain(quoted).filter(is_coded);
        own.extend(codes);
        own.push(thing);
        own
    }

    /// The nouns and names that phrases of the clause or of the thing limit it to: "on the mobile app", "for students".
    fn limits(&self, predicate: usize, thing: usize) -> Vec<usize> {
        let document = self.document;
        let is_limiting =
            |prep: &usize| matches!(document.lower(*prep).as_str(), "for" | "on" | "in" | "with" | "at" | "under");
        let is_value = |token: usize| {
            let tokens = self.sentence.tokens.clone();
            self.annotations.quantities_in(tokens).any(|quantity| whole(quantity).contains(&token))
                || self.annotations.timex_at(token).is_some()
                || is_number(&document.lower((token + 1).min(document.tokens.len() - 1)))
        };
        let is_word = |token: &usize| {
            matches!(document.tokens[*token].pos, Pos::Noun | Pos::Propn | Pos::Adj)
                && *token != thing
                && !is_value(*token)
        };
        let governors =
            [predicate, thing].into_iter().chain(document.children_by(predicate, &[Label::Dobj, Label::Attr]));
        let phrases = governors.flat_map(|governor| document.children_by(governor, &[Label::Prep])).filter(is_limiting);
        let objects = phrases.filter_map(|prep| document.child(prep, Label::Pobj)).filter(|&object| !is_value(object));
        let limiting = objects.flat_map(|object| document.subtree(object));
        limiting.chain(self.leading_phrase(predicate)).filter(is_word).collect()
    }

    /// The words of the phrase that the sentence begins with: "For the map plugin you need Java 21".
    fn leading_phrase(&self, predicate: usize) -> Range<usize> {
        let first = self.sentence.tokens.start;
        let end = self.clauses.extent(self.document, predicate).start;
        if self.document.lower(first) == "for" && first < end { first..end } else { first..first }
    }

    /// The noun of what needs the version, where it is a thing of its own: "plugin" in "the plugin requires Python 3.11".
    fn needing(&self, predicate: usize, value: &PropertyValue) -> Option<usize> {
        let is_needed = matches!(value, PropertyValue::Version { what, .. } if *what == REQUIRED);
        let holder = subject(self.document, predicate).filter(|_| is_needed)?;
        let token = &self.document.tokens[holder];
        let is_general = table::has(include_str!("../data/general_things.tsv"), &token.lemma.to_lowercase());
        (token.pos == Pos::Noun && !topic::is_name(self.document, holder) && !is_general).then_some(holder)
    }

    /// The nouns among the tokens with the words before them that tell them from others of their sort.
    fn qualified(&self, tokens: impl Iterator<Item = usize>, value: &PropertyValue) -> Vec<(String, Vec<String>)> {
        let document = self.document;
        let lemma = |token: usize| topic::lemma(document, token);
        let nouns = tokens.filter(|&token| matches!(document.tokens[token].pos, Pos::Noun | Pos::Propn));
        let with_words = nouns.map(|noun| {
            let before = document.children_by(noun, &[Label::Compound, Label::Amod, Label::Nmod]);
            let before = before.filter(|_| document.tokens[noun].pos == Pos::Noun).map(lemma);
            // "Tarn 2"
            let is_name = document.word(noun).starts_with(char::is_uppercase);
            let number = Some(noun + 1).filter(|&next| is_name && self.sentence.tokens.contains(&next));
            let is_value = |word: &str| matches!(value, PropertyValue::Version { number, .. } if number == word);
            let number = number.map(|next| document.lower(next)).filter(|word| is_number(word) && !is_value(word));
            (lemma(noun), sorted(before.chain(number)))
        });
        let mut qualified: Vec<_> = with_words.filter(|(_, words)| !words.is_empty()).collect();
        qualified.sort_unstable();
        qualified
    }

    /// What the thing belongs to: "the Aldo thermostat" in "the mode of the Aldo thermostat", "the client" in "the
    /// client's timeout".
    fn belonging(&self, thing: usize) -> impl Iterator<Item = usize> {
        let parts = self.document.children_by(thing, &[Label::Prep, Label::Poss]);
        parts.flat_map(|part| self.document.subtree(part)).filter(move |&token| token != thing)
    }

    /// The state that the predicate or its complement names, and the thing that is in it.
    fn state(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let passive = is_passive(document, predicate);
        let is_copula = matches!(document.tokens[predicate].lemma.as_str(), "be" | "remain" | "stay" | "become");
        let end = self.clauses.extent(document, predicate).end;
        // What was required then says nothing of now.
        let holds = reading.modality == Modality::Holds;
        let complements = (predicate + 1..end).filter(|&token| {
            let head = document.tokens[token].head;
            is_copula
                && holds
                && self.clauses.predicate_of(token) == Some(predicate)
                && (head == predicate || document.tokens[head].head == predicate)
        });
        let is_perfect = passive && self.is_perfect(predicate);
        let own = Some(predicate).filter(|_| passive && (holds || is_perfect));
        let phrases = own.into_iter().chain(complements).flat_map(|start| self.phrases(start, end));
        // "Is switched on for all accounts by default"
        let is_default = || self.clauses.extent(document, predicate).any(|at| document.lower(at) == "default");
        let by_default = |words: &str| state_of(&format!("{words} by default")).filter(|_| is_default());
        let named = phrases.filter_map(|words| Some((state_of(&words).or_else(|| by_default(&words))?, words)));
        let by_verb = || {
            let active = !passive && !is_copula;
            let phrases = self.phrases(predicate, end).filter(move |_| active);
            phrases.filter_map(|words| {
                let rest = words.strip_prefix(&document.lower(predicate))?.to_owned();
                let row = format!("to {}{rest}", document.tokens[predicate].lemma.to_lowercase());
                Some((state_of(&row)?, words))
            })
        };
        let (row, words) = named.max_by_key(|(_, words)| words.len()).or_else(|| by_verb().next())?;
        // What has been required may be so no more; what has been removed is gone.
        if !holds && is_perfect && row.axis != STAGES {
            return None;
        }
        let holder = if row.is_of_object { document.child(predicate, Label::Dobj) } else { self.subject(predicate) };
        let is_denied = reading.polarity == Polarity::Negative && !words.starts_with("no longer ");
        Some((PropertyValue::State(State { axis: row.axis, rank: row.rank, is_denied, words }), holder?))
    }

    /// The subject, or the noun before the verb that the parser took into the phrase before it: "On the thermostat night
    /// mode is off".
    fn subject(&self, predicate: usize) -> Option<usize> {
        let before = || predicate.checked_sub(1).filter(|&noun| self.document.tokens[noun].pos == Pos::Noun);
        subject(self.document, predicate).or_else(before)
    }

    /// The words from the token on, the longest phrase first.
    fn phrases(&self, start: usize, end: usize) -> impl Iterator<Item = String> {
        let last = end.min(start + LONGEST_STATE);
        (start + 1..=last).rev().map(move |end| self.document.span(start..end).of(self.document.text).to_lowercase())
    }

    /// The price at which something is told to be had: "at 59 crowns a month, Orla is cheaper".
    fn priced_at(&self, predicate: usize) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let is_price = |quantity: &&Quantity| {
            let top = document.top(quantity.tokens.clone());
            let is_led = top.is_some_and(|top| document.lower(document.tokens[top].head) == "at");
            matches!(quantity.unit, Unit::Money(_) | Unit::Count(_))
                && is_led
                && self.clauses.predicate_of(quantity.tokens.start) == Some(predicate)
                && self.rates(quantity).next().is_some()
        };
        let quantity = self.annotations.quantities_in(self.sentence.tokens.clone()).find(is_price)?;
        // "The newcomer is Orla"
        let named = document.child(predicate, Label::Attr).filter(|&name| document.tokens[name].pos == Pos::Propn);
        let thing = named.or_else(|| subject(document, predicate))?;
        Some((per(amount_of(quantity)?, self.rates(quantity)), thing))
    }

    /// The figure of a thing that has one by nature: "the default timeout is 30 seconds", "the port defaults to 8080".
    fn amount(&self, predicate: usize, reading: &Reading) -> Option<(PropertyValue, usize)> {
        let document = self.document;
        let is_given = match document.tokens[predicate].lemma.as_str() {
            "be" | "default" | "cost" => reading.polarity == Polarity::Positive,
            "charge" => reading.polarity == Polarity::Positive && self.is_charged_for(predicate).is_some(),
            _ => false,
        };
        // "Charges 15 euros for the plan": the plan has the price.
        let thing = self.is_charged_for(predicate).or_else(|| subject(document, predicate)).filter(|_| is_given)?;
        let is_specified = |token: &usize| {
            let lemma = document.tokens[*token].lemma.to_lowercase();
            table::has(include_str!("../data/specified.tsv"), &lemma)
        };
        let is_of_figure = self.own_words(thing).iter().any(is_specified);
        let is_value = |tokens: &Range<usize>| {
            let Some(top) = document.top(tokens.clone()) else { return false };
            let above = document.tokens[top].head;
            above == predicate && top > predicate
                || document.tokens[above].head == predicate && document.lower(above) == "to"
        };
        let own = || self.sentence.tokens.clone();
        let mut quantities = self.annotations.quantities_in(own()).filter(|quantity| is_value(&whole(quantity)));
        let lasting = || self.annotations.timexes_in(own()).filter(|timex| is_value(&timex.tokens));
        let amount = |quantity: &Quantity| {
            // Whatever costs money has a price.
            let is_price = matches!(quantity.unit, Unit::Money(_));
            let value = amount_of(quantity).filter(|_| is_price || is_of_figure)?;
            Some(if is_price {
                (per(value, self.rates(quantity).chain(self.rate_of(thing))), self.priced(thing).unwrap_or(thing))
            } else {
                (per(value, self.rate_of(thing)), thing)
            })
        };
        let duration = |timex: &Timex| Some((self.lasting(timex, "second")?, thing));
        quantities.find_map(amount).or_else(|| lasting().filter(|_| is_of_figure).find_map(duration))
    }

    /// What somebody charges for: "the plan" in "charges 15 euros for the plan".
    fn is_charged_for(&self, predicate: usize) -> Option<usize> {
        let document = self.document;
        let is_charging = document.tokens[predicate].lemma == "charge";
        let holders = std::iter::once(predicate).chain(document.child(predicate, Label::Dobj));
        let mut links = holders.flat_map(|holder| document.children_by(holder, &[Label::Prep, Label::Dative]));
        let link = links.find(|&link| is_charging && document.lower(link) == "for")?;
        document.child(link, Label::Pobj).filter(|&thing| document.tokens[thing].pos != Pos::Pron)
    }

    /// A length of time as a figure of the unit, in seconds.
    fn lasting(&self, timex: &Timex, unit: &str) -> Option<PropertyValue> {
        let (part, start) = self.part_of(timex.tokens.start);
        let seconds = Some(length::of_value(&timex.value)? * 3600.0 * part);
        let words = self.document.span(start..timex.tokens.end).of(self.document.text).to_owned();
        Some(PropertyValue::Amount { low: seconds, high: seconds, step: 1.0, unit: unit.to_owned(), words })
    }

    /// The part of the time that begins at the token, and where its words begin: "half" in "half an hour".
    fn part_of(&self, start: usize) -> (f64, usize) {
        let word = |count: usize| start.checked_sub(count).map(|at| self.document.lower(at)).unwrap_or_default();
        match (word(2).as_str(), word(1).as_str()) {
            (_, "half") => (0.5, start - 1),
            ("quarter", "of") => (0.25, start - 2),
            ("third", "of") => (1.0 / 3.0, start - 2),
            _ => (1.0, start),
        }
    }

    /// What a price is the price of: "membership" in "the membership fee", "the fee for membership".
    fn priced(&self, price: usize) -> Option<usize> {
        let document = self.document;
        let is_price = table::has(include_str!("../data/prices.tsv"), &document.tokens[price].lemma.to_lowercase());
        let of = document.children_by(price, &[Label::Prep]);
        let mut of = of.filter(|&prep| matches!(document.lower(prep).as_str(), "of" | "for"));
        let object = || of.find_map(|prep| document.child(prep, Label::Pobj));
        let compound = || document.children_by(price, &[Label::Compound]).last();
        is_price.then(|| compound().or_else(object)).flatten()
    }

    /// The time that an adjective of the thing counts its amount per: "year" for "the annual fee".
    fn rate_of(&self, thing: usize) -> Option<String> {
        let mut adjectives = self.document.children_by(thing, &[Label::Amod]);
        adjectives.find_map(|adjective| {
            table::value_of(include_str!("../data/rate_adjectives.tsv"), &self.document.lower(adjective))
                .map(str::to_owned)
        })
    }
}

/// Whether the noun, by its lemma, names a figure and not what has it: "limit", "size".
fn is_bare_measure(lemma: &str) -> bool {
    table::has(include_str!("../data/bare_measures.tsv"), lemma)
}

/// A state is named in so many words at most.
const LONGEST_STATE: usize = 4;

/// A row of the table of states.
struct Row {
    axis: &'static str,
    rank: u8,
    is_of_object: bool,
}

fn state_of(words: &str) -> Option<Row> {
    let mut columns = table::value_of(include_str!("../data/states.tsv"), words)?.split(' ');
    let (axis, rank) = (columns.next()?, columns.next()?.parse().ok()?);
    Some(Row { axis, rank, is_of_object: columns.next() == Some("object") })
}

/// The tokens of the amount with what it counts.
fn whole(quantity: &Quantity) -> Range<usize> {
    let end = quantity.counted.map_or(quantity.tokens.end, |counted| quantity.tokens.end.max(counted + 1));
    quantity.tokens.start..end
}

fn amount_of(quantity: &Quantity) -> Option<PropertyValue> {
    let (unit, of) = match &quantity.unit {
        Unit::Count(noun) => (noun.clone(), noun.as_str()),
        Unit::Money(currency) => ((*currency).to_owned(), ""),
        Unit::Physical(unit) => ((*unit).to_owned(), ""),
        Unit::Percent => ("percent".to_owned(), ""),
        Unit::Points | Unit::None => (String::new(), ""),
    };
    let words = quantity.label(of);
    (!quantity.ordinal).then_some(PropertyValue::Amount {
        low: quantity.low,
        high: quantity.high,
        step: quantity.step,
        unit,
        words,
    })
}

/// The amount with what it is counted per: "EUR per user per month".
fn per(value: PropertyValue, rates: impl IntoIterator<Item = String>) -> PropertyValue {
    let PropertyValue::Amount { low, high, step, unit, words } = value else { return value };
    // "A month per user" is "per user and month".
    let unit = sorted(rates.into_iter()).into_iter().fold(unit, |unit, rate| format!("{unit} per {rate}"));
    PropertyValue::Amount { low, high, step, unit, words }
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests;
