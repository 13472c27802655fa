//! Text -> tokens: words and punctuation marks cut as spaCy's English tokenizer cuts them.
//!
//! White space divides the text into chunks; of each chunk prefixes and suffixes are cut off, until an exception
//! ("don't", "e.g.") is left or nothing more comes off; the rest is a URL, or is cut at hyphens and the like.

mod affix;
mod exception;
mod infix;
mod url;

use crate::language::character::is_space;
use crate::span::Span;
use exception::{Exceptions, exceptions};

/// A token before it is looked at: where it stands and what its exception says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawToken {
    /// Its place.
    pub span: Span,
    /// Whether a single space that belongs to it follows.
    pub spacy: bool,
    /// The norm that a tokenizer exception sets: the "n't" of "don't" has "not".
    pub norm: Option<&'static str>,
}

impl RawToken {
    fn new(start: usize, end: usize, norm: Option<&'static str>) -> Self {
        Self { span: Span::new(start, end), spacy: false, norm }
    }
}

/// Cuts a text into its tokens, in order; white space beyond single spaces between words gives tokens, too.
///
/// "He doesn't (usually)." gives "He", "does", "n't", "(", "usually", ")", ".".
pub fn tokenize(text: &str) -> Vec<RawToken> {
    let exceptions = exceptions();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    cut(text, Some(exceptions), &mut tokens);
    exceptions.join(text, tokens)
}

/// Cuts a text into the tokens of its chunks.
fn cut(text: &str, exceptions: Option<&Exceptions>, tokens: &mut Vec<RawToken>) {
    let mut start = 0;
    let mut in_space = text.chars().next().is_some_and(is_space);
    for (at, character) in text.char_indices() {
        if is_space(character) == in_space {
            continue;
        }
        if start < at {
            Chunk { text, start, end: at }.cut(exceptions, tokens);
        }
        start = at;
        if character == ' '
            && let Some(last) = tokens.last_mut()
        {
            last.spacy = true;
            start = at + 1;
        }
        in_space = !in_space;
    }
    if start < text.len() {
        Chunk { text, start, end: text.len() }.cut(exceptions, tokens);
    }
}

