//! Findings as text: head, both sides with their marks, the reason; last a line that says what was compared.

use std::io::{self, Write};

use crate::article::Places;
use crate::report::excerpt::Excerpt;
use crate::report::paint::{Paint, Style, signs};
use crate::report::shown::hidden;
use crate::report::wrap::{wrap, wrap_text};
use crate::report::{Report, Severity, Shown, View, differing, escaped, shown};
use crate::verdict::{Evidence, Finding};

/// Writes the findings that the view asks for and the line of counts.
pub(super) fn render(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
    let page = Page { report, places: &places, view, paint: Paint { color: view.color } };
    let findings = shown(report, view);
    for finding in &findings {
        page.finding(finding, out)?;
    }
    writeln!(out, "{}", summary(report, view, &findings))
}

/// One line: what was found and what it was found in.
///
/// "1 error, 0 warnings, 0 notes; 2 articles, 41 sentences (9 without a claim), 77 claims, 12 pairs compared".
pub(in crate::report) fn summary(report: &Report, view: &View, findings: &[Shown<'_>]) -> String {
    let weighing = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let found: Vec<String> =
        Severity::ALL.iter().map(|severity| counted(weighing(*severity), severity.name())).collect();
    let read = &report.summary;
    let mut line = format!(
        "{}; {}, {} ({} without a claim), {}, {} compared",
        found.join(", "),
        counted(read.articles, "article"),
        counted(read.sentences, "sentence"),
        read.sentences_without_claim,
        counted(read.claims, "claim"),
        counted(read.pairs_compared, "pair"),
    );
    if !report.skipped.is_empty() {
        line += &format!("; {} skipped", report.skipped.len());
    }
    match hidden(report, view) {
        0 => line,
        hidden => line + &format!("; {} of other relations not shown (--relations all)", counted(hidden, "finding")),
    }
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// The value of a side and who says so: "until 2025-03-09, says Alida Renz".
pub(in crate::report) fn value(evidence: &Evidence) -> String {
    match &evidence.said_by {
        Some(speaker) => escaped(&format!("{}, says {speaker}", evidence.value)),
        None => escaped(&evidence.value),
    }
}

struct Page<'a> {
    report: &'a Report,
    places: &'a [Places<'a>],
    view: &'a View,
    paint: Paint,
}

impl Page<'_> {
    fn finding(&self, shown: &Shown<'_>, out: &mut dyn Write) -> io::Result<()> {
        let finding = shown.finding;
        let head = self.paint.apply(Style::Head(shown.severity), &format!("{}:", shown.severity.name()));
        let what = format!("{} in {}", finding.relation.name(), finding.kind);
        writeln!(out, "{head} {}, confidence {:.2}", self.paint.apply(Style::Strong, &what), finding.confidence)?;
        match is_one_sentence(finding) {
            true => self.one_sentence(finding, out)?,
            false => self.two_sentences(finding, out)?,
        }
        for (at, line) in wrap_text(&format!("why: {}", finding.why), self.view.width - 2).iter().enumerate() {
            writeln!(out, "{}{line}", if at == 0 { "  " } else { "       " })?;
        }
        writeln!(out, "  {}\n", self.paint.apply(Style::Faint, &format!("id: {}", shown.id)))
    }

    fn two_sentences(&self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let excerpt =
            |side: &Evidence| Excerpt::of(&self.report.articles[side.article].text, side.sentence, &[side.span]);
        let (mut left, mut right) = (excerpt(&finding.left), excerpt(&finding.right));
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

    fn place(&self, evidence: &Evidence, sign: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let place = self.places[evidence.article].place(evidence.span);
        let path = escaped(&self.report.articles[evidence.article].path);
        let head = format!("{sign} {path}:{}:{}", place.line, place.column);
        writeln!(out, "  {}  {}", self.paint.apply(style, &head), value(evidence))
    }

    fn words(&self, excerpt: &Excerpt, style: Style, out: &mut dyn Write) -> io::Result<()> {
        for line in wrap(&excerpt.characters, self.view.width - 6) {
            writeln!(out, "      {}", self.paint.line(style, line))?;
            match signs(line) {
                signs if signs.is_empty() => {}
                signs => writeln!(out, "      {}", self.paint.apply(style, &signs))?,
            }
        }
        Ok(())
    }
}

fn is_one_sentence(finding: &Finding) -> bool {
    let sentence = |side: &Evidence| (side.article, side.sentence);
    sentence(&finding.left) == sentence(&finding.right)
}
