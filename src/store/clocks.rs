//! What the clocks said: nothing here is wrong with the file, and the person may wonder about it.

use rusqlite::{Connection, OptionalExtension as _};

use crate::clock::Moment;
use crate::store::act::Hlc;
use crate::store::error::Error;
use crate::store::open::{BUSY_AT_A_GLANCE, Patience, Store};

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
    let count = |sql: &str, bound_ms: i64| -> rusqlite::Result<i64> {
        connection.query_row(sql, [Hlc::next(None, bound_ms).0], |row| row.get(0))
    };
    let ahead = count("SELECT count(*) FROM written WHERE hlc > ?1", latest)?;
    if ahead > 0 {
        remarks.push(format!("{ahead} acts were written by a clock that is ahead of this one"));
    }
    let early = count("SELECT count(*) FROM written WHERE hlc < ?1", EARLIEST_MS)?;
    if early > 0 {
        remarks.push(format!("{early} acts were written by a clock before the year 2000"));
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
        let _patience = Patience::with(&self.connection, BUSY_AT_A_GLANCE);
        let newest: Option<(i64, String)> = self
            .connection
            .prepare("SELECT hlc, at FROM written ORDER BY hlc DESC LIMIT 1")
            .and_then(|mut statement| {
                statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .map_err(|e| self.fault(e))?;
        let behind = newest.filter(|(hlc, _)| {
            Hlc(*hlc).unix_ms() > moment.unix_ms().saturating_add(BEHIND_MOST_MS)
        });
        Ok(behind.map(|(_, at)| {
            format!("the clock says {}; the last entry was written at {at}", moment.stamp())
        }))
    }
}
