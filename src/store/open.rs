//! Opening the file: which file it is, with which pragmas, and making it the first time.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use zeroize::Zeroizing;

use crate::clock::Moment;
use crate::store::act::Act;
use crate::store::backup::missing;
use crate::store::error::Error;
use crate::store::files::{FileId, folder_of, is_unfinished, make_folder, sync_folder_of};
use crate::store::lock::{HEAD, Key, Keys, Salt, salt_of};
use crate::store::migrations::{MIGRATIONS, READABLE_FROM};
use crate::store::part::{PrivateCopy, sweep_beside};
use crate::store::schema::{APPLICATION_ID, VERSION, create, migrate, version_of};
use crate::store::waiting::try_again;

/// How long a glance waits for another twinge.
pub(super) const BUSY_AT_A_GLANCE: Duration = Duration::from_millis(250);

/// What the command is going to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Only read: the file must be there.
    Read,
    /// Only read, and hardly wait for another twinge: what is read is not worth waiting for.
    Glance,
    /// Read and write: the file must be there.
    Write,
    /// Read and write: the file is made when it is not there.
    Create {
        /// Whether it is a sample, marked as such.
        is_sample: bool,
    },
}

impl Access {
    fn is_only_to_read(self) -> bool {
        matches!(self, Self::Read | Self::Glance)
    }

    /// How long to wait for another twinge; `None`: as long as others usually need.
    fn patience(self) -> Option<Duration> {
        (self == Self::Glance).then_some(BUSY_AT_A_GLANCE)
    }
}

/// An open journal.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) keys: Keys,
    pub(super) key: Option<Key>,
    path: PathBuf,
    /// Which file it is; `None`: what is open is a copy.
    file: Option<FileId>,
    was_made: bool,
    /// What is open instead, where the file itself cannot be put right. Dropped after the
    /// connection.
    copy: Option<PrivateCopy>,
}

