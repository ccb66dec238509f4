//! When a copy was last put on another disk. It is noted beside the backups, for a reminder; nothing
//! else hangs on it.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use chrono::NaiveDate;

use crate::clock::Moment;
use crate::store::backup::backups_folder;
use crate::store::files;

/// The file that says so: the moment, then the copy.
const NOTE: &str = "elsewhere.txt";

/// The day on which a copy was last put on another disk; `None`: none is known.
pub fn copied_elsewhere(journal: &Path) -> Option<NaiveDate> {
    let note = fs::read_to_string(backups_folder(journal).join(NOTE)).ok()?;
    note.get(..10)?.parse().ok()
}

/// Notes a copy, if it is on another disk than the journal.
pub(super) fn note(journal: &Path, copy: &Path, moment: &Moment) {
    let disk = |path: &Path| fs::metadata(files::folder_of(path)).map(|about| about.dev());
    let is_elsewhere = disk(journal).ok().zip(disk(copy).ok()).is_some_and(|(a, b)| a != b);
    if !is_elsewhere {
        return;
    }
    let folder = backups_folder(journal);
    let target = folder.join(NOTE);
    let write = || -> Option<()> {
        files::make_folder(&folder).ok()?;
        let mut part = files::part_beside(&target).ok()?;
        writeln!(part, "{} {}", moment.stamp(), copy.display()).ok()?;
        part.as_file().sync_all().ok()?;
        part.persist(&target).ok().map(drop)
    };
    // Without it the person is reminded once more than needed.
    write().unwrap_or_default();
}
