//! One function a command: read, run the stages, print, say how it ended.

use std::path::Path;

use super::arguments::{Arguments, Check, Claims, Command, Compare, Look, Reading, Times};
use super::exit::Exit;
use super::files::{self, Input, STANDARD_INPUT};
use super::jsonl;
use super::manual;
use super::output::{Page, print, tell, write_file};
use super::reports::Asked;
use crate::article::Article;
use crate::pipeline::{self, Config};
use crate::report::{Report, Subject, View, Warning};
use crate::verdict::Relation;

/// Runs the command.
pub(super) fn run(arguments: Arguments) -> Exit {
    match arguments.command {
        Command::Check(arguments) => check(&arguments),
        Command::Compare(arguments) if arguments.jsonl => {
            let config = config(arguments.reading, true);
            let threshold = arguments.judging.threshold;
            jsonl::filter(arguments.reading, move |line| {
                jsonl::compare::answer(line, arguments.reading.published, &config, threshold)
            })
        }
        Command::Compare(arguments) => compare(&arguments),
        Command::Claims(arguments) if arguments.jsonl => {
            let config = config(arguments.reading, false);
            jsonl::filter(arguments.reading, move |line| {
                jsonl::claims::answer(line, arguments.reading.published, &config)
            })
        }
        Command::Claims(arguments) => claims(&arguments),
        Command::Times(arguments) if arguments.jsonl => {
            let config = config(arguments.reading, false);
            jsonl::filter(arguments.reading, move |line| {
                jsonl::times::answer(line, arguments.reading.published, &config)
            })
        }
        Command::Times(arguments) => times(&arguments),
        Command::Explain(arguments) => manual::explain(&arguments),
        Command::Schema => manual::schema(),
        Command::Completions(arguments) => manual::completions(&arguments),
        Command::Man(arguments) => manual::man(&arguments),
    }
}

fn check(arguments: &Check) -> Exit {
    let mut input = files::read(&arguments.paths, arguments.reading.published);
    let stages =
        |articles, config: &Config| pipeline::compare(articles, &Config { is_explained: arguments.explain, ..*config });
    let report = report(&mut input, arguments.reading, false, stages);
    let view = view(arguments.relations(), arguments.judging.threshold);
    let found = Exit::of_findings(&report, &view, arguments.judging.fail_level);
    let exit = if input.errors.is_empty() && is_compared(&report) { found } else { Exit::Failed };
    render(exit, &arguments.reports.asked, &arguments.look, Subject::Findings, &report, &view)
}

fn compare(arguments: &Compare) -> Exit {
    let mut sides = Input::default();
    let paths = [&arguments.left, &arguments.right].map(|path| path.as_deref().expect("clap asks for both"));
    if paths.iter().all(|path| path.as_os_str() == STANDARD_INPUT) {
        tell("error", &"both sides are standard input: name a file for one of them");
        return Exit::Failed;
    }
    for path in paths {
        side(path, arguments.reading, &mut sides);
    }
    if sides.articles.len() != 2 {
        tell_all(&sides);
        return Exit::Failed;
    }
    let report = report(&mut sides, arguments.reading, true, pipeline::compare);
    let view = view(arguments.relations(), arguments.judging.threshold);
    let found = Exit::of_findings(&report, &view, arguments.judging.fail_level);
    let exit = if is_compared(&report) { found } else { Exit::Failed };
    render(exit, &arguments.reports.asked, &arguments.look, Subject::Comparison, &report, &view)
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
    let report = report(&mut input, arguments.reading, false, pipeline::claims);
    listed(&input, &arguments.reports.asked, &arguments.look, Subject::Claims, &report)
}

fn times(arguments: &Times) -> Exit {
    let mut input = files::read(&arguments.paths, arguments.reading.published);
    let report = report(&mut input, arguments.reading, false, pipeline::times);
    listed(&input, &arguments.reports.asked, &arguments.look, Subject::Times, &report)
}

/// Prints a list; only what was named and could not be read makes the run fail.
fn listed(input: &Input, asked: &[Asked], look: &Look, subject: Subject, report: &Report) -> Exit {
    let exit = if input.errors.is_empty() { Exit::Clean } else { Exit::Failed };
    render(exit, asked, look, subject, report, &View::default())
}

/// Tells what could not be read, runs the stages on what could, and tells what they found doubtful.
fn report(
    input: &mut Input,
    reading: Reading,
    is_one_matter: bool,
    stages: impl FnOnce(Vec<Article>, &Config) -> Report + Send,
) -> Report {
    tell_all(input);
    let articles = std::mem::take(&mut input.articles);
    let config = config(reading, is_one_matter);
    let mut report = pipeline::with_threads(reading.threads, || stages(articles, &config));
    report.warnings.iter().for_each(|warning| tell_one("warning", warning));
    report.skipped = input.skipped();
    report.warnings.splice(0..0, input.errors.iter().chain(&input.warnings).cloned());
    report
}

fn config(reading: Reading, is_one_matter: bool) -> Config {
    Config { direction: reading.prefer.into(), is_one_matter, ..Config::default() }
}

fn tell_all(input: &Input) {
    input.errors.iter().for_each(|error| tell_one("error", error));
    input.warnings.iter().for_each(|warning| tell_one("warning", warning));
}

fn tell_one(severity: &str, problem: &Warning) {
    match problem.line {
        Some(line) => tell(severity, &format!("{}:{line}: {}", problem.path, problem.message)),
        None => tell(severity, &format!("{}: {}", problem.path, problem.message)),
    }
}

/// Whether anything was read that could be compared; says so where nothing was.
fn is_compared(report: &Report) -> bool {
    if report.summary.claims == 0 && !report.articles.is_empty() {
        tell("error", &"nothing could be compared: no claim was found in what could be read");
    }
    report.summary.claims > 0
}

fn view(relations: Vec<Relation>, threshold: f64) -> View {
    View { relations, threshold, ..View::default() }
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
            print(exit, |out| asked.format.render(subject, report, &view, out))
        }
    })
}
