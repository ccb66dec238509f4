//! A backup takes the journal's place; the journal as it was is kept as a backup first.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::clock::Moment;
use crate::store::act::{Hlc, Stamp};
use crate::store::backup::{self, Reason, State, backups_folder};
use crate::store::error::Error;
use crate::store::files;
use crate::store::lock::{Key, Keys, Salt, copy_with};
use crate::store::open::{Found, connect_to_write, sniff};
use crate::store::part::{PrivateCopy, sweep};
use crate::store::schema::{APPLICATION_ID, VERSION, version_of};
use crate::store::verify::{Health, check_all};

/// What may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// The same journal as it was at another time.
    Same,
    /// Any journal.
    Any,
}

/// Which passphrase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// That of the journal in whose place the backup came.
    Journals,
    /// That of the backup, which was another, or the journal had none.
    Backups,
}

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What was found in the backup.
    pub health: Health,
    /// Which passphrase opens it now; `None`: it is not locked.
    pub passphrase: Option<Whose>,
    /// Where the journal as it was is kept; `None`: there was none.
    pub kept: Option<PathBuf>,
    /// How many acts of writing are in what was kept only; `None`: it could not be read.
    pub n_acts_only_kept: Option<usize>,
}

/// Puts a backup in the place of a journal.
pub fn restore(
    journal: &Path,
    from: &Path,
    replace: Replace,
    moment: &Moment,
    keys: &Keys,
) -> Result<Restored, Error> {
    let real = fs::canonicalize(journal).unwrap_or_else(|_| journal.into());
    if fs::canonicalize(from).is_ok_and(|from| from == real) {
        return Err(Error::IsItself(from.into()));
    }
    match sniff(from)? {
        Found::Sqlite { .. } | Found::Locked => {}
        Found::Nothing => return Err(Error::Missing(from.into())),
        Found::Empty | Found::Other => return Err(Error::NotAJournal(from.into())),
    }
    files::make_folder(files::folder_of(&real))?;
    sweep(files::folder_of(&real), moment);
    sweep(&backups_folder(&real), moment);
    // The backup itself is only read: what a crash left beside it is put right in the copy.
    let key = keys.of(from)?;
    let copy = PrivateCopy::of(from, files::folder_of(&real))?;
    let fault = |e| Error::of(from, e).if_locked(key.is_some());
    let fresh = connect_to_write(&copy.path, key.as_ref()).map_err(fault)?;
    let (state, health, acts) =
        examine(&fresh, from, moment).map_err(|e| e.if_locked(key.is_some()))?;
    retire_devices(&fresh).map_err(fault)?;
    let there = sniff(&real)?;
    let own_key = match keys.of(&real) {
        // Kept as it is, whatever is in it.
        Err(Error::WrongPassphrase(..)) if replace == Replace::Any => None,
        Err(Error::Damaged { .. }) => None,
        found => found?,
    };
    // What was locked stays locked, and with the passphrase that it has now.
    let other = own_key.as_ref().filter(|own| Some(own.salt()) != key.as_ref().map(Key::salt));
    let passphrase = match (&own_key, &key) {
        (Some(_), _) => Some(Whose::Journals),
        (None, Some(_)) => Some(Whose::Backups),
        (None, None) => None,
    };
    let anew = other.map(|own| copy_with(&fresh, &copy.path, Some(own), moment)).transpose()?;
    drop(fresh);
    if let Some((part, ..)) = anew {
        part.persist(&copy.path).map_err(|e| Error::Io { path: from.into(), source: e.error })?;
    }
    let kept = match there {
        Found::Nothing | Found::Empty => None,
        Found::Sqlite { .. } | Found::Locked | Found::Other => {
            let old = Old { journal: &real, key: own_key.as_ref(), keys };
            Some(keep(old, &state, replace, moment)?)
        }
    };
    copy.take_the_place_of(&real)?;
    let mut done = Restored { health, passphrase, kept: None, n_acts_only_kept: Some(0) };
    if let Some(kept) = kept {
        done.n_acts_only_kept = kept.acts.map(|old| old.difference(&acts).count());
        done.kept = Some(kept.path);
        // Another process was kept waiting until now; what it has open is no longer the journal,
        // which SQLite sees when it writes.
        drop(kept.lock);
    }
    Ok(done)
}

