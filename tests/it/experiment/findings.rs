//! What an experiment showed, from entries.

use twinge::experiment::{Outcome, Plan, TooEarly, findings};
use twinge::journal::fields::{experiment as field, pain};
use twinge::journal::{Entry, FieldRef, Journal, Value};

use crate::experiment::{date, drawn, experiment, lived, pain_on, plan};

#[test]
fn nobody_looks_before_the_end() {
    let one = experiment(&plan());
    let journal = Journal::new(lived(&one));
    let early = Err(TooEarly { from: date("2026-01-22") });
    for day in ["2026-01-04", "2026-01-10", "2026-01-21"] {
        assert_eq!(findings(&one, &journal, date(day)).map(|_| ()), early, "{day}");
    }
    assert!(findings(&one, &journal, date("2026-01-22")).is_ok());
}

#[test]
fn the_pain_that_counts_is_that_of_the_day_after() {
    let one = experiment(&plan());
    let found = findings(&one, &Journal::new(lived(&one)), date("2026-02-01")).unwrap();
    assert_eq!((found.n_days, found.a.len(), found.b.len(), found.whole_pairs), (16, 8, 8, 8));
    assert_eq!((found.differences.len(), found.n_less()), (8, 8));
    assert!(found.differences.iter().all(|d| (d + 4.0).abs() <= 1.0), "{found:?}");
    let shown = found.found.unwrap();
    // The clearest difference of eight pairs: 2 of 2^8 orders.
    assert!((shown.p - 2.0 / 256.0).abs() < 1e-12, "{shown:?}");
    assert!((shown.effect + 4.0).abs() < 0.4, "{shown:?}");
    assert!(shown.high < 0.0 && shown.low < shown.effect, "{shown:?}");
    // Of the days themselves, one off, nothing comes out.
    let shifted = Plan { lag_days: 0, ..plan() };
    let shifted = experiment(&shifted);
    let found = findings(&shifted, &Journal::new(lived(&one)), date("2026-02-01")).unwrap();
    assert_eq!(found.n_with_pain(), 15);
    assert!(found.found.is_none_or(|shown| shown.p > 0.05));
}

#[test]
fn days_that_were_not_lived_by_it_tell_nothing_of_it() {
    let mut entry = drawn();
    entry.values.set(FieldRef::Known(&field::STOPPED), Value::text("2026-01-18"));
    let journal = |entry: &Entry| {
        let one = experiment(&plan());
        Journal::new([vec![entry.clone()], lived(&one)].concat())
    };
    let of = |entry: &Entry| {
        let journal = journal(entry);
        let one = twinge::experiment::experiments(&journal).remove(0);
        findings(&one, &journal, date("2026-01-18")).unwrap()
    };
    // Thirteen days, six whole pairs and half of one.
    let found = of(&entry);
    assert_eq!((found.n_days, found.whole_pairs), (13, 6));
    assert!(found.found.is_some());
    entry.values.set(FieldRef::Known(&field::STOPPED), Value::text("2026-01-16"));
    let found = of(&entry);
    assert_eq!((found.n_days, found.whole_pairs, found.found), (11, 5, None));
}

#[test]
fn the_outcome_is_the_one_that_was_chosen() {
    for (outcome, field) in [
        (Outcome::Day, &pain::NOW),
        (Outcome::Worst, &pain::WORST),
        (Outcome::Night, &pain::NIGHT),
        (Outcome::Morning, &pain::MORNING),
    ] {
        let one = experiment(&Plan { outcome, ..plan() });
        let entries: Vec<Entry> =
            (0..16).map(|n| pain_on(one.day(n + 1), field, if n < 8 { 3 } else { 5 })).collect();
        let journal = Journal::new(entries);
        for other in [Outcome::Day, Outcome::Worst, Outcome::Night, Outcome::Morning] {
            let of = experiment(&Plan { outcome: other, ..plan() });
            let found = findings(&of, &journal, date("2026-02-01")).unwrap();
            let n = if other == outcome { 16 } else { 0 };
            assert_eq!(found.n_with_pain(), n, "{other:?} of {outcome:?}");
            assert_eq!(found.mean_a().is_some(), n > 0);
        }
    }
}
