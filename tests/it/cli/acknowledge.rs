//! `twinge acknowledge`: what is said to an alert stands, is shown, and can be taken back.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::kit::Twinge;

const NIGHTS: &str = "worse-at-night";

/// A journal with bad nights, of which the person was told on 15 March.
fn told() -> Twinge {
    let twinge = Twinge::new();
    let mut csv = String::from("date,average,night\n");
    for day in 1..=15 {
        writeln!(csv, "2026-03-{day:02},3,6").unwrap();
    }
    twinge.write("diary.csv", csv);
    let ran = twinge.done(&["import", "diary.csv"]);
    assert!(ran.stderr.contains("! Pain worse at night"), "{ran}");
    twinge
}

fn rule_of(twinge: &Twinge, id: &str) -> Json {
    let answer = twinge.json(&["alerts"]);
    let rules = answer["data"]["rules"].as_array().unwrap();
    rules.iter().find(|rule| rule["id"] == id).unwrap().clone()
}

fn life_of(twinge: &Twinge, id: &str) -> Json {
    rule_of(twinge, id)["life"].clone()
}

/// The morning of a day in 2026.
fn on<'t>(twinge: &'t mut Twinge, day: &str) -> &'t Twinge {
    twinge.at(&format!("2026-{day}T10:00:00+01:00"))
}

fn urgency(twinge: &Twinge) -> i32 {
    twinge.run(&["alerts", "--exit-code"]).code
}

#[test]
fn what_was_told_is_kept_and_shown() {
    let twinge = told();
    assert_eq!(
        life_of(&twinge, NIGHTS),
        json!({"stage": "told", "is_due": false, "is_open": true, "told": "2026-03-15",
               "n_told": 1, "answer": null})
    );
    let alerts = twinge.done(&["alerts"]);
    assert!(alerts.stdout.contains("You were told on 2026-03-15."), "{alerts}");
    assert_eq!(
        life_of(&twinge, "strain-pain"),
        json!({"stage": null, "is_due": false, "is_open": false, "told": null, "n_told": 0,
               "answer": null})
    );
}

#[test]
fn what_a_doctor_has_seen_is_no_longer_open() {
    let mut twinge = told();
    on(&mut twinge, "03-17");
    assert_eq!(urgency(&twinge), 12);
    let ran = twinge.done(&["acknowledge", NIGHTS, "seen", "--on", "2026-03-16"]);
    assert_eq!(
        ran.stdout,
        "saved: Pain worse at night: seen by a doctor, 2026-03-16\n\
         You will not be told again while it goes on without a break.\n"
    );
    let life = life_of(&twinge, NIGHTS);
    assert_eq!(life["stage"], "answered");
    assert_eq!(life["answer"], json!({"reply": "seen", "on": "2026-03-17", "seen": "2026-03-16"}));
    assert_eq!((&life["is_open"], &life["told"]), (&json!(false), &json!("2026-03-15")));
    assert_eq!(urgency(&twinge), 0);
    // It stays in the list, with what was said, and leaves the first page.
    let said = "You said on 2026-03-17 that a";
    let alerts = twinge.done(&["alerts"]).stdout;
    assert!(alerts.contains("Still met: Pain worse at night [worse-at-night]."), "{alerts}");
    assert!(alerts.contains(said), "{alerts}");
    assert!(alerts.contains("doctor has seen it (2026-03-16)."), "{alerts}");
    assert!(!twinge.done(&[]).stdout.contains("Pain worse at night"));
    // What it was on the day before is not changed by what was said later.
    let then = twinge.done(&["--as-of", "2026-03-16", "alerts"]).stdout;
    assert!(then.contains("You were told on 2026-03-15.") && !then.contains(said), "{then}");
}

#[test]
fn an_acknowledgement_can_be_undone() {
    let mut twinge = told();
    on(&mut twinge, "03-17");
    let _ = twinge.done(&["acknowledge", NIGHTS, "seen"]);
    assert_eq!(urgency(&twinge), 0);
    let ran = twinge.done(&["undo"]);
    assert!(ran.stdout.starts_with("undone: acknowledge of "), "{ran}");
    assert!(ran.stdout.contains("(2 values as before)"), "the reply, and when it was seen: {ran}");
    assert_eq!(urgency(&twinge), 12);
    assert_eq!(life_of(&twinge, NIGHTS)["answer"], Json::Null);
    assert_eq!(life_of(&twinge, NIGHTS)["told"], "2026-03-15");
    // One that answered what was never told leaves nothing behind.
    let twinge = Twinge::new();
    let _ = twinge.done(&["--quiet", "log", "3", "--site", "neck"]);
    let _ = twinge.done(&["profile", "pregnant", "yes"]);
    let _ = twinge.done(&["acknowledge", "pregnancy", "mistake"]);
    let _ = twinge.done(&["undo"]);
    assert_eq!(life_of(&twinge, "pregnancy")["answer"], Json::Null);
}

