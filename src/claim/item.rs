//! Which item of a list a sentence stands in, by the label that the item begins with: "- **Plus** (8 crowns a month): 500 GB.
//! Old versions are kept for 90 days."

use crate::language::{Document, Pos, Sentence};

/// Words of a label; what is longer before its colon is a sentence.
const LONGEST_LABEL: usize = 12;

/// The item that the sentences are read in, in order of place.
#[derive(Default)]
pub(super) struct Items {
    label: Vec<String>,
    /// Where the last sentence ended.
    end: usize,
}

impl Items {
    /// The words of the label of the sentence's item, as lemmas; none outside of lists and in items without a label.
    pub(super) fn enter(&mut self, document: &Document<'_>, sentence: &Sentence) -> &[String] {
        let span = document.span(sentence.tokens.clone());
        // A line that is set in goes on with the item.
        let goes_on = |between: &str| match between.rsplit_once('\n') {
            Some((lines, own)) => lines.trim().is_empty() && !lines.contains('\n') && own.starts_with([' ', '\t']),
            None => true,
        };
        let begins = begins_item(&document.text[..span.start]);
        let is_of_last_item = !begins && document.text.get(self.end..span.start).is_some_and(goes_on);
        if !is_of_last_item || self.end == 0 {
            self.label = if begins { label(document, sentence) } else { Vec::new() };
        }
        self.end = span.end;
        &self.label
    }
}

/// Whether nothing but a bullet or a number, and markup, stands on the line before the place.
fn begins_item(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "));
    let is_item = is_numbered || ["- ", "* ", "+ ", "• "].iter().any(|bullet| line.starts_with(bullet));
    is_item && !rest.contains(char::is_alphanumeric)
}

fn label(document: &Document<'_>, sentence: &Sentence) -> Vec<String> {
    let tokens = sentence.tokens.clone();
    let is_colon = |token: &usize| document.word(*token).ends_with(':');
    let Some(colon) = tokens.clone().take(LONGEST_LABEL).find(is_colon) else { return Vec::new() };
    let before = tokens.start..colon;
    if before.clone().any(|token| matches!(document.tokens[token].pos, Pos::Verb | Pos::Aux)) {
        return Vec::new();
    }
    let end = before.clone().find(|&token| document.word(token).starts_with('(')).unwrap_or(colon);
    let is_word = |token: &usize| document.word(*token).chars().any(char::is_alphanumeric);
    (before.start..end).filter(is_word).map(|token| document.tokens[token].lemma.to_lowercase()).collect()
}
