//! `side-by-side`: for people; left and right in two columns, first what differs, then what agrees, last what only
//! one of two articles says.

mod columns;
mod rows;

use std::io::{self, Write};

use self::columns::Columns;
use self::rows::{Row, alone, paired};
use super::excerpt::Excerpt;
use super::names::title;
use super::paint::{Paint, Style};
use super::text::{counted_from, write_summary};
use super::{Format, Report, Subject, View, escaped, shown};
use crate::article::Places;
use crate::verdict::Evidence;

/// Two columns as wide as the terminal allows.
pub(super) struct SideBySide;

impl Format for SideBySide {
    fn name(&self) -> &'static str {
        "side-by-side"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[]
    }

    fn has(&self, subject: Subject) -> bool {
        subject.is_findings()
    }

    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let findings = shown(report, view);
        let rows = paired(&findings);
        let (differing, agreeing): (Vec<Row<'_>>, Vec<Row<'_>>) = rows.into_iter().partition(Row::differs);
        let page = Page::of(report, view);
        if let (Subject::Comparison, [_, _]) = (subject, report.articles.as_slice()) {
            page.heading(out)?;
        }
        page.section("differs", &differing, out)?;
        page.section("agrees", &agreeing, out)?;
        if let (Subject::Comparison, [_, _]) = (subject, report.articles.as_slice()) {
            page.only(out)?;
        }
        write_summary(report, view, &findings, out)
    }
}

struct Page<'a> {
    report: &'a Report,
    places: Vec<Places<'a>>,
    columns: Columns,
    paint: Paint,
}

impl<'a> Page<'a> {
    fn of(report: &'a Report, view: &View) -> Self {
        let paint = Paint { color: view.color };
        let places = report.articles.iter().map(Places::of).collect();
        Self { report, places, columns: Columns { width: view.width, paint }, paint }
    }

    /// The two articles: path, title, source, date.
    fn heading(&self, out: &mut dyn Write) -> io::Result<()> {
        let [left, right] = [0, 1].map(|number| {
            let article = &self.report.articles[number];
            let date = match self.report.anchors.get(number).copied().flatten() {
                Some(anchor) => counted_from(anchor),
                None => "no date".to_owned(),
            };
            let source = article.source.iter().map(|source| escaped(source)).chain([date]);
            let title = article.title.as_deref().map(escaped).unwrap_or_default();
            [escaped(&article.path), title, source.collect::<Vec<_>>().join(", ")]
        });
        for (line, style) in [(0, Style::Strong), (1, Style::Plain), (2, Style::Faint)] {
            self.columns.words(&left[line], &right[line], [style, style], out)?;
        }
        writeln!(out)
    }

    fn section(&self, name: &str, rows: &[Row<'_>], out: &mut dyn Write) -> io::Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        self.title(&format!("{name} ({})", rows.len()), out)?;
        rows.iter().try_for_each(|row| self.row(row, out))
    }

    fn title(&self, title: &str, out: &mut dyn Write) -> io::Result<()> {
        let rule = "=".repeat(self.columns.width.saturating_sub(title.len() + 4));
        writeln!(out, "{}\n", self.paint.apply(Style::Strong, &format!("== {title} {rule}")))
    }

    /// One pair of sentences: what is found of it, where, the words, the values, the reasons.
    fn row(&self, row: &Row<'_>, out: &mut dyn Write) -> io::Result<()> {
        for shown in &row.findings {
            let finding = shown.finding;
            let severity = shown.severity.name();
            let head = format!("{severity}: {}, confidence {:.2}", title(finding), finding.confidence);
            self.columns.across(&head, Style::Head(shown.severity), out)?;
        }
        let (left, right) = row.sides();
        let place = |evidence| self.place(evidence);
        self.columns.words(&place(left), &place(right), [Style::Left, Style::Right], out)?;
        let (left, right) = row.excerpts(self.report);
        self.columns.excerpts(&left, &right, out)?;
        for (left, right) in row.values() {
            self.columns.words(&format!("= {left}"), &format!("= {right}"), [Style::Left, Style::Right], out)?;
        }
        for why in row.reasons() {
            self.columns.across(&format!("why: {why}"), Style::Plain, out)?;
        }
        writeln!(out)
    }

    fn place(&self, evidence: &Evidence) -> String {
        let place = self.places[evidence.article].place(evidence.span);
        format!("{}:{}:{}", escaped(&self.report.articles[evidence.article].path), place.line, place.column)
    }

    /// The sentences with claims that no finding between the articles touches.
    fn only(&self, out: &mut dyn Write) -> io::Result<()> {
        for (number, name) in [(0, "only the left one says"), (1, "only the right one says")] {
            let sentences = alone(self.report, number);
            if sentences.is_empty() {
                continue;
            }
            self.title(&format!("{name} ({})", sentences.len()), out)?;
            for sentence in sentences {
                let article = &self.report.articles[number];
                let place = self.places[number].place(sentence);
                let words = Excerpt::of(&article.text, sentence, &[]);
                self.columns.alone(number, &format!("{}:{}", place.line, place.column), &words, out)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}
