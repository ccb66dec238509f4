//! Whom to call: the profile's country in every text that names a number, and an emergency that
//! is said whatever else fails.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use serde_json::Value as Json;

use crate::kit::Twinge;

const UNKNOWN: &str = "call 112 (or your local emergency number), or go to an emergency department";

/// A text on one line, however it was broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_country_is_read_as_people_write_it_and_its_numbers_are_told() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    assert_snapshot!(twinge.run(&["profile", "country", "England"]), @"
    country                 United Kingdom    country, for emergency numbers
    --- stderr
    in an emergency twinge says to call 999 or 112
      advice line: 111 (NHS 111; in Northern Ireland the GP out-of-hours service)
      crisis line: 116 123 (Samaritans)
      not checked with the authorities of each country: dial what is right where you
        are, and please report a wrong one
    --- exit 0
    ");
    assert_eq!(twinge.json(&["profile", "country"])["data"]["facts"][0]["value"], "gb");
    // Only setting it tells of them.
    let ran = twinge.done(&["profile", "country"]);
    assert!(ran.stdout.contains("United Kingdom") && ran.stderr.is_empty(), "{ran}");
    let ran = twinge.done(&["--quiet", "profile", "country", "united", "states"]);
    assert!(ran.stderr.is_empty(), "{ran}");
    assert_eq!(twinge.json(&["profile", "country"])["data"]["facts"][0]["value"], "us");
}

