//! What was done for an experiment, asked with the other questions of a day.

use chrono::NaiveDate;

use crate::cli::draft::Draft;
use crate::cli::experiment_view::ExperimentLine;
use crate::cli::failure::Failure;
use crate::experiment::{DoneBy, Experiment, experiments};
use crate::journal::{Answer, FieldRef, Journal, Kind, OwnHabit, id_of};
use crate::stats::schedule::Arm;

/// Whether it is answered with yes or no, and not with a word for each arm.
fn is_yes_no(of: &Experiment, journal: &Journal) -> bool {
    match &of.done_by {
        Some(DoneBy::Exercise(_)) => true,
        Some(DoneBy::Habit(id)) => {
            journal.habit(id).and_then(OwnHabit::answer) == Some(Answer::YesNo)
        }
        Some(DoneBy::Field(_)) | None => false,
    }
}

/// What is drawn for today or tonight, a line; empty where nothing is.
pub(crate) fn said_of(journal: &Journal, today: NaiveDate) -> String {
    let open = experiments(journal).into_iter().rev().find(|e| e.state(today).is_open());
    let line = open.map(|one| ExperimentLine::new(&one, today).text);
    line.map(|text| format!("{text}\n")).unwrap_or_default()
}

/// The question: what was drawn, and what was done.
pub(crate) fn question(of: &Experiment, journal: &Journal, day: NaiveDate) -> String {
    let drawn = of.arm_on(day).map_or("nothing", |arm| of.called(arm));
    let when = if of.is_of_nights() { "the night" } else { "the day" };
    let asks = if is_yes_no(of, journal) {
        format!("{}, yes or no?", of.a)
    } else {
        format!("{}, {} or something else?", of.a, of.b)
    };
    format!("Experiment: “{drawn}” was drawn for {when}. What was it really: {asks}")
}

/// Takes the answer, as the exercise, habit or field that tells.
pub(crate) fn take_done(
    of: &Experiment,
    said: &str,
    journal: &Journal,
    draft: &mut Draft,
) -> Result<(), Failure> {
    let habits = journal.habits();
    match &of.done_by {
        Some(DoneBy::Exercise(id)) => draft.exercise(id, said.split_whitespace(), habits),
        Some(DoneBy::Habit(id)) if is_yes_no(of, journal) => {
            draft.habit(&format!("{id}={said}"), habits)
        }
        Some(DoneBy::Habit(id)) => {
            // The arms are answered as they are called, in whatever spelling.
            let arm =
                [Arm::A, Arm::B].into_iter().find(|arm| id_of(of.called(*arm)) == id_of(said));
            let said = arm.map_or(said, |arm| of.called(arm));
            let word = id_of(said).unwrap_or_else(|| said.into());
            draft.habit(&format!("{id}={word}"), habits)
        }
        Some(DoneBy::Field(id)) => match FieldRef::from_id(Kind::Day, id) {
            Some(FieldRef::Known(field)) => draft.field(field, said),
            _ => Ok(()),
        },
        None => Ok(()),
    }
}
