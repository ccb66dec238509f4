//! What killed commands leave: removed by the next writing, and nothing else with it.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::PathBuf;

use rusqlite::Connection;

use crate::kit::{Twinge, WORDS, files_in, part_name};

/// A folder with a journal, and the folder of its backups.
fn of_a_day() -> (Twinge, [PathBuf; 2]) {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["backup"]);
    let folder = twinge.path(".local/share/twinge");
    let backups = folder.join("journal.db-backups");
    (twinge, [folder, backups])
}

#[test]
fn what_is_not_twinges_stays_whatever_its_name_begins_with() {
    let (mut twinge, folders) = of_a_day();
    let mine = twinge.write("mine.txt", "diary");
    for (folder, n) in folders.iter().zip([1, 100]) {
        // The last is of the right form, but for the hash at its end.
        for name in
            [".twinge-notes", ".twinge-a1b2c3", ".twinge-unfinished-0000000000000001aaaaaaaa"]
        {
            fs::write(folder.join(name), "diary").unwrap();
        }
        let other = Connection::open(folder.join(".twinge-sqlite")).unwrap();
        other.execute_batch("CREATE TABLE mine (a)").unwrap();
        fs::copy(twinge.journal(), folder.join(".twinge-backup")).unwrap();
        fs::create_dir(folder.join(".twinge-kept")).unwrap();
        fs::copy(twinge.journal(), folder.join(".twinge-kept/journal.db")).unwrap();
        symlink(&mine, folder.join(part_name(n))).unwrap();
        fs::hard_link(&mine, folder.join(part_name(n + 1))).unwrap();
        fs::create_dir(folder.join(part_name(n + 2))).unwrap();
        fs::write(folder.join(part_name(n + 2)).join("notes.txt"), "diary").unwrap();
    }
    let hidden = || {
        files_in(&folders[0])
            .into_iter()
            .filter(|(path, _)| path.to_string_lossy().contains("/.twinge-"))
            .collect::<Vec<_>>()
    };
    let before = hidden();
    assert_eq!(before.len(), 2 * 9);
    let _ = twinge.done(&["log", "5"]);
    let _ = twinge.done(&["backup"]);
    // It names what is in clear beside the backups.
    assert_eq!(twinge.with(WORDS, &["lock"]).code, 1);
    let _ = twinge.unlocked(&["log", "6"]);
    let _ = twinge.unlocked(&["unlock"]);
    twinge.at("2099-01-01T08:00:00+01:00");
    let _ = twinge.done(&["log", "7"]);
    let _ = twinge.done(&["backup"]);
    assert!(hidden() == before);
    assert_eq!(fs::metadata(mine).unwrap().nlink(), 3);
}

/// A lock or another passphrase that was killed left what the passphrase of before opens.
#[test]
fn what_a_killed_command_left_goes_with_the_next_writing() {
    let (twinge, folders) = of_a_day();
    let plain = fs::read(twinge.journal()).unwrap();
    let _ = twinge.unlocked(&["lock"]);
    let locked = fs::read(twinge.journal()).unwrap();
    let leave = || {
        for (folder, n) in folders.iter().zip([10, 20]) {
            fs::write(folder.join(part_name(n)), &locked).unwrap();
            fs::write(folder.join(part_name(n + 1)), &plain).unwrap();
            fs::write(folder.join(part_name(n + 2)), "").unwrap();
            fs::write(folder.join(part_name(n + 3)), "half of an export").unwrap();
            fs::write(folder.join(part_name(n + 3) + "-journal"), &plain).unwrap();
            let copy = folder.join(part_name(n + 4));
            fs::create_dir(&copy).unwrap();
            fs::write(copy.join("journal.db"), &plain).unwrap();
            // As a restore to a locked journal is killed.
            fs::write(copy.join(part_name(n + 5)), &plain).unwrap();
            fs::create_dir(folder.join(part_name(n + 6))).unwrap();
        }
    };
    let is_left = || {
        let listed = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        let names = listed.map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with(".twinge-unfinished-")).count()
    };
    leave();
    assert_eq!(is_left(), 2 * 7);
    let _ = twinge.unlocked(&["list"]);
    assert_eq!(is_left(), 2 * 7, "reading changes nothing");
    let with_both = |args: &str| {
        let program = env!("CARGO_BIN_EXE_twinge");
        let mut shell = twinge.command_of("sh");
        shell.arg("-c").arg(format!("{program} --passphrase-fd 3 {args} 3<words 4<new"));
        twinge.run_command(shell, b"")
    };
    twinge.write("new", "quite another thing to say");
    twinge.write("words", WORDS);
    for args in ["log 5", "lock", "backup", "passphrase --new-passphrase-fd 4", "unlock"] {
        if args == "unlock" {
            fs::copy(twinge.path("new"), twinge.path("words")).unwrap();
        }
        let ran = with_both(args);
        assert_eq!((ran.code, is_left()), (0, 0), "{args}: {ran}");
        leave();
    }
    let _ = twinge.done(&["log", "6"]);
    assert_eq!(is_left(), 0, "of a journal that is not locked");
}
