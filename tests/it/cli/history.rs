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
    assert_eq!((&change["before"], &change["after"]), (&6.0.into(), &3.0.into()));
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
    let _ = twinge.done(&["log", "--worst", "6", "--stress", "2"]);
    let first = twinge.json(&["history"])["data"]["acts"][0]["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["edit", "today", "worst=2"]);
    let ran = twinge.done(&["undo", &first]);
    assert!(ran.stdout.contains("changed since"), "{ran}");
    assert_eq!(worst(&twinge), 2.0);
    assert!(twinge.json(&["list"])["data"]["days"][0]["stress"].is_null());
}

#[test]
fn what_is_logged_after_a_deletion_stands() {
    let twinge = Twinge::new();
    let id_of = |n: usize| {
        let day = twinge.json(&["show"]);
        day["data"]["entries"][n]["id"].as_str().unwrap().to_string()
    };
    let _ = twinge.done(&["log", "--stress", "3", "--slept", "8"]);
    let _ = twinge.done(&["delete", &id_of(0)]);
    let _ = twinge.done(&["log", "--stress", "5"]);
    let day = &twinge.json(&["list"])["data"]["days"][0];
    assert_eq!(day["stress"], 5.0);
    assert!(day["sleep_hours"].is_null(), "what was deleted stays so");
    let _ = twinge.done(&["symptom", "saddle-numbness"]);
    let _ = twinge.done(&["delete", &id_of(1)]);
    let _ = twinge.done(&["symptom", "saddle-numbness"]);
    assert_eq!(twinge.json(&["show"])["data"]["entries"][1]["kind"], "symptom");
}

#[test]
fn undo_of_undo_goes_to_any_depth() {
    let twinge = Twinge::new();
    let newest = || {
        let acts = twinge.json(&["history"]);
        acts["data"]["acts"][0]["id"].as_str().unwrap().to_string()
    };
    let stands = || !twinge.json(&["list"])["data"]["days"].as_array().unwrap().is_empty();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["undo"]);
    for n in 0..5 {
        assert_eq!(stands(), n % 2 == 1, "{n}");
        let _ = twinge.done(&["undo", &newest()]);
    }
    let undone = &twinge.json(&["history", "-n", "99"])["data"]["acts"];
    let log = undone.as_array().unwrap().last().unwrap();
    assert_eq!(log["undone"], !stands());
}

#[test]
fn two_undone_lines_leave_no_ghost_and_no_day() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--worst", "6", "--site", "neck"]);
    let first = twinge.json(&["history"])["data"]["acts"][0]["id"].as_str().unwrap().to_string();
    let _ = twinge.done(&["log", "--night", "3", "--site", "neck"]);
    let _ = twinge.done(&["undo", &first]);
    let _ = twinge.done(&["undo"]);
    assert!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().is_empty());
    assert!(twinge.json(&["list", "-n", "1"])["data"]["days"].as_array().unwrap().is_empty());
    let today = twinge.json(&[]);
    assert_eq!(
        (&today["data"]["streak_days"], &today["data"]["recorded_days"]),
        (&0.into(), &0.into())
    );
    let file = rusqlite::Connection::open(twinge.journal()).unwrap();
    let n: i64 = file.query_row("SELECT count(*) FROM pain", [], |row| row.get(0)).unwrap();
    assert_eq!(n, 0, "the view agrees");
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
