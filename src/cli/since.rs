//! `--new-since REV`: which lines of which files changed since a git revision.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::exit::Exit;
use super::output::tell;
use crate::article::Places;
use crate::report::{Report, ids};
use crate::verdict::Evidence;

/// The lines that changed, by file.
pub(super) struct Changes {
    lines: HashMap<PathBuf, Vec<RangeInclusive<usize>>>,
}

impl Changes {
    /// Asks git; outside of a repository, or where the revision is none, says so.
    pub(super) fn since(revision: &str, paths: &[PathBuf]) -> Result<Self, Exit> {
        let folder = paths.first().filter(|path| path.as_os_str() != "-").map_or(Path::new("."), PathBuf::as_path);
        let folder = if folder.is_dir() { folder } else { folder.parent().unwrap_or(Path::new(".")) };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let root = PathBuf::from(git(folder, &["rev-parse", "--show-toplevel"])?.trim_end());
        let difference = git(
            &root,
            &["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--end-of-options", revision, "--"],
        )?;
        let new = git(&root, &["ls-files", "--others", "--exclude-standard", "-z"])?;
        let mut lines = changed(&root, &difference);
        lines.extend(
            new.split('\0').filter(|name| !name.is_empty()).map(|name| (root.join(name), vec![1..=usize::MAX])),
        );
        let whole = |(path, lines): (PathBuf, _)| (path.canonicalize().unwrap_or(path), lines);
        Ok(Self { lines: lines.into_iter().map(whole).collect() })
    }

    /// The ids of the findings of which a side touches a changed line.
    pub(super) fn touched(&self, report: &Report) -> HashSet<String> {
        let places: Vec<Places<'_>> = report.articles.iter().map(Places::of).collect();
        let is_touched = |side: &Evidence| {
            let article = &report.articles[side.article];
            let file = Path::new(article.path.split('#').next().unwrap_or(&article.path));
            let Some(changed) = file.canonicalize().ok().and_then(|file| self.lines.get(&file)) else { return false };
            let first = places[side.article].place(side.sentence).line;
            let last = first + side.sentence.of(&article.text).matches('\n').count();
            // Lines of a collection of articles are not lines of its file: any change of the file counts.
            article.path.contains('#') || changed.iter().any(|lines| *lines.start() <= last && first <= *lines.end())
        };
        let numbered = report.findings.iter().zip(ids(report));
        numbered.filter(|(one, _)| is_touched(&one.left) || is_touched(&one.right)).map(|(_, id)| id).collect()
    }
}

/// The new lines of each file of a diff without context.
fn changed(root: &Path, difference: &str) -> HashMap<PathBuf, Vec<RangeInclusive<usize>>> {
    let mut lines: HashMap<PathBuf, Vec<RangeInclusive<usize>>> = HashMap::new();
    let mut file = None;
    for line in difference.lines() {
        if let Some(name) = line.strip_prefix("+++ ") {
            file = name.strip_prefix("b/").map(|name| root.join(name));
        } else if let Some(range) = line.strip_prefix("@@ ").and_then(hunk) {
            file.iter().for_each(|file| lines.entry(file.clone()).or_default().push(range.clone()));
        }
    }
    lines
}

/// The new lines of "-3,2 +5,4 @@ …"; a hunk that only takes lines out touches those around it.
fn hunk(header: &str) -> Option<RangeInclusive<usize>> {
    let new = header.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    Some(if count == 0 { start..=start + 1 } else { start..=start + count - 1 })
}

fn git(folder: &Path, arguments: &[&str]) -> Result<String, Exit> {
    let failed = |message: &str| {
        tell("error", &format!("--new-since: {message}"));
        Exit::Failed
    };
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.map_err(|error| failed(&format!("git cannot be run: {error}")))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(failed(String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or("git failed"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_name_their_new_lines() {
        let difference = "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n@@ -3,2 +5,4 @@ The\n+x\n@@ -9 +12 @@\n+y\n@@ -20,2 +22,0 @@\n-z\n";
        let lines = changed(Path::new("/r"), difference);
        assert_eq!(lines[Path::new("/r/x.md")], [5..=8, 12..=12, 22..=23]);
    }
}
