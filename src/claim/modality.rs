//! Whether the event of a clause happened, is planned, promised, possible, or denied: from its auxiliaries and from
//! the words that govern it.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::claim::clause::{is_infinitive, subject};
use crate::claim::event::concept_of;
use crate::claim::{Modality, Polarity};
use crate::language::cue::{Cue, cues, cues_of};
use crate::language::{Document, Label, Pos, Tag};
use crate::table;

/// What the clause's own words and all that govern it say of its event.
pub(super) struct Reading {
    pub(super) modality: Modality,
    pub(super) polarity: Polarity,
}

/// Reads the predicate. "provide" in "Washington promised to provide a response" is `Promised`; "resign" in "denied
/// that he had resigned" is `Happened` and negative.
pub(super) fn read(document: &Document<'_>, predicate: usize) -> Reading {
    let mut modality = own(document, predicate);
    let mut negative = is_negated(document, predicate) || is_of_nobody(document, first_joined(document, predicate));
    if is_conditional(document, predicate) {
        modality = Modality::Possible;
    }
    for governor in governors(document, predicate) {
        let cues = cues(document, governor.token);
        let governor_negated = is_negated(document, governor.token);
        modality = governed(document, predicate, governor.token, modality);
        // "does not plan to" negates what is planned; "did not say that" and "is not aware that" leave it open.
        negative ^= cues.has_any(&[Cue::Deny, Cue::Fail]) || governor_negated && cues.has_any(&CARRYING);
        if governor_negated && !cues.has_any(&CARRYING) || is_conditional(document, governor.token) {
            modality = Modality::Possible;
        }
    }
    if (modality.is_open() || modality.is_ahead()) && is_given_up(document, predicate) {
        modality = Modality::Cancelled;
    }
    if modality == Modality::Happened && is_awaited(document, predicate) {
        modality = Modality::Expected;
    }
    // "Lied about never having a programme" does not say that it has none; "is accused of stealing" leaves it open.
    let token = &document.tokens[predicate];
    if alleging(document, predicate).is_some_and(|verb| super::clause::is_passive(document, verb)) {
        modality = Modality::Possible;
    }
    let is_topic = token.label == Label::Pcomp && document.lower(token.head) != "without";
    if is_topic && is_negated(document, predicate) {
        modality = Modality::Possible;
    }
    if is_yet_to(document, predicate) {
        (modality, negative) = (Modality::Happened, true);
    } else if due_by_having(document, predicate).is_some() {
        modality = Modality::Required;
    } else if is_decided(document, predicate) && modality.is_open() {
        modality = Modality::Happened;
    }
    // The verb that carries an event noun governs it too: "the match was called off".
    let carried = cues(document, predicate);
    if super::event::carried_noun(document, predicate).is_some() {
        modality = carried_by(carried, modality);
        negative ^= carried.has_any(&[Cue::Deny, Cue::Fail]);
    }
    Reading { modality, polarity: if negative { Polarity::Negative } else { Polarity::Positive } }
}

/// Whether what the clause tells is a plan that was given up: "scrapped its plan to build a tunnel".
fn is_given_up(document: &Document<'_>, predicate: usize) -> bool {
    let plan = document.tokens[predicate].head;
    let is_plan = document.tokens[predicate].label == Label::Acl
        && document.tokens[plan].pos == Pos::Noun
        && cues(document, plan).has_any(&[Cue::Plan, Cue::Promise]);
    let verb = document.tokens[plan].head;
    let is_object = matches!(document.tokens[plan].label, Label::Dobj | Label::Nsubjpass);
    is_plan && is_object && cues(document, verb).has(Cue::Cancel) && !is_negated(document, verb)
}

/// The verb by which somebody is said to have done what the clause tells: "accused" in "accused them of having rammed it".
pub(super) fn alleging(document: &Document<'_>, predicate: usize) -> Option<usize> {
    let mut at = predicate;
    while document.tokens[at].label == Label::Conj && document.tokens[at].head != at {
        at = document.tokens[at].head;
    }
    let verb = document.tokens[document.tokens[at].head].head;
    let accuses = matches!(concept_of(&document.tokens[verb].lemma), Some("accuse" | "charge"));
    (document.tokens[at].label == Label::Pcomp && accuses).then_some(verb)
}

