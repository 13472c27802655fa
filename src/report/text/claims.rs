//! Claims as text: the words, then one line for each slot.

use std::io::{self, Write};

use super::times::heading;
use crate::article::Places;
use crate::report::excerpt::Excerpt;
use crate::report::paint::{Paint, Style};
use crate::report::wrap::wrap;
use crate::report::{Report, View, escaped};

/// Writes the claims of each article below a line that names it and its date.
pub(super) fn render(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { color: view.color };
    for (number, article) in report.articles.iter().enumerate() {
        let places = Places::of(article);
        let claims = report.claims.iter().filter(|claim| claim.article == number);
        writeln!(out, "{}", heading(report, number, paint))?;
        for claim in claims {
            let place = places.place(claim.span);
            let at = format!("{}:{}", place.line, place.column);
            let words = Excerpt::of(&article.text, claim.span, &[]);
            for (index, line) in wrap(&words.characters, view.width - 11).iter().enumerate() {
                let at = if index == 0 { at.as_str() } else { "" };
                writeln!(
                    out,
                    "  {}  {}",
                    paint.apply(Style::Faint, &format!("{at:>7}")),
                    paint.line(Style::Strong, line)
                )?;
            }
            let slots = claim.slots();
            let widest = slots.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
            for (name, value) in slots {
                let name = paint.apply(Style::Faint, &format!("{name:widest$}"));
                writeln!(out, "           {name}  {}", escaped(&value))?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}
