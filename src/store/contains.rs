//! Is what was acknowledged there? Asked by the ids that were shown.

use std::collections::BTreeSet;

use crate::journal::EntryId;
use crate::store::act::Stamp;
use crate::store::error::Error;
use crate::store::open::Store;

/// An id as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownId {
    /// An entry's, in full.
    Entry(EntryId),
    /// The last characters of an entry's.
    Short(String),
    /// An act's.
    Act(Stamp),
}

impl Store {
    /// For each id whether anything with it was ever written; of a deleted entry it was.
    pub fn contains(&self, ids: &[ShownId]) -> Result<Vec<bool>, Error> {
        let run = || -> rusqlite::Result<(BTreeSet<EntryId>, BTreeSet<String>)> {
            let mut statement = self.connection.prepare("SELECT DISTINCT entry FROM fact")?;
            let entries: BTreeSet<EntryId> = statement
                .query_map([], |row| row.get(0).map(EntryId))?
                .collect::<Result<_, _>>()?;
            let shorts = entries.iter().map(EntryId::short).collect();
            Ok((entries, shorts))
        };
        let (entries, shorts) = run().map_err(|e| self.fault(e))?;
        let acts = self.written_times()?;
        let is_there = |id: &ShownId| match id {
            ShownId::Entry(id) => entries.contains(id),
            ShownId::Short(short) => shorts.contains(short),
            ShownId::Act(stamp) => acts.contains_key(stamp),
        };
        Ok(ids.iter().map(is_there).collect())
    }
}
