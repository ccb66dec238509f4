//! How bad it was.

use chrono::NaiveDate;

use crate::facts::{Mean, SEVERE, Share};
use crate::journal::Score;
use crate::journal::series::DayPain;

/// How bad the pain of some days was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intensity {
    /// The mean of how the days were (average, else moments), and of how many days.
    pub mean: Option<Mean>,
    /// Days of which only the worst is known: they are in no mean.
    pub worst_only: usize,
    /// The highest score of all, and the last day that had it.
    pub worst: Option<(Score, NaiveDate)>,
    /// On how many days it was that high.
    pub worst_days: usize,
    /// Days whose highest score is [`SEVERE`] or more, of those with a score.
    pub severe_days: Share,
    /// Days with pain, a highest score of 1 or more, of those with a score.
    pub pain_days: Share,
}

/// How bad the pain of some days was.
pub fn intensity(days: &[DayPain]) -> Intensity {
    let worst = days.iter().map(|d| (d.highest, d.date)).max();
    Intensity {
        mean: Mean::of(days.iter().filter_map(DayPain::typical)),
        worst_only: days.iter().filter_map(DayPain::worst_only).count(),
        worst,
        worst_days: days.iter().filter(|d| worst.is_some_and(|(it, _)| it == d.highest)).count(),
        severe_days: Share::of(days.iter().map(|d| d.highest >= SEVERE)),
        pain_days: Share::of(days.iter().map(DayPain::has_pain)),
    }
}
