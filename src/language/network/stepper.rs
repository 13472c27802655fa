//! Scores the moves of a transition system: vectors of the words that a state looks at -> hidden layer -> scores.

use crate::language::model::Weights;
use crate::language::network::layers::{Linear, add, larger};
use crate::language::network::matrix::Matrix;
use crate::language::network::wide::wide;

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

/// What each word of a text adds to the hidden layer in each place of a state, and room for the sums; kept from text
/// to text.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    reduced: Vec<f32>,
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
    pub(crate) fn prepare(&self, vectors: &[f32], prepared: &mut Prepared) {
        let words = vectors.len() / self.reduce.weights.inputs;
        self.reduce.apply(vectors, words, &mut prepared.reduced);
        self.lower.multiply(&prepared.reduced, words, self.lower.inputs, &mut prepared.rows);
        prepared.hidden.resize(self.bias.len(), 0.0);
        prepared.scores.resize(self.upper.bias.len(), 0.0);
    }

    /// Scores all moves in a state that looks at these words.
    pub(crate) fn score(&self, prepared: &mut Prepared, words: [Option<usize>; WORDS]) {
        let size = self.bias.len();
        let Prepared { rows, hidden, scores, .. } = prepared;
        let rows = std::array::from_fn::<&[f32], WORDS, _>(|place| {
            let row = words[place].map_or(&self.padding[..], |word| &rows[word * WORDS * size..]);
            &row[place * size..][..size]
        });
        step(&rows, &self.bias, &self.upper, hidden, scores);
    }
}

wide! {
    /// Sums the rows and the bias, takes the larger of both pieces, and applies the layer to them.
    fn step(rows: &[&[f32]], bias: &[f32], upper: &Linear, hidden: &mut [f32], scores: &mut [f32]) {
        hidden.fill(0.0);
        rows.iter().for_each(|row| add(hidden, row));
        add(hidden, bias);
        let (first, second) = hidden.split_at_mut(bias.len() / 2);
        for (first, second) in first.iter_mut().zip(second) {
            *first = larger(*first, *second);
        }
        scores.copy_from_slice(&upper.bias);
        for (quarter, values) in first.as_chunks::<4>().0.iter().enumerate() {
            let [one, two, three, four] = std::array::from_fn(|at| &upper.weights.row(4 * quarter + at)[..scores.len()]);
            for (at, score) in scores.iter_mut().enumerate() {
                let products = (values[0] * one[at] + values[1] * two[at]) + (values[2] * three[at] + values[3] * four[at]);
                *score += products;
            }
        }
    }
}
