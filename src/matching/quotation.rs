//! Finds quotations of two articles that are the same words, or nearly, and what was exchanged between them.

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::claim::Quotation;
use crate::matching::{Change, Link, of_article};

/// How many words two quotations have to share.
const LEAST_SHARED: usize = 5;

/// How much of the shorter quotation the other one has to have.
const LEAST_LIKENESS: f64 = 0.7;

/// A word of more quotations of one article than this finds nothing in particular.
const COMMONEST_WORD: usize = 32;

/// Two quotations that are much the same words.
#[derive(Clone, Debug)]
pub struct Requoted<'q> {
    /// The first by article and place.
    pub left: &'q Quotation,
    /// The other one.
    pub right: &'q Quotation,
    /// How much of the shorter one's words the other one has, from 0 to 1.
    pub likeness: f64,
    /// How much of the longer one's words the other one has, from 0 to 1.
    pub mutual_likeness: f64,
    /// The words that were exchanged, in order of place; what one article leaves out at an end is no change.
    pub changes: Vec<Change>,
}

/// The quotations of linked articles that are much the same words.
///
/// "I can't say that the board has let me down" and "I can say that the board has let me down".
pub fn requoted<'q>(quotations: &'q [Quotation], linked: &[Link]) -> Vec<Requoted<'q>> {
    let mut found = Vec::new();
    for &(left, right) in linked.iter().filter(|(left, right)| left != right) {
        let of_article = |article| &quotations[of_article(quotations, article, |quotation| quotation.article)];
        let (left, right) = (of_article(left), of_article(right));
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let mut index: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, quotation) in left.iter().enumerate() {
            contents(quotation).for_each(|word| index.entry(word).or_default().push(number));
        }
        for right in right {
            found.extend(likely(&index, right).into_iter().filter_map(|number| compare(&left[number], right)));
        }
    }
    found
}

fn contents(quotation: &Quotation) -> impl Iterator<Item = &str> {
    quotation.words.iter().filter(|word| word.is_content).map(|word| word.lemma.as_str())
}

/// The quotations that share two words of content or more, in order.
fn likely(index: &FxHashMap<&str, Vec<usize>>, right: &Quotation) -> Vec<usize> {
    let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
    for word in contents(right) {
        let quotations = index.get(word).filter(|quotations| quotations.len() <= COMMONEST_WORD);
        quotations.into_iter().flatten().for_each(|&left| *shared.entry(left).or_default() += 1);
    }
    let mut likely: Vec<usize> = shared.into_iter().filter(|&(_, count)| count >= 2).map(|(left, _)| left).collect();
    likely.sort_unstable();
    likely
}

fn compare<'q>(left: &'q Quotation, right: &'q Quotation) -> Option<Requoted<'q>> {
    let lemmas =
        |quotation: &'q Quotation| -> Vec<&'q str> { quotation.words.iter().map(|word| word.lemma.as_str()).collect() };
    let (one, other) = (lemmas(left), lemmas(right));
    let (mut same, mut changes) = (0, Vec::new());
    for operation in capture_diff_slices(Algorithm::Myers, &one, &other) {
        match operation {
            DiffOp::Equal { len, .. } => same += len,
            _ => changes.push(Change { left: operation.old_range(), right: operation.new_range() }),
        }
    }
    let is_cut_off = |change: &Change| {
        let is_at_end = |range: &std::ops::Range<usize>, len: usize| range.start == 0 || range.end == len;
        (change.left.is_empty() || change.right.is_empty())
            && is_at_end(&change.left, one.len())
            && is_at_end(&change.right, other.len())
    };
    changes.retain(|change| !is_cut_off(change));
    let share = |len: usize| same as f64 / len.max(1) as f64;
    let (likeness, mutual_likeness) = (share(one.len().min(other.len())), share(one.len().max(other.len())));
    let is_requoted = same >= LEAST_SHARED && likeness >= LEAST_LIKENESS;
    is_requoted.then_some(Requoted { left, right, likeness, mutual_likeness, changes })
}
