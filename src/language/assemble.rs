//! Annotations of an article's blocks -> its document: white space dropped, every tree within its sentence.

use crate::article::BlockKind;
use crate::language::annotate::{AnnotatedToken, Annotation};
use crate::language::document::{Document, Entity, Sentence, Token};
use crate::language::labels::Label;

/// Collects the parts of a document block by block.
#[derive(Default)]
pub(crate) struct Assembly {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    entities: Vec<Entity>,
}

impl Assembly {
    /// Adds a block that begins at byte `offset` of the article's text.
    pub(crate) fn add(&mut self, annotation: Annotation, kind: BlockKind, offset: usize) {
        let before = self.tokens.len();
        let numbers = numbers(&annotation.tokens, before);
        for name in &annotation.entities {
            let tokens = numbers[name.tokens.start]..numbers[name.tokens.end];
            if !tokens.is_empty() {
                self.entities.push(Entity { tokens, label: name.label });
            }
        }
        let heads = heads(&annotation.tokens);
        let mut is_start = true;
        for (token, head) in annotation.tokens.into_iter().zip(heads) {
            is_start |= token.starts_sentence;
            if token.is_space {
                continue;
            }
            let number = self.tokens.len();
            if std::mem::take(&mut is_start) {
                self.sentences.push(Sentence { tokens: number..number, root: number, block: kind });
            }
            self.sentences.last_mut().expect("the first token starts a sentence").tokens.end = number + 1;
            let span = token.span.shifted(offset);
            let (lemma, tag, pos, label) = (token.lemma, token.tag, token.pos, token.label);
            self.tokens.push(Token { span, lemma, tag, pos, head: numbers[head], label });
        }
        self.settle_roots(before);
    }

    /// The document of all blocks added.
    pub(crate) fn finish(self, text: &str) -> Document<'_> {
        Document::new(text, self.tokens, self.sentences, self.entities)
    }

    /// Makes a root of each token from `first` on whose head lies in another sentence, and finds the sentences' roots.
    fn settle_roots(&mut self, first: usize) {
        for sentence in self.sentences.iter_mut().rev().take_while(|sentence| sentence.tokens.start >= first) {
            for number in sentence.tokens.clone() {
                let token = &mut self.tokens[number];
                if !sentence.tokens.contains(&token.head) || token.head == number {
                    (token.head, token.label) = (number, Label::Root);
                }
            }
            let mut roots = sentence.tokens.clone().filter(|&number| self.tokens[number].head == number);
            sentence.root = roots.next().unwrap_or(sentence.tokens.start);
        }
    }
}

/// For each token the number that it, or the next one that is no white space, has in the document; one more than
/// tokens.
fn numbers(tokens: &[AnnotatedToken], before: usize) -> Vec<usize> {
    let mut next = before;
    let mut numbers = Vec::with_capacity(tokens.len() + 1);
    for token in tokens {
        numbers.push(next);
        next += usize::from(!token.is_space);
    }
    numbers.push(next);
    numbers
}

/// The nearest head of each token that is no white space; where there is none, the first word below its root.
fn heads(tokens: &[AnnotatedToken]) -> Vec<usize> {
    let mut stand_ins: Vec<Option<usize>> = vec![None; tokens.len()];
    let mut heads = Vec::with_capacity(tokens.len());
    for (number, token) in tokens.iter().enumerate() {
        let mut head = token.head;
        while tokens[head].is_space && tokens[head].head != head {
            head = tokens[head].head;
        }
        if tokens[head].is_space && !token.is_space {
            head = *stand_ins[head].get_or_insert(number);
        }
        heads.push(head);
    }
    heads
}
