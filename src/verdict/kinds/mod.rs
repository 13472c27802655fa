//! The kinds of difference, one file each with its text beside it: a new kind is these and its two lines here.

mod attribution;
mod date;
mod deadline;
mod duration;
mod order;
mod participant;
mod place;
mod polarity;
mod quantity;
mod quote;
mod status;

use crate::matching::ClaimPair;
use crate::span::Span;

pub(crate) use quantity::{compare_amounts, grows, is_running};

/// What two claims of one event may differ in.
pub(crate) trait Kind: Sync {
    /// The word that reports use.
    fn name(&self) -> &'static str;

    /// What it means, an example that fires and one that stays silent: the text of the kind's own module.
    fn doc(&self) -> &'static str;

    /// Compares the two values; `None` where either claim does not tell one, and for a kind that is found between
    /// quotations instead of claims.
    fn compare(&self, _pair: &ClaimPair<'_>) -> Option<Compared> {
        None
    }
}

/// All kinds, the most telling first.
pub(crate) const KINDS: &[&dyn Kind] = &[
    &deadline::Deadline,
    &date::Date,
    &duration::Duration,
    &quantity::Quantity,
    &polarity::Polarity,
    &status::Status,
    &place::Place,
    &participant::Participant,
    &quote::Quote,
    &attribution::Attribution,
    &order::Order,
];

/// How two values of one kind compare.
pub(crate) struct Compared {
    /// The answer.
    pub(crate) comparison: Comparison,
    /// The left claim's value.
    pub(crate) left: Value,
    /// The right claim's value.
    pub(crate) right: Value,
    /// One sentence on both values and what they were counted from.
    pub(crate) why: String,
}

/// A value as resolved, and the words that carry it.
pub(crate) struct Value {
    /// "until 2025-03-09".
    pub(crate) label: String,
    /// The words; `None` where the whole clause carries it.
    pub(crate) span: Option<Span>,
}

impl Value {
    pub(crate) fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), span: None }
    }
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// One value, once normalised.
    Same,
    /// Both can be true; one says more.
    Compatible,
    /// Both cannot be true.
    Different,
    /// What was promised happened in time.
    Met,
    /// What was promised had not happened when its time was over.
    Unmet,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<&str> = KINDS.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), KINDS.len());
    }
}
