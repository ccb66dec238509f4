//! A locked journal: nothing of it in clear, the same facts with the passphrase and nothing
//! without, and its backups with it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use rusqlite::Connection;
use twinge::clock::Moment;
use twinge::store::{Access, Error, Keys, Nobody, Reason, Store};

use crate::kit::{Ran, Twinge, WORDS, files_in, part_name};

/// What a person would notice in a file that should be locked.
const MARKER: &str = "MARKER of a note";

/// Another passphrase.
const OTHERS: &str = "quite another thing to say";

/// A journal of two days with a backup, and what `export` says of it.
pub(super) fn of_two_days() -> (Twinge, String) {
    let mut twinge = Twinge::new();
    twinge.at("2026-03-14T08:00:00+01:00");
    let _ = twinge.done(&["log", "4", "--note", MARKER]);
    twinge.at("2026-03-15T08:00:00+01:00");
    let _ = twinge.done(&["log", "6", "--sleep", "side", "--note", MARKER]);
    let said = twinge.done(&["export"]).stdout;
    (twinge, said)
}

/// The files in which something can be read that is locked.
pub(super) fn in_clear(twinge: &Twinge) -> Vec<String> {
    let holds = |bytes: &[u8]| {
        let has = |what: &[u8]| bytes.windows(what.len()).any(|w| w == what);
        has(MARKER.as_bytes()) || has(b"SQLite format 3")
    };
    let files = files_in(&twinge.path(".")).into_iter().filter(|(_, bytes)| holds(bytes));
    files.map(|(path, _)| path.display().to_string()).collect()
}

#[test]
fn what_is_locked_opens_with_the_passphrase_only_and_unlocks_to_what_it_was() {
    let (twinge, said) = of_two_days();
    let plain = fs::read(twinge.journal()).unwrap();
    assert_eq!(in_clear(&twinge).len(), 2, "the journal and a backup");
    let ran = twinge.unlocked(&["lock"]);
    assert!(ran.stdout.contains("1 backup beside it was locked likewise"), "{ran}");
    assert_eq!(in_clear(&twinge), [""; 0]);
    let locked = fs::read(twinge.journal()).unwrap();
    for (path, _) in files_in(&twinge.path(".local/share/twinge")) {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Without it: told so, and nothing is touched.
    for args in [&["list"][..], &["log", "3"], &["verify"], &["backup"], &[], &["unlock"]] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 8, "{ran}");
        let told = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("is locked, and nobody is here to type"), "{ran}");
        let ran = twinge.with(OTHERS, args);
        assert_eq!((ran.code, ran.stdout.as_str()), (8, ""), "{ran}");
        assert!(ran.stderr.contains("passphrase does not open"), "{ran}");
    }
    assert_eq!(fs::read(twinge.journal()).unwrap(), locked);
    // Nor does it open as a plain file.
    let file = Connection::open(twinge.journal()).unwrap();
    assert!(file.prepare("SELECT * FROM fact").is_err());
    drop(file);
    // With it, all is as before.
    assert_eq!(twinge.unlocked(&["export"]).stdout, said);
    let ran = twinge.unlocked(&["verify"]);
    assert!(ran.stdout.contains("whole: "), "{ran}");
    let _ = twinge.unlocked(&["unlock"]);
    assert_eq!(twinge.done(&["export"]).stdout, said);
    assert_eq!(in_clear(&twinge).len(), 2);
    let tables = |bytes: &[u8]| {
        twinge.write("t.db", bytes);
        let file = Connection::open(twinge.path("t.db")).unwrap();
        let one = |sql: &str| file.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        ["PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_schema"]
            .map(one)
    };
    let back = fs::read(twinge.journal()).unwrap();
    assert_eq!(tables(&back), tables(&plain));
}

