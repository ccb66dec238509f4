//! A file to read in: whatever its bytes, it is refused with a reason or gives what the journal
//! takes; and what it gives is written and read again as it is.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use twinge::exchange::{Import, ReadOptions, WriteOptions, exporter, importer};
use twinge::journal::{Entry, EntryId, FieldRef, Journal, Kind};

use super::{assert_no_formula, today};

/// What else may be said of a file: the first byte tells which.
const MAPS: &[(&str, &str)] =
    &[("Tag", "date"), ("a", "pain"), ("b", "note"), ("c", "sitting_hours"), ("d", "-")];

/// The first byte says how the rest is read.
pub fn table(bytes: &[u8]) {
    let Some((how, bytes)) = bytes.split_first() else { return };
    let mut options = ReadOptions::new(&[], today());
    options.new_habits = how & 1 != 0;
    options.raw = how & 2 != 0;
    if how & 4 != 0 {
        options.map = MAPS.iter().map(|(name, field)| ((*name).into(), (*field).into())).collect();
    }
    match (importer("csv").unwrap().read)(bytes, &options) {
        Err(error) => {
            let said = format!("{error} {}", error.hint().unwrap_or_default());
            assert!(said.len() < 10_000, "{said}");
        }
        Ok(import) => {
            check(&import);
            for raw in [false, true] {
                write_and_read_again(&import.entries, raw);
            }
        }
    }
}

/// What holds of every file that is read.
fn check(import: &Import) {
    assert!(import.rows_bad <= import.rows_read, "{import:?}");
    assert_eq!(import.rows_bad == 0, import.row_errors.is_empty(), "{import:?}");
    assert!(import.row_errors.is_sorted_by_key(|error| error.line));
    assert!(import.row_errors.iter().all(|error| error.line > 0 && error.to_string().len() < 1000));
    let ids: BTreeSet<EntryId> = import.entries.iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), import.entries.len(), "each entry is there once");
    for entry in &import.entries {
        assert_eq!(Kind::OF_A_DAY.contains(&entry.kind), entry.day != NaiveDate::default());
        assert!(entry.day <= today());
        for (field, value) in entry.values.iter() {
            match field {
                FieldRef::Known(known) => {
                    assert_eq!(known.kind, entry.kind);
                    assert!(known.answer.accepts(value), "{entry:?}");
                }
                FieldRef::Own(_) => assert_eq!(entry.kind, Kind::Day),
            }
        }
    }
}

/// Writes entries in both forms, and reads them again.
pub fn write_and_read_again(entries: &[Entry], raw: bool) {
    let journal = Journal::new(entries.to_vec());
    let write = |format: &str| {
        let mut out = Vec::new();
        let options = WriteOptions { raw, ..WriteOptions::default() };
        let done = (exporter(format).unwrap().write)(&journal, &options, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        if !raw {
            assert_no_formula(&text);
        }
        (text, done)
    };
    let read = |text: &str| {
        let mut options = ReadOptions::new(journal.habits(), today());
        options.raw = raw;
        let import = (importer("csv").unwrap().read)(text.as_bytes(), &options)
            .unwrap_or_else(|e| panic!("{e}\n{text}"));
        assert_eq!(import.row_errors, [], "{text}");
        import
    };
    let (text, done) = write("csv");
    let import = read(&text);
    assert_eq!(import.rows_read, done.rows, "{text}");
    assert_eq!(Journal::new(import.entries), journal, "{text}");
    let (text, _) = write("csv-days");
    let once = Journal::new(read(&text).entries);
    for entry in once.entries() {
        assert!(journal.entries().iter().any(|e| e.day == entry.day), "{text}");
    }
}
