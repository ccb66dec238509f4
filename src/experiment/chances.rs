//! How likely a plan is to show anything.

use chrono::{Datelike as _, NaiveDate};

use crate::experiment::plan::Plan;
use crate::journal::{Journal, Span};
use crate::stats::columns::Diary;
use crate::stats::power::{Manner, USUAL, power};

/// Differences that are asked about, in points.
pub const POINTS: [f64; 3] = [0.5, 1.0, 1.5];

/// How many made-up experiments each answer is of.
pub const N_RUNS: usize = 400;

/// How many days of the journal are looked at: how pain went long ago says less.
pub const DAYS_LOOKED_AT: u64 = 180;

/// How likely a plan is to show a difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// How pain goes from day to day.
    pub manner: Manner,
    /// On how many days of the journal that rests; `None`: these are too few, and it is that of
    /// usual diaries.
    pub own_days: Option<usize>,
    /// The chance of each difference of [`POINTS`], 0.0–1.0.
    pub of_points: [f64; 3],
}

/// The chances of a plan, in the manner of a journal.
pub fn chances(plan: &Plan, journal: &Journal, today: NaiveDate) -> Chances {
    let diary = diary(plan, journal, today);
    let own = diary.as_ref().and_then(Manner::of);
    let own_days = diary.filter(|_| own.is_some()).map(|diary| diary.n_recorded());
    let manner = own.unwrap_or(USUAL);
    let of = |points| power(&manner, &plan.design, plan.exposures(), points, N_RUNS);
    Chances { manner, own_days, of_points: POINTS.map(of) }
}

/// The pain that a plan is about, from the first day that has it.
fn diary(plan: &Plan, journal: &Journal, today: NaiveDate) -> Option<Diary> {
    let points = |day: NaiveDate| plan.outcome.points(journal.on(day));
    let span = Span::ending(today, DAYS_LOOKED_AT);
    let first = span.days().find(|day| points(*day).is_some())?;
    let last = span.days().filter(|day| points(*day).is_some()).last()?;
    let pain = Span::new(first, last)?.days().map(points).collect();
    let first_weekday = usize::try_from(first.weekday().num_days_from_monday()).ok()?;
    Some(Diary { pain, first_weekday })
}
