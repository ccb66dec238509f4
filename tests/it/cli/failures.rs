//! What goes wrong is told with its code, and nothing is touched.

use std::fs;

use insta::assert_snapshot;

use crate::cli::lock::sh;
use crate::kit::{Twinge, files_in};

#[test]
fn reading_never_makes_a_journal() {
    let twinge = Twinge::new();
    for command in
        ["list", "show", "alerts", "chart", "history", "export", "verify", "backup", "undo"]
    {
        let ran = twinge.run(&["--journal", "typo.db", command]);
        assert_eq!(ran.code, 4, "{command}: {ran}");
    }
    assert!(files_in(&twinge.path(".")).is_empty());
    assert_snapshot!(twinge.run(&["--journal", "typo.db", "list"]).stderr, @"
    twinge: cannot list the days: there is no journal at typo.db
      hint: `twinge --journal typo.db log 4` starts one; `--journal FILE` names
        another file
    ");
}

#[test]
fn making_a_journal_is_said() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["--journal", "new/place/mine.db", "log", "4"]);
    assert!(ran.stderr.contains("started a new journal: new/place/mine.db"), "{ran}");
}

#[test]
fn a_file_of_something_else_is_left_alone() {
    let twinge = Twinge::new();
    let files: [(&str, &[u8]); 4] = [
        ("text", b"dear diary"),
        ("head", b"SQLite format 3\0"),
        ("zeros", &[0; 4096]),
        ("short", b"S"),
    ];
    for (name, bytes) in files {
        twinge.write(name, bytes);
        for args in [&["--journal", name, "list"][..], &["--journal", name, "log", "4"]] {
            let ran = twinge.run(args);
            assert_eq!(ran.code, 5, "{args:?}: {ran}");
        }
        assert_eq!(fs::read(twinge.path(name)).unwrap(), bytes, "{name} was touched");
    }
}

#[test]
fn a_folder_in_its_place_and_a_newer_file() {
    let twinge = Twinge::new();
    fs::create_dir(twinge.path("folder")).unwrap();
    assert_snapshot!(twinge.run(&["--journal", "folder", "log", "4"]), @"
    --- stderr
    twinge: cannot log the day: folder is a folder
      hint: name a file: `--journal FOLDER/journal.db`
    --- exit 5
    ");

    let _ = twinge.done(&["--journal", "new.db", "log", "4"]);
    let newer = rusqlite::Connection::open(twinge.path("new.db")).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = fs::read(twinge.path("new.db")).unwrap();
    for args in [&["--journal", "new.db", "log", "5"][..], &["--journal", "new.db", "list"]] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 5);
        assert!(ran.stderr.contains("version 99"), "{ran}");
    }
    assert_eq!(fs::read(twinge.path("new.db")).unwrap(), before);
}

#[test]
fn another_programs_database_is_not_a_journal() {
    let twinge = Twinge::new();
    let other = rusqlite::Connection::open(twinge.path("other.db")).unwrap();
    other.execute_batch("CREATE TABLE pain (x); INSERT INTO pain VALUES (1);").unwrap();
    drop(other);
    let before = fs::read(twinge.path("other.db")).unwrap();
    assert_eq!(twinge.run(&["--journal", "other.db", "log", "5"]).code, 5);
    assert_eq!(fs::read(twinge.path("other.db")).unwrap(), before);
}

#[test]
fn a_foreign_file_in_another_journal_mode_is_left_as_it_is() {
    let twinge = Twinge::new();
    let other = rusqlite::Connection::open(twinge.path("wal.db")).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE pain (x);").unwrap();
    drop(other);
    let before = fs::read(twinge.path("wal.db")).unwrap();
    assert_eq!(twinge.run(&["--journal", "wal.db", "log", "5"]).code, 5);
    assert_eq!(fs::read(twinge.path("wal.db")).unwrap(), before);
}

#[test]
fn looking_back_does_not_write() {
    let twinge = Twinge::new();
    let ran = twinge.run(&["--as-of", "yesterday", "log", "4"]);
    assert_snapshot!(ran, @"
    --- stderr
    twinge: cannot log the day: --as-of looks back; it does not write
      hint: `--on DAY` says which day it is about
    --- exit 2
    ");
    assert!(files_in(&twinge.path(".")).is_empty());
}

#[test]
fn no_export_and_no_picture_is_written_over_a_journal() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["--journal", "k.db", "log", "4"]);
    let _ = twinge.done(&["--journal", "m.svg", "log", "4"]);
    let before = files_in(&twinge.path("."));
    for args in [
        &["--journal", "k.db", "export", "-o", "k.db", "--force"][..],
        &["--journal", "m.svg", "chart", "-o", "m.svg", "--force"],
        &["--journal", "m.svg", "export", "-o", "k.db", "--force"],
        &["--journal", "k.db", "export", "-o", "k.db-journal"],
    ] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {ran}");
    }
    assert_eq!(files_in(&twinge.path(".")), before);
}

