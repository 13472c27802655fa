//! A stream -> batches of lines, bounded in number and in bytes.

use std::io::{self, BufRead, Read};

/// The most lines of a batch.
pub(super) const BATCH: usize = 512;

/// The bytes from which a batch is full.
const FULL: usize = 4_000_000;

/// The most bytes of a line; longer ones are passed over. Two texts of the greatest length fit, with escapes.
pub(super) const LONGEST: usize = 64_000_000;

/// One line of the stream.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The bytes without the line break.
    Whole(Vec<u8>),
    /// A line that was not kept.
    TooLong,
}

/// A stream that is read in batches.
pub(super) struct Lines<R> {
    input: R,
    most: usize,
}

impl<R: BufRead> Lines<R> {
    /// Batches of at most `most` lines.
    pub(super) fn of(input: R, most: usize) -> Self {
        Self { input, most }
    }

    /// The next lines; none at the end of the stream.
    pub(super) fn batch(&mut self) -> io::Result<Vec<Line>> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < self.most && bytes < FULL {
            match self.line(LONGEST)? {
                Some(line) => {
                    bytes += if let Line::Whole(line) = &line { line.len() } else { 0 };
                    batch.push(line);
                }
                None => break,
            }
        }
        Ok(batch)
    }

    fn line(&mut self, longest: usize) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        let limit = longest as u64 + 1;
        let read = self.input.by_ref().take(limit).read_until(b'\n', &mut line)?;
        match line.last() {
            None => Ok(None),
            Some(b'\n') => {
                line.pop();
                Ok(Some(Line::Whole(line)))
            }
            Some(_) if read as u64 == limit => {
                self.input.skip_until(b'\n')?;
                Ok(Some(Line::TooLong))
            }
            Some(_) => Ok(Some(Line::Whole(line))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Line {
        Line::Whole(text.as_bytes().to_vec())
    }

    #[test]
    fn batches_hold_all_lines_in_order() {
        let mut lines = Lines::of(&b"a\n\nb\nc"[..], 2);
        assert_eq!(lines.batch().unwrap(), [whole("a"), whole("")]);
        assert_eq!(lines.batch().unwrap(), [whole("b"), whole("c")]);
        assert_eq!(lines.batch().unwrap(), []);
    }

    #[test]
    fn a_line_above_the_limit_is_passed_over() {
        let mut lines = Lines::of(&b"12345\n1234567\n12345\n123456"[..], 9);
        assert_eq!(lines.line(5).unwrap(), Some(whole("12345")));
        assert_eq!(lines.line(5).unwrap(), Some(Line::TooLong));
        assert_eq!(lines.line(5).unwrap(), Some(whole("12345")));
        assert_eq!(lines.line(5).unwrap(), Some(Line::TooLong));
        assert_eq!(lines.line(5).unwrap(), None);
    }
}
