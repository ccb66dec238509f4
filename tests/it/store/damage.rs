//! Damage is noticed, told, and nothing is made worse.

use std::fs;

use crate::kit::Twinge;

#[test]
fn a_changed_score_is_noticed_though_sqlite_sees_nothing() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    assert_eq!(twinge.run(&["--journal", "s.db", "verify"]).code, 0);
    // What a flipped bit on the disk does: the page is sound, the value is another.
    let file = rusqlite::Connection::open(twinge.path("s.db")).unwrap();
    let one =
        "SELECT entry FROM fact WHERE kind = 'pain' AND field = 'worst' AND value = 60 LIMIT 1";
    let changed = file
        .execute(
            &format!("UPDATE fact SET value = 20 WHERE field = 'worst' AND entry = ({one})"),
            [],
        )
        .unwrap();
    assert_eq!(changed, 1);
    let sound: String = file.query_row("PRAGMA integrity_check", [], |r| r.get(0)).unwrap();
    assert_eq!(sound, "ok");
    drop(file);
    let ran = twinge.run(&["--journal", "s.db", "verify"]);
    assert_eq!(ran.code, 6);
    assert!(ran.stdout.contains("1 fact is not as it was written"), "{ran}");
}

#[test]
fn torn_files_never_panic_and_are_never_touched_by_reading() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    let whole = fs::read(twinge.path("s.db")).unwrap();
    let pages = whole.len() / 4096;
    for n in 0..24 {
        let mut torn = whole.clone();
        let page = (n * 7919) % pages;
        match n % 4 {
            0 => torn[page * 4096..(page + 1) * 4096].fill(0),
            1 => torn.truncate(page * 4096 + 100),
            2 => torn[page * 4096 + 8..page * 4096 + 90].fill(0xff),
            _ => torn[page * 4096 + 2000..page * 4096 + 2600].reverse(),
        }
        twinge.write("t.db", &torn);
        for args in [&["list", "-n", "400"][..], &["verify"], &["alerts"], &["chart", "--all"]] {
            let args: Vec<&str> = ["--journal", "t.db"].iter().chain(args).copied().collect();
            let ran = twinge.run(&args);
            assert!([0, 1, 4, 5, 6].contains(&ran.code), "{n} {args:?}: {ran}");
            assert!(!ran.stderr.contains("panicked"), "{n} {args:?}: {ran}");
            assert!(ran.code == 0 || !ran.stdout.is_empty() || !ran.stderr.is_empty());
        }
        assert_eq!(fs::read(twinge.path("t.db")).unwrap(), torn, "{n}: reading changed the file");
    }
}
