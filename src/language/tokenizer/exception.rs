//! Words that are cut, or not cut, against the rules: "don't", "e.g.", "U.S.", ":-)".
//!
//! An exception whose letters the rules would cut is also found where the rules did cut it: the second pass joins
//! the tokens and cuts them as the exception says.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{RawToken, affix, cut, infix};
use crate::language::table::Table;

static EXCEPTIONS: LazyLock<Exceptions> = LazyLock::new(Exceptions::read);

/// All exceptions.
pub(super) fn exceptions() -> &'static Exceptions {
    &EXCEPTIONS
}

/// All exceptions, by their letters and by the tokens that the rules make of them.
pub(super) struct Exceptions {
    by_surface: FxHashMap<&'static str, Exception>,
    /// For the first token, the tokens that the rules cut each exception into.
    by_first_token: FxHashMap<&'static str, Vec<Vec<&'static str>>>,
    /// The bytes of the longest exception, so that long chunks are not hashed in vain.
    longest: usize,
}

/// The tokens of an exception, each with its norm if it sets one.
pub(super) struct Exception {
    pieces: Vec<(&'static str, Option<&'static str>)>,
}

impl Exception {
    /// The tokens of the exception where it stands in a text.
    pub(super) fn tokens(&self, start: usize) -> impl Iterator<Item = RawToken> + '_ {
        self.pieces.iter().scan(start, |at, &(piece, norm)| {
            let start = *at;
            *at += piece.len();
            Some(RawToken::new(start, *at, norm))
        })
    }
}

impl Exceptions {
    fn read() -> Self {
        let table = Table::new(include_str!("../data/tokenizer_exceptions.tsv"));
        let mut exceptions =
            Self { by_surface: FxHashMap::default(), by_first_token: FxHashMap::default(), longest: 0 };
        for mut row in table.rows() {
            let surface = row.next().expect("each row has a first column");
            let mut pieces = Vec::new();
            while let (Some(piece), Some(norm)) = (row.next(), row.next()) {
                pieces.push((piece, Some(norm).filter(|norm| !norm.is_empty())));
            }
            exceptions.add(surface, Exception { pieces });
        }
        exceptions
    }

    fn add(&mut self, surface: &'static str, exception: Exception) {
        self.longest = self.longest.max(surface.len());
        self.by_surface.insert(surface, exception);
        let is_cut =
            affix::prefix(surface) > 0 || affix::suffix(surface) > 0 || infix::find_all(surface).next().is_some();
        if is_cut {
            let mut tokens = Vec::new();
            cut(surface, None, &mut tokens);
            let tokens: Vec<&str> = tokens.iter().map(|token| token.span.of(surface)).collect();
            self.by_first_token.entry(tokens[0]).or_default().push(tokens);
        }
    }

    /// The exception with these letters.
    pub(super) fn get(&self, letters: &str) -> Option<&Exception> {
        if letters.len() <= self.longest { self.by_surface.get(letters) } else { None }
    }

    /// Replaces each run of tokens that spells an exception by the tokens of the exception.
    pub(super) fn join(&self, text: &str, tokens: Vec<RawToken>) -> Vec<RawToken> {
        let runs = longest_runs(self.runs(text, &tokens), tokens.len());
        if runs.is_empty() {
            return tokens;
        }
        let mut joined = Vec::with_capacity(tokens.len());
        let mut done = 0;
        for (start, end) in runs {
            joined.extend_from_slice(&tokens[done..start]);
            let (first, last) = (tokens[start], tokens[end - 1]);
            match self.get(first.span.to(last.span).of(text)) {
                Some(exception) => {
                    joined.extend(exception.tokens(first.span.start));
                    joined.last_mut().expect("an exception has tokens").spacy = last.spacy;
                }
                None => joined.extend_from_slice(&tokens[start..end]),
            }
            done = end;
        }
        joined.extend_from_slice(&tokens[done..]);
        joined
    }

    /// All runs of tokens that are those of an exception, with spaces between them or not.
    fn runs(&self, text: &str, tokens: &[RawToken]) -> Vec<(usize, usize)> {
        let is_word = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.span.of(text) == word);
        let mut runs = Vec::new();
        for (start, token) in tokens.iter().enumerate() {
            for words in self.by_first_token.get(token.span.of(text)).into_iter().flatten() {
                if words.iter().enumerate().all(|(offset, word)| is_word(start + offset, word)) {
                    runs.push((start, start + words.len()));
                }
            }
        }
        runs
    }
}

/// The runs left when longer ones, then earlier ones, keep others from sharing a token with them, in order.
fn longest_runs(mut runs: Vec<(usize, usize)>, tokens: usize) -> Vec<(usize, usize)> {
    if runs.is_empty() {
        return runs;
    }
    runs.sort_unstable_by_key(|&(start, end)| (std::cmp::Reverse(end - start), start));
    let mut seen = vec![false; tokens];
    runs.retain(|&(start, end)| {
        let is_free = !seen[start] && !seen[end - 1];
        seen[start..end].fill(true);
        is_free
    });
    runs.sort_unstable();
    runs
}
