//! Taking in entries from elsewhere: what is new is written, what differs is not overwritten
//! unless the person says so, and the same file twice changes nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::params;
use rusqlite::types::Value as SqlValue;

use crate::journal::{Entry, EntryId, FieldRef, Kind, Value};
use crate::store::act::Act;
use crate::store::error::Error;
use crate::store::fact::{DELETED, day_number, from_owned};

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
        let before = done.n_values;
        if is_empty {
            act.record(entry)?;
            done.n_values += entry.values.len();
        } else {
            adopt_one(act, entry, policy, &mut done)?;
        }
        if done.n_values > before {
            done.n_entries += 1;
            if let Some(at) = written.get(&entry.id) {
                act.set_first_written(entry.kind, entry.day, entry.id, at)?;
            }
        }
    }
    Ok(done)
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
    let present = newest_of(act, entry).map_err(|e| act.fault(e))?;
    let find = |id: &str| present.iter().find(|(f, _)| f == id).map(|(_, v)| v.as_ref());
    let is_deleted = find(DELETED) == Some(Some(&Value::Int(1)));
    let mut restore = false;
    for (field, theirs) in entry.values.iter() {
        let mine = match find(&field.id()) {
            None if !is_deleted => {
                act.set(entry.kind, entry.day, entry.id, field, Some(theirs))?;
                done.n_values += 1;
                continue;
            }
            mine => mine.flatten(),
        };
        if mine == Some(theirs) && !is_deleted {
            done.n_same += 1;
            continue;
        }
        if policy == Policy::TakeTheirs {
            act.set(entry.kind, entry.day, entry.id, field, Some(theirs))?;
            done.n_values += 1;
            restore = is_deleted;
        } else {
            done.clashes.push(Clash {
                day: entry.day,
                field: field.clone(),
                mine: mine.filter(|_| !is_deleted).cloned(),
                theirs: theirs.clone(),
            });
        }
    }
    if restore {
        act.set_deleted(entry.kind, entry.day, entry.id, false)?;
    }
    Ok(())
}

/// The newest fact of each field of an entry; a value of `None` was cleared.
fn newest_of(act: &Act<'_>, entry: &Entry) -> rusqlite::Result<Vec<(String, Option<Value>)>> {
    let mut statement = act.transaction().prepare_cached(
        "SELECT field, value FROM fact WHERE kind = ?1 AND day = ?2 AND entry = ?3
         ORDER BY field, hlc, device",
    )?;
    let kind: Kind = entry.kind;
    let mut rows = statement.query(params![kind.id(), day_number(entry.day), entry.id.0])?;
    let mut newest: Vec<(String, Option<Value>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let field: String = row.get(0)?;
        let value = from_owned(&row.get::<_, SqlValue>(1)?);
        match newest.last_mut() {
            Some((last, held)) if *last == field => *held = value,
            _ => newest.push((field, value)),
        }
    }
    Ok(newest)
}
