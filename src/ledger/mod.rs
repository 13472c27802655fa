//! Claims and findings -> what was promised and what became of it, and what happened on which day.
//!
//! `promises` gives the life of each promise, `timeline` the days of a corpus. Both are plain data that the formats
//! draw.

mod events;
mod promises;

use std::collections::HashMap;

use crate::claim::Claim;
use crate::span::Span;
use crate::verdict::{Evidence, Finding};

pub use events::{Event, EventKind, timeline};
pub use promises::{DUE_SOON, Move, Outcome, Promise, State, promises};

/// The numbers of claims by article and place, as findings name them; several claims may share the words of a sentence.
struct ByPlace<'c> {
    claims: &'c [Claim],
    numbers: HashMap<(usize, Span), Vec<usize>>,
}

impl<'c> ByPlace<'c> {
    fn of(claims: &'c [Claim]) -> Self {
        let mut numbers: HashMap<(usize, Span), Vec<usize>> = HashMap::new();
        for (number, claim) in claims.iter().enumerate() {
            numbers.entry((claim.article, claim.span)).or_default().push(number);
        }
        Self { claims, numbers }
    }

    /// The claim of a side; of several the one that has days, which are what findings of days are about.
    fn claim(&self, side: &Evidence) -> Option<usize> {
        let numbers = self.numbers.get(&(side.article, side.span))?;
        let has_days = |number: &&usize| {
            let claim = &self.claims[**number];
            claim.deadline.is_some() || claim.time.is_some()
        };
        numbers.iter().find(has_days).or(numbers.first()).copied()
    }

    /// The claims of both sides of a finding.
    fn both(&self, finding: &Finding) -> Option<(usize, usize)> {
        Some((self.claim(&finding.left)?, self.claim(&finding.right)?))
    }
}

/// Claims that are joined because they tell one event or one promise.
struct Joined {
    first: Vec<usize>,
}

impl Joined {
    fn new(claims: usize) -> Self {
        Self { first: (0..claims).collect() }
    }

    fn root(&self, mut number: usize) -> usize {
        while self.first[number] != number {
            number = self.first[number];
        }
        number
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.first[one.max(other)] = one.min(other);
    }

    /// The groups of the chosen claims, each in order, by their first claim.
    fn groups(&self, chosen: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for number in (0..self.first.len()).filter(|&number| chosen(number)) {
            let place = *places.entry(self.root(number)).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(number),
                None => groups.push(vec![number]),
            }
        }
        groups
    }
}
