//! How each measure went: its weeks, and the last four of them beside the four before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::facts::Mean;
use crate::facts::change::{MIN_DAYS, STRETCH_DAYS, WEEK_DAYS};
use crate::journal::fields::{day, exercise, treatment};
use crate::journal::series::DayPain;
use crate::journal::{Entry, Field, Journal, Kind, Score, Span, Values};

/// Days of a week.
pub const WEEK: u64 = 7;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Pain by day, 0–10.
    Day,
    /// Pain at night, 0–10.
    Night,
    /// Nights that pain broke, of a week.
    Woken,
    /// How much pain got in the way, 0–10.
    InTheWay,
    /// Hours of sleep in a night.
    Slept,
    /// Hours of sitting on a day.
    Sitting,
    /// Days with exercise, of a week.
    Exercise,
    /// Days with medicine, of a week.
    Medicine,
}

impl What {
    /// Everything that is measured, what says most first.
    pub const ALL: [Self; 8] = [
        Self::Day,
        Self::Night,
        Self::Woken,
        Self::InTheWay,
        Self::Exercise,
        Self::Medicine,
        Self::Slept,
        Self::Sitting,
    ];

    /// Whether a value counts days of a week.
    fn is_of_week(self) -> bool {
        matches!(self, Self::Woken | Self::Exercise | Self::Medicine)
    }
}

/// How a measure went.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What is measured.
    pub what: What,
    /// Each week of the span, the newest last; `None`: fewer than [`WEEK_DAYS`] days of it tell.
    pub weeks: Vec<Option<f64>>,
    /// The mean of the four weeks before the last four; `None`: fewer than [`MIN_DAYS`] days tell.
    pub before: Option<f64>,
    /// The mean of the last four weeks.
    pub now: Option<f64>,
}

/// Every measure of which there is enough for a week or for four; the journal holds eight weeks up
/// to the end of the span.
/// `days` are all scored days up to the end, in order.
pub fn measures(journal: &Journal, days: &[DayPain], span: Span) -> Vec<Measure> {
    let last = span.last();
    let measure = |what: What| {
        let values = values(journal, days, what);
        // What never happened in the span is no row: it may be nothing that is recorded.
        let happened = |(day, value): (&NaiveDate, &f64)| {
            span.contains(*day) && (!what.is_of_week() || what == What::Woken || *value > 0.0)
        };
        if !values.iter().any(happened) {
            return None;
        }
        let mean = |span: Span, at_least: usize| {
            let inside = values.range(span.first()..=span.last()).map(|(_, value)| *value);
            let mean = Mean::of(inside).filter(|mean| mean.n >= at_least)?;
            Some(if what.is_of_week() { mean.value * 7.0 } else { mean.value })
        };
        let now = Span::ending(last, STRETCH_DAYS);
        let before = Span::ending(back(last, STRETCH_DAYS), STRETCH_DAYS);
        let weeks: Vec<Option<f64>> =
            weeks(span).into_iter().map(|week| mean(week, WEEK_DAYS)).collect();
        let (before, now) = (mean(before, MIN_DAYS), mean(now, MIN_DAYS));
        let is_known = now.is_some() || weeks.iter().any(Option::is_some);
        is_known.then_some(Measure { what, weeks, before, now })
    };
    What::ALL.into_iter().filter_map(measure).collect()
}

/// Whole weeks of a span, counted back from its end, the newest last.
pub fn weeks(span: Span) -> Vec<Span> {
    let ends = std::iter::successors(Some(span.last()), |last| Some(back(*last, WEEK)));
    let weeks = ends.map(|last| Span::ending(last, WEEK));
    let mut weeks: Vec<Span> = weeks.take_while(|week| week.first() >= span.first()).collect();
    weeks.reverse();
    weeks
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// What was recorded on each day; of what is done on days, 1 where it was and 0 on other days with
/// an entry.
fn values(journal: &Journal, days: &[DayPain], what: What) -> BTreeMap<NaiveDate, f64> {
    let of_pain = |of: fn(&DayPain) -> Option<f64>| {
        days.iter().filter_map(move |it| Some((it.date, of(it)?))).collect()
    };
    let of_day = |of: &dyn Fn(&Values) -> Option<f64>| {
        let entries = journal.of_kind(Kind::Day);
        entries.filter_map(|entry| Some((entry.day, of(&entry.values)?))).collect()
    };
    let real = |field: &'static Field| move |values: &Values| values.real(field);
    let score =
        |field: &'static Field| move |values: &Values| values.score(field).map(Score::points);
    match what {
        What::Day => of_pain(DayPain::typical),
        What::Night => of_pain(|it| it.night),
        What::Woken => {
            of_day(&|values| values.int(&day::WOKEN).map(|n| f64::from(u8::from(n > 0))))
        }
        What::InTheWay => of_day(&score(&day::INTERFERENCE)),
        What::Slept => of_day(&real(&day::SLEEP_HOURS)),
        What::Sitting => of_day(&real(&day::SITTING_HOURS)),
        What::Exercise => done(journal, is_done),
        What::Medicine => done(journal, is_medicine),
    }
}

fn done(journal: &Journal, is: fn(&Entry) -> bool) -> BTreeMap<NaiveDate, f64> {
    let of_days = || journal.entries().iter().filter(|it| Kind::OF_A_DAY.contains(&it.kind));
    let done: BTreeSet<NaiveDate> = of_days().filter(|it| is(it)).map(|it| it.day).collect();
    of_days().map(|it| (it.day, f64::from(u8::from(done.contains(&it.day))))).collect()
}

fn is_done(entry: &Entry) -> bool {
    entry.kind == Kind::Exercise
        && entry.values.text(&exercise::EXERCISE).is_some()
        && exercise::is_done(&entry.values)
}

fn is_medicine(entry: &Entry) -> bool {
    entry.kind == Kind::Treatment && entry.values.text(&treatment::TREATMENT) == Some("medicine")
}
