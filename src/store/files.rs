//! Folders and files around the journal: made for their owner alone, named only when they are on
//! the disk.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::{Builder, NamedTempFile, TempDir};

use crate::clock::Moment;
use crate::store::error::Error;

/// What an unfinished file's name begins with. Nobody calls a file of their own so: `.twinge-words`
/// may be where somebody keeps a passphrase.
pub const UNFINISHED: &str = ".twinge-unfinished-";

/// How many letters and digits stand after that, by chance.
const CHANCE: usize = 6;

/// What a private copy is called in its folder.
const COPY: &str = "journal.db";

/// The folder of a path; `.` for a bare file name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The files in a folder; none where it is not there.
pub(super) fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    use rustix::fs::{Dir, Mode, OFlags, open};
    // Not the library's listing: that panics where closing it fails.
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let list = || -> Result<Vec<PathBuf>, rustix::io::Errno> {
        let mut found = Vec::new();
        for entry in Dir::new(open(folder, flags, Mode::empty())?)? {
            let entry = entry?;
            found.push(folder.join(OsStr::from_bytes(entry.file_name().to_bytes())));
        }
        Ok(found)
    };
    match list() {
        Err(rustix::io::Errno::NOENT) => Ok(Vec::new()),
        listed => listed.map_err(|e| Error::Io { path: folder.into(), source: e.into() }),
    }
}

/// Makes a folder, and those above it, for the owner alone; nothing where it is there.
pub(super) fn make_folder(folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    let io = |source| Error::Io { path: folder.into(), source };
    // Each new folder's name must reach the disk, or the file in it would not be found again.
    let mut missing: Vec<&Path> = Vec::new();
    let mut above = folder;
    while !above.is_dir() {
        missing.push(above);
        above = folder_of(above);
        if missing.len() > 64 {
            break;
        }
    }
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(io)?;
    for new in missing {
        sync_folder_of(new)?;
    }
    Ok(())
}

/// Puts a file's name on the disk: fsync of the folder it is in.
pub(super) fn sync_folder_of(path: &Path) -> Result<(), Error> {
    let folder = folder_of(path);
    File::open(folder)
        .and_then(|f| f.sync_all())
        .map_err(|source| Error::Io { path: folder.into(), source })
}

/// Removes what a crash left unfinished in a folder of ours more than a day ago: files and private
/// copies without a name of their own.
pub(super) fn sweep(folder: &Path, moment: &Moment) {
    const DAY_MS: i64 = 86_400_000;
    let is_old = |about: &Metadata| moment.unix_ms() - about.mtime().saturating_mul(1000) >= DAY_MS;
    sweep_where(folder, |_, about| is_old(about));
}

/// Removes those unfinished files and private copies in a folder that are to go, and that no twinge
/// holds. What is asked is given the file, and what is known of it or of the copy's folder.
pub(super) fn sweep_where(folder: &Path, is_to_go: impl Fn(&Path, &Metadata) -> bool) {
    // Whatever cannot be looked at or removed is in nobody's way.
    for path in files_in(folder).unwrap_or_default() {
        if !is_called_unfinished(&path) {
            continue;
        }
        let Ok(about) = fs::symlink_metadata(&path) else { continue };
        if about.is_dir() {
            let copy = path.join(COPY);
            if is_to_go(&copy, &about) && !is_held(&path) {
                drop(PrivateCopy { path: copy, folder: path, _held: None });
            }
        } else if about.is_file() && is_to_go(&path, &about) && !is_held(&path) {
            fs::remove_file(&path).ok();
        }
    }
}

/// Whether a name is one that is given here to what is unfinished, or to what SQLite keeps beside it.
fn is_called_unfinished(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_bytes();
    let Some(end) = name.strip_prefix(UNFINISHED.as_bytes()) else { return false };
    let (chance, beside) = end.split_at(end.len().min(CHANCE));
    let is_beside = |end: &&str| end.as_bytes() == beside;
    chance.len() == CHANCE
        && chance.iter().all(u8::is_ascii_alphanumeric)
        && (beside.is_empty() || BESIDE.iter().any(is_beside))
}

