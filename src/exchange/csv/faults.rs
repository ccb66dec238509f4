//! What is wrong with the rows of a file, with lines.

use crate::exchange::text::Lines;
use crate::exchange::{ROW_ERRORS_MAX, RowError};
use crate::journal::Misread;

/// What is wrong with one cell, or with a row.
#[derive(Debug)]
pub(super) struct Fault {
    /// The first byte of the row in the file.
    pub(super) at: usize,
    /// The column's name in the file.
    pub(super) column: Option<String>,
    pub(super) why: String,
    pub(super) meant: Option<&'static str>,
}

impl Fault {
    /// A fault of a whole row.
    pub(super) fn of_row(at: usize, why: impl Into<String>) -> Self {
        Self { at, column: None, why: why.into(), meant: None }
    }

    /// A fault of one cell.
    pub(super) fn of_cell(at: usize, column: &str, why: impl Into<String>) -> Self {
        let column = column.trim().chars().take(60).collect();
        Self { at, column: Some(column), why: why.into(), meant: None }
    }

    /// A cell that could not be read.
    pub(super) fn misread(at: usize, column: &str, misread: &Misread) -> Self {
        let fault = Self::of_cell(at, column, misread.to_string());
        Self { meant: misread.meant, ..fault }
    }
}

/// Gathers what is wrong, up to a limit.
#[derive(Debug)]
pub(super) struct Faults<'t> {
    lines: Lines<'t>,
    errors: Vec<RowError>,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { lines: Lines::new(text.as_bytes()), errors: Vec::new() }
    }

    /// The line, from 1, of a byte in the file.
    pub(super) fn line(&mut self, at: usize) -> usize {
        self.lines.line(at)
    }

    pub(super) fn add(&mut self, fault: Fault) {
        if self.errors.len() < ROW_ERRORS_MAX {
            let Fault { at, column, why, meant } = fault;
            self.errors.push(RowError { line: self.lines.line(at), column, why, meant });
        }
    }

    /// All of them, in the order of lines.
    pub(super) fn into_errors(mut self) -> Vec<RowError> {
        self.errors.sort_by_key(|error| error.line);
        self.errors
    }
}
