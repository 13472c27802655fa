//! The language stage: tokens a second.

use claimdiff::language::annotate::{annotate, annotate_all};
use claimdiff::language::tokenizer::tokenize;
use divan::Bencher;
use divan::counter::ItemsCount;

use crate::data::ARTICLE;

/// One article as one text.
#[divan::bench]
fn article(bencher: Bencher<'_, '_>) {
    let tokens = annotate(ARTICLE).tokens.len();
    bencher.counter(ItemsCount::new(tokens)).bench(|| annotate(divan::black_box(ARTICLE)));
}

/// One article paragraph by paragraph, as articles are read.
#[divan::bench]
fn paragraphs(bencher: Bencher<'_, '_>) {
    let paragraphs: Vec<&str> = ARTICLE.split('\n').collect();
    let tokens: usize = annotate_all(&paragraphs).iter().map(|paragraph| paragraph.tokens.len()).sum();
    bencher.counter(ItemsCount::new(tokens)).bench(|| annotate_all(divan::black_box(&paragraphs)));
}

/// The cutting of an article into tokens alone.
#[divan::bench]
fn tokens(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(tokenize(ARTICLE).len())).bench(|| tokenize(divan::black_box(ARTICLE)));
}
