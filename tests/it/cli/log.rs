//! `twinge log`, `did`, `took`, `symptom`, `event`, and how the day looks afterwards.

use insta::assert_snapshot;

use crate::kit::{Ran, Twinge, without_ids};

#[test]
fn one_line_logs_the_day() {
    let twinge = Twinge::new();
    let ran = twinge.run(&[
        "log",
        "4",
        "--worst",
        "6",
        "--night",
        "5",
        "--site",
        "upper-back:left",
        "--sleep",
        "side",
        "--slept",
        "7h",
        "--sitting",
        "7h30",
        "--stress",
        "3",
        "--did",
        "neck-tilt",
        "--did",
        "walk=20m",
        "--note",
        "long drive",
    ]);
    assert_snapshot!(without_ids(&ran.to_string()), @"
    saved for Sun 15 Mar 2026
      pain 4 at 10:30, upper back left  [id]
      worst 6, last night 5, upper back left  [id]
      sleep position side, sleep 7 h, sitting 7 h 30 min, stress 3  [id]
      neck tilt at 10:30  [id]
      walk 20m at 10:30  [id]
      “long drive”  [id]
    --- stderr
    started a new journal: ~/.local/share/twinge/journal.db
    ! Pain between the shoulders or in the upper back. You recorded pain between the
      shoulders or in the upper back. Public guidance lists it among the signs with
      which to ask for an urgent appointment, or to call a medical advice line (111
      in the United Kingdom). It is said once: a clinician may have looked at it
      already. Most people who record this do not turn out to have a serious cause;
      clinicians still want to know. This journal cannot judge how serious it is.
      You recorded pain there on 2026-03-15.
      Source: NHS (United Kingdom), and others
      `twinge alerts` has it all; `twinge acknowledge upper-back-site` answers it
    --- exit 0
    ");
    assert_snapshot!(twinge.run(&["list"]), @"
                    pain night worst  the day
    Sun 15 Mar 2026    4     5     6  slept side 7 h, sat 7 h 30 min, stress 3, neck
                                      tilt, walk 20 min, “long drive”
    · not recorded; pain is the day's average, else the mean of its moments
    --- exit 0
    ");
}

#[test]
fn a_day_can_be_logged_later_and_is_then_of_no_known_moment() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--on", "yesterday", "3"]);
    let day = twinge.json(&["show", "yesterday"]);
    let entry = &day["data"]["entries"][0];
    assert_eq!(entry["values"]["now"], 3.0);
    assert!(entry["values"].get("time").is_none());
    assert_eq!(entry["day"], "2026-03-14");
    assert_eq!(entry["written"], "2026-03-15T10:30:00+01:00");
}

#[test]
fn none_is_recorded_and_what_is_not_said_is_not() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    let list = twinge.json(&["list"]);
    let day = &list["data"]["days"][0];
    assert_eq!(day["pain"], 0.0);
    assert!(day["night"].is_null());
    assert!(day["sleep_hours"].is_null());
}

#[test]
fn scores_of_a_day_replace_and_moments_add_up() {
    let twinge = Twinge::new();
    for args in [["log", "4", "--worst", "5"], ["log", "6", "--worst", "7"]] {
        let _ = twinge.done(&args);
    }
    let day = twinge.json(&["show"]);
    assert_eq!(day["data"]["entries"].as_array().unwrap().len(), 3, "two moments and one day");
    let list = twinge.json(&["list"]);
    assert_eq!(list["data"]["days"][0]["pain"], 5.0);
    assert_eq!(list["data"]["days"][0]["highest"], 7.0);
}

#[test]
fn each_note_is_kept_for_itself() {
    let mut twinge = Twinge::new();
    for (note, at) in [("long drive", "11:00"), ("no", "12:00")] {
        twinge.at(&format!("2026-03-15T{at}:00+01:00"));
        let _ = twinge.done(&["log", "--note", note]);
    }
    let days = twinge.json(&["list"]);
    assert_eq!(days["data"]["days"][0]["notes"], serde_json::json!(["long drive", "no"]));
}

#[test]
fn everything_else_of_a_day() {
    let twinge = Twinge::new();
    for args in [
        &["did", "neck-turn", "5x10s"][..],
        &["did", "yoga", "no"],
        &["took", "ibuprofen", "400", "mg", "--helped", "a-little"],
        &["took", "heat", "20m"],
        &["event", "accident", "fell off the bike", "--on", "2026-03-15"],
        &["habit", "add", "coffee", "--as", "amount", "--unit", "cups"],
        &["log", "--habit", "coffee=2"],
    ] {
        let _ = twinge.done(args);
    }
    assert_snapshot!(without_ids(&twinge.run(&["show"]).to_string()), @"
    Sun 15 Mar 2026
      day        coffee 2  [id]
      exercise   neck turn 5x10s at 10:30  [id]
      exercise   not done: yoga  [id]
      treatment  ibuprofen 400 mg at 10:30, helped: a little  [id]
      treatment  heat 20 min at 10:30  [id]
      event      accident: “fell off the bike”  [id]
    --- exit 0
    ");
}

#[test]
fn an_emergency_sign_is_told_before_anything_else_and_never_hidden() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["--quiet", "symptom", "numb bum"]);
    assert!(ran.stderr.contains("112"), "{ran}");
    assert!(ran.stdout.is_empty());
    let day = twinge.json(&["show"]);
    assert_eq!(day["data"]["entries"][0]["values"]["symptom"], "saddle-numbness");
}

