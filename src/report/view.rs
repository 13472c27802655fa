//! What of a report is printed and how.

use std::collections::HashSet;

use jiff::civil::Date;

use super::Rules;
use crate::verdict::Relation;

/// What the reader asked to see.
#[derive(Clone, Debug)]
pub struct View {
    /// The relations that are printed.
    pub relations: Vec<Relation>,
    /// The kinds that are printed; `None` for all.
    pub kinds: Option<Vec<String>>,
    /// The ids of the findings that are printed; `None` for all.
    pub only: Option<HashSet<String>>,
    /// What findings weigh, by kind, relation and path.
    pub rules: Rules,
    /// How many disagreements the text prints; `None` for all.
    pub most: Option<usize>,
    /// Whether the text is only the findings.
    pub is_quiet: bool,
    /// The confidence from which a conflict is an error; below half of it, it is not printed.
    pub threshold: f64,
    /// The day that promises are seen from; `None` for the newest day of telling.
    pub as_of: Option<Date>,
    /// How many columns a line may have, at least [`View::NARROWEST`].
    pub width: usize,
    /// Whether the output may be coloured.
    pub color: bool,
    /// The folder that relative paths count from, where paths are printed as links (OSC 8).
    pub links: Option<String>,
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
            kinds: None,
            only: None,
            rules: Rules::default(),
            most: None,
            is_quiet: false,
            threshold: Self::THRESHOLD,
            as_of: None,
            width: Self::WIDTH,
            color: false,
            links: None,
            exit_code: 0,
        }
    }
}
