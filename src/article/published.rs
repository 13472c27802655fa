//! The stated day of publication: "2025-03-06", with or without time and zone.

use jiff::civil::Date;

/// Reads a day of publication as it is written, whatever the time and zone behind it.
///
/// "2025-03-06T23:30:00+02:00" is 2025-03-06. The message of the error names the field and what to write.
pub fn day_of_publication(stated: &str) -> Result<Date, String> {
    let trimmed = stated.trim();
    let wrong = || format!("published: \"{stated}\" is no date: write YYYY-MM-DD");
    let (day, rest) = trimmed.split_at_checked(10).ok_or_else(wrong)?;
    let is_written_out = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    match is_written_out && is_time(rest) {
        true => day.parse().map_err(|_| wrong()),
        false => Err(wrong()),
    }
}

/// Whether what follows a day is nothing or a time of day with its zone: "T23:30:00+02:00", " 14:05 UTC".
fn is_time(rest: &str) -> bool {
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else { return rest.is_empty() };
    let time = time.trim_start();
    let digits = |range: std::ops::Range<usize>| {
        time.get(range).is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    digits(0..2) && (time.len() == 2 || (time[2..].starts_with(':') && digits(3..5)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stated: &str, expected: Result<&str, &str>) {
        let got = day_of_publication(stated);
        assert_eq!(got.as_ref().map(ToString::to_string).map_err(String::as_str), expected.map(str::to_owned));
    }

    #[test]
    fn the_day_is_as_written() {
        check("2025-03-06", Ok("2025-03-06"));
        check(" 2024-02-29 ", Ok("2024-02-29"));
        check("2025-03-06T23:30:00+02:00", Ok("2025-03-06"));
        check("2025-03-06 00:10", Ok("2025-03-06"));
        check("2025-03-06t07", Ok("2025-03-06"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        check("2025-02-30", Err("published: \"2025-02-30\" is no date: write YYYY-MM-DD"));
        check("March 6", Err("published: \"March 6\" is no date: write YYYY-MM-DD"));
        check("2025-3-6", Err("published: \"2025-3-6\" is no date: write YYYY-MM-DD"));
        check("2025-03-06é", Err("published: \"2025-03-06é\" is no date: write YYYY-MM-DD"));
        check("2025-03-06T9h", Err("published: \"2025-03-06T9h\" is no date: write YYYY-MM-DD"));
        check("+025-03-06", Err("published: \"+025-03-06\" is no date: write YYYY-MM-DD"));
        check("2025é03-06", Err("published: \"2025é03-06\" is no date: write YYYY-MM-DD"));
        check("", Err("published: \"\" is no date: write YYYY-MM-DD"));
    }
}
