//! Dates in digits, read letter by letter, as tokens part them anywhere: "21.01.2022", "2022-01-09", "05-Aug-2016",
//! "11/2016", "on 4/22", "2019-Q1", "2024-W23"; in chat also "2/15", "2014 / 10", "Oct2", "20161016".

use super::Stretch;
use super::years;
use crate::language::Tag;
use crate::time::base::Base;
use crate::time::calendar::Unit;
use crate::time::lexicon::{Role, lexicon};
use crate::time::meaning::{Calendar, Pick, Slot, Year};
use crate::time::words::Scan;

/// How many bytes the longest date in digits has.
const LONGEST: usize = 24;

/// One piece of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// A number and its digits.
    Number(u32, usize),
    /// A month by its name.
    Month(i8),
    /// "Q3".
    Quarter(i8),
    /// "W23".
    Week(i8),
}

/// The pieces of a date and what stands between them.
#[derive(Clone, Copy, Debug)]
struct Pieces {
    pieces: [Option<Piece>; 3],
    separators: [char; 2],
    count: usize,
    end: usize,
}

/// A date in digits.
pub(super) fn numeral(scan: &Scan<'_, '_, '_>, at: usize) -> Stretch {
    if at >= scan.end() || years::is_numbered(scan, at) || is_tail(scan, at) {
        return None;
    }
    let document = scan.document();
    let (from, line) = (document.tokens[at].span.start, document.tokens[scan.end() - 1].span.end);
    let mut to = line.min(from + LONGEST);
    while !document.text.is_char_boundary(to) {
        to -= 1;
    }
    if let Some(calendar) = of_eight_digits(scan.text(at)).filter(|_| scan.is_chat()) {
        return Some((calendar, at + 1));
    }
    let read = pieces(&document.text[from..to], scan.is_chat())?;
    let end = from + read.end;
    let next = (at..scan.end().min(at + 12)).find(|&token| document.tokens[token].span.end >= end)? + 1;
    let calendar = calendar(scan, at, &read)?;
    // "3/4 cup" is a share.
    let may_be_share = matches!(calendar, Calendar::Numeric { year: Year::Unsaid, .. });
    if may_be_share && matches!(scan.tag(next), Some(Tag::Nn | Tag::Nns)) {
        return None;
    }
    (document.tokens[next - 1].span.end == end && !goes_on(scan, next)).then_some((calendar, next))
}

/// "20161016".
fn of_eight_digits(text: &str) -> Option<Calendar> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let year = number(&text[..4]).filter(|year| (1900..2200).contains(year))?;
    let (month, day) = (small(number(&text[4..6])?, 12)?, small(number(&text[6..])?, 31)?);
    Some(Calendar::Date { year: said(year)?, month, day, weekday: None })
}

/// Whether the token is the end of a longer number or word: "650-650-6500".
fn is_tail(scan: &Scan<'_, '_, '_>, at: usize) -> bool {
    let joins =
        |at: usize| matches!(scan.text(at), "-" | "–" | "/" | "." | "," | "$" | "€" | "£" | "+") || scan.has_digit(at);
    at > scan.start() && (scan.is_glued(at) && joins(at - 1) || scan.is_one_of(at - 1, &["$", "€", "£"]))
}

/// Whether more of a number or name is glued to it.
fn goes_on(scan: &Scan<'_, '_, '_>, next: usize) -> bool {
    let more = |at: usize| scan.is_glued(at) && scan.text(at).starts_with(|letter: char| letter.is_alphanumeric());
    scan.is(next, "%")
        || more(next)
        || (scan.is_glued(next) && matches!(scan.text(next), "-" | "/" | "." | ":") && more(next + 1))
}

