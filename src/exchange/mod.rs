//! Other programs' files: bytes to and from journal values. No SQL, no files, no clock.

mod csv;
mod error;
mod page;
mod recognise;
mod text;

use std::collections::BTreeMap;
use std::fmt;
use std::io;

use chrono::NaiveDate;

use crate::journal::{Entry, EntryId, Journal, OwnHabit};

pub use error::{ReadError, UnknownColumn};
pub use page::formats_page;
pub use recognise::{recognise, take_for_the_same};

/// A format that is read. To add one: a file in `exchange/`, and a row in [`IMPORTERS`].
#[derive(Debug)]
pub struct Importer {
    /// The id in `--format`, kebab-case, for ever.
    pub id: &'static str,
    /// What it is, in a few words.
    pub title: &'static str,
    /// Endings of file names that mean this format, lower case, without dot.
    pub extensions: &'static [&'static str],
    /// Reads a whole file. Nothing is written anywhere: the caller does that, or not.
    pub read: fn(&[u8], &ReadOptions<'_>) -> Result<Import, ReadError>,
}

/// A format that is written. To add one: a file in `exchange/`, and a row in [`EXPORTERS`].
#[derive(Debug)]
pub struct Exporter {
    /// The id in `--format`, kebab-case, for ever.
    pub id: &'static str,
    /// What it is, in a few words.
    pub title: &'static str,
    /// Endings of file names that mean this format, lower case, without dot.
    pub extensions: &'static [&'static str],
    /// Writes a journal, row by row.
    pub write: fn(&Journal, &WriteOptions<'_>, &mut dyn io::Write) -> io::Result<Export>,
}

/// All formats that are read.
pub static IMPORTERS: &[Importer] = &[Importer {
    id: "csv",
    title: "a table, one row a day or one row a value",
    extensions: &["csv", "tsv", "txt"],
    read: csv::read,
}];

/// All formats that are written. The first with an ending is the one it means.
pub static EXPORTERS: &[Exporter] = &[
    Exporter {
        id: "csv",
        title: "a table, one row a value: everything, to be read back exactly",
        extensions: &["csv"],
        write: csv::write_long,
    },
    Exporter {
        id: "csv-days",
        title: "a table, one row a day: for a spreadsheet",
        extensions: &[],
        write: csv::write_wide,
    },
];

/// How a file is to be read.
#[derive(Clone, Debug)]
pub struct ReadOptions<'a> {
    /// `--map NAME=FIELD`: a column of the file, and the header that it stands for; `-` or
    /// `skip` leaves the column out.
    pub map: Vec<(String, String)>,
    /// `--new-habits`: columns with unknown names become own habits.
    pub new_habits: bool,
    /// Own habits and exercises that are already defined.
    pub habits: &'a [OwnHabit],
    /// Later days are refused.
    pub today: NaiveDate,
    /// `--raw`: a `'` before `=`, `+`, `-` or `@` in a text is the person's own.
    pub raw: bool,
}

impl<'a> ReadOptions<'a> {
    /// Options that map nothing and refuse what is unknown.
    pub fn new(habits: &'a [OwnHabit], today: NaiveDate) -> Self {
        Self { map: Vec::new(), new_habits: false, habits, today, raw: false }
    }
}

/// How a file is to be written.
#[derive(Clone, Copy)]
pub struct WriteOptions<'a> {
    /// When an entry was first written down, RFC 3339; `None` when not known.
    pub written: &'a dyn Fn(&Entry) -> Option<String>,
    /// `--raw`: texts that a spreadsheet would run as a formula are written as they are.
    pub raw: bool,
}

impl Default for WriteOptions<'_> {
    fn default() -> Self {
        Self { written: &|_| None, raw: false }
    }
}

impl fmt::Debug for WriteOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriteOptions").field("raw", &self.raw).finish_non_exhaustive()
    }
}

/// What a file says. Rows with errors are left out whole; the caller decides whether the
/// others are taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// What was recorded, with the definitions of habits that are new.
    pub entries: Vec<Entry>,
    /// When entries were first written down, RFC 3339, where the file says so.
    pub written: BTreeMap<EntryId, String>,
    /// Entries of which the file gives no id: the journal may have them under another, see
    /// [`recognise`].
    pub unnamed: Vec<EntryId>,
    /// How many rows the file has, without header and blank lines.
    pub rows_read: usize,
    /// How many of them are left out because of errors.
    pub rows_bad: usize,
    /// What is wrong with them, in the order of lines; at most [`ROW_ERRORS_MAX`].
    pub row_errors: Vec<RowError>,
    /// What else the person should know: columns left out, cells read in a special way.
    pub notes: Vec<String>,
}

/// The most row errors that are kept. [`Import::rows_bad`] counts all bad rows.
pub const ROW_ERRORS_MAX: usize = 1000;

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// How many rows, without the header.
    pub rows: usize,
    /// What the format could not hold, each with how many values or entries were left out.
    pub left_out: Vec<(&'static str, usize)>,
}

/// What is wrong with one row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The line in the file where the row begins, from 1.
    pub line: usize,
    /// The column, by its name in the file; `None` when it is about the whole row.
    pub column: Option<String>,
    /// Why it is refused: `"eleven" is not a number from 0 to 10`.
    pub why: String,
    /// A word that was perhaps meant.
    pub meant: Option<&'static str>,
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if let Some(column) = &self.column {
            write!(f, "{column} ")?;
        }
        f.write_str(&self.why)
    }
}

/// The format with this id.
pub fn importer(id: &str) -> Option<&'static Importer> {
    IMPORTERS.iter().find(|i| i.id == id)
}

/// The format that this ending of a file name means.
pub fn importer_of_extension(extension: &str) -> Option<&'static Importer> {
    let lower = extension.to_lowercase();
    IMPORTERS.iter().find(|i| i.extensions.contains(&lower.as_str()))
}

/// The format with this id.
pub fn exporter(id: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|e| e.id == id)
}

/// The format that this ending of a file name means.
pub fn exporter_of_extension(extension: &str) -> Option<&'static Exporter> {
    let lower = extension.to_lowercase();
    EXPORTERS.iter().find(|e| e.extensions.contains(&lower.as_str()))
}
