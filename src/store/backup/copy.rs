//! One copy of the journal: written, read back, put on the disk, and only then named.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::store::backup::State;
use crate::store::error::Error;
use crate::store::files;
use crate::store::lock::{Key, Keys, salt_of};
use crate::store::open::connect_to_read;
use crate::store::part::part_beside;
use crate::store::verify::{Health, check_content};

/// Copies the journal behind a connection to a file that is not there yet. A copy that is not
/// whole, or not all of the journal, gets no name; nor does one that is not locked as the journal
/// now is.
pub(super) fn write_copy(
    connection: &Connection,
    journal: &Path,
    target: &Path,
    keys: &Keys,
) -> Result<Health, Error> {
    let before = State::of(connection).map_err(|e| Error::of(journal, e))?;
    let part = part_beside(target)?;
    vacuum_into(connection, part.path()).map_err(|e| match Error::of(journal, e) {
        damaged @ (Error::Damaged { .. } | Error::Busy(_)) => damaged,
        Error::Sqlite { source, .. } => Error::Sqlite { path: target.into(), source },
        Error::ReadOnly(_) => Error::ReadOnly(target.into()),
        Error::DiskFault(_) => Error::DiskFault(target.into()),
        other => other,
    })?;
    let fault = |e| Error::of(target, e);
    // Of a locked journal the copy has the same key.
    let key = keys.known_of(part.path())?;
    let copy = connect_to_read(part.path(), key.as_ref()).map_err(fault)?;
    let health = check_content(&copy).map_err(fault)?;
    if let Some(trouble) = health.troubles.first() {
        // What was copied is what was there.
        return Err(Error::Damaged { path: journal.into(), why: trouble.clone() });
    }
    let after = State::of(&copy).map_err(fault)?;
    drop(copy);
    // Another process may have written in between: the copy has it too, and may have no less.
    if after.journal != before.journal
        || after.newest < before.newest
        || after.n_acts < before.n_acts
    {
        let why = "the copy has less than the journal".into();
        return Err(Error::Damaged { path: target.into(), why });
    }
    // Whoever locked the journal meanwhile put another file in its place, and knew of no copy.
    let salt = key.as_ref().map(Key::salt);
    let is_as_the_journal = || Ok(salt_of(journal)? == salt);
    if !is_as_the_journal()? {
        return Err(Error::Busy(journal.into()));
    }
    files::name(part, target)?;
    // Asked again: a lock that came before the name has not seen it, and one that comes now does.
    if !is_as_the_journal()? {
        fs::remove_file(target).map_err(|source| Error::Io { path: target.into(), source })?;
        return Err(Error::Busy(journal.into()));
    }
    Ok(health)
}

/// SQLite's own copy, of one moment, row by row: what cannot be read fails here.
fn vacuum_into(connection: &Connection, target: &Path) -> rusqlite::Result<()> {
    let is_reader: bool = connection.pragma_query_value(None, "query_only", |row| row.get(0))?;
    let cache: i64 = connection.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    connection.pragma_update(None, "query_only", false)?;
    // Each page is read once: more would only cost memory.
    connection.pragma_update(None, "cache_size", -500)?;
    // Bound as it is: a path need not be UTF-8.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(target.as_os_str().as_bytes()));
    let done = connection.execute("VACUUM INTO ?1", [name]);
    connection.pragma_update(None, "cache_size", cache)?;
    connection.pragma_update(None, "query_only", is_reader)?;
    done.map(drop)
}
