//! Taking out of a damaged journal what can be read: what is there is found, nothing is made up.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::kit::{Twinge, WORDS};

const PAGE: usize = 4096;

/// A sample journal, and its bytes.
fn sample() -> (Twinge, Vec<u8>) {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    let whole = fs::read(twinge.path("s.db")).unwrap();
    (twinge, whole)
}

/// Salvages `t.db`, and gives the answer; the damaged file must be as it was, the new one whole.
fn salvage(twinge: &Twinge, damaged: &[u8], more: &[&str]) -> Json {
    twinge.write("t.db", damaged);
    fs::remove_file(twinge.path("new.db")).ok();
    let args: Vec<&str> = ["--journal", "t.db", "verify", "--salvage", "new.db"]
        .iter()
        .chain(more)
        .copied()
        .collect();
    let found = salvaged(twinge, &args);
    assert_eq!(fs::read(twinge.path("t.db")).unwrap(), damaged, "it was touched");
    let _ = twinge.done(&["--journal", "new.db", "verify"]);
    found
}

/// What a salvage answers; only where nothing is known to be lost it is a success.
fn salvaged(twinge: &Twinge, args: &[&str]) -> Json {
    let args: Vec<&str> = std::iter::once("--json").chain(args.iter().copied()).collect();
    let ran = twinge.run(&args);
    let found = serde_json::from_str::<Json>(&ran.stdout).unwrap()["data"].clone();
    let is_none = |what: &str| found[what] == 0;
    let is_all_there = is_none("facts_lost")
        && is_none("acts_noted_anew")
        && is_none("bytes_cut")
        && found["sources"][0]["facts"] != 0;
    assert_eq!(ran.code, if is_all_there { 0 } else { 6 }, "{ran}");
    found
}

fn export(twinge: &Twinge, journal: &str) -> String {
    twinge.done(&["--journal", journal, "export"]).stdout
}

#[test]
fn of_a_whole_file_everything_is_taken_out() {
    let (twinge, whole) = sample();
    let found = salvage(&twinge, &whole, &[]);
    assert_eq!(found["facts_lost"], 0);
    assert_eq!(found["acts_noted_anew"], 0);
    assert_eq!(export(&twinge, "new.db"), export(&twinge, "s.db"));
    // What is nobody's pain stays so.
    assert!(twinge.done(&["--journal", "new.db"]).stdout.starts_with("SAMPLE JOURNAL"));
}

#[test]
fn a_lost_head_a_lost_end_and_lost_pages() {
    let (twinge, whole) = sample();
    let n_facts = twinge.json(&["--journal", "s.db", "verify"])["data"]["facts"].as_i64().unwrap();
    let n_pages = whole.len() / PAGE;
    let without = |pages: std::ops::Range<usize>| {
        let mut damaged = whole.clone();
        damaged[pages.start * PAGE..pages.end * PAGE].fill(0xa5);
        damaged
    };
    let cases = [
        // The schema and every tree's root: none of the facts.
        (without(0..1), 1.0),
        (whole[..whole.len() - 1].to_vec(), 0.9),
        (whole[..n_pages / 2 * PAGE + 100].to_vec(), 0.45),
        (without(n_pages / 2..n_pages / 2 + 1), 0.97),
        // SQLite cannot begin to read any of these.
        (whole[PAGE..].to_vec(), 0.97),
    ];
    for (n, (damaged, least)) in cases.iter().enumerate() {
        let found = salvage(&twinge, damaged, &[]);
        let n_found = found["facts"].as_i64().unwrap();
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let share = n_found as f64 / n_facts as f64;
        assert!(share >= *least && share <= 1.0, "{n}: {n_found} of {n_facts}");
        // What is known to be lost, and what is not: the note of the only act may be lost too.
        let is_noted = found["acts_noted_anew"] == 0;
        let n_lost = found["facts_lost"].as_i64().unwrap();
        assert!(!is_noted || n_lost == n_facts - n_found, "{n}: {found}");
    }
}

