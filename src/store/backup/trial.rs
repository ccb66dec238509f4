//! Once a week a backup that has lain on the disk for a while is read as a restore would read it:
//! damage is found while the journal still is whole.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::clock::Moment;
use crate::store::backup::{Backup, State, backups, backups_folder, notes};
use crate::store::error::Error;
use crate::store::open::Store;
use crate::store::verify::Health;

/// The note that says when one was last tried.
const NOTE: &str = "tried.txt";

/// The note of the one that was found broken last.
const BROKEN: &str = "broken.txt";

/// How many days lie between two trials.
const EVERY_DAYS: i64 = 7;

/// The largest backup that is tried unasked: a century of entries. It is read in under a second.
const BYTES_MOST: u64 = 64 << 20;

/// What is wrong with a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The backup.
    pub backup: Backup,
    /// What a check found first.
    pub trouble: String,
}

/// The backup that was found damaged, for as long as it is there and not found whole.
pub fn broken_backup(journal: &Path) -> Option<PathBuf> {
    notes::file_of(&backups_folder(journal), BROKEN).filter(|backup| backup.is_file())
}

impl Store {
    /// Tries the newest backup of an earlier day, if none was tried for a week. `None`: nothing was
    /// found, or there was nothing to try.
    pub fn try_a_backup_if_due(&self, moment: &Moment) -> Result<Option<Broken>, Error> {
        let (today, folder) = (moment.today(), backups_folder(self.path()));
        let is_recent = |day: NaiveDate| (0..EVERY_DAYS).contains(&(today - day).num_days());
        if notes::day_of(&folder, NOTE).is_some_and(is_recent) {
            return Ok(None);
        }
        self.forget_broken_if_whole(moment);
        let ours = State::of(&self.connection).map_err(|e| self.fault(e))?.short();
        let is_ours = |b: &Backup| b.journal == ours && b.taken.date() < today;
        let Some(backup) = backups(self.path())?.into_iter().rev().find(is_ours) else {
            return Ok(None);
        };
        let Some(health) = self.tried(&backup, moment)? else { return Ok(None) };
        notes::write(&folder, NOTE, moment, &backup.path);
        if !health.is_whole() {
            notes::write(&folder, BROKEN, moment, &backup.path);
        }
        Ok(health.troubles.into_iter().next().map(|trouble| Broken { backup, trouble }))
    }
    /// What a check finds in a backup; `None`: it is not checked unasked.
    fn tried(&self, backup: &Backup, moment: &Moment) -> Result<Option<Health>, Error> {
        let is_long = fs::metadata(&backup.path).is_ok_and(|about| about.len() > BYTES_MOST);
        // Nobody is asked for the passphrase of one that has another.
        let is_others = matches!(self.keys.known_of(&backup.path), Err(Error::WrongPassphrase(..)));
        if is_long || is_others {
            return Ok(None);
        }
        backup.verify(moment, &self.keys).map(Some)
    }

    /// One that was found damaged may be whole: it was being written anew, or a good copy took its
    /// place.
    fn forget_broken_if_whole(&self, moment: &Moment) {
        let broken = broken_backup(self.path()).and_then(|path| Backup::read(&path));
        let Some(broken) = broken else { return };
        if let Ok(Some(health)) = self.tried(&broken, moment)
            && health.is_whole()
        {
            // Else it is said once more than needed.
            fs::remove_file(backups_folder(self.path()).join(BROKEN)).ok();
        }
    }
}
