//! A person's name -> given names and surname, and whether two such names can be one person's.

use super::normal::letters;
use super::table::{FAMILY_FIRST, GIVEN_NAMES, HONORIFICS, NAME_PARTICLES};

/// A name in the letters that transliterations share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PersonName {
    /// Given names in order; empty for a surname alone.
    pub(super) given: Vec<String>,
    /// The surname without its particles: "leyen" of "von der Leyen".
    pub(super) surname: String,
    /// "jr" in "Donald Trump Jr.", who is not his father.
    pub(super) generation: Option<String>,
}

impl PersonName {
    /// Parts a name without titles; forms of address are left out.
    ///
    /// "Sergey V. Lavrov" has the given names "sergi" and "v"; "Xi Jinping" the surname "ksi".
    pub(super) fn parse(name: &str) -> Self {
        let plain: Vec<&str> =
            name.split([' ', '\u{a0}', '-', '‑']).map(trimmed).filter(|word| is_part(word)).collect();
        let mut words = name.split([' ', '\u{a0}']).map(|word| trimmed(word).to_lowercase());
        let generation = words.next_back().filter(|word| is_generation(word));
        let Some((&last, before)) = plain.split_last() else {
            return Self { given: Vec::new(), surname: letters(name), generation };
        };
        if is_family_first(name, &plain) {
            return Self { given: vec![letters(&plain[1..].concat())], surname: letters(plain[0]), generation };
        }
        let is_particle = |at: usize| is_particle(before[at]) && (at > 0 || !is_given_name(name, before[at]));
        let given_end = (1..before.len()).find(|&at| is_particle(at)).unwrap_or(before.len());
        // "Smith-Jones" is one surname; "Jean-Claude Juncker" has a double given name.
        let is_double =
            name.rsplit([' ', '\u{a0}']).next().is_some_and(|word| word.contains('-')) && !before.is_empty();
        let is_arabic = is_double && is_particle(before.len() - 1);
        let (surname, given_end) = match is_double && !is_arabic {
            true => (format!("{}{}", before[before.len() - 1], last), given_end.min(before.len() - 1)),
            false => (last.to_owned(), given_end),
        };
        let given = (0..given_end).filter(|&at| !is_particle(at)).map(|at| given_form(before[at]));
        Self { given: given.collect(), surname: letters(&surname), generation }
    }

    /// Whether both names can be one person's: the surnames the same, and no given name against another.
    pub(super) fn can_be(&self, other: &Self) -> bool {
        let is_given_told = !self.given.is_empty() && !other.given.is_empty();
        let surname = self.surname == other.surname
            || (is_given_told && self.given[0] == other.given[0] && is_variant(&self.surname, &other.surname));
        surname && self.generation == other.generation && (!is_given_told || given_agree(&self.given, &other.given))
    }
}

