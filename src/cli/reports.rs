//! `--format` and `--output` -> which reports are written, and where.
//!
//! Each `--format` is one report. `--output` names the file of the format before it, or of the only one; where none
//! is left for it, the file's name tells the format. At most one report goes to standard output.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, value_parser};

use crate::report::{FORMATS, Format, Subject};

/// The names of the two arguments.
const FORMAT: &str = "format";
const OUTPUT: &str = "output";

/// The reports that a command was asked for, at least one.
pub(super) struct Reports<S> {
    pub(super) asked: Vec<Asked>,
    subject: PhantomData<S>,
}

/// One report.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) format: &'static dyn Format,
    /// The file; `None` for standard output.
    pub(super) file: Option<PathBuf>,
}

/// What the reports of a command are of.
pub(super) trait Of {
    const SUBJECT: Subject;
}

#[derive(Debug)]
pub(super) struct OfFindings;

#[derive(Debug)]
pub(super) struct OfComparison;

#[derive(Debug)]
pub(super) struct OfClaims;

#[derive(Debug)]
pub(super) struct OfTimes;

#[derive(Debug)]
pub(super) struct OfPromises;

#[derive(Debug)]
pub(super) struct OfTimeline;

impl Of for OfPromises {
    const SUBJECT: Subject = Subject::Promises;
}

impl Of for OfTimeline {
    const SUBJECT: Subject = Subject::Timeline;
}

impl Of for OfFindings {
    const SUBJECT: Subject = Subject::Findings;
}

impl Of for OfComparison {
    const SUBJECT: Subject = Subject::Comparison;
}

impl Of for OfClaims {
    const SUBJECT: Subject = Subject::Claims;
}

impl Of for OfTimes {
    const SUBJECT: Subject = Subject::Times;
}

impl<S> std::fmt::Debug for Reports<S> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.asked.iter().map(|asked| (asked.format.name(), &asked.file))).finish()
    }
}

