//! The stages in order; the only file with threads.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use rayon::prelude::*;

use crate::article::Article;
use crate::claim::{self, Annotations, Claim, Extract, Wording};
use crate::language;
use crate::matching::{self, ClaimPair, Stories};
use crate::report::Report;
use crate::time::{self, Anchor, Direction, Timex};
use crate::verdict::{self, Finding};

/// What a run may be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {
    /// Which side an undetermined weekday or month lies on.
    pub direction: Direction,
    /// Whether the articles may be presumed to tell of one matter (`compare`), or not (`check`).
    pub is_one_matter: bool,
}

/// What it weighs that articles are presumed to tell of one matter: as much as sharing four names.
const PRESUMED_WEIGHT: u32 = 3;

/// What was drawn from one article.
#[derive(Clone, Debug, Default)]
struct Read {
    anchor: Option<Anchor>,
    timexes: Vec<Timex>,
    claims: Vec<Claim>,
    wordings: Vec<Wording>,
    sentences: usize,
    sentences_without_claim: usize,
}

/// Reads the claims of all articles and compares them.
///
/// The same articles give the same report for any number of threads.
pub fn compare(articles: Vec<Article>, config: &Config) -> Report {
    let (mut report, wordings) = read_all(articles, |number, article| read_claims(number, article, config));
    let claims = &report.claims;
    let presumed = if config.is_one_matter { PRESUMED_WEIGHT } else { 0 };
    let stories = Stories::of(claims, presumed);
    let candidates = matching::candidates(claims, &stories);
    let judged: Vec<(usize, Vec<Finding>)> = candidates
        .par_iter()
        .map(|&(left, right)| judge(&claims[left as usize], &claims[right as usize], &stories))
        .collect();
    report.summary.pairs_compared = judged.iter().map(|(pairs, _)| pairs).sum();
    let mut findings: Vec<Finding> = judged.into_iter().flat_map(|(_, findings)| findings).collect();
    findings.extend(matching::reworded(&wordings, &stories).iter().flat_map(verdict::judge_wording));
    verdict::keep_best_partners(&mut findings);
    for (number, article) in report.articles.iter().enumerate() {
        findings.extend(verdict::judge_alone(number, article, &report.timexes[number], claims));
    }
    report.findings = findings;
    report.sort();
    report
}

/// Reads the claims of all articles and compares nothing.
pub fn claims(articles: Vec<Article>, config: &Config) -> Report {
    read_all(articles, |number, article| read_claims(number, article, config)).0
}

/// Reads the temporal expressions of all articles and nothing else.
pub fn times(articles: Vec<Article>, config: &Config) -> Report {
    read_all(articles, |_, article| {
        let document = language::analyze(article);
        let times = time::annotate(article, &document, config.direction);
        Read { anchor: times.anchor, timexes: times.timexes, ..Read::default() }
    })
    .0
}

fn read_all(articles: Vec<Article>, read: impl Fn(usize, &Article) -> Read + Sync) -> (Report, Vec<Wording>) {
    let read: Vec<Read> = articles.par_iter().enumerate().map(|(number, article)| read(number, article)).collect();
    let mut report = Report { articles, ..Report::default() };
    let mut wordings = Vec::new();
    report.summary.articles = report.articles.len();
    for read in read {
        report.anchors.push(read.anchor);
        report.timexes.push(read.timexes);
        report.claims.extend(read.claims);
        wordings.extend(read.wordings);
        report.summary.sentences += read.sentences;
        report.summary.sentences_without_claim += read.sentences_without_claim;
    }
    report.summary.claims = report.claims.len();
    (report, wordings)
}

fn read_claims(number: usize, article: &Article, config: &Config) -> Read {
    let document = language::analyze(article);
    let annotations = Annotations::of(article, &document, config.direction);
    let Extract { claims, wordings } = claim::extract(number, &document, &annotations);
    let told: BTreeSet<usize> = claims.iter().map(|claim| claim.sentence.start).collect();
    let sentences = document.sentences.iter().filter(|sentence| sentence.block.makes_claims()).count();
    Read {
        anchor: annotations.times.anchor,
        timexes: annotations.times.timexes,
        sentences,
        sentences_without_claim: sentences - told.len(),
        claims,
        wordings,
    }
}

/// The number of pairs compared, one or none, and what they mean.
fn judge(left: &Claim, right: &Claim, stories: &Stories) -> (usize, Vec<Finding>) {
    match matching::align(left, right, stories.shared_weight(left.article, right.article)) {
        Some(alignment) => (1, verdict::judge(&ClaimPair { left, right, alignment })),
        None => (0, Vec::new()),
    }
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
