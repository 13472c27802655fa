//! The layers between matrices: affine, and maxout with normalisation.

use crate::language::network::matrix::Matrix;

/// A matrix product and a bias.
#[derive(Debug)]
pub(crate) struct Linear {
    pub(crate) weights: Matrix,
    pub(crate) bias: Vec<f32>,
}

impl Linear {
    /// Applies the layer to `rows` rows that follow one another in `input`.
    pub(crate) fn apply(&self, input: &[f32], rows: usize, output: &mut Vec<f32>) {
        self.weights.multiply(input, rows, self.weights.inputs, output);
        for row in output.chunks_exact_mut(self.weights.outputs) {
            add(row, &self.bias);
        }
    }
}

/// The largest of three affine pieces for each output, brought to mean 0 and variance 1 and then scaled.
#[derive(Debug)]
pub(crate) struct Maxout {
    /// The pieces lie one after another: all first pieces, all second, all third.
    pub(crate) weights: Matrix,
    pub(crate) bias: Vec<f32>,
    pub(crate) gain: Vec<f32>,
    pub(crate) shift: Vec<f32>,
}

/// The number of affine pieces of which maxout takes the largest.
pub(crate) const PIECES: usize = 3;

impl Maxout {
    /// The number of values of an output.
    pub(crate) fn width(&self) -> usize {
        self.gain.len()
    }

    /// Finishes one row: `pieces` are the products with the weights, the result goes to `output`.
    pub(crate) fn finish(&self, pieces: &[f32], output: &mut [f32]) {
        let width = self.width();
        assert!(pieces.len() == PIECES * width && self.bias.len() == PIECES * width && output.len() == width);
        let (first, rest) = pieces.split_at(width);
        let (second, third) = rest.split_at(width);
        let (first_bias, rest) = self.bias.split_at(width);
        let (second_bias, third_bias) = rest.split_at(width);
        for at in 0..width {
            let larger = (first[at] + first_bias[at]).max(second[at] + second_bias[at]);
            output[at] = larger.max(third[at] + third_bias[at]);
        }
        normalise(output, &self.gain, &self.shift);
    }
}

/// Brings the row to mean 0 and variance 1, then scales and shifts it.
fn normalise(row: &mut [f32], gain: &[f32], shift: &[f32]) {
    let count = row.len() as f32;
    let mean = sum(row, |value| value) / count;
    let variance = sum(row, |value| (value - mean) * (value - mean)) / count + 1e-8;
    let scale = 1.0 / variance.sqrt();
    for ((value, gain), shift) in row.iter_mut().zip(gain).zip(shift) {
        *value = (*value - mean) * scale * gain + shift;
    }
}

/// Sums `part` of all values in eight strands, so that the processor can add them side by side.
fn sum(row: &[f32], part: impl Fn(f32) -> f32) -> f32 {
    let mut strands = [0.0f32; 8];
    let chunks = row.chunks_exact(strands.len());
    let rest: f32 = chunks.remainder().iter().map(|&value| part(value)).sum();
    for chunk in chunks {
        for (strand, &value) in strands.iter_mut().zip(chunk) {
            *strand += part(value);
        }
    }
    strands.iter().sum::<f32>() + rest
}

/// Adds `other` to `row`, value by value.
pub(crate) fn add(row: &mut [f32], other: &[f32]) {
    for (value, other) in row.iter_mut().zip(other) {
        *value += other;
    }
}
