//! Who wrote what when, and taking it back: nothing here changes a fact.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::Value as SqlValue;
use rusqlite::{OptionalExtension as _, Row, params};

use crate::clock::Moment;
use crate::journal::{EntryId, Value};
use crate::store::act::{Hlc, Receipt, Stamp};
use crate::store::error::Error;
use crate::store::fact::{DELETED, Place, day_number, day_of, from_owned};
use crate::store::open::Store;

/// One command that wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAct {
    /// When and by which computer.
    pub stamp: Stamp,
    /// Local time with offset, RFC 3339.
    pub at: String,
    /// Which command.
    pub command: String,
    /// An import's file; `None`: the person.
    pub source: Option<String>,
    /// The act that it undid.
    pub undoes: Option<Stamp>,
    /// Whether a later act undid it.
    pub is_undone: bool,
}

/// One fact among the facts of its field: what was there before, what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The kind's id, as in the file.
    pub kind: String,
    /// The day it is about.
    pub day: NaiveDate,
    /// The entry.
    pub entry: EntryId,
    /// The field's id, as in the file; `deleted` for a deletion.
    pub field: String,
    /// What stood before; `None`: nothing.
    pub before: Option<Value>,
    /// What it says; `None`: no longer recorded.
    pub after: Option<Value>,
    /// When and by which computer.
    pub stamp: Stamp,
}

/// What an undo did.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// The act that was undone.
    pub act: WrittenAct,
    /// The facts that took it back.
    pub receipt: Receipt,
    /// How many of its facts had been overwritten since, and were left alone.
    pub n_left: usize,
}

const ACTS: &str = "SELECT w.hlc, w.device, w.at, w.command, w.source, w.undo_hlc, w.undo_device,
        EXISTS (SELECT 1 FROM written AS u
                WHERE u.undo_hlc = w.hlc AND u.undo_device = w.device
                  AND NOT EXISTS (SELECT 1 FROM written AS r
                                  WHERE r.undo_hlc = u.hlc AND r.undo_device = u.device))
     FROM written AS w";

const CHANGES: &str = "SELECT f.kind, f.day, f.entry, f.field, f.value, f.hlc, f.device,
        (SELECT b.value FROM fact AS b
         WHERE b.kind = f.kind AND b.day = f.day AND b.entry = f.entry AND b.field = f.field
           AND (b.hlc, b.device) < (f.hlc, f.device)
         ORDER BY b.hlc DESC, b.device DESC LIMIT 1)
     FROM fact AS f";

impl Store {
    /// The latest acts, newest first.
    pub fn acts(&self, n_most: usize) -> Result<Vec<WrittenAct>, Error> {
        let run = || -> rusqlite::Result<Vec<WrittenAct>> {
            let sql = format!("{ACTS} ORDER BY w.hlc DESC, w.device DESC LIMIT ?1");
            let n_most = i64::try_from(n_most).unwrap_or(i64::MAX);
            self.connection.prepare(&sql)?.query_map([n_most], act_of)?.collect()
        };
        run().map_err(|e| self.fault(e))
    }

    /// The clock on the wall when an act wrote, RFC 3339 with offset; `None` for no such act.
    pub fn written_at(&self, hlc: Hlc) -> Result<Option<String>, Error> {
        self.connection
            .prepare_cached("SELECT at FROM written WHERE hlc = ?1 LIMIT 1")
            .and_then(|mut s| s.query_row([hlc.0], |row| row.get(0)).optional())
            .map_err(|e| self.fault(e))
    }

    /// The clock on the wall of every act, by its reading of the logical clock.
    pub fn written_times(&self) -> Result<BTreeMap<Hlc, String>, Error> {
        let run = || -> rusqlite::Result<BTreeMap<Hlc, String>> {
            let mut statement = self.connection.prepare("SELECT hlc, at FROM written")?;
            statement.query_map([], |row| Ok((Hlc(row.get(0)?), row.get(1)?)))?.collect()
        };
        run().map_err(|e| self.fault(e))
    }

    /// What one act changed, in the order of the key.
    pub fn changes_of(&self, act: Stamp) -> Result<Vec<Change>, Error> {
        let sql = format!("{CHANGES} WHERE f.hlc = ?1 AND f.device = ?2");
        self.changes(&sql, params![act.hlc.0, act.device])
    }

    /// Every fact ever written about a day, oldest first.
    pub fn changes_on(&self, day: NaiveDate) -> Result<Vec<Change>, Error> {
        let sql = format!(
            "{CHANGES} WHERE f.kind IN ('pain', 'day', 'exercise', 'treatment', 'symptom', 'event')
             AND f.day = ?1 ORDER BY f.hlc, f.device"
        );
        self.changes(&sql, [day_number(day)])
    }

