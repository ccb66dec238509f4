//! Files of other programs: in, out, and in again.

mod dates;
mod formats;
mod hostile;
mod journals;
mod long;
mod names;
mod recognise;
mod round_trips;
mod wide;

use chrono::NaiveDate;
use twinge::exchange::{Export, exporter};
use twinge::exchange::{Import, ReadError, ReadOptions, WriteOptions, importer};
use twinge::journal::{Entry, Journal, OwnHabit};

/// The fixed day of all tests.
fn today() -> NaiveDate {
    "2026-03-15".parse().unwrap()
}

fn options(habits: &[OwnHabit]) -> ReadOptions<'_> {
    ReadOptions::new(habits, today())
}

fn mapped(map: &[(&str, &str)]) -> ReadOptions<'static> {
    let map = map.iter().map(|(name, field)| ((*name).into(), (*field).into())).collect();
    ReadOptions { map, ..options(&[]) }
}

fn read_with(text: &str, options: &ReadOptions<'_>) -> Result<Import, ReadError> {
    (importer("csv").unwrap().read)(text.as_bytes(), options)
}

fn read(text: &str) -> Result<Import, ReadError> {
    read_with(text, &options(&[]))
}

/// Reads a file that has nothing wrong.
fn read_good(text: &str) -> Import {
    let import = read(text).unwrap();
    assert_eq!(import.row_errors, [], "{text}");
    import
}

/// What is wrong with the rows, as it is shown.
fn errors(text: &str) -> Vec<String> {
    read(text).unwrap().row_errors.iter().map(ToString::to_string).collect()
}

/// Why the whole file is refused, with the hint.
fn refusal(text: &str, options: &ReadOptions<'_>) -> String {
    let error = read_with(text, options).unwrap_err();
    match error.hint() {
        Some(hint) => format!("{error}\n  hint: {hint}"),
        None => error.to_string(),
    }
}

/// Entries, one a line: day, kind, and values by field.
fn listed(entries: &[Entry]) -> String {
    let line = |entry: &Entry| {
        let values: Vec<String> =
            entry.values.iter().map(|(field, value)| format!("{}={value:?}", field.id())).collect();
        format!("{} {} {}", entry.day, entry.kind.id(), values.join(" "))
    };
    entries.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn write_as(id: &str, journal: &Journal, options: &WriteOptions<'_>) -> (String, Export) {
    let mut out = Vec::new();
    let export = (exporter(id).unwrap().write)(journal, options, &mut out).unwrap();
    (String::from_utf8(out).unwrap(), export)
}
