//! Settings files: found upwards from the paths, read, and joined with what the command line says.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::arguments::{ConfigFormat, Judging, Reading, ShowConfig};
use super::exit::Exit;
use super::files::of_reading;
use super::output::{print, tell};
use crate::pipeline::Config;
use crate::report::{Override, Rule, Rules, Severity, View, Weight};
use crate::settings::{FILE_NAME, Given, SCHEMA, Settings, Source, weekday_name};
use crate::time::{Customs, Direction};
use crate::verdict::Relation;

/// Which settings file is used.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Configured {
    /// The settings file [default: claimdiff.toml, searched upwards]
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub(super) config: Option<PathBuf>,
    /// Use no settings file
    #[arg(long, conflicts_with = "config", hide_short_help = true)]
    pub(super) no_config: bool,
}

/// The settings of a run and the file that gave them.
#[derive(Debug, Default)]
pub(super) struct InForce {
    file: Option<PathBuf>,
    settings: Settings,
}

impl InForce {
    /// Reads the settings file that is named or found; tells what is wrong with it.
    pub(super) fn read(configured: &Configured, paths: &[PathBuf]) -> Result<Self, Exit> {
        let named = configured.config.clone();
        let Some(file) = named.or_else(|| upwards(paths, FILE_NAME).filter(|_| !configured.no_config)) else {
            return Ok(Self::default());
        };
        let failed = |message: &str| {
            tell("error", &format!("{}: {message}", file.display()));
            Exit::Failed
        };
        let bytes = std::fs::read(&file).map_err(|error| failed(&of_reading(&error)))?;
        let text = String::from_utf8(bytes).map_err(|_| failed("is not UTF-8: save it so"))?;
        match Settings::parse(&text) {
            Ok(settings) => Ok(Self { file: Some(file), settings }),
            Err(error) => {
                tell("error", &format!("{}:{}: {}", file.display(), error.line, error.message));
                Err(Exit::Failed)
            }
        }
    }

    /// What is printed: the command line before the file before the defaults.
    pub(super) fn view(&self, relations: Option<Vec<Relation>>, judging: &Judging, default: &[Relation]) -> View {
        let settings = &self.settings;
        let rules = settings.rules.iter().map(|given| given.value.clone()).collect();
        let overrides = settings.overrides.iter().map(|given| given.value.clone()).collect();
        View {
            relations: relations.or_else(|| value(&settings.relations)).unwrap_or_else(|| default.to_vec()),
            kinds: judging.kinds.clone().or_else(|| value(&settings.kinds)),
            rules: Rules { rules, overrides, trust: self.of_sources(|source| source.trust) },
            most: judging.max_findings,
            is_quiet: judging.quiet,
            threshold: judging.threshold.or_else(|| value(&settings.threshold)).unwrap_or(View::THRESHOLD),
            ..View::default()
        }
    }

    /// The severity from which the run fails.
    pub(super) fn fail_on(&self, judging: &Judging) -> Severity {
        judging.fail_on.or_else(|| value(&self.settings.fail_on)).unwrap_or(Severity::Error)
    }

    /// How articles are read and compared.
    pub(super) fn config(&self, reading: Reading, is_one_matter: bool) -> Config {
        let of_flag = reading.prefer.map(Direction::from);
        let settings = &self.settings;
        let usual = Customs::default();
        let customs = Customs {
            direction: of_flag.or_else(|| value(&settings.prefer)).unwrap_or(usual.direction),
            date_order: value(&settings.date_order),
            week_start: value(&settings.week_start).unwrap_or(usual.week_start),
            week_end: value(&settings.end_of_week),
        };
        Config {
            customs,
            date_orders: self.of_sources(|source| source.date_order),
            words: settings.words.iter().map(|given| given.value.clone()).collect(),
            aliases: settings.aliases.iter().map(|given| given.value.clone()).collect(),
            is_one_matter,
            ..Config::default()
        }
    }

