//! `fixture ID`: one finding as a folder of two tiny articles, ready for a bug report.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::arguments::Fixture;
use super::commands::{self, Compared};
use super::decisions::all;
use super::exit::Exit;
use super::output::{print, tell};
use crate::article::Article;
use crate::entity::Role;
use crate::report::{Report, Shown};
use crate::table;
use crate::verdict::Evidence;
use crate::{entity, language};

/// Writes the finding.
pub(super) fn fixture(arguments: &Fixture) -> Result<Exit, Exit> {
    let Compared { report, view, exit, .. } = commands::compared(&arguments.settle)?;
    let found = all(&report, &view);
    let shown = named(&found, &arguments.id)?;
    let names = if arguments.anonymous { other_names(&report, shown) } else { BTreeMap::new() };
    let folder = arguments.output.join(format!("{}-{}", shown.finding.kind, &shown.id[..8]));
    write(&folder, &report, shown, &names).map_err(|error| {
        tell("error", &format!("{}: cannot be written: {error}", folder.display()));
        Exit::Failed
    })?;
    Ok(print(exit, |out| {
        use std::io::Write;
        writeln!(out, "{}", folder.display())
    }))
}

/// The finding whose id begins so.
fn named<'s, 'r>(found: &'s [Shown<'r>], id: &str) -> Result<&'s Shown<'r>, Exit> {
    let mut matching = found.iter().filter(|shown| shown.id.starts_with(id));
    let failed = |message: String| {
        tell("error", &message);
        Exit::Failed
    };
    match (matching.next(), matching.next()) {
        (Some(shown), None) => Ok(shown),
        (Some(shown), Some(_)) if shown.id == id => Ok(shown),
        (Some(_), Some(_)) => {
            Err(failed(format!("several findings have an id that begins with {id}: write more of it")))
        }
        (None, _) => Err(failed(format!("no finding has the id {id}: check --relations all prints them all"))),
    }
}

fn write(folder: &Path, report: &Report, shown: &Shown<'_>, names: &BTreeMap<String, String>) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let finding = shown.finding;
    let is_one_article = finding.left.article == finding.right.article;
    let (left, right) = ("a", if is_one_article { "a" } else { "b" });
    let side = |name: &str, side: &Evidence| {
        let text = &report.articles[side.article].text;
        serde_json::json!({"article": name, "quote": renamed(side.span.of(text), names)})
    };
    let expected = serde_json::json!({
        "relation": "none",
        "kind": finding.kind,
        "left": side(left, &finding.left),
        "right": side(right, &finding.right),
        "why": "",
    });
    fs::write(folder.join("expected.jsonl"), format!("{expected}\n"))?;
    let sides: &[&Evidence] = if is_one_article { &[&finding.left, &finding.right] } else { &[&finding.left] };
    fs::write(folder.join("a.md"), article(report, sides, names))?;
    if !is_one_article {
        fs::write(folder.join("b.md"), article(report, &[&finding.right], names))?;
    }
    Ok(())
}

/// The article cut to the sentences of its sides, with its day.
fn article(report: &Report, sides: &[&Evidence], names: &BTreeMap<String, String>) -> String {
    let number = sides[0].article;
    let article: &Article = &report.articles[number];
    let mut spans: Vec<_> = sides.iter().map(|side| side.sentence).collect();
    spans.sort();
    spans.dedup();
    let sentences: Vec<String> = spans.iter().map(|span| renamed(span.of(&article.text), names)).collect();
    let day = report.anchors.get(number).copied().flatten().map(|anchor| format!("published: {}\n", anchor.day));
    format!("---\n{}---\n\n{}\n", day.unwrap_or_default(), sentences.join("\n\n"))
}

/// For each name of both sentences another one of the same sort, the same for the same name.
fn other_names(report: &Report, shown: &Shown<'_>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut used: BTreeMap<Role, usize> = BTreeMap::new();
    for side in [&shown.finding.left, &shown.finding.right] {
        let article = &report.articles[side.article];
        let document = language::analyze(article);
        let entities = entity::annotate(&document);
        for mention in entities.mentions.iter().filter(|mention| side.sentence.contains(mention.span)) {
            let role = entities.names[mention.entity].role;
            let own = mention.span.of(&article.text);
            let is_named = own.chars().any(char::is_uppercase);
            if is_named && !names.contains_key(own) {
                let number = used.entry(role).or_default();
                names.insert(own.to_owned(), invented(role, *number));
                *number += 1;
            }
        }
    }
    names
}

/// The invented name of a sort, numbered where the table has no more.
fn invented(role: Role, number: usize) -> String {
    let sort = match role {
        Role::Person => "person",
        Role::Body => "body",
        Role::Country => "country",
        Role::Place => "place",
        Role::Other => "other",
    };
    let names: Vec<&str> = table::rows(include_str!("data/invented_names.tsv"))
        .filter(|(_, of)| *of == sort)
        .map(|(name, _)| name)
        .collect();
    match names.get(number) {
        Some(name) => (*name).to_owned(),
        None => format!("{} {}", names[number % names.len()], number / names.len() + 1),
    }
}

/// The text with all names exchanged, the longest first.
fn renamed(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut longest: Vec<(&String, &String)> = names.iter().collect();
    longest.sort_by_key(|(own, _)| std::cmp::Reverse(own.len()));
    let mut parts = vec![(text.to_owned(), true)];
    for (own, other) in longest {
        parts = parts
            .into_iter()
            .flat_map(|(part, is_open)| match is_open {
                true => exchanged(&part, own, other),
                false => vec![(part, false)],
            })
            .collect();
    }
    parts.into_iter().map(|(part, _)| part).collect()
}

/// The parts of a text around a name, which is exchanged and not looked at again.
fn exchanged(text: &str, own: &str, other: &str) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    for (number, part) in text.split(own).enumerate() {
        if number > 0 {
            parts.push((other.to_owned(), false));
        }
        parts.push((part.to_owned(), true));
    }
    parts
}