/// Any SQLCipher opens it with the passphrase: the key is made as its own is.
#[test]
fn a_locked_journal_is_a_file_of_sqlcipher() {
    let (twinge, _) = of_two_days();
    let _ = twinge.unlocked(&["lock"]);
    let file = Connection::open(twinge.journal()).unwrap();
    file.pragma_update(None, "key", WORDS).unwrap();
    let n: i64 = file.query_row("SELECT count(*) FROM written", [], |row| row.get(0)).unwrap();
    assert_eq!(n, 2);
    let found: Vec<String> = file
        .prepare("PRAGMA cipher_integrity_check")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(found, [""; 0]);
}

#[test]
fn what_is_done_with_a_locked_journal_stays_locked() {
    let (mut twinge, _) = of_two_days();
    let _ = twinge.unlocked(&["lock"]);
    twinge.at("2026-03-16T08:00:00+01:00");
    twinge.write("d.csv", "date,pain\n2026-03-01,4\n");
    fs::create_dir(twinge.path("stick")).unwrap();
    let _ = twinge.unlocked(&["log", "5", "--note", MARKER]);
    let _ = twinge.unlocked(&["import", "d.csv"]);
    let _ = twinge.unlocked(&["undo"]);
    let _ = twinge.unlocked(&["backup", "-o", "stick"]);
    let _ = twinge.unlocked(&["backup"]);
    let ran = twinge.unlocked(&["verify", "--backups"]);
    assert_eq!(ran.stdout.matches("whole, ").count(), 4, "{ran}");
    assert_eq!(in_clear(&twinge), [""; 0]);
    let said = twinge.unlocked(&["export"]).stdout;
    let _ = twinge.unlocked(&["restore", "stick/journal-2026-03-16-080000.db"]);
    assert_eq!(twinge.unlocked(&["export"]).stdout, said);
    let listed = twinge.unlocked(&["restore"]).stdout;
    assert_eq!(listed.matches(", locked").count(), 5, "{listed}");
    assert_eq!(in_clear(&twinge), [""; 0]);
    // What comes from elsewhere in clear is locked when it takes the place, and so is what was there.
    let _ = twinge.done(&["--journal", "other.db", "log", "1", "--note", "in clear"]);
    let _ = twinge.unlocked(&["restore", "other.db", "--force"]);
    fs::remove_file(twinge.path("other.db")).unwrap();
    assert_eq!(in_clear(&twinge), [""; 0]);
    assert!(twinge.unlocked(&["list"]).stdout.contains("1 "));
    // No export takes the place of a locked journal.
    let ran = twinge.run(&["--journal", "o.db", "log", "1"]);
    assert_eq!(ran.code, 0, "{ran}");
    let there = twinge.journal().to_string_lossy().into_owned();
    let ran = twinge.run(&["--journal", "o.db", "export", "--force", "-o", &there]);
    assert!(ran.code == 2 && ran.stderr.contains("perhaps a journal"), "{ran}");
}

/// Runs with lines at file descriptor 3, which is read as passphrases one by one.
fn with_lines(twinge: &Twinge, lines: &str, args: &str) -> Ran {
    twinge.write("lines", lines);
    let program = twinge.command(&[]).get_program().to_string_lossy().into_owned();
    let mut command = twinge.command_of("/bin/sh");
    command.args(["-c", &format!("exec '{program}' {args} 3<lines")]);
    twinge.run_command(command, b"")
}

