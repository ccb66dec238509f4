//! Writes a journal as a table of one row a value, to be read back exactly.

use std::io;

use csv::{QuoteStyle, Writer, WriterBuilder};

use crate::exchange::csv::guard::guard;
use crate::exchange::{Export, WriteOptions};
use crate::journal::fields;
use crate::journal::{
    Answer, Entry, EntryId, Field, FieldRef, Journal, Kind, OwnHabit, Value, Values,
};

/// The columns, in this order.
pub(super) const HEADER: [&str; 6] = ["date", "time", "field", "value", "entry", "written"];

/// Writes everything: the person, own habits, and every entry of every day.
pub(crate) fn write_long(
    journal: &Journal,
    options: &WriteOptions<'_>,
    out: &mut dyn io::Write,
) -> io::Result<Export> {
    let out = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(out);
    let mut writer = LongWriter { out, habits: journal.habits(), options: *options, n_rows: 0 };
    writer.out.write_record(HEADER).map_err(as_io)?;
    let apart = |id, kind, values: &Values| {
        let day = chrono::NaiveDate::default();
        Entry { id, kind, day, values: values.clone() }
    };
    if !journal.profile().is_empty() {
        writer.write(&apart(EntryId::of_profile(), Kind::Profile, journal.profile()))?;
    }
    for habit in journal.habits() {
        writer.write(&apart(EntryId::of_habit(&habit.id), Kind::Habit, &habit.values))?;
    }
    let apart = journal.notices().iter().chain(journal.looks()).chain(journal.experiments());
    for entry in journal.entries().iter().chain(apart) {
        writer.write(entry)?;
    }
    writer.out.flush()?;
    Ok(Export { rows: writer.n_rows, left_out: Vec::new() })
}

struct LongWriter<'w, W: io::Write> {
    out: Writer<W>,
    habits: &'w [OwnHabit],
    options: WriteOptions<'w>,
    n_rows: usize,
}

impl<W: io::Write> LongWriter<'_, W> {
    fn write(&mut self, entry: &Entry) -> io::Result<()> {
        let date = match entry.kind {
            Kind::Profile | Kind::Habit => String::new(),
            _ => entry.day.to_string(),
        };
        let id = entry.id.to_string();
        let written = (self.options.written)(entry).unwrap_or_default();
        let time = time_of(entry);
        let kind = entry.kind.id();
        let row = Row { date: &date, time: time.unwrap_or_default(), id: &id, written: &written };
        if entry.values.is_empty() {
            return self.write_row(&row, kind, "");
        }
        let mut name = String::new();
        for (field, value) in entry.values.iter() {
            if time.is_some() && matches!(field, FieldRef::Known(f) if f.id == "time") {
                continue;
            }
            let answer = match field {
                FieldRef::Known(known) => Some(known.answer),
                FieldRef::Own(id) => self.answer_of(id),
            };
            name.clear();
            name.extend([kind, "."]);
            match field {
                FieldRef::Known(known) => name.push_str(known.id),
                FieldRef::Own(id) => name.extend(["habit:", id]),
            }
            let said = match answer.map(|answer| (answer.write(value), answer)) {
                // The plain way, if it is certain to give the same value again.
                Some((said, answer)) if gives_back(answer, &said, value) => said,
                _ => {
                    name.push_str(exact_mark(value));
                    exactly(value)
                }
            };
            match value {
                Value::Text(_) if !self.options.raw => {
                    self.write_row(&row, &name, &guard(&said))?;
                }
                _ => self.write_row(&row, &name, &said)?,
            }
        }
        Ok(())
    }

    fn write_row(&mut self, row: &Row<'_>, field: &str, value: &str) -> io::Result<()> {
        self.n_rows += 1;
        let Row { date, time, id, written } = row;
        self.out.write_record([date, time, field, value, id, written]).map_err(as_io)
    }

    fn answer_of(&self, habit: &str) -> Option<Answer> {
        self.habits.iter().find(|h| &*h.id == habit).and_then(OwnHabit::answer)
    }
}

/// Whether reading gives the value back. A whole number within its range always does.
fn gives_back(answer: Answer, said: &str, value: &Value) -> bool {
    match value {
        Value::Int(_) => answer.accepts(value),
        Value::Real(_) | Value::Text(_) => answer.read(said).as_ref() == Ok(value),
    }
}

/// The failure below: its kind tells a closed pipe from a full disk.
pub(super) fn as_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// What the rows of one entry have in common.
struct Row<'r> {
    date: &'r str,
    time: &'r str,
    id: &'r str,
    written: &'r str,
}

/// The time of an entry, when the column for it can hold it: not alone, and as it is read.
fn time_of(entry: &Entry) -> Option<&str> {
    let field: &'static Field = fields::find(entry.kind, "time")?;
    let time = entry.values.text(field).filter(|_| entry.values.len() > 1)?;
    (field.answer.read(time) == Ok(Value::text(time))).then_some(time)
}

/// What says, after the name of a field, that its value is to be taken exactly as it stands.
pub(super) fn exact_mark(value: &Value) -> &'static str {
    match value {
        Value::Int(_) => "!int",
        Value::Real(_) => "!real",
        Value::Text(_) => "!text",
    }
}

fn exactly(value: &Value) -> String {
    match value {
        Value::Int(n) => n.to_string(),
        Value::Real(x) => x.to_string(),
        Value::Text(t) => t.to_string(),
    }
}
