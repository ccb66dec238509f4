//! `twinge check`: what is asked, what is recorded, what is said at once.

use insta::assert_snapshot;
use serde_json::Value as Json;

use crate::kit::{Ran, Twinge, without_ids};

/// No to each of the seven groups of signs.
const NO: &str = "n\nn\nn\nn\nn\nn\nn\n";

fn check(twinge: &Twinge, answers: &str) -> Ran {
    let ran = twinge.run_with(&["check"], answers.as_bytes());
    assert_eq!(ran.code, 0, "{ran}");
    ran
}

/// The signs on record of a day, as (name, there), by name.
fn signs(twinge: &Twinge, day: &str) -> Vec<(String, bool)> {
    let shown = twinge.json(&["show", day]);
    let mut signs: Vec<(String, bool)> = of_kind(&shown, "symptom")
        .map(|v| (v["symptom"].as_str().unwrap().into(), v["present"].as_bool().unwrap()))
        .collect();
    signs.sort();
    signs
}

/// The values of the entries of one kind.
fn of_kind<'j>(shown: &'j Json, kind: &'j str) -> impl Iterator<Item = &'j Json> {
    let entries = shown["data"]["entries"].as_array().unwrap().iter();
    entries.filter(move |e| e["kind"] == kind).map(|e| &e["values"])
}

/// A text without its line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many questions were asked.
fn n_asked(ran: &Ran) -> usize {
    let is_question =
        |line: &&str| line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(" of ");
    ran.stderr.lines().filter(is_question).count()
}

#[test]
fn no_to_all_is_a_no_to_each_sign_and_not_more() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--site", "neck"]);
    let ran = check(&twinge, &format!("{NO}n\n\n\nn\n\n\nn\n"));
    let (saved, alerts) = ran.stdout.split_once("\n\n").unwrap();
    assert_snapshot!(without_ids(saved), @"
    saved for Sun 15 Mar 2026
      osteoporosis no, weak immunity no, had cancer no, inflammatory arthritis no,
        spine surgery no, injected drugs no, pregnant no, steroids no, blood
        thinners no, nsaid risk no, trying to lose no  [id]
      no to 27 warning signs
    ");
    assert_eq!(alerts, twinge.done(&["alerts"]).stdout);
    let found = signs(&twinge, "today");
    assert_eq!(found.len(), 27);
    assert!(found.iter().all(|(_, present)| !present));
    let shown = twinge.json(&["show", "today"]);
    assert_eq!(of_kind(&shown, "event").count(), 0, "what did not happen has no entry");
    assert_eq!(of_kind(&shown, "day").count(), 0);
    assert!(twinge.done(&["profile", "had-cancer"]).stdout.contains(" no "));
    // One act, which one undo takes back.
    let _ = twinge.done(&["undo"]);
    assert_eq!(signs(&twinge, "today"), []);
}