/// Whether another twinge works with an unfinished file or the folder of a private copy: it keeps a
/// lock on it, which ends with it however it ends. Mostly SQLite's own locks are of another kind.
fn is_held(path: &Path) -> bool {
    use std::fs::TryLockError;
    let lock = File::open(path).map(|file| file.try_lock());
    matches!(lock, Ok(Err(TryLockError::WouldBlock)))
}

/// Holds a folder for as long as it is open.
fn hold_folder(folder: &File) {
    // Where there are no locks, whoever writes in it fails, and nothing is lost.
    folder.try_lock().ok();
}

/// Holds an unfinished file, in which SQLite is going to write, for as long as it is open.
fn hold(file: &File) {
    use rustix::fs::{FlockOperation, fcntl_lock};
    file.try_lock().ok();
    // Over a network (NFS, SMB) this lock is of the kind of SQLite's, which it would keep out.
    if fcntl_lock(file, FlockOperation::NonBlockingLockExclusive).is_err() {
        file.unlock().ok();
    }
    fcntl_lock(file, FlockOperation::Unlock).ok();
}

/// How what is unfinished is named.
fn named() -> Builder<'static, 'static> {
    let mut named = Builder::new();
    named.prefix(UNFINISHED).rand_bytes(CHANCE);
    named
}

/// An empty file, for its owner alone, in the folder where `target` will be; it is held, and gone
/// when dropped.
pub(super) fn part_beside(target: &Path) -> Result<NamedTempFile, Error> {
    let folder = folder_of(target);
    let part = named().tempfile_in(folder).map_err(|source| match source.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnly(folder.into())
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::Io { path: folder.into(), source },
    })?;
    hold(part.as_file());
    Ok(part)
}

/// Puts a written file on the disk and gives it its name, where none is yet.
pub(super) fn name(part: NamedTempFile, target: &Path) -> Result<(), Error> {
    let io = |source| Error::Io { path: target.into(), source };
    // Opened anew: what another handle wrote is put on the disk all the same.
    File::open(part.path()).and_then(|file| file.sync_all()).map_err(io)?;
    part.persist_noclobber(target).map_err(|e| io(e.error))?;
    sync_folder_of(target)
}

/// Locks a folder against other twinges, until the lock is dropped; makes the folder if need be.
/// An error: another holds it. A file system without locks is taken as one that nobody shares.
pub(super) fn try_lock(folder: &Path) -> Result<Option<File>, io::ErrorKind> {
    use std::fs::TryLockError;
    if make_folder(folder).is_err() {
        return Ok(None);
    }
    let Ok(held) = File::open(folder) else { return Ok(None) };
    match held.try_lock() {
        Ok(()) => Ok(Some(held)),
        Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Which file has a name.
pub(super) fn inode(path: &Path) -> Result<u64, Error> {
    let about = fs::metadata(path).map_err(|source| Error::Io { path: path.into(), source })?;
    Ok(about.ino())
}

/// What SQLite keeps beside a database while something is being written, and after a crash.
pub(super) const BESIDE: [&str; 2] = ["-journal", "-wal"];

/// Whether something lies beside a database: it is being written, or a crash came between.
pub(super) fn is_unfinished(path: &Path) -> bool {
    BESIDE.iter().any(|end| with_end(path, end).is_file())
}

/// Removes what other programs let lie beside a database that is open: it has pages of it. Nothing
/// is unfinished of it, as it was opened to write, and nobody else can be writing meanwhile.
pub(super) fn forget_beside(open: &Connection, path: &Path) -> Result<(), Error> {
    let beside = with_end(path, BESIDE[0]);
    let fault = |e| Error::of(path, e);
    if open.is_autocommit() {
        open.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).map_err(fault)?;
        open.execute_batch("BEGIN EXCLUSIVE").map_err(fault)?;
    }
    match fs::remove_file(&beside) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(Error::Io { path: beside, source: e }),
        _ => Ok(()),
    }
}