    /// What the settings know of each source, by its name.
    fn of_sources<T>(&self, known: impl Fn(&Source) -> Option<T>) -> BTreeMap<String, T> {
        let sources = self.settings.sources.iter().map(|given| &given.value);
        sources.filter_map(|source| Some((source.name.clone(), known(source)?))).collect()
    }

    /// Which files of folders are read.
    pub(super) fn choice(&self) -> Choice {
        let set = |globs: &Option<Given<Vec<String>>>| globs.as_ref().map(|given| glob_set(&given.value));
        let root = self.file.as_deref().and_then(Path::parent).map(|folder| match folder.as_os_str().is_empty() {
            true => PathBuf::from("."),
            false => folder.to_owned(),
        });
        Choice {
            root: root.and_then(|root| root.canonicalize().ok()),
            include: set(&self.settings.include),
            exclude: set(&self.settings.exclude),
        }
    }

    fn place(&self, line: usize) -> String {
        self.file.as_ref().map_or(String::new(), |file| format!("{}:{line}", file.display()))
    }
}

fn value<T: Clone>(given: &Option<Given<T>>) -> Option<T> {
    given.as_ref().map(|given| given.value.clone())
}

/// The globs of a list; the reader of settings let only good ones through.
fn glob_set(globs: &[String]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    globs.iter().filter_map(|glob| Glob::new(glob).ok()).for_each(|glob| {
        set.add(glob);
    });
    set.build().unwrap_or_default()
}

/// The nearest file of the name in the folder of the first path or above it, no further than the root of a git
/// repository.
pub(super) fn upwards(paths: &[PathBuf], name: &str) -> Option<PathBuf> {
    let first = paths.first().filter(|path| path.as_os_str() != "-").map_or(Path::new("."), PathBuf::as_path);
    let whole = first.canonicalize().ok()?;
    let folder = if whole.is_dir() { whole.as_path() } else { whole.parent()? };
    let own = std::env::current_dir().ok().and_then(|own| own.canonicalize().ok());
    for above in folder.ancestors() {
        if above.join(name).is_file() {
            // A name below the current folder reads better than the whole path.
            let short = own.as_deref().and_then(|own| above.strip_prefix(own).ok());
            return Some(short.map_or_else(|| above.join(name), |short| short.join(name)));
        }
        if above.join(".git").exists() {
            return None;
        }
    }
    None
}

/// Which files of a folder are read.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// The folder that globs count from.
    root: Option<PathBuf>,
    include: Option<GlobSet>,
    exclude: Option<GlobSet>,
}

impl Choice {
    /// Whether a file that was found in a folder is read.
    pub(super) fn takes(&self, path: &Path) -> bool {
        let Some(root) = &self.root else { return true };
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let Ok(below) = whole.strip_prefix(root) else { return true };
        self.include.as_ref().is_none_or(|globs| globs.is_match(below))
            && !self.exclude.as_ref().is_some_and(|globs| globs.is_match(below))
    }
}

/// Prints what is in force and where each value came from.
pub(super) fn show(arguments: &ShowConfig) -> Exit {
    if arguments.schema {
        return print(Exit::Clean, |out| out.write_all(SCHEMA.as_bytes()));
    }
    let in_force = match InForce::read(&arguments.configured, &arguments.paths) {
        Ok(in_force) => in_force,
        Err(exit) => return exit,
    };
    let rows = in_force.rows();
    print(Exit::Clean, |out| match arguments.format {
        ConfigFormat::Text => rows.iter().try_for_each(|row| {
            let whole = format!("{} = {}", row.key, row.value);
            writeln!(out, "{whole:<48}  # {}", row.from)
        }),
        ConfigFormat::Json => {
            let objects: Vec<serde_json::Value> = rows
                .iter()
                .map(|row| serde_json::json!({"key": row.key, "value": row.value, "from": row.from}))
                .collect();
            serde_json::to_writer_pretty(&mut *out, &objects)?;
            writeln!(out)
        }
    })
}

