//! `twinge alerts`, and `log` telling of a rule that is newly met.

use std::fmt::Write as _;

use crate::kit::Twinge;

/// A diary of `n` days up to yesterday, with pain and a night that is much worse.
fn bad_nights(n: u64) -> String {
    let today: chrono::NaiveDate = "2026-03-15".parse().unwrap();
    let mut csv = String::from("date,average,night\n");
    for back in (1..=n).rev() {
        let day = today - chrono::Days::new(back);
        writeln!(csv, "{day},3,6").unwrap();
    }
    csv
}

#[test]
fn the_json_has_every_rule_with_its_evidence() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", bad_nights(200));
    let _ = twinge.done(&["import", "diary.csv"]);
    let answer = twinge.json(&["alerts"]);
    assert_eq!(answer["data"]["as_of"], "2026-03-15");
    for rule in answer["data"]["rules"].as_array().unwrap() {
        for key in ["id", "urgency", "status", "dates", "evidence", "needs", "sources"] {
            assert!(rule.get(key).is_some(), "{key} is missing of {rule}");
        }
    }
    let status = |id: &str| {
        let rules = answer["data"]["rules"].as_array().unwrap();
        rules.iter().find(|r| r["id"] == id).unwrap()["status"].clone()
    };
    assert_eq!(status("worse-at-night"), "met");
    assert_eq!(status("pain-6-months"), "met");
}

#[test]
fn looking_back_gives_what_would_have_been_said_then() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", bad_nights(200));
    let _ = twinge.done(&["import", "diary.csv"]);
    let then = twinge.json(&["--as-of", "2025-08-31", "alerts"]);
    for rule in then["data"]["rules"].as_array().unwrap() {
        // The days with a score say that no day was as bad as that.
        let expected = if rule["id"] == "severe-struggling" { "not-met" } else { "not-enough" };
        assert_eq!(rule["status"], expected, "{rule}");
    }
}

#[test]
fn log_tells_of_a_rule_when_it_is_newly_met_and_only_then() {
    let mut twinge = Twinge::new();
    twinge.write("diary.csv", bad_nights(7));
    let _ = twinge.done(&["import", "diary.csv"]);
    // Six pairs so far: the first night has no day before it.
    let ran = twinge.done(&["--quiet", "log", "--average", "3", "--night", "6"]);
    assert!(ran.stderr.contains("Pain worse at night"), "{ran}");
    twinge.at("2026-03-16T10:00:00+01:00");
    let ran = twinge.done(&["--quiet", "log", "--average", "3", "--night", "6"]);
    assert!(!ran.stderr.contains("Pain worse at night"), "{ran}");
}

#[test]
fn what_is_told_once_is_told_once() {
    let mut twinge = Twinge::new();
    let title = "Pain between the shoulders or in the upper back";
    let ran = twinge.done(&["--quiet", "log", "3", "--site", "between-shoulders"]);
    assert!(ran.stderr.contains(title), "{ran}");
    twinge.at("2026-03-16T10:00:00+01:00");
    let ran = twinge.done(&["--quiet", "log", "3", "--site", "between-shoulders"]);
    assert!(!ran.stderr.contains(title), "{ran}");
    assert!(!twinge.done(&[]).stdout.contains(title));
    assert_eq!(twinge.run(&["alerts", "--exit-code"]).code, 0);
    assert!(twinge.done(&["alerts"]).stdout.contains(title));
}

#[test]
fn a_ticked_sign_is_said_once_and_what_it_adds_up_to_too() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["symptom", "fever"]);
    assert_eq!(ran.stderr.matches("high temperature").count(), 1, "{ran}");
    let ran = twinge.done(&["symptom", "clumsy-hands"]);
    assert!(!ran.stderr.contains("! "), "{ran}");
    let ran = twinge.done(&["symptom", "unsteady-walking"]);
    assert!(ran.stderr.contains("! Clumsy hands and unsteady walking together"), "{ran}");
    assert_eq!(twinge.run(&["alerts", "--exit-code"]).code, 13);
}

