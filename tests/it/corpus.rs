//! Every story of `corpus/`, held to the rules of `corpus/FORMAT.md`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use claimdiff::verdict::kind_names;

/// Writers of `dev` of whom `train` has nothing: figures that are quoted come from them.
const UNSEEN: &str = include_str!("../../corpus/unseen.txt");

/// The relations that each mark may have.
const MARKS: [(&str, &[&str]); 5] = [
    ("!", &["conflict"]),
    ("=", &["agree", "refine"]),
    (">", &["update", "missed", "kept"]),
    ("d", &["disputed"]),
    ("~", &["trap"]),
];

/// A story while it is read: the sentences of its articles by letter, the title first.
#[derive(Default)]
struct Story {
    id: String,
    line: usize,
    articles: BTreeMap<char, Vec<String>>,
    links: usize,
}

/// Reads a file of stories; gives their ids with their lines and the errors as "line: message".
fn check_stories(text: &str) -> (Vec<(String, usize)>, Vec<String>) {
    let (mut stories, mut errors): (Vec<Story>, Vec<String>) = (Vec::new(), Vec::new());
    let mut article = None;
    for (number, line) in text.lines().enumerate() {
        let (number, line) = (number + 1, line.trim());
        if let Some(head) = line.strip_prefix("###") {
            let id = head.split('|').next().unwrap_or("").trim().to_owned();
            stories.push(Story { id, line: number, ..Story::default() });
            article = None;
            continue;
        }
        let Some(story) = stories.last_mut() else {
            if !line.is_empty() {
                errors.push(format!("{number}: text before the first story"));
            }
            continue;
        };
        let result = read_line(story, &mut article, line);
        errors.extend(result.err().map(|message| format!("{number}: {message}")));
    }
    for story in &stories {
        if story.articles.is_empty() || story.articles.len() == 1 && story.links == 0 {
            errors.push(format!("{}: story {} has too few articles or links", story.line, story.id));
        }
    }
    (stories.into_iter().map(|story| (story.id, story.line)).collect(), errors)
}

fn read_line(story: &mut Story, article: &mut Option<char>, line: &str) -> Result<(), String> {
    if line.is_empty() {
        return Ok(());
    }
    if line.starts_with("## ") {
        return article.map(|_| ()).ok_or_else(|| "heading outside an article".to_owned());
    }
    let mut letters = line.chars();
    let (first, second) = (letters.next().unwrap_or(' '), letters.next());
    if ('A'..='D').contains(&first) && line[1..].starts_with(" |") {
        let parts: Vec<&str> = line.splitn(4, '|').map(str::trim).collect();
        let &[_, _, day, title] = parts.as_slice() else { return Err("an article has source, date and title".into()) };
        *article = Some(first);
        if story.articles.insert(first, vec![title.to_owned()]).is_some() {
            return Err(format!("article {first} is there already"));
        }
        let is_date = day.is_empty() || day.parse::<jiff::civil::Date>().is_ok();
        return if is_date { Ok(()) } else { Err(format!("{day:?} is no date")) };
    }
    if first.is_ascii_digit() {
        let (stated, sentence) = line.split_once(". ").ok_or("a sentence has its number and a full stop")?;
        let sentences =
            article.and_then(|letter| story.articles.get_mut(&letter)).ok_or("a sentence without article")?;
        let expected = sentences.len();
        sentences.push(sentence.trim().to_owned());
        return if stated == expected.to_string() { Ok(()) } else { Err(format!("{stated} instead of {expected}")) };
    }
    if second == Some(' ') && MARKS.iter().any(|(mark, _)| mark.starts_with(first)) {
        story.links += 1;
        return check_link(story, line);
    }
    Err(format!("cannot be read: {line:.60}"))
}

