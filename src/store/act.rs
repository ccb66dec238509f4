//! One act of writing: a transaction that is gone when dropped, and its facts.

use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, ToSql, Transaction, params};
use xxhash_rust::xxh3::xxh3_128;

use crate::clock::Moment;
use crate::journal::{Entry, EntryId, FieldRef, Journal, Kind, Span, Value};
use crate::store::error::Error;
use crate::store::fact::{
    Place, WRITTEN, as_ref, as_sql, day_number, from_owned, hash, hash_of_act,
};
use crate::store::load::read_journal;

/// Hybrid logical clock (Kulkarni 2014): milliseconds since 1970 UTC * 65,536 + a counter.
/// It never runs backwards on one machine, and stays close to the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hlc(pub i64);

/// 2200-01-01: a clock that is wrong beyond that must not order the journal for ever.
const CLOCK_MOST_MS: i64 = 7_258_118_400_000;

impl Hlc {
    /// The next reading, after `last` and not before `unix_ms`. A clock outside 1970–2200 is
    /// held at its bounds, so that no clock can stop the journal.
    pub fn next(last: Option<Self>, unix_ms: i64) -> Self {
        let wall = Self(unix_ms.clamp(0, CLOCK_MOST_MS) << 16);
        match last {
            Some(last) if last >= wall => Self(last.0.saturating_add(1)),
            _ => wall,
        }
    }

    /// Milliseconds since 1970 UTC.
    pub fn unix_ms(self) -> i64 {
        self.0 >> 16
    }
}

/// When and by which computer a fact was written: its order among all facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// When.
    pub hlc: Hlc,
    /// By which computer, a random number of 48 bits.
    pub device: i64,
}

/// What was committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// When and by which computer.
    pub stamp: Stamp,
    /// How many facts.
    pub n_facts: usize,
}

/// An open act of writing. Nothing is kept unless it is finished.
#[derive(Debug)]
pub struct Act<'s> {
    tx: Transaction<'s>,
    path: PathBuf,
    stamp: Stamp,
    at: String,
    command: &'static str,
    source: Option<String>,
    undoes: Option<Stamp>,
    n_facts: usize,
    waiting: Vec<Waiting>,
}

/// A fact that is not written yet.
#[derive(Debug)]
struct Waiting {
    kind: Box<str>,
    day: i64,
    entry: EntryId,
    field: Box<str>,
    value: Option<Value>,
    hash: [u8; 16],
}

/// How many facts one statement writes at most: enough to spread its cost.
const ROWS_AT_ONCE: usize = 64;

impl<'s> Act<'s> {
    pub(super) fn new(
        tx: Transaction<'s>,
        path: PathBuf,
        moment: &Moment,
        machine: &str,
        command: &'static str,
    ) -> Result<Self, Error> {
        let start = || -> rusqlite::Result<Stamp> {
            let last = tx
                .prepare("SELECT max(hlc) FROM written")?
                .query_row([], |row| row.get::<_, Option<i64>>(0))?;
            let hlc = Hlc::next(last.map(Hlc), moment.unix_ms());
            Ok(Stamp { hlc, device: device_of(&tx, machine, moment)? })
        };
        let stamp = start().map_err(|e| Error::of(&path, e))?;
        let at = moment.stamp();
        Ok(Self {
            tx,
            path,
            stamp,
            at,
            command,
            source: None,
            undoes: None,
            n_facts: 0,
            waiting: Vec::new(),
        })
    }

    /// When and by which computer this act writes.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Whether nothing was written so far.
    pub fn is_empty(&self) -> bool {
        self.n_facts == 0
    }

    /// Says where the facts come from: an import's file name.
    pub fn from_source(&mut self, source: &str) {
        self.source = Some(source.into());
    }

    /// Says under which id of the person's this act is written at most once; gives whether it was
    /// written already. Then there is nothing to write.
    pub fn is_said_again(&mut self, once: &str) -> Result<bool, Error> {
        let source = format!("id {once}");
        let is_there = self
            .tx
            .prepare("SELECT EXISTS (SELECT 1 FROM written WHERE command = ?1 AND source = ?2)")
            .and_then(|mut there| there.query_row([self.command, &source], |row| row.get(0)))
            .map_err(|e| self.fault(e))?;
        self.source = Some(source);
        Ok(is_there)
    }

    pub(super) fn undoing(&mut self, stamp: Stamp) {
        self.undoes = Some(stamp);
    }

