//! `twinge symptom` and `log --symptom`: warning signs in a person's own words.

use crate::kit::{Twinge, without_ids};

/// The signs on record, as (name, there).
fn signs(twinge: &Twinge) -> Vec<(String, bool)> {
    let shown = twinge.json(&["show", "today"]);
    let days = shown["data"]["entries"].as_array().cloned().unwrap_or_default();
    let mut signs: Vec<(String, bool)> = days
        .iter()
        .filter(|e| e["kind"] == "symptom")
        .map(|e| {
            let values = &e["values"];
            (values["symptom"].as_str().unwrap().into(), values["present"].as_bool().unwrap())
        })
        .collect();
    signs.sort();
    signs
}

#[test]
fn own_words_are_taken_as_the_sign_and_said_back() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["symptom", "cant", "feel", "my", "bum"]);
    insta::assert_snapshot!(without_ids(&ran.to_string()), @"
    saved for Sun 15 Mar 2026
      saddle numbness at 10:30  [id]
    --- stderr
    taken as saddle-numbness: New numbness or tingling round your genitals, buttocks
      or inner thighs
    You recorded new numbness or tingling round the genitals, buttocks or inner
      thighs. Public guidance says to call 112 (or your local emergency number), or
      go to an emergency department, now. This journal cannot judge how serious it
      is.
      Sources: NHS (United Kingdom); Norfolk and Waveney Community Health (NHS)
    started a new journal: ~/.local/share/twinge/journal.db
    --- exit 0
    ");
    let ran = twinge.done(&["--quiet", "symptom", "I have lost weight", "--no"]);
    assert!(ran.stderr.contains("taken as weight-loss"), "also with --quiet: {ran}");
    let ran = twinge.done(&["symptom", "saddle numbness", "--no"]);
    assert!(!ran.stderr.contains("taken as"), "its name needs no word: {ran}");
    for other in ["double vision", "slurred speech"] {
        let ran = twinge.done(&["symptom", other]);
        assert!(ran.stderr.starts_with("taken as sudden-headache: Sudden worst"), "{ran}");
    }
}

#[test]
fn log_takes_own_words_too() {
    let twinge = Twinge::new();
    let args = ["log", "4", "--symptom", "dizzy when I turn my head", "--symptom", "fever"];
    let ran = twinge.done(&args);
    assert!(ran.stderr.contains("taken as dizzy-neck: Dizziness"), "{ran}");
    assert!(ran.stderr.contains("taken as fever-unwell"), "{ran}");
    let there = |id: &str| (String::from(id), true);
    assert_eq!(signs(&twinge), [there("dizzy-neck"), there("fever-unwell")]);
}

#[test]
fn what_may_be_several_signs_is_not_recorded_but_listed() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let ran = twinge.run(&["symptom", "numbness"]);
    insta::assert_snapshot!(ran, @r#"
    --- stderr
    If this is new numbness or tingling round your genitals, buttocks or inner
      thighs, or pain, tingling, weakness or numbness in both legs, or new loss of
      feeling in the genitals, or of erection, with back pain: call 112 (or your
      local emergency number), or go to an emergency department, now. You need not
      answer this.
    twinge: cannot record the warning sign: "numbness" may be one of several
      hint: saddle-numbness: New numbness or tingling round your genitals, buttocks
        or inner thighs
      hint: legs-both: Pain, tingling, weakness or numbness in both legs
      hint: sexual-function: New loss of feeling in the genitals, or of erection,
        with back pain
      hint: arm-tingle: Pins and needles or numbness in one arm or leg
      hint: say it by its name; `twinge symptom NAME --no` says that it is not there
    --- exit 2
    "#);
    for said in [
        "stiff neck",
        "no fever",
        "fever gone",
        "my bum is no longer numb",
        "my left leg is not weak",
    ] {
        for args in [&["symptom", said][..], &["log", "5", "--symptom", said]] {
            let ran = twinge.run(args);
            assert_eq!(ran.code, 2, "{said}: {ran}");
        }
    }
    assert_eq!(signs(&twinge), [], "nothing is guessed");
    assert_eq!(twinge.json(&["show", "today"])["data"]["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_sign_is_refused_with_the_way_out() {
    let twinge = Twinge::new();
    let ran = twinge.run(&["symptom", "a new chair"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("`twinge symptom` alone lists them"), "{ran}");
}

#[test]
fn an_emergency_is_alone_and_first() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["log", "3", "--symptom", "fever", "--symptom", "numb bum"]);
    assert!(ran.stderr.contains("call 112"), "{ran}");
    assert!(!ran.stderr.contains("urgent appointment"), "{ran}");
    // What two add up to comes before what the second alone says, which is then not said.
    let twinge = Twinge::new();
    let _ = twinge.done(&["symptom", "clumsy-hands"]);
    let ran = twinge.done(&["symptom", "unsteady-walking"]);
    assert!(ran.stderr.contains("! Clumsy hands and unsteady walking together"), "{ran}");
    assert!(!ran.stderr.contains("urgent appointment"), "{ran}");
}

#[test]
fn what_a_sign_adds_up_to_with_the_profile_is_said_too() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "weak-immunity", "yes"]);
    let _ = twinge.done(&["log", "5"]);
    let ran = twinge.done(&["symptom", "fever"]);
    let notice = "infection-risk";
    assert!(ran.stderr.contains(notice), "{ran}");
    let told = twinge.json(&["alerts"]);
    let rules = told["data"]["rules"].as_array().unwrap();
    let rule = rules.iter().find(|r| r["id"] == notice).unwrap();
    assert_eq!(rule["life"]["stage"], "told");
}

