//! Do the views show what the facts say? What stands now, once as `load` folds it and once as the
//! person's own `sqlite3` sees it.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use xxhash_rust::xxh3::Xxh3;

use crate::store::schema::schema_of;

/// The tables; whatever else stands in the schema is a view.
const TABLES: &[&str] = &["journal", "device", "written", "fact"];

/// What is wrong with the views. To be asked only when they are as in `schema.sql`: what a file
/// from elsewhere calls a view is not run.
pub(super) fn check(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, true)?;
    let checked = compare(connection);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    checked
}

fn compare(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut troubles = Vec::new();
    let shown = digest(
        connection,
        "SELECT f.kind, unixepoch(f.day) / 86400, f.entry, f.field, f.value FROM current AS f",
    )?;
    let stands = stands_now(connection)?;
    if shown != stands {
        let (shown, stands) = (shown.n_rows, stands.n_rows);
        troubles.push(format!("the views show {shown} values; by the facts {stands} stand"));
    }
    for name in schema_of(connection)?.keys().filter(|name| !TABLES.contains(&name.as_str())) {
        let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
        if let Err(error) = connection.query_row(&sql, [], |row| row.get::<_, i64>(0)) {
            troubles.push(format!("the view {name} cannot be read: {error}"));
        }
    }
    Ok(troubles)
}

/// Rows, whatever their order: how many, and the sum of their hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Digest {
    n_rows: u64,
    sum: u64,
}

impl Digest {
    fn add(&mut self, hash: u64) {
        self.n_rows += 1;
        self.sum = self.sum.wrapping_add(hash);
    }
}

fn digest(connection: &Connection, sql: &str) -> rusqlite::Result<Digest> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut digest = Digest::default();
    while let Some(row) = rows.next()? {
        digest.add(hash_of(row, 4)?);
    }
    Ok(digest)
}

/// The newest fact of each field, in one pass in the order of the key.
fn stands_now(connection: &Connection) -> rusqlite::Result<Digest> {
    let mut statement = connection.prepare(
        "SELECT kind, day, entry, field, value FROM fact
         ORDER BY kind, day, entry, field, hlc, device",
    )?;
    let mut rows = statement.query([])?;
    let mut digest = Digest::default();
    // The place and field of the row before, and its hash where it is a value.
    let mut before: Option<(u64, Option<u64>)> = None;
    while let Some(row) = rows.next()? {
        let field = hash_of(row, 3)?;
        if let Some((_, Some(newest))) = before.filter(|(other, _)| *other != field) {
            digest.add(newest);
        }
        let is_value = row.get_ref(4)? != ValueRef::Null
            && !row.get_ref(3)?.as_str().unwrap_or_default().starts_with('.');
        before = Some((field, is_value.then(|| hash_of(row, 4)).transpose()?));
    }
    if let Some((_, Some(newest))) = before {
        digest.add(newest);
    }
    Ok(digest)
}

/// The hash of the columns up to `last`, each with its type and length.
fn hash_of(row: &rusqlite::Row<'_>, last: usize) -> rusqlite::Result<u64> {
    let mut hasher = Xxh3::new();
    for column in 0..=last {
        let (kind, bytes): (u8, &[u8]) = match row.get_ref(column)? {
            ValueRef::Null => (b'n', &[]),
            ValueRef::Integer(n) => {
                hasher.update(&n.to_le_bytes());
                (b'i', &[])
            }
            ValueRef::Real(x) => {
                hasher.update(&x.to_bits().to_le_bytes());
                (b'r', &[])
            }
            ValueRef::Text(text) => (b't', text),
            ValueRef::Blob(blob) => (b'b', blob),
        };
        hasher.update(&[kind]);
        hasher.update(&bytes.len().to_le_bytes());
        hasher.update(bytes);
    }
    Ok(hasher.digest())
}
