//! What can go wrong with the file, told apart by what the person can do about it.

use std::io;
use std::path::PathBuf;

/// Why the journal could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No file there, and the command does not make one.
    #[error("there is no journal at {}", .0.display())]
    Missing(PathBuf),
    /// The file is not there, or empty, but backups of it are: it was lost.
    #[error("{} is {}, and its backups are there", .path.display(), gone(.path))]
    Gone {
        /// The file.
        path: PathBuf,
        /// Its newest backup that is whole; `None`: none is.
        newest: Option<PathBuf>,
    },
    /// A folder stands where the file should be.
    #[error("{} is a folder", .0.display())]
    IsFolder(PathBuf),
    /// The file is not a twinge journal.
    #[error("{} is not a twinge journal", .0.display())]
    NotAJournal(PathBuf),
    /// It is locked, and no passphrase was to be had.
    #[error("{} is locked, and {why}", .path.display())]
    Locked {
        /// The file.
        path: PathBuf,
        /// Why there is none.
        why: String,
    },
    /// The person stopped it, when asked for a passphrase.
    #[error("it was stopped")]
    Stopped,
    /// It is locked, and not with this passphrase; and what gave it, where nobody typed it.
    #[error("the passphrase does not open {}", .0.display())]
    WrongPassphrase(PathBuf, Option<String>),
    /// A newer twinge wrote it; it was not touched.
    #[error("{} is of version {found}; this twinge knows versions up to {known}", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i32,
        /// The newest version known here.
        known: i32,
    },
    /// The file is damaged.
    #[error("{} is damaged: {why}", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// The file, or its folder, cannot be written to.
    #[error("{} cannot be written to", .0.display())]
    ReadOnly(PathBuf),
    /// No room on the disk; nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// The disk failed in the middle; what was being written may be there or not.
    #[error("the disk failed while reading or writing {}", .0.display())]
    DiskFault(PathBuf),
    /// Another twinge kept the file locked for too long; nothing was written.
    #[error("another program is writing to {}", .0.display())]
    Busy(PathBuf),
    /// A backup is of another journal than the one it was to replace.
    #[error("{} is another journal", .0.display())]
    OtherJournal(PathBuf),
    /// A file was to be restored from itself.
    #[error("{} is the journal itself", .0.display())]
    IsItself(PathBuf),
    /// A value that the table of fields does not take.
    #[error("{field} does not take this value")]
    BadValue {
        /// The field.
        field: String,
    },
    /// The operating system refused.
    #[error("{}: {}", .path.display(), said(.source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Anything else that SQLite says.
    #[error("{}: {}", .path.display(), told(.source))]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
}

/// What SQLite says, in words for the person.
pub(super) fn told(error: &rusqlite::Error) -> String {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt) => "a page of it cannot be read".into(),
        Some(ErrorCode::NotADatabase) => "it is not a twinge journal".into(),
        Some(ErrorCode::CannotOpen) => "it cannot be opened".into(),
        Some(ErrorCode::SystemIoFailure) => "the disk failed while reading it".into(),
        _ => format!("SQLite says: {error}"),
    }
}

/// What the operating system says, in words for the person.
pub fn said(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "it is not there".into(),
        Kind::PermissionDenied => "this is not allowed".into(),
        Kind::AlreadyExists => "a file of this name is there already".into(),
        Kind::NotADirectory => "a file is where a folder should be".into(),
        Kind::IsADirectory => "it is a folder".into(),
        Kind::InvalidFilename => "its name is too long".into(),
        Kind::ReadOnlyFilesystem => "its disk can only be read".into(),
        Kind::StorageFull | Kind::QuotaExceeded => "the disk is full".into(),
        _ if is_loop(error) => "it is a link that leads in a circle".into(),
        // Without the number, which says nothing more.
        _ => error.to_string().split(" (os error").next().unwrap_or_default().into(),
    }
}

/// Whether links lead in a circle.
pub fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

/// How it is that there is no journal.
fn gone(path: &std::path::Path) -> &'static str {
    if path.exists() { "empty" } else { "gone" }
}

impl Error {
    /// Of a file that is locked, and that its key opens: what SQLite takes for another
    /// program's file is a page that is not as it was written.
    #[must_use]
    pub(super) fn if_locked(self, is_locked: bool) -> Self {
        match self {
            Self::NotAJournal(path) if is_locked => {
                Self::Damaged { path, why: "its first page is not as it was written".into() }
            }
            other => other,
        }
    }

    /// Of a file that is open: where another took its place meanwhile, as a lock or a restore does,
    /// it is neither damaged nor does the disk fail.
    #[must_use]
    pub(super) fn if_replaced(
        self,
        path: &std::path::Path,
        is_replaced: impl FnOnce() -> bool,
    ) -> Self {
        if self.is_of_what_was_read() && is_replaced() { Self::Busy(path.into()) } else { self }
    }

    /// Whether it is what a file looks like that changes while it is read.
    pub(super) fn is_of_what_was_read(&self) -> bool {
        match self {
            Self::NotAJournal(_)
            | Self::Damaged { .. }
            | Self::WrongPassphrase(..)
            | Self::DiskFault(_)
            | Self::Sqlite { .. } => true,
            Self::Io { source, .. } => source.kind() == io::ErrorKind::NotFound,
            _ => false,
        }
    }

    /// Tells SQLite's errors apart.
    pub(super) fn of(path: &std::path::Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        /// `SQLITE_READONLY_DBMOVED`: while this waited, another file took the journal's place.
        const MOVED: i32 = 8 | 4 << 8;
        let path = path.to_owned();
        if source.sqlite_error().is_some_and(|e| e.extended_code == MOVED) {
            return Self::Busy(path);
        }
        match source.sqlite_error_code() {
            // "Cannot open" is a folder in which no journal of the transaction can be made.
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::ReadOnly(path)
            }
            Some(ErrorCode::SystemIoFailure) => Self::DiskFault(path),
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            Some(ErrorCode::NotADatabase) => Self::NotAJournal(path),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, why: told(&source) },
            _ => Self::Sqlite { path, source },
        }
    }
}