impl<S: Of> Args for Reports<S> {
    fn augment_args(command: Command) -> Command {
        let format = Arg::new(FORMAT)
            .long(FORMAT)
            .value_name("FORMAT")
            .action(ArgAction::Append)
            .value_parser(formats(S::SUBJECT))
            .help(format!("How to print, several at once too [default: {}]", default(S::SUBJECT).name()));
        let output = Arg::new(OUTPUT)
            .long(OUTPUT)
            .short('o')
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help("Write the report of the --format before it to a file");
        command.arg(format).arg(output)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<S: Of> FromArgMatches for Reports<S> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let given = Given {
            formats: placed::<&'static dyn Format>(matches, FORMAT),
            files: placed::<PathBuf>(matches, OUTPUT),
        };
        let asked = given.paired(S::SUBJECT).map_err(|message| Error::raw(ErrorKind::ArgumentConflict, message))?;
        Ok(Self { asked, subject: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The values of an argument with their places on the command line.
fn placed<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Vec<(usize, T)> {
    let places = matches.indices_of(name).into_iter().flatten();
    places.zip(matches.get_many::<T>(name).into_iter().flatten().cloned()).collect()
}

/// Formats and files as they stand on the command line, each with its place there.
struct Given {
    formats: Vec<(usize, &'static dyn Format)>,
    files: Vec<(usize, PathBuf)>,
}

impl Given {
    /// One report for each format, and for each file without one; or what is wrong.
    fn paired(self, subject: Subject) -> Result<Vec<Asked>, String> {
        let is_only = self.formats.len() == 1 && self.files.len() == 1;
        let mut asked: Vec<Asked> =
            self.formats.iter().map(|(_, format)| Asked { format: *format, file: None }).collect();
        for (place, file) in self.files {
            let before = self.formats.iter().rposition(|(format, _)| *format < place || is_only);
            match before.map(|number| &mut asked[number]).filter(|asked| asked.file.is_none()) {
                Some(asked) => asked.file = Some(file),
                None => asked.push(Asked { format: of_name(&file, subject)?, file: Some(file) }),
            }
        }
        if asked.is_empty() {
            asked.push(Asked { format: default(subject), file: None });
        }
        asked.iter_mut().for_each(|asked| asked.file = asked.file.take().filter(|file| file.as_os_str() != "-"));
        is_each_in_its_place(&asked).map(|()| asked)
    }
}

fn is_each_in_its_place(asked: &[Asked]) -> Result<(), String> {
    for (number, one) in asked.iter().enumerate() {
        if asked[..number].iter().any(|other| other.file == one.file) {
            return Err(match &one.file {
                Some(file) => format!("two reports cannot go to one file: {}", file.display()),
                None => "two reports cannot go to standard output: give --output FILE behind one --format".to_owned(),
            });
        }
    }
    Ok(())
}

/// The format of a file by its name: "out.sarif" is SARIF; the longest ending counts.
fn of_name(file: &Path, subject: Subject) -> Result<&'static dyn Format, String> {
    let name = file.to_string_lossy().to_ascii_lowercase();
    let ending = |format: &&'static dyn Format| {
        format.endings().iter().filter(|ending| name.ends_with(**ending)).map(|ending| ending.len()).max()
    };
    let named = FORMATS.iter().copied().filter(|format| format.has(subject) && ending(format).is_some());
    let unknown = || format!("the name {} tells no format: give --format FORMAT before --output", file.display());
    named.max_by_key(ending).ok_or_else(unknown)
}

/// The format of a command that was asked for none.
fn default(subject: Subject) -> &'static dyn Format {
    let name = if subject == Subject::Comparison { "side-by-side" } else { FORMATS[0].name() };
    FORMATS.iter().copied().find(|format| format.name() == name).unwrap_or(FORMATS[0])
}

fn formats(subject: Subject) -> impl TypedValueParser<Value = &'static dyn Format> {
    let able = move || FORMATS.iter().copied().filter(move |format| format.has(subject));
    PossibleValuesParser::new(able().map(|format| format.name())).map(move |name| {
        let named = able().find(|format| format.name() == name);
        named.expect("clap lets only names of formats through")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reports of such arguments as "format>file", or what is wrong.
    fn check(arguments: &str, expected: &[&str]) {
        let command = Reports::<OfFindings>::augment_args(Command::new("check").no_binary_name(true));
        let matches = command.try_get_matches_from(arguments.split_whitespace()).unwrap();
        let told = match Reports::<OfFindings>::from_arg_matches(&matches) {
            Ok(reports) => reports.asked.iter().map(told).collect(),
            Err(error) => vec![error.to_string().trim().to_owned()],
        };
        assert_eq!(told, expected, "{arguments}");
    }

    fn told(asked: &Asked) -> String {
        match &asked.file {
            Some(file) => format!("{}>{}", asked.format.name(), file.display()),
            None => asked.format.name().to_owned(),
        }
    }

    #[test]
    fn a_file_takes_the_format_before_it() {
        check("", &["text"]);
        check("--format json", &["json"]);
        check("--format sarif --output out", &["sarif>out"]);
        check("--format text --format sarif --output out", &["text", "sarif>out"]);
        check("--format sarif --output out --format text", &["sarif>out", "text"]);
        check("--format sarif -o a --format junit -o b", &["sarif>a", "junit>b"]);
    }

    #[test]
    fn one_format_and_one_file_belong_together_in_any_order() {
        check("--output out --format sarif", &["sarif>out"]);
    }

    #[test]
    fn a_file_without_a_format_is_known_by_its_name() {
        check("--output a.sarif", &["sarif>a.sarif"]);
        check("--format text --output a.txt --output b.sarif.json", &["text>a.txt", "sarif>b.sarif.json"]);
        check(
            "--output a.JSON --output -",
            &["error: the name - tells no format: give --format FORMAT before --output"],
        );
        check("--output a", &["error: the name a tells no format: give --format FORMAT before --output"]);
    }

    #[test]
    fn every_report_has_a_place_of_its_own() {
        let two = "two reports cannot go to standard output: give --output FILE behind one --format";
        check("--format text --format json", &[&format!("error: {two}")]);
        check("--format json -o -", &["json"]);
        check("--format json -o a --format sarif -o a", &["error: two reports cannot go to one file: a"]);
    }
}
