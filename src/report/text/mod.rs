//! `text`: for people, in a terminal or a log; readable without colour.

mod claims;
mod findings;
mod times;

use std::io::{self, Write};

pub(super) use findings::{found, read, value, write_summary};
pub(super) use times::counted_from;

use super::{Format, Report, Subject, View};

/// Each finding as a diff of its two sentences, each claim and temporal expression in aligned columns.
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".txt"]
    }

    fn has(&self, _subject: Subject) -> bool {
        true
    }

    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        match subject {
            Subject::Findings | Subject::Comparison => findings::render(report, view, out),
            Subject::Claims => claims::render(report, view, out),
            Subject::Times => times::render(report, view, out),
            Subject::Promises => super::promises::text(report, view, out),
            Subject::Timeline => super::timeline::text(report, view, out),
        }
    }
}