fn trimmed(word: &str) -> &str {
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_part(word: &str) -> bool {
    let lower = word.to_lowercase();
    !word.is_empty() && !is_generation(&lower) && !HONORIFICS.contains_key(lower.as_str())
}

fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

fn is_particle(word: &str) -> bool {
    NAME_PARTICLES.contains_key(word.to_lowercase().as_str())
}

/// "Ben Ash" and "Al Gore" begin with a given name, "Al-Assad" with a particle.
fn is_given_name(name: &str, word: &str) -> bool {
    let is_also_given = NAME_PARTICLES.get(word.to_lowercase().as_str()).is_some_and(|&value| value == "given");
    is_also_given && word.starts_with(char::is_uppercase) && !name[word.len()..].starts_with('-')
}

/// "Kim Jong-un" and "Xi Jinping"; "Kim Smith" has its surname last.
fn is_family_first(name: &str, words: &[&str]) -> bool {
    let is_known = words.len() >= 2 && FAMILY_FIRST.contains(words[0].to_lowercase().as_str());
    // "Kim" is also a given name; with two syllables after it, it is the family's.
    is_known && words.len() <= 3 && (words[0] != "Kim" || name.contains('-') || words.len() == 3)
}

/// The full form of a given name in shared letters: "Tony" is "antoni".
fn given_form(word: &str) -> String {
    let lower = word.to_lowercase();
    letters(GIVEN_NAMES.get(lower.as_str()).unwrap_or(&lower.as_str()))
}

/// Whether no first name speaks against the other: the same, an initial, near in spelling, or a middle name that is used.
fn given_agree(left: &[String], right: &[String]) -> bool {
    let agree = |one: &String, other: &String| {
        one == other
            || is_initial(one, other)
            || is_initial(other, one)
            || is_near(one, other)
            || is_other_vowel(one, other)
    };
    agree(&left[0], &right[0])
        || (left.len() == 1 && right.len() > 1 && left[0].len() > 1 && right[1..].contains(&left[0]))
        || (right.len() == 1 && left.len() > 1 && right[0].len() > 1 && left[1..].contains(&right[0]))
}

fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

/// Whether two spellings of a given name differ in one vowel inside it, as transliterations do: Irena, Irina. The last
/// letters tell people apart: Paolo, Paola.
fn is_other_vowel(left: &str, right: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut differing = (0..one.len().min(other.len())).filter(|&at| one[at] != other[at]);
    let (first, second) = (differing.next(), differing.next());
    let is_inside = |at: usize| at > 0 && at + 2 < one.len() && is_vowel(one[at]) && is_vowel(other[at]);
    one.len() == other.len() && one.len() >= 5 && second.is_none() && first.is_some_and(is_inside)
}

/// Whether one surname has a letter more, as transliterations do; another letter makes another name: Hansen, Hanson.
fn is_variant(left: &str, right: &str) -> bool {
    left.chars().count() != right.chars().count() && is_near(left, right)
}

/// Whether two spellings differ in one letter inside a long name. Endings tell people apart: Lavrov and Lavrova,
/// Christian and Christina.
fn is_near(left: &str, right: &str) -> bool {
    let (short, long) =
        (left.chars().count().min(right.chars().count()), left.chars().count().max(right.chars().count()));
    let is_vowel = |name: &str| name.ends_with(['a', 'e', 'i', 'o', 'u']);
    let same_ends = left.get(..2) == right.get(..2) && left.chars().last() == right.chars().last();
    short >= 6
        && long <= 24
        && long - short <= 1
        && same_ends
        && is_vowel(left) == is_vowel(right)
        && strsim::damerau_levenshtein(left, right) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expected: bool) {
        let (one, other) = (PersonName::parse(left), PersonName::parse(right));
        assert_eq!(one.can_be(&other), expected, "{left} / {right}: {one:?} {other:?}");
        assert_eq!(other.can_be(&one), expected, "{right} / {left}");
    }

    #[test]
    fn spellings_of_one_name_agree() {
        check("Sergey Lavrov", "Sergei Lavrov", true);
        check("Lavrov", "Sergey Lavrov", true);
        check("Antony Blinken", "Anthony Blinken", true);
        check("Tony Blinken", "Antony Blinken", true);
        check("Mr Lavrov", "Sergei Viktorovich Lavrov", true);
        check("J. Smith", "John Smith", true);
        check("Ursula von der Leyen", "von der Leyen", true);
        check("Kim Jong-un", "Kim Jong Un", true);
        check("Kim", "Kim Jong-un", true);
        check("Xi Jinping", "Xi", true);
        check("Bashar al-Assad", "Assad", true);
        check("Bashar al-Assad", "Al-Assad", true);
        check("Robert De Niro", "De Niro", true);
        check("Al Gore", "Gore", true);
        check("Volodymyr Zelenskyy", "Volodymyr Zelensky", true);
        check("Irena Kolb", "Irina Kolb", true);
        check("Mohamed Salah", "Mohammed Salah", true);
        check("Jean-Claude Juncker", "Juncker", true);
        check("Rebecca Long-Bailey", "Long-Bailey", true);
    }

    #[test]
    fn names_of_two_people_differ() {
        check("Sergey Lavrov", "Sergey Ryabkov", false);
        check("Sergei Lavrov", "Yekaterina Lavrova", false);
        check("Lavrov", "Lavrova", false);
        check("George Bush", "Kate Bush", false);
        check("Ben Ash", "Jim Ash", false);
        check("Paolo Rossi", "Paola Rossi", false);
        check("Hillary Clinton", "Bill Clinton", false);
        check("Peter Hansen", "Peter Hanson", false);
        check("Christian Meier", "Christina Meier", false);
        check("Kim Jong-un", "Kim Jong-il", false);
        check("Xi Jinping", "Li Keqiang", false);
    }
}
