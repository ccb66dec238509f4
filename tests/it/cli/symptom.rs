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
    let ran = twinge.done(&["symptom", "numb bum", "--no"]);
    assert!(!ran.stderr.contains("taken as"), "a name needs no word: {ran}");
}

#[test]
fn log_takes_own_words_too() {
    let twinge = Twinge::new();
    let args = ["log", "4", "--symptom", "dizzy when I turn my head", "--symptom", "fever"];
    let ran = twinge.done(&args);
    assert!(ran.stderr.contains("taken as dizzy-neck: Dizziness"), "{ran}");
    assert!(!ran.stderr.contains("taken as fever"), "{ran}");
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
    twinge: cannot record the warning sign: "numbness" may be one of several
      hint: saddle-numbness: New numbness or tingling round your genitals, buttocks
        or inner thighs
      hint: legs-both: Pain, tingling, weakness or numbness in both legs
      hint: sexual-function: New loss of feeling in the genitals, or of erection,
        with back pain
      hint: arm-tingle: Pins and needles or numbness in one arm or leg
      hint: if it is saddle-numbness or legs-both or sexual-function: call 112 (or
        your local emergency number), or go to an emergency department, now
      hint: say it by its name; `symptom NAME --no` says that it is not there
    --- exit 2
    "#);
    for said in ["stiff neck", "no fever", "my left leg is not weak"] {
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
