//! What the clocks said: nothing here is wrong with the file, and the person may wonder about it.

use rusqlite::{Connection, OptionalExtension as _};

use crate::clock::Moment;
use crate::store::error::Error;
use crate::store::open::{BUSY_AT_A_GLANCE, Store};
use crate::store::waiting::Patience;

/// 2000-01-01T00:00Z: the clock of a computer without a battery says less.
const EARLIEST_MS: i64 = 946_684_800_000;

/// How far an act may be ahead of the clock before it is said: no time zone is further off.
const AHEAD_MOST_MS: i64 = 26 * 3_600_000;

/// How far the clock may be behind what was written last before it is said: an hour.
const BEHIND_MOST_MS: i64 = 3_600_000;

/// Acts of clocks that were far off.
pub(super) fn remarks(connection: &Connection, moment: &Moment) -> rusqlite::Result<Vec<String>> {
    let mut remarks = Vec::new();
    let latest = moment.unix_ms().saturating_add(AHEAD_MOST_MS);
    let (mut n_ahead, mut n_early) = (0, 0);
    let mut statement = connection.prepare("SELECT at FROM written")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // What the clock said, not its place in the order, which never goes back.
        let Some(at) = row.get_ref(0)?.as_str().ok().and_then(Moment::read) else { continue };
        n_ahead += usize::from(at.unix_ms() > latest);
        n_early += usize::from(at.unix_ms() < EARLIEST_MS);
    }
    for (n, which) in [(n_ahead, "that is ahead of this one"), (n_early, "before the year 2000")] {
        let acts = if n == 1 { "act was" } else { "acts were" };
        if n > 0 {
            remarks.push(format!("{n} {acts} written by a clock {which}"));
        }
    }
    Ok(remarks)
}

impl Store {
    /// What is odd about the clock, for whoever is about to write: it is before 2000, or an hour or
    /// more behind what was written last. What is written keeps its order all the same.
    pub fn clock_trouble(&self, moment: &Moment) -> Result<Option<String>, Error> {
        if moment.unix_ms() < EARLIEST_MS {
            return Ok(Some(format!("the clock of this computer says {}", moment.stamp())));
        }
        // It is not worth waiting for.
        let _patience = Patience::with(BUSY_AT_A_GLANCE);
        let newest: Option<String> = self
            .connection
            .prepare("SELECT at FROM written ORDER BY hlc DESC, device DESC LIMIT 1")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)).optional())
            .map_err(|e| self.fault(e))?;
        // What the clock said then, not its place in the order: what comes after a clock that was
        // ahead stays ahead for ever, and is told once.
        let behind = newest.filter(|at| {
            let latest = moment.unix_ms().saturating_add(BEHIND_MOST_MS);
            Moment::read(at).is_some_and(|at| at.unix_ms() > latest)
        });
        Ok(behind.map(|at| {
            format!("the clock says {}; the last entry was written at {at}", moment.stamp())
        }))
    }
}
