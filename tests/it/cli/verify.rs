//! `twinge verify`: what it looks for, and what it says.

use std::fs;
use std::path::PathBuf;

use crate::kit::{Twinge, WORDS};

#[test]
fn what_was_acknowledged_is_looked_for() {
    let twinge = Twinge::new();
    let said = twinge.done(&["log", "4", "--slept", "7h"]).stdout;
    let in_full = twinge.done(&["--json", "did", "walk", "20m"]).stdout;
    let all = twinge.write("all", said + &in_full + "\nand some words\n");
    let all = all.to_string_lossy().into_owned();
    let ran = twinge.done(&["verify", "--must-contain", &all]);
    assert!(ran.stdout.ends_with("3 of 3 ids are there\n"), "{ran}");
    // Deleted is not lost.
    let shown = twinge.json(&["show"]);
    let id = shown["data"]["entries"][0]["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["delete", &id]);
    let _ = twinge.done(&["verify", "--must-contain", &all]);

    twinge.write("ids", "019cf0d4-bdc0-7000-8ed2-2d42d53a3fec\n0000000\n");
    let ran = twinge.run(&["verify", "--must-contain", "ids"]);
    assert_eq!(ran.code, 1);
    let lines = "0 of 2 ids are there
  missing: 019cf0d4-bdc0-7000-8ed2-2d42d53a3fec
  missing: 0000000
";
    assert!(ran.stdout.ends_with(lines), "{ran}");
    twinge.write("empty", "");
    let _ = twinge.done(&["verify", "--must-contain", "empty"]);
    assert_eq!(twinge.run(&["verify", "--must-contain", "none"]).code, 3);
}

#[test]
fn each_backup_is_read() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["verify", "--backups"]);
    assert!(ran.stdout.starts_with("there are no backups in ~/"), "{ran}");
    assert!(ran.stdout.contains("`twinge restore FILE` takes one from elsewhere"), "{ran}");
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let _ = twinge.done(&["backup"]);
    let ran = twinge.done(&["verify", "--backups"]);
    assert_eq!(ran.stdout.matches("-asked").count(), 2, "{ran}");
    let unfolded = ran.stdout.replace("\n    ", " ");
    assert_eq!(unfolded.matches(": whole, 1 writing with 2 values").count(), 2, "{ran}");
    let listed = twinge.json(&["restore"]);
    let name = listed["data"]["backups"][1]["file"].as_str().unwrap();
    let file = twinge.journal().with_file_name("journal.db-backups").join(name);
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.len() - 3;
    bytes[at] ^= 1;
    fs::write(&file, bytes).unwrap();
    let ran = twinge.run(&["verify", "--backups"]);
    assert_eq!((ran.code, ran.stdout.matches("DAMAGED").count()), (6, 1), "{ran}");
}

#[test]
fn what_an_act_wrote_and_what_stands_are_counted() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--slept", "7h"]);
    let _ = twinge.done(&["log", "5"]);
    let change = |sql: &str| {
        fs::copy(twinge.journal(), twinge.path("t.db")).unwrap();
        let file = rusqlite::Connection::open(twinge.path("t.db")).unwrap();
        file.execute_batch(sql).unwrap();
        drop(file);
        let ran = twinge.run(&["--journal", "t.db", "verify"]);
        assert_eq!(ran.code, 6, "{sql}: {ran}");
        ran.stdout
    };
    let lost = change("DELETE FROM fact WHERE field = 'sleep_hours'");
    assert!(lost.contains("of 1 act not all facts are there"), "{lost}");
    let twice = change("INSERT INTO journal VALUES (randomblob(16), 0, 0)");
    assert!(twice.contains("it says 2 times which journal it is"), "{twice}");
    let unknown = change("PRAGMA foreign_keys = OFF; DELETE FROM device");
    assert!(unknown.contains("rows name a computer that is not there"), "{unknown}");
    // Of one thing it speaks as of one.
    let one = |sql: &str, said: &str| {
        let told = change(sql);
        assert!(told.lines().any(|line| line.trim() == said), "{sql}: {told}");
    };
    let some = "hlc = (SELECT min(hlc) FROM written)";
    one(
        &format!("PRAGMA foreign_keys = OFF; UPDATE written SET device = 7 WHERE {some}"),
        "1 row names a computer that is not there",
    );
    one(
        &format!("UPDATE written SET command = 'other' WHERE {some}"),
        "1 act of writing is not as it was noted",
    );
    one("UPDATE fact SET value = 1 WHERE field = 'sleep_hours'", "1 fact is not as it was written");
    // A view that shows something else than the facts say.
    let view = change(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'f.value IS NOT NULL', 'f.value > 40')
         WHERE name = 'current'; PRAGMA writable_schema = RESET;",
    );
    assert!(view.contains("current is not as it should be"), "{view}");
}

