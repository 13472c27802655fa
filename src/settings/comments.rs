//! Comments in an article that settle what is found beside them:
//! `<!-- claimdiff: ignore date -- quoted from the old plan -->`.
//!
//! A comment stands for the paragraph that it stands in, or for the next one where it stands alone.

use crate::article::Places;
use crate::report::{Report, SettledBy, Suppression, Warning, ids};
use crate::span::Span;
use crate::verdict::{Finding, kind_names};

const OPENING: &str = "<!--";
const CLOSING: &str = "-->";
const MARK: &str = "claimdiff:";

/// One comment that is meant for this program.
struct Comment {
    /// Where it begins.
    at: usize,
    /// The paragraph that it stands for.
    covers: Span,
    /// The kinds that it settles; all where it names none.
    kinds: Vec<String>,
    reason: Option<String>,
}

/// Settles the findings that a comment beside one of their passages settles; comments that are wrong or settle nothing
/// are warned of.
pub fn suppress(report: &mut Report) {
    let mut suppressions = Vec::new();
    let mut warnings = Vec::new();
    let ids = ids(report);
    for (number, article) in report.articles.iter().enumerate() {
        let (comments, mistakes) = comments(article.markup());
        let places = Places::of(article);
        let mut warn = |at: usize, message: String| {
            let line = places.place(Span::new(at, at)).line;
            warnings.push(Warning { path: article.path.clone(), line: Some(line), message });
        };
        mistakes.into_iter().for_each(|(at, message)| warn(at, message));
        for comment in comments {
            let settled: Vec<&String> = report
                .findings
                .iter()
                .zip(&ids)
                .filter(|(finding, _)| comment.settles(finding, number))
                .map(|(_, id)| id)
                .collect();
            if settled.is_empty() {
                warn(comment.at, "this comment settles nothing: take it out".to_owned());
            }
            let suppression = Suppression { by: SettledBy::Comment, reason: comment.reason };
            suppressions.extend(settled.into_iter().map(|id| (id.clone(), suppression.clone())));
        }
    }
    report.suppressions.extend(suppressions);
    report.warnings.extend(warnings);
}

impl Comment {
    fn settles(&self, finding: &Finding, article: usize) -> bool {
        let is_covered = [&finding.left, &finding.right]
            .iter()
            .any(|side| side.article == article && self.covers.overlaps(side.span));
        is_covered && (self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == finding.kind))
    }
}

/// The comments of a text, and what is wrong with others.
fn comments(text: &str) -> (Vec<Comment>, Vec<(usize, String)>) {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(start) = text[at..].find(OPENING).map(|start| at + start) {
        let Some(end) = text[start..].find(CLOSING).map(|end| start + end) else { break };
        at = end + CLOSING.len();
        if is_in_code(text, start) {
            continue;
        }
        // "<!-->" and "<!--->" are comments of nothing.
        let inside = text.get(start + OPENING.len()..end).unwrap_or("");
        let Some(order) = inside.trim().strip_prefix(MARK) else { continue };
        match read(order) {
            Ok((kinds, reason)) => found.push(Comment { at: start, covers: covered(text, start, at), kinds, reason }),
            Err(message) => wrong.push((start, message)),
        }
    }
    (found, wrong)
}

/// Whether the place stands in a code span or block of Markdown, where a comment is only shown.
fn is_in_code(text: &str, at: usize) -> bool {
    let paragraph = text[..at].rfind("\n\n").map_or(0, |end| end + 2);
    let fences = text[..at].lines().filter(|line| line.trim_start().starts_with("```")).count();
    let ticks = text[paragraph..at].matches('`').count();
    fences % 2 == 1 || ticks % 2 == 1
}

