//! `review`: one disagreement after the other in the terminal, each settled by a key and written at once.

use std::io::{self, IsTerminal, Write};

use console::{Key, Term};

use super::arguments::Review;
use super::commands::{self, Compared};
use super::decisions::{DecisionFile, all, today, who};
use super::exit::Exit;
use super::output::tell;
use crate::decisions::{Decision, Settled};
use crate::report::{FORMATS, Format, Report, Shown, Subject, View, shown};
use crate::verdict::Relation;

const KEYS: &str = "[d]ismiss  [a]ccept  [s]kip  [u]ndo  [q]uit  [?]";

const HELP: &str = "
  d  dismiss: it is no contradiction; asks for a reason
  a  accept: the texts differ so, and may
  s  skip: decide another time
  u  undo the last decision or skip
  q  quit; all decisions are kept

  Enter goes on.";

/// Shows what nobody settled, and settles it.
pub(super) fn review(arguments: &Review) -> Result<Exit, Exit> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        tell("error", &"review needs a terminal: use check to print findings, baseline to accept them all");
        return Err(Exit::Failed);
    }
    let Compared { report, view, file, .. } = commands::compared(&arguments.settle)?;
    let found = if arguments.all { settled_too(&report, &view) } else { shown(&report, &view) };
    let queue = by_group(&found);
    let mut session = Session {
        term: Term::stdout(),
        page: Report { findings: Vec::new(), suppressions: Default::default(), ..report.clone() },
        report: &report,
        view,
        file,
        who: who(),
        today: today(),
        done: Vec::new(),
    };
    session.run(&queue).map_err(|error| {
        tell("error", &format!("the terminal cannot be used: {error}"));
        Exit::Failed
    })??;
    Ok(Exit::Clean)
}

/// The findings that the view asks for, settled ones too.
fn settled_too<'r>(report: &'r Report, view: &View) -> Vec<Shown<'r>> {
    let asked = |shown: &Shown<'_>| view.relations.contains(&shown.finding.relation);
    all(report, view).into_iter().filter(asked).collect()
}

/// The findings of each group, in the order of their first ones.
fn by_group<'s, 'r>(found: &'s [Shown<'r>]) -> Vec<Vec<&'s Shown<'r>>> {
    let mut groups: Vec<Vec<&Shown<'_>>> = Vec::new();
    for shown in found {
        match groups.iter_mut().find(|group| group[0].group == shown.group) {
            Some(group) => group.push(shown),
            None => groups.push(vec![shown]),
        }
    }
    groups
}

struct Session<'r> {
    term: Term,
    report: &'r Report,
    /// The report with only the findings that are looked at.
    page: Report,
    view: View,
    file: DecisionFile,
    who: Option<String>,
    today: String,
    /// What was done, for undoing: the decisions that stood before; empty for a skip.
    done: Vec<Vec<(String, Option<Decision>)>>,
}

/// What the reviewer wants.
enum Wish {
    Settle(Settled, Option<String>),
    Skip,
    Undo,
    Quit,
}

impl Session<'_> {
    fn run(&mut self, queue: &[Vec<&Shown<'_>>]) -> io::Result<Result<(), Exit>> {
        let (mut at, mut settled) = (0, 0_usize);
        while let Some(group) = queue.get(at) {
            self.show(group, at + 1, queue.len())?;
            match self.ask()? {
                Wish::Quit => break,
                Wish::Undo => {
                    let Some(before) = self.done.pop() else { continue };
                    at -= 1;
                    settled -= usize::from(!before.is_empty());
                    for (id, decision) in before {
                        self.file.decisions.unsettle(&id);
                        decision.into_iter().for_each(|decision| self.file.decisions.settle(decision));
                    }
                    if let Err(exit) = self.file.write() {
                        return Ok(Err(exit));
                    }
                }
                Wish::Skip => {
                    self.done.push(Vec::new());
                    at += 1;
                }
                Wish::Settle(decision, reason) => {
                    self.settle(group, decision, reason.as_deref());
                    if let Err(exit) = self.file.write() {
                        return Ok(Err(exit));
                    }
                    (at, settled) = (at + 1, settled + 1);
                }
            }
        }
        let left = queue.len() - settled;
        self.term.clear_screen()?;
        let path = self.file.path().display().to_string();
        let line = if queue.is_empty() {
            "nothing to review".to_owned()
        } else {
            format!("{settled} settled, {left} left; decisions in {path}")
        };
        self.term.write_line(&line)?;
        Ok(Ok(()))
    }

    fn settle(&mut self, group: &[&Shown<'_>], decision: Settled, reason: Option<&str>) {
        let mut before = Vec::new();
        for shown in group {
            before.push((shown.id.clone(), self.file.decisions.unsettle(&shown.id)));
            let decision = Decision::on(self.report, shown, decision);
            let reason = reason.map(str::to_owned);
            self.file.decisions.settle(Decision {
                by: self.who.clone(),
                on: Some(self.today.clone()),
                reason,
                ..decision
            });
        }
        self.done.push(before);
    }

    /// The page of one disagreement: where one is, both passages side by side, the keys.
    fn show(&mut self, group: &[&Shown<'_>], number: usize, of: usize) -> io::Result<()> {
        let width = usize::from(self.term.size().1).max(View::NARROWEST);
        self.page.findings = group.iter().map(|shown| shown.finding.clone()).collect();
        let color = console::colors_enabled();
        let view = View {
            relations: Relation::ALL.to_vec(),
            kinds: None,
            width,
            color,
            is_quiet: true,
            most: None,
            ..self.view.clone()
        };
        let mut page = Vec::new();
        side_by_side().render(Subject::Findings, &self.page, &view, &mut page)?;
        self.term.clear_screen()?;
        let term = &mut self.term;
        writeln!(term, "{number} of {of}\n")?;
        term.write_all(&page)?;
        for shown in group {
            writeln!(term, "id: {}", shown.id)?;
        }
        write!(term, "\n{KEYS} ")?;
        term.flush()
    }

    fn ask(&mut self) -> io::Result<Wish> {
        loop {
            match self.term.read_key() {
                Ok(Key::Char('d')) => return Ok(Wish::Settle(Settled::Dismissed, self.reason()?)),
                Ok(Key::Char('a')) => return Ok(Wish::Settle(Settled::Accepted, None)),
                Ok(Key::Char('s') | Key::ArrowRight) => return Ok(Wish::Skip),
                Ok(Key::Char('u') | Key::ArrowLeft) => return Ok(Wish::Undo),
                Ok(Key::Char('q') | Key::Escape | Key::CtrlC) => return Ok(Wish::Quit),
                Ok(Key::Char('?' | 'h')) => {
                    self.term.write_line(HELP)?;
                    self.term.read_line()?;
                    write!(self.term, "{KEYS} ")?;
                    self.term.flush()?;
                }
                Ok(_) => {}
                // Ctrl-C while a key is awaited: all that was decided is written.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(Wish::Quit),
                Err(error) => return Err(error),
            }
        }
    }

    fn reason(&mut self) -> io::Result<Option<String>> {
        write!(self.term, "\nwhy is it none? (may be empty) ")?;
        self.term.flush()?;
        let line = self.term.read_line()?;
        Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
    }
}

fn side_by_side() -> &'static dyn Format {
    FORMATS.iter().copied().find(|format| format.name() == "side-by-side").expect("side-by-side is a format")
}
