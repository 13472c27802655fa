//! Text of strangers -> text that a terminal only prints.

/// Whether a terminal may take the character for an order: control characters, and those that turn the direction of
/// writing and so can hide words.
pub(super) fn is_order(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// The text with everything that a terminal may take for an order written out, line breaks too.
///
/// "red \u{1b}[31m" gives `red \u{1b}[31m` in visible characters.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match is_order(character) {
            true => safe.extend(character.escape_unicode()),
            false => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_to_the_terminal_are_written_out() {
        assert_eq!(escaped("a\u{1b}[31mb\r\n\u{9b}c\u{202e}"), "a\\u{1b}[31mb\\u{d}\\u{a}\\u{9b}c\\u{202e}");
        assert_eq!(escaped("Été – «Ж» 👍"), "Été – «Ж» 👍");
    }
}
