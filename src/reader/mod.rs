//! A sentence -> its vector and states; two of them -> [`Reading`]: whether both tell the same thing, how they stand to
//! each other, in what, and in which words.
//!
//! The network says nothing about days or amounts: what their values are is computed elsewhere. Each side and each pair is
//! read by itself, so that a result never depends on what else is read.

mod network;
mod pieces;

use crate::span::Span;
use network::{Network, States};
use pieces::{Piece, Side};

/// A sentence with what it stands under.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The title of its article; empty for the title itself.
    pub title: &'a str,
    /// The heading that it stands under; empty without one.
    pub heading: &'a str,
    /// The sentence.
    pub sentence: &'a str,
}

/// A sentence as the lower layers of the network read it, once for all that it is read beside.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// A vector of length one that lies near those of sentences that tell the same.
    pub vector: Vec<f32>,
    /// At least one.
    windows: Vec<Window>,
}

/// As much of a sentence as the network reads at once.
#[derive(Clone, Debug)]
struct Window {
    states: States,
    /// The word pieces of the sentence in the window, and the number of the first one among the states.
    pieces: Vec<Piece>,
    first: usize,
}

/// What the network says of two sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The probabilities that the two are unrelated, agree, conflict, that the later one revises the other, and that two
    /// speakers dispute it.
    pub relations: [f32; 5],
    /// For each kind the probability that the two agree or differ in it.
    pub kinds: [f32; 12],
    /// The words of the left sentence that carry what is compared, as bytes of the sentence.
    pub left_words: Option<Span>,
    /// The same of the right sentence.
    pub right_words: Option<Span>,
}

impl Reading {
    /// The mean of two readings of one pair; the other one was read the other way round.
    pub fn averaged(self, swapped: &Self) -> Self {
        let mean = |(one, other): (f32, f32)| (one + other) / 2.0;
        let pairs = |at: usize| (self.relations[at], swapped.relations[at]);
        let kinds = |at: usize| (self.kinds[at], swapped.kinds[at]);
        Self {
            relations: std::array::from_fn(|at| mean(pairs(at))),
            kinds: std::array::from_fn(|at| mean(kinds(at))),
            left_words: self.left_words.or(swapped.right_words),
            right_words: self.right_words.or(swapped.left_words),
        }
    }

    fn linked(&self) -> f32 {
        1.0 - self.relations[0]
    }
}

/// The most windows of a sentence that are kept to be read beside others; what lies behind them is only in its vector.
const MOST_WINDOWS: usize = 4;

/// Reads a sentence by itself: in several windows where it is long.
///
/// "The bridge opened on Monday." has one window of some ten word pieces.
pub fn encode(passage: &Passage<'_>) -> Encoded {
    let network = Network::get();
    let sides = pieces::sides(passage);
    let mut vector: Vec<f32> = Vec::new();
    let mut windows = Vec::new();
    for Side { ids, first, pieces } in sides {
        let (states, own) = network.encode(&ids, first);
        if vector.is_empty() {
            vector = own;
        } else {
            vector.iter_mut().zip(own).for_each(|(sum, value)| *sum += value);
        }
        if windows.len() < MOST_WINDOWS {
            windows.push(Window { states, pieces, first });
        }
    }
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    vector.iter_mut().for_each(|value| *value /= length);
    Encoded { vector, windows }
}

/// Reads two sentences beside each other; of long ones the windows that are linked most surely.
pub fn read(left: &Encoded, right: &Encoded) -> Reading {
    let readings = left.windows.iter().flat_map(|one| right.windows.iter().map(move |other| read_windows(one, other)));
    readings
        .reduce(|best, next| if next.linked() > best.linked() { next } else { best })
        .expect("every sentence has a window")
}

fn read_windows(left: &Window, right: &Window) -> Reading {
    let said = Network::get().read(&left.states, &right.states);
    Reading {
        relations: softmax(said.relations),
        kinds: said.kinds.map(sigmoid),
        left_words: left.words(&said.left_words),
        right_words: right.words(&said.right_words),
    }
}

impl Window {
    /// The words that the network points at: around the piece that it points at most surely.
    fn words(&self, logits: &[f32]) -> Option<Span> {
        let own = logits.get(self.first..self.first + self.pieces.len())?;
        let (peak, highest) = own.iter().copied().enumerate().max_by(|one, other| one.1.total_cmp(&other.1))?;
        if highest < 0.0 {
            return None;
        }
        let is_meant = |&at: &usize| own[at] > POINTING || self.pieces[at].continues;
        let start = (0..peak).rev().take_while(is_meant).last().unwrap_or(peak);
        let start = (0..=start).rev().find(|&at| !self.pieces[at].continues).unwrap_or(start);
        let end = (peak + 1..own.len()).take_while(is_meant).last().unwrap_or(peak);
        Some(self.pieces[start].span.to(self.pieces[end].span))
    }
}

/// Beside the piece that is pointed at most surely others count from a third on.
const POINTING: f32 = -0.7;

fn softmax(logits: [f32; 5]) -> [f32; 5] {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers = logits.map(|logit| (logit - top).exp());
    let sum: f32 = powers.iter().sum();
    powers.map(|power| power / sum)
}

fn sigmoid(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

#[cfg(test)]
mod tests;
