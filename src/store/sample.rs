//! A sample journal: its file has no name before it is whole.

use std::path::Path;

use crate::clock::Moment;
use crate::store::backup::missing;
use crate::store::error::Error;
use crate::store::files;
use crate::store::lock::Keys;
use crate::store::open::{Access, Store};
use crate::store::part::part_beside;

/// Makes a sample at a path where nothing is yet, and has it filled; whatever stops that leaves
/// nothing under its name.
pub fn make_sample(
    target: &Path,
    moment: &Moment,
    keys: &Keys,
    fill: impl FnOnce(&mut Store) -> Result<(), Error>,
) -> Result<(), Error> {
    match missing(target, moment, keys) {
        Error::Missing(_) => {}
        lost => return Err(lost),
    }
    files::make_folder(files::folder_of(target))?;
    let part = part_beside(target)?;
    let mut store = Store::open(part.path(), Access::Create { is_sample: true }, moment, keys)?;
    fill(&mut store)?;
    drop(store);
    files::name(part, target)
}
