//! The backups of a journal whose lock was changed: each is written anew under the key of the
//! journal, and takes its own place when the new one was read back.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::clock::Moment;
use crate::store::backup::{backups, backups_folder};
use crate::store::error::Error;
use crate::store::files;
use crate::store::lock::change::{copy_with, take_the_place_of};
use crate::store::lock::key::Key;
use crate::store::lock::keys::Keys;
use crate::store::open::{Found, connect_to_write, sniff};
use crate::store::part::sweep;

/// What became of the backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relocked {
    /// How many were written anew.
    pub n_changed: usize,
    /// How many were under this key before.
    pub n_same: usize,
    /// Those that stay as they are, and why.
    pub left: Vec<(PathBuf, String)>,
    /// Files of which what was there before has other names still.
    pub other_names: Vec<OtherNames>,
}

/// The other names (hard links) of a file as it was before it was written anew: nobody knows where
/// on the disk they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherNames {
    /// The file.
    pub path: PathBuf,
    /// How many other names.
    pub n: u64,
    /// The number by which the disk knows it.
    pub inode: u64,
    /// The topmost folder of that disk: all other names are in it.
    pub disk: PathBuf,
    /// Whether it opens with a passphrase only.
    pub is_locked: bool,
}

impl OtherNames {
    /// Looks, before a file is written anew.
    pub(super) fn of(path: &Path, is_locked: bool) -> Option<Self> {
        let about = fs::metadata(path).ok().filter(|about| about.nlink() > 1)?;
        let (n, inode, disk) = (about.nlink() - 1, about.ino(), topmost_of_disk(path));
        Some(Self { path: path.into(), n, inode, disk, is_locked })
    }
}

/// The topmost of the folders above a file that are on its disk.
fn topmost_of_disk(path: &Path) -> PathBuf {
    let disk = |path: &Path| fs::metadata(path).ok().map(|about| about.dev());
    let own = disk(path);
    path.ancestors().take_while(|above| disk(above) == own).last().unwrap_or(path).into()
}

/// Why a file stays as it is that none of the passphrases opens.
pub const OTHERS_PASSPHRASE: &str = "it has another passphrase";

/// What is done about backups of yet another passphrase.
#[derive(Clone, Copy)]
pub(super) enum Others<'k> {
    /// They stay as they are.
    Known(&'k Keys),
    /// The person is asked for it.
    Asked(&'k Keys),
}

/// Writes each backup anew under a key, or in clear without one. Whatever cannot be done is told of
/// that file: an error only where the person stopped it.
pub(super) fn relock_backups(
    journal: &Path,
    to: Option<&Key>,
    others: Others<'_>,
    moment: &Moment,
) -> Result<Relocked, Error> {
    let folder = backups_folder(journal);
    sweep(&folder, moment);
    let mut done = Relocked::default();
    let listed = backups(journal).and_then(|found| Ok((found, files::files_in(&folder)?)));
    let (found, all) = match listed {
        Ok(listed) => listed,
        Err(error) => {
            done.left.push((folder, why(&error)));
            return Ok(done);
        }
    };
    let named: Vec<PathBuf> = found.into_iter().map(|backup| backup.path).collect();
    for backup in &named {
        match relock(backup, to, others, moment) {
            Ok(Written::Anew(other_names)) => {
                done.n_changed += 1;
                done.other_names.extend(other_names);
            }
            Ok(Written::AsItWas) => done.n_same += 1,
            Err(Error::Stopped) => return Err(Error::Stopped),
            // Another twinge let go of it meanwhile.
            Err(_) if !backup.exists() => {}
            Err(error) => done.left.push((backup.clone(), why(&error))),
        }
    }
    // What else is in the folder was kept because it is damaged: it cannot be written anew.
    for other in all {
        let is_other = !named.contains(&other) && other.is_file();
        let is_as_it_should = match sniff(&other) {
            Ok(Found::Sqlite { .. }) => to.is_none(),
            Ok(Found::Locked) => to.is_some(),
            Ok(Found::Other) => !holds_entries(&other),
            Ok(Found::Nothing | Found::Empty) => true,
            Err(_) => false,
        };
        if is_other && !is_as_it_should {
            done.left.push((other, "it is no whole backup".into()));
        }
    }
    Ok(done)
}

/// Why it could not be written anew, without the path, which is named beside it.
pub(super) fn why(error: &Error) -> String {
    match error {
        Error::Damaged { why, .. } => why.clone(),
        Error::WrongPassphrase(..) => OTHERS_PASSPHRASE.into(),
        Error::Locked { why, .. } => format!("{OTHERS_PASSPHRASE}, and {why}"),
        Error::NotAJournal(_) => "it cannot be read as a journal".into(),
        other => other.to_string(),
    }
}

/// Whether a file that is no database belongs to one that was kept as it was, or lies beside one.
fn holds_entries(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.contains("-damaged") || files::BESIDE.iter().any(|end| name.ends_with(end))
}

/// What became of one backup.
enum Written {
    /// It was under this key before.
    AsItWas,
    /// It was written anew, and had other names.
    Anew(Option<OtherNames>),
}

/// Writes a backup anew, if it has to be.
fn relock(
    backup: &Path,
    to: Option<&Key>,
    others: Others<'_>,
    moment: &Moment,
) -> Result<Written, Error> {
    // Of a link what it points at: else that would stay as it is.
    let backup = &fs::canonicalize(backup).unwrap_or_else(|_| backup.into());
    let from = match others {
        Others::Known(keys) => keys.known_of(backup)?,
        Others::Asked(keys) => keys.of(backup)?,
    };
    if from.as_ref().map(Key::salt) == to.map(Key::salt) {
        return Ok(Written::AsItWas);
    }
    let fault = |e| Error::of(backup, e).if_locked(from.is_some());
    // To write: else what is made of it could not be written either. It is not changed.
    let old = connect_to_write(backup, from.as_ref()).map_err(fault)?;
    let (part, ..) =
        copy_with(&old, backup, to, moment).map_err(|e| e.if_locked(from.is_some()))?;
    files::forget_beside(&old, backup)?;
    drop(old);
    let other_names = OtherNames::of(backup, from.is_some());
    let io = |source| Error::Io { path: backup.into(), source };
    let when = fs::metadata(backup).and_then(|about| about.modified()).map_err(io)?;
    part.as_file().set_modified(when).map_err(io)?;
    take_the_place_of(part, backup)?;
    files::sync_folder_of(backup).map(|()| Written::Anew(other_names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_is_mounted_below_another_has_a_topmost_folder_of_its_own() {
        assert_eq!(topmost_of_disk(Path::new("/")), Path::new("/"));
        if cfg!(target_os = "linux") {
            assert_eq!(topmost_of_disk(Path::new("/proc/version")), Path::new("/proc"));
        }
    }
}
