//! One fact: its hash, its day as a number, its value as SQLite keeps it.

use chrono::{Days, NaiveDate};
use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use xxhash_rust::xxh3::Xxh3;

use crate::journal::{EntryId, Value};
use crate::store::act::{ActRow, Stamp};

/// The field that keeps when an imported entry was first written down, RFC 3339. Its dot sets
/// it apart from what can be recorded.
pub(super) const WRITTEN: &str = ".written";

/// 1970-01-01, day 0.
pub(super) const EPOCH: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Days since 1970-01-01; negative before.
pub(super) fn day_number(day: NaiveDate) -> i64 {
    (day - EPOCH).num_days()
}

/// The day of a number; `None` when it is no believable date.
pub(super) fn day_of(number: i64) -> Option<NaiveDate> {
    if number >= 0 {
        EPOCH.checked_add_days(Days::new(number.unsigned_abs()))
    } else {
        EPOCH.checked_sub_days(Days::new(number.unsigned_abs()))
    }
}

/// Where a fact belongs: kind, day and entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) kind: &'a str,
    pub(super) day: i64,
    pub(super) entry: EntryId,
}

/// XXH3-128 over all columns, each with its length or a fixed width, so that no two different
/// facts read as the same bytes. It notices damage that SQLite's own checks do not.
pub(super) fn hash(place: Place<'_>, field: &str, stamp: Stamp, value: ValueRef<'_>) -> [u8; 16] {
    let mut hasher = Xxh3::new();
    let mut head = [0; 40];
    head[..8].copy_from_slice(&place.day.to_le_bytes());
    head[8..24].copy_from_slice(&place.entry.0);
    head[24..32].copy_from_slice(&stamp.hlc.0.to_le_bytes());
    head[32..].copy_from_slice(&stamp.device.to_le_bytes());
    hasher.update(&head);
    for text in [place.kind, field] {
        hasher.update(&text.len().to_le_bytes());
        hasher.update(text.as_bytes());
    }
    match value {
        ValueRef::Null => hasher.update(b"n"),
        ValueRef::Integer(n) => {
            hasher.update(b"i");
            hasher.update(&n.to_le_bytes());
        }
        ValueRef::Real(x) => {
            hasher.update(b"r");
            hasher.update(&x.to_bits().to_le_bytes());
        }
        ValueRef::Text(t) => {
            hasher.update(b"t");
            hasher.update(t);
        }
        ValueRef::Blob(b) => {
            hasher.update(b"b");
            hasher.update(b);
        }
    }
    hasher.digest128().to_le_bytes()
}

/// XXH3-128 over a row of `written`.
pub(super) fn hash_of_act(act: &ActRow<'_>) -> [u8; 16] {
    let mut bytes = Vec::with_capacity(160);
    let undoes = act.undoes.map_or([0, 0], |u| [u.hlc.0, u.device]);
    for number in [act.stamp.hlc.0, act.stamp.device, undoes[0], undoes[1], act.n_facts] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    // A missing source is told from an empty one by its length.
    for text in [Some(act.at), Some(act.command), act.source, Some(act.version)] {
        bytes.extend_from_slice(&text.map_or(usize::MAX, str::len).to_le_bytes());
        bytes.extend_from_slice(text.unwrap_or_default().as_bytes());
    }
    xxhash_rust::xxh3::xxh3_128(&bytes).to_le_bytes()
}

/// A value as SQLite takes it, borrowed; `None` becomes NULL.
pub(super) fn as_sql(value: Option<&Value>) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(as_ref(value))
}

/// As [`as_sql`], for hashing.
pub(super) fn as_ref(value: Option<&Value>) -> ValueRef<'_> {
    match value {
        None => ValueRef::Null,
        Some(Value::Int(n)) => ValueRef::Integer(*n),
        Some(Value::Real(x)) => ValueRef::Real(*x),
        Some(Value::Text(t)) => ValueRef::Text(t.as_bytes()),
    }
}

/// A value as it comes from SQLite; `None` for NULL and for what no field takes.
pub(super) fn from_sql(value: ValueRef<'_>) -> Option<Value> {
    match value {
        ValueRef::Integer(n) => Some(Value::Int(n)),
        ValueRef::Real(x) => Some(Value::Real(x)),
        ValueRef::Text(t) => std::str::from_utf8(t).ok().map(Value::text),
        ValueRef::Null | ValueRef::Blob(_) => None,
    }
}

/// As [`from_sql`], of an owned value.
pub(super) fn from_owned(value: &SqlValue) -> Option<Value> {
    from_sql(ValueRef::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::act::Hlc;

    #[test]
    fn days_before_and_after_1970() {
        for text in ["1969-12-31", "1970-01-01", "2024-02-29", "1850-01-01", "2200-12-31"] {
            let day: NaiveDate = text.parse().unwrap();
            assert_eq!(day_of(day_number(day)), Some(day));
        }
        assert_eq!(day_number("1970-01-02".parse().unwrap()), 1);
        assert_eq!(day_of(i64::MAX), None);
    }

    #[test]
    fn every_column_counts_in_the_hash() {
        let place = Place { kind: "pain", day: 1, entry: EntryId([1; 16]) };
        let stamp = Stamp { hlc: Hlc(5), device: 7 };
        let hash_of = |p: Place<'_>, f: &str, s: Stamp, v| hash(p, f, s, v);
        let base = hash_of(place, "now", stamp, ValueRef::Integer(40));
        let others = [
            hash_of(Place { kind: "day", ..place }, "now", stamp, ValueRef::Integer(40)),
            hash_of(Place { day: 2, ..place }, "now", stamp, ValueRef::Integer(40)),
            hash_of(
                Place { entry: EntryId([2; 16]), ..place },
                "now",
                stamp,
                ValueRef::Integer(40),
            ),
            hash_of(place, "night", stamp, ValueRef::Integer(40)),
            hash_of(place, "now", Stamp { hlc: Hlc(6), ..stamp }, ValueRef::Integer(40)),
            hash_of(place, "now", Stamp { device: 8, ..stamp }, ValueRef::Integer(40)),
            hash_of(place, "now", stamp, ValueRef::Integer(50)),
            hash_of(place, "now", stamp, ValueRef::Text(b"40")),
            hash_of(place, "now", stamp, ValueRef::Null),
        ];
        for other in others {
            assert_ne!(base, other);
        }
    }
}
