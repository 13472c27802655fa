//! Whether a clause is said not to be so by its own words, and how much of it is: "not", "no one", "did not test it
//! thoroughly".

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::claim::Polarity;
use crate::claim::event::phrase_lemma;
use crate::claim::modality::is_existential;
use crate::language::{Document, Label, Pos, Tag};
use crate::table;

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
pub(super) fn is_of_nobody(document: &Document<'_>, predicate: usize) -> bool {
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
    let lemmas = all.filter(|&token| token != predicate).map(|token| phrase_lemma(document, token));
    lemmas.chain(manner).collect()
}

/// The first of the clauses that the clause is joined to, or itself.
pub(super) fn first_joined(document: &Document<'_>, clause: usize) -> usize {
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

/// Whether the word, in lower case, says that something is not so: "never".
pub(super) fn is_negative_word(word: &str) -> bool {
    static TABLE: OnceLock<FxHashSet<&str>> = OnceLock::new();
    TABLE.get_or_init(|| table::rows(include_str!("data/negations.tsv")).map(|(word, _)| word).collect()).contains(word)
}

/// Whether the noun is what "there is" says to exist.
fn is_existential_noun(document: &Document<'_>, noun: usize) -> bool {
    let token = &document.tokens[noun];
    token.label == Label::Attr && is_existential(document, token.head)
}
