//! Text -> what XML 1.0 may hold of it.

use super::escape::is_order;

/// The text as content or between double quotes; what XML cannot hold or a viewer may obey is written out.
///
/// "R&D <\u{1b}>" gives `R&amp;D &lt;\u{1b}&gt;`; line breaks stand, as `&#10;`.
pub(super) fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\n' => safe += "&#10;",
            '\u{FFFE}' | '\u{FFFF}' => safe.extend(character.escape_unicode()),
            _ if is_order(character) => safe.extend(character.escape_unicode()),
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_orders_are_written_out() {
        assert_eq!(
            xml("R&D <\"\u{1b}\">\n桥\u{0}\u{FFFF}"),
            "R&amp;D &lt;&quot;\\u{1b}&quot;&gt;&#10;桥\\u{0}\\u{ffff}"
        );
    }
}
