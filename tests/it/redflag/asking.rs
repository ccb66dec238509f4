//! How often each warning sign is asked, and when to remind.

use std::collections::BTreeSet;

use twinge::journal::{EVENTS, SYMPTOMS};
use twinge::redflag::asking::{
    Every, HAPPENED_DAYS, HAPPENINGS, SIGN_GROUPS, due, facts, last_check, wants_check,
};
use twinge::redflag::tick::TICKS;
use twinge::redflag::{Criterion, RULES, Urgency, Which};

use super::{Diary, ago, date, today};

/// The ids of the signs that are due.
fn due_ids(diary: &Diary) -> Vec<&'static str> {
    let groups = due(&diary.journal(), today());
    groups.iter().flat_map(|(_, s)| s).filter(|a| a.is_due).map(|a| a.sign.id).collect()
}

fn all_ids() -> Vec<&'static str> {
    SIGN_GROUPS.iter().flat_map(|g| g.signs).map(|(id, _)| *id).collect()
}

fn urgency(sign: &str) -> Urgency {
    TICKS.iter().find(|t| t.symptom == sign).unwrap().urgency
}

/// A diary in which every sign was denied so many days ago.
fn asked(days_ago: i64) -> Diary {
    let mut diary = Diary::default();
    for sign in all_ids() {
        diary.tick(ago(days_ago), sign, false);
    }
    diary
}

/// The single criteria of all rules.
fn parts() -> Vec<&'static Criterion> {
    fn of(criterion: &'static Criterion) -> Vec<&'static Criterion> {
        match criterion {
            Criterion::All(parts) | Criterion::Any(parts) | Criterion::FirstAnswered(parts) => {
                parts.iter().flat_map(of).collect()
            }
            Criterion::AtLeast { of: parts, .. } => parts.iter().flat_map(of).collect(),
            single => vec![single],
        }
    }
    RULES.iter().flat_map(|rule| of(&rule.when)).collect()
}

#[test]
fn every_sign_is_in_one_group() {
    let mut ids = all_ids();
    ids.sort_unstable();
    let mut all: Vec<&str> = SYMPTOMS.iter().map(|w| w.id).collect();
    all.sort_unstable();
    assert_eq!(ids, all);
    assert!((6..=8).contains(&SIGN_GROUPS.len()));
    for group in SIGN_GROUPS {
        assert!((1..=6).contains(&group.signs.len()), "{}: too many at a glance", group.id);
        assert!(group.question.ends_with('?') && group.question.len() < 70);
    }
    let ids: BTreeSet<&str> = SIGN_GROUPS.iter().map(|g| g.id).collect();
    assert_eq!(ids.len(), SIGN_GROUPS.len());
}

