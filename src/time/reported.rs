//! Deictic expressions inside a clause that is told as said on another day: "assured him during their talks on 21
//! January that an answer would come by the end of the week".

use crate::language::{Document, Label};
use crate::time::{Granularity, Offset, OffsetFrom, Timex, tense};

/// The offset of an expression that may count from the time of speaking: none of its clause, but the clause that reports
/// it has a day of its own. `None` elsewhere.
pub(super) fn offset(document: &Document<'_>, timexes: &[Timex], number: usize) -> Option<Offset> {
    let timex = &timexes[number];
    let anchor = timex.anchor?;
    let mut below = tense::head_of(document, &timex.tokens);
    for above in document.ancestors(below).take(16) {
        let reports = document.tokens[below].label == Label::Ccomp;
        if reports && is_dated_otherwise(document, timexes, number, above, below, anchor.day) {
            return Some(Offset { from: OffsetFrom::Speech, count: 0, unit: Granularity::Day, approximate: false });
        }
        below = above;
    }
    None
}

/// Whether a day that is not the anchor's stands with the reporting verb and outside the reported clause.
fn is_dated_otherwise(
    document: &Document<'_>,
    timexes: &[Timex],
    number: usize,
    verb: usize,
    clause: usize,
    anchor: jiff::civil::Date,
) -> bool {
    let (outer, inner) = (document.subtree(verb), document.subtree(clause));
    let near = timexes[number.saturating_sub(6)..(number + 7).min(timexes.len())].iter();
    near.filter(|other| outer.contains(&other.tokens.start) && !inner.contains(&other.tokens.start))
        .filter_map(|other| other.interval.filter(|_| other.granularity <= Granularity::Day))
        .any(|days| days.start.is_some() && days.start != Some(anchor))
}
