//! Names of programs' parts: options, fields, headers, as they stand in the text: "`--legacy-keys`", "max_size".

use super::Reader;
use crate::article::Article;
use crate::language::Label;
use crate::span::Span;
use crate::table;

impl Reader<'_> {
    /// The words between the back-quotes that the token stands between.
    pub(super) fn quoted(&self, token: usize) -> Option<Span> {
        let span = self.document.tokens[token].span;
        let codes = &self.annotations.codes;
        let at = codes.partition_point(|code| code.end < span.end);
        codes.get(at).copied().filter(|code| code.contains(span))
    }

    /// The whole name that the token is part of, in lower case: "x-account" for "Account" in "`X-Account`".
    pub(super) fn code(&self, token: usize) -> Option<String> {
        let whole = || self.quoted(token).map(|inside| inside.of(self.document.text).to_lowercase());
        whole().or_else(|| Some(self.document.lower(token)).filter(|word| is_code(word)))
    }

    /// The name that the entry is headed by in which the sentence stands: "--fast" for "the option" in "`--fast`: print
    /// less. The option is deprecated."
    fn heading(&self) -> Option<String> {
        let start = self.document.tokens[self.sentence.tokens.start].span.start;
        let line = self.document.text[..start].rfind('\n').map_or(0, |end| end + 1);
        let codes = &self.annotations.codes;
        let code = codes.get(codes.partition_point(|code| code.start < line)).filter(|code| code.end < start)?;
        let before = self.document.text[line..code.start].trim_matches(|letter: char| !letter.is_alphanumeric());
        before.is_empty().then(|| code.of(self.document.text).to_lowercase())
    }

    /// The thing's name and the other words that tell it, where it is a part of a program: "--fast" for "the option
    /// --fast".
    pub(super) fn coded(&self, thing: &[usize]) -> Option<(String, Vec<usize>)> {
        let document = self.document;
        let lemma = |token: usize| document.tokens[token].lemma.to_lowercase();
        let is_sort = |token: usize| table::has(include_str!("../data/coded.tsv"), &lemma(token));
        let is_definite =
            |noun: usize| document.child(noun, Label::Det).is_some_and(|the| document.lower(the) == "the");
        let is_only_sort = || matches!(thing, [noun] if is_sort(*noun) && is_definite(*noun));
        let named = thing.iter().find_map(|&token| self.code(token));
        let code = named.or_else(|| is_only_sort().then(|| self.heading()).flatten())?;
        let is_part = |token: usize| self.code(token).is_some_and(|own| own == code);
        let rest = thing.iter().copied().filter(|&token| !is_part(token) && !is_sort(token)).collect();
        Some((code, rest))
    }
}

/// Whether the word is a name of a program: "--legacy", "max_size".
pub(super) fn is_code(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_alphabetic()) && (word.starts_with('-') || word.contains('_'))
}

/// A longer passage between back-quotes is no name.
const LONGEST_CODE: usize = 64;

/// The words that the article sets between back-quotes, in order of place: "--legacy-keys".
pub(in crate::claim) fn codes(article: &Article) -> Vec<Span> {
    let markup = article.markup();
    let lines = markup.split_inclusive('\n').scan(0, |start, line| {
        let first = *start;
        *start += line.len();
        Some((first, line))
    });
    let in_line = |(first, line): (usize, &str)| -> Vec<Span> {
        let quotes: Vec<usize> = line.match_indices('`').map(|(at, _)| first + at).collect();
        let pairs = quotes.chunks_exact(2).map(|pair| Span::new(pair[0] + 1, pair[1]));
        pairs.filter(|code| (1..=LONGEST_CODE).contains(&(code.end - code.start))).collect()
    };
    lines.flat_map(in_line).collect()
}
