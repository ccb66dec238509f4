//! Folders and files around the journal: made for their owner alone, named only when they are on
//! the disk.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::NamedTempFile;

use crate::store::error::Error;
use crate::store::part::part_beside;

/// The folder of a path; `.` for a bare file name.
pub fn folder_of(path: &Path) -> &Path {
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

/// Which file of the disk has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileId {
    disk: u64,
    inode: u64,
}

impl FileId {
    /// `None`: there is none.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok()?;
        Some(Self { disk: about.dev(), inode: about.ino() })
    }

    /// Whether another file has the name by now.
    pub(super) fn is_replaced_at(self, path: &Path) -> bool {
        Self::of(path).is_some_and(|now| now != self)
    }
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
