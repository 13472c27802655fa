//! One function a command: read, run the stages, print, say how it ended.

use std::path::{Path, PathBuf};

use super::arguments::{
    Arguments, Check, Claims, Command, Compare, Judging, Look, Promises, Reading, Settle, Timeline, Times,
};
use super::decisions::{DecisionFile, apply, baseline};
use super::exit::Exit;
use super::files::{self, Input, STANDARD_INPUT};
use super::fixture::fixture;
use super::jsonl;
use super::manual;
use super::output::{Page, print_report, tell, write_file};
use super::progress::Bar;
use super::reports::Asked;
use super::review::review;
use super::settings::{self, Configured, InForce};
use super::since::Changes;
use crate::article::Article;
use crate::decisions::Applied;
use crate::pipeline::{self, Config};
use crate::report::{Report, Subject, View, Warning};
use crate::verdict::Relation;

/// Runs the command.
pub(super) fn run(arguments: Arguments) -> Exit {
    let ended = match arguments.command {
        Command::Check(arguments) => check(&arguments),
        Command::Compare(arguments) if arguments.jsonl => compare_lines(&arguments),
        Command::Compare(arguments) => compare(&arguments),
        Command::Claims(arguments) if arguments.jsonl => {
            let config = InForce::default().config(arguments.reading, false);
            Ok(jsonl::filter(arguments.reading, move |line| {
                jsonl::claims::answer(line, arguments.reading.published, &config)
            }))
        }
        Command::Claims(arguments) => Ok(claims(&arguments)),
        Command::Times(arguments) if arguments.jsonl => {
            let config = InForce::default().config(arguments.reading, false);
            Ok(jsonl::filter(arguments.reading, move |line| {
                jsonl::times::answer(line, arguments.reading.published, &config)
            }))
        }
        Command::Times(arguments) => Ok(times(&arguments)),
        Command::Promises(arguments) => promises(&arguments),
        Command::Timeline(arguments) => timeline(&arguments),
        Command::Review(arguments) => review(&arguments),
        Command::Baseline(arguments) => baseline(&arguments),
        Command::Fixture(arguments) => fixture(&arguments),
        Command::Explain(arguments) => Ok(manual::explain(&arguments)),
        Command::Config(arguments) => Ok(settings::show(&arguments)),
        Command::Schema => Ok(manual::schema()),
        Command::Completions(arguments) => Ok(manual::completions(&arguments)),
        Command::Man(arguments) => Ok(manual::man(&arguments)),
    };
    ended.unwrap_or_else(|exit| exit)
}

fn check(arguments: &Check) -> Result<Exit, Exit> {
    let judging = &arguments.judging;
    let in_force = InForce::read(&judging.configured, &arguments.paths)?;
    let mut input = files::read_chosen(&arguments.paths, arguments.reading.published, in_force.choice());
    let config = Config { is_explained: arguments.explain, ..in_force.config(arguments.reading, false) };
    let mut report = report(&mut input, arguments.reading, &config, judging.quiet, pipeline::compare);
    settle(&mut report, judging);
    let mut view = in_force.view(arguments.relations(), judging, View::CHECKED);
    let file = DecisionFile::read(&arguments.decided, &arguments.paths)?;
    apply(&mut report, &view, &file, judging.quiet);
    if let Some(revision) = &arguments.new_since {
        view.only = Some(Changes::since(revision, &arguments.paths)?.touched(&report));
    }
    let found = Exit::of_findings(&report, &view, in_force.fail_on(judging));
    let exit = if input.errors.is_empty() && is_compared(&report, judging) { found } else { Exit::Failed };
    Ok(render(exit, &arguments.reports.asked, &arguments.look, Subject::Findings, &report, &view))
}

/// What the commands that settle findings begin with.
pub(super) struct Compared {
    pub(super) report: Report,
    pub(super) view: View,
    pub(super) file: DecisionFile,
    /// What became of the decisions there were.
    pub(super) applied: Applied,
    /// How the run ends where nothing more goes wrong.
    pub(super) exit: Exit,
}

