//! Joins the events that a sentence puts in order into [`Order`]s: `order` finds the words, this file the claims.

use rustc_hash::FxHashMap;

use super::{Drawn, LONGEST_EVIDENCE, SentenceReader};
use crate::claim::order::{self, Linked, Side};
use crate::claim::{Claim, Modality, Order};
use crate::language::{Label, Pos};
use crate::time::Timex;

impl SentenceReader<'_> {
    /// The events of the sentence that it puts in order, with one another or with those told just before.
    pub(super) fn orders(
        &self,
        drawn: &[Drawn],
        before: &[Claim],
        times: &FxHashMap<usize, Vec<&Timex>>,
    ) -> Vec<Order> {
        let mut orders = Vec::new();
        for (predicate, claim) in drawn.iter().filter_map(|drawn| Some((drawn.predicate?, &drawn.claim))) {
            for Linked { event, side } in order::linked(self.document, predicate) {
                let known = drawn.iter().find(|drawn| drawn.head == Some(event)).map(|drawn| drawn.claim.clone());
                let other = known.or_else(|| self.mentioned(event, times));
                orders.extend(other.map(|other| self.order(claim, side, other)));
            }
            if let Some(side) = order::pointing_back(self.document, predicate) {
                let joined = self.first_of_conjuncts(predicate);
                let same = drawn
                    .iter()
                    .filter(|drawn| joined.is_some() && drawn.predicate == joined)
                    .map(|drawn| &drawn.claim);
                let told_before = before.iter().filter(|_| joined.is_none() && self.leads(predicate));
                let others = same.chain(told_before).filter(|other| other.modality == Modality::Happened);
                orders.extend(others.map(|other| self.order(claim, side.opposite(), other.clone())));
            }
        }
        orders
    }

    /// The claim and the other event, which stands on the given side of it.
    fn order(&self, claim: &Claim, side: Side, other: Claim) -> Order {
        let both = claim.span.to(other.span);
        let is_near = claim.sentence == other.sentence && both.len() <= LONGEST_EVIDENCE;
        let (span, sentence) = (if is_near { both } else { claim.span }, claim.sentence);
        let (earlier, later) = match side {
            Side::Earlier => (other, claim.clone()),
            Side::Later => (claim.clone(), other),
        };
        Order { article: self.article, span, sentence, earlier, later }
    }

    /// The claim of an event noun that is only mentioned: "the publication" in "after the publication of the report".
    fn mentioned(&self, noun: usize, times: &FxHashMap<usize, Vec<&Timex>>) -> Option<Claim> {
        let told = self.of_noun(noun).filter(|_| self.document.tokens[noun].pos == Pos::Noun)?;
        Some(self.claim(told, None, times))
    }

    /// Whether no clause of the sentence stands before the predicate's own.
    fn leads(&self, predicate: usize) -> bool {
        self.clauses.predicates().next() == Some(predicate)
    }

    /// The verb that the predicate is joined to: "stopped" for "fell" in "stopped and then fell".
    fn first_of_conjuncts(&self, predicate: usize) -> Option<usize> {
        let token = &self.document.tokens[predicate];
        (token.label == Label::Conj).then_some(token.head)
    }
}
