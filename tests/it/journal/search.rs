//! What people say of a warning sign, and the sign that it is read as: written down before the
//! search was.

use twinge::journal::{Heard, SYMPTOMS, Word, hear};

/// What was said is read as the one sign, and recorded.
const READ: &[(&str, &str)] = &[
    ("cant feel my bum", "saddle-numbness"),
    ("I can't feel my bum", "saddle-numbness"),
    ("my bottom is numb", "saddle-numbness"),
    ("bum has gone numb", "saddle-numbness"),
    ("no feeling in my buttocks", "saddle-numbness"),
    ("saddle numness", "saddle-numbness"),
    ("peeing myself", "bladder-bowel"),
    ("wet myself", "bladder-bowel"),
    ("can't pee", "bladder-bowel"),
    ("difficulty peeing", "bladder-bowel"),
    ("can't hold my wee", "bladder-bowel"),
    ("lost control of my bladder", "bladder-bowel"),
    ("legs both numb", "legs-both"),
    ("both legs are weak", "legs-both"),
    ("tingling in both legs", "legs-both"),
    ("pins and needles in both legs", "legs-both"),
    ("can't get an erection", "sexual-function"),
    ("chest pains", "chest-pain"),
    ("short of breath", "chest-tight"),
    ("my chest is tight", "chest-tight"),
    ("sudden tearing pain between shoulder blades", "tearing-pain"),
    ("ripping pain in my upper back", "tearing-pain"),
    ("worst headache ever", "sudden-headache"),
    ("the worst headache of my life", "sudden-headache"),
    ("slurred speech", "sudden-headache"),
    ("stiff neck and fever", "stiff-neck-fever"),
    ("stiff neck with a fever and headache", "stiff-neck-fever"),
    ("fever", "fever-unwell"),
    ("fevers", "fever-unwell"),
    ("high fever", "fever-unwell"),
    ("Fever!", "fever-unwell"),
    ("feeling unwell", "fever-unwell"),
    ("losing weight", "weight-loss"),
    ("I have lost weight", "weight-loss"),
    ("losing weight without trying", "weight-loss"),
    ("lump on back", "lump-shape"),
    ("a lump on my back", "lump-shape"),
    ("rest doesn't help", "no-rest-relief"),
    ("lying down does not help", "no-rest-relief"),
    ("wakes me up at night", "worse-at-night"),
    ("pain woke me last night", "worse-at-night"),
    ("hurts when I cough", "strain-pain"),
    ("pain on sneezing", "strain-pain"),
    ("can't sleep", "severe-struggling"),
    ("weak leg", "limb-weakness"),
    ("my left arm is weak", "limb-weakness"),
    ("weekness in my arm", "limb-weakness"),
    ("clumsy fingers", "clumsy-hands"),
    ("unsteady on my feet", "unsteady-walking"),
    ("electric shock when I bend my neck", "neck-shock"),
    ("dizzy when I turn my head", "dizzy-neck"),
    ("dizzyness", "dizzy-neck"),
    ("pins and needles left hand", "arm-tingle"),
    ("pins & needles in my left arm", "arm-tingle"),
    ("numb left hand", "arm-tingle"),
    ("painkillers don't work", "not-controlled"),
    ("ibuprofen did not help", "not-controlled"),
    ("my glands are swollen", "glands-bone"),
    ("can't cope", "cannot-cope"),
    ("worried", "cannot-cope"),
    ("paracetamol isn't helping", "not-controlled"),
    ("thoughts of suicide", "self-harm"),
    ("I want to kill myself", "self-harm"),
    ("thoughts of harming myself", "self-harm"),
    ("stiff in the morning", "morning-stiffness"),
    ("morning stiffness for 40 minutes", "morning-stiffness"),
];

