//! The document's words in lower case, with the questions that the patterns of this stage ask of them.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::{Document, EntityLabel, Pos, Tag};

/// A document read word by word.
pub(super) struct Words<'d, 'a> {
    /// The parsed text.
    pub(super) document: &'d Document<'a>,
    lower: Vec<Cow<'a, str>>,
    labels: Vec<Option<EntityLabel>>,
}

impl<'d, 'a> Words<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>) -> Self {
        let lower = |token| {
            let word = document.word(token);
            if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
        };
        let mut labels = vec![None; document.tokens.len()];
        for entity in &document.entities {
            labels[entity.tokens.clone()].fill(Some(entity.label));
        }
        Self { document, lower: (0..document.tokens.len()).map(lower).collect(), labels }
    }

    pub(super) fn len(&self) -> usize {
        self.lower.len()
    }

    /// The word in lower case; nothing after the end of the document.
    pub(super) fn get(&self, token: usize) -> &str {
        self.lower.get(token).map_or("", |word| word)
    }

    /// The word before in lower case, if it is of the same sentence.
    pub(super) fn before(&self, token: usize) -> &str {
        let previous = token.checked_sub(1).filter(|&previous| self.same_sentence(previous, token));
        previous.map_or("", |previous| self.get(previous))
    }

    pub(super) fn same_sentence(&self, left: usize, right: usize) -> bool {
        right < self.len() && self.document.sentence_of(left) == self.document.sentence_of(right)
    }

    pub(super) fn tag(&self, token: usize) -> Option<Tag> {
        self.document.tokens.get(token).map(|token| token.tag)
    }

    /// The kind of name that the token is part of.
    pub(super) fn label(&self, token: usize) -> Option<EntityLabel> {
        self.labels.get(token).copied().flatten()
    }

    pub(super) fn is_noun(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|token| matches!(token.pos, Pos::Noun | Pos::Propn))
    }

    pub(super) fn is_plural(&self, token: usize) -> bool {
        matches!(self.tag(token), Some(Tag::Nns | Tag::Nnps))
    }

    pub(super) fn is_hyphen(&self, token: usize) -> bool {
        matches!(self.get(token), "-" | "–" | "‑" | "—")
    }

    /// Whether no white space stands between the token and the one before.
    pub(super) fn is_glued(&self, token: usize) -> bool {
        token > 0
            && token < self.len()
            && self.document.tokens[token - 1].span.end == self.document.tokens[token].span.start
    }

    /// The longest phrase of the table that begins at the token: where it ends, and its value.
    pub(super) fn phrase_at<T: Copy>(&self, at: usize, table: &FxHashMap<&'static str, T>) -> Option<(usize, T)> {
        (1..=LONGEST_PHRASE).rev().find_map(|length| {
            let value = table.get(self.joined(at..at + length)?.as_ref())?;
            Some((at + length, *value))
        })
    }

    /// The longest phrase of the table that ends just before the token: where it begins, and its value.
    pub(super) fn phrase_before<T: Copy>(&self, end: usize, table: &FxHashMap<&'static str, T>) -> Option<(usize, T)> {
        (1..=LONGEST_PHRASE).rev().find_map(|length| {
            let start = end.checked_sub(length)?;
            let value = table.get(self.joined(start..end)?.as_ref())?;
            Some((start, *value))
        })
    }

    /// The words with single spaces between; `None` where they are not all of one sentence.
    fn joined(&self, tokens: Range<usize>) -> Option<Cow<'_, str>> {
        if !self.same_sentence(tokens.start, tokens.end - 1) {
            return None;
        }
        match &self.lower[tokens] {
            [word] => Some(Cow::Borrowed(word.as_ref())),
            words => Some(Cow::Owned(words.join(" "))),
        }
    }
}

const LONGEST_PHRASE: usize = 4;
