//! Finds the pairs of claims that are worth aligning: in articles of one story, those that share names or words.

use rustc_hash::FxHashMap;

use crate::claim::{
    COPULA, Claim, Event, Modality, Participant, Polarity, Role, befalling, is_kindred, is_opposite, other_concept_of,
};
use crate::language::wordnet;
use crate::matching::terms::{Term, terms};
use crate::matching::{Link, Stories, Story, of_article};

/// What two claims have to share: a name, or two words, or a word and the sort of event.
const LEAST_WEIGHT: u16 = 2;

/// A term of more claims of one article than this finds nothing in particular.
const COMMONEST_TERM: usize = 64;

/// All claims, and what each may be found under.
pub struct Blocking<'c> {
    claims: &'c [Claim],
    terms_of: Vec<Vec<Term>>,
}

impl<'c> Blocking<'c> {
    /// Collects what the claims may be found under.
    pub fn of(claims: &'c [Claim]) -> Self {
        Self { claims, terms_of: claims.iter().map(terms).collect() }
    }

    /// The pairs to align, left before right, sorted, each once.
    ///
    /// "Russia-US consultations were held" and "Russia and the US discussed …" meet under Russia and US.
    pub fn candidates(&self, linked: &[Link], stories: &Stories<'_>) -> Vec<(&'c Claim, &'c Claim)> {
        let of_article = |article| of_article(self.claims, article, |claim| claim.article);
        let mut pairs = Vec::new();
        let mut index = Index::default();
        for by_left in linked.chunk_by(|one, other| one.0 == other.0) {
            index.fill(&self.terms_of, of_article(by_left[0].0));
            for &(left_article, article) in by_left {
                let is_one_story = is_one_story(stories.between(left_article, article));
                for right in of_article(article).filter(|&number| is_comparable(&self.claims[number])) {
                    let found = index.sharing(&self.terms_of[right], is_one_story);
                    let found = found.filter(|&left| left < right && is_comparable(&self.claims[left]));
                    pairs.extend(found.map(|left| (left, right)));
                }
            }
        }
        pairs.sort_unstable();
        pairs.into_iter().map(|(left, right)| (&self.claims[left], &self.claims[right])).collect()
    }
}

/// Whether the articles are known well enough to tell one story that any shared term is worth a look.
fn is_one_story(story: Story) -> bool {
    story.is_one_matter() || story.weight > 0
}

/// That two people spoke, or one man twice, is never one event.
fn is_comparable(claim: &Claim) -> bool {
    !claim.event.is_speech
}

/// The claims of one article by their terms.
#[derive(Default)]
struct Index {
    claims_of: FxHashMap<u64, Vec<usize>>,
}

impl Index {
    fn fill(&mut self, terms_of: &[Vec<Term>], claims: std::ops::Range<usize>) {
        self.claims_of.clear();
        for number in claims {
            terms_of[number].iter().for_each(|term| self.claims_of.entry(term.key).or_default().push(number));
        }
    }

    /// The claims that share enough of the terms; one term is enough in a story that both articles are known to tell.
    fn sharing(&self, terms: &[Term], is_one_story: bool) -> impl Iterator<Item = usize> {
        let least = if is_one_story { 1 } else { LEAST_WEIGHT };
        let mut weights: FxHashMap<usize, u16> = FxHashMap::default();
        for term in terms {
            let claims = self.claims_of.get(&term.key).filter(|claims| claims.len() <= COMMONEST_TERM);
            for &claim in claims.into_iter().flatten() {
                *weights.entry(claim).or_default() += term.weight;
            }
        }
        weights.into_iter().filter(move |&(_, weight)| weight >= least).map(|(claim, _)| claim)
    }
}

/// Whether the two claims tell one sort of event or opposite ones.
///
/// In a corpus, which tells many events of each sort, only the sort itself counts.
pub(super) fn is_same_sort(left: &Claim, right: &Claim, story: Story) -> bool {
    left.event.concept == right.event.concept && (left.event.concept != COPULA || say_the_same(left, right))
        || is_opposite(&left.event.concept, &right.event.concept)
        || is_one_event_word(&left.event, &right.event)
        || !story.is_of_corpus() && is_told_by_other_sort(&left.event, &right.event)
        || puts_off(left, right)
        || puts_off(right, left)
}

/// Whether one event may be told in both words: what is done by what it lets befall, in the second sense of one of them,
/// or by sorts that go together.
fn is_told_by_other_sort(left: &Event, right: &Event) -> bool {
    let is_done_and_befalls = left.concept != COPULA && befalling(&left.concept) == befalling(&right.concept);
    let in_other_sense = |one: &Event, other: &Event| other_concept_of(&one.lemma) == Some(other.concept.as_str());
    is_done_and_befalls
        || in_other_sense(left, right)
        || in_other_sense(right, left)
        || is_kindred(&left.concept, &right.concept)
}

/// Whether the one says that a thing was put off, or has not come, which the other says something is to be done with:
/// "the report has been delayed", "is overdue", "will publish its report".
fn puts_off(thing: &Claim, planned: &Claim) -> bool {
    let event = &thing.event;
    let is_put_off = thing.is_revision && thing.modality == Modality::Planned;
    let is_missing = thing.polarity == Polarity::Negative && thing.modality == Modality::Happened;
    let is_thing = |one: &Participant| matches!(one.role, Role::Agent | Role::Patient) && one.head == event.lemma;
    (is_put_off || is_missing)
        && event.is_unlisted()
        && planned.modality.is_ahead()
        && planned.participants.iter().any(is_thing)
}

/// Whether two verbs or event nouns that the table of sorts does not join have a sense in common.
fn is_one_event_word(left: &Event, right: &Event) -> bool {
    let is_free = !left.known || !right.known;
    is_free && left.concept != COPULA && right.concept != COPULA && wordnet::is_synonym(&left.lemma, &right.lemma)
}

/// Whether two copulas say something of one sort of their subjects: they share a word of the attribute.
fn say_the_same(left: &Claim, right: &Claim) -> bool {
    let attributes = |claim: &Claim| {
        let attributes = claim.participants.iter().filter(|one| one.role == Role::Attribute);
        attributes.flat_map(|one| one.words.clone()).collect::<Vec<String>>()
    };
    let right = attributes(right);
    attributes(left).iter().any(|word| right.contains(word))
}
