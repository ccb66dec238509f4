//! Taking in entries from elsewhere: what is new is written, what differs is not overwritten
//! unless the person says so, and the same file twice changes nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::params;

use crate::journal::{Entry, EntryId, FieldRef, Value};
use crate::store::act::{Act, newest_of};
use crate::store::error::Error;
use crate::store::fact::{Place, day_number};

/// What to do where the journal already says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The journal's value stays.
    KeepMine,
    /// The other value is written, as a newer fact.
    TakeTheirs,
}

/// A value that the journal has otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The day.
    pub day: NaiveDate,
    /// The field.
    pub field: FieldRef,
    /// What the journal says; `None`: it was cleared or deleted by the person.
    pub mine: Option<Value>,
    /// What the other source says.
    pub theirs: Value,
}

/// What was taken in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adopted {
    /// Entries of which something was written.
    pub n_entries: usize,
    /// Values written.
    pub n_values: usize,
    /// Values written in the place of others.
    pub n_replaced: usize,
    /// Values that were there already.
    pub n_same: usize,
    /// Values that differ from the journal's.
    pub clashes: Vec<Clash>,
}

/// Takes entries in, within one act. `written` gives when an entry was first written down
/// elsewhere (RFC 3339), where that is known.
pub fn adopt(
    act: &mut Act<'_>,
    entries: &mut Vec<Entry>,
    written: &BTreeMap<EntryId, String>,
    policy: Policy,
) -> Result<Adopted, Error> {
    // In the order of the file's key: rows are then added at the end of pages, not between.
    entries.sort_by(|a, b| (a.kind.id(), a.day, a.id).cmp(&(b.kind.id(), b.day, b.id)));
    join_same(entries);
    let is_empty: bool = act
        .transaction()
        .query_row("SELECT NOT EXISTS (SELECT 1 FROM fact)", [], |row| row.get(0))
        .map_err(|e| act.fault(e))?;
    let mut done = Adopted::default();
    for entry in entries.iter() {
        let before = done.n_values + done.n_replaced;
        let is_new = is_empty || !is_known(act, entry).map_err(|e| act.fault(e))?;
        if is_empty {
            act.record(entry)?;
            done.n_values += entry.values.len();
        } else {
            adopt_one(act, entry, policy, &mut done)?;
        }
        if done.n_values + done.n_replaced > before {
            done.n_entries += 1;
            // What was written here first keeps the time at which it was.
            if let Some(at) = written.get(&entry.id).filter(|_| is_new) {
                act.set_first_written(entry.kind, entry.day, entry.id, at)?;
            }
        }
    }
    Ok(done)
}

/// Whether anything was ever written of an entry.
fn is_known(act: &Act<'_>, entry: &Entry) -> rusqlite::Result<bool> {
    act.transaction()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM fact WHERE kind = ?1 AND day = ?2 AND entry = ?3)",
        )?
        .query_row(params![entry.kind.id(), day_number(entry.day), entry.id.0], |row| row.get(0))
}

/// Joins entries of one id: what the first says of a field counts.
fn join_same(entries: &mut Vec<Entry>) {
    entries.dedup_by(|next, first| {
        let is_same = (first.kind, first.day, first.id) == (next.kind, next.day, next.id);
        if is_same {
            for (field, value) in next.values.iter() {
                if !first.values.iter().any(|(f, _)| f == field) {
                    first.values.set(field.clone(), value.clone());
                }
            }
        }
        is_same
    });
}

fn adopt_one(
    act: &mut Act<'_>,
    entry: &Entry,
    policy: Policy,
    done: &mut Adopted,
) -> Result<(), Error> {
    let place = Place { kind: entry.kind.id(), day: day_number(entry.day), entry: entry.id };
    let present = newest_of(act.transaction(), place).map_err(|e| act.fault(e))?;
    for (field, theirs) in entry.values.iter() {
        let id = field.id();
        match present.iter().find(|(f, _)| *f == id).map(|(_, value)| value) {
            Some(Some(mine)) if mine == theirs => done.n_same += 1,
            Some(mine) => {
                // The person may have cleared it since: that is as much an answer as another value.
                done.clashes.push(Clash {
                    day: entry.day,
                    field: field.clone(),
                    mine: mine.clone(),
                    theirs: theirs.clone(),
                });
                if policy == Policy::TakeTheirs {
                    act.set(entry.kind, entry.day, entry.id, field, Some(theirs))?;
                    done.n_replaced += 1;
                }
            }
            None => {
                act.set(entry.kind, entry.day, entry.id, field, Some(theirs))?;
                done.n_values += 1;
            }
        }
    }
    Ok(())
}
