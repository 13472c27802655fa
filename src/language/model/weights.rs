//! The weights file: f16 tensors by name, read without a copy.

use half::f16;
use half::slice::HalfFloatSliceExt;
use safetensors::{Dtype, SafeTensors};

use crate::language::network::layers::{Linear, Maxout};
use crate::language::network::matrix::Matrix;

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
    /// Adds a row to `sum`.
    pub(crate) fn add(&self, row: u32, sum: &mut [f32]) {
        let size = 2 * self.width;
        let (chunks, _) = self.bytes[row as usize * size..][..size].as_chunks::<CHUNK_BYTES>();
        for (sum, chunk) in sum.as_chunks_mut::<CHUNK>().0.iter_mut().zip(chunks) {
            let mut values = [0.0; CHUNK];
            decode(chunk, &mut values);
            sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
        }
    }
}

/// How many numbers of a row are decoded at once; all widths are multiples of it.
const CHUNK: usize = 32;
const CHUNK_BYTES: usize = 2 * CHUNK;

/// The f16 numbers in the bytes, as f32.
fn decoded(bytes: &[u8]) -> Vec<f32> {
    let mut values = vec![0.0; bytes.len() / 2];
    let (chunks, rest) = bytes.as_chunks::<CHUNK_BYTES>();
    let (sums, last) = values.as_chunks_mut::<CHUNK>();
    chunks.iter().zip(sums).for_each(|(chunk, values)| decode(chunk, values));
    let rest = rest.as_chunks::<2>().0;
    last.iter_mut().zip(rest).for_each(|(value, &pair)| *value = f16::from_le_bytes(pair).to_f32());
    values
}

fn decode(bytes: &[u8; CHUNK_BYTES], values: &mut [f32; CHUNK]) {
    let halves: [f16; CHUNK] = std::array::from_fn(|at| f16::from_le_bytes([bytes[2 * at], bytes[2 * at + 1]]));
    halves.convert_to_f32_slice(values);
}
