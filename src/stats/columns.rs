//! Columns of a regression: the calendar, and habits with what is missing filled in.

use crate::stats::{Column, number};

/// The days of a diary and their pain.
#[derive(Clone, Debug, PartialEq)]
pub struct Diary {
    /// Pain in points, by day; `None` was not recorded and is never filled in.
    pub pain: Column,
    /// The weekday of the first day: 0 is Monday, 6 Sunday.
    pub first_weekday: usize,
}

impl Diary {
    /// How many days there are.
    pub fn n_days(&self) -> usize {
        self.pain.len()
    }

    /// On how many of them pain was recorded.
    pub fn n_recorded(&self) -> usize {
        self.pain.iter().flatten().count()
    }

    /// Whether pain was recorded, by day.
    pub fn recorded(&self) -> Vec<bool> {
        self.pain.iter().map(Option::is_some).collect()
    }

    /// The weekday of a day: 0 is Monday.
    pub const fn weekday(&self, day: usize) -> usize {
        (self.first_weekday + day) % 7
    }
}

/// Whether the pain is expected to drift over the whole diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    /// A straight line in the days is one of the columns.
    Line,
    /// It is not: the line, or a step, is what is asked for.
    None,
}

/// A column of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// Its value, by day.
    pub values: Vec<f64>,
    /// Precision of its prior; 0: nothing is assumed of its coefficient.
    pub penalty: f64,
}

/// Precision of the prior of a difference between weekdays, or between Saturday and Sunday: a
/// standard deviation of one, in that of pain; this project's own choice.
const WEEKDAY_PENALTY: f64 = 1.0;

/// The columns of the calendar: level, weekend, four weekdays, Saturday against Sunday, and the
/// line in the days.
pub fn base(diary: &Diary, drift: Drift) -> Vec<Base> {
    let n = diary.n_days();
    let weekday: Vec<usize> = (0..n).map(|t| diary.weekday(t)).collect();
    let weekend = |t: usize| if weekday[t] >= 5 { 1.0 } else { 0.0 };
    let is = |t: usize, day: usize| if weekday[t] == day { 1.0 } else { 0.0 };
    let recorded: Vec<usize> = (0..n).filter(|&t| diary.pain[t].is_some()).collect();
    let sum: f64 = recorded.iter().map(|&t| weekend(t)).sum();
    let mean = if recorded.is_empty() { 0.0 } else { sum / number(recorded.len()) };
    let column = |penalty: f64, value: &dyn Fn(usize) -> f64| Base {
        values: (0..n).map(value).collect(),
        penalty,
    };
    let mut found = vec![column(0.0, &|_| 1.0), column(0.0, &|t| weekend(t) - mean)];
    for day in 0..4 {
        found.push(column(WEEKDAY_PENALTY, &|t| is(t, day) - (1.0 - weekend(t)) / 5.0));
    }
    found.push(column(WEEKDAY_PENALTY, &|t| is(t, 5) - is(t, 6)));
    if drift == Drift::Line {
        let last = number(n.saturating_sub(1)).max(1.0);
        found.push(column(0.0, &|t| (number(t) - number(n - 1) / 2.0) / last));
    }
    found
}

/// A habit as a column of a regression: of mean 0 and standard deviation 1 over the days with
/// pain, nothing missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard {
    /// Its value, by day.
    pub values: Vec<f64>,
    /// What one standard deviation is in the habit's own unit.
    pub deviation: f64,
    /// Whether it is the same on all days with pain: there is nothing to compare.
    pub is_constant: bool,
}

/// Below this a standard deviation is that of a constant.
const CONSTANT: f64 = 1e-9;

