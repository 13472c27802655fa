//! Temporal expressions as text: place, words, days, type and value, anchor, in columns.

use std::io::{self, Write};

use crate::article::Places;
use crate::report::excerpt::Excerpt;
use crate::report::names::{anchor_source, modifier, timex_class};
use crate::report::paint::{Paint, Style};
use crate::report::wrap::{columns_of, cut, padded};
use crate::report::{Report, View, escaped};
use crate::time::{Anchor, Timex};

/// The columns that the words of an expression may take.
const WORDS: usize = 40;

/// Writes the expressions of each article below a line that names it and its date.
pub(super) fn render(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint { color: view.color };
    for (number, article) in report.articles.iter().enumerate() {
        let places = Places::of(article);
        let timexes = report.timexes.get(number).map_or(&[][..], Vec::as_slice);
        let rows: Vec<[String; 5]> = timexes.iter().map(|timex| row(report, number, &places, timex)).collect();
        writeln!(out, "{}", heading(report, number, paint))?;
        write_rows(&rows, paint, out)?;
        writeln!(out)?;
    }
    Ok(())
}

/// The line above what is listed of an article: "a.md  2025-03-06 (front matter)".
pub(super) fn heading(report: &Report, number: usize, paint: Paint) -> String {
    let path = paint.apply(Style::Strong, &escaped(&report.articles[number].path));
    match report.anchors.get(number).copied().flatten() {
        Some(anchor) => format!("{path}  {}", counted_from(anchor)),
        None => format!("{path}  no date"),
    }
}

/// An anchor: "2025-03-06 (front matter)".
pub(in crate::report) fn counted_from(anchor: Anchor) -> String {
    format!("{} ({})", anchor.day, anchor_source(anchor.from))
}

fn row(report: &Report, number: usize, places: &Places<'_>, timex: &Timex) -> [String; 5] {
    let place = places.place(timex.span);
    let words = Excerpt::of(&report.articles[number].text, timex.span, &[]).text();
    let value = match timex.modifier {
        Some(told) => format!("{} {} {}", timex_class(timex.class), timex.value, modifier(told)),
        None => format!("{} {}", timex_class(timex.class), timex.value),
    };
    [
        format!("{}:{}", place.line, place.column),
        cut(&words, WORDS),
        timex.interval.map_or_else(|| "-".to_owned(), |interval| interval.to_string()),
        escaped(&value),
        timex.anchor.map(|anchor| format!("from {}", counted_from(anchor))).unwrap_or_default(),
    ]
}

fn write_rows(rows: &[[String; 5]], paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let width = |column: usize| rows.iter().map(|row| columns_of(&row[column])).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2), width(3)];
    for [place, words, days, value, anchor] in rows {
        let line = [
            paint.apply(Style::Faint, &format!("{place:>0$}", widths[0])),
            padded(words, widths[1]),
            paint.apply(Style::Strong, &padded(days, widths[2])),
            padded(value, widths[3]),
            paint.apply(Style::Faint, anchor),
        ];
        writeln!(out, "  {}", line.join("  ").trim_end())?;
    }
    Ok(())
}
