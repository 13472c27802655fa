//! What an amount measures of which thing, by the words beside it: "put the cost of the pool at 14 million crowns", "is 64
//! metres high", "a price tag of 41 million".

use crate::claim::clause::subject;
use crate::claim::event::{concept_of_verb, phrase_lemma};
use crate::claim::measure::top;
use crate::language::{Document, Label, Pos};
use crate::quantity::{Quantity, Unit};
use crate::table;

/// What an amount measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The measure: "cost", "height".
    pub name: &'static str,
    /// The lemma of what has it; `None` where the text does not say, or only "the project".
    pub thing: Option<String>,
    /// Where a distance leads, in degrees from north: 180 for "30 km south of the city".
    pub direction: Option<u16>,
}

impl Facet {
    fn of(name: &'static str, thing: Option<String>) -> Self {
        Self { name, thing, direction: None }
    }
}

/// What the amount measures, where a word beside it says so.
///
/// The cost of the pool for "put the cost of the pool at 14 million crowns"; `None` for "spent 14 million crowns".
pub(super) fn facet(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<Facet> {
    by_direction(document, quantity)
        .or_else(|| by_adjective(document, quantity, predicate))
        .or_else(|| by_noun(document, quantity, predicate))
        .or_else(|| by_clause_of_amount(document, quantity))
        .or_else(|| by_verb(document, quantity, predicate))
        .or_else(|| by_voters(document, quantity, predicate))
        .or_else(|| by_unit(quantity))
}

/// "48 percent of voters took part": the turnout.
fn by_voters(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<Facet> {
    let top = top(document, quantity).filter(|_| quantity.unit == Unit::Percent)?;
    let of = document.children_by(top, &[Label::Prep]).find(|&of| document.lower(of) == "of")?;
    let whole = &document.tokens[document.child(of, Label::Pobj)?].lemma;
    let comes = matches!(concept_of_verb(&phrase_lemma(document, predicate)), Some("attend" | "vote"));
    let is_of_voters = table::has(include_str!("data/voters.tsv"), whole);
    (comes && is_of_voters).then(|| Facet::of("turnout", None))
}

/// "30 km north of the city", "some 30 kilometres to the south of Darrun".
fn by_direction(document: &Document<'_>, quantity: &Quantity) -> Option<Facet> {
    let lengths = quantity.unit == Unit::Physical("metre");
    let mut at = Some(quantity.tokens.end).filter(|_| lengths)?;
    let word = |at: usize| if at < document.tokens.len() { document.lower(at) } else { String::new() };
    while matches!(word(at).as_str(), "to" | "the") {
        at += 1;
    }
    let phrases = [3, 2, 1].map(|count| (at..at + count).map(word).collect::<Vec<_>>().join(" "));
    let degrees = phrases.iter().find_map(|phrase| table::value_of(include_str!("data/directions.tsv"), phrase))?;
    Some(Facet { direction: degrees.parse().ok(), ..Facet::of("distance", None) })
}

/// "the 13 million euros that Sweden has pledged": the clause that hangs from the amount.
fn by_clause_of_amount(document: &Document<'_>, quantity: &Quantity) -> Option<Facet> {
    let clauses = quantity.tokens.clone().flat_map(|token| document.children_by(token, &[Label::Relcl, Label::Acl]));
    clauses.into_iter().find_map(|clause| by_verb(document, quantity, clause))
}

/// Degrees are those of a temperature.
fn by_unit(quantity: &Quantity) -> Option<Facet> {
    let is_degree = matches!(&quantity.unit, Unit::Count(kind) if kind == DEGREE);
    (is_degree || quantity.unit == Unit::Physical("kelvin")).then_some(Facet::of("temperature", None))
}

const FACETS: &str = include_str!("data/facets.tsv");

/// Degrees without the scale are counted.
pub(super) const DEGREE: &str = "degree";

/// What is given to somebody.
const GIFT: &str = "gift";

/// What is lent to somebody.
const LOAN: &str = "loan";

/// What is taken from somebody.
const FINE: &str = "fine";

/// "30 metres high", "a 64-metre-high tower".
fn by_adjective(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<Facet> {
    let after = quantity.tokens.end..(quantity.tokens.end + 2).min(document.tokens.len());
    let is_adjective = |token: &usize| matches!(document.tokens[*token].pos, Pos::Adj | Pos::Adv);
    let adjective = after.into_iter().find(is_adjective)?;
    let name = measure(&document.lower(adjective), quantity)?;
    let noun = document.ancestors(adjective).take(3).find(|&above| is_noun(document, above));
    Some(Facet::of(name, thing(document, noun.or_else(|| subject(document, predicate)))))
}

/// "a price tag of 41 million", "put the cost at 14 million", "the length is 9 km".
fn by_noun(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<Facet> {
    let top = top(document, quantity)?;
    let above = document.tokens[top].head;
    let is_link = matches!(document.lower(above).as_str(), "of" | "at" | "to");
    let own = Some(document.tokens[above].head).filter(|_| is_link && document.lower(above) == "of");
    let is_said_of = above == predicate || is_link && document.tokens[above].head == predicate;
    let parts = [Label::Nsubj, Label::Nsubjpass, Label::Dobj];
    let of_clause = || document.children_by(predicate, &parts).filter(|_| is_said_of).collect::<Vec<_>>();
    let nouns = own.into_iter().chain(of_clause());
    nouns.into_iter().filter(|&noun| is_noun(document, noun)).find_map(|noun| {
        let name = named(document, noun, quantity)?;
        Some(Facet::of(name, owner(document, noun, quantity).or_else(|| of_carrier(document, noun, predicate))))
    })
}

/// "cost 14 million", "weighs three tonnes".
fn by_verb(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<Facet> {
    let name = measure(&format!("to {}", document.tokens[predicate].lemma), quantity)?;
    // Who gives or takes a sum does not have it.
    let holder = subject(document, predicate).filter(|_| !matches!(name, GIFT | LOAN | FINE));
    Some(Facet::of(name, thing(document, holder)))
}

/// The measure that the noun names, with the word before it ("price tag") or alone.
fn named(document: &Document<'_>, noun: usize, quantity: &Quantity) -> Option<&'static str> {
    let lemma = document.tokens[noun].lemma.to_lowercase();
    let before = noun.checked_sub(1).map(|before| format!("{} {lemma}", document.lower(before)));
    before.and_then(|phrase| measure(&phrase, quantity)).or_else(|| measure(&lemma, quantity))
}

/// The measure that the words name, where the amount is one of it: what weighs three tonnes costs nothing by that.
fn measure(words: &str, quantity: &Quantity) -> Option<&'static str> {
    let (name, unit) = table::value_of(FACETS, words)?.split_once(", ")?;
    let fits = match &quantity.unit {
        Unit::Money(_) => unit == "money",
        Unit::Physical(dimension) => unit == *dimension,
        Unit::None => unit == "count",
        Unit::Count(_) | Unit::Percent | Unit::Points => false,
    };
    (fits || unit == "any").then_some(name)
}

/// What the noun's own phrase says to have the measure: "of the pool", "the pool's", "its".
fn owner(document: &Document<'_>, noun: usize, quantity: &Quantity) -> Option<String> {
    let of = document.children_by(noun, &[Label::Prep]).filter(|&prep| document.lower(prep) == "of");
    let objects = of.filter_map(|of| document.child(of, Label::Pobj));
    let mut owners = objects.chain(document.children_by(noun, &[Label::Poss]));
    let owner = owners.find(|owner| !quantity.tokens.contains(owner))?;
    thing(document, Some(owner))
}

/// The subject where the measure is its object: "the bridge has a length of 9 km".
fn of_carrier(document: &Document<'_>, noun: usize, predicate: usize) -> Option<String> {
    let is_object = document.tokens[noun].label == Label::Dobj;
    let carries = matches!(document.tokens[predicate].lemma.as_str(), "have" | "carry" | "reach");
    thing(document, subject(document, predicate).filter(|_| is_object && carries))
}

fn thing(document: &Document<'_>, noun: Option<usize>) -> Option<String> {
    let noun = noun.filter(|&noun| is_noun(document, noun))?;
    let lemma = document.tokens[noun].lemma.to_lowercase();
    (!table::has(include_str!("data/general_things.tsv"), &lemma)).then_some(lemma)
}

fn is_noun(document: &Document<'_>, token: usize) -> bool {
    matches!(document.tokens[token].pos, Pos::Noun | Pos::Propn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::claim::clause::Clauses;
    use crate::language::analyze;

    fn check(text: &str, expected: Option<(&str, Option<&str>)>) {
        let article = article::from_text("facet", text.to_owned());
        let document = analyze(&article);
        let clauses = Clauses::of(&document, &document.sentences[0]);
        let quantities = crate::quantity::annotate(&document);
        let found = quantities
            .iter()
            .find_map(|quantity| facet(&document, quantity, clauses.predicate_of(quantity.tokens.start)?));
        let found = found.as_ref().map(|facet| (facet.name, facet.thing.as_deref()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn nouns_verbs_and_adjectives_tell_what_is_measured() {
        check("Councillors put the cost of the pool at 14 million crowns.", Some(("cost", Some("pool"))));
        check("The project carries a price tag of 41 million crowns.", Some(("cost", None)));
        check("The pool cost 41 million crowns.", Some(("cost", Some("pool"))));
        check("The dam is 64 metres high.", Some(("height", Some("dam"))));
        check("The tunnel has a length of nine kilometres.", Some(("length", Some("tunnel"))));
        check("Only 48 percent of voters took part on Sunday.", Some(("turnout", None)));
        check("The total bill came to 88 million crowns.", Some(("cost", None)));
    }

    #[test]
    fn distances_lead_somewhere() {
        check("The village lies 30 km north of the city.", Some(("distance", None)));
        check("The quake was centred some 30 kilometres to the south-west of Darrun.", Some(("distance", None)));
    }

    #[test]
    fn other_amounts_measure_nothing() {
        check("The town spent 14 million crowns.", None);
        check("The walkers covered nine kilometres.", None);
    }

    #[test]
    fn tables_are_sorted() {
        assert_eq!(table::first_out_of_order(FACETS), None);
        assert_eq!(table::first_out_of_order(include_str!("data/directions.tsv")), None);
        assert_eq!(table::first_out_of_order(include_str!("data/general_things.tsv")), None);
    }
}
