//! Words -> vectors that know their neighbours: hashed features, mixed, then four layers over windows of three words.

use crate::language::model::HalfRows;
use crate::language::network::hash;
use crate::language::network::layers::{Maxout, add};
use crate::language::network::matrix::Matrix;

/// How many words on either side a vector knows of: one more with each layer.
pub(crate) const REACH: usize = 4;

/// What is told of a word to the network, as numbers of strings, in the order of [`Feature`].
pub(crate) type Features = [u64; 6];

/// A feature of a word that the network looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    Norm,
    Prefix,
    Suffix,
    Shape,
    /// Whether a space follows.
    Spacy,
    /// Whether the token is white space.
    IsSpace,
}

impl Feature {
    /// The feature that the model's table calls so.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "NORM" => Self::Norm,
            "PREFIX" => Self::Prefix,
            "SUFFIX" => Self::Suffix,
            "SHAPE" => Self::Shape,
            "SPACY" => Self::Spacy,
            "IS_SPACE" => Self::IsSpace,
            _ => return None,
        })
    }
}

/// The embedding table of a feature.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) feature: Feature,
    pub(crate) seed: u32,
    pub(crate) rows: HalfRows,
}

/// The layers from features to vectors.
#[derive(Debug)]
pub(crate) struct Encoder {
    tables: Vec<Table>,
    mix: Maxout,
    /// The weights of the first window layer, so laid that one product gives a word's part in the window in which it
    /// is the left, the middle and the right word.
    parts: Matrix,
    windows: [Maxout; REACH],
}

impl Encoder {
    /// Joins the layers.
    pub(crate) fn new(tables: Vec<Table>, mix: Maxout, windows: [Maxout; REACH]) -> Self {
        let parts = side_by_side(&windows[0].weights, mix.width());
        Self { tables, mix, parts, windows }
    }

    /// The number of values of a word's vector.
    pub(crate) fn width(&self) -> usize {
        self.mix.width()
    }

    /// Computes the vectors of the words at `places`, which are numbers into `words`; `None` is no word, as beyond an
    /// end of the text. Of the result the first and last [`REACH`] rows on either side of a gap mean nothing.
    pub(crate) fn encode(&self, words: &[Features], places: &[Option<u32>]) -> Vec<f32> {
        let mixed = self.mixed(words);
        let mut parts = Vec::new();
        self.parts.multiply(&mixed, words.len(), self.width(), &mut parts);
        let mut vectors = self.first_window(&mixed, &parts, places);
        let mut pieces = Vec::new();
        for window in &self.windows[1..] {
            self.apply_window(window, &mut vectors, &mut pieces);
        }
        vectors
    }

    /// The vectors of words by themselves.
    fn mixed(&self, words: &[Features]) -> Vec<f32> {
        let width = self.width();
        let mut embedded = vec![0.0; words.len() * self.mix.weights.inputs];
        for (word, row) in words.iter().zip(embedded.chunks_exact_mut(self.mix.weights.inputs)) {
            for (table, sum) in self.tables.iter().zip(row.chunks_exact_mut(width)) {
                let rows = hash::rows(word[table.feature as usize], table.seed);
                rows.into_iter().for_each(|row| table.rows.add(row % table.rows.rows, sum));
            }
        }
        let mut pieces = Vec::new();
        self.mix.weights.multiply(&embedded, words.len(), self.mix.weights.inputs, &mut pieces);
        let mut mixed = vec![0.0; words.len() * width];
        for (row, pieces) in mixed.chunks_exact_mut(width).zip(pieces.chunks_exact(self.mix.weights.outputs)) {
            self.mix.finish(pieces, row);
        }
        mixed
    }

    /// Sums the parts that the words of each window have in it.
    fn first_window(&self, mixed: &[f32], parts: &[f32], places: &[Option<u32>]) -> Vec<f32> {
        let (width, outputs) = (self.width(), self.windows[0].weights.outputs);
        let mut vectors = vec![0.0; places.len() * width];
        let mut pieces = vec![0.0; outputs];
        for (at, vector) in vectors.chunks_exact_mut(width).enumerate() {
            pieces.fill(0.0);
            for side in 0..3 {
                if let Some(&Some(word)) = (at + side).checked_sub(1).and_then(|neighbour| places.get(neighbour)) {
                    add(&mut pieces, &parts[(word as usize * 3 + side) * outputs..][..outputs]);
                }
            }
            self.windows[0].finish(&pieces, vector);
            if let Some(word) = places[at] {
                add(vector, &mixed[word as usize * width..][..width]);
            }
        }
        vectors
    }

    /// Adds to each vector what the layer makes of it and its neighbours; the first and last row stay.
    fn apply_window(&self, window: &Maxout, vectors: &mut [f32], pieces: &mut Vec<f32>) {
        let width = self.width();
        let rows = (vectors.len() / width).saturating_sub(2);
        window.weights.multiply(vectors, rows, width, pieces);
        let mut seen = vec![0.0; width];
        let middle = vectors.chunks_exact_mut(width).skip(1);
        for (vector, pieces) in middle.zip(pieces.chunks_exact(window.weights.outputs)) {
            window.finish(pieces, &mut seen);
            add(vector, &seen);
        }
    }
}

/// Lays the weights of a window's three words beside each other instead of under each other.
fn side_by_side(weights: &Matrix, width: usize) -> Matrix {
    let mut values = Vec::with_capacity(weights.inputs * weights.outputs);
    for input in 0..width {
        (0..3).for_each(|word| values.extend_from_slice(weights.row(word * width + input)));
    }
    Matrix::new(width, 3 * weights.outputs, values).expect("a window has three words")
}
