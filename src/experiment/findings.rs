//! What an experiment showed, once it is over.

use chrono::{Datelike as _, NaiveDate};

use crate::experiment::course::{Experiment, State};
use crate::experiment::done::{Adherence, adherence};
use crate::journal::Journal;
use crate::stats::Column;
use crate::stats::columns::Diary;
use crate::stats::experiment::{Found, Test, whole_pairs};
use crate::stats::schedule::Arm;

/// It is not over: whoever looks now and then sees what is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooEarly {
    /// From when on it can be seen.
    pub from: NaiveDate,
}

/// What an experiment showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The difference; `None`: too few pairs have pain in both periods.
    pub found: Option<Found>,
    /// The days of the schedule that were lived, less those washed out.
    pub n_days: usize,
    /// Pain of the days with A that have it, in order.
    pub a: Vec<f64>,
    /// The same of B.
    pub b: Vec<f64>,
    /// Of each pair with pain in both periods, the mean with A less that with B, in order.
    pub differences: Vec<f64>,
    /// Pairs that have pain in both periods.
    pub whole_pairs: usize,
    /// How often it was done as drawn.
    pub adherence: Adherence,
}

/// The pain that each day of the schedule may have changed.
pub(super) fn diary(experiment: &Experiment, journal: &Journal) -> Diary {
    let first = experiment.first + chrono::Days::new(experiment.lag_days);
    let of = |number: usize| -> Option<f64> {
        // A day that was not lived by it tells nothing of it.
        experiment.arm_on(experiment.day(number))?;
        let day = experiment.day(number) + chrono::Days::new(experiment.lag_days);
        experiment.outcome.points(journal.on(day))
    };
    let pain: Column = (0..experiment.days.len()).map(of).collect();
    let first_weekday = usize::try_from(first.weekday().num_days_from_monday()).unwrap_or(0);
    Diary { pain, first_weekday }
}

/// What an experiment showed; the journal has all of its days.
pub fn findings(
    experiment: &Experiment,
    journal: &Journal,
    today: NaiveDate,
) -> Result<Findings, TooEarly> {
    if !matches!(experiment.state(today), State::Over | State::Stopped) {
        return Err(TooEarly { from: experiment.result_from() });
    }
    let diary = diary(experiment, journal);
    let design = &experiment.design;
    let counts = |number: &usize| {
        design.counts(*number) && experiment.arm_on(experiment.day(*number)).is_some()
    };
    let of = |arm: Arm| -> Vec<f64> {
        let is = |number: &usize| counts(number) && experiment.days[*number] == arm;
        (0..experiment.days.len()).filter(is).filter_map(|number| diary.pain[number]).collect()
    };
    let (a, b) = (of(Arm::A), of(Arm::B));
    let test = Test::new(&diary, design, &experiment.order, experiment.exposures);
    Ok(Findings {
        found: test.map(|test| test.found()),
        n_days: (0..experiment.days.len()).filter(counts).count(),
        differences: differences(experiment, &diary),
        a,
        b,
        whole_pairs: whole_pairs(&diary, design),
        adherence: adherence(experiment, journal, today),
    })
}

impl Findings {
    /// The mean pain with A; `None`: none is recorded.
    pub fn mean_a(&self) -> Option<f64> {
        mean(&self.a)
    }

    /// The mean pain with B; `None`: none is recorded.
    pub fn mean_b(&self) -> Option<f64> {
        mean(&self.b)
    }

    /// On how many days there is pain.
    pub fn n_with_pain(&self) -> usize {
        self.a.len() + self.b.len()
    }

    /// In how many pairs there was less pain with A.
    pub fn n_less(&self) -> usize {
        self.differences.iter().filter(|difference| **difference < 0.0).count()
    }
}

fn differences(experiment: &Experiment, diary: &Diary) -> Vec<f64> {
    let design = &experiment.design;
    let period = |number: usize| {
        let days = number * design.period_days..(number + 1) * design.period_days;
        let counted = days.filter(|day| design.counts(*day));
        mean(&counted.filter_map(|day| diary.pain.get(day).copied()?).collect::<Vec<f64>>())
    };
    let of_pair = |(pair, first): (usize, &Arm)| {
        Some(first.sign() * (period(2 * pair)? - period(2 * pair + 1)?))
    };
    experiment.order.iter().enumerate().filter_map(of_pair).collect()
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / crate::stats::number(values.len()))
}
