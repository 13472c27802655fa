//! Two events in the order of two articles -> `order` where one article has them the other way round.

use crate::claim::{Claim, Modality, Polarity, is_opposite};
use crate::matching::{Alignment, Ordered, Sequence};
use crate::verdict::relation::{is_named_in_one_story, presumed};
use crate::verdict::{Evidence, Finding, Relation};

/// What the two tellings of each event have to share, with what is known of the story.
const LEAST_WEIGHT: u32 = 3;

/// The weight of a story that two articles surely both tell.
const SURE_STORY: u32 = 4;

/// The agreement or contradiction between two orders of the same two events, where there is one.
pub fn judge_order(pair: &Ordered<'_>) -> Option<Finding> {
    let happened = |claim: &Claim| claim.modality == Modality::Happened && claim.polarity == Polarity::Positive;
    let all = [pair.left.earlier, pair.left.later, pair.right.earlier, pair.right.later];
    let [first, last] = &pair.alignments;
    // In a corpus, a meeting follows a strike many times.
    let is_named = |alignment: &Alignment| !alignment.story.is_of_corpus() || is_named_in_one_story(alignment);
    // Of one story, one of two events that follow each other may be of a sort that is told often.
    let is_by_words = pair.left.is_by_words && pair.right.is_by_words;
    let is_one_story = is_by_words && first.story.is_of_few(SURE_STORY) && (first.is_only || last.is_only);
    let is_enough = |alignment: &Alignment| {
        (alignment.is_only || is_one_story) && is_named(alignment) && weight(alignment) >= LEAST_WEIGHT
    };
    // What rose may fall again.
    let (earlier, later) = (&pair.left.earlier.event.concept, &pair.left.later.event.concept);
    let is_of_one_sort = earlier == later || is_opposite(earlier, later);
    if is_of_one_sort || !all.into_iter().all(happened) || !is_enough(first) || !is_enough(last) {
        return None;
    }
    let relation = if pair.is_reversed { Relation::Conflict } else { Relation::Agree };
    let confidence = match weight(first).min(weight(last)) {
        6.. => 0.92,
        5 => 0.85,
        _ => 0.7,
    };
    let (left, right) = (evidence(&pair.left), evidence(&pair.right));
    let why = format!("{} against {}: both articles put the same two events in order", left.value, right.value);
    Some(Finding { relation, kind: "order", confidence, measured_on: None, left, right, why })
}

fn weight(alignment: &Alignment) -> u32 {
    alignment.weight + presumed(alignment.story)
}

fn evidence(sequence: &Sequence<'_>) -> Evidence {
    let Sequence { earlier, later, span, sentence, .. } = *sequence;
    Evidence {
        article: earlier.article,
        span,
        sentence,
        value: format!("“{}” before “{}”", earlier.event.lemma, later.event.lemma),
        said_by: None,
    }
}
