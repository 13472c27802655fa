//! Names the event of a clause: the verb's own, or that of the event noun which a light verb carries.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::modality::is_existential;
use crate::claim::{Event, Phase};
use crate::language::cue::{self, Cue, cues};
use crate::language::lemma::verb_of;
use crate::language::wordnet;
use crate::language::{Document, EntityLabel, Label, Pos, Tag};
use crate::table;

/// The sort of event that a lemma names; `None` where the table does not know it.
///
/// "consultation" and "talk" both name "meet".
pub fn concept_of(lemma: &str) -> Option<&'static str> {
    static TABLE: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    TABLE.get_or_init(|| table::index(include_str!("data/concepts.tsv"))).get(lemma).copied()
}

/// The sort of event that a verb names: as [`concept_of`], and by the rows for verbs alone.
///
/// "issue" names "publish" as a verb and no event as a noun.
pub(super) fn concept_of_verb(lemma: &str) -> Option<&'static str> {
    static TABLE: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    let of_verbs = || {
        let rows = table::rows(include_str!("data/concepts.tsv"));
        rows.filter_map(|(lemma, concept)| Some((lemma.strip_prefix("to ")?, concept))).collect()
    };
    concept_of(lemma).or_else(|| TABLE.get_or_init(of_verbs).get(lemma).copied())
}

/// The sorts of event that no event of this sort can be of as well, with the same participants: for "approve"
/// "reject".
pub fn opposites_of(concept: &str) -> impl Iterator<Item = &'static str> + use<> {
    static TABLE: OnceLock<FxHashMap<&str, Vec<&str>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for (left, right) in table::rows(include_str!("data/opposites.tsv")) {
            table.entry(left).or_default().push(right);
            table.entry(right).or_default().push(left);
        }
        table
    });
    table.get(concept).into_iter().flatten().copied()
}

/// The sort of event that befalls what something of this sort is done to, or the sort itself.
///
/// Who cuts a rate lets it fall: for "cut" "fall".
pub fn befalling(concept: &str) -> &str {
    table::value_of(include_str!("data/causatives.tsv"), concept).unwrap_or(concept)
}

/// Whether one event may be told as of either sort, though the sorts are not the same: a fire destroys what it burns, who
/// resigns leaves.
pub fn is_kindred(left: &str, right: &str) -> bool {
    static TABLE: OnceLock<FxHashSet<(&str, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| table::rows(include_str!("data/kindred.tsv")).collect());
    table.contains(&if left < right { (left, right) } else { (right, left) })
}

/// The sort of event that the lemma names beside that of [`concept_of`]: "release" frees people and publishes reports.
pub fn other_concept_of(lemma: &str) -> Option<&'static str> {
    table::value_of(include_str!("data/other_senses.tsv"), lemma)
}

/// Whether the words may stand for one another: "accord" and "agreement", "dead" and "death".
pub fn is_same_word(left: &str, right: &str) -> bool {
    // "Dead" is who has died.
    let sort = |word: &str| concept_of(word).or_else(|| state_of(word));
    let is_one_sort = || sort(left).is_some_and(|concept| sort(right) == Some(concept));
    // The lemmatizer leaves plurals that it does not know: "backups".
    let is_plural = |one: &str, other: &str| one.strip_suffix('s') == Some(other);
    left == right
        || is_plural(left, right)
        || is_plural(right, left)
        || wordnet::is_synonym(left, right)
        || is_one_sort()
}

/// What has befallen those who are said to be so: "kill" for "dead".
pub(super) fn state_of(word: &str) -> Option<&'static str> {
    table::value_of(include_str!("data/counted_states.tsv"), word)
}

/// Whether no event can be of both sorts with the same participants.
pub fn is_opposite(left: &str, right: &str) -> bool {
    opposites_of(left).any(|opposite| opposite == right)
}

/// The lemma of a verb with what it forms a fixed phrase with: "step down", "take place".
pub(super) fn phrase_lemma(document: &Document<'_>, verb: usize) -> String {
    cue::phrase_lemma(document, verb, |phrase| concept_of_verb(phrase).is_some())
}

