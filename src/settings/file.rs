//! TOML -> settings: each key with its line, each mistake with what was most likely meant.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use jiff::civil::Weekday;
use serde::Deserialize;
use toml::Spanned;

use super::{Given, Settings, SettingsError, Source, weekday_name};
use crate::report::{Override, Rule, Severity, Trust, Weight};
use crate::time::{DateOrder, Direction};
use crate::verdict::{Relation, kind_names};

/// How alike a wrong word has to be to one that is known, to be taken for it.
const LIKE: f64 = 0.75;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    threshold: Option<Spanned<f64>>,
    fail_on: Option<Spanned<String>>,
    relations: Option<Spanned<Vec<Spanned<String>>>>,
    kinds: Option<Spanned<Vec<Spanned<String>>>>,
    prefer: Option<Spanned<String>>,
    date_order: Option<Spanned<String>>,
    week_start: Option<Spanned<String>>,
    end_of_week: Option<Spanned<String>>,
    include: Option<Spanned<Vec<Spanned<String>>>>,
    exclude: Option<Spanned<Vec<Spanned<String>>>>,
    #[serde(default)]
    kind: BTreeMap<Spanned<String>, Table>,
    #[serde(default)]
    relation: BTreeMap<Spanned<String>, Table>,
    #[serde(default, rename = "override")]
    overrides: Vec<Spanned<OverrideTable>>,
    #[serde(default)]
    aliases: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    words: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    source: BTreeMap<Spanned<String>, SourceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    severity: Option<Spanned<String>>,
    threshold: Option<Spanned<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SourceTable {
    trust: Option<Spanned<String>>,
    date_order: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OverrideTable {
    paths: Vec<Spanned<String>>,
    severity: Option<Spanned<String>>,
    threshold: Option<Spanned<f64>>,
    #[serde(default)]
    kind: BTreeMap<Spanned<String>, Table>,
    #[serde(default)]
    relation: BTreeMap<Spanned<String>, Table>,
}

/// Reads the text; the first mistake ends it.
pub(super) fn parse(text: &str) -> Result<Settings, SettingsError> {
    let file: File = toml::from_str(text).map_err(|error| of_toml(text, &error))?;
    Reader { text }.settings(file)
}

/// What the TOML reader found wrong, with the line and, for an unknown key, the one that was most likely meant.
fn of_toml(text: &str, error: &toml::de::Error) -> SettingsError {
    let message = error.message().trim().to_owned();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let meant = match quoted.as_slice() {
        [unknown, known @ ..] if message.starts_with("unknown field") => nearest(unknown, known.iter().copied()),
        _ => None,
    };
    let line = error.span().map_or(1, |span| line_of(text, span.start));
    let message = match (quoted.first(), meant) {
        (Some(unknown), Some(meant)) => format!("unknown key `{unknown}`: did you mean `{meant}`?"),
        _ => message.replace('\n', " "),
    };
    SettingsError { line, message }
}

fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let likeness = |other: &str| strsim::jaro_winkler(word, other);
    let best = known.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (likeness(best) >= LIKE).then_some(best)
}

fn line_of(text: &str, byte: usize) -> usize {
    text[..byte.min(text.len())].bytes().filter(|&byte| byte == b'\n').count() + 1
}

struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn settings(&self, file: File) -> Result<Settings, SettingsError> {
        let mut rules = self.rules(&file.kind, &file.relation)?;
        rules.sort_by_key(|rule| rule.line);
        Ok(Settings {
            threshold: file.threshold.as_ref().map(|given| self.threshold(given)).transpose()?,
            fail_on: file.fail_on.as_ref().map(|given| self.given(given, severity)).transpose()?,
            relations: file.relations.as_ref().map(|given| self.list(given, relation)).transpose()?,
            kinds: file.kinds.as_ref().map(|given| self.list(given, kind)).transpose()?,
            prefer: file.prefer.as_ref().map(|given| self.given(given, direction)).transpose()?,
            date_order: file.date_order.as_ref().map(|given| self.given(given, date_order)).transpose()?,
            week_start: file.week_start.as_ref().map(|given| self.given(given, weekday)).transpose()?,
            end_of_week: file.end_of_week.as_ref().map(|given| self.given(given, weekday)).transpose()?,
            include: file.include.as_ref().map(|given| self.list(given, glob)).transpose()?,
            exclude: file.exclude.as_ref().map(|given| self.list(given, glob)).transpose()?,
            rules,
            overrides: file.overrides.iter().map(|table| self.over(table)).collect::<Result<_, _>>()?,
            aliases: file.aliases.iter().map(|(name, others)| self.aliases(name, others)).collect(),
            words: file.words.iter().map(|(own, known)| self.word(own, known)).collect::<Result<_, _>>()?,
            sources: file.source.iter().map(|(name, table)| self.source(name, table)).collect::<Result<_, _>>()?,
        })
    }

    fn line<T>(&self, given: &Spanned<T>) -> usize {
        line_of(self.text, given.span().start)
    }

    fn error<T>(&self, given: &Spanned<T>, message: String) -> SettingsError {
        SettingsError { line: self.line(given), message }
    }

    fn given<T>(
        &self,
        given: &Spanned<String>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Given<T>, SettingsError> {
        let value = read(given.get_ref()).map_err(|message| self.error(given, message))?;
        Ok(Given { value, line: self.line(given) })
    }

    fn list<T>(
        &self,
        list: &Spanned<Vec<Spanned<String>>>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Given<Vec<T>>, SettingsError> {
        let values = list.get_ref().iter().map(|one| self.given(one, &read).map(|given| given.value));
        Ok(Given { value: values.collect::<Result<_, _>>()?, line: self.line(list) })
    }

    fn threshold(&self, given: &Spanned<f64>) -> Result<Given<f64>, SettingsError> {
        match *given.get_ref() {
            value if (0.0..=1.0).contains(&value) => Ok(Given { value, line: self.line(given) }),
            _ => Err(self.error(given, "a threshold is a number from 0 to 1, such as 0.9".to_owned())),
        }
    }

    fn rules(
        &self,
        kinds: &BTreeMap<Spanned<String>, Table>,
        relations: &BTreeMap<Spanned<String>, Table>,
    ) -> Result<Vec<Given<Rule>>, SettingsError> {
        let of_kind = kinds.iter().map(|(name, table)| {
            let kind = self.given(name, kind)?;
            self.rule(kind.line, table, Rule { kind: Some(kind.value), ..Rule::default() })
        });
        let of_relation = relations.iter().map(|(name, table)| {
            let relation = self.given(name, relation)?;
            self.rule(relation.line, table, Rule { relation: Some(relation.value), ..Rule::default() })
        });
        of_kind.chain(of_relation).collect()
    }

    fn rule(&self, line: usize, table: &Table, rule: Rule) -> Result<Given<Rule>, SettingsError> {
        let weight = table.severity.as_ref().map(|given| self.given(given, weight)).transpose()?;
        let threshold = table.threshold.as_ref().map(|given| self.threshold(given)).transpose()?;
        let rule =
            Rule { weight: weight.map(|given| given.value), threshold: threshold.map(|given| given.value), ..rule };
        Ok(Given { value: rule, line })
    }

    fn over(&self, table: &Spanned<OverrideTable>) -> Result<Given<Override>, SettingsError> {
        let over = table.get_ref();
        let mut paths = GlobSetBuilder::new();
        for path in &over.paths {
            let glob = path_glob(path.get_ref()).map_err(|message| self.error(path, message))?;
            paths.add(glob);
        }
        let of_all = Table { severity: over.severity.clone(), threshold: over.threshold.clone() };
        let mut rules = vec![self.rule(self.line(table), &of_all, Rule::default())?.value];
        rules.extend(self.rules(&over.kind, &over.relation)?.into_iter().map(|given| given.value));
        let paths: GlobSet = paths.build().map_err(|error| self.error(table, error.to_string()))?;
        Ok(Given { value: Override { paths, rules }, line: self.line(table) })
    }

    fn word(&self, own: &Spanned<String>, known: &Spanned<String>) -> Result<Given<(String, String)>, SettingsError> {
        let (own, known) = (self.given(own, word)?, self.given(known, word)?);
        Ok(Given { value: (own.value, known.value), line: own.line })
    }

    fn source(&self, name: &Spanned<String>, table: &SourceTable) -> Result<Given<Source>, SettingsError> {
        let trust = table.trust.as_ref().map(|given| self.given(given, trust)).transpose()?;
        let order = table.date_order.as_ref().map(|given| self.given(given, date_order)).transpose()?;
        let source = Source {
            name: name.get_ref().clone(),
            trust: trust.map(|given| given.value),
            date_order: order.map(|given| given.value),
        };
        Ok(Given { value: source, line: self.line(name) })
    }

    fn aliases(&self, name: &Spanned<String>, others: &[String]) -> Given<Vec<String>> {
        let names = std::iter::once(name.get_ref()).chain(others).cloned().collect();
        Given { value: names, line: self.line(name) }
    }
}

fn path_glob(pattern: &str) -> Result<globset::Glob, String> {
    // "archive" and "archive/" mean all that lies below.
    let pattern = pattern.trim_end_matches('/');
    let whole = if pattern.contains(['*', '?', '[', '{', '.']) { pattern.to_owned() } else { format!("{pattern}/**") };
    let anywhere =
        if whole.starts_with("**") || whole.starts_with('/') { whole } else { format!("{{{whole},**/{whole}}}") };
    GlobBuilder::new(&anywhere).literal_separator(true).build().map_err(|error| error.kind().to_string())
}

fn glob(pattern: &str) -> Result<String, String> {
    GlobBuilder::new(pattern.trim_start_matches('!')).build().map_err(|error| error.kind().to_string())?;
    Ok(pattern.to_owned())
}

fn severity(name: &str) -> Result<Severity, String> {
    named("severity", name, Severity::ALL, |severity| severity.name())
}

fn weight(name: &str) -> Result<Weight, String> {
    Weight::named(name).ok_or_else(|| unknown("severity", name, Weight::names()))
}

fn relation(name: &str) -> Result<Relation, String> {
    named("relation", name, Relation::ALL, |relation| relation.name())
}

fn kind(name: &str) -> Result<String, String> {
    let named = kind_names().find(|kind| *kind == name).map(str::to_owned);
    named.ok_or_else(|| unknown("kind", name, kind_names()))
}

fn direction(name: &str) -> Result<Direction, String> {
    named("value", name, Direction::ALL, |direction| direction.name())
}

fn date_order(name: &str) -> Result<DateOrder, String> {
    named("date order", name, DateOrder::ALL, |order| order.name())
}

fn weekday(name: &str) -> Result<Weekday, String> {
    let days: Vec<Weekday> = Weekday::Monday.cycle_forward().take(7).collect();
    named("day", name, &days, weekday_name)
}

fn trust(name: &str) -> Result<Trust, String> {
    named("trust", name, Trust::ALL, |trust| trust.name())
}

fn named<T: Copy>(what: &str, name: &str, known: &[T], word: impl Fn(T) -> &'static str) -> Result<T, String> {
    let found = known.iter().find(|&&value| word(value) == name).copied();
    found.ok_or_else(|| unknown(what, name, known.iter().map(|&value| word(value))))
}

/// One word in lower case.
fn word(given: &str) -> Result<String, String> {
    match given.chars().any(char::is_whitespace) || given.is_empty() {
        true => Err(format!("\"{given}\" is not one word: write a single word that means the same")),
        false => Ok(given.to_lowercase()),
    }
}

/// What is wrong with a word that none of the known ones is.
fn unknown<'k>(what: &str, word: &str, known: impl Iterator<Item = &'k str>) -> String {
    let known: Vec<&str> = known.collect();
    match nearest(word, known.iter().copied()) {
        Some(meant) => format!("unknown {what} \"{word}\": did you mean \"{meant}\"?"),
        None => format!("unknown {what} \"{word}\": write one of {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The error of a settings file, as "line: message".
    fn wrong(text: &str) -> String {
        parse(text).map_or_else(|error| format!("{}: {}", error.line, error.message), |_| "good".to_owned())
    }

    #[test]
    fn every_key_is_read_with_its_line() {
        let text = "threshold = 0.8\nfail-on = \"warning\"\nkinds = [\"date\", \"deadline\"]\n\n[kind.quantity]\n\
                    severity = \"note\"\n\n[[override]]\npaths = [\"archive\"]\nseverity = \"off\"\n";
        let settings = parse(text).unwrap();
        assert_eq!(settings.threshold, Some(Given { value: 0.8, line: 1 }));
        assert_eq!(settings.fail_on, Some(Given { value: Severity::Warning, line: 2 }));
        assert_eq!(settings.kinds.map(|kinds| kinds.value.len()), Some(2));
        assert_eq!(settings.rules[0].value.weight, Some(Weight::Severity(Severity::Note)));
        assert_eq!(settings.rules[0].line, 5);
        let over = &settings.overrides[0].value;
        assert!(over.paths.is_match("archive/2020/a.md") && over.paths.is_match("docs/archive/a.md"));
        assert!(!over.paths.is_match("docs/archived.md"));
        assert_eq!(over.rules[0].weight, Some(Weight::Off));
    }

    #[test]
    fn mistakes_name_their_line_and_what_was_meant() {
        assert_eq!(wrong("\ntreshold = 0.8\n"), "2: unknown key `treshold`: did you mean `threshold`?");
        assert_eq!(wrong("threshold = 8\n"), "1: a threshold is a number from 0 to 1, such as 0.9");
        assert_eq!(wrong("fail-on = \"eror\"\n"), "1: unknown severity \"eror\": did you mean \"error\"?");
        assert_eq!(wrong("[kind.dates]\nseverity = \"off\"\n"), "1: unknown kind \"dates\": did you mean \"date\"?");
        assert_eq!(
            wrong("relations = [\"quarrel\"]\n"),
            "1: unknown relation \"quarrel\": write one of conflict, update, missed, kept, refine, agree, disputed"
        );
    }
}
