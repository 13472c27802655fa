//! Runs `corpus.tsv`, and holds the tables of `data/` against it.

use jiff::civil::{Date, Weekday};

use crate::article::{self, Article, Published, PublishedFrom};
use crate::language::{self, Document};
use crate::table;
use crate::time::lexicon::TABLES;
use crate::time::{Customs, DateOrder, Direction, Fault, Modifier, Timex, annotate};

const CORPUS: &str = include_str!("corpus.tsv");

/// Bounds, what is counted from events and from dates mentioned, and impossible dates.
const BOUNDS: &str = include_str!("bounds.corpus.tsv");

/// Sentences that date events and promise things, as newspapers write them.
const NEWS: &str = include_str!("news.corpus.tsv");

/// Lines of chat, which leaves articles, capitals and prepositions out and means the days to come.
const CHAT: &str = include_str!("chat.corpus.tsv");

/// The expressions of a text, as the corpus writes them.
fn found(text: &str, published: &str, customs: Customs) -> String {
    let mut article = article::from_text("corpus", text.to_owned());
    let day = published.parse().expect("the corpus names a day");
    article.published = Some(Published { day, from: PublishedFrom::CommandLine });
    let document = language::analyze(&article);
    let times = annotate(&article, &document, customs);
    let written: Vec<String> = times.timexes.iter().map(|timex| write(text, timex)).collect();
    if written.is_empty() { "-".to_owned() } else { written.join("; ") }
}

fn write(text: &str, timex: &Timex) -> String {
    let modifier = timex.modifier.map_or(String::new(), |modifier| format!("%{}", name(modifier)));
    let days = timex.interval.map_or(String::new(), |interval| {
        let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
        match (day(interval.start), day(interval.last())) {
            (first, last) if first == last => format!("[{first}]"),
            (first, last) => format!("[{first}..{last}]"),
        }
    });
    let others: String = timex.alternatives.iter().map(|other| format!(" or {other}")).collect();
    let fault = match timex.fault {
        None => "",
        Some(Fault::NoSuchDay) => "!no such day",
        Some(Fault::OtherWeekday { .. }) => "!other weekday",
    };
    format!("{}={}{modifier}{days}{others}{fault}", timex.span.of(text), timex.value)
}

/// The name that TIMEX3 gives the modifier.
fn name(modifier: Modifier) -> String {
    let mut name = String::new();
    for letter in format!("{modifier:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_uppercase());
    }
    name
}

#[test]
fn corpus_lines_have_the_expressions_that_they_name() {
    let chat = Customs { direction: Direction::Future, ..Customs::default() };
    table::check_corpus(CORPUS, |text, day| found(text, day, Customs::default()));
    table::check_corpus(BOUNDS, |text, day| found(text, day, Customs::default()));
    table::check_corpus(NEWS, |text, day| found(text, day, Customs::default()));
    table::check_corpus(CHAT, |text, day| found(text, day, chat));
}

#[test]
fn tables_are_sorted_and_each_row_is_met_by_the_corpus() {
    let texts: String =
        table::rows(CORPUS).chain(table::rows(CHAT)).map(|(text, _)| format!(" {} ", text.to_lowercase())).collect();
    let mut unmet = Vec::new();
    for (name, rows) in TABLES {
        assert_eq!(table::first_out_of_order(rows), None, "{name}");
        let surfaces = table::rows(rows).map(|(surface, _)| surface.to_lowercase());
        unmet.extend(surfaces.filter(|surface| !is_met(&texts, surface)).map(|surface| format!("{name}: {surface}")));
    }
    assert!(unmet.is_empty(), "{unmet:?}");
}

/// Whether the texts have the surface as a word of its own, or as a part of a contraction: "wo" in "won't".
fn is_met(texts: &str, surface: &str) -> bool {
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    texts.match_indices(surface).any(|(at, _)| {
        let (before, after) = (&texts[..at], &texts[at + surface.len()..]);
        let begins = is_apart(before.chars().next_back()) || surface.starts_with(['\'', '’']);
        begins && (is_apart(after.chars().next()) || after.starts_with("n't"))
    })
}

