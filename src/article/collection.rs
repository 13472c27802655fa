//! The start of a `.json` or `.jsonl` file -> whether it holds articles, so that other JSON in a folder is passed over.

/// Whether the first object of the JSON that `start` begins has a field `text`.
///
/// `{"id":1,"text":"…` and `[{"text":"…` do; `{"name":"x","scripts":{"text":1}}` does not. A start that is cut off
/// is judged by what is there.
pub fn is_collection_of_articles(start: &[u8]) -> bool {
    let mut scanner = Scanner { bytes: start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start), at: 0 };
    if scanner.next_is(b'[') {
        scanner.at += 1;
    }
    if !scanner.next_is(b'{') {
        return false;
    }
    scanner.at += 1;
    while let Some(key) = scanner.key() {
        if key == b"text" {
            return true;
        }
        scanner.skip_value();
    }
    false
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    /// Whether `wanted` stands next but for white space, which is skipped.
    fn next_is(&mut self, wanted: u8) -> bool {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
        self.peek() == Some(wanted)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The key of the next member, read up to its colon.
    fn key(&mut self) -> Option<&'a [u8]> {
        if !self.next_is(b'"') {
            return None;
        }
        let start = self.at + 1;
        self.skip_string();
        let key = self.bytes.get(start..self.at.saturating_sub(1))?;
        let colon = self.next_is(b':');
        self.at += 1;
        colon.then_some(key)
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    /// Skips a value and the comma behind it; stops before the bracket that closes the object.
    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.skip_string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return,
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => {
                    self.at += 1;
                    return;
                }
                _ => {}
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &str, expected: bool) {
        assert_eq!(is_collection_of_articles(start.as_bytes()), expected, "{start}");
    }

    #[test]
    fn the_first_object_decides() {
        check(r#"{"text":"The bridge opened."}"#, true);
        check("\u{feff} [ {\"id\": 7, \"tags\": [\"a\", {\"b\": \"}\"}], \"text\" : \"", true);
        check("{\"id\":\"a \\\" {\",\"text\":\"x\"}\n{\"id\":2}", true);
        check(r#"{"name":"x","scripts":{"text":1},"more":["text"]}"#, false);
        check("{\"a\":1}\n{\"text\":\"second\"}", false);
        check(r#"[[{"text":"x"}]]"#, false);
        check(r#"["text"]"#, false);
        check(r#"{"a":"text"}"#, false);
    }

    #[test]
    fn broken_starts_are_no_articles() {
        for start in
            ["", "[", "{", "{\"", "{\"text", "{\"a\"", "{\"a\":", "{\"a\":[", "{\"a\\", "text", "{]", "{\"a\":1}}"]
        {
            check(start, false);
        }
    }
}
