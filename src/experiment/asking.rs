//! What is asked of a day for an experiment.

use chrono::NaiveDate;

use crate::experiment::course::{Experiment, experiments};
use crate::experiment::done::{DoneBy, done_on};
use crate::journal::Journal;

/// The experiment of which it is not yet recorded what was done for a day.
pub fn asked_on(journal: &Journal, day: NaiveDate) -> Option<Experiment> {
    let is_asked = |e: &Experiment| {
        e.done_by.is_some() && e.arm_on(day).is_some() && done_on(e, journal, day).is_none()
    };
    experiments(journal).into_iter().rev().find(is_asked)
}

/// Whether a habit is asked of a day like any other: one that was made for an experiment is not.
/// While that lasts its own question asks, and after it nobody wants to know.
pub fn is_asked_alone(journal: &Journal, habit: &str, day: NaiveDate) -> bool {
    let tells = |e: &Experiment| matches!(&e.done_by, Some(DoneBy::Habit(id)) if **id == *habit);
    !experiments(journal).iter().any(|e| tells(e) && (e.made_habit || e.arm_on(day).is_some()))
}
