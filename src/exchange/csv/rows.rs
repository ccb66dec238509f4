//! One row of a day: cells to entries.

use chrono::{NaiveDate, NaiveTime};

use crate::exchange::csv::cells::{read_cell, read_event, read_treatment};
use crate::exchange::csv::faults::Fault;
use crate::exchange::csv::gather::Staged;
use crate::exchange::csv::header::{Place, read_place};
use crate::exchange::csv::moment::{Days, read_moment};
use crate::exchange::csv::plan::{DayColumns, PainColumns, Plan, TreatmentColumn, place_values};
use crate::journal::fields::{exercise, pain, symptom};
use crate::journal::{
    EntryId, Field, FieldRef, Kind, Misread, SIDES, Value, Values, Word, quote, read_dose,
};

/// The cells of a row, wherever they come from.
pub(super) trait Row {
    /// The cell of a column; empty when the row has none.
    fn cell(&self, column: usize) -> &str;
    /// The first byte, in the file, of the row that the cell is from.
    fn at(&self, column: usize) -> usize;
}

/// What is counted while rows are read.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Times of rows without a reading that they could be of.
    pub(super) idle_times: usize,
    /// Places and qualities without a score that they could be of.
    pub(super) idle_places: usize,
    /// Treatments and events that a cell said were not.
    pub(super) denied: usize,
    /// Of each exercise of the plan: how many cells there are, and how many of them are 1,
    /// or `None` when there are others than 0 and 1.
    pub(super) exercises: Vec<(usize, Option<usize>)>,
}

/// Reads rows by a plan.
#[derive(Debug)]
pub(super) struct RowReader<'p> {
    pub(super) plan: &'p Plan,
    pub(super) days: Days,
    pub(super) raw: bool,
    pub(super) tally: Tally,
    /// The entries of the row that was read last.
    pub(super) staged: Vec<Staged>,
    /// What is wrong with it.
    pub(super) faults: Vec<Fault>,
}

impl<'p> RowReader<'p> {
    pub(super) fn new(plan: &'p Plan, days: Days, raw: bool) -> Self {
        let exercises = plan.exercises.iter().map(|_| (0, Some(0))).collect();
        let tally = Tally { exercises, ..Tally::default() };
        Self { plan, days, raw, tally, staged: Vec::new(), faults: Vec::new() }
    }

    /// Reads one row into `staged` and `faults`; its day, unless that is at fault.
    pub(super) fn read(&mut self, row: &impl Row) -> Option<NaiveDate> {
        self.staged.clear();
        self.faults.clear();
        let plan = self.plan;
        for column in &plan.nameless {
            if given(row, *column).is_some() {
                let why = format!("column {} has a value but no name in the header", column + 1);
                self.faults.push(Fault::of_row(row.at(*column), why));
            }
        }
        let (day, clock) = match read_moment(row.cell(plan.date), self.days) {
            Ok(moment) => moment,
            Err(why) => {
                let name = &plan.names[plan.date];
                self.faults.push(Fault::of_cell(row.at(plan.date), name, why));
                return None;
            }
        };
        let time = self.row_time(row, clock);
        let place = self.row_place(row);
        let n_before = self.staged.len();
        self.read_pain(row, day, &plan.here, place, time.clone());
        for (place, columns) in &plan.at {
            let time = match columns.time {
                Some(column) => self.read_field(row, column, &pain::TIME),
                None => time.clone(),
            };
            self.read_pain(row, day, columns, *place, time);
        }
        let has_reading = self.staged[n_before..].iter().any(|s| s.is_numbered);
        self.tally.idle_times += usize::from(time.is_some() && !has_reading);
        self.read_day(row, day);
        self.read_weekly(row, day);
        self.read_others(row, day);
        Some(day)
    }

    fn read_field(
        &mut self,
        row: &impl Row,
        column: usize,
        field: &'static Field,
    ) -> Option<Value> {
        let cell = given(row, column)?;
        let read = read_cell(&field.answer, cell, self.raw);
        self.keep(row, column, read)
    }

    fn keep<T>(&mut self, row: &impl Row, column: usize, read: Result<T, Misread>) -> Option<T> {
        read.map_err(|misread| {
            let name = &self.plan.names[column];
            self.faults.push(Fault::misread(row.at(column), name, &misread));
        })
        .ok()
    }

