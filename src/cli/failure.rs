//! A failed command: what could not be done, why, and what to do next.

use std::fmt;
use std::io;
use std::path::Path;

use crate::cli::exit::{self, Exit};
use crate::cli::typed::naming;
use crate::journal::{DateError, Misread};
use crate::store;

/// Why a command ended without doing its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Told to the person.
    Told(Box<Told>),
    /// Whoever read our output went away: a quiet success.
    PipeClosed,
}

/// `twinge: cannot <doing>: <why>`, and hints.
#[derive(Debug)]
pub(crate) struct Told {
    exit: Exit,
    doing: Option<String>,
    /// What was to be done is done, and something beside it failed.
    is_done: bool,
    why: String,
    hints: Vec<String>,
}

impl Failure {
    /// A failure with its exit code and the reason, lower case, without a period.
    pub(crate) fn new(exit: Exit, why: impl fmt::Display) -> Self {
        let (doing, is_done, hints) = (None, false, Vec::new());
        Self::Told(Box::new(Told { exit, doing, is_done, why: why.to_string(), hints }))
    }

    /// What failed beside something that is done, which is said with it.
    pub(crate) fn beside_what_is_done(exit: Exit, said: impl fmt::Display) -> Self {
        let mut failure = Self::new(exit, said);
        if let Self::Told(told) = &mut failure {
            told.is_done = true;
        }
        failure
    }

    /// A command line that was not understood.
    pub(crate) fn usage(why: impl fmt::Display) -> Self {
        Self::new(exit::USAGE, why)
    }

    /// Adds what to do next.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl fmt::Display) -> Self {
        if let Self::Told(told) = &mut self {
            told.hints.push(hint.to_string());
        }
        self
    }

    /// Says what was being done, where that is not said yet.
    #[must_use]
    pub(crate) fn while_doing(mut self, doing: &str) -> Self {
        if let Self::Told(told) = &mut self
            && !told.is_done
        {
            told.doing.get_or_insert_with(|| doing.into());
        }
        self
    }

    /// As an error of the file that could not be unlocked.
    pub(crate) fn of_locked(self, path: &Path) -> store::Error {
        match self {
            Self::Told(told) if told.exit != exit::INTERRUPTED => {
                store::Error::Locked { path: path.into(), why: told.why }
            }
            Self::Told(_) | Self::PipeClosed => store::Error::Stopped,
        }
    }

    /// The row of the table of exit codes.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Told(told) => told.exit,
            Self::PipeClosed => exit::DONE,
        }
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        self.exit().code
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Told(told) = self else { return Ok(()) };
        match &told.doing {
            Some(doing) => write!(f, "twinge: cannot {doing}: {}", told.why)?,
            None => write!(f, "twinge: {}", told.why)?,
        }
        for hint in &told.hints {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        let told = |exit| Self::new(exit, &error);
        match &error {
            E::Missing(_) => told(exit::NO_JOURNAL)
                .hint("`twinge log 4` starts one; `--journal FILE` names another file"),
            E::Gone { path, newest } => {
                let failure = told(exit::NO_JOURNAL);
                let failure = match newest {
                    Some(backup) => failure.hint(format!(
                        "`twinge restore {}` puts the newest that is whole in its place",
                        backup.file_name().unwrap_or_default().display()
                    )),
                    None => failure.hint(
                        "none of them is whole; `twinge verify --salvage NEW` writes what can be \
                         read of them to a new file",
                    ),
                };
                failure.hint(format!(
                    "to begin anew all the same, first give another name to {}",
                    store::backups_folder(path).display()
                ))
            }
            E::IsFolder(_) => {
                told(exit::FOREIGN).hint("name a file: `--journal FOLDER/journal.db`")
            }
            E::NotAJournal(path) => {
                let failure = told(exit::FOREIGN);
                let failure =
                    failure.hint("it was not touched; `--journal FILE` names another file");
                match salvage_of(path) {
                    Some(salvage) => failure
                        .hint(format!("was it one? {salvage} looks for what is left of it")),
                    None => failure,
                }
            }
            E::Locked { .. } => told(exit::LOCKED)
                .hint("a person types it at a terminal; else `TWINGE_PASSPHRASE_COMMAND` or `--passphrase-fd N` gives it"),
            E::Stopped => told(exit::INTERRUPTED).hint("nothing was written"),
            E::WrongPassphrase(_, from) => told(exit::LOCKED)
                .hint(is_it_right(from.as_deref()))
                .hint("nothing was touched; where the file is damaged, a right one fails too: then `twinge verify --salvage NEW` tries it on the backups as well"),
            E::Newer { .. } => {
                told(exit::FOREIGN).hint("it was not touched; update twinge on this computer")
            }
            E::Damaged { path, .. } => told(exit::DAMAGED).hint(match salvage_of(path) {
                Some(salvage) => format!(
                    "nothing was changed; {salvage} writes what can be read to a new file"
                ),
                None => "nothing was changed".into(),
            }),
            E::ReadOnly(path) if is_name_too_long(path) => {
                told(exit::NO_ROOM).hint("nothing was written; its name is too long: take a shorter one")
            }
            E::ReadOnly(_) => told(exit::NO_ROOM)
                .hint("nothing was written; check who owns the file and its folder"),
            E::DiskFault(_) => told(exit::NO_ROOM)
                .hint("it may have been written: look with `twinge show` before trying again"),
            E::DiskFull => {
                told(exit::NO_ROOM).hint("nothing was written; free some room, try again")
            }
            E::OtherJournal(_) => told(exit::USAGE)
                .hint("nothing was changed; --force puts the one in the place of the other"),
            E::IsItself(_) => told(exit::USAGE).hint("`twinge restore` alone lists the backups"),
            E::Busy(_) => told(exit::BUSY).hint("nothing was written; try again"),
            E::Io { source, .. } => Self::from_io(&error, source),
            E::BadValue { .. } | E::Sqlite { .. } => told(exit::FAILED),
        }
    }
}