#[test]
fn a_group_is_a_question_with_a_line_for_each_sign() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4", "--site", "neck"]);
    let ran = check(&twinge, &format!("{NO}n\n\n\nn\n\n\nn\n"));
    let (head, rest) = ran.stderr.split_once("\n3 of 14. ").unwrap();
    assert_snapshot!(head, @"
    Sun 15 Mar 2026: warning signs
    n: none of these. 1 3: yes to 1 and 3. y: one by one. Own words are read too.
    Enter: no answer. ?: help. Ctrl-D: save and stop asking. Ctrl-C: save nothing.

    1 of 14. Below the waist: is any of this there, and new?
      1 New numbness or tingling round your genitals, buttocks or inner thighs
      2 New trouble peeing, or controlling when you pee or poo
      3 Pain, tingling, weakness or numbness in both legs
      4 New loss of feeling in the genitals, or of erection, with back pain
    > 
    2 of 14. In the chest and upper back: is any of this there?
      1 Chest pain together with the back or neck pain
      2 Tight or heavy chest, or pain spreading to arm, jaw or back, with sweating,
        sickness or breathlessness
      3 Sudden severe tearing pain in the chest or upper back
    >
    ");
    let (_, tail) = rest.split_once("\n8 of 14. ").unwrap();
    assert_snapshot!(tail, @"
    In the last six weeks: has any of this happened?
      1 A serious accident, as in traffic or from a height
      2 A fall
      3 An injury of the back or neck
      4 Lifting something heavy
      5 An infection
      6 An operation, or an injection into the back or neck
    > 
    9 of 14. How was the pain today? n or Enter: no answer
      1 there all day
      2 on and off
      3 only briefly
      4 no pain
    > 
    10 of 14. What did a rest do to it? n or Enter: no answer
      1 better after resting
      2 the same after resting
      3 worse after resting
      4 did not rest
    > 
    11 of 14. About you. These change what a doctor would want to look at; skip any.
      Is any of this so?
      1 osteoporosis (thin bones)
      2 ever had cancer
      3 inflammatory arthritis
      4 neck or back surgery
      5 pregnant
      6 takes or took steroids for months
      7 takes blood thinners
      8 stomach ulcer, heart, kidney or liver trouble, asthma or high blood pressure
      9 trying to lose weight
    > 
    12 of 14. In which year were you born?
    > 
    13 of 14. When did this pain begin? Like 2025, 2025-11 or 2025-11-03
    > 
    14 of 14. Last, and only if you want to say it: is any of this so?
      1 a weakened immune system, HIV or TB
      2 ever injected drugs
    >
    ");
}

#[test]
fn numbers_are_yes_to_these_and_no_to_the_others_of_the_group() {
    let twinge = Twinge::new();
    let ran = check(&twinge, "\n\n\n\n\n3, 5\n");
    let said = |id: &str, present| (String::from(id), present);
    assert_eq!(
        signs(&twinge, "today"),
        [
            said("arm-tingle", true),
            said("clumsy-hands", false),
            said("limb-weakness", false),
            said("neck-shock", false),
            said("unsteady-walking", true),
        ]
    );
    assert!(ran.stdout.contains("no to 3 warning signs"), "{ran}");
    assert!(ran.stdout.contains("no answer: saddle numbness, bladder or bowel trouble"), "{ran}");
    assert!(ran.stdout.contains("[URGENT: hand-or-gait]"), "{ran}");
}

#[test]
fn no_answer_is_not_recorded_and_stays_not_asked() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let before = twinge.json(&["history"]);
    for answers in ["", "\n", &"\n".repeat(30)] {
        let ran = check(&twinge, answers);
        assert!(ran.stderr.contains("nothing was said, nothing was saved"), "{ran}");
        let stdout = flat(&ran.stdout);
        assert!(stdout.contains("Not asked in the last two weeks: saddle-numbness,"), "{ran}");
        assert!(stdout.contains("`twinge check` asks them"), "{ran}");
        assert_eq!(twinge.json(&["history"]), before);
    }
}

#[test]
fn an_emergency_is_said_before_the_next_question_and_before_anything_is_saved() {
    let twinge = Twinge::new();
    for flags in [&["check"][..], &["--quiet", "check"], &["--json", "check"]] {
        // The rest is not understood: nothing is saved.
        let answers = format!("n\n1\nn\n{}", "what?\n".repeat(30));
        let ran = twinge.run_with(flags, answers.as_bytes());
        assert_eq!(ran.code, 2, "{ran}");
        let said = ran.stderr.find("You recorded chest pain together with").unwrap();
        let next = ran.stderr.find("3 of 14. In the head and neck").unwrap();
        assert!(said < next, "{ran}");
        assert!(ran.stderr.contains("call 112"), "{ran}");
        assert!(ran.stderr.contains("nothing was saved"), "{ran}");
        assert_eq!(signs(&twinge, "today"), []);
    }
}

#[test]
fn the_end_of_the_input_saves_what_was_said_so_far() {
    let twinge = Twinge::new();
    let ran = check(&twinge, "n\nn");
    assert_eq!(signs(&twinge, "today").len(), 7);
    assert!(ran.stdout.contains("saved for Sun 15 Mar 2026\n  no to 7 warning signs"), "{ran}");
    assert!(ran.stdout.contains("As of 2026-03-15, your entries meet none"), "{ran}");
}

#[test]
fn what_is_not_understood_is_asked_again_and_help_is_at_hand() {
    let twinge = Twinge::new();
    let ran = check(&twinge, "no 2\n7\n?\n2\n");
    assert!(ran.stderr.contains("cannot take that: \"no 2\" is not an answer"), "{ran}");
    assert!(ran.stderr.contains("cannot take that: 7 is not one of 1 to 4"), "{ran}");
    assert!(ran.stderr.contains("one by one: y, n, or Enter for no answer"), "{ran}");
    assert_eq!(ran.stderr.matches("1 of 14. Below the waist").count(), 4, "{ran}");
    assert!(signs(&twinge, "today").contains(&("bladder-bowel".into(), true)));
}

