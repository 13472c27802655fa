//! Which of two events a text puts first: by a conjunction or preposition between them ("resigned after the report
//! came out"), by the past perfect ("by the time the siren sounded, the hall had been cleared"), or by an adverb that
//! points back ("Some time later, the project was published").

use crate::claim::Claim;
use crate::claim::event::event_noun;
use crate::language::{Document, Label, Pos, Tag};
use crate::span::Span;
use crate::table;

/// Two events of one article, one told to be before the other.
#[derive(Clone, Debug)]
pub struct Order {
    /// The number of the article.
    pub article: usize,
    /// The words that put them in order, with the events of their sentence.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// What happened first.
    pub earlier: Claim,
    /// What happened after it.
    pub later: Claim,
}

/// Where an event stands beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Earlier,
    Later,
}

impl Side {
    /// The other side.
    pub(super) fn opposite(self) -> Self {
        match self {
            Self::Earlier => Self::Later,
            Self::Later => Self::Earlier,
        }
    }
}

/// An event of the same sentence that the text orders against the predicate's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Linked {
    /// The other event's predicate or noun.
    pub(super) event: usize,
    /// Where the other event stands.
    pub(super) side: Side,
}

/// The events that conjunctions and prepositions order against the predicate's.
///
/// "publication", earlier, for "stepped down" in "He stepped down after the publication of the report."
pub(super) fn linked(document: &Document<'_>, predicate: usize) -> Vec<Linked> {
    let clauses =
        document.children_by(predicate, &[Label::Advcl]).filter_map(|clause| of_clause(document, predicate, clause));
    let phrases = document
        .children_by(predicate, &[Label::Prep, Label::Advmod])
        .filter_map(|preposition| of_phrase(document, predicate, preposition));
    clauses.chain(phrases).collect()
}

/// Where the predicate stands beside what was told just before it, where an adverb or "by then" says so.
///
/// Later for "published" in "Some time later, the project was published."
pub(super) fn pointing_back(document: &Document<'_>, predicate: usize) -> Option<Side> {
    let by_adverb = || {
        let adverbs = document.children_by(predicate, &[Label::Advmod]);
        // "Later than expected" compares, it does not point back.
        let compares = |adverb: usize| adverb + 1 < document.tokens.len() && document.lower(adverb + 1) == "than";
        adverbs
            .filter(|&adverb| !compares(adverb))
            .find_map(|adverb| side(include_str!("data/order_adverbs.tsv"), &document.lower(adverb)))
    };
    let by_phrase = || {
        document.children_by(predicate, &[Label::Prep]).find_map(|preposition| {
            let object = document.children_by(preposition, &[Label::Pobj, Label::Pcomp]).next()?;
            let points_back = matches!(document.lower(object).as_str(), "then" | "that" | "this");
            match document.lower(preposition).as_str() {
                _ if !points_back || document.subtree(object).len() > 1 => None,
                "by" if is_past_perfect(document, predicate) => Some(Side::Earlier),
                word => Some(side(include_str!("data/order_links.tsv"), word)?.opposite()),
            }
        })
    };
    by_adverb().or_else(by_phrase)
}

/// "after they left", "when they arrived, he had gone".
fn of_clause(document: &Document<'_>, predicate: usize, clause: usize) -> Option<Linked> {
    let lead = document.children_by(clause, &[Label::Mark, Label::Advmod]).next().filter(|&lead| lead < clause)?;
    let word = document.lower(lead);
    let side = side(include_str!("data/order_links.tsv"), &word).or_else(|| {
        let is_over = word == "when" && is_past_perfect(document, predicate) && !is_past_perfect(document, clause);
        is_over.then_some(Side::Later)
    });
    Some(Linked { event: clause, side: side? })
}

/// "after the publication", "before leaving", "ahead of the vote", "by the time the siren sounded".
fn of_phrase(document: &Document<'_>, predicate: usize, preposition: usize) -> Option<Linked> {
    let inner = document.child(preposition, Label::Prep).unwrap_or(preposition);
    let object = document.children_by(inner, &[Label::Pobj, Label::Pcomp, Label::Dobj]).next()?;
    let word = document.lower(preposition);
    if word == "by" && document.lower(object) == "time" {
        let event = document.children_by(object, &[Label::Relcl, Label::Acl]).next()?;
        return is_past_perfect(document, predicate).then_some(Linked { event, side: Side::Later });
    }
    let is_verb = document.tokens[object].pos == Pos::Verb && document.tokens[object].label == Label::Pcomp;
    let event = if is_verb { object } else { event_noun(document, object)? };
    Some(Linked { event, side: side(include_str!("data/order_links.tsv"), &word)? })
}

fn side(table: &'static str, word: &str) -> Option<Side> {
    let (_, side) = table::rows(table).find(|(known, _)| *known == word)?;
    Some(if side == "earlier" { Side::Earlier } else { Side::Later })
}

fn is_past_perfect(document: &Document<'_>, predicate: usize) -> bool {
    let has_had = document.children_by(predicate, &[Label::Aux]).any(|aux| document.lower(aux) == "had");
    document.tokens[predicate].tag == Tag::Vbn && has_had
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::analyze;

    /// Each ordered pair as "earlier < later"; "^" stands for the sentence before.
    fn found(text: &str) -> String {
        let article = article::from_text("corpus", text.to_owned());
        let document = analyze(&article);
        let name = |token: usize| document.tokens[token].lemma.clone();
        let in_order = |one: String, side: Side, other: String| match side {
            Side::Earlier => format!("{other} < {one}"),
            Side::Later => format!("{one} < {other}"),
        };
        let verbs = (0..document.tokens.len()).filter(|&token| document.tokens[token].pos == Pos::Verb);
        let mut found = Vec::new();
        for verb in verbs {
            found.extend(
                linked(&document, verb).iter().map(|linked| in_order(name(verb), linked.side, name(linked.event))),
            );
            found.extend(pointing_back(&document, verb).map(|side| in_order("^".to_owned(), side, name(verb))));
        }
        if found.is_empty() { "-".to_owned() } else { found.join(", ") }
    }

    #[test]
    fn corpus_lines_are_put_in_the_order_that_they_tell() {
        table::check_corpus(include_str!("order.corpus.tsv"), |text, _| found(text));
    }

    #[test]
    fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
        let corpus = include_str!("order.corpus.tsv").to_lowercase();
        for table in [include_str!("data/order_adverbs.tsv"), include_str!("data/order_links.tsv")] {
            assert_eq!(table::first_out_of_order(table), None);
            assert!(table::rows(table).all(|(word, _)| corpus.contains(word)));
        }
    }
}
