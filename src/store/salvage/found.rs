//! What of a journal is in some bytes. The hash of a fact or an act makes certain that it is one,
//! and that it is as it was written.

use std::collections::BTreeMap;

use rusqlite::types::{Value as SqlValue, ValueRef};

use crate::journal::EntryId;
use crate::store::act::{ActRow, Hlc, Stamp};
use crate::store::fact::{Place, hash, hash_of_act};
use crate::store::salvage::records::{BLOB_16, Bytes};

/// What a fact is of: the key of its row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) kind: Box<str>,
    pub(super) day: i64,
    pub(super) entry: [u8; 16],
    pub(super) field: Box<str>,
    pub(super) stamp: Stamp,
}

impl Key {
    /// The hash of the row of a fact with this value.
    pub(super) fn hash(&self, value: &SqlValue) -> [u8; 16] {
        let place = Place { kind: &self.kind, day: self.day, entry: EntryId(self.entry) };
        hash(place, &self.field, self.stamp, ValueRef::from(value))
    }
}

/// An act as it was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundAct {
    pub(super) at: String,
    pub(super) command: String,
    pub(super) source: Option<String>,
    pub(super) undoes: Option<Stamp>,
    pub(super) n_facts: i64,
    pub(super) version: String,
}

impl FoundAct {
    /// The hash of its row.
    pub(super) fn hash(&self, stamp: Stamp) -> [u8; 16] {
        hash_of_act(&ActRow {
            stamp,
            at: &self.at,
            command: &self.command,
            source: self.source.as_deref(),
            undoes: self.undoes,
            n_facts: self.n_facts,
            version: &self.version,
        })
    }
}

/// Which journal it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) id: [u8; 16],
    pub(super) made_ms: i64,
    pub(super) is_sample: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) facts: BTreeMap<Key, SqlValue>,
    pub(super) acts: BTreeMap<Stamp, FoundAct>,
    pub(super) identity: Option<Identity>,
    /// How many bytes are missing at the end of the file.
    pub(super) n_cut: usize,
}

impl Found {
    /// Takes in what is in some bytes.
    pub(super) fn look_in(&mut self, bytes: &[u8]) {
        Bytes::new(bytes).records(is_wanted, |columns| match columns.len() {
            8 => self.facts.extend(fact(columns)),
            10 => self.acts.extend(act(columns)),
            _ => self.identity = self.identity.or_else(|| identity(columns)),
        });
    }

    /// How many facts there are of each act.
    pub(super) fn facts_of_acts(&self) -> BTreeMap<Stamp, i64> {
        let mut there: BTreeMap<Stamp, i64> = BTreeMap::new();
        for key in self.facts.keys() {
            *there.entry(key.stamp).or_default() += 1;
        }
        there
    }

    /// Takes in what another has and this has not; gives how many facts that are.
    pub(super) fn add(&mut self, other: Self) -> usize {
        let before = self.facts.len();
        for (key, value) in other.facts {
            self.facts.entry(key).or_insert(value);
        }
        for (stamp, act) in other.acts {
            // One of which nothing was lost yet says more.
            match self.acts.get(&stamp) {
                Some(mine) if mine.n_facts >= act.n_facts => {}
                Some(_) | None => drop(self.acts.insert(stamp, act)),
            }
        }
        self.identity = self.identity.or(other.identity);
        self.facts.len() - before
    }
}

/// The types of the columns of a fact, an act, or the one row that says which journal it is.
fn is_wanted(types: &[u64]) -> bool {
    let is_integer = |kind: u64| matches!(kind, 1..=6 | 8 | 9);
    let is_text = |kind: u64| kind >= 13 && kind % 2 == 1;
    match *types {
        [kind, day, BLOB_16, field, hlc, device, _, BLOB_16] => {
            is_text(kind) && is_text(field) && [day, hlc, device].into_iter().all(is_integer)
        }
        [hlc, device, at, command, .., n_facts, version, BLOB_16] if types.len() == 10 => {
            [at, command, version].into_iter().all(is_text)
                && [hlc, device, n_facts].into_iter().all(is_integer)
        }
        // It has no hash: only the usual size of its moment, and a yes or no.
        [BLOB_16, 5, 8 | 9] => true,
        _ => false,
    }
}

fn fact(columns: &[ValueRef<'_>]) -> Option<(Key, SqlValue)> {
    let [kind, day, entry, field, hlc, device, value, written] = columns else { return None };
    let key = Key {
        kind: kind.as_str().ok()?.into(),
        day: day.as_i64().ok()?,
        entry: entry.as_blob().ok()?.try_into().ok()?,
        field: field.as_str().ok()?.into(),
        stamp: Stamp { hlc: Hlc(hlc.as_i64().ok()?), device: device.as_i64().ok()? },
    };
    // What is not UTF-8 was not written here.
    let value = SqlValue::try_from(*value).ok()?;
    (*written == ValueRef::Blob(&key.hash(&value))).then_some((key, value))
}

fn act(columns: &[ValueRef<'_>]) -> Option<(Stamp, FoundAct)> {
    let [hlc, device, at, command, source, undo_hlc, undo_device, n_facts, version, written] =
        columns
    else {
        return None;
    };
    let text = |column: &ValueRef<'_>| column.as_str().ok().map(String::from);
    let stamp = Stamp { hlc: Hlc(hlc.as_i64().ok()?), device: device.as_i64().ok()? };
    let undo_hlc = undo_hlc.as_i64_or_null().ok()?;
    let undo_device = undo_device.as_i64_or_null().ok()?;
    let act = FoundAct {
        at: text(at)?,
        command: text(command)?,
        source: source.as_str_or_null().ok()?.map(String::from),
        undoes: undo_hlc.zip(undo_device).map(|(hlc, device)| Stamp { hlc: Hlc(hlc), device }),
        n_facts: n_facts.as_i64().ok()?,
        version: text(version)?,
    };
    (*written == ValueRef::Blob(&act.hash(stamp))).then_some((stamp, act))
}

fn identity(columns: &[ValueRef<'_>]) -> Option<Identity> {
    let [id, made_ms, is_sample] = columns else { return None };
    Some(Identity {
        id: id.as_blob().ok()?.try_into().ok()?,
        made_ms: made_ms.as_i64().ok()?,
        is_sample: is_sample.as_i64().ok()? == 1,
    })
}
