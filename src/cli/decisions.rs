//! The file of decisions: found, read, written whole or not at all; and the commands that fill it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use super::arguments::Baseline;
use super::commands::{self, Compared};
use super::exit::Exit;
use super::files::of_reading;
use super::output::{print, tell};
use super::settings::upwards;
use crate::decisions::{Applied, Decision, Decisions, FILE_NAME, Settled};
use crate::report::{Report, Shown, View, with_settled};
use crate::verdict::Relation;

/// Which decisions are used.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Decided {
    /// The file of decisions [default: claimdiff.decisions.jsonl, searched upwards]
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub(super) decisions: Option<PathBuf>,
    /// Use no decisions
    #[arg(long, conflicts_with = "decisions", hide_short_help = true)]
    pub(super) no_decisions: bool,
}

/// A file of decisions and what it holds.
pub(super) struct DecisionFile {
    path: PathBuf,
    pub(super) decisions: Decisions,
}

impl DecisionFile {
    /// Reads the file that is named or found, or begins a new one in the current folder; tells its bad lines.
    pub(super) fn read(decided: &Decided, paths: &[PathBuf]) -> Result<Self, Exit> {
        let found = || upwards(paths, FILE_NAME).filter(|_| !decided.no_decisions);
        let path = decided.decisions.clone().or_else(found);
        let Some(path) = path.filter(|path| path.exists() || decided.decisions.is_none()) else {
            let path = decided.decisions.clone().unwrap_or_else(|| PathBuf::from(FILE_NAME));
            return Ok(Self { path, decisions: Decisions::default() });
        };
        let bytes = std::fs::read(&path).map_err(|error| {
            tell("error", &format!("{}: {}", path.display(), of_reading(&error)));
            Exit::Failed
        })?;
        let (decisions, bad) = Decisions::parse(&String::from_utf8_lossy(&bytes));
        bad.iter().for_each(|bad| tell("warning", &format!("{}:{}: {}", path.display(), bad.line, bad.message)));
        Ok(Self { path, decisions })
    }

    /// Writes the file: beside it first, then in its place, so that no moment leaves half of it.
    pub(super) fn write(&self) -> Result<(), Exit> {
        let beside = self.path.with_extension("jsonl.new");
        let written = std::fs::File::create(&beside)
            .and_then(|mut file| {
                file.write_all(self.decisions.to_text().as_bytes())?;
                file.sync_all()
            })
            .and_then(|()| std::fs::rename(&beside, &self.path));
        written.map_err(|error| {
            let _ = std::fs::remove_file(&beside);
            tell("error", &format!("{}: cannot be written: {error}", self.path.display()));
            Exit::Failed
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// The findings of all relations, whatever they weigh, settled or not.
pub(super) fn all<'r>(report: &'r Report, view: &View) -> Vec<Shown<'r>> {
    with_settled(report, &View { relations: Relation::ALL.to_vec(), ..view.clone() })
}

/// Settles what was decided before; tells which decisions hold no more.
pub(super) fn apply(report: &mut Report, view: &View, file: &DecisionFile, is_quiet: bool) -> Applied {
    let (suppressions, applied) = file.decisions.apply(report, &all(report, view));
    report.suppressions.extend(suppressions);
    if !is_quiet {
        for decision in &applied.changed {
            let message = format!(
                "{}: the decision on {} of {} was made for {} and {}, which resolve otherwise now",
                file.path.display(),
                decision.id,
                decision.kind,
                decision.left.value,
                decision.right.value,
            );
            tell("warning", &message);
        }
        if !applied.gone.is_empty() {
            let (path, count) = (file.path.display(), applied.gone.len());
            let message = format!("{path}: {count} on findings that are gone (baseline --prune takes them out)");
            tell("warning", &message);
        }
    }
    applied
}

/// Accepts all that is found now, so that only what is new is told.
pub(super) fn baseline(arguments: &Baseline) -> Result<Exit, Exit> {
    let Compared { report, view, applied, mut file, exit } = commands::compared(&arguments.settle)?;
    let today = today();
    let who = who();
    let shown = crate::report::shown(&report, &view);
    for finding in &shown {
        let decision = Decision::on(&report, finding, Settled::Accepted);
        let reason = Some("in the baseline".to_owned());
        file.decisions.settle(Decision { by: who.clone(), on: Some(today.clone()), reason, ..decision });
    }
    let stale: Vec<&Decision> = applied.gone.iter().collect();
    if arguments.prune {
        stale.iter().for_each(|decision| drop(file.decisions.unsettle(&decision.id)));
    }
    file.write()?;
    let stale = match (stale.len(), arguments.prune) {
        (0, _) => String::new(),
        (count, true) => format!("; {count} whose findings are gone taken out"),
        (count, false) => format!("; {count} on findings that are gone (--prune takes them out)"),
    };
    let total = file.decisions.len();
    Ok(print(exit, |out| {
        writeln!(out, "{} accepted, {total} decisions in {}{stale}", shown.len(), file.path.display())
    }))
}

/// The day of a decision.
pub(super) fn today() -> String {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date().to_string()
}

/// Who decides: as git knows the one who commits.
pub(super) fn who() -> Option<String> {
    let asked = Command::new("git").args(["config", "user.name"]).output().ok();
    let name = asked.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    name.filter(|name| !name.is_empty())
}
