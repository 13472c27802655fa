//! Which tokens stand between quotation marks.

use crate::language::{Document, Tag};

/// For each token whether it is inside a quotation; a quotation ends with its paragraph at the latest.
///
/// The opening mark of "“We will,” she said" is inside, the closing one is not.
pub fn quoted(document: &Document<'_>) -> Vec<bool> {
    let tokens = &document.tokens;
    let (mut is_open, mut is_inner) = (false, false);
    let mut inside = Vec::with_capacity(tokens.len());
    for token in 0..tokens.len() {
        let is_new_paragraph =
            token > 0 && document.text[tokens[token - 1].span.end..tokens[token].span.start].contains('\n');
        is_open &= !is_new_paragraph;
        is_inner &= !is_new_paragraph;
        let tag = tokens[token].tag;
        match document.word(token) {
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
