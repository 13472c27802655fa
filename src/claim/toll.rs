//! Numbers told of a noun that counts what an event did, or beside a word for what befell people -> the event and how
//! many: "the death toll rose to 14", "bringing to 14 the number of people known to have lost their lives", "12 dead".

use crate::article::BlockKind;
use crate::claim::clause::Clauses;
use crate::claim::event::{concept_of, concept_of_verb, phrase_lemma, state_of};
use crate::claim::measure::{is_fate, of_amount, plain, top};
use crate::claim::{Claim, Counted, Event, Role};
use crate::language::lemma::verb_of;
use crate::language::wordnet;
use crate::language::{Document, Label, Pos};
use crate::quantity::{Quantity, Unit};
use crate::span::Span;
use crate::table;

/// What a counting noun tells.
pub(super) struct Toll {
    /// The noun: "toll", "number".
    pub(super) noun: usize,
    /// Who or what is counted, where the text says so: "people" in "the number of people killed".
    pub(super) counted: Option<usize>,
    /// The predicate of the clause.
    pub(super) predicate: usize,
    /// What befell those who are counted.
    pub(super) event: Event,
    /// How many.
    pub(super) amount: Counted,
}

/// The toll that the amount is.
///
/// "the number of dead rose to 14" gives kill and 14 people; "the number of rooms rose to 14" gives nothing.
pub(super) fn toll(document: &Document<'_>, clauses: &Clauses, quantity: &Quantity) -> Option<Toll> {
    let is_bare = matches!(quantity.unit, Unit::None | Unit::Count(_)) && !quantity.ordinal;
    let predicate = clauses.predicate_of(quantity.tokens.start);
    let of_counter = || of_counter(document, quantity, predicate?);
    is_bare.then(|| of_counter().or_else(|| of_state(document, quantity, predicate))).flatten()
}