#[test]
fn a_new_passphrase_opens_the_backups_too_and_an_old_copy_can_be_restored() {
    let (twinge, said) = of_two_days();
    let _ = twinge.unlocked(&["lock"]);
    let _ = twinge.unlocked(&["backup", "-o", "copy.db"]);
    let both = format!("{WORDS}\n{OTHERS}\n");
    let change = "--passphrase-fd 3 passphrase --new-passphrase-fd 4 4<new";
    twinge.write("new", format!("{OTHERS}\n"));
    let ran = with_lines(&twinge, WORDS, change);
    assert!(ran.stdout.contains("1 backup beside it was given the new one"), "{ran}");
    assert_eq!(twinge.with(WORDS, &["list"]).code, 8);
    assert_eq!(twinge.with(OTHERS, &["export"]).stdout, said);
    let ran = twinge.with(OTHERS, &["verify", "--backups"]);
    assert!(ran.code == 0 && ran.stdout.contains("whole, "), "{ran}");
    // A copy elsewhere has the old one. Whoever knows only one of them gets nowhere …
    let before = files_in(&twinge.path(".local"));
    assert_eq!(twinge.with(OTHERS, &["restore", "copy.db"]).code, 8);
    assert_eq!(twinge.with(WORDS, &["restore", "copy.db"]).code, 8);
    assert_eq!(files_in(&twinge.path(".local")), before);
    // … and with both the journal keeps its own.
    let ran = with_lines(&twinge, &both, "--passphrase-fd 3 restore copy.db");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(twinge.with(OTHERS, &["export"]).stdout, said);
    // Of a journal that nobody can open a copy takes the place, when that is what is wanted.
    let ran = twinge.with(WORDS, &["restore", "copy.db", "--force"]);
    assert!(ran.code == 0 && ran.stdout.contains("with the passphrase of the backup"), "{ran}");
    assert_eq!(twinge.with(WORDS, &["export"]).stdout, said);
    assert_eq!(in_clear(&twinge), [""; 0]);
}

#[test]
fn what_cannot_be_written_anew_is_named_and_what_a_crash_left_is_finished() {
    let (twinge, _) = of_two_days();
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let whole = files_in(&folder);
    let (backup, bytes) = &whole[0];
    let mut torn = bytes.clone();
    let half = torn.len() / 2;
    torn[half..half + 4096].fill(0);
    let name = backup.file_name().unwrap().to_string_lossy().replace("03-15", "03-13");
    fs::write(folder.join(&name), &torn).unwrap();
    fs::write(folder.join("2026-03-12-080000-damaged.db"), "what was left").unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    let ran = twinge.with(WORDS, &["lock"]);
    assert_eq!(ran.stdout.matches("NOT LOCKED, and left as it is").count(), 2, "{ran}");
    assert!(ran.code == 1 && ran.stderr.contains("something beside it stays in clear"), "{ran}");
    assert!(!ran.stdout.contains("notes.txt"), "{ran}");
    assert_eq!(fs::read(folder.join(&name)).unwrap(), torn);
    let ran = twinge.with(WORDS, &["verify", "--backups"]);
    assert!(ran.code == 6 && ran.stdout.contains("daily, NOT LOCKED: DAMAGED"), "{ran}");
    // As if the power had gone between the journal and its backups.
    fs::write(backup, bytes).unwrap();
    fs::write(folder.join(&name), bytes).unwrap();
    fs::remove_file(folder.join("2026-03-12-080000-damaged.db")).unwrap();
    let ran = twinge.unlocked(&["lock"]);
    assert!(ran.stdout.contains("was locked already"), "{ran}");
    assert!(ran.stdout.contains("2 backups beside it were locked likewise"), "{ran}");
    assert_eq!(in_clear(&twinge), [""; 0]);
}

#[test]
fn a_damaged_journal_is_not_locked_and_stays_as_it_is() {
    let (twinge, _) = of_two_days();
    let file = Connection::open(twinge.journal()).unwrap();
    file.execute("UPDATE fact SET value = 90 WHERE field = 'now'", []).unwrap();
    drop(file);
    let before = files_in(&twinge.path("."));
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(ran.code == 6 && ran.stderr.contains("facts are not as they were"), "{ran}");
    assert_eq!(files_in(&twinge.path(".")), before);
}

