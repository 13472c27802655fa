//! Events told from the other side: "Halden lost to Rovers" is that Rovers defeated Halden.

use crate::claim::argument::Cast;
use crate::claim::clause::is_passive;
use crate::claim::{Event, Role};
use crate::language::{Document, Label, Pos};
use crate::table;

const CONVERSES: &str = include_str!("data/converses.tsv");

/// Tells the event of the predicate from the side of whom the preposition leads to, where the table knows that side.
///
/// "Morrow bought the mill from Halden" becomes: Halden sold the mill to Morrow. "Lost its lead to a rival" stays.
pub(super) fn turn_round(document: &Document<'_>, predicate: usize, event: &mut Event, cast: &mut Cast) {
    let is_contest = || {
        let object = document.child(predicate, Label::Dobj);
        object.is_none_or(|object| table::has(include_str!("data/contests.tsv"), &document.tokens[object].lemma))
    };
    for preposition in document.children_by(predicate, &[Label::Prep, Label::Dative]) {
        let key = format!("{} {}", event.concept, document.lower(preposition));
        let Some((concept, role)) = table::value_of(CONVERSES, &key).and_then(|value| value.split_once(", ")) else {
            continue;
        };
        let is_of_passive = role == "passive";
        let role = if role == "recipient" { Role::Recipient } else { Role::Patient };
        let Some(other) = document.child(preposition, Label::Pobj) else { continue };
        let is_fit =
            if is_of_passive { is_passive(document, predicate) } else { role == Role::Recipient || is_contest() };
        if document.tokens[other].pos != Pos::Propn || !is_fit {
            continue;
        }
        event.concept = concept.to_owned();
        cast.exchange(document.tokens[other].span, role);
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::claim::{Annotations, extract};
    use crate::language::analyze;
    use crate::time::Customs;

    /// The first claim of a text: its sort, and who takes part in what role.
    fn check(text: &str, expected: &str) {
        let article = article::from_text("converse", text.to_owned());
        let document = analyze(&article);
        let annotations = Annotations::of(&article, &document, Customs::default());
        let claims = extract(0, &document, &annotations).claims;
        let told: Vec<String> =
            claims[0].participants.iter().map(|one| format!("{} {}", one.role.name(), one.label())).collect();
        assert_eq!(format!("{}: {}", claims[0].event.concept, told.join(", ")), expected, "{text}");
    }

    #[test]
    fn the_other_side_does_it() {
        check("Halden lost to Solway Rovers on Saturday.", "defeat: patient Halden, agent Solway Rovers");
        check(
            "The Morrow Group bought the mill from Halden.",
            "sell: recipient Morrow Group, patient mill, agent Halden",
        );
    }

    #[test]
    fn what_was_sold_to_somebody_was_bought() {
        check("The mill was sold to the Morrow Group.", "acquire: patient mill, agent Morrow Group");
    }

    #[test]
    fn what_has_no_other_side_stays() {
        check("Halden lost on Saturday.", "lose: agent Halden");
        check("Halden lost its lead to Rovers on Saturday.", "lose: agent Halden, patient lead, recipient Rovers");
    }

    #[test]
    fn tables_are_sorted() {
        assert_eq!(table::first_out_of_order(CONVERSES), None);
        assert_eq!(table::first_out_of_order(include_str!("data/contests.tsv")), None);
    }
}
