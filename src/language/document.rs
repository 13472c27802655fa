//! The parsed text: tokens with their tree, sentences and named entities.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::article::BlockKind;
use crate::language::labels::{EntityLabel, Label, Pos, Tag};
use crate::span::Span;

/// A parsed article. Token numbers count through the whole article; trees never cross a sentence.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article's text, which all spans count in.
    pub text: &'a str,
    /// All words and punctuation marks, in order; never white space.
    pub tokens: Vec<Token>,
    /// All sentences, in order; every token is in exactly one.
    pub sentences: Vec<Sentence>,
    /// Names, in order, without overlap.
    pub entities: Vec<Entity>,
    tree: Tree,
}

/// A word or punctuation mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place.
    pub span: Span,
    /// The dictionary form: "opened" has "open". Names keep their letters.
    pub lemma: String,
    /// The tag of the treebank.
    pub tag: Tag,
    /// The universal part of speech.
    pub pos: Pos,
    /// The number of the token that it depends on; its own where it is a root.
    pub head: usize,
    /// How it depends on its head.
    pub label: Label,
}

/// A sentence: a stretch of tokens in one block with one root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that its tree hangs from; the first one where the parser left several.
    pub root: usize,
    /// The kind of block that it stands in.
    pub block: BlockKind,
}

/// A name or expression that the entity recogniser marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub label: EntityLabel,
}

/// What follows from the heads, computed once so that every question about the tree costs what its answer costs.
#[derive(Clone, Debug, Default)]
struct Tree {
    /// For each token the start of its children in `children`; one more entry than tokens.
    starts: Vec<u32>,
    children: Vec<u32>,
    /// The first and last token of each token's subtree.
    edges: Vec<(u32, u32)>,
    sentence_of: Vec<u32>,
}

impl<'a> Document<'a> {
    /// Joins the parts; heads must lie in the token's own sentence.
    pub fn new(text: &'a str, tokens: Vec<Token>, sentences: Vec<Sentence>, entities: Vec<Entity>) -> Self {
        let tree = Tree::of(&tokens, &sentences);
        Self { text, tokens, sentences, entities, tree }
    }

    /// Gives each word that is a key, as written or as its dictionary form, the dictionary form that stands for it.
    ///
    /// With "deplane" for "disembark", "They deplaned" says what "They disembarked" says.
    pub fn rename(&mut self, words: &BTreeMap<String, String>) {
        if words.is_empty() {
            return;
        }
        let text = self.text;
        for token in &mut self.tokens {
            let written = || token.span.of(text).to_lowercase();
            if let Some(known) = words.get(&token.lemma.to_lowercase()).or_else(|| words.get(&written())) {
                token.lemma.clone_from(known);
            }
        }
    }

    /// The letters of a token as written.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens[token].span.of(self.text)
    }

    /// The letters of a token in lower case.
    pub fn lower(&self, token: usize) -> String {
        self.word(token).to_lowercase()
    }

    /// The bytes from the first to the last of the tokens; `tokens` must not be empty.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.to(self.tokens[tokens.end - 1].span)
    }

    /// The tokens that depend on this one, in order.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let range = self.tree.starts[token] as usize..self.tree.starts[token + 1] as usize;
        self.tree.children[range].iter().map(|&child| child as usize)
    }

    /// The tokens that depend on this one by one of the labels, in order.
    pub fn children_by<'b>(&'b self, token: usize, labels: &'b [Label]) -> impl DoubleEndedIterator<Item = usize> + 'b {
        self.children(token).filter(move |&child| labels.contains(&self.tokens[child].label))
    }

    /// The first token that depends on this one by the label.
    pub fn child(&self, token: usize, label: Label) -> Option<usize> {
        self.children(token).find(|&child| self.tokens[child].label == label)
    }

    /// From the first to the last token of all that depends on this one, itself included.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let (first, last) = self.tree.edges[token];
        first as usize..last as usize + 1
    }

    /// The token of the range that depends on one outside it.
    pub fn top(&self, tokens: Range<usize>) -> Option<usize> {
        tokens.clone().find(|&token| !tokens.contains(&self.tokens[token].head))
    }

    /// The number of the sentence that the token stands in.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.tree.sentence_of[token] as usize
    }

    /// The name or expression that the token is part of.
    pub fn entity_of(&self, token: usize) -> Option<&Entity> {
        let after = self.entities.partition_point(|entity| entity.tokens.end <= token);
        self.entities.get(after).filter(|entity| entity.tokens.contains(&token))
    }

    /// The tokens from this one's head up to the root, itself not included.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = token;
        std::iter::from_fn(move || {
            let head = self.tokens[at].head;
            (head != at).then(|| {
                at = head;
                head
            })
        })
    }
}

impl Tree {
    fn of(tokens: &[Token], sentences: &[Sentence]) -> Self {
        let mut starts = vec![0u32; tokens.len() + 1];
        for (number, token) in tokens.iter().enumerate().filter(|(number, token)| token.head != *number) {
            debug_assert!(number < tokens.len());
            starts[token.head + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut children = vec![0u32; *starts.last().expect("one more start than tokens") as usize];
        for (number, token) in tokens.iter().enumerate().filter(|(number, token)| token.head != *number) {
            children[next[token.head] as usize] = number as u32;
            next[token.head] += 1;
        }
        let mut sentence_of = vec![0u32; tokens.len()];
        for (number, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(number as u32);
        }
        let edges = edges(tokens, &starts, &children);
        Self { starts, children, edges, sentence_of }
    }
}

/// The first and last token below each token, found from the leaves up without recursion.
fn edges(tokens: &[Token], starts: &[u32], children: &[u32]) -> Vec<(u32, u32)> {
    let mut edges: Vec<(u32, u32)> = (0..tokens.len() as u32).map(|number| (number, number)).collect();
    let mut order: Vec<u32> = (0..tokens.len() as u32).filter(|&at| tokens[at as usize].head == at as usize).collect();
    let mut at = 0;
    while at < order.len() {
        let token = order[at] as usize;
        order.extend_from_slice(&children[starts[token] as usize..starts[token + 1] as usize]);
        at += 1;
    }
    for &token in order.iter().rev() {
        let head = tokens[token as usize].head;
        let (first, last) = edges[token as usize];
        edges[head] = (edges[head].0.min(first), edges[head].1.max(last));
    }
    edges
}
