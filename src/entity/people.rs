//! Which names of people in one article are one person's.

use rustc_hash::FxHashMap;

use super::person_name::PersonName;

/// For each name the number of its person; `None` for a bare name that two people share.
///
/// "Sergey Lavrov", "Lavrov" and "Mr Lavrov" are one; "Clinton" is nobody where both Clintons are named.
pub(super) fn group(names: &[&str]) -> Vec<Option<usize>> {
    let parsed: Vec<PersonName> = names.iter().map(|name| PersonName::parse(name)).collect();
    let mut people = People::default();
    for name in parsed.iter().filter(|name| !name.given.is_empty()) {
        people.add(name);
    }
    let bare = parsed.iter().filter(|name| name.given.is_empty());
    for name in bare.filter(|name| !people.is_known(name)).cloned().collect::<Vec<_>>() {
        people.add(&name);
    }
    parsed.iter().map(|name| people.find(name)).collect()
}

/// The people met, by what may be said of them alone.
#[derive(Default)]
struct People {
    all: Vec<Vec<PersonName>>,
    by_surname: FxHashMap<String, Vec<usize>>,
    by_given: FxHashMap<String, Vec<usize>>,
}

impl People {
    fn is_known(&self, bare: &PersonName) -> bool {
        self.by_surname.contains_key(&bare.surname) || self.by_given.contains_key(&bare.surname)
    }

    fn add(&mut self, name: &PersonName) {
        if let Some(number) = self.same_full(name) {
            if !self.all[number].contains(name) {
                self.all[number].push(name.clone());
            }
            return;
        }
        let number = self.all.len();
        self.all.push(vec![name.clone()]);
        self.by_surname.entry(block(&name.surname)).or_default().push(number);
        if let Some(given) = name.given.first() {
            self.by_given.entry(given.clone()).or_default().push(number);
        }
        if block(&name.surname) != name.surname {
            self.by_surname.entry(name.surname.clone()).or_default().push(number);
        }
    }

    /// The person one of whose full names agrees.
    fn same_full(&self, name: &PersonName) -> Option<usize> {
        let near = self.by_surname.get(&block(&name.surname))?;
        near.iter()
            .copied()
            .take(MOST_NAMESAKES)
            .find(|&number| self.all[number].iter().all(|other| other.can_be(name)))
    }

    fn find(&self, name: &PersonName) -> Option<usize> {
        if !name.given.is_empty() {
            return self.same_full(name);
        }
        let only = |numbers: &Vec<usize>| match numbers[..] {
            [number] => Some(number),
            _ => None,
        };
        match self.by_surname.get(&name.surname) {
            Some(numbers) => only(numbers),
            None => self.by_given.get(&name.surname).and_then(only),
        }
    }
}

/// An article that names more people of like surnames is a directory; they are not compared further.
const MOST_NAMESAKES: usize = 64;

/// The first letters of a surname, which all its spellings share.
fn block(surname: &str) -> String {
    surname.chars().take(3).collect::<String>() + "*"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], expected: &[Option<usize>]) {
        assert_eq!(group(names), expected, "{names:?}");
    }

    #[test]
    fn short_names_join_their_full_one() {
        check(&["Lavrov", "Sergey Lavrov", "Mr Lavrov", "Sergei Lavrov"], &[Some(0); 4]);
        check(&["Meghan Markle", "Meghan"], &[Some(0); 2]);
        check(&["Sergey Lavrov", "Sergey Ryabkov", "Ryabkov"], &[Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn names_of_two_people_are_nobody_alone() {
        check(&["Bill Clinton", "Hillary Clinton", "Clinton"], &[Some(0), Some(1), None]);
        check(&["Sergey Lavrov", "Sergey Ryabkov", "Sergey"], &[Some(0), Some(1), None]);
    }
}
