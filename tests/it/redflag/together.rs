//! Urgent signs of different groups at once.

use twinge::journal::fields::pain;
use twinge::journal::{Kind, Value};
use twinge::redflag::together::{Group, Members, SAYS, SOURCES, Together, together};
use twinge::redflag::{RULES, Urgency, check, find};

use super::{Diary, ago, today};

/// What is met together when these signs were ticked on the last days.
fn of(signs: &[&str]) -> Option<Together> {
    let mut diary = Diary::default();
    for (n, sign) in (0..).zip(signs) {
        diary.tick(ago(n % 14), sign, true);
    }
    together(&check(&diary.journal(), today()))
}

fn members(group: Group, rules: &[&'static str]) -> Members {
    Members { group, rules: rules.to_vec() }
}

#[test]
fn two_of_one_group_are_not_more_than_one() {
    assert_eq!(of(&[]), None);
    assert_eq!(of(&["fever-unwell"]), None);
    assert_eq!(of(&["fever-unwell", "weight-loss"]), None);
    assert_eq!(of(&["strain-pain", "no-rest-relief", "severe-struggling"]), None);
    assert_eq!(of(&["limb-weakness", "clumsy-hands", "neck-shock", "dizzy-neck"]), None);
}

#[test]
fn two_of_different_groups_are_and_say_which() {
    assert_eq!(
        of(&["fever-unwell", "strain-pain"]),
        Some(Together {
            groups: vec![
                members(Group::Systemic, &["fever-unwell"]),
                members(Group::PainPattern, &["strain-pain"]),
            ]
        })
    );
    let three = of(&["weight-loss", "limb-weakness", "lump-shape", "fever-unwell"]).unwrap();
    assert_eq!(
        three.groups,
        [
            members(Group::Systemic, &["fever-unwell", "weight-loss"]),
            members(Group::Neuro, &["limb-weakness"]),
            members(Group::Shape, &["lump-shape"]),
        ]
    );
    assert_eq!(
        three.to_string(),
        "the whole body: fever-unwell, weight-loss; feeling, strength and control: \
         limb-weakness; the shape of the back: lump-shape"
    );
}

#[test]
fn what_the_profile_adds_is_a_group_of_its_own() {
    let mut diary = Diary::default();
    diary.tick(today(), "strain-pain", true);
    assert_eq!(together(&check(&diary.journal(), today())), None);
    diary.profile(&[("had_cancer", Value::from(true))]);
    assert_eq!(
        together(&check(&diary.journal(), today())).unwrap().groups,
        [
            members(Group::PainPattern, &["strain-pain"]),
            members(Group::RiskProfile, &["cancer-pain-pattern"]),
        ]
    );
}

#[test]
fn other_urgencies_and_what_is_told_once_do_not_count() {
    // For soon.
    assert_eq!(of(&["fever-unwell", "glands-bone", "arm-tingle", "not-controlled"]), None);
    // An emergency.
    assert_eq!(of(&["fever-unwell", "chest-pain", "saddle-numbness"]), None);
    // Told once: where it hurts.
    let mut diary = Diary::default();
    diary.tick(today(), "fever-unwell", true);
    let values = [(&pain::WORST, Value::Int(30)), (&pain::SITE, Value::text("upper-back"))];
    diary.put(Kind::Pain, today(), &values);
    let verdicts = check(&diary.journal(), today());
    let site = verdicts.iter().find(|v| v.id() == "upper-back-site").unwrap();
    assert!(site.is_met() && site.urgency() == Urgency::Urgent);
    assert_eq!(together(&verdicts), None);
}

#[test]
fn a_sign_of_long_ago_is_history() {
    let mut diary = Diary::default();
    diary.tick(ago(13), "fever-unwell", true).tick(ago(14), "strain-pain", true);
    assert_eq!(together(&check(&diary.journal(), today())), None);
    diary.tick(ago(13), "strain-pain", true);
    assert!(together(&check(&diary.journal(), today())).is_some());
}

#[test]
fn the_groups_are_those_of_the_design() {
    for (group, ids) in [
        (Group::Systemic, &["fever-unwell", "weight-loss"][..]),
        (
            Group::PainPattern,
            &["no-rest-relief", "worse-at-night", "strain-pain", "severe-struggling"],
        ),
        (Group::Neuro, &["limb-weakness", "hand-or-gait", "neck-vascular-soft"]),
        (Group::RiskProfile, &["cancer-pain-pattern", "fragile-injury", "infection-risk"]),
    ] {
        for id in ids {
            assert_eq!(find(id).unwrap().group, group, "{id}");
        }
    }
    // A group without a rule would be a slip of the table.
    for group in Group::ALL {
        assert!(RULES.iter().any(|rule| rule.group == group), "{group}");
    }
    assert!(SAYS.starts_with("More than one of these together"));
    let cited: Vec<String> = SOURCES.iter().map(ToString::to_string).collect();
    assert!(cited[0].contains("as quoted by South Tees Hospitals"), "{}", cited[0]);
}