/// "will not leave until they have voted": what a clause of time says of what is ahead is ahead as well.
fn is_awaited(document: &Document<'_>, predicate: usize) -> bool {
    let token = &document.tokens[predicate];
    // "You will pay more after the bank raised its rate": what is told in the past is over.
    let is_perfect = document
        .children_by(predicate, &[Label::Aux])
        .any(|aux| document.tokens[aux].lemma == "have" && matches!(document.tokens[aux].tag, Tag::Vbz | Tag::Vbp));
    let is_of_time = document.children_by(predicate, &[Label::Mark, Label::Advmod]).any(|mark| {
        match document.lower(mark).as_str() {
            "until" | "till" | "before" => true,
            "once" | "after" | "when" => is_perfect,
            _ => false,
        }
    });
    token.label == Label::Advcl && is_of_time && own(document, token.head) == Modality::Expected
}

/// "has yet to reply": has not replied.
fn is_yet_to(document: &Document<'_>, predicate: usize) -> bool {
    let to = document.children_by(predicate, &[Label::Aux]).find(|&aux| document.tokens[aux].tag == Tag::To);
    to.and_then(|to| to.checked_sub(1)).is_some_and(|before| document.lower(before) == "yet")
}

/// The verb of "has until the end of May to pay", "was given until the end of May to pay": must pay by then.
pub(super) fn due_by_having(document: &Document<'_>, predicate: usize) -> Option<usize> {
    let is_granting = |&above: &usize| matches!(document.tokens[above].lemma.as_str(), "have" | "give");
    let have = document.ancestors(predicate).take(3).find(is_granting)?;
    let is_bound = |token: usize| matches!(document.lower(token).as_str(), "until" | "till");
    let is_bounded = match document.tokens[have].lemma.as_str() {
        // "Gave the club until March 14": whom stands between.
        "give" => document.children_by(have, &[Label::Prep]).any(|prep| prep < predicate && is_bound(prep)),
        _ => document.tokens.get(have + 1).is_some_and(|_| is_bound(have + 1)),
    };
    (have < predicate && is_bounded && is_infinitive(document, predicate)).then_some(have)
}

/// Whether a decision does what the verb says: "the decision to approve the quarry" approved it, "the decision to build
/// a quarry" built nothing.
fn is_decided(document: &Document<'_>, predicate: usize) -> bool {
    let is_decision = |token: usize| concept_of(&document.tokens[token].lemma) == Some("decide");
    let head = document.tokens[predicate].head;
    let hangs_from_decision =
        matches!(document.tokens[predicate].label, Label::Acl | Label::Xcomp) && is_decision(head);
    let concept = super::event::concept_of_verb(&super::event::phrase_lemma(document, predicate));
    let is_ruling = concept.is_some_and(is_ruling);
    is_infinitive(document, predicate) && hangs_from_decision && is_ruling
}

/// Whether the sort of event comes about by being decided: "approve", "ban"; not "build".
pub fn is_ruling(concept: &str) -> bool {
    table::has(include_str!("data/rulings.tsv"), concept)
}

/// The classes whose negation is that of the clause below them.
const CARRYING: [Cue; 7] = [Cue::Plan, Cue::Promise, Cue::Expect, Cue::Oblige, Cue::Attempt, Cue::Manage, Cue::Begin];

/// A word that a clause is the complement of.
pub(super) struct Governor {
    pub(super) token: usize,
    /// How the clause below depends on it.
    pub(super) label: Label,
}

/// The words that the clause is the complement of, from the nearest outwards.
pub(super) fn governors(document: &Document<'_>, predicate: usize) -> Vec<Governor> {
    let mut found = Vec::new();
    let mut at = predicate;
    while found.len() < 12 {
        let token = &document.tokens[at];
        if token.head == at || stands_by_itself(document, at) {
            break;
        }
        match token.label {
            Label::Xcomp | Label::Ccomp | Label::Acomp | Label::Pcomp | Label::Acl | Label::Csubj => {
                found.push(Governor { token: token.head, label: token.label });
            }
            Label::Conj | Label::Prep | Label::Pobj | Label::Dobj | Label::Attr | Label::Relcl | Label::Advcl => {}
            _ => break,
        }
        at = token.head;
    }
    found
}

