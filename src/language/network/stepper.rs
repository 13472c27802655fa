//! Scores the moves of a transition system: vectors of the words that a state looks at -> hidden layer -> scores.

use crate::language::model::Weights;
use crate::language::network::layers::{Linear, add};
use crate::language::network::matrix::Matrix;

/// The layers that score the moves from `WORDS` words of a state.
#[derive(Debug)]
pub(crate) struct Stepper<const WORDS: usize> {
    reduce: Linear,
    /// For each word that a state looks at both pieces of the hidden layer.
    lower: Matrix,
    bias: Vec<f32>,
    /// What stands for a word that is not there.
    padding: Vec<f32>,
    upper: Linear,
}

/// What each word of a text adds to the hidden layer in each place of a state, and room for the sums.
pub(crate) struct Prepared {
    rows: Vec<f32>,
    hidden: Vec<f32>,
    /// The scores of the moves in the state that was asked for last.
    pub(crate) scores: Vec<f32>,
}

impl<const WORDS: usize> Stepper<WORDS> {
    /// Reads the layers whose names begin so.
    pub(crate) fn read(weights: &Weights, name: &str) -> Self {
        Self {
            reduce: weights.linear(&format!("{name}.reduce")),
            lower: weights.matrix(&format!("{name}.lower.weight")),
            bias: weights.vector(&format!("{name}.lower.bias")),
            padding: weights.vector(&format!("{name}.lower.padding")),
            upper: weights.linear(&format!("{name}.upper")),
        }
    }

    /// Computes for all words what no state changes.
    pub(crate) fn prepare(&self, vectors: &[f32]) -> Prepared {
        let words = vectors.len() / self.reduce.weights.inputs;
        let (mut reduced, mut rows) = (Vec::new(), Vec::new());
        self.reduce.apply(vectors, words, &mut reduced);
        self.lower.multiply(&reduced, words, self.lower.inputs, &mut rows);
        Prepared { rows, hidden: vec![0.0; self.bias.len()], scores: vec![0.0; self.upper.bias.len()] }
    }

    /// Scores all moves in a state that looks at these words.
    pub(crate) fn score(&self, prepared: &mut Prepared, words: [Option<usize>; WORDS]) {
        let size = self.bias.len();
        prepared.hidden.fill(0.0);
        for (place, word) in words.into_iter().enumerate() {
            let row = word.map_or(&self.padding[..], |word| &prepared.rows[word * WORDS * size..]);
            add(&mut prepared.hidden, &row[place * size..][..size]);
        }
        add(&mut prepared.hidden, &self.bias);
        let (first, second) = prepared.hidden.split_at(size / 2);
        prepared.scores.fill(0.0);
        for (at, (first, second)) in first.iter().zip(second).enumerate() {
            let value = first.max(*second);
            for (score, weight) in prepared.scores.iter_mut().zip(self.upper.weights.row(at)) {
                *score += value * weight;
            }
        }
        add(&mut prepared.scores, &self.upper.bias);
    }
}