/// What was cut off may have held acts of which nothing else tells.
#[test]
fn a_file_that_was_cut_off_is_never_said_to_be_all_there() {
    let mut twinge = Twinge::new();
    for day in 1..=4 {
        twinge.at(&format!("2026-03-{day:02}T08:00:00+01:00"));
        let _ = twinge.done(&["log", "4", "--note", &"a long note, ".repeat(700)]);
    }
    let salvage = |bytes: &[u8]| {
        fs::write(twinge.journal(), bytes).unwrap();
        fs::remove_file(twinge.path("new.db")).ok();
        twinge.with(WORDS, &["verify", "--salvage", "new.db"])
    };
    let look = || {
        let whole = fs::read(twinge.journal()).unwrap();
        let ran = salvage(&whole);
        assert_eq!(ran.code, 0, "{ran}");
        assert!(ran.stdout.contains("nothing is known to be lost"), "{ran}");
        for n in (1..=whole.len() / PAGE).map(|n| whole.len() - n * PAGE / 2) {
            let ran = salvage(&whole[..n]);
            assert_eq!(ran.code, 6, "{n}: {ran}");
            assert!(ran.stdout.contains("LOST: "), "{n}: {ran}");
        }
        fs::write(twinge.journal(), whole).unwrap();
    };
    look();
    let said = twinge.done(&["export"]).stdout;
    let _ = twinge.unlocked(&["lock"]);
    look();
    // Of the file alone: long notes run over onto other pages.
    fs::remove_file(twinge.path("new.db")).unwrap();
    fs::remove_dir_all(twinge.journal().with_file_name("journal.db-backups")).unwrap();
    let _ = twinge.unlocked(&["verify", "--salvage", "new.db"]);
    assert!(twinge.unlocked(&["--journal", "new.db", "export"]).stdout == said);
}

#[test]
fn what_is_said_to_be_lost_is_in_the_history() {
    let (twinge, whole) = sample();
    let mut damaged = whole;
    let page = damaged.len() / PAGE / 2;
    damaged[page * PAGE..(page + 1) * PAGE].fill(0);
    let found = salvage(&twinge, &damaged, &[]);
    let n_lost = found["facts_lost"].as_i64().unwrap();
    assert!(n_lost > 0);
    let history = twinge.done(&["--journal", "new.db", "history"]).stdout;
    assert!(history.contains(&format!("({n_lost} of ")), "{history}");
    let ran = twinge.run(&["--journal", "t.db", "verify"]);
    assert_eq!(ran.code, 6);
    assert!(ran.stdout.contains("`twinge --journal t.db verify --salvage NEW`"), "{ran}");
}

#[test]
fn a_changed_value_is_not_believed() {
    let (twinge, mut whole) = sample();
    // A note of the sample, with another letter in it.
    let note = b"Moved a washing machine";
    let at: Vec<usize> =
        (0..whole.len() - note.len()).filter(|&at| whole[at..].starts_with(note)).collect();
    assert!(!at.is_empty());
    for at in at {
        whole[at] ^= 0x20;
    }
    let found = salvage(&twinge, &whole, &[]);
    assert_eq!(found["facts_lost"], 1, "{found}");
}

