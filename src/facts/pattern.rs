//! How it comes and goes: a pattern of entries, not a class of people.

use chrono::NaiveDate;

use crate::facts::{Mean, Share, at_least};
use crate::journal::fields::day;
use crate::journal::series::DayPain;
use crate::journal::{Journal, Kind, Score, Span};

/// Words for the course of a year, after Kongsted 2017 (doi 10.1186/s12891-017-1644-8, table 1;
/// made for low back pain).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// One time with pain, of two weeks at most, in the year.
    Single,
    /// More than one time with pain in the year, a month without pain between them.
    Episodic,
    /// Pain on more than four days a week, weekly means within a point of their mean.
    Ongoing,
    /// Weekly means more than two points apart, without a month free of pain.
    Fluctuating,
}

/// A word for the course, and what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The word.
    pub course: Course,
    /// The weeks with enough days, of the year's 52.
    pub weeks: usize,
}

/// A pain-free time: so many days in a row without a day of pain …
pub const FREE_DAYS: i64 = 30;
/// … of which so many are recorded as 0; this project's own choice.
pub const FREE_ZEROS: usize = 15;
/// Days with an average or a moment that make a week's mean count: five of seven are reliable
/// (`PMC6196118`: 0.90 for pain).
pub const WEEK_DAYS: usize = 5;
/// Weeks with a mean that a course needs; this project's own choice.
pub const MIN_WEEKS: usize = 8;
/// Weeks with a mean that words of a whole year need: half of it; this project's own choice.
pub const MIN_WEEKS_OF_YEAR: usize = 26;

/// How long pain was there on the days that were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AllDay {
    /// There all day.
    pub all_day: usize,
    /// On and off, or only briefly.
    pub on_and_off: usize,
    /// Not at all.
    pub none: usize,
}

/// What was answered to "was it there all day" in a span.
pub fn all_day(journal: &Journal, span: Span) -> AllDay {
    let mut found = AllDay::default();
    for entry in journal.within(span).iter().filter(|e| e.kind == Kind::Day) {
        match entry.values.text(&day::PATTERN) {
            Some("all-day") => found.all_day += 1,
            Some("on-and-off" | "brief") => found.on_and_off += 1,
            Some("none") => found.none += 1,
            _ => {}
        }
    }
    found
}

/// The pattern of the year that ends with `today`, of all days with a score; `None`: not enough
/// entries, or none of the words fits.
pub fn pattern(days: &[DayPain], today: NaiveDate) -> Option<Pattern> {
    let year = Span::ending(today, 365);
    let days: Vec<&DayPain> = days.iter().filter(|d| year.contains(d.date)).collect();
    let means = weekly_means(&days, today);
    let course = course(&days, &means)?;
    Some(Pattern { course, weeks: means.len() })
}

fn course(days: &[&DayPain], means: &[f64]) -> Option<Course> {
    if means.len() < MIN_WEEKS {
        return None;
    }
    let is_year = means.len() >= MIN_WEEKS_OF_YEAR;
    let times = times_with_pain(days);
    match times.as_slice() {
        [] => return None,
        [(first, last)] | [(first, _), .., (_, last)] if !is_year => {
            // Too little of a year to say how often, and too broken to say how steadily.
            if times.len() > 1 || (*last - *first).num_days() < 14 {
                return None;
            }
        }
        [(first, last)]
            if (*last - *first).num_days() < 14 && is_free_around(days, *first, *last) =>
        {
            return Some(Course::Single);
        }
        [_] => {}
        _ => return Some(Course::Episodic),
    }
    let overall = Mean::of(means.iter().copied())?.value;
    let highest = means.iter().copied().fold(f64::MIN, f64::max);
    let lowest = means.iter().copied().fold(f64::MAX, f64::min);
    let pain = Share::of(days.iter().map(|d| d.has_pain()));
    let is_within = means.iter().all(|m| at_least(1.0, (m - overall).abs()));
    if is_within && pain.n * 7 > pain.of * 4 {
        Some(Course::Ongoing)
    } else if highest - lowest > 2.0 + 1e-9 {
        Some(Course::Fluctuating)
    } else {
        None
    }
}

/// Weekly means of the weeks with enough days, newest first.
fn weekly_means(days: &[&DayPain], today: NaiveDate) -> Vec<f64> {
    (0..52_u64)
        .filter_map(|week| {
            let span = Span::ending(today - chrono::Days::new(7 * week), 7);
            let of_week = days.iter().filter(|d| span.contains(d.date)).filter_map(|d| d.typical());
            Mean::of(of_week).filter(|mean| mean.n >= WEEK_DAYS).map(|mean| mean.value)
        })
        .collect()
}

/// The times with pain, each from its first to its last day of pain: a month free of pain, half
/// of it recorded, lies between two of them.
fn times_with_pain(days: &[&DayPain]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut times: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let mut zeros = 0;
    for day in days {
        if !day.has_pain() {
            zeros += usize::from(day.highest == Score::NONE);
            continue;
        }
        match times.last_mut() {
            Some((_, last)) if (day.date - *last).num_days() <= FREE_DAYS || zeros < FREE_ZEROS => {
                *last = day.date;
            }
            _ => times.push((day.date, day.date)),
        }
        zeros = 0;
    }
    times
}

/// Whether a month free of pain is recorded before or after the only time with pain.
fn is_free_around(days: &[&DayPain], first: NaiveDate, last: NaiveDate) -> bool {
    let is_free = |side: &[&DayPain], edge: NaiveDate| {
        let zeros = side.iter().filter(|d| d.highest == Score::NONE).count();
        let reaches = side.iter().map(|d| (d.date - edge).num_days().abs()).max();
        zeros >= FREE_ZEROS && reaches >= Some(FREE_DAYS)
    };
    let before = &days[..days.partition_point(|d| d.date < first)];
    let after = &days[days.partition_point(|d| d.date <= last)..];
    is_free(before, first) || is_free(after, last)
}
