#![doc = include_str!("attribution.md")]

use crate::verdict::kinds::Kind;

/// Found by `verdict::quotation`, between quotations.
pub(super) struct Attribution;

impl Kind for Attribution {
    fn name(&self) -> &'static str {
        "attribution"
    }

    fn doc(&self) -> &'static str {
        include_str!("attribution.md")
    }
}