#[test]
fn undoing_what_was_logged_takes_its_notice_along() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "2"]);
    let ran = twinge.done(&["log", "3", "--site", "between-shoulders"]);
    assert!(ran.stderr.contains("! Pain between the shoulders"), "{ran}");
    assert_eq!(life_of(&twinge, "upper-back-site")["told"], "2026-03-15");
    let ran = twinge.done(&["undo"]);
    // Only the person's own values are counted: the score, its place and its time.
    assert!(ran.stdout.contains("(3 values as before)"), "{ran}");
    assert!(!ran.stderr.contains('!'), "{ran}");
    assert_eq!(life_of(&twinge, "upper-back-site")["told"], Json::Null);
    // Said again, it is news again.
    let ran = twinge.done(&["log", "3", "--site", "between-shoulders"]);
    assert!(ran.stderr.contains("! Pain between the shoulders"), "{ran}");
}

#[test]
fn an_answer_outlives_the_undoing_of_the_log_that_told() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "2"]);
    let _ = twinge.done(&["log", "3", "--site", "between-shoulders"]);
    let history = twinge.json(&["history"]);
    let act = history["data"]["acts"][0]["id"].as_str().unwrap().to_string();
    on(&mut twinge, "03-16");
    let _ = twinge.done(&["acknowledge", "upper-back-site", "seen", "--on", "2025"]);
    let ran = twinge.done(&["undo", &act]);
    // The notice is the program's: nothing of the person's was changed since.
    assert!(!ran.stdout.contains("changed since"), "{ran}");
    assert_eq!(life_of(&twinge, "upper-back-site")["told"], Json::Null);
    assert_eq!(life_of(&twinge, "upper-back-site")["answer"]["seen"], "2025");
}

#[test]
fn a_rule_that_there_is_not_or_that_is_not_met_is_refused() {
    let twinge = told();
    for (args, why, hint) in [
        (["nights", "seen"], "there is no rule \"nights\"", "`twinge alerts` shows the ids"),
        (
            ["worse-at-nigt", "seen"],
            "there is no rule \"worse-at-nigt\"",
            "did you mean worse-at-night?",
        ),
        (
            ["strain-pain", "seen"],
            "strain-pain is not met, and was not told",
            "`twinge alerts` shows what is",
        ),
        ([NIGHTS, "later on"], "\"later on\" is not one of", ""),
    ] {
        let ran = twinge.run(&["acknowledge", args[0], args[1]]);
        assert_eq!(ran.code, 2, "{ran}");
        assert!(ran.stderr.contains(why) && ran.stderr.contains(hint), "{ran}");
    }
    assert_eq!(life_of(&twinge, NIGHTS)["answer"], Json::Null);
    // Ids are read as people write them.
    let _ = twinge.done(&["acknowledge", "Worse_at_Night", "done"]);
    assert_eq!(life_of(&twinge, NIGHTS)["answer"]["reply"], "seen");
    let none = Twinge::new();
    assert_eq!(none.run(&["acknowledge", NIGHTS, "seen"]).code, 4);
}

#[test]
fn a_doctors_look_has_a_day_a_month_or_a_year_and_is_not_to_come() {
    let twinge = told();
    for (said, seen) in [
        ("2026-03-15", "2026-03-15"),
        ("yesterday", "2026-03-14"),
        ("2026-03", "2026-03"),
        ("2026-02", "2026-02"),
        ("2026", "2026"),
        ("2019", "2019"),
    ] {
        let _ = twinge.done(&["acknowledge", NIGHTS, "seen", "--on", said]);
        assert_eq!(life_of(&twinge, NIGHTS)["answer"]["seen"], seen, "{said}");
    }
    for said in ["2026-03-16", "2026-04", "2027", "tomorrow", "some day"] {
        let ran = twinge.run(&["acknowledge", NIGHTS, "seen", "--on", said]);
        assert_eq!(ran.code, 2, "{said}: {ran}");
    }
    let ran = twinge.run(&["acknowledge", NIGHTS, "seen", "--on", "2026-04"]);
    assert!(ran.stderr.contains("2026-04 is not here yet"), "{ran}");
    assert_eq!(life_of(&twinge, NIGHTS)["answer"]["seen"], "2019");
    // Another answer takes the day of the last one away.
    let ran = twinge.run(&["acknowledge", NIGHTS, "will-call", "--on", "2026-03-14"]);
    assert_eq!(ran.code, 2, "{ran}");
    let _ = twinge.done(&["acknowledge", NIGHTS, "will-call"]);
    let answer = json!({"reply": "will-call", "on": "2026-03-15", "seen": null});
    assert_eq!(life_of(&twinge, NIGHTS)["answer"], answer);
    // Without a day it is today's.
    let _ = twinge.done(&["acknowledge", NIGHTS, "seen"]);
    assert_eq!(life_of(&twinge, NIGHTS)["answer"]["seen"], "2026-03-15");
}

