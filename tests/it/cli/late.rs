//! What is logged late says the same as what was logged on its day.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::Value as Json;

use crate::kit::Twinge;

/// What a person says of the days of March up to the 15th: some days nothing at all.
fn said() -> Vec<(u32, Vec<&'static str>)> {
    let night = |n: u32| match n {
        3 | 8 => vec!["log", "--average", "5"],
        _ => vec!["log", "--average", "3", "--night", "6", "--woken", "1", "--after-rest", "same"],
    };
    let mut said: Vec<_> = (1..=15).filter(|n| *n != 5).map(|n| (n, night(n))).collect();
    said.push((4, vec!["symptom", "cough"]));
    said.push((9, vec!["symptom", "fever", "--no"]));
    said.push((10, vec!["event", "fall", "on the stairs"]));
    said.push((10, vec!["took", "ibuprofen", "400 mg", "--helped", "no"]));
    said.push((
        12,
        vec!["log", "--worst", "8", "--site", "between-shoulders", "--interference", "8"],
    ));
    said.push((13, vec!["log", "--worst", "8", "--interference", "9"]));
    said
}

/// Says each on the day of writing, and which day it is about.
fn written(all: &[(u32, u32, Vec<&'static str>)]) -> Twinge {
    let mut twinge = Twinge::new();
    for (writing, about, said) in all {
        twinge.at(&format!("2026-03-{writing:02}T20:00:00+01:00"));
        let day = format!("2026-03-{about:02}");
        let args: Vec<&str> = said.iter().copied().chain(["--on", &day]).collect();
        let _ = twinge.done(&args);
    }
    twinge.at("2026-03-15T21:00:00+01:00");
    twinge
}

/// What each rule says as of a day: all of it but what was told and answered.
fn verdicts(twinge: &Twinge, as_of: u32) -> Vec<Json> {
    let day = format!("2026-03-{as_of:02}");
    let answer = twinge.json(&["--as-of", &day, "alerts"]);
    let mut rules = answer["data"]["rules"].as_array().unwrap().clone();
    for rule in &mut rules {
        rule.as_object_mut().unwrap().remove("life").unwrap();
    }
    rules
}

/// Where each alert stands, and when it was told.
fn lives(twinge: &Twinge) -> Vec<(Json, Json)> {
    let answer = twinge.json(&["alerts"]);
    let rules = answer["data"]["rules"].as_array().unwrap();
    rules.iter().map(|r| (r["life"]["is_open"].clone(), r["life"]["told"].clone())).collect()
}

#[test]
fn days_that_were_written_down_later_meet_the_same_rules_on_every_day() {
    let said = said();
    let mut on_time: Vec<_> = said.iter().map(|(n, what)| (*n, *n, what.clone())).collect();
    on_time.sort_by_key(|(writing, ..)| *writing);
    // Every other thing three days late, the latest on the last day; and all of it at the end,
    // backwards.
    let mut late: Vec<_> = (0..)
        .zip(&said)
        .map(|(at, (n, what))| ((n + at % 2 * 3).min(15), *n, what.clone()))
        .collect();
    late.sort_by_key(|(writing, about, _)| (*writing, u32::MAX - about));
    let at_the_end: Vec<_> = said.iter().rev().map(|(n, what)| (15, *n, what.clone())).collect();

    let on_time = written(&on_time);
    for other in [written(&late), written(&at_the_end)] {
        for day in 1..=15 {
            assert_eq!(verdicts(&other, day), verdicts(&on_time, day), "as of {day} March");
        }
        // What is open is the same. It was told when it was known, so never sooner; what was met
        // for some days only may have been over by then, and never told.
        for ((is_open, told), (was_open, in_time)) in lives(&other).iter().zip(lives(&on_time)) {
            assert_eq!(*is_open, was_open);
            if *is_open == Json::Bool(true) {
                assert_eq!(told.is_null(), in_time.is_null());
                assert!(told.as_str() >= in_time.as_str(), "{told} and {in_time}");
            }
        }
    }
    let met = verdicts(&on_time, 15).iter().filter(|rule| rule["status"] == "met").count();
    assert!(met >= 5, "{met} rules are met");
}

#[test]
fn a_day_that_was_put_right_says_what_it_would_have_said() {
    let night = |twinge: &Twinge, n: u32, tenths: &str| {
        let day = format!("2026-03-{n:02}");
        let _ = twinge.done(&["log", "--average", "3", "--night", tenths, "--on", &day]);
    };
    let (right, edited) = (Twinge::new(), Twinge::new());
    for n in 5..=15 {
        night(&right, n, if n == 9 { "0" } else { "6" });
        night(&edited, n, "6");
    }
    assert_ne!(verdicts(&right, 15), verdicts(&edited, 15));
    let _ = edited.done(&["edit", "2026-03-09", "night=0"]);
    for day in 5..=15 {
        assert_eq!(verdicts(&right, day), verdicts(&edited, day), "as of {day} March");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn no_order_of_importing_days_changes_what_is_said(order in Just((1..=15_u32).collect::<Vec<_>>()).prop_shuffle()) {
        let row = |n: &u32| format!("2026-03-{n:02},3,6,{}\n", n % 2);
        let table = |days: &[u32]| {
            let mut csv = String::from("date,average,night,woken\n");
            for n in days {
                write!(csv, "{}", row(n)).unwrap();
            }
            csv
        };
        let (whole, parts) = (Twinge::new(), Twinge::new());
        whole.write("all.csv", table(&(1..=15).collect::<Vec<_>>()));
        let _ = whole.done(&["import", "all.csv"]);
        for (n, days) in order.chunks(4).enumerate() {
            let name = format!("{n}.csv");
            parts.write(&name, table(days));
            let _ = parts.done(&["import", &name]);
        }
        prop_assert_eq!(verdicts(&whole, 15), verdicts(&parts, 15));
    }
}