#[test]
fn a_pipe_in_the_place_of_a_journal_does_not_hang() {
    let twinge = Twinge::new();
    let made = std::process::Command::new("mkfifo").arg(twinge.path("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    assert_eq!(twinge.run(&["--journal", "pipe", "list"]).code, 5);
    assert_eq!(twinge.run(&["--journal", "pipe", "log", "4"]).code, 5);
    let ran = twinge.run(&["--journal", "pipe", "verify"]);
    assert!(!ran.stderr.contains("--salvage"), "there is nothing to be taken out: {ran}");
    assert_eq!(twinge.run(&["--journal", "pipe", "verify", "--salvage", "new.db"]).code, 5);
    assert!(!twinge.path("new.db").exists());
}

#[test]
fn nothing_is_read_from_what_is_no_file() {
    let twinge = Twinge::new();
    let saved = twinge.done(&["log", "4"]).stdout;
    let _ = twinge.done(&["backup"]);
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let (backup, _) = files_in(&folder).remove(0);
    let pipe = backup.with_file_name("2020-01-01-080000-00000001-asked.db");
    for path in [&twinge.path("pipe"), &pipe] {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        if !made.is_ok_and(|status| status.success()) {
            return;
        }
    }
    for no_file in ["pipe", "/dev/zero"] {
        let ran = twinge.done(&["verify", "--salvage", "new.db", "--with", no_file]);
        assert!(ran.stdout.contains(&format!("none from {no_file}: it is no file")), "{ran}");
        fs::remove_file(twinge.path("new.db")).unwrap();
        let ran = twinge.run(&["verify", "--must-contain", no_file]);
        assert!(ran.code == 3 && ran.stderr.contains("it is no ordinary file"), "{ran}");
    }
    // Among the backups it is none.
    let view = twinge.json(&["verify", "--backups"]);
    assert_eq!(view["data"]["backups"].as_array().unwrap().len(), 1);
    let _ = twinge.unlocked(&["lock"]);
    let _ = twinge.unlocked(&["unlock"]);
    // What a shell gives as `<(…)` is a pipe, and is read.
    twinge.write("said", saved);
    let read = "cat said | $TWINGE verify --must-contain /dev/fd/0";
    let ran = sh(&twinge, read);
    assert!(ran.code == 0 && ran.stdout.contains("1 of 1 id is there"), "{ran}");
}

#[test]
fn what_is_no_ordinary_file_is_not_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let made = std::process::Command::new("mkfifo").arg(twinge.path("pipe")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    for args in [
        &["export", "-o", "pipe", "--force"][..],
        &["chart", "pain", "-o", "pipe", "--force"],
        &["report", "--html", "-o", "pipe", "--force"],
        &["backup", "-o", "pipe"],
    ] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {ran}");
        assert!(fs::metadata(twinge.path("pipe")).unwrap().file_type().is_fifo(), "{args:?}");
    }
    let ran = twinge.run(&["export", "-o", "pipe", "--force"]);
    assert!(ran.stderr.contains("pipe is no ordinary file"), "{ran}");
}

#[test]
fn what_the_system_refuses_is_told_in_words_with_a_way_out() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["--journal", "j.db", "log", "4"]);
    let _ = twinge.done(&["--journal", "k.db", "log", "4"]);
    twinge.write("k.db-backups", "no folder");
    std::os::unix::fs::symlink("circle", twinge.path("circle")).unwrap();
    let long = "x".repeat(255);
    let longer = "x".repeat(256);
    for (args, code, told, way) in [
        (
            &["--journal", "j.db", "backup", "-o", "none/"][..],
            2,
            "no folder none/",
            "make it first",
        ),
        (&["--journal", "j.db", "export", "-o", "none/x"], 2, "no folder none", "make it first"),
        (&["--journal", "circle", "list"], 1, "leads in a circle", "remove the link"),
        (&["--journal", "k.db", "backup"], 1, "a file of this name is there", "another name"),
        (&["--journal", "k.db", "restore"], 1, "a file is where a folder", "another name"),
        (&["--journal", "j.db", "import", "none.csv"], 3, "it is not there", "name a file"),
        (&["--journal", &long, "log", "4"], 7, "cannot be written", "a shorter one"),
        (&["--journal", &longer, "list"], 1, "its name is too long", "a shorter one"),
    ] {
        let ran = twinge.run(args);
        let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(ran.code == code && said.contains(told), "{args:?}: {ran}");
        let hint = said.split_once("hint: ").unwrap().1;
        assert!(hint.contains(way), "{args:?}: {ran}");
        assert!(!said.contains("os error") && !said.contains("who owns"), "{args:?}: {ran}");
    }
}

