//! What else has what is locked: links, other names, and what programs let lie beside a file.

use std::fs;

use rusqlite::Connection;

use crate::kit::{Twinge, WORDS, files_in};
use crate::store::lock::{in_clear, of_two_days};

/// Other names of the files keep what they were: a link is followed, a hard link is named.
#[test]
fn what_a_link_points_at_is_locked_and_what_has_another_name_is_named() {
    let (twinge, said) = of_two_days();
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, _) = files_in(&folder).remove(0);
    for file in [twinge.journal(), backup.clone()] {
        let real = twinge.path("real").join(file.file_name().unwrap());
        fs::create_dir_all(twinge.path("real")).unwrap();
        fs::rename(&file, &real).unwrap();
        std::os::unix::fs::symlink(&real, &file).unwrap();
    }
    // The folder of backups is beside what the journal's link points at.
    fs::rename(&folder, twinge.path("real/journal.db-backups")).unwrap();
    let _ = twinge.unlocked(&["lock"]);
    assert_eq!(in_clear(&twinge), [""; 0]);
    assert!(fs::symlink_metadata(twinge.journal()).unwrap().is_symlink());
    assert_eq!(twinge.unlocked(&["export"]).stdout, said);
    let _ = twinge.unlocked(&["unlock"]);
    fs::hard_link(twinge.path("real/journal.db"), twinge.path("mine.db")).unwrap();
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(ran.code == 1 && ran.stderr.contains("something beside it stays in clear"), "{ran}");
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("NOT LOCKED, and left as it is: what ~/real/journal.db was"), "{ran}");
    assert_eq!(in_clear(&twinge).len(), 1);
    fs::remove_file(twinge.path("mine.db")).unwrap();
    let _ = twinge.unlocked(&["lock"]);
}

/// A program that keeps SQLite's journal leaves pages in clear beside the file.
#[test]
fn what_another_program_let_lie_beside_goes_with_the_lock() {
    let (twinge, _) = of_two_days();
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, _) = files_in(&folder).remove(0);
    for path in [&twinge.journal(), &backup] {
        let file = Connection::open(path).unwrap();
        file.pragma_update(None, "journal_mode", "PERSIST").unwrap();
        file.execute_batch("CREATE TABLE t (a); DROP TABLE t; VACUUM").unwrap();
    }
    assert!(in_clear(&twinge).len() >= 3, "{:?}", in_clear(&twinge));
    let _ = twinge.unlocked(&["lock"]);
    assert_eq!(in_clear(&twinge), [""; 0]);
    assert!(!twinge.journal().with_file_name("journal.db-journal").exists());
}

/// Another disk is not reached from `/`: the command looks where the file is.
#[test]
fn other_names_are_looked_for_on_the_disk_of_the_file() {
    use std::os::unix::fs::MetadataExt as _;
    let disk = |path: &str| fs::metadata(path).map(|about| about.dev()).ok();
    let other = "/dev/shm";
    if disk(other).is_none() || disk(other) == disk("/") {
        return;
    }
    let Ok(folder) = tempfile::tempdir_in(other) else { return };
    let twinge = Twinge::new();
    let journal = folder.path().join("j.db").to_str().unwrap().to_owned();
    let _ = twinge.done(&["--journal", &journal, "log", "4"]);
    fs::hard_link(&journal, folder.path().join("mine.db")).unwrap();
    let ran = twinge.with(WORDS, &["--journal", &journal, "lock"]);
    assert!(ran.stdout.contains("`find /dev/shm -xdev -inum "), "{ran}");
}

/// Whatever stays in clear is named as what it is, with what can be done about it.
#[test]
fn copies_that_no_lock_knows_of_are_named() {
    let (twinge, _) = of_two_days();
    let beside = |name: &str| twinge.journal().with_file_name(name);
    let folder = beside("journal.db-backups");
    fs::copy(twinge.journal(), beside("j2.db")).unwrap();
    fs::copy(twinge.journal(), beside("journal.db.bak")).unwrap();
    fs::copy(twinge.journal(), beside(".hidden")).unwrap();
    fs::copy(twinge.journal(), folder.join("before.db")).unwrap();
    fs::write(folder.join("2026-03-12-080000-damaged.db"), "what was left").unwrap();
    let other = beside("other.db").to_str().unwrap().to_owned();
    let _ = twinge.done(&["--journal", &other, "log", "2"]);
    let ran = twinge.with(WORDS, &["lock"]);
    let told = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, what) in [
        ("j2.db", "a copy of this journal; delete it, or lock it too: `twinge --journal ~/"),
        ("journal.db.bak", "a copy of this journal; "),
        (".hidden", "a copy of this journal; "),
        ("before.db", "a journal under another name; delete it, or lock it too: "),
        ("2026-03-12-080000-damaged.db", "the damaged journal of Thu 12 Mar 2026, kept for"),
    ] {
        let (_, said) = told.split_once(&format!("{name} ")).unwrap_or_else(|| panic!("{ran}"));
        assert!(said.starts_with(what), "{name}: {ran}");
    }
    assert!(!told.contains("other.db"), "it is another journal: {ran}");
    assert!(told.contains("so are backups that you put elsewhere before"), "{ran}");
    let failed = "twinge: the journal is locked; but something beside it stays in clear";
    assert!(ran.code == 1 && ran.stderr.starts_with(failed), "{ran}");
    // What is said to lock one does.
    for file in
        [beside("j2.db"), beside("journal.db.bak"), beside(".hidden"), folder.join("before.db")]
    {
        let ran = twinge.with(WORDS, &["--journal", file.to_str().unwrap(), "lock"]);
        assert!(ran.stdout.starts_with("locked "), "{ran}");
    }
    fs::remove_file(folder.join("2026-03-12-080000-damaged.db")).unwrap();
    let _ = twinge.unlocked(&["lock"]);
}

#[test]
fn what_cannot_be_locked_is_not_said_to_be_by_the_next_lock() {
    let (twinge, _) = of_two_days();
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, mut bytes) = files_in(&folder).remove(0);
    let half = bytes.len() / 2;
    bytes[half..half + 4096].fill(0);
    let _ = twinge.unlocked(&["lock"]);
    fs::write(&backup, &bytes).unwrap();
    let ran = twinge.with(WORDS, &["lock"]);
    assert!(ran.stdout.contains("One that is damaged stays as it is: delete it"), "{ran}");
    let ran = twinge.with(WORDS, &["verify", "--backups"]);
    assert!(ran.stdout.contains("NOT LOCKED and DAMAGED: that cannot be locked."), "{ran}");
    assert!(!ran.stdout.contains("`twinge lock` locks"), "{ran}");
    fs::remove_file(&backup).unwrap();
    std::os::unix::fs::symlink("nowhere", &backup).unwrap();
    let ran = twinge.unlocked(&["restore"]);
    assert!(ran.stdout.contains(": A LINK TO WHAT IS NOT THERE:"), "{ran}");
    assert!(!ran.stdout.contains("`twinge lock`"), "{ran}");
}