impl Store {
    /// Opens the journal, makes it when `access` says so, and walks an older one up. Where a crash
    /// left something unfinished and the place cannot be written to, a reader gets a copy.
    pub fn open(path: &Path, access: Access, moment: &Moment, keys: &Keys) -> Result<Self, Error> {
        /// So often another file may take its place meanwhile.
        const TRIES: usize = 3;
        let standing = || (FileId::of(path), salt_of(path).ok());
        for _ in 0..TRIES {
            let before = standing();
            match Self::open_in_place(path, access, moment, keys) {
                // Its head and its key are looked at first: where another file took its place after
                // that, what is wrong is neither its nor the passphrase.
                Err(error)
                    if (error.is_of_what_was_read() || matches!(error, Error::Busy(_)))
                        && standing() != before => {}
                Err(Error::ReadOnly(_)) if access.is_only_to_read() && is_unfinished(path) => {
                    let copy = PrivateCopy::elsewhere(path)?;
                    let opened = Self::open_in_place(&copy.path, access, moment, keys)?;
                    return Ok(Self { path: path.into(), copy: Some(copy), ..opened });
                }
                Ok(opened) => {
                    let file = FileId::of(path);
                    if before.0.is_none() || file == before.0 {
                        return Ok(Self { file, ..opened });
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(Error::Busy(path.into()))
    }

    fn open_in_place(
        path: &Path,
        access: Access,
        moment: &Moment,
        keys: &Keys,
    ) -> Result<Self, Error> {
        let found = match sniff(path)? {
            // The power went while it was first made: SQLite rolls it back to nothing.
            Found::Other if is_half_made(path) => Found::Sqlite { is_wal: false },
            found => found,
        };
        let was_made = match (found, access) {
            (Found::Nothing | Found::Empty, _) => match (missing(path, moment, keys), access) {
                (Error::Missing(_), Access::Create { .. }) => true,
                (error, _) => return Err(error),
            },
            (Found::Other, _) => return Err(Error::NotAJournal(path.into())),
            (Found::Sqlite { .. } | Found::Locked, _) => false,
        };
        // Asked before it is opened: nobody waits for whoever is typing. A glance asks nobody.
        let key = match access {
            Access::Glance => keys.known_of(path)?,
            _ => keys.of(path)?,
        };
        if was_made {
            make_folder(folder_of(path))?;
        }
        let fault = |e| Error::of(path, e).if_locked(key.is_some());
        let mut connection =
            connect(path, key.as_ref(), was_made, access.patience()).map_err(fault)?;
        // A crash while it was first made leaves a file that rolls back to nothing.
        let was_made = was_made || is_blank(&connection).map_err(fault)?;
        if was_made && found != Found::Nothing && found != Found::Empty {
            match (missing(path, moment, keys), access) {
                (Error::Missing(_), Access::Create { .. }) => {}
                (error, _) => return Err(error),
            }
        }
        if let Access::Create { is_sample } = access
            && was_made
        {
            if let Err(error) = create(&mut connection, moment, is_sample) {
                drop(connection);
                forget_empty(path);
                return Err(fault(error));
            }
            sync_folder_of(path)?;
        }
        check_version(&mut connection, path, access, moment, keys)
            .map_err(|e| e.if_locked(key.is_some()))?;
        if !access.is_only_to_read() {
            // An import of decades then fits in memory, and reaches the disk once. A reader
            // sees each page once: more cache would only cost it memory.
            connection.pragma_update(None, "cache_size", -16_000).map_err(fault)?;
        }
        let may_be_wal = matches!(found, Found::Sqlite { is_wal: true } | Found::Locked);
        if may_be_wal && !access.is_only_to_read() {
            // Somebody's tool changed the journal mode; one file is what we promise.
            connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).map_err(fault)?;
        }
        if !access.is_only_to_read() {
            sweep_beside(path, moment);
        }
        let keys = keys.clone();
        Ok(Self { connection, keys, key, path: path.into(), file: None, was_made, copy: None })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether this opening made it.
    pub fn was_made(&self) -> bool {
        self.was_made
    }

    /// Whether it is a copy that is read: the file itself could not be put right after a crash.
    pub fn is_of_a_copy(&self) -> bool {
        self.copy.is_some()
    }

    /// Begins an act of writing; other processes wait until it ends.
    pub fn begin(
        &mut self,
        moment: &Moment,
        machine: &str,
        command: &'static str,
    ) -> Result<Act<'_>, Error> {
        let (path, file) = (self.path.clone(), self.file);
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let act = begun
            .map_err(|e| Error::of(&path, e))
            .and_then(|tx| Act::new(tx, path.clone(), moment, machine, command));
        act.map_err(|error| error.if_replaced(&path, || is_replaced(file, &path)))
    }

    pub(super) fn fault(&self, source: rusqlite::Error) -> Error {
        self.if_replaced(Error::of(&self.path, source).if_locked(self.key.is_some()))
    }

    /// An error of this journal, or that another file took its place meanwhile.
    pub(super) fn if_replaced(&self, error: Error) -> Error {
        error.if_replaced(&self.path, || is_replaced(self.file, &self.path))
    }
}

/// Whether another file has the name of what was opened.
fn is_replaced(file: Option<FileId>, path: &Path) -> bool {
    file.is_some_and(|file| file.is_replaced_at(path))
}

/// Whether a file has no head yet, and what SQLite noted before it wrote lies beside it.
fn is_half_made(path: &Path) -> bool {
    // A pipe would wait for ever.
    if !fs::metadata(path).is_ok_and(|about| about.is_file()) {
        return false;
    }
    let mut head = [1; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head == [0; 16] && is_unfinished(path)
}

/// Takes away the empty file that a failed making leaves: it would stand in the way.
fn forget_empty(path: &Path) {
    if fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == 0) {
        // The failure to make it is what is told; that it could not be removed adds nothing.
        fs::remove_file(path).ok();
    }
}

/// What stands in the place of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    Empty,
    Sqlite {
        is_wal: bool,
    },
    /// An encrypted journal.
    Locked,
    Other,
}

/// Reads the head of the file, before SQLite opens it: closing any other handle on the file
/// while it is open would drop SQLite's locks.
pub(super) fn sniff(path: &Path) -> Result<Found, Error> {
    let io = |source| Error::Io { path: path.into(), source };
    // Asked before it is opened: opening a pipe would wait for ever for its other end.
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => return Ok(Found::Other),
        Err(e) => return Err(io(e)),
    };
    if about.is_dir() {
        return Err(Error::IsFolder(path.into()));
    }
    if !about.is_file() {
        return Ok(Found::Other);
    }
    let mut file = File::open(path).map_err(io)?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head).map_err(io)?;
    Ok(match &head[..] {
        [] => Found::Empty,
        head if head.len() == 20 && head.starts_with(b"SQLite format 3\0") => {
            Found::Sqlite { is_wal: head[18] == 2 }
        }
        head if Salt::of_head(head).is_some() => Found::Locked,
        _ => Found::Other,
    })
}

