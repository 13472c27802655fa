//! Whether the event of a clause happened, is planned, promised, possible, or denied: from its auxiliaries and from
//! the words that govern it.

use crate::claim::clause::{is_infinitive, subject};
use crate::claim::event::concept_of;
use crate::claim::negation::{first_joined, is_negated, is_of_nobody};
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

/// Whether the predicate is that of "there is".
pub(super) fn is_existential(document: &Document<'_>, predicate: usize) -> bool {
    document.tokens[predicate].lemma == "be" && document.child(predicate, Label::Expl).is_some()
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
