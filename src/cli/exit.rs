//! What the program's exit code says.

use std::process::ExitCode;

use crate::report::{Report, Severity, View, shown};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Nothing at or above the failing level.
    Clean,
    /// Something at or above the failing level.
    Found,
    /// Something named could not be read, nothing could be compared, or the usage was wrong.
    Failed,
}

impl Exit {
    /// The end of a run that clap ended: with help or the version, or with wrong usage.
    pub(super) fn of_usage(error: &clap::Error) -> Self {
        match error.use_stderr() {
            true => Self::Failed,
            false => Self::Clean,
        }
    }

    /// The exit code.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Found => 1,
            Self::Failed => 2,
        }
    }

    /// What the printed findings say, `level` being the failing one.
    pub(super) fn of_findings(report: &Report, view: &View, level: Severity) -> Self {
        match shown(report, view).iter().any(|finding| finding.severity >= level) {
            true => Self::Found,
            false => Self::Clean,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
