//! Words -> vectors that know their neighbours: hashed features, mixed, then four layers over windows of three words.

use crate::language::model::{HalfRows, add_halves};
use crate::language::network::hash;
use crate::language::network::layers::{Maxout, add};
use crate::language::network::matrix::Matrix;
use crate::language::network::wide::wide;

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

/// Room for what lies between the layers, kept from batch to batch.
#[derive(Debug, Default)]
pub(crate) struct Room {
    input: Vec<f32>,
    product: Vec<f32>,
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

    /// Appends to `mixed` the vectors of words by themselves.
    pub(crate) fn mix(&self, words: &[Features], mixed: &mut Vec<f32>, room: &mut Room) {
        let (width, inputs) = (self.width(), self.mix.weights.inputs);
        room.input.clear();
        room.input.resize(words.len() * inputs, 0.0);
        for (word, row) in words.iter().zip(room.input.chunks_exact_mut(inputs)) {
            for (table, sum) in self.tables.iter().zip(row.chunks_exact_mut(width)) {
                let rows = hash::rows(word[table.feature as usize], table.seed);
                add_halves(rows.map(|row| table.rows.row(row % table.rows.rows)), sum);
            }
        }
        self.mix.weights.multiply(&room.input, words.len(), inputs, &mut room.product);
        let known = mixed.len();
        mixed.resize(known + words.len() * width, 0.0);
        add_rows(&self.mix, &room.product, &mut mixed[known..]);
    }

    /// Computes into `vectors` the vectors of the words at `places`, which are numbers of rows of `mixed`; `None` is
    /// no word, as beyond an end of the text. The [`REACH`] rows at either end mean nothing.
    pub(crate) fn encode(&self, mixed: &[f32], places: &[Option<u32>], vectors: &mut Vec<f32>, room: &mut Room) {
        let width = self.width();
        self.parts.multiply(mixed, mixed.len() / width, width, &mut room.input);
        vectors.clear();
        for place in places {
            match place {
                Some(word) => vectors.extend_from_slice(&mixed[*word as usize * width..][..width]),
                None => vectors.resize(vectors.len() + width, 0.0),
            }
        }
        add_first_window(&self.windows[0], &room.input, places, vectors);
        let inner = width..vectors.len().max(2 * width) - width;
        for window in &self.windows[1..] {
            window.weights.multiply(vectors, inner.len() / width, width, &mut room.product);
            add_rows(window, &room.product, &mut vectors[inner.clone()]);
        }
    }
}

wide! {
    /// Finishes all rows of products with the layer's weights and adds them to `vectors`.
    fn add_rows(layer: &Maxout, products: &[f32], vectors: &mut [f32]) {
        let mut seen = vec![0.0; layer.width()];
        for (vector, pieces) in vectors.chunks_exact_mut(layer.width()).zip(products.chunks_exact(layer.bias.len())) {
            layer.add_to(pieces, &mut seen, vector);
        }
    }
}

wide! {
    /// Sums the parts that words have in each window, finishes the rows and adds them to `vectors`.
    fn add_first_window(layer: &Maxout, parts: &[f32], places: &[Option<u32>], vectors: &mut [f32]) {
        let size = layer.bias.len();
        let (mut seen, mut pieces) = (vec![0.0; layer.width()], vec![0.0; size]);
        let vectors = vectors.chunks_exact_mut(layer.width()).skip(1);
        for (vector, window) in vectors.zip(places.windows(3)) {
            pieces.fill(0.0);
            for (side, word) in window.iter().enumerate() {
                if let Some(word) = word {
                    add(&mut pieces, &parts[(*word as usize * 3 + side) * size..][..size]);
                }
            }
            layer.add_to(&pieces, &mut seen, vector);
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
