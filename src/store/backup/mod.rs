//! Backups: copies of the whole journal in a folder beside it, each read back before it gets its
//! name, and let go one by one as newer ones come.

mod beside;
mod copy;
mod elsewhere;
mod name;
mod notes;
mod rotate;
mod trial;

use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _};

use crate::clock::Moment;
use crate::store::act::{Hlc, Stamp};
use crate::store::backup::copy::write_copy;
use crate::store::error::{Error, told};
use crate::store::files;
use crate::store::lock::Keys;
use crate::store::open::{Found, Store, connect_to_read, sniff};
use crate::store::part::{sweep, sweep_among, sweep_beside};
use crate::store::verify::{Health, check_all};
use crate::store::waiting::Patience;

pub use beside::{copies_in_clear, is_journal_in_clear};
pub use elsewhere::copied_elsewhere;
pub use name::{Backup, Reason, kept_damaged};
pub use trial::{Broken, broken_backup};

/// The folder of a journal's backups, `<journal>-backups`; of a link, beside what it points at.
pub fn backups_folder(journal: &Path) -> PathBuf {
    let real = fs::canonicalize(journal).unwrap_or_else(|_| journal.into());
    let mut name = real.into_os_string();
    name.push("-backups");
    name.into()
}

/// The backups in the folder of a journal, oldest first, of whatever journal had this path.
pub fn backups(journal: &Path) -> Result<Vec<Backup>, Error> {
    files::files_in(&backups_folder(journal)).map(|files| among(&files))
}

fn among(files: &[PathBuf]) -> Vec<Backup> {
    // A pipe would wait for ever. A link that leads nowhere is told of.
    let may_be_file = |b: &Backup| b.path.is_file() || !b.path.exists();
    let mut found: Vec<Backup> =
        files.iter().filter_map(|file| Backup::read(file)).filter(may_be_file).collect();
    found.sort_by_key(|b| (b.taken, b.n));
    found
}

/// Files in the folder of backups that are journals, and have no name that a backup has: somebody
/// gave them another, and nothing looks after them.
pub fn journals_beside_backups(journal: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = files::files_in(&backups_folder(journal))?;
    let is_journal = |file: &Path| {
        matches!(sniff(file), Ok(Found::Sqlite { .. } | Found::Locked)) && file.is_file()
    };
    let is_part = |file: &Path| file.file_name().is_some_and(|n| n.as_bytes().starts_with(b"."));
    files.retain(|file| Backup::read(file).is_none() && !is_part(file) && is_journal(file));
    files.sort();
    Ok(files)
}

/// Why there is no journal at a path: none was begun there, or it is gone and its backups are left.
pub(super) fn missing(journal: &Path, moment: &Moment, keys: &Keys) -> Error {
    let left = backups(journal).unwrap_or_default();
    if left.is_empty() {
        return Error::Missing(journal.into());
    }
    // Nobody is asked for a passphrase: one that is locked is taken as whole until it is opened.
    let is_whole = |backup: &Backup| match keys.known_of(&backup.path) {
        Ok(_) => backup.verify(moment, keys).is_ok_and(|health| health.is_whole()),
        Err(error) => matches!(error, Error::WrongPassphrase(..)),
    };
    let newest = left.into_iter().rev().find(is_whole);
    Error::Gone { path: journal.into(), newest: newest.map(|backup| backup.path) }
}

/// Whether this is said for the first time of a journal; from then on it was said.
pub fn is_said_first(journal: &Path, what: &str, moment: &Moment) -> bool {
    let (folder, name) = (backups_folder(journal), format!("{what}.txt"));
    let is_first = notes::day_of(&folder, &name).is_none();
    if is_first {
        notes::write(&folder, &name, moment, journal);
    }
    is_first
}

/// A copy that was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub path: PathBuf,
    /// How many facts it holds.
    pub n_facts: i64,
    /// How many acts of writing.
    pub n_acts: i64,
}

