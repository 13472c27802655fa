//! Standard output, standard error and files: buffered, coloured where that helps; a closed pipe is no failure.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};
use std::path::Path;

use super::arguments::{ColorWhen, Look};
use super::exit::Exit;
use super::pager::Printed;
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

/// Prints a report, through a pager where the reader has one.
pub(super) fn print_report(exit: Exit, look: &Look, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Exit {
    match Printed::of(look).print(print) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            tell("error", &format!("cannot write the output: {error}"));
            Exit::Failed
        }
        _ => exit,
    }
}

/// Runs `print` on the file, made new.
pub(super) fn write_file(path: &Path, exit: Exit, print: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Exit {
    let written = File::create(path).and_then(|file| {
        let mut out = BufWriter::with_capacity(1 << 16, file);
        print(&mut out)?;
        out.flush()
    });
    match written {
        Ok(()) => exit,
        Err(error) => {
            tell("error", &format!("{}: {}", path.display(), of_writing(&error)));
            Exit::Failed
        }
    }
}

/// What went wrong on the way to a file, and what to do.
fn of_writing(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "cannot be written: make its folder first".to_owned(),
        ErrorKind::PermissionDenied => "no permission to write it: change its permissions".to_owned(),
        _ => format!("cannot be written: {error}"),
    }
}

/// Writes one message to standard error, its first word being "error" or "warning".
pub(super) fn tell(severity: &str, message: &dyn Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{severity}: {}", escaped(&message.to_string()));
}

/// How wide and how coloured a report is.
pub(super) struct Page {
    width: usize,
    color: bool,
    /// The folder that relative paths count from, where paths are links.
    links: Option<String>,
}

impl Page {
    /// Standard output: as asked for, else as its terminal allows.
    pub(super) fn of_terminal(look: &Look) -> Self {
        let of_terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        let width = look.width.or_else(of_terminal).unwrap_or(View::WIDTH).max(View::NARROWEST);
        let is_linked = match look.hyperlinks {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => is_colored(ColorWhen::Auto),
        };
        let folder = || std::env::current_dir().ok().map(|folder| folder.to_string_lossy().into_owned());
        Self { width, color: is_colored(look.color), links: if is_linked { folder() } else { None } }
    }

    /// A file: as asked for, whatever the terminal.
    pub(super) fn of_file(look: &Look) -> Self {
        Self { width: look.width.unwrap_or(View::WIDTH), color: look.color == ColorWhen::Always, links: None }
    }

    /// The view on this page.
    pub(super) fn on(&self, view: &View) -> View {
        View { width: self.width, color: self.color, links: self.links.clone(), ..view.clone() }
    }
}

/// Whether standard output is coloured.
fn is_colored(when: ColorWhen) -> bool {
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
