//! The stages in order; the only file with threads.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::article::{Article, Published, PublishedFrom};
use crate::claim::{self, Annotations, Claim, Extract, Figure, Order, Property, Quotation, Topics, Wording};
use crate::language;
use crate::matching::{self, Blocking, ClaimPair, Link, Stories};
use crate::report::Report;
use crate::time::{self, Anchor, Customs, DateOrder, Timex};
use crate::verdict::{self, Judgement, Relation};

/// What a run may be told.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// How days are counted, where an article does not show it.
    pub customs: Customs,
    /// The order of day and month of some sources, by their names.
    pub date_orders: BTreeMap<String, DateOrder>,
    /// Whether the articles may be presumed to tell of one matter (`compare`), or not (`check`).
    pub is_one_matter: bool,
    /// Whether the report keeps the differences that nearly became findings.
    pub is_explained: bool,
    /// Names that stand for one person, body or place, each group with its first name in front.
    pub aliases: Vec<Vec<String>>,
    /// Words of the articles, in lower case, and the words that mean the same and are known: "deplane" is "disembark".
    pub words: BTreeMap<String, String>,
    /// Who is told when an article has been read.
    pub progress: Progress,
}

impl Config {
    /// How the article counts days.
    fn customs_of(&self, article: &Article) -> Customs {
        let of_source = article.source.as_ref().and_then(|source| self.date_orders.get(source)).copied();
        Customs { date_order: of_source.or(self.customs.date_order), ..self.customs }
    }
}

/// Somebody who is told of each article that has been read; nobody by default.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<dyn Fn() + Send + Sync>>);

impl Progress {
    /// Tells the function, from whatever thread reads the article.
    pub fn new(told: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(told)))
    }

    fn tell(&self) {
        self.0.iter().for_each(|told| told());
    }
}

impl std::fmt::Debug for Progress {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Progress({})", if self.0.is_some() { "told" } else { "untold" })
    }
}

/// What was drawn from one article.
#[derive(Clone, Debug, Default)]
struct Read {
    anchor: Option<Anchor>,
    timexes: Vec<Timex>,
    claims: Vec<Claim>,
    wordings: Vec<Wording>,
    quotations: Vec<Quotation>,
    figures: Vec<Figure>,
    orders: Vec<Order>,
    properties: Vec<Property>,
    topics: Topics,
    sentences: usize,
    sentences_without_claim: usize,
}

/// What matching needs of all articles and the report does not show.
#[derive(Debug, Default)]
struct Told {
    wordings: Vec<Wording>,
    quotations: Vec<Quotation>,
    figures: Vec<Figure>,
    orders: Vec<Order>,
    properties: Vec<Property>,
    topics: Vec<Topics>,
}

/// Reads the claims of all articles and compares them.
///
/// The same articles give the same report for any number of threads.
///
/// ```
/// use claimdiff::article::from_text;
/// use claimdiff::{Config, compare};
///
/// let text = "The Selden Bridge opened to traffic on 3 March 2025.";
/// let articles = vec![from_text("a", text.to_owned()), from_text("b", text.to_owned())];
/// let report = compare(articles, &Config { is_one_matter: true, ..Config::default() });
/// assert_eq!(report.summary.claims, 2);
/// assert!(report.findings.iter().all(|finding| finding.relation.name() == "agree"));
/// ```
pub fn compare(articles: Vec<Article>, config: &Config) -> Report {
    let read = |number: usize, article: &Article| read_claims(number, article, config);
    let (mut report, mut told) = read_all(articles, read);
    let is_presumed = config.is_one_matter && needs_day(&report);
    if is_presumed {
        let mut articles = std::mem::take(&mut report.articles);
        articles.iter_mut().for_each(|article| article.published = Some(PRESUMED));
        (report, told) = read_all(articles, read);
    }
    let claims = &report.claims;
    let stories = Stories::of(&told.topics, claims, config.is_one_matter);
    let blocking = Blocking::of(claims);
    let judged: Vec<Judgement> = of_linked(&stories, |linked| {
        let judged = blocking.candidates(linked, &stories).into_iter().filter_map(|(left, right)| {
            let judgement = judge(left, right, &stories)?;
            // Most differences nearly became findings: they are kept only for whoever asks.
            let near_misses = if config.is_explained { judgement.near_misses } else { Vec::new() };
            Some(Judgement { near_misses, ..judgement })
        });
        judged.collect()
    });
    report.summary.pairs_compared = judged.len();
    let (mut findings, mut agreeing) = (Vec::new(), Vec::new());
    for judgement in judged {
        agreeing.extend(judgement.agrees);
        findings.extend(judgement.findings);
        report.near_misses.extend(judgement.near_misses);
    }
    let reworded = of_linked(&stories, |linked| {
        let pairs = matching::reworded(&told.wordings, linked, &stories);
        pairs.iter().flat_map(verdict::judge_wording).collect()
    });
    let figures = of_linked(&stories, |linked| {
        verdict::judge_figures(&matching::figures_of_one_thing(&told.figures, linked, &stories))
    });
    let ordered = of_linked(&stories, |linked| {
        matching::ordered(&told.orders, claims, linked, &stories).iter().filter_map(verdict::judge_order).collect()
    });
    let properties = of_linked(&stories, |linked| {
        let pairs = matching::properties_of_one_thing(&told.properties, linked, &stories);
        pairs.iter().filter_map(verdict::judge_property).collect()
    });
    let requoted = of_linked(&stories, |linked| {
        let pairs = matching::requoted(&told.quotations, linked);
        pairs.iter().filter_map(verdict::judge_quotation).collect()
    });
    for found in [reworded, figures, ordered, properties] {
        verdict::add_untold(&mut findings, found);
    }
    verdict::add_quotations(&mut findings, requoted);
    if config.is_one_matter && findings.iter().all(|finding| finding.relation != Relation::Conflict) {
        let of = |article| told.wordings.iter().filter(|wording| wording.article == article).collect::<Vec<_>>();
        findings.extend(verdict::judge_debunked(&of(0), &of(1)));
    }
    verdict::keep_best_partners(&mut findings, &agreeing, claims);
    for (number, article) in report.articles.iter().enumerate() {
        let claims = report.claims_of(number);
        findings.extend(verdict::judge_alone(article, &report.timexes[number], claims));
        findings.extend(verdict::judge_dates(number, &article.text, &report.timexes[number], claims));
    }
    verdict::measure(&mut findings, &report.articles, stories.setting());
    report.findings = findings;
    if is_presumed {
        report.anchors.fill(None);
        report.articles.iter_mut().for_each(|article| article.published = None);
        report.claims.iter_mut().for_each(forget_presumed);
    }
    report.sort();
    report
}

