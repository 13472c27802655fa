//! `markdown`: for the comment below a pull request; one line for each disagreement, which opens to both passages.
//!
//! Texts of strangers stand only in `<code>` and `<pre>`, where GitHub and GitLab read neither Markdown nor names nor
//! links, so that escaping them as HTML is enough.

use std::io::{self, Write};

use super::excerpt::{Excerpt, Mark, unmarked};
use super::groups::{Entry, entries};
use super::names::title;
use super::sources::sides;
use super::text::{found, read, value};
use super::wrap::{wrap, wrap_text};
use super::xml::xml;
use super::{Format, Report, Rules, Subject, View, differing, shown};
use crate::article::Places;
use crate::verdict::Evidence;

/// The bytes that a comment may have at most, less some for what stands around it: GitHub takes 65,536 characters.
const MOST: usize = 60_000;

/// The columns of a line of a passage.
const WIDTH: usize = 90;

/// A heading, the disagreements, the counts.
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".md"]
    }

    fn has(&self, subject: Subject) -> bool {
        subject.is_findings() || matches!(subject, Subject::Promises | Subject::Timeline)
    }

    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        match subject {
            Subject::Promises => return super::promises::markdown(report, view, out),
            Subject::Timeline => return super::timeline::markdown(report, out),
            _ => {}
        }
        let findings = shown(report, view);
        let entries = entries(&findings);
        let page = Page { report, rules: &view.rules, places: report.articles.iter().map(Places::of).collect() };
        writeln!(out, "### claimdiff: {}\n", found(report, view, &findings))?;
        if !entries.is_empty() {
            writeln!(out, "Bold words carry the value, underlined ones stand on one side only.\n")?;
        }
        let (mut written, most) = (0, view.most.unwrap_or(usize::MAX));
        for (number, entry) in entries.iter().enumerate() {
            let entry = page.entry(entry);
            written += entry.len();
            if written > MOST || number >= most {
                writeln!(out, "{} more not shown here: `claimdiff check` shows all.\n", entries.len() - number)?;
                break;
            }
            write!(out, "{entry}")?;
        }
        writeln!(out, "<sub>{}</sub>", read(report))
    }
}

struct Page<'a> {
    report: &'a Report,
    rules: &'a Rules,
    places: Vec<Places<'a>>,
}

impl Page<'_> {
    fn entry(&self, entry: &Entry<'_>) -> String {
        let (shown, finding) = (entry.first, entry.first.finding);
        let mut lines = vec![
            "<details>".to_owned(),
            format!(
                "<summary><b>{}</b>: {}, confidence {:.2}: <code>{}</code> / <code>{}</code></summary>",
                shown.severity.name(),
                title(finding),
                finding.confidence,
                code(&finding.left.value),
                code(&finding.right.value),
            ),
            "<pre>".to_owned(),
        ];
        let excerpt =
            |side: &Evidence| Excerpt::of(&self.report.articles[side.article].text, side.sentence, &[side.span]);
        let (mut left, mut right) = (excerpt(&finding.left), excerpt(&finding.right));
        differing::mark(&mut left, &mut right);
        lines.extend(self.passage("-", &finding.left, &left));
        lines.extend(self.passage("+", &finding.right, &right));
        for place in entry.further_places() {
            lines.extend(self.passage("*", place, &excerpt(place)));
        }
        let sources = sides(self.report, self.rules, entry).map(|sides| format!("sources: {sides}"));
        let reasons = sources.into_iter().chain([format!("why: {}", finding.why)]);
        lines.extend(reasons.flat_map(|reason| wrap_text(&reason, WIDTH)).map(|line| xml(&line)));
        lines.push(xml(&format!("id: {}", entry.ids())));
        lines.push("</pre>\n</details>\n\n".to_owned());
        lines.join("\n")
    }

    /// The place and value of a side, below it its words.
    fn passage(&self, sign: &str, side: &Evidence, words: &Excerpt) -> Vec<String> {
        let place = self.places[side.article].place(side.span);
        let path = &self.report.articles[side.article].path;
        let head = xml(&format!("{sign} {path}:{}:{}  {}", place.line, place.column, value(side)));
        let words = wrap(&words.characters, WIDTH - 2).into_iter().map(|line| format!("  {}", marked(line)));
        std::iter::once(head).chain(words).collect()
    }
}

/// A value within `<code>`: never empty, never over several lines.
fn code(words: &str) -> String {
    xml(&Excerpt::plain(words).text())
}

/// A line of a passage with its marks as tags.
fn marked(line: &[(char, Mark)]) -> String {
    let mut marked = String::new();
    for run in line.chunk_by(|(_, one), (_, other)| one == other) {
        let words = xml(&unmarked(run));
        marked += &match run[0].1 {
            Mark::Plain => words,
            Mark::Value => format!("<b>{words}</b>"),
            Mark::Differs => format!("<ins>{words}</ins>"),
            Mark::ValueDiffers => format!("<b><ins>{words}</ins></b>"),
        };
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::groups::sample;

    #[test]
    fn a_group_is_told_once_with_all_its_places() {
        let report = sample::report();
        let shown = sample::shown(&report);
        let page = Page {
            report: &report,
            rules: &Rules::default(),
            places: report.articles.iter().map(Places::of).collect(),
        };
        let expected = "<details>
<summary><b>error</b>: conflict in date, confidence 0.90: <code>2025-03-03</code> / <code>2025-03-05</code></summary>
<pre>
- b.txt:1:4  2025-03-03
  <ins>On </ins><b><ins>March 3</ins></b> the bridge opened.
+ c.txt:1:22  2025-03-05
  The bridge opened <ins>on </ins><b><ins>March 5</ins></b>.
* a.txt:1:22  2025-03-03
  The bridge opened on <b>March 3</b>.
sources: 2 for 2025-03-03 (a.txt, b.txt); 1 for 2025-03-05 (c.txt)
why: One opening, two days.
id: 00, 11
</pre>
</details>

";
        assert_eq!(page.entry(&entries(&shown)[0]), expected);
    }
}