#[test]
fn words_that_are_slips_get_an_offer() {
    let twinge = Twinge::new();
    assert_snapshot!(twinge.run(&["did", "wlak"]).stderr, @r#"
    twinge: cannot log the exercise: there is no exercise "wlak"
      hint: did you mean walk?
      hint: exercises: neck-tilt, neck-turn, foam-roller, back-wheel, yoga,
        stretching, walk, run, swim, bike, strength, unwind, physio
    "#);
    assert_snapshot!(twinge.run(&["log", "--sleep", "sied"]).stderr, @r#"
    twinge: cannot log the day: sleep position: "sied" is not one of back, side,
      left, right, front, mixed, sitting
      hint: did you mean side?
    "#);
    assert_snapshot!(twinge.run(&["log", "eleven"]).stderr, @r#"twinge: cannot log the day: "eleven" is not a number from 0 to 10"#);
    assert_snapshot!(twinge.run(&["log", "4", "--on", "tomorrow"]).stderr, @"
    twinge: cannot log the day: 2026-03-16 is in the future
      hint: a day can be logged when it has come
    ");
    assert_snapshot!(twinge.run(&["log", "--site", "neck"]).stderr, @"
    twinge: cannot log the day: a site or a quality goes with a score
      hint: say how bad it is too: `twinge log 4 --site neck`
    ");
    assert!(!twinge.journal().exists(), "a refused command makes nothing");
}

#[test]
fn what_is_said_again_under_one_id_is_written_once() {
    let mut twinge = Twinge::new();
    let args = ["log", "4", "--slept", "7h", "--note", "x", "--id", "evening 15"];
    let first = twinge.done(&args);
    // The answer did not arrive; it is tried again after midnight.
    twinge.at("2026-03-16T00:01:00+01:00");
    let again = twinge.done(&args);
    assert!(again.stderr.contains("it was saved already; nothing is written twice"), "{again}");
    let ids = |ran: &Ran| {
        let of = |line: &str| Some(line.split_once("  [")?.1.to_string());
        ran.stdout.lines().filter_map(of).collect::<Vec<_>>()
    };
    // The pain and the note; the habits are those of another day.
    assert_eq!((ids(&first).len(), &ids(&first)[0]), (3, &ids(&again)[0]));
    let acts = twinge.json(&["history"]);
    assert_eq!(acts["data"]["acts"].as_array().unwrap().len(), 1);
    // Undone is said and taken back: it is not written by saying it again.
    let _ = twinge.done(&["undo"]);
    let _ = twinge.done(&args);
    assert!(!twinge.done(&["list"]).stdout.contains("slept"));
    let _ = twinge.done(&["log", "4", "--id", "evening 16"]);
    assert_eq!(twinge.json(&["history"])["data"]["acts"].as_array().unwrap().len(), 3);
    let _ = twinge.done(&["verify"]);
    assert_eq!(twinge.run(&["log", "--id", "x"]).code, 2);
}

/// What can hardly be is kept, since the person was there, and it is said.
#[test]
fn what_can_hardly_be_is_remarked_and_kept() {
    let twinge = Twinge::new();
    let odd = |args: &[&str]| twinge.done(&[&["log"], args].concat()).stderr.replace("\n  ", " ");
    let _ = twinge.done(&["log", "1"]);
    for (args, said) in [
        (
            &["--worst", "3", "--average", "6"][..],
            "the average is 6, more than the worst of the day",
        ),
        (&["7"], "pain is 7, more than the worst of the day, which is 3"),
        (
            &["--slept", "24h", "--sitting", "24h"],
            "24 h asleep and 24 h sitting are more than a day",
        ),
        (&["--screen", "10h", "--sitting", "1h"], "24 h asleep and 10 h at a screen are more than"),
        (&["2", "--at", "23:59"], "23:59 today is still to come"),
        (&["--did", "walk", "--at", "10:31"], "10:31 today is still to come"),
    ] {
        let told = odd(args);
        assert!(told.contains(said), "{args:?}: {told}");
    }
    for fine in [
        &["3"][..],
        &["--worst", "7", "--average", "7"],
        &["7"],
        &["8", "--site", "neck"],
        &["--slept", "8h", "--sitting", "16h"],
        &["--at", "10:30", "--did", "walk"],
        &["--on", "yesterday", "--at", "23:59", "4"],
        &["--on", "yesterday", "--worst", "4", "--average", "4"],
    ] {
        let told = odd(fine);
        assert_eq!(told, "", "{fine:?}");
    }
    let _ = twinge.done(&["verify"]);
}
