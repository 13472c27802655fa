//! A pager between the output and a terminal, as git has it.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::{Child, Command, Stdio};

use super::arguments::Look;

/// Where a report is printed.
pub(super) enum Printed {
    Directly(BufWriter<io::StdoutLock<'static>>),
    Paged(Child),
}

impl Printed {
    /// A pager where standard output is a terminal and nobody forbids it; else standard output itself.
    ///
    /// The pager is `$PAGER`, or `less`, which ends by itself where all fits the screen.
    pub(super) fn of(look: &Look) -> Self {
        let named = std::env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
        let is_wanted = io::stdout().is_terminal() && !look.no_pager && !matches!(named.trim(), "" | "cat");
        let mut words = named.split_whitespace();
        let started = words.next().filter(|_| is_wanted).and_then(|program| {
            let mut command = Command::new(program);
            command.args(words).stdin(Stdio::piped());
            if std::env::var_os("LESS").is_none() {
                command.env("LESS", "FRX");
            }
            command.spawn().ok()
        });
        match started {
            Some(pager) => Self::Paged(pager),
            None => Self::Directly(BufWriter::with_capacity(1 << 16, io::stdout().lock())),
        }
    }

    /// Writes all of it and waits until the reader is done.
    pub(super) fn print(self, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        match self {
            Self::Directly(mut out) => match print(&mut out).and_then(|()| out.flush()) {
                // What is still buffered has no reader; dropping the writer would try once more.
                Err(error) => {
                    let _ = out.into_parts();
                    Err(error)
                }
                Ok(()) => Ok(()),
            },
            Self::Paged(mut pager) => {
                let mut pipe = BufWriter::new(pager.stdin.take().expect("its input is piped"));
                let written = print(&mut pipe).and_then(|()| pipe.flush());
                drop(pipe);
                pager.wait()?;
                written
            }
        }
    }
}
