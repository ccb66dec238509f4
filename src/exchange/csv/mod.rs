//! The table as text: one row a day, or one row a value.

mod cells;
mod columns;
mod facts;
mod faults;
mod gather;
mod guard;
mod header;
mod long;
mod moment;
mod order;
mod own;
mod plan;
mod rows;
mod sleep;
mod source;
mod wide;
mod write_long;
mod write_wide;

use crate::exchange::csv::columns::{refuse_twice, resolve};
use crate::exchange::csv::header::{LongColumn, Target, fold};
use crate::exchange::csv::moment::is_date;
use crate::exchange::csv::order::settle;
use crate::exchange::csv::sleep::decide;
use crate::exchange::csv::source::Source;
use crate::exchange::error::ReadError;
use crate::exchange::text::decode;
use crate::exchange::{Import, ReadOptions};

pub(crate) use header::ALSO;
pub(crate) use write_long::write_long;
pub(crate) use write_wide::write_wide;

/// Reads a table of either form.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Import, ReadError> {
    let text = decode(bytes)?;
    let mut source = Source::new(&text);
    if source.next()?.is_none() {
        return Err(ReadError::Empty);
    }
    let names: Vec<String> = source.record().iter().map(|name| name.trim().into()).collect();
    let mut columns =
        resolve(&names, options).map_err(|error| with_date(error, &names, &mut source))?;
    if !columns.iter().any(|c| matches!(c.target, Target::Date(_))) {
        let looks_like = first_date(&names, &mut source);
        return Err(ReadError::NoDate { columns: names, looks_like });
    }
    decide(&mut columns, &text)?;
    refuse_twice(&columns)?;
    let is_long = |column: LongColumn| {
        columns.iter().any(|c| matches!(c.target, Target::Long(which) if which == column))
    };
    let (days, note) = settle(&text, &columns, options)?;
    let mut import = if is_long(LongColumn::Field) && is_long(LongColumn::Value) {
        long::read(&text, &columns, days, options)?
    } else {
        wide::read(&text, &columns, days, options)?
    };
    import.notes.extend(note);
    let left_out: Vec<&str> = columns
        .iter()
        .filter(|c| matches!(c.target, Target::Skip))
        .map(|c| c.name.as_str())
        .collect();
    if !left_out.is_empty() {
        import.notes.insert(0, format!("left out as you said: {}", left_out.join(", ")));
    }
    if import.rows_read == 0 {
        import.notes.push("it has a header and no rows".into());
    }
    Ok(import)
}

/// The column whose first cell is a day.
fn first_date(names: &[String], source: &mut Source<'_>) -> Option<String> {
    source.next().ok()??;
    let at = source.record().iter().position(is_date)?;
    names.get(at).cloned()
}

/// Names the date among the columns that are not known, if there is no other.
fn with_date(error: ReadError, names: &[String], source: &mut Source<'_>) -> ReadError {
    let ReadError::UnknownColumns(mut unknown) = error else { return error };
    let is_missing = !names.iter().any(|name| fold(name) == "date");
    if let Some(date) = first_date(names, source).filter(|_| is_missing)
        && let Some(column) = unknown.iter_mut().find(|column| column.name == date)
    {
        column.meant = Some("date".into());
    }
    ReadError::UnknownColumns(unknown)
}
