//! Intervals of groups: values computed apart from the program, and what has too little for one.
//!
//! The values are of a circular block bootstrap written with numpy 2.4, 200,000 calendars of
//! blocks of 7 days, percentiles widened by quantiles from a printed table of t.

use chrono::{Days, NaiveDate};
use twinge::chart::around::differences;
use twinge::chart::figure::Estimate;
use twinge::chart::resample::{Sorted, estimates};

use crate::draw::sample::date;

/// 120 days that go up and down over a month, 9 of them without a score, in groups of 5 days.
fn days() -> Vec<Sorted> {
    let levels = [3.0, 3.0, 4.0, 5.0, 6.0, 6.0, 5.0, 4.0, 2.0, 1.0];
    let of = |n: usize| {
        let group = n / 5 % 3;
        let odd = if n % 2 == 1 { 1.0 } else { 0.0 };
        let value = levels[n / 3 % 10] + odd + if group == 0 { 2.0 } else { 0.0 };
        Sorted { day: day(n), group, value }
    };
    (0..120).filter(|n| n % 13 != 4).map(of).collect()
}

fn day(n: usize) -> NaiveDate {
    date("2026-01-01") + Days::new(u64::try_from(n).unwrap())
}

fn around(days: &[Sorted]) -> Vec<Sorted> {
    let values: Vec<(NaiveDate, f64)> = days.iter().map(|it| (it.day, it.value)).collect();
    let group = |day| days.iter().find(|it| it.day == day).unwrap().group;
    let found = differences(&values);
    found.into_iter().map(|(day, value)| Sorted { day, group: group(day), value }).collect()
}

fn check(found: &[Option<Estimate>], expected: &[(usize, f64, f64, f64)]) {
    assert_eq!(found.len(), expected.len());
    for (found, (n, mean, low, high)) in found.iter().zip(expected) {
        let found = found.unwrap();
        let interval = found.interval.unwrap();
        assert_eq!(found.n, *n);
        assert!((found.mean - mean).abs() < 1e-4, "{found:?}");
        // 1,999 calendars are not 200,000: an end may lie some hundredths elsewhere.
        assert!(
            (interval.low - low).abs() < 0.12 && (interval.high - high).abs() < 0.12,
            "{found:?}"
        );
    }
}

#[test]
fn intervals_are_those_of_whole_weeks() {
    check(
        &estimates(&days(), 3),
        &[(36, 6.8333, 5.856, 7.831), (37, 4.3784, 4.090, 4.650), (38, 3.9737, 2.577, 5.369)],
    );
    check(
        &estimates(&around(&days()), 3),
        &[(36, 1.7361, 0.677, 2.806), (37, -0.7297, -1.042, -0.418), (38, -1.0395, -2.430, 0.346)],
    );
}

#[test]
fn the_same_days_give_the_same_interval() {
    assert_eq!(estimates(&days(), 3), estimates(&days(), 3));
}

#[test]
fn days_around_are_a_fortnight_on_each_side() {
    let values: Vec<(NaiveDate, f64)> =
        (0..40).map(|n| (day(n), if n < 20 { 2.0 } else { 6.0 })).collect();
    let found = differences(&values);
    let of = |n| found.iter().find(|(date, _)| *date == day(n)).map(|(_, value)| *value);
    // On both sides of the step 14 are lower and 14 higher: their median is 4.
    assert_eq!(
        [of(0), of(5), of(19), of(20), of(39)],
        [Some(0.0), Some(0.0), Some(-2.0), Some(2.0), Some(0.0)]
    );
    let seven = &values[..7];
    assert!(differences(seven).is_empty());
    assert_eq!(differences(&values[..8]).len(), 8);
    let far: Vec<(NaiveDate, f64)> = (0..12).map(|n| (day(n * 5), 3.0)).collect();
    assert!(differences(&far).is_empty());
}

#[test]
fn what_is_too_little_has_no_interval() {
    let some = |n: usize, apart: usize| -> Vec<Sorted> {
        let of = |k: usize| Sorted {
            day: day(k * apart),
            group: 0,
            value: if k.is_multiple_of(2) { 3.0 } else { 5.0 },
        };
        (0..n).map(of).collect()
    };
    let of = |n, apart| estimates(&some(n, apart), 1)[0];
    assert_eq!(estimates(&[], 2), [None, None]);
    assert_eq!(of(1, 1).map(|it| (it.n, it.mean, it.interval)), Some((1, 3.0, None)));
    assert!(of(9, 7).unwrap().interval.is_none());
    assert!(of(10, 7).unwrap().interval.is_some());
    // Enough days, but in three weeks only.
    assert!(of(21, 1).unwrap().interval.is_none());
    assert!(of(28, 1).unwrap().interval.is_some());
    // The same score every day tells nothing of how sure it is.
    let same: Vec<Sorted> = (0..60).map(|n| Sorted { day: day(n), group: 0, value: 4.0 }).collect();
    assert_eq!(estimates(&same, 1)[0].map(|it| (it.mean, it.interval)), Some((4.0, None)));
}
