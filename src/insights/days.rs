//! The days that are looked at, and their pain.

use chrono::{Datelike as _, Days as Later, NaiveDate};

use crate::journal::series::{DayPain, pain_of};
use crate::journal::{Journal, Span};
use crate::stats::columns::Diary;

/// What stands for a day's pain. Days on which only the other was recorded are left out: a worst
/// among averages would look like a bad day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The average that the person gave, else the mean of the moments.
    Typical,
    /// The worst.
    Worst,
}

/// Days from the first to the last with a score, with their pain.
#[derive(Clone, Debug, PartialEq)]
pub struct Days {
    /// The first day.
    pub first: NaiveDate,
    /// The days, in numbers.
    pub diary: Diary,
    /// What stands for a day's pain: whichever was recorded on more days.
    pub measure: Measure,
}

impl Days {
    /// The days of a span; `None`: none of them has a score of the day.
    pub fn of(journal: &Journal, span: Span) -> Option<Self> {
        let scored = pain_of(journal.within(span), None);
        let count = |of: fn(&DayPain) -> Option<f64>| scored.iter().filter_map(of).count();
        let is_worst = count(DayPain::worst_only) > count(DayPain::typical);
        let (measure, of): (_, fn(&DayPain) -> Option<f64>) = if is_worst {
            (Measure::Worst, DayPain::worst_only)
        } else {
            (Measure::Typical, DayPain::typical)
        };
        let points: Vec<(NaiveDate, f64)> =
            scored.iter().filter_map(|day| Some((day.date, of(day)?))).collect();
        let (first, last) = (points.first()?.0, points.last()?.0);
        let mut pain = vec![None; since(first, last)? + 1];
        for (date, points) in points {
            pain[since(first, date)?] = Some(points);
        }
        let first_weekday = usize::try_from(first.weekday().num_days_from_monday()).ok()?;
        Some(Self { first, diary: Diary { pain, first_weekday }, measure })
    }

    /// The id in JSON of what stands for a day's pain, for ever.
    pub fn pain_id(&self) -> &'static str {
        match self.measure {
            Measure::Typical => "average",
            Measure::Worst => "worst",
        }
    }

    /// The date of a day.
    pub fn date(&self, day: usize) -> NaiveDate {
        let later = u64::try_from(day).unwrap_or(u64::MAX);
        self.first.checked_add_days(Later::new(later)).unwrap_or(self.first)
    }

    /// The number of a date; `None`: it is not one of the days.
    pub fn place(&self, date: NaiveDate) -> Option<usize> {
        since(self.first, date).filter(|day| *day < self.diary.n_days())
    }

    /// The last day.
    pub fn last(&self) -> NaiveDate {
        self.date(self.diary.n_days().saturating_sub(1))
    }
}

fn since(first: NaiveDate, date: NaiveDate) -> Option<usize> {
    usize::try_from((date - first).num_days()).ok()
}
