//! The course of pain: better, worse, about the same, and whether its level changed.

use chrono::NaiveDate;

use crate::insights::days::Days;
use crate::journal::{Journal, Span};
use crate::stats::minimum::Lacking;
use crate::stats::step::{TOLD_WHEN_ASKED, level_change};
use crate::stats::trend::{Trend, trend};

/// A change of level, by date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelChange {
    /// The most likely first day of the new level.
    pub date: NaiveDate,
    /// The days that it was with 80 of 100.
    pub window: Span,
    /// Points from the old level to the new.
    pub points: f64,
    /// Natural logarithm of the Bayes factor.
    pub ln_bayes: f64,
}

/// What can be said of the course of pain.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The change from the first to the last day, or what is lacking.
    pub trend: Result<Trend, Lacking>,
    /// A change of level, where one is likely.
    pub level: Option<LevelChange>,
}

/// The course over some days, as it is told when it is asked for.
pub fn course(days: &Days) -> Course {
    let is_told = |ln_bayes: f64| ln_bayes > TOLD_WHEN_ASKED;
    let level = level_change(&days.diary).filter(|step| is_told(step.ln_bayes)).and_then(|step| {
        Some(LevelChange {
            date: days.date(step.day),
            window: Span::new(days.date(step.window.0), days.date(step.window.1))?,
            points: step.effect,
            ln_bayes: step.ln_bayes,
        })
    });
    Course { trend: trend(&days.diary), level }
}

/// The course over the days of a span; `None`: none of them has a score.
pub fn course_of(journal: &Journal, span: Span) -> Option<(Days, Course)> {
    let days = Days::of(journal, span)?;
    let course = course(&days);
    Some((days, course))
}
