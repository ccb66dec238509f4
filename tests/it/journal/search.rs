//! What people say of a warning sign, and the sign that it is read as: written down before the
//! search was.

use twinge::journal::{Heard, SYMPTOMS, Word, hear, named_apart};

/// What was said is read as the one sign, and recorded.
const READ: &[(&str, &str)] = &[
    ("cant feel my bum", "saddle-numbness"),
    ("I can't feel my bum", "saddle-numbness"),
    ("my bottom is numb", "saddle-numbness"),
    ("bum has gone numb", "saddle-numbness"),
    ("no feeling in my buttocks", "saddle-numbness"),
    ("saddle numness", "saddle-numbness"),
    ("numb between my legs", "saddle-numbness"),
    ("tingling between my legs", "saddle-numbness"),
    ("no feeling between my legs", "saddle-numbness"),
    ("pins and needles between my legs", "saddle-numbness"),
    ("numb crotch", "saddle-numbness"),
    ("my genitals are numb", "saddle-numbness"),
    ("numb vagina", "saddle-numbness"),
    ("no feeling in my penis", "saddle-numbness"),
    ("numb testicles", "saddle-numbness"),
    ("my balls are numb", "saddle-numbness"),
    ("numb labia", "saddle-numbness"),
    ("tingling perineum", "saddle-numbness"),
    ("numb groin", "saddle-numbness"),
    ("my private parts are numb", "saddle-numbness"),
    ("numb privates", "saddle-numbness"),
    ("numb down below", "saddle-numbness"),
    ("numb down there", "saddle-numbness"),
    ("numb inner thighs", "saddle-numbness"),
    ("pins and needles in my bottom", "saddle-numbness"),
    ("my bum has gone to sleep", "saddle-numbness"),
    ("can't feel when I wipe", "saddle-numbness"),
    ("no feeling when I wipe", "saddle-numbness"),
    ("I can not feel my bottom", "saddle-numbness"),
    ("can't pee and numb", "bladder-bowel"),
    ("back pain and can't pee", "bladder-bowel"),
    ("not able to pee", "bladder-bowel"),
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
    ("I want to end my life", "self-harm"),
    ("end my life", "self-harm"),
    ("I want to end it", "self-harm"),
    ("want it to end", "self-harm"),
    ("I don't want to be here anymore", "self-harm"),
    ("overdose", "self-harm"),
    ("cut myself", "self-harm"),
    ("better off dead", "self-harm"),
    ("drop things", "clumsy-hands"),
    ("I keep dropping things", "clumsy-hands"),
    ("numb bum since I fell", "saddle-numbness"),
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
    ("can't go on", &["self-harm", "cannot-cope"]),
    ("I can't take it anymore", &["self-harm", "cannot-cope"]),
    ("hopeless", &["self-harm", "cannot-cope"]),
    ("I cut myself shaving", &["self-harm"]),
    ("I can't walk", &["legs-both", "unsteady-walking"]),
    ("paralysed", &["legs-both"]),
    ("can't move my legs", &["legs-both"]),
    ("crushing chest pain", &["chest-tight", "chest-pain"]),
    ("left arm pain with sweating", &["chest-tight"]),
    ("can't see", &["sudden-headache", "dizzy-neck"]),
    ("trouble swallowing", &["sudden-headache", "dizzy-neck"]),
    ("passed out", &["sudden-headache", "dizzy-neck"]),
    ("blacked out", &["sudden-headache", "dizzy-neck"]),
    ("collapsed", &["sudden-headache", "dizzy-neck"]),
    ("numb hands and pain in my groin", &["saddle-numbness"]),
    ("pins and needles from my bottom to my foot", &["saddle-numbness", "arm-tingle"]),
    ("weak bladder", &["bladder-bowel"]),
];

/// What is denied, or is over, is never read as there.
const DENIED: &[(&str, &[&str])] = &[
    ("no fever", &["fever-unwell"]),
    ("fever gone", &["fever-unwell"]),
    ("the fever is gone now", &["fever-unwell"]),
    ("fever went away", &["fever-unwell"]),
    ("headache is better", &["sudden-headache"]),
    ("dizziness stopped", &["dizzy-neck"]),
    ("my bum is no longer numb", &["saddle-numbness"]),
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
    // Neither of the bladder nor of the hands.
    "I can't",
    "cannot",
    "better",
    "it has stopped",
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

/// The first is the one that does not wait.
#[test]
fn what_may_be_an_emergency_is_offered_first() {
    for (said, first) in [
        ("I can't walk", "legs-both"),
        ("paralysed", "legs-both"),
        ("can't move my legs", "legs-both"),
        ("crushing chest pain", "chest-tight"),
        ("left arm pain with sweating", "chest-tight"),
        ("hopeless", "self-harm"),
        ("can't see", "sudden-headache"),
    ] {
        let Heard::Perhaps(words) = hear(said) else { panic!("{said}: {:?}", hear(said)) };
        assert_eq!(words[0].id, first, "{said}");
    }
}

#[test]
fn what_is_denied_or_over_is_not_there() {
    for (said, among) in DENIED {
        let Heard::Denied(words) = hear(said) else { panic!("{said}: {:?}", hear(said)) };
        assert!(among.iter().all(|id| ids(&words).contains(id)), "{said}: {words:?}");
    }
}

#[test]
fn what_happened_is_an_event() {
    for (said, event) in [
        ("fell down the stairs", "fall"),
        ("fall", "fall"),
        ("car crash", "accident"),
        ("accident", "accident"),
        ("whiplash", "accident"),
        ("I fell and my back hurts", "fall"),
    ] {
        assert!(matches!(hear(said), Heard::Happened(w) if w.id == event), "{:?}", hear(said));
    }
}

#[test]
fn several_names_are_several_signs() {
    let named = |text: &str| named_apart(text).map(|words| ids(&words));
    assert_eq!(named("saddle-numbness fever"), Some(vec!["saddle-numbness", "fever-unwell"]));
    assert_eq!(named("fever, weight-loss and night"), None);
    assert_eq!(named("fever, weight-loss and fever"), Some(vec!["fever-unwell", "weight-loss"]));
    for text in ["fever", "fever chills", "weak bladder", "fever today", "", "and"] {
        assert_eq!(named(text), None, "{text}");
    }
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
        for name in [sign.id, sign.called] {
            let heard = hear(name);
            assert!(matches!(heard, Heard::Named(w) if std::ptr::eq(w, sign)), "{name}");
        }
        for other in sign.also.iter().filter(|also| **also != sign.called.replace(' ', "-")) {
            let heard = hear(other);
            assert!(matches!(heard, Heard::Meant(w) if std::ptr::eq(w, sign)), "{other}");
        }
    }
    assert!(matches!(hear("double vision"), Heard::Meant(_)));
    assert!(matches!(hear("bum numb"), Heard::Meant(_)));
}

#[test]
fn each_sign_is_found_by_its_question_and_offered_before_others() {
    for sign in SYMPTOMS {
        let first = match hear(sign.means) {
            Heard::Named(word) | Heard::Meant(word) => word,
            Heard::Perhaps(words) | Heard::Denied(words) => words[0],
            heard => panic!("{} is not found: {heard:?}", sign.means),
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
