//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::decisions::Decided;
use super::reports::{OfClaims, OfComparison, OfFindings, OfPromises, OfTimeline, OfTimes, Reports};
use super::settings::Configured;
use crate::article::day_of_publication;
use crate::report::{Severity, View};
use crate::time::Direction;
use crate::verdict::{Relation, kind_names};

/// A diff for claims: what articles agree on, refine, revise or contradict
///
/// Reads .txt, .md (front matter: title, source, published), .json and .jsonl articles; nothing leaves the machine.
#[derive(Debug, Parser)]
#[command(name = "claimdiff", version, disable_help_subcommand = true)]
#[command(after_long_help = "Exit codes: 0 nothing at the failing level, 1 something, 2 cannot read or compare.")]
#[command(max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare the claims of all articles, also within one article
    Check(Check),
    /// Show two articles side by side: what agrees, what differs, what only one says
    Compare(Compare),
    /// Tell what was promised by when, and what became of it
    Promises(Promises),
    /// Tell what happened and what is to happen, day by day
    Timeline(Timeline),
    /// Settle findings one by one in the terminal
    Review(Review),
    /// Accept all findings there are, so that only new ones are told
    Baseline(Baseline),
    /// Write a finding as a small fixture, ready for a bug report
    Fixture(Fixture),
    /// List the normalised claims of each article
    Claims(Claims),
    /// List each temporal expression with its value and its days
    Times(Times),
    /// Tell what a kind of finding means, with examples
    Explain(Explain),
    /// Print the settings in force and where each came from
    Config(ShowConfig),
    /// Print the JSON Schema of what --format json and jsonl write
    Schema,
    /// Print the completions of a shell
    #[command(hide = true)]
    Completions(Completions),
    /// Print the manual page, or that of a command
    #[command(hide = true)]
    Man(Man),
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The kind; without it, all kinds in a line each
    #[arg(value_parser = PossibleValuesParser::new(kind_names()))]
    pub(super) kind: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ShowConfig {
    /// The paths that settings are searched from
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) configured: Configured,
    /// How to print
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) format: ConfigFormat,
    /// Print the JSON Schema of settings files instead
    #[arg(long)]
    pub(super) schema: bool,
}

/// How settings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfigFormat {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    /// The command
    pub(super) command: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Files and folders, "-" for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// Print only these relations
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = relations())]
    relations: Option<Vec<Chosen>>,
    /// Print only findings that touch lines changed since a git revision
    #[arg(long, value_name = "REV", hide_short_help = true)]
    pub(super) new_since: Option<String>,
    #[command(flatten)]
    pub(super) decided: Decided,
    /// Also tell what nearly became a finding, and what kept it from being one (text only)
    #[arg(long, hide_short_help = true)]
    pub(super) explain: bool,
    #[command(flatten)]
    pub(super) reports: Reports<OfFindings>,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// What a command that settles findings compares.
#[derive(Debug, Args)]
pub(super) struct Settle {
    /// Files and folders
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Only these relations
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = relations())]
    relations: Option<Vec<Chosen>>,
    #[command(flatten)]
    pub(super) judging: Judging,
    #[command(flatten)]
    pub(super) decided: Decided,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args)]
pub(super) struct Review {
    #[command(flatten)]
    pub(super) settle: Settle,
    /// Show what is settled too
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Args)]
pub(super) struct Baseline {
    #[command(flatten)]
    pub(super) settle: Settle,
    /// Take out the decisions whose findings are gone
    #[arg(long)]
    pub(super) prune: bool,
}

#[derive(Debug, Args)]
pub(super) struct Fixture {
    /// The id of the finding, or its beginning
    pub(super) id: String,
    #[command(flatten)]
    pub(super) settle: Settle,
    /// The folder to write into
    #[arg(long, short, value_name = "FOLDER", default_value = "fixtures")]
    pub(super) output: PathBuf,
    /// Put other names in the place of all names
    #[arg(long)]
    pub(super) anonymous: bool,
}

#[derive(Debug, Args)]
pub(super) struct Compare {
    /// The one article, "-" for standard input
    #[arg(required_unless_present = "jsonl")]
    pub(super) left: Option<PathBuf>,
    /// The other one
    #[arg(required_unless_present = "jsonl")]
    pub(super) right: Option<PathBuf>,
    /// Lines {"id","a","b"} in, {"id","label","score"} out
    #[arg(long, conflicts_with_all = ["left", "right", "relations", "format", "output", "fail_on", "color", "width"])]
    pub(super) jsonl: bool,
    #[command(flatten)]
    pub(super) judging: Judging,
    /// Print only these relations
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = relations())]
    relations: Option<Vec<Chosen>>,
    #[command(flatten)]
    pub(super) decided: Decided,
    #[command(flatten)]
    pub(super) reports: Reports<OfComparison>,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args)]
pub(super) struct Claims {
    /// Files and folders, "-" for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Articles in, one a line, {"id","claims"} out
    #[arg(long, conflicts_with_all = ["paths", "format", "output", "color", "width"])]
    pub(super) jsonl: bool,
    #[command(flatten)]
    pub(super) reports: Reports<OfClaims>,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Debug, Args)]
pub(super) struct Promises {
    /// Files and folders, "-" for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// The day to see them from [default: the newest day of publication]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
    #[command(flatten)]
    pub(super) reports: Reports<OfPromises>,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) configured: Configured,
}

#[derive(Debug, Args)]
pub(super) struct Timeline {
    /// Files and folders, "-" for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) reports: Reports<OfTimeline>,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) reading: Reading,
    #[command(flatten)]
    pub(super) configured: Configured,
}

