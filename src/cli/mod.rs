//! Arguments, files, colours, exit codes; the only module that reads files and prints.

use std::process::ExitCode;

/// Runs the program on the arguments of the process.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
