//! `edit`, `delete`, `undo`, `history`: nothing is ever lost.

use crate::kit::Twinge;

fn worst(twinge: &Twinge) -> serde_json::Value {
    twinge.json(&["list"])["data"]["days"][0]["highest"].clone()
}

#[test]
fn an_edit_is_a_newer_fact_and_undo_restores() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "--worst", "6", "--site", "neck"]);
    twinge.at("2026-03-15T11:00:00+01:00");
    let _ = twinge.done(&["edit", "today", "worst=3"]);
    assert_eq!(worst(&twinge), 3.0);
    let history = twinge.json(&["history"]);
    let change = &history["data"]["acts"][0]["changes"][0];
    assert_eq!((&change["before"], &change["after"]), (&"6".into(), &"3".into()));
    let _ = twinge.done(&["undo"]);
    assert_eq!(worst(&twinge), 6.0);
}

#[test]
fn a_deletion_is_undone_and_an_undo_too() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let id = twinge.json(&["show"])["data"]["entries"][0]["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["delete", &id[id.len() - 7..]]);
    assert!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().is_empty());
    let _ = twinge.done(&["undo"]);
    assert_eq!(twinge.json(&["show"])["data"]["entries"][0]["id"], id.as_str());
    let acts = twinge.json(&["history"]);
    let undo = acts["data"]["acts"][0]["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["undo", &undo]);
    assert!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().is_empty());
}

#[test]
fn undo_takes_back_a_whole_line_and_then_the_one_before() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--slept", "7"]);
    let _ = twinge.done(&["log", "5", "--slept", "8", "--did", "walk"]);
    let _ = twinge.done(&["undo"]);
    let day = &twinge.json(&["list"])["data"]["days"][0];
    assert_eq!((&day["pain"], &day["sleep_hours"]), (&4.0.into(), &7.0.into()));
    let _ = twinge.done(&["undo"]);
    assert!(twinge.json(&["list"])["data"]["days"].as_array().unwrap().is_empty());
    assert_eq!(twinge.run(&["undo"]).code, 2);
}

#[test]
fn what_was_changed_since_is_left_alone() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--worst", "6"]);
    let first = twinge.json(&["history"])["data"]["acts"][0]["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["edit", "today", "worst=2"]);
    let ran = twinge.done(&["undo", &first]);
    assert!(ran.stdout.contains("changed since"), "{ran}");
    assert_eq!(worst(&twinge), 2.0);
}

#[test]
fn a_cleared_value_is_not_recorded_any_more() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--slept", "7", "--stress", "3"]);
    let _ = twinge.done(&["edit", "today", "sleep_hours="]);
    let day = &twinge.json(&["list"])["data"]["days"][0];
    assert!(day["sleep_hours"].is_null());
    assert_eq!(day["stress"], 3.0);
    let history = twinge.done(&["history", "today"]);
    assert!(history.stdout.contains("7 h → not recorded"), "{history}");
}
