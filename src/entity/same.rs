//! Names of two articles -> whether they can be one entity; and the form of a name that makes this cheap.

use super::normal::{body_words, country_and_rest, initials, is_acronym, letters, without_suffix};
use super::person_name::PersonName;
use super::table::{BODIES, COUNTRIES, NameOf};
use super::{NamedEntity, Role};

/// A named entity brought into a form that is compared without further work on its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormalName {
    country: Option<String>,
    is_capital: bool,
    forms: Forms,
    /// The letters of the fullest name.
    letters: String,
    /// How many letters it is written with.
    length: usize,
    key: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Forms {
    /// All names that the article uses for a person.
    Person(Vec<PersonName>),
    /// The country's name in the table.
    Country(String),
    /// A body's long names by their words in order of letters, and its acronyms and initials.
    Body { long: Vec<Vec<String>>, acronyms: Vec<String>, initials: Vec<String> },
    /// The letters of all names of a place or thing.
    Other(Vec<String>),
}

/// A name of fewer letters may be that of a body and of somebody or something else: "May".
const SHORTEST_OF_TWO_KINDS: usize = 4;

impl NormalName {
    /// Brings a name into normal form.
    ///
    /// "Sergei Lavrov" with the alias "Lavrov" has the key "lavrov", as "Sergey Lavrov" has.
    pub fn of(entity: &NamedEntity) -> Self {
        let names = || std::iter::once(&entity.canonical).chain(&entity.aliases);
        let forms = match entity.role {
            Role::Person => Forms::Person(names().map(|name| PersonName::parse(name)).collect()),
            Role::Country => Forms::Country(entity.canonical.clone()),
            Role::Body => body(names()),
            Role::Place | Role::Other => Forms::Other(names().map(|name| letters(name)).collect()),
        };
        let inside = country_and_rest(&entity.canonical).0.filter(|_| entity.role == Role::Body);
        let country = entity.country.clone().or(inside.map(str::to_owned));
        let key = forms.key();
        let is_capital = COUNTRIES.get(entity.canonical.as_str()).is_some_and(|name| name.of == NameOf::Capital);
        Self {
            country,
            is_capital,
            forms,
            letters: letters(&entity.canonical),
            length: entity.canonical.chars().count(),
            key,
        }
    }

    /// A text that names of one entity share as a rule, for finding candidates: a person's surname, a country's name, a
    /// body's acronym or the first word of its name, the letters of a place.
    ///
    /// "OSCE" and "Organization for Security and Co-operation in Europe" have "osce".
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether both can stand for one entity; see [`is_same`](super::is_same).
    pub fn is_same(&self, other: &Self) -> bool {
        match (&self.forms, &other.forms) {
            (Forms::Person(left), Forms::Person(right)) => self.is_one_person(other, &left[0], &right[0]),
            (Forms::Country(left), Forms::Country(right)) => left == right,
            (Forms::Body { .. }, Forms::Body { .. }) => {
                self.agree_on_country(other) && self.forms.is_one_body(&other.forms)
            }
            (Forms::Other(left), Forms::Other(right)) => {
                self.agree_on_country(other) && (share(left, right) || is_one_capital(self, other))
            }
            (Forms::Person(_), Forms::Country(_)) | (Forms::Country(_), Forms::Person(_)) => false,
            (Forms::Person(_), Forms::Other(_)) | (Forms::Other(_), Forms::Person(_)) if is_listed(self, other) => {
                false
            }
            // The recogniser takes a rare name for one kind in one article and for another in the next.
            _ => self.letters == other.letters && self.length.min(other.length) >= SHORTEST_OF_TWO_KINDS,
        }
    }

    /// Whether the fullest names agree; a surname alone may be that of anybody, so its country must not differ.
    fn is_one_person(&self, other: &Self, left: &PersonName, right: &PersonName) -> bool {
        let is_bare = left.given.is_empty() || right.given.is_empty();
        left.can_be(right) && (!is_bare || self.agree_on_country(other))
    }

    fn agree_on_country(&self, other: &Self) -> bool {
        match (&self.country, &other.country) {
            (Some(left), Some(right)) => left == right,
            _ => true,
        }
    }
}

/// Whether a place that the table lists has one of the names: Washington the city and the man are two.
fn is_listed(left: &NormalName, right: &NormalName) -> bool {
    left.is_capital || right.is_capital
}

fn body<'n>(names: impl Iterator<Item = &'n String>) -> Forms {
    let (mut long, mut acronyms, mut all_initials) = (Vec::new(), Vec::new(), Vec::new());
    for name in names {
        if let Some(listed) = BODIES.get(name.as_str()).filter(|listed| listed.canonical != name) {
            long.push(words(listed.canonical));
        }
        if is_acronym(name) {
            acronyms.push(name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect());
        } else {
            let rest = country_and_rest(name).1;
            let letters = Some(initials(rest).to_lowercase()).filter(|letters| letters.len() > 2);
            all_initials.extend(letters.filter(|_| body_words(rest).len() > 2));
            long.push(words(name));
        }
    }
    Forms::Body { long, acronyms, initials: all_initials }
}

/// The words of a body's name without its country, in order of letters: "Russia-NATO Council" is "NATO-Russia Council".
fn words(name: &str) -> Vec<String> {
    let words = body_words(country_and_rest(name).1);
    let mut words = without_suffix(&words).to_vec();
    words.sort();
    words
}

