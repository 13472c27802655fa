//! `junit`: JUnit's XML, which most CI servers show as tests: a suite for each article, a test for each finding.

use std::io::{self, Write};

use super::excerpt::Excerpt;
use super::location::file_and_id;
use super::names::title;
use super::text::value;
use super::xml::xml;
use super::{Format, Report, Severity, Shown, Subject, View, with_settled};
use crate::article::Places;
use crate::verdict::{Evidence, Finding};

/// Errors are failures; warnings and notes pass and are told in the test's output; settled findings are skipped.
pub(super) struct Junit;

impl Format for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".xml"]
    }

    fn has(&self, subject: Subject) -> bool {
        subject.is_findings()
    }

    fn render(&self, _subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let findings = with_settled(report, view);
        let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
        let suites = Suites { report, places };
        let mut all: Vec<Vec<&Shown<'_>>> = vec![Vec::new(); report.articles.len()];
        findings.iter().for_each(|shown| all[shown.finding.left.article].push(shown));
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        let tests = all.iter().map(|findings| findings.len().max(1)).sum();
        writeln!(out, "<testsuites name=\"claimdiff\" {}>", counts(tests, &findings.iter().collect::<Vec<_>>()))?;
        for (number, findings) in all.iter().enumerate() {
            suites.suite(number, findings, out)?;
        }
        suites.problems(out)?;
        writeln!(out, "</testsuites>")
    }
}

fn counts(tests: usize, findings: &[&Shown<'_>]) -> String {
    let failures = findings.iter().filter(|shown| is_failure(shown)).count();
    let skipped = findings.iter().filter(|shown| shown.suppression.is_some()).count();
    format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\"")
}

fn is_failure(shown: &Shown<'_>) -> bool {
    shown.severity == Severity::Error && shown.suppression.is_none()
}

struct Suites<'a> {
    report: &'a Report,
    places: Vec<Places<'a>>,
}

impl Suites<'_> {
    /// One article; where nothing is found in it, one test that passes says so.
    fn suite(&self, number: usize, findings: &[&Shown<'_>], out: &mut dyn Write) -> io::Result<()> {
        let path = xml(&self.report.articles[number].path);
        writeln!(out, "  <testsuite name=\"{path}\" {}>", counts(findings.len().max(1), findings))?;
        if findings.is_empty() {
            writeln!(out, "    <testcase classname=\"{path}\" name=\"no finding\"/>")?;
        }
        for shown in findings {
            self.test(shown, &path, out)?;
        }
        writeln!(out, "  </testsuite>")
    }

    fn test(&self, shown: &Shown<'_>, path: &str, out: &mut dyn Write) -> io::Result<()> {
        let finding = shown.finding;
        let name = xml(&format!("{}: {} [{}]", title(finding), self.place(&finding.left), shown.id));
        let passages = self.passages(finding);
        let file = xml(file_and_id(&self.report.articles[finding.left.article].path).0);
        writeln!(out, "    <testcase classname=\"{path}\" file=\"{file}\" name=\"{name}\">")?;
        writeln!(out, "      <properties>")?;
        let confidence = format!("{:.2}", finding.confidence);
        for (name, value) in [
            ("id", shown.id.as_str()),
            ("group", &shown.group),
            ("severity", shown.severity.name()),
            ("confidence", &confidence),
        ] {
            writeln!(out, "        <property name=\"{name}\" value=\"{}\"/>", xml(value))?;
        }
        writeln!(out, "      </properties>")?;
        match shown.suppression {
            Some(suppression) => {
                let reason = xml(suppression.reason.as_deref().unwrap_or("settled"));
                writeln!(out, "      <skipped message=\"{reason}\"/>")?;
                writeln!(out, "      <system-out>{passages}</system-out>")?;
            }
            None if is_failure(shown) => {
                let (message, kind) = (xml(&finding.why), finding.relation.name());
                writeln!(out, "      <failure message=\"{message}\" type=\"{kind}\">{passages}</failure>")?;
            }
            None => writeln!(out, "      <system-out>{passages}</system-out>")?,
        }
        writeln!(out, "    </testcase>")
    }

    /// What could not be read or is doubtful.
    fn problems(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.report.warnings.is_empty() {
            return Ok(());
        }
        writeln!(out, "  <testsuite name=\"claimdiff\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">")?;
        writeln!(out, "    <system-err>")?;
        for warning in &self.report.warnings {
            let line = warning.line.map(|line| format!(":{line}")).unwrap_or_default();
            writeln!(out, "{}", xml(&format!("{}{line}: {}", warning.path, warning.message)))?;
        }
        writeln!(out, "    </system-err>")?;
        writeln!(out, "  </testsuite>")
    }

    /// Both passages and the reason, in lines.
    fn passages(&self, finding: &Finding) -> String {
        let [left, right] = [self.passage("-", &finding.left), self.passage("+", &finding.right)];
        let lines = left.into_iter().chain(right).chain([format!("why: {}", finding.why)]);
        lines.map(|line| xml(&line) + "\n").collect()
    }

    /// "- a.md:7:43  until 2025-03-09" and "  The council must …".
    fn passage(&self, sign: &str, side: &Evidence) -> [String; 2] {
        let article = &self.report.articles[side.article];
        let words = Excerpt::of(&article.text, side.sentence, &[side.span]).text();
        [format!("{sign} {}:{}  {}", article.path, self.place(side), value(side)), format!("  {words}")]
    }

    fn place(&self, side: &Evidence) -> String {
        let place = self.places[side.article].place(side.span);
        format!("{}:{}", place.line, place.column)
    }
}
