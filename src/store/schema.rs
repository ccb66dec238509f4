//! The schema's version, making a fresh journal, and walking an old one up.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

use crate::clock::Moment;
use crate::store::backup::{self, Reason};
use crate::store::error::Error;
use crate::store::lock::Keys;
use crate::store::migrations::{MIGRATIONS, Migration};

/// `TWNG`: what `PRAGMA application_id` says of a journal.
pub(super) const APPLICATION_ID: i32 = 0x5457_4e47;

/// Today's whole schema.
const SCHEMA: &str = include_str!("../../schema.sql");

/// The version of `schema.sql`.
pub const VERSION: i32 = latest(MIGRATIONS);

const fn latest(steps: &[Migration]) -> i32 {
    match steps.last() {
        Some(step) => step.to,
        None => 1,
    }
}

/// Makes the tables in an empty file, in one transaction. Does nothing when another process
/// has made them in the meantime.
pub(super) fn create(
    connection: &mut Connection,
    moment: &Moment,
    is_sample: bool,
) -> rusqlite::Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version_of(&tx)? != 0 {
        return Ok(());
    }
    tx.execute_batch(SCHEMA)?;
    tx.execute(
        "INSERT INTO journal VALUES (randomblob(16), ?1, ?2)",
        params![moment.unix_ms(), is_sample],
    )?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.commit()
}

/// The tables and views of a journal made today, by name.
pub(super) fn fresh_schema() -> rusqlite::Result<BTreeMap<String, String>> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(SCHEMA)?;
    schema_of(&fresh)
}

/// The tables and views of a file, by name, without comments and spacing: a column that was
/// added later stands in other spacing than one that was there from the first.
pub(super) fn schema_of(connection: &Connection) -> rusqlite::Result<BTreeMap<String, String>> {
    let mut statement =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let read = |row: &rusqlite::Row<'_>| {
        let sql: String = row.get(1)?;
        let bare = sql.lines().map(|line| line.split("--").next().unwrap_or_default());
        let words: Vec<&str> = bare.flat_map(str::split_whitespace).collect();
        Ok((row.get(0)?, words.join(" ")))
    };
    statement.query_map([], read)?.collect()
}

/// What `PRAGMA user_version` says; 0 in an empty file.
pub(super) fn version_of(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Walks an older journal up to the last of `steps`, after a verified backup.
/// All steps are one transaction: either all hold or none.
pub(super) fn migrate(
    connection: &mut Connection,
    path: &Path,
    steps: &[Migration],
    moment: &Moment,
    keys: &Keys,
) -> Result<(), Error> {
    let fault = |e| Error::of(path, e);
    if version_of(connection).map_err(fault)? >= latest(steps) {
        return Ok(());
    }
    backup::make(connection, path, Reason::Migration, moment, keys)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    // Another process may have walked it up while this one waited.
    let from = version_of(&tx).map_err(fault)?;
    for step in steps.iter().filter(|s| s.to > from) {
        tx.execute_batch(step.sql).map_err(fault)?;
        tx.pragma_update(None, "user_version", step.to).map_err(fault)?;
    }
    tx.commit().map_err(fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::backup::backups;
    use crate::store::lock::Nobody;
    use std::fs;
    use std::path::PathBuf;

    const NEXT: Migration =
        Migration { to: VERSION + 1, sql: "ALTER TABLE journal ADD COLUMN note TEXT;", makes: &[] };
    const BROKEN: Migration = Migration {
        to: VERSION + 2,
        sql: "ALTER TABLE journal ADD COLUMN more TEXT; SELECT nonsense;",
        makes: &[],
    };

    /// Nothing here is locked.
    fn nobody() -> Keys {
        Keys::from(Nobody)
    }

    fn moment() -> Moment {
        Moment::read("2026-03-15T07:30:00+01:00").unwrap()
    }

    fn fresh(folder: &Path) -> (PathBuf, Connection) {
        let path = folder.join("journal.db");
        let mut connection = Connection::open(&path).unwrap();
        create(&mut connection, &moment(), false).unwrap();
        (path, connection)
    }

    #[test]
    fn the_version_is_the_last_step() {
        assert_eq!(latest(&[]), 1);
        assert_eq!(latest(&[NEXT]), VERSION + 1);
        for pair in MIGRATIONS.windows(2) {
            assert_eq!(pair[1].to, pair[0].to + 1);
        }
    }

    #[test]
    fn making_twice_makes_once() {
        let folder = tempfile::tempdir().unwrap();
        let (_, mut connection) = fresh(folder.path());
        create(&mut connection, &moment(), false).unwrap();
        let n: i64 =
            connection.query_row("SELECT count(*) FROM journal", [], |r| r.get(0)).unwrap();
        assert_eq!(n, 1);
    }

    #[test]
    fn an_old_journal_is_copied_then_walked_up() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut connection) = fresh(folder.path());
        migrate(&mut connection, &path, &[NEXT], &moment(), &nobody()).unwrap();
        assert_eq!(version_of(&connection).unwrap(), VERSION + 1);
        let [backup] = &backups(&path).unwrap()[..] else { panic!("no backup") };
        assert_eq!(backup.reason, Reason::Migration);
        let copy = Connection::open(&backup.path).unwrap();
        assert_eq!(version_of(&copy).unwrap(), VERSION);
    }

    #[test]
    fn a_failing_step_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut connection) = fresh(folder.path());
        assert!(migrate(&mut connection, &path, &[NEXT, BROKEN], &moment(), &nobody()).is_err());
        drop(connection);
        let reopened = Connection::open(&path).unwrap();
        assert_eq!(version_of(&reopened).unwrap(), VERSION);
        assert!(reopened.prepare("SELECT note FROM journal").is_err());
    }

    #[test]
    fn nothing_is_done_to_a_journal_of_today() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut connection) = fresh(folder.path());
        migrate(&mut connection, &path, MIGRATIONS, &moment(), &nobody()).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
