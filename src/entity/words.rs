//! The document's words with the kind of name that the recogniser gave each, and the questions that this stage asks.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::normal::body_words;
use super::table::{BODIES, BODY_WORDS, BodyName, FIRST_BODY_WORDS};

use crate::language::{Document, EntityLabel, Label, Pos, Sentence, Tag};

/// A document read name by name.
pub(super) struct Words<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    /// For each token the number of the recogniser's name that covers it.
    names: Vec<Option<u32>>,
    /// For each sentence whether most of its words begin with a capital, as in headlines.
    title_case: Vec<bool>,
}

impl<'d, 'a> Words<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>) -> Self {
        let mut names = vec![None; document.tokens.len()];
        for (number, entity) in document.entities.iter().enumerate().filter(|(_, entity)| is_name(entity.label)) {
            names[entity.tokens.clone()].fill(Some(number as u32));
        }
        let title_case = document.sentences.iter().map(|sentence| is_title_case(document, sentence)).collect();
        Self { document, names, title_case }
    }

    /// Whether the token's sentence writes most words with a capital, so that capitals tell no names.
    pub(super) fn is_title_case(&self, token: usize) -> bool {
        self.title_case[self.document.sentence_of(token)]
    }

    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The recogniser's name that covers the token.
    pub(super) fn name(&self, token: usize) -> Option<(Range<usize>, EntityLabel)> {
        let entity = &self.document.entities[(*self.names.get(token)?)? as usize];
        Some((entity.tokens.clone(), entity.label))
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        if token < self.len() { self.document.word(token) } else { "" }
    }

    pub(super) fn lower(&self, token: usize) -> String {
        self.word(token).to_lowercase()
    }

    pub(super) fn lemma(&self, token: usize) -> &str {
        &self.document.tokens[token].lemma
    }

    pub(super) fn label(&self, token: usize) -> Label {
        self.document.tokens[token].label
    }

    pub(super) fn head(&self, token: usize) -> usize {
        self.document.tokens[token].head
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Whether the token is tagged as a name and written with a capital.
    pub(super) fn is_proper(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|found| matches!(found.tag, Tag::Nnp | Tag::Nnps))
            && self.is_capital(token)
    }

    /// Whether the token has a letter or digit.
    pub(super) fn is_word(&self, token: usize) -> bool {
        self.word(token).chars().any(char::is_alphanumeric)
    }

    pub(super) fn is_noun(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|token| matches!(token.pos, Pos::Noun | Pos::Propn))
    }

    pub(super) fn is_hyphen(&self, token: usize) -> bool {
        matches!(self.word(token), "-" | "–" | "‑")
    }

    /// Whether no white space stands between the token and the one before.
    pub(super) fn is_glued(&self, token: usize) -> bool {
        let tokens = &self.document.tokens;
        token > 0 && token < tokens.len() && tokens[token - 1].span.end == tokens[token].span.start
    }

    /// Whether the token is a hyphen that joins the words beside it.
    pub(super) fn is_joint(&self, token: usize) -> bool {
        self.is_hyphen(token) && self.is_glued(token) && self.is_glued(token + 1)
    }

    pub(super) fn is_possessive(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|token| token.tag == Tag::Pos)
    }

    pub(super) fn same_sentence(&self, left: usize, right: usize) -> bool {
        left.max(right) < self.len() && self.document.sentence_of(left) == self.document.sentence_of(right)
    }

    /// The words as written, with single spaces and straight apostrophes.
    pub(super) fn text(&self, tokens: Range<usize>) -> String {
        let mut text = String::new();
        for token in tokens.clone() {
            if token > tokens.start && !self.is_glued(token) {
                text.push(' ');
            }
            text.push_str(self.word(token));
        }
        if text.contains('’') { text.replace('’', "'") } else { text }
    }

    /// All words that the article writes with a small letter.
    pub(super) fn written_small(&self) -> FxHashSet<&'a str> {
        (0..self.len()).map(|token| self.word(token)).filter(|word| word.starts_with(char::is_lowercase)).collect()
    }

    /// The longest name of the table that begins at the token, and where it ends.
    pub(super) fn longest<T: Copy>(
        &self,
        at: usize,
        table: &FxHashMap<&'static str, T>,
        most: usize,
    ) -> Option<(usize, T)> {
        let sentence = &self.document.sentences[self.document.sentence_of(at)];
        let last = (at + most).min(sentence.tokens.end);
        (at + 1..=last).rev().find_map(|end| table.get(self.text(at..end).as_str()).map(|&value| (end, value)))
    }

    /// The longest name of a known body that begins at the token, in whatever spelling.
    pub(super) fn longest_body(&self, at: usize) -> Option<(usize, BodyName)> {
        let as_written = self.longest(at, &BODIES, 4);
        let first = body_words(self.word(at)).pop().unwrap_or_default();
        if !FIRST_BODY_WORDS.contains(&first) {
            return as_written;
        }
        let sentence = &self.document.sentences[self.document.sentence_of(at)];
        let last = (at + LONGEST_BODY).min(sentence.tokens.end);
        let in_words = (at + 2..=last).rev().filter(|&end| self.is_plain(at..end)).find_map(|end| {
            let body = BODY_WORDS.get(&body_words(&self.text(at..end)).join(" "))?;
            Some((end, *body))
        });
        in_words.into_iter().chain(as_written).max_by_key(|(end, _)| *end)
    }

    /// Whether the tokens are words and hyphens that end with a name's word: "Security, the" is none.
    fn is_plain(&self, mut tokens: Range<usize>) -> bool {
        let last = tokens.end - 1;
        self.is_capital(last)
            && tokens.all(|token| self.is_word(token) || self.is_joint(token) || self.word(token) == "&")
    }

    /// The token of the range that its phrase hangs from.
    pub(super) fn head_of(&self, tokens: Range<usize>) -> usize {
        let hangs_out = |&token: &usize| self.head(token) == token || !tokens.contains(&self.head(token));
        let is_word = |&token: &usize| self.document.tokens[token].pos != Pos::Punct && !self.is_possessive(token);
        let out = tokens.clone().rev().filter(hangs_out).find(is_word);
        out.unwrap_or(tokens.end - 1)
    }
}

fn is_title_case(document: &Document<'_>, sentence: &Sentence) -> bool {
    let is_content =
        |&token: &usize| matches!(document.tokens[token].pos, Pos::Noun | Pos::Verb | Pos::Adj | Pos::Propn | Pos::Adv);
    let is_capital = |&token: &usize| document.word(token).starts_with(char::is_uppercase);
    let content: Vec<usize> = sentence.tokens.clone().filter(is_content).collect();
    let capitals = content.iter().filter(|token| is_capital(token)).count();
    let ends_with_stop = document.word(sentence.tokens.end - 1) == ".";
    !ends_with_stop && content.len() >= 4 && capitals * 4 >= content.len() * 3
}

const LONGEST_BODY: usize = 10;

/// Whether the label is one of names; numbers and dates are none.
fn is_name(label: EntityLabel) -> bool {
    use EntityLabel::{Event, Fac, Gpe, Law, Loc, Norp, Org, Person, Product, WorkOfArt};
    matches!(label, Event | Fac | Gpe | Law | Loc | Norp | Org | Person | Product | WorkOfArt)
}