/// The lemma of a noun with the word before it that it forms a fixed phrase with: "phone call", "go-ahead".
pub(super) fn noun_lemma(document: &Document<'_>, noun: usize) -> String {
    let lemma = document.tokens[noun].lemma.to_lowercase();
    let sentence = &document.sentences[document.sentence_of(noun)].tokens;
    let with_words_before = |count: usize| {
        let first = noun.checked_sub(count).filter(|first| sentence.contains(first))?;
        let before = first..noun;
        let is_own = before.clone().all(|token| {
            matches!(document.tokens[token].pos, Pos::Noun | Pos::Adj | Pos::Verb | Pos::Adv | Pos::Punct)
        });
        let gap = document.tokens[noun].span.start - document.tokens[noun - 1].span.end;
        let words = document.span(before).of(document.text).to_lowercase();
        let phrase = format!("{words}{}{lemma}", if gap > 0 { " " } else { "" });
        (is_own && concept_of(&phrase).is_some()).then_some(phrase)
    };
    // A hyphen is a token of its own.
    with_words_before(2).or_else(|| with_words_before(1)).unwrap_or(lemma)
}

/// The event noun that a phrase names: its head, or what a counting or phase noun before "of" belongs to.
///
/// "talks" in "the first round of talks"; `None` for "the bridge".
pub(super) fn event_noun(document: &Document<'_>, head: usize) -> Option<usize> {
    let is_event =
        |token: usize| document.tokens[token].pos == Pos::Noun && concept_of(&noun_lemma(document, token)).is_some();
    if is_event(head) {
        return Some(head);
    }
    let of = document.children_by(head, &[Label::Prep]).find(|&prep| document.lower(prep) == "of")?;
    let inner = document.child(of, Label::Pobj)?;
    // "Records of purchases" are no purchases.
    let is_stage = table::has(include_str!("data/stages.tsv"), &document.tokens[head].lemma.to_lowercase());
    (is_stage && is_event(inner)).then_some(inner)
}

/// The event noun whose event the predicate tells, because the predicate itself only says that it was held, begun,
/// given, promised, planned, put off.
///
/// "consultations" in "Consultations were held in Geneva."
pub(super) fn carried_noun(document: &Document<'_>, predicate: usize) -> Option<usize> {
    if of_ending(document, predicate).is_some() {
        return None;
    }
    use Cue::{Attempt, Begin, Cancel, Continue, End, Expect, Give, Oblige, Occur, Plan, Postpone, Promise};
    let cues = cues(document, predicate);
    let of_subject = cues.has_any(&[Occur, Begin, End, Continue, Plan, Expect, Cancel, Postpone])
        || document.tokens[predicate].lemma == "be"
        || gathers(document, predicate)
        || cues.has(Give) && super::clause::is_passive(document, predicate);
    let of_object =
        cues.has_any(&[Occur, Begin, End, Continue, Plan, Expect, Cancel, Postpone, Give, Promise, Attempt, Oblige]);
    let object = || document.child(predicate, Label::Dobj).filter(|_| of_object);
    let own_subjects = || document.children_by(predicate, &[Label::Nsubj, Label::Nsubjpass]);
    let subjects = || own_subjects().chain(super::clause::subject(document, predicate)).filter(|_| of_subject);
    let known = object().into_iter().chain(subjects()).find_map(|noun| event_noun(document, noun));
    // What is held, called off or put off is an event, whatever it is called: "the regatta was cancelled".
    known.or_else(|| {
        let moves_thing = || document.tokens[predicate].lemma == "move" && !moves_to_day(document, predicate);
        let takes_events = cues.has_any(&[Cancel, Postpone]) && !moves_thing()
            || cues.has(Occur) && document.child(predicate, Label::Nsubjpass).is_some();
        let noun = document.children_by(predicate, &[Label::Dobj, Label::Nsubjpass]).next();
        noun.filter(|&noun| takes_events && matches!(document.tokens[noun].pos, Pos::Noun | Pos::Propn))
    })
}