/// The kinds and the reason of "ignore date, deadline -- quoted".
fn read(order: &str) -> Result<(Vec<String>, Option<String>), String> {
    let (what, reason) = match order.split_once("--") {
        Some((what, reason)) => (what, Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty())),
        None => (order, None),
    };
    let mut words = what.split([' ', ',', '\t', '\n']).filter(|word| !word.is_empty());
    if words.next() != Some("ignore") {
        return Err("write \"claimdiff: ignore\", with kinds after it or without".to_owned());
    }
    let kinds: Vec<String> = words.map(str::to_owned).collect();
    match kinds.iter().find(|kind| !kind_names().any(|known| known == kind.as_str())) {
        Some(unknown) => Err(format!("\"{unknown}\" is no kind: see claimdiff explain")),
        None => Ok((kinds, reason)),
    }
}

/// The paragraph around the comment, or the next one where the comment stands alone.
fn covered(text: &str, start: usize, end: usize) -> Span {
    let paragraph = |from: usize| {
        let begin = from + text[from..].len() - text[from..].trim_start().len();
        Span::new(begin, blank_line(text, begin))
    };
    let before = text[..start].rfind("\n\n").map_or(0, |at| at + 2);
    let after = blank_line(text, end);
    let has_words = |part: &str| part.chars().any(char::is_alphanumeric);
    if has_words(&text[before..start]) || has_words(&text[end..after]) {
        Span::new(before, after)
    } else {
        paragraph(after)
    }
}

/// Where the next empty line begins, or the end.
fn blank_line(text: &str, from: usize) -> usize {
    text[from..].find("\n\n").map_or(text.len(), |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the comments of a text cover, with kinds and reason.
    fn check(text: &str, expected: &[&str]) {
        let (comments, wrong) = comments(text);
        let told = comments.iter().map(|comment| {
            let reason = comment.reason.as_deref().unwrap_or("no reason");
            format!("{} | {} | {reason}", comment.covers.of(text), comment.kinds.join(","))
        });
        let told: Vec<String> = told.chain(wrong.into_iter().map(|(_, message)| message)).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn a_comment_covers_its_paragraph_or_the_next() {
        check("One.\n\n<!-- claimdiff: ignore date -- old plan -->\n\nTwo.\n\nThree.", &["Two. | date | old plan"]);
        check("One <!-- claimdiff: ignore --> here.\n\nTwo.", &["One <!-- claimdiff: ignore --> here. |  | no reason"]);
        check("<!-- claimdiff: ignore -->\nTwo.\n\nThree.", &["<!-- claimdiff: ignore -->\nTwo. |  | no reason"]);
    }

    #[test]
    fn other_comments_are_let_be_and_wrong_ones_told() {
        check("<!-- a note -->\n\nTwo.", &[]);
        check("<!-- claimdiff: ignore dates -->\n\nTwo.", &["\"dates\" is no kind: see claimdiff explain"]);
        check("<!-- claimdiff: off -->", &["write \"claimdiff: ignore\", with kinds after it or without"]);
        check("<!-- claimdiff: ignore", &[]);
        check("Write `<!-- claimdiff: ignore -->` above it.", &[]);
        check("<!-->\n\nTwo. <!---> Three.", &[]);
        check("```markdown\n<!-- claimdiff: ignore -->\n```\n\nTwo.", &[]);
    }

    #[test]
    fn comments_of_nothing_end_where_they_are_closed() {
        check("A <!--> b <!-- claimdiff: ignore --> c.", &["A <!--> b <!-- claimdiff: ignore --> c. |  | no reason"]);
        check("A <!---><!-- claimdiff: off -->", &["write \"claimdiff: ignore\", with kinds after it or without"]);
        check("<!----><!--> -->", &[]);
    }

    #[test]
    fn marks_in_any_order_are_read() {
        let marks = ["<!--", "-->", "-", ">", "claimdiff: ignore", "\n\n", "`", "é"];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            texts = texts.iter().flat_map(|text| marks.iter().map(move |mark| format!("{text}{mark}"))).collect();
            for text in &texts {
                let (found, _) = comments(text);
                let is_right = |comment: &Comment| {
                    text[comment.at..].starts_with(OPENING) && text.contains(comment.covers.of(text))
                };
                assert!(found.iter().all(is_right), "{text:?}");
            }
        }
    }
}
