//! `twinge insights`.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use rusqlite::Connection;
use serde_json::{Value as Json, json};

use crate::kit::{Twinge, without_ids};

/// A journal of a made-up diary of `tests/data/stats`, on its last day.
pub(crate) fn imported(name: &str, last: &str) -> Twinge {
    let mut twinge = Twinge::new();
    twinge.at(&format!("{last}T21:00:00+01:00"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/stats/{name}.csv"));
    let _ = twinge.done(&["import", &file.to_string_lossy(), "--new-habits"]);
    twinge
}

fn reactive() -> Twinge {
    imported("reactive", "2024-05-02")
}

fn habit<'j>(data: &'j Json, id: &str) -> &'j Json {
    data["habits"].as_array().unwrap().iter().find(|h| h["habit"] == id).unwrap()
}

#[test]
fn a_claim_a_hint_and_what_cannot_be_said() {
    assert_snapshot!(reactive().run(&["insights"]), @"
    Habits and pain, Thu 4 Jan 2024 to Thu 2 May 2024: 120 days, 95 with a score

    Goes with less pain
      On days after stretching, your pain was about 1.7 lower (95 % range: 0.8 to
        2.5 lower), comparing like weekdays and allowing for the day before. 30 such
        days of 77.
        Stretching is also less frequent on bad days, so part of this may be the
          pain deciding, and not the other way round. Only trying it out on days
          drawn by lot could tell.

    Maybe: too early to say; about 1 in 7 such hints is wrong
      After nights on the front, your pain was about 1.6 higher (95 % range: 0.5 to
        2.7 higher), comparing like weekdays and allowing for the day before. 12
        such nights of 94.

    No clear link seen: an effect bigger than this, either way, would likely have
      shown; a smaller one can't be ruled out
       1.1  Nights on the back
       0.9  Nights on a side
       0.5  Sleep, for each hour more
       0.3  Sitting, for each hour more
       0.4  Stress, for each point more
       1.5  Alcohol
       0.5  Caffeine cups, for each 1 more
       0.8  Late screen
       1.4  Strength training
       1.2  Walking
       1.0  Yoga

    Not enough entries yet
      Long drive: 1 more day with it

    This is what goes together in your entries, not what brings it about. `twinge
      trend` says how pain changed.
    --- exit 0
    ");
}

#[test]
fn habits_that_cannot_be_told_apart_are_named_together() {
    let ran = imported("rivals", "2024-04-11").done(&["insights"]);
    let maybe: Vec<&str> = ran.stdout.split("\n\n").filter(|p| p.contains("Maybe")).collect();
    assert_snapshot!(maybe.join("\n"), @"
    Maybe: too early to say; about 1 in 7 such hints is wrong
      For each 1 more of caffeine cups, your pain on the day after was about 0.6
        higher (95 % range: 0.2 to 0.9 higher), comparing like weekdays and allowing
        for the day before. 81 days.
        Caffeine cups or stress: they mostly come together, your diary can't tell
          which.
    ");
}

#[test]
fn json_has_the_numbers_of_an_independent_implementation() {
    let answer = reactive().json(&["insights"]);
    assert_eq!(answer["twinge"]["schema"], "insights/1");
    let data = &answer["data"];
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/stats/reactive.json");
    let found: Json = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let mut n_compared = 0;
    for expected in found["habits"].as_array().unwrap() {
        let name = expected["habit"].as_str().unwrap();
        let ours = match name {
            "exercise:walking" => "exercise:walk".into(),
            _ if name.starts_with("exercise") || name.starts_with('s') => name.to_string(),
            own => own.replace('_', "-"),
        };
        let habit = habit(data, &ours);
        assert_eq!(habit["lag"], expected["lag"]);
        for key in ["effect", "ci_low", "ci_high", "p", "q"] {
            match (habit[key].as_f64(), expected[key].as_f64()) {
                (Some(a), Some(b)) => assert!((a - b).abs() < 1e-6, "{name} {key}: {a}, {b}"),
                (a, b) => assert_eq!(a, b, "{name} {key}"),
            }
            n_compared += 1;
        }
    }
    assert_eq!(n_compared, 14 * 5);
    let stretching = habit(data, "exercise:stretching");
    assert_eq!(stretching["verdict"], "less");
    assert_eq!(stretching["caveats"], json!(["reactive"]));
    assert_eq!(stretching["since"], "2024-05-02");
    assert_eq!(habit(data, "sleep_position:front")["verdict"], "maybe_more");
    assert_eq!(data["trend"]["verdict"], "unclear");
    assert_eq!(data["changes"], json!([]));
    assert_eq!(data["look"], json!({"is_new": true, "last": null}));
}

#[test]
fn claims_are_decided_once_a_fortnight_and_kept_in_one_act() {
    let mut twinge = reactive();
    let _ = twinge.done(&["insights"]);
    let history = twinge.done(&["history", "-n", "1"]);
    assert_snapshot!(without_ids(&history.stdout), @"
    2024-05-02T21:00:00+01:00  insights  [id]
      insight looked: yes
      insight habit: exercise:stretching
      insight q: 0.002347719076315176
      insight said: less
    ");
    let before = fs::read(twinge.journal()).unwrap();
    twinge.at("2024-05-15T21:00:00+01:00");
    let data = &twinge.json(&["insights"])["data"];
    assert_eq!(data["look"], json!({"is_new": false, "last": "2024-05-02"}));
    assert_eq!(habit(data, "exercise:stretching")["since"], "2024-05-02");
    let ran = twinge.done(&["insights"]);
    assert!(ran.stdout.contains("So since Thu 2 May 2024."), "{ran}");
    assert!(ran.stdout.contains("decided anew from Thu 16 May 2024 on"), "{ran}");
    assert_eq!(fs::read(twinge.journal()).unwrap(), before);
    twinge.at("2024-05-16T21:00:00+01:00");
    assert_eq!(twinge.json(&["insights"])["data"]["look"]["is_new"], true);
    assert_ne!(fs::read(twinge.journal()).unwrap(), before);
    // What is claimed is none of the person's own words: an undo takes back the import.
    assert!(twinge.done(&["undo"]).stdout.contains("import"));
}

#[test]
fn looking_back_notes_nothing_and_sees_no_later_claim() {
    let mut twinge = reactive();
    let before = fs::read(twinge.journal()).unwrap();
    let data = &twinge.json(&["insights", "--as-of", "2024-05-01"])["data"];
    assert_eq!(data["last"], "2024-05-01");
    assert_eq!(fs::read(twinge.journal()).unwrap(), before);
    let _ = twinge.done(&["insights"]);
    twinge.at("2024-05-10T21:00:00+01:00");
    let data = &twinge.json(&["insights", "--as-of", "2024-05-01"])["data"];
    assert_eq!(data["look"], json!({"is_new": true, "last": null}));
}

#[test]
fn a_journal_that_cannot_be_written_is_read_all_the_same() {
    let twinge = reactive();
    // An older journal, and no room for the copy that is made before it is walked up.
    let file = Connection::open(twinge.journal()).unwrap();
    file.execute_batch("DROP VIEW insight; PRAGMA user_version = 2;").unwrap();
    drop(file);
    let backups = twinge.journal().with_file_name("journal.db-backups");
    let _ = fs::remove_dir_all(&backups);
    fs::write(&backups, "in the way").unwrap();
    let ran = twinge.done(&["insights"]);
    assert!(ran.stdout.contains("Goes with less pain"), "{ran}");
    assert!(ran.stderr.contains("what is claimed could not be noted in the journal"), "{ran}");
}

#[test]
fn too_few_days_are_said_once_and_what_is_missing_by_name() {
    let twinge = Twinge::new();
    assert_eq!(twinge.run(&["insights"]).code, twinge.run(&["list"]).code);
    let _ = twinge.done(&["log", "--slept", "7h"]);
    assert_snapshot!(twinge.run(&["insights"]), @"
    no day has a pain score yet: `twinge log 4` records one
    --- exit 0
    ");
    for day in 1..=9 {
        let _ = twinge.done(&["log", "4", "--sitting", "8h", "--on", &format!("-{day}d")]);
    }
    assert_snapshot!(twinge.run(&["insights"]), @"
    Habits and pain, Fri 6 Mar 2026 to Sat 14 Mar 2026: 9 days, 9 with a score

    Not enough entries yet
      For all habits: at least 33 more days of diary.

    This is what goes together in your entries, not what brings it about. `twinge
      trend` says how pain changed.
    --- exit 0
    ");
    // Nothing was looked at, so nothing is noted.
    assert!(!twinge.done(&["history"]).stdout.contains("insights"));
}

#[test]
fn an_exercise_that_is_only_ever_done_asks_for_days_without_it() {
    let twinge = Twinge::new();
    for day in 1..=50 {
        let _ = twinge.done(&["log", "4", "--did", "walk", "--on", &format!("-{day}d")]);
    }
    let ran = twinge.done(&["insights"]);
    let lacking = ran.stdout.split("\n\n").find(|p| p.contains("Not enough")).unwrap();
    assert_snapshot!(lacking, @"
    Not enough entries yet
      Walking: 6 more days recorded without it
      A day without a word of an exercise is not known; `twinge did walk no` says
        that it was not done.
    ");
    assert_eq!(
        habit(&twinge.json(&["insights"])["data"], "exercise:walk")["needs"],
        "6 more days recorded without it"
    );
}