/// Reads and compares as `check` does, and applies the decisions that there are.
pub(super) fn compared(arguments: &Settle) -> Result<Compared, Exit> {
    let judging = &arguments.judging;
    let in_force = InForce::read(&judging.configured, &arguments.paths)?;
    let file = DecisionFile::read(&arguments.decided, &arguments.paths)?;
    let mut input = files::read_chosen(&arguments.paths, arguments.reading.published, in_force.choice());
    let config = in_force.config(arguments.reading, false);
    let mut report = report(&mut input, arguments.reading, &config, judging.quiet, pipeline::compare);
    settle(&mut report, judging);
    let view = in_force.view(arguments.relations(), judging, View::CHECKED);
    let applied = apply(&mut report, &view, &file, judging.quiet);
    let exit = if input.errors.is_empty() { Exit::Clean } else { Exit::Failed };
    Ok(Compared { report, view, file, applied, exit })
}

/// Settles what comments in the articles settle, and tells which of them are of no use.
fn settle(report: &mut Report, judging: &Judging) {
    let before = report.warnings.len();
    crate::settings::suppress(report);
    report.warnings[before..].iter().filter(|_| !judging.quiet).for_each(|warning| tell_one("warning", warning));
}

fn compare(arguments: &Compare) -> Result<Exit, Exit> {
    let judging = &arguments.judging;
    let mut sides = Input::default();
    let paths = [&arguments.left, &arguments.right].map(|path| path.as_deref().expect("clap asks for both"));
    if paths.iter().all(|path| path.as_os_str() == STANDARD_INPUT) {
        tell("error", &"both sides are standard input: name a file for one of them");
        return Err(Exit::Failed);
    }
    let in_force = InForce::read(&judging.configured, &paths.map(Path::to_owned))?;
    for path in paths {
        side(path, arguments.reading, &mut sides);
    }
    if sides.articles.len() != 2 {
        tell_all(&sides, judging.quiet);
        return Err(Exit::Failed);
    }
    let config = in_force.config(arguments.reading, true);
    let mut report = report(&mut sides, arguments.reading, &config, judging.quiet, pipeline::compare);
    settle(&mut report, judging);
    let view = in_force.view(arguments.relations(), judging, Relation::ALL);
    let file = DecisionFile::read(&arguments.decided, &paths.map(Path::to_owned))?;
    // Decisions on other articles than these two are not gone.
    apply(&mut report, &view, &file, true);
    let found = Exit::of_findings(&report, &view, in_force.fail_on(judging));
    let exit = if is_compared(&report, judging) { found } else { Exit::Failed };
    Ok(render(exit, &arguments.reports.asked, &arguments.look, Subject::Comparison, &report, &view))
}

fn compare_lines(arguments: &Compare) -> Result<Exit, Exit> {
    let in_force = InForce::read(&arguments.judging.configured, &[])?;
    let (reading, config) = (arguments.reading, in_force.config(arguments.reading, true));
    let threshold = in_force.view(None, &arguments.judging, Relation::ALL).threshold;
    Ok(jsonl::filter(reading, move |line| jsonl::compare::answer(line, reading.published, &config, threshold)))
}

/// Adds the one article of a path, or an error.
fn side(path: &Path, reading: Reading, sides: &mut Input) {
    let mut side = files::read(&[path.to_owned()], reading.published);
    match side.articles.len() {
        0 => {}
        1 => sides.articles.append(&mut side.articles),
        many => side.errors.push(files::problem(path, &format!("holds {many} articles: name a file with one"))),
    }
    sides.errors.append(&mut side.errors);
    sides.warnings.append(&mut side.warnings);
}

fn claims(arguments: &Claims) -> Exit {
    let mut input = files::read(&arguments.paths, arguments.reading.published);
    let config = InForce::default().config(arguments.reading, false);
    let report = report(&mut input, arguments.reading, &config, false, pipeline::claims);
    listed(&input, &arguments.reports.asked, &arguments.look, Subject::Claims, &report)
}

fn times(arguments: &Times) -> Exit {
    let mut input = files::read(&arguments.paths, arguments.reading.published);
    let config = InForce::default().config(arguments.reading, false);
    let report = report(&mut input, arguments.reading, &config, false, pipeline::times);
    listed(&input, &arguments.reports.asked, &arguments.look, Subject::Times, &report)
}