/// What goes wrong in the middle of the writing is told as anywhere else, not in SQLite's words.
#[test]
fn a_disk_that_takes_no_more_and_a_torn_page_are_told_as_what_they_are() {
    let (twinge, said) = of_two_days();
    let at_a_full_disk = |args: &str| {
        let program = twinge.command(&[]).get_program().to_string_lossy().into_owned();
        let mut command = twinge.command_of("/bin/sh");
        command.env("PATH", "/usr/bin:/bin");
        command.env("TWINGE_PASSPHRASE_COMMAND", format!("echo '{WORDS}'"));
        // No file may become longer than eight kilobytes.
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f 16; exec '{program}' {args}")]);
        twinge.run_command(command, b"")
    };
    let plain = fs::read(twinge.journal()).unwrap();
    for (locks, args) in [(false, "lock"), (true, "unlock")] {
        if locks {
            let _ = twinge.unlocked(&["lock"]);
        }
        let before = files_in(&twinge.path(".local"));
        let ran = at_a_full_disk(args);
        assert_eq!(ran.code, 7, "{args}: {ran}");
        assert!(!ran.stderr.contains("SQLite") && ran.stderr.contains("hint: "), "{args}: {ran}");
        assert_eq!(files_in(&twinge.path(".local")), before, "{args}");
    }
    assert_eq!(twinge.unlocked(&["export"]).stdout, said);
    for page in 1..plain.len() / 4096 {
        let mut torn = plain.clone();
        torn[page * 4096..(page + 1) * 4096].fill(0);
        fs::write(twinge.journal(), &torn).unwrap();
        let ran = twinge.with(WORDS, &["lock"]);
        // One that belongs to nothing but the file's own lists is no loss.
        assert!(ran.code == 6 || ran.code == 0, "{page}: {ran}");
        assert!(!ran.stderr.contains("SQLite"), "{page}: {ran}");
    }
}

/// A page of a locked file that is not as it was written is damage, not a wrong passphrase; and
/// what is in it is salvaged.
#[test]
fn damage_is_told_from_a_wrong_passphrase_and_salvaged() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    let said = twinge.done(&["--journal", "s.db", "export"]).stdout;
    let journal = |more: &[&'static str]| [&["--journal", "s.db"][..], more].concat();
    let _ = twinge.unlocked(&journal(&["lock"]));
    let whole = fs::read(twinge.path("s.db")).unwrap();
    let n_pages = whole.len() / 4096;
    let _ = twinge.unlocked(&journal(&["backup", "-o", "copy.db"]));
    for page in [0, 1, n_pages / 2] {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 1000..page * 4096 + 1016].fill(0);
        fs::write(twinge.path("s.db"), &damaged).unwrap();
        let ran = twinge.with(WORDS, &journal(&["verify"]));
        assert_eq!(ran.code, 6, "{page}: {ran}");
        assert_eq!(twinge.with(OTHERS, &journal(&["verify"])).code, 8, "{page}");
        assert_eq!(fs::read(twinge.path("s.db")).unwrap(), damaged, "{page}");
        let new = format!("new-{page}.db");
        let args = ["--journal", "s.db", "--json", "verify", "--salvage", &new];
        let ran = twinge.with(WORDS, &args);
        let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let lost = found["data"]["facts_lost"].as_i64().unwrap();
        // One block of 16 bytes is lost, and the bytes of the next that were changed.
        assert!((0..=3).contains(&lost), "{page}: {found}");
    }
    // A restore keeps what is damaged as it is, and the passphrase.
    let cut = &whole[..3000];
    let torn = [&whole[..5000], &[0; 4096][..], &whole[9096..]].concat();
    for damaged in [cut, &torn] {
        fs::write(twinge.path("s.db"), damaged).unwrap();
        let ran = twinge.unlocked(&journal(&["restore", "copy.db"]));
        assert!(ran.stdout.contains("-damaged"), "{ran}");
        assert!(files_in(&twinge.path("s.db-backups")).iter().any(|(_, b)| b == damaged));
        assert_eq!(twinge.unlocked(&journal(&["export"])).stdout, said);
    }
    // Its head is gone: a backup knows the salt, and all is read.
    fs::write(twinge.path("s.db"), [&[7; 16], &whole[16..]].concat()).unwrap();
    let ran = twinge.with(WORDS, &journal(&["list"]));
    assert_eq!(ran.code, 5, "{ran}");
    let args = ["--journal", "s.db", "verify", "--salvage", "new.db", "--with", "copy.db"];
    let ran = twinge.unlocked(&args);
    assert!(ran.stdout.contains("nothing is known to be lost"), "{ran}");
    assert!(ran.stdout.contains("from s.db"), "{ran}");
    assert_eq!(twinge.unlocked(&["--journal", "new.db", "export"]).stdout, said);
    assert_eq!(twinge.run(&["--journal", "new.db", "export"]).code, 8);
}

