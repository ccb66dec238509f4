//! Copies in clear beside a journal that is locked: somebody made them, and no lock knows of them.

use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::store::backup::State;
use crate::store::files;
use crate::store::lock::{Key, Keys};
use crate::store::open::{Found, connect_to_read, sniff};
use crate::store::part::PART;
use crate::store::schema::{APPLICATION_ID, VERSION, version_of};

/// The files in the folder of a journal that hold the same journal in clear.
pub fn copies_in_clear(journal: &Path, keys: &Keys) -> Vec<PathBuf> {
    let real = fs::canonicalize(journal).unwrap_or_else(|_| journal.into());
    let unfinished = PART.as_bytes();
    let is_part =
        |file: &Path| file.file_name().is_some_and(|n| n.as_bytes().starts_with(unfinished));
    // Nobody is asked for a passphrase, and what cannot be read holds nothing that can be compared.
    let own = keys.known_of(&real).ok().and_then(|key| id_of(&real, Some(key.as_ref()?)));
    let Some(own) = own else { return Vec::new() };
    let number = |file: &Path| fs::metadata(file).map(|about| (about.dev(), about.ino())).ok();
    let is_copy = |file: &PathBuf| {
        !is_part(file)
            && number(file) != number(&real)
            && is_in_clear(file)
            && id_of(file, None) == Some(own)
    };
    let mut found = files::files_in(files::folder_of(&real)).unwrap_or_default();
    found.retain(is_copy);
    found.sort();
    found
}

/// Whether a file is a journal in clear that can be read.
pub fn is_journal_in_clear(file: &Path) -> bool {
    is_in_clear(file) && id_of(file, None).is_some()
}

/// Asked before it is opened: a pipe would wait for ever. To open one that keeps a log beside it
/// would be to write there.
fn is_in_clear(file: &Path) -> bool {
    file.is_file() && matches!(sniff(file), Ok(Found::Sqlite { is_wal: false }))
}

/// Which journal a file holds; `None`: none that can be read.
fn id_of(file: &Path, key: Option<&Key>) -> Option<[u8; 16]> {
    let open = connect_to_read(file, key).ok()?;
    let application: i32 =
        open.pragma_query_value(None, "application_id", |row| row.get(0)).ok()?;
    let is_known = application == APPLICATION_ID && version_of(&open).ok()? <= VERSION;
    is_known.then(|| State::of(&open).ok().map(|state| state.journal)).flatten()
}