/// Whether the parser hung a clause before a semicolon below the one behind it: "Support ends in May; no patches follow".
fn stands_by_itself(document: &Document<'_>, clause: usize) -> bool {
    let token = &document.tokens[clause];
    token.label == Label::Ccomp
        && (document.subtree(clause).end..token.head).into_iter().any(|token| document.word(token) == ";")
}

fn own(document: &Document<'_>, predicate: usize) -> Modality {
    let auxiliaries: Vec<usize> = document.children_by(predicate, &[Label::Aux, Label::Auxpass]).collect();
    let has_tag = |tags: &[Tag]| auxiliaries.iter().any(|&aux| tags.contains(&document.tokens[aux].tag));
    if let Some(&aux) = auxiliaries.iter().find(|&&aux| document.tokens[aux].tag == Tag::Md) {
        let cues = cues_of(&document.tokens[aux].lemma.to_lowercase());
        return match () {
            () if cues.has(Cue::Future) => Modality::Expected,
            () if cues.has(Cue::Oblige) => Modality::Required,
            () => Modality::Possible,
        };
    }
    let tag = document.tokens[predicate].tag;
    match tag {
        _ if has_tag(&[Tag::To]) => Modality::Possible,
        Tag::Vbd => Modality::Happened,
        Tag::Vbn if has_tag(&[Tag::Vbd]) || auxiliaries.iter().any(|&aux| document.tokens[aux].lemma == "have") => {
            Modality::Happened
        }
        Tag::Vbn if auxiliaries.is_empty() => Modality::Happened,
        Tag::Vbg | Tag::Vb if has_tag(&[Tag::Vbd]) => Modality::Happened,
        Tag::Vbg if auxiliaries.is_empty() => inherited(document, predicate),
        _ => Modality::Holds,
    }
}

/// A participle clause shares the modality of the clause that it hangs from: "…, killing twelve".
fn inherited(document: &Document<'_>, predicate: usize) -> Modality {
    let above = document.ancestors(predicate).take(6).find(|&above| super::clause::is_finite(document, above));
    above.map_or(Modality::Holds, |above| own(document, above))
}

fn governed(document: &Document<'_>, predicate: usize, governor: usize, inner: Modality) -> Modality {
    let cues = cues(document, governor);
    if inner == Modality::Possible && !is_infinitive(document, predicate) {
        return inner;
    }
    let is_open = matches!(inner, Modality::Possible | Modality::Expected);
    match () {
        // "The talks are to resume on Thursday."
        () if document.tokens[governor].lemma == "be"
            && inner == Modality::Possible
            && is_to_be(document, governor) =>
        {
            Modality::Planned
        }
        () if inner == Modality::Possible && is_known_to_have(document, predicate, governor) => Modality::Happened,
        () if cues.has(Cue::Promise) && is_open => Modality::Promised,
        () if cues.has(Cue::Plan) && is_open => Modality::Planned,
        () if cues.has(Cue::Expect) => Modality::Expected,
        () if cues.has(Cue::Oblige) && is_open => Modality::Required,
        () if cues.has(Cue::Attempt) => Modality::Possible,
        () if cues.has(Cue::Report)
            && inner == Modality::Expected
            && speaks_of_itself(document, predicate, governor) =>
        {
            Modality::Promised
        }
        () if cues.has_any(&[Cue::Manage, Cue::Fail, Cue::Begin, Cue::End, Cue::Continue])
            && inner == Modality::Possible =>
        {
            own(document, governor)
        }
        () => inner,
    }
}

/// Whether "is to" lays down what will be: no adjective or noun stands between.
fn is_to_be(document: &Document<'_>, be: usize) -> bool {
    let is_now = matches!(document.tokens[be].tag, Tag::Vbz | Tag::Vbp);
    is_now && document.children_by(be, &[Label::Acomp, Label::Attr, Label::Expl]).next().is_none()
}

