//! `twinge weekly`.

use std::fmt::Write as _;

use insta::assert_snapshot;
use serde_json::json;

use crate::kit::{Twinge, without_ids};

/// A journal with an answer of four weeks ago and two activities.
fn begun() -> Twinge {
    let twinge = Twinge::new();
    for args in [
        &["activity", "add", "carry the shopping"][..],
        &["activity", "add", "sit through a film"],
        &["weekly", "--on", "2026-02-15", "--peg", "7", "6", "6"],
        &["weekly", "--on", "2026-02-15", "--activity", "carry the shopping=4"],
    ] {
        let _ = twinge.done(args);
    }
    twinge
}

#[test]
fn flags_answer_and_show_what_it_comes_to() {
    let twinge = begun();
    let ran = twinge.run(&[
        "weekly",
        "--peg",
        "6",
        "5",
        "4",
        "--change",
        "better",
        "--activity",
        "carry-the-shopping=6",
        "--activity",
        "sit through a film=3",
    ]);
    assert_snapshot!(without_ids(&ran.to_string()), @"
    saved for Sun 15 Mar 2026
      PEG 5.0 (pain 6, enjoyment 5, activity 4), change: better  [id]
      carry the shopping 6, sit through a film 3  [id]

    compared with four weeks ago
      you say: better
      PEG 5.0, was 6.3 on Sun 15 Feb 2026: 1.3 lower, about the smallest difference
        that people notice
      activities 6.0, was 4.0 (the same one): 2.0 higher, about the smallest
        difference that people notice
      days' pain: not enough entries to say
      the limits are from groups of people: Reed and others, J Pain, 2024; Cleland
        and others, Spine, 2006
    --- exit 0
    ");
    let again = twinge.json(&["weekly", "--list"]);
    assert_eq!(again["twinge"]["schema"], "weekly/1");
    let data = &again["data"];
    assert_eq!(data["peg"]["score"], 5.0);
    assert_eq!(data["peg"]["before"]["day"], "2026-02-15");
    assert_eq!(data["peg"]["before"]["difference"]["noticed"], "about");
    assert_eq!(data["peg"]["before"]["difference"]["is_30_percent"], false);
    assert_eq!(data["activities"]["score"], 4.5);
    assert_eq!(data["activities"]["compared"]["activities"], 1);
    assert_eq!(data["activities"]["compared"]["difference"]["points"], 2.0);
    assert_eq!(data["diary"], json!(null));
    assert_eq!(data["change"]["word"], "better");
}

#[test]
fn asked_one_at_a_time_with_the_last_answers_beside() {
    let twinge = begun();
    let ran = twinge.run_with(&["weekly"], b"6\n11\n5\n\nmuch better\n6\n");
    assert_snapshot!(without_ids(&ran.to_string()), @r#"
    saved for Sun 15 Mar 2026
      PEG pain 6, enjoyment 5, change: much better  [id]
      carry the shopping 6  [id]

    compared with four weeks ago
      you say: much better
      activities 6.0, was 4.0 (the same one): 2.0 higher, about the smallest
        difference that people notice
      days' pain: not enough entries to say
      the limits are from groups of people: Cleland and others, Spine, 2006
    --- stderr
    Sun 15 Mar 2026
    Enter skips; Ctrl-D saves what is said so far; Ctrl-C saves nothing.
    PEG: Krebs EE and others 2009, J Gen Intern Med 24(6):733–738, doi
      10.1007/s11606-009-0981-1; its licence is to be confirmed before a release of
      twinge

    What number best describes your pain on average in the past week?
      0 = no pain, 10 = pain as bad as you can imagine
      last: 7 on Sun 15 Feb 2026
    > What number best describes how, during the past week, pain has interfered with
      your enjoyment of life?
      0 = does not interfere, 10 = completely interferes
      last: 6 on Sun 15 Feb 2026
    > twinge: cannot take that: PEG enjoyment: "11" is not a number from 0 to 10
    What number best describes how, during the past week, pain has interfered with
      your enjoyment of life?
      0 = does not interfere, 10 = completely interferes
      last: 6 on Sun 15 Feb 2026
    > What number best describes how, during the past week, pain has interfered with
      your general activity?
      0 = does not interfere, 10 = completely interferes
      last: 6 on Sun 15 Feb 2026
    > Compared with four weeks ago, your pain and what it keeps you from doing is …
      much better, better, a little better, same, a little worse, worse, much worse
    > How well can you do this: carry the shopping?
      0 = unable, 10 = as before the pain
      last: 4 on Sun 15 Feb 2026
    > How well can you do this: sit through a film?
      0 = unable, 10 = as before the pain
    > 
    --- exit 0
    "#);
    // PEG was begun today: only the rest of it is asked, and what was skipped.
    let ran = twinge.run_with(&["weekly"], b"4\n");
    assert!(ran.stderr.contains("general activity?"), "{ran}");
    assert!(ran.stderr.contains("sit through a film?"), "{ran}");
    for answered in ["on average in the past week", "Compared with", "carry the shopping?"] {
        assert!(!ran.stderr.contains(answered), "{ran}");
    }
    assert!(ran.stdout.contains("PEG 5.0, was 6.3"), "{ran}");
}

#[test]
fn a_week_that_is_answered_is_shown() {
    let mut twinge = begun();
    let _ = twinge.done(&["weekly", "--peg", "6", "5", "4", "--change", "better"]);
    let _ = twinge.done(&["weekly", "--activity", "carry the shopping=6"]);
    let _ = twinge.done(&["weekly", "--activity", "sit through a film=3"]);
    let before = twinge.json(&["history"]);
    assert_snapshot!(twinge.at("2026-03-21T10:30:00+01:00").run(&["weekly"]), @"
                     PEG  pain  enjoyment  activity  (1)  (2)  change
    Sun 15 Feb 2026  6.3     7          6         6    4    ·  ·
    Sun 15 Mar 2026  5.0     6          5         4    6    3  better
    · not answered; PEG is the mean of the three beside it, lower is better
    your activities, 0 (unable) – 10 (as before the pain): (1) carry the shopping,
      (2) sit through a film

    week up to 2026-03-15, compared with four weeks before
      you say: better
      PEG 5.0, was 6.3 on Sun 15 Feb 2026: 1.3 lower, about the smallest difference
        that people notice
      activities 6.0, was 4.0 (the same one): 2.0 higher, about the smallest
        difference that people notice
      days' pain: not enough entries to say
      the limits are from groups of people: Reed and others, J Pain, 2024; Cleland
        and others, Spine, 2006
    PEG: Krebs EE and others 2009, J Gen Intern Med 24(6):733–738, doi
      10.1007/s11606-009-0981-1; its licence is to be confirmed before a release of
      twinge
    --- stderr
    all is answered this week; `--peg`, `--change` and `--activity` answer it again
    --- exit 0
    ");
    assert_eq!(twinge.json(&["history"]), before);
    // The seventh day after is another week.
    let ran = twinge.at("2026-03-22T10:30:00+01:00").run_with(&["weekly"], b"");
    assert!(ran.stderr.contains("on average in the past week"), "{ran}");
    assert!(ran.stderr.contains("nothing was said, nothing was saved"), "{ran}");
    assert!(!ran.stderr.contains("all is answered"), "{ran}");
}

#[test]
fn what_was_begun_on_another_day_is_asked_whole() {
    let mut twinge = Twinge::new();
    let _ = twinge.run_with(&["weekly"], b"6\n5\n");
    let ran = twinge.at("2026-03-16T10:30:00+01:00").run_with(&["weekly"], b"4\n4\n4\n");
    assert!(ran.stdout.contains("PEG 4.0"), "{ran}");
    let list = twinge.json(&["weekly", "--list"]);
    let pegs: Vec<_> =
        list["data"]["answers"].as_array().unwrap().iter().map(|a| &a["peg"]).collect();
    assert_eq!(pegs, [&json!(null), &json!(4.0)]);
}

#[test]
fn twice_on_a_day_the_later_answer_stands_and_the_earlier_is_in_history() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["weekly", "--peg", "6", "5", "4"]);
    let _ = twinge.done(&["weekly", "--peg", "3", "-", "4"]);
    let list = twinge.json(&["weekly", "--list"]);
    assert_eq!(list["data"]["answers"].as_array().unwrap().len(), 1);
    assert_eq!(list["data"]["peg"]["score"], 4.0);
    let history = twinge.done(&["history", "today"]).stdout;
    assert!(history.contains("weekly PEG pain: 6 → 3"), "{history}");
    let _ = twinge.done(&["undo"]);
    assert_eq!(twinge.json(&["weekly", "--list"])["data"]["peg"]["score"], 5.0);
}

#[test]
fn words_and_numbers_stand_beside_each_other_also_where_they_differ() {
    let twinge = Twinge::new();
    let mut table = String::from("date,average,peg_pain,peg_enjoyment,peg_activity\n");
    for n in 0..56 {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 19).unwrap() + chrono::Days::new(n);
        let average = if n < 28 { 6 } else { 4 };
        let peg = if n == 27 { "8,8,8" } else { ",," };
        writeln!(table, "{day},{average},{peg}").unwrap();
    }
    twinge.write("days.csv", table);
    let _ = twinge.done(&["import", "days.csv"]);
    let ran = twinge.run(&["weekly", "--peg", "5", "5", "5", "--change", "worse"]);
    assert_snapshot!(without_ids(&ran.stdout), @"
    saved for Sun 15 Mar 2026
      PEG 5.0 (pain 5, enjoyment 5, activity 5), change: worse  [id]

    compared with four weeks ago
      you say: worse
      PEG 5.0, was 8.0 on Sun 15 Feb 2026: 3.0 lower, more than the smallest
        difference that people notice; 30 % or more
      days' pain 4.0 (28 days), was 6.0 (28 days): 2.0 lower, a clear change
      your words and the numbers differ: that is information, not an error
      the limits are from groups of people: Reed and others, J Pain, 2024; Farrar
        and others, Pain, 2001; Kovacs and others, BMC Musculoskeletal Disorders,
        2008
    ");
}

#[test]
fn the_week_is_in_the_list_of_days_and_can_be_put_right() {
    let twinge = begun();
    let _ = twinge.done(&["weekly", "--peg", "6", "5", "4", "--change", "better"]);
    assert_snapshot!(twinge.done(&["list"]).stdout, @"
                    pain night worst  the day
    Sun 15 Feb 2026    ·     ·     ·  PEG 6.3 (pain 7, enjoyment 6, activity 6)
    Sun 15 Mar 2026    ·     ·     ·  PEG 5.0 (pain 6, enjoyment 5, activity 4),
                                      change: better
    · not recorded; pain is the day's average, else the mean of its moments
    ");
    assert_snapshot!(without_ids(&twinge.done(&["show"]).stdout), @"
    Sun 15 Mar 2026
      weekly     PEG 5.0 (pain 6, enjoyment 5, activity 4), change: better 
        [id]
    ");
    let _ = twinge.done(&["edit", "today", "peg-activity=", "change=same"]);
    assert_snapshot!(without_ids(&twinge.done(&["show"]).stdout), @"
    Sun 15 Mar 2026
      weekly     PEG pain 6, enjoyment 5, change: same  [id]
    ");
    let day = twinge.json(&["show"]);
    let id = day["data"]["entries"][0]["id"].as_str().unwrap();
    let _ = twinge.done(&["edit", &id[29..], "peg_activity=1"]);
    assert_eq!(twinge.json(&["weekly", "--list"])["data"]["peg"]["score"], 4.0);
    let _ = twinge.done(&["delete", id]);
    assert_eq!(twinge.json(&["weekly", "--list"])["data"]["day"], "2026-02-15");
    let _ = twinge.done(&["undo"]);
    assert_eq!(twinge.json(&["weekly", "--list"])["data"]["peg"]["score"], 4.0);
}

#[test]
fn what_is_no_answer_is_refused_with_the_way_out() {
    let twinge = Twinge::new();
    let why = |args: &[&str]| {
        let ran = twinge.run(&[&["weekly"], args].concat());
        assert_eq!(ran.code, 2, "{ran}");
        ran.stderr
    };
    assert_snapshot!(why(&["--peg", "6", "11", "4"]), @r#"twinge: cannot record the week: PEG enjoyment: "11" is not a number from 0 to 10"#);
    assert_snapshot!(why(&["--change", "bettr"]), @r#"
    twinge: cannot record the week: change: "bettr" is not one of much-better,
      better, a-little-better, same, a-little-worse, worse, much-worse
      hint: did you mean better?
    "#);
    assert_snapshot!(why(&["--activity", "carry the shopping"]), @r#"
    twinge: cannot record the week: "carry the shopping" has no score
      hint: like `--activity "carry the shopping=6"`
    "#);
    assert_snapshot!(why(&["--activity", "swim=4"]), @r#"
    twinge: cannot record the week: there is no activity "swim"
      hint: `twinge activity add TEXT` makes it one of yours
    "#);
    assert_snapshot!(why(&["--peg", "-", "-", "-"]), @"
    twinge: cannot record the week: nothing was answered
      hint: `twinge weekly` alone asks, one question at a time
    ");
    assert!(why(&["--list", "--change", "same"]).contains("--list"));
    assert!(!twinge.journal().exists(), "a refused command makes nothing");
    assert_snapshot!(twinge.run_with(&["weekly"], "eleven\n".repeat(25).as_bytes()).code, @"2");
    let _ = twinge.done(&["activity", "add", "swim a length"]);
    assert_snapshot!(why(&["--activity", "swim a length=6.25"]), @r#"
    twinge: cannot record the week: swim a length: "6.25" is not a number from 0 to
      10
    "#);
}

#[test]
fn today_speaks_of_it_once_a_week_has_gone_by_and_not_for_ever() {
    let mut twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let due = |twinge: &Twinge| {
        let is_said = twinge.done(&[]).stdout.contains("`twinge weekly`");
        let since = twinge.json(&[])["data"]["weekly_due_since"].clone();
        assert_eq!(is_said, !since.is_null());
        since
    };
    assert_eq!(due(twinge.at("2026-03-30T10:00:00+02:00")), json!(null), "never answered");
    let _ = twinge.done(&["weekly", "--change", "same", "--on", "2026-03-14"]);
    for (now, is_due) in [
        ("2026-03-14", false),
        ("2026-03-20", false),
        ("2026-03-21", true),
        ("2026-05-09", true),
        ("2026-05-10", false),
    ] {
        let since = due(twinge.at(&format!("{now}T10:00:00+02:00")));
        assert_eq!(since, if is_due { json!("2026-03-14") } else { json!(null) }, "{now}");
    }
    let page = twinge.at("2026-03-21T10:00:00+01:00").done(&[]).stdout;
    let line = "  the weekly questions were last answered on Sat 14 Mar 2026: `twinge weekly`\n";
    assert!(page.contains(line), "{page}");
    // What was deleted was not answered.
    let _ = twinge.done(&["undo"]);
    assert_eq!(due(&twinge), json!(null));
}
