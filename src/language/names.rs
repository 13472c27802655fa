//! Vectors of words -> named entities, by spaCy's transition system: each word begins, continues, ends or is a name.

use std::ops::Range;

use crate::language::document::Entity;
use crate::language::labels::EntityLabel;
use crate::language::model::{Model, Moves, NameMove};
use crate::language::network::layers::highest;
use crate::language::network::stepper::Prepared;

/// Marks the names among words; none crosses the start of a sentence or begins at white space.
pub(crate) fn names(model: &Model, prepared: &mut Prepared, is_space: &[bool], starts: &[bool]) -> Vec<Entity> {
    let mut names = Vec::new();
    let mut open: Option<(usize, EntityLabel)> = None;
    for (word, &is_space) in is_space.iter().enumerate() {
        let may_go_on = starts.get(word + 1).is_some_and(|starts| !starts);
        let valid = Valid { open: open.map(|(_, label)| label), may_go_on, is_space };
        let first = open.map(|(first, _)| first);
        model.namer.score(prepared, [Some(word), first, first.and_then(|_| word.checked_sub(1))]);
        match valid.best(&prepared.scores, &model.name_moves) {
            NameMove::Begin(label) => open = Some((word, label)),
            NameMove::Unit(label) => names.push(Entity { tokens: word..word + 1, label }),
            NameMove::Last(label) => {
                let first = open.take().map_or(word, |(first, _)| first);
                names.push(Entity { tokens: first..word + 1, label });
            }
            NameMove::In(_) | NameMove::Out | NameMove::Never => {}
        }
    }
    names
}

/// What decides which moves are valid at a word.
struct Valid {
    open: Option<EntityLabel>,
    /// Whether the next word belongs to the same sentence.
    may_go_on: bool,
    is_space: bool,
}

impl Valid {
    fn allows(&self, action: NameMove) -> bool {
        match action {
            NameMove::Begin(_) => self.open.is_none() && self.may_go_on && !self.is_space,
            NameMove::Unit(_) => self.open.is_none() && !self.is_space,
            NameMove::In(label) => self.open == Some(label) && self.may_go_on,
            NameMove::Last(label) => self.open == Some(label),
            NameMove::Out => self.open.is_none(),
            NameMove::Never => false,
        }
    }

    /// The valid move with the highest score, the first of equals.
    fn best(&self, scores: &[f32], moves: &Moves<NameMove>) -> NameMove {
        let bests = moves.kinds.iter().filter_map(|kind| self.best_of_kind(kind.clone(), scores, &moves.all));
        let best = bests.reduce(|best, other| if scores[other] > scores[best] { other } else { best });
        best.map_or(NameMove::Out, |best| moves.all[best])
    }

    /// Within a name only the moves of its label are valid; outside of one all of a kind are, or none.
    fn best_of_kind(&self, kind: Range<usize>, scores: &[f32], moves: &[NameMove]) -> Option<usize> {
        if self.open.is_some() {
            return kind.into_iter().find(|&at| self.allows(moves[at]));
        }
        self.allows(moves[kind.start]).then(|| kind.start + highest(&scores[kind]))
    }
}
