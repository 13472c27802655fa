//! A diff for claims: reads articles, reduces each to atomic claims, resolves every date to calendar days, and
//! reports which claims of the articles agree, refine, revise or contradict each other.
//!
//! ```
//! use claimdiff::report::{View, shown};
//! use claimdiff::{Config, article, compare};
//!
//! let monday = "---\npublished: 2025-03-07\n---\n\nThe Selden Bridge opened to traffic on March 3, Corran said.\n";
//! let wednesday = monday.replace("March 3", "March 5");
//! let mut articles = article::parse("a.md", monday.as_bytes())?;
//! articles.extend(article::parse("b.md", wednesday.as_bytes())?);
//! let articles = articles.into_iter().collect::<Result<Vec<_>, _>>()?;
//!
//! let report = compare(articles, &Config::default());
//! let findings = shown(&report, &View::default());
//! let first = findings[0].finding;
//! assert_eq!((first.relation.name(), first.kind), ("conflict", "date"));
//! assert_eq!((first.left.value.as_str(), first.right.value.as_str()), ("2025-03-03", "2025-03-05"));
//! # Ok::<(), claimdiff::article::ArticleError>(())
//! ```
//!
//! [`article`] reads files that the caller has opened, [`compare`] does the work, [`report`] writes its result in the
//! [formats](report::FORMATS) of the command line. Nothing here reads files, prints, looks at the clock or asks the
//! network but [`cli`], and no text makes it panic.

pub mod span;
pub mod table;
pub mod article;
pub mod language;
pub mod time;
pub mod quantity;
pub mod entity;
pub mod claim;
pub mod reader;
pub mod matching;
pub mod verdict;
pub mod ledger;
pub mod report;
pub mod pipeline;
pub mod settings;
pub mod decisions;
pub mod cli;

pub use pipeline::{Config, compare};
pub use report::Report;
