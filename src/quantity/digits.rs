//! One word of digits -> its value, its rounding step and the letters after it: "1,200", "5.3bn", "21st".

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits<'a> {
    pub(super) value: f64,
    pub(super) step: f64,
    /// What stands after the digits in the same word.
    pub(super) rest: &'a str,
}

/// Reads the number that a word begins with; thousands are parted by commas, decimals by a point.
///
/// "1,200" is 1200 with step 100, "5.3bn" is 5.3 with step 0.1 and the rest "bn". Words with a leading zero ("020"),
/// wrong groups ("1,20") or several points ("2.1.3") are no numbers.
pub(super) fn read(word: &str) -> Option<Digits<'_>> {
    let whole_end = word.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(word.len());
    let whole = whole(word[..whole_end].trim_end_matches(','))?;
    let mut rest = &word[word[..whole_end].trim_end_matches(',').len()..];
    let mut decimals = "";
    if let Some(after) = rest.strip_prefix('.') {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        decimals = &after[..end];
        rest = &after[end..];
        if decimals.is_empty() || rest.starts_with('.') {
            return None;
        }
    }
    if let Some((part, after)) = vulgar_fraction(rest).filter(|_| decimals.is_empty()) {
        let value = if whole.is_empty() { part } else { whole.parse::<f64>().ok()? + part };
        return Some(Digits { value, step: part, rest: after });
    }
    if whole.is_empty() && decimals.is_empty() {
        return None;
    }
    let value = format!("{}.{decimals}0", if whole.is_empty() { "0" } else { &whole }).parse().ok()?;
    Some(Digits { value, step: step(&whole, decimals), rest })
}

/// The digits without commas; `None` where the groups between commas are not of three, or zeros lead.
fn whole(digits: &str) -> Option<String> {
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or("");
    let is_grouped = digits.contains(',');
    let leads_with_zero = first.len() > 1 && first.starts_with('0');
    if leads_with_zero || digits.len() > MOST_DIGITS || (is_grouped && !(1..=3).contains(&first.len())) {
        return None;
    }
    // Indian English groups by two above the thousands: 1,20,000.
    let sizes: Vec<usize> = groups.map(str::len).collect();
    let (last, middle) = sizes.split_last().map_or((3, &[][..]), |(last, middle)| (*last, middle));
    let fits = last == 3 && (middle.iter().all(|&size| size == 3) || middle.iter().all(|&size| size == 2));
    fits.then(|| digits.replace(',', ""))
}

const MOST_DIGITS: usize = 24;

fn vulgar_fraction(rest: &str) -> Option<(f64, &str)> {
    let first = rest.chars().next()?;
    let part = match first {
        '½' => 1.0 / 2.0,
        '¼' => 1.0 / 4.0,
        '¾' => 3.0 / 4.0,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 1.0 / 5.0,
        '⅛' => 1.0 / 8.0,
        _ => return None,
    };
    Some((part, &rest[first.len_utf8()..]))
}

/// The place of the last digit that is not a rounding zero; numbers below a hundred are taken as exact.
fn step(whole: &str, decimals: &str) -> f64 {
    if !decimals.is_empty() {
        return 10f64.powi(-(decimals.len() as i32));
    }
    let zeros = whole.len() - whole.trim_end_matches('0').len();
    if whole.len() <= 2 { 1.0 } else { 10f64.powi(zeros.min(whole.len() - 1) as i32) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<(f64, f64, &str)>) {
        assert_eq!(read(word).map(|digits| (digits.value, digits.step, digits.rest)), expected, "{word}");
    }

    #[test]
    fn value_step_and_rest_are_read() {
        check("1,200", Some((1200.0, 100.0, "")));
        check("12", Some((12.0, 1.0, "")));
        check("50", Some((50.0, 1.0, "")));
        check("300", Some((300.0, 100.0, "")));
        check("5.3bn", Some((5.3, 0.1, "bn")));
        check("1.20", Some((1.2, 0.01, "")));
        check(".25", Some((0.25, 0.01, "")));
        check("21st", Some((21.0, 1.0, "st")));
        check("5½", Some((5.5, 0.5, "")));
        check("1,20,000", Some((120_000.0, 10_000.0, "")));
        check("0", Some((0.0, 1.0, "")));
    }

    #[test]
    fn other_words_are_no_numbers() {
        for word in ["020", "2.1.3", "1,20", "12,", "5.", "", ".", "people", "1,0000", "½"] {
            let is_whole = read(word).is_some_and(|digits| digits.rest.is_empty());
            assert!(!is_whole || word == "½", "{word}");
        }
        check(&"9".repeat(400), None);
    }
}
