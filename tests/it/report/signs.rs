//! Warning signs: met, recorded, asked and no, not asked.

use twinge::draw::page::document::Paper;
use twinge::draw::page::html;
use twinge::journal::fields::{event, symptom};
use twinge::journal::{Kind, SYMPTOMS, Value};
use twinge::redflag::Urgency;
use twinge::report::{Redact, page};

use crate::report::{Diary, said};

fn tick(diary: &mut Diary, ago: u64, sign: &str, present: bool) {
    let said = [(&symptom::SYMPTOM, Value::text(sign)), (&symptom::PRESENT, Value::from(present))];
    diary.put(Kind::Symptom, ago, &said);
}

#[test]
fn each_sign_is_in_one_list() {
    let mut diary = Diary::default();
    tick(&mut diary, 12, "fever-unwell", true);
    tick(&mut diary, 9, "fever-unwell", true);
    // A no after a yes does not take the yes away.
    tick(&mut diary, 3, "fever-unwell", false);
    tick(&mut diary, 5, "weight-loss", false);
    tick(&mut diary, 2, "chest-pain", true);
    // Before the days that the page covers.
    tick(&mut diary, 200, "clumsy-hands", true);
    let report = diary.report(28, Redact::default());
    let signs = &report.signs;
    let recorded: Vec<(&str, usize)> =
        signs.recorded.iter().map(|(word, days)| (word.id, days.len())).collect();
    assert_eq!(recorded, [("chest-pain", 1), ("fever-unwell", 2)]);
    let denied: Vec<&str> = signs.denied.iter().map(|(word, _)| word.id).collect();
    assert_eq!(denied, ["weight-loss"]);
    assert_eq!(signs.not_asked.len(), SYMPTOMS.len() - 3);
    assert!(signs.not_asked.iter().any(|word| word.id == "clumsy-hands"));
    // The most urgent first.
    let met: Vec<Urgency> = signs.met.iter().map(|(verdict, _)| verdict.urgency()).collect();
    assert_eq!(met.first(), Some(&Urgency::Emergency));
    assert!(met.is_sorted_by(|a, b| a >= b), "{met:?}");
    let said = said(&report);
    for words in [
        "Met on 15 Mar 2026, with the days: Chest pain with the back or neck pain \
         (emergency, 13 Mar 2026)",
        "fever or unwell (urgent, 2 days, 3 Mar – 6 Mar 2026)",
        "Asked, answered no: 10 Mar 2026: weight loss Not asked: saddle numbness",
        "Rules met, with versions: chest-pain 1",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn a_grave_sign_stands_out_after_its_rule_is_no_longer_met() {
    let mut diary = Diary::default();
    tick(&mut diary, 40, "saddle-numbness", true);
    let report = diary.report(60, Redact::default());
    assert!(report.signs.met.is_empty(), "the sign is past what the rule looks at");
    let document = page::document(&report, Paper::A4, false).unwrap();
    assert!(html(&document).contains("<strong class=\"alarm\">saddle numbness</strong>"));
    assert!(said(&report).contains("saddle numbness (emergency, 3 Feb 2026)"));
}

#[test]
fn what_a_sign_may_come_from_stands_beside_it_and_nothing_is_said_twice() {
    let mut diary = Diary::default();
    for ago in 0..200 {
        diary.scored(ago, 5, 4);
    }
    let fall = [(&event::EVENT, Value::text("fall")), (&event::TEXT, Value::text("On the stairs"))];
    diary.put(Kind::Event, 10, &fall);
    diary.put(Kind::Event, 9, &[(&event::EVENT, Value::text("new-chair"))]);
    let report = diary.report(60, Redact::default());
    let is_met = |id: &str| report.signs.met.iter().any(|(verdict, _)| verdict.id() == id);
    assert!(is_met("pain-3-months") && is_met("pain-6-months"));
    let said = said(&report);
    assert!(said.contains("Happened: a fall (5 Mar 2026, “On the stairs”) Asked"), "{said}");
    assert!(said.contains("Asked, answered no: none Not asked: "), "{said}");
    let (page, _) = said.split_once("Rules met, with versions").unwrap();
    assert!(page.contains("six months") && !page.contains("three months"), "{page}");
    assert!(said.contains("worst 5 on 60 days, last on 15 Mar 2026; a worst of 7"), "{said}");
}
