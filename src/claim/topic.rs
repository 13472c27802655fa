//! What an article is about: the names and nouns of its titles and running text.

use crate::entity::{Entities, NamedEntity, Role, letters};
use crate::language::{Document, Pos, is_common};
use crate::time::Timex;

/// The names and nouns of one article, each once, in lower case, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topics {
    /// The words of names in a spelling that transliterations share, those of countries and of dates left out.
    pub names: Vec<String>,
    /// The lemmas of common nouns.
    pub nouns: Vec<String>,
    /// Whether it is a manual or the like, which lays down how things are.
    pub is_manual: bool,
    /// The versions and models that its title and source name: ("otterbase", "12").
    pub editions: Vec<(String, String)>,
    /// The words of its title, as written.
    pub title: Vec<String>,
}

/// A shorter word than this is an initial or a slip of the tagger.
const SHORTEST: usize = 3;

/// Collects the topics of a document.
pub(super) fn topics(document: &Document<'_>, entities: &Entities, timexes: &[Timex]) -> Topics {
    let mut topics = Topics::default();
    let mut timexes = timexes.iter().peekable();
    for sentence in document.sentences.iter().filter(|sentence| sentence.block.makes_claims()) {
        for at in sentence.tokens.clone() {
            while timexes.next_if(|timex| timex.tokens.end <= at).is_some() {}
            let token = &document.tokens[at];
            let lemma = lemma(document, at);
            if lemma.len() < SHORTEST || timexes.peek().is_some_and(|timex| timex.tokens.contains(&at)) {
                continue;
            }
            if is_name(document, at) {
                topics.names.extend((!is_country(entities, at)).then(|| letters(&lemma)));
            } else if token.pos == Pos::Noun {
                topics.nouns.push(lemma);
            }
        }
    }
    for words in [&mut topics.names, &mut topics.nouns] {
        words.sort_unstable();
        words.dedup();
    }
    topics
}

fn is_country(entities: &Entities, token: usize) -> bool {
    let name = |number: usize| -> &NamedEntity { &entities.names[number] };
    entities.at(token).is_some_and(|mention| name(mention.entity).role == Role::Country)
}

/// The dictionary form of the token in lower case; the letters of a name: no "Lumen" is a "luman".
pub(super) fn lemma(document: &Document<'_>, token: usize) -> String {
    let lemma = document.tokens[token].lemma.to_lowercase();
    if is_name(document, token) && !is_common(&lemma) { document.lower(token) } else { lemma }
}

/// Whether the token is of a name: tagged as one, or written with a capital and no word of the language.
///
/// "Solvind" in "Solvind plans a wind farm", which the tagger takes for a common noun.
pub(super) fn is_name(document: &Document<'_>, token: usize) -> bool {
    let word = document.word(token);
    let is_unknown = || {
        let is_plain = word.chars().all(char::is_alphabetic) && word.chars().skip(1).all(char::is_lowercase);
        is_plain && word.starts_with(char::is_uppercase) && !is_common(&word.to_lowercase())
    };
    // The tagger takes "national" for a part of a name before "seismic service".
    let is_written_small = || word.chars().all(char::is_lowercase);
    match document.tokens[token].pos {
        Pos::Propn => !is_written_small(),
        Pos::Noun => is_unknown(),
        _ => false,
    }
}

/// Whether the token tells what a sentence is about: a noun, a verb of content, an adjective.
pub(super) fn is_telling(document: &Document<'_>, token: usize) -> bool {
    let token = &document.tokens[token];
    matches!(token.pos, Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj) && token.lemma.len() >= SHORTEST
}
