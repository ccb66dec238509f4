//! Experiments on oneself: plans, days, what was done, what was found.

mod arms;
mod course;
mod done;
mod findings;

use chrono::NaiveDate;
use twinge::experiment::{DoneBy, Experiment, Outcome, Plan, entry_of, experiments};
use twinge::journal::fields::{day, exercise, pain};
use twinge::journal::{Entry, EntryId, Field, FieldRef, Journal, Kind, Value, Values};
use twinge::stats::schedule::{Arm, DEFAULT, Design};

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Foam roller or not, eight pairs of days from 2026-01-05 on, a Monday.
pub(crate) fn plan() -> Plan {
    Plan {
        name: "foam-roller".into(),
        question: None,
        a: "foam roller".into(),
        b: "no foam roller".into(),
        first: date("2026-01-05"),
        outcome: Outcome::Day,
        lag_days: 1,
        design: Design { n_pairs: 8, ..DEFAULT },
        done_by: DoneBy::Exercise("foam-roller".into()),
        makes_habit: false,
    }
}

/// The experiment of a plan, as a journal gives it back.
pub(crate) fn experiment(plan: &Plan) -> Experiment {
    experiments(&Journal::new(vec![entry_of(plan, 5, date("2026-01-02"))])).remove(0)
}

/// Pain of the day after each day of an experiment: 2 or 3 after A, 6 or 7 after B.
pub(crate) fn lived(one: &Experiment) -> Vec<Entry> {
    let of = |n: usize| {
        let points = if one.days[n] == Arm::A { 2 } else { 6 };
        average_on(one.day(n + 1), points + i64::from(n.is_multiple_of(3)))
    };
    (0..one.days.len()).map(of).collect()
}

/// The entry of the plan, drawn on the Friday before.
pub(crate) fn drawn() -> Entry {
    entry_of(&plan(), 5, date("2026-01-02"))
}

pub(crate) fn one(kind: Kind, on: NaiveDate, id: u8, values: &[(&'static Field, Value)]) -> Entry {
    let mut all = Values::default();
    for (field, value) in values {
        all.set(FieldRef::Known(field), value.clone());
    }
    Entry { id: EntryId([id; 16]), kind, day: on, values: all }
}

/// Pain in points, of any of its fields.
pub(crate) fn pain_on(on: NaiveDate, field: &'static Field, points: i64) -> Entry {
    one(Kind::Pain, on, 1, &[(field, Value::Int(points * 10))])
}

pub(crate) fn average_on(on: NaiveDate, points: i64) -> Entry {
    pain_on(on, &pain::AVERAGE, points)
}

/// An exercise done, or said not to be.
pub(crate) fn exercise_on(on: NaiveDate, which: &str, done: bool) -> Entry {
    let what = (&exercise::EXERCISE, Value::text(which));
    one(Kind::Exercise, on, 2, &[what, (&exercise::DONE, Value::from(done))])
}

pub(crate) fn slept_on(on: NaiveDate, position: &str) -> Entry {
    one(Kind::Day, on, 3, &[(&day::SLEEP_POSITION, Value::text(position))])
}
