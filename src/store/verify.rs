//! Is the file whole? SQLite's own checks, and the hash of every fact: flipped bits that
//! change a value pass SQLite's checks unseen, not these.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::clock::Moment;
use crate::journal::{EntryId, counted};
use crate::store::act::{ActRow, Hlc, Stamp};
use crate::store::error::{Error, told};
use crate::store::fact::{Place, hash, hash_of_act};
use crate::store::migrations::MIGRATIONS;
use crate::store::open::Store;
use crate::store::schema::{fresh_schema, schema_of, version_of};
use crate::store::{clocks, views};

/// What a check of the file found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// How many facts it holds.
    pub n_facts: i64,
    /// How many acts of writing.
    pub n_acts: i64,
    /// What is wrong; empty when nothing was found.
    pub troubles: Vec<String>,
    /// What is odd and harms nothing, like an act of a clock that was ahead.
    pub remarks: Vec<String>,
}

impl Health {
    /// Whether nothing was found that is wrong.
    pub fn is_whole(&self) -> bool {
        self.troubles.is_empty()
    }
}

/// How many lines SQLite's checks give at most.
const LINES_MOST: usize = 20;

impl Store {
    /// Checks the file; reads all of it and changes nothing.
    pub fn verify(&self, moment: &Moment) -> Result<Health, Error> {
        check_all(&self.connection, moment).map_err(|e| self.fault(e))
    }
}

/// All checks there are.
pub(super) fn check_all(connection: &Connection, moment: &Moment) -> rusqlite::Result<Health> {
    let mut health = Health::default();
    // All of it is read of one moment: between two questions another act may be written. Where
    // nothing can be read, nobody writes, and what is wrong is found below.
    let is_of_one_moment = connection.is_autocommit();
    if is_of_one_moment {
        connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema").ok();
    }
    let run = |health: &mut Health| -> rusqlite::Result<()> {
        check_pages(connection, health)?;
        check_structure(connection, health)?;
        check_schema(connection, health)?;
        check_facts_and_acts(connection, health)?;
        if health.is_whole() {
            health.troubles.extend(views::check(connection)?);
        }
        health.remarks.extend(clocks::remarks(connection, moment)?);
        Ok(())
    };
    let checked = run(&mut health);
    if is_of_one_moment {
        connection.execute_batch("ROLLBACK").ok();
    }
    found(checked, health)
}

/// As [`check_all`], only whether all that was written is there as it was written: what a
/// fresh copy has to prove.
pub(super) fn check_content(connection: &Connection) -> rusqlite::Result<Health> {
    let mut health = Health::default();
    found(check_facts_and_acts(connection, &mut health), health)
}

/// A page that cannot be read is a finding, not a failure to check.
fn found(checked: rusqlite::Result<()>, mut health: Health) -> rusqlite::Result<Health> {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match checked {
        Ok(()) => Ok(health),
        Err(e) if matches!(e.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase)) => {
            health.troubles.push(told(&e));
            Ok(health)
        }
        Err(e) => Err(e),
    }
}

/// Of a locked file the keyed hash of every page.
fn check_pages(connection: &Connection, health: &mut Health) -> rusqlite::Result<()> {
    let is_locked: String =
        connection.pragma_query_value(None, "cipher_status", |row| row.get(0))?;
    if is_locked != "1" {
        return Ok(());
    }
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let found: rusqlite::Result<Vec<String>> = statement.query_map([], |row| row.get(0))?.collect();
    let found = found?;
    let more = found.len().saturating_sub(LINES_MOST);
    health.troubles.extend(found.into_iter().take(LINES_MOST).map(|line| {
        line.replace("HMAC verification failed for page", "not as it was written: page")
    }));
    if more > 0 {
        health.troubles.push(format!("and {} more", counted(more, "page", "pages")));
    }
    Ok(())
}

fn check_structure(connection: &Connection, health: &mut Health) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(&format!("PRAGMA integrity_check({LINES_MOST})"))?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    for line in found {
        // One finding may have several lines, the first with the name that SQLite has for the file.
        let said = line?;
        let lines = said.lines().filter(|line| *line != "ok" && !line.starts_with("***"));
        health.troubles.extend(lines.map(|line| format!("the structure: {line}")));
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let n_orphans = statement.query_map([], |_| Ok(()))?.count();
    if n_orphans > 0 {
        let rows = counted(n_orphans, "row names", "rows name");
        health.troubles.push(format!("{rows} a computer that is not there"));
    }
    let n_journals: i64 =
        connection.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?;
    if n_journals != 1 {
        let times = counted(n_journals, "time", "times");
        health.troubles.push(format!("it says {times} which journal it is"));
    }
    Ok(())
}

