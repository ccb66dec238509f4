//! Backing up by hand, and putting a backup in the journal's place.

use std::fs;

use crate::cli::lock::sh;
use crate::kit::{Twinge, WORDS, files_in};

/// A journal of two days, and what `export` said on the first.
fn of_two_days() -> (Twinge, String) {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--note", "first"]);
    let first = twinge.done(&["export"]).stdout;
    twinge.at("2026-03-16T08:00:00+01:00");
    let _ = twinge.done(&["log", "6", "--note", "second"]);
    (twinge, first)
}

fn kept(twinge: &Twinge, args: &[&str]) -> String {
    let answer = twinge.json(args);
    let kept = answer["data"]["kept"].as_str().unwrap().strip_prefix("~/").unwrap();
    let kept = twinge.path(kept);
    assert!(fs::metadata(&kept).unwrap().is_file());
    kept.to_str().unwrap().into()
}

#[test]
fn a_backup_takes_the_place_and_a_second_restore_takes_that_back() {
    let (twinge, first) = of_two_days();
    let second = twinge.done(&["export"]).stdout;
    let listed = twinge.json(&["restore"]);
    let name = listed["data"]["backups"][0]["file"].as_str().unwrap().to_string();
    let before = kept(&twinge, &["restore", &name]);
    assert_eq!(twinge.done(&["export"]).stdout, first);
    let _ = twinge.done(&["verify"]);
    let back = twinge.json(&["restore", &before]);
    assert_eq!(back["data"]["acts_only_kept"], 0);
    assert_eq!(twinge.done(&["export"]).stdout, second);
    let ran = twinge.done(&["restore", &name]);
    // The command is not broken, however long the name of the file.
    let lines: Vec<&str> = ran.stdout.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| *line == "1 writing is only there;").unwrap();
    let command = lines[at + 1].strip_prefix("`twinge restore ").unwrap();
    assert!(command.ends_with("-restore-3.db`"), "{ran}");
    // Whoever writes after a restore writes under a number of its own.
    let _ = twinge.done(&["log", "7"]);
    let _ = twinge.done(&["verify"]);
    let file = rusqlite::Connection::open(twinge.journal()).unwrap();
    let n: i64 =
        file.query_row("SELECT count(DISTINCT device) FROM written", [], |row| row.get(0)).unwrap();
    assert_eq!(n, 2);
}

#[test]
fn a_backup_can_go_elsewhere_and_bring_back_a_lost_journal() {
    let (twinge, _) = of_two_days();
    fs::create_dir(twinge.path("stick")).unwrap();
    let ran = twinge.done(&["backup", "-o", "stick"]);
    assert!(ran.stdout.starts_with("backed up to stick/journal-2026-03-16-080000.db\n"), "{ran}");
    assert!(ran.stdout.contains("2 writings with 10 values, read back and whole"), "{ran}");
    assert_eq!(twinge.run(&["backup", "-o", "stick"]).code, 2, "not over one that is there");
    let all = twinge.done(&["export"]).stdout;
    fs::remove_dir_all(twinge.journal().parent().unwrap()).unwrap();
    let ran = twinge.done(&["restore", "stick/journal-2026-03-16-080000.db"]);
    assert!(!ran.stdout.contains("kept"), "{ran}");
    assert_eq!(twinge.done(&["export"]).stdout, all);
}

