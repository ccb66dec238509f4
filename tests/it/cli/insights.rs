//! `twinge insights`.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use rusqlite::Connection;
use serde_json::{Value as Json, json};

use crate::kit::{Twinge, without_ids};
use crate::stats::invariants::drawn;

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
      On days after stretching, your pain was 0.8 to 2.5 lower (95 % range; about
        1.7), comparing like weekdays and allowing for the day before. 30 such days
        of 77.
        Stretching is also less frequent on bad days. So it may be, in part, that
          your pain decides about it, and not it about your pain. Only trying it out
          on days drawn by lot could tell.

    Maybe: too early to say; about 1 in 7 such hints is wrong
      After nights on the front, your pain was 0.5 to 2.7 higher (95 % range; about
        1.6), comparing like weekdays and allowing for the day before. 12 such
        nights of 94.
      Trying it out on days drawn by lot could tell: `twinge experiment plan WHAT`.

    On the same days; which comes first, your diary can't tell
      On days with more stress, pain was 0.3 to 0.6 higher for each point (95 %
        range; about 0.5). 94 days.
      On days of stretching, pain was 0.3 to 1.4 lower (95 % range; about 0.9). 39
        such days of 95.
      On days of walking, pain was 0.5 to 1.6 lower (95 % range; about 1.1). 36 such
        days of 93.

    No clear link seen. An effect larger than the number, either way, would likely
      have shown; a smaller one can't be ruled out
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

    This is what goes together in your entries, not what brings it about.
      `twinge chart insights` draws it, `twinge trend` says how pain changed.
    --- exit 0
    ");
}

