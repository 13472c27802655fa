//! Classes of characters as spaCy's rules have them: letters, digits, quotation marks, what is cut off a word.

use std::sync::LazyLock;

use crate::language::table::Table;

static CHARACTERS: LazyLock<Characters> = LazyLock::new(Characters::read);

/// The classes that a character is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Classes(u16);

impl Classes {
    /// Small letters, and letters of scripts that have no capitals.
    pub(crate) const LOWER: Self = Self(1);
    /// Capital letters, and letters of scripts that have none.
    pub(crate) const UPPER: Self = Self(1 << 1);
    /// Letters of the scripts that spaCy's rules know.
    pub(crate) const ALPHA: Self = Self(1 << 2);
    /// Quotation marks and some brackets.
    pub(crate) const QUOTE: Self = Self(1 << 3);
    /// Symbols, pictures.
    pub(crate) const ICON: Self = Self(1 << 4);
    /// After these a full stop at the end of a word is no part of the word.
    pub(crate) const BEFORE_STOP: Self = Self(1 << 5);
    /// Cut off at the start of a word.
    pub(crate) const PREFIX: Self = Self(1 << 6);
    /// Cut off at the end of a word.
    pub(crate) const SUFFIX: Self = Self(1 << 7);
    /// Letters, digits, numbers and the underscore of all scripts.
    pub(crate) const WORD: Self = Self(1 << 8);
    /// Digits that a number is written with.
    pub(crate) const DECIMAL: Self = Self(1 << 9);
    /// Digits of any form: raised, in circles.
    pub(crate) const DIGIT: Self = Self(1 << 10);
    /// Letters of all scripts.
    pub(crate) const LETTER: Self = Self(1 << 11);

    /// The letters that name the classes in the table, in the order of their bits.
    const NAMES: &str = "luaqibpswdgt";

    /// Whether the character is in one of the classes of `other`.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of either.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn named(names: &str) -> Self {
        let bit = |name| 1 << Self::NAMES.find(name).expect("the table has only these classes");
        Self(names.chars().map(bit).fold(0, |bits, bit: u16| bits | bit))
    }
}

/// The classes of a character: "a" is a small letter, a letter, part of a word.
pub(crate) fn classes(character: char) -> Classes {
    let characters = &*CHARACTERS;
    match characters.ascii.get(character as usize) {
        Some(&classes) => classes,
        None => characters.find(character),
    }
}

/// Whether a character is white space; as in Python, the separators U+001C to U+001F are.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}

struct Characters {
    ascii: [Classes; 128],
    /// First and last character of each stretch of the same classes, in order.
    stretches: Vec<(char, char, Classes)>,
}

impl Characters {
    fn read() -> Self {
        let table = Table::new(include_str!("data/characters.tsv"));
        let mut stretches = Vec::with_capacity(2000);
        for mut row in table.rows() {
            let mut next = || row.next().expect("each row has three columns");
            let (first, last, names) = (character(next()), character(next()), next());
            stretches.push((first, last, Classes::named(names)));
        }
        let mut characters = Self { ascii: [Classes::default(); 128], stretches };
        for byte in 0..128u8 {
            characters.ascii[byte as usize] = characters.find(byte as char);
        }
        characters
    }

    fn find(&self, character: char) -> Classes {
        let at = self.stretches.partition_point(|stretch| stretch.1 < character);
        self.stretches.get(at).filter(|stretch| stretch.0 <= character).map_or(Classes::default(), |stretch| stretch.2)
    }
}

fn character(number: &str) -> char {
    u32::from_str_radix(number, 16).ok().and_then(char::from_u32).expect("the table has numbers of characters")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(character: char, names: &str) {
        assert_eq!(classes(character), Classes::named(names), "{character:?}");
    }

    #[test]
    fn letters_digits_and_marks_have_their_classes() {
        check('a', "labwt");
        check('Я', "uawt");
        check('7', "bwdg");
        check('²', "bwg");
        check('“', "qbps");
        check('😀', "ips");
        check('\u{10ffff}', "");
        check(' ', "");
    }

    #[test]
    fn white_space_is_that_of_python() {
        let spaces: Vec<u32> = ('\0'..=char::MAX).filter(|&at| is_space(at)).map(u32::from).collect();
        let below: Vec<u32> = (9..=13).chain(0x1c..=0x20).chain([0x85, 0xa0, 0x1680]).chain(0x2000..=0x200a).collect();
        assert_eq!(spaces, [below, vec![0x2028, 0x2029, 0x202f, 0x205f, 0x3000]].concat());
    }
}
