//! Arguments, files, colours, exit codes; the only module that reads files and prints.

mod arguments;
mod commands;
mod decisions;
mod exit;
mod files;
mod fixture;
mod folders;
mod jsonl;
mod manual;
mod output;
mod pager;
mod progress;
mod reports;
mod review;
mod settings;
mod since;
mod stdin;

use std::process::ExitCode;

use clap::Parser;

use self::arguments::Arguments;

/// Runs the program on the arguments of the process.
pub fn run() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => commands::run(arguments).into(),
        Err(error) => {
            // Help that nobody reads to its end is no failure.
            let _ = error.print();
            exit::Exit::of_usage(&error).into()
        }
    }
}
