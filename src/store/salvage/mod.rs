//! Taking out of a damaged file what can be read, into a new one. The damaged file is only read;
//! what it lacks comes from backups, fact by fact.

mod found;
mod records;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::journal::counted;
use chrono::DateTime;
use rusqlite::{Connection, params};

use crate::clock::Moment;
use crate::store::act::Stamp;
use crate::store::backup::backups;
use crate::store::error::Error;
use crate::store::files;
use crate::store::lock::{Key, Keys, any_page_fits, decrypted, decrypted_beside};
use crate::store::open::{connect_to_read, connect_to_write, sniff};
use crate::store::part::{PrivateCopy, part_beside, sweep};
use crate::store::salvage::found::{Found, FoundAct, Identity};
use crate::store::salvage::records::Bytes;
use crate::store::schema::{create, version_of};
use crate::store::verify::check_all;
use crate::store::waiting::try_again;

/// What was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// How many facts are in the new file.
    pub n_facts: usize,
    /// How many acts of writing.
    pub n_acts: usize,
    /// The damaged file, then each backup: how many facts it gave that those before had not.
    pub sources: Vec<(PathBuf, usize)>,
    /// Backups that gave nothing, and why.
    pub refused: Vec<(PathBuf, String)>,
    /// Acts of which facts are lost, as far as is known.
    pub losses: Vec<Loss>,
    /// Acts of which the note was lost; their facts are there.
    pub n_noted_anew: usize,
    /// How many bytes are missing at the end of the damaged file: what stood there is known only
    /// where something else tells of it.
    pub n_bytes_cut: usize,
}

/// What is lost of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// When it was written, RFC 3339.
    pub at: String,
    /// Which command wrote it.
    pub command: String,
    /// How many facts are lost.
    pub n_lost: i64,
    /// How many it wrote.
    pub n_written: i64,
}

impl Salvaged {
    /// How many facts are known to be lost.
    pub fn n_lost(&self) -> i64 {
        self.losses.iter().map(|loss| loss.n_lost).sum()
    }
}

/// From where what is missing may come.
#[derive(Clone, Copy, Debug)]
pub enum With<'a> {
    /// All backups in the folder of the journal, the newest first.
    Found,
    /// These files.
    Named(&'a [PathBuf]),
}

/// Writes what can be read of a file, and of its backups, to a new file. `Ok(None)`: there is
/// nothing of a journal in any of them, and no file was made.
pub fn salvage(
    damaged: &Path,
    with: With<'_>,
    new: &Path,
    moment: &Moment,
    keys: &Keys,
) -> Result<Option<Salvaged>, Error> {
    sniff(damaged)?;
    if is_no_file(damaged) {
        return Err(Error::NotAJournal(damaged.into()));
    }
    sweep(files::folder_of(new), moment);
    let named = match with {
        With::Found => backups(damaged)?.into_iter().rev().map(|b| b.path).collect(),
        With::Named(files) => files.to_vec(),
    };
    let key = key_of(damaged, &named, keys)?;
    let mut lock = key.clone();
    let mut all = look_in_file(damaged, files::folder_of(new), key.as_ref())?;
    let n_bytes_cut = all.n_cut;
    let mut sources = vec![(damaged.to_owned(), all.facts.len())];
    let mut refused = Vec::new();
    for backup in named {
        if is_no_file(&backup) {
            refused.push((backup, "it is no file".into()));
            continue;
        }
        let look = || -> Result<(Found, Option<Key>), Error> {
            let key = keys.of(&backup)?;
            Ok((look_in_file(&backup, files::folder_of(new), key.as_ref())?, key))
        };
        let (found, key) = match look() {
            Ok(found) => found,
            Err(Error::Stopped) => return Err(Error::Stopped),
            Err(error) => {
                refused.push((backup, error.to_string()));
                continue;
            }
        };
        let is_other = |(a, b): (Identity, Identity)| a.id != b.id;
        if all.identity.zip(found.identity).is_some_and(is_other) {
            refused.push((backup, "it is of another journal".into()));
        } else if found.facts.is_empty() {
            refused.push((backup, "there is nothing of a journal in it".into()));
        } else {
            sources.push((backup, all.add(found)));
            // What was locked is not put in clear.
            lock = lock.or(key);
        }
    }
    if all.facts.is_empty() {
        return Ok(None);
    }
    let (losses, n_noted_anew) = settle(&mut all);
    write(&all, new, lock.as_ref(), moment)?;
    let (n_facts, n_acts) = (all.facts.len(), all.acts.len());
    Ok(Some(Salvaged { n_facts, n_acts, sources, refused, losses, n_noted_anew, n_bytes_cut }))
}