/// Whether no file could lie beside it while it is written: a name has 255 bytes at most.
fn is_name_too_long(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.len() + "-journal".len() > 255)
}

/// What to look at where a passphrase is wrong, by what gave it; `None`: somebody typed it.
fn is_it_right(from: Option<&str>) -> String {
    match from {
        Some(from) => {
            format!("is it the right journal, and does {from} give the right passphrase?")
        }
        None => {
            "most likely it was mistyped; is it the right journal, and the right keyboard?".into()
        }
    }
}

/// The command that takes out what is left of this very file, which need not be the journal; `None`:
/// it is no file.
fn salvage_of(path: &Path) -> Option<String> {
    path.is_file().then(|| format!("`twinge {} verify --salvage NEW`", naming(path)))
}

impl Failure {
    /// A refusal of the operating system, by its kind.
    pub(crate) fn from_io(what: impl fmt::Display, error: &io::Error) -> Self {
        let exit = match error.kind() {
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded => exit::NO_ROOM,
            _ => exit::FAILED,
        };
        let failure = Self::new(exit, what);
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                failure.hint("check who owns the file and its folder")
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                failure.hint("free some room, try again")
            }
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
                failure.hint("give that file another name, and try again")
            }
            io::ErrorKind::NotFound => failure.hint("is its name right, and that of its folder?"),
            io::ErrorKind::InvalidFilename => failure.hint("take a shorter one"),
            _ if store::is_loop(error) => {
                failure.hint("remove the link, or make it lead to a file")
            }
            _ => failure,
        }
    }
}

impl From<Misread> for Failure {
    fn from(misread: Misread) -> Self {
        let failure = Self::usage(&misread);
        match misread.meant {
            Some(word) => failure.hint(format!("did you mean {word}?")),
            None => failure,
        }
    }
}

impl From<DateError> for Failure {
    fn from(error: DateError) -> Self {
        let failure = Self::usage(&error);
        match error {
            DateError::Future(_) => failure.hint("a day can be logged when it has come"),
            _ => failure.hint("days are like today, yesterday, mon, -2d, 2026-11-03"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_why_and_what_next() {
        let failure = Failure::usage("x is not y").hint("say z").while_doing("log the day");
        assert_eq!(failure.to_string(), "twinge: cannot log the day: x is not y\n  hint: say z");
        assert_eq!(failure.code(), 2);
        assert_eq!(Failure::PipeClosed.code(), 0);
        let beside = Failure::beside_what_is_done(exit::FAILED, "it is done, but").while_doing("x");
        assert_eq!(beside.to_string(), "twinge: it is done, but");
    }

    #[test]
    fn who_typed_a_passphrase_is_told_first_that_it_was_mistyped() {
        assert!(is_it_right(None).starts_with("most likely it was mistyped"));
        assert!(!is_it_right(Some("file descriptor 3")).contains("mistyped"));
    }
}