/// Which journal it is, what a check finds, and its acts; an error unless it is whole.
fn examine(
    copy: &Connection,
    from: &Path,
    moment: &Moment,
) -> Result<(State, Health, BTreeSet<Stamp>), Error> {
    let fault = |e| Error::of(from, e);
    let application: i32 =
        copy.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(fault)?;
    let version = version_of(copy).map_err(fault)?;
    if application != APPLICATION_ID || version < 1 {
        return Err(Error::NotAJournal(from.into()));
    }
    if version > VERSION {
        return Err(Error::Newer { path: from.into(), found: version, known: VERSION });
    }
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).map_err(fault)?;
    let health = check_all(copy, moment).map_err(fault)?;
    if let Some(trouble) = health.troubles.first() {
        return Err(Error::Damaged { path: from.into(), why: trouble.clone() });
    }
    Ok((State::of(copy).map_err(fault)?, health, acts_of(copy).map_err(fault)?))
}

/// Whoever writes next does so under a new number: the old one may have written, after the backup
/// was made, what another computer has seen.
fn retire_devices(copy: &Connection) -> rusqlite::Result<()> {
    copy.execute("UPDATE device SET machine = randomblob(16)", []).map(drop)
}

fn acts_of(connection: &Connection) -> rusqlite::Result<BTreeSet<Stamp>> {
    let mut statement = connection.prepare("SELECT hlc, device FROM written")?;
    let read = |row: &rusqlite::Row<'_>| Ok(Stamp { hlc: Hlc(row.get(0)?), device: row.get(1)? });
    statement.query_map([], read)?.collect()
}

/// The journal as it was, and what keeps others from writing in it.
struct Kept {
    path: PathBuf,
    acts: Option<BTreeSet<Stamp>>,
    lock: Option<Connection>,
    _original: Option<File>,
}

/// The journal in whose place the backup comes.
#[derive(Clone, Copy)]
struct Old<'a> {
    journal: &'a Path,
    key: Option<&'a Key>,
    keys: &'a Keys,
}

/// Keeps the journal as it is: as a backup, else byte by byte.
fn keep(old: Old<'_>, new: &State, replace: Replace, moment: &Moment) -> Result<Kept, Error> {
    let Old { journal, key, .. } = old;
    // To open it is to roll back what a crash left beside it; should it turn out to be damaged, it
    // is kept as it was before that.
    let untouched = if files::is_unfinished(journal) {
        Some(PrivateCopy::of(journal, files::folder_of(journal))?)
    } else {
        None
    };
    match keep_whole(old, new, replace, moment) {
        Err(Error::Damaged { .. } | Error::NotAJournal(_) | Error::Sqlite { .. }) => {
            if replace == Replace::Same && !was_a_journal(journal)? {
                return Err(Error::NotAJournal(journal.into()));
            }
            let io = |source| Error::Io { path: journal.into(), source };
            // Opened before it is locked, and closed after: closing any handle on a file drops all
            // locks that this process has on it.
            let original = File::open(journal).map_err(io)?;
            let lock = connect_to_write(journal, key)
                .and_then(|old| old.execute_batch("BEGIN EXCLUSIVE").map(|()| old));
            if original.metadata().map_err(io)?.ino() != files::inode(journal)? {
                return Err(Error::Busy(journal.into()));
            }
            let path = keep_bytes(journal, &original, untouched.as_ref(), moment)?;
            Ok(Kept { path, acts: None, lock: lock.ok(), _original: Some(original) })
        }
        other => other,
    }
}