    fn changes(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Change>, Error> {
        let run = || -> rusqlite::Result<Vec<Change>> {
            self.connection.prepare(sql)?.query_map(params, change_of)?.collect()
        };
        run().map_err(|e| self.fault(e))
    }

    /// Takes back an act, or (`None`) the latest that is neither an undo nor undone. Values
    /// that were overwritten since stay. `Ok(None)`: there is nothing to undo.
    pub fn undo(
        &mut self,
        which: Option<Stamp>,
        moment: &Moment,
        machine: &str,
    ) -> Result<Option<Undone>, Error> {
        let path = self.path().to_owned();
        let fault = |e| Error::of(&path, e);
        let mut new = self.begin(moment, machine, "undo")?;
        let wanted = match which {
            Some(stamp) => new
                .transaction()
                .query_row(
                    &format!("{ACTS} WHERE w.hlc = ?1 AND w.device = ?2"),
                    params![stamp.hlc.0, stamp.device],
                    act_of,
                )
                .optional(),
            None => latest_to_undo(new.transaction()),
        };
        let Some(act) = wanted.map_err(fault)?.filter(|a| !a.is_undone) else { return Ok(None) };
        new.undoing(act.stamp);
        let facts = facts_of(new.transaction(), act.stamp).map_err(fault)?;
        let mut n_left = 0;
        for fact in &facts {
            if fact.is_overwritten {
                n_left += 1;
                continue;
            }
            let place = Place { kind: &fact.kind, day: fact.day, entry: fact.entry };
            match (&fact.before, fact.field.as_str()) {
                // An entry never said to be deleted is one that is not.
                (None, DELETED) => new.put(place, DELETED, Some(&Value::Int(0)))?,
                (before, field) => new.put(place, field, before.as_ref())?,
            }
        }
        let receipt = new.finish()?;
        Ok(Some(Undone { act, receipt, n_left }))
    }
}

fn latest_to_undo(tx: &rusqlite::Transaction<'_>) -> rusqlite::Result<Option<WrittenAct>> {
    let sql = format!("{ACTS} WHERE w.command <> 'undo' ORDER BY w.hlc DESC, w.device DESC");
    let mut statement = tx.prepare(&sql)?;
    let mut acts = statement.query_map([], act_of)?;
    acts.find(|act| act.as_ref().map_or(true, |a| !a.is_undone)).transpose()
}

struct OldFact {
    kind: String,
    day: i64,
    entry: EntryId,
    field: String,
    before: Option<Value>,
    is_overwritten: bool,
}

/// The facts of an act. One is overwritten when a newer fact of its field stands, unless that
/// is an undo which brought this fact's value back.
fn facts_of(tx: &rusqlite::Transaction<'_>, act: Stamp) -> rusqlite::Result<Vec<OldFact>> {
    let sql = "SELECT f.kind, f.day, f.entry, f.field,
            (SELECT b.value FROM fact AS b
             WHERE b.kind = f.kind AND b.day = f.day AND b.entry = f.entry AND b.field = f.field
               AND (b.hlc, b.device) < (f.hlc, f.device)
             ORDER BY b.hlc DESC, b.device DESC LIMIT 1),
            coalesce((SELECT n.value IS NOT f.value OR w.command IS NOT 'undo'
             FROM fact AS n LEFT JOIN written AS w ON w.hlc = n.hlc AND w.device = n.device
             WHERE n.kind = f.kind AND n.day = f.day AND n.entry = f.entry AND n.field = f.field
               AND (n.hlc, n.device) > (f.hlc, f.device)
             ORDER BY n.hlc DESC, n.device DESC LIMIT 1), 0)
         FROM fact AS f WHERE f.hlc = ?1 AND f.device = ?2";
    let read = |row: &Row<'_>| {
        Ok(OldFact {
            kind: row.get(0)?,
            day: row.get(1)?,
            entry: EntryId(row.get(2)?),
            field: row.get(3)?,
            before: from_owned(&row.get::<_, SqlValue>(4)?),
            is_overwritten: row.get(5)?,
        })
    };
    tx.prepare(sql)?.query_map(params![act.hlc.0, act.device], read)?.collect()
}

fn act_of(row: &Row<'_>) -> rusqlite::Result<WrittenAct> {
    let undo_hlc: Option<i64> = row.get(5)?;
    let undo_device: Option<i64> = row.get(6)?;
    Ok(WrittenAct {
        stamp: Stamp { hlc: Hlc(row.get(0)?), device: row.get(1)? },
        at: row.get(2)?,
        command: row.get(3)?,
        source: row.get(4)?,
        undoes: undo_hlc.zip(undo_device).map(|(hlc, device)| Stamp { hlc: Hlc(hlc), device }),
        is_undone: row.get(7)?,
    })
}

fn change_of(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        kind: row.get(0)?,
        day: day_of(row.get(1)?).unwrap_or(crate::store::fact::EPOCH),
        entry: EntryId(row.get(2)?),
        field: row.get(3)?,
        after: from_owned(&row.get::<_, SqlValue>(4)?),
        stamp: Stamp { hlc: Hlc(row.get(5)?), device: row.get(6)? },
        before: from_owned(&row.get::<_, SqlValue>(7)?),
    })
}