/// Whether the governor says that it is known that something has happened: "is known to have died", "was found to have
/// leaked"; not "is believed to have died".
fn is_known_to_have(document: &Document<'_>, predicate: usize, governor: usize) -> bool {
    let is_perfect = document.children_by(predicate, &[Label::Aux]).any(|aux| document.tokens[aux].lemma == "have");
    is_perfect
        && super::clause::is_passive(document, governor)
        && table::has(include_str!("data/knowing.tsv"), &document.tokens[governor].lemma)
}

/// What a verb that carries an event noun makes of the event.
fn carried_by(cues: crate::language::cue::Cues, inner: Modality) -> Modality {
    let ahead = |modality| if inner == Modality::Possible { inner } else { modality };
    match () {
        () if cues.has(Cue::Cancel) => Modality::Cancelled,
        () if cues.has(Cue::Postpone) => Modality::Planned,
        () if cues.has(Cue::Promise) => ahead(Modality::Promised),
        () if cues.has(Cue::Plan) => ahead(Modality::Planned),
        () if cues.has(Cue::Expect) => ahead(Modality::Expected),
        () if cues.has(Cue::Oblige) => ahead(Modality::Required),
        () if cues.has(Cue::Attempt) => Modality::Possible,
        () => inner,
    }
}

/// "They said they would answer": who says it will do it, so it is a promise.
fn speaks_of_itself(document: &Document<'_>, predicate: usize, governor: usize) -> bool {
    let (Some(speaker), Some(doer)) = (subject(document, governor), subject(document, predicate)) else { return false };
    speaker != doer && document.lower(speaker) == document.lower(doer)
        || matches!(document.lower(doer).as_str(), "it" | "they" | "he" | "she" | "we" | "i")
            && document.tokens[doer].head == predicate
            && doer > governor
}

/// Whether the clause is said not to be so by its own words: "not", "never", "no one", "no talks", "there is no man
/// playing".
pub(super) fn is_negated(document: &Document<'_>, predicate: usize) -> bool {
    let token = &document.tokens[predicate];
    document.child(predicate, Label::Neg).is_some()
        || document
            .children_by(predicate, &[Label::Nsubj, Label::Nsubjpass, Label::Dobj, Label::Attr, Label::Advmod])
            .any(|child| has_no(document, child))
        || token.label == Label::Pcomp && document.lower(token.head) == "without"
        || is_of_nobody(document, predicate)
}

/// Whether nobody and nothing is what the clause tells: "there is no man playing", "had seen nobody who was hurt".
fn is_of_nobody(document: &Document<'_>, predicate: usize) -> bool {
    let token = &document.tokens[predicate];
    matches!(token.label, Label::Acl | Label::Relcl)
        && has_no(document, token.head)
        && (is_existential_noun(document, token.head) || is_negative_word(&document.lower(token.head)))
}

/// Whether the word is "nobody" or has a "no" before it.
fn has_no(document: &Document<'_>, word: usize) -> bool {
    document.children_by(word, &[Label::Det, Label::Neg]).any(|child| is_negative_word(&document.lower(child)))
        || is_negative_word(&document.lower(word))
}

/// The lemmas of the clauses that are joined to this one and the adverbs of its manner; of a negative clause, only what is
/// denied in one with it: "there is no clerk filing and stamping letters" leaves open that one files them, "did not test it
/// thoroughly" that it was tested.
pub(super) fn joined(document: &Document<'_>, predicate: usize, polarity: Polarity) -> Vec<String> {
    let manner = document
        .children_by(predicate, &[Label::Advmod])
        .map(|adverb| document.lower(adverb))
        .filter(|adverb| adverb.ends_with("ly") && !table::has(include_str!("data/sentence_adverbs.tsv"), adverb));
    let first = first_joined(document, predicate);
    if polarity == Polarity::Negative && !is_of_nobody(document, first) {
        return manner.collect();
    }
    let joined = |&token: &usize| is_joined(document, token);
    let noun = Some(document.tokens[first].head).filter(|_| polarity == Polarity::Negative);
    let of_noun = noun.into_iter().flat_map(|noun| document.children_by(noun, &[Label::Acl, Label::Relcl]));
    let of_clause = document.children_by(first, &[Label::Conj]).filter(joined);
    let all = std::iter::once(first).chain(of_noun.filter(|&other| other != first)).chain(of_clause);
    let lemmas = all.filter(|&token| token != predicate).map(|token| super::event::phrase_lemma(document, token));
    lemmas.chain(manner).collect()
}

