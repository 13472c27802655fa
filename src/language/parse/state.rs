//! The state of the arc-eager parser: stack, buffer and the arcs drawn so far.

use crate::language::model::{Arc, ParserMove};

/// Where the parser stands.
pub(crate) struct State {
    stack: Vec<u32>,
    /// Words that went back to the buffer, the next one last.
    returned: Vec<u32>,
    /// The first word that was never on the stack.
    next: u32,
    words: Vec<Word>,
}

/// What the parser has said of a word.
#[derive(Clone, Copy, Default)]
struct Word {
    arc: Option<(u32, Arc)>,
    /// The child to the left that was attached last.
    left: Option<u32>,
    /// The child to the right that was attached last.
    right: Option<u32>,
    /// The right child that its head had before this word.
    sibling: Option<u32>,
    returned: bool,
    starts_sentence: bool,
}

/// Which kinds of moves are valid in a state.
#[derive(Clone, Copy)]
pub(crate) struct Valid {
    shift: bool,
    reduce: bool,
    arcs: bool,
    split: bool,
}

impl Valid {
    /// Whether the move is of a valid kind.
    pub(crate) fn allows(self, action: ParserMove) -> bool {
        match action {
            ParserMove::Shift => self.shift,
            ParserMove::Reduce => self.reduce,
            ParserMove::Left(_) | ParserMove::Right(_) => self.arcs,
            ParserMove::Break => self.split,
        }
    }
}

impl State {
    /// The state before the first of `length` words.
    pub(crate) fn new(length: usize) -> Self {
        Self { stack: Vec::new(), returned: Vec::new(), next: 0, words: vec![Word::default(); length] }
    }

    /// Whether all words are done.
    pub(crate) fn is_final(&self) -> bool {
        self.stack.is_empty() && self.buffer_length() == 0
    }

    /// Whether nothing is open: what follows does not depend on what was, nor on the next word any earlier one.
    pub(crate) fn is_clear(&self) -> bool {
        let has_children = |word: &Word| word.left.is_some();
        self.stack.is_empty() && self.returned.is_empty() && !self.words.get(self.next_word()).is_some_and(has_children)
    }

    /// The first word that was never on the stack.
    pub(crate) fn next_word(&self) -> usize {
        self.next as usize
    }

    /// How many words wait.
    pub(crate) fn buffer_length(&self) -> usize {
        self.words.len() - self.next as usize + self.returned.len()
    }

    /// Drops all words from this one on; no earlier word may depend on them.
    pub(crate) fn forget_from(&mut self, word: usize) {
        self.words.truncate(word);
    }

    /// The words that the next move is decided by: two of the buffer, three of the stack, and children.
    pub(crate) fn words(&self) -> [Option<usize>; 8] {
        let (next, top) = (self.buffer(0), self.stack(0));
        let of = |word: Option<u32>| word.map(|word| self.words[word as usize]);
        let (left, top_left, top_right) =
            (of(next).and_then(|w| w.left), of(top).and_then(|w| w.left), of(top).and_then(|w| w.right));
        [next, self.buffer(1), top, self.stack(1), self.stack(2), left, top_left, top_right]
            .map(|word| word.map(|word| word as usize))
    }

    /// Which moves are valid.
    pub(crate) fn valid(&self) -> Valid {
        let waiting = self.buffer_length();
        let next = self.buffer(0).map(|word| self.words[word as usize]);
        let in_sentence = next.is_some_and(|next| !next.starts_sentence);
        Valid {
            shift: self.stack.is_empty() || waiting >= 2 && in_sentence && next.is_some_and(|next| !next.returned),
            reduce: !self.stack.is_empty(),
            arcs: !self.stack.is_empty() && in_sentence,
            split: self.may_split(),
        }
    }

    /// A sentence may begin only at a word that follows the next one in the text.
    fn may_split(&self) -> bool {
        let (Some(next), Some(after)) = (self.buffer(0), self.buffer(1)) else { return false };
        after == next + 1 && !self.words[after as usize].starts_sentence
    }

    /// Makes a valid move.
    pub(crate) fn apply(&mut self, action: ParserMove) {
        match action {
            ParserMove::Shift => self.push(),
            ParserMove::Reduce => self.reduce(),
            ParserMove::Left(arc) => self.attach_left(arc),
            ParserMove::Right(arc) => self.attach_right(arc),
            ParserMove::Break => {
                let after = self.buffer(1).expect("a sentence is split before a word");
                self.words[after as usize].starts_sentence = true;
            }
        }
    }

    /// For each word its head and the arc's label; `None` at a root.
    pub(crate) fn into_arcs(self) -> Vec<Option<(u32, Arc)>> {
        self.words.into_iter().map(|word| word.arc).collect()
    }

    fn stack(&self, depth: usize) -> Option<u32> {
        self.stack.iter().rev().nth(depth).copied()
    }

    fn buffer(&self, place: usize) -> Option<u32> {
        if let Some(&word) = self.returned.iter().rev().nth(place) {
            return Some(word);
        }
        let word = self.next as usize + (place - self.returned.len());
        (word < self.words.len()).then_some(word as u32)
    }

    fn push(&mut self) {
        let word = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    fn pop(&mut self) -> u32 {
        self.stack.pop().expect("the move is valid only with a word on the stack")
    }

    fn reduce(&mut self) {
        let is_last = self.stack.len() == 1;
        let word = self.pop();
        let state = &mut self.words[word as usize];
        if state.arc.is_none() && !is_last {
            state.returned = true;
            self.returned.push(word);
        }
    }

    fn attach_left(&mut self, arc: Arc) {
        let head = self.buffer(0).expect("an arc needs a word in the buffer");
        let child = self.pop();
        self.detach(child);
        self.words[child as usize].arc = Some((head, arc));
        self.words[head as usize].left = Some(child);
        // The stack has changed, so a word that came back may go onto it again without end.
        self.words[head as usize].returned = false;
    }

    fn attach_right(&mut self, arc: Arc) {
        let head = self.stack(0).expect("an arc needs a word on the stack");
        let child = self.buffer(0).expect("an arc needs a word in the buffer");
        let sibling = self.words[head as usize].right.replace(child);
        let word = &mut self.words[child as usize];
        (word.arc, word.sibling) = (Some((head, arc)), sibling);
        self.push();
    }

    /// Takes a word from the head to its left; it is that head's last child, since it lies above it on the stack.
    fn detach(&mut self, child: u32) {
        if let Some((head, _)) = self.words[child as usize].arc {
            self.words[head as usize].right = self.words[child as usize].sibling;
        }
    }
}
