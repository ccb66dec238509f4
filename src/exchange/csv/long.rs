//! Reads a table of one row a value: what an export wrote, or what somebody made by hand.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use csv::StringRecord;

use crate::exchange::csv::columns::{Column, is_defined, resolve_fields};
use crate::exchange::csv::facts::{FactRow, Facts};
use crate::exchange::csv::faults::{Fault, Faults};
use crate::exchange::csv::gather::Gather;
use crate::exchange::csv::header::{LongColumn, Target};
use crate::exchange::csv::moment::{Days, read_moment};
use crate::exchange::csv::own::{Seen, definition};
use crate::exchange::csv::plan::Plan;
use crate::exchange::csv::rows::{Row, RowReader};
use crate::exchange::csv::sleep::SleepSeen;
use crate::exchange::csv::source::Source;
use crate::exchange::csv::wide::{broken, finish, take_row};
use crate::exchange::error::ReadError;
use crate::exchange::{Import, ReadOptions};
use crate::journal::fields::pain;
use crate::journal::{Answer, EntryId, Value};

/// Reads all rows.
pub(super) fn read(
    text: &str,
    columns: &[Column],
    days: Days,
    options: &ReadOptions<'_>,
) -> Result<Import, ReadError> {
    let places = Places::find(columns)?;
    let mut import = Import::default();
    let mut faults = Faults::new(text);
    let mut facts = Facts::new(options, days);
    let mut said = Said::default();
    let mut source = Source::new(text);
    source.next()?;
    while let Some(found) = source.next()? {
        let record = source.record();
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        import.rows_read += 1;
        if let Some(fault) = broken(record, &found, columns.len()) {
            faults.add(fault);
            import.rows_bad += 1;
            continue;
        }
        let row = places.row(record, found.at);
        if !row.entry.trim().is_empty() {
            facts.take(&row, &mut faults);
        } else if row.field.starts_with("profile.") {
            facts.take_of(EntryId::of_profile(), &row, &mut faults);
        } else if let Err(fault) = said.take(&row, days) {
            faults.add(fault);
            import.rows_bad += 1;
        }
    }
    let given = facts.finish(&mut faults);
    import.rows_bad += given.n_bad;
    import.written = given.written;
    let mut gather = Gather::new(true);
    for (entry, at) in given.entries {
        gather.give(entry, at);
    }
    given.new.into_iter().for_each(|definition| gather.define(definition));
    read_said(&mut said, days, options, &mut import, &mut gather, &mut faults)?;
    (import.entries, import.unnamed) = gather.into_entries();
    import.row_errors = faults.into_errors();
    Ok(import)
}

/// Which column holds what.
struct Places {
    date: usize,
    time: Option<usize>,
    field: usize,
    value: usize,
    entry: Option<usize>,
    written: Option<usize>,
}

impl Places {
    fn find(columns: &[Column]) -> Result<Self, ReadError> {
        let mut all: HashMap<String, usize> = HashMap::new();
        for (i, column) in columns.iter().enumerate() {
            let is_of_long = match &column.target {
                Target::Skip | Target::Nameless | Target::Date(_) | Target::Long(_) => true,
                Target::Pain(field, None) => std::ptr::eq(*field, &raw const pain::TIME),
                _ => false,
            };
            if !is_of_long {
                return Err(ReadError::BadColumn {
                    column: column.name.clone(),
                    why: "it has no place beside the columns \"field\" and \"value\", which \
                          make this a table of one row a value"
                        .into(),
                    meant: None,
                });
            }
            all.insert(column.target.name(), i);
        }
        let at = |column: LongColumn| all.get(&Target::Long(column).name()).copied();
        Ok(Self {
            date: all.get("date").copied().unwrap_or_default(),
            time: all.get("time").copied(),
            field: at(LongColumn::Field).unwrap_or_default(),
            value: at(LongColumn::Value).unwrap_or_default(),
            entry: at(LongColumn::Entry),
            written: at(LongColumn::Written),
        })
    }