/// Up to three pieces that the text begins with. A space may stand for a separator, or around one, in chat only.
fn pieces(text: &str, spaced: bool) -> Option<Pieces> {
    let mut read = Pieces { pieces: [None; 3], separators: ['\0'; 2], count: 0, end: 0 };
    let mut at = 0;
    while read.count < 3 {
        let Some((piece, length)) = piece(&text[at..]) else { break };
        read.pieces[read.count] = Some(piece);
        read.count += 1;
        at += length;
        read.end = at;
        if read.count == 3 {
            break;
        }
        let rest = &text[at..];
        let spaces = |text: &str| if spaced { text.len() - text.trim_start_matches(' ').len() } else { 0 };
        let before = spaces(rest);
        let sign = rest[before..].chars().next().filter(|sign| matches!(sign, '-' | '–' | '/' | '.' | ','));
        // A comma only stands before a year: "11/20, 11/22" are two dates.
        if sign == Some(',') && read.count > 1 {
            break;
        }
        let length = sign.map_or(0, char::len_utf8);
        let after = if length > 0 { spaces(&rest[before + length..]) } else { 0 };
        read.separators[read.count - 1] = match sign {
            Some('–') => '-',
            Some(sign) => sign,
            None if before > 0 => ' ',
            None => '\0',
        };
        at += before + length + after;
    }
    (read.count > 1).then_some(read)
}

/// The piece at the start of the text and its length.
fn piece(text: &str) -> Option<(Piece, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return (digits <= 4)
            .then(|| text[..digits].parse().ok().map(|value| (Piece::Number(value, digits), digits)))?;
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let numbered = |most: i8| {
        let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
        let number = text[1..1 + digits].parse::<i8>().ok().filter(|number| (1..=most).contains(number))?;
        Some((number, 1 + digits))
    };
    match text.as_bytes().first()? {
        b'Q' | b'q' if letters == 1 => numbered(4).map(|(number, length)| (Piece::Quarter(number), length)),
        b'W' if letters == 1 => numbered(53).map(|(number, length)| (Piece::Week(number), length)),
        _ => {
            let roles = lexicon().roles(&text[..letters]);
            let month =
                roles.iter().find_map(|role| if let Role::Month(month) = role { Some(*month) } else { None })?;
            Some((Piece::Month(month), letters))
        }
    }
}

fn calendar(scan: &Scan<'_, '_, '_>, at: usize, read: &Pieces) -> Option<Calendar> {
    use Piece::{Month, Number, Quarter, Week};
    let [first, second] = read.separators;
    let chat = scan.is_chat();
    match (read.pieces[0]?, read.pieces[1]?, read.pieces[2]) {
        (Number(..), Number(..), Some(Number(..))) if first == second => numbers(read, chat),
        (_, _, Some(_)) => with_month(read),
        (Number(year, 4), Quarter(number), None) | (Quarter(number), Number(year, 4), None) => {
            (first != ',').then_some(Calendar::Quarter { number: Some(number), year: said(year)? })
        }
        (Number(year, 2), Quarter(number), None) if first == '\0' => {
            Some(Calendar::Quarter { number: Some(number), year: Year::Said(years::of_two_digits(year as i16)) })
        }
        (Number(year, 4), Week(number), None) if first == '-' => {
            let within = Base::Year(i16::try_from(year).ok()?);
            Some(Calendar::Nth { nth: number, slot: Slot::Unit(Unit::Week), within })
        }
        (Month(month), Number(year, 4), None) if !matches!(first, '\0' | ' ') => {
            Some(Calendar::Month { month, year: said(year)?, pick: Pick::Tense })
        }
        (Number(year, 4), Month(month), None) if chat => {
            Some(Calendar::Month { month, year: said(year)?, pick: Pick::Tense })
        }
        (Month(month), Number(day, 1 | 2), None) if first != ' ' && (chat || scan.is_capital(at)) => {
            (first != ',').then_some(Calendar::Date { year: Year::Unsaid, month, day: small(day, 31)?, weekday: None })
        }
        (Number(day, 1 | 2), Month(month), None) if chat && first == '\0' => {
            Some(Calendar::Date { year: Year::Unsaid, month, day: small(day, 31)?, weekday: None })
        }
        (Number(month, 1 | 2), Number(year, 4), None) if first == '/' || (chat && first == '-') => {
            Some(Calendar::Month { month: small(month, 12)?, year: said(year)?, pick: Pick::Tense })
        }
        (Number(year, 4), Number(month, 1 | 2), None) if chat && matches!(first, '/' | '-' | '.') => {
            Some(Calendar::Month { month: small(month, 12)?, year: said(year)?, pick: Pick::Tense })
        }
        (Number(one, 1 | 2), Number(two, 1 | 2), None) => without_year(scan, at, first, (one, two)),
        _ => None,
    }
}

