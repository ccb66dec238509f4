//! What the days were like: typical amounts, and the pain of days with more and with less.
//!
//! Counts and means only; they do not show cause.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::facts::{Mean, exercise};
use crate::journal::fields::day;
use crate::journal::series::DayPain;
use crate::journal::{Field, Journal, Kind, Span};

/// Hours of sitting above which a day is counted apart: the usual working day; this project's
/// own choice.
pub const LONG_SITTING_HOURS: f64 = 8.0;

/// Pain on days of one sort and on the others that were answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Mean pain of the days of that sort; `None`: there is no such day with an average or a
    /// moment.
    pub with: Option<Mean>,
    /// Mean pain of the others.
    pub without: Option<Mean>,
}

/// Days on which an exercise was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The id of the exercise.
    pub exercise: String,
    /// On how many days.
    pub days: usize,
    /// Minutes in all, of the times with minutes; `None`: none was recorded.
    pub minutes: Option<f64>,
}

/// The mean of an amount in a span.
pub fn amount(journal: &Journal, field: &'static Field, span: Span) -> Option<Mean> {
    let answers = journal.within(span).iter().filter(|e| e.kind == Kind::Day);
    Mean::of(answers.filter_map(|e| {
        e.values.real(field).or_else(|| e.values.score(field).map(crate::journal::Score::points))
    }))
}

/// Pain on the days of a span of one sort and on the others; days that were not answered, or
/// have no average and no moment, are in neither.
pub fn split(
    journal: &Journal,
    days: &[DayPain],
    span: Span,
    is_of: impl Fn(&crate::journal::Entry) -> Option<bool>,
) -> Split {
    let pain: BTreeMap<NaiveDate, f64> =
        days.iter().filter_map(|d| Some((d.date, d.typical()?))).collect();
    let answered: Vec<(bool, f64)> = journal
        .within(span)
        .iter()
        .filter(|e| e.kind == Kind::Day)
        .filter_map(|e| Some((is_of(e)?, *pain.get(&e.day)?)))
        .collect();
    let of = |sort: bool| Mean::of(answered.iter().filter(|(s, _)| *s == sort).map(|(_, p)| *p));
    Split { with: of(true), without: of(false) }
}

/// Pain on days of long sitting and on the others.
pub fn long_sitting(journal: &Journal, days: &[DayPain], span: Span) -> Split {
    let is_long = |e: &crate::journal::Entry| {
        e.values.real(&day::SITTING_HOURS).map(|hours| hours > LONG_SITTING_HOURS)
    };
    split(journal, days, span, is_long)
}

/// How often each sleep position was recorded, the most first.
pub fn positions(journal: &Journal, span: Span) -> Vec<(String, usize)> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let answers = journal.within(span).iter();
    for position in answers.filter_map(|e| e.values.text(&day::SLEEP_POSITION)) {
        *found.entry(position).or_default() += 1;
    }
    let mut all: Vec<(String, usize)> = found.into_iter().map(|(p, n)| (p.into(), n)).collect();
    all.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    all
}

/// Which exercises were done in a span, on the most days first.
pub fn exercises(journal: &Journal, span: Span) -> Vec<Done> {
    let all = exercise::exercises(journal, span);
    let done = all.into_iter().map(|it| Done {
        days: it.done().count(),
        minutes: it.minutes().map(|(_, minutes)| minutes).reduce(|sum, more| sum + more),
        exercise: it.id,
    });
    done.filter(|it| it.days > 0).collect()
}
