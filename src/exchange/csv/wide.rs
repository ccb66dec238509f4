//! Reads a table of one row a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use csv::StringRecord;

use crate::exchange::csv::columns::{Column, is_defined};
use crate::exchange::csv::faults::{Fault, Faults};
use crate::exchange::csv::gather::Gather;
use crate::exchange::csv::header::Target;
use crate::exchange::csv::moment::Days;
use crate::exchange::csv::own::{Seen, definition};
use crate::exchange::csv::plan::Plan;
use crate::exchange::csv::rows::{Row, RowReader, Tally};
use crate::exchange::csv::source::{Found, Source};
use crate::exchange::error::ReadError;
use crate::exchange::{Import, ReadOptions};
use crate::journal::fields::{exercise, pain};
use crate::journal::{EXERCISES, Entry, FieldRef, Kind, Values};

/// Reads all rows.
pub(super) fn read(
    text: &str,
    columns: &[Column],
    days: Days,
    options: &ReadOptions<'_>,
) -> Result<Import, ReadError> {
    let mut import = Import::default();
    let seen = look_at_new_habits(text, columns, options)?;
    let plan = Plan::new(columns, options, &seen)?;
    let mut reader = RowReader::new(&plan, days, options.raw);
    let mut gather = Gather::new(plan.can_meet());
    let mut faults = Faults::new(text);
    for (id, seen) in &seen {
        let named = |c: &&Column| matches!(&c.target, Target::Habit(habit) if habit == id);
        let name = columns.iter().find(named).map_or("", |c| c.name.as_str());
        match seen.answer() {
            Some(answer) => gather.define(definition(id, answer, name)),
            None => import.notes.push(format!("{name} is empty and was left out")),
        }
    }
    let mut source = Source::new(text);
    source.next()?;
    while let Some(found) = source.next()? {
        let record = source.record();
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        import.rows_read += 1;
        let is_good = if let Some(fault) = broken(record, &found, columns.len()) {
            faults.add(fault);
            false
        } else {
            take_row(&mut reader, &WideRow { record, at: found.at }, &mut gather, &mut faults)
        };
        import.rows_bad += usize::from(!is_good);
    }
    finish(&mut import, &plan, columns, &reader.tally, &mut gather, options);
    (import.entries, import.unnamed) = gather.into_entries();
    import.notes.extend(several_readings(&import.entries));
    import.row_errors = faults.into_errors();
    Ok(import)
}

struct WideRow<'r> {
    record: &'r StringRecord,
    at: usize,
}

impl Row for WideRow<'_> {
    fn cell(&self, column: usize) -> &str {
        self.record.get(column).unwrap_or_default()
    }

    fn at(&self, _: usize) -> usize {
        self.at
    }
}

/// What is wrong with a record before any of its cells is read.
pub(super) fn broken(record: &StringRecord, found: &Found, n_columns: usize) -> Option<Fault> {
    if let Some(stray) = found.stray_quote {
        return Some(Fault::of_row(
            stray,
            "text follows a closing quotation mark; inside a cell a quotation mark is written \
             twice",
        ));
    }
    if record.as_slice().contains('\0') {
        let why = "it has a NUL byte, which no text has; is the file damaged?";
        return Some(Fault::of_row(found.at, why));
    }
    let too_many = record.iter().skip(n_columns).any(|cell| !cell.trim().is_empty());
    if record.len() < n_columns || too_many {
        let n = record.len();
        let cells = if n == 1 { "cell" } else { "cells" };
        let why = format!("it has {n} {cells} where the header has {n_columns}");
        return Some(Fault::of_row(found.at, why));
    }
    None
}

/// Reads one row and takes its entries, if nothing is wrong with it.
pub(super) fn take_row(
    reader: &mut RowReader<'_>,
    row: &impl Row,
    gather: &mut Gather,
    faults: &mut Faults<'_>,
) -> bool {
    let day = reader.read(row);
    let Some(day) = day.filter(|_| reader.faults.is_empty()) else {
        reader.faults.drain(..).for_each(|fault| faults.add(fault));
        return false;
    };
    let at = row.at(reader.plan.date);
    let Err(clashes) = gather.take(day, &mut reader.staged, at) else { return true };
    for clash in clashes {
        let line = faults.line(clash.there_at);
        let why = format!("says {} where line {line} says {}", clash.here, clash.there);
        faults.add(Fault::of_cell(at, &clash.field, why));
    }
    false
}

