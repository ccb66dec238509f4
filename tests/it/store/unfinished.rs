//! A crash in the middle of a commit: the next reader puts it right, in place or, where the place
//! cannot be written to, in a copy.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;

use crate::kit::{Twinge, files_in};

/// A folder with a journal that a crash left in the middle of a commit, and what it says.
fn crashed(twinge: &Twinge) -> String {
    let _ = twinge.done(&["demo", "s.db"]);
    let said = twinge.done(&["--journal", "s.db", "export"]).stdout;
    let file = rusqlite::Connection::open(twinge.path("s.db")).unwrap();
    file.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE fact SET hash = zeroblob(16);")
        .unwrap();
    fs::create_dir(twinge.path("cd")).unwrap();
    for end in ["", "-journal"] {
        let to = twinge.path("cd").join(format!("s.db{end}"));
        fs::copy(twinge.path(&format!("s.db{end}")), to).unwrap();
    }
    said
}

fn chmod(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_was_not_committed_was_never_there() {
    let twinge = Twinge::new();
    let said = crashed(&twinge);
    assert_eq!(twinge.done(&["--journal", "cd/s.db", "export"]).stdout, said);
    assert!(!twinge.path("cd/s.db-journal").exists());
    let _ = twinge.done(&["--journal", "cd/s.db", "verify"]);
}

#[test]
fn where_nothing_can_be_written_a_copy_is_read() {
    /// Nobody: what the owner of everything may do anyway.
    const NOBODY: u32 = 65_534;
    let twinge = Twinge::new();
    let said = crashed(&twinge);
    let cd = twinge.path("cd");
    for (path, _) in files_in(&cd) {
        chmod(&path, 0o444);
    }
    chmod(&cd, 0o555);
    chmod(&twinge.path("."), 0o755);
    let before = files_in(&cd);
    let is_writable = fs::write(cd.join("probe"), "").is_ok();
    let run = |args: &[&str]| {
        let mut command = twinge.command(args);
        if is_writable {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output()
    };
    if is_writable {
        fs::remove_file(cd.join("probe")).unwrap();
    }
    // Where nobody may not come to the program either, this cannot be tried.
    if run(&["--help"]).is_ok_and(|ran| ran.status.success()) {
        let ran = run(&["--journal", "cd/s.db", "export"]).unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        assert!(String::from_utf8(ran.stdout).unwrap() == said, "{told}");
        assert!(told.contains("is read from a copy"), "{told}");
        let ran = run(&["--journal", "cd/s.db", "log", "4"]).unwrap();
        assert_eq!(ran.status.code(), Some(7));
        assert_eq!(files_in(&cd), before);
    }
    chmod(&cd, 0o755);
}

/// The power went while the journal was first made: some of its pages reached the disk, not the
/// first. Nothing was acknowledged, and the next writing makes it.
#[test]
fn a_journal_that_was_half_made_is_made_again() {
    let twinge = Twinge::new();
    let making = rusqlite::Connection::open(twinge.path("making.db")).unwrap();
    making
        .execute_batch(
            "PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (x);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
             INSERT INTO t SELECT zeroblob(1000) FROM n;",
        )
        .unwrap();
    let mut half = fs::read(twinge.path("making.db")).unwrap();
    assert!(half.len() > 4096);
    half[..4096].fill(0);
    let rest = fs::read(twinge.path("making.db-journal")).unwrap();
    drop(making);
    for args in [&["list"][..], &["verify"], &["log", "4"]] {
        twinge.write("j.db", &half);
        twinge.write("j.db-journal", &rest);
        let ran = twinge.run(&[&["--journal", "j.db"], args].concat());
        assert_eq!(ran.code, if args[0] == "log" { 0 } else { 4 }, "{ran}");
    }
    let _ = twinge.done(&["--journal", "j.db", "verify"]);
    // Without what SQLite noted, it is nobody's.
    twinge.write("z.db", &half);
    assert_eq!(twinge.run(&["--journal", "z.db", "log", "4"]).code, 5);
}