impl Backup {
    /// Checks the file; reads all of it and changes nothing. What keeps it from being read is what
    /// is wrong with it; an error only where its passphrase is not known, or another program has it.
    pub fn verify(&self, moment: &Moment, keys: &Keys) -> Result<Health, Error> {
        let key = match keys.of(&self.path) {
            Err(Error::Damaged { why, .. }) => {
                return Ok(Health { troubles: vec![why], ..Health::default() });
            }
            key => key?,
        };
        let checked =
            connect_to_read(&self.path, key.as_ref()).and_then(|copy| check_all(&copy, moment));
        checked.or_else(|e| {
            let trouble = told(&e);
            match Error::of(&self.path, e) {
                busy @ Error::Busy(_) => Err(busy),
                _ => Ok(Health { troubles: vec![trouble], ..Health::default() }),
            }
        })
    }

    /// Opens it for reading; nobody is asked for its passphrase.
    fn connect(&self, keys: &Keys) -> Result<Connection, Error> {
        let key = keys.known_of(&self.path)?;
        connect_to_read(&self.path, key.as_ref()).map_err(|e| Error::of(&self.path, e))
    }

    /// Which state of which journal it holds; an error where that cannot be read.
    fn state(&self, keys: &Keys) -> Result<State, Error> {
        State::of(&self.connect(keys)?).map_err(|e| Error::of(&self.path, e))
    }
}

/// What tells one state of a journal from another without reading all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// Which journal.
    pub(super) journal: [u8; 16],
    /// Its newest act; `None`: it has none.
    pub(super) newest: Option<Stamp>,
    /// How many acts.
    pub(super) n_acts: i64,
}

impl State {
    pub(super) fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let newest = connection
            .prepare("SELECT hlc, device FROM written ORDER BY hlc DESC, device DESC LIMIT 1")?
            .query_row([], |row| Ok(Stamp { hlc: Hlc(row.get(0)?), device: row.get(1)? }))
            .optional()?;
        Ok(Self {
            journal: connection.query_row("SELECT id FROM journal", [], |row| row.get(0))?,
            newest,
            n_acts: connection.query_row("SELECT count(*) FROM written", [], |row| row.get(0))?,
        })
    }

    fn short(&self) -> [u8; 4] {
        let [a, b, c, d, ..] = self.journal;
        [a, b, c, d]
    }
}

impl Store {
    /// Makes the backup of a day: before its first writing, where something was written before.
    /// `None`: there is nothing to do. A sample needs none.
    pub fn back_up_if_due(&self, moment: &Moment) -> Result<Option<Made>, Error> {
        let today = moment.today();
        let _patience = Patience::with(BUSY_FOR_A_BACKUP);
        let ours = State::of(&self.connection).map_err(|e| self.fault(e))?.short();
        let listed = files::files_in(&backups_folder(self.path()))?;
        sweep_among(&listed, moment);
        if among(&listed).iter().any(|b| b.taken.date() == today && b.journal == ours) {
            return Ok(None);
        }
        let is_due = self.written_between()?.is_some_and(|(first, _)| first != today);
        if !is_due || self.is_sample()? {
            return Ok(None);
        }
        // Of several that write at once, one makes it; the others need not wait.
        let Ok(lock) = files::try_lock(&backups_folder(self.path())) else { return Ok(None) };
        let made = make(&self.connection, self.path(), Reason::Daily, moment, &self.keys);
        drop(lock);
        made.map(Some).map_err(|error| self.if_replaced(error))
    }

    /// Makes a backup before something that changes much. The newest one does when nothing was
    /// written since.
    pub fn back_up_before(&self, reason: Reason, moment: &Moment) -> Result<(), Error> {
        let state = State::of(&self.connection).map_err(|e| self.fault(e))?;
        let newest = backups(self.path())?.into_iter().rev().find(|b| b.journal == state.short());
        if let Some(newest) = newest
            && newest.state(&self.keys).is_ok_and(|kept| kept == state)
        {
            return Ok(());
        }
        self.back_up(reason, moment).map(drop)
    }

    /// Makes a backup in the folder of backups.
    pub fn back_up(&self, reason: Reason, moment: &Moment) -> Result<Made, Error> {
        sweep_beside(self.path(), moment);
        make(&self.connection, self.path(), reason, moment, &self.keys)
            .map_err(|error| self.if_replaced(error))
    }

