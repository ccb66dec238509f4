//! Records of a CSV text, with the place of each in the file, and nothing wrong let through.

use std::io;

use csv::{ReaderBuilder, StringRecord};

use crate::exchange::error::ReadError;
use crate::exchange::text::Lines;

/// The longest cell: ten times the longest note in the widest script.
const CELL_BYTES_MAX: usize = 1 << 20;

/// The longest row, so that a stray quotation mark cannot copy a whole file.
const ROW_BYTES_MAX: usize = 1 << 24;

/// The most rows: a century of a hundred values a day, so that the wrong file does not fill the memory.
const ROWS_MAX: usize = 4_000_000;

/// Reads one record after the other.
pub(super) struct Source<'t> {
    text: &'t str,
    base: usize,
    delimiter: u8,
    reader: csv::Reader<Bounded<'t>>,
    record: StringRecord,
    n_read: usize,
}

/// Where a record begins, and whether its quotation marks are right.
pub(super) struct Found {
    /// The first byte in the file.
    pub(super) at: usize,
    /// Where text follows a closing quotation mark.
    pub(super) stray_quote: Option<usize>,
}

impl<'t> Source<'t> {
    /// Finds the separator and begins with the header.
    pub(super) fn new(text: &'t str) -> Self {
        let (base, delimiter) = separator(text);
        let bounded = Bounded { rest: &text.as_bytes()[base..], n_since: 0 };
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(bounded);
        Self { text, base, delimiter, reader, record: StringRecord::new(), n_read: 0 }
    }

    /// The record that was read last.
    pub(super) fn record(&self) -> &StringRecord {
        &self.record
    }

    /// Reads the next record; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Found>, ReadError> {
        self.reader.get_mut().n_since = 0;
        let before = self.at();
        let read = self.reader.read_record(&mut self.record);
        let skipped = self.text.as_bytes()[before..].iter().take_while(|b| is_line_end(**b));
        let at = before + skipped.count();
        let raw = match read {
            Ok(true) => &self.text.as_bytes()[at..self.at().max(at)],
            Ok(false) => return Ok(None),
            // The only failure that a text in memory can have.
            Err(_) => &self.text.as_bytes()[at..],
        };
        self.n_read += 1;
        // The header is one of them.
        if self.n_read > ROWS_MAX + 1 {
            return Err(ReadError::ManyRows(ROWS_MAX));
        }
        let mut stray_quote = None;
        if raw.contains(&b'"') {
            match quotes(raw, self.delimiter) {
                Quotes::Fine => {}
                Quotes::Stray(offset) => stray_quote = Some(at + offset),
                Quotes::Open(offset) => {
                    return Err(ReadError::OpenQuote { line: self.line(at + offset) });
                }
            }
        }
        let is_long = self.record.as_slice().len() > CELL_BYTES_MAX
            && self.record.iter().any(|cell| cell.len() > CELL_BYTES_MAX);
        if read.is_err() || is_long {
            return Err(ReadError::LongCell { line: self.line(at) });
        }
        Ok(Some(Found { at, stray_quote }))
    }

    fn at(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.base.saturating_add(read).min(self.text.len())
    }

    fn line(&self, offset: usize) -> usize {
        Lines::new(self.text.as_bytes()).line(offset)
    }
}

/// Bytes, up to a limit for each record.
struct Bounded<'t> {
    rest: &'t [u8],
    n_since: usize,
}

impl io::Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.n_since > ROW_BYTES_MAX {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let n = self.rest.read(buffer)?;
        self.n_since += n;
        Ok(n)
    }
}

