//! Cuts a sentence into clauses: the tokens that are predicates, and for each token the predicate that it serves.

use crate::language::cue::{Cue, cues};
use crate::language::{Document, EntityLabel, Label, Pos, Sentence, Tag};

/// The clauses of one sentence.
pub(super) struct Clauses {
    /// The number of the sentence's first token.
    first: usize,
    /// For each token of the sentence the predicate whose clause it stands in; its own number for a predicate.
    predicate_of: Vec<Option<usize>>,
}

impl Clauses {
    /// Finds the predicates of the sentence and assigns every token to the nearest one above it.
    pub(super) fn of(document: &Document<'_>, sentence: &Sentence) -> Self {
        let first = sentence.tokens.start;
        let mut clauses = Self { first, predicate_of: vec![None; sentence.tokens.len()] };
        let mut path = Vec::new();
        for token in sentence.tokens.clone() {
            let mut at = token;
            let found = loop {
                if let Some(predicate) = clauses.predicate_of[at - first] {
                    break Some(predicate);
                }
                if is_predicate(document, at) {
                    clauses.predicate_of[at - first] = Some(at);
                    break Some(at);
                }
                if let Some(verb) = verb_below(document, at) {
                    clauses.predicate_of[at - first] = Some(verb);
                    break Some(verb);
                }
                path.push(at);
                let head = document.tokens[at].head;
                if head == at {
                    break None;
                }
                at = head;
            };
            path.drain(..).for_each(|at| clauses.predicate_of[at - first] = found);
        }
        clauses
    }

    /// The predicate whose clause the token stands in; `None` in a sentence without one, and for a token of another
    /// sentence, where an expression runs over the end of its own.
    pub(super) fn predicate_of(&self, token: usize) -> Option<usize> {
        *self.predicate_of.get(token.checked_sub(self.first)?)?
    }

    /// All predicates, in order.
    pub(super) fn predicates(&self) -> impl Iterator<Item = usize> + '_ {
        let first = self.first;
        self.predicate_of
            .iter()
            .enumerate()
            .map(move |(at, &predicate)| (at + first, predicate))
            .filter_map(|(token, predicate)| (predicate == Some(token)).then_some(token))
    }

    /// The first and last token of the predicate's own clause, clauses inside it left out at both ends.
    pub(super) fn extent(&self, document: &Document<'_>, predicate: usize) -> std::ops::Range<usize> {
        let is_own = |token: &usize| {
            *token >= self.first
                && self.predicate_of(*token) == Some(predicate)
                && document.tokens[*token].pos != Pos::Punct
        };
        let whole = document.subtree(predicate);
        let start = whole.clone().find(is_own).unwrap_or(predicate);
        let end = whole.rev().find(is_own).unwrap_or(predicate);
        start..end + 1
    }
}

/// Whether the token heads a clause: a verb or copula that is not an auxiliary or a mere modifier of a noun.
fn is_predicate(document: &Document<'_>, token: usize) -> bool {
    let heads_a_clause = !matches!(
        document.tokens[token].label,
        Label::Aux | Label::Auxpass | Label::Amod | Label::Compound | Label::Prep | Label::Nmod | Label::Case
    );
    let is_verb = matches!(document.tokens[token].pos, Pos::Verb | Pos::Aux);
    is_verb && (heads_a_clause || has_subject(document, token)) && !is_preposition(document, token)
}

fn has_subject(document: &Document<'_>, token: usize) -> bool {
    document.child(token, Label::Nsubj).is_some()
}

/// Whether a participle stands for a preposition: "regarding", "concerning".
pub(super) fn is_preposition(document: &Document<'_>, token: usize) -> bool {
    document.tokens[token].label == Label::Acl
        && document.child(token, Label::Pobj).is_some()
        && document.children(token).count() == 1
}

/// The verb that the parser hung below its own object: "unveiled" in "Russia unveiled draft treaties", read as a modifier
/// of "treaties".
pub(super) fn verb_below(document: &Document<'_>, object: usize) -> Option<usize> {
    document
        .children_by(object, &[Label::Amod, Label::Compound, Label::Nmod])
        .find(|&child| document.tokens[child].pos == Pos::Verb && has_subject(document, child))
}

/// The noun that such a verb was hung below.
pub(super) fn object_above(document: &Document<'_>, predicate: usize) -> Option<usize> {
    let head = document.tokens[predicate].head;
    (verb_below(document, head) == Some(predicate)).then_some(head)
}

