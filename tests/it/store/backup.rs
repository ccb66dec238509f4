//! Backups: made before the first writing of a day, whole, and never in the way of logging.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Stdio;

use rusqlite::Connection;

use crate::kit::Twinge;

/// The names in the folder of the usual journal's backups.
fn names(twinge: &Twinge) -> Vec<String> {
    let folder = folder(twinge);
    let Ok(listing) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        listing.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "tried.txt");
    names.sort();
    names
}

fn folder(twinge: &Twinge) -> PathBuf {
    twinge.journal().with_file_name("journal.db-backups")
}

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_first_writing_of_a_day_makes_one_of_what_was_there() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["log", "5"]);
    assert!(names(&twinge).is_empty(), "there was nothing before today");
    twinge.at("2026-03-16T08:00:00+01:00");
    for args in [&["list"][..], &[], &["verify"], &["alerts"], &["--as-of", "yesterday", "list"]] {
        let _ = twinge.done(args);
    }
    assert!(names(&twinge).is_empty(), "reading makes none");
    let before = fs::read(twinge.journal()).unwrap();
    let _ = twinge.done(&["log", "6"]);
    let _ = twinge.done(&["did", "walk", "20m"]);
    let names = names(&twinge);
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].starts_with("2026-03-16-080000-") && names[0].ends_with("-daily.db"));
    let file = folder(&twinge).join(&names[0]);
    assert_eq!((mode(&folder(&twinge)), mode(&file)), (0o700, 0o600));
    // It says what the journal said before the writing.
    twinge.write("before.db", before);
    let copy = file.to_string_lossy().into_owned();
    let said = |journal: &str| twinge.done(&["--journal", journal, "export"]).stdout;
    assert_eq!(said(&copy), said("before.db"));
    assert_eq!(said(&copy).matches(",pain.now,").count(), 2, "{}", said(&copy));
}

#[test]
fn a_sample_and_a_rehearsal_need_none() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["demo", "s.db"]);
    let _ = twinge.done(&["log", "4"]);
    twinge.write("d.csv", "date,pain\n2026-03-01,4\n");
    twinge.at("2026-03-18T08:00:00+01:00");
    let _ = twinge.done(&["--journal", "s.db", "log", "4"]);
    assert!(!twinge.path("s.db-backups").exists());
    let _ = twinge.done(&["import", "d.csv", "--dry-run"]);
    assert!(names(&twinge).is_empty());
}

#[test]
fn an_import_is_preceded_by_one_unless_nothing_was_written_since() {
    let twinge = Twinge::new();
    for n in 1..=3 {
        twinge.write(&format!("{n}.csv"), format!("date,pain\n2026-03-0{n},4\n"));
    }
    let _ = twinge.done(&["import", "1.csv"]);
    assert!(names(&twinge).is_empty(), "there was nothing to lose");
    let _ = twinge.done(&["import", "2.csv"]);
    assert_eq!(names(&twinge).len(), 1);
    let _ = twinge.done(&["import", "2.csv"]);
    assert_eq!(names(&twinge).len(), 2);
    let _ = twinge.done(&["import", "2.csv"]);
    let all = names(&twinge);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all.iter().any(|name| name.ends_with("-import-2.db")), "{all:?}");
}

#[test]
fn no_backup_is_no_reason_not_to_log_but_one_not_to_import() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    twinge.write("d.csv", "date,pain\n2026-03-01,4\n");
    // A file stands where the folder would be.
    fs::write(folder(&twinge), "in the way").unwrap();
    twinge.at("2026-03-16T08:00:00+01:00");
    let ran = twinge.done(&["--quiet", "log", "5"]);
    assert!(ran.stderr.starts_with("no backup could be made: "), "{ran}");
    assert!(ran.stderr.contains("`twinge backup` tries again"), "{ran}");
    assert_eq!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().len(), 1);
    let before = fs::read(twinge.journal()).unwrap();
    let ran = twinge.run(&["import", "d.csv"]);
    assert!(ran.code != 0 && ran.stderr.contains("cannot import"), "{ran}");
    assert_eq!(fs::read(twinge.journal()).unwrap(), before);
}

#[test]
fn what_is_damaged_becomes_no_backup_and_lets_none_go() {
    let mut twinge = Twinge::new();
    for day in 1..=20 {
        twinge.at(&format!("2026-03-{day:02}T08:00:00+01:00"));
        let _ = twinge.done(&["log", "4"]);
    }
    let whole = names(&twinge);
    assert!(whole.len() < 15, "{whole:?}");
    let file = Connection::open(twinge.journal()).unwrap();
    file.execute("UPDATE fact SET value = 90 WHERE field = 'now' AND day = 20520", []).unwrap();
    drop(file);
    twinge.at("2026-03-21T08:00:00+01:00");
    let ran = twinge.done(&["log", "5"]);
    assert!(ran.stderr.contains("1 fact is not as it was written"), "{ran}");
    assert!(ran.stderr.contains("`twinge verify`"), "{ran}");
    assert_eq!(names(&twinge), whole);
}

