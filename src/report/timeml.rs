//! `timeml`: the text with its temporal expressions marked as TIMEX3, as TimeML documents hold them.

use std::io::{self, Write};

use super::names::{modifier, timex_class};
use super::xml::xml;
use super::{Format, Report, Subject, View};
use crate::span::Span;
use crate::time::{Timex, TimexClass};

/// One `TimeML` element for each article, all inside one root.
pub(super) struct TimeMl;

impl Format for TimeMl {
    fn name(&self) -> &'static str {
        "timeml"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".tml"]
    }

    fn has(&self, subject: Subject) -> bool {
        subject == Subject::Times
    }

    fn render(&self, _subject: Subject, report: &Report, _view: &View, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<articles>")?;
        for number in 0..report.articles.len() {
            article(report, number, out)?;
        }
        writeln!(out, "</articles>")
    }
}

fn article(report: &Report, number: usize, out: &mut dyn Write) -> io::Result<()> {
    let article = &report.articles[number];
    writeln!(out, "<TimeML>\n<DOCID>{}</DOCID>", xml(&article.path))?;
    if let Some(anchor) = report.anchors.get(number).copied().flatten() {
        let day = anchor.day;
        writeln!(
            out,
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>"
        )?;
    }
    if let Some(title) = &article.title {
        writeln!(out, "<TITLE>{}</TITLE>", xml(title))?;
    }
    write!(out, "<TEXT>")?;
    // The title of front matter is written apart.
    let of_body = article.blocks.iter().map(|block| block.span.start).find(|start| *start >= article.body);
    let start = of_body.unwrap_or(0);
    let end = article.blocks.last().map_or(article.text.len(), |block| block.span.end);
    let mut at = start;
    let timexes = report.timexes.get(number).map_or(&[][..], Vec::as_slice);
    for (number, timex) in timexes.iter().enumerate().filter(|(_, timex)| timex.span.start >= start) {
        // Where two overlap the first one stands.
        if timex.span.start < at || timex.span.end > end {
            continue;
        }
        write!(out, "{}", lines(&article.text, Span::new(at, timex.span.start)))?;
        write!(out, "<TIMEX3 {}>{}</TIMEX3>", attributes(number + 1, timex), lines(&article.text, timex.span))?;
        at = timex.span.end;
    }
    writeln!(out, "{}</TEXT>\n</TimeML>", lines(&article.text, Span::new(at, end.max(at))))
}

/// The text of the span; its line breaks stand as they are.
fn lines(text: &str, span: Span) -> String {
    span.of(text).split('\n').map(xml).collect::<Vec<_>>().join("\n")
}

/// The attributes of TIMEX3, for a length of time with the days that it begins and ends with.
fn attributes(number: usize, timex: &Timex) -> String {
    let mut written =
        format!("tid=\"t{number}\" type=\"{}\" value=\"{}\"", timex_class(timex.class), xml(&timex.value));
    if let Some(told) = timex.modifier {
        written += &format!(" mod=\"{}\"", modifier(told));
    }
    if timex.anchor.is_some() {
        written += " anchorTimeID=\"t0\"";
    }
    if let Some(days) = timex.interval.filter(|_| timex.class == TimexClass::Duration) {
        written.extend(days.start.map(|start| format!(" beginPoint=\"{start}\"")));
        written.extend(days.last().map(|last| format!(" endPoint=\"{last}\"")));
    }
    written
}
