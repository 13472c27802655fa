//! Which tokens stand between quotation marks.

use super::words::Words;
use crate::language::Tag;

/// For each token whether it is inside a quotation; a quotation ends with its paragraph at the latest.
pub(super) fn inside(words: &Words<'_, '_>) -> Vec<bool> {
    let tokens = &words.document.tokens;
    let (mut is_open, mut is_inner) = (false, false);
    let mut inside = Vec::with_capacity(words.len());
    for token in 0..words.len() {
        let is_new_paragraph =
            token > 0 && words.document.text[tokens[token - 1].span.end..tokens[token].span.start].contains('\n');
        is_open &= !is_new_paragraph;
        is_inner &= !is_new_paragraph;
        let tag = tokens[token].tag;
        match words.word(token) {
            // The tagger tells quotation marks from apostrophes.
            "'" | "‘" | "’" if tag == Tag::OpenQuote => is_inner = true,
            "'" | "‘" | "’" if tag == Tag::CloseQuote => is_inner = false,
            "“" | "„" | "«" | "``" => is_open = true,
            "”" | "»" | "''" => is_open = false,
            "\"" => is_open = !is_open,
            _ => {}
        }
        inside.push(is_open || is_inner);
    }
    inside
}
