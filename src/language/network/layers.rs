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

impl Maxout {
    /// The number of values of an output.
    pub(crate) fn width(&self) -> usize {
        self.gain.len()
    }

    /// Finishes one row, of which `pieces` are the products with the weights, and adds it to `output`.
    #[inline(always)]
    pub(crate) fn add_to(&self, pieces: &[f32], seen: &mut [f32], output: &mut [f32]) {
        let width = self.width();
        let (first, rest) = pieces.split_at(width);
        let (second, third) = rest.split_at(width);
        let (first_bias, rest) = self.bias.split_at(width);
        let (second_bias, third_bias) = rest.split_at(width);
        let seen = &mut seen[..width];
        for at in 0..width {
            let larger = larger(first[at] + first_bias[at], second[at] + second_bias[at]);
            seen[at] = self::larger(larger, third[at] + third_bias[at]);
        }
        let count = width as f32;
        let mean = sum(seen, |value| value) / count;
        let variance = sum(seen, |value| (value - mean) * (value - mean)) / count + 1e-8;
        let scale = 1.0 / variance.sqrt();
        for (((sum, value), gain), shift) in output.iter_mut().zip(seen).zip(&self.gain).zip(&self.shift) {
            *sum += (*value - mean) * scale * gain + shift;
        }
    }
}

/// The larger of two numbers; unlike `f32::max` one instruction.
#[inline(always)]
pub(crate) fn larger(left: f32, right: f32) -> f32 {
    if left > right { left } else { right }
}

/// The place of the highest score, the first of equals; 0 where there are no scores.
pub(crate) fn highest(scores: &[f32]) -> usize {
    let mut strands = [f32::NEG_INFINITY; 8];
    let (chunks, rest) = scores.as_chunks::<8>();
    for chunk in chunks {
        for (strand, &score) in strands.iter_mut().zip(chunk) {
            *strand = larger(score, *strand);
        }
    }
    let highest = strands.iter().chain(rest).fold(f32::NEG_INFINITY, |highest, &score| larger(score, highest));
    scores.iter().position(|&score| score == highest).unwrap_or(0)
}

/// Sums `part` of all values in 16 strands, so that the processor can add them side by side.
#[inline(always)]
fn sum(row: &[f32], part: impl Fn(f32) -> f32) -> f32 {
    let mut strands = [0.0f32; 16];
    let (chunks, rest) = row.as_chunks::<16>();
    for chunk in chunks {
        for (strand, &value) in strands.iter_mut().zip(chunk) {
            *strand += part(value);
        }
    }
    let rest: f32 = rest.iter().map(|&value| part(value)).sum();
    strands.iter().sum::<f32>() + rest
}

/// Adds `other` to `row`, value by value.
#[inline(always)]
pub(crate) fn add(row: &mut [f32], other: &[f32]) {
    for (value, other) in row.iter_mut().zip(other) {
        *value += other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_of_the_highest_scores_is_found() {
        for (scores, expected) in [
            (&[][..], 0),
            (&[-1.0], 0),
            (&[-3.0, -1.0, -2.0, -1.0], 1),
            (&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 9.0], 9),
            (&[9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 9.0], 0),
        ] {
            assert_eq!(highest(scores), expected, "{scores:?}");
        }
    }

    #[test]
    fn maxout_takes_the_largest_piece_and_normalises() {
        let weights = Matrix::new(1, 6, vec![0.0; 6]).unwrap();
        let layer =
            Maxout { weights, bias: vec![0.0, 0.0, 0.0, 1.0, 0.0, 0.0], gain: vec![2.0; 2], shift: vec![0.5; 2] };
        let mut vector = [10.0, 20.0];
        layer.add_to(&[5.0, 1.0, 2.0, 2.0, 1.0, 2.0], &mut [0.0; 2], &mut vector);
        assert_eq!(vector, [12.5, 18.5]);
    }
}
