//! How the nights were.

use crate::facts::{Mean, Share};
use crate::journal::fields::day;
use crate::journal::series::DayPain;
use crate::journal::{Journal, Kind, Span};

/// How the nights of some days were; a night belongs to the day of waking up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nights {
    /// Mean pain at night, and of how many nights.
    pub mean: Option<Mean>,
    /// Night less day, of the days that have a night and an average or moments, as a mean in
    /// points.
    pub above_day: Option<Mean>,
    /// Nights that pain broke at least once, of those that were answered.
    pub woken: Share,
    /// Nights of less than six hours' sleep, of those that were answered: a round figure below
    /// the seven to nine hours advised for adults (Hirshkowitz 2015,
    /// doi 10.1016/j.sleh.2014.12.010).
    pub short: Share,
    /// Mean hours of sleep.
    pub slept_hours: Option<Mean>,
}

/// Below so many hours a night is called short.
pub const SHORT_HOURS: f64 = 6.0;

/// How the nights of a span were; `days` are its scored days.
pub fn nights(journal: &Journal, days: &[DayPain], span: Span) -> Nights {
    let answers = || journal.within(span).iter().filter(|e| e.kind == Kind::Day);
    let slept = || answers().filter_map(|e| e.values.real(&day::SLEEP_HOURS));
    Nights {
        mean: Mean::of(days.iter().filter_map(|d| d.night)),
        above_day: Mean::of(days.iter().filter_map(|d| Some(d.night? - d.typical()?))),
        woken: Share::of(answers().filter_map(|e| Some(e.values.int(&day::WOKEN)? > 0))),
        short: Share::of(slept().map(|hours| hours < SHORT_HOURS)),
        slept_hours: Mean::of(slept()),
    }
}
