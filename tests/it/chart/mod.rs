//! What each chart shows of a journal.

mod calendar;
mod exercise;
mod experiment;
mod happened;
pub(crate) mod insights;
mod pain;
mod peg;
mod resample;
mod sites;
mod sitting;
mod sleep;
mod week;