/// A path with something added at its end.
pub(super) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Copies a file, as it is, to a name that is not there yet.
pub(super) fn copy_bytes(from: &Path, target: &Path) -> Result<(), Error> {
    let bytes = fs::read(from).map_err(|source| Error::Io { path: from.into(), source })?;
    write_bytes(&bytes, target)
}

/// Writes a file to a name that is not there yet.
pub(super) fn write_bytes(bytes: &[u8], target: &Path) -> Result<(), Error> {
    let part = part_beside(target)?;
    let io = |source| Error::Io { path: target.into(), source };
    part.as_file().write_all(bytes).map_err(io)?;
    name(part, target)
}

/// A copy of a database, with what lies beside it, in a folder of its own: whatever is done to
/// open it is not done to the original. It is held, and gone when dropped.
#[derive(Debug)]
pub(super) struct PrivateCopy {
    folder: PathBuf,
    /// The folder, which is held; `None`: it cannot be.
    _held: Option<File>,
    /// The copy.
    pub(super) path: PathBuf,
}

impl Drop for PrivateCopy {
    fn drop(&mut self) {
        // By name, not by listing the folder: the library's listing panics where closing it fails.
        // Whatever cannot be removed is in nobody's way. The copy itself comes last: what lies
        // beside it has pages of it, and is found by it where this is stopped.
        for end in BESIDE {
            fs::remove_file(with_end(&self.path, end)).ok();
        }
        fs::remove_file(with_end(&self.path, "-shm")).ok();
        fs::remove_file(&self.path).ok();
        fs::remove_dir(&self.folder).ok();
    }
}

impl PrivateCopy {
    /// Copies within a folder that is the owner's.
    pub(super) fn of(original: &Path, within: &Path) -> Result<Self, Error> {
        let folder = named().tempdir_in(within);
        Self::into(original, folder)
    }

    /// Copies to where this system keeps what is passing, in a folder that is the owner's alone.
    pub(super) fn elsewhere(original: &Path) -> Result<Self, Error> {
        Self::into(original, named().tempdir())
    }

    fn into(original: &Path, folder: io::Result<TempDir>) -> Result<Self, Error> {
        let io = |source| Error::Io { path: original.into(), source };
        let folder = folder.map_err(io)?.keep();
        let held = File::open(&folder).ok();
        held.iter().for_each(hold_folder);
        let made = Self { path: folder.join(COPY), folder, _held: held };
        let copy = |from: &Path, to: &Path| File::create_new(to)?.write_all(&fs::read(from)?);
        copy(original, &made.path).map_err(io)?;
        for end in BESIDE {
            let beside = with_end(original, end);
            if beside.is_file() {
                copy(&beside, &with_end(&made.path, end)).map_err(io)?;
            }
        }
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_of_the_persons_own_is_taken_for_an_unfinished_one() {
        let folder = tempfile::tempdir().unwrap();
        let is_ours = |name: &str| is_called_unfinished(&folder.path().join(name));
        let part = part_beside(&folder.path().join("new.db")).unwrap();
        assert!(is_called_unfinished(part.path()));
        assert!(is_called_unfinished(&with_end(part.path(), "-journal")));
        for own in [
            ".twinge-passphrase",
            ".twinge-secret",
            ".twinge-unfinished-list",
            ".twinge-unfinished-secret.txt",
            ".twinge-unfinished-",
            "twinge",
        ] {
            assert!(!is_ours(own), "{own}");
        }
    }

    #[test]
    fn what_is_held_sqlite_can_write() {
        let folder = tempfile::tempdir().unwrap();
        let part = part_beside(&folder.path().join("new.db")).unwrap();
        assert!(is_held(part.path()));
        let open = Connection::open(part.path()).unwrap();
        open.execute_batch("CREATE TABLE t (a)").unwrap();
    }

    #[test]
    fn where_sqlite_would_be_kept_out_nothing_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("part");
        fs::write(&path, "").unwrap();
        // Of a file that is open to read SQLite's kind of lock is refused, as over a network.
        let file = File::open(&path).unwrap();
        hold(&file);
        assert!(!is_held(&path));
        hold_folder(&file);
        assert!(is_held(&path));
    }
}