/// Who is frightened by the first sign has not denied the others.
#[test]
fn a_number_denies_nothing_where_another_may_be_an_emergency() {
    let said = |id: &str, present| (String::from(id), present);
    let others = "The others on this list: none of them?";
    let twinge = Twinge::new();
    let ran = check(&twinge, "1\n\nn\n");
    let (told, asked) = (ran.stderr.find("You recorded new numbness"), ran.stderr.find(others));
    assert!(told.is_some() && told < asked, "{ran}");
    let chest = ["chest-pain", "chest-tight", "tearing-pain"].map(|id| said(id, false));
    let mut expected = chest.to_vec();
    expected.insert(2, said("saddle-numbness", true));
    assert_eq!(signs(&twinge, "today"), expected, "Enter denies nothing");
    let twinge = Twinge::new();
    let _ = check(&twinge, "1\n2\nn\n");
    let expected = [
        said("bladder-bowel", true),
        said("legs-both", false),
        said("saddle-numbness", true),
        said("sexual-function", false),
    ];
    assert_eq!(signs(&twinge, "today"), expected);
    let ran = check(&Twinge::new(), "all\n");
    assert!(!ran.stderr.contains(others), "there are no others: {ran}");
}

#[test]
fn own_words_are_taken_as_the_number_or_as_a_sign_of_another_list() {
    let said = |id: &str, present| (String::from(id), present);
    let twinge = Twinge::new();
    // Of this list; then, with the list still open, of a later one.
    let ran = check(&twinge, "numb bum\nn\ncan't feel my bum at all\nmy arm is weak\nchest\nn\n");
    assert!(flat(&ran.stderr).contains("taken as saddle-numbness (number 1): New"), "{ran}");
    let other = "taken as limb-weakness (not on this list)";
    assert!(flat(&ran.stderr).contains(other), "{ran}");
    // Which of several stays a question, with whom to call first.
    let perhaps = ran.stderr.find("If this is chest pain together").unwrap();
    let refused = ran.stderr.find("\"chest\" may be one of several").unwrap();
    assert!(perhaps < refused, "{ran}");
    assert_eq!(ran.stderr.matches("2 of 14. In the chest").count(), 4, "{ran}");
    let found = signs(&twinge, "today");
    assert!(found.contains(&said("limb-weakness", true)), "{found:?}");
    assert_eq!(found.len(), 8, "{found:?}");
    // To the list that has it "none of these" is of the others.
    let twinge = Twinge::new();
    let _ = check(&twinge, "my arm is weak\nn\nn\nn\nn\nn\nn\nn\n");
    assert!(signs(&twinge, "today").contains(&said("limb-weakness", true)));
    assert!(signs(&twinge, "today").contains(&said("clumsy-hands", false)));
    // A no to an earlier list gives way.
    let twinge = Twinge::new();
    let _ = check(&twinge, "n\nnumb bum\nn\n");
    assert!(signs(&twinge, "today").contains(&said("saddle-numbness", true)));
    let twinge = Twinge::new();
    let ran = check(&twinge, "my bum is no longer numb\n");
    assert!(ran.stderr.contains("sounds like a no"), "{ran}");
    assert_eq!(signs(&twinge, "today"), []);
}

#[test]
fn n_is_taken_by_every_question() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["log", "4"]);
    let ran = check(&twinge, &"n\n".repeat(14));
    assert!(!ran.stderr.contains("cannot take that"), "{ran}");
    assert_eq!(n_asked(&ran), 14, "{ran}");
    assert_eq!(of_kind(&twinge.json(&["show", "today"]), "day").count(), 0);
    // What was a slip is left out.
    let ran = check(&twinge, &format!("{}2\nn\n", "n\n".repeat(5)));
    assert!(ran.stderr.contains("A fall: on which day?"), "{ran}");
    assert_eq!(of_kind(&twinge.json(&["show", "today"]), "event").count(), 0);
}

#[test]
fn after_an_emergency_nothing_has_to_be_answered() {
    let ran = check(&Twinge::new(), "2\n");
    let stop = ran.stderr.find("Stop here and call. Ctrl-D saves and leaves.").unwrap();
    assert!(ran.stderr.find("You recorded new trouble peeing").unwrap() < stop, "{ran}");
    let ran = check(&Twinge::new(), "n\nn\nn\nn\n1\n");
    assert!(!ran.stderr.contains("Stop here"), "a fever alone is none: {ran}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_saves_nothing_and_says_the_emergency_again() {
    use std::io::{Read as _, Write as _};
    use std::process::{Command, Stdio};

    let twinge = Twinge::new();
    let mut command = twinge.command(&["check"]);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"2\n").unwrap();
    let mut stderr = child.stderr.take().unwrap();
    let mut said = String::new();
    let mut buffer = [0; 4096];
    while !said.contains("The others on this list") {
        let n = stderr.read(&mut buffer).unwrap();
        assert_ne!(n, 0, "{said}");
        said.push_str(&String::from_utf8_lossy(&buffer[..n]));
    }
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let mut rest = String::new();
    stderr.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let (_, after) = rest.split_once("stopped: nothing was saved\n").unwrap();
    let again = "If this is new trouble peeing, or controlling when you pee or poo: call 112";
    assert!(flat(after).starts_with(again), "{rest}");
    assert_eq!(signs(&twinge, "today"), []);
}

