//! Pain on days with a habit and on days without, week by week: counted as recorded, with
//! nothing allowed for.

use chrono::NaiveDate;

use crate::insights::days::Days;
use crate::insights::habits::Asked;
use crate::insights::subject::Scale;
use crate::journal::Span;
use crate::stats::columns::lagged;
use crate::stats::number;

/// Days of a week.
const WEEK_DAYS: u64 = 7;
/// Weeks of a stretch where single ones would be too many.
const LONG_WEEKS: u64 = 4;
/// A longer diary is parted into stretches of four weeks: this project's own choice, half a year.
const BY_WEEK_UP_TO_DAYS: usize = 182;

/// What parts the days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parting {
    /// It was so, or not.
    YesNo,
    /// It was this much or more, or less: the amount that parts the person's own days most
    /// nearly in half.
    From(f64),
}

/// A mean of the days of one side of a stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// Points.
    pub points: f64,
    /// Of how many days; at least one.
    pub n: usize,
}

/// Days in a row. What was not recorded is in neither mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The days of the pain.
    pub period: Span,
    /// Pain with the habit, or with much of it; `None`: there is no such day.
    pub with: Option<Mean>,
    /// Pain without it, or with less of it.
    pub without: Option<Mean>,
}

/// Pain with and without a habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Weekly {
    /// What parts the days.
    pub parting: Parting,
    /// Weeks of a stretch: 1 or 4. The first one takes what is left over.
    pub weeks: u64,
    /// All days in stretches, in order.
    pub stretches: Vec<Stretch>,
    /// All days with it.
    pub with: Mean,
    /// All days without.
    pub without: Mean,
}

/// Pain with and without a habit; `None`: all days with pain are of one side.
pub fn weekly(days: &Days, asked: &Asked) -> Option<Weekly> {
    let habit = lagged(&asked.column.values, asked.column.lag);
    let both = |(day, (pain, habit)): (usize, (&Option<f64>, &Option<f64>))| {
        Some((days.date(day), (*pain)?, (*habit)?))
    };
    let pairs = days.diary.pain.iter().zip(&habit).enumerate();
    let pairs: Vec<(NaiveDate, f64, f64)> = pairs.filter_map(both).collect();
    let parting = match asked.subject.scale {
        Scale::YesNo => Parting::YesNo,
        Scale::Amount(_) => Parting::From(middle(pairs.iter().map(|(.., habit)| *habit))?),
    };
    let is_with = |habit: f64| match parting {
        Parting::YesNo => habit > 0.0,
        Parting::From(least) => habit >= least,
    };
    let mean_in = |period: Span, side: bool| {
        let inside =
            pairs.iter().filter(|(day, _, habit)| period.contains(*day) && is_with(*habit) == side);
        mean(inside.map(|(_, pain, _)| *pain))
    };
    let n_days = days.diary.n_days();
    let weeks = if n_days > BY_WEEK_UP_TO_DAYS { LONG_WEEKS } else { 1 };
    let all = Span::new(days.first, days.last())?;
    let of = |period: Span| Stretch {
        period,
        with: mean_in(period, true),
        without: mean_in(period, false),
    };
    Some(Weekly {
        parting,
        weeks,
        stretches: stretches(all, weeks * WEEK_DAYS).into_iter().map(of).collect(),
        with: mean_in(all, true)?,
        without: mean_in(all, false)?,
    })
}

/// A span in stretches of so many days, counted back from its end. The first one is longer where
/// less than half of one would be left over, else shorter.
fn stretches(span: Span, n_days: u64) -> Vec<Span> {
    let mut found = vec![];
    let mut last = span.last();
    loop {
        let stretch = Span::ending(last, n_days);
        let left = (stretch.first() - span.first()).num_days();
        if 2 * left < i64::try_from(n_days).unwrap_or(i64::MAX) {
            found.extend(Span::new(span.first(), last));
            break;
        }
        found.push(stretch);
        let Some(before) = stretch.first().pred_opt() else { break };
        last = before;
    }
    found.reverse();
    found
}

/// The amount from which on values are nearest to half of all; `None`: they are all the same.
fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    // From each place at which a larger value begins, all that follow are that much or more.
    let begins = (1..sorted.len()).filter(|&place| sorted[place] > sorted[place - 1]);
    let place = begins.min_by_key(|&place| (2 * place).abs_diff(sorted.len()))?;
    Some(sorted[place])
}

fn mean(points: impl Iterator<Item = f64>) -> Option<Mean> {
    let (sum, n) = points.fold((0.0, 0), |(sum, n), points| (sum + points, n + 1));
    (n > 0).then(|| Mean { points: sum / number(n), n })
}

#[cfg(test)]
mod tests {
    use super::{middle, stretches};
    use crate::journal::Span;

    #[test]
    fn the_middle_parts_days_most_nearly_in_half() {
        let of = |values: &[f64]| middle(values.iter().copied());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[3.0, 3.0]), None);
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0]), Some(3.0));
        // Ties: 3 of 5 are 2 or more, and 1 of 5 is 5.
        assert_eq!(of(&[0.0, 0.0, 2.0, 2.0, 5.0]), Some(2.0));
        // Mostly the largest there is: less is the smaller part.
        assert_eq!(of(&[8.0, 8.0, 8.0, 1.0]), Some(8.0));
        assert_eq!(of(&[0.0, 0.0, 0.0, 1.0]), Some(1.0));
    }

    #[test]
    fn the_first_stretch_takes_what_is_left_over() {
        let lengths = |n_days: u64, each: u64| -> Vec<i64> {
            let span = Span::ending("2026-03-15".parse().unwrap(), n_days);
            let found = stretches(span, each);
            assert_eq!(found.first().unwrap().first(), span.first());
            assert_eq!(found.last().unwrap().last(), span.last());
            assert!(found.windows(2).all(|two| two[0].last().succ_opt() == Some(two[1].first())));
            found.iter().map(Span::n_days).collect()
        };
        assert_eq!(lengths(14, 7), [7, 7]);
        assert_eq!(lengths(17, 7), [10, 7]);
        assert_eq!(lengths(18, 7), [4, 7, 7]);
        assert_eq!(lengths(3, 7), [3]);
        // A year: thirteen stretches of four weeks, and a day.
        let year = lengths(365, 28);
        assert_eq!((year.len(), year[0]), (13, 29));
    }
}
