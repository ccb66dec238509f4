//! Experiments on oneself: every number as an independent implementation found it, and what can
//! be worked out by hand.

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;
use twinge::stats::columns::Diary;
use twinge::stats::experiment::{AT_ONCE, AT_ONCE_OR_SLOWLY, Exposure, Test, whole_pairs};
use twinge::stats::schedule::{Arm, DEFAULT, Design, arms, draw, pairs_of};

#[track_caller]
fn is_near(found: f64, expected: &Value, what: &str) {
    // Where the expected end is null, there is none.
    let near = match expected.as_f64() {
        Some(expected) => (found - expected).abs() <= 1e-6 * expected.abs().max(1.0),
        None => found.is_infinite(),
    };
    assert!(near, "{what}: {found}, expected {expected}");
}

#[test]
fn every_number_is_as_expected() {
    let all: Value =
        serde_json::from_str(include_str!("../../data/stats/experiments.json")).unwrap();
    assert_eq!(all.as_array().map(Vec::len), Some(8));
    for one in all.as_array().unwrap() {
        let name = one["name"].as_str().unwrap();
        let count = |field: &str| usize::try_from(one[field].as_u64().unwrap()).unwrap();
        let design = Design {
            period_days: count("period_days"),
            n_pairs: count("pairs"),
            washout_days: count("washout_days"),
        };
        let first: NaiveDate = one["first_day"].as_str().unwrap().parse().unwrap();
        let pain = one["pain"].as_array().unwrap().iter().map(Value::as_f64).collect();
        let first_weekday = first.weekday().num_days_from_monday() as usize;
        let diary = Diary { pain, first_weekday };
        let arm = |c: char| if c == 'A' { Arm::A } else { Arm::B };
        let days: Vec<Arm> = one["assigned"].as_str().unwrap().chars().map(arm).collect();
        let order = pairs_of(design.period_days, &days).unwrap();
        let exposures = if one["slow_too"] == true { AT_ONCE_OR_SLOWLY } else { AT_ONCE };
        let found = Test::new(&diary, &design, &order, exposures).unwrap().found();
        let expected = &one["expected"];
        is_near(found.effect, &expected["effect"], &format!("{name}: effect"));
        is_near(found.low, &expected["ci_low"], &format!("{name}: low"));
        is_near(found.high, &expected["ci_high"], &format!("{name}: high"));
        is_near(found.p, &expected["p"], &format!("{name}: p"));
        is_near(found.rho, &expected["rho"], &format!("{name}: rho"));
        if let Some(exposure) = expected["exposure"].as_str() {
            let found = if found.exposure == Exposure::Slowly { "slowly" } else { "at_once" };
            assert_eq!(found, exposure, "{name}");
        }
    }
}

/// Pain that is 5, or 2 on days with A, on the days that `is_recorded` says.
fn diary(design: &Design, order: &[Arm], is_recorded: impl Fn(usize) -> bool) -> Diary {
    let of = |(day, arm): (usize, Arm)| {
        // Pain that is always the same would leave nothing to compare with.
        let wobble = [0.0, 0.5, 0.2, 0.4, 0.1][day % 5];
        is_recorded(day).then_some(wobble + if arm == Arm::A { 2.0 } else { 5.0 })
    };
    let pain = arms(design.period_days, order).into_iter().enumerate().map(of).collect();
    Diary { pain, first_weekday: 2 }
}

#[test]
fn the_clearest_difference_of_six_pairs_is_two_orders_of_64() {
    let design = Design { n_pairs: 6, ..DEFAULT };
    let order = draw(3, 6);
    let found = Test::new(&diary(&design, &order, |_| true), &design, &order, AT_ONCE);
    let found = found.unwrap().found();
    assert!((found.p - 2.0 / 64.0).abs() < 1e-12, "{found:?}");
    assert!((found.effect + 3.0).abs() < 0.3, "{found:?}");
    assert!(found.low < found.effect && found.effect < found.high && found.high < 0.0, "{found:?}");
}

#[test]
fn of_fewer_than_six_whole_pairs_nothing_is_said() {
    let design = Design { n_pairs: 7, ..DEFAULT };
    let order = draw(3, 7);
    let of = |missing: &'static [usize]| diary(&design, &order, |day| !missing.contains(&day));
    let is_test = |diary: &Diary| Test::new(diary, &design, &order, AT_ONCE).is_some();
    // One day of one pair, both days of it, one day of two pairs.
    for (missing, pairs) in [(&[3][..], 6), (&[2, 3], 6), (&[3, 4], 5), (&[], 7)] {
        let diary = of(missing);
        assert_eq!(whole_pairs(&diary, &design), pairs);
        assert_eq!(is_test(&diary), pairs >= 6, "{missing:?}");
    }
    // Days after the last that was lived through are not there.
    let stopped = Diary { pain: of(&[]).pain[..12].to_vec(), first_weekday: 2 };
    assert_eq!(whole_pairs(&stopped, &design), 6);
    assert!(is_test(&stopped));
    assert!(Test::new(&of(&[]), &design, &order[..6], AT_ONCE).is_none());
}

#[test]
fn pain_that_never_changes_shows_nothing() {
    let design = Design { n_pairs: 8, ..DEFAULT };
    let diary = Diary { pain: vec![Some(4.0); 16], first_weekday: 0 };
    let found = Test::new(&diary, &design, &draw(1, 8), AT_ONCE).unwrap().found();
    assert!(found.effect.abs() < 1e-6 && found.p > 0.5, "{found:?}");
}