/// What stops in the middle leaves nothing that looks like a sample.
#[test]
fn a_sample_that_is_not_whole_has_no_name() {
    let twinge = Twinge::new();
    let ran = sh(&twinge, "trap '' XFSZ; ulimit -f 200; exec $TWINGE demo d.db");
    assert_eq!(ran.code, 7, "{ran}");
    assert!(files_in(&twinge.path(".")).is_empty(), "{:?}", files_in(&twinge.path(".")));
    let _ = twinge.done(&["demo", "d.db"]);
    assert_eq!(files_in(&twinge.path(".")).len(), 1);
}

/// Two signs add up to an emergency that neither is alone, and an accident is one by itself: they
/// are told although the disk takes nothing.
#[test]
fn an_emergency_that_entries_add_up_to_is_told_where_they_cannot_be_kept() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["symptom", "clumsy-hands"]);
    let kept = fs::read(twinge.journal()).unwrap();
    // No file may be longer than so many blocks; what is written to a pipe is no file.
    let up_to = |blocks: usize, args: &[&str]| {
        let inner = twinge.command(args);
        let mut shell = std::process::Command::new("sh");
        let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        shell.args(["-c", &line, "sh"]).arg(inner.get_program());
        shell.args(inner.get_args()).env_clear().current_dir(twinge.path("."));
        for (name, value) in inner.get_envs() {
            shell.env(name, value.unwrap());
        }
        let done = shell.output().unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    let full = |args: &[&str]| up_to(0, args);
    let hands = "! Clumsy hands and unsteady walking together.";
    for args in [
        &["symptom", "unsteady-walking"][..],
        &["--quiet", "log", "4", "--symptom", "unsteady-walking"],
    ] {
        let (code, told) = full(args);
        assert_eq!(code, Some(7), "{told}");
        assert_eq!(told.matches(hands).count(), 1, "{told}");
        assert!(told.find(hands) < told.find("twinge: cannot"), "{told}");
    }
    let (code, told) = full(&["event", "accident", "fell off the bike"]);
    assert_eq!(code, Some(7), "{told}");
    assert_eq!(told.matches("! An accident").count(), 1, "{told}");
    // What is no emergency waits until it is kept.
    let (code, told) = full(&["log", "4", "--site", "between-shoulders"]);
    assert_eq!((code, told.contains("! ")), (Some(7), false), "{told}");
    assert_eq!(fs::read(twinge.journal()).unwrap(), kept);
    // What the sign itself said is not said again.
    let (_, told) = full(&["symptom", "chest-pain"]);
    assert!(told.contains("112") && !told.contains("! "), "{told}");

    // Wherever in the writing it fails, it is told once, and the journal is whole.
    let mut codes = Vec::new();
    for blocks in (0..kept.len() / 512 + 16).step_by(8) {
        let (code, told) = up_to(blocks, &["symptom", "unsteady-walking"]);
        assert_eq!(told.matches(hands).count(), 1, "{blocks} blocks: {told}");
        codes.push(code);
        let _ = twinge.done(&["verify"]);
        fs::write(twinge.journal(), &kept).unwrap();
    }
    assert_eq!((codes.first(), codes.last()), (Some(&Some(7)), Some(&Some(0))), "{codes:?}");

    // Nor is it lost behind a file that is no journal.
    twinge.write("letter", "dear diary");
    let ran = twinge.run(&["--journal", "letter", "event", "accident"]);
    assert_eq!(ran.code, 5, "{ran}");
    assert!(ran.stderr.contains("! An accident"), "{ran}");
    // Kept, it is told once, and it is no news to what cannot be kept.
    let ran = twinge.done(&["symptom", "unsteady-walking"]);
    assert_eq!(ran.stderr.matches(hands).count(), 1, "{ran}");
    let (code, told) = full(&["log", "4"]);
    assert_eq!((code, told.contains(hands)), (Some(7), false), "{told}");
}