    /// Writes a copy to a file that is not there yet, reads it back, and says how many facts and
    /// acts it holds.
    pub fn copy_to(&self, target: &Path, moment: &Moment) -> Result<Made, Error> {
        sweep(files::folder_of(target), moment);
        let Health { n_facts, n_acts, .. } =
            write_copy(&self.connection, self.path(), target, &self.keys)
                .map_err(|error| self.if_replaced(error))?;
        elsewhere::note(self.path(), target, moment);
        Ok(Made { path: target.into(), n_facts, n_acts })
    }

    /// The days of the first and the last act, by the clocks of their writing; `None`: nothing
    /// was written.
    pub fn written_between(&self) -> Result<Option<(NaiveDate, NaiveDate)>, Error> {
        let day = |order: &str| -> rusqlite::Result<Option<String>> {
            let sql =
                format!("SELECT at FROM written ORDER BY hlc {order}, device {order} LIMIT 1");
            self.connection.prepare(&sql)?.query_row([], |row| row.get(0)).optional()
        };
        let read = |at: String| at.get(..10)?.parse().ok();
        let first = day("ASC").map_err(|e| self.fault(e))?.and_then(read);
        let last = day("DESC").map_err(|e| self.fault(e))?.and_then(read);
        Ok(first.zip(last))
    }
}

/// How long a backup waits for others: what waits behind it has a patience of its own, and nobody
/// knows the file that is being written.
const BUSY_FOR_A_BACKUP: Duration = Duration::from_secs(3);

/// Makes a backup and lets go of those that are no longer needed.
pub(super) fn make(
    connection: &Connection,
    journal: &Path,
    reason: Reason,
    moment: &Moment,
    keys: &Keys,
) -> Result<Made, Error> {
    let folder = backups_folder(journal);
    files::make_folder(&folder)?;
    sweep(&folder, moment);
    let fault = |e| Error::of(journal, e);
    let _patience = Patience::with(BUSY_FOR_A_BACKUP);
    let state = State::of(connection).map_err(fault)?;
    let there = backups(journal)?;
    let ours: Vec<&Backup> = there.iter().filter(|b| b.journal == state.short()).collect();
    let mut backup = Backup {
        path: PathBuf::new(),
        taken: moment.civil(),
        journal: state.short(),
        reason,
        n: 1,
    };
    backup.path = folder.join(backup.file_name());
    while backup.path.exists() {
        backup.n += 1;
        backup.path = folder.join(backup.file_name());
    }
    let Health { n_facts, n_acts, .. } = loop {
        match write_copy(connection, journal, &backup.path, keys) {
            // Another process took the name in the meantime.
            Err(Error::Io { source, .. }) if source.kind() == ErrorKind::AlreadyExists => {
                backup.n += 1;
                backup.path = folder.join(backup.file_name());
            }
            done => break done?,
        }
    };
    // What the journal has lost since the backup before is in that one only.
    let descends = ours.last().is_none_or(|last| holds_newest_of(connection, last, keys));
    if descends && reason.is_passing() {
        let mut all: Vec<Backup> = ours.into_iter().cloned().collect();
        all.push(backup.clone());
        for old in rotate::to_let_go(&all) {
            // It can be let go another day.
            fs::remove_file(&old.path).ok();
        }
    }
    Ok(Made { path: backup.path, n_facts, n_acts })
}

/// Whether the journal has the newest act of a backup; not, when the backup cannot be read: it is
/// no reason to let others go.
fn holds_newest_of(connection: &Connection, backup: &Backup, keys: &Keys) -> bool {
    let newest = backup.state(keys).map(|s| s.newest);
    let Ok(Some(Stamp { hlc, device })) = newest else { return false };
    connection
        .prepare("SELECT EXISTS (SELECT 1 FROM written WHERE hlc = ?1 AND device = ?2)")
        .and_then(|mut statement| statement.query_row([hlc.0, device], |row| row.get(0)))
        .unwrap_or(false)
}