#[test]
fn a_country_without_numbers_is_kept_only_when_meant_and_said_so() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "0"]);
    assert_snapshot!(twinge.run(&["profile", "country", "Germny"]), @r#"
    --- stderr
    twinge: cannot change the profile: country: no numbers are known for "Germny"
      hint: did you mean Germany?
      hint: `twinge profile country "other:Germny"` keeps it
    --- exit 2
    "#);
    assert_snapshot!(twinge.run(&["profile", "country", "Atlantis"]), @r#"
    --- stderr
    twinge: cannot change the profile: country: no numbers are known for "Atlantis"
      hint: `twinge profile country "other:Atlantis"` keeps it
    --- exit 2
    "#);
    assert_eq!(twinge.json(&["profile", "country"])["data"]["facts"][0]["value"], Json::Null);
    assert_snapshot!(twinge.run(&["profile", "country", "other:Atlantis"]), @"
    country                 atlantis          country, for emergency numbers
    --- stderr
    no numbers are known for atlantis: in an emergency twinge says to call 112 (or
      your local emergency number)
      hint: if you know the numbers, please tell this project, to be added
    --- exit 0
    ");
    let told = flat(&twinge.done(&["symptom", "chest-pain"]).stderr);
    assert!(told.contains(UNKNOWN), "{told}");
    // A country that is forgotten is not known.
    let _ = twinge.done(&["profile", "country", "au"]);
    let ran = twinge.done(&["profile", "country", "--clear"]);
    assert!(ran.stderr.is_empty(), "{ran}");
    let told = flat(&twinge.done(&["symptom", "chest-pain"]).stderr);
    assert!(told.contains(UNKNOWN), "{told}");
}

#[test]
fn a_flag_after_the_value_is_a_flag() {
    let twinge = Twinge::new();
    let ran = twinge.done(&["profile", "country", "gb", "-q"]);
    assert!(ran.stdout.is_empty(), "{ran}");
    assert_eq!(twinge.json(&["profile", "country"])["data"]["facts"][0]["value"], "gb");
    for dashed in ["-x", "--loud", "-1"] {
        assert_eq!(twinge.run(&["profile", "onset-note", "a", dashed]).code, 2, "{dashed}");
    }
}

#[test]
fn what_is_not_here_yet_has_not_begun() {
    let twinge = Twinge::new();
    for (fact, said) in
        [("onset", "2099"), ("onset", "2026-04"), ("onset", "2026-03-16"), ("birth-year", "2027")]
    {
        let ran = twinge.run(&["profile", fact, said]);
        assert_eq!(ran.code, 2, "{ran}");
        assert!(ran.stderr.contains(&format!("{said} is not here yet")), "{ran}");
    }
    for said in ["2026", "2026-03", "2026-03-15"] {
        let _ = twinge.done(&["profile", "onset", said]);
    }
}

#[test]
fn every_text_names_the_numbers_of_the_country() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "country", "australia"]);
    assert_snapshot!(twinge.done(&["--quiet", "symptom", "saddle-numbness"]).stderr, @"
    You recorded new numbness or tingling round the genitals, buttocks or inner
      thighs. Public guidance says to call 000, or go to an emergency department,
      now. This journal cannot judge how serious it is.
      Sources: NHS (United Kingdom); Norfolk and Waveney Community Health (NHS)
    ");
    assert_snapshot!(twinge.done(&["--quiet", "symptom", "self-harm"]).stderr, @"
    You recorded thoughts of harming yourself. Please do not stay alone with them:
      talk to someone now. If you might act on them, call 000, or go to an emergency
      department, now. A crisis line listens: 13 11 14 (Lifeline).
    ");
    let both = twinge.done(&["--quiet", "log", "4", "--symptom", "fever", "--symptom", "cough"]);
    let told = flat(&both.stderr);
    let urgent = "an urgent appointment today, or to call 1800 022 222 (healthdirect)";
    assert_eq!(told.matches(urgent).count(), 2, "{told}");
    // A rule that several entries add up to, told after saving.
    let _ = twinge.done(&["symptom", "clumsy-hands"]);
    let told = flat(&twinge.done(&["symptom", "unsteady-walking"]).stderr);
    let (_, rule) = told.split_once("! Clumsy hands and unsteady walking").unwrap();
    assert!(rule.contains("call 000, or go to an emergency department, now"), "{told}");
    for args in [&[][..], &["alerts"], &["alerts", "--explain", "cord-combo"]] {
        let shown = flat(&twinge.done(args).stdout);
        assert!(shown.contains("call 000, or go"), "{args:?}: {shown}");
        assert!(!shown.contains("112") && !shown.contains('{'), "{args:?}: {shown}");
    }
    // The default's hedge is for those whose country is not known.
    let shown = flat(&twinge.done(&["alerts"]).stdout);
    assert!(!shown.contains("local emergency number") && !shown.contains("(111 in the"), "{shown}");
}

#[test]
fn the_json_of_alerts_has_the_advice_and_whom_to_call() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["symptom", "fever"]);
    let data = twinge.json(&["alerts"])["data"].clone();
    assert_eq!(
        data["help_lines"],
        serde_json::json!({
            "country": null, "emergency": ["112"], "advice_lines": [], "crisis_lines": [],
        })
    );
    let _ = twinge.done(&["profile", "country", "uk"]);
    let data = twinge.json(&["alerts"])["data"].clone();
    assert_eq!(data["help_lines"]["country"], "gb");
    assert_eq!(data["help_lines"]["emergency"], serde_json::json!(["999", "112"]));
    assert_eq!(data["help_lines"]["crisis_lines"][0]["number"], "116 123");
    assert_eq!(data["help_lines"]["advice_lines"][0]["number"], "111");
    let mut n_met = 0;
    for rule in data["rules"].as_array().unwrap() {
        let advice = rule["advice"].as_str();
        assert_eq!(advice.is_some(), rule["status"] == "met", "{rule}");
        n_met += usize::from(advice.is_some_and(|a| a.contains("call 111 (NHS 111")));
    }
    assert_eq!(n_met, 1);
    let closing = data["closing"].as_array().unwrap();
    assert!(closing.iter().any(|c| c.as_str().unwrap().contains("cannot judge")));
}

#[test]
fn a_list_says_once_what_a_single_notice_closes_with() {
    let twinge = Twinge::new();
    for sign in ["fever", "cough", "no-relief", "glands"] {
        let told = flat(&twinge.done(&["--quiet", "symptom", sign]).stderr);
        assert_eq!(told.matches("do not turn out to have a serious cause").count(), 1, "{told}");
    }
    for args in [&[][..], &["alerts"]] {
        let shown = flat(&twinge.done(args).stdout);
        assert!(shown.contains("Swollen glands") && shown.contains("High temperature"), "{shown}");
        assert_eq!(shown.matches("do not turn out to have a serious cause").count(), 1, "{shown}");
        assert_eq!(shown.matches("cannot judge how serious it is").count(), 1, "{shown}");
    }
}

