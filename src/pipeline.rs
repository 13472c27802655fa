//! The stages in order; the only file with threads.

use crate::article::Article;
use crate::report::Report;
use crate::time::Direction;

/// What a run may be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {
    /// Which side an undetermined weekday or month lies on.
    pub direction: Direction,
    /// Whether the articles may be presumed to tell of one matter (`compare`), or not (`check`).
    pub one_matter: bool,
}

/// Reads the claims of all articles and compares them.
///
/// The same articles give the same report for any number of threads.
pub fn compare(articles: Vec<Article>, _config: &Config) -> Report {
    Report { articles, ..Report::default() }
}
