//! The text of a `claimdiff.decisions.jsonl` -> [`Decisions`]: what somebody settled, so that no finding has to be
//! looked at twice.
//!
//! A decision holds for a finding of the same id as long as both values resolve as they did then. Finding, reading and
//! writing the file is left to `cli`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::report::{Report, SettledBy, Shown, Suppression};
use crate::verdict::Evidence;

/// The name of the file.
pub const FILE_NAME: &str = "claimdiff.decisions.jsonl";

/// A passage is kept up to so many characters, enough to know it again.
const PASSAGE: usize = 80;

/// What somebody decided on one finding: one line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The id of the finding.
    pub id: String,
    /// Whether the finding was right.
    pub decision: Settled,
    /// The kind of the finding.
    pub kind: String,
    /// The left side as it was then.
    pub left: Passage,
    /// The right side as it was then.
    pub right: Passage,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// On which day, as YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What was decided on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Settled {
    /// The texts do differ so, and may.
    Accepted,
    /// It is no contradiction.
    Dismissed,
}

impl Settled {
    /// The word that the file uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Dismissed => "dismissed",
        }
    }
}

/// One side of a finding as it was when it was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The path of the article.
    pub path: String,
    /// The beginning of the passage, for people who read the file.
    pub text: String,
    /// The value as it resolved: "2025-03-03".
    pub value: String,
}

impl Passage {
    fn of(report: &Report, side: &Evidence) -> Self {
        let article = &report.articles[side.article];
        let words: Vec<&str> = side.span.of(&article.text).split_whitespace().collect();
        let whole = words.join(" ");
        let text = match whole.char_indices().nth(PASSAGE) {
            Some((end, _)) => format!("{}…", &whole[..end]),
            None => whole,
        };
        Self { path: article.path.clone(), text, value: side.value.clone() }
    }
}

impl Decision {
    /// The decision on a finding, by nobody and without a reason yet.
    pub fn on(report: &Report, shown: &Shown<'_>, decision: Settled) -> Self {
        Self {
            id: shown.id.clone(),
            decision,
            kind: shown.finding.kind.to_owned(),
            left: Passage::of(report, &shown.finding.left),
            right: Passage::of(report, &shown.finding.right),
            by: None,
            on: None,
            reason: None,
        }
    }

    /// Whether the values of the finding resolve as they did when it was settled, whichever side they stand on.
    fn holds_for(&self, shown: &Shown<'_>) -> bool {
        let (left, right) = (&shown.finding.left.value, &shown.finding.right.value);
        let then = (&self.left.value, &self.right.value);
        then == (left, right) || then == (right, left)
    }
}

/// All decisions of a file, and the lines of it that could not be read, which are kept as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    by_id: BTreeMap<String, Decision>,
    unread: Vec<String>,
}

/// A line of the file that is no decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it, and what to do.
    pub message: String,
}

/// What became of the decisions in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The decisions on findings whose values resolve otherwise now: they hold no more.
    pub changed: Vec<Decision>,
    /// The decisions on findings that are not told any more.
    pub gone: Vec<Decision>,
}

impl Decisions {
    /// Reads the lines of the file; of two decisions on one finding the later line counts.
    ///
    /// A line that cannot be read is told and kept; the others hold.
    pub fn parse(text: &str) -> (Self, Vec<BadLine>) {
        let (mut decisions, mut bad) = (Self::default(), Vec::new());
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (number, line) in lines {
            match serde_json::from_str::<Decision>(line) {
                Ok(decision) => decisions.settle(decision),
                Err(error) => {
                    decisions.unread.push(line.to_owned());
                    let is_conflict = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
                    let message = match is_conflict {
                        true => "a mark of a merge: keep the decisions of both sides and take the marks out".to_owned(),
                        false => format!("is no decision: mend the line or take it out ({error})"),
                    };
                    bad.push(BadLine { line: number + 1, message });
                }
            }
        }
        (decisions, bad)
    }

    /// The text of the file: one decision a line in the order of their ids, what could not be read last.
    pub fn to_text(&self) -> String {
        let lines = self
            .by_id
            .values()
            .map(|decision| serde_json::to_string(decision).expect("a decision holds nothing that JSON cannot"));
        lines.chain(self.unread.iter().cloned()).map(|line| line + "\n").collect()
    }

    /// Takes a decision in, in the place of an earlier one on the same finding.
    pub fn settle(&mut self, decision: Decision) {
        self.by_id.insert(decision.id.clone(), decision);
    }

    /// Takes a decision out.
    pub fn unsettle(&mut self, id: &str) -> Option<Decision> {
        self.by_id.remove(id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Settles the findings of the report that somebody decided on; `all` are its findings of all relations and
    /// weights.
    pub fn apply(&self, report: &Report, all: &[Shown<'_>]) -> (Vec<(String, Suppression)>, Applied) {
        let (mut suppressions, mut applied) = (Vec::new(), Applied::default());
        let by_id: BTreeMap<&str, &Shown<'_>> = all.iter().map(|shown| (shown.id.as_str(), shown)).collect();
        let is_read = |passage: &Passage| report.articles.iter().any(|article| article.path == passage.path);
        for decision in self.by_id.values() {
            match by_id.get(decision.id.as_str()) {
                Some(shown) if decision.holds_for(shown) => {
                    let reason = decision.reason.clone();
                    suppressions.push((decision.id.clone(), Suppression { by: SettledBy::Decision, reason }));
                }
                Some(_) => applied.changed.push(decision.clone()),
                // A run over some of the articles says nothing of the others.
                None if is_read(&decision.left) && is_read(&decision.right) => applied.gone.push(decision.clone()),
                None => {}
            }
        }
        (suppressions, applied)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"id":"b1","decision":"dismissed","kind":"date","left":{"path":"a.md","text":"March 3","value":"2025-03-03"},"right":{"path":"b.md","text":"March 5","value":"2025-03-05"},"by":"Ida","on":"2025-03-09","reason":"two bridges"}"#;

    #[test]
    fn lines_come_out_as_they_went_in_sorted_by_id() {
        let other = LINE.replace("b1", "a2");
        let (decisions, bad) = Decisions::parse(&format!("{LINE}\n\n{other}\n"));
        assert_eq!((decisions.len(), bad), (2, Vec::new()));
        assert_eq!(decisions.to_text(), format!("{other}\n{LINE}\n"));
    }

    #[test]
    fn a_bad_line_is_told_and_kept() {
        let (decisions, bad) = Decisions::parse(&format!("<<<<<<< ours\n{LINE}\nnonsense\n"));
        assert_eq!(decisions.len(), 1);
        let told: Vec<(usize, &str)> = bad.iter().map(|bad| (bad.line, &bad.message[..14])).collect();
        assert_eq!(told, [(1, "a mark of a me"), (3, "is no decision")]);
        assert_eq!(decisions.to_text(), format!("{LINE}\n<<<<<<< ours\nnonsense\n"));
    }

    #[test]
    fn the_later_decision_counts() {
        let (decisions, _) = Decisions::parse(&format!("{LINE}\n{}\n", LINE.replace("dismissed", "accepted")));
        assert_eq!((decisions.len(), decisions.to_text().contains("accepted")), (1, true));
    }
}
