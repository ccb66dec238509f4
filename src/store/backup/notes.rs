//! Notes beside the backups: when something was last done, for a reminder. Nothing else hangs on one.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::clock::Moment;
use crate::store::files;
use crate::store::part::part_beside;

/// The day that a note says; `None`: there is none.
pub(super) fn day_of(folder: &Path, name: &str) -> Option<NaiveDate> {
    let note = fs::read_to_string(folder.join(name)).ok()?;
    note.get(..10)?.parse().ok()
}

/// The file in the same folder that a note is of; `None`: there is no note.
pub(super) fn file_of(folder: &Path, name: &str) -> Option<PathBuf> {
    let note = fs::read_to_string(folder.join(name)).ok()?;
    let (_, what) = note.trim_end().split_once(' ')?;
    Some(folder.join(Path::new(what).file_name()?))
}

/// Notes that something was done now, and with which file. Where it cannot be written, the person is
/// reminded once more than needed.
pub(super) fn write(folder: &Path, name: &str, moment: &Moment, what: &Path) {
    let target = folder.join(name);
    let write = || -> Option<()> {
        files::make_folder(folder).ok()?;
        let mut part = part_beside(&target).ok()?;
        writeln!(part, "{} {}", moment.stamp(), what.display()).ok()?;
        part.as_file().sync_all().ok()?;
        part.persist(&target).ok().map(drop)
    };
    write().unwrap_or_default();
}
