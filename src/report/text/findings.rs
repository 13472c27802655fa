//! Findings as text: head, both sides with their marks, the reason; last what was found and read.

use std::io::{self, Write};

use crate::article::Places;
use crate::report::excerpt::Excerpt;
use crate::report::groups::{Entry, entries};
use crate::report::location::{file_and_id, uri};
use crate::report::names::title;
use crate::report::paint::{Paint, Style, signs};
use crate::report::shown::hidden;
use crate::report::sources::sides;
use crate::report::wrap::{columns_of, wrap, wrap_text};
use crate::report::{Report, Severity, Shown, View, differing, escaped, shown, with_settled};
use crate::verdict::{Evidence, Finding};

/// Writes the findings that the view asks for, one entry for each disagreement, and the counts.
pub(super) fn render(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let findings = shown(report, view);
    write_entries(report, view, &findings, out)?;
    write_near_misses(report, view, out)?;
    write_summary(report, view, &findings, out)
}

/// Writes the differences that nearly became findings: both places and what kept them apart.
fn write_near_misses(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
    let paint = Paint { color: view.color };
    for near in &report.near_misses {
        writeln!(
            out,
            "{}: {} is no finding, for {}",
            paint.apply(Style::Faint, "near"),
            near.kind,
            near.apart.reason()
        )?;
        for side in [&near.left, &near.right] {
            let article = &report.articles[side.article];
            let place = places[side.article].place(side.span);
            let words = Excerpt::of(&article.text, side.span, &[]).text();
            let line = format!(
                "{}:{}:{}  {}  {words}",
                escaped(&article.path),
                place.line,
                place.column,
                escaped(&side.value)
            );
            wrap_text(&line, view.width.saturating_sub(4)).iter().try_for_each(|line| writeln!(out, "    {line}"))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_entries(report: &Report, view: &View, findings: &[Shown<'_>], out: &mut dyn Write) -> io::Result<()> {
    let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
    let page = Page { report, places: &places, view, paint: Paint { color: view.color } };
    let entries = entries(findings);
    let most = view.most.unwrap_or(usize::MAX);
    entries.iter().take(most).try_for_each(|entry| page.entry(entry, out))?;
    match entries.len().saturating_sub(most) {
        0 => Ok(()),
        more => writeln!(out, "… and {} not shown (--max-findings)\n", counted(more, "more disagreement")),
    }
}

/// Writes two lines: what was found, and what it was found in.
pub(in crate::report) fn write_summary(
    report: &Report,
    view: &View,
    findings: &[Shown<'_>],
    out: &mut dyn Write,
) -> io::Result<()> {
    if view.is_quiet {
        return Ok(());
    }
    let lines = [found(report, view, findings), read(report)];
    lines.iter().flat_map(|line| wrap_text(line, view.width)).try_for_each(|line| writeln!(out, "{line}"))
}

/// What was found: "1 error, 0 warnings, 0 notes; 1 settled finding not shown".
pub(in crate::report) fn found(report: &Report, view: &View, findings: &[Shown<'_>]) -> String {
    let mut parts = vec![counted_entries(&entries(findings))];
    let settled = with_settled(report, view).len() - findings.len();
    if settled > 0 {
        parts.push(format!("{} not shown", counted(settled, "settled finding")));
    }
    let hidden = hidden(report, view);
    if hidden > 0 {
        parts.push(format!("{} of other relations not shown (--relations all)", counted(hidden, "finding")));
    }
    parts.join("; ")
}

/// What was read: "2 articles, 41 sentences (9 without a claim), 77 claims, 12 pairs compared".
pub(in crate::report) fn read(report: &Report) -> String {
    let read = &report.summary;
    let line = format!(
        "{}, {} ({} without a claim), {}, {} compared",
        counted(read.articles, "article"),
        counted(read.sentences, "sentence"),
        read.sentences_without_claim,
        counted(read.claims, "claim"),
        counted(read.pairs_compared, "pair"),
    );
    match report.skipped.len() {
        0 => line,
        skipped => line + &format!("; {skipped} skipped"),
    }
}

/// How many disagreements there are of each severity: "1 error, 0 warnings, 2 notes".
fn counted_entries(entries: &[Entry<'_>]) -> String {
    let weighing = |severity| entries.iter().filter(|entry| entry.first.severity == severity).count();
    let found = Severity::ALL.iter().map(|severity| counted(weighing(*severity), severity.name()));
    found.collect::<Vec<_>>().join(", ")
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// The value of a side and who says so: "until 2025-03-09, says Alida Renz".
pub(in crate::report) fn value(evidence: &Evidence) -> String {
    match &evidence.said_by {
        Some(speaker) if *speaker != evidence.value => escaped(&format!("{}, says {speaker}", evidence.value)),
        _ => escaped(&evidence.value),
    }
}

struct Page<'a> {
    report: &'a Report,
    places: &'a [Places<'a>],
    view: &'a View,
    paint: Paint,
}

impl Page<'_> {
    fn entry(&self, entry: &Entry<'_>, out: &mut dyn Write) -> io::Result<()> {
        let (shown, finding) = (entry.first, entry.first.finding);
        let head = self.paint.apply(Style::Head(shown.severity), &format!("{}:", shown.severity.name()));
        let title = self.paint.apply(Style::Strong, &title(finding));
        writeln!(out, "{head} {title}, confidence {:.2}", finding.confidence)?;
        match is_one_sentence(finding) {
            true => self.one_sentence(finding, out)?,
            false => self.two_sentences(finding, out)?,
        }
        for side in entry.further_places() {
            self.place(side, "*", Style::Strong, out)?;
            self.words(&self.excerpt(side), Style::Strong, out)?;
        }
        if let Some(sides) = sides(self.report, &self.view.rules, entry) {
            self.indented(&format!("sources: {sides}"), 2, 11, Style::Plain, out)?;
        }
        self.indented(&format!("why: {}", finding.why), 2, 7, Style::Plain, out)?;
        self.indented(&format!("id: {}", entry.ids()), 2, 6, Style::Faint, out)?;
        writeln!(out)
    }

    fn two_sentences(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let (mut left, mut right) = (self.excerpt(&finding.left), self.excerpt(&finding.right));
        differing::mark(&mut left, &mut right);
        self.place(&finding.left, "-", Style::Left, out)?;
        self.words(&left, Style::Left, out)?;
        self.place(&finding.right, "+", Style::Right, out)?;
        self.words(&right, Style::Right, out)
    }

    /// One sentence that holds both sides is printed once.
    fn one_sentence(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let (left, right) = (&finding.left, &finding.right);
        self.place(left, "-", Style::Left, out)?;
        if left.span != right.span {
            self.place(right, "+", Style::Left, out)?;
        }
        let text = &self.report.articles[left.article].text;
        self.words(&Excerpt::of(text, left.sentence, &[left.span, right.span]), Style::Left, out)
    }

    fn excerpt(&self, side: &Evidence) -> Excerpt {
        Excerpt::of(&self.report.articles[side.article].text, side.sentence, &[side.span])
    }

    /// The place of a side and its value: on a line of its own where the page is too narrow for both.
    fn place(&self, evidence: &Evidence, sign: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let place = self.places[evidence.article].place(evidence.span);
        let path = escaped(&self.report.articles[evidence.article].path);
        let head = format!("{sign} {path}:{}:{}", place.line, place.column);
        let value = value(evidence);
        let painted = linked(&self.paint.apply(style, &head), &self.report.articles[evidence.article].path, self.view);
        if columns_of(&head) + columns_of(&value) + 4 <= self.view.width {
            return writeln!(out, "  {painted}  {value}");
        }
        writeln!(out, "  {painted}")?;
        self.indented(&format!("= {value}"), 4, 6, Style::Plain, out)
    }

    /// Writes a text over lines of the page, the first and the others each after so many spaces.
    fn indented(&self, text: &str, first: usize, others: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
        for (at, line) in wrap_text(text, self.view.width - others).iter().enumerate() {
            let indent = if at == 0 { first } else { others };
            writeln!(out, "{}{}", " ".repeat(indent), self.paint.apply(style, line))?;
        }
        Ok(())
    }

    /// The words of a sentence; without colour with signs below those that are marked.
    fn words(&self, excerpt: &Excerpt, style: Style, out: &mut dyn Write) -> io::Result<()> {
        for line in wrap(&excerpt.characters, self.view.width - 6) {
            writeln!(out, "      {}", self.paint.line(style, line))?;
            let signs = signs(line);
            if !signs.is_empty() && !self.paint.color {
                writeln!(out, "      {signs}")?;
            }
        }
        Ok(())
    }
}

/// The words as a link to the file, where the view asks for links.
fn linked(words: &str, path: &str, view: &View) -> String {
    let (file, _) = file_and_id(path);
    match &view.links {
        Some(_) if file == "-" => words.to_owned(),
        Some(folder) => {
            let whole = if file.starts_with('/') { file.to_owned() } else { format!("{folder}/{file}") };
            format!("\x1b]8;;{}\x1b\\{words}\x1b]8;;\x1b\\", uri(&whole))
        }
        None => words.to_owned(),
    }
}

fn is_one_sentence(finding: &Finding) -> bool {
    let sentence = |side: &Evidence| (side.article, side.sentence);
    sentence(&finding.left) == sentence(&finding.right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::groups::sample;

    #[test]
    fn a_group_is_told_once_with_all_its_places() {
        let report = sample::report();
        let mut out = Vec::new();
        write_entries(&report, &View::default(), &sample::shown(&report), &mut out).unwrap();
        let expected = "\
error: conflict in date, confidence 0.90
  - b.txt:1:4  2025-03-03
      On March 3 the bridge opened.
      ---^^^^^^^
  + c.txt:1:22  2025-03-05
      The bridge opened on March 5.
                        ---^^^^^^^
  * a.txt:1:22  2025-03-03
      The bridge opened on March 3.
                           ~~~~~~~
  sources: 2 for 2025-03-03 (a.txt, b.txt); 1 for 2025-03-05 (c.txt)
  why: One opening, two days.
  id: 00, 11

";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        assert_eq!(found(&report, &View::default(), &sample::shown(&report)), "1 error, 0 warnings, 0 notes");
    }
}
