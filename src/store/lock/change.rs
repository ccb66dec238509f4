//! A journal is locked, unlocked or locked anew: written to a new file under the new key, which is
//! opened again and compared before it takes the place of the old one. The old file is never
//! encrypted in place: where that fails in the middle, neither key would open it.

use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use openssl::memcmp;
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};
use tempfile::NamedTempFile;

use crate::clock::Moment;
use crate::store::backup::State;
use crate::store::error::Error;
use crate::store::files;
use crate::store::lock::backups::{OtherNames, Others, Relocked, relock_backups, why};
use crate::store::lock::key::{Key, Passphrase, Salt};
use crate::store::lock::keys::salt_of;
use crate::store::open::{Store, connect_to_write};
use crate::store::part::{part_beside, sweep};
use crate::store::schema::{APPLICATION_ID, version_of};
use crate::store::verify::{Health, check_all};

/// What became of a journal and its backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// How many facts the journal holds.
    pub n_facts: i64,
    /// How many acts of writing.
    pub n_acts: i64,
    /// Its backups.
    pub backups: Relocked,
}

impl Store {
    /// Locks the journal with a key, or unlocks it with none; then its backups.
    pub fn change_lock(self, to: Option<&Key>, moment: &Moment) -> Result<Changed, Error> {
        let (path, salt) = (self.path().to_owned(), self.salt());
        // Whoever was asked for a new passphrase typed for minutes. Where another came first, its key
        // is no longer that of the journal.
        let is_replaced = || salt_of(&path).is_ok_and(|now| now != salt);
        self.write_anew(to, moment).map_err(|error| error.if_replaced(&path, is_replaced))
    }

    fn write_anew(self, to: Option<&Key>, moment: &Moment) -> Result<Changed, Error> {
        /// So often others may come in between.
        const TRIES: usize = 20;
        let journal = fs::canonicalize(self.path()).unwrap_or_else(|_| self.path().into());
        let (key, keys) = (self.key.clone(), self.keys.clone());
        if let Some(key) = to {
            keys.add(key);
        }
        drop(self);
        let fault = |e| Error::of(&journal, e).if_locked(key.is_some());
        for _ in 0..TRIES {
            let there = files::inode(&journal)?;
            let old = connect_to_write(&journal, key.as_ref()).map_err(fault)?;
            // What this person may not write to is not to be replaced either.
            if old.is_readonly("main").map_err(fault)? {
                return Err(Error::ReadOnly(journal));
            }
            let (part, state, health) =
                copy_with(&old, &journal, to, moment).map_err(|e| e.if_locked(key.is_some()))?;
            old.execute_batch("BEGIN EXCLUSIVE").map_err(fault)?;
            // Somebody wrote meanwhile, or put another file in its place: that would be lost.
            if State::of(&old).map_err(fault)? != state || files::inode(&journal)? != there {
                continue;
            }
            files::forget_beside(&old, &journal)?;
            let other_names = OtherNames::of(&journal, key.is_some());
            take_the_place_of(part, &journal)?;
            // From here on it is done: what fails is told beside that.
            let is_on_the_disk = files::sync_folder_of(&journal);
            // Whoever waited has a file open that is no longer the journal: SQLite sees that.
            drop(old);
            // What killed ones left opens with the passphrase of before, or with none.
            sweep(files::folder_of(&journal), moment);
            // Nobody is asked, so nobody stops it.
            let mut backups =
                relock_backups(&journal, to, Others::Known(&keys), moment).unwrap_or_default();
            backups.other_names.extend(other_names);
            if let Err(error) = is_on_the_disk {
                let why = format!("its new name may not outlive a power cut: {}", why(&error));
                backups.left.push((journal, why));
            }
            return Ok(Changed { n_facts: health.n_facts, n_acts: health.n_acts, backups });
        }
        Err(Error::Busy(journal))
    }

    /// Locks or unlocks the backups alone, as the journal is: those that were not yet when a
    /// crash came between.
    pub fn finish_lock(self, moment: &Moment) -> Result<Changed, Error> {
        let health = self.verify(moment)?;
        if let Some(trouble) = health.troubles.first() {
            return Err(Error::Damaged { path: self.path().into(), why: trouble.clone() });
        }
        let others = Others::Asked(&self.keys);
        let backups = relock_backups(self.path(), self.key.as_ref(), others, moment)?;
        Ok(Changed { n_facts: health.n_facts, n_acts: health.n_acts, backups })
    }

    /// The salt of a locked journal; `None`: it is not locked.
    pub fn salt(&self) -> Option<Salt> {
        self.key.as_ref().map(Key::salt)
    }

    /// Whether a passphrase opens it.
    pub fn is_opened_by(&self, passphrase: &Passphrase) -> bool {
        let Some(own) = &self.key else { return false };
        let made = Key::derive(passphrase, own.salt());
        made.is_some_and(|made| memcmp::eq(&*made.raw, &*own.raw))
    }

    /// Whether it is locked.
    pub fn is_locked(&self) -> bool {
        self.key.is_some()
    }
}

