//! `html`: one page that needs nothing else: findings with both articles beside each other, timeline, promises.
//!
//! The data stands in the page as JSON and is drawn by its script, text always as text; offsets count UTF-16 units, as
//! the script's strings do.

mod data;

use std::io::{self, Write};

use super::{Format, Report, Subject, View};
use data::Data;

/// The parts of the page; the data goes between them.
const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A page for a browser.
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn endings(&self) -> &'static [&'static str] {
        &[".html", ".htm"]
    }

    fn has(&self, subject: Subject) -> bool {
        subject != Subject::Times
    }

    fn render(&self, subject: Subject, report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
        let data = serde_json::to_string(&Data::of(subject, report, view))?;
        for part in PAGE.split("{{").enumerate() {
            match part {
                (0, start) => out.write_all(start.as_bytes())?,
                (_, part) => {
                    let (name, rest) = part.split_once("}}").expect("the page closes what it opens");
                    match name {
                        "style" => out.write_all(STYLE.as_bytes())?,
                        "script" => out.write_all(SCRIPT.as_bytes())?,
                        _ => out.write_all(in_script(&data).as_bytes())?,
                    }
                    out.write_all(rest.as_bytes())?;
                }
            }
        }
        Ok(())
    }
}

/// JSON that a script element can hold: nothing in it ends the element or a line of a script.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_the_script() {
        assert_eq!(in_script(r#"["</script><!--"]"#), r#"["\u003c/script>\u003c!--"]"#);
    }
}
