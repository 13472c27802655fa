//! [`Document`] -> [`Mention`]: people, bodies, places and their aliases in this article.

mod bodies;
mod country;
mod description;
mod found;
mod join;
mod name_run;
mod normal;
mod people;
mod person_name;
mod refer;
mod repeated;
mod roles;
mod same;
mod table;
#[cfg(test)]
mod tests;
mod title;
mod words;

use std::ops::Range;

use crate::language::Document;
use crate::span::Span;
use words::Words;

pub(crate) use normal::letters;
pub use same::NormalName;

/// A place of the text that refers to somebody or something with a name, or to it by a pronoun or description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its place.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that its phrase hangs from.
    pub head: usize,
    /// The number of the entity in [`Entities::names`] that it refers to.
    pub entity: usize,
}

/// Somebody or something that an article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedEntity {
    /// What sort of thing it is.
    pub role: Role,
    /// The fullest name that the article gives, or the table's name for countries and bodies: "Sergey Lavrov",
    /// "Russia", "Organization for Security and Co-operation in Europe".
    pub canonical: String,
    /// All other names that the article uses for it, acronyms included, sorted.
    pub aliases: Vec<String>,
    /// The offices and titles that the article gives it, in lower case: "foreign minister".
    pub titles: Vec<String>,
    /// For an office holder or a body, the country that the article ties it to, by the table's name: "Russia".
    pub country: Option<String>,
}

/// What sort of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A human being.
    Person,
    /// An organisation, company, authority or team.
    Body,
    /// A country where it acts ("Moscow said") or lies ("in Russia").
    Country,
    /// Any other place.
    Place,
    /// A law, work, event or product.
    Other,
}

/// The names of one article and where they are mentioned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// All entities, in order of first mention.
    pub names: Vec<NamedEntity>,
    /// All mentions, in order of place, without overlap.
    pub mentions: Vec<Mention>,
}

impl NamedEntity {
    /// A normal form that names of one entity usually share.
    pub fn key(&self) -> String {
        self.canonical.to_lowercase()
    }
}

impl Entities {
    /// Gives every entity that has one of a group's names the first of them as its name.
    ///
    /// The group "Grey Sea Line", "the Line" makes "the Line" and "Grey Sea Line" of two articles one.
    pub fn join_aliases(&mut self, groups: &[Vec<String>]) {
        for name in &mut self.names {
            let has = |known: &String| {
                let is_known = |own: &String| own.to_lowercase() == known.to_lowercase();
                is_known(&name.canonical) || name.aliases.iter().any(is_known)
            };
            let first = groups.iter().find(|group| group.iter().any(has)).and_then(|group| group.first());
            if let Some(first) = first.filter(|first| **first != name.canonical) {
                let own = std::mem::replace(&mut name.canonical, first.clone());
                name.aliases.push(own);
                name.aliases.sort();
            }
        }
    }

    /// The mention whose phrase hangs from the token.
    pub fn at(&self, head: usize) -> Option<&Mention> {
        let after = self.mentions.partition_point(|mention| mention.tokens.start <= head);
        self.mentions[..after].last().filter(|mention| mention.head == head)
    }

    /// The mentions that lie inside the tokens, in order of place.
    pub fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let inside = self.mentions[first..].iter().take_while(move |mention| mention.tokens.start < tokens.end);
        inside.filter(move |mention| mention.tokens.end <= tokens.end)
    }
}

/// Finds all mentions and joins those of one entity: full and short names, acronyms, titles, safe pronouns.
///
/// "Sergey Lavrov spoke. Lavrov said he agreed." has one entity and three mentions.
pub fn annotate(document: &Document<'_>) -> Entities {
    let words = Words::new(document);
    let mut all = found::find(&words);
    roles::settle(&words, &mut all);
    repeated::add(&words, &mut all);
    refer::add(&words, join::join(&words, &all))
}

/// Whether two names of different articles can stand for one entity: surname and given name compared apart,
/// transliterations and acronyms allowed for.
///
/// "Sergei Ryabkov" and "Sergey Ryabkov" can; "Sergey Lavrov" and "Sergey Ryabkov" cannot.
/// Many comparisons are cheaper on [`NormalName`]s made once.
pub fn is_same(left: &NamedEntity, right: &NamedEntity) -> bool {
    NormalName::of(left).is_same(&NormalName::of(right))
}
