//! All claims -> [`ClaimPair`]: blocking gives the candidates, alignment decides whether both tell one event.

pub mod alignment;
pub mod blocking;
pub mod figures;
pub mod orders;
pub mod quotation;
pub mod story;
mod terms;
pub mod wording;

use crate::claim::Claim;

pub use alignment::{Alignment, PlaceMatch, align};
pub use blocking::candidates;
pub use figures::{SameFigure, figures_of_one_thing};
pub use orders::{Ordered, Sequence, ordered};
pub use quotation::{Requoted, requoted};
pub use story::{Stories, Story, is_few};
pub use wording::{Change, Reworded, reworded};

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
