//! Whether a journal lies in a folder that another program keeps the same on several computers: two
//! of them that write at once lose what one of them wrote.

use std::fs;
use std::path::Path;

use crate::store::files;

/// How the name of a folder begins, and whose it is.
const NAMES: &[(&str, &str)] = &[
    ("Dropbox", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("Mobile Documents", "iCloud Drive"),
    ("iCloud", "iCloud Drive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("pCloud", "pCloud"),
    ("MEGAsync", "MEGA"),
    ("Seafile", "Seafile"),
];

/// What such a program keeps in its folder.
const MARKS: &[(&str, &str)] = &[
    (".stfolder", "Syncthing"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
];

/// The program that synchronises the folder of a journal; `None`: none is known to.
pub fn synced_by(journal: &Path) -> Option<&'static str> {
    let folder = fs::canonicalize(files::folder_of(journal)).ok()?;
    folder.ancestors().find_map(|folder| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let named = NAMES.iter().find(|(begins, _)| name.starts_with(begins));
        let marked = || MARKS.iter().find(|(mark, _)| folder.join(mark).exists());
        named.or_else(marked).map(|(_, whose)| *whose)
    })
}
