//! Records in the bytes of an SQLite file, found without its trees: at every place where one may
//! begin. The form is that of <https://www.sqlite.org/fileformat2.html>, sections 1.5 to 2.1.

use rusqlite::types::ValueRef;

/// The most columns of a record that is looked for.
const COLUMNS_MOST: usize = 10;

/// The longest record that is believed: a note has 100,000 characters.
const LONGEST: u64 = 1 << 20;

/// The serial type of a blob of 16 bytes: an id or a hash.
pub(super) const BLOB_16: u64 = 12 + 2 * 16;

/// The bytes of a file, and how they are cut into pages.
pub(super) struct Bytes<'b> {
    all: &'b [u8],
    page: usize,
    /// How much of a page SQLite uses: all of it, unless something else stands at its end, as in
    /// a locked file.
    usable: usize,
}

impl<'b> Bytes<'b> {
    /// The size of its pages is in its head, and how much of each is not used; where that is
    /// destroyed, they are the usual ones.
    pub(super) fn new(all: &'b [u8]) -> Self {
        let says = all.get(16..18).map_or(0, |b| usize::from(b[0]) << 8 | usize::from(b[1]));
        let page = if says == 1 { 65_536 } else { says };
        let is_one = page.is_power_of_two() && (512..=65_536).contains(&page);
        let page = if is_one { page } else { 4096 };
        // SQLite uses 480 bytes or more.
        let unused = all.get(20).map_or(0, |byte| usize::from(*byte));
        let is_said = is_head(all) && page - unused >= 480;
        Self { all, page, usable: if is_said { page - unused } else { page } }
    }

    /// How many bytes are missing at the end, as the head says how many pages there were; 0 where it
    /// is destroyed: then nobody knows.
    pub(super) fn n_cut(&self) -> usize {
        let number = |at: usize| self.all.get(at..at + 4);
        // The number of pages counts only where it was written last with what counts the changes.
        let is_said = is_head(self.all) && number(24) == number(92);
        let Some(&[a, b, c, d]) = number(28).filter(|_| is_said) else { return 0 };
        let n_pages = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(0);
        n_pages.saturating_mul(self.page).saturating_sub(self.all.len())
    }

    /// Every record of which the types of the columns are as `is_wanted` says, wherever it
    /// begins. One that runs over onto other pages is followed there.
    pub(super) fn records(
        &self,
        is_wanted: impl Fn(&[u64]) -> bool,
        mut found: impl FnMut(&[ValueRef<'_>]),
    ) {
        let mut joined = Vec::new();
        for at in 0..self.all.len() {
            let Some((length, start)) = varint(self.all, at) else { continue };
            // The shortest has two columns and a hash.
            if !(19..=LONGEST).contains(&length) {
                continue;
            }
            let Some(head) = Head::read(self.all, start) else { continue };
            if !is_wanted(head.types()) || head.record_length() != Some(length) {
                continue;
            }
            let Ok(length) = usize::try_from(length) else { continue };
            let Some(payload) = self.payload(start, length, &mut joined) else { continue };
            let mut columns = [ValueRef::Null; COLUMNS_MOST];
            if head.columns(payload, &mut columns).is_some() {
                found(&columns[..head.n]);
            }
        }
    }

    /// The bytes of a record of an index tree: in its page, or joined from those it runs over to.
    fn payload<'j>(
        &'j self,
        start: usize,
        length: usize,
        joined: &'j mut Vec<u8>,
    ) -> Option<&'j [u8]> {
        // Section 1.6: how much of it stays in its page.
        let most = (self.usable - 12) * 64 / 255 - 23;
        if length <= most {
            return self.all.get(start..start + length);
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let wished = least + (length - least) % (self.usable - 4);
        let local = if wished <= most { wished } else { least };
        joined.clear();
        joined.extend_from_slice(self.all.get(start..start + local)?);
        let mut next = self.number(start + local)?;
        // Each page adds at least one byte, so this ends.
        while joined.len() < length {
            let page = next.checked_sub(1)?.checked_mul(self.page)?;
            next = self.number(page)?;
            let rest = (length - joined.len()).min(self.usable - 4);
            joined.extend_from_slice(self.all.get(page + 4..page + 4 + rest)?);
        }
        Some(joined)
    }

    /// A page's number.
    fn number(&self, at: usize) -> Option<usize> {
        let bytes = self.all.get(at..at.checked_add(4)?)?;
        usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
    }
}

/// Whether some bytes begin as an SQLite file does.
fn is_head(all: &[u8]) -> bool {
    all.starts_with(b"SQLite format 3\0")
}

/// The head of a record: the types of its columns.
struct Head {
    types: [u64; COLUMNS_MOST],
    n: usize,
    length: u64,
}

impl Head {
    fn read(all: &[u8], start: usize) -> Option<Self> {
        let (length, mut at) = varint(all, start)?;
        // At most three bytes for each type.
        if !(3..=3 * COLUMNS_MOST as u64).contains(&length) {
            return None;
        }
        let end = start + usize::try_from(length).ok()?;
        let mut head = Self { types: [0; COLUMNS_MOST], n: 0, length };
        while at < end {
            let (kind, next) = varint(all, at)?;
            *head.types.get_mut(head.n)? = kind;
            head.n += 1;
            at = next;
        }
        (at == end).then_some(head)
    }