#[test]
fn y_asks_one_by_one() {
    let twinge = Twinge::new();
    let ran = check(&twinge, "y\nn\n\nperhaps\nyes\nn\n");
    let said = |id: &str, present| (String::from(id), present);
    let expected =
        [said("legs-both", true), said("saddle-numbness", false), said("sexual-function", false)];
    assert_eq!(signs(&twinge, "today"), expected);
    let said = ran.stderr.find("You recorded pain, tingling").unwrap();
    let next = ran.stderr.find("erection, with back pain: y or n").unwrap();
    assert!(said < next, "{ran}");
}

#[test]
fn only_what_is_due_is_asked() {
    let mut twinge = Twinge::new();
    let all = format!("{NO}n\n\n\nn\n1981\n2025-11\nn\n");
    let _ = check(&twinge, &all);
    // What can begin in an hour is asked again the same day, with what was said.
    let ran = check(&twinge, "");
    assert_eq!(n_asked(&ran), 1, "{ran}");
    assert!(ran.stderr.contains("pee or poo (you said no today)"), "{ran}");
    assert!(!ran.stdout.contains("no answer:"), "it has its answer: {ran}");
    let ran = check(&twinge, "2\nn\n");
    assert!(flat(&ran.stdout).contains("no to 3 warning signs"), "{ran}");
    assert!(signs(&twinge, "today").contains(&("bladder-bowel".into(), true)));
    assert_eq!(signs(&twinge, "today").len(), 27);
    // The next day: that, and no more of the person.
    twinge.at("2026-03-16T10:00:00+01:00");
    let ran = check(&twinge, &"n\n".repeat(6));
    assert_eq!(signs(&twinge, "2026-03-16").len(), 11);
    assert_eq!(n_asked(&ran), 7, "{ran}");
    assert!(!ran.stderr.contains("About you"), "{ran}");
    assert!(ran.stderr.contains("In the last six weeks: has any"), "{ran}");
    twinge.at("2026-03-22T10:00:00+01:00");
    let _ = check(&twinge, NO);
    assert_eq!(signs(&twinge, "2026-03-22").len(), 23);
    twinge.at("2026-03-29T10:00:00+02:00");
    let _ = check(&twinge, NO);
    assert_eq!(signs(&twinge, "2026-03-29").len(), 27);
}

#[test]
fn all_asks_what_was_asked_today_too_and_shows_a_yes() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["symptom", "fever"]);
    let ran = twinge.run_with(&["check", "--all"], NO.as_bytes());
    let shown = "feeling generally unwell (you said yes today)";
    assert!(ran.stderr.contains(shown), "{ran}");
    assert_eq!(signs(&twinge, "today").len(), 27);
    assert!(signs(&twinge, "today").iter().all(|(_, present)| !present), "a no to it is meant");
    let ran = twinge.run_with(&["check", "--all"], b"");
    assert!(ran.stderr.contains("1 of 14. Below the waist"), "{ran}");
    assert!(!ran.stderr.contains("you said yes"), "{ran}");
}

#[test]
fn what_happened_is_asked_for_its_day_and_whether_it_was_looked_at() {
    let twinge = Twinge::new();
    // An accident on Monday, seen since; a fall today, not said; an infection, on a said day.
    let answers = format!("{NO}1 mon, 2, 5\ny\n\n\n2026-02-20\n");
    let ran = check(&twinge, &answers);
    assert!(!ran.stderr.contains("A serious accident, not looked at since"), "{ran}");
    let list = twinge.json(&["show", "2026-03-09"]);
    let accident: Vec<&Json> = of_kind(&list, "event").collect();
    assert_eq!((accident.len(), &accident[0]["event"]), (1, &"accident".into()));
    assert_eq!(accident[0]["examined"], true);
    let list = twinge.json(&["show", "today"]);
    let fall: Vec<&Json> = of_kind(&list, "event").collect();
    assert_eq!((fall.len(), &fall[0]["event"]), (1, &"fall".into()));
    assert!(fall[0].get("examined").is_none(), "not said is not no");
    let list = twinge.json(&["show", "2026-02-20"]);
    assert_eq!(of_kind(&list, "event").next().unwrap()["event"], "infection");
}

