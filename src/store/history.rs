//! Who wrote what when, and taking it back: nothing here changes a fact.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use crate::clock::Moment;
use crate::journal::fields::notice;
use crate::journal::{EntryId, Kind, Value};
use crate::store::act::{Act, Hlc, Stamp};
use crate::store::error::Error;
use crate::store::fact::{Place, day_number, day_of, from_owned};
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
    /// The field's id, as in the file.
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
    /// How many values are as they were before it.
    pub n_values: usize,
    /// How many of its facts had been overwritten since, and were left alone.
    pub n_left: usize,
}

const ACTS: &str = "SELECT hlc, device, at, command, source, undo_hlc, undo_device FROM written";

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
            let sql = format!("{ACTS} ORDER BY hlc DESC, device DESC LIMIT ?1");
            let n_most = i64::try_from(n_most).unwrap_or(i64::MAX);
            let undone = undone_acts(&self.connection)?;
            let mut statement = self.connection.prepare(&sql)?;
            statement.query_map([n_most], |row| act_of(row, &undone))?.collect()
        };
        run().map_err(|e| self.fault(e))
    }

    /// The act that wrote at this stamp; `None` where there is none.
    pub fn act(&self, stamp: Stamp) -> Result<Option<WrittenAct>, Error> {
        let run = || {
            let undone = undone_acts(&self.connection)?;
            act_at(&self.connection, stamp, &undone)
        };
        run().map_err(|e| self.fault(e))
    }

    /// The clock on the wall when an act wrote, RFC 3339 with offset; `None` for no such act.
    pub fn written_at(&self, stamp: Stamp) -> Result<Option<String>, Error> {
        self.connection
            .prepare_cached("SELECT at FROM written WHERE hlc = ?1 AND device = ?2")
            .and_then(|mut statement| {
                statement.query_row([stamp.hlc.0, stamp.device], |row| row.get(0)).optional()
            })
            .map_err(|e| self.fault(e))
    }

    /// The clock on the wall of every act.
    pub fn written_times(&self) -> Result<BTreeMap<Stamp, String>, Error> {
        let run = || -> rusqlite::Result<BTreeMap<Stamp, String>> {
            let mut statement = self.connection.prepare("SELECT hlc, device, at FROM written")?;
            let read = |row: &Row<'_>| Ok((stamp_of(row, 0)?, row.get(2)?));
            statement.query_map([], read)?.collect()
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
            "{CHANGES} WHERE f.kind IN ('pain', 'day', 'exercise', 'treatment', 'symptom', 'event',
                             'questionnaire')
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

    /// Takes back an act, or (`None`) the latest that can be: neither an undo nor undone, and
    /// not all of it overwritten. Values that were overwritten since stay. `Ok(None)`: there
    /// is nothing to undo. It is done when the act that is given back is finished.
    pub fn undo(
        &mut self,
        which: Option<Stamp>,
        moment: &Moment,
        machine: &str,
    ) -> Result<Option<(Act<'_>, Undone)>, Error> {
        let path = self.path().to_owned();
        let fault = |e| Error::of(&path, e);
        let mut new = self.begin(moment, machine, "undo")?;
        let candidates = candidates(new.transaction(), which).map_err(fault)?;
        for act in candidates {
            let facts = facts_of(new.transaction(), act.stamp).map_err(fault)?;
            let (left, back): (Vec<&OldFact>, Vec<&OldFact>) =
                facts.iter().filter(|f| f.is_theirs()).partition(|f| f.is_overwritten);
            if back.is_empty() {
                continue;
            }
            let (n_values, n_left) = (back.len(), left.len());
            new.undoing(act.stamp);
            for fact in facts.iter().filter(|f| !f.is_overwritten) {
                let place = Place { kind: &fact.kind, day: fact.day, entry: fact.entry };
                new.put(place, &fact.field, fact.before.as_ref())?;
            }
            return Ok(Some((new, Undone { act, n_values, n_left })));
        }
        Ok(None)
    }
}

/// The acts that an undo may take back, the one to try first first.
fn candidates(tx: &Transaction<'_>, which: Option<Stamp>) -> rusqlite::Result<Vec<WrittenAct>> {
    /// How far back an undo looks for an act of which anything stands.
    const LOOKS_BACK: usize = 200;
    let undone = undone_acts(tx)?;
    if let Some(stamp) = which {
        let act = act_at(tx, stamp, &undone)?.filter(|a| !a.is_undone);
        return Ok(act.into_iter().collect());
    }
    let sql = format!("{ACTS} WHERE command <> 'undo' ORDER BY hlc DESC, device DESC");
    let mut statement = tx.prepare(&sql)?;
    let acts = statement.query_map([], |row| act_of(row, &undone))?;
    acts.filter(|act| act.as_ref().map_or(true, |a| !a.is_undone)).take(LOOKS_BACK).collect()
}

/// The acts that are undone. An undo that is itself undone takes nothing back, and so on to
/// any depth: the newest undo stands, so they are read from there.
fn undone_acts(connection: &Connection) -> rusqlite::Result<BTreeSet<Stamp>> {
    let mut statement = connection.prepare(
        "SELECT hlc, device, undo_hlc, undo_device FROM written WHERE undo_hlc IS NOT NULL
         ORDER BY hlc DESC, device DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut undone = BTreeSet::new();
    while let Some(row) = rows.next()? {
        if !undone.contains(&stamp_of(row, 0)?) {
            undone.insert(stamp_of(row, 2)?);
        }
    }
    Ok(undone)
}

fn act_at(
    connection: &Connection,
    stamp: Stamp,
    undone: &BTreeSet<Stamp>,
) -> rusqlite::Result<Option<WrittenAct>> {
    connection
        .prepare(&format!("{ACTS} WHERE hlc = ?1 AND device = ?2"))?
        .query_row([stamp.hlc.0, stamp.device], |row| act_of(row, undone))
        .optional()
}

fn stamp_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Stamp> {
    Ok(Stamp { hlc: Hlc(row.get(at)?), device: row.get(at + 1)? })
}

struct OldFact {
    kind: String,
    day: i64,
    entry: EntryId,
    field: String,
    before: Option<Value>,
    is_overwritten: bool,
}

impl OldFact {
    /// Whether the person said it: that they were told something, or that something is claimed
    /// of a habit, is no value of theirs; what they said to it is.
    fn is_theirs(&self) -> bool {
        let is_reply = self.field == notice::REPLY.id || self.field == notice::SEEN.id;
        let is_ours = self.kind == Kind::Notice.id() || self.kind == Kind::Insight.id();
        !is_ours || is_reply
    }
}

/// The facts of an act. One is overwritten when a newer fact of its field stands, unless that
/// is an undo which brought this fact's value back.
fn facts_of(tx: &Transaction<'_>, act: Stamp) -> rusqlite::Result<Vec<OldFact>> {
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

fn act_of(row: &Row<'_>, undone: &BTreeSet<Stamp>) -> rusqlite::Result<WrittenAct> {
    let stamp = stamp_of(row, 0)?;
    let is_undo = row.get::<_, Option<i64>>(5)?.is_some();
    Ok(WrittenAct {
        stamp,
        at: row.get(2)?,
        command: row.get(3)?,
        source: row.get(4)?,
        undoes: is_undo.then(|| stamp_of(row, 5)).transpose()?,
        is_undone: undone.contains(&stamp),
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
