//! Pain with a habit and without it, by weeks, worked by hand.

use twinge::insights::days::Days;
use twinge::insights::habits::asked;
use twinge::insights::weekly::{Mean, Parting, Weekly, weekly};
use twinge::insights::window;
use twinge::journal::fields::day;
use twinge::journal::{FieldRef, Kind, Value};

use crate::insights::{Diary, ago, today};

fn of(diary: &Diary, id: &str) -> Option<Weekly> {
    let journal = diary.journal();
    let days = Days::of(&journal, window(today())).unwrap();
    let asked = asked(&journal, &days).into_iter().find(|it| it.subject.id == id).unwrap();
    weekly(&days, &asked)
}

fn put(diary: &mut Diary, days: u64, field: &'static twinge::journal::Field, value: Value) {
    diary.put(Kind::Day, days, &[(FieldRef::Known(field), value)]);
}

#[test]
fn a_habit_of_the_day_goes_with_the_pain_of_the_day_after_and_what_is_missing_with_none() {
    let mut diary = Diary::default();
    // Two weeks. Pain is recorded on all days but that of 3 days ago.
    for days in (0..14).filter(|days| *days != 3) {
        let points = match days {
            0..7 => 6,
            9 => 3,
            _ => 2,
        };
        diary.average(days, points);
    }
    // Before the days of 9, 2 and 1 days ago with it; of 10 days ago without; nothing else said.
    for days in [10, 3, 2] {
        put(&mut diary, days, &day::BACKPACK, Value::from(true));
    }
    for days in [11, 4] {
        put(&mut diary, days, &day::BACKPACK, Value::from(false));
    }
    let found = of(&diary, "backpack").unwrap();
    assert_eq!((found.parting, found.weeks), (Parting::YesNo, 1));
    let weeks: Vec<_> = found.stretches.iter().map(|it| (it.with, it.without)).collect();
    let mean = |points, n| Some(Mean { points, n });
    // 3 days ago has no pain, so the second week has no day without.
    assert_eq!(weeks, [(mean(3.0, 1), mean(2.0, 1)), (mean(6.0, 2), None)]);
    assert_eq!((found.with, found.without), (Mean { points: 5.0, n: 3 }, mean(2.0, 1).unwrap()));
    assert_eq!(found.stretches[1].period.first(), ago(6));
}

#[test]
fn a_habit_of_the_night_goes_with_the_pain_of_its_own_day() {
    let mut diary = Diary::default();
    for days in 0..4 {
        diary.average(days, i64::try_from(days).unwrap());
        let word = if days < 2 { "side" } else { "back" };
        put(&mut diary, days, &day::SLEEP_POSITION, Value::text(word));
    }
    let found = of(&diary, "sleep_position:side").unwrap();
    assert_eq!(
        (found.with, found.without),
        (Mean { points: 0.5, n: 2 }, Mean { points: 2.5, n: 2 })
    );
}

#[test]
fn an_amount_is_parted_in_the_middle_of_the_days_that_have_pain() {
    let mut diary = Diary::default();
    for (days, hours) in [(5, 4.0), (4, 5.5), (3, 7.0), (2, 8.0)] {
        diary.sitting(days, hours).average(days - 1, i64::try_from(days).unwrap());
    }
    // Of these the day after has no pain, or is still to come.
    diary.sitting(0, 1.0).average(5, 9);
    let found = of(&diary, "sitting_hours").unwrap();
    assert_eq!(found.parting, Parting::From(7.0));
    assert_eq!((found.with.n, found.without.n), (2, 2));
    assert!((found.with.points - 2.5).abs() < 1e-9 && (found.without.points - 4.5).abs() < 1e-9);
}

#[test]
fn one_side_alone_is_nothing_to_compare() {
    let mut diary = Diary::default();
    for days in 0..20 {
        diary.average(days, 3).sitting(days, 8.0);
        put(&mut diary, days, &day::BACKPACK, Value::from(true));
    }
    assert_eq!(of(&diary, "backpack"), None);
    assert_eq!(of(&diary, "sitting_hours"), None);
}

#[test]
fn more_than_half_a_year_is_in_stretches_of_four_weeks() {
    let of_days = |n_days: u64| {
        let mut diary = Diary::default();
        for days in [n_days - 1, 10, 9, 8, 1, 0] {
            diary.average(days, 3).sitting(days, f64::from(u32::try_from(days % 2).unwrap()));
        }
        let found = of(&diary, "sitting_hours").unwrap();
        (found.weeks, found.stretches.len())
    };
    assert_eq!(of_days(182), (1, 26));
    assert_eq!(of_days(183), (4, 7));
    assert_eq!(of_days(365), (4, 13));
}