    pub(super) fn transaction(&self) -> &Transaction<'s> {
        &self.tx
    }

    pub(super) fn fault(&self, source: rusqlite::Error) -> Error {
        Error::of(&self.path, source)
    }

    /// Records all values of an entry.
    pub fn record(&mut self, entry: &Entry) -> Result<(), Error> {
        for (field, value) in entry.values.iter() {
            self.set(entry.kind, entry.day, entry.id, field, Some(value))?;
        }
        Ok(())
    }

    /// Records one value of an entry; `None` says that it is no longer recorded.
    pub fn set(
        &mut self,
        kind: Kind,
        day: NaiveDate,
        entry: EntryId,
        field: &FieldRef,
        value: Option<&Value>,
    ) -> Result<(), Error> {
        if let (FieldRef::Known(known), Some(value)) = (field, value)
            && !known.answer.accepts(value)
        {
            return Err(Error::BadValue { field: known.id.into() });
        }
        let place = Place { kind: kind.id(), day: day_number(day), entry };
        match field {
            FieldRef::Known(known) => self.put(place, known.id, value),
            FieldRef::Own(_) => self.put(place, &field.id(), value),
        }
    }

    /// Deletes an entry: each of its fields is no longer recorded. What is recorded of it
    /// later, here or on another machine, stands again.
    pub fn erase(&mut self, kind: Kind, day: NaiveDate, entry: EntryId) -> Result<(), Error> {
        self.write_waiting()?;
        let place = Place { kind: kind.id(), day: day_number(day), entry };
        let newest = newest_of(&self.tx, place).map_err(|e| self.fault(e))?;
        for (field, value) in newest {
            if value.is_some() {
                self.put(place, &field, None)?;
            }
        }
        Ok(())
    }

    /// Keeps when an imported entry was first written down, RFC 3339.
    pub fn set_first_written(
        &mut self,
        kind: Kind,
        day: NaiveDate,
        entry: EntryId,
        at: &str,
    ) -> Result<(), Error> {
        let place = Place { kind: kind.id(), day: day_number(day), entry };
        self.put(place, WRITTEN, Some(&Value::text(at)))
    }

    pub(super) fn put(
        &mut self,
        place: Place<'_>,
        field: &str,
        value: Option<&Value>,
    ) -> Result<(), Error> {
        let hash = hash(place, field, self.stamp, as_ref(value));
        self.waiting.push(Waiting {
            kind: place.kind.into(),
            day: place.day,
            entry: place.entry,
            field: field.into(),
            value: value.cloned(),
            hash,
        });
        self.n_facts += 1;
        if self.waiting.len() >= ROWS_AT_ONCE { self.write_waiting() } else { Ok(()) }
    }

    /// Writes the facts that wait, in one statement: within one, SQLite adds rows that come in
    /// the order of the key at the end of a page without searching for their place.
    fn write_waiting(&mut self) -> Result<(), Error> {
        let n_rows = self.waiting.len();
        if n_rows == 0 {
            return Ok(());
        }
        let insert = || -> rusqlite::Result<()> {
            let Stamp { hlc, device } = self.stamp;
            let mut statement = self.tx.prepare_cached(&insert_of(n_rows))?;
            statement.raw_bind_parameter(1, hlc.0)?;
            statement.raw_bind_parameter(2, device)?;
            let mut n = 2;
            for row in &self.waiting {
                let value = as_sql(row.value.as_ref());
                let columns: [&dyn ToSql; 6] =
                    [&row.kind, &row.day, &row.entry.0, &row.field, &value, &row.hash];
                for column in columns {
                    n += 1;
                    statement.raw_bind_parameter(n, column)?;
                }
            }
            statement.raw_execute().map(drop)
        };
        insert().map_err(|e| self.fault(e))?;
        self.waiting.clear();
        Ok(())
    }

    /// The journal as it will stand, with what this act has written so far: these kinds, the
    /// days of a span.
    pub fn journal_of(&mut self, kinds: &[Kind], span: Option<Span>) -> Result<Journal, Error> {
        self.write_waiting()?;
        read_journal(&self.tx, kinds, span).map_err(|e| self.fault(e))
    }

    /// Commits. Only when this returns may the person be told that it is kept. An act with
    /// no facts leaves no trace.
    pub fn finish(mut self) -> Result<Receipt, Error> {
        self.write_waiting()?;
        let Self { tx, path, stamp, at, command, source, undoes, n_facts, waiting: _ } = self;
        let receipt = Receipt { stamp, n_facts };
        if n_facts == 0 {
            return tx.rollback().map(|()| receipt).map_err(|e| Error::of(&path, e));
        }
        let version = env!("CARGO_PKG_VERSION");
        let written = ActRow {
            stamp,
            at: &at,
            command,
            source: source.as_deref(),
            undoes,
            n_facts: i64::try_from(n_facts).unwrap_or(i64::MAX),
            version,
        };
        let hash = hash_of_act(&written);
        let commit = || -> rusqlite::Result<()> {
            tx.execute(
                "INSERT INTO written VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    stamp.hlc.0,
                    stamp.device,
                    at,
                    command,
                    source,
                    undoes.map(|u| u.hlc.0),
                    undoes.map(|u| u.device),
                    written.n_facts,
                    version,
                    hash,
                ],
            )?;
            tx.commit()
        };
        commit().map(|()| receipt).map_err(|e| Error::of(&path, e))
    }
}

