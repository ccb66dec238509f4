//! What a backup is called: when it was taken, of which journal, and why.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

/// Why a backup was made, which is a part of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Before the first writing of a day.
    Daily,
    /// The person asked for it.
    Asked,
    /// Before an import.
    Import,
    /// Before the file was walked up to a newer version.
    Migration,
    /// Before a backup took the journal's place.
    Restore,
}

/// One row of the table of reasons.
#[derive(Clone, Copy, Debug)]
struct Row {
    reason: Reason,
    /// As in the name of the file.
    id: &'static str,
    /// As people say it.
    said: &'static str,
    /// Whether it may be let go when newer ones are there.
    is_passing: bool,
}

const REASONS: &[Row] = &[
    Row { reason: Reason::Daily, id: "daily", said: "daily", is_passing: true },
    Row { reason: Reason::Asked, id: "asked", said: "asked for", is_passing: false },
    Row { reason: Reason::Import, id: "import", said: "before an import", is_passing: true },
    Row {
        reason: Reason::Migration,
        id: "migration",
        said: "before a new version",
        is_passing: false,
    },
    // What it holds may be nowhere else.
    Row { reason: Reason::Restore, id: "restore", said: "before a restore", is_passing: false },
];

impl Reason {
    fn row(self) -> &'static Row {
        REASONS.iter().find(|row| row.reason == self).unwrap_or(&REASONS[0])
    }

    /// As in the name of the file.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// As people say it.
    pub fn said(self) -> &'static str {
        self.row().said
    }

    /// Whether it may be let go when newer ones are there.
    pub(super) fn is_passing(self) -> bool {
        self.row().is_passing
    }
}

/// A backup in the folder of a journal's backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was taken, by the clock on the wall.
    pub taken: NaiveDateTime,
    /// The first four bytes of the journal's id: another journal may have had the same path.
    pub(super) journal: [u8; 4],
    /// Why.
    pub reason: Reason,
    /// Which of those of one second, from 1.
    pub(super) n: u32,
}

/// The form of the moment in a name: it sorts as time goes.
const TAKEN: &str = "%Y-%m-%d-%H%M%S";

impl Backup {
    /// The name of a backup: `2026-03-15-103000-3f9a2c1e-daily.db`.
    pub(super) fn file_name(&self) -> String {
        let taken = self.taken.format(TAKEN);
        let journal = u32::from_be_bytes(self.journal);
        let n = if self.n > 1 { format!("-{}", self.n) } else { String::new() };
        format!("{taken}-{journal:08x}-{}{n}.db", self.reason.id())
    }

    /// Reads a name; `None`: it is not one that [`Backup::file_name`] gives.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_suffix(".db")?;
        let (taken, rest) = name.split_at_checked("2026-03-15-103000".len())?;
        let taken = NaiveDateTime::parse_from_str(taken, TAKEN).ok()?;
        let mut words = rest.strip_prefix('-')?.split('-');
        let journal = u32::from_str_radix(words.next()?, 16).ok()?.to_be_bytes();
        let id = words.next()?;
        let reason = REASONS.iter().find(|row| row.id == id)?.reason;
        let n = words.next().map_or(Some(1), |n| n.parse().ok())?;
        let backup = Self { path: path.into(), taken, journal, reason, n };
        (backup.file_name() == format!("{name}.db")).then_some(backup)
    }
}

/// The day on which a damaged journal was kept under this name; `None`: it is no such name.
pub fn kept_damaged(file: &Path) -> Option<NaiveDate> {
    let name = file.file_name()?.to_str()?.strip_suffix(".db")?;
    let (taken, rest) = name.split_at_checked("2026-03-15-103000".len())?;
    let rest = rest.strip_prefix("-damaged")?;
    let is_numbered = rest.strip_prefix('-').is_some_and(|n| n.parse::<u32>().is_ok());
    let taken = NaiveDateTime::parse_from_str(taken, TAKEN).ok()?;
    (rest.is_empty() || is_numbered).then(|| taken.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_of_what_and_why() {
        for row in REASONS {
            for n in [1, 2, 12] {
                let taken = "2026-03-15T10:30:00".parse().unwrap();
                let named = Backup {
                    path: PathBuf::new(),
                    taken,
                    journal: [0x0f, 0x9a, 0x2c, 0x1e],
                    reason: row.reason,
                    n,
                };
                let path = Path::new("/backups").join(named.file_name());
                let read = Backup::read(&path).unwrap();
                assert_eq!(read, Backup { path, ..named });
            }
        }
    }

    #[test]
    fn what_was_kept_damaged_says_the_day() {
        let day = |name: &str| kept_damaged(Path::new(name)).map(|day| day.to_string());
        for name in ["2026-03-15-103000-damaged.db", "k/2026-03-15-103000-damaged-2.db"] {
            assert_eq!(day(name).as_deref(), Some("2026-03-15"), "{name}");
        }
        for name in
            ["damaged.db", "2026-03-15-103000-damaged.db-journal", "2026-03-15-103000-damaged-x.db"]
        {
            assert_eq!(day(name), None, "{name}");
        }
    }

    #[test]
    fn other_names_are_left_alone() {
        for name in [
            "",
            "journal.db",
            "2026-03-15-103000-0f9a2c1e-daily",
            "2026-03-15-103000-0f9a2c1e-daily.db.part",
            "2026-03-15-103000-0f9a2c1e-weekly.db",
            "2026-03-15-103000-0F9A2C1E-daily.db",
            "2026-03-15-103000-f9a2c1e-daily.db",
            "2026-02-30-103000-0f9a2c1e-daily.db",
            "2026-03-15-103000-0f9a2c1e-daily-1.db",
            "2026-03-15-103000-0f9a2c1e-daily-2-3.db",
            "2026-03-15-10300é-0f9a2c1e-daily.db",
        ] {
            assert_eq!(Backup::read(Path::new(name)), None, "{name}");
        }
    }
}