/// "4/22" after what introduces a day: a preposition or a weekday. In chat a stroke or hyphen is enough.
fn without_year(scan: &Scan<'_, '_, '_>, at: usize, separator: char, (one, two): (u32, u32)) -> Option<Calendar> {
    let before = at.checked_sub(1).filter(|&before| before >= scan.start());
    let led = before.is_some_and(|before| {
        scan.is_one_of(before, &["on", "until", "since"]) || scan.weekday(before).is_some() || scan.is_alone(at)
    });
    let fits = match separator {
        '/' => led || scan.is_chat(),
        '-' => scan.is_chat(),
        '.' => led && scan.is_chat(),
        _ => false,
    };
    let (first, second) = (small(one, 31)?, small(two, 31)?);
    (fits && (first <= 12 || second <= 12)).then_some(Calendar::Numeric { first, second, year: Year::Unsaid })
}

/// Three numbers: year first, or year last with four digits (two after strokes).
fn numbers(read: &Pieces, chat: bool) -> Option<Calendar> {
    let [Some(Piece::Number(one, first)), Some(Piece::Number(two, second)), Some(Piece::Number(three, third))] =
        read.pieces
    else {
        return None;
    };
    let separator = read.separators[0];
    if matches!(separator, '\0' | ',') || (separator == ' ' && first.max(third) < 4) || second > 2 {
        return None;
    }
    if first == 4 {
        let (month, day) = (small(two, 12)?, small(three, 31).filter(|_| third <= 2)?);
        return Some(Calendar::Date { year: said(one)?, month, day, weekday: None });
    }
    let year = match (third, separator) {
        (4, _) => said(three)?,
        (2, '/') => Year::Said(years::of_two_digits(three as i16)),
        (2, '-') if chat => Year::Said(years::of_two_digits(three as i16)),
        _ => return None,
    };
    let (one, two) = (small(one, 31)?, small(two, 31)?);
    if separator == '.' && two <= 12 {
        return Some(Calendar::Date { year, month: two, day: one, weekday: None });
    }
    (first <= 2 && (one <= 12 || two <= 12)).then_some(Calendar::Numeric { first: one, second: two, year })
}

/// A month by its name among two numbers: "05-Aug-2016", "2019/aug/01". The day has one or two digits, the year four, or
/// two where it comes last.
fn with_month(read: &Pieces) -> Option<Calendar> {
    let [first, second] = read.separators;
    let signed = first == second && matches!(first, '-' | '/' | '.');
    if !signed && (first, second) != ('\0', ' ') {
        return None;
    }
    let (mut month, mut year, mut day) = (None, None, None);
    for (place, piece) in read.pieces.into_iter().flatten().enumerate() {
        match piece {
            Piece::Month(number) if month.is_none() => month = Some(number),
            Piece::Number(number, 4) if year.is_none() => year = Some(said(number)?),
            Piece::Number(number, 2) if place == 2 && day.is_some() => {
                year = Some(Year::Said(years::of_two_digits(number as i16)));
            }
            Piece::Number(number, 1 | 2) if day.is_none() => day = Some(small(number, 31)?),
            _ => return None,
        }
    }
    Some(Calendar::Date { year: year?, month: month?, day: day?, weekday: None })
}

fn said(year: u32) -> Option<Year> {
    i16::try_from(year).ok().filter(|year| (1000..3000).contains(year)).map(Year::Said)
}

fn small(number: u32, most: i8) -> Option<i8> {
    i8::try_from(number).ok().filter(|number| (1..=most).contains(number))
}
