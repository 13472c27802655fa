//! The neural network: numbers of words -> vectors -> scores of tags and moves.

pub(crate) mod encoder;
mod hash;
pub(crate) mod layers;
pub(crate) mod matrix;
pub(crate) mod stepper;
pub(crate) mod wide;
