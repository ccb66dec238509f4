//! A locked journal: nothing of it in clear, the same facts with the passphrase and nothing
//! without, and its backups with it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use rusqlite::Connection;

use crate::kit::{Ran, Twinge, files_in};

/// What a person would notice in a file that should be locked.
const MARKER: &str = "MARKER of a note";

const WORDS: &str = "correct horse battery staple";

const OTHERS: &str = "quite another thing to say";

/// Runs with a passphrase.
fn with(twinge: &Twinge, passphrase: &str, args: &[&str]) -> Ran {
    let mut command = twinge.command(args);
    command.env("TWINGE_PASSPHRASE_COMMAND", format!("printf '%s\\n' '{passphrase}'"));
    twinge.run_command(command, b"")
}

fn done(twinge: &Twinge, passphrase: &str, args: &[&str]) -> Ran {
    let ran = with(twinge, passphrase, args);
    assert_eq!(ran.code, 0, "{args:?}\n{ran}");
    ran
}

/// A journal of two days with a backup, and what `export` says of it.
fn of_two_days() -> (Twinge, String) {
    let mut twinge = Twinge::new();
    twinge.at("2026-03-14T08:00:00+01:00");
    let _ = twinge.done(&["log", "4", "--note", MARKER]);
    twinge.at("2026-03-15T08:00:00+01:00");
    let _ = twinge.done(&["log", "6", "--sleep", "side", "--note", MARKER]);
    let said = twinge.done(&["export"]).stdout;
    (twinge, said)
}

/// The files in which something can be read that is locked.
fn in_clear(twinge: &Twinge) -> Vec<String> {
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
    let ran = done(&twinge, WORDS, &["lock"]);
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
        let ran = with(&twinge, OTHERS, args);
        assert_eq!((ran.code, ran.stdout.as_str()), (8, ""), "{ran}");
        assert!(ran.stderr.contains("passphrase does not open"), "{ran}");
    }
    assert_eq!(fs::read(twinge.journal()).unwrap(), locked);
    // Nor does it open as a plain file.
    let file = Connection::open(twinge.journal()).unwrap();
    assert!(file.prepare("SELECT * FROM fact").is_err());
    drop(file);
    // With it, all is as before.
    assert_eq!(done(&twinge, WORDS, &["export"]).stdout, said);
    let ran = done(&twinge, WORDS, &["verify"]);
    assert!(ran.stdout.contains("whole: "), "{ran}");
    let _ = done(&twinge, WORDS, &["unlock"]);
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
    let _ = done(&twinge, WORDS, &["lock"]);
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
    let _ = done(&twinge, WORDS, &["lock"]);
    twinge.at("2026-03-16T08:00:00+01:00");
    twinge.write("d.csv", "date,pain\n2026-03-01,4\n");
    fs::create_dir(twinge.path("stick")).unwrap();
    let _ = done(&twinge, WORDS, &["log", "5", "--note", MARKER]);
    let _ = done(&twinge, WORDS, &["import", "d.csv"]);
    let _ = done(&twinge, WORDS, &["undo"]);
    let _ = done(&twinge, WORDS, &["backup", "-o", "stick"]);
    let _ = done(&twinge, WORDS, &["backup"]);
    let ran = done(&twinge, WORDS, &["verify", "--backups"]);
    assert_eq!(ran.stdout.matches("whole, ").count(), 4, "{ran}");
    assert_eq!(in_clear(&twinge), [""; 0]);
    let said = done(&twinge, WORDS, &["export"]).stdout;
    // A backup takes its place, another passphrase is no hindrance for whoever knows both.
    let _ = done(&twinge, WORDS, &["restore", "stick/journal-2026-03-16-080000.db"]);
    assert_eq!(done(&twinge, WORDS, &["export"]).stdout, said);
    assert_eq!(in_clear(&twinge), [""; 0]);
}
