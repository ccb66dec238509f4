//! Better, worse, about the same: the change over the whole diary.

use crate::stats::columns::{Diary, Drift};
use crate::stats::engine::{DayBefore, Engine, Habit};
use crate::stats::minimum::{self, Lacking};
use crate::stats::number;

/// A change whose whole interval lies within so many points is "about the same"; this project's
/// own choice.
pub const SAME_POINTS: f64 = 1.0;
/// A change is one when it would be as unusual without one.
const P: f64 = 0.05;

/// How pain changed from the first to the last day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Points from the first to the last day, along a straight line; below zero it fell.
    pub change: f64,
    /// The low end of what holds the change in 95 of 100 diaries.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// How unusual it would be without a change, 0.0–1.0.
    pub p: f64,
}

/// What can be said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Less pain.
    Better,
    /// More pain.
    Worse,
    /// The change, if there is one, is within [`SAME_POINTS`].
    Same,
    /// It cannot be told yet.
    Unclear,
}

impl Trend {
    /// What can be said.
    pub fn course(&self) -> Course {
        if self.p <= P {
            if self.change > 0.0 { Course::Worse } else { Course::Better }
        } else if self.low > -SAME_POINTS && self.high < SAME_POINTS {
            Course::Same
        } else {
            Course::Unclear
        }
    }
}

/// The change over a diary, or what is lacking.
pub fn trend(diary: &Diary) -> Result<Trend, Lacking> {
    minimum::of_diary(diary)?;
    let days = diary.n_days();
    let line = Habit { values: (0..days).map(|t| Some(number(t))).collect(), lag: 0, group: 0 };
    let engine = Engine::new(diary, &[line], Drift::None, DayBefore::Ignored);
    let fit = engine.fit(0, &[]).ok_or(Lacking::Days(1))?;
    let last = number(days - 1);
    let (low, high) = fit.interval();
    Ok(Trend { change: fit.effect() * last, low: low * last, high: high * last, p: fit.p() })
}