/// Whether something else is there than a file: a pipe would wait for ever, a device never end.
fn is_no_file(path: &Path) -> bool {
    path.exists() && !path.is_file()
}

/// The key of a damaged file; `None`: it is not locked. Where its salt is lost, its backups have it.
fn key_of(damaged: &Path, backups: &[PathBuf], keys: &Keys) -> Result<Option<Key>, Error> {
    let said = keys.of(damaged);
    if let Ok(Some(_)) | Err(Error::Stopped) = said {
        return said;
    }
    for backup in backups {
        let io = |source| Error::Io { path: damaged.into(), source };
        let key = match keys.of(backup) {
            Ok(Some(key)) => key,
            Err(Error::Stopped) => return Err(Error::Stopped),
            Ok(None) | Err(_) => continue,
        };
        if damaged.is_file() && any_page_fits(damaged, &key).map_err(io)? {
            return Ok(Some(key));
        }
    }
    match said {
        // No key fits; there is nothing to be read in it, and perhaps in its backups.
        Err(Error::WrongPassphrase(..) | Error::Damaged { .. }) if !backups.is_empty() => Ok(None),
        said => said,
    }
}

/// How far the number of a page stands before it, in each kind of file beside a database: sections 3
/// and 4.2 of <https://www.sqlite.org/fileformat2.html>.
const GAPS: [usize; files::BESIDE.len()] = [4, 24];

/// What is in a file, and in what a crash left beside it. It is looked at in a copy: to roll back
/// what was unfinished is to write.
fn look_in_file(file: &Path, within: &Path, key: Option<&Key>) -> Result<Found, Error> {
    let _still = held_still(file, key);
    let mut found = Found::default();
    let read = |path: &Path| match fs::read(path) {
        Ok(bytes) => Ok(bytes),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(source) => Err(Error::Io { path: path.into(), source }),
    };
    let mut look = |path: &Path| -> Result<(), Error> {
        let bytes = read(path)?;
        let io = |source| Error::Io { path: path.into(), source };
        let clear = key.map(|key| decrypted(&bytes, key).map_err(io)).transpose()?;
        let bytes = clear.as_deref().unwrap_or(&bytes);
        found.look_in(bytes);
        found.n_cut = Bytes::new(bytes).n_cut();
        Ok(())
    };
    if !files::is_unfinished(file) {
        look(file)?;
        return Ok(found);
    }
    let copy = PrivateCopy::of(file, within)?;
    let left: Vec<Vec<u8>> = files::BESIDE
        .iter()
        .map(|end| read(&files::with_end(&copy.path, end)))
        .collect::<Result<_, _>>()?;
    // Reading anything rolls back. Where that fails, the file is taken as it is.
    let is_put_right = connect_to_write(&copy.path, key).and_then(|c| version_of(&c)).is_ok();
    look(&copy.path)?;
    if !is_put_right {
        for (bytes, gap) in left.iter().zip(GAPS) {
            let io = |source| Error::Io { path: file.into(), source };
            match key {
                Some(key) => found.look_in(&decrypted_beside(bytes, gap, key).map_err(io)?),
                None => found.look_in(bytes),
            }
        }
    }
    Ok(found)
}

