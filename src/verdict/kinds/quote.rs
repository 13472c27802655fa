#![doc = include_str!("quote.md")]

use crate::verdict::kinds::Kind;

/// Found by `verdict::quotation`, between quotations.
pub(super) struct Quote;

impl Kind for Quote {
    fn name(&self) -> &'static str {
        "quote"
    }

    fn doc(&self) -> &'static str {
        include_str!("quote.md")
    }
}
