//! `twinge experiment`.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use insta::assert_snapshot;

use crate::kit::Twinge;

/// The letter of each day, as the export has it.
fn schedule(twinge: &Twinge) -> Vec<char> {
    let all = twinge.done(&["export"]).stdout;
    let row = all.lines().find(|line| line.contains("experiment.schedule")).unwrap();
    row.split(',').nth(3).unwrap().chars().collect()
}

/// A text without its line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Records pain of the day after each day: 2.0 to 2.2 after A, 5.0 to 5.2 after B.
fn live(twinge: &Twinge, first: &str, schedule: &[char]) {
    let first: NaiveDate = first.parse().unwrap();
    let mut rows = String::from("date,pain,exercise:foam-roller\n");
    let mut pain = String::new();
    for (n, letter) in schedule.iter().enumerate() {
        let day = first + Days::new(n as u64);
        let did = if *letter == 'A' { "yes" } else { "no" };
        writeln!(rows, "{day},{pain},{did}").unwrap();
        pain = format!("{}.{}", if *letter == 'A' { 2 } else { 5 }, n % 3);
    }
    let day = first + Days::new(schedule.len() as u64);
    writeln!(rows, "{day},{pain},").unwrap();
    let _ = twinge.write("lived.csv", rows);
    let _ = twinge.done(&["import", "lived.csv"]);
}

