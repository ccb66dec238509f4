//! Means of groups of days with intervals that hold for days that resemble the day before.
//!
//! Single days are no independent draws: a bad day follows a bad day. So whole weeks are drawn:
//! blocks of seven days that may begin on any day, of a calendar bent into a circle so that the
//! first days count as much as the middle ones (the circular block bootstrap, Politis and Romano
//! 1992, after the moving blocks of Künsch 1989, doi 10.1214/aos/1176347265). Days without a value
//! stay without one, so how many days a group has varies as it did.
//!
//! Percentiles of resamples are too narrow where there are few blocks. They are widened as
//! Hesterberg 2015 (doi 10.1080/00031305.2015.1089789) advises, by the t distribution over the
//! weeks in which the group occurs.
//!
//! How often the range has the truth was simulated: diaries of 60 to 365 days with four groups,
//! 15 % of days missing, and days that resemble the day before by a correlation of 0.3 to 0.85. For
//! differences to the days around it was 94 % to 97 % of ranges throughout; for means 90 % to 97 %
//! up to 0.6, but 80 % to 88 % at 0.85: where pain stays the same for weeks, the differences are the
//! figure to look at.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::chart::figure::{Estimate, Interval};
use crate::chart::smooth::{mean, percentile};

/// Days of one block: a week, so that weekends stay as many.
const BLOCK_DAYS: usize = 7;
/// How many calendars are drawn.
const RESAMPLES: usize = 1999;
/// Where drawing begins: the same days give the same interval.
const SEED: u64 = 7;
/// Values that a group needs for an interval: this project's own choice.
pub const GROUP_NEEDS: usize = 10;
/// Weeks with a value that a group needs for an interval: with fewer the factor is guesswork.
const WEEKS_NEEDED: usize = 4;
/// How far 95 % of a normal distribution reach.
const NORMAL: f64 = 1.959_964;

/// A value of a day that is in a group, by the number of the group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sorted {
    /// Which day.
    pub day: NaiveDate,
    /// The number of its group, from 0.
    pub group: usize,
    /// In points.
    pub value: f64,
}

/// Returns the mean of each of `n_groups` groups with its 95 % interval; `values` are in order of
/// date, one a day.
pub fn estimates(values: &[Sorted], n_groups: usize) -> Vec<Option<Estimate>> {
    let drawn = draw(values, n_groups);
    let of = |group: usize| {
        let own = || values.iter().filter(move |it| it.group == group);
        let own_values: Vec<f64> = own().map(|it| it.value).collect();
        let mean = mean(&own_values)?;
        let weeks: BTreeSet<i64> =
            own().filter_map(|it| Some(days_since(values, it.day)? / 7)).collect();
        let enough = own_values.len() >= GROUP_NEEDS && weeks.len() >= WEEKS_NEEDED;
        let interval = drawn.get(group).filter(|_| enough);
        let interval = interval.and_then(|drawn| interval_of(mean, drawn, weeks.len()));
        Some(Estimate { n: own_values.len(), mean, interval })
    };
    (0..n_groups).map(of).collect()
}

fn days_since(values: &[Sorted], day: NaiveDate) -> Option<i64> {
    Some((day - values.first()?.day).num_days())
}

/// Returns the interval of a mean from means of resamples; `None` where they are all the same,
/// which says that there is too little to tell, not that the mean is certain.
fn interval_of(mean: f64, drawn: &[f64], n_weeks: usize) -> Option<Interval> {
    let weeks = count(n_weeks);
    let wider = (weeks / (weeks - 1.0)).sqrt() * t_quantile(weeks - 1.0) / NORMAL;
    let low = mean + (percentile(drawn, 0.025)? - mean) * wider;
    let high = mean + (percentile(drawn, 0.975)? - mean) * wider;
    (high - low > 1e-9).then_some(Interval { low, high })
}

/// How far 95 % of a t distribution reach, within 1 % from 3 degrees of freedom on (Abramowitz
/// and Stegun 1964, 26.7.5).
fn t_quantile(degrees: f64) -> f64 {
    let z = NORMAL;
    let (z3, z5, z7) = (z.powi(3), z.powi(5), z.powi(7));
    z + (z3 + z) / (4.0 * degrees)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * degrees.powi(2))
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * degrees.powi(3))
}

/// Returns the means of each group in each calendar that is drawn and has a day of it.
fn draw(values: &[Sorted], n_groups: usize) -> Vec<Vec<f64>> {
    let mut means = vec![vec![]; n_groups];
    let last = values.last().and_then(|it| days_since(values, it.day));
    let Some(n_days) = last.and_then(|last| usize::try_from(last + 1).ok()) else {
        return means;
    };
    if n_days < BLOCK_DAYS * WEEKS_NEEDED {
        return means;
    }
    let blocks = blocks(values, n_groups, n_days);
    let mut dice = Dice(SEED);
    let mut sums = vec![(0.0, 0.0); n_groups];
    for _ in 0..RESAMPLES {
        sums.fill((0.0, 0.0));
        for _ in 0..n_days.div_ceil(BLOCK_DAYS) {
            let block = blocks.get(dice.below(n_days));
            for (sum, of_block) in sums.iter_mut().zip(block.into_iter().flatten()) {
                *sum = (sum.0 + of_block.0, sum.1 + of_block.1);
            }
        }
        for (means, (sum, n)) in means.iter_mut().zip(&sums) {
            means.extend((*n > 0.0).then(|| sum / n));
        }
    }
    means
}

/// Returns the sum and number of the values of each group in the block that begins on each day.
fn blocks(values: &[Sorted], n_groups: usize, n_days: usize) -> Vec<Vec<(f64, f64)>> {
    let mut blocks = vec![vec![(0.0, 0.0); n_groups]; n_days];
    for it in values {
        let day = days_since(values, it.day).and_then(|day| usize::try_from(day).ok());
        let Some(day) = day else { continue };
        for back in 0..BLOCK_DAYS {
            let begin = (day + n_days - back) % n_days;
            if let Some(of_block) = blocks.get_mut(begin).and_then(|block| block.get_mut(it.group))
            {
                *of_block = (of_block.0 + it.value, of_block.1 + 1.0);
            }
        }
    }
    blocks
}

/// Numbers that look random and are the same everywhere (`SplitMix64`, Steele 2014,
/// doi 10.1145/2660193.2660195).
struct Dice(u64);

impl Dice {
    /// From 0 to one less than `n`; uneven by less than one in 2^40 for as many days as there are.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        u64::try_from(n).ok().and_then(|n| usize::try_from(z % n).ok()).unwrap_or_default()
    }
}

#[expect(clippy::cast_precision_loss, reason = "fewer weeks than 2^53")]
fn count(n: usize) -> f64 {
    n as f64
}