#[test]
fn odd_clocks_are_remarked_and_harm_nothing() {
    let mut twinge = Twinge::new();
    twinge.at("1999-06-01T08:00:00+01:00");
    let _ = twinge.done(&["log", "4"]);
    let ran = twinge.done(&["log", "4"]);
    assert!(ran.stderr.contains("the clock of this computer says 1999-06-01"), "{ran}");
    twinge.at("2099-01-01T08:00:00+01:00");
    let _ = twinge.done(&["log", "5"]);
    twinge.at("2026-03-15T08:00:00+01:00");
    let ran = twinge.done(&["log", "6"]);
    assert!(ran.stderr.contains("the last entry was written at\n  2099-01-01"), "{ran}");
    // Said once: the next time the clock is where it was.
    let ran = twinge.done(&["log", "7"]);
    assert_eq!(ran.stderr, "", "{ran}");
    let ran = twinge.done(&["verify"]);
    assert!(ran.stdout.contains("odd, and no harm: 1 act was written by a clock that is ahead"));
    assert!(
        ran.stdout.contains("odd, and no harm: 2 acts were written by a clock before"),
        "{ran}"
    );
}

#[test]
fn a_file_without_an_id_is_no_proof_that_all_is_there() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    twinge.write("words", "nothing here\n");
    let ran = twinge.run(&["verify", "--must-contain", "words"]);
    assert!(ran.stderr.contains("there is no id in"), "{ran}");
    assert_ne!(ran.code, 0);
}

/// One that is damaged is named until it is gone, and one that got another name is named too.
#[test]
fn a_backup_that_is_damaged_or_renamed_is_not_forgotten() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, bytes) = crate::kit::files_in(&folder).remove(0);
    let half = bytes.len() / 2;
    let mut torn = bytes.clone();
    torn[half..half + 4096].fill(0);
    fs::write(&backup, torn).unwrap();
    for day in ["2026-03-16", "2026-03-17", "2026-04-02"] {
        twinge.at(&format!("{day}T08:00:00+01:00"));
        let ran = twinge.done(&["log", "5"]);
        assert_eq!(ran.stderr.contains("is damaged"), day == "2026-03-16", "{ran}");
        let ran = twinge.done(&[]);
        let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("-asked.db is damaged: `twinge verify --backups`"), "{day}: {ran}");
    }
    fs::remove_file(&backup).unwrap();
    assert!(!twinge.done(&[]).stdout.contains("damaged"));
    fs::write(folder.join("before the move.db"), bytes).unwrap();
    let ran = twinge.done(&["verify", "--backups"]);
    assert!(ran.stdout.contains("before the move.db  A JOURNAL UNDER ANOTHER NAME"), "{ran}");
    let view = twinge.json(&["verify", "--backups"]);
    assert_eq!(view["data"]["others"][0], "before the move.db");
}

