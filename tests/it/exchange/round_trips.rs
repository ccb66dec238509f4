//! What is written is read back.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use twinge::exchange::{EXPORTERS, ReadOptions, WriteOptions};
use twinge::journal::{Entry, EntryId, Journal, Kind, OwnHabit};

use crate::exchange::journals::{journal, journal_of_days};
use crate::exchange::{listed, options, read_with, write_as};

/// Days, kinds and values, without ids, in an order of their own.
fn days(entries: &[Entry]) -> BTreeSet<String> {
    listed(entries).lines().map(String::from).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_table_of_values_gives_back_the_journal(journal in journal()) {
        let (text, export) = write_as("csv", &journal, &WriteOptions::default());
        let import = read_with(&text, &options(&[])).unwrap();
        prop_assert_eq!(&import.row_errors, &[]);
        prop_assert_eq!(import.rows_read, export.rows);
        prop_assert_eq!(Journal::new(import.entries), journal);
    }

    #[test]
    fn and_without_marks_for_spreadsheets_too(journal in journal()) {
        let written = |e: &Entry| Some(format!("{}T08:30:00Z", e.day));
        let raw = WriteOptions { raw: true, written: &written };
        let (text, _) = write_as("csv", &journal, &raw);
        let import = read_with(&text, &ReadOptions { raw: true, ..options(&[]) }).unwrap();
        prop_assert_eq!(&import.row_errors, &[]);
        for entry in &import.entries {
            prop_assert_eq!(import.written.get(&entry.id).cloned(), written(entry));
        }
        prop_assert_eq!(Journal::new(import.entries), journal);
    }

    #[test]
    fn a_table_of_days_gives_back_the_days(journal in journal_of_days()) {
        let (text, export) = write_as("csv-days", &journal, &WriteOptions::default());
        let definitions = ("definitions of own habits", journal.habits().len());
        prop_assert_eq!(export.left_out, vec![definitions]);
        let import = read_with(&text, &options(journal.habits())).unwrap();
        prop_assert_eq!(&import.row_errors, &[], "{}", text);
        prop_assert_eq!(days(&import.entries), days(journal.entries()));
        // And once more, now with the ids that an import gives.
        let with_definitions = |entries: Vec<Entry>| {
            let of = |h: &OwnHabit| Entry {
                id: EntryId::of_habit(&h.id),
                kind: Kind::Habit,
                day: NaiveDate::default(),
                values: h.values.clone(),
            };
            Journal::new(entries.into_iter().chain(journal.habits().iter().map(of)).collect())
        };
        let again = with_definitions(import.entries);
        let (text, _) = write_as("csv-days", &again, &WriteOptions::default());
        let twice = read_with(&text, &options(journal.habits())).unwrap();
        prop_assert_eq!(with_definitions(twice.entries), again);
    }

    #[test]
    fn a_table_of_days_says_what_it_left_out(journal in journal()) {
        let (text, export) = write_as("csv-days", &journal, &WriteOptions::default());
        let import = read_with(&text, &options(journal.habits())).unwrap();
        prop_assert_eq!(&import.row_errors, &[], "{}", text);
        let without_person = |(what, _): &&(&str, usize)| {
            !what.starts_with("facts") && !what.starts_with("definitions")
        };
        if export.left_out.iter().find(without_person).is_none() {
            let apart = |entries: &[Entry]| -> BTreeSet<String> {
                let mut all = BTreeSet::new();
                for entry in entries {
                    for (field, value) in entry.values.iter() {
                        all.insert(format!("{} {} {} {value:?}", entry.day, entry.kind.id(), field.id()));
                    }
                }
                all
            };
            prop_assert!(apart(&import.entries).is_superset(&apart(journal.entries())));
        }
        let cells = text.lines().next().unwrap_or_default();
        prop_assert!(cells.starts_with("date"));
    }
}

/// A pipe whose reader has gone.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_told_from_other_failures() {
    let long = "x".repeat(100_000);
    let text = format!("date,note\n2026-03-01,{long}\n2026-03-02,{long}\n");
    let journal = Journal::new(read_with(&text, &options(&[])).unwrap().entries);
    for format in EXPORTERS {
        let failed = (format.write)(&journal, &WriteOptions::default(), &mut Closed);
        assert_eq!(failed.unwrap_err().kind(), std::io::ErrorKind::BrokenPipe, "{}", format.id);
    }
}
