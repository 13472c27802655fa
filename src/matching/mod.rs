//! All claims -> [`ClaimPair`]: blocking gives the candidates, alignment decides whether both tell one event.

pub mod alignment;
mod apart;
pub mod blocking;
pub mod figures;
pub mod orders;
pub mod properties;
pub mod quotation;
mod rivals;
pub mod story;
mod terms;
pub mod wording;

use std::ops::Range;

use crate::claim::Claim;
use crate::language::wordnet;

pub use alignment::{Alignment, PlaceMatch, align};
pub use blocking::Blocking;
pub(crate) use figures::is_one_facet;
pub use figures::{SameFigure, figures_of_one_thing};
pub use orders::{Ordered, Sequence, ordered};
pub use properties::{SameProperty, properties_of_one_thing};
pub use quotation::{Requoted, requoted};
pub use story::{Link, Setting, Stories, Story};
pub use wording::{Change, Reworded, reworded};

/// The numbers of an article's claims, sentences, quotations …, which stand in the order of their articles.
fn of_article<T>(all: &[T], article: usize, article_of: impl Fn(&T) -> usize) -> Range<usize> {
    all.partition_point(|one| article_of(one) < article)..all.partition_point(|one| article_of(one) <= article)
}

/// What "people" and "persons" are counted under.
const PERSON: &str = "person";

/// Whether one word counts what the other counts: "nine miners", "nine people".
pub(crate) fn is_one_kind(left: &str, right: &str) -> bool {
    left == right || left == PERSON && wordnet::is_person(right) || right == PERSON && wordnet::is_person(left)
}

/// Two claims held to tell one event, and why.
#[derive(Clone, Debug)]
pub struct ClaimPair<'c> {
    /// The first by article and place.
    pub left: &'c Claim,
    /// The other one.
    pub right: &'c Claim,
    /// What they share.
    pub alignment: Alignment,
}