    fn row<'r>(&self, record: &'r StringRecord, at: usize) -> FactRow<'r> {
        let cell = |column: Option<usize>| column.and_then(|c| record.get(c)).unwrap_or_default();
        FactRow {
            date: cell(Some(self.date)),
            time: cell(self.time),
            field: cell(Some(self.field)),
            value: cell(Some(self.value)),
            entry: cell(self.entry),
            written: cell(self.written),
            at,
        }
    }
}

/// Rows that name no entry.
#[derive(Default)]
struct Said {
    /// Names of fields, in the order of their first row.
    names: Vec<String>,
    name_at: HashMap<String, usize>,
    rows: Vec<SaidRow>,
}

struct SaidRow {
    day: NaiveDate,
    time: Option<Box<str>>,
    /// Which of the names.
    field: usize,
    value: Box<str>,
    at: usize,
}

impl Said {
    fn take(&mut self, row: &FactRow<'_>, days: Days) -> Result<(), Fault> {
        let moment = read_moment(row.date, days);
        let (day, clock) = moment.map_err(|why| Fault::of_cell(row.at, "date", why))?;
        let time = if row.time.trim().is_empty() {
            clock.map(|clock| clock.format("%H:%M").to_string().into())
        } else {
            match Answer::Time.read(row.time) {
                Ok(Value::Text(time)) => Some(time),
                Ok(_) => None,
                Err(misread) => return Err(Fault::misread(row.at, "time", &misread)),
            }
        };
        if row.field.trim().is_empty() {
            return Err(Fault::of_cell(row.at, "field", "is empty"));
        }
        // An empty value was not recorded.
        if row.value.trim().is_empty() {
            return Ok(());
        }
        let field = *self.name_at.entry(row.field.trim().into()).or_insert_with(|| {
            self.names.push(row.field.trim().into());
            self.names.len() - 1
        });
        self.rows.push(SaidRow { day, time, field, value: row.value.into(), at: row.at });
        Ok(())
    }

    /// Rows of one day and time, in the order of the file.
    fn groups(&self) -> Vec<Vec<&SaidRow>> {
        let mut rows: Vec<&SaidRow> = self.rows.iter().collect();
        rows.sort_by(|a, b| (a.day, &a.time, a.at).cmp(&(b.day, &b.time, b.at)));
        let same = |a: &&SaidRow, b: &&SaidRow| (a.day, &a.time) == (b.day, &b.time);
        rows.chunk_by(same).map(<[_]>::to_vec).collect()
    }
}

/// Reads the rows of each day and time as one row of a table of days.
fn read_said(
    said: &mut Said,
    days: Days,
    options: &ReadOptions<'_>,
    import: &mut Import,
    gather: &mut Gather,
    faults: &mut Faults<'_>,
) -> Result<(), ReadError> {
    let fixed = [("date", Target::Date(None)), ("time", Target::Pain(&pain::TIME, None))];
    let fixed = fixed.map(|(name, target)| Column { name: name.into(), target, is_mapped: false });
    let n_fixed = fixed.len();
    let mut columns: Vec<Column> = fixed.into();
    let mut habits = gather.defined();
    habits.extend_from_slice(options.habits);
    let options = &ReadOptions { habits: &habits, ..options.clone() };
    columns.extend(resolve_fields(&said.names, options)?);
    for (i, column) in columns.iter_mut().enumerate() {
        if matches!(column.target, Target::Sleep) {
            let mut seen = SleepSeen::default();
            let cells = said.rows.iter().filter(|row| n_fixed + row.field == i);
            cells.for_each(|row| seen.look(&row.value));
            column.target = seen.target(&column.name)?;
        }
    }
    join_names(&mut columns, n_fixed, said);
    let mut seen: BTreeMap<Box<str>, Seen> = BTreeMap::new();
    for row in &said.rows {
        if let Target::Habit(id) = &columns[n_fixed + row.field].target
            && !is_defined(options.habits, id)
        {
            seen.entry(id.clone()).or_default().look(&row.value);
        }
    }
    let plan = Plan::new(&columns, options, &seen)?;
    for (id, seen) in &seen {
        if let Some(answer) = seen.answer() {
            gather.define(definition(id, answer, id));
        }
    }
    let mut reader = RowReader::new(&plan, days, options.raw);
    for group in said.groups() {
        if let Some(fault) = unclear(&group, &columns, n_fixed) {
            faults.add(fault);
            import.rows_bad += group.len();
            continue;
        }
        for row in virtual_rows(&group, n_fixed) {
            if !take_row(&mut reader, &row, gather, faults) {
                import.rows_bad += row.cells.len();
            }
        }
    }
    finish(import, &plan, &columns, &reader.tally, gather, options);
    Ok(())
}

