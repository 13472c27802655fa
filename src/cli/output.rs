//! Standard output and standard error: locked, buffered, coloured where that helps; a closed pipe is no failure.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};

use super::arguments::{ColorWhen, Look};
use super::exit::Exit;
use crate::report::{View, escaped};

/// Runs `print` on the locked and buffered standard output.
///
/// A reader that closed the pipe has read enough: the exit code stays. Any other failure is told and ends with 2.
pub(super) fn print(exit: Exit, print: impl FnOnce(&mut BufWriter<StdoutLock<'static>>) -> io::Result<()>) -> Exit {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match print(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            tell("error", &format!("cannot write the output: {error}"));
            Exit::Failed
        }
        // What is still buffered has no reader; dropping the writer would try once more.
        Err(_) => {
            let _ = out.into_parts();
            exit
        }
        Ok(()) => exit,
    }
}

/// Writes one message to standard error, its first word being "error" or "warning".
pub(super) fn tell(severity: &str, message: &dyn Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{severity}: {}", escaped(&message.to_string()));
}

/// Whether the output is coloured.
pub(super) fn is_colored(when: ColorWhen) -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => {
            let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb
        }
    }
}

/// The columns of a line: as asked for, else those of the terminal that is written to.
pub(super) fn width(look: &Look) -> usize {
    let of_terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    look.width.or_else(of_terminal).unwrap_or(View::WIDTH).max(View::NARROWEST)
}
