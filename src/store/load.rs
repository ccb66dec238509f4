//! From facts to entries: the newest fact of each field, one pass in the order of the key.

use chrono::NaiveDate;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use crate::journal::fields::experiment;
use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, Span, Value, Values};
use crate::store::act::{Hlc, Stamp};
use crate::store::error::Error;
use crate::store::fact::{WRITTEN, day_number, day_of, from_sql};
use crate::store::open::Store;

/// An entry and when it was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The entry as it stands now.
    pub entry: Entry,
    /// Its oldest fact.
    pub first: Stamp,
    /// When it was first written down elsewhere, RFC 3339; `None` for what was written here.
    pub elsewhere: Option<Box<str>>,
}

const FACTS: &str = "SELECT day, entry, field, value, hlc, device FROM fact
     WHERE kind = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, entry, field, hlc, device";

impl Store {
    /// The whole journal, or the days of a span, with profile and own habits.
    pub fn journal(&self, span: Option<Span>) -> Result<Journal, Error> {
        self.journal_of(&Kind::ALL, span)
    }

    /// As [`Store::journal`], with only these kinds of entries.
    pub fn journal_of(&self, kinds: &[Kind], span: Option<Span>) -> Result<Journal, Error> {
        let _one_moment = self.hold()?;
        read_journal(&self.connection, kinds, span).map_err(|e| self.fault(e))
    }

    /// The entries of these kinds with their times of writing, in order of kind, day and id.
    pub fn stored(&self, kinds: &[Kind], span: Option<Span>) -> Result<Vec<Stored>, Error> {
        let _one_moment = self.hold()?;
        let mut all = Vec::new();
        for &kind in kinds {
            let of_days = Kind::OF_A_DAY.contains(&kind);
            self.fold(kind, span.filter(|_| of_days), Times::Read, |stored| all.push(stored))?;
        }
        Ok(all)
    }

    /// Holds the journal as it is, so that kinds read one after the other are of one moment
    /// and no act is seen by half. It lets go when dropped.
    fn hold(&self) -> Result<Transaction<'_>, Error> {
        self.connection.unchecked_transaction().map_err(|e| self.fault(e))
    }

    /// The `n` latest days up to `last` on which something stands, newest first.
    pub fn latest_days(&self, last: NaiveDate, n: usize) -> Result<Vec<NaiveDate>, Error> {
        self.latest_days_of(&Kind::OF_A_DAY, last, n)
    }

    /// As [`Store::latest_days`], of only these kinds of entries.
    pub fn latest_days_of(
        &self,
        kinds: &[Kind],
        last: NaiveDate,
        n: usize,
    ) -> Result<Vec<NaiveDate>, Error> {
        let mut days = Vec::new();
        let mut before = day_number(last) + 1;
        while days.len() < n {
            let found = self.written_before(kinds, before).map_err(|e| self.fault(e))?;
            let Some(number) = found else { break };
            before = number;
            let Some(day) = day_of(number) else { break };
            if self.stands_on(kinds, day)? {
                days.push(day);
            }
        }
        Ok(days)
    }

    /// The first day of which an entry of a kind was ever written, whether it stands or not;
    /// `None`: never.
    pub fn first_day_of(&self, kind: Kind) -> Result<Option<NaiveDate>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT min(day) FROM fact WHERE kind = ?1")
            .map_err(|e| self.fault(e))?;
        let number: Option<i64> =
            statement.query_row([kind.id()], |row| row.get(0)).map_err(|e| self.fault(e))?;
        Ok(number.and_then(day_of))
    }

    /// The latest day before another of which anything was ever written: a step down the key
    /// for each kind, whatever the journal's size.
    fn written_before(&self, kinds: &[Kind], day: i64) -> rusqlite::Result<Option<i64>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT max(day) FROM fact WHERE kind = ?1 AND day < ?2")?;
        let mut latest = None;
        for kind in kinds {
            let found = statement.query_row(params![kind.id(), day], |row| row.get(0))?;
            latest = latest.max(found);
        }
        Ok(latest)
    }

    /// Whether anything that was written of a day stands: not undone, deleted or cleared.
    fn stands_on(&self, kinds: &[Kind], day: NaiveDate) -> Result<bool, Error> {
        let mut stands = false;
        for &kind in kinds {
            self.fold(kind, Some(Span::ending(day, 1)), Times::Ignored, |_| stands = true)?;
            if stands {
                break;
            }
        }
        Ok(stands)
    }

    /// Whether it is a sample, of nobody's pain.
    pub fn is_sample(&self) -> Result<bool, Error> {
        read_is_sample(&self.connection).map_err(|e| self.fault(e))
    }

    fn fold(
        &self,
        kind: Kind,
        span: Option<Span>,
        times: Times,
        keep: impl FnMut(Stored),
    ) -> Result<(), Error> {
        fold(&self.connection, kind, span, times, keep).map_err(|e| self.fault(e))
    }
}

