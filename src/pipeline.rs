//! The stages in order; the only file with threads.

use std::num::NonZeroUsize;

use rayon::prelude::*;

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

/// Reads the claims of all articles and compares nothing.
pub fn claims(articles: Vec<Article>, _config: &Config) -> Report {
    Report { articles, ..Report::default() }
}

/// Reads the temporal expressions of all articles and nothing else.
pub fn times(articles: Vec<Article>, _config: &Config) -> Report {
    Report { articles, ..Report::default() }
}

/// Answers each item of a batch, in parallel, the answers in the order of the items.
pub fn in_order<T: Send, R: Send>(batch: Vec<T>, answer: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    batch.into_par_iter().map(answer).collect()
}

/// Runs `work` with so many threads, or with one for each core where no number is given.
pub fn with_threads<R: Send>(threads: Option<NonZeroUsize>, work: impl FnOnce() -> R + Send) -> R {
    let Some(threads) = threads else { return work() };
    match rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build() {
        Ok(pool) => pool.install(work),
        // A system that refuses the threads still has this one; the output is the same.
        Err(_) => work(),
    }
}