/// Ctrl-C at the question must not hide it, so it stands before the question.
#[test]
fn what_may_be_an_emergency_is_said_first() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "country", "gb"]);
    for (said, begins, named) in [
        ("stiff neck", "If this is stiff neck with fever", "999 or 112"),
        ("paralysed", "If this is pain, tingling, weakness or numbness in both legs: call", "999"),
        ("hopeless", "If there are thoughts of harming yourself: talk to someone", "116 123"),
        ("passed out", "If this is sudden worst-ever headache", "999 or 112"),
        ("dizzy spells", "If it comes with a sudden severe headache", "999 or 112"),
        ("fell down the stairs", "If this is a serious accident", "999 or 112"),
    ] {
        for args in [&["symptom", said][..], &["--quiet", "symptom", said]] {
            let ran = twinge.run(args);
            assert_eq!(ran.code, 2, "{ran}");
            let (first, _) = ran.stderr.split_once("twinge: cannot").unwrap();
            let first = first.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(first.starts_with(begins) && first.contains(named), "{ran}");
            assert!(first.ends_with("You need not answer this."), "{ran}");
        }
    }
    let ran = twinge.run(&["symptom", "worse", "at", "nigth"]);
    assert!(!ran.stderr.contains("If "), "no emergency: {ran}");
}

#[test]
fn what_happened_is_no_sign_and_has_its_own_command() {
    let ran = Twinge::new().run(&["symptom", "fell", "down", "the", "stairs"]);
    let hint = "`twinge event fall \"fell down the stairs\"` records it";
    assert!(ran.stderr.contains(hint), "{ran}");
}

#[test]
fn what_is_over_is_recorded_only_as_a_no() {
    let twinge = Twinge::new();
    let ran = twinge.run(&["symptom", "fever gone"]);
    assert!(ran.stderr.contains("`twinge symptom fever-unwell --no` says"), "{ran}");
    let ran = twinge.done(&["symptom", "--no", "fever gone"]);
    assert!(ran.stderr.contains("taken as fever-unwell"), "{ran}");
    assert_eq!(signs(&twinge), [("fever-unwell".into(), false)]);
}

#[test]
fn several_names_are_several_signs() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["symptom", "saddle-numbness", "fever"]);
    assert!(ran.stderr.starts_with("taken as 2 signs: saddle-numbness, fever-unwell"), "{ran}");
    let there = |id: &str| (String::from(id), true);
    assert_eq!(signs(&twinge), [there("fever-unwell"), there("saddle-numbness")]);
}

#[test]
fn what_matches_nothing_ends_with_whom_to_call() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "country", "gb"]);
    let ran = twinge.run(&["symptom", "something odd"]);
    insta::assert_snapshot!(ran, @r#"
    --- stderr
    twinge: cannot record the warning sign: there is no warning sign "something odd"
      hint: `twinge symptom` alone lists them; `twinge symptom NAME --no` says that
        one is gone
      hint: if it is frightening or sudden, call 999 or 112; with thoughts of
        harming yourself talk to someone now. A crisis line listens: 116 123
        (Samaritans)
    --- exit 2
    "#);
}

#[test]
fn a_note_that_says_an_emergency_is_answered() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "country", "gb"]);
    let ran = twinge.done(&["--quiet", "log", "4", "--note", "long drive, now a numb bum"]);
    let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        said,
        "Notes are not read for warning signs. If this is new numbness or tingling round your \
         genitals, buttocks or inner thighs: call 999 or 112, or go to an emergency department, \
         now. `twinge symptom saddle-numbness` records it."
    );
    assert_eq!(signs(&twinge), [], "a note is no sign");
    for note in ["no numb bum", "numb arm", "fever", "chest day at the gym", "slept well"] {
        let ran = twinge.done(&["log", "--note", note]);
        assert!(!ran.stderr.contains("Notes are not read"), "{note}: {ran}");
    }
    // Asked for, it is answered before anything is saved.
    let answers = format!("{}can't feel my bum\n", "\n".repeat(9));
    let ran = twinge.run_with(&["log", "--on", "2026-03-01"], answers.as_bytes());
    assert!(ran.stderr.contains("Notes are not read for warning signs."), "{ran}");
}