#[test]
fn the_most_urgent_groups_come_first_and_emergencies_are_asked_each_day() {
    let most = |signs: &[(&'static str, Every)]| signs.iter().map(|(id, _)| urgency(id)).max();
    assert!(SIGN_GROUPS.is_sorted_by(|a, b| most(a.signs) >= most(b.signs)));
    for (id, every) in SIGN_GROUPS.iter().flat_map(|g| g.signs) {
        let is_daily = urgency(id) == Urgency::Emergency || *id == "fever-unwell";
        assert_eq!(*every == Every::Day, is_daily, "{id}");
    }
}

#[test]
fn an_answer_is_asked_again_before_rules_forget_it() {
    let mut n_ticked = 0;
    for part in parts() {
        let Criterion::Ticked(asked) = part else { continue };
        n_ticked += 1;
        for (id, every) in SIGN_GROUPS.iter().flat_map(|g| g.signs) {
            assert!(*id != asked.symptom || every.days() <= asked.within_days, "{id}");
        }
    }
    assert!(n_ticked >= SYMPTOMS.len());
}

#[test]
fn what_rules_read_of_events_and_of_the_person_is_asked() {
    let mut events: BTreeSet<&str> = BTreeSet::new();
    let mut examined: BTreeSet<&str> = BTreeSet::new();
    let mut read: BTreeSet<&str> = BTreeSet::new();
    for part in parts() {
        if let Criterion::Happened(asked) = part {
            assert!(asked.within_days <= HAPPENED_DAYS);
            events.extend(asked.events);
            if asked.which == Which::NotExamined {
                examined.extend(asked.events);
            }
        }
        if let Criterion::ProfileFact(asked) = part {
            read.insert(asked.fact);
        }
    }
    let of = |is_asked: fn(&&twinge::redflag::asking::Happening) -> bool| -> BTreeSet<&str> {
        HAPPENINGS.iter().filter(is_asked).map(|h| h.event).collect()
    };
    assert_eq!(of(|_| true), events);
    assert_eq!(of(|h| h.is_examined), examined);
    assert!(events.iter().all(|id| EVENTS.iter().any(|w| w.id == *id)));
    assert_eq!(facts().map(|f| f.id).collect::<BTreeSet<&str>>(), read);
    assert!(read.contains("had_cancer"));
}

#[test]
fn nothing_asked_is_all_due_and_all_asked_today_is_nothing_due() {
    assert_eq!(due_ids(&Diary::default()), all_ids());
    assert_eq!(due_ids(&asked(0)), Vec::<&str>::new());
}

#[test]
fn each_sign_is_due_after_its_days_and_not_a_day_earlier() {
    let of = |every: Every| -> Vec<&str> {
        let signs = SIGN_GROUPS.iter().flat_map(|g| g.signs);
        signs.filter(|(_, e)| *e == every).map(|(id, _)| *id).collect()
    };
    for (days_ago, expected) in [
        (1, vec![Every::Day]),
        (6, vec![Every::Day]),
        (7, vec![Every::Day, Every::Week]),
        (13, vec![Every::Day, Every::Week]),
        (14, vec![Every::Day, Every::Week, Every::TwoWeeks]),
        (400, vec![Every::Day, Every::Week, Every::TwoWeeks]),
    ] {
        let found: BTreeSet<&str> = due_ids(&asked(days_ago)).into_iter().collect();
        let expected: BTreeSet<&str> = expected.into_iter().flat_map(of).collect();
        assert_eq!(found, expected, "{days_ago} days ago");
    }
}

#[test]
fn it_knows_what_was_said_last_and_nothing_of_later_days() {
    let mut diary = Diary::default();
    diary.tick(ago(5), "lump-shape", true).tick(ago(3), "lump-shape", false);
    // Of two answers on one day, the yes.
    diary.tick(ago(2), "arm-tingle", true).tick(ago(2), "arm-tingle", false);
    diary.tick(date("2026-03-16"), "neck-shock", true);
    // As an older file calls it.
    diary.tick(ago(0), "cardiac-pe", false);
    let groups = due(&diary.journal(), today());
    let last = |id: &str| {
        let asking = groups.iter().flat_map(|(_, s)| s).find(|a| a.sign.id == id).unwrap();
        asking.last.map(|asked| (asked.on, asked.present))
    };
    assert_eq!(last("lump-shape"), Some((ago(3), false)));
    assert_eq!(last("arm-tingle"), Some((ago(2), true)));
    assert_eq!(last("neck-shock"), None);
    assert_eq!(last("chest-tight"), Some((ago(0), false)));
    assert_eq!(last("self-harm"), None);
}

#[test]
fn a_check_is_a_day_on_which_signs_of_three_groups_were_answered() {
    let mut diary = Diary::default();
    diary.tick(ago(9), "chest-pain", false).tick(ago(9), "chest-tight", false);
    diary.tick(ago(9), "self-harm", false);
    assert_eq!(last_check(&diary.journal(), today()), None);
    diary.tick(ago(9), "fever-unwell", false);
    assert_eq!(last_check(&diary.journal(), today()), Some(ago(9)));
    // A sign by the way, later, is no check.
    diary.tick(ago(1), "fever-unwell", true);
    assert_eq!(last_check(&diary.journal(), today()), Some(ago(9)));
    assert_eq!(last_check(&diary.journal(), ago(10)), None);
}

#[test]
fn the_reminder_comes_once_a_week_and_only_with_pain() {
    let wants = |diary: &Diary| wants_check(&diary.journal(), today());
    let mut diary = Diary::default();
    assert!(!wants(&diary), "without pain nobody is asked");
    diary.worst(ago(0), 0);
    assert!(!wants(&diary), "0 is no pain");
    diary.worst(ago(28), 40);
    assert!(!wants(&diary), "pain of four weeks ago");
    diary.worst(ago(27), 10);
    assert!(wants(&diary));
    for (days_ago, is_wanted) in [(0, false), (1, false), (6, false), (7, true), (60, true)] {
        let mut diary = asked(days_ago);
        diary.worst(ago(1), 40);
        assert_eq!(wants(&diary), is_wanted, "{days_ago} days ago");
    }
    // A group that is skipped each time is not asked for each day.
    let mut diary = Diary::default();
    diary.worst(ago(1), 40);
    for sign in all_ids().into_iter().filter(|id| *id != "neck-shock") {
        diary.tick(ago(3), sign, false);
    }
    assert!(!wants(&diary));
    // A sign ticked by the way is no check.
    let mut diary = asked(8);
    diary.worst(ago(1), 40).tick(ago(0), "arm-tingle", true);
    assert!(wants(&diary));
}
