//! The tense of what an expression dates: which side of the anchor "on Monday" and "in May" lie on.

use std::ops::Range;

use crate::language::{Document, Label, Pos, Tag};
use crate::time::lexicon::{Tense, lexicon};

/// How far up the tree the verb is looked for.
const HEIGHT: usize = 12;

/// The tense of the verb that the tokens depend on.
///
/// "Talks are set to resume on Monday." is future, "They said on Monday" is past; "to resume on Monday" alone is unsaid.
pub(super) fn tense(document: &Document<'_>, tokens: &Range<usize>) -> Tense {
    let head = head_of(document, tokens);
    let mut from = head;
    let mut at = match reporting(document, tokens) {
        Some(verb) => verb,
        None if is_verb(document, head) => head,
        None => document.tokens[head].head,
    };
    let mut is_ahead = occasion(document, tokens).is_some_and(|noun| is_to_come(document, noun));
    for _ in 0..HEIGHT {
        if let Some(tense) = said_by(document, at, from) {
            // Below a verb of the past there may stand what was then still to come: "extended to Nov. 20", "agreed to buy
            // it in May", "a dividend payable Dec. 1".
            let is_open = is_ahead && !is_done_by(document, at, from);
            return if tense == Tense::Past && is_open { Tense::Unsaid } else { tense };
        }
        is_ahead |= leads_ahead(document, at);
        let next = document.tokens[at].head;
        if next == at {
            break;
        }
        (from, at) = (at, next);
    }
    Tense::Unsaid
}

/// Whether the verb tells what was over by then: "by the end of October 300 had been sold".
fn is_done_by(document: &Document<'_>, verb: usize, preposition: usize) -> bool {
    document.lower(preposition) == "by" && has_perfect(document, verb) && has_past_auxiliary(document, verb)
}

/// The verb that reports a clause which begins only after the expression: it is what is dated, whatever the parser hangs
/// the expression from.
///
/// "said" for "Friday" in "said on Friday it would close"; none in "said that on Friday it would close".
pub(crate) fn reporting(document: &Document<'_>, tokens: &Range<usize>) -> Option<usize> {
    let clause = verb_above(document, tokens)?;
    let verb = document.tokens[clause].head;
    let begins = [Label::Mark, Label::Nsubj, Label::Nsubjpass, Label::Expl];
    let is_after = document.children_by(clause, &begins).next().is_some_and(|first| first >= tokens.end);
    let is_joined = |at: usize| {
        !matches!(document.tokens[at].pos, Pos::Verb | Pos::Aux | Pos::Sconj | Pos::Punct)
            && document.tokens[at].label != Label::Mark
    };
    let is_reported = document.tokens[clause].label == Label::Ccomp && verb < tokens.start && clause >= tokens.end;
    let has_spoken = document.tokens[verb].tag == Tag::Vbd;
    (is_reported && is_after && has_spoken && (verb + 1..tokens.start).all(is_joined)).then_some(verb)
}

/// The noun that the expression follows directly, where a preposition of time leads to it: what it dates, whatever the
/// parser hangs it from.
///
/// "ballot" for "May 16" in "cancelled all travel ahead of the ballot on May 16".
pub(crate) fn occasion(document: &Document<'_>, tokens: &Range<usize>) -> Option<usize> {
    let preposition = tokens.start.checked_sub(1)?;
    let noun = preposition.checked_sub(1)?;
    let follows = matches!(document.lower(preposition).as_str(), "on" | "in" | "at")
        && document.tokens[noun].pos == Pos::Noun
        && document.tokens[noun].label == Label::Pobj
        && document.sentence_of(noun) == document.sentence_of(tokens.start);
    let leads = document.lower(leading(document, noun));
    (follows && matches!(leads.as_str(), "before" | "after" | "since" | "until" | "till" | "following" | "ahead"))
        .then_some(noun)
}

/// The preposition that leads to the noun: "ahead" in "ahead of the ballot".
fn leading(document: &Document<'_>, noun: usize) -> usize {
    let preposition = document.tokens[noun].head;
    let before = document.tokens[preposition].head;
    if document.lower(preposition) == "of" && document.lower(before) == "ahead" { before } else { preposition }
}

fn is_to_come(document: &Document<'_>, noun: usize) -> bool {
    matches!(document.lower(leading(document, noun)).as_str(), "before" | "until" | "till" | "ahead")
}

/// Whether what stands below the word may lie after what stands above it.
fn leads_ahead(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let infinitive =
        token.tag == Tag::Vb && document.children_by(at, &[Label::Aux]).any(|to| document.tokens[to].tag == Tag::To);
    let adjective = token.tag == Tag::Jj && token.label != Label::Acomp;
    infinitive || adjective || (token.label == Label::Prep && lexicon().ahead.contains_key(document.lower(at).as_str()))
}