/// Whether something is moved to another day: "the regatta was moved to Sunday"; "moved its headquarters to Kolvik" puts
/// nothing off.
fn moves_to_day(document: &Document<'_>, predicate: usize) -> bool {
    let is_day = |token: usize| {
        document.entity_of(token).is_some_and(|entity| matches!(entity.label, EntityLabel::Date | EntityLabel::Time))
    };
    let leads_to_day = |prep: usize| {
        let leads = matches!(document.lower(prep).as_str(), "to" | "from" | "until" | "forward" | "back" | "into");
        leads && document.child(prep, Label::Pobj).is_some_and(is_day)
    };
    document.children_by(predicate, &[Label::Prep]).any(leads_to_day)
}

/// Whether the predicate only tells who came to the event that is its subject: "the march drew 3,000 people".
pub(super) fn gathers(document: &Document<'_>, predicate: usize) -> bool {
    let is_listed = table::has(include_str!("data/gatherings.tsv"), &document.tokens[predicate].lemma);
    let counts_people = |noun: usize| {
        let lemma = document.tokens[noun].lemma.to_lowercase();
        matches!(lemma.as_str(), "people" | "crowd") || wordnet::is_person(&lemma)
    };
    is_listed && document.child(predicate, Label::Dobj).is_some_and(counts_people)
}

/// The event that the predicate tells, or `None` where it tells none of its own (it reports, or governs another
/// clause that does).
pub(super) fn of_predicate(document: &Document<'_>, predicate: usize) -> Option<Event> {
    if is_speech(document, predicate) {
        return Some(Event { is_speech: true, ..of_verb(document, predicate, phrase_lemma(document, predicate)) });
    }
    if governs(document, predicate) {
        return None;
    }
    if let Some(event) = of_ending(document, predicate) {
        return Some(event);
    }
    if let Some(noun) = carried_noun(document, predicate) {
        return Some(of_noun(document, noun, phase(document, predicate)));
    }
    if let Some(event) = of_closing(document, predicate) {
        return Some(event);
    }
    let lemma = phrase_lemma(document, predicate);
    if lemma == "be" {
        return of_copula(document, predicate);
    }
    Some(of_verb(document, predicate, lemma))
}

/// The verb's own event where the predicate hands over what an event noun names: "submitted its proposals".
pub(super) fn handing_over(document: &Document<'_>, predicate: usize) -> Option<Event> {
    let event = of_verb(document, predicate, phrase_lemma(document, predicate));
    (event.concept == "deliver" && carried_noun(document, predicate).is_some()).then_some(event)
}

/// Phrases that tell the end of something.
const ENDINGS: &str = include_str!("data/endings.tsv");

/// The end of what a fixed phrase says has ended: that of support in "Orla 3 reaches end of life".
fn of_ending(document: &Document<'_>, predicate: usize) -> Option<Event> {
    let lemma = document.tokens[predicate].lemma.as_str();
    let begins = |phrase: &str| phrase.split(' ').next() == Some(lemma);
    if !table::rows(ENDINGS).any(|(phrase, _)| begins(phrase)) {
        return None;
    }
    let out = || document.children_by(predicate, &[Label::Prep]).find(|&prep| document.lower(prep) == "out");
    let object = document.child(predicate, Label::Dobj).or_else(out)?;
    let words = document.span(document.subtree(object)).of(document.text).to_lowercase();
    let words = words.strip_prefix("its ").or_else(|| words.strip_prefix("the ")).unwrap_or(&words);
    let phrase = format!("{lemma} {}", words.replace('-', " "));
    let concept = table::value_of(ENDINGS, &phrase)?;
    let event = of_verb(document, predicate, phrase);
    Some(Event { concept: concept.to_owned(), known: true, phase: Phase::End, ..event })
}

/// The closing of what a noun names the last day for: of applications in "the deadline for applications is May 19".
fn of_closing(document: &Document<'_>, predicate: usize) -> Option<Event> {
    let is_dating = matches!(document.tokens[predicate].lemma.as_str(), "be" | "fall");
    let subject = super::clause::subject(document, predicate).filter(|_| is_dating)?;
    let is_last_day = table::has(include_str!("data/closings.tsv"), &document.tokens[subject].lemma.to_lowercase());
    let leads = |prep: usize| matches!(document.lower(prep).as_str(), "for" | "of");
    let is_of_something = document.children_by(subject, &[Label::Prep]).any(leads);
    (is_last_day && is_of_something).then(|| of_verb(document, predicate, "close".to_owned()))
}

