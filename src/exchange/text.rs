//! The text in a file's bytes: UTF-8, or UTF-16 that says so with its first character.

use std::borrow::Cow;

use crate::exchange::error::ReadError;

/// Files known by how they begin, and what they are.
const OTHERS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a spreadsheet or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet file"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file"),
];

/// Reads the bytes of a file as text, without byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if let Some((_, what)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::OtherFormat(what));
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(decode_utf16(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(decode_utf16(rest, u16::from_be_bytes)?),
        _ => Cow::Borrowed(str::from_utf8(bytes).map_err(|e| {
            let line = line_of(&bytes[..e.valid_up_to()]);
            ReadError::NotText { line }
        })?),
    };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Cow::Owned(text) => Cow::Owned(text),
    };
    if text.chars().all(char::is_whitespace) {
        return Err(ReadError::Empty);
    }
    // Text in UTF-16 without its mark reads as UTF-8 with a NUL beside each letter.
    let is_end = |b: &u8| matches!(b, b'\n' | b'\r');
    if text.bytes().take(4096).take_while(|b| !is_end(b)).any(|b| b == 0) {
        return Err(ReadError::NotText { line: 1 });
    }
    Ok(text)
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let mut text = String::with_capacity(bytes.len() / 2);
    let pairs = bytes.chunks_exact(2);
    let is_cut = !pairs.remainder().is_empty();
    for decoded in char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))) {
        match decoded {
            Ok('\u{feff}') if text.is_empty() => {}
            Ok(c) => text.push(c),
            Err(_) => return Err(ReadError::NotText { line: line_of(text.as_bytes()) }),
        }
    }
    if is_cut {
        return Err(ReadError::NotText { line: line_of(text.as_bytes()) });
    }
    Ok(text)
}

fn line_of(before: &[u8]) -> usize {
    Lines::new(before).line(before.len())
}

/// Finds the line of an offset in a text. Line feed, carriage return, or both in this order
/// end a line.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t [u8],
    /// How many lines end before each block; made when first asked.
    ends: Vec<usize>,
}

const BLOCK: usize = 4096;

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t [u8]) -> Self {
        Self { text, ends: Vec::new() }
    }

    /// The line, from 1, in which the byte stands.
    pub(crate) fn line(&mut self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if self.ends.is_empty() {
            let mut so_far = 0;
            for block in 0..=self.text.len() / BLOCK {
                self.ends.push(so_far);
                let from = block * BLOCK;
                so_far += self.ends_within(from, (from + BLOCK).min(self.text.len()));
            }
        }
        let block = offset / BLOCK;
        1 + self.ends[block] + self.ends_within(block * BLOCK, offset)
    }

    fn ends_within(&self, from: usize, to: usize) -> usize {
        let is_end = |at: &usize| match self.text[*at] {
            b'\n' => true,
            b'\r' => self.text.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        (from..to).filter(is_end).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_each_encoding() {
        let said = "date,pain\n2026-03-01,4\nü,😀\n";
        let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}".encode_utf16().chain(said.encode_utf16()).flat_map(unit).collect()
        };
        let with_mark = format!("\u{feff}{said}");
        for bytes in [
            said.as_bytes(),
            with_mark.as_bytes(),
            &utf16(u16::to_le_bytes),
            &utf16(u16::to_be_bytes),
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(said));
        }
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_line() {
        let latin1 = b"date,note\n2026-03-01,ok\r\n2026-03-02,caf\xe9\n";
        assert_eq!(decode(latin1), Err(ReadError::NotText { line: 3 }));
        assert_eq!(decode(b"d\0a\0t\0e\0"), Err(ReadError::NotText { line: 1 }));
        assert_eq!(decode(b"\xff\xfed\0a"), Err(ReadError::NotText { line: 1 }));
        assert_eq!(decode(b"\xff\xfed\0\n\0\x00\xd8d\0"), Err(ReadError::NotText { line: 2 }));
        assert_eq!(decode(b"PK\x03\x04..."), Err(ReadError::OtherFormat(OTHERS[0].1)));
        for nothing in ["", "\u{feff}", " \n\t\r\n"] {
            assert_eq!(decode(nothing.as_bytes()), Err(ReadError::Empty));
        }
    }

    #[test]
    fn lines_end_in_each_way() {
        let text = "a\nb\r\nc\rd\n\ne".repeat(2000);
        let mut lines = Lines::new(text.as_bytes());
        let mut expected = 1;
        for (at, c) in text.char_indices() {
            assert_eq!(lines.line(at), expected, "{at}");
            let next = text.as_bytes().get(at + 1);
            if c == '\n' || c == '\r' && next != Some(&b'\n') {
                expected += 1;
            }
        }
        assert_eq!(lines.line(usize::MAX), expected);
    }
}
