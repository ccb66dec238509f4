//! Habits of the day beside the pain of the same day.

use twinge::insights::days::Days;
use twinge::insights::same_day::{SameDay, same_day};
use twinge::insights::{Verdict, insights, window};
use twinge::journal::fields::day;
use twinge::journal::{FieldRef, Kind, Value};

use crate::insights::{Diary, today};

fn of(diary: &Diary) -> Vec<SameDay> {
    let journal = diary.journal();
    same_day(&journal, &Days::of(&journal, window(today())).unwrap())
}

/// 100 days. Pain is 6 or 7 on days with a backpack, else 2 or 3; both come and go by a rule that
/// goes with nothing of the day before.
fn carried() -> Diary {
    let mut diary = Diary::default();
    for days in 0..100_u64 {
        let is_carried = (days * days + days / 3) % 7 < 3;
        let points = if is_carried { 6 } else { 2 } + i64::from((days * 5) % 3 == 0);
        diary.average(days, points);
        let values = [
            (FieldRef::Known(&day::BACKPACK), Value::from(is_carried)),
            (FieldRef::Known(&day::SLEEP_HOURS), Value::Real(7.0)),
        ];
        diary.put(Kind::Day, days, &values);
    }
    diary
}

#[test]
fn what_goes_with_the_same_day_is_told_and_is_no_claim_of_the_day_after() {
    let diary = carried();
    let found = of(&diary);
    // Sleep comes before the day: it is asked as a habit of the night, not here.
    let [backpack] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(backpack.subject.id, "backpack");
    let link = backpack.told().unwrap();
    // By hand: four points, give or take what the point of every third day has of it.
    assert!(link.low > 3.5 && link.high < 4.5, "{link:?}");
    assert_eq!((link.n_pairs, backpack.n_with), (100, Some(41)));
    let after = insights(&diary.journal(), today());
    let after = after.findings.iter().find(|it| it.subject.id == "backpack").unwrap();
    assert!(!matches!(after.verdict, Verdict::Claim(_)), "{after:?}");
}

#[test]
fn a_link_that_is_not_clear_is_not_told() {
    let mut diary = carried();
    // Hours that go with nothing.
    for days in 0..100_u64 {
        diary.sitting(days, f64::from(u32::try_from(days * 7 % 5).unwrap()));
    }
    let found = of(&diary);
    let sitting = found.iter().find(|it| it.subject.id == "sitting_hours").unwrap();
    assert!(sitting.link.is_ok() && sitting.told().is_none(), "{sitting:?}");
    assert_eq!(sitting.n_with, None);
    let short = of(Diary::default().average(1, 3).average(0, 4).sitting(0, 8.0));
    assert!(short[0].link.is_err() && short[0].told().is_none());
}