/// Whether the sort of event befalls one thing or person once: "found", not "open".
pub fn is_once(concept: &str) -> bool {
    table::has(include_str!("data/once.tsv"), concept)
}

/// Whether the sort of event has a doer and an undergoer that cannot change places.
pub fn is_one_way(concept: &str) -> bool {
    table::has(include_str!("data/one_way.tsv"), concept)
}

fn of_verb(document: &Document<'_>, predicate: usize, lemma: String) -> Event {
    let concept = concept_of_verb(&lemma);
    Event {
        span: document.tokens[predicate].span,
        concept: concept.map_or_else(|| lemma.clone(), str::to_owned),
        known: concept.is_some(),
        lemma,
        phase: Phase::Whole,
        which: Vec::new(),
        is_noun: false,
        is_definite: false,
        is_speech: false,
    }
}

/// The event that the predicate says was not done, by an adjective made of its participle; with the token that says so.
///
/// "sign" in "the letter lay on a desk unsigned", "pay" in "the bill remains unpaid"; `None` for "unusual".
pub(super) fn undone(document: &Document<'_>, predicate: usize) -> Option<(Event, usize)> {
    let complements = document.children_by(predicate, &[Label::Acomp, Label::Oprd, Label::Attr, Label::Ccomp]);
    let is_adjective = |&token: &usize| {
        let is_participle = document.tokens[token].tag == Tag::Vbn && document.tokens[token].label != Label::Ccomp;
        document.tokens[token].pos == Pos::Adj || is_participle
    };
    // The parser takes a rare "un" word for a verb: "found the works unrepaired".
    let own = std::iter::once(predicate).filter(|&token| document.tokens[token].pos == Pos::Verb);
    complements.filter(is_adjective).chain(own).find_map(|token| {
        let verb = verb_of(document.lower(token).strip_prefix("un")?)?;
        let is_real_verb = token == predicate && concept_of_verb(&document.tokens[token].lemma).is_some();
        let event = of_verb(document, token, verb);
        (event.known && !is_real_verb).then_some((event, token))
    })
}

/// The noun of what the predicate says has not come: "answer" in "Lima is still waiting for an answer", "report" in "the
/// report is overdue", "heating" in "tenants are still without heating".
pub(super) fn awaited(document: &Document<'_>, predicate: usize) -> Option<usize> {
    let object_of = |preposition: usize| document.child(preposition, Label::Pobj);
    let prepositions = || document.children_by(predicate, &[Label::Prep]);
    let is_event = |&noun: &usize| concept_of(&noun_lemma(document, noun)).is_some();
    let noun = match document.tokens[predicate].lemma.as_str() {
        "await" => document.child(predicate, Label::Dobj).filter(is_event),
        "wait" => {
            let link = prepositions().find(|&prep| matches!(document.lower(prep).as_str(), "for" | "on"));
            link.and_then(object_of).filter(is_event)
        }
        verb @ ("be" | "remain") => {
            let states = document.children_by(predicate, &[Label::Acomp, Label::Attr, Label::Oprd]);
            let is_due = |state: usize| table::has(include_str!("data/outstanding.tsv"), &document.lower(state));
            let due = states.into_iter().any(is_due).then(|| super::clause::subject(document, predicate)).flatten();
            let is_still = |adverb: usize| document.lower(adverb) == "still";
            let goes_on = verb == "remain" || document.children_by(predicate, &[Label::Advmod]).any(is_still);
            let lacking = || prepositions().find(|&prep| document.lower(prep) == "without").and_then(object_of);
            due.or_else(|| lacking().filter(|_| goes_on))
        }
        _ => None,
    };
    noun.filter(|&noun| document.tokens[noun].pos == Pos::Noun)
}