/// Keeps it as a backup, and keeps others from writing from then on.
fn keep_whole(old: Old<'_>, new: &State, replace: Replace, moment: &Moment) -> Result<Kept, Error> {
    /// So often others may come in between.
    const TRIES: usize = 20;
    let Old { journal, key, keys } = old;
    let fault = |e| Error::of(journal, e);
    for _ in 0..TRIES {
        let there = files::inode(journal)?;
        let old = connect_to_write(journal, key).map_err(fault)?;
        let state = State::of(&old).map_err(fault)?;
        if state.journal != new.journal && replace == Replace::Same {
            return Err(Error::OtherJournal(journal.into()));
        }
        let kept = backup::make(&old, journal, Reason::Restore, moment, keys)?;
        old.execute_batch("BEGIN EXCLUSIVE").map_err(fault)?;
        // Somebody wrote between the two: the backup lacks it. Or another restore did: then what
        // is locked is no longer the journal.
        if State::of(&old).map_err(fault)? == state && files::inode(journal)? == there {
            let acts = acts_of(&old).map_err(fault)?;
            let (path, lock) = (kept.path, Some(old));
            return Ok(Kept { path, acts: Some(acts), lock, _original: None });
        }
    }
    Err(Error::Busy(journal.into()))
}

/// Whether a file that cannot be read as a journal is what is left of one: its head says so, or
/// there are backups of it.
fn was_a_journal(path: &Path) -> Result<bool, Error> {
    /// Where the head of a database says of which program it is.
    const AT: usize = 68;
    let io = |source| Error::Io { path: path.into(), source };
    let mut head = Vec::with_capacity(100);
    File::open(path).map_err(io)?.take(100).read_to_end(&mut head).map_err(io)?;
    let says = head.get(AT..AT + 4) == Some(&APPLICATION_ID.to_be_bytes());
    let says = says || Salt::of_head(&head).is_some();
    Ok(says || !backup::backups(path)?.is_empty())
}

/// Keeps a file that cannot be read as a journal, with what lies beside it: out of the way, or
/// SQLite would take it for the unfinished writing of what comes in its place.
fn keep_bytes(
    journal: &Path,
    original: &File,
    untouched: Option<&PrivateCopy>,
    moment: &Moment,
) -> Result<PathBuf, Error> {
    let folder = backups_folder(journal);
    files::make_folder(&folder)?;
    let taken = moment.civil().format("%Y-%m-%d-%H%M%S");
    let mut n = 1;
    let mut target = folder.join(format!("{taken}-damaged.db"));
    while target.exists() {
        n += 1;
        target = folder.join(format!("{taken}-damaged-{n}.db"));
    }
    let from = untouched.map_or(journal, |copy| &copy.path);
    let mut bytes = Vec::new();
    let io = |source| Error::Io { path: journal.into(), source };
    original.take(u64::MAX).read_to_end(&mut bytes).map_err(io)?;
    if let Some(copy) = untouched {
        files::copy_bytes(&copy.path, &target)?;
        files::write_bytes(&bytes, &files::with_end(&target, "-rolled-back"))?;
    } else {
        files::write_bytes(&bytes, &target)?;
    }
    for end in files::BESIDE {
        let beside = files::with_end(from, end);
        if beside.exists() {
            files::copy_bytes(&beside, &files::with_end(&target, end))?;
        }
        let beside = files::with_end(journal, end);
        if beside.exists() {
            fs::remove_file(&beside)
                .map_err(|source| Error::Io { path: beside.clone(), source })?;
            files::sync_folder_of(&beside)?;
        }
    }
    Ok(target)
}

impl PrivateCopy {
    /// Gives the copy the name of the journal, at once or not at all.
    fn take_the_place_of(self, journal: &Path) -> Result<(), Error> {
        let io = |source: io::Error| Error::Io { path: journal.into(), source };
        File::open(&self.path).and_then(|file| file.sync_all()).map_err(io)?;
        fs::rename(&self.path, journal).map_err(io)?;
        files::sync_folder_of(journal)
    }
}