#[test]
fn an_accident_that_nobody_looked_at_is_said_at_once_and_once() {
    let twinge = Twinge::new();
    let ran = check(&twinge, &format!("{NO}1\n\nn\n"));
    let title = format!("! {}", twinge::redflag::find("major-trauma").unwrap().title);
    assert_eq!(ran.stderr.matches(&title).count(), 1, "{ran}");
    let next = ran.stderr.find("9 of 14. How was the pain").unwrap();
    assert!(ran.stderr.find(&title).unwrap() < next, "{ran}");
    assert!(ran.stdout.contains("[EMERGENCY: major-trauma]"), "{ran}");
}

#[test]
fn what_is_an_emergency_only_together_is_said_at_once() {
    let twinge = Twinge::new();
    // A weak leg, and then of the profile that there was cancer.
    let ran = check(&twinge, "n\nn\nn\nn\nn\n1\nn\nn\n\n\n2\n");
    let rule = twinge::redflag::find("cancer-neuro").unwrap();
    let title = format!("! {}", rule.title);
    assert_eq!(ran.stderr.matches(&title).count(), 1, "{ran}");
    let next = ran.stderr.find("12 of 14. In which year").unwrap();
    assert!(ran.stderr.find(&title).unwrap() < next, "{ran}");
    assert!(flat(&ran.stderr).contains("If weakness of a leg is getting worse fast"), "{ran}");
    assert!(flat(&ran.stdout).contains("[EMERGENCY: cancer-neuro]"), "{ran}");
}

#[test]
fn the_day_and_the_person_are_asked_while_not_recorded() {
    let twinge = Twinge::new();
    let _ = twinge.done(&["profile", "steroids", "yes"]);
    let _ = twinge.done(&["log", "--pattern", "all-day"]);
    let answers = format!("{NO}n\n2\nn\neighty\n1981\n2099\n2025-11\n");
    let ran = check(&twinge, &answers);
    assert!(!ran.stderr.contains("How was the pain today"), "{ran}");
    assert!(!ran.stderr.contains("steroids"), "what is recorded is not asked: {ran}");
    assert!(ran.stderr.contains("cannot take that: onset: 2099 is not here yet"), "{ran}");
    assert!(ran.stderr.contains("cannot take that: birth year: \"eighty\" is not a year"), "{ran}");
    let profile = twinge.done(&["profile"]).stdout;
    let said = |fact: &str| -> String {
        let line = profile.lines().find(|l| l.starts_with(fact)).unwrap();
        line.split_whitespace().nth(1).unwrap().into()
    };
    let found = ["steroids", "had-cancer", "birth-year", "onset"].map(said);
    assert_eq!(found, ["yes", "no", "1981", "2025-11"]);
    let shown = twinge.json(&["show", "today"]);
    let day = of_kind(&shown, "day").next().unwrap();
    assert_eq!((&day["pattern"], &day["after_rest"]), (&"all-day".into(), &"same".into()));
}

#[test]
fn without_pain_rest_is_not_asked() {
    let twinge = Twinge::new();
    let ran = check(&twinge, &format!("{NO}n\n4\n"));
    assert!(!ran.stderr.contains("What did a rest do"), "{ran}");
    assert!(ran.stderr.contains("11 of 14. About you"), "{ran}");
}

#[test]
fn the_json_has_what_was_said_and_every_rule() {
    let twinge = Twinge::new();
    let answers = "n\nn\nn\nn\n2\n\nn\nn\n";
    let ran = twinge.run_with(&["--json", "check"], answers.as_bytes());
    let answer: Json = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(answer["twinge"]["schema"], "check/1");
    let data = &answer["data"];
    assert_eq!(data["written"], "2026-03-15T10:30:00+01:00");
    assert_eq!(data["entries"].as_array().unwrap().len(), 22);
    let not_asked =
        ["limb-weakness", "clumsy-hands", "unsteady-walking", "neck-shock", "arm-tingle"];
    assert_eq!(data["unanswered"], Json::from(not_asked.to_vec()));
    let rules = data["alerts"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), twinge::redflag::RULES.len());
    let met = rules.iter().find(|r| r["id"] == "weight-loss").unwrap();
    assert_eq!(met["status"], "met");
    // Nobody reads the JSON aloud: what is due is said beside it.
    assert!(ran.stderr.contains("! Losing weight without trying"), "{ran}");
    let ran = twinge.run_with(&["--json", "check"], b"");
    let answer: Json = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(answer["data"]["written"], Json::Null);
}

#[test]
fn it_does_not_look_back() {
    let ran = Twinge::new().run(&["--as-of", "2026-03-01", "check"]);
    assert_eq!(ran.code, 2);
}