#[derive(Debug, Args)]
pub(super) struct Times {
    /// Files and folders, "-" for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Lines {"id","dct","text"} in, {"id","timexes"} out
    #[arg(long, conflicts_with_all = ["paths", "format", "output", "color", "width"])]
    pub(super) jsonl: bool,
    #[command(flatten)]
    pub(super) reports: Reports<OfTimes>,
    #[command(flatten)]
    pub(super) look: Look,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// How articles are read.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Reading {
    /// The day of publication of articles that give none
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) published: Option<Date>,
    /// Where "on Friday" lies if nothing tells: news, or future as in chat
    #[arg(long, value_name = "WHERE", value_enum, hide_possible_values = true, hide_short_help = true)]
    pub(super) prefer: Option<Preference>,
    /// How many threads may work [default: one for each core]
    #[arg(long, value_name = "N", value_parser = threads, hide_short_help = true)]
    pub(super) threads: Option<NonZeroUsize>,
}

/// What weighs how much, and what of it is told.
#[derive(Clone, Debug, Args)]
pub(super) struct Judging {
    /// From where a conflict is an error [default: 0.9]
    #[arg(long, value_name = "0..1", value_parser = confidence)]
    pub(super) threshold: Option<f64>,
    /// Exit with 1 from this severity up [default: error]
    #[arg(long, visible_alias = "fail-level", value_name = "LEVEL", value_parser = severities())]
    pub(super) fail_on: Option<Severity>,
    /// Print only these kinds
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = PossibleValuesParser::new(kind_names()), hide_possible_values = true)]
    pub(super) kinds: Option<Vec<String>>,
    /// Print at most so many disagreements (text, Markdown, GitHub)
    #[arg(long, value_name = "N", hide_short_help = true)]
    pub(super) max_findings: Option<usize>,
    /// Exit with 2 where no two claims could be compared
    #[arg(long, hide_short_help = true)]
    pub(super) fail_if_nothing_compared: bool,
    /// Print findings and errors only
    #[arg(long, short, hide_short_help = true)]
    pub(super) quiet: bool,
    #[command(flatten)]
    pub(super) configured: Configured,
}

/// How the output looks.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Look {
    /// When to colour: auto, always or never
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, hide_possible_values = true, hide_short_help = true)]
    pub(super) color: ColorWhen,
    /// When paths are links: auto, always or never
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, hide_possible_values = true, hide_short_help = true)]
    pub(super) hyperlinks: ColorWhen,
    /// Print to the terminal itself, not through $PAGER
    #[arg(long, hide_short_help = true)]
    pub(super) no_pager: bool,
    /// The columns of a line [default: those of the terminal, else 100]
    #[arg(long, value_name = "N", value_parser = width, hide_short_help = true)]
    pub(super) width: Option<usize>,
}

/// Where an undetermined weekday or month lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Preference {
    #[default]
    News,
    Future,
}

impl From<Preference> for Direction {
    fn from(preference: Preference) -> Self {
        match preference {
            Preference::News => Self::News,
            Preference::Future => Self::Future,
        }
    }
}

/// When the output is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorWhen {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// What `--relations` was given: a relation, or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    One(Relation),
    All,
}

impl Check {
    /// The relations that are asked for.
    pub(super) fn relations(&self) -> Option<Vec<Relation>> {
        chosen(self.relations.as_deref())
    }
}

impl Settle {
    /// The relations that are asked for.
    pub(super) fn relations(&self) -> Option<Vec<Relation>> {
        chosen(self.relations.as_deref())
    }
}

impl Compare {
    /// The relations that are asked for.
    pub(super) fn relations(&self) -> Option<Vec<Relation>> {
        chosen(self.relations.as_deref())
    }
}

fn chosen(relations: Option<&[Chosen]>) -> Option<Vec<Relation>> {
    relations.map(|relations| match relations.contains(&Chosen::All) {
        true => Relation::ALL.to_vec(),
        false => Relation::ALL.iter().copied().filter(|relation| relations.contains(&Chosen::One(*relation))).collect(),
    })
}

fn relations() -> impl TypedValueParser<Value = Chosen> {
    let names = Relation::ALL.iter().map(|relation| relation.name()).chain(["all"]);
    PossibleValuesParser::new(names).map(|name| {
        let named = Relation::ALL.iter().find(|relation| relation.name() == name);
        named.map_or(Chosen::All, |relation| Chosen::One(*relation))
    })
}

fn severities() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(Severity::ALL.iter().map(|severity| severity.name())).map(|name| {
        let named = Severity::ALL.iter().find(|severity| severity.name() == name);
        *named.expect("clap lets only names of severities through")
    })
}

fn day(stated: &str) -> Result<Date, String> {
    day_of_publication(stated).map_err(|_| "no such day: write YYYY-MM-DD".to_owned())
}

fn threads(stated: &str) -> Result<NonZeroUsize, String> {
    let threads = stated.parse::<NonZeroUsize>().ok().filter(|threads| threads.get() <= 512);
    threads.ok_or_else(|| "give a number from 1 to 512".to_owned())
}

fn confidence(stated: &str) -> Result<f64, String> {
    let confidence = stated.parse::<f64>().ok().filter(|confidence| (0.0..=1.0).contains(confidence));
    confidence.ok_or_else(|| "give a number from 0 to 1, such as 0.9".to_owned())
}

fn width(stated: &str) -> Result<usize, String> {
    let width = stated.parse::<usize>().ok().filter(|width| (View::NARROWEST..=10_000).contains(width));
    width.ok_or_else(|| format!("give a number from {} to 10000", View::NARROWEST))
}