#[test]
fn several_urgent_alerts_of_different_groups_are_more_than_one() {
    let twinge = Twinge::new();
    let says = "More than one of these together makes it more important to be seen.";
    for sign in ["fever", "weight-loss", "glands"] {
        let _ = twinge.done(&["symptom", sign]);
        let _ = twinge.done(&["log", "4", "--site", "upper-back"]);
        assert!(!twinge.done(&["alerts"]).stdout.contains(says), "{sign}");
        assert!(twinge.json(&["alerts"])["data"]["together"].is_null(), "{sign}");
    }
    let _ = twinge.done(&["symptom", "cough"]);
    let shown = twinge.done(&["alerts"]).stdout;
    let at = |text: &str| shown.find(text).unwrap_or_else(|| panic!("{text}: {shown}"));
    assert!(at("URGENT: strain-pain") < at(says) && at(says) < at("SOON: glands-bone"), "{shown}");
    let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(line.contains("as quoted by South Tees Hospitals"), "{shown}");
    let together = &twinge.json(&["alerts"])["data"]["together"];
    assert_eq!(together["says"], says);
    assert_eq!(
        together["groups"],
        serde_json::json!([
            {"group": "systemic", "rules": ["fever-unwell", "weight-loss"]},
            {"group": "pain-pattern", "rules": ["strain-pain"]},
        ])
    );
    assert_eq!(together["sources"].as_array().unwrap().len(), 2);
    // What a doctor has seen is not one of several any more.
    let _ = twinge.done(&["acknowledge", "strain-pain", "seen"]);
    assert!(!twinge.done(&["alerts"]).stdout.contains(says));
}

#[test]
fn the_exit_code_tells_how_urgent_when_asked() {
    let twinge = Twinge::new();
    twinge.write("diary.csv", bad_nights(20));
    let _ = twinge.done(&["import", "diary.csv"]);
    assert_eq!(twinge.run(&["alerts"]).code, 0);
    assert_eq!(twinge.run(&["alerts", "--exit-code"]).code, 12);
}

#[test]
fn a_rule_is_explained_in_full() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let ran = twinge.done(&["alerts", "--explain", "pain-6-months"]);
    for part in ["The rule", "183 days", "not enough entries", "Sources", "reviewed"] {
        assert!(ran.stdout.contains(part), "{part} is missing of {ran}");
    }
    let ran = twinge.run(&["alerts", "--explain", "nonsense"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("worse-at-night"), "{ran}");
}

#[test]
fn an_empty_journal_is_not_called_well() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    let text = twinge.done(&["alerts"]).stdout.to_lowercase();
    for word in ["safe", "all clear", "all-clear", "healthy", "chronic"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("not enough entries"));
}

#[test]
fn below_an_emergency_nothing_soothes_and_it_is_said_again_at_the_end() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    assert!(twinge.done(&["alerts"]).stdout.contains("Not enough entries yet"));
    let _ = twinge.done(&["symptom", "saddle-numbness"]);
    for args in [&["alerts"][..], &["alerts", "--all"], &[]] {
        let ran = twinge.done(args);
        assert!(!ran.stdout.contains("do not turn out"), "{ran}");
    }
    let ran = twinge.done(&["alerts"]);
    assert!(!ran.stdout.contains("Not enough entries yet"), "{ran}");
    let last = ran.stdout.trim_end().rsplit("\n\n").next().unwrap_or_default();
    assert!(last.starts_with("! FIRST OF ALL: ") && last.contains("call 112"), "{ran}");
}

#[test]
fn all_says_of_each_rule_what_it_needs_and_does_not_speak_of_itself() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let ran = twinge.done(&["alerts", "--all"]);
    assert!(!ran.stdout.contains("--all"), "{ran}");
}
