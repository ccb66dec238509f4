//! The journal's file, damaged: it is read or refused and never changed by reading; damage that
//! changes what is read is told; what is salvaged was written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;
use twinge::clock::Moment;
use twinge::demo;
use twinge::journal::Kind;
use twinge::store::{Access, Keys, Nobody, Store, With, salvage};

use super::given::Given;
use super::today;

/// How many acts the journal has, and how many entries each writes.
const ACTS: (usize, usize) = (8, 12);

/// A whole journal, and all that it says.
struct Whole {
    folder: TempDir,
    bytes: Vec<u8>,
    facts: BTreeSet<String>,
}

static WHOLE: LazyLock<Whole> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = folder.unwrap();
    let path = folder.path().join("whole.db");
    let mut store =
        Store::open(&path, Access::Create { is_sample: false }, &moment(), &keys()).unwrap();
    let entries = demo::sample(today(), 1);
    for some in entries.chunks(ACTS.1).take(ACTS.0) {
        let mut act = store.begin(&moment(), "fuzz", "log").unwrap();
        some.iter().for_each(|entry| act.record(entry).unwrap());
        act.finish().unwrap();
    }
    let facts = facts_of(&store).unwrap();
    drop(store);
    let bytes = fs::read(&path).unwrap();
    Whole { folder, bytes, facts }
});

fn moment() -> Moment {
    Moment::read("2026-03-15T10:30:00+01:00").unwrap()
}

fn keys() -> Keys {
    Keys::from(Nobody)
}

/// All that a journal says, a line each.
fn facts_of(store: &Store) -> Option<BTreeSet<String>> {
    let stored = store.stored(&Kind::ALL, None).ok()?;
    let lines = stored.iter().flat_map(|one| {
        let entry = &one.entry;
        let head = format!("{} {} {}", entry.kind.id(), entry.day, entry.id);
        entry
            .values
            .iter()
            .map(move |(f, v)| format!("{head} {} {v:?}", f.id()))
            .collect::<Vec<_>>()
    });
    Some(lines.collect())
}

/// Bytes as a file, or as changes of a whole one.
pub fn file(bytes: &[u8]) {
    let whole = &*WHOLE;
    let damaged = match bytes.split_first() {
        Some((0, rest)) => rest.to_vec(),
        _ => damage(&whole.bytes, bytes),
    };
    let path = whole.folder.path().join("journal.db");
    for end in ["", "-journal", "-wal", "-shm"] {
        fs::remove_file(with_end(&path, end)).ok();
    }
    fs::write(&path, &damaged).unwrap();
    read(&path, whole);
    assert!(fs::read(&path).unwrap() == damaged, "reading changed the file");
    take_out(&path, whole);
    assert!(fs::read(&path).unwrap() == damaged, "salvage changed the file");
    write(&path);
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Each change: what, which page, where in it, how much.
fn damage(whole: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut given = Given::new(bytes);
    let mut file = whole.to_vec();
    while !given.is_empty() {
        let (what, page) = (given.byte(), usize::from(given.byte()));
        let (at, n) = (given.number() % 4096, usize::from(given.byte()));
        let n_pages = file.len().div_ceil(4096).max(1);
        let at = (page % n_pages * 4096 + at).min(file.len());
        let end = (at + n).min(file.len());
        match what % 8 {
            0 | 1 => {
                let new = given.bytes(end - at);
                file[at..at + new.len()].copy_from_slice(new);
            }
            2 => file[at..end].iter_mut().for_each(|b| *b ^= 1 << (n % 8)),
            3 => file[at..end].fill(0),
            4 => file.truncate(at),
            5 => file.extend_from_slice(given.bytes(n)),
            6 if n_pages > 1 => {
                let (from, to) = (page % n_pages * 4096, n % n_pages * 4096);
                if from.max(to) + 4096 <= file.len() {
                    let one = file[from..from + 4096].to_vec();
                    file[to..to + 4096].copy_from_slice(&one);
                }
            }
            _ => {
                // The numbers of a page's head, or of the file's.
                let head = if page % n_pages == 0 { at % 100 } else { at - at % 4096 };
                let new = given.bytes(n.min(12).min(file.len() - head.min(file.len())));
                file[head..head + new.len()].copy_from_slice(new);
            }
        }
    }
    file
}

fn read(path: &Path, whole: &Whole) {
    let Ok(store) = Store::open(path, Access::Read, &moment(), &keys()) else { return };
    let health = store.verify(&moment());
    let facts = facts_of(&store);
    store.acts(50).ok();
    store.written_times().ok();
    store.latest_days(today(), 50).ok();
    store.is_sample().ok();
    store.changes_on(today()).ok();
    if let (Ok(health), Some(facts)) = (health, facts)
        && health.is_whole()
    {
        // An empty journal is whole too; what is there was written, all of it.
        assert!(health.n_facts == 0 || facts == whole.facts, "changed and not told");
    }
}

fn take_out(path: &Path, whole: &Whole) {
    let new = whole.folder.path().join("new.db");
    fs::remove_file(&new).ok();
    let Ok(Some(done)) = salvage(path, With::Named(&[]), &new, &moment(), &keys()) else { return };
    let store = Store::open(&new, Access::Read, &moment(), &keys()).unwrap();
    let health = store.verify(&moment()).unwrap();
    assert!(health.is_whole(), "{:?}", health.troubles);
    let facts = facts_of(&store).unwrap();
    assert!(facts.is_subset(&whole.facts), "made up");
    assert!(done.n_facts >= facts.len());
}

/// A damaged file may refuse what is written; it may not take it and lose it.
fn write(path: &Path) {
    let Ok(mut store) = Store::open(path, Access::Write, &moment(), &keys()) else { return };
    let entry = demo::sample(today(), 2).swap_remove(0);
    let Ok(mut act) = store.begin(&moment(), "fuzz", "log") else { return };
    if act.record(&entry).is_ok() {
        act.finish().ok();
    }
}
