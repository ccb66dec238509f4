//! `twinge import` and `export`: all or nothing, the same file twice, dry runs, differences.

use std::fs;

use insta::assert_snapshot;

use crate::kit::{Twinge, without_ids};

const DIARY: &str = "date,pain,night,sleep_hours,sitting_hours,exercise:walk,note\n\
    2026-03-01,4,5,7,8,20,long drive\n\
    2026-03-02,,,6.5,,no,\n\
    2026-03-04,0,1,,7.5,,\"rain, \"\"again\"\"\"\n";

#[test]
fn a_table_of_days_comes_in_and_missing_cells_stay_missing() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", DIARY);
    let ran = twinge.run(&["import", "diary.csv"]);
    assert_snapshot!(ran, @"
    imported diary.csv: 3 rows, 3 days from 2026-03-01 to 2026-03-04
      16 values new, 0 already there
    --- stderr
    started a new journal: ~/.local/share/twinge/journal.db
    --- exit 0
    ");
    assert_snapshot!(twinge.run(&["list"]), @r#"
                    pain night worst  the day
    Sun 1 Mar 2026     4     5     ·  slept 7 h, sat 8 h, walk 20 min, “long drive”
    Mon 2 Mar 2026     ·     ·     ·  slept 6 h 30 min
    Wed 4 Mar 2026     0     1     ·  sat 7 h 30 min, “rain, "again"”
    · not recorded; pain is the day's average, else the mean of its moments
    --- exit 0
    "#);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", DIARY);
    let _ = twinge.done(&["import", "diary.csv"]);
    let before = fs::read(twinge.journal()).unwrap();
    let again = twinge.json(&["import", "diary.csv"]);
    assert_eq!(again["data"]["values_new"], 0);
    assert_eq!(fs::read(twinge.journal()).unwrap(), before, "not a byte is written");
}

#[test]
fn a_dry_run_writes_nothing_not_even_a_file() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", DIARY);
    let ran = twinge.json(&["import", "diary.csv", "--dry-run"]);
    assert_eq!(ran["data"]["dry_run"], true);
    assert!(ran["data"]["values_new"].as_i64().unwrap() > 5);
    assert!(!twinge.journal().exists());
    let _ = twinge.done(&["log", "4"]);
    let before = fs::read(twinge.journal()).unwrap();
    let _ = twinge.done(&["import", "diary.csv", "--dry-run"]);
    assert_eq!(fs::read(twinge.journal()).unwrap(), before);
}

#[test]
fn bad_rows_are_named_and_nothing_is_written_unless_they_may_be_skipped() {
    let twinge = Twinge::new();
    twinge.write(
        "bad.csv",
        "date,pain,sleep_hours\n2026-03-01,4,7\n2026-03-02,eleven,7\n2026-02-30,1,\n",
    );
    let ran = twinge.run(&["import", "bad.csv"]);
    assert_snapshot!(ran, @r#"
    --- stderr
    twinge: cannot import bad.csv: line 3: pain: "eleven" is not a number from 0 to
      10
      line 4: date: "2026-02-30" is a day that does not exist
      hint: nothing was written; the other row is fine: --skip-bad takes it
    --- exit 3
    "#);
    assert!(!twinge.journal().exists());
    let ran = twinge.run(&["import", "bad.csv", "--skip-bad"]);
    assert_snapshot!(ran, @r#"
    imported bad.csv: 1 row, 1 day from 2026-03-01 to 2026-03-01
      2 values new, 0 already there
      2 rows left out
    --- stderr
    left out: line 3: pain: "eleven" is not a number from 0 to 10
    left out: line 4: date: "2026-02-30" is a day that does not exist
    started a new journal: ~/.local/share/twinge/journal.db
    --- exit 0
    "#);
}

#[test]
fn what_the_journal_says_otherwise_is_kept_unless_told() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--on", "2026-03-01", "--night", "2", "--slept", "8"]);
    twinge.write("diary.csv", DIARY);
    let first = twinge.json(&["import", "diary.csv"]);
    assert_eq!(first["data"]["differences"].as_array().unwrap().len(), 2);
    let night = |twinge: &Twinge| twinge.json(&["list"])["data"]["days"][0]["night"].clone();
    assert_eq!(night(&twinge), 2.0);
    let _ = twinge.done(&["import", "diary.csv", "--replace"]);
    assert_eq!(night(&twinge), 5.0);
    let _ = twinge.done(&["undo"]);
    assert_eq!(night(&twinge), 2.0);
}

#[test]
fn what_was_edited_or_deleted_since_does_not_come_back() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", DIARY);
    let _ = twinge.done(&["import", "diary.csv"]);
    let _ = twinge.done(&["edit", "2026-03-01", "sleep_hours=5"]);
    let day = twinge.json(&["show", "2026-03-04"]);
    let pain = day["data"]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["values"].get("now").is_some());
    let id = pain.unwrap()["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["delete", &id]);
    let again = twinge.json(&["import", "diary.csv"]);
    assert_eq!(again["data"]["values_new"], 0);
    let days = twinge.json(&["list"])["data"]["days"].clone();
    assert_eq!(days[0]["sleep_hours"], 5.0);
    assert!(days[2]["pain"].is_null());
}

