//! Arcs of the parser -> the tree: lifted arcs put back, sentences where the roots' words begin.

use crate::language::labels::Label;
use crate::language::model::Arc;

/// For each word its head and label, and whether it begins a sentence.
pub(crate) struct Tree {
    /// The number of the head; a word's own where it is a root.
    pub(crate) heads: Vec<usize>,
    pub(crate) labels: Vec<Label>,
    pub(crate) starts: Vec<bool>,
}

/// The first and last word below each word.
type Edges = Vec<(usize, usize)>;

impl Tree {
    /// Builds the tree of the arcs; `is_space` tells which words are white space.
    pub(crate) fn of(arcs: Vec<Option<(u32, Arc)>>, is_space: &[bool]) -> Self {
        let head = |(word, arc): (usize, &Option<(u32, Arc)>)| arc.map_or(word, |(head, _)| head as usize);
        let label = |arc: &Option<(u32, Arc)>| arc.map_or(Label::Root, |(_, arc)| arc.label);
        let mut lifted: Vec<Option<Label>> = arcs.iter().map(|arc| arc.and_then(|(_, arc)| arc.lifted)).collect();
        let mut heads: Vec<usize> = arcs.iter().enumerate().map(head).collect();
        let labels: Vec<Label> = arcs.iter().map(label).collect();
        let mut edges = edges(&heads);
        if lifted.iter().any(Option::is_some) {
            for word in 0..heads.len() {
                if let Some(sought) = lifted[word] {
                    let tree = Unlifted { heads: &heads, labels: &labels, lifted: &lifted, edges: &edges, is_space };
                    heads[word] = tree.true_head(word, sought);
                    lifted[word] = None;
                }
            }
            edges = self::edges(&heads);
        }
        let mut starts = vec![false; heads.len()];
        for word in (0..heads.len()).filter(|&word| heads[word] == word) {
            starts[edges[word].0] = true;
        }
        Self { heads, labels, starts }
    }
}

/// A tree in which some arcs may still be lifted.
struct Unlifted<'a> {
    heads: &'a [usize],
    labels: &'a [Label],
    lifted: &'a [Option<Label>],
    edges: &'a [(usize, usize)],
    is_space: &'a [bool],
}

impl Unlifted<'_> {
    /// The word nearest below the head of `word`, level by level from the left, that has the label sought.
    fn true_head(&self, word: usize, sought: Label) -> usize {
        let mut level = vec![self.heads[word]];
        while !level.is_empty() {
            let mut next = Vec::new();
            for child in level.iter().flat_map(|&head| self.children(head)) {
                if child == word || self.is_space[child] {
                    continue;
                }
                if self.labels[child] == sought && self.lifted[child].is_none() {
                    return child;
                }
                next.push(child);
            }
            level = next;
        }
        self.heads[word]
    }

    /// The words that depend on this one, within the edges of the tree as the parser drew it.
    fn children(&self, head: usize) -> impl Iterator<Item = usize> {
        let (first, last) = self.edges[head];
        (first..=last).filter(move |&child| child != head && self.heads[child] == head)
    }
}

/// Finds the first and last word below each word, in as many passes as it takes until no head lies outside its
/// sentence, twelve at most.
fn edges(heads: &[usize]) -> Edges {
    let mut edges: Edges = (0..heads.len()).map(|word| (word, word)).collect();
    for _ in 0..12 {
        (0..heads.len()).for_each(|word| widen(&mut edges, heads[word], word));
        (0..heads.len()).rev().for_each(|word| widen(&mut edges, heads[word], word));
        if heads_lie_within_sentences(heads, &edges) {
            break;
        }
    }
    edges
}

fn widen(edges: &mut Edges, head: usize, child: usize) {
    let (first, last) = edges[child];
    edges[head] = (edges[head].0.min(first), edges[head].1.max(last));
}

fn heads_lie_within_sentences(heads: &[usize], edges: &Edges) -> bool {
    let mut starts = vec![false; heads.len()];
    (0..heads.len()).filter(|&word| heads[word] == word).for_each(|root| starts[edges[root].0] = true);
    let mut start = 0;
    for end in 1..heads.len() {
        if starts[end] || end == heads.len() - 1 {
            if heads[start..end].iter().any(|&head| head < start || head > end) {
                return false;
            }
            start = end;
        }
    }
    true
}