/// The subject of the predicate: its own, the one that it shares with a clause it is joined to or depends on, or what
/// its relative pronoun stands for.
///
/// "Washington" for "provide" in "Washington promised to provide a response"; `None` where the text leaves it open.
pub(super) fn subject(document: &Document<'_>, predicate: usize) -> Option<usize> {
    const SUBJECTS: [Label; 4] = [Label::Nsubj, Label::Nsubjpass, Label::Csubj, Label::Expl];
    let mut at = predicate;
    for _ in 0..6 {
        // Where the parser gives a title and a name as two subjects, the one next to the verb is the name.
        if let Some(own) = document.children_by(at, &SUBJECTS).rfind(|&child| child < at) {
            return Some(antecedent(document, at, own).unwrap_or(own));
        }
        if let Some(own) = document.children_by(at, &SUBJECTS).next() {
            return Some(own);
        }
        let token = &document.tokens[at];
        let has_object = document.child(token.head, Label::Dobj).filter(|_| token.label == Label::Xcomp);
        match token.label {
            // "asked the government to act": the object acts.
            Label::Xcomp if has_object.is_some() => return has_object,
            Label::Xcomp | Label::Conj | Label::Advcl | Label::Acomp | Label::Pcomp | Label::Ccomp
                if token.head != at && !is_finite(document, at) =>
            {
                at = token.head;
            }
            Label::Conj if token.head != at => at = token.head,
            Label::Prep if token.head != at => at = token.head,
            // "Dropped its plan to build a mill": who planned builds.
            Label::Acl if is_infinitive(document, at) => {
                let noun = token.head;
                return document.child(noun, Label::Poss).or_else(|| {
                    let verb = document.tokens[noun].head;
                    let is_object = document.tokens[noun].label == Label::Dobj;
                    document.children_by(verb, &SUBJECTS).next().filter(|_| is_object)
                });
            }
            Label::Acl | Label::Relcl if token.head != at => return Some(named_by_copula(document, token.head)),
            _ => return None,
        }
    }
    None
}

/// The name that a copula says the noun of, or the noun: "Orla" for "ferry" in "Orla is a ferry built in 1987".
fn named_by_copula(document: &Document<'_>, noun: usize) -> usize {
    let copula = document.tokens[noun].head;
    let is_attribute = document.tokens[noun].label == Label::Attr && document.tokens[copula].lemma == "be";
    let subject = document.child(copula, Label::Nsubj).filter(|_| is_attribute);
    subject.filter(|&subject| document.tokens[subject].pos == Pos::Propn).unwrap_or(noun)
}

/// Whether the clause is an infinitive: "to build a mill".
pub(super) fn is_infinitive(document: &Document<'_>, predicate: usize) -> bool {
    document.children_by(predicate, &[Label::Aux]).any(|aux| document.tokens[aux].tag == Tag::To)
}

/// What a relative pronoun that is the subject of a relative clause stands for.
fn antecedent(document: &Document<'_>, predicate: usize, subject: usize) -> Option<usize> {
    let is_pronoun = matches!(document.lower(subject).as_str(), "who" | "which" | "that");
    let is_relative = document.tokens[predicate].label == Label::Relcl;
    let head = document.tokens[predicate].head;
    // "The strike in Lomond, which begins on Monday": the parser takes the nearer noun, but no place begins.
    let place = &document.tokens[head];
    let above = document.tokens[place.head].head;
    let is_place =
        || document.entity_of(head).is_some_and(|name| matches!(name.label, EntityLabel::Gpe | EntityLabel::Loc));
    let is_of_events = || cues(document, predicate).has_any(&[Cue::Begin, Cue::End, Cue::Occur]);
    let is_misplaced =
        place.label == Label::Pobj && document.tokens[above].pos == Pos::Noun && is_of_events() && is_place();
    (is_pronoun && is_relative).then_some(if is_misplaced { above } else { head })
}

/// Whether the predicate stands in a tense of its own.
pub(super) fn is_finite(document: &Document<'_>, predicate: usize) -> bool {
    use crate::language::Tag;
    let finite = |token: usize| matches!(document.tokens[token].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    finite(predicate) || document.children_by(predicate, &[Label::Aux, Label::Auxpass]).any(finite)
}

/// Whether the predicate is in the passive.
pub(super) fn is_passive(document: &Document<'_>, predicate: usize) -> bool {
    use crate::language::Tag;
    let token = &document.tokens[predicate];
    document.child(predicate, Label::Auxpass).is_some()
        || document.child(predicate, Label::Nsubjpass).is_some()
        || (token.tag == Tag::Vbn
            && matches!(token.label, Label::Acl | Label::Relcl | Label::Advcl)
            && document.child(predicate, Label::Aux).is_none())
        || shares_passive(document, predicate)
}

/// Whether a participle is joined to a verb in the passive and shares its subject: "was deprecated in May and removed".
fn shares_passive(document: &Document<'_>, predicate: usize) -> bool {
    use crate::language::Tag;
    let token = &document.tokens[predicate];
    token.tag == Tag::Vbn
        && token.label == Label::Conj
        && document.children_by(predicate, &[Label::Aux, Label::Nsubj, Label::Dobj]).next().is_none()
        && token.head < predicate
        && document.tokens[token.head].tag == Tag::Vbn
        && is_passive(document, token.head)
}