/// Tables and views as a fresh journal has them, however they are spaced. One of an older
/// version may lack what came since.
fn check_schema(connection: &Connection, health: &mut Health) -> rusqlite::Result<()> {
    let fresh = fresh_schema()?;
    let found = schema_of(connection)?;
    let version = version_of(connection)?;
    let came_later =
        |name: &str| MIGRATIONS.iter().any(|m| m.to > version && m.makes.contains(&name));
    for (name, sql) in &fresh {
        match found.get(name) {
            None if came_later(name) => {}
            None => health.troubles.push(format!("{name} is missing")),
            Some(other) if other != sql => {
                health.troubles.push(format!("{name} is not as it should be"));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn check_facts_and_acts(connection: &Connection, health: &mut Health) -> rusqlite::Result<()> {
    let there = check_facts(connection, health)?;
    check_acts(connection, there, health)
}

/// The hash of each fact; gives how many there are of each act.
fn check_facts(
    connection: &Connection,
    health: &mut Health,
) -> rusqlite::Result<BTreeMap<Stamp, i64>> {
    let mut statement =
        connection.prepare("SELECT kind, day, entry, field, hlc, device, value, hash FROM fact")?;
    let mut rows = statement.query([])?;
    let mut there: BTreeMap<Stamp, i64> = BTreeMap::new();
    // Facts of one act come next to each other more often than not.
    let mut run: Option<(Stamp, i64)> = None;
    let mut n_wrong = 0_i64;
    while let Some(row) = rows.next()? {
        health.n_facts += 1;
        let read = || -> rusqlite::Result<(Stamp, bool)> {
            let place = Place {
                kind: row.get_ref(0)?.as_str()?,
                day: row.get(1)?,
                entry: EntryId(row.get(2)?),
            };
            let stamp = Stamp { hlc: Hlc(row.get(4)?), device: row.get(5)? };
            let expected = hash(place, row.get_ref(3)?.as_str()?, stamp, row.get_ref(6)?);
            Ok((stamp, row.get_ref(7)? == ValueRef::Blob(&expected)))
        };
        // A column of the wrong type is as wrong as a hash that differs.
        match read() {
            Ok((stamp, is_as_written)) => {
                match &mut run {
                    Some((same, n)) if *same == stamp => *n += 1,
                    _ => {
                        if let Some((last, n)) = run.replace((stamp, 1)) {
                            *there.entry(last).or_default() += n;
                        }
                    }
                }
                n_wrong += i64::from(!is_as_written);
            }
            Err(_) => n_wrong += 1,
        }
    }
    if let Some((last, n)) = run {
        *there.entry(last).or_default() += n;
    }
    if n_wrong > 0 {
        let facts = counted(n_wrong, "fact is not as it was", "facts are not as they were");
        health.troubles.push(format!("{facts} written"));
    }
    Ok(there)
}

fn check_acts(
    connection: &Connection,
    mut there: BTreeMap<Stamp, i64>,
    health: &mut Health,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(
        "SELECT w.hlc, w.device, w.at, w.command, w.source, w.undo_hlc, w.undo_device,
                w.n_facts, w.version, w.hash,
                EXISTS (SELECT 1 FROM device AS d WHERE d.device = w.device)
         FROM written AS w",
    )?;
    let mut rows = statement.query([])?;
    let (mut n_wrong, mut n_written, mut n_short) = (0_i64, 0_i64, 0_i64);
    while let Some(row) = rows.next()? {
        health.n_acts += 1;
        let wrote = row.get::<_, i64>(7).unwrap_or(0);
        n_written += wrote;
        if !is_as_written(row).unwrap_or(false) {
            n_wrong += 1;
        }
        let stamp = Stamp { hlc: Hlc(row.get(0)?), device: row.get(1)? };
        if there.remove(&stamp).unwrap_or(0) != wrote {
            n_short += 1;
        }
    }
    if n_wrong > 0 {
        let acts = counted(
            n_wrong,
            "act of writing is not as it was",
            "acts of writing are not as they were",
        );
        health.troubles.push(format!("{acts} noted"));
    }
    if n_written != health.n_facts {
        let there = health.n_facts;
        let is = if there == 1 { "is" } else { "are" };
        let written = counted(n_written, "fact was", "facts were");
        health.troubles.push(format!("{written} written, {there} {is} there"));
    }
    if n_short > 0 {
        health.troubles.push(format!(
            "of {} not all facts are there, or too many",
            counted(n_short, "act", "acts")
        ));
    }
    if !there.is_empty() {
        let orphans = there.len();
        health
            .troubles
            .push(format!("{} left facts and no note of when", counted(orphans, "act", "acts")));
    }
    Ok(())
}

/// Whether a row of `written` has its hash, and its computer is known.
fn is_as_written(row: &rusqlite::Row<'_>) -> rusqlite::Result<bool> {
    let stamp = |at: usize| -> rusqlite::Result<Option<Stamp>> {
        let hlc: Option<i64> = row.get(at)?;
        let device: Option<i64> = row.get(at + 1)?;
        Ok(hlc.zip(device).map(|(hlc, device)| Stamp { hlc: Hlc(hlc), device }))
    };
    let (at, command): (String, String) = (row.get(2)?, row.get(3)?);
    let (source, version): (Option<String>, String) = (row.get(4)?, row.get(8)?);
    let Some(written) = stamp(0)? else { return Ok(false) };
    let expected = hash_of_act(&ActRow {
        stamp: written,
        at: &at,
        command: &command,
        source: source.as_deref(),
        undoes: stamp(5)?,
        n_facts: row.get(7)?,
        version: &version,
    });
    Ok(row.get_ref(9)? == ValueRef::Blob(&expected) && row.get(10)?)
}
