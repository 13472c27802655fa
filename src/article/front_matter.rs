//! YAML between two lines `---` at the top of a Markdown file -> title, source and day of publication.

use serde::Deserialize;

use super::published::day_of_publication;
use super::{ArticleError, Published, PublishedFrom};
use crate::span::Span;

/// The most bytes that front matter may have; a few fields need no more.
const LIMIT: usize = 64 * 1024;

/// What the front matter says; other fields are passed over.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) published: Option<Published>,
    /// The byte of the file where the body begins.
    pub(super) body: usize,
}

#[derive(Deserialize)]
struct Fields {
    title: Option<String>,
    source: Option<String>,
    published: Option<String>,
}

/// Reads the front matter of a file, if its first line is `---`.
pub(super) fn read(path: &str, file: &str) -> Result<FrontMatter, ArticleError> {
    let start = file.len() - file.trim_start_matches('\u{feff}').len();
    let mut lines = file[start..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        return Ok(FrontMatter { body: start, ..FrontMatter::default() });
    };
    let yaml_start = start + first.len();
    let mut end = yaml_start;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            let body = end + line.len();
            return Ok(FrontMatter { body, ..fields(path, &file[yaml_start..end])? });
        }
        end += line.len();
    }
    Err(ArticleError::new(path, Some(1), "front matter does not end: add a line ---"))
}

fn fields(path: &str, yaml: &str) -> Result<FrontMatter, ArticleError> {
    let fail = |line: Option<usize>, message: String| ArticleError::new(path, line, message);
    if yaml.len() > LIMIT {
        return Err(fail(Some(1), "front matter longer than 64 KB: keep title, source and published".to_owned()));
    }
    let fields: Option<Fields> = serde_saphyr::from_str_with_options(yaml, bounded()).map_err(|error| {
        let line = error.location().map(|location| location.line() as usize + 1).filter(|line| *line > 1);
        let message = error.without_snippet().to_string();
        let what = message.split(" at line ").next().unwrap_or_default().lines().next().unwrap_or_default();
        fail(line, format!("bad front matter: {what}: write lines of the form key: \"value\""))
    })?;
    let Some(fields) = fields else { return Ok(FrontMatter::default()) };
    let published = match fields.published.as_deref().map(str::trim).filter(|day| !day.is_empty()) {
        Some(day) => Some(day_of_publication(day).map_err(|message| fail(line_number(yaml, "published"), message))?),
        None => None,
    };
    Ok(FrontMatter {
        title: stated(fields.title),
        source: stated(fields.source),
        published: published.map(|day| Published { day, from: PublishedFrom::FrontMatter }),
        body: 0,
    })
}

/// Options under which no text of 64 KB takes long: aliases may not multiply what they stand for.
fn bounded() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_events: 100_000,
            max_nodes: 50_000,
            max_aliases: 100,
            max_anchors: 100,
            max_recorded_anchor_events: 100_000,
            max_merge_keys: 10,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: 10_000,
            max_replay_stack_depth: 8,
            max_alias_expansions_per_anchor: 100,
        },
        with_snippet: false,
    }
}

/// The words of a field on one line; blank is absent.
fn stated(field: Option<String>) -> Option<String> {
    let words = field?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// The place of the line that states the day of publication in a file's front matter.
pub(super) fn published_line(file: &str) -> Option<Span> {
    line_of(file, "published")
}

/// The place of the title's own words in a file's front matter; `None` where YAML writes them otherwise than they read.
///
/// "Rain" of `title: "Rain"`.
pub(super) fn title_words(file: &str, front: &FrontMatter) -> Option<Span> {
    let line = line_of(&file[..front.body], "title")?;
    let (key, value) = line.of(file).split_once(':')?;
    let words = value.trim().trim_matches(['"', '\'']);
    let start = line.start + key.len() + 1 + value.find(words)?;
    (front.title.as_deref() == Some(words)).then(|| Span::new(start, start + words.len()))
}

/// The first line that gives a key its value.
fn line_of(text: &str, key: &str) -> Option<Span> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')) {
            return Some(Span::new(start, start + line.trim_end().len()));
        }
        start += line.len();
        if start > LIMIT {
            break;
        }
    }
    None
}

/// The number of the file's line that holds a key of the front matter.
fn line_number(yaml: &str, key: &str) -> Option<usize> {
    let line = line_of(yaml, key)?;
    Some(yaml[..line.start].matches('\n').count() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, expected: Result<(&str, &str, &str, &str), &str>) {
        let got = read("a.md", file);
        let got = got.as_ref().map(|front| {
            let published = front.published.map_or(String::new(), |published| published.day.to_string());
            let words = |field: &Option<String>| field.clone().unwrap_or_default();
            (words(&front.title), words(&front.source), published, file[front.body..].to_owned())
        });
        let owned = |(a, b, c, d): (&str, &str, &str, &str)| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned());
        assert_eq!(got.map_err(ToString::to_string), expected.map(owned).map_err(str::to_owned), "{file}");
    }

    /// Checks the message for what is no YAML of the kind wanted.
    fn refused(file: &str, place: &str, what: &str) {
        let message = format!("{place}: bad front matter: {what}: write lines of the form key: \"value\"");
        check(file, Err(&message));
    }

    #[test]
    fn fields_are_read_and_the_body_follows() {
        let full = "---\ntitle: \"Dam: done\"\nsource: The Echo\npublished: 2024-04-09\ntags: [a, b]\n---\nIt rained.";
        check(full, Ok(("Dam: done", "The Echo", "2024-04-09", "It rained.")));
        check("\u{feff}---\r\npublished: 2025-03-06T23:30:00+02:00\r\n---\r\nx", Ok(("", "", "2025-03-06", "x")));
        check("---\ntitle: >\n  Dam\n  done\nsource: 2024\n...\n", Ok(("Dam done", "2024", "", "")));
        check("---\n---\nx", Ok(("", "", "", "x")));
        check("---\n# nothing\ntitle:\n---\nx", Ok(("", "", "", "x")));
        check("It rained.\n---\n", Ok(("", "", "", "It rained.\n---\n")));
        check("----\nx", Ok(("", "", "", "----\nx")));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        check("---\ntitle: x\n\nIt rained.", Err("a.md:1: front matter does not end: add a line ---"));
        check(
            "---\ntitle: x\npublished: 2025-02-30\n---\n",
            Err("a.md:3: published: \"2025-02-30\" is no date: write YYYY-MM-DD"),
        );
        refused("---\ntitle: [a\n---\n", "a.md:2", "expected string scalar");
        refused("---\ntitle: Dam: done\n---\n", "a.md:2", "mapping values are not allowed in this context");
        refused("---\njust words\n---\n", "a.md:2", "expected mapping start");
        refused("---\ntitle: [a, b]\n---\n", "a.md:2", "expected string scalar");
    }

    #[test]
    fn aliases_cannot_multiply() {
        let mut bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (name, last) in ('b'..='i').zip('a'..) {
            let nine = vec![format!("*{last}"); 9].join(", ");
            bomb.push_str(&format!("{name}: &{name} [{nine}]\n"));
        }
        bomb.push_str("title: *i\n---\n");
        refused(&bomb, "a.md:6", "alias replay limit exceeded: total_replayed_events=10001 > 10000");
        let deep = format!("---\na: {}\n---\n", "[".repeat(60_000));
        refused(&deep, "a.md:2", "recursion limit exceeded");
        let long = format!("---\na: {}\n---\n", "x".repeat(70_000));
        check(&long, Err("a.md:1: front matter longer than 64 KB: keep title, source and published"));
    }
}
