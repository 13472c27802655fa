//! Vectors of words -> dependency tree and sentences, by spaCy's arc-eager transition system.

mod state;
mod tree;

use crate::language::model::{Model, Moves, ParserMove};
use crate::language::network::layers::highest;
use crate::language::network::stepper::Prepared;
use state::State;
pub(crate) use tree::Tree;

/// Parses words; `is_space` tells which are white space.
///
/// Where more text follows (`at_end` is false) only the words before the last point at which nothing was open are
/// parsed, and the tree is shorter than the text: beyond that point the parser starts afresh in any case, so that a
/// text parsed in stretches gets the same tree. A stretch without such a point is parsed as if it were the end.
pub(crate) fn parse(model: &Model, prepared: &mut Prepared, is_space: &[bool], at_end: bool) -> Tree {
    let mut state = State::new(is_space.len());
    let mut done = 0;
    while !state.is_final() {
        if !at_end && state.buffer_length() < 2 && done > 0 {
            state.forget_from(done);
            break;
        }
        model.parser.score(prepared, state.words());
        let best = best_valid(&state, &prepared.scores, &model.parser_moves);
        state.apply(best);
        if state.is_clear() {
            done = state.next_word();
        }
    }
    Tree::of(state.into_arcs(), is_space)
}

/// The move with the highest score, the first of equals; some move is always valid before the end.
fn best_valid(state: &State, scores: &[f32], moves: &Moves<ParserMove>) -> ParserMove {
    let valid = state.valid();
    let kinds = moves.kinds.iter().filter(|kind| valid.allows(moves.all[kind.start]));
    let bests = kinds.map(|kind| kind.start + highest(&scores[kind.clone()]));
    let best = bests.reduce(|best, other| if scores[other] > scores[best] { other } else { best });
    best.map_or(ParserMove::Shift, |best| moves.all[best])
}