/// Looks at all cells of the columns that have no definition yet.
fn look_at_new_habits(
    text: &str,
    columns: &[Column],
    options: &ReadOptions<'_>,
) -> Result<BTreeMap<Box<str>, Seen>, ReadError> {
    let new: Vec<(usize, &Box<str>)> = columns
        .iter()
        .enumerate()
        .filter_map(|(i, column)| match &column.target {
            Target::Habit(id) if !is_defined(options.habits, id) => Some((i, id)),
            _ => None,
        })
        .collect();
    let mut seen: BTreeMap<Box<str>, Seen> =
        new.iter().map(|(_, id)| ((*id).clone(), Seen::default())).collect();
    if new.is_empty() {
        return Ok(seen);
    }
    let mut source = Source::new(text);
    source.next()?;
    while source.next()?.is_some() {
        for (column, id) in &new {
            let cell = source.record().get(*column).unwrap_or_default();
            if let Some(seen) = seen.get_mut(*id).filter(|_| !cell.trim().is_empty()) {
                seen.look(cell);
            }
        }
    }
    Ok(seen)
}

/// What is known only after the last row: exercises of the person's own, columns of 0 and 1.
pub(super) fn finish(
    import: &mut Import,
    plan: &Plan,
    columns: &[Column],
    tally: &Tally,
    gather: &mut Gather,
    options: &ReadOptions<'_>,
) {
    for ((column, id), (n, ones)) in plan.exercises.iter().zip(&tally.exercises) {
        let name = columns[*column].name.as_str();
        if ones.is_some_and(|ones| ones > 0) {
            let is_it = |e: &Entry| {
                e.kind == Kind::Exercise && e.values.text(&exercise::EXERCISE) == Some(id)
            };
            let flags = gather.entries_mut().iter_mut().filter(|e| is_it(e));
            flags.for_each(|entry| only_say_done(&mut entry.values));
            import.notes.push(format!("{name} has only 0 and 1: read as not done and done"));
        }
        let is_known = EXERCISES.iter().any(|w| w.id == &**id) || is_defined(options.habits, id);
        if !is_known && *n > 0 {
            gather.define(definition(id, "exercise", name));
        }
    }
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    if tally.idle_times > 0 {
        let n = tally.idle_times;
        import.notes.push(format!("{n} time{} without a pain score left out", plural(n)));
    }
    if tally.idle_places > 0 {
        let n = tally.idle_places;
        import
            .notes
            .push(format!("{n} site{} or quality without a pain score left out", plural(n)));
    }
    if tally.denied > 0 {
        let n = tally.denied;
        import.notes.push(format!(
            "{n} \"no\" cell{} of treatments and events left out: only those that were are kept",
            plural(n)
        ));
    }
}

/// Says that several rows of one day without times became several readings.
fn several_readings(entries: &[Entry]) -> Option<String> {
    let mut counts: BTreeMap<(NaiveDate, Option<&str>, Option<&str>), usize> = BTreeMap::new();
    let is_untimed =
        |e: &&Entry| e.values.get(&pain::NOW).is_some() && e.values.get(&pain::TIME).is_none();
    for entry in entries.iter().filter(is_untimed) {
        let word = |field| entry.values.text(field);
        *counts.entry((entry.day, word(&pain::SITE), word(&pain::SIDE))).or_default() += 1;
    }
    let mut days: Vec<(NaiveDate, usize)> =
        counts.iter().filter(|(_, n)| **n > 1).map(|((day, _, _), n)| (*day, *n)).collect();
    days.dedup_by_key(|(day, _)| *day);
    let (day, n) = days.first()?;
    let more = match days.len() - 1 {
        0 => String::new(),
        1 => "; so it is on 1 more day".into(),
        n => format!("; so it is on {n} more days"),
    };
    Some(format!("{day} has {n} rows: each pain score is kept as a reading of its own{more}"))
}

fn only_say_done(values: &mut Values) {
    if values.real(&exercise::MINUTES).is_some() {
        let mut said = Values::default();
        for (field, value) in values.iter() {
            if *field != FieldRef::Known(&exercise::MINUTES) {
                said.push(field.clone(), value.clone());
            }
        }
        *values = said;
    }
}