#[test]
fn what_is_not_whole_or_not_the_same_journal_is_refused_and_nothing_is_touched() {
    let (twinge, _) = of_two_days();
    let _ = twinge.done(&["--journal", "other.db", "log", "1"]);
    let _ = twinge.done(&["backup", "-o", "good.db"]);
    let mut torn = fs::read(twinge.path("good.db")).unwrap();
    let half = torn.len() / 2;
    torn[half..half + 4096].fill(0);
    twinge.write("torn.db", torn);
    twinge.write("text.db", "dear diary");
    fs::copy(twinge.path("good.db"), twinge.path("newer.db")).unwrap();
    let file = rusqlite::Connection::open(twinge.path("newer.db")).unwrap();
    file.pragma_update(None, "user_version", 99).unwrap();
    drop(file);
    let before = files_in(&twinge.path("."));
    let journal = twinge.journal().to_string_lossy().into_owned();
    for (file, code) in [
        ("other.db", 2),
        ("torn.db", 6),
        ("text.db", 5),
        ("newer.db", 5),
        ("none.db", 4),
        (&journal, 2),
    ] {
        let ran = twinge.run(&["restore", file]);
        assert_eq!(ran.code, code, "{file}: {ran}");
        assert!(ran.stderr.starts_with("twinge: cannot restore: "), "{ran}");
        assert_eq!(files_in(&twinge.path(".")), before, "{file}");
    }
    // What could be taken out is of the file that was named, not of the journal.
    for file in ["torn.db", "text.db"] {
        let ran = twinge.run(&["restore", file]);
        let said = ran.stderr.replace("\n    ", " ");
        assert!(said.contains(&format!("`twinge --journal {file} verify --salvage NEW`")), "{ran}");
    }
    // A letter is nobody's journal, though it stands where one is said to be.
    assert_eq!(twinge.run(&["--journal", "text.db", "restore", "good.db"]).code, 5);
    assert_eq!(files_in(&twinge.path(".")), before);
    let mine = kept(&twinge, &["restore", "other.db", "--force"]);
    assert_eq!(twinge.done(&["export"]).stdout.matches(",pain.now,").count(), 1);
    let _ = twinge.done(&["restore", &mine, "--force"]);
    assert_eq!(twinge.done(&["export"]).stdout.matches(",pain.now,").count(), 2);
}

#[test]
fn a_damaged_journal_is_kept_byte_by_byte() {
    let (twinge, _) = of_two_days();
    let _ = twinge.done(&["backup", "-o", "good.db"]);
    let said = twinge.done(&["export"]).stdout;
    let whole = fs::read(twinge.journal()).unwrap();
    for damage in
        [&b"garbage"[..], &whole[..whole.len() / 2], &[&[0; 4096], &whole[4096..]].concat()]
    {
        fs::write(twinge.journal(), damage).unwrap();
        // What SQLite left beside it belongs to it, and may not fall to what comes in its place.
        let beside = twinge.journal().with_file_name("journal.db-journal");
        fs::write(&beside, "unfinished").unwrap();
        let kept = kept(&twinge, &["restore", "good.db"]);
        assert!(!beside.exists());
        assert_eq!(fs::read(&kept).unwrap(), damage);
        assert_eq!(fs::read(format!("{kept}-journal")).unwrap(), b"unfinished");
        assert_eq!(twinge.done(&["export"]).stdout, said);
        let _ = twinge.done(&["verify"]);
    }
}

#[test]
fn what_takes_a_restore_back_is_said_as_it_is_typed() {
    let (twinge, _) = of_two_days();
    let all = twinge.done(&["export"]).stdout;
    let _ = twinge.done(&["--journal", "other.db", "log", "1"]);
    let ran = twinge.done(&["restore", "other.db", "--force"]);
    let unfolded =
        ran.stdout.replace("\n    ", " ").replace('~', &twinge.path("").to_string_lossy());
    let (_, typed) = unfolded.split_once("`twinge ").unwrap();
    let (typed, _) = typed.split_once('`').unwrap();
    let words: Vec<&str> = typed.split(' ').collect();
    assert_eq!(words.last(), Some(&"--force"), "{ran}");
    let _ = twinge.done(&words);
    assert_eq!(twinge.done(&["export"]).stdout, all);
}

#[test]
fn what_brings_a_backup_back_is_said_as_it_is_typed() {
    let (twinge, _) = of_two_days();
    fs::create_dir(twinge.path("USB STICK")).unwrap();
    let all = twinge.done(&["export"]).stdout;
    for to in ["USB STICK", "-first.db", "it's $HOME.db", "two\nlines.db"] {
        let ran = twinge.done(&["backup", &format!("-o{to}")]);
        let (_, typed) = ran.stdout.split_once("`twinge ").unwrap();
        let (typed, _) = typed.split_once('`').unwrap();
        let _ = twinge.done(&["log", "9"]);
        let mut bash = twinge.command_of("bash");
        bash.env("PATH", "/usr/bin:/bin");
        bash.env("TWINGE", twinge.command(&[]).get_program());
        bash.args(["-c", &format!("$TWINGE {typed}")]);
        let ran = twinge.run_command(bash, b"");
        assert_eq!(ran.code, 0, "{typed}: {ran}");
        assert_eq!(twinge.done(&["export"]).stdout, all, "{typed}");
    }
}