/// The journal as a connection sees it; within an act, with what the act has written.
pub(super) fn read_journal(
    connection: &Connection,
    kinds: &[Kind],
    span: Option<Span>,
) -> rusqlite::Result<Journal> {
    let mut all = Vec::new();
    for &kind in kinds {
        let of_days = Kind::OF_A_DAY.contains(&kind);
        let span = span.filter(|_| of_days);
        fold(connection, kind, span, Times::Ignored, |stored| all.push(stored.entry))?;
    }
    let mut journal = Journal::new(all).sample(read_is_sample(connection)?);
    if kinds.contains(&Kind::Experiment) {
        journal = journal.stopped(read_stops(connection)?);
    }
    Ok(match span {
        Some(span) => journal.windowed(span, has_before(connection, span.first())?),
        None => journal,
    })
}

/// The days on which experiments were stopped, also those that were taken back.
fn read_stops(connection: &Connection) -> rusqlite::Result<Vec<(EntryId, NaiveDate)>> {
    let sql = "SELECT entry, value FROM fact
         WHERE kind = ?1 AND field = ?2 AND typeof(value) = 'text' ORDER BY hlc, device";
    let read = |row: &Row<'_>| -> rusqlite::Result<(EntryId, Option<NaiveDate>)> {
        let day: String = row.get(1)?;
        Ok((EntryId(row.get(0)?), day.parse().ok()))
    };
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([Kind::Experiment.id(), experiment::STOPPED.id], read)?;
    let known = rows.filter_map(|row| row.map(|(id, day)| Some((id, day?))).transpose());
    known.collect()
}

fn read_is_sample(connection: &Connection) -> rusqlite::Result<bool> {
    let row = connection.query_row("SELECT is_sample FROM journal", [], |row| row.get(0));
    row.optional().map(Option::unwrap_or_default)
}

fn has_before(connection: &Connection, day: NaiveDate) -> rusqlite::Result<bool> {
    let mut statement = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM fact WHERE kind = ?1 AND day < ?2)")?;
    for kind in Kind::OF_A_DAY {
        if statement.query_row(params![kind.id(), day_number(day)], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn fold(
    connection: &Connection,
    kind: Kind,
    span: Option<Span>,
    times: Times,
    keep: impl FnMut(Stored),
) -> rusqlite::Result<()> {
    let first = span.map_or(i64::MIN, |s| day_number(s.first()));
    let last = span.map_or(i64::MAX, |s| day_number(s.last()));
    let mut statement = connection.prepare_cached(FACTS)?;
    let mut rows = statement.query(params![kind.id(), first, last])?;
    let mut folding = Folding::new(kind, times, keep);
    while let Some(row) = rows.next()? {
        folding.take(row)?;
    }
    folding.end_entry();
    Ok(())
}

/// Whether anybody asks when the facts were written: reading that takes a tenth of the time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    Read,
    Ignored,
}

/// Gathers one entry's facts, which come next to each other, oldest of a field first.
struct Folding<K> {
    kind: Kind,
    times: Times,
    keep: K,
    at: Option<(i64, EntryId)>,
    field: String,
    newest: Option<Value>,
    values: Vec<(FieldRef, Value)>,
    elsewhere: Option<Box<str>>,
    first: Stamp,
}

/// Later than every stamp.
const NEVER: Stamp = Stamp { hlc: Hlc(i64::MAX), device: i64::MAX };

impl<K: FnMut(Stored)> Folding<K> {
    fn new(kind: Kind, times: Times, keep: K) -> Self {
        Self {
            kind,
            times,
            keep,
            at: None,
            field: String::new(),
            newest: None,
            values: Vec::new(),
            elsewhere: None,
            first: NEVER,
        }
    }

    fn take(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let day: i64 = row.get(0)?;
        let entry = match row.get_ref(1)? {
            ValueRef::Blob(bytes) => bytes.try_into().map_or(EntryId([0; 16]), EntryId),
            _ => EntryId([0; 16]),
        };
        if self.at != Some((day, entry)) {
            self.end_entry();
            self.at = Some((day, entry));
        }
        let field = row.get_ref(2)?.as_str().unwrap_or_default();
        if field != self.field {
            self.end_field();
            self.field.clear();
            self.field.push_str(field);
        }
        self.newest = from_sql(row.get_ref(3)?);
        if self.times == Times::Read {
            self.first = self.first.min(Stamp { hlc: Hlc(row.get(4)?), device: row.get(5)? });
        }
        Ok(())
    }

    fn end_field(&mut self) {
        let Some(value) = self.newest.take() else { return };
        match self.field.as_str() {
            WRITTEN => {
                if let Value::Text(at) = value {
                    self.elsewhere = Some(at);
                }
            }
            // A field of a newer twinge, or a value that ours does not take, stays in the file
            // and out of sight.
            id => match FieldRef::from_id(self.kind, id) {
                Some(FieldRef::Known(f)) if !f.answer.accepts(&value) => {}
                Some(field) => self.values.push((field, value)),
                None => {}
            },
        }
    }

    fn end_entry(&mut self) {
        self.end_field();
        self.field.clear();
        // Exactly as much room as it takes: a lifetime has a hundred thousand entries.
        let values: Values = self.values.drain(..).collect();
        let elsewhere = self.elsewhere.take();
        let first = std::mem::replace(&mut self.first, NEVER);
        let Some((day, id)) = self.at.take() else { return };
        let Some(day) = day_of(day) else { return };
        let entry = Entry { id, kind: self.kind, day, values };
        if entry.is_something() {
            (self.keep)(Stored { entry, first, elsewhere });
        }
    }
}