#[test]
fn those_of_another_journal_at_the_same_place_stay() {
    let mut twinge = Twinge::new();
    for day in 1..=9 {
        twinge.at(&format!("2026-03-{day:02}T08:00:00+01:00"));
        let _ = twinge.done(&["log", "4"]);
    }
    let of_the_first = names(&twinge);
    let _ = twinge.done(&["--journal", "other.db", "log", "1"]);
    fs::copy(twinge.path("other.db"), twinge.journal()).unwrap();
    for day in 10..=31 {
        twinge.at(&format!("2026-03-{day:02}T08:00:00+01:00"));
        let _ = twinge.done(&["log", "4"]);
    }
    let all = names(&twinge);
    assert!(of_the_first.iter().all(|name| all.contains(name)), "{all:?}");
}

#[test]
fn of_many_that_write_at_once_none_waits_for_another_to_back_up() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    twinge.at("2026-03-16T08:00:00+01:00");
    let mut children: Vec<_> = (0..12)
        .map(|n| {
            let name = format!("medicine-{n}");
            twinge.command(&["took", &name]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()
        })
        .collect();
    for child in &mut children {
        assert!(child.as_mut().unwrap().wait().unwrap().success());
    }
    let entries = twinge.json(&["show"])["data"]["entries"].as_array().unwrap().len();
    assert_eq!(entries, 12);
    let made = names(&twinge);
    assert!(
        (1..=12).contains(&made.len()) && made.iter().all(|n| n.starts_with("2026-")),
        "{made:?}"
    );
}

/// A backup that has lain there for a while is tried once a week, and said only when it is broken.
#[test]
fn damage_of_a_backup_is_found_within_a_week() {
    let mut twinge = Twinge::new();
    let on = |twinge: &mut Twinge, day: u32| {
        twinge.at(&format!("2026-03-{day:02}T08:00:00+01:00"));
        twinge.done(&["log", "4", "--slept", "7h"]).stderr
    };
    on(&mut twinge, 1);
    for day in 2..=4 {
        assert_eq!(on(&mut twinge, day), "", "{day}");
    }
    let tried = fs::read_to_string(folder(&twinge).join("tried.txt")).unwrap();
    assert!(tried.starts_with("2026-03-03"), "{tried}");
    // From now on each that lies there has a wrong bit.
    let damage = |twinge: &Twinge| {
        for name in names(twinge) {
            let file = folder(twinge).join(name);
            let mut bytes = fs::read(&file).unwrap();
            let at = bytes.len() - 3;
            bytes[at] ^= 1;
            fs::write(&file, bytes).unwrap();
        }
    };
    damage(&twinge);
    for day in 5..=9 {
        assert_eq!(on(&mut twinge, day), "", "{day}: it is not looked at each day");
    }
    damage(&twinge);
    let told = on(&mut twinge, 10);
    assert!(told.contains("the backup of Mon 9 Mar 2026 is damaged: "), "{told}");
    assert!(told.contains("`twinge verify --backups`"), "{told}");
    assert_eq!(twinge.run(&["verify", "--backups"]).code, 6);
}

#[test]
fn a_folder_that_is_synchronised_is_warned_of_once() {
    for (folder, mark, whose) in [
        ("Dropbox/health", None, "Dropbox"),
        ("OneDrive - Work", None, "OneDrive"),
        ("Library/Mobile Documents/x", None, "iCloud Drive"),
        ("GoogleDrive-me", None, "Google Drive"),
        ("shared/health", Some("shared/.stfolder"), "Syncthing"),
    ] {
        let mut twinge = Twinge::new();
        fs::create_dir_all(twinge.path(folder)).unwrap();
        if let Some(mark) = mark {
            fs::create_dir(twinge.path(mark)).unwrap();
        }
        let journal = format!("{folder}/pain.db");
        let ran = twinge.done(&["--journal", &journal, "log", "4"]);
        let told = ran.stderr.replace("\n  ", " ");
        assert!(told.contains(&format!("{whose} synchronises")), "{ran}");
        twinge.at("2026-03-16T08:00:00+01:00");
        let ran = twinge.done(&["--journal", &journal, "log", "4"]);
        assert!(!ran.stderr.contains("synchronises"), "{ran}");
        // Moved there later, it is said too.
        let _ = twinge.done(&["log", "4"]);
        let moved = format!("{folder}/moved.db");
        fs::rename(twinge.journal(), twinge.path(&moved)).unwrap();
        let ran = twinge.done(&["--journal", &moved, "log", "4"]);
        let told = ran.stderr.replace("\n  ", " ");
        assert!(told.contains(&format!("{whose} synchronises")), "{ran}");
    }
}