impl Forms {
    fn key(&self) -> String {
        match self {
            Self::Person(names) => names[0].surname.clone(),
            Self::Country(name) => name.clone(),
            Self::Body { long, acronyms, initials } => {
                let first_word = long.first().and_then(|words| words.first());
                acronyms.iter().chain(initials).chain(first_word).next().cloned().unwrap_or_default()
            }
            Self::Other(names) => names[0].clone(),
        }
    }

    fn is_one_body(&self, other: &Self) -> bool {
        let (
            Self::Body { long: left, acronyms: left_short, initials: left_initials },
            Self::Body { long: right, acronyms: right_short, initials: right_initials },
        ) = (self, other)
        else {
            return false;
        };
        share(left, right)
            || share(left_short, right_short)
            || (share(left_short, right_initials) && right_short.is_empty())
            || (share(left_initials, right_short) && left_short.is_empty())
    }
}

fn share<T: PartialEq>(left: &[T], right: &[T]) -> bool {
    left.iter().any(|one| right.contains(one))
}

/// "Kiev" and "Kyiv" are spellings of one country's capital.
fn is_one_capital(left: &NormalName, right: &NormalName) -> bool {
    let (Forms::Other(one), Forms::Other(other)) = (&left.forms, &right.forms) else { return false };
    let is_spelling = strsim::damerau_levenshtein(&one[0], &other[0]) <= 2;
    left.country.is_some() && left.country == right.country && is_spelling && left.is_capital && right.is_capital
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Body, Country, Person, Place};

    fn entity(role: Role, names: &str, country: Option<&str>) -> NamedEntity {
        let mut names = names.split(" / ").map(str::to_owned);
        NamedEntity {
            role,
            canonical: names.next().expect("split yields something"),
            aliases: names.collect(),
            titles: Vec::new(),
            country: country.map(str::to_owned),
        }
    }

    fn check(role: Role, left: &str, right: &str, expected: bool) {
        let part = |text: &str| match text.split_once(" | ") {
            Some((names, country)) => NormalName::of(&entity(role, names, Some(country))),
            None => NormalName::of(&entity(role, text, None)),
        };
        let (left_name, right_name) = (part(left), part(right));
        assert_eq!(left_name.is_same(&right_name), expected, "{left} / {right}: {left_name:?} {right_name:?}");
        assert_eq!(right_name.is_same(&left_name), expected, "{right} / {left}");
        assert!(
            !expected || left_name.key() == right_name.key(),
            "keys of {left} / {right}: {left_name:?} {right_name:?}"
        );
    }

    #[test]
    fn people_are_compared_by_surname_and_given_name() {
        check(Person, "Sergey Lavrov", "Sergei Lavrov", true);
        check(Person, "Lavrov", "Sergey Lavrov / Lavrov", true);
        check(Person, "Sergey Lavrov", "Sergey Ryabkov", false);
        check(Person, "Sergei Lavrov", "Yekaterina Lavrova", false);
        check(Person, "Bush", "Kate Bush", true);
        check(Person, "Bush | United States", "Kate Bush | United Kingdom", false);
        check(Person, "George Bush", "Kate Bush", false);
    }

    #[test]
    fn bodies_are_compared_by_acronym_and_long_name() {
        check(Body, "OSCE", "Organisation for Security and Co-operation in Europe", true);
        check(Body, "OSCE", "OSCE Permanent Council", false);
        check(Body, "Royal National Lifeboat Institution / RNLI", "RNLI", true);
        check(Body, "Russia-NATO Council", "NATO-Russia Council", true);
        check(Body, "Boeing", "Boeing Co.", true);
        check(Body, "Russian Foreign Ministry | Russia", "Foreign Ministry | Russia", true);
        check(Body, "Foreign Ministry | Russia", "Foreign Ministry | Ukraine", false);
        check(Body, "Manchester United", "Manchester City", false);
        check(Body, "Bank of England", "Bank of Scotland", false);
        check(
            Body,
            "US Department of State / State Department | United States",
            "US State Department | United States",
            true,
        );
    }

    #[test]
    fn places_are_compared_by_letters_and_country() {
        check(Place, "Geneva", "Geneva | Switzerland", true);
        check(Place, "Paris | France", "Paris | United States", false);
        check(Place, "Geneva", "Genoa", false);
        check(Country, "Russia", "Russia / Moscow", true);
        check(Country, "North Korea", "South Korea", false);
        let (kiev, kyiv) = ("Kiev | Ukraine", "Kyiv | Ukraine");
        let name =
            |text: &str| NormalName::of(&entity(Place, text.split(" | ").next().expect("a name"), Some("Ukraine")));
        assert!(name(kiev).is_same(&name(kyiv)));
    }

    #[test]
    fn a_person_is_never_a_place_but_may_be_taken_for_a_body() {
        let named = |role, name| NormalName::of(&entity(role, name, None));
        assert!(!named(Person, "Washington").is_same(&named(Place, "Washington")));
        assert!(named(Person, "Velmora").is_same(&named(Body, "Velmora")));
        assert!(!named(Person, "Velmora").is_same(&named(Body, "Velmora Bank")));
    }
}
