//! What was claimed, as the journal tells it.

use twinge::insights::insights;
use twinge::insights::ledger::{Claim, Direction, Ledger, entries};
use twinge::journal::fields::insight;
use twinge::journal::{FieldRef, Kind, Value};

use crate::insights::{Diary, ago, today};

fn looked(diary: &mut Diary, days: u64) {
    diary.put(Kind::Insight, days, &[(FieldRef::Known(&insight::LOOKED), Value::from(true))]);
}

fn said(diary: &mut Diary, days: u64, habit: &str, word: &str) {
    let values = [
        (FieldRef::Known(&insight::HABIT), Value::text(habit)),
        (FieldRef::Known(&insight::SAID), Value::text(word)),
    ];
    diary.put(Kind::Insight, days, &values);
}

#[test]
fn a_look_is_due_a_fortnight_after_the_last() {
    let mut diary = Diary::default();
    let ledger = Ledger::of(&diary.journal(), today());
    assert!(ledger.is_due(today()) && ledger.next_look().is_none());
    looked(&mut diary, 30);
    looked(&mut diary, 13);
    let ledger = Ledger::of(&diary.journal(), today());
    assert_eq!(ledger.last_look, Some(ago(13)));
    assert!(!ledger.is_due(today()));
    assert!(ledger.is_due(today() + chrono::Days::new(1)));
    // As of a day before, the later look was not there.
    assert_eq!(Ledger::of(&diary.journal(), ago(14)).last_look, Some(ago(30)));
}

#[test]
fn after_a_year_of_looks_a_new_claim_takes_more() {
    let mut diary = Diary::default();
    for n in 1..=24 {
        looked(&mut diary, 14 * n);
    }
    // What is said at a look is no look of its own.
    said(&mut diary, 14, "stress", "more");
    let of = |days| Ledger::of(&diary.journal(), ago(days));
    assert_eq!((of(14 * 24 + 1).n_looks, of(15).n_looks, of(0).n_looks), (0, 23, 24));
    let is = |days, q: f64| (of(days).claim_q() - q).abs() < 1e-12;
    // The 24th look is the last of the first year of looks.
    assert!(is(400, 0.01) && is(15, 0.01));
    assert!(is(14, 0.002) && is(0, 0.002));
}

#[test]
fn a_claim_stands_since_it_was_first_made_until_it_is_taken_back_or_turns() {
    let mut diary = Diary::default();
    said(&mut diary, 60, "stress", "more");
    said(&mut diary, 50, "yoga", "less");
    said(&mut diary, 40, "yoga", "none");
    said(&mut diary, 30, "yoga", "less");
    said(&mut diary, 20, "yoga", "less");
    said(&mut diary, 10, "stress", "less");
    let of = |days| Ledger::of(&diary.journal(), ago(days));
    let claim = |direction, days| Claim { direction, since: ago(days) };
    assert_eq!(of(61).claim("stress"), None);
    assert_eq!(of(11).claim("stress"), Some(&claim(Direction::More, 60)));
    assert_eq!(of(10).claim("stress"), Some(&claim(Direction::Less, 10)));
    assert_eq!(of(45).claim("yoga"), Some(&claim(Direction::Less, 50)));
    assert_eq!(of(40).claim("yoga"), None);
    assert_eq!(of(0).claim("yoga"), Some(&claim(Direction::Less, 30)));
}

#[test]
fn a_claim_that_can_no_longer_be_looked_at_is_taken_back_at_the_next_look() {
    let mut diary = Diary::default();
    looked(&mut diary, 14);
    said(&mut diary, 14, "stress", "more");
    let kept = |day| entries(&insights(&diary.journal(), day), day);
    assert!(kept(ago(1)).is_empty());
    let kept = kept(today());
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0].values.yes(&insight::LOOKED), Some(true));
    assert_eq!(kept[1].values.text(&insight::HABIT), Some("stress"));
    assert_eq!(kept[1].values.text(&insight::SAID), Some("none"));
    // Of nothing there is no look.
    assert!(entries(&insights(&Diary::default().journal(), today()), today()).is_empty());
}
