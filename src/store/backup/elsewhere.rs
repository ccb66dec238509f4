//! When a copy was last put on another disk.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use chrono::NaiveDate;

use crate::clock::Moment;
use crate::store::backup::{backups_folder, notes};
use crate::store::files;

/// The note that says so.
const NOTE: &str = "elsewhere.txt";

/// The day on which a copy was last put on another disk; `None`: none is known.
pub fn copied_elsewhere(journal: &Path) -> Option<NaiveDate> {
    notes::day_of(&backups_folder(journal), NOTE)
}

/// Notes a copy, if it is on another disk than the journal.
pub(super) fn note(journal: &Path, copy: &Path, moment: &Moment) {
    let disk = |path: &Path| fs::metadata(files::folder_of(path)).map(|about| about.dev());
    let is_elsewhere = disk(journal).ok().zip(disk(copy).ok()).is_some_and(|(a, b)| a != b);
    if is_elsewhere {
        notes::write(&backups_folder(journal), NOTE, moment, copy);
    }
}
