//! Unfinished files and private copies. Their names are such that no other program's file has one;
//! they are held while they are being written; and whoever writes next removes those that nobody
//! holds any more, as those who made them were killed.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, TryLockError};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, fcntl_lock};
use tempfile::{Builder, NamedTempFile, TempDir};
use xxhash_rust::xxh3::xxh3_64;

use crate::clock::Moment;
use crate::store::error::Error;
use crate::store::files::{BESIDE, files_in, folder_of, with_end};

/// What the name of an unfinished file or a private copy's folder begins with.
pub(super) const PART: &str = ".twinge-unfinished-";

/// How many random digits come after that.
const DIGITS: usize = 16;

/// What a private copy is called in its folder.
const COPY: &str = "journal.db";

/// How often another one is made, where a twinge that cleans up came between.
const TRIES: usize = 8;

/// The name of a number: its digits, then some of their hash. It proves who made the file, whatever
/// is in it: what is encrypted or was hardly begun does not say.
fn name_of(number: u64) -> String {
    let digits = format!("{number:016x}");
    let hash = xxh3_64(digits.as_bytes()) >> 32;
    format!("{PART}{digits}{hash:08x}")
}

fn is_name_of_ours(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else { return false };
    let digits = name.strip_prefix(PART).and_then(|rest| rest.get(..DIGITS));
    let number = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
    number.is_some_and(|number| name_of(number) == name)
}

/// A new name.
fn name() -> String {
    name_of(RandomState::new().hash_one(PART))
}

/// Holds a private copy's folder for as long as the handle is open: the lock on it ends with the
/// process, however it ends. `false`: a twinge that cleans up took it for one that nobody holds.
fn hold_folder(folder: &File, path: &Path) -> bool {
    // Where there are no locks, it is held by nothing but its age.
    let is_others = matches!(folder.try_lock(), Err(TryLockError::WouldBlock));
    !is_others && fs::symlink_metadata(path).is_ok()
}

/// As [`hold_folder`], of an unfinished file, in which SQLite is going to write.
fn hold(file: &File, path: &Path) -> bool {
    let is_held = hold_folder(file, path);
    // Over a network (NFS, SMB) this lock is of the kind of SQLite's, which it would keep out.
    if fcntl_lock(file, FlockOperation::NonBlockingLockExclusive).is_err() {
        file.unlock().ok();
    }
    fcntl_lock(file, FlockOperation::Unlock).ok();
    is_held
}

/// Locks what may be held by another.
fn try_lock(file: &File, is_folder: bool) -> Result<(), TryLockError> {
    file.try_lock()?;
    if is_folder {
        return Ok(());
    }
    // Where both kinds of locks are one, no file is held.
    fcntl_lock(file, FlockOperation::NonBlockingLockShared)
        .and_then(|()| fcntl_lock(file, FlockOperation::Unlock))
        .map_err(|e| TryLockError::Error(e.into()))
}

fn came_between() -> io::Error {
    io::Error::new(io::ErrorKind::ResourceBusy, "another twinge came between")
}

/// An empty file, for its owner alone, in a folder; it is held, and gone when dropped.
pub fn part_in(folder: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..TRIES {
        let part = Builder::new().prefix(&name()).rand_bytes(0).tempfile_in(folder)?;
        if hold(part.as_file(), part.path()) {
            return Ok(part);
        }
    }
    Err(came_between())
}

/// As [`part_in`], in the folder where `target` will be.
pub(super) fn part_beside(target: &Path) -> Result<NamedTempFile, Error> {
    let folder = folder_of(target);
    part_in(folder).map_err(|source| match source.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnly(folder.into())
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::Io { path: folder.into(), source },
    })
}

/// Removes what killed twinges left unfinished in a folder.
pub(super) fn sweep(folder: &Path, moment: &Moment) {
    // Whatever cannot be looked at or removed is in nobody's way.
    sweep_among(&files_in(folder).unwrap_or_default(), moment);
}

/// As [`sweep`], in the folder of a journal; of a link, of what it points at.
pub(super) fn sweep_beside(journal: &Path, moment: &Moment) {
    let is_link = fs::symlink_metadata(journal).is_ok_and(|about| about.is_symlink());
    match fs::canonicalize(journal) {
        Ok(real) if is_link => sweep(folder_of(&real), moment),
        _ => sweep(folder_of(journal), moment),
    }
}

/// As [`sweep`], of files that were listed.
pub(super) fn sweep_among(files: &[PathBuf], moment: &Moment) {
    for path in files {
        if path.file_name().is_some_and(is_name_of_ours) {
            sweep_one(path, moment);
        }
    }
}

/// Removes an unfinished file or a private copy that is this person's, and that nobody holds.
fn sweep_one(path: &Path, moment: &Moment) -> Option<()> {
    let about = fs::symlink_metadata(path).ok()?;
    let is_one = about.is_dir() || about.is_file() && about.nlink() == 1;
    if !is_one || about.uid() != rustix::process::geteuid().as_raw() {
        return None;
    }
    // It is held until it is gone: whoever has just made it, and comes too late, makes another.
    let held = File::open(path).ok()?;
    if !is_left(&try_lock(&held, about.is_dir()), &about, moment) {
        return None;
    }
    if about.is_dir() {
        sweep(path, moment);
        drop(PrivateCopy { path: path.join(COPY), folder: path.into(), _held: Some(held) });
    } else {
        forget_what_is_beside(path);
        fs::remove_file(path).ok()?;
    }
    Some(())
}