#[test]
fn habits_that_cannot_be_told_apart_are_named_together() {
    let ran = imported("rivals", "2024-04-11").done(&["insights"]);
    let maybe: Vec<&str> = ran.stdout.split("\n\n").filter(|p| p.contains("Maybe")).collect();
    assert_snapshot!(maybe.join("\n"), @"
    Maybe: too early to say; about 1 in 7 such hints is wrong
      For each 1 more of caffeine cups, your pain on the day after was 0.2 to 0.9
        higher (95 % range; about 0.6), comparing like weekdays and allowing for the
        day before. 81 days.
        Caffeine cups or stress: they mostly come together, your diary can't tell
          which.
      Trying it out on days drawn by lot could tell: `twinge experiment plan WHAT`.
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
    assert!(ran.stdout.contains("Claimed since Thu 2 May 2024."), "{ran}");
    assert!(ran.stdout.contains("decided anew from Thu 16 May 2024 on"), "{ran}");
    assert_eq!(fs::read(twinge.journal()).unwrap(), before);
    twinge.at("2024-05-16T21:00:00+01:00");
    assert_eq!(twinge.json(&["insights"])["data"]["look"]["is_new"], true);
    assert_ne!(fs::read(twinge.journal()).unwrap(), before);
    // What is claimed is none of the person's own words: an undo takes back the import.
    assert!(twinge.done(&["undo"]).stdout.contains("import"));
}

#[test]
fn what_is_claimed_is_in_the_report_as_json_too_unless_habits_are_left_out() {
    let twinge = reactive();
    assert_eq!(twinge.json(&["report"])["data"]["claims"], json!(null), "nothing is decided yet");
    let data = &twinge.json(&["insights"])["data"];
    let said = habit(data, "exercise:stretching");
    let report = &twinge.json(&["report"])["data"];
    let claims = &report["claims"];
    assert_eq!(claims["recorded_days"], data["recorded_days"]);
    assert_eq!(claims["since"], data["first"]);
    assert_eq!(claims["habits"].as_array().map(Vec::len), Some(1), "what may be is no claim");
    let claim = claims["habits"][0].as_object().unwrap();
    assert_eq!(
        (&claim["habit"], &claim["verdict"]),
        (&json!("exercise:stretching"), &json!("less"))
    );
    for (name, value) in claim {
        assert_eq!(value, &said[name], "{name}");
    }
    assert_eq!(report["experiments"], json!([]));
    let less = &twinge.json(&["report", "--redact", "habits"])["data"];
    assert_eq!(less["claims"], json!(null));
    assert!(!less.to_string().contains("stretching"), "{less}");
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

    This is what goes together in your entries, not what brings it about.
      `twinge chart insights` draws it, `twinge trend` says how pain changed.
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
      A day on which you say nothing of an exercise counts for neither;
        `twinge did walk no` says that it was not done.
    ");
    assert_eq!(
        habit(&twinge.json(&["insights"])["data"], "exercise:walk")["needs"],
        "6 more days recorded without it"
    );
}

/// A journal of a hundred days up to 14 March 2026 from the cells of each, by its number from 0.
fn of_days(header: &str, cells: impl Fn(u32) -> String) -> Twinge {
    let twinge = Twinge::new();
    let first: chrono::NaiveDate = "2025-12-05".parse().unwrap();
    let rows = first.iter_days().take(100).zip(0..);
    let rows = rows.map(|(day, n)| format!("{day},{}", cells(n)));
    let lines: Vec<String> = std::iter::once(format!("date,{header}")).chain(rows).collect();
    let file = twinge.write("days.csv", lines.join("\n"));
    let _ = twinge.done(&["import", &file.to_string_lossy(), "--new-habits"]);
    twinge
}

/// Whether something is so on a day, by a rule that goes with nothing.
fn is_so(n: u32) -> bool {
    (n * n + n / 3) % 7 < 3
}

fn part(twinge: &Twinge, heading: &str) -> String {
    let shown = twinge.done(&["insights"]).stdout;
    let part = shown.split("\n\n").find(|part| part.starts_with(heading));
    part.unwrap_or_else(|| panic!("{heading}: {shown}")).to_string()
}

#[test]
fn the_same_day_is_a_list_of_its_own_and_no_effect() {
    let twinge = of_days("pain,backpack,sitting_hours", |n| {
        format!("{},{},{}", if is_so(n) { 6 } else { 2 } + n % 2, u8::from(is_so(n)), n * 7 % 5)
    });
    assert_snapshot!(part(&twinge, "On the same days"), @"
    On the same days; which comes first, your diary can't tell
      On days of carrying a backpack, pain was 3.8 to 4.3 higher (95 % range; about
        4.0). 41 such days of 100.
    ");
    let data = &twinge.json(&["insights"])["data"];
    let same_day = data["same_day"].as_array().unwrap();
    let ids: Vec<&Json> = same_day.iter().map(|it| &it["habit"]).collect();
    assert_eq!(ids, ["sitting_hours", "backpack"]);
    let backpack = &same_day[1];
    assert_eq!((&backpack["lag"], &backpack["verdict"]), (&json!(0), &json!("higher")));
    assert!(backpack["difference"].as_f64().unwrap() > 3.5, "{backpack}");
    assert_eq!(same_day[0]["verdict"], "no_clear_link");
    // What is claimed is of the day after alone.
    assert_eq!(habit(data, "backpack")["lag"], 1);
}

#[test]
fn a_day_after_that_its_own_day_explains_says_so() {
    let twinge = imported("reactive", "2024-05-02");
    assert!(!twinge.done(&["insights"]).stdout.contains("The same day goes the other way"));
    // Pain that lasts from day to day, two points less on the days of the habit.
    let (noise, lots) = (drawn(2, 100), drawn(102, 100));
    let mut state = 0.0;
    let cells = noise.iter().zip(lots).map(|(noise, lot)| {
        state = 0.6 * state + 3.0 * (noise - 0.5);
        let (so, less) = if lot < 0.5 { (1, 2.0) } else { (0, 0.0) };
        let points: f64 = 5.0 + state - less;
        format!("{},{so}", points.round().clamp(0.0, 10.0))
    });
    let cells: Vec<String> = cells.collect();
    let twinge = of_days("pain,backpack", |n| cells[usize::try_from(n).unwrap()].clone());
    assert_snapshot!(twinge.run(&["insights"]), @"
    Habits and pain, Fri 5 Dec 2025 to Sat 14 Mar 2026: 100 days, 100 with a score

    The same day goes the other way
      Carrying a backpack: on the day after, pain looks higher. But on its own days
        it was lower, and once that is allowed for, the day after shows nothing.

    On the same days; which comes first, your diary can't tell
      On days of carrying a backpack, pain was 1.7 to 2.5 lower (95 % range; about
        2.1). 51 such days of 100.

    This is what goes together in your entries, not what brings it about.
      `twinge chart insights` draws it, `twinge trend` says how pain changed.
    --- exit 0
    ");
    let data = &twinge.json(&["insights"])["data"];
    assert_eq!(habit(data, "backpack")["caveats"], json!(["echo"]));
    assert_eq!(habit(data, "backpack")["verdict"], "no_clear_link");
}

#[test]
fn two_habits_that_always_come_together_say_so() {
    let twinge = of_days("pain,backpack,lifting", |n| {
        let after = n > 0 && is_so(n - 1);
        let so = u8::from(is_so(n));
        format!("{},{so},{so}", if after { 6 } else { 2 } + n % 2)
    });
    assert_snapshot!(part(&twinge, "Not enough"), @"
    Not enough entries yet
      Carrying a backpack: it always comes together with lifting or carrying
        something heavy; 6 more days with only one of the two
    ");
    assert_snapshot!(part(&twinge, "Goes with more"), @"
    Goes with more pain
      On days after lifting or carrying something heavy, your pain was 3.7 to 4.2
        higher (95 % range; about 4.0), comparing like weekdays and allowing for the
        day before. 41 such days of 99.
        Lifting or carrying something heavy or carrying a backpack: they always come
          together, your diary can't tell which.
    ");
}

#[test]
fn of_two_positions_one_is_told_and_the_other_is_said_to_be_the_other_way_round() {
    let twinge = of_days("pain,sleep_position", |n| {
        let position = if is_so(n) { "back" } else { "side" };
        format!("{},{position}", if is_so(n) { 6 } else { 2 } + n % 2)
    });
    assert_snapshot!(part(&twinge, "Goes with more"), @"
    Goes with more pain
      After nights on the back, your pain was 3.8 to 4.3 higher (95 % range; about
        4.0), comparing like weekdays and allowing for the day before. 41 such
        nights of 100.
        Nights on a side: the other way round, since it is always one of the two.
    ");
    let shown = twinge.done(&["insights"]).stdout;
    assert!(!shown.contains("Goes with less") && !shown.contains("No clear link"), "{shown}");
    let data = &twinge.json(&["insights"])["data"];
    assert_eq!(habit(data, "sleep_position:back")["verdict"], "more");
    assert_eq!(habit(data, "sleep_position:side")["verdict"], "less");
    // A fortnight later both stand.
    let looks = twinge.done(&["history", "-n", "1"]).stdout;
    assert!(looks.contains("sleep_position:back") && looks.contains("sleep_position:side"));
}

#[test]
fn pain_that_never_changes_says_nothing_of_habits() {
    let twinge = of_days("pain,backpack", |n| format!("3,{}", u8::from(is_so(n))));
    assert_snapshot!(twinge.run(&["insights"]), @"
    Habits and pain, Fri 5 Dec 2025 to Sat 14 Mar 2026: 100 days, 100 with a score

    Pain was the same on all of these days: what goes with less or more of it can't
      be seen.

    This is what goes together in your entries, not what brings it about.
      `twinge chart insights` draws it, `twinge trend` says how pain changed.
    --- exit 0
    ");
    let data = &twinge.json(&["insights"])["data"];
    assert_eq!(habit(data, "backpack")["verdict"], "not_enough_data");
}

#[test]
fn the_worst_alone_is_looked_at_and_said() {
    let twinge = of_days("worst,backpack", |n| {
        let after = n > 0 && is_so(n - 1);
        format!("{},{}", if after { 6 } else { 2 } + n % 2, u8::from(is_so(n)))
    });
    let shown = twinge.done(&["insights"]).stdout;
    assert!(shown.contains("by the worst of each day, which is what you recorded"), "{shown}");
    assert!(shown.contains("On days after carrying a backpack"), "{shown}");
    assert_eq!(twinge.json(&["insights"])["data"]["pain"], "worst");
}

#[test]
fn one_site_is_looked_at_alone_and_nothing_is_claimed_of_it() {
    let twinge = Twinge::new();
    for n in 1..=60_u32 {
        let on = format!("-{}d", 61 - n);
        let after = n > 1 && is_so(n - 1);
        let score = (if after { 6 } else { 2 } + n % 2).to_string();
        let so = if is_so(n) { "--backpack=yes" } else { "--backpack=no" };
        let _ = twinge.done(&["log", "--average", &score, "--site", "neck", so, "--on", &on]);
    }
    let _ = twinge.done(&["log", "--average", "7", "--site", "arm"]);
    let shown = twinge.done(&["insights", "--site", "neck"]).stdout;
    assert!(shown.starts_with("Habits and pain at the neck, "), "{shown}");
    assert!(shown.contains("nothing is claimed of one site"), "{shown}");
    assert!(shown.contains("Maybe: too early to say"), "{shown}");
    let data = &twinge.json(&["insights", "--site", "neck"])["data"];
    assert_eq!((&data["site"], &data["look"]["is_new"]), (&json!("neck"), &json!(false)));
    assert_eq!(habit(data, "backpack")["verdict"], "maybe_more");
    assert!(!twinge.done(&["history"]).stdout.contains("insight looked"));
    let shown = twinge.done(&["trend", "--site", "neck"]).stdout;
    assert!(shown.starts_with("Pain at the neck, "), "{shown}");
    assert_eq!(twinge.json(&["trend"])["data"]["site"], json!(null));
    assert_snapshot!(twinge.run(&["insights", "--site", "lower-back"]), @"
    --- stderr
    twinge: cannot look at your habits: no score of these days is of the lower back
      hint: sites with scores: neck (60 days), arm (1 day)
    --- exit 2
    ");
    assert_snapshot!(twinge.run(&["trend", "--site", "nek"]), @r#"
    --- stderr
    twinge: cannot look at the trend: site: "nek" is not one of neck, shoulders,
      between-shoulders, upper-back, lower-back, head, jaw, chest, arm, hand, hip,
      leg, knee, foot
      hint: did you mean neck?
    --- exit 2
    "#);
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    assert_snapshot!(twinge.run(&["trend", "--site", "neck"]), @"
    --- stderr
    twinge: cannot look at the trend: no score of these days is of the neck
      hint: no score names a site; `twinge log 4 --site neck` does
    --- exit 2
    ");
}