/// Whether a file is a locked journal; not, when it cannot be read.
pub fn is_locked(path: &Path) -> bool {
    sniff(path).is_ok_and(|found| found == Found::Locked)
}

fn connect(
    path: &Path,
    key: Option<&Key>,
    may_create: bool,
    patience: Option<Duration>,
) -> rusqlite::Result<Connection> {
    // Without CREATE a mistyped path stays an error. A reader opens for writing too: only so
    // can SQLite put right what a crash left behind; it does not change anything else.
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if may_create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let mut connection = Connection::open_with_flags(path, flags)?;
    unlock(&connection, key)?;
    set_up(&mut connection, patience)?;
    Ok(connection)
}

/// Opens a file that is there for writing.
pub(super) fn connect_to_write(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    connect(path, key, false, None)
}

/// Opens a file in which nobody writes, like a backup, without changing anything.
pub(super) fn connect_to_read(path: &Path, key: Option<&Key>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    unlock(&connection, key)?;
    set_up(&mut connection, Some(BUSY_AT_A_GLANCE))?;
    Ok(connection)
}

/// Gives SQLCipher the key, before anything is read.
fn unlock(connection: &Connection, key: Option<&Key>) -> rusqlite::Result<()> {
    let Some(key) = key else { return Ok(()) };
    // What it would write to standard error is told by the errors that it returns.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let literal = key.literal();
    let mut pragma = Zeroizing::new(String::with_capacity(literal.len() + 20));
    for part in ["PRAGMA key = \"", &literal, "\""] {
        pragma.push_str(part);
    }
    // An error of a statement has the statement in it: it may not be told.
    connection.execute_batch(&pragma).map_err(|e| match e.sqlite_error() {
        Some(code) => rusqlite::Error::SqliteFailure(*code, None),
        None => rusqlite::Error::InvalidQuery,
    })?;
    // The form of today, whatever a later SQLCipher takes for its own.
    connection.execute_batch("PRAGMA cipher_compatibility = 4")
}

/// What holds of every connection.
fn set_up(connection: &mut Connection, patience: Option<Duration>) -> rusqlite::Result<()> {
    match patience {
        Some(patience) => connection.busy_timeout(patience)?,
        None => connection.busy_handler(Some(try_again))?,
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // One plan for a statement, whatever is bound to it: else each new binding plans it anew.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A file from elsewhere may hold triggers and views; this program uses neither.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // journal_mode is DELETE by default; with EXTRA an acknowledged entry outlives a power cut.
    connection.execute_batch(
        "PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA fullfsync = ON;",
    )
}

/// Whether there is nothing at all in the file.
fn is_blank(connection: &Connection) -> rusqlite::Result<bool> {
    if version_of(connection)? != 0 {
        return Ok(false);
    }
    connection.query_row("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))
}

fn check_version(
    connection: &mut Connection,
    path: &Path,
    access: Access,
    moment: &Moment,
    keys: &Keys,
) -> Result<(), Error> {
    let fault = |e| Error::of(path, e);
    let version = version_of(connection).map_err(fault)?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(fault)?;
    if application != APPLICATION_ID || version < 1 {
        return Err(Error::NotAJournal(path.into()));
    }
    if version > VERSION {
        return Err(Error::Newer { path: path.into(), found: version, known: VERSION });
    }
    let is_read_as_it_is = access.is_only_to_read() && version >= READABLE_FROM;
    if version < VERSION && !is_read_as_it_is {
        return migrate(connection, path, MIGRATIONS, moment, keys);
    }
    if access.is_only_to_read() {
        connection.pragma_update(None, "query_only", true).map_err(fault)?;
    }
    Ok(())
}
