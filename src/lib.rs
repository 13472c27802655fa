//! A diff for claims: reads articles, reduces each to atomic claims, resolves every date to calendar days, and
//! reports which claims of the articles agree, refine, revise or contradict each other.

pub mod span;
pub mod table;
pub mod article;
pub mod language;
pub mod time;
pub mod quantity;
pub mod entity;
pub mod claim;
pub mod matching;
pub mod verdict;
pub mod report;
pub mod pipeline;
pub mod cli;

pub use pipeline::{Config, compare};
pub use report::Report;
