//! Better, worse or about the same: the last four weeks against the four before.
//!
//! Days of which only the worst is known are left out: beside averages they would look like bad
//! days.

use chrono::NaiveDate;

use crate::facts::{Mean, at_least};
use crate::journal::Span;
use crate::journal::series::DayPain;

/// Days of each of the two stretches.
pub const STRETCH_DAYS: u64 = 28;
/// Days with an average or a moment that each needs; this project's own choice.
pub const MIN_DAYS: usize = 14;
/// Weeks of each with at least [`WEEK_DAYS`] days; this project's own choice.
pub const MIN_WEEKS: usize = 3;
/// Such days that make such a week; this project's own choice.
pub const WEEK_DAYS: usize = 4;
/// A change that people call much better, in points (Farrar 2001, PMID 11690728).
pub const CLEAR_POINTS: f64 = 2.0;
/// A smaller change that may be one: the best cut point for neck pain (Kovacs 2008,
/// doi 10.1186/1471-2474-9-43).
pub const POSSIBLE_POINTS: f64 = 1.5;
/// As a share of the earlier mean: moderate improvement (IMMPACT, Dworkin 2008) …
pub const POSSIBLE_SHARE: f64 = 0.3;
/// … where the earlier mean is at least this; this project's own choice.
pub const SHARE_FROM: f64 = 3.0;

/// How clear a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clarity {
    /// At least [`CLEAR_POINTS`].
    Clear,
    /// At least [`POSSIBLE_POINTS`], or [`POSSIBLE_SHARE`] of a mean of [`SHARE_FROM`].
    Possible,
    /// Less.
    None,
}

/// The means of two stretches of four weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The four weeks before.
    pub before: Mean,
    /// The last four weeks.
    pub now: Mean,
    /// How clear the difference is.
    pub clarity: Clarity,
}

impl Change {
    /// Points by which the mean rose; below zero it fell.
    pub fn points(&self) -> f64 {
        self.now.value - self.before.value
    }
}

/// Compares four weeks with the four before; `Err` says how many more days with an average or a
/// moment it takes at least.
pub fn change(days: &[DayPain], today: NaiveDate) -> Result<Change, usize> {
    let now = Span::ending(today, STRETCH_DAYS);
    let before = Span::ending(now.first().pred_opt().unwrap_or(now.first()), STRETCH_DAYS);
    let lacking = missing(days, now).max(missing(days, before));
    let mean = |span: Span| Mean::of(in_span(days, span));
    let (Some(before), Some(now), 0) = (mean(before), mean(now), lacking) else {
        return Err(lacking.max(1));
    };
    let by = (now.value - before.value).abs();
    let is_share =
        at_least(before.value, SHARE_FROM) && at_least(by, POSSIBLE_SHARE * before.value);
    let clarity = if at_least(by, CLEAR_POINTS) {
        Clarity::Clear
    } else if at_least(by, POSSIBLE_POINTS) || is_share {
        Clarity::Possible
    } else {
        Clarity::None
    };
    Ok(Change { before, now, clarity })
}

fn in_span(days: &[DayPain], span: Span) -> impl Iterator<Item = f64> {
    days.iter().filter(move |d| span.contains(d.date)).filter_map(DayPain::typical)
}

/// At least how many more such days one stretch needs.
fn missing(days: &[DayPain], span: Span) -> usize {
    let mut short: Vec<usize> = (0..STRETCH_DAYS / 7)
        .map(|week| {
            let last = span.last() - chrono::Days::new(7 * week);
            WEEK_DAYS.saturating_sub(in_span(days, Span::ending(last, 7)).count())
        })
        .collect();
    short.sort_unstable();
    let of_weeks: usize = short.iter().take(MIN_WEEKS).sum();
    of_weeks.max(MIN_DAYS.saturating_sub(in_span(days, span).count()))
}
