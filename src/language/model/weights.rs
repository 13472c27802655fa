//! The weights file: f16 tensors by name, read without a copy.

use safetensors::{Dtype, SafeTensors};

use crate::language::network::layers::{Linear, Maxout};
use crate::language::network::matrix::Matrix;
use crate::language::network::wide::wide;

/// The tensors of the model's weights file.
pub(crate) struct Weights {
    tensors: SafeTensors<'static>,
}

/// Rows of f16 numbers that stay as they are in the file until one is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HalfRows {
    bytes: &'static [u8],
    pub(crate) rows: u32,
    width: usize,
}

impl Weights {
    /// Reads the head of the file that is compiled in.
    pub(crate) fn read() -> Self {
        let tensors = SafeTensors::deserialize(include_bytes!("weights.safetensors"));
        Self { tensors: tensors.expect("the conversion script writes a well-formed file") }
    }

    /// The matrix of this name, as f32.
    pub(crate) fn matrix(&self, name: &str) -> Matrix {
        let (shape, bytes) = self.tensor(name);
        Matrix::new(shape[0], shape[1], decoded(bytes)).expect("a matrix has two sides")
    }

    /// The numbers of this name, as f32.
    pub(crate) fn vector(&self, name: &str) -> Vec<f32> {
        decoded(self.tensor(name).1)
    }

    /// The embedding table of this name.
    pub(crate) fn rows(&self, name: &str) -> HalfRows {
        let (shape, bytes) = self.tensor(name);
        HalfRows { bytes, rows: shape[0] as u32, width: shape[1] }
    }

    /// The layer whose tensors' names begin so.
    pub(crate) fn linear(&self, name: &str) -> Linear {
        Linear { weights: self.matrix(&format!("{name}.weight")), bias: self.vector(&format!("{name}.bias")) }
    }

    /// The layer whose tensors' names begin so.
    pub(crate) fn maxout(&self, name: &str) -> Maxout {
        let Linear { weights, bias } = self.linear(name);
        let (gain, shift) = (self.vector(&format!("{name}.gain")), self.vector(&format!("{name}.shift")));
        Maxout { weights, bias, gain, shift }
    }

    fn tensor(&self, name: &str) -> (Vec<usize>, &'static [u8]) {
        let tensor = self.tensors.tensor(name).expect("the conversion script writes all tensors");
        assert_eq!(tensor.dtype(), Dtype::F16, "{name}");
        (tensor.shape().to_vec(), tensor.data())
    }
}

impl HalfRows {
    /// The bytes of a row.
    pub(crate) fn row(&self, row: u32) -> &'static [u8] {
        let size = 2 * self.width;
        &self.bytes[row as usize * size..][..size]
    }
}

wide! {
    /// Adds the f16 numbers of all rows to `sum`.
    pub(crate) fn add_halves(rows: [&[u8]; 4], sum: &mut [f32]) {
        for row in rows {
            for (value, &half) in sum.iter_mut().zip(row.as_chunks::<2>().0) {
                *value += number(half);
            }
        }
    }
}

/// The f16 numbers in the bytes, as f32.
fn decoded(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks::<2>().0.iter().map(|&half| number(half)).collect()
}

/// The number that the bytes are the f16 of; weights are finite.
///
/// The exponent and the fraction move to their places in an f32, and a factor makes up for the other bias of the
/// exponent; so numbers below the normal range come out right, too.
#[inline(always)]
fn number(half: [u8; 2]) -> f32 {
    const BIAS: f32 = f32::from_bits((127 + 127 - 15) << 23);
    let bits = u32::from(u16::from_le_bytes(half));
    let magnitude = f32::from_bits((bits & 0x7fff) << 13) * BIAS;
    f32::from_bits(magnitude.to_bits() | (bits & 0x8000) << 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_decoded_exactly() {
        for (half, expected) in [
            (0x0000, 0.0),
            (0x8000, -0.0),
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (0x7bff, 65504.0),
            (0x0400, 6.103_515_6e-5),
            (0x03ff, 6.097_555e-5),
            (0x8001, -5.960_464_5e-8),
        ] {
            let found = number(u16::to_le_bytes(half));
            assert_eq!(found.to_bits(), f32::to_bits(expected), "{half:#06x}");
        }
    }
}
