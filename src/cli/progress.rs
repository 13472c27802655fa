//! A bar on standard error while articles are read, where somebody looks at it.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::pipeline::Progress;

/// Fewer articles are read before a bar could be seen.
const FEWEST_ARTICLES: usize = 100;

/// The bar of a run; nothing is drawn into a log, for few articles, or for the quiet.
pub(super) struct Bar {
    bar: ProgressBar,
}

impl Bar {
    /// A bar for so many articles.
    pub(super) fn of(articles: usize, is_quiet: bool) -> Self {
        let is_seen = io::stderr().is_terminal() && !is_quiet && articles >= FEWEST_ARTICLES;
        let target = if is_seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(articles as u64), target);
        let style = ProgressStyle::with_template("reading {bar:30} {pos} of {len} articles");
        Self { bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())) }
    }

    /// What the stages tell of each article.
    pub(super) fn progress(&self) -> Progress {
        let bar = self.bar.clone();
        Progress::new(move || bar.inc(1))
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