/// Whatever a restore leaves in clear is said, with what mends it.
#[test]
fn what_is_locked_otherwise_after_a_restore_is_said() {
    let (twinge, _) = of_two_days();
    let _ = twinge.done(&["backup", "-o", "clear.db"]);
    let plain = fs::read(twinge.journal()).unwrap();
    let ran = twinge.done(&["restore", "clear.db"]);
    assert!(!ran.stdout.contains("LOCKED"), "{ran}");
    let _ = twinge.unlocked(&["lock"]);
    let _ = twinge.unlocked(&["backup", "-o", "locked.db"]);
    // It is locked when it takes the place: what is left in clear is the file itself.
    let ran = twinge.unlocked(&["restore", "clear.db"]);
    assert!(ran.stdout.ends_with("NOT LOCKED, and left as it is: clear.db\n"), "{ran}");
    assert_eq!(twinge.run(&["list"]).code, 8);
    // Where nobody knows the passphrase it cannot be.
    let ran = twinge.with("not these words", &["restore", "clear.db", "--force"]);
    assert!(ran.stdout.contains("NOT LOCKED: the journal was, and is in clear now"), "{ran}");
    assert!(ran.stdout.contains("beside it can be opened with a passphrase only"), "{ran}");
    let _ = twinge.done(&["list"]);
    let _ = twinge.unlocked(&["lock"]);
    let _ = twinge.unlocked(&["unlock"]);
    // And the other way round.
    fs::write(twinge.journal(), plain).unwrap();
    let answer = twinge.unlocked(&["--json", "restore", "locked.db"]).stdout;
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let n_beside = answer["data"]["backups_otherwise"].as_u64().unwrap();
    assert!(n_beside >= 2 && answer["data"]["lock_lost"] == false, "{answer}");
    let ran = twinge.unlocked(&["lock"]);
    assert!(ran.stdout.contains(&format!("{n_beside} backups beside it were locked")), "{ran}");
    // What is kept of a damaged one is in clear too.
    let folder = twinge.journal().with_file_name("journal.db-backups");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(twinge.journal(), b"SQLite format 3\0 and what was left of it").unwrap();
    fs::create_dir(&folder).unwrap();
    let ran = twinge.with(WORDS, &["restore", "locked.db", "--force"]);
    assert!(ran.stdout.contains("NOT LOCKED: 1 backup beside it; `twinge lock`"), "{ran}");
}

#[test]
fn of_two_passphrases_the_one_that_is_lacking_is_named() {
    let (twinge, first) = of_two_days();
    let _ = twinge.unlocked(&["lock"]);
    let _ = twinge.unlocked(&["backup", "-o", "old.db"]);
    twinge.write("new", "another passphrase");
    let change = format!(
        "echo '{WORDS}' | $TWINGE --passphrase-fd 0 passphrase --new-passphrase-fd 3 3<new"
    );
    assert_eq!(sh(&twinge, &change).code, 0);
    for (words, told) in [
        ("another passphrase", "a backup keeps the passphrase that the journal had"),
        (WORDS, "the journal has another passphrase than the backup"),
    ] {
        let ran = twinge.with(words, &["restore", "old.db"]);
        let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(ran.code == 8 && said.contains(told) && said.contains("one a line"), "{ran}");
    }
    twinge.write("both", format!("another passphrase\n{WORDS}\n"));
    let ran = sh(&twinge, "TWINGE_PASSPHRASE_COMMAND='cat both' $TWINGE restore old.db");
    assert_eq!(ran.code, 0, "{ran}");
    assert!(twinge.with("another passphrase", &["export"]).stdout.len() > first.len());
}

/// One beside the journal is counted there, however its path is written.
#[test]
fn a_backup_in_clear_is_named_once() {
    let (twinge, _) = of_two_days();
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, bytes) = files_in(&folder).remove(0);
    let _ = twinge.unlocked(&["lock"]);
    fs::write(&backup, bytes).unwrap();
    let name = backup.strip_prefix(twinge.path("")).unwrap();
    let ran = twinge.unlocked(&["restore", name.to_str().unwrap()]);
    assert!(ran.stdout.contains("NOT LOCKED: 1 backup beside it"), "{ran}");
    assert!(!ran.stdout.contains("left as it is"), "{ran}");
}
