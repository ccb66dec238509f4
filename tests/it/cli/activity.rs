//! `twinge activity`.

use insta::assert_snapshot;

use crate::kit::Twinge;

#[test]
fn an_activity_is_added_in_the_persons_words_and_retired() {
    let twinge = Twinge::new();
    assert_snapshot!(twinge.run(&["activity"]), @r#"
    no activities yet: `twinge activity add "carry the shopping"`
    --- exit 0
    "#);
    let _ = twinge.done(&["activity", "add", "Carry the shopping (2 bags)"]);
    let _ = twinge.done(&["activity", "add", "sit", "through", "a", "film"]);
    let _ = twinge.done(&["log", "--on", "-28d", "--habit", "carry-the-shopping-2-bags=3"]);
    let _ = twinge.done(&["log", "--habit", "carry-the-shopping-2-bags=6"]);
    assert_snapshot!(twinge.run(&["activity"]), @"
    your activities, 0 (unable) – 10 (as before the pain)
      Carry the shopping (2 bags)  6 on Sun 15 Mar 2026, first 3 on Sun 15 Feb 2026
      sit through a film           not answered yet
    `twinge weekly` asks for them
    --- exit 0
    ");
    assert_snapshot!(twinge.run(&["activity", "retire", "sit through a film"]), @"
    your activities, 0 (unable) – 10 (as before the pain)
      Carry the shopping (2 bags)  6 on Sun 15 Mar 2026, first 3 on Sun 15 Feb 2026
      sit through a film           not answered yet; no longer asked
    `twinge weekly` asks for them
    --- exit 0
    ");
    let json = twinge.json(&["activity", "list"]);
    let first = &json["data"]["activities"][0];
    assert_eq!(json["twinge"]["schema"], "activities/1");
    assert_eq!(first["id"], "carry-the-shopping-2-bags");
    assert_eq!(first["first"], serde_json::json!({ "day": "2026-02-15", "score": 3.0 }));
    assert_eq!(first["answers"], 2);
    // What was retired can be taken up again.
    let _ = twinge.done(&["activity", "add", "sit through a film"]);
    assert_eq!(twinge.json(&["activity"])["data"]["activities"][1]["retired"], false);
}

#[test]
fn five_are_asked_for_at_most() {
    let twinge = Twinge::new();
    for text in ["one", "two", "three", "four", "five"] {
        let _ = twinge.done(&["activity", "add", text]);
    }
    let before = twinge.json(&["activity"]);
    assert_snapshot!(twinge.run(&["activity", "add", "six"]), @"
    --- stderr
    twinge: cannot change your activities: 5 activities are asked for already
      hint: `twinge activity retire TEXT` makes room; what was recorded of it stays
    --- exit 2
    ");
    assert_eq!(twinge.json(&["activity"]), before);
    // One of the five may be said again, and one that is no longer asked makes room.
    let _ = twinge.done(&["activity", "add", "five"]);
    let _ = twinge.done(&["activity", "retire", "two"]);
    let _ = twinge.done(&["activity", "add", "six"]);
    assert_eq!(twinge.run(&["activity", "add", "two"]).code, 2);
}

#[test]
fn an_activity_is_no_habit() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["activity", "add", "mow the lawn"]);
    let _ = twinge.done(&["habit", "add", "coffee"]);
    let habits = twinge.json(&["habit"]);
    assert_eq!(habits["data"]["habits"].as_array().unwrap().len(), 1);
    // Neither asked each day, nor missing.
    let asked = twinge.run_with(&["log"], "\n".repeat(30).as_bytes());
    assert!(asked.stderr.contains("coffee?") && !asked.stderr.contains("mow"), "{asked}");
    let missing = twinge.json(&[])["data"]["missing"].to_string();
    assert!(missing.contains("habit:coffee") && !missing.contains("mow"), "{missing}");
    for args in [
        &["habit", "add", "mow", "--as", "activity"][..],
        &["habit", "retire", "mow-the-lawn"],
        &["habit", "add", "mow-the-lawn"],
        &["activity", "add", "coffee"],
    ] {
        assert_eq!(twinge.run(args).code, 2, "{args:?}");
    }
    assert_snapshot!(twinge.run(&["habit", "retire", "mow-the-lawn"]).stderr, @"
    twinge: cannot change your habits: mow-the-lawn is an activity, not a habit
      hint: `twinge activity retire mow-the-lawn`
    ");
    assert_snapshot!(twinge.run(&["activity", "add", "coffee"]).stderr, @"
    twinge: cannot change your activities: coffee is there already, as yes-no, not
      activity
      hint: give the other one another name
    ");
}

#[test]
fn what_is_none_is_refused_with_the_way_out() {
    let twinge = Twinge::new();
    assert_snapshot!(twinge.run(&["activity", "add", "walk"]).stderr, @"
    twinge: cannot change your activities: walk is an exercise already
      hint: log it with `twinge did walk`
      hint: or say the activity in more words
    ");
    assert_snapshot!(twinge.run(&["activity", "add", "(?)"]).stderr, @r#"
    twinge: cannot change your activities: "(?)" has no letter or digit to know it
      by
    "#);
    assert_snapshot!(twinge.run(&["activity", "add", &"long ".repeat(20)]).stderr, @"
    twinge: cannot change your activities: it is longer than 64 characters
      hint: a few words will do: it is asked every week
    ");
    assert_snapshot!(twinge.run(&["activity", "retire", "swim"]).stderr, @r#"
    twinge: cannot change your activities: there is no activity "swim"
      hint: `twinge activity add TEXT` makes it one of yours
    "#);
    assert!(!twinge.journal().exists(), "a refused command makes nothing");
    let _ = twinge.done(&["activity", "add", "carry the shopping"]);
    assert_snapshot!(twinge.run(&["activity", "retire", "cary the shopping"]).stderr, @r#"
    twinge: cannot change your activities: there is no activity "cary the shopping"
      hint: did you mean "carry the shopping"?
    "#);
    assert_snapshot!(twinge.run(&["activity", "retire", "swim"]).stderr, @r#"
    twinge: cannot change your activities: there is no activity "swim"
      hint: yours: carry the shopping
    "#);
}