    /// The time of the row: from its own column, or with the date.
    fn row_time(&mut self, row: &impl Row, clock: Option<NaiveTime>) -> Option<Value> {
        let clock = clock.map(|time| Value::text(&time.format("%H:%M").to_string()));
        let Some(column) = self.plan.here.time else { return clock };
        let time = self.read_field(row, column, &pain::TIME);
        match (time, clock) {
            (Some(time), Some(clock)) if time != clock => {
                let why = "is another time than the one with the date".to_string();
                let name = &self.plan.names[column];
                self.faults.push(Fault::of_cell(row.at(column), name, why));
                None
            }
            (time, clock) => time.or(clock),
        }
    }

    fn row_place(&mut self, row: &impl Row) -> Place {
        let mut place = Place::default();
        if let Some(column) = self.plan.site
            && let Some(cell) = given(row, column)
        {
            if let Ok(read) = read_place(cell, cell) {
                place = read;
            } else {
                let misread = pain::SITE.answer.read(cell).err();
                let name = &self.plan.names[column];
                self.faults.extend(misread.map(|m| Fault::misread(row.at(column), name, &m)));
            }
        }
        if let Some(column) = self.plan.side
            && let Some(Value::Text(side)) = self.read_field(row, column, &pain::SIDE)
        {
            let side = Word::find(SIDES, &side).map(|word| word.id);
            if place.side.is_some() && place.side != side {
                let why = "is another side than the one with the site";
                let name = &self.plan.names[column];
                self.faults.push(Fault::of_cell(row.at(column), name, why));
            }
            place.side = side;
        }
        place
    }

    /// Reads the scores at one place: those of the moment, and those of the day. What it
    /// feels like is said of both.
    fn read_pain(
        &mut self,
        row: &impl Row,
        day: NaiveDate,
        columns: &PainColumns,
        place: Place,
        time: Option<Value>,
    ) {
        let now = columns.now.and_then(|column| self.read_field(row, column, &pain::NOW));
        let quality =
            columns.quality.and_then(|column| self.read_field(row, column, &pain::QUALITY));
        if let Some(now) = now {
            let mut values = Values::default();
            values.push(FieldRef::Known(&pain::NOW), now);
            if let Some(quality) = &quality {
                values.push(FieldRef::Known(&pain::QUALITY), quality.clone());
            }
            for (field, word) in place_values(place) {
                values.push(field, Value::text(word));
            }
            if let Some(time) = time {
                values.push(FieldRef::Known(&pain::TIME), time);
            }
            self.staged.push(Staged::numbered(Kind::Pain, day, values));
        }
        // In the order of ids: average, morning, night, quality, side, site, worst.
        let mut values = Values::default();
        let mut worst = None;
        for (column, field) in &columns.of_day {
            let Some(score) = self.read_field(row, *column, field) else { continue };
            if std::ptr::eq(*field, &raw const pain::WORST) {
                worst = Some(score);
            } else {
                values.push(FieldRef::Known(field), score);
            }
        }
        if worst.is_none() && values.is_empty() {
            // A place is no pain: without a score there is nothing to keep.
            let has_reading = columns.now.is_some_and(|column| given(row, column).is_some());
            let is_here = std::ptr::eq(columns, &raw const self.plan.here);
            let says_where = is_here && place != Place::default();
            self.tally.idle_places +=
                usize::from(!has_reading && (quality.is_some() || says_where));
            return;
        }
        if let Some(quality) = quality {
            values.push(FieldRef::Known(&pain::QUALITY), quality);
        }
        for (field, word) in place_values(place) {
            values.push(field, Value::text(word));
        }
        if let Some(worst) = worst {
            values.push(FieldRef::Known(&pain::WORST), worst);
        }
        let id = EntryId::of_day_pain(day, (place.site, place.side));
        self.staged.push(Staged::only(id, Kind::Pain, day, values));
    }

    fn read_day(&mut self, row: &impl Row, day: NaiveDate) {
        let mut values = Values::with_capacity(self.plan.day.len());
        for columns in &self.plan.day {
            if let Some(value) = self.read_sum(row, columns) {
                values.push(columns.field.clone(), value);
            }
        }
        if !values.is_empty() {
            self.staged.push(Staged::only(EntryId::of_day(day), Kind::Day, day, values));
        }
    }

