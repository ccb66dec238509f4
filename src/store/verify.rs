//! Is the file whole? SQLite's own checks, and the hash of every fact: flipped bits that
//! change a value pass SQLite's checks unseen, not these.

use rusqlite::types::ValueRef;

use crate::journal::EntryId;
use crate::store::act::{ActRow, Hlc, Stamp};
use crate::store::error::Error;
use crate::store::fact::{Place, hash, hash_of_act};
use crate::store::migrations::MIGRATIONS;
use crate::store::open::Store;
use crate::store::schema::{fresh_schema, schema_of, version_of};

/// What a check of the file found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// How many facts it holds.
    pub n_facts: i64,
    /// How many acts of writing.
    pub n_acts: i64,
    /// What is wrong; empty when nothing was found.
    pub troubles: Vec<String>,
}

impl Store {
    /// Checks the file; reads all of it and changes nothing.
    pub fn verify(&self) -> Result<Health, Error> {
        let mut health = Health::default();
        let run = |health: &mut Health| -> rusqlite::Result<()> {
            self.check_structure(health)?;
            self.check_schema(health)?;
            self.check_hashes(health)?;
            self.check_acts(health)
        };
        match run(&mut health) {
            Ok(()) => Ok(health),
            // A page that cannot be read is a finding, not a failure to check.
            Err(error) => match self.fault(error) {
                Error::Damaged { why, .. } => {
                    health.troubles.push(why);
                    Ok(health)
                }
                other => Err(other),
            },
        }
    }

    fn check_structure(&self, health: &mut Health) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let found = statement.query_map([], |row| row.get::<_, String>(0))?;
        for line in found {
            let line = line?;
            if line != "ok" {
                health.troubles.push(line);
            }
        }
        Ok(())
    }

    /// Tables and views as a fresh journal has them, however they are spaced. One of an older
    /// version may lack what came since.
    fn check_schema(&self, health: &mut Health) -> rusqlite::Result<()> {
        let fresh = fresh_schema()?;
        let found = schema_of(&self.connection)?;
        let version = version_of(&self.connection)?;
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

    fn check_hashes(&self, health: &mut Health) -> rusqlite::Result<()> {
        let mut statement = self
            .connection
            .prepare("SELECT kind, day, entry, field, hlc, device, value, hash FROM fact")?;
        let mut rows = statement.query([])?;
        let mut n_wrong = 0;
        while let Some(row) = rows.next()? {
            health.n_facts += 1;
            let read = || -> rusqlite::Result<bool> {
                let place = Place {
                    kind: row.get_ref(0)?.as_str()?,
                    day: row.get(1)?,
                    entry: EntryId(row.get(2)?),
                };
                let stamp = Stamp { hlc: Hlc(row.get(4)?), device: row.get(5)? };
                let expected = hash(place, row.get_ref(3)?.as_str()?, stamp, row.get_ref(6)?);
                Ok(row.get_ref(7)? == ValueRef::Blob(&expected))
            };
            // A column of the wrong type is as wrong as a hash that differs.
            if !read().unwrap_or(false) {
                n_wrong += 1;
            }
        }
        if n_wrong > 0 {
            health.troubles.push(format!("{n_wrong} facts are not as they were written"));
        }
        Ok(())
    }

    fn check_acts(&self, health: &mut Health) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare(
            "SELECT w.hlc, w.device, w.at, w.command, w.source, w.undo_hlc, w.undo_device,
                    w.n_facts, w.version, w.hash,
                    EXISTS (SELECT 1 FROM device AS d WHERE d.device = w.device)
             FROM written AS w",
        )?;
        let mut rows = statement.query([])?;
        let (mut n_wrong, mut n_written) = (0, 0);
        while let Some(row) = rows.next()? {
            health.n_acts += 1;
            n_written += row.get::<_, i64>(7).unwrap_or(0);
            if !is_as_written(row).unwrap_or(false) {
                n_wrong += 1;
            }
        }
        if n_wrong > 0 {
            health.troubles.push(format!("{n_wrong} acts of writing are not as they were noted"));
        }
        if n_written != health.n_facts {
            let there = health.n_facts;
            health.troubles.push(format!("{n_written} facts were written, {there} are there"));
        }
        let orphans: i64 = self.connection.query_row(
            "SELECT count(*) FROM (SELECT DISTINCT hlc, device FROM fact) AS f WHERE NOT EXISTS
               (SELECT 1 FROM written AS w WHERE w.hlc = f.hlc AND w.device = f.device)",
            [],
            |row| row.get(0),
        )?;
        if orphans > 0 {
            health.troubles.push(format!("{orphans} acts left facts and no note of when"));
        }
        Ok(())
    }
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