#[test]
fn a_publisher_counts_days_as_it_likes() {
    let check = |text: &str, customs: Customs, expected: &str| {
        // A Wednesday.
        assert_eq!(found(text, "2022-01-26", customs), expected, "{text}");
    };
    let of_sundays = Customs { week_start: Weekday::Sunday, ..Customs::default() };
    let of_fridays = Customs { week_end: Some(Weekday::Friday), ..Customs::default() };
    let day_first = Customs { date_order: Some(DateOrder::DayFirst), ..Customs::default() };
    let month_first = Customs { date_order: Some(DateOrder::MonthFirst), ..Customs::default() };
    check("It opens next week.", of_sundays, "next week=2022-W05[2022-01-30..2022-02-05]");
    check("It opens on Sunday next week.", of_sundays, "Sunday next week=2022-01-30[2022-01-30]");
    check("It opens next week.", of_fridays, "next week=2022-W05[2022-01-31..2022-02-06]");
    check("He answers by the end of the week.", of_fridays, "the end of the week=2022-W04%END[..2022-01-28]");
    check("He answers by the end of the week.", of_sundays, "the end of the week=2022-W04%END[..2022-01-29]");
    check("It opened on 9/1/2022.", day_first, "9/1/2022=2022-01-09[2022-01-09]");
    check("It opened on 9/1/2021.", month_first, "9/1/2021=2021-09-01[2021-09-01]");
    // What the text itself shows is surer: its other date has no 21st month.
    check(
        "It opened on 9/1/2022, not 21/1/2022.",
        month_first,
        "9/1/2022=2022-01-09[2022-01-09]; 21/1/2022=2022-01-21[2022-01-21]",
    );
}

/// The first days of the document's expressions, counted from the day.
fn first_days(document: &Document<'_>, article: &Article, day: Date) -> Vec<Option<Date>> {
    let published = Some(Published { day, from: PublishedFrom::CommandLine });
    let dated = Article { published, ..article.clone() };
    let starts = |direction| {
        let timexes = annotate(&dated, document, Customs { direction, ..Customs::default() }).timexes;
        timexes.into_iter().map(|timex| timex.interval.and_then(|days| days.start)).collect::<Vec<_>>()
    };
    [starts(Direction::News), starts(Direction::Future)].concat()
}

#[test]
fn no_day_moves_back_as_the_anchor_moves_on() {
    let texts = [
        "They met on Monday.",
        "They will meet on Monday.",
        "They met last Friday, and they meet next Friday.",
        "They met in March, on March 9, on Feb. 29 and on the 15th.",
        "They will meet in March, on March 9, on Feb. 29 and on the 15th.",
        "It began last week, last month, last year, last quarter, last summer and last May.",
        "It begins next week, next month, next year, next quarter, next summer and next May.",
        "It ended yesterday, three days ago, two weeks ago, five months ago and ten years ago.",
        "It ends tomorrow, the day after tomorrow and three Fridays from now.",
        "They sang at Christmas, at Easter, on Thanksgiving, at Eid al-Fitr and on Memorial Day.",
        "The first Monday of this month, the last week of next year and the 20th of next month were free.",
    ];
    for text in texts {
        let article = article::from_text("corpus", text.to_owned());
        let document = language::analyze(&article);
        let mut before: Vec<Option<Date>> = Vec::new();
        for on in 0..800 {
            let anchor = Date::constant(2023, 1, 1).saturating_add(jiff::Span::new().days(on));
            let days = first_days(&document, &article, anchor);
            let moves_back =
                before.iter().zip(&days).position(|(before, now)| before.is_some() && now.is_some() && now < before);
            assert_eq!(moves_back, None, "{text} on {anchor}: {before:?} {days:?}");
            before = days;
        }
    }
}

#[test]
fn odd_texts_are_read_to_the_end() {
    let forty = "4".repeat(40);
    let texts = [
        "In the year 0 and in 9999, on 0001-01-01 and on 9999-12-31.".to_owned(),
        "On February 29, 1900, on Feb. 29, 2000, on 29.02.2100 and on February 29.".to_owned(),
        format!("{forty} days ago, in {forty} years, on May {forty} and {forty} weeks after Easter {forty}."),
        "three days after two weeks before the week of the first Monday of the last week of May of last year"
            .to_owned(),
        "next ".repeat(5_000),
        "a day after ".repeat(2_000),
        "the first Monday of ".repeat(1_000),
        "2-".repeat(2_000),
        "May 3, ".repeat(1_000),
    ];
    for text in texts {
        let article = article::from_text("corpus", text.clone());
        let document = language::analyze(&article);
        for day in [Date::MIN, Date::constant(2024, 2, 29), Date::MAX] {
            let days = first_days(&document, &article, day);
            assert!(days.iter().flatten().all(|day| (Date::MIN..=Date::MAX).contains(day)), "{text:.40}");
        }
    }
}
