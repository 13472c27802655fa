//! Plain texts -> all that the model says of their tokens, white space among them.

use crate::language::document::Entity;
use crate::language::labels::{Label, Pos, Tag};
use crate::language::reading;
use crate::span::Span;

/// All that the model says of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Words, punctuation marks and white space beyond single spaces, in order.
    pub tokens: Vec<AnnotatedToken>,
    /// Names, in order, as numbers of tokens.
    pub entities: Vec<Entity>,
}

/// A token with what the model says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatedToken {
    /// Its place in the text.
    pub span: Span,
    /// Whether it is white space.
    pub is_space: bool,
    /// The tag of the treebank.
    pub tag: Tag,
    /// The universal part of speech.
    pub pos: Pos,
    /// The dictionary form.
    pub lemma: String,
    /// The number of the token that it depends on; its own where it is a root.
    pub head: usize,
    /// How it depends on its head.
    pub label: Label,
    /// Whether a sentence begins here.
    pub starts_sentence: bool,
}

/// Annotates one text as spaCy does.
///
/// "The bridge opened." gives four tokens; "opened" is a `Vbd`, a `Verb` with the lemma "open", and the root.
pub fn annotate(text: &str) -> Annotation {
    annotate_all(&[text]).pop().unwrap_or_default()
}

/// Annotates each text by itself; many short texts take less time together.
///
/// A title "Bridge opens" and a text "It cost $5m." give two annotations, and no sentence crosses from one to the other.
pub fn annotate_all(texts: &[&str]) -> Vec<Annotation> {
    reading::read_all(texts)
}