#[test]
fn what_cannot_succeed_is_refused_with_what_can() {
    let twinge = Twinge::new();
    let refused = |args: &[&str]| {
        let ran = twinge.run(&[&["experiment", "start", "heat pad"], args].concat());
        assert_eq!((ran.code, &*ran.stdout), (2, ""), "{ran}");
        assert!(!ran.stderr.contains("panicked"));
        ran.stderr
    };
    assert_snapshot!(refused(&["--pairs", "5"]), @"
    twinge: cannot start the experiment: with 5 pairs even the clearest difference
      would come by chance 1 time in 16
      hint: `--period 1 --pairs 28` can: 56 days
    ");
    assert_snapshot!(refused(&["--period", "7", "--pairs", "4"]), @"
    twinge: cannot start the experiment: with 4 pairs even the clearest difference
      would come by chance 1 time in 8
      hint: `--period 3 --pairs 14` can: 84 days
    ");
    assert_snapshot!(refused(&["--period", "3", "--pairs", "10"]), @"
    twinge: cannot start the experiment: with 10 pairs of 3 days in a row next to
      nothing would be seen
      hint: `--period 3 --pairs 14` can: 84 days
    ");
    assert_snapshot!(refused(&["--washout", "1"]), @"
    twinge: cannot start the experiment: with 1 of 1 days not counted none would be
      left
      hint: `--period 2 --pairs 14 --washout 1` can: 56 days
    ");
    assert_snapshot!(refused(&["--period", "30"]), @"
    twinge: cannot start the experiment: periods are of 1 to 7 days in a row, not 30
      hint: `--period 3 --pairs 14` can: 84 days
    ");
    assert_snapshot!(refused(&["--pairs", "200"]), @"
    twinge: cannot start the experiment: it would take longer than a year
      hint: `--period 1 --pairs 28` can: 56 days
    ");
    assert_snapshot!(refused(&["--pairs", "0"]), @"
    twinge: cannot start the experiment: without a pair there is nothing to compare
      hint: `--period 1 --pairs 28` can: 56 days
    ");
    assert_snapshot!(refused(&["--from", "yesterday"]), @"
    twinge: cannot start the experiment: Sat 14 Mar 2026 is over
      hint: what was done without a coin cannot be compared by chance
    ");
    assert_snapshot!(refused(&["--or", "Heat pad"]), @r#"twinge: cannot start the experiment: "heat pad" would be compared with itself"#);
    assert_snapshot!(refused(&["--or", "?!"]), @r#"twinge: cannot start the experiment: "?!" has no letter or digit to know it by"#);
    assert_snapshot!(refused(&["--name", "stress"]), @"
    twinge: cannot start the experiment: stress is recorded already
      hint: log it with `twinge log --stress …`
      hint: `--name` gives the experiment another name
    ");
    assert_snapshot!(refused(&["--outcome", "mood"]), @r#"
    twinge: cannot start the experiment: outcome: "mood" is not one of day, worst,
      night, morning
    "#);
    // Nothing was made.
    assert!(!twinge.journal().exists());
}

#[test]
fn a_plan_says_what_it_takes_and_draws_nothing() {
    let twinge = Twinge::new();
    let plan = &["experiment", "plan", "back", "--or", "side", "--night", "--pairs", "7"];
    assert_snapshot!(twinge.run(plan), @"
    back or side: which goes with less pain?
      7 pairs of single days, 14 days in all, from Mon 16 Mar 2026 to Sun 29 Mar
        2026
      it is about the day's pain, after that night
      what you did is read from your sleep position
      what it showed can be seen from Mon 30 Mar 2026 on
    How likely it is to show less pain, should there be
      0.5 points less: 4 of 100
      1.0 points less: 10 of 100
      1.5 points less: 18 of 100
    by 400 made-up experiments each, in the manner of usual diaries, for yours is
      too short to tell
    a difference of 1 point would more likely be missed: more pairs see more
    nothing is drawn yet: the same with `start` in place of `plan` draws the days
    --- stderr
    draw no lots about what a doctor advised for or against, nor about a medicine
      that was prescribed: ask them first
    --- exit 0
    ");
    assert!(!twinge.journal().exists());
}

#[test]
fn it_is_started_lived_and_told() {
    let mut twinge = Twinge::new();
    let ran =
        twinge.done(&["experiment", "start", "foam roller", "--pairs", "7", "--seed", "20260315"]);
    assert!(ran.stdout.starts_with("foam-roller: foam roller or no foam roller"), "{ran}");
    assert!(ran.stdout.contains("begins on Mon 16 Mar 2026, until Sun 29 Mar 2026"), "{ran}");
    let drawn = schedule(&twinge);
    assert_eq!(drawn.len(), 14);
    assert_snapshot!(twinge.run(&["experiment", "start", "tea"]), @"
    --- stderr
    twinge: cannot start the experiment: foam-roller is under way, until Sun 29 Mar
      2026
      hint: two at once would each disturb the other
      hint: `twinge experiment stop foam-roller` ends it
    --- exit 2
    ");

    twinge.at("2026-03-18T20:00:00+01:00");
    let called = |n: usize| if drawn[n] == 'A' { "foam roller" } else { "no foam roller" };
    let line = format!("experiment foam-roller, day 3 of 14; today: {}", called(2));
    let today = twinge.done(&[]);
    assert!(today.stdout.contains(&line), "{today}");
    assert!(today.stdout.contains("interference, experiment"), "{today}");
    assert_eq!(twinge.json(&[])["data"]["experiment"]["day"], 3);
    assert_snapshot!(twinge.run(&["experiment", "result"]), @"
    --- stderr
    twinge: cannot tell what the experiment showed: foam-roller runs until Sun 29
      Mar 2026
      hint: what it showed can be seen from Tue 31 Mar 2026 on
      hint: who looks on the way sees differences that are not there
      hint: `twinge experiment stop foam-roller` ends it early
    --- exit 1
    ");

    // The day is asked: what was drawn, and what it really was.
    let asked = twinge.run_with(&["log"], b"4\n\n\n\n\n\n\n\n\n\nno\n\n");
    assert_eq!(asked.code, 0, "{asked}");
    let question = format!("Experiment: “{}” was drawn for the day.", called(2));
    assert!(flat(&asked.stderr).contains(&question), "{asked}");
    assert!(flat(&asked.stderr).contains(&line), "{asked}");
    assert!(asked.stdout.contains("not done: foam roller"), "{asked}");
    let again = twinge.run_with(&["log"], b"");
    assert!(!again.stderr.contains("was drawn for the day"), "{again}");

    twinge.at("2026-03-30T08:00:00+02:00");
    assert_snapshot!(twinge.run(&["experiment", "stop"]), @"
    --- stderr
    twinge: cannot stop the experiment: all days of foam-roller are done
      hint: what it showed can be seen from Tue 31 Mar 2026 on
    --- exit 2
    ");
    twinge.at("2026-04-01T08:00:00+02:00");
    let _ = twinge.done(&["undo"]);
    live(&twinge, "2026-03-16", &drawn);
    let told = flat(&twinge.done(&["experiment", "result", "foam-roller"]).stdout);
    for said in [
        "In your experiment, days after foam roller had",
        "less pain than days after no foam roller (95 % range 2.",
        "Chance alone would do this about 1 time in 64.",
        "days after foam roller: 2.1 on average, of 7 days",
        "done as drawn on 14 of 14 days",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    let found = &twinge.json(&["experiment", "result"])["data"];
    assert_eq!(found["experiment"]["verdict"], "less");
    assert_eq!(found["experiment"]["p"], 2.0 / 128.0);
    let number = |field: &str| found["experiment"][field].as_f64().unwrap();
    assert!((number("effect") + 3.0).abs() < 0.25, "{found}");
    assert!(number("ci_low") < number("effect") && number("effect") < number("ci_high"));
    assert!(number("ci_high") < -2.0, "{found}");
    assert!(twinge.done(&[]).stdout.find("experiment").is_none());
}

#[test]
fn stopping_is_one_act_and_is_said_with_the_result() {
    let mut twinge = Twinge::new();
    let start = &["experiment", "start", "heat pad", "--or", "cold pack", "--from", "today"];
    let _ = twinge.done(start);
    twinge.at("2026-03-20T20:00:00+01:00");
    let _ = twinge.done(&["log", "--habit", "heat-pad-or-cold-pack=heat-pad"]);
    let ran = twinge.done(&["experiment", "stop", "--because", "a cold"]);
    assert!(ran.stdout.contains("stopped on Fri 20 Mar 2026 (“a cold”)"), "{ran}");
    assert_snapshot!(twinge.run(&["experiment", "result"]), @"
    heat-pad-or-cold-pack: heat pad or cold pack: which goes with less pain?
      28 pairs of single days, 56 days in all, from Sun 15 Mar 2026 to Sat 9 May
        2026
      stopped on Fri 20 Mar 2026, after 5 of 56 days: if you stopped because of how
        the pain went, chance has a larger part in this than it looks

    Not enough entries to say: 6 pairs need pain on both sides, 0 have it.

      days after heat pad: – on average, of 0 days
      days after cold pack: – on average, of 0 days
      pain recorded after 0 of 5 days, and on both sides of 0 of 28 pairs
      done as drawn on 0 of 5 days, otherwise on 0, not recorded on 5
    What was drawn is compared, not what was done: so nothing but chance chose the
      days.
    --- exit 0
    ");
    assert_snapshot!(twinge.run(&["experiment", "stop"]), @"
    --- stderr
    twinge: cannot stop the experiment: heat-pad-or-cold-pack is over
      hint: `twinge experiment result heat-pad-or-cold-pack` tells what it showed
    --- exit 2
    ");
    // Its habit is asked no more; another may begin.
    let ran = twinge.run_with(&["log"], b"");
    assert!(!ran.stderr.contains("heat"), "{ran}");
    let _ = twinge.done(&["undo"]);
    let state = |twinge: &Twinge| {
        twinge.json(&["experiment"])["data"]["experiments"][0]["state"].as_str().map(str::to_string)
    };
    assert_eq!(state(&twinge).as_deref(), Some("running"));
}

#[test]
fn starting_is_one_act() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["experiment", "start", "heat pad"]);
    assert_eq!(twinge.json(&["habit"])["data"]["habits"][0]["id"], "heat-pad");
    let _ = twinge.done(&["undo"]);
    assert_snapshot!(twinge.run(&["experiment"]), @r#"
    no experiments yet: `twinge experiment plan "foam roller"`
    --- exit 0
    "#);
    assert_snapshot!(twinge.run(&["experiment", "show"]), @r#"
    --- stderr
    twinge: cannot show the experiment: there is no experiment yet
      hint: `twinge experiment plan "foam roller"` says what one takes
    --- exit 2
    "#);
    assert_eq!(twinge.json(&["habit"])["data"]["habits"], serde_json::json!([]));
    // What was exported is taken in again with its schedule.
    let _ = twinge.done(&["experiment", "start", "heat pad"]);
    let drawn = schedule(&twinge);
    let _ = twinge.done(&["export", "-o", "all.csv"]);
    let _ = twinge.done(&["--journal", "other.db", "import", "all.csv"]);
    let other = twinge.done(&["--journal", "other.db", "export"]).stdout;
    assert!(other.contains(&drawn.iter().collect::<String>()));
}

#[test]
fn nights_belong_to_the_day_of_waking_up() {
    let mut twinge = Twinge::new();
    // A position of sleep is of the night, without a word.
    let start = &["experiment", "start", "back", "--or", "side", "--outcome", "night"];
    let _ = twinge.done(start);
    // The first night is tonight: it ends on the first day.
    let drawn = schedule(&twinge);
    let called = |n: usize| if drawn[n] == 'A' { "back" } else { "side" };
    let today = twinge.done(&[]).stdout;
    assert!(today.contains(&format!("experiment back-or-side; tonight: {}", called(0))), "{today}");
    twinge.at("2026-03-16T08:00:00+01:00");
    let today = twinge.done(&[]).stdout;
    let line = format!("experiment back-or-side, day 1 of 56; tonight: {}", called(1));
    assert!(today.contains(&line), "{today}");
    let ran = twinge.run_with(&["log"], b"\n\n\n\n\n\n\n\n\n\n");
    let asked = flat(&ran.stderr);
    let question =
        format!("“{}” was drawn for the night. What was it really: back, side", called(0));
    assert!(asked.contains(&question), "{ran}");
    // What the experiment asks is not asked twice.
    assert!(!asked.contains("How did you sleep"), "{ran}");
    let _ = twinge.done(&["log", "--sleep", called(0)]);
    twinge.at("2026-03-17T08:00:00+01:00");
    let done = twinge.json(&["experiment"])["data"]["experiments"][0]["done"].clone();
    assert_eq!(done, serde_json::json!({ "as_drawn": 1, "otherwise": 0, "not_recorded": 0 }));
}

/// Begins one that is stopped at once, and gives its name.
fn begun_and_stopped(twinge: &Twinge, args: &[&str]) -> String {
    let _ = twinge.done(&[&["experiment", "start", "--from", "today"], args].concat());
    let _ = twinge.done(&["experiment", "stop"]);
    let all = twinge.json(&["experiment"]);
    all["data"]["experiments"][0]["name"].as_str().unwrap().to_string()
}

#[test]
fn one_more_of_the_same_has_a_name_of_its_own() {
    let mut twinge = Twinge::new();
    assert_eq!(begun_and_stopped(&twinge, &["heat pad"]), "heat-pad");
    let first = schedule(&twinge);
    // On the same day too: what was stopped stays as it was.
    assert_eq!(begun_and_stopped(&twinge, &["Heat  Pad"]), "heat-pad-2");
    let first: String = first.iter().collect();
    assert!(twinge.done(&["export"]).stdout.contains(&first));
    twinge.at("2026-04-01T20:00:00+02:00");
    assert_eq!(
        begun_and_stopped(&twinge, &["heat pad", "--or", "cold pack"]),
        "heat-pad-or-cold-pack"
    );
    twinge.at("2026-04-02T20:00:00+02:00");
    assert_eq!(begun_and_stopped(&twinge, &["heat pad"]), "heat-pad-3");
    for name in ["heat-pad", "heat-pad-2", "heat-pad-3"] {
        let shown = twinge.json(&["experiment", "show", name]);
        assert_eq!(shown["data"]["name"], name);
        assert_eq!(shown["data"]["done_by"], "habit:heat-pad");
    }
    // The list has what is under way and the newest that is over.
    let listed = |args: &[&str]| {
        let found = twinge.json(&[&["experiment", "list"], args].concat());
        let n = found["data"]["experiments"].as_array().unwrap().len();
        (n, found["data"]["n_older"].as_u64().unwrap())
    };
    assert_eq!((listed(&[]), listed(&["--all"])), ((1, 3), (4, 0)));
    let _ = twinge.done(&["experiment", "start", "tea"]);
    assert_eq!((listed(&[]), listed(&["--all"])), ((2, 3), (5, 0)));
    assert!(
        twinge.done(&["experiment"]).stdout.ends_with("3 older: `twinge experiment list --all`\n")
    );
}

#[test]
fn a_stop_that_is_taken_back_is_said_with_the_result() {
    let mut twinge = Twinge::new();
    let _ =
        twinge.done(&["experiment", "start", "foam roller", "--pairs", "7", "--seed", "20260315"]);
    let drawn = schedule(&twinge);
    twinge.at("2026-03-20T20:00:00+01:00");
    let _ = twinge.done(&["experiment", "stop"]);
    let _ = twinge.done(&["undo"]);
    twinge.at("2026-04-01T08:00:00+02:00");
    live(&twinge, "2026-03-16", &drawn);
    let told = flat(&twinge.done(&["experiment", "result"]).stdout);
    assert!(told.contains("stopped on Fri 20 Mar 2026 and gone on with"), "{told}");
    assert_eq!(twinge.json(&["experiment", "result"])["data"]["gone_on_after"], "2026-03-20");
    // Wherever the result is shown.
    let drawn = twinge.done(&["chart", "experiment"]).stdout;
    assert!(flat(&drawn).contains("stopped once and gone on with"), "{drawn}");
    let _ = twinge.done(&["report", "-o", "page.html"]);
    let page = std::fs::read_to_string(twinge.path("page.html")).unwrap();
    assert!(page.contains("stopped once and gone on with"), "{page}");
    // What it was on a day before can be asked; nothing is written then.
    let before = twinge.done(&["--as-of", "2026-03-19", "experiment", "list"]).stdout;
    assert!(before.contains("day 4 of 14"), "{before}");
    let ran = twinge.run(&["--as-of", "2026-03-19", "experiment", "stop"]);
    assert_eq!(ran.code, 2, "{ran}");
}

#[test]
fn to_do_without_is_what_it_is_compared_with() {
    let twinge = Twinge::new();
    let arms = |args: &[&str]| {
        let found = twinge.json(&[&["experiment", "plan", "--pairs", "6"], args].concat());
        let arm = |which: &str| found["data"][which].as_str().unwrap().to_string();
        (arm("arm_a"), arm("arm_b"), arm("done_by"))
    };
    let walk = ("walk".to_string(), "no walk".to_string(), "exercise:walk".to_string());
    assert_eq!(arms(&["no walk"]), walk);
    assert_eq!(arms(&["walk", "--or", "without walking"]), walk);
    assert_eq!(arms(&["no walking", "--or", "walk"]), walk);
    let ran = twinge.run(&["experiment", "plan", "walk", "--or", "walking"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stderr.contains("\"walk\" would be compared with itself"), "{ran}");
}

#[test]
fn no_lots_are_drawn_about_a_medicine_before_somebody_was_asked() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["took", "Ibuprofen", "400 mg"]);
    let _ = twinge.done(&["profile", "medicines", "metformin 500; Vitamin D"]);
    for (what, shown) in [
        ("ibuprofen", "ibuprofen"),
        ("no metformin", "metformin"),
        ("vitamin d", "vitamin d"),
        ("ibuprofen gel", "ibuprofen gel"),
        ("ibu", "ibu"),
        ("metf", "metf"),
        // What no entry names.
        ("Novalgin", "Novalgin"),
        ("ohne diclo", "diclo"),
    ] {
        let ran = twinge.run(&["experiment", "start", what]);
        assert_eq!(ran.code, 2, "{ran}");
        let said = format!("\"{shown}\" is called like a medicine");
        assert!(flat(&ran.stderr).contains(&said), "{ran}");
        assert!(ran.stderr.contains("`--asked` says that you did"), "{ran}");
    }
    let ran = twinge.run(&["experiment", "start", "tea", "--or", "ibuprofen"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert_eq!(twinge.json(&["experiment"])["data"]["experiments"], serde_json::json!([]));
    let _ = twinge.done(&["experiment", "start", "ibuprofen", "--asked"]);
    let _ = twinge.done(&["experiment", "plan", "ibuki"]);
    let _ = twinge.done(&["experiment", "plan", "nap"]);
}

/// As `insights` counts them, of fewer days: it says of how many.
#[test]
fn the_days_whose_manner_it_takes_are_said() {
    let twinge = Twinge::new();
    let mut rows = String::from("date,average\n");
    let last: NaiveDate = "2026-03-15".parse().unwrap();
    for n in 0..200_u64 {
        // One day of the newest 180 has no score.
        if n != 7 {
            writeln!(rows, "{},{}", last - Days::new(n), n * 7 % 5 + 2).unwrap();
        }
    }
    let _ = twinge.write("days.csv", rows);
    let _ = twinge.done(&["import", "days.csv"]);
    let said = flat(&twinge.done(&["experiment", "plan", "stool"]).stdout);
    assert!(said.contains("your last 180 days, 179 of them with a score"), "{said}");
    assert!(twinge.done(&["insights"]).stdout.contains("200 days, 199 with a score"));
}

#[test]
fn which_pain_it_is_about_is_said_so_that_it_is_understood() {
    let twinge = Twinge::new();
    for (args, about) in [
        (&["stool"][..], "the day's pain, the day after"),
        (&["stool", "--outcome", "night"], "pain in the night after"),
        (&["stool", "--outcome", "morning"], "pain on getting up, the day after"),
        (&["pillow", "--night"], "the day's pain, after that night"),
        (&["pillow", "--night", "--outcome", "night"], "pain in that same night"),
        (&["pillow", "--night", "--outcome", "morning"], "pain on getting up, after that night"),
    ] {
        let ran = twinge.done(&[&["experiment", "plan"], args].concat());
        let about = format!("  it is about {about}\n");
        assert!(ran.stdout.contains(&about), "{args:?}: {ran}");
    }
}

#[test]
fn what_took_and_did_record_tells_what_was_done() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["experiment", "start", "heat", "--or", "stretching", "--from", "today"]);
    let drawn = schedule(&twinge);
    let as_drawn = |n: usize| match drawn[n] {
        'A' => vec!["took", "hot-water-bottle"],
        _ => vec!["did", "stretch"],
    };
    let _ = twinge.done(&as_drawn(0));
    let ran = twinge.run_with(&["log"], b"");
    assert!(!ran.stderr.contains("was drawn for the day"), "{ran}");
    twinge.at("2026-03-16T20:00:00+01:00");
    // The other of the two, and then both.
    let _ = twinge.done(&as_drawn(usize::from(drawn[0] == drawn[1])));
    let done =
        |twinge: &Twinge| twinge.json(&["experiment"])["data"]["experiments"][0]["done"].clone();
    twinge.at("2026-03-17T08:00:00+01:00");
    let told = done(&twinge);
    assert_eq!(
        told["as_drawn"].as_u64().unwrap() + told["otherwise"].as_u64().unwrap(),
        2,
        "{told}"
    );
    assert_eq!(told["not_recorded"], 0);
}

#[test]
fn who_records_only_the_worst_is_told_of_it() {
    let mut twinge = Twinge::new();
    for day in 8..15 {
        twinge.at(&format!("2026-03-{day:02}T20:00:00+01:00"));
        let _ = twinge.done(&["log", "--worst", "6"]);
    }
    let said = |args: &[&str]| {
        let ran = twinge.run(&[&["experiment", "plan", "tea", "--pairs", "6"], args].concat());
        flat(&ran.stderr).contains("your days have a worst and no average")
    };
    assert!(said(&[]));
    assert!(!said(&["--outcome", "worst"]));
}