/// What was said may be one of several signs: these are among those that are offered.
const ASKS: &[(&str, &[&str])] = &[
    ("numbness", &["saddle-numbness", "legs-both", "arm-tingle"]),
    ("tingling", &["saddle-numbness", "legs-both", "arm-tingle"]),
    ("legs", &["legs-both", "unsteady-walking"]),
    // One leg, or both: the second is an emergency.
    ("numb legs", &["legs-both", "arm-tingle"]),
    // A stiff neck alone is common; with fever it is an emergency.
    ("stiff neck", &["stiff-neck-fever"]),
    ("stiff", &["stiff-neck-fever", "morning-stiffness"]),
    ("headache", &["sudden-headache", "stiff-neck-fever"]),
    // A slip in a short word may be another word.
    ("worse at nigth", &["worse-at-night"]),
    ("I limp", &["unsteady-walking"]),
    ("shaking", &["fever-unwell", "clumsy-hands"]),
    ("no feeling in my penis", &["saddle-numbness", "sexual-function"]),
    ("chest hurts when I cough", &["chest-pain", "strain-pain"]),
    ("fever at night", &["fever-unwell", "worse-at-night"]),
    ("lump in my neck", &["lump-shape", "glands-bone"]),
    ("slept all night", &["worse-at-night"]),
    ("I hurt myself lifting", &["self-harm"]),
    ("can't walk", &["unsteady-walking", "severe-struggling"]),
    ("can't button my shirt", &["clumsy-hands"]),
    ("toilet", &["bladder-bowel", "strain-pain"]),
    ("stroke", &["sudden-headache"]),
    ("feeling down", &["cannot-cope"]),
    ("tingly fingers", &["arm-tingle", "clumsy-hands"]),
    // What is denied is never read as there.
    ("no fever", &["fever-unwell"]),
    ("not losing weight", &["weight-loss"]),
    ("no chest pain", &["chest-pain"]),
    ("I don't wake at night", &["worse-at-night"]),
    ("never dizzy", &["dizzy-neck"]),
];

/// What was said is no sign of the table.
const NOTHING: &[&str] = &[
    "",
    " ",
    "?",
    "pain",
    "back pain",
    "it hurts",
    "hunger",
    "a new chair",
    "42",
    "ümläut",
    "日本",
];

fn ids(words: &[&'static Word]) -> Vec<&'static str> {
    words.iter().map(|w| w.id).collect()
}

#[test]
fn what_people_say_is_read_as_the_sign_that_they_mean() {
    let mut wrong = Vec::new();
    for (said, meant) in READ {
        match hear(said) {
            Heard::Named(word) | Heard::Meant(word) if word.id == *meant => {}
            heard => wrong.push(format!("{said:?} is {meant}, heard {heard:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), READ.len(), wrong.join("\n"));
}

#[test]
fn what_may_be_several_signs_is_asked_back() {
    let mut wrong = Vec::new();
    for (said, among) in ASKS {
        match hear(said) {
            Heard::Perhaps(words) if among.iter().all(|id| ids(&words).contains(id)) => {}
            heard => wrong.push(format!("{said:?} asks among {among:?}, heard {heard:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ASKS.len(), wrong.join("\n"));
}

#[test]
fn what_is_no_sign_is_none() {
    for said in NOTHING {
        assert!(matches!(hear(said), Heard::Nothing), "{said:?}");
    }
}

#[test]
fn a_name_is_the_sign_itself_and_nothing_else_is() {
    for sign in SYMPTOMS {
        for name in [sign.id, sign.called].iter().chain(sign.also) {
            let heard = hear(name);
            assert!(matches!(heard, Heard::Named(w) if std::ptr::eq(w, sign)), "{name}");
        }
    }
    assert!(matches!(hear("numb bum"), Heard::Named(_)));
    assert!(matches!(hear("bum numb"), Heard::Meant(_)));
}

#[test]
fn each_sign_is_found_by_its_question_and_offered_before_others() {
    for sign in SYMPTOMS {
        let first = match hear(sign.means) {
            Heard::Named(word) | Heard::Meant(word) => word,
            Heard::Perhaps(words) => words[0],
            Heard::Nothing => panic!("{} is not found", sign.means),
        };
        assert_eq!(first.id, sign.id, "{}", sign.means);
    }
}

#[test]
fn whatever_is_typed_is_answered() {
    let long = "numb ".repeat(20_000);
    for said in ["'", "\u{0}", "numb\u{301}", &long, "ß".repeat(1000).as_str(), "-", "no", "the"] {
        let _ = hear(said);
    }
}
