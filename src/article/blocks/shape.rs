//! How a line is written: how it ends, how many words it has, whether it is a headline.

use super::is_blank;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// "The bridge opened.", "It did …", "Why?", with or without quotation marks or brackets behind.
    Sentence,
    /// "He clarified:", "On Tuesday,": more follows.
    Open,
    /// "Bridge opens".
    None,
}

/// How `line` ends.
pub(super) fn ending(line: &str) -> Ending {
    let closers = ['"', '\'', '”', '’', '»', ')', ']', '*', '_'];
    match line.trim_end_matches(|character| closers.contains(&character) || is_blank(character)).chars().last() {
        Some('.' | '!' | '?' | '…' | '。' | '？' | '！') => Ending::Sentence,
        Some(':' | ',' | ';') => Ending::Open,
        _ => Ending::None,
    }
}

/// The number of words, counted up to `most`.
pub(super) fn words_up_to(most: usize, line: &str) -> usize {
    line.split(is_blank).filter(|word| word.chars().any(char::is_alphanumeric)).take(most).count()
}

/// Whether a line has more than `most` words.
pub(super) fn is_longer(line: &str, most: usize) -> bool {
    words_up_to(most + 1, line) > most
}

/// The bytes of the mark before an item of a list and of the space behind it.
///
/// "• Rice" gives 4, "-5 degrees" 0.
pub(super) fn bullet(line: &str) -> usize {
    let Some(first) = line.chars().next() else { return 0 };
    if !matches!(first, '-' | '–' | '—' | '*' | '•' | '·' | '▪' | '●' | '◦' | '‣' | '■' | '►' | '▶')
    {
        return 0;
    }
    let rest = &line[first.len_utf8()..];
    let item = rest.trim_start_matches(is_blank);
    match item.len() < rest.len() || matches!(first, '•' | '▪' | '●' | '◦' | '‣' | '■') {
        true => line.len() - item.len(),
        false => 0,
    }
}

/// Whether a line may be a headline or a heading: no sentence, begun with a capital, a figure or a quotation.
pub(super) fn is_headline(line: &str) -> bool {
    let begins = line.chars().find(|character| !is_blank(*character) && !is_quote(*character));
    begins.is_some_and(|first| {
        !first.is_lowercase() && (first.is_alphanumeric() || matches!(first, '$' | '£' | '€' | '['))
    }) && (ending(line) == Ending::None || line.ends_with('?'))
        && !has_open_quotation(line)
        && !has_inner_end(line)
}

/// Whether nearly all longer words begin with a capital: "Moscow Won't Sit Idly By, Will Take Necessary Measures".
pub(super) fn is_title_case(line: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|character| character.is_alphabetic()).count() >= 4;
    let capital =
        |word: &&str| word.chars().find(|character| character.is_alphabetic()).is_some_and(char::is_uppercase);
    let all = line.split(is_blank).filter(long).count();
    let capitals = line.split(is_blank).filter(long).filter(capital).count();
    all >= 2 && capitals * 5 >= all * 4
}

/// Whether most letters are of the Latin script; `None` without letters.
pub(super) fn is_latin(text: &str) -> Option<bool> {
    if text.is_ascii() {
        return text.bytes().any(|byte| byte.is_ascii_alphabetic()).then_some(true);
    }
    let letters = text.chars().filter(|character| character.is_alphabetic());
    let (latin, other) = letters.fold((0_usize, 0_usize), |(latin, other), letter| match letter {
        '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' => {
            (latin + 1, other)
        }
        _ => (latin, other + 1),
    });
    (latin + other > 0).then_some(latin >= other)
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»')
}

/// Whether a quotation that the line begins with does not end on it.
fn has_open_quotation(line: &str) -> bool {
    let marks = |wanted: &[char]| line.chars().filter(|character| wanted.contains(character)).count();
    match line.chars().next() {
        Some('"') => marks(&['"']) % 2 == 1,
        Some('“' | '«') => marks(&['”', '»']) == 0,
        _ => false,
    }
}

/// Whether a sentence ends inside the line: a word of three letters or more in lower case, a full stop, a capital.
fn has_inner_end(line: &str) -> bool {
    let mut words = line.split(is_blank).filter(|word| !word.is_empty()).peekable();
    while let (Some(word), Some(next)) = (words.next(), words.peek()) {
        let bare = word.trim_end_matches(is_quote);
        let stem = bare.trim_end_matches(['.', '!']);
        let is_word = stem.chars().rev().take(3).filter(|letter| letter.is_lowercase()).count() == 3;
        let capital = next.trim_start_matches(is_quote).chars().next().is_some_and(char::is_uppercase);
        if stem.len() < bare.len() && is_word && capital && !is_abbreviation(stem) {
            return true;
        }
    }
    false
}

/// Whether a word with a full stop is a short form of a name: "Sept. 3", "Fla. Senate" end no sentence.
fn is_abbreviation(stem: &str) -> bool {
    stem.chars().count() <= 4 && stem.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, is_a_headline: bool) {
        assert_eq!(is_headline(line), is_a_headline, "{line}");
    }

    #[test]
    fn headlines_are_no_sentences() {
        check("Bridge opens", true);
        check("4 dead in Alto Prado floods", true);
        check("‘Nothing will change’ says mayor of St. Olaf", true);
        check("Will the bridge open?", true);
        check("Senate votes Sept. 3 on Fla. Senate map", true);
        check("The bridge opened.", false);
        check("The bridge opened. Nobody came", false);
        check("\"The bridge is open, and we are glad", false);
        check("He clarified:", false);
        check("opened on Monday", false);
        check("", false);
    }

    #[test]
    fn title_case_is_a_matter_of_long_words() {
        assert!(is_title_case("Rice Prices Fall in Asia as the Harvest Begins"));
        assert!(!is_title_case("Rice prices fall in Asia as the harvest begins"));
        assert!(!is_title_case("Rice"));
    }

    #[test]
    fn bullets_need_a_space() {
        assert_eq!(
            [bullet("• Rice"), bullet("- Rice"), bullet("-5 degrees"), bullet("•Rice"), bullet("")],
            [4, 2, 0, 3, 0]
        );
    }
}