/// Keeps others from writing in a file while it is looked at. `None`: it cannot be opened any more,
/// or a crash left something to be rolled back.
fn held_still(file: &Path, key: Option<&Key>) -> Option<Connection> {
    let mut connection = connect_to_read(file, key).ok()?;
    connection.busy_handler(Some(try_again)).ok()?;
    connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema").ok()?;
    Some(connection)
}

/// Makes the acts agree with the facts that are there: what is lost is said in the act itself, so
/// that the new file is whole. Gives what is lost, and how many acts had to be noted anew.
fn settle(all: &mut Found) -> (Vec<Loss>, usize) {
    let mut there = all.facts_of_acts();
    let mut losses = Vec::new();
    for (stamp, act) in &mut all.acts {
        let n_there = there.remove(stamp).unwrap_or(0);
        let n_lost = act.n_facts - n_there;
        if n_lost <= 0 {
            // More than it says come from a time before what was lost.
            act.n_facts = n_there;
            continue;
        }
        let n_written = act.n_facts;
        losses.push(Loss { at: act.at.clone(), command: act.command.clone(), n_lost, n_written });
        let values = counted(n_written, "value", "values");
        let lost = format!("{n_lost} of {values} lost by damage");
        act.source = Some(match act.source.take() {
            Some(source) => format!("{source} ({lost})"),
            None => format!("({lost})"),
        });
        act.n_facts = n_there;
    }
    let n_noted_anew = there.len();
    for (stamp, n_facts) in there {
        let at = DateTime::from_timestamp_millis(stamp.hlc.unix_ms()).unwrap_or_default();
        let act = FoundAct {
            at: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            command: "salvage".into(),
            source: Some("(the note of this act was lost by damage)".into()),
            undoes: None,
            n_facts,
            version: env!("CARGO_PKG_VERSION").into(),
        };
        all.acts.insert(stamp, act);
    }
    (losses, n_noted_anew)
}

/// Writes a new journal, whole or not at all.
fn write(all: &Found, new: &Path, key: Option<&Key>, moment: &Moment) -> Result<(), Error> {
    let part = part_beside(new)?;
    let fault = |e| Error::of(new, e);
    let mut connection = connect_to_write(part.path(), key).map_err(fault)?;
    let is_sample = all.identity.is_some_and(|i| i.is_sample);
    create(&mut connection, moment, is_sample).map_err(fault)?;
    fill(&mut connection, all).map_err(fault)?;
    let health = check_all(&connection, moment).map_err(fault)?;
    if let Some(trouble) = health.troubles.first() {
        return Err(Error::Damaged { path: new.into(), why: trouble.clone() });
    }
    drop(connection);
    files::name(part, new)
}

fn fill(connection: &mut Connection, all: &Found) -> rusqlite::Result<()> {
    let tx = connection.transaction()?;
    if let Some(identity) = all.identity {
        tx.execute(
            "UPDATE journal SET id = ?1, made_ms = ?2",
            params![identity.id, identity.made_ms],
        )?;
    }
    let mut devices: BTreeMap<i64, i64> = BTreeMap::new();
    for stamp in all.acts.keys() {
        devices.entry(stamp.device).or_insert_with(|| stamp.hlc.unix_ms());
    }
    for (device, first_ms) in devices {
        // As after a restore: whoever writes next does so under a new number.
        tx.execute("INSERT INTO device VALUES (?1, randomblob(16), ?2)", [device, first_ms])?;
    }
    {
        let mut insert =
            tx.prepare("INSERT INTO written VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?;
        for (stamp, act) in &all.acts {
            insert.execute(params![
                stamp.hlc.0,
                stamp.device,
                act.at,
                act.command,
                act.source,
                act.undoes.map(|u| u.hlc.0),
                act.undoes.map(|u| u.device),
                act.n_facts,
                act.version,
                act.hash(*stamp),
            ])?;
        }
        let mut insert = tx.prepare("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        for (key, value) in &all.facts {
            let Stamp { hlc, device } = key.stamp;
            let hash = key.hash(value);
            insert.execute(params![
                key.kind, key.day, key.entry, key.field, hlc.0, device, value, hash
            ])?;
        }
    }
    tx.commit()
}