fn promises(arguments: &Promises) -> Result<Exit, Exit> {
    let view = View { as_of: arguments.as_of, ..View::default() };
    let Promises { paths, reports, look, reading, configured, .. } = arguments;
    let (exit, report) = told(paths, *reading, configured)?;
    Ok(render(exit, &reports.asked, look, Subject::Promises, &report, &view))
}

fn timeline(arguments: &Timeline) -> Result<Exit, Exit> {
    let Timeline { paths, reports, look, reading, configured } = arguments;
    let (exit, report) = told(paths, *reading, configured)?;
    Ok(render(exit, &reports.asked, look, Subject::Timeline, &report, &View::default()))
}

/// Reads and compares all articles; only what was named and could not be read makes the run fail.
fn told(paths: &[PathBuf], reading: Reading, configured: &Configured) -> Result<(Exit, Report), Exit> {
    let in_force = InForce::read(configured, paths)?;
    let mut input = files::read_chosen(paths, reading.published, in_force.choice());
    let report = report(&mut input, reading, &in_force.config(reading, false), false, pipeline::compare);
    Ok((if input.errors.is_empty() { Exit::Clean } else { Exit::Failed }, report))
}

/// Prints a list; only what was named and could not be read makes the run fail.
fn listed(input: &Input, asked: &[Asked], look: &Look, subject: Subject, report: &Report) -> Exit {
    let exit = if input.errors.is_empty() { Exit::Clean } else { Exit::Failed };
    render(exit, asked, look, subject, report, &View::default())
}

/// Tells what could not be read, runs the stages on what could, and tells what they found doubtful; the quiet tell
/// errors only.
fn report(
    input: &mut Input,
    reading: Reading,
    config: &Config,
    is_quiet: bool,
    stages: impl FnOnce(Vec<Article>, &Config) -> Report + Send,
) -> Report {
    tell_all(input, is_quiet);
    let articles = std::mem::take(&mut input.articles);
    let bar = Bar::of(articles.len(), is_quiet);
    let config = Config { progress: bar.progress(), ..config.clone() };
    let mut report = pipeline::with_threads(reading.threads, || stages(articles, &config));
    drop(bar);
    report.warnings.iter().filter(|_| !is_quiet).for_each(|warning| tell_one("warning", warning));
    report.skipped = input.skipped();
    report.warnings.splice(0..0, input.errors.iter().chain(&input.warnings).cloned());
    report
}

fn tell_all(input: &Input, is_quiet: bool) {
    input.errors.iter().for_each(|error| tell_one("error", error));
    input.warnings.iter().filter(|_| !is_quiet).for_each(|warning| tell_one("warning", warning));
}

fn tell_one(severity: &str, problem: &Warning) {
    match problem.line {
        Some(line) => tell(severity, &format!("{}:{line}: {}", problem.path, problem.message)),
        None => tell(severity, &format!("{}: {}", problem.path, problem.message)),
    }
}

/// Whether anything was read that could be compared; says so where nothing was.
fn is_compared(report: &Report, judging: &Judging) -> bool {
    let is_without = |count: usize| count == 0 && !report.articles.is_empty();
    if is_without(report.summary.claims) {
        tell("error", &"nothing could be compared: no claim was found in what could be read");
        return false;
    }
    if judging.fail_if_nothing_compared && is_without(report.summary.pairs_compared) {
        tell("error", &"nothing was compared: no two claims tell one event");
        return false;
    }
    report.summary.claims > 0
}

/// Writes all reports, files first: a reader of standard output may go before its end.
fn render(exit: Exit, asked: &[Asked], look: &Look, subject: Subject, report: &Report, view: &View) -> Exit {
    let view = View { exit_code: exit.code(), ..view.clone() };
    let mut asked: Vec<&Asked> = asked.iter().collect();
    asked.sort_by_key(|asked| asked.file.is_none());
    asked.iter().fold(exit, |exit, asked| match &asked.file {
        Some(file) => {
            let view = Page::of_file(look).on(&view);
            write_file(file, exit, |out| asked.format.render(subject, report, &view, out))
        }
        None => {
            let view = Page::of_terminal(look).on(&view);
            print_report(exit, look, |out| asked.format.render(subject, report, &view, out))
        }
    })
}
