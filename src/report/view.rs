//! What of a report is printed and how.

use crate::verdict::Relation;

/// What the reader asked to see.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The relations that are printed.
    pub relations: Vec<Relation>,
    /// The confidence from which a conflict is an error; below half of it, it is not printed.
    pub threshold: f64,
    /// How many columns a line may have, at least [`View::NARROWEST`].
    pub width: usize,
    /// Whether the output may be coloured.
    pub color: bool,
    /// What the run ends with, for the formats that keep it.
    pub exit_code: u8,
}

impl View {
    /// The confidence from which a conflict is an error unless the reader says otherwise.
    pub const THRESHOLD: f64 = 0.9;

    /// The relations that `check` prints unless the reader says otherwise.
    pub const CHECKED: &[Relation] = &[Relation::Conflict, Relation::Update, Relation::Missed];

    /// The fewest columns that a page can be laid out in.
    pub const NARROWEST: usize = 40;

    /// The columns of a line where no terminal tells its width.
    pub const WIDTH: usize = 100;
}

impl Default for View {
    fn default() -> Self {
        Self {
            relations: Self::CHECKED.to_vec(),
            threshold: Self::THRESHOLD,
            width: Self::WIDTH,
            color: false,
            exit_code: 0,
        }
    }
}