/// Fills and scales a habit. What was not recorded becomes the mean of the same weekday (of at
/// least two of them, else the overall mean): so it says nothing once the weekdays are taken
/// out. The overall mean would make weekly habits look smaller in their effect by a third.
pub fn standard(diary: &Diary, habit: &[Option<f64>]) -> Standard {
    let is_pair = |t: &usize| diary.pain[*t].is_some();
    let mean = |days: &mut dyn Iterator<Item = usize>| {
        let (sum, n) = days.filter(is_pair).fold((0.0, 0_usize), |(s, n), t| match habit[t] {
            Some(value) => (s + value, n + 1),
            None => (s, n),
        });
        (n > 0).then(|| (sum / number(n), n))
    };
    let n_days = diary.n_days();
    let overall = mean(&mut (0..n_days)).map_or(0.0, |(mean, _)| mean);
    let by_weekday: Vec<f64> = (0..7)
        .map(|day| {
            let same = mean(&mut (0..n_days).filter(|&t| diary.weekday(t) == day));
            same.filter(|(_, n)| *n >= 2).map_or(overall, |(mean, _)| mean)
        })
        .collect();
    let filled = |t: usize| habit[t].unwrap_or_else(|| by_weekday[diary.weekday(t)]) - overall;
    let mut values: Vec<f64> = (0..n_days).map(filled).collect();
    let deviation = deviation((0..n_days).filter(is_pair).map(|t| values[t]));
    let is_constant = deviation < CONSTANT;
    for value in &mut values {
        *value = if is_constant { 0.0 } else { *value / deviation };
    }
    Standard { values, deviation: if is_constant { 1.0 } else { deviation }, is_constant }
}

/// The standard deviation of all there are; 0 of none.
fn deviation(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let n = values.clone().count();
    if n == 0 {
        return 0.0;
    }
    let mean = values.clone().sum::<f64>() / number(n);
    (values.map(|x| (x - mean) * (x - mean)).sum::<f64>() / number(n)).sqrt()
}

/// What was recorded so many days before.
pub fn lagged(habit: &[Option<f64>], days: usize) -> Column {
    let n = habit.len();
    let days = days.min(n);
    std::iter::repeat_n(None, days).chain(habit[..n - days].iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_the_mean_of_its_weekday() {
        // Three weeks from a Monday; the habit is 4 on Mondays and 0 else, one Monday is missing.
        let diary = Diary { pain: vec![Some(3.0); 21], first_weekday: 0 };
        let mut habit: Column = (0..21).map(|t| Some(if t % 7 == 0 { 4.0 } else { 0.0 })).collect();
        habit[7] = None;
        let found = standard(&diary, &habit);
        assert!(!found.is_constant);
        assert!((found.values[7] - found.values[0]).abs() < 1e-12);
        // By hand: mean of the 20 recorded 0.4; deviation of 3 x 4 and 18 x 0 around their 4/7.
        let deviation = (3.0 / 21.0 * 18.0 / 21.0 * 16.0_f64).sqrt();
        assert!((found.deviation - deviation).abs() < 1e-12);
        assert!((found.values[0] - (4.0 - 0.4) / deviation).abs() < 1e-12);
        // A weekday with one recorded value says no mean of its own.
        habit[14] = None;
        let found = standard(&diary, &habit);
        let overall = 4.0 / 19.0;
        assert!((found.values[7] * found.deviation - (overall - overall)).abs() < 1e-12);
    }

    #[test]
    fn a_habit_that_never_changes_is_constant_and_days_without_pain_do_not_count() {
        let mut diary = Diary { pain: vec![Some(3.0); 14], first_weekday: 3 };
        diary.pain[5] = None;
        let mut habit: Column = vec![Some(2.0); 14];
        habit[5] = Some(9.0);
        assert!(standard(&diary, &habit).is_constant);
        assert!(standard(&diary, &vec![None; 14]).is_constant);
    }

    #[test]
    fn a_lag_of_more_than_all_days_leaves_nothing() {
        let habit = [Some(1.0), Some(2.0)];
        assert_eq!(lagged(&habit, 0), habit);
        assert_eq!(lagged(&habit, 1), [None, Some(1.0)]);
        assert_eq!(lagged(&habit, 5), [None, None]);
    }
}
