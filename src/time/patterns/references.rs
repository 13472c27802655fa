//! Vague references: "now", "currently", "recently", "soon", "the future".

use crate::language::{Pos, Tag};
use crate::time::lexicon::lexicon;
use crate::time::meaning::{Expression, Meaning};
use crate::time::words::Scan;

/// The reference that begins at the token.
pub(super) fn expression(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Expression> {
    let (words, reference) = lexicon().references.at(|on| Some(scan.text(at + on)))?;
    let next = at + words;
    let last = next - 1;
    let as_soon = at > scan.start() && scan.is_one_of(at - 1, &["as", "how", "too"]) && words == 1;
    let noun_follows =
        scan.is(last, "past") && matches!(pos(scan, next), Some(Pos::Noun | Pos::Num | Pos::Adj | Pos::Propn));
    let name = matches!(scan.tag(last), Some(Tag::Nnp | Tag::Nnps)) && scan.is_capital(last) && at > scan.start();
    if as_soon || noun_follows || name {
        return None;
    }
    Some(Expression { tokens: at..next, meaning: Meaning::Reference(reference), modifier: None })
}

fn pos(scan: &Scan<'_, '_, '_>, at: usize) -> Option<Pos> {
    (at < scan.end()).then(|| scan.document().tokens[at].pos)
}
