//! A journal of anything: written and read again, it is the same; and no text of it is one that a
//! spreadsheet would run.

use twinge::journal::Kind;

use super::given::Given;
use super::table::write_and_read_again;

/// The most entries of one journal.
const ENTRIES_MOST: usize = 40;

/// Bytes as entries of every kind.
pub fn export(bytes: &[u8]) {
    let mut given = Given::new(bytes);
    let mut entries = Vec::new();
    while !given.is_empty() && entries.len() < ENTRIES_MOST {
        let kind = *given.choose(&Kind::ALL);
        entries.extend(given.entry(kind));
    }
    // A day's habits, its warning signs and its questions have one entry each.
    entries.sort_by_key(|e| (e.kind, e.day, e.id));
    entries.dedup_by_key(|e| (e.kind, e.day, e.id));
    entries.sort_by_key(|e| e.id);
    entries.dedup_by_key(|e| e.id);
    for raw in [false, true] {
        write_and_read_again(&entries, raw);
    }
}
