//! What must hold of outside text and bytes, whatever they are. Each function takes what the
//! fuzzer made up, and panics where something does not hold.
//!
//! `tests/it/fuzz.rs` includes this file and tries each seed with it, so that what was once found
//! stays found: nothing here may name `crate`.

mod commands;
mod export;
mod file;
mod given;
mod notes;
mod pictures;
mod table;
mod words;

pub use commands::{BEFORE, Run, commands_with};
pub use export::export;
pub use file::file;
pub use notes::{Tried, notes};
pub use pictures::pictures;
pub use table::table;
pub use words::words;

pub use commands::in_process::{commands, run};

use chrono::NaiveDate;

/// The day on which all happens.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 15).unwrap()
}

/// What a terminal would obey, or a reader would not see.
fn is_hostile(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
        || matches!(c, '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// No cell of a table is one that a spreadsheet would run.
fn assert_no_formula(table: &str) {
    let mut rows =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
    for row in rows.records() {
        for cell in &row.unwrap() {
            let start = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];
            let is_number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            assert!(!cell.starts_with(start) || is_number, "{cell:?} would be run");
        }
    }
}
