//! An experiment on oneself: two ways of doing something, compared by chance.
//!
//! A plan is checked before anything is drawn; the schedule that is drawn is kept with what it was
//! drawn from; and what it showed is not looked at before its end. Pure functions of a journal,
//! a day and options, on the numbers of `stats`.

mod arms;
mod asking;
mod chances;
mod course;
mod done;
mod findings;
mod plan;

pub use arms::{free_name, is_same, made_before, without};
pub use asking::{asked_on, is_asked_alone};
pub use chances::{Chances, DAYS_LOOKED_AT, N_RUNS, POINTS, chances};
pub use course::{Experiment, Outcome, State, experiments};
pub use done::{Adherence, Done, DoneBy, adherence, done_on};
pub use findings::{Findings, TooEarly, findings};
pub use plan::{Plan, entry_of, offer};
