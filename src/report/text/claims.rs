//! Claims as text: the words, then one line for each slot.

use std::io::{self, Write};

use super::times::heading;
use crate::article::Places;
use crate::report::excerpt::Excerpt;
use crate::report::paint::{Paint, Style};
use crate::report::wrap::{wrap, wrap_text};
use crate::report::{Report, View};

/// The columns before the words of a claim.
const INDENT: usize = 11;

/// Writes the claims of each article below a line that names it and its date.
pub(super) fn render(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { color: view.color };
    for (number, article) in report.articles.iter().enumerate() {
        let places = Places::of(article);
        writeln!(out, "{}", heading(report, number, paint))?;
        for claim in report.claims_of(number) {
            let place = places.place(claim.span);
            let at = format!("{}:{}", place.line, place.column);
            let words = Excerpt::of(&article.text, claim.span, &[]);
            for (index, line) in wrap(&words.characters, view.width - INDENT).iter().enumerate() {
                let at = if index == 0 { at.as_str() } else { "" };
                writeln!(
                    out,
                    "  {}  {}",
                    paint.apply(Style::Faint, &format!("{at:>7}")),
                    paint.line(Style::Strong, line)
                )?;
            }
            write_slots(&claim.slots(), view.width, paint, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes a line for each slot, its value below itself where it is longer.
fn write_slots(slots: &[(&str, String)], width: usize, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let widest = slots.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, value) in slots {
        for (index, line) in wrap_text(value, width.saturating_sub(INDENT + widest + 2).max(1)).iter().enumerate() {
            let name = if index == 0 { name } else { "" };
            let name = paint.apply(Style::Faint, &format!("{name:widest$}"));
            writeln!(out, "{:INDENT$}{name}  {line}", "")?;
        }
    }
    Ok(())
}
