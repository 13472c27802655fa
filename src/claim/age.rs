//! How old somebody is, where the number stands alone: "Ane Lund, 27, gave birth", "aged 40", "at the age of 87", "she
//! was 91". "27-year-old" and "27 years old" are amounts by themselves.

use crate::claim::clause::subject;
use crate::entity::{Entities, Role};
use crate::language::{Document, Label, Pos};
use crate::quantity::{Quantity, Unit};

/// What ages are measured in.
const UNIT: Unit = Unit::Physical("year of age");

/// How exact an age is: one birthday may lie between two tellings, two may not.
const STEP: f64 = 1.9;

/// Somebody and the age.
pub(super) struct Age {
    /// The head of the phrase that names who is so old.
    pub(super) holder: usize,
    /// How old, in years.
    pub(super) years: Quantity,
}

/// The age that the number at the token is, and whose; `None` for "Flight 27" and "the score was 91".
pub(super) fn age(document: &Document<'_>, entities: &Entities, number: usize, predicate: usize) -> Option<Age> {
    let years: u8 = document.word(number).parse().ok().filter(|years| (1..120).contains(years))?;
    let is_person =
        |&head: &usize| entities.at(head).is_some_and(|mention| entities.names[mention.entity].role == Role::Person);
    let head = document.tokens[number].head;
    let between_commas = || {
        let before = number.checked_sub(1).map(|before| document.word(before));
        let after = document.tokens.get(number + 1).map(|_| document.word(number + 1));
        before == Some(",") && matches!(after, Some("," | "."))
    };
    // "Was 39 when she first climbed it" tells of then.
    let is_of_then = document.children_by(predicate, &[Label::Advcl]).next().is_some();
    let of_clause = || subject(document, predicate).filter(is_person).filter(|_| !is_of_then);
    let holder = match document.tokens[number].label {
        Label::Appos if between_commas() => Some(head).filter(is_person),
        Label::Attr if document.tokens[head].lemma == "be" => of_clause(),
        Label::Npadvmod | Label::Nummod | Label::Dobj if document.lower(head) == "aged" => {
            let above = document.tokens[head].head;
            Some(above).filter(|above| is_person(above) || document.tokens[*above].pos == Pos::Noun)
        }
        Label::Pobj => {
            let age = document.tokens[head].head;
            (document.lower(head) == "of" && document.lower(age) == "age").then(of_clause).flatten()
        }
        _ => None,
    }?;
    let years = Some(f64::from(years));
    let years = Quantity {
        span: document.tokens[number].span,
        tokens: number..number + 1,
        low: years,
        high: years,
        approximate: false,
        unit: UNIT,
        counted: None,
        step: STEP,
        ordinal: false,
    };
    Some(Age { holder, years })
}

/// Whether the amount is an age in so many words: "27-year-old".
pub(super) fn is_age(quantity: &Quantity) -> bool {
    quantity.unit == UNIT
}

/// The age as exact as it is: reporters count an adult's years from the year of birth, and know how old a child is.
pub(super) fn in_whole_years(age: &Quantity) -> Quantity {
    let is_child = age.high.is_some_and(|years| years < YEARS_OF_CHILD);
    Quantity { step: if is_child { 1.0 } else { STEP }, ..age.clone() }
}

/// Whoever is younger is as old as is told.
const YEARS_OF_CHILD: f64 = 10.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::claim::clause::Clauses;
    use crate::language::analyze;

    fn check(text: &str, expected: Option<(&str, f64)>) {
        let article = article::from_text("age", text.to_owned());
        let document = analyze(&article);
        let clauses = Clauses::of(&document, &document.sentences[0]);
        let entities = crate::entity::annotate(&document);
        let mut tokens = document.sentences[0].tokens.clone();
        let found = tokens.find_map(|token| age(&document, &entities, token, clauses.predicate_of(token)?));
        let found = found.map(|age| (document.word(age.holder), age.years.low.unwrap_or(0.0)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn bare_numbers_beside_people_are_ages() {
        check("Ane Lund, 27, gave birth to twins.", Some(("Lund", 27.0)));
        check("Ansa Verlin died at the age of 87.", Some(("Verlin", 87.0)));
        check("A driver aged 40 was hurt.", Some(("driver", 40.0)));
    }

    #[test]
    fn other_numbers_are_none() {
        check("The final score was 91.", None);
        check("The chapter, 27, is missing.", None);
        check("He died at the end of 87 rounds.", None);
    }
}
