//! `--jsonl`: what goes in and what comes out, line by line.

use crate::program::Folder;

/// Runs a filter and compares all answers.
fn check(command: &str, lines: &[&str], expected: &[&str]) {
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let run = Folder::with(&[]).run_with(&[command, "--jsonl"], input.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn bad_lines_are_answered_in_their_place() {
    check(
        "times",
        &[
            r#"{"id":1,"dct":"2025-03-05","text":"Nothing dated."}"#,
            "",
            "{",
            "[1,2]",
            r#"{"id":{"a":[1.50]},"dct":"2025-02-30","text":"x"}"#,
            r#"{"id":"b","dct":20250305,"text":"x"}"#,
            r#"{"id":"c"}"#,
            r#"{"id":"d","text":["x"]}"#,
            r#"{"dct":null,"text":""}"#,
        ],
        &[
            r#"{"id":1,"timexes":[]}"#,
            r#"{"id":null,"error":"the line is empty"}"#,
            r#"{"id":null,"error":"not the expected JSON object: EOF while parsing an object at line 1 column 1"}"#,
            r#"{"id":null,"error":"not a JSON object"}"#,
            r#"{"id":{"a":[1.50]},"error":"dct: \"2025-02-30\" is no date: write YYYY-MM-DD"}"#,
            r#"{"id":"b","error":"dct: not a string"}"#,
            r#"{"id":"c","error":"no field \"text\""}"#,
            r#"{"id":"d","error":"text: not a string"}"#,
            r#"{"id":null,"timexes":[]}"#,
        ],
    );
}

#[test]
fn claims_take_articles() {
    check(
        "claims",
        &[r#"{"id":"a","published":"2025-02-30","text":"It rained."}"#, r#"{"id":"b","text":" "}"#, r#"{"id":"c"}"#],
        &[
            r#"{"id":"a","error":"published: \"2025-02-30\" is no date: write YYYY-MM-DD"}"#,
            r#"{"id":"b","error":"the article is empty"}"#,
            r#"{"id":"c","error":"no field \"text\": put the article's text there"}"#,
        ],
    );
}

#[test]
fn texts_that_share_nothing_are_neutral() {
    check(
        "compare",
        &[
            r#"{"id":"a","a":"It rained.","b":"The choir sang.","date_a":"2025-03-05","title_b":"Choir"}"#,
            r#"{"id":"b","a":"It rained."}"#,
            r#"{"id":"c","a":"","b":"","source_a":7}"#,
        ],
        &[
            r#"{"id":"a","label":"neutral","score":0.0}"#,
            r#"{"id":"b","error":"no field \"b\""}"#,
            r#"{"id":"c","error":"source_a: not a string"}"#,
        ],
    );
}

#[test]
fn many_lines_keep_their_order_for_any_number_of_threads() {
    let input: String =
        (0..2_000).map(|id| format!("{{\"id\":{id},\"text\":\"It rained in street {id}.\"}}\n")).collect();
    let expected: String = (0..2_000).map(|id| format!("{{\"id\":{id},\"timexes\":[]}}\n")).collect();
    for threads in ["1", "4"] {
        let run = Folder::with(&[]).run_with(&["times", "--jsonl", "--threads", threads], input.as_bytes());
        assert_eq!((run.code, run.stdout.as_str()), (Some(0), expected.as_str()));
    }
}

#[test]
fn bytes_that_are_no_text_are_answered() {
    let run =
        Folder::with(&[]).run_with(&["times", "--jsonl"], b"{\"id\":1,\"text\":\"\xff\"}\n{\"id\":2,\"text\":\"x\"}");
    let expected = "{\"id\":null,\"error\":\"not UTF-8 at byte 16\"}\n{\"id\":2,\"timexes\":[]}\n";
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), expected));
}
