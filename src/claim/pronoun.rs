//! What "it", "they", "its" and "their" take up: a subject told before that agrees with them in number. Persons are
//! settled by `entity`; a wrong link costs more than a missing one.

use rustc_hash::FxHashMap;

use crate::article::BlockKind;
use crate::entity::{Entities, Role};
use crate::language::{Document, Label, Pos, Sentence, Tag, wordnet};

/// For each pronoun that takes up a thing or several, the head of the phrase that names it.
///
/// "bridge" for "It" in "The bridge opened in May. It will carry 900 lorries a day."
pub(super) fn antecedents(document: &Document<'_>, entities: &Entities) -> FxHashMap<usize, usize> {
    let mut reader = Reader { document, entities, found: FxHashMap::default() };
    let mut earlier = None;
    for sentence in &document.sentences {
        let is_prose = sentence.block == BlockKind::Prose;
        earlier = if is_prose { reader.read(sentence, earlier) } else { None };
    }
    reader.found
}

/// A subject with its verb, in order of place.
#[derive(Clone, Copy)]
struct Subject {
    head: usize,
    verb: usize,
}

struct Reader<'d> {
    document: &'d Document<'d>,
    entities: &'d Entities,
    found: FxHashMap<usize, usize>,
}

impl Reader<'_> {
    /// Links the pronouns of a sentence, `earlier` being the main subject of the one before; gives its own main subject.
    fn read(&mut self, sentence: &Sentence, earlier: Option<usize>) -> Option<usize> {
        let mut subjects: Vec<Subject> = Vec::new();
        for token in sentence.tokens.clone() {
            let is_subject = matches!(self.document.tokens[token].label, Label::Nsubj | Label::Nsubjpass);
            if let Some(is_plural) = pronoun(&self.document.lower(token)).filter(|_| self.is_free(token)) {
                let nearest = subjects.iter().rev().find(|subject| self.may_be_beside(token, **subject));
                let candidate = nearest.map(|subject| subject.head).or(earlier);
                if let Some(head) = candidate.filter(|&head| self.agrees(head, is_plural)) {
                    self.found.insert(token, head);
                }
            }
            if is_subject {
                let head = self.found.get(&token).copied().unwrap_or(token);
                subjects.push(Subject { head, verb: self.document.tokens[token].head });
            }
        }
        let depth = |subject: &Subject| self.document.ancestors(subject.verb).take(32).count();
        subjects.iter().min_by_key(|subject| depth(subject)).map(|subject| subject.head)
    }

    /// Whether the pronoun may take up a name or noun at all: it names nobody yet and is no "it" that stands for a clause.
    fn is_free(&self, token: usize) -> bool {
        self.entities.at(token).is_none() && !stands_for_clause(self.document, token)
    }

    /// Whether the pronoun may take up the subject of a clause before it: "its plant" that of its own clause, "it" only
    /// that of another.
    fn may_be_beside(&self, token: usize, subject: Subject) -> bool {
        let owns = self.document.tokens[token].label == Label::Poss;
        let mut above = self.document.ancestors(token);
        owns || above.next() != Some(subject.verb) && {
            let clause = above.find(|&token| self.document.tokens[token].pos == Pos::Verb);
            self.document.tokens[token].label != Label::Pobj || clause != Some(subject.verb)
        }
    }

    /// Whether the phrase is of the number that the pronoun says, and no single person.
    fn agrees(&self, head: usize, is_plural: bool) -> bool {
        let token = &self.document.tokens[head];
        let is_joined = self.document.child(head, Label::Conj).is_some();
        let role = self.entities.at(head).map(|mention| self.entities.names[mention.entity].role);
        let lemma = token.lemma.to_lowercase();
        match token.tag {
            Tag::Nns | Tag::Nnps => is_plural || role.is_some_and(|role| role != Role::Person),
            Tag::Nn | Tag::Nnp if is_plural => is_joined,
            Tag::Nn | Tag::Nnp => !is_joined && role != Some(Role::Person) && !wordnet::is_person(&lemma),
            _ => false,
        }
    }
}

/// Whether the pronoun is one for things or for several, and for several.
fn pronoun(word: &str) -> Option<bool> {
    match word {
        "it" | "its" | "itself" => Some(false),
        "they" | "them" | "their" | "themselves" => Some(true),
        _ => None,
    }
}

/// Whether "it" only announces a clause or the weather's kind of verb: "it is clear that", "it took two days to".
fn stands_for_clause(document: &Document<'_>, token: usize) -> bool {
    if document.lower(token) != "it" {
        return false;
    }
    let verb = document.tokens[token].head;
    let is_announcing = matches!(document.tokens[verb].lemma.as_str(), "be" | "seem" | "appear" | "take" | "turn");
    let clause = document.children(verb).chain(
        document.children_by(verb, &[Label::Acomp, Label::Attr]).flat_map(|complement| document.children(complement)),
    );
    let mut clauses = clause.filter(|&child| {
        matches!(
            document.tokens[child].label,
            Label::Ccomp | Label::Xcomp | Label::Csubj | Label::Relcl | Label::Advcl | Label::Acl
        )
    });
    document.tokens[token].label == Label::Expl || is_announcing && clauses.any(|clause| clause > verb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::analyze;

    /// Each pronoun of the text that takes something up, with what it takes up.
    fn found(text: &str) -> Vec<String> {
        let article = article::from_text("sample", text.to_owned());
        let document = analyze(&article);
        let antecedents = antecedents(&document, &crate::entity::annotate(&document));
        let mut found: Vec<_> = antecedents.into_iter().collect();
        found.sort_unstable();
        found.into_iter().map(|(at, head)| format!("{}={}", document.word(at), document.word(head))).collect()
    }

    #[test]
    fn pronouns_take_up_the_subject_before_that_agrees() {
        for (text, expected) in [
            ("The bridge opened in May. It carries two lanes.", vec!["It=bridge"]),
            ("The bridges opened in May. They carry two lanes.", vec!["They=bridges"]),
            ("The bridge opened in May, and its owner said that it was full.", vec!["its=bridge"]),
            ("The bridges opened in May. It carries two lanes.", vec![]),
            ("The driver left. It was clear that nobody had seen her.", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