#[test]
fn a_journal_exported_and_imported_is_the_same_journal() {
    let one = Twinge::new();
    let _ = one.done(&["demo", "sample.db"]);
    let _ = one.done(&["--journal", "sample.db", "log", "4", "--at", "07:15", "--quality", "dull"]);
    let _ = one.done(&["--journal", "sample.db", "took", "paracetamol", "2", "tablets"]);
    let _ = one.done(&["--journal", "sample.db", "habit", "add", "coffee", "--as", "amount"]);
    let _ = one.done(&["--journal", "sample.db", "log", "--habit", "coffee=2", "--note", "=1+1"]);
    let _ = one.done(&["--journal", "sample.db", "export", "-o", "all.csv"]);
    let _ = one.done(&["--journal", "copy.db", "import", "all.csv"]);
    let _ = one.done(&["--journal", "copy.db", "export", "-o", "again.csv"]);
    let read = |name: &str| fs::read_to_string(one.path(name)).unwrap();
    assert_eq!(read("all.csv"), read("again.csv"));
    assert!(read("all.csv").contains("'=1+1"), "a spreadsheet does not run a note");
}

#[test]
fn columns_are_mapped_and_unknown_ones_named() {
    let twinge = Twinge::new();
    twinge
        .write("other.csv", "Jour,Douleur,Kaffee,Farbe\n2026-03-01,4,2,rot\n2026-03-02,5,3,blau\n");
    let ran = twinge.run(&["import", "other.csv"]);
    assert_eq!(ran.code, 3);
    assert_snapshot!(ran.stderr, @r#"
    twinge: cannot import other.csv: it is not known what "Jour" (perhaps date),
      "Douleur", "Kaffee", "Farbe" mean
      hint: --map Jour=date; --map NAME=FIELD says what a column is; --map NAME=-
        leaves it out; --new-habits takes all of them as habits of your own
    "#);
    let _ = twinge.done(&[
        "import",
        "other.csv",
        "--map",
        "Jour=date",
        "--map",
        "Douleur=pain",
        "--map",
        "Farbe=-",
        "--new-habits",
    ]);
    let day = twinge.run(&["show", "2026-03-02"]);
    assert_snapshot!(without_ids(&day.stdout), @"
    Mon 2 Mar 2026
      pain       pain 5  [id]
      day        kaffee 3  [id]
    ");
}

#[test]
fn exporting_does_not_replace_a_file_unasked_and_wide_says_what_it_leaves_out() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["log", "5", "--did", "walk=20m", "--slept", "7"]);
    twinge.write("mine.csv", "mine");
    assert_eq!(twinge.run(&["export", "-o", "mine.csv"]).code, 2);
    assert_eq!(fs::read_to_string(twinge.path("mine.csv")).unwrap(), "mine");
    let ran = twinge.run(&["export", "--wide"]);
    assert!(ran.stdout.starts_with("date,"), "{ran}");
}

#[test]
fn files_for_the_person_are_for_the_person_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["export", "-o", "all.csv"]);
    let _ = twinge.done(&["chart", "-o", "pain.svg"]);
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for path in [twinge.path("all.csv"), twinge.path("pain.svg"), twinge.journal()] {
        assert_eq!(mode(path), 0o600);
    }
    assert_eq!(mode(twinge.journal().parent().unwrap().to_owned()), 0o700);
}

/// The file's value stands in the place of the journal's, and not beside it.
#[test]
fn a_reading_of_pain_is_replaced_and_not_added() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--on", "2026-03-01", "4", "--worst", "5"]);
    let _ = twinge.done(&["log", "--on", "2026-03-02", "2", "--site", "neck"]);
    let _ = twinge.done(&["log", "--on", "2026-03-03", "--at", "08:00", "3"]);
    let _ = twinge.done(&["log", "--on", "2026-03-03", "--at", "20:00", "5"]);
    let table = "date,time,pain,worst,pain@neck\n2026-03-01,,6,7,\n2026-03-02,,,,7\n\
                 2026-03-03,20:00,8,,\n";
    twinge.write("new.csv", table);
    let ran = twinge.done(&["import", "new.csv", "--replace"]);
    assert_snapshot!(ran, @"
    imported new.csv: 3 rows, 3 days from 2026-03-01 to 2026-03-03
      0 values new, 2 already there
      4 values differ from the journal's: the file's taken
        2026-03-01 now: 4, file 6
        2026-03-01 worst: 5, file 7
        2026-03-02 now: 2, file 7
        2026-03-03 now: 5, file 8
    --- exit 0
    ");
    let said = twinge.done(&["export"]).stdout;
    let mut readings: Vec<&str> = said
        .lines()
        .filter(|line| line.contains(",pain.now,"))
        .map(|line| line.split(',').nth(3).unwrap())
        .collect();
    readings.sort_unstable();
    assert_eq!(readings, ["3", "6", "7", "8"], "{said}");
    let again = twinge.json(&["import", "new.csv", "--replace"]);
    assert_eq!(again["data"]["values_new"], 0);
    assert_eq!(again["data"]["differences"].as_array().unwrap().len(), 0);

    // Of two readings nobody knows which one a row without a time means.
    twinge.write("unsure.csv", "date,pain\n2026-03-03,9\n");
    let ran = twinge.done(&["import", "unsure.csv", "--replace"]);
    assert!(ran.stderr.contains("column time would tell"), "{ran}");
    assert!(ran.stdout.contains("1 value new"), "{ran}");
    // Without --replace nothing of the journal's is replaced.
    twinge.write("more.csv", "date,pain\n2026-03-01,1\n");
    let _ = twinge.done(&["import", "more.csv"]);
    let said = twinge.done(&["export"]).stdout;
    assert!(said.contains(",pain.now,6,") && said.contains(",pain.now,1,"), "{said}");
}

#[test]
fn a_file_larger_than_any_diary_is_refused_unread() {
    let twinge = Twinge::new();
    let file = fs::File::create(twinge.path("huge.csv")).unwrap();
    file.set_len((512 << 20) + 1).unwrap();
    assert_snapshot!(twinge.run(&["import", "huge.csv"]), @"
    --- stderr
    twinge: cannot import: huge.csv is over 512 MiB
      hint: is it the right file?
    --- exit 3
    ");
}