/// Whatever goes wrong with the rest, the words are said, with the default where the profile
/// cannot be read.
#[test]
fn an_emergency_is_never_lost_behind_an_error() {
    let ruin = |name: &str, twinge: &Twinge| {
        let path = twinge.path(name);
        fs::copy(twinge.journal(), &path).unwrap();
        path
    };
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "country", "uk"]);
    let foreign = twinge.write("foreign.db", "this is no journal at all, but a letter to a friend");
    let folder = twinge.path("folder");
    fs::create_dir(&folder).unwrap();
    let cut = ruin("cut.db", &twinge);
    let bytes = fs::read(&cut).unwrap();
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let newer = ruin("newer.db", &twinge);
    let mut bytes = fs::read(&newer).unwrap();
    // The user version of an SQLite file: bytes 60 to 63.
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(&newer, &bytes).unwrap();
    for path in [foreign, folder, cut, newer] {
        let file = path.to_str().unwrap();
        for args in [
            &["symptom", "chest-pain"][..],
            &["log", "4", "--symptom", "chest-pain"],
            &["log", "4", "--habit", "coffee=2", "--symptom", "chest-pain"],
        ] {
            let args: Vec<&str> =
                ["--journal", file].into_iter().chain(args.iter().copied()).collect();
            let ran = twinge.run(&args);
            assert_ne!(ran.code, 0, "{args:?}: {ran}");
            let told = flat(&ran.stderr);
            assert!(told.contains(UNKNOWN), "{args:?}: {told}");
            let (emergency, failure) = (told.find(UNKNOWN), told.find("twinge: cannot"));
            assert!(emergency < failure, "{args:?}: {told}");
        }
    }
    // Nor behind something else on the same line; the profile can be read here.
    for args in [
        &["log", "eleven", "--symptom", "chest-pain"][..],
        &["log", "4", "--sleep", "sied", "--symptom", "chest-pain"],
        &["log", "4", "--symptom", "chest-pain", "--on", "tomorrow"],
        &["symptom", "chest-pain", "--on", "tomorrow"],
    ] {
        let ran = twinge.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {ran}");
        assert!(flat(&ran.stderr).contains("call 999 or 112, or go to"), "{args:?}: {ran}");
    }
    // Nor behind a sign that may be several; and what it may be is said too.
    let ran = twinge.run(&["log", "4", "--symptom", "numbness", "--symptom", "chest-pain"]);
    assert_eq!(ran.code, 2, "{ran}");
    let told = flat(&ran.stderr);
    assert!(told.contains("You recorded chest pain together with back or neck pain."), "{ran}");
    let perhaps = "or of erection, with back pain: call 999 or 112, or go to";
    assert!(told.contains(perhaps), "{ran}");
    let ran = twinge.run(&["symptom", "numbness"]);
    assert!(flat(&ran.stderr).contains(perhaps), "{ran}");
    // What is denied is no emergency.
    let ran = twinge.done(&["symptom", "chest-pain", "--no"]);
    assert!(!ran.stderr.contains("call"), "{ran}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it is about how long one waits")]
fn an_emergency_does_not_wait_for_another_program() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "country", "uk"]);
    // A shell of SQLite is not everywhere; another connection of the same library is.
    let other = rusqlite::Connection::open(twinge.journal()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let began = Instant::now();
    let mut child: std::process::Child = {
        let mut command: Command = twinge.command(&["symptom", "chest-pain"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let mut said = String::new();
    let mut stderr = child.stderr.take().unwrap();
    let mut buffer = [0; 4096];
    while !said.contains("now.") {
        let n = std::io::Read::read(&mut stderr, &mut buffer).unwrap();
        assert!(n > 0, "it ended without a word: {said}");
        said.push_str(&String::from_utf8_lossy(&buffer[..n]));
    }
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert!(flat(&said).contains(UNKNOWN), "{said}");
    // It is saved once the other is done.
    other.execute_batch("ROLLBACK").unwrap();
    drop(stderr);
    assert!(child.wait().unwrap().success());
    assert_eq!(twinge.json(&["show"])["data"]["entries"].as_array().unwrap().len(), 1);
}