/// The day that two articles are taken to be told on where neither has a date: the end of a week, a month and a year, so
/// that weekdays, days and months without more lie in one week, month or year.
const PRESUMED: Published = Published { day: Date::constant(2005, 12, 31), from: PublishedFrom::Presumed };

/// Takes out of a claim what was counted from the presumed day, which is nothing to show.
fn forget_presumed(claim: &mut Claim) {
    claim.told = None;
    for when in [&mut claim.time, &mut claim.deadline] {
        *when = when.take().filter(|when| !when.is_presumed());
    }
}

/// Whether no article has a date and some expression cannot do without.
fn needs_day(report: &Report) -> bool {
    let is_unresolved = |timex: &Timex| timex.value.contains('X') && timex.interval.is_none();
    report.anchors.iter().all(Option::is_none) && report.timexes.iter().flatten().any(is_unresolved)
}

/// Reads the claims of all articles and compares nothing.
pub fn claims(articles: Vec<Article>, config: &Config) -> Report {
    read_all(articles, |number, article| read_claims(number, article, config)).0
}

/// Reads the temporal expressions of all articles and nothing else.
pub fn times(articles: Vec<Article>, config: &Config) -> Report {
    read_all(articles, |_, article| {
        let document = language::analyze(article);
        let times = time::annotate(article, &document, config.customs_of(article));
        Read { anchor: times.anchor, timexes: times.timexes, ..Read::default() }
    })
    .0
}

fn read_all(articles: Vec<Article>, read: impl Fn(usize, &Article) -> Read + Sync) -> (Report, Told) {
    let read: Vec<Read> = articles.par_iter().enumerate().map(|(number, article)| read(number, article)).collect();
    let mut report = Report { articles, ..Report::default() };
    let mut told = Told::default();
    report.summary.articles = report.articles.len();
    for read in read {
        report.anchors.push(read.anchor);
        report.timexes.push(read.timexes);
        report.claims.extend(read.claims);
        told.wordings.extend(read.wordings);
        told.quotations.extend(read.quotations);
        told.figures.extend(read.figures);
        told.orders.extend(read.orders);
        told.properties.extend(read.properties);
        told.topics.push(read.topics);
        report.summary.sentences += read.sentences;
        report.summary.sentences_without_claim += read.sentences_without_claim;
    }
    report.summary.claims = report.claims.len();
    (report, told)
}

fn read_claims(number: usize, article: &Article, config: &Config) -> Read {
    let mut document = language::analyze(article);
    document.rename(&config.words);
    let mut annotations = Annotations::of(article, &document, config.customs_of(article));
    annotations.entities.join_aliases(&config.aliases);
    let Extract { claims, wordings, quotations, figures, orders, properties, topics } =
        claim::extract(number, &document, &annotations);
    let told: BTreeSet<usize> = claims.iter().map(|claim| claim.sentence.start).collect();
    let sentences = document.sentences.iter().filter(|sentence| sentence.block.makes_claims()).count();
    config.progress.tell();
    Read {
        anchor: annotations.times.anchor,
        timexes: annotations.times.timexes,
        sentences,
        sentences_without_claim: sentences - told.len(),
        claims,
        wordings,
        quotations,
        figures,
        orders,
        properties,
        topics,
    }
}

/// What is found between each article and those that it is linked with, in parallel, in the order of the articles.
fn of_linked<T: Send>(stories: &Stories<'_>, find: impl Fn(&[Link]) -> Vec<T> + Send + Sync) -> Vec<T> {
    let by_left = stories.linked().par_chunk_by(|one, other| one.0 == other.0);
    by_left.flat_map_iter(find).collect()
}

/// What two claims mean for each other; `None` where they do not tell one event.
fn judge(left: &Claim, right: &Claim, stories: &Stories<'_>) -> Option<Judgement> {
    let is_only = stories.is_only(left) && stories.is_only(right);
    let alignment = matching::align(left, right, stories.between(left.article, right.article), is_only)?;
    Some(verdict::judge(&ClaimPair { left, right, alignment }))
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