#[test]
fn backups_give_what_is_missing() {
    let mut twinge = Twinge::new();
    let mut acknowledged = String::new();
    for day in 1..=6 {
        twinge.at(&format!("2026-03-{day:02}T08:00:00+01:00"));
        let note = "a long note, ".repeat(900);
        acknowledged += &twinge.done(&["log", "4", "--slept", "7h", "--note", &note]).stdout;
    }
    let said = twinge.done(&["export"]).stdout;
    let journal = twinge.journal();
    let whole = fs::read(&journal).unwrap();
    let _ = twinge.done(&["backup"]);
    let ids = twinge.write("ids", acknowledged);
    let ids = ids.to_string_lossy().into_owned();
    let salvage = |twinge: &Twinge, more: &[&str]| {
        fs::remove_file(twinge.path("new.db")).ok();
        let args: Vec<&str> =
            ["verify", "--salvage", "new.db"].iter().chain(more).copied().collect();
        salvaged(twinge, &args)
    };
    for damaged in [&whole[..5000], b"nothing at all", b""] {
        fs::write(&journal, damaged).unwrap();
        let found = salvage(&twinge, &[]);
        assert_eq!(found["facts_lost"], 0, "{found}");
        assert!(export(&twinge, "new.db") == said);
        let _ = twinge.done(&["--journal", "new.db", "verify", "--must-contain", &ids]);
        assert_eq!(fs::read(&journal).unwrap(), damaged);
    }
    // Notes run over onto other pages: without a backup too they are followed there.
    fs::write(&journal, &whole).unwrap();
    let _ = twinge.done(&["--journal", "other.db", "log", "1"]);
    let found = salvage(&twinge, &["--with", "other.db", "nothing.db"]);
    assert_eq!(found["refused"].as_array().unwrap().len(), 2, "{found}");
    assert!(export(&twinge, "new.db") == said);
    // And it can take the journal's place.
    fs::write(&journal, &whole[..9000]).unwrap();
    let _ = salvage(&twinge, &[]);
    let _ = twinge.done(&["restore", "new.db"]);
    assert!(twinge.done(&["export"]).stdout == said);
    let _ = twinge.done(&["log", "5"]);
    let _ = twinge.done(&["verify"]);
}

#[test]
fn nothing_is_made_of_nothing_and_no_file_is_written_over() {
    let twinge = Twinge::new();
    twinge.write("letter", "dear diary, ".repeat(1000));
    twinge.write("there.db", "mine");
    for journal in ["letter", "none.db"] {
        let ran = twinge.run(&["--journal", journal, "verify", "--salvage", "new.db"]);
        assert_eq!(ran.code, 6, "{ran}");
        assert!(!Path::new(&twinge.path("new.db")).exists());
    }
    let _ = twinge.done(&["demo", "s.db"]);
    for new in ["there.db", "s.db", "no/folder.db", "."] {
        let ran = twinge.run(&["--journal", "s.db", "verify", "--salvage", new]);
        assert_eq!(ran.code, 2, "{new}: {ran}");
    }
    assert_eq!(fs::read(twinge.path("there.db")).unwrap(), b"mine");
}

/// A crash in the middle of a commit: what was not finished is not taken for what was.
#[test]
fn what_was_not_finished_is_rolled_back_first() {
    let (twinge, whole) = sample();
    let before = export(&twinge, "s.db");
    let file = rusqlite::Connection::open(twinge.path("s.db")).unwrap();
    file.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE fact SET hash = zeroblob(16);")
        .unwrap();
    fs::copy(twinge.path("s.db-journal"), twinge.path("t.db-journal")).unwrap();
    let torn = fs::read(twinge.path("s.db")).unwrap();
    drop(file);
    assert_ne!(torn, whole);
    let found = salvage(&twinge, &torn, &[]);
    assert_eq!(found["facts_lost"], 0, "{found}");
    assert!(twinge.path("t.db-journal").exists());
    assert_eq!(export(&twinge, "new.db"), before);
}

/// What lies beside a locked journal is locked too.
#[test]
fn what_a_crash_left_beside_a_locked_journal_is_looked_at() {
    let (twinge, _) = sample();
    let before = export(&twinge, "s.db");
    let _ = twinge.unlocked(&["--journal", "s.db", "lock"]);
    let file = rusqlite::Connection::open(twinge.path("s.db")).unwrap();
    file.pragma_update(None, "key", WORDS).unwrap();
    file.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE fact SET hash = zeroblob(16);")
        .unwrap();
    let mut torn = fs::read(twinge.path("s.db")).unwrap();
    let mut left = fs::read(twinge.path("s.db-journal")).unwrap();
    drop(file);
    // Neither the file nor what lies beside it has a head: SQLite puts nothing right.
    torn[16..PAGE].fill(7);
    left[..8].fill(0);
    twinge.write("t.db", &torn);
    twinge.write("t.db-journal", &left);
    let _ = twinge.with(WORDS, &["--journal", "t.db", "verify", "--salvage", "new.db"]);
    assert!(twinge.unlocked(&["--journal", "new.db", "export"]).stdout == before);
}
