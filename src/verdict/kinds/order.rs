#![doc = include_str!("order.md")]

use crate::verdict::kinds::Kind;

/// Found by `verdict::order`, between pairs of events.
pub(super) struct Order;

impl Kind for Order {
    fn name(&self) -> &'static str {
        "order"
    }

    fn doc(&self) -> &'static str {
        include_str!("order.md")
    }
}
