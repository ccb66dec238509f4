//! `twinge log` without arguments.

use insta::assert_snapshot;

use crate::kit::{Twinge, without_ids};

#[test]
fn asks_one_question_at_a_time_and_saves_what_was_said() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "--on", "yesterday", "3", "--slept", "7h", "--site", "neck"]);
    let answers = "4\n6\n\n\nside\n7h30\n\n8\n11\n3\n2\nwalk 20m, neck-tilt 5x10s\n\nfine\n";
    let ran = twinge.run_with(&["log"], answers.as_bytes());
    assert_snapshot!(without_ids(&ran.to_string()), @r#"
    saved for Sun 15 Mar 2026
      pain 4 at 10:30  [id]
      worst 6  [id]
      sleep position side, sleep 7 h 30 min, sitting 8 h, stress 3, interference 2 
        [id]
      walk 20m at 10:30  [id]
      neck tilt 5x10s at 10:30  [id]
    --- stderr
    Sun 15 Mar 2026
    Enter skips; Ctrl-D saves what is said so far; Ctrl-C saves nothing.

    Pain right now, 0-10?   ············▃ last: 3
    > Worst pain of the day, 0-10?
    > Pain in the night before, 0-10?
    > Where? = is as last time, neck
    > How did you sleep (back, side, front …)?
    > How long did you sleep, hours?   ············▅ last: 7 h
    > How many times did pain wake you, a number?
    > How long did you sit, hours?
    > Stress, 0-10?
    > twinge: cannot take that: stress: "11" is not a number from 0 to 10
    Stress, 0-10?
    > How much did pain get in the way of your day, 0-10?
    > Exercises? Like neck-tilt 5x10s, walk 20m
    > Anything to note?
    > --- exit 0
    "#);
}

#[test]
fn asks_only_for_what_is_missing() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--worst", "5", "--night", "3", "--slept", "7"]);
    let ran = twinge.run_with(&["log"], "\n".repeat(30).as_bytes());
    assert!(!ran.stderr.contains("Worst pain") && !ran.stderr.contains("How long did you sleep"));
    assert!(ran.stderr.contains("How long did you sit"), "{ran}");
}

#[test]
fn nothing_said_is_nothing_saved() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let before = twinge.json(&["history"]);
    let ran = twinge.run_with(&["log"], b"\n\n\n");
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("nothing was saved"), "{ran}");
    assert_eq!(twinge.json(&["history"]), before);
}