/// The first of the clauses that the clause is joined to, or itself.
fn first_joined(document: &Document<'_>, clause: usize) -> usize {
    let before = |&at: &usize| Some(document.tokens[at].head).filter(|&head| is_joined(document, at) && head != at);
    std::iter::successors(Some(clause), before).take(6).last().unwrap_or(clause)
}

fn is_joined(document: &Document<'_>, clause: usize) -> bool {
    document.tokens[clause].label == Label::Conj && document.tokens[clause].pos == Pos::Verb
}

/// Whether the clause tells what has happened up to the telling: "has been approved".
pub(super) fn is_present_perfect(document: &Document<'_>, predicate: usize) -> bool {
    document
        .children_by(predicate, &[Label::Aux])
        .any(|aux| document.tokens[aux].lemma == "have" && matches!(document.tokens[aux].tag, Tag::Vbz | Tag::Vbp))
}

/// Whether a negative clause speaks of all of a sort: "no one was injured", "denied that any talks took place".
pub(super) fn is_of_all(document: &Document<'_>, predicate: usize) -> bool {
    let is_any = |noun: usize| {
        let speaks_of_all = |word: &str| word == "any" || is_negative_word(word);
        document.children_by(noun, &[Label::Det]).any(|det| speaks_of_all(&document.lower(det)))
            || speaks_of_all(&document.lower(noun))
    };
    document.children_by(predicate, &[Label::Nsubj, Label::Nsubjpass, Label::Dobj, Label::Attr]).any(is_any)
}

/// Whether the clause, or one that governs it, says that it replaces what held before: "would now take place", "was put
/// off", "was extended", "will remain closed".
pub(super) fn is_revision(document: &Document<'_>, predicate: usize) -> bool {
    let above = governors(document, predicate).into_iter().map(|governor| governor.token);
    // "Is moving its headquarters" puts nothing off.
    let is_other_event = |verb: usize| {
        let concept = super::event::concept_of_verb(&super::event::phrase_lemma(document, verb));
        concept.is_some_and(|concept| concept != "postpone")
    };
    std::iter::once(predicate).chain(above).any(|token| {
        let is_now = |adverb: usize| matches!(document.lower(adverb).as_str(), "now" | "instead" | "later");
        document.children_by(token, &[Label::Advmod]).any(is_now)
            || cues(document, token).has(Cue::Postpone) && !is_other_event(token)
            || matches!(document.tokens[token].lemma.as_str(), "extend" | "remain" | "stay")
    })
}

/// Whether the noun is what "there is" says to exist.
fn is_existential_noun(document: &Document<'_>, noun: usize) -> bool {
    let token = &document.tokens[noun];
    token.label == Label::Attr && is_existential(document, token.head)
}

/// Whether the predicate is that of "there is".
pub(super) fn is_existential(document: &Document<'_>, predicate: usize) -> bool {
    document.tokens[predicate].lemma == "be" && document.child(predicate, Label::Expl).is_some()
}

/// Whether the word, in lower case, says that something is not so: "never".
pub(super) fn is_negative_word(word: &str) -> bool {
    static TABLE: OnceLock<FxHashSet<&str>> = OnceLock::new();
    TABLE.get_or_init(|| table::rows(include_str!("data/negations.tsv")).map(|(word, _)| word).collect()).contains(word)
}

/// Whether the clause is a condition or depends on one.
fn is_conditional(document: &Document<'_>, predicate: usize) -> bool {
    let is_if = |token: usize| {
        document
            .children_by(token, &[Label::Mark, Label::Advmod])
            .any(|mark| matches!(document.lower(mark).as_str(), "if" | "unless" | "whether" | "once" | "should"))
    };
    is_if(predicate) || document.children_by(predicate, &[Label::Advcl]).any(is_if)
}
