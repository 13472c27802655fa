//! Two excerpts -> the same, with the words marked that only one of them has.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices, diff_ratio};

use super::excerpt::{Excerpt, Mark};

/// The share of common words below which the sentences are told in other words altogether, so that marking nearly
/// all of them would show nothing.
const ALIKE: f32 = 0.4;

/// Marks the words that differ; punctuation and case make no difference. A value that is most of the sentence
/// keeps only the marks of its differing words.
///
/// "The bridge opened on March 3." / "The new bridge opened on March 5." marks "3", "new" and "5".
pub(super) fn mark(left: &mut Excerpt, right: &mut Excerpt) {
    mark_differing(left, right);
    left.drop_idle_marks();
    right.drop_idle_marks();
}

fn mark_differing(left: &mut Excerpt, right: &mut Excerpt) {
    let (left_words, right_words) = (words(left), words(right));
    let folded = |excerpt: &Excerpt, words: &[Range<usize>]| -> Vec<String> {
        words.iter().map(|word| fold(&excerpt.characters[word.clone()])).collect()
    };
    let (left_folded, right_folded) = (folded(left, &left_words), folded(right, &right_words));
    let changes = capture_diff_slices(Algorithm::Myers, &left_folded, &right_folded);
    if diff_ratio(&changes, left_words.len(), right_words.len()) < ALIKE {
        return;
    }
    for change in changes.iter().filter(|change| change.tag() != DiffTag::Equal) {
        mark_run(left, &left_words[change.old_range()]);
        mark_run(right, &right_words[change.new_range()]);
    }
}

/// Marks from the first to the last of neighbouring words.
fn mark_run(excerpt: &mut Excerpt, words: &[Range<usize>]) {
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        let run = &mut excerpt.characters[first.start..last.end];
        run.iter_mut().for_each(|(_, mark)| *mark = mark.differing());
    }
}

/// The places of the words; what joins two letters or digits ("3.5", "Russia-US", "don't") is part of a word.
fn words(excerpt: &Excerpt) -> Vec<Range<usize>> {
    let is_inside = |at: usize| excerpt.characters.get(at).is_some_and(|(character, _)| character.is_alphanumeric());
    let joins = |at: usize| matches!(excerpt.characters[at].0, '-' | '\'' | '’' | '.' | ',' | ':' | '/');
    let mut words: Vec<Range<usize>> = Vec::new();
    for at in 0..excerpt.characters.len() {
        let goes_on = words.last().is_some_and(|word| word.end == at);
        if is_inside(at) || (goes_on && joins(at) && is_inside(at + 1)) {
            match words.last_mut() {
                Some(word) if goes_on => word.end = at + 1,
                _ => words.push(at..at + 1),
            }
        }
    }
    words
}

fn fold(word: &[(char, Mark)]) -> String {
    word.iter().flat_map(|(character, _)| character.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn check(left: &str, right: &str, expected_left: &str, expected_right: &str) {
        let excerpt = |text: &str| Excerpt::of(text, Span::new(0, text.len()), &[]);
        let (mut left, mut right) = (excerpt(left), excerpt(right));
        mark(&mut left, &mut right);
        let marks = |excerpt: &Excerpt| -> String {
            excerpt.characters.iter().map(|(_, mark)| if *mark == Mark::Differs { '~' } else { ' ' }).collect()
        };
        assert_eq!((marks(&left).trim_end(), marks(&right).trim_end()), (expected_left, expected_right));
    }

    #[test]
    fn words_of_one_side_only_are_marked() {
        check(
            "The bridge opened on March 3.",
            "the new bridge opened, on March 5",
            "                           ~",
            "    ~~~                         ~",
        );
        check("Sales rose 3.5% in 2024.", "Sales fell 3.6% in 2024.", "      ~~~~~~~~", "      ~~~~~~~~");
    }

    #[test]
    fn a_value_of_most_words_marks_only_what_differs() {
        let excerpt = |value: &str| {
            let text = "The bridge opened on March 3.";
            let start = text.find(value).unwrap();
            Excerpt::of(text, Span::new(0, text.len()), &[Span::new(start, start + value.len())])
        };
        let other = Excerpt::of("The bridge opened on March 5.", Span::new(0, 29), &[]);
        for (value, signs) in [
            ("The bridge opened on March 3", "                           ^"),
            ("March 3", "                     ~~~~~~^"),
        ] {
            let (mut left, mut right) = (excerpt(value), other.clone());
            mark(&mut left, &mut right);
            assert_eq!(crate::report::paint::signs(&left.characters), signs);
        }
    }

    #[test]
    fn sentences_told_in_other_words_are_left_alone() {
        check("The bridge opened on Monday.", "Ferries stopped running this week.", "", "");
        check("", "Ferries stopped.", "", "");
    }
}