/// A mark, left sentences, right sentences, relation, kind, and the words that carry the value.
fn check_link(story: &Story, line: &str) -> Result<(), String> {
    let mut parts = line.split("::").map(str::trim);
    let fields: Vec<&str> = parts.next().unwrap_or("").split_whitespace().collect();
    let words: Vec<&str> = parts.collect();
    let (&[mark, left, right, relation], kind) = match fields.as_slice() {
        [head @ .., kind] if fields.len() == 5 => (<&[&str; 4]>::try_from(head).expect("four of five"), Some(*kind)),
        head => (<&[&str; 4]>::try_from(head).map_err(|_| "a link has a mark, two sides and a relation")?, None),
    };
    if !MARKS.iter().any(|(known, relations)| *known == mark && relations.contains(&relation)) {
        return Err(format!("relation {relation} does not fit mark {mark}"));
    }
    match kind {
        Some(kind) if !is_kind(kind) => return Err(format!("{kind} is no kind")),
        None if relation != "trap" => return Err("a link has a kind".to_owned()),
        _ => {}
    }
    if !matches!(words.len(), 0 | 2) {
        return Err("the words that carry a value stand on both sides, :: left :: right".to_owned());
    }
    let (left, right) = (sentences(story, left)?, sentences(story, right)?);
    let is_missing = |side: &[&String], at: usize| {
        words.get(at).filter(|word| !word.is_empty() && side.len() == 1 && !side[0].contains(**word)).copied()
    };
    match is_missing(&left, 0).or_else(|| is_missing(&right, 1)) {
        Some(word) => Err(format!("{word:?} is not in its sentence")),
        None => Ok(()),
    }
}

/// The kinds of findings, and `event`: the same fact, with nothing particular compared.
fn is_kind(kind: &str) -> bool {
    kind == "event" || kind_names().any(|known| known == kind)
}

/// The sentences of a side: "A0,A2".
fn sentences<'s>(story: &'s Story, side: &str) -> Result<Vec<&'s String>, String> {
    let sentence = |name: &str| {
        let article = name.chars().next().and_then(|letter| story.articles.get(&letter))?;
        article.get(name.get(1..)?.parse::<usize>().ok()?)
    };
    side.split(',').map(|name| sentence(name).ok_or_else(|| format!("there is no sentence {name}"))).collect()
}

fn files(split: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(split);
    let entries = std::fs::read_dir(folder).expect("the split has a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[test]
fn corpus_is_written_as_its_format_says() {
    let (mut errors, mut known): (Vec<String>, BTreeMap<String, String>) = (Vec::new(), BTreeMap::new());
    for path in files("train").into_iter().chain(files("dev")) {
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("a file of ours").display().to_string();
        let text = std::fs::read_to_string(&path).expect("a story file is UTF-8");
        let (ids, found) = check_stories(&text);
        errors.extend(found.into_iter().map(|error| format!("{name}:{error}")));
        for (id, line) in ids {
            let place = format!("{name}:{line}");
            if let Some(other) = known.get(&id) {
                errors.push(format!("{place}: story {id} is at {other} too"));
            }
            known.insert(id, place);
        }
    }
    assert!(errors.is_empty(), "{} errors\n{}", errors.len(), errors.join("\n"));
}

#[test]
fn the_five_writers_teach_nothing() {
    let of_unseen = |path: &PathBuf| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        UNSEEN.lines().any(|writer| name.split('_').next() == Some(writer))
    };
    assert_eq!(files("train").into_iter().filter(of_unseen).collect::<Vec<_>>(), Vec::<PathBuf>::new());
    assert!(files("dev").iter().any(of_unseen));
}

#[test]
fn errors_of_a_story_are_told_with_their_lines() {
    let story = "### one | trade
A | Paper | 2024-02-30 | Title
1. The mill opened on Monday.
3. It has 38 workers.
B | Radio | 2024-02-27 | Other title
## Heading
1. The mill opened on Tuesday.
! A1 B1 agree date
= A1 B9 agree date
! A1 B1 conflict weather
! A1 B1 conflict date :: on Monday :: on Friday
! A1 B1 conflict date :: on Monday
loose words
A | Paper | 2024-02-29 | Title
### two | trade
A | Paper | 2024-02-29 | Title";
    let (ids, errors) = check_stories(story);
    let expected = [
        "2: \"2024-02-30\" is no date",
        "4: 3 instead of 2",
        "8: relation agree does not fit mark !",
        "9: there is no sentence B9",
        "10: weather is no kind",
        "11: \"on Friday\" is not in its sentence",
        "12: the words that carry a value stand on both sides, :: left :: right",
        "13: cannot be read: loose words",
        "14: article A is there already",
        "15: story two has too few articles or links",
    ];
    assert_eq!(
        (ids, errors),
        (vec![("one".to_owned(), 1), ("two".to_owned(), 15)], expected.map(str::to_owned).to_vec())
    );
}