/// A stretch of a text that is white space or has none, less what was cut off.
#[derive(Clone, Copy)]
struct Chunk<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Chunk<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    /// Cuts the chunk into tokens.
    fn cut(mut self, exceptions: Option<&Exceptions>, tokens: &mut Vec<RawToken>) {
        let mut suffixes = Vec::new();
        self.cut_affixes(exceptions, tokens, &mut suffixes);
        if self.start < self.end {
            self.cut_rest(exceptions, tokens);
        }
        tokens.extend(suffixes.into_iter().rev());
    }

    /// Cuts off prefixes and suffixes; suffixes come from the outermost inwards.
    fn cut_affixes(
        &mut self,
        exceptions: Option<&Exceptions>,
        prefixes: &mut Vec<RawToken>,
        suffixes: &mut Vec<RawToken>,
    ) {
        let is_exception = |rest: &str| exceptions.is_some_and(|exceptions| exceptions.get(rest).is_some());
        while self.start < self.end && !is_exception(self.rest()) {
            let rest = self.rest();
            let prefix = affix::prefix(rest);
            if prefix > 0 && is_exception(&rest[prefix..]) {
                return self.cut_prefix(prefix, prefixes);
            }
            let suffix = affix::suffix(&rest[prefix..]);
            if suffix > 0 && is_exception(&rest[..rest.len() - suffix]) {
                return self.cut_suffix(suffix, suffixes);
            }
            if prefix == 0 && suffix == 0 {
                return;
            }
            self.cut_prefix(prefix, prefixes);
            self.cut_suffix(suffix, suffixes);
        }
    }

    fn cut_prefix(&mut self, length: usize, prefixes: &mut Vec<RawToken>) {
        if length > 0 {
            prefixes.push(RawToken::new(self.start, self.start + length, None));
            self.start += length;
        }
    }

    fn cut_suffix(&mut self, length: usize, suffixes: &mut Vec<RawToken>) {
        if length > 0 {
            suffixes.push(RawToken::new(self.end - length, self.end, None));
            self.end -= length;
        }
    }

    /// Cuts what the affixes left.
    fn cut_rest(&self, exceptions: Option<&Exceptions>, tokens: &mut Vec<RawToken>) {
        let rest = self.rest();
        if let Some(exception) = exceptions.and_then(|exceptions| exceptions.get(rest)) {
            tokens.extend(exception.tokens(self.start));
        } else if url::is_url(rest) {
            tokens.push(RawToken::new(self.start, self.end, None));
        } else {
            self.cut_infixes(tokens);
        }
    }

    fn cut_infixes(&self, tokens: &mut Vec<RawToken>) {
        let mut start = self.start;
        for infix in infix::find_all(self.rest()).filter(|infix| infix.start > 0) {
            let infix = Span::from(infix).shifted(self.start);
            if start < infix.start {
                tokens.push(RawToken::new(start, infix.start, None));
            }
            tokens.push(RawToken::new(infix.start, infix.end, None));
            start = infix.end;
        }
        if start < self.end {
            tokens.push(RawToken::new(start, self.end, None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the tokens, joined by "|", each with "_" where a space belongs to it and its norm where it has one.
    fn check(text: &str, expected: &str) {
        let token = |token: &RawToken| {
            let space = if token.spacy { "_" } else { "" };
            let norm = token.norm.map_or(String::new(), |norm| format!("={norm}"));
            format!("{}{space}{norm}", token.span.of(text))
        };
        let found: Vec<String> = tokenize(text).iter().map(token).collect();
        assert_eq!(found.join("|"), expected, "{text:?}");
    }

    #[test]
    fn words_and_marks_are_tokens() {
        check("The bridge (opened in 1932) closed.", "The_|bridge_|(|opened_|in_|1932|)_|closed|.");
        check("It cost $5.3bn, 10km away.", "It_|cost_|$|5.3bn|,_|10|km_|away|.");
        check("Привет, мир. «Нет»", "Привет|,_|мир|._|«|Нет|»");
        check("ok👍!", "ok|👍|!");
        check("no.5", "no.5");
    }

    #[test]
    fn exceptions_keep_their_tokens() {
        check("I don't (can't).", "I_|do=do|n't_=not|(|ca=can|n't=not|)|.");
        check("the U.S. and e.g. Mr. O'Neill's", "the_|U.S._|and_|e.g._|Mr._|O'Neill|'s");
        check("see p.m.)", "see_|p.m.|)");
        check("20°C.", "20|°|C|.");
    }

    #[test]
    fn exceptions_are_found_where_affixes_were_cut() {
        check("fine:) really", "fine|:)_|really");
        check("fine: )", "fine|:_|)");
    }

    #[test]
    fn addresses_stay_whole() {
        check("(https://un.org/en/?a=1, x@un.org)", "(|https://un.org/en/?a=1|,_|x@un.org|)");
        check("end.The", "end|.|The");
    }

    #[test]
    fn white_space_beyond_single_spaces_is_a_token() {
        check("", "");
        check(" a  b\n\nc ", " |a_| |b|\n\n|c_");
        check("a\u{a0}b", "a|\u{a0}=  |b");
        check("a\u{1c}b\0", "a|\u{1c}|b\0");
    }

    #[test]
    fn long_text_without_spaces_takes_linear_time() {
        for text in ["x".repeat(1 << 20), ".(".repeat(1 << 19), "a@b.".repeat(1 << 18), "''".repeat(1 << 19)] {
            let tokens = tokenize(&text);
            assert_eq!(tokens.first().map(|token| token.span.start), Some(0));
            assert_eq!(tokens.last().map(|token| token.span.end), Some(text.len()));
            assert!(tokens.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
        }
    }
}
