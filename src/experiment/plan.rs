//! A plan: checked before anything is drawn, then kept with what was drawn for it.

use chrono::NaiveDate;

use crate::experiment::course::Outcome;
use crate::experiment::done::DoneBy;
use crate::journal::fields::experiment as field;
use crate::journal::{Entry, EntryId, FieldRef, Kind, Value, Values};
use crate::stats::experiment::{AT_ONCE, AT_ONCE_OR_SLOWLY, Exposure};
use crate::stats::schedule::{Arm, DEFAULT, Design, Hopeless, OF_PERIODS, arms, draw};

/// What is to be compared, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its name.
    pub name: Box<str>,
    /// The question in the person's own words.
    pub question: Option<Box<str>>,
    /// What is tried.
    pub a: Box<str>,
    /// What it is compared with.
    pub b: Box<str>,
    /// The first day.
    pub first: NaiveDate,
    /// Which pain it is about.
    pub outcome: Outcome,
    /// Days from an arm to that pain.
    pub lag_days: u64,
    /// How its days are put together.
    pub design: Design,
    /// Which entries tell what was done.
    pub done_by: DoneBy,
    /// Whether that habit is made for it.
    pub makes_habit: bool,
}

impl Plan {
    /// What the test looks for: an arm of several days may build up.
    pub const fn exposures(&self) -> &'static [Exposure] {
        if self.design.period_days == 1 { AT_ONCE } else { AT_ONCE_OR_SLOWLY }
    }
}

/// A design that can succeed, near to one that cannot.
pub fn offer(design: &Design, why: Hopeless) -> Design {
    match why {
        // Weeks cannot be enough of anything: days are.
        Hopeless::Chance | Hopeless::Days if design.period_days == 1 => DEFAULT,
        Hopeless::Washout if design.period_days == 1 => {
            Design { washout_days: 1, period_days: 2, ..OF_PERIODS }
        }
        Hopeless::Washout => Design { washout_days: 1, ..*design },
        Hopeless::Pairs => Design { n_pairs: OF_PERIODS.n_pairs, ..*design },
        Hopeless::Chance | Hopeless::Days | Hopeless::Period => OF_PERIODS,
    }
}

/// The entry that keeps a plan with its schedule, drawn from a seed of up to
/// [`field::SEED_MOST`] on a day.
pub fn entry_of(plan: &Plan, seed: u64, drawn_on: NaiveDate) -> Entry {
    let letter = |arm: Arm| if arm == Arm::A { 'A' } else { 'B' };
    let order = draw(seed, plan.design.n_pairs);
    let days: String = arms(plan.design.period_days, &order).into_iter().map(letter).collect();
    let count = |n: usize| Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
    let statistic =
        if plan.exposures().len() == 1 { &field::STATISTICS[0] } else { &field::STATISTICS[1] };
    let mut values = Values::default();
    for (field, value) in [
        (&field::EXPERIMENT, Value::Text(plan.name.clone())),
        (&field::ARM_A, Value::Text(plan.a.clone())),
        (&field::ARM_B, Value::Text(plan.b.clone())),
        (&field::DONE_BY, Value::text(&plan.done_by.id())),
        (&field::MADE_HABIT, Value::from(plan.makes_habit)),
        (&field::OUTCOME, Value::text(plan.outcome.id())),
        (&field::LAG, Value::Int(i64::try_from(plan.lag_days).unwrap_or(i64::MAX))),
        (&field::PERIOD, count(plan.design.period_days)),
        (&field::PAIRS, count(plan.design.n_pairs)),
        (&field::WASHOUT, count(plan.design.washout_days)),
        (&field::STATISTIC, Value::text(statistic.id)),
        (&field::SEED, Value::Int(i64::try_from(seed).unwrap_or(i64::MAX))),
        (&field::DRAWN_BY, Value::text(field::DRAWS[0].id)),
        (&field::FIRST, Value::text(&plan.first.to_string())),
        (&field::SCHEDULE, Value::text(&days)),
    ] {
        values.set(FieldRef::Known(field), value);
    }
    if let Some(question) = &plan.question {
        values.set(FieldRef::Known(&field::QUESTION), Value::Text(question.clone()));
    }
    let id = EntryId::of_experiment(drawn_on, &plan.name);
    Entry { id, kind: Kind::Experiment, day: drawn_on, values }
}