#[test]
fn of_many_that_write_while_it_is_locked_none_is_lost() {
    let (twinge, _) = of_two_days();
    let mut children: Vec<_> = (0..8)
        .map(|n| {
            let mut command = twinge.command(&["took", &format!("medicine-{n}")]);
            command.env("PATH", "/usr/bin:/bin");
            command.env("TWINGE_PASSPHRASE_COMMAND", format!("echo {WORDS}"));
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        })
        .collect();
    let _ = twinge.unlocked(&["lock"]);
    // Whoever waited meanwhile is told to try again; who was told that it is saved, is there.
    let codes: Vec<i32> = children.iter_mut().map(|c| c.wait().unwrap().code().unwrap()).collect();
    assert!(codes.iter().all(|code| [0, 75].contains(code)), "{codes:?}");
    let n_saved = codes.iter().filter(|code| **code == 0).count();
    let shown = twinge.unlocked(&["--json", "show"]).stdout;
    assert_eq!(shown.matches("medicine-").count(), n_saved, "{codes:?} {shown}");
    let _ = twinge.unlocked(&["verify"]);
}

/// Whoever opened the journal before it was locked puts nothing of it in clear after that.
#[test]
fn a_connection_from_before_the_lock_makes_no_backup() {
    let (twinge, _) = of_two_days();
    let moment = Moment::read("2026-03-16T08:00:00+01:00").unwrap();
    let keys = Keys::from(Nobody);
    let before = Store::open(&twinge.journal(), Access::Read, &moment, &keys).unwrap();
    let _ = twinge.unlocked(&["lock"]);
    let made = [
        before.back_up_if_due(&moment).map(drop),
        before.back_up(Reason::Asked, &moment).map(drop),
        before.copy_to(&twinge.path("copy.db"), &moment).map(drop),
    ];
    for made in made {
        assert!(matches!(made, Err(Error::Busy(_))), "{made:?}");
    }
    assert_eq!(in_clear(&twinge), [""; 0]);
}

/// An unlocking that was stopped leaves no part in clear behind, however short a time ago that was.
#[test]
fn what_an_unlocking_left_in_clear_goes_with_the_next_lock() {
    let (twinge, _) = of_two_days();
    let plain = fs::read(twinge.journal()).unwrap();
    let _ = twinge.unlocked(&["lock"]);
    let leave = || {
        let part = |name: &str| twinge.journal().with_file_name(name);
        let [whole, begun, copy, one] = [1, 2, 3, 4].map(part_name);
        fs::write(part(&whole), &plain).unwrap();
        // Its first page is written last.
        fs::write(part(&begun), [&[0; 4096], &plain[4096..]].concat()).unwrap();
        fs::create_dir(part(&copy)).unwrap();
        fs::write(part(&copy).join("journal.db"), &plain).unwrap();
        fs::write(part("journal.db-backups").join(one), &plain).unwrap();
        assert_eq!(in_clear(&twinge).len(), 4);
    };
    leave();
    let _ = twinge.unlocked(&["lock"]);
    assert_eq!(in_clear(&twinge), [""; 0]);
    leave();
    twinge.write("new", OTHERS);
    let change = "--passphrase-fd 3 passphrase --new-passphrase-fd 4 4<new";
    let ran = with_lines(&twinge, WORDS, change);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(in_clear(&twinge), [""; 0]);
}

