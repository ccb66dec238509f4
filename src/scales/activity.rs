//! The person's own activities: what pain makes hard, 0 (unable) to 10 (as before the pain).
//!
//! The idea is that of the Patient-Specific Functional Scale (Stratford and others 1995), in this
//! project's own words. Higher is better, unlike every other score here.

use chrono::NaiveDate;

use crate::journal::{Journal, Kind, OwnHabit, Score, Span, Value, fields};
use crate::scales::before::{WEEK_DAYS, nearest_before};
use crate::scales::difference::{Difference, Smallest};
use crate::scales::mean::Mean;

/// The most activities that are asked for at one time: the scale has three to five.
pub const ACTIVE_MOST: usize = 5;

/// The smallest difference in the mean of activities that people notice: 2.0 points in 38 people
/// with neck pain that goes down the arm (Cleland and others 2006,
/// doi 10.1097/01.brs.0000201241.90914.22, abstract read), 2.2 in 165 others (Young and others
/// 2010, doi 10.1097/PHM.0b013e3181ec98e6, abstract read); so "about 2". That it holds for worse
/// as for better is this project's assumption.
pub static SMALLEST: Smallest = Smallest {
    from: 2.0,
    to: 2.0,
    source: "Cleland and others, Spine, 2006",
    doi: "10.1097/01.brs.0000201241.90914.22",
};

/// An activity and what was answered of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Its id, as in `habit:<id>`.
    pub id: Box<str>,
    /// What it is, as the person wrote it.
    pub text: Box<str>,
    /// Whether it is no longer asked.
    pub is_retired: bool,
    /// The answers in order of their days.
    pub answers: Vec<(NaiveDate, Score)>,
}

impl Activity {
    /// The last answer up to a day.
    pub fn latest(&self, day: NaiveDate) -> Option<(NaiveDate, Score)> {
        self.answers.iter().rev().find(|(on, _)| *on <= day).copied()
    }

    /// The last answer of the week that ends with a day.
    pub fn this_week(&self, day: NaiveDate) -> Option<(NaiveDate, Score)> {
        self.latest(day).filter(|(on, _)| Span::ending(day, WEEK_DAYS).contains(*on))
    }

    fn of(habit: &OwnHabit, journal: &Journal) -> Self {
        let days = journal.of_kind(Kind::Day);
        let answer =
            |entry: &crate::journal::Entry| Some((entry.day, score(entry.values.own(&habit.id)?)?));
        Self {
            id: habit.id.clone(),
            text: habit.values.text(&fields::habit::QUESTION).unwrap_or(&habit.id).into(),
            is_retired: habit.is_retired(),
            answers: days.filter_map(answer).collect(),
        }
    }
}

/// Points as a score. What came from elsewhere with more than one decimal is rounded to a tenth.
fn score(value: &Value) -> Option<Score> {
    let Value::Real(points) = value else { return None };
    if !(0.0..=10.0).contains(points) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "0 to 100 by the check above")]
    Score::from_tenths((points * 10.0).round() as i64)
}

/// All activities, by id, with their answers.
pub fn activities(journal: &Journal) -> Vec<Activity> {
    let habits = journal.habits().iter().filter(|habit| habit.is_activity());
    habits.map(|habit| Activity::of(habit, journal)).collect()
}

/// Activities that were answered both this week and four weeks before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The mean of this week's answers.
    pub now: Mean,
    /// The mean of the earlier ones, of the same activities.
    pub before: Mean,
}

impl Compared {
    /// How far the one is from the other. Higher is better.
    pub fn difference(&self) -> Difference {
        Difference { now: self.now.points(), before: self.before.points() }
    }
}

/// Compares the answers of the week that ends with a day with those nearest to four weeks before
/// each, of the activities that have both; retired ones do not count. `None` where none has both.
pub fn compare(activities: &[Activity], day: NaiveDate) -> Option<Compared> {
    let mut both = Vec::new();
    for activity in activities.iter().filter(|activity| !activity.is_retired) {
        let Some((on, now)) = activity.this_week(day) else { continue };
        let before = nearest_before(&activity.answers, on, |(earlier, _)| *earlier);
        both.extend(before.map(|(_, before)| (now, *before)));
    }
    let now = Mean::of(both.iter().map(|(now, _)| *now))?;
    let before = Mean::of(both.iter().map(|(_, before)| *before))?;
    Some(Compared { now, before })
}