/// The separator, and where the header begins: after the line `sep=;`, if there is one.
fn separator(text: &str) -> (usize, u8) {
    // A header that is longer than this is refused anyway.
    let end = text.floor_char_boundary(CELL_BYTES_MAX);
    let text = &text[..end];
    let is_blank = |line: &&str| line.trim_matches([' ', '\t']).is_empty();
    let mut lines = text.split(['\n', '\r']).skip_while(is_blank);
    let first = lines.next().unwrap_or_default();
    if let Some(said) = first.strip_prefix("sep=")
        && let [separator @ (b',' | b';' | b'\t' | b'|')] = said.as_bytes()
    {
        let base = text.find(first).unwrap_or_default() + first.len();
        return (base, *separator);
    }
    let count = |separator: u8| {
        let mut is_quoted = false;
        let mut n = 0_usize;
        for byte in first.bytes() {
            is_quoted ^= byte == b'"';
            n += usize::from(!is_quoted && byte == separator);
        }
        n
    };
    let [comma, semicolon, tab] = [b',', b';', b'\t'].map(count);
    if comma >= semicolon && comma >= tab {
        (0, b',')
    } else if semicolon >= tab {
        (0, b';')
    } else {
        (0, b'\t')
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[derive(Debug, PartialEq, Eq)]
enum Quotes {
    Fine,
    /// Text follows a closing quotation mark here. A quotation mark that should have been
    /// doubled, or one that was forgotten and so swallowed rows.
    Stray(usize),
    /// The quotation mark that opens here is never closed.
    Open(usize),
}

/// Follows the quotation marks of one record.
fn quotes(raw: &[u8], delimiter: u8) -> Quotes {
    let mut at = 0;
    loop {
        // At the beginning of a cell.
        if raw.get(at) == Some(&b'"') {
            let opened = at;
            at += 1;
            loop {
                match (raw.get(at), raw.get(at + 1)) {
                    (None, _) => return Quotes::Open(opened),
                    (Some(b'"'), Some(b'"')) => at += 2,
                    (Some(b'"'), after) => {
                        if after.is_some_and(|b| *b != delimiter && !is_line_end(*b)) {
                            return Quotes::Stray(at + 1);
                        }
                        at += 1;
                        break;
                    }
                    _ => at += 1,
                }
            }
        }
        match raw[at..].iter().position(|b| *b == delimiter || is_line_end(*b)) {
            Some(end) if raw[at + end] == delimiter => at += end + 1,
            _ => return Quotes::Fine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_in_the_header() {
        for (text, separator_) in [
            ("date,pain", b','),
            ("date;pain,x;note", b';'),
            ("date\tpain", b'\t'),
            ("\"a,b,c\";x", b';'),
            ("\n\ndate;pain\n1,2,3", b';'),
            ("date", b','),
        ] {
            assert_eq!(separator(text), (0, separator_), "{text}");
        }
        assert_eq!(separator("sep=;\r\ndate;pain"), (5, b';'));
    }

    #[test]
    fn quotation_marks_are_followed() {
        let of = |raw: &str| quotes(raw.as_bytes(), b',');
        assert_eq!(of("a,\"b\"\"c\nd\",5\" nail\n"), Quotes::Fine);
        assert_eq!(of("\"\",\"\"\r\n"), Quotes::Fine);
        assert_eq!(of("a,\"b\" c"), Quotes::Stray(5));
        assert_eq!(of("a,\"b\"\"\nc"), Quotes::Open(2));
        assert_eq!(of("\""), Quotes::Open(0));
        assert_eq!(of("a,"), Quotes::Fine);
    }

    #[test]
    fn a_row_more_than_the_most_is_refused() {
        let mut source = Source::new("date\n1\n2\n");
        source.n_read = ROWS_MAX;
        assert!(source.next().is_ok());
        assert!(matches!(source.next(), Err(ReadError::ManyRows(ROWS_MAX))));
    }

    #[test]
    fn records_come_with_their_place() {
        let text = "a,b\r\n\r\n1,\"x\ny\"\r2,\"z\"";
        let mut source = Source::new(text);
        let mut found = Vec::new();
        while let Some(record) = source.next().unwrap() {
            found.push((record.at, source.record().get(1).unwrap().to_string()));
        }
        assert_eq!(found, [(0, "b".into()), (7, "x\ny".into()), (15, "z".into())]);
    }
}
