//! Whether a text is a web or mail address, which stays one token: "www.un.org/en", "example.com:8080", "a@b.org".

use crate::language::character::{Classes, classes};

/// The characters that end a host.
const AFTER_HOST: &[char] = &['/', '?', '#', ':', '@'];

/// Whether the whole text, which has no white space, is a web or e-mail address, with or without its scheme.
///
/// "example.com" is, "10.0.0.1" (a private network) and "end.The" are not.
pub(super) fn is_url(text: &str) -> bool {
    if !text.contains('.') {
        return false;
    }
    let after_scheme = scheme(text).into_iter();
    let after_user = text.match_indices('@').map(|(at, _)| at + 1).filter(|&start| start > 1);
    after_scheme.chain([0]).chain(after_user).any(|start| is_host_and_path(&text[start..]))
}

/// Where the text goes on after "https://".
fn scheme(text: &str) -> Option<usize> {
    let end = text.find("://")?;
    let is_part = |character| classes(character).has(Classes::WORD) || "+-.".contains(character);
    (text[..end].chars().count() >= 2 && text[..end].chars().all(is_part)).then_some(end + 3)
}

/// Whether the text is a host, a port or none, and a path or none.
fn is_host_and_path(text: &str) -> bool {
    let (host, rest) = text.split_at(text.find(AFTER_HOST).unwrap_or(text.len()));
    let rest = rest.strip_prefix(':').map_or(Some(rest), after_port);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#'])) && (is_name(host) || is_address(host))
}

/// What follows the two to five digits of a port.
fn after_port(text: &str) -> Option<&str> {
    let end = text.find(|character| !is_digit(character)).unwrap_or(text.len());
    (2..=5).contains(&text[..end].chars().count()).then_some(&text[end..])
}

/// Whether the text is the name of a host: labels and a top-level domain in small letters.
fn is_name(host: &str) -> bool {
    let Some((labels, top)) = host.rsplit_once('.') else { return false };
    (2..=63).contains(&length(top))
        && top.chars().all(|character| classes(character).has(Classes::LOWER))
        && labels.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let is_edge = |character: char| character.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&character);
    (1..=64).contains(&length(label))
        && label.starts_with(is_edge)
        && label.ends_with(is_edge)
        && label.chars().all(|character| is_edge(character) || character == '_' || character == '-')
}

/// The number of characters, counted no further than a host can have.
fn length(text: &str) -> usize {
    text.chars().take(65).count()
}

/// Whether the text is an IPv4 address that a computer outside private networks can have.
fn is_address(host: &str) -> bool {
    let octets: Vec<Vec<char>> = host.split('.').take(5).map(|octet| octet.chars().take(4).collect()).collect();
    let [first, second, third, last] = &octets[..] else { return false };
    let starts_at_one = |octet: &[char]| matches!(octet, ['1'..='9', ..]);
    starts_at_one(first)
        && is_octet(first, '2', '3')
        && is_octet(second, '5', '5')
        && is_octet(third, '5', '5')
        && starts_at_one(last)
        && is_octet(last, '5', '4')
        && !is_private(first, second)
}

/// Whether the digits are a number up to two hundred, `tens` and `ones`.
fn is_octet(digits: &[char], tens: char, ones: char) -> bool {
    digits.iter().all(|&digit| is_digit(digit))
        && match *digits {
            [_] | [_, _] | ['1', _, _] => true,
            ['2', ten, one] => ('0'..tens).contains(&ten) || (ten == tens && ('0'..=ones).contains(&one)),
            _ => false,
        }
}

fn is_private(first: &[char], second: &[char]) -> bool {
    match first {
        ['1', '0'] | ['1', '2', '7'] => true,
        ['1', '6', '9'] => second == ['2', '5', '4'],
        ['1', '9', '2'] => second == ['1', '6', '8'],
        ['1', '7', '2'] => matches!(second, ['1', '6'..='9'] | ['2', _] | ['3', '0' | '1']),
        _ => false,
    }
}

fn is_digit(character: char) -> bool {
    classes(character).has(Classes::DECIMAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(is_url(text), expected, "{text}");
    }

    #[test]
    fn addresses_of_the_web_and_of_mail_are_urls() {
        for text in [
            "example.com",
            "www.un.org/en/?page=2#top",
            "https://example.com:8080/",
            "ftp+ssh://user:secret@files.example.org",
            "press@osce.org",
            "münchen.de",
            "8.8.8.8",
            "http://142.42.1.1:8080/",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn sentences_numbers_and_private_addresses_are_none() {
        for text in [
            "",
            "end.The",
            "U.S.",
            "3.14",
            "10.1.1.1",
            "172.16.0.1",
            "1.1.1.255",
            "example.c",
            "-a.com",
            "a_.com",
            "example.com:8",
            "example.com:123456",
            "http://",
            "@example.com.",
            "h://x",
        ] {
            check(text, false);
        }
    }
}
