//! A journal of an older version: read as it is, walked up by the first that writes.

use std::fs;

use rusqlite::Connection;

use crate::kit::Twinge;

/// The schemas as they were, for ever.
const SCHEMAS: [&str; 2] =
    [include_str!("../../data/schema-v1.sql"), include_str!("../../data/schema-v2.sql")];

/// A journal of an old version that says pain 4 on 2026-03-14, with the facts that a command wrote.
fn of_version(twinge: &Twinge, version: usize) {
    let _ = twinge.done(&["log", "4", "--on", "2026-03-14"]);
    let old = twinge.path("old.db");
    let today = Connection::open(&old).unwrap();
    today.execute_batch(SCHEMAS[version - 1]).unwrap();
    let marks = format!("PRAGMA application_id = 0x54574e47; PRAGMA user_version = {version};");
    today.execute_batch(&marks).unwrap();
    today.execute("ATTACH ?1 AS new", [twinge.journal().to_string_lossy()]).unwrap();
    today
        .execute_batch(
            "INSERT INTO journal SELECT * FROM new.journal;
             INSERT INTO device SELECT * FROM new.device;
             INSERT INTO written SELECT * FROM new.written;
             INSERT INTO fact SELECT * FROM new.fact;",
        )
        .unwrap();
    drop(today);
    fs::rename(&old, twinge.journal()).unwrap();
}

fn version(twinge: &Twinge) -> i32 {
    let file = Connection::open(twinge.journal()).unwrap();
    file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn reading_changes_nothing_and_the_first_that_writes_walks_it_up() {
    for old in 1..=SCHEMAS.len() {
        is_walked_up(old);
    }
}

fn is_walked_up(old: usize) {
    let twinge = Twinge::new();
    of_version(&twinge, old);
    let before = fs::read(twinge.journal()).unwrap();
    for args in [&["list"][..], &[], &["alerts"], &["verify"], &["history"]] {
        let _ = twinge.done(args);
    }
    assert_eq!(fs::read(twinge.journal()).unwrap(), before);
    // What it had from the first may not be missing.
    let file = Connection::open(twinge.journal()).unwrap();
    file.execute_batch("DROP VIEW note").unwrap();
    drop(file);
    let ran = twinge.run(&["verify"]);
    assert!(ran.code != 0 && ran.to_string().contains("note is missing"), "{ran}");
    fs::write(twinge.journal(), &before).unwrap();
    let _ = twinge.done(&["log", "5"]);
    assert_eq!(version(&twinge), twinge::store::VERSION);
    let ran = twinge.done(&["verify"]);
    assert!(ran.stdout.contains("sound"), "{ran}");
    assert!(twinge.done(&["list"]).stdout.contains('4'));
    let backups = fs::read_dir(twinge.journal().with_file_name("journal.db-backups")).unwrap();
    let names: Vec<String> =
        backups.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.len() == 1 && names[0].ends_with("-migration.db"), "{names:?}");
}