/// Whether the predicate only tells that somebody spoke: "said", "he revealed that …"; "revealed the draft" is an
/// event of its own.
fn is_speech(document: &Document<'_>, predicate: usize) -> bool {
    let has_object = document.children_by(predicate, &[Label::Dobj, Label::Nsubjpass]).next().is_some();
    // "Replied to the petition" tells an event, "he replied" after a quotation does not.
    let is_addressed = document.children_by(predicate, &[Label::Prep]).any(|prep| document.lower(prep) == "to")
        && concept_of_verb(&document.tokens[predicate].lemma).is_some()
        && document.child(predicate, Label::Ccomp).is_none();
    // "The inquiry will report by June" announces its report.
    let is_due = document.tokens[predicate].lemma == "report"
        && document
            .children_by(predicate, &[Label::Aux])
            .any(|aux| cue::cues_of(&document.lower(aux)).has(Cue::Future))
        && document.children_by(predicate, &[Label::Ccomp]).next().is_none();
    cues(document, predicate).has(Cue::Report) && !has_object && !is_addressed && !is_due
}

/// The event that the noun names.
pub(super) fn of_noun(document: &Document<'_>, noun: usize, phase: Phase) -> Event {
    let lemma = noun_lemma(document, noun);
    let concept = concept_of(&lemma);
    Event {
        span: document.tokens[noun].span,
        concept: concept.map_or_else(|| lemma.clone(), str::to_owned),
        known: concept.is_some(),
        lemma,
        phase,
        which: which(document, noun),
        is_noun: true,
        is_definite: is_definite(document, noun),
        is_speech: false,
    }
}

/// Whether something else happened without the event of the noun: "broke up without a vote".
pub(super) fn is_left_out(document: &Document<'_>, noun: usize) -> bool {
    let token = &document.tokens[noun];
    token.label == Label::Pobj && document.lower(token.head) == "without"
}

/// The concept of all copulas: what they say is a participant with the role of an attribute.
pub const COPULA: &str = "be";

/// A copula names the state that its complement says of the subject.
fn of_copula(document: &Document<'_>, predicate: usize) -> Option<Event> {
    let complement = document.children_by(predicate, &[Label::Attr, Label::Acomp, Label::Oprd]).next()?;
    // "There is no man playing" tells that nobody plays.
    let is_told_by_clause = document.children_by(complement, &[Label::Acl, Label::Relcl]).next().is_some();
    if is_told_by_clause && is_existential(document, predicate) {
        return None;
    }
    let lemma = format!("be {}", document.tokens[complement].lemma.to_lowercase());
    Some(Event {
        span: document.tokens[complement].span,
        concept: COPULA.to_owned(),
        known: false,
        lemma,
        phase: Phase::Whole,
        which: Vec::new(),
        is_noun: false,
        is_definite: false,
        is_speech: false,
    })
}

/// Whether the predicate only says how the clause below it is meant.
pub(super) fn governs(document: &Document<'_>, predicate: usize) -> bool {
    use Cue::{Attempt, Begin, Continue, Deny, End, Expect, Fail, Manage, Oblige, Plan, Promise, Report};
    let cues = cues(document, predicate);
    let clause_below = document.children_by(predicate, &[Label::Xcomp, Label::Ccomp]).next().is_some()
        || document
            .children_by(predicate, &[Label::Acomp])
            .any(|complement| document.child(complement, Label::Xcomp).is_some());
    let governing = [Report, Promise, Plan, Expect, Oblige, Deny, Fail, Manage, Attempt, Begin, Continue, End];
    clause_below && (cues.has_any(&governing) || document.tokens[predicate].lemma == "be")
}

fn phase(document: &Document<'_>, predicate: usize) -> Phase {
    let cues = cues(document, predicate);
    if cues.has(Cue::Begin) {
        Phase::Begin
    } else if cues.has(Cue::End) {
        Phase::End
    } else if cues.has(Cue::Continue) {
        Phase::Ongoing
    } else {
        Phase::Whole
    }
}

fn is_definite(document: &Document<'_>, noun: usize) -> bool {
    let is_pointing = |det: usize| matches!(document.lower(det).as_str(), "the" | "this" | "these" | "those");
    document.child(noun, Label::Det).is_some_and(is_pointing)
}