/// A journal that is gone or empty where its backups are: it was lost, and is not begun anew.
#[test]
fn a_lost_journal_is_not_begun_anew_beside_its_backups() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    twinge.at("2026-03-16T08:00:00+01:00");
    let _ = twinge.done(&["log", "5"]);
    twinge.at("2026-03-16T09:00:00+01:00");
    let _ = twinge.done(&["backup"]);
    let said = twinge.done(&["export"]).stdout;
    let folder = twinge.journal().with_file_name("journal.db-backups");
    let newest = "2026-03-16-090000";
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|f| f.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 2, "{names:?}");
    let lose = || fs::remove_file(twinge.journal()).unwrap();
    let empty = || fs::write(twinge.journal(), b"").unwrap();
    let blank = || {
        lose();
        let file = rusqlite::Connection::open(twinge.journal()).unwrap();
        file.execute_batch("CREATE TABLE t (x); DROP TABLE t; VACUUM;").unwrap();
    };
    for (how, is) in [(&lose as &dyn Fn(), "gone"), (&empty, "empty"), (&blank, "empty")] {
        how();
        let before = files_in(&twinge.path("."));
        for args in [
            &["log", "6"][..],
            &["list"],
            &[],
            &["took", "tea"],
            &["habit", "add", "tea"],
            &["habit"],
            &["activity"],
            &["profile"],
            &["experiment"],
            &["experiment", "plan", "tea"],
        ] {
            let ran = twinge.run(args);
            assert_eq!(ran.code, 4, "{args:?}: {ran}");
            let told = ran.stderr.replace("\n    ", " ").replace("\n  ", " ");
            assert!(told.contains(&format!("is {is}, and its backups are there")), "{ran}");
            assert!(told.contains(&format!("`twinge restore {newest}-")), "{ran}");
            assert!(told.contains("first give another name to ~/"), "{ran}");
        }
        assert_eq!(files_in(&twinge.path(".")), before, "nothing was made");
        let _ = twinge.done(&["restore", names[1].to_str().unwrap()]);
        assert_eq!(twinge.done(&["export"]).stdout, said);
    }
    // Only what is whole is named …
    lose();
    fs::write(folder.join(&names[1]), b"torn").unwrap();
    assert!(twinge.run(&["log", "6"]).stderr.contains(names[0].to_str().unwrap()));
    fs::write(folder.join(&names[0]), b"torn").unwrap();
    let ran = twinge.run(&["log", "6"]);
    assert_eq!(ran.code, 4, "{ran}");
    assert!(ran.stderr.contains("none of them is whole"), "{ran}");
    // … and there is a way to begin anew.
    fs::rename(&folder, twinge.path("old backups")).unwrap();
    let _ = twinge.done(&["log", "6"]);
}

#[test]
fn what_no_command_replaces_is_not_said_to_be() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    twinge.write("there", "mine");
    for args in [&["backup", "-o", "there"][..], &["verify", "--salvage", "there"]] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 2, "{ran}");
        assert!(ran.stderr.contains("name another file") && !ran.stderr.contains("force"), "{ran}");
    }
    let ran = twinge.run(&["restore", "nonsense"]);
    assert_snapshot!(ran, @"
    --- stderr
    twinge: cannot restore: there is no backup nonsense
      hint: `twinge restore` alone lists those beside the journal
    --- exit 4
    ");
}

#[test]
fn what_only_looks_is_not_said_to_change_anything() {
    let twinge = Twinge::new();
    twinge.write("letter", "dear diary");
    for (args, lead) in [
        (&["weekly", "--list"][..], "list the weekly answers"),
        (&["weekly", "--peg", "1", "2", "3"], "record the week"),
        (&["habit"], "list your habits"),
        (&["habit", "list"], "list your habits"),
        (&["habit", "add", "tea"], "change your habits"),
        (&["activity"], "list your activities"),
        (&["activity", "add", "carry bags"], "change your activities"),
        (&["profile"], "show the profile"),
        (&["profile", "name", "Kim"], "change the profile"),
        (&["profile", "name", "--clear"], "change the profile"),
    ] {
        let ran = twinge.run(&[&["--journal", "letter"], args].concat());
        assert_eq!(ran.code, 5, "{args:?}: {ran}");
        assert!(ran.stderr.starts_with(&format!("twinge: cannot {lead}: ")), "{args:?}: {ran}");
    }
    // So it can look back.
    let _ = twinge.done(&["weekly", "--change", "same"]);
    let ran = twinge.done(&["--as-of", "2026-03-14", "weekly", "--list"]);
    assert!(!ran.stdout.contains("15 Mar"), "{ran}");
    let ran = twinge.run(&["--as-of", "yesterday", "weekly", "--change", "same"]);
    assert!(ran.stderr.contains("--as-of looks back"), "{ran}");
}
