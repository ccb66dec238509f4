//! `twinge edit`: what can be changed, and what cannot.

use crate::kit::Twinge;

#[test]
fn the_only_reading_of_a_day_is_corrected_by_its_day() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let _ = twinge.done(&["edit", "today", "pain=3"]);
    assert_eq!(twinge.json(&["list"])["data"]["days"][0]["pain"], 3.0);
    let _ = twinge.done(&["log", "5"]);
    let ran = twinge.run(&["edit", "today", "pain=2"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("2 readings"), "{ran}");
}

#[test]
fn a_score_at_a_new_place_says_where() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--stress", "2"]);
    let _ = twinge.done(&["edit", "today", "worst=5", "--site", "neck:left"]);
    let day = twinge.done(&["show"]);
    assert!(day.stdout.contains("worst 5, neck left"), "{day}");
    let _ = twinge.done(&["edit", "today", "worst=3"]);
    let entries = twinge.json(&["show"])["data"]["entries"].clone();
    assert_eq!(entries.as_array().unwrap().len(), 2, "{entries}");
}

#[test]
fn what_an_entry_is_known_by_cannot_be_changed_and_what_makes_it_not_cleared() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--worst", "5", "--site", "neck"]);
    let _ = twinge.done(&["symptom", "fever"]);
    let _ = twinge.done(&["did", "walk", "20m"]);
    let day = twinge.json(&["show"]);
    let id = |kind: &str| {
        let entries = day["data"]["entries"].as_array().unwrap();
        let entry = entries.iter().find(|e| e["kind"] == kind).unwrap();
        entry["id"].as_str().unwrap().to_string()
    };
    for (kind, change) in [
        ("pain", "site=jaw"),
        ("symptom", "symptom=chest-pain"),
        ("symptom", "present="),
        ("exercise", "exercise="),
    ] {
        assert_eq!(twinge.run(&["edit", &id(kind), change]).code, 2, "{kind} {change}");
    }
    let _ = twinge.done(&["edit", &id("exercise"), "minutes=30"]);
    assert_eq!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().len(), 3);
}

#[test]
fn own_habits_keep_their_hyphens() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["habit", "add", "late-screen"]);
    let _ = twinge.done(&["log", "--habit", "late-screen=yes"]);
    let _ = twinge.done(&["edit", "today", "habit:late-screen=no"]);
    assert_eq!(twinge.json(&["show"])["data"]["entries"][0]["values"]["habit:late-screen"], false);
    let _ = twinge.done(&["edit", "today", "habit:late-screen="]);
    assert!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().is_empty());
    assert_eq!(twinge.run(&["edit", "today", "habit:late-screen="]).code, 2, "nothing is there");
    assert_eq!(twinge.run(&["habit", "add", "late-screen", "--as", "amount"]).code, 2);
}

#[test]
fn two_sides_are_two_places_and_a_side_needs_a_site() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--worst", "8", "--site", "neck", "--side", "left"]);
    let _ = twinge.done(&["log", "--worst", "3", "--site", "neck", "--side", "right"]);
    let day = twinge.done(&["show"]).stdout;
    assert!(day.contains("worst 8, neck left") && day.contains("worst 3, neck right"), "{day}");
    assert_eq!(twinge.run(&["log", "4", "--side", "left"]).code, 2);
    assert_eq!(twinge.run(&["log", "4", "--site", "neck:left", "--side", "right"]).code, 2);
}

#[test]
fn the_only_note_of_a_day_is_corrected_by_its_day() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--note", "new desk"]);
    let ran = twinge.done(&["edit", "today", "note=new chair"]);
    assert!(ran.stdout.contains("new desk → new chair"), "{ran}");
    let ran = twinge.run(&["edit", "yesterday", "note=x"]);
    assert!(ran.code == 2 && ran.stderr.contains("no note is recorded on that day"), "{ran}");
    // Without its words a note is nothing: deleting says so.
    let ran = twinge.run(&["edit", "today", "note="]);
    assert!(ran.code == 2 && ran.stderr.contains("twinge delete"), "{ran}");
    let _ = twinge.done(&["log", "--note", "long drive"]);
    let ran = twinge.run(&["edit", "today", "note=x"]);
    assert!(ran.code == 2 && ran.stderr.contains("2 notes of that day"), "{ran}");
    let day = twinge.json(&["show"]);
    let entries = day["data"]["entries"].as_array().unwrap();
    let drive = entries.iter().find(|e| e["values"]["text"] == "long drive").unwrap();
    let ran = twinge.done(&["edit", drive["id"].as_str().unwrap(), "note=longer drive"]);
    assert!(ran.stdout.contains("long drive → longer drive"), "{ran}");
}
