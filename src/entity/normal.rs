//! Spellings of one name -> one form: transliterations, British and American letters, hyphens, company suffixes.

use super::table::{BODY_NOUNS, COUNTRIES, NameOf, SUFFIXES};

/// The letters of a person's or place's name in a form that transliterations share.
///
/// "Sergey", "Sergei" and "Sergej" have "sergi"; "Zelenskyy" and "Zelensky" have "zelenski".
pub(crate) fn letters(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase).filter_map(without_mark) {
        plain.push_str(&letter);
    }
    for (from, to) in VARIANTS {
        if plain.contains(from) {
            plain = plain.replace(from, to);
        }
    }
    let start = plain.strip_prefix("ie").map(|rest| format!("e{rest}"));
    single_letters(&start.unwrap_or(plain))
}

/// Ways to write one sound in Latin letters, in the order in which they are brought to one form.
const VARIANTS: &[(&str, &str)] = &[
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("tz", "ts"),
    ("x", "ks"),
    ("ou", "u"),
    ("oo", "u"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("iio", "io"),
    ("ei", "i"),
];

/// "ii" and "nn" become one letter.
fn single_letters(text: &str) -> String {
    let mut last = None;
    text.chars().filter(|&letter| last.replace(letter) != Some(letter)).collect()
}

/// The letter without its accent; nothing for apostrophes and points. Hyphens part words.
fn without_mark(letter: char) -> Option<String> {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ä' | 'æ' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'š' | 'ś' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        '\'' | '’' | 'ʼ' | '`' | '.' => return None,
        '-' | '‑' | '–' => " ",
        _ => return Some(letter.to_string()),
    };
    Some(plain.to_owned())
}

/// The words of a body's name in lower case and one spelling, without articles.
///
/// "Organisation for Security and Co-operation in Europe" and "Organization for Security and Cooperation in Europe" have
/// the same words; "Ministry of Foreign Affairs" has those of "Foreign Ministry".
pub(super) fn body_words(name: &str) -> Vec<String> {
    let mut joined = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        joined.push_str(&if letter == '&' { " and ".to_owned() } else { without_mark(letter).unwrap_or_default() });
    }
    let joined = joined.replace("co operation", "cooperation").replace("co ordination", "coordination");
    let words: Vec<String> = joined.split_whitespace().map(spelling).filter(|word| word != "the").collect();
    ministry_last(words)
}

/// British spellings in American letters.
fn spelling(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.replace("isation", "ization").replace("defence", "defense");
    match word.as_str() {
        "centre" => "center".to_owned(),
        "labour" => "labor".to_owned(),
        "programme" => "program".to_owned(),
        "affairs" => String::new(),
        _ => word,
    }
}

/// "ministry of foreign (affairs)" and "department of state" with the noun last.
fn ministry_last(words: Vec<String>) -> Vec<String> {
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| matches!(word.as_str(), "ministry" | "department"));
    match at {
        Some(at) if words.get(at + 1).is_some_and(|word| word == "of") && at + 2 < words.len() => {
            let (before, after) = (&words[..at], &words[at + 2..]);
            [before, after, &words[at..=at]].concat()
        }
        _ => words,
    }
}

/// A company's words without "Inc", "plc" and the like; a name that consists of them keeps them.
pub(super) fn without_suffix(words: &[String]) -> &[String] {
    let is_suffix = |word: &String| SUFFIXES.contains(word.as_str());
    let end = words.iter().rposition(|word| !is_suffix(word)).map_or(words.len(), |last| last + 1);
    let words = &words[..end];
    if words.last().is_some_and(|word| word == "and") && words.len() > 1 { &words[..words.len() - 1] } else { words }
}

/// The first letters of the words that are written with a capital: "OSCE" of its long name. Parties joined by a hyphen
/// can stand in any order, so "Russia-NATO Council" has none.
pub(super) fn initials(name: &str) -> String {
    let is_pair = name.split('-').skip(1).any(|part| part.starts_with(char::is_uppercase));
    let words = name.split_whitespace().filter(|word| !is_pair && !word.eq_ignore_ascii_case("the"));
    words.filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase()).collect()
}

/// Whether the name is written in capitals like an acronym: "OSCE", "U.N.", "G7".
pub(super) fn is_acronym(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let is_word = name.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '&');
    is_word && name.chars().count() <= 8 && letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// The country that a body's name begins with ("Russian Foreign Ministry") or ends with ("of Russia"), and the rest.
pub(super) fn country_and_rest(name: &str) -> (Option<&'static str>, &str) {
    let tied = |word: &str| {
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        COUNTRIES.get(word).filter(|name| name.of != NameOf::Government).map(|name| name.country)
    };
    for words in (1..=3).rev() {
        let Some((at, _)) = name.match_indices(' ').nth(words - 1) else { continue };
        let rest = &name[at + 1..];
        if let Some(country) = tied(&name[..at]) {
            return (Some(country), rest);
        }
    }
    let last = name.rsplit_once(" of ").and_then(|(rest, last)| {
        let last = last.strip_prefix("the ").unwrap_or(last);
        let is_noun = BODY_NOUNS.contains(rest.rsplit(' ').next().unwrap_or(rest).to_lowercase().as_str());
        // "Bank of Russia" is a name of its own; "Foreign Ministry of Russia" is not.
        let is_apart = is_noun && rest.contains(' ');
        tied(last).filter(|_| is_apart).map(|country| (country, rest))
    });
    last.map_or((None, name), |(country, rest)| (Some(country), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], expected: &str) {
        for name in names {
            assert_eq!(letters(name), expected, "{name}");
        }
    }

    #[test]
    fn transliterations_share_their_letters() {
        check(&["Sergey", "Sergei", "Sergej"], "sergi");
        check(&["Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskij"], "zelenski");
        check(&["Antony", "Anthony"], "antoni");
        check(&["Yevgeny", "Evgeny", "Evgenii"], "evgeni");
        check(&["Alexey", "Aleksei"], "aleksi");
        check(&["Mikhail", "Mihail"], "mihail");
        check(&["Müller", "Muller"], "muler");
    }

    #[test]
    fn bodies_share_their_words() {
        let words = |name| body_words(name).join(" ");
        assert_eq!(
            words("the Organisation for Security and Co-operation in Europe"),
            words("Organization for Security and Cooperation in Europe")
        );
        assert_eq!(words("Ministry of Foreign Affairs"), words("Foreign Ministry"));
        assert_eq!(words("Department of State"), words("State Department"));
        assert_eq!(without_suffix(&body_words("Boeing Co.")), ["boeing"]);
        assert_eq!(without_suffix(&body_words("Marks & Spencer Group plc")), ["marks", "and", "spencer"]);
    }

    #[test]
    fn countries_are_cut_off_bodies() {
        assert_eq!(country_and_rest("Russian Foreign Ministry"), (Some("Russia"), "Foreign Ministry"));
        assert_eq!(country_and_rest("South Korean Defence Ministry"), (Some("South Korea"), "Defence Ministry"));
        assert_eq!(country_and_rest("Foreign Ministry of Russia"), (Some("Russia"), "Foreign Ministry"));
        assert_eq!(country_and_rest("Bank of England"), (None, "Bank of England"));
    }
}
