//! The days of an experiment, and where it stands.

use twinge::experiment::{Plan, State, experiments};
use twinge::journal::fields::experiment as field;
use twinge::journal::{Entry, FieldRef, Journal, Value};
use twinge::stats::experiment::{AT_ONCE, AT_ONCE_OR_SLOWLY};
use twinge::stats::schedule::{Arm, Design, arms, draw};

use crate::experiment::{date, drawn, experiment, plan};

#[test]
fn what_was_planned_and_drawn_is_kept() {
    let one = experiment(&plan());
    assert_eq!((&*one.name, &*one.a, &*one.b), ("foam-roller", "foam roller", "no foam roller"));
    assert_eq!(one.days, arms(1, &draw(5, 8)));
    assert_eq!((one.seed, one.lag_days, one.design), (Some(5), 1, plan().design));
    assert_eq!(one.exposures, AT_ONCE);
    let design = Design { period_days: 3, n_pairs: 14, washout_days: 1 };
    let one = experiment(&Plan { design, ..plan() });
    assert_eq!((one.days.len(), one.design), (84, design));
    assert_eq!(one.exposures, AT_ONCE_OR_SLOWLY);
}

#[test]
fn it_waits_runs_ends_and_is_over() {
    let one = experiment(&plan());
    // Sixteen days from 5 January: the last is the 20th, its pain that of the 21st.
    assert_eq!((one.last(), one.result_from()), (date("2026-01-20"), date("2026-01-22")));
    for (day, state) in [
        ("2026-01-04", State::Waiting),
        ("2026-01-05", State::Running(1)),
        ("2026-01-20", State::Running(16)),
        ("2026-01-21", State::Ending),
        ("2026-01-22", State::Over),
    ] {
        assert_eq!(one.state(date(day)), state, "{day}");
    }
    let of_nights = experiment(&Plan { lag_days: 0, ..plan() });
    assert_eq!(of_nights.state(date("2026-01-21")), State::Over);
}

fn stopped(on: &str) -> Entry {
    let mut entry = drawn();
    entry.values.set(FieldRef::Known(&field::STOPPED), Value::text(on));
    entry
}

#[test]
fn a_day_from_the_stop_on_is_not_lived_by_it() {
    let one = experiments(&Journal::new(vec![stopped("2026-01-08")])).remove(0);
    assert_eq!(one.arm_on(date("2026-01-07")), Some(one.days[2]));
    assert_eq!(one.arm_on(date("2026-01-08")), None);
    assert_eq!(one.n_lived(), 3);
    assert_eq!(one.state(date("2026-01-07")), State::Stopped);
    // A stop after the end is none.
    let one = experiments(&Journal::new(vec![stopped("2026-01-21")])).remove(0);
    assert_eq!((one.state(date("2026-03-01")), one.n_lived()), (State::Over, 16));
}

#[test]
fn what_is_no_schedule_is_no_experiment() {
    let with = |id: &'static twinge::journal::Field, value: Option<Value>| {
        let mut entry = drawn();
        match value {
            Some(value) => entry.values.set(FieldRef::Known(id), value),
            None => entry.values.remove(&FieldRef::Known(id)),
        }
        experiments(&Journal::new(vec![entry])).len()
    };
    assert_eq!(with(&field::QUESTION, Some(Value::text("Does it?"))), 1);
    // A merge of halves, or a hand that wrote in the file.
    for (id, value) in [
        (&field::SCHEDULE, None),
        (&field::SCHEDULE, Some(Value::text("AB"))),
        (&field::SCHEDULE, Some(Value::text(&"AA".repeat(8)))),
        (&field::SCHEDULE, Some(Value::text(&"Ab".repeat(8)))),
        (&field::PAIRS, Some(Value::Int(7))),
        (&field::PERIOD, Some(Value::Int(0))),
        (&field::ARM_A, None),
        (&field::LAG, None),
    ] {
        assert_eq!(with(id, value.clone()), 0, "{} {value:?}", id.id);
    }
}

#[test]
fn both_arms_are_drawn_for_every_pair() {
    let one = experiment(&plan());
    for pair in one.days.chunks(2) {
        assert!(pair.contains(&Arm::A) && pair.contains(&Arm::B));
    }
}
