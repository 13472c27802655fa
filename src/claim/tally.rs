//! How a vote or a match ended: "by 14 votes to six", "3-1", "unanimously".

use std::ops::Range;

use crate::claim::{Annotations, is_ruling};
use crate::language::{Document, Pos};
use crate::quantity::cardinal;
use crate::span::Span;
use crate::table;

/// How votes or points were divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The words that say so.
    pub span: Span,
    /// These words.
    pub words: String,
    /// What they say.
    pub split: Split,
}

/// What a tally says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// So many for each side, whichever of them won.
    Counted {
        /// The larger number.
        most: u32,
        /// The smaller number.
        least: u32,
    },
    /// Nobody was against it.
    Unanimous,
    /// Some were against it.
    Divided,
}

impl Tally {
    /// Whether both can be told of one vote or match; `None` where it takes knowledge of more than the tallies.
    pub fn fits(&self, other: &Self) -> Option<bool> {
        use Split::{Counted, Divided, Unanimous};
        match (self.split, other.split) {
            (Counted { .. }, Counted { .. }) => Some(self.split == other.split),
            (Unanimous, Counted { least, .. }) | (Counted { least, .. }, Unanimous) => Some(least == 0),
            (Divided, Counted { least, .. }) | (Counted { least, .. }, Divided) => (least == 0).then_some(false),
            (Unanimous, Divided) | (Divided, Unanimous) => Some(false),
            (Unanimous, Unanimous) => Some(true),
            (Divided, Divided) => None,
        }
    }
}

/// The sorts of event that end with a tally, beside those that come about by being decided.
const TALLIED: &str = include_str!("data/tallied.tsv");

/// The words that stand between or after the numbers of a tally, and those that say how votes were divided.
const SPLITS: &str = include_str!("data/splits.tsv");

/// The most tokens of a phrase of the table.
const LONGEST_PHRASE: usize = 5;

/// The largest number of one side.
const MOST: u32 = 9_999;

/// The tally in the tokens of a clause that tells the sort of event; `None` where it has several, as a match in sets.
///
/// 14 to 6 for "approved the depot by 14 votes to six"; none for "approved 14 to 20 projects".
pub(super) fn tally(
    document: &Document<'_>,
    annotations: &Annotations,
    extent: Range<usize>,
    concept: &str,
) -> Option<Tally> {
    if !is_ruling(concept) && !table::has(TALLIED, concept) {
        return None;
    }
    let at_token = |at: usize| {
        let (split, tokens) =
            counted(document, annotations, at, extent.end).or_else(|| said(document, at, extent.end))?;
        let span = document.span(tokens);
        Some(Tally { span, words: span.of(document.text).to_owned(), split })
    };
    let mut found = extent.clone().filter_map(at_token);
    let first = found.next()?;
    found.all(|other| other.split == first.split || first.span.overlaps(other.span)).then_some(first)
}

/// "9-3", "61 votes to 38", "eight to one".
fn counted(document: &Document<'_>, annotations: &Annotations, at: usize, end: usize) -> Option<(Split, Range<usize>)> {
    let is_of_tally = |at: usize| at < end && table::value_of(SPLITS, &document.lower(at)) == Some("counted");
    let link = |at: usize| at < end && table::value_of(SPLITS, &document.lower(at)) == Some("between");
    let (one, other, end) = match in_one_word(document.word(at)) {
        Some((one, other)) => (one, other, at + 1),
        None => {
            let one = number(document, at)?;
            let between = at + 1 + usize::from(is_of_tally(at + 1));
            let other = link(between).then(|| number(document, between + 1)).flatten()?;
            (one, other, between + 2)
        }
    };
    let is_of_other =
        |at: usize| at < document.tokens.len() && document.tokens[at].pos == Pos::Noun && !is_of_tally(at);
    if annotations.timex_at(at).is_some() || is_of_other(end) {
        return None;
    }
    Some((Split::Counted { most: one.max(other), least: one.min(other) }, at..end))
}

/// "3-1", "61–38".
fn in_one_word(word: &str) -> Option<(u32, u32)> {
    let (one, other) = word.split_once(['-', '–'])?;
    let number = |digits: &str| digits.parse().ok().filter(|number| *number <= MOST);
    Some((number(one)?, number(other)?))
}

/// The whole number that the token is.
fn number(document: &Document<'_>, at: usize) -> Option<u32> {
    let word = (at < document.tokens.len()).then(|| document.lower(at))?;
    cardinal(&word).filter(|number| *number <= MOST)
}

/// "unanimously", "without a vote against", "by a narrow majority".
fn said(document: &Document<'_>, at: usize, end: usize) -> Option<(Split, Range<usize>)> {
    let most = LONGEST_PHRASE.min(end - at);
    (1..=most).rev().find_map(|count| {
        let words: Vec<String> = (at..at + count).map(|token| document.lower(token)).collect();
        let split = match table::value_of(SPLITS, &words.join(" "))? {
            "unanimous" => Split::Unanimous,
            "divided" => Split::Divided,
            _ => return None,
        };
        Some((split, at..at + count))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::analyze;
    use crate::time::Customs;

    fn check(text: &str, concept: &str, expected: Option<(&str, Split)>) {
        let article = article::from_text("tally", text.to_owned());
        let document = analyze(&article);
        let annotations = Annotations::of(&article, &document, Customs::default());
        let found = tally(&document, &annotations, 0..document.tokens.len(), concept);
        assert_eq!(found.as_ref().map(|tally| (tally.words.as_str(), tally.split)), expected, "{text}");
    }

    #[test]
    fn tallies_are_read_in_numbers_and_words() {
        let counted = |most, least| Split::Counted { most, least };
        check("The committee voted 9-3 to close the baths.", "vote", Some(("9-3", counted(9, 3))));
        check("The council approved it by 14 votes to six.", "approve", Some(("14 votes to six", counted(14, 6))));
        check("The vote in the hall was eight to one.", "vote", Some(("eight to one", counted(8, 1))));
        check("Halden lost 1-2 to Rovers on Saturday.", "defeat", Some(("1-2", counted(2, 1))));
        check("The senate passed the bill unanimously.", "approve", Some(("unanimously", Split::Unanimous)));
        check("It was adopted by a narrow majority.", "approve", Some(("narrow majority", Split::Divided)));
        check("It passed without a vote against.", "approve", Some(("without a vote against", Split::Unanimous)));
    }

    #[test]
    fn other_numbers_are_no_tally() {
        check("The council approved 12 to 15 projects.", "approve", None);
        check("She won 6-4, 3-6, 7-5 in the final.", "win", None);
        check("The wolves numbered nine to three.", "live", None);
        check("The council approved it on 3-4 May.", "approve", None);
    }

    #[test]
    fn tallies_fit_or_exclude_each_other() {
        let tally = |split| Tally { span: Span::new(0, 1), words: String::new(), split };
        let fits = |one, other| tally(one).fits(&tally(other));
        let counted = |most, least| Split::Counted { most, least };
        assert_eq!(fits(counted(9, 3), counted(9, 3)), Some(true));
        assert_eq!(fits(counted(9, 3), counted(8, 4)), Some(false));
        assert_eq!(fits(Split::Unanimous, counted(8, 1)), Some(false));
        assert_eq!(fits(counted(8, 0), Split::Unanimous), Some(true));
        assert_eq!(fits(Split::Divided, counted(8, 1)), None);
    }

    #[test]
    fn tables_are_sorted() {
        assert_eq!(table::first_out_of_order(TALLIED), None);
        assert_eq!(table::first_out_of_order(SPLITS), None);
    }
}
