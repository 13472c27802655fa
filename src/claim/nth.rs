//! How often it has been now: "for the fourth time", "her third title".

use std::ops::Range;

use crate::claim::Annotations;
use crate::language::{Document, Label, Pos, wordnet};
use crate::quantity::ordinal;
use crate::span::Span;

/// The place of an event in a row of its like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nth {
    /// The words that say so: "her third title".
    pub span: Span,
    /// Its number.
    pub number: u32,
    /// The lemma of what is counted: "title"; "time" for the event itself.
    pub of: String,
}

/// What counts the event itself.
pub const TIME: &str = "time";

/// Which of somebody's events of the sort the clause says that it is; `None` where it counts only a part of them, "for the
/// third time since May", or tells one of two things apart, "the second round".
pub(super) fn nth(document: &Document<'_>, annotations: &Annotations, extent: Range<usize>) -> Option<Nth> {
    let mut found = extent.clone().filter_map(|token| {
        let number = ordinal(&document.lower(token))?;
        let noun = document.tokens[token].head;
        let is_counted = document.tokens[token].label == Label::Amod && noun > token && extent.contains(&noun);
        let of = document.tokens[noun].lemma.to_lowercase();
        let is_nth_time = || of == TIME && token >= extent.start + 2 && document.lower(token - 2) == "for";
        let is_of_somebody = || {
            document.child(noun, Label::Poss).is_some_and(|owner| owner < token)
                && document.tokens[noun].pos != Pos::Adj
                && !wordnet::is_person(&of)
        };
        (is_counted && !is_of_part(document, annotations, noun) && (is_nth_time() || is_of_somebody())).then(|| {
            let first = document.child(noun, Label::Poss).map_or(token - 1, |owner| document.subtree(owner).start);
            Nth { span: document.span(first.min(token)..noun + 1), number, of: of.clone() }
        })
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether only those of some time or place are counted: "her second win of the season", "the third time in five years".
fn is_of_part(document: &Document<'_>, annotations: &Annotations, noun: usize) -> bool {
    let limits = |child: usize| {
        let is_role = document.lower(child) == "as";
        matches!(document.tokens[child].label, Label::Prep | Label::Relcl | Label::Acl | Label::Npadvmod) && !is_role
    };
    let next = noun + 1;
    let is_limited_beside = next < document.tokens.len()
        && (matches!(document.lower(next).as_str(), "in" | "since" | "of" | "after" | "within")
            || annotations.timex_at(next).is_some());
    is_limited_beside || document.children(noun).any(limits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::analyze;
    use crate::time::Customs;

    fn check(text: &str, expected: Option<(&str, u32, &str)>) {
        let article = article::from_text("nth", text.to_owned());
        let document = analyze(&article);
        let annotations = Annotations::of(&article, &document, Customs::default());
        let found = nth(&document, &annotations, 0..document.tokens.len());
        let found = found.as_ref().map(|nth| (nth.span.of(text), nth.number, nth.of.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn ordinals_count_events() {
        check("Tole won the race on Sunday for the fourth time.", Some(("the fourth time", 4, "time")));
        check("On Sunday Tole took her third national title.", Some(("her third national title", 3, "title")));
        check("The mayor began her 2nd term as governor.", Some(("her 2nd term", 2, "term")));
    }

    #[test]
    fn parts_and_things_are_not_counted() {
        check("Tole won for the fourth time in five years.", None);
        check("It was her second win of the season.", None);
        check("They lost in the second round.", None);
        check("He flew in with his second wife.", None);
    }
}
