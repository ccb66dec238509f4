//! What each chart shows of a journal.

mod calendar;
mod pain;
mod week;