/// The statement that writes so many facts of one act, whose stamp they share.
fn insert_of(n_rows: usize) -> String {
    let mut sql = String::with_capacity(24 + n_rows * 40);
    for row in 0..n_rows {
        let before = if row == 0 { "INSERT INTO fact VALUES " } else { "," };
        let own = |n: usize| 3 + row * 6 + n;
        // Writing to a String cannot fail.
        write!(
            sql,
            "{before}(?{},?{},?{},?{},?1,?2,?{},?{})",
            own(0),
            own(1),
            own(2),
            own(3),
            own(4),
            own(5)
        )
        .ok();
    }
    sql
}

/// The newest fact of each field of an entry, in order; a value of `None` was cleared.
pub(super) fn newest_of(
    tx: &Transaction<'_>,
    place: Place<'_>,
) -> rusqlite::Result<Vec<(String, Option<Value>)>> {
    let mut statement = tx.prepare_cached(
        "SELECT field, value FROM fact WHERE kind = ?1 AND day = ?2 AND entry = ?3
         ORDER BY field, hlc, device",
    )?;
    let mut rows = statement.query(params![place.kind, place.day, place.entry.0])?;
    let mut newest: Vec<(String, Option<Value>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let field: String = row.get(0)?;
        let value = from_owned(&row.get::<_, rusqlite::types::Value>(1)?);
        match newest.last_mut() {
            Some((last, held)) if *last == field => *held = value,
            _ => newest.push((field, value)),
        }
    }
    Ok(newest)
}

/// A row of `written`.
pub(super) struct ActRow<'a> {
    pub(super) stamp: Stamp,
    pub(super) at: &'a str,
    pub(super) command: &'a str,
    pub(super) source: Option<&'a str>,
    pub(super) undoes: Option<Stamp>,
    pub(super) n_facts: i64,
    pub(super) version: &'a str,
}

/// The number of this computer in this journal; made up at its first writing. A copy of the
/// journal on another computer writes under another number, so no two ever share one.
fn device_of(tx: &Transaction<'_>, machine: &str, moment: &Moment) -> rusqlite::Result<i64> {
    // Keyed with the journal's id: the same computer is not recognised in another journal.
    let mut name: Vec<u8> = tx.query_row("SELECT id FROM journal", [], |row| row.get(0))?;
    name.extend_from_slice(machine.trim().as_bytes());
    let machine = xxh3_128(&name).to_be_bytes();
    let known = tx
        .prepare("SELECT device FROM device WHERE machine = ?1 ORDER BY device LIMIT 1")?
        .query_row([machine], |row| row.get(0))
        .optional()?;
    if let Some(device) = known {
        return Ok(device);
    }
    tx.query_row(
        "INSERT INTO device VALUES (abs(random() % 281474976710655) + 1, ?1, ?2) RETURNING device",
        params![machine, moment.unix_ms()],
        |row| row.get(0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_never_runs_backwards() {
        let first = Hlc::next(None, 1000);
        assert_eq!(first.unix_ms(), 1000);
        let same_ms = Hlc::next(Some(first), 1000);
        let stepped_back = Hlc::next(Some(same_ms), 1);
        assert!(first < same_ms && same_ms < stepped_back);
        assert_eq!(Hlc::next(Some(stepped_back), 2000).unix_ms(), 2000);
    }

    #[test]
    fn no_clock_stops_the_journal() {
        assert_eq!(Hlc::next(None, -5).unix_ms(), 0);
        let far = Hlc::next(None, i64::MAX);
        assert_eq!(far.unix_ms(), CLOCK_MOST_MS);
        let later = Hlc::next(Some(far), i64::MAX);
        assert!(later > far && Hlc::next(Some(later), 0) > later);
    }
}