#[test]
fn all_that_is_open_is_answered_at_once() {
    let twinge = told();
    let _ = twinge.done(&["symptom", "fever"]);
    let _ = twinge.done(&["acknowledge", "fever-unwell", "will-call"]);
    let answer = twinge.json(&["acknowledge", "all", "seen"]);
    assert_eq!(answer["data"]["rules"], json!(["fever-unwell", NIGHTS]));
    assert_eq!(urgency(&twinge), 0);
    let ran = twinge.run(&["acknowledge", "all", "seen"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no alert is open"), "{ran}");
}

#[test]
fn a_mistake_says_where_to_put_it_right() {
    let twinge = told();
    let ran = twinge.done(&["acknowledge", NIGHTS, "mistake"]);
    assert!(ran.stdout.contains("a mistake in the entries"), "{ran}");
    assert!(ran.stdout.contains("`twinge show 2026-03-15`"), "{ran}");
    assert_eq!(urgency(&twinge), 0);
}

#[test]
fn what_you_will_call_about_is_told_again_after_two_weeks() {
    let mut twinge = told();
    on(&mut twinge, "03-18");
    let ran = twinge.done(&["acknowledge", NIGHTS, "will-call"]);
    assert!(ran.stdout.contains("You will be reminded while it goes on."), "{ran}");
    assert_eq!(urgency(&twinge), 12);
    for day in 16..=31 {
        on(&mut twinge, &format!("03-{day}"));
        let ran = twinge.done(&["log", "--average", "3", "--night", "6"]);
        assert!(!ran.stderr.contains("Pain worse at night"), "on {day}: {ran}");
    }
    assert_eq!(life_of(&twinge, NIGHTS)["stage"], "answered");
    on(&mut twinge, "04-01");
    let ran = twinge.done(&["log", "--average", "3", "--night", "6"]);
    assert!(ran.stderr.contains("! Pain worse at night"), "{ran}");
    let life = life_of(&twinge, NIGHTS);
    assert_eq!((&life["n_told"], &life["answer"]), (&json!(2), &Json::Null));
    // The second notice doubles the wait.
    for (day, is_told) in [("04-28", false), ("04-29", true)] {
        on(&mut twinge, day);
        twinge.write("more.csv", nights_up_to(day));
        let ran = twinge.done(&["import", "more.csv"]);
        assert_eq!(ran.stderr.contains("! Pain worse at night"), is_told, "{day}: {ran}");
    }
}

/// The days of April up to this one, with bad nights.
fn nights_up_to(day: &str) -> String {
    let last: u32 = day[3..].parse().unwrap();
    let rows = (1..=last).map(|day| format!("2026-04-{day:02},3,6\n"));
    format!("date,average,night\n{}", rows.collect::<String>())
}

#[test]
fn quiet_and_json_still_tell_and_only_on_the_other_stream() {
    let site = ["log", "3", "--site", "between-shoulders"];
    for flag in ["--quiet", "--json"] {
        let twinge = Twinge::new();
        let args: Vec<&str> = [flag].into_iter().chain(site).collect();
        let ran = twinge.done(&args);
        assert!(ran.stderr.contains("! Pain between the shoulders"), "{flag}: {ran}");
        assert!(!ran.stdout.contains('!'), "{flag}: {ran}");
        match flag {
            "--json" => drop(serde_json::from_str::<Json>(&ran.stdout).unwrap()),
            _ => assert_eq!(ran.stdout, ""),
        }
        assert_eq!(life_of(&twinge, "upper-back-site")["told"], "2026-03-15");
    }
}

#[test]
fn an_answer_of_a_year_ago_is_not_written_over() {
    let mut twinge = Twinge::new();
    let seen = |twinge: &mut Twinge, now: &str| {
        twinge.at(&format!("{now}T10:00:00+01:00"));
        let _ = twinge.done(&["took", "naproxen"]);
        let _ = twinge.done(&["acknowledge", "nsaid-watch", "seen"]);
    };
    let then = |twinge: &Twinge, day: &str| {
        let answer = twinge.json(&["--as-of", day, "alerts"]);
        let rules = answer["data"]["rules"].as_array().unwrap();
        let rule = rules.iter().find(|rule| rule["id"] == "nsaid-watch").unwrap();
        rule["life"]["answer"]["on"].clone()
    };
    let _ = twinge.done(&["profile", "nsaid-risk", "yes"]);
    twinge.at("2026-03-15T10:00:00+01:00");
    seen(&mut twinge, "2026-03-15");
    // 365 days later it is an answer of its own, 364 days after that it takes the last one's place.
    seen(&mut twinge, "2027-03-15");
    assert_eq!(then(&twinge, "2026-03-16"), "2026-03-15");
    assert_eq!(then(&twinge, "2027-03-15"), "2027-03-15");
    seen(&mut twinge, "2028-03-13");
    assert_eq!(then(&twinge, "2028-03-13"), "2028-03-13");
    // It was not yet said then; the one before it was.
    assert_eq!(then(&twinge, "2027-03-16"), "2026-03-15");
}

#[test]
fn looking_back_answers_nothing() {
    let twinge = told();
    let ran = twinge.run(&["--as-of", "2026-03-15", "acknowledge", NIGHTS, "seen"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stderr.contains("--as-of looks back; it does not write"), "{ran}");
}

#[test]
fn a_sign_that_went_away_and_came_back_is_open_in_a_journal_of_years() {
    let mut twinge = Twinge::new();
    let mut csv = String::from("date,average\n");
    let last: chrono::NaiveDate = "2026-03-15".parse().unwrap();
    for back in (0..900).rev() {
        writeln!(csv, "{},0", last - chrono::Days::new(back)).unwrap();
    }
    twinge.write("years.csv", csv);
    let _ = twinge.done(&["import", "years.csv"]);
    on(&mut twinge, "03-16");
    let _ = twinge.done(&["symptom", "cough"]);
    let _ = twinge.done(&["acknowledge", "strain-pain", "seen"]);
    assert_eq!(urgency(&twinge), 0);
    // Met up to 29 March. Ticked again after 13 days without it, or after 14.
    for (day, code) in [("04-12", 0), ("04-13", 12)] {
        let copy = Twinge::new();
        std::fs::create_dir_all(copy.journal().parent().unwrap()).unwrap();
        std::fs::copy(twinge.journal(), copy.journal()).unwrap();
        let mut copy = copy;
        on(&mut copy, day);
        let _ = copy.done(&["symptom", "cough"]);
        assert_eq!(urgency(&copy), code, "{day}");
        let told = if code == 0 { "2026-03-16" } else { "2026-04-13" };
        assert_eq!(life_of(&copy, "strain-pain")["told"], told);
    }
}

#[test]
fn an_emergency_that_comes_back_is_open_whatever_was_said() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["event", "accident", "--on", "2026-03-14"]);
    assert_eq!(urgency(&twinge), 13);
    let _ = twinge.done(&["acknowledge", "major-trauma", "seen"]);
    assert_eq!(urgency(&twinge), 0);
    on(&mut twinge, "03-20");
    let ran = twinge.done(&["--quiet", "event", "accident"]);
    assert!(ran.stderr.contains("! An accident, not looked at since"), "{ran}");
    assert_eq!(urgency(&twinge), 13);
}

#[test]
fn an_emergency_is_not_put_off() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["symptom", "saddle-numbness"]);
    let ran = twinge.done(&["acknowledge", "saddle-numbness", "will-call"]);
    assert!(ran.stdout.contains("Please call now"), "{ran}");
    assert!(!ran.stdout.contains("reminded while"), "{ran}");
    // What a doctor saw before it was there is something else.
    let ran = twinge.run(&["acknowledge", "saddle-numbness", "seen", "--on", "2026-03-14"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stderr.contains("2026-03-14 is before you recorded it"), "{ran}");
    let _ = twinge.done(&["acknowledge", "saddle-numbness", "seen", "--on", "2026-03-15"]);
    // A month that it is part of may be the day.
    let _ = twinge.done(&["acknowledge", "saddle-numbness", "seen", "--on", "2026-03"]);
}