    fn types(&self) -> &[u64] {
        &self.types[..self.n]
    }

    /// The length of the record that such a head says; `None`: no column can be of such a type.
    fn record_length(&self) -> Option<u64> {
        self.types().iter().try_fold(self.length, |sum, &kind| sum.checked_add(width(kind)?))
    }

    fn columns<'p>(&self, payload: &'p [u8], columns: &mut [ValueRef<'p>]) -> Option<()> {
        let mut at = usize::try_from(self.length).ok()?;
        for (column, &kind) in columns.iter_mut().zip(self.types()) {
            let bytes = payload.get(at..at + usize::try_from(width(kind)?).ok()?)?;
            at += bytes.len();
            *column = match kind {
                0 => ValueRef::Null,
                1..=6 => ValueRef::Integer(integer(bytes)),
                7 => ValueRef::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
                8 => ValueRef::Integer(0),
                9 => ValueRef::Integer(1),
                _ if kind % 2 == 0 => ValueRef::Blob(bytes),
                _ => ValueRef::Text(bytes),
            };
        }
        Some(())
    }
}

/// How many bytes a column of a type takes; `None`: there is no such type.
fn width(kind: u64) -> Option<u64> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => Some(kind),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => Some((kind - 12) / 2),
    }
}

/// A big-endian integer of 1 to 8 bytes, in two's complement.
fn integer(bytes: &[u8]) -> i64 {
    let is_negative = bytes.first().is_some_and(|b| b & 0x80 != 0);
    bytes.iter().fold(if is_negative { -1 } else { 0 }, |n, b| n << 8 | i64::from(*b))
}

/// A number of 1 to 9 bytes, and where it ends.
fn varint(all: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut number = 0;
    for n in 0..8 {
        let byte = *all.get(at + n)?;
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, at + n + 1));
        }
    }
    Some((number << 8 | u64::from(*all.get(at + 8)?), at + 9))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length() {
        // The examples of SQLite's own tests: 0x81 0x00 is 128; nine bytes of 0xff are -1.
        assert_eq!(varint(&[0x00], 0), Some((0, 1)));
        assert_eq!(varint(&[0x7f], 0), Some((127, 1)));
        assert_eq!(varint(&[0x81, 0x00], 0), Some((128, 2)));
        assert_eq!(varint(&[0xff; 9], 0), Some((u64::MAX, 9)));
        assert_eq!(varint(&[0x81], 0), None);
        assert_eq!(integer(&[0xff]), -1);
        assert_eq!(integer(&[0x80, 0x00]), -32_768);
        assert_eq!(integer(&[0x00, 0x80]), 128);
    }

    #[test]
    fn a_record_is_found_wherever_it_begins() {
        // Length 22; head of 4 bytes: integer of 1 byte, text of 1, blob of 16.
        let mut record = vec![22, 4, 1, 15, 44, 0xfe, b'x'];
        record.extend([7; 16]);
        for before in [0, 1, 4095] {
            let mut all = vec![0; before];
            all.extend(&record);
            let mut found = Vec::new();
            Bytes::new(&all).records(
                |types| types == [1, 15, BLOB_16],
                |columns| found.push(format!("{columns:?}")),
            );
            assert_eq!(found.len(), 1);
            assert!(found[0].starts_with("[Integer(-2), Text"), "{found:?}");
            all.pop();
            Bytes::new(&all).records(|_| true, |_| panic!("it is cut off"));
        }
    }

    #[test]
    fn no_bytes_make_it_stumble() {
        let mut random = 0x9e37_79b9_u64;
        for n in 0..200 {
            let all: Vec<u8> = (0..n * 50)
                .map(|_| {
                    random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    random.to_be_bytes()[0]
                })
                .collect();
            Bytes::new(&all).records(|_| true, |columns| assert!(!columns.is_empty()));
        }
    }
}
