//! Four weeks against four.

use twinge::facts::change::{Change, Clarity, change};
use twinge::journal::series::pain_by_day;

use super::{Diary, today};

/// Scores of the last 28 days and of the 28 before, each by how many days ago within its own.
fn changed(
    now: impl Fn(u64) -> Option<i64>,
    before: impl Fn(u64) -> Option<i64>,
) -> Result<Change, usize> {
    let mut diary = Diary::default();
    for n in 0..28 {
        if let Some(points) = now(n) {
            diary.average(n, points);
        }
        if let Some(points) = before(n) {
            diary.average(28 + n, points);
        }
    }
    change(&pain_by_day(&diary.journal(), None), today())
}

#[test]
fn two_points_are_clear_and_a_bit_less_is_only_possible() {
    let clear = changed(|_| Some(3), |_| Some(5)).unwrap();
    assert_eq!((clear.clarity, clear.points()), (Clarity::Clear, -2.0));
    // One of 28 days a point higher: 1.96 points.
    let nearly = changed(|n| Some(if n == 0 { 4 } else { 3 }), |_| Some(5)).unwrap();
    assert_eq!(nearly.clarity, Clarity::Possible);
    let worse = changed(|_| Some(7), |_| Some(5)).unwrap();
    assert_eq!((worse.clarity, worse.points()), (Clarity::Clear, 2.0));
}

#[test]
fn one_and_a_half_points_are_possible_and_less_is_not() {
    // 14 of 28 days at 6, 14 at 7 are 6.5; of 5 they are 1.5.
    let half = |n: u64| Some(if n.is_multiple_of(2) { 6 } else { 7 });
    assert_eq!(changed(half, |_| Some(5)).unwrap().clarity, Clarity::Possible);
    // One of the sevens a six: 1.46 points, 29 % of 5.
    let less = |n: u64| Some(if n == 1 || n.is_multiple_of(2) { 6 } else { 7 });
    assert_eq!(changed(less, |_| Some(5)).unwrap().clarity, Clarity::None);
}

#[test]
fn thirty_percent_are_possible_from_a_mean_of_three_on() {
    // 0.93 of 3 is 31 %: 26 days of 2 and 2 of 3.
    let now = |n: u64| Some(if n < 2 { 3 } else { 2 });
    assert_eq!(changed(now, |_| Some(3)).unwrap().clarity, Clarity::Possible);
    // From 2.96 it does not count: 0.96 points, 32 %.
    let before = |n: u64| Some(if n == 0 { 2 } else { 3 });
    assert_eq!(changed(|_| Some(2), before).unwrap().clarity, Clarity::None);
}

#[test]
fn a_worst_beside_averages_is_no_change() {
    // The person recorded the worst alone, and then the average too: 28 days of each.
    let mut diary = Diary::default();
    for n in 28..56 {
        diary.worst(n, 7);
    }
    for n in 0..28 {
        diary.worst(n, 7).average(n, 4);
    }
    assert_eq!(change(&pain_by_day(&diary.journal(), None), today()), Err(14));
}

#[test]
fn too_few_days_say_how_many_are_missing() {
    assert_eq!(changed(|_| None, |_| None), Err(14));
    // 14 days of each, but in two weeks of each only.
    let two_weeks = |n: u64| (n < 14).then_some(4);
    assert_eq!(changed(two_weeks, |_| Some(4)), Err(4));
    assert_eq!(
        changed(|n| (n < 18).then_some(4), |_| Some(4)).map(|c| c.clarity),
        Ok(Clarity::None)
    );
    // Three weeks of four days are twelve days: two too few.
    let few = |n: u64| (n < 21 && n % 7 < 4).then_some(4);
    assert_eq!(changed(few, |_| Some(4)), Err(2));
}
