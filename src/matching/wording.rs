//! Finds sentences of two articles that share most of their wording, and what was exchanged between them.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::claim::Wording;
use crate::matching::{Link, Stories, Story, of_article};

/// How much of two sentences has to be the same words.
const LEAST_LIKENESS: f64 = 0.6;

/// How many pieces of content they have to share.
const LEAST_SHARED: usize = 4;

/// A sentence of more pieces than this is a list.
const LONGEST: usize = 200;

/// A word of more sentences of one article than this finds nothing in particular.
const COMMONEST_PIECE: usize = 32;

/// Two sentences that say much the same in the same words.
#[derive(Clone, Debug)]
pub struct Reworded<'w> {
    /// The first by article and place.
    pub left: &'w Wording,
    /// The other one.
    pub right: &'w Wording,
    /// How much of the content of both is the same, from 0 to 1.
    pub likeness: f64,
    /// What is known of the two articles beforehand.
    pub story: Story,
    /// The pieces that were exchanged, in order of place.
    pub changes: Vec<Change>,
}

/// Pieces of the left sentence that stand in the place of pieces of the right one; either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The pieces of the left sentence.
    pub left: Range<usize>,
    /// The pieces of the right sentence.
    pub right: Range<usize>,
}

/// Whether the sentence says something and is no longer than what people reword.
fn is_comparable(wording: &Wording) -> bool {
    !wording.is_question && wording.pieces.len() <= LONGEST
}

/// The sentences of linked articles that share most of their wording but not all of it.
///
/// "The council will close two schools this year" and "The council will close two schools next year".
pub fn reworded<'w>(wordings: &'w [Wording], linked: &[Link], stories: &Stories<'_>) -> Vec<Reworded<'w>> {
    let mut found = Vec::new();
    let mut index: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for by_left in linked.chunk_by(|one, other| one.0 == other.0) {
        index.clear();
        for left in
            of_article(wordings, by_left[0].0, |wording| wording.article).filter(|&left| is_comparable(&wordings[left]))
        {
            contents(&wordings[left]).for_each(|key| index.entry(key).or_default().push(left));
        }
        for &(left_article, right_article) in by_left.iter().filter(|(left, right)| left != right) {
            let story = stories.between(left_article, right_article);
            for right in of_article(wordings, right_article, |wording| wording.article)
                .filter(|&right| is_comparable(&wordings[right]))
            {
                let best = likely(&index, &wordings[right]);
                found.extend(best.iter().filter_map(|&left| compare(&wordings[left], &wordings[right], story)));
            }
        }
    }
    found
}

fn contents(wording: &Wording) -> impl Iterator<Item = &str> {
    wording.pieces.iter().filter(|piece| piece.is_content()).map(|piece| piece.key.as_str())
}

/// The sentences that share enough content to be laid against this one, in order.
fn likely(index: &FxHashMap<&str, Vec<usize>>, right: &Wording) -> Vec<usize> {
    let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
    for key in contents(right) {
        let sentences = index.get(key).filter(|sentences| sentences.len() <= COMMONEST_PIECE);
        sentences.into_iter().flatten().for_each(|&left| *shared.entry(left).or_default() += 1);
    }
    let mut likely: Vec<usize> =
        shared.into_iter().filter(|&(_, count)| count >= LEAST_SHARED).map(|(left, _)| left).collect();
    likely.sort_unstable();
    likely
}

fn compare<'w>(left: &'w Wording, right: &'w Wording, story: Story) -> Option<Reworded<'w>> {
    let (one, other) = (keys(left), keys(right));
    let total = contents(left).count() + contents(right).count();
    let (mut same, mut changes) = (0, Vec::<Change>::new());
    for operation in capture_diff_slices(Algorithm::Myers, &one, &other) {
        match operation {
            DiffOp::Equal { old_index, len, .. } => {
                same += left.pieces[old_index..old_index + len].iter().filter(|piece| piece.is_content()).count();
            }
            _ => changes.push(Change { left: operation.old_range(), right: operation.new_range() }),
        }
    }
    let likeness = 2.0 * same as f64 / total.max(1) as f64;
    let is_reworded = same >= LEAST_SHARED && likeness >= LEAST_LIKENESS && !changes.is_empty();
    is_reworded.then_some(Reworded { left, right, likeness, story, changes })
}

fn keys(wording: &Wording) -> Vec<&str> {
    wording.pieces.iter().map(|piece| piece.key.as_str()).collect()
}