/// Whether whoever made it is gone; where there are no locks, a day tells.
fn is_left(lock: &Result<(), TryLockError>, about: &Metadata, moment: &Moment) -> bool {
    const DAY_MS: i64 = 86_400_000;
    match lock {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => {
            moment.unix_ms() - about.mtime().saturating_mul(1000) >= DAY_MS
        }
    }
}

/// Removes what SQLite keeps beside a file.
fn forget_what_is_beside(path: &Path) {
    for end in BESIDE.into_iter().chain(["-shm"]) {
        fs::remove_file(with_end(path, end)).ok();
    }
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
        forget_what_is_beside(&self.path);
        fs::remove_file(&self.path).ok();
        fs::remove_dir(&self.folder).ok();
    }
}

impl PrivateCopy {
    /// Copies within a folder that is the owner's.
    pub(super) fn of(original: &Path, within: &Path) -> Result<Self, Error> {
        Self::into(original, || Builder::new().prefix(&name()).rand_bytes(0).tempdir_in(within))
    }

    /// Copies to where this system keeps what is passing, in a folder that is the owner's alone.
    pub(super) fn elsewhere(original: &Path) -> Result<Self, Error> {
        Self::into(original, || Builder::new().prefix(&name()).rand_bytes(0).tempdir())
    }

    fn into(original: &Path, make: impl Fn() -> io::Result<TempDir>) -> Result<Self, Error> {
        let io = |source| Error::Io { path: original.into(), source };
        let (folder, held) = Self::held(make).map_err(io)?;
        let made = Self { path: folder.join(COPY), folder, _held: held };
        for _ in 0..TRIES {
            if made.fill(original).map_err(io)? {
                return Ok(made);
            }
        }
        Err(Error::Busy(original.into()))
    }

    /// Copies a file and what lies beside it. `false`: somebody was writing, and what lay beside it
    /// went away meanwhile; what was copied before that is of no moment.
    fn fill(&self, original: &Path) -> io::Result<bool> {
        let copy = |from: &Path, to: &Path| File::create(to)?.write_all(&fs::read(from)?);
        copy(original, &self.path)?;
        for end in BESIDE {
            let (from, to) = (with_end(original, end), with_end(&self.path, end));
            if from.is_file()
                && let Err(error) = copy(&from, &to)
            {
                forget_what_is_beside(&self.path);
                return if from.is_file() { Err(error) } else { Ok(false) };
            }
        }
        Ok(true)
    }

    /// A new folder, which is held, if it can be.
    fn held(make: impl Fn() -> io::Result<TempDir>) -> io::Result<(PathBuf, Option<File>)> {
        for _ in 0..TRIES {
            let folder = make()?.keep();
            match File::open(&folder).ok() {
                Some(file) if hold_folder(&file, &folder) => return Ok((folder, Some(file))),
                None if folder.is_dir() => return Ok((folder, None)),
                Some(_) | None => {}
            }
        }
        Err(came_between())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::tempdir;

    #[test]
    fn a_name_of_ours_is_told_from_all_others() {
        let name = name();
        assert_eq!(name.len(), PART.len() + DIGITS + 8);
        let is_ours = |name: &str| is_name_of_ours(OsStr::new(name));
        assert!(is_ours(&name));
        let (but_one, last) = name.split_at(name.len() - 1);
        let other = if last == "0" { "1" } else { "0" };
        let others = [
            but_one.into(),
            format!("{but_one}{other}"),
            format!("{name}0"),
            format!("{name}-journal"),
            name.to_uppercase(),
            name.trim_start_matches('.').into(),
            format!("{PART}+00000000000000000000000"),
            PART.into(),
            ".twinge-notes".into(),
            ".twinge-a1b2c3".into(),
            ".twinge-unfinished-a1b2c3".into(),
        ];
        for other in others {
            assert!(!is_ours(&other), "{other}");
        }
    }

    #[test]
    fn what_is_held_sqlite_can_write() {
        let folder = tempdir().unwrap();
        let part = part_in(folder.path()).unwrap();
        let other = File::open(part.path()).unwrap();
        assert!(matches!(try_lock(&other, false), Err(TryLockError::WouldBlock)));
        let open = rusqlite::Connection::open(part.path()).unwrap();
        open.execute_batch("CREATE TABLE t (a)").unwrap();
    }

    #[test]
    fn where_sqlite_would_be_kept_out_nothing_is_held() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("part");
        fs::write(&path, "").unwrap();
        // Of a file that is open to read SQLite's kind of lock is refused, as over a network.
        let (file, other) = (File::open(&path).unwrap(), File::open(&path).unwrap());
        assert!(hold(&file, &path));
        assert!(try_lock(&other, false).is_ok());
        other.unlock().unwrap();
        assert!(hold_folder(&file, &path));
        assert!(try_lock(&other, false).is_err());
    }

    #[test]
    fn what_is_held_was_left_by_nobody_and_where_there_are_no_locks_a_day_tells() {
        let folder = tempdir().unwrap();
        let part = part_in(folder.path()).unwrap();
        let about = part.as_file().metadata().unwrap();
        let day_ms = 86_400_000;
        let at = |ms: i64| {
            let at = chrono::DateTime::from_timestamp_millis(about.mtime() * 1000 + ms).unwrap();
            Moment::read(&at.to_rfc3339()).unwrap()
        };
        let none = || Err(TryLockError::Error(io::ErrorKind::Unsupported.into()));
        assert!(is_left(&Ok(()), &about, &at(0)));
        assert!(!is_left(&Err(TryLockError::WouldBlock), &about, &at(9 * day_ms)));
        assert!(!is_left(&none(), &about, &at(day_ms - 1)));
        assert!(is_left(&none(), &about, &at(day_ms)));
        sweep(folder.path(), &at(9 * day_ms));
        assert!(part.path().exists());
    }
}