/// One that another program has for a moment is not damaged, and nobody is told to delete it.
#[test]
fn a_backup_that_cannot_be_read_just_now_is_not_called_damaged() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, _) = crate::kit::files_in(&folder).remove(0);
    let other = rusqlite::Connection::open(&backup).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    twinge.at("2026-03-16T08:00:00+01:00");
    let ran = twinge.done(&["log", "5"]);
    assert!(!ran.stderr.contains("damaged"), "{ran}");
    let ran = twinge.run(&["verify", "--backups"]);
    assert_eq!(ran.code, 75, "{ran}");
    let said = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("not checked: another program is writing to"), "{ran}");
    assert!(!twinge.done(&[]).stdout.contains("damaged"));
    drop(other);
    assert_eq!(twinge.run(&["verify", "--backups"]).code, 0);
    // One that was damaged, and in whose place a good copy came, is named no more.
    let is_daily = |(path, _): &(PathBuf, Vec<u8>)| path.to_string_lossy().ends_with("daily.db");
    let (backup, bytes) = crate::kit::files_in(&folder).into_iter().find(is_daily).unwrap();
    fs::write(&backup, &bytes[..bytes.len() / 2]).unwrap();
    twinge.at("2026-03-17T08:00:00+01:00");
    let _ = twinge.done(&["log", "5"]);
    assert!(twinge.done(&[]).stdout.contains("-daily.db is damaged"));
    fs::write(&backup, &bytes).unwrap();
    twinge.at("2026-03-24T08:00:00+01:00");
    let _ = twinge.done(&["log", "5"]);
    assert!(!twinge.done(&[]).stdout.contains("damaged"));
}

/// The name of a file cannot begin a line of its own, as if twinge said it.
#[test]
fn a_break_in_the_name_of_a_file_is_shown() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup", "-o", "x.db"]);
    let folder = twinge.journal().with_file_name("journal.db-backups");
    fs::create_dir(&folder).unwrap();
    let name = "a.db\nall-is-whole\n.db";
    fs::rename(twinge.path("x.db"), folder.join(name)).unwrap();
    let from = folder.join(name).to_str().unwrap().to_owned();
    let to = folder.join("two\nlines.db").to_str().unwrap().to_owned();
    for args in [
        &["restore"][..],
        &["verify", "--backups"],
        &["restore", &from],
        &["verify", "--salvage", &to, "--with", &from],
    ] {
        let ran = twinge.run(args);
        assert!(!ran.stdout.contains("\nall-is"), "{args:?}: {ran}");
        assert!(ran.stdout.contains("\\u{a}"), "{args:?}: {ran}");
        assert!(!ran.stdout.contains("two\n"), "{args:?}: {ran}");
    }
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(!ran.stdout.contains("\nall-is") && ran.stdout.contains("\\u{a}"), "{ran}");
    // Who reads JSON has the name as it is.
    let view = twinge.json(&["restore"]);
    assert_eq!(view["data"]["others"][0], name);
}

/// One page of a locked file that cannot be read keeps all others from being read as they are.
#[test]
fn of_a_locked_journal_with_a_damaged_page_it_is_not_said_that_all_is_lost() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    let _ = twinge.unlocked(&["--journal", "s.db", "lock"]);
    let mut bytes = fs::read(twinge.path("s.db")).unwrap();
    let page = bytes.len() / 4096 / 2;
    bytes[page * 4096 + 1000..page * 4096 + 1016].fill(0);
    twinge.write("s.db", bytes);
    let ran = twinge.with(WORDS, &["--journal", "s.db", "verify"]);
    assert!(ran.stdout.starts_with("s.db: how much is in it cannot be counted"), "{ran}");
    assert!(ran.stdout.contains("\n  1 page of it is damaged; what is on the others"), "{ran}");
    assert!(ran.code == 6 && ran.stdout.contains("verify --salvage NEW`"), "{ran}");
    assert!(!ran.stdout.contains("btree") && !ran.stdout.contains("0 values"), "{ran}");
}