fn of_counter(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<Toll> {
    let noun = counter_of(document, quantity, predicate)?;
    let (counted, concept) = told_of(document, noun)?;
    let is_noun = |token: usize| concept_of(&document.tokens[token].lemma.to_lowercase()).is_some();
    let who = counted.filter(|&token| !is_noun(token) && state_of(&document.lower(token)).is_none());
    let of = who.map_or("person".to_owned(), |token| of_people(document, token));
    let event = of_amount(document.tokens[noun].span, concept.to_owned(), true);
    let event = Event { lemma: document.tokens[noun].lemma.to_lowercase(), ..event };
    Some(Toll { noun, counted: who, predicate, event, amount: Counted { of, ..plain(quantity, Role::Patient) } })
}

/// The toll of a number with a word for what befell people: "left 12 dead", "some 40 are missing", "seven dead in fire".
fn of_state(document: &Document<'_>, quantity: &Quantity, predicate: Option<usize>) -> Option<Toll> {
    // The root hangs from nothing: "Seven dead in fire".
    let number = top(document, quantity).unwrap_or(quantity.tokens.start);
    let is_noun = |token: usize| matches!(document.tokens[token].pos, Pos::Noun | Pos::Propn);
    let counted = quantity.counted.filter(|&counted| document.tokens[number].head == counted && is_noun(counted));
    let is_of_people = counted.is_none_or(|noun| is_people(&document.tokens[noun].lemma));
    // "12 dead fish" are fish.
    let sentence = &document.sentences[document.sentence_of(number)].tokens;
    let next = Some(quantity.tokens.end).filter(|next| counted.is_none() && sentence.contains(next));
    let beside =
        [quantity.tokens.end - 1].into_iter().chain(next).filter(|&token| !is_noun(document.tokens[token].head));
    let subject = counted.unwrap_or(number);
    let is_subject = matches!(document.tokens[subject].label, Label::Nsubj | Label::Nsubjpass);
    let above = predicate.filter(|_| is_subject);
    let told = above.into_iter().flat_map(|verb| {
        let missing = Some(verb).filter(|&verb| state_of(&document.lower(verb)).is_some());
        document.children_by(verb, &[Label::Acomp, Label::Oprd]).chain(missing)
    });
    let (state, concept) = beside.chain(told).find_map(|token| Some((token, fate(document, token)?)))?;
    let event = of_amount(document.tokens[state].span, concept.to_owned(), true);
    let amount = Counted { of: "person".to_owned(), ..plain(quantity, Role::Patient) };
    is_of_people.then(|| Toll { noun: state, counted: None, predicate: predicate.unwrap_or(state), event, amount })
}

fn is_people(lemma: &str) -> bool {
    lemma == "people" || wordnet::is_person(lemma)
}

/// What befell those whom an adjective or participle without a noun stands for: "dead", "injured".
fn fate(document: &Document<'_>, state: usize) -> Option<&'static str> {
    let word = document.lower(state);
    let is_state = matches!(document.tokens[state].pos, Pos::Adj | Pos::Verb | Pos::Noun);
    let is_finite = || document.children_by(state, &[Label::Aux, Label::Auxpass]).next().is_some();
    let of_participle = || concept_of_verb(&verb_of(&word)?).filter(|_| !is_finite());
    let concept = state_of(&word).or_else(of_participle).filter(|_| is_state);
    concept.filter(|concept| is_fate(concept))
}

/// Whether the lemma is that of a noun for how many there are in all: "toll".
pub(super) fn is_counter(lemma: &str) -> bool {
    counter(lemma).is_some()
}

/// The counting noun whose number the amount is: "toll" in "a toll of 14", "the toll rose to 14", "put the toll at 14".
fn counter_of(document: &Document<'_>, quantity: &Quantity, predicate: usize) -> Option<usize> {
    let top = top(document, quantity)?;
    let above = document.tokens[top].head;
    let is_counter = |token: &usize| counter(&document.tokens[*token].lemma.to_lowercase()).is_some();
    if document.lower(above) == "of" {
        // The parser may hang "of" from the verb.
        return [document.tokens[above].head, above.saturating_sub(1)].into_iter().find(is_counter);
    }
    let is_linked = above == predicate
        || document.tokens[above].head == predicate
            && matches!(document.lower(above).as_str(), "to" | "at" | "past" | "as");
    let parts = [Label::Nsubj, Label::Nsubjpass, Label::Dobj];
    // "bringing to 14 the number of dead": a heavy object follows, which the parser may give to another verb.
    let next = || {
        let end = document.sentences[document.sentence_of(top)].tokens.end;
        let is_determiner = |token: &usize| document.tokens[*token].pos == Pos::Det;
        (quantity.tokens.end..end).find(|token| !is_determiner(token)).filter(is_counter)
    };
    document.children_by(predicate, &parts).find(is_counter).or_else(next).filter(|_| is_linked)
}

/// The sort of event that a counting noun counts, where it says so by itself.
fn counter(noun: &str) -> Option<Option<&'static str>> {
    let concept = table::value_of(include_str!("data/counters.tsv"), noun)?;
    Some(Some(concept).filter(|&concept| concept != "-"))
}

/// Who or what the noun counts and what befell them: "the number of people killed", "of arrests", "of dead", "the death
/// toll".
fn told_of(document: &Document<'_>, noun: usize) -> Option<(Option<usize>, &'static str)> {
    let alone = counter(&document.tokens[noun].lemma.to_lowercase()).flatten();
    let of = document.children_by(noun, &[Label::Prep]).find(|&prep| document.lower(prep) == "of");
    // What a toll is of is what took it.
    let of = of.filter(|_| alone.is_none());
    if let Some(counted) = of.and_then(|of| document.child(of, Label::Pobj).or(document.child(of, Label::Amod))) {
        return sort(document, counted).map(|concept| (Some(counted), concept));
    }
    let compound = document.children_by(noun, &[Label::Compound, Label::Amod]);
    let by_compound = compound.filter_map(|word| concept_of(&document.tokens[word].lemma.to_lowercase())).next();
    by_compound.or(alone).map(|concept| (None, concept))
}

/// What befell those whom the word names or its clause tells of.
fn sort(document: &Document<'_>, counted: usize) -> Option<&'static str> {
    let word = document.lower(counted);
    let of_word = || concept_of(&document.tokens[counted].lemma.to_lowercase()).or_else(|| state_of(&word));
    let of_participle = |word: &str| concept_of_verb(&verb_of(word)?);
    let clauses = document.children_by(counted, &[Label::Acl, Label::Relcl]);
    let within = clauses.flat_map(|clause| {
        let below = document.children_by(clause, &[Label::Xcomp]);
        std::iter::once(clause).chain(below).collect::<Vec<_>>()
    });
    let by_clause = within.filter_map(|verb| concept_of_verb(&phrase_lemma(document, verb))).next();
    let by_adjective =
        || document.children_by(counted, &[Label::Amod]).find_map(|word| of_participle(&document.lower(word)));
    by_clause.or_else(by_adjective).or_else(of_word).or_else(|| of_participle(&word))
}

fn of_people(document: &Document<'_>, counted: usize) -> String {
    match document.tokens[counted].lemma.to_lowercase().as_str() {
        "people" => "person".to_owned(),
        lemma => lemma.to_owned(),
    }
}

/// Drops what only the headline's number tells, where the text tells it too: "Nine dead" above "Nine miners were killed".
pub(super) fn drop_headline_counts(claims: &mut Vec<Claim>, document: &Document<'_>) {
    let titles: Vec<Span> = document
        .sentences
        .iter()
        .filter(|sentence| sentence.block == BlockKind::Title)
        .map(|sentence| document.span(sentence.tokens.clone()))
        .collect();
    let is_headline = |claim: &Claim| titles.contains(&claim.sentence);
    let count = |claim: &Claim| {
        let is_only_count = claim.event.known && claim.quantities.len() == 1;
        is_only_count.then(|| (claim.event.concept.clone(), claim.quantities[0].quantity.low))
    };
    let told: Vec<_> = claims.iter().filter(|claim| !is_headline(claim)).filter_map(count).collect();
    claims.retain(|claim| {
        !(is_headline(claim) && claim.event.is_noun && count(claim).is_some_and(|count| told.contains(&count)))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::language::analyze;

    fn check(text: &str, expected: Option<&str>) {
        let article = article::from_text("toll", text.to_owned());
        let document = analyze(&article);
        let clauses = Clauses::of(&document, &document.sentences[0]);
        let quantities = crate::quantity::annotate(&document);
        let found = quantities.iter().find_map(|quantity| toll(&document, &clauses, quantity));
        let found = found.map(|toll| format!("{} {}", toll.event.concept, toll.amount.label()));
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn tolls_are_told_by_nouns_that_count() {
        check("The death toll rose to 14 on Tuesday.", Some("kill 14 person"));
        check(
            "Rescuers found five bodies, bringing to 14 the number of people known to have died.",
            Some("kill 14 person"),
        );
        check("The number of dead has reached 14.", Some("kill 14 person"));
        check("The storm left a death toll of 30 in the valley.", Some("kill 30 person"));
        check("The total number of arrests stands at 212.", Some("arrest 212 person"));
        check("The number of injured workers is 21.", Some("injure 21 worker"));
        check("The storm left 12 dead and 30 missing.", Some("kill 12 person"));
        check("Some 40 are missing.", Some("disappear about 40 person"));
        check("Twelve were dead.", Some("kill 12 person"));
        check("Forty miners are still missing.", Some("disappear 40 person"));
        check("Seven dead in fire.", Some("kill 7 person"));
        check("Six injured in crash at Lom.", Some("injure 6 person"));
    }

    #[test]
    fn other_numbers_of_things_are_no_tolls() {
        check("The number of rooms rose to 14.", None);
        check("The bridge toll rose to 14 crowns.", None);
        check("The total came to 14.", None);
        check("The tide left 12 dead fish.", None);
        check("Storm hits village of 12\n\nMissing were three cows.", None);
        check("Twelve were late.", None);
        check("Twelve pages are missing.", None);
    }
}