/// Nor does it wait for a lock, and what another twinge writes just now stays its own.
#[test]
fn what_was_left_in_clear_goes_with_the_next_writing_unless_it_is_being_written() {
    let (twinge, _) = of_two_days();
    let plain = fs::read(twinge.journal()).unwrap();
    let part = |name: &str| twinge.journal().with_file_name(name);
    // As a restore has it, while it runs.
    let [copy, one, dead] = [5, 6, 7].map(part_name);
    fs::create_dir(part(&copy)).unwrap();
    fs::write(part(&copy).join("journal.db"), &plain).unwrap();
    fs::write(part(&one), &plain).unwrap();
    let held = [&copy, &one].map(|name| fs::File::open(part(name)).unwrap());
    for file in &held {
        file.try_lock().unwrap();
    }
    let _ = twinge.unlocked(&["lock"]);
    assert_eq!(in_clear(&twinge).len(), 2);
    fs::write(part("journal.db-backups").join(dead), &plain).unwrap();
    let _ = twinge.unlocked(&["list"]);
    assert_eq!(in_clear(&twinge).len(), 3, "reading changes nothing");
    let _ = twinge.unlocked(&["log", "5"]);
    assert_eq!(in_clear(&twinge).len(), 2);
    drop(held);
    let _ = twinge.unlocked(&["log", "6"]);
    assert_eq!(in_clear(&twinge), [""; 0]);
}

#[test]
fn a_journal_that_was_locked_already_is_not_said_to_be_whole_when_it_is_not() {
    let (twinge, _) = of_two_days();
    let damage = |key: Option<&str>| {
        let file = Connection::open(twinge.journal()).unwrap();
        if let Some(key) = key {
            file.pragma_update(None, "key", key).unwrap();
        }
        file.execute("UPDATE fact SET value = 90 WHERE field = 'now'", []).unwrap();
    };
    let whole = fs::read(twinge.journal()).unwrap();
    damage(None);
    let ran = twinge.run(&["unlock"]);
    assert!(ran.code == 6 && ran.stderr.contains("is damaged: 2 facts"), "{ran}");
    assert_eq!(ran.stdout, "");
    fs::write(twinge.journal(), whole).unwrap();
    let _ = twinge.unlocked(&["lock"]);
    damage(Some(WORDS));
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(ran.code == 6 && ran.stderr.contains("is damaged: 2 facts"), "{ran}");
    assert_eq!(ran.stdout, "");
}

/// What fails after the journal was locked is told beside that, not as if nothing was done.
#[test]
fn a_lock_is_a_lock_whatever_becomes_of_its_backups() {
    let (twinge, said) = of_two_days();
    let folder = twinge.journal().with_file_name("journal.db-backups");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "no folder").unwrap();
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(ran.code == 1 && ran.stdout.starts_with("locked "), "{ran}");
    assert!(ran.stdout.contains("journal.db-backups"), "{ran}");
    assert_eq!(in_clear(&twinge), [""; 0]);
    assert_eq!(twinge.unlocked(&["export"]).stdout, said);
}

#[test]
fn a_backup_that_is_cut_off_or_locked_otherwise_is_told_as_what_it_is() {
    let (mut twinge, _) = of_two_days();
    let _ = twinge.unlocked(&["lock"]);
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, bytes) = files_in(&folder).remove(0);
    fs::write(&backup, &bytes[..3000]).unwrap();
    let ran = twinge.with(WORDS, &["verify", "--backups"]);
    assert!(ran.code == 6 && ran.stdout.contains("locked: DAMAGED"), "{ran}");
    assert!(ran.stdout.contains("not even its first page is there"), "{ran}");
    twinge.at("2026-03-16T08:00:00+01:00");
    let ran = twinge.unlocked(&["log", "5"]);
    assert!(ran.stderr.contains("is damaged: not even its first page is there"), "{ran}");
    // As if it had not been reached when the passphrase was changed.
    twinge.write("new", OTHERS);
    fs::remove_file(&backup).unwrap();
    let change = "--passphrase-fd 3 passphrase --new-passphrase-fd 4 4<new";
    assert_eq!(with_lines(&twinge, WORDS, change).code, 0);
    fs::write(&backup, &bytes).unwrap();
    let ran = twinge.with(OTHERS, &["lock"]);
    assert!(ran.stdout.contains("LOCKED OTHERWISE, and left as it is"), "{ran}");
    assert!(ran.code == 0 && !ran.stdout.contains("NOT LOCKED"), "{ran}");
}