/// Puts a written file on the disk and in the place of another, at once or not at all; its name is
/// not yet on the disk.
pub(super) fn take_the_place_of(part: NamedTempFile, path: &Path) -> Result<(), Error> {
    let io = |source| Error::Io { path: path.into(), source };
    File::open(part.path()).and_then(|file| file.sync_all()).map_err(io)?;
    part.persist(path).map(drop).map_err(|e| io(e.error))
}

/// Writes all of a file to a new one without a name, beside it, under another key or none; opened
/// again, checked and compared.
pub(in crate::store) fn copy_with(
    old: &Connection,
    file: &Path,
    to: Option<&Key>,
    moment: &Moment,
) -> Result<(NamedTempFile, State, Health), Error> {
    let fault = |e| Error::of(file, e);
    let part = part_beside(file)?;
    let written = |e| match Error::of(part.path(), e) {
        Error::NotAJournal(path) | Error::Damaged { path, .. } => {
            Error::Damaged { path, why: "what was written is not what was to be written".into() }
        }
        other => other,
    };
    let (state, counts) = export(old, part.path(), to).map_err(fault)?;
    let new = connect_to_write(part.path(), to).map_err(written)?;
    let health = check_all(&new, moment).map_err(written)?;
    if let Some(trouble) = health.troubles.first() {
        // What was copied is what was there.
        return Err(Error::Damaged { path: file.into(), why: trouble.clone() });
    }
    if State::of(&new).map_err(written)? != state
        || counts_of(&new, "main").map_err(written)? != counts
    {
        let why = "the new file has less than the old one".into();
        return Err(Error::Damaged { path: file.into(), why });
    }
    drop(new);
    Ok((part, state, health))
}

/// How many rows each table has.
type Counts = Vec<(String, i64)>;

/// Writes everything to an empty file under a key, of one moment; gives which state that was.
fn export(old: &Connection, target: &Path, to: Option<&Key>) -> rusqlite::Result<(State, Counts)> {
    // Bound as it is: a path need not be UTF-8.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(target.as_os_str().as_bytes()));
    let literal = to.map(Key::literal);
    let key = ToSqlOutput::Borrowed(ValueRef::Text(literal.as_ref().map_or(b"", |l| l.as_bytes())));
    old.execute("ATTACH DATABASE ?1 AS fresh KEY ?2", [name, key])?;
    let done = export_to_fresh(old, to.is_some());
    // Within an unfinished act it cannot be let go of.
    old.execute_batch("ROLLBACK").ok();
    let detached = old.execute_batch("DETACH DATABASE fresh");
    let made = done?;
    detached.map(|()| made)
}

fn export_to_fresh(old: &Connection, is_locked: bool) -> rusqlite::Result<(State, Counts)> {
    // Nobody knows the file: it is put on the disk before it gets a name, and thrown away if
    // anything fails.
    old.execute_batch("PRAGMA fresh.journal_mode = OFF; PRAGMA fresh.synchronous = OFF")?;
    if is_locked {
        old.execute_batch("PRAGMA fresh.cipher_compatibility = 4")?;
    }
    old.execute_batch("BEGIN")?;
    let state = State::of(old)?;
    old.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(())).map_err(with_its_code)?;
    old.pragma_update(Some("fresh"), "application_id", APPLICATION_ID)?;
    old.pragma_update(Some("fresh"), "user_version", version_of(old)?)?;
    let counts = counts_of(old, "main")?;
    old.execute_batch("COMMIT")?;
    Ok((state, counts))
}

/// SQLCipher says in words only what went wrong in the middle of an export, under the code of any
/// error.
fn with_its_code(error: rusqlite::Error) -> rusqlite::Error {
    use rusqlite::ffi::{self, SQLITE_ERROR};
    /// What SQLite says, and of which code.
    const SAID: [(&str, i32); 8] = [
        ("database or disk is full", ffi::SQLITE_FULL),
        ("disk I/O error", ffi::SQLITE_IOERR),
        ("database disk image is malformed", ffi::SQLITE_CORRUPT),
        ("file is not a database", ffi::SQLITE_NOTADB),
        ("unable to open database file", ffi::SQLITE_CANTOPEN),
        ("attempt to write a readonly database", ffi::SQLITE_READONLY),
        ("database is locked", ffi::SQLITE_BUSY),
        ("database table is locked", ffi::SQLITE_LOCKED),
    ];
    match error {
        rusqlite::Error::SqliteFailure(code, Some(said)) if code.extended_code == SQLITE_ERROR => {
            let known = SAID.iter().find(|(words, _)| said.contains(words));
            let code = known.map_or(code, |(_, code)| ffi::Error::new(*code));
            rusqlite::Error::SqliteFailure(code, Some(said))
        }
        other => other,
    }
}

fn counts_of(connection: &Connection, schema: &str) -> rusqlite::Result<Counts> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let names: Vec<String> =
        connection.prepare(tables)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut counts = Counts::new();
    for name in names {
        let sql = format!("SELECT count(*) FROM {schema}.\"{}\"", name.replace('"', "\"\""));
        let n = connection.query_row(&sql, [], |row| row.get(0))?;
        counts.push((name, n));
    }
    Ok(counts)
}