    fn read_weekly(&mut self, row: &impl Row, day: NaiveDate) {
        let mut values = Values::default();
        for (column, field) in &self.plan.weekly {
            if let Some(value) = self.read_field(row, *column, field) {
                values.push(FieldRef::Known(field), value);
            }
        }
        if !values.is_empty() {
            let id = EntryId::of_questionnaire(day);
            self.staged.push(Staged::only(id, Kind::Questionnaire, day, values));
        }
    }

    /// The value of a field of the day, added up where several columns hold it.
    fn read_sum(&mut self, row: &impl Row, columns: &DayColumns) -> Option<Value> {
        let DayColumns { first, more, answer, .. } = columns;
        let read = |column: usize| {
            let cell = given(row, column)?;
            Some((column, read_cell(answer, cell, self.raw)))
        };
        let mut all = std::iter::once(*first).chain(more.iter().copied()).filter_map(read);
        let (column, value) = all.next()?;
        let rest: Vec<_> = all.collect();
        let mut sum = self.keep(row, column, value)?;
        for (column, value) in rest {
            sum = add(&sum, &self.keep(row, column, value)?)?;
        }
        if answer.accepts(&sum) {
            return Some(sum);
        }
        let why = format!(
            "and the columns added to it make {}, which is not {}",
            quote(&answer.write(&sum)),
            answer.expected()
        );
        let name = &self.plan.names[*first];
        self.faults.push(Fault::of_cell(row.at(*first), name, why));
        None
    }

    fn read_others(&mut self, row: &impl Row, day: NaiveDate) {
        let plan = self.plan;
        for (i, (column, id)) in plan.exercises.iter().enumerate() {
            let Some(cell) = given(row, *column) else { continue };
            self.count_exercise(i, cell);
            let Some(mut values) = self.keep(row, *column, read_dose(cell)) else { continue };
            values.set(FieldRef::Known(&exercise::EXERCISE), Value::text(id));
            self.staged.push(Staged::numbered(Kind::Exercise, day, values));
        }
        for TreatmentColumn { column, which, name } in &plan.treatments {
            let Some(cell) = given(row, *column) else { continue };
            let read = read_treatment(which, name.as_deref(), cell, self.raw);
            self.stage_said(row, *column, Kind::Treatment, day, read);
        }
        for (column, id) in &plan.symptoms {
            let Some(present) = self.read_field(row, *column, &symptom::PRESENT) else { continue };
            let mut values = Values::default();
            values.push(FieldRef::Known(&symptom::PRESENT), present);
            values.push(FieldRef::Known(&symptom::SYMPTOM), Value::text(id));
            let id = EntryId::of_symptom(day, id);
            self.staged.push(Staged::only(id, Kind::Symptom, day, values));
        }
        for (column, id) in &plan.events {
            let Some(cell) = given(row, *column) else { continue };
            let read = read_event(id, cell, self.raw);
            self.stage_said(row, *column, Kind::Event, day, read);
        }
    }

    fn stage_said(
        &mut self,
        row: &impl Row,
        column: usize,
        kind: Kind,
        day: NaiveDate,
        read: Result<Option<Values>, Misread>,
    ) {
        match self.keep(row, column, read) {
            Some(Some(values)) => self.staged.push(Staged::numbered(kind, day, values)),
            Some(None) => self.tally.denied += 1,
            None => {}
        }
    }

    fn count_exercise(&mut self, i: usize, cell: &str) {
        let (n, ones) = &mut self.tally.exercises[i];
        *n += 1;
        *ones = match (cell.trim(), *ones) {
            ("0", ones) => ones,
            ("1", Some(ones)) => Some(ones + 1),
            _ => None,
        };
    }
}

/// The cell of a column, unless it is blank.
pub(super) fn given(row: &impl Row, column: usize) -> Option<&str> {
    let cell = row.cell(column);
    // Most cells begin with something; only a blank one must be looked at further.
    match cell.as_bytes().first() {
        None => None,
        Some(b' ' | b'\t' | b'\n' | b'\r' | 0x80..) if cell.trim().is_empty() => None,
        Some(_) => Some(cell),
    }
}

/// Adds two values of one amount, without the dust of binary fractions.
fn add(a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.checked_add(*b).map(Value::Int),
        (Value::Real(a), Value::Real(b)) => {
            let sum = a + b;
            let rounded = (sum * 1e6).round() / 1e6;
            Some(Value::Real(if sum.abs() < 1e9 { rounded } else { sum }))
        }
        _ => None,
    }
}
