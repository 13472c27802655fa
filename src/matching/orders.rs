//! Finds two events that both articles put in order: by words on both sides, or by words on one and days on the other.

use crate::claim::{Claim, Order};
use crate::matching::{Alignment, Link, Stories, Story, align, of_article};
use crate::span::Span;
use crate::time::Granularity;

/// An article with more dated claims than this is a chronicle, whose days are compared day by day, not by words.
const MOST_DATED: usize = 64;

/// Two events in the order in which one article tells them.
#[derive(Clone, Copy, Debug)]
pub struct Sequence<'c> {
    /// What happened first.
    pub earlier: &'c Claim,
    /// What happened after it.
    pub later: &'c Claim,
    /// The words that say so.
    pub span: Span,
    /// Their sentence.
    pub sentence: Span,
    /// Whether words say which came first, and not the days alone.
    pub is_by_words: bool,
}

/// The same two events in the order of two articles.
#[derive(Clone, Debug)]
pub struct Ordered<'c> {
    /// The order of the first article.
    pub left: Sequence<'c>,
    /// That of the other one.
    pub right: Sequence<'c>,
    /// Whether what the left article puts first the right one puts last.
    pub is_reversed: bool,
    /// What the two tellings of the event that the left article puts first share, and of the one that it puts last.
    pub alignments: [Alignment; 2],
}

/// The pairs of events that two articles both put in order.
///
/// "He stepped down after the publication of the report" and "The report came out on May 9. The commissioner had
/// resigned on May 2."
pub fn ordered<'c>(
    orders: &'c [Order],
    claims: &'c [Claim],
    linked: &[Link],
    stories: &Stories<'_>,
) -> Vec<Ordered<'c>> {
    let mut found = Vec::new();
    for &(left, right) in linked.iter().filter(|(left, right)| left != right) {
        let of_article = |article| &orders[of_article(orders, article, |order| order.article)];
        let (of_left, of_right) = (of_article(left), of_article(right));
        if of_left.is_empty() && of_right.is_empty() {
            continue;
        }
        let articles = TwoArticles { stories, story: stories.between(left, right) };
        let (dated_left, dated_right) = (dated(claims, left), dated(claims, right));
        for one in of_left.iter().map(sequence) {
            let others = of_right.iter().map(sequence).chain(articles.by_days(&one, &dated_right));
            found.extend(others.filter_map(|other| articles.pair(one, other)));
        }
        for other in of_right.iter().map(sequence) {
            let by_days = articles.by_days(&other, &dated_left).into_iter();
            found.extend(by_days.filter_map(|one| articles.pair(one, other)));
        }
    }
    found
}

fn sequence(order: &Order) -> Sequence<'_> {
    Sequence {
        earlier: &order.earlier,
        later: &order.later,
        span: order.span,
        sentence: order.sentence,
        is_by_words: true,
    }
}

/// The claims of the article that tell on which day or in which month something happened; none of a chronicle.
fn dated(claims: &[Claim], article: usize) -> Vec<&Claim> {
    let claims = &claims[of_article(claims, article, |claim| claim.article)];
    let dated: Vec<&Claim> = claims.iter().filter(|claim| is_dated(claim)).collect();
    if dated.len() > MOST_DATED { Vec::new() } else { dated }
}

fn is_dated(claim: &Claim) -> bool {
    let is_fine = |granularity: Granularity| granularity <= Granularity::Month;
    claim
        .time
        .as_ref()
        .is_some_and(|when| is_fine(when.granularity) && when.alternatives.is_empty() && when.bound.is_none())
}

/// Two articles whose events are compared.
struct TwoArticles<'s, 't> {
    stories: &'s Stories<'t>,
    /// What is known of the two.
    story: Story,
}

impl TwoArticles<'_, '_> {
    /// The dated claims of the other article that tell the two events of the sequence, in the order of their days.
    fn by_days<'c>(&self, told: &Sequence<'_>, dated: &[&'c Claim]) -> Vec<Sequence<'c>> {
        let telling = |event: &Claim| -> Vec<&'c Claim> {
            dated.iter().copied().filter(|claim| self.same_event(event, claim).is_some()).collect()
        };
        let firsts = telling(told.earlier);
        if firsts.is_empty() {
            return Vec::new();
        }
        let lasts = telling(told.later);
        let pairs = firsts.iter().flat_map(|&one| lasts.iter().map(move |&other| (one, other)));
        pairs.filter_map(|(one, other)| in_order_of_days(one, other)).collect()
    }

    fn pair<'c>(&self, left: Sequence<'c>, right: Sequence<'c>) -> Option<Ordered<'c>> {
        let both = |first: &Claim, last: &Claim| {
            Some([self.same_event(left.earlier, first)?, self.same_event(left.later, last)?])
        };
        let reversed = both(right.later, right.earlier).map(|alignments| (true, alignments));
        let (is_reversed, alignments) = reversed.or_else(|| Some((false, both(right.earlier, right.later)?)))?;
        Some(Ordered { left, right, is_reversed, alignments })
    }

    fn same_event(&self, left: &Claim, right: &Claim) -> Option<Alignment> {
        let is_only = self.stories.is_only(left) && self.stories.is_only(right);
        align(left, right, self.story, is_only)
    }
}

fn in_order_of_days<'c>(one: &'c Claim, other: &'c Claim) -> Option<Sequence<'c>> {
    let days = |claim: &Claim| claim.time.as_ref().and_then(|when| Some((when.interval.start?, when.interval.last()?)));
    let (first, second) = (days(one)?, days(other)?);
    let (earlier, later) = if first.1 < second.0 {
        (one, other)
    } else if second.1 < first.0 {
        (other, one)
    } else {
        return None;
    };
    // The day that stands later in the text is shown.
    let shown = if earlier.span.start > later.span.start { earlier } else { later };
    Some(Sequence { earlier, later, span: shown.span, sentence: shown.sentence, is_by_words: false })
}