/// The words that tell one event of a sort from another, or from the whole of it: ordinals, "another", "some".
fn which(document: &Document<'_>, noun: usize) -> Vec<String> {
    let head = document.tokens[noun].head;
    let outer = document.ancestors(noun).nth(1).filter(|_| document.lower(head) == "of");
    let mut words: Vec<String> = outer
        .into_iter()
        .chain([noun])
        .flat_map(|noun| document.children_by(noun, &[Label::Amod, Label::Det]).collect::<Vec<_>>())
        .filter(|&child| is_distinguishing(document, child))
        .map(|child| document.lower(child))
        .collect();
    words.sort();
    words
}

fn is_distinguishing(document: &Document<'_>, token: usize) -> bool {
    let is_ordinal = document.entity_of(token).is_some_and(|entity| entity.label == EntityLabel::Ordinal);
    let is_other =
        matches!(document.lower(token).as_str(), "another" | "other" | "previous" | "earlier" | "new" | "some");
    is_ordinal || is_other || document.tokens[token].tag == Tag::Jjr
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::analyze;

    /// The event words of a text, as the corpus writes them.
    fn found(text: &str) -> String {
        let article = article::from_text("corpus", text.to_owned());
        let document = analyze(&article);
        let is_event_word = |token: &usize| matches!(document.tokens[*token].pos, Pos::Verb | Pos::Aux | Pos::Noun);
        let name = |token: usize| {
            let is_noun = document.tokens[token].pos == Pos::Noun;
            let lemma = if is_noun { noun_lemma(&document, token) } else { phrase_lemma(&document, token) };
            let concept = if is_noun { concept_of(&lemma) } else { concept_of_verb(&lemma) };
            concept.map(|concept| format!("{lemma}={concept}"))
        };
        let found: Vec<String> = (0..document.tokens.len()).filter(is_event_word).filter_map(name).collect();
        if found.is_empty() { "-".to_owned() } else { found.join(" ") }
    }

    #[test]
    fn corpus_lines_name_the_events_that_they_list() {
        table::check_corpus(include_str!("concepts.corpus.tsv"), |text, _| found(text));
    }

    #[test]
    fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
        let table = include_str!("data/concepts.tsv");
        assert_eq!(table::first_out_of_order(table), None);
        let corpus = include_str!("concepts.corpus.tsv");
        let unmet: Vec<&str> = table::rows(table)
            .map(|(lemma, concept)| (lemma.strip_prefix("to ").unwrap_or(lemma), concept))
            .filter(|(lemma, concept)| !corpus.contains(&format!("{lemma}={concept}")))
            .map(|(lemma, _)| lemma)
            .collect();
        assert!(unmet.is_empty(), "{unmet:?}");
    }

    #[test]
    fn opposites_and_kindred_are_concepts_in_order() {
        let concepts: std::collections::BTreeSet<&str> =
            table::rows(include_str!("data/concepts.tsv")).map(|(_, concept)| concept).collect();
        let opposites = table::rows(include_str!("data/opposites.tsv"));
        for (left, right) in opposites.chain(table::rows(include_str!("data/kindred.tsv"))) {
            assert!(left < right && concepts.contains(left) && concepts.contains(right), "{left} {right}");
        }
        for (lemma, concept) in table::rows(include_str!("data/other_senses.tsv")) {
            let lemma_concept = concept_of(lemma).or_else(|| concept_of_verb(lemma));
            assert!(lemma_concept.is_some_and(|own| own != concept) && concepts.contains(concept), "{lemma} {concept}");
        }
    }

    #[test]
    fn short_tables_are_sorted() {
        let tables = [
            include_str!("data/causatives.tsv"),
            include_str!("data/chronicled.tsv"),
            include_str!("data/counted_as.tsv"),
            include_str!("data/gatherings.tsv"),
            include_str!("data/giving.tsv"),
            include_str!("data/other_senses.tsv"),
            include_str!("data/outstanding.tsv"),
            include_str!("data/stages.tsv"),
            include_str!("data/voters.tsv"),
        ];
        for table in tables {
            assert_eq!(table::first_out_of_order(table), None);
        }
    }

    #[test]
    fn kindred_sorts_are_so_either_way_round() {
        assert!(is_kindred("burn", "destroy") && is_kindred("destroy", "burn"));
        assert!(!is_kindred("burn", "build") && !is_kindred("burn", "burn"));
    }
}
