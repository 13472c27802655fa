//! A JSON string literal -> where each byte of its decoded text stands in the file.

/// The `(byte of the text, byte of the file)` pairs from which on text and file advance together.
///
/// `literal` begins with its quotation mark at byte `start` of the file and is valid JSON. In `"a\nb"` at byte 9 the
/// pairs are (0, 10) and (2, 13).
pub(super) fn steps(literal: &str, start: usize) -> Vec<(usize, usize)> {
    let bytes = literal.as_bytes();
    let mut steps = vec![(0, start + 1)];
    let (mut at, mut decoded) = (1, 0);
    while at + 1 < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            decoded += 1;
            continue;
        }
        let (escape, character) = match bytes[at + 1] {
            b'u' => unicode_escape(&bytes[at..]),
            _ => (2, 1),
        };
        at += escape;
        decoded += character;
        steps.push((decoded, start + at));
    }
    steps
}

/// The lengths of a `\u` escape, a surrogate pair being one, and of the UTF-8 that it stands for.
fn unicode_escape(bytes: &[u8]) -> (usize, usize) {
    let digits = bytes.get(2..6).and_then(|digits| std::str::from_utf8(digits).ok());
    match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        Some(0xD800..=0xDBFF) => (12, 4),
        Some(code) => (6, char::from_u32(code).map_or(1, char::len_utf8)),
        None => (2, 1),
    }
}

/// The byte of the file where byte `at` of the text stands.
pub(super) fn in_file(steps: &[(usize, usize)], at: usize) -> usize {
    let next = steps.partition_point(|step| step.0 <= at);
    let (text, file) = next.checked_sub(1).and_then(|index| steps.get(index)).copied().unwrap_or((0, 0));
    file + (at - text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(literal: &str, expected: &[(&str, &str)]) {
        let text: String = serde_json::from_str(literal).unwrap();
        let steps = steps(literal, 0);
        for (words, raw) in expected {
            let start = text.find(words).unwrap();
            let span = in_file(&steps, start)..in_file(&steps, start + words.len());
            assert_eq!(&literal[span], *raw);
        }
    }

    #[test]
    fn words_are_found_behind_every_escape() {
        check(r#""plain text""#, &[("plain", "plain"), ("text", "text")]);
        check(r#""a\n\t\"b\" \\ c""#, &[("a", "a"), ("\"b\"", r#"\"b\""#), ("\\", r"\\"), ("c", "c")]);
        check(
            r#""\u00e9t\u00E9, \ud83d\ude00 done""#,
            &[("été", r"\u00e9t\u00E9"), ("😀", r"\ud83d\ude00"), ("done", "done")],
        );
        check("\"été – fin\"", &[("–", "–"), ("fin", "fin")]);
    }
}