/// One setting in force.
struct Row {
    key: String,
    /// As TOML.
    value: serde_json::Value,
    from: String,
}

impl InForce {
    fn rows(&self) -> Vec<Row> {
        let settings = &self.settings;
        let names = |relations: &[Relation]| relations.iter().map(|relation| relation.name()).collect::<Vec<_>>();
        let usual = Customs::default();
        let mut rows = vec![
            self.row("threshold", &settings.threshold, |value| serde_json::json!(value), View::THRESHOLD),
            self.row("fail-on", &settings.fail_on, |value| value.name().into(), Severity::Error),
            self.row("relations", &settings.relations, |value| names(value).into(), View::CHECKED.to_vec()),
            self.row(
                "kinds",
                &settings.kinds,
                |value| value.clone().into(),
                crate::verdict::kind_names().map(str::to_owned).collect(),
            ),
            self.row("prefer", &settings.prefer, |value| value.name().into(), usual.direction),
            self.row("week-start", &settings.week_start, |day| weekday_name(*day).into(), usual.week_start),
            self.row("include", &settings.include, |value| value.clone().into(), vec!["**".to_owned()]),
            self.row("exclude", &settings.exclude, |value| value.clone().into(), Vec::new()),
        ];
        // What decides only where it is given.
        rows.extend(settings.date_order.iter().map(|given| self.given("date-order", given.value.name(), given.line)));
        rows.extend(
            settings.end_of_week.iter().map(|given| self.given("end-of-week", weekday_name(given.value), given.line)),
        );
        rows.extend(settings.rules.iter().flat_map(|given| self.of_rule("", &given.value, given.line)));
        for (number, given) in settings.overrides.iter().enumerate() {
            let Override { rules, .. } = &given.value;
            let prefix = format!("override.{}.", number + 1);
            rows.extend(rules.iter().flat_map(|rule| self.of_rule(&prefix, rule, given.line)));
        }
        rows.extend(settings.aliases.iter().map(|given| {
            self.given(&format!("aliases.\"{}\"", given.value[0]), given.value[1..].to_vec(), given.line)
        }));
        rows.extend(settings.words.iter().map(|given| {
            let (own, known) = &given.value;
            self.given(&format!("words.{own}"), known.as_str(), given.line)
        }));
        for Given { value: source, line } in &settings.sources {
            let row = |key: &str, value: &str| self.given(&format!("source.\"{}\".{key}", source.name), value, *line);
            rows.extend(source.trust.map(|trust| row("trust", trust.name())));
            rows.extend(source.date_order.map(|order| row("date-order", order.name())));
        }
        rows
    }

    fn given(&self, key: &str, value: impl Into<serde_json::Value>, line: usize) -> Row {
        Row { key: key.to_owned(), value: value.into(), from: self.place(line) }
    }

    fn row<T: Clone>(
        &self,
        key: &str,
        given: &Option<Given<T>>,
        shown: impl Fn(&T) -> serde_json::Value,
        default: T,
    ) -> Row {
        let from = given.as_ref().map_or("default".to_owned(), |given| self.place(given.line));
        Row { key: key.to_owned(), value: shown(&value(given).unwrap_or(default)), from }
    }

    fn of_rule(&self, prefix: &str, rule: &Rule, line: usize) -> Vec<Row> {
        let of = match (&rule.kind, rule.relation) {
            (Some(kind), _) => format!("{prefix}kind.{kind}."),
            (None, Some(relation)) => format!("{prefix}relation.{}.", relation.name()),
            (None, None) => prefix.to_owned(),
        };
        let weight = rule.weight.map(|weight| match weight {
            Weight::Off => "off",
            Weight::Severity(severity) => severity.name(),
        });
        let row =
            |key: &str, value: serde_json::Value| Row { key: format!("{of}{key}"), value, from: self.place(line) };
        let severity = weight.map(|weight| row("severity", weight.into()));
        severity.into_iter().chain(rule.threshold.map(|threshold| row("threshold", threshold.into()))).collect()
    }
}