/// The token of the range that depends on something outside.
pub(super) fn head_of(document: &Document<'_>, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .find(|&token| !tokens.contains(&document.tokens[token].head) || document.tokens[token].head == token)
        .unwrap_or(tokens.start)
}

/// The verb that the tokens stand below in the parse, if any.
fn verb_above(document: &Document<'_>, tokens: &Range<usize>) -> Option<usize> {
    document.ancestors(head_of(document, tokens)).take(HEIGHT).find(|&at| is_verb(document, at))
}

/// The verb that the tokens tell the time of, if any.
pub(super) fn governor(document: &Document<'_>, tokens: &Range<usize>) -> Option<usize> {
    reporting(document, tokens).or_else(|| verb_above(document, tokens))
}

/// Whether the verb, or the one that it is the complement of, is negated: "will not begin", "is not expected to begin".
pub(super) fn is_negated(document: &Document<'_>, verb: usize) -> bool {
    let is_negated = |verb: usize| document.child(verb, Label::Neg).is_some();
    is_negated(verb) || document.tokens[verb].label == Label::Xcomp && is_negated(document.tokens[verb].head)
}

fn is_verb(document: &Document<'_>, at: usize) -> bool {
    matches!(document.tokens[at].pos, Pos::Verb | Pos::Aux)
}

/// The tense that the word tells; `None` where one has to look further up. `from` is the word come from.
fn said_by(document: &Document<'_>, at: usize, from: usize) -> Option<Tense> {
    let token = &document.tokens[at];
    let tables = lexicon();
    let governed = matches!(document.tokens[from].label, Label::Xcomp | Label::Ccomp | Label::Acl | Label::Pcomp);
    if let Some(cue) = tables.future_cues.get(token.lemma.as_str()) {
        let passive = matches!(token.tag, Tag::Vbn | Tag::Jj);
        let was = has_past_auxiliary(document, at) || (token.label == Label::Acomp && is_past(document, token.head));
        // "He expected a meeting before Christmas."
        let is_object = document.tokens[from].label == Label::Dobj && from > at;
        if (governed || passive || is_object) && !was {
            return Some(*cue);
        }
        if governed {
            return Some(Tense::Unsaid);
        }
    }
    if token.pos == Pos::Aux && token.lemma == "be" && document.tokens[from].label == Label::Xcomp {
        return Some(if token.tag == Tag::Vbd { Tense::Unsaid } else { Tense::Future });
    }
    if !is_verb(document, at) {
        return None;
    }
    let modal = document
        .children_by(at, &[Label::Aux, Label::Auxpass])
        .find_map(|auxiliary| tables.modals.get(document.lower(auxiliary).as_str()).copied());
    if modal.is_some() {
        return modal;
    }
    match token.tag {
        _ if has_past_auxiliary(document, at) || has_perfect(document, at) => Some(Tense::Past),
        Tag::Vbd => Some(Tense::Past),
        Tag::Vbz | Tag::Vbp => Some(Tense::Present),
        Tag::Vbn | Tag::Vbg if has_present_auxiliary(document, at) => Some(Tense::Present),
        Tag::Vbn if token.label == Label::Acl => Some(Tense::Past),
        Tag::Vbn if document.tokens[from].pos != Pos::Verb => Some(Tense::Unsaid),
        _ => None,
    }
}

/// Whether the verb stands in the past or the past perfect.
fn is_past(document: &Document<'_>, verb: usize) -> bool {
    document.tokens[verb].tag == Tag::Vbd || has_past_auxiliary(document, verb)
}

fn has_past_auxiliary(document: &Document<'_>, verb: usize) -> bool {
    has_auxiliary(document, verb, |tag| tag == Tag::Vbd)
}

fn has_present_auxiliary(document: &Document<'_>, verb: usize) -> bool {
    has_auxiliary(document, verb, |tag| matches!(tag, Tag::Vbz | Tag::Vbp))
}

fn has_auxiliary(document: &Document<'_>, verb: usize, fits: impl Fn(Tag) -> bool) -> bool {
    document.children_by(verb, &[Label::Aux, Label::Auxpass]).any(|auxiliary| fits(document.tokens[auxiliary].tag))
}

/// Whether "has" or "have" stands with the verb.
fn has_perfect(document: &Document<'_>, verb: usize) -> bool {
    document.children_by(verb, &[Label::Aux]).any(|auxiliary| document.tokens[auxiliary].lemma == "have")
}