/// Makes the rows of two names of one field rows of the first name. Amounts that the person
/// mapped to one field stay apart: they are added.
fn join_names(columns: &mut [Column], n_fixed: usize, said: &mut Said) {
    let mut first_of: HashMap<String, usize> = HashMap::new();
    let mut joined: Vec<usize> = (0..columns.len() - n_fixed).collect();
    for i in n_fixed..columns.len() {
        let first = *first_of.entry(columns[i].target.name()).or_insert(i);
        let is_added = matches!(columns[i].target, Target::Day(_) | Target::Habit(_))
            && (columns[i].is_mapped || columns[first].is_mapped);
        if first != i && !is_added {
            columns[i].target = Target::Skip;
            joined[i - n_fixed] = first - n_fixed;
        }
    }
    for row in &mut said.rows {
        row.field = joined[row.field];
    }
}

/// One row of a table of days, put together from rows of one day and time.
struct VirtualRow<'s> {
    date: String,
    time: &'s str,
    cells: Vec<(usize, &'s SaidRow)>,
}

impl Row for VirtualRow<'_> {
    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.date,
            1 => self.time,
            _ => self.cells.iter().find(|(c, _)| *c == column).map_or("", |(_, row)| &row.value),
        }
    }

    fn at(&self, column: usize) -> usize {
        let of = self.cells.iter().find(|(c, _)| *c == column).or(self.cells.first());
        of.map_or(0, |(_, row)| row.at)
    }
}

/// The n-th value of each field makes the n-th row.
fn virtual_rows<'s>(group: &[&'s SaidRow], n_fixed: usize) -> Vec<VirtualRow<'s>> {
    let mut rows: Vec<VirtualRow<'s>> = Vec::new();
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for said in group {
        let count = counts.entry(said.field).or_default();
        if *count == rows.len() {
            let (date, time) = (said.day.to_string(), said.time.as_deref().unwrap_or_default());
            rows.push(VirtualRow { date, time, cells: Vec::new() });
        }
        rows[*count].cells.push((n_fixed + said.field, said));
        *count += 1;
    }
    rows
}

/// Where there are several scores at one time, each needs its own site, or none has one.
fn unclear(group: &[&SaidRow], columns: &[Column], n_fixed: usize) -> Option<Fault> {
    let of = |wanted: &str| -> Vec<&SaidRow> {
        let is_it = |row: &&&SaidRow| columns[n_fixed + row.field].target.name() == wanted;
        group.iter().filter(is_it).copied().collect()
    };
    if group.len() < 2 {
        return None;
    }
    let n_scores = of("pain").len();
    for name in ["site", "side", "quality"] {
        let rows = of(name);
        if (n_scores > 1 && rows.len() != n_scores || rows.len() > n_scores.max(1))
            && let Some(row) = rows.first()
        {
            let why = format!(
                "could belong to any of the {n_scores} pain scores of that time; write the field \
                 as pain@neck, or give each score its own time"
            );
            return Some(Fault::of_cell(row.at, name, why));
        }
    }
    None
}
