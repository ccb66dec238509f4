//! The schedule of an experiment on oneself: pairs of periods, the order within each by a coin.

use crate::stats::number;
use crate::stats::random::Random;

/// One of the two things that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arm {
    /// The one that is asked about.
    A,
    /// The one that it is compared with.
    B,
}

impl Arm {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// +1.0 of A, -1.0 of B.
    pub const fn sign(self) -> f64 {
        match self {
            Self::A => 1.0,
            Self::B => -1.0,
        }
    }
}

/// How the days of an experiment are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Design {
    /// Days in a row of one arm; two such periods are a pair.
    pub period_days: usize,
    /// How many pairs.
    pub n_pairs: usize,
    /// How many days at the beginning of each period are not counted: what went before may last.
    pub washout_days: usize,
}

/// The default: 28 pairs of single days. With it a difference of 1 point is seen in 60 to 98 of
/// 100 experiments, the more the longer pain lasts from day to day; this project's own study.
pub const DEFAULT: Design = Design { period_days: 1, n_pairs: 28, washout_days: 0 };
/// The default where an arm cannot change from day to day, or outlasts its day.
pub const OF_PERIODS: Design = Design { period_days: 3, n_pairs: 14, washout_days: 0 };

/// With fewer pairs chance alone does everything more than 1 time in 20: 2 of 2^6 orders are 0.031,
/// 2 of 2^5 are 0.063.
pub const PAIRS_LEAST: usize = 6;
/// With fewer pairs of longer periods next to nothing is seen; this project's own choice.
pub const PAIRS_OF_PERIODS_LEAST: usize = 14;
/// Nobody keeps to a longer period; this project's own choice.
pub const PERIOD_DAYS_MOST: usize = 7;
/// Nobody keeps to a longer experiment; this project's own choice.
pub const DAYS_MOST: usize = 366;

/// Why a design cannot succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hopeless {
    /// Too few pairs: however large the difference, chance alone would do it too often.
    Chance,
    /// Too few pairs of periods of several days: next to nothing would be seen.
    Pairs,
    /// A period is longer than [`PERIOD_DAYS_MOST`], or has no day.
    Period,
    /// No day of a period would be counted.
    Washout,
    /// It is longer than [`DAYS_MOST`].
    Days,
}

impl Design {
    /// How many days there are.
    pub const fn n_days(&self) -> usize {
        2 * self.period_days * self.n_pairs
    }

    /// How often chance alone does the largest difference that there can be.
    pub fn least_p(&self) -> f64 {
        2.0 / 2.0_f64.powf(number(self.n_pairs))
    }

    /// Whether it can succeed.
    pub const fn check(&self) -> Result<(), Hopeless> {
        if self.period_days == 0 || self.period_days > PERIOD_DAYS_MOST {
            return Err(Hopeless::Period);
        }
        if self.n_pairs < PAIRS_LEAST {
            return Err(Hopeless::Chance);
        }
        if self.period_days > 1 && self.n_pairs < PAIRS_OF_PERIODS_LEAST {
            return Err(Hopeless::Pairs);
        }
        if self.washout_days >= self.period_days {
            return Err(Hopeless::Washout);
        }
        if self.n_days() > DAYS_MOST {
            return Err(Hopeless::Days);
        }
        Ok(())
    }

    /// Whether a day, counted from 0, is one that counts.
    pub const fn counts(&self, day: usize) -> bool {
        day < self.n_days() && day % self.period_days >= self.washout_days
    }
}

/// Draws which arm comes first in each pair.
pub fn draw(seed: u64, n_pairs: usize) -> Vec<Arm> {
    let mut random = Random::new(seed);
    (0..n_pairs).map(|_| if random.coin() { Arm::A } else { Arm::B }).collect()
}

/// The arm of each day, by which comes first in each pair.
pub fn arms(period_days: usize, first: &[Arm]) -> Vec<Arm> {
    let of_pair = |arm: &Arm| {
        let period = |arm: Arm| std::iter::repeat_n(arm, period_days);
        period(*arm).chain(period(arm.other()))
    };
    first.iter().flat_map(of_pair).collect()
}

/// Which arm comes first in each pair, by the arm of each day; `None`: they are no pairs of such
/// periods.
pub fn pairs_of(period_days: usize, days: &[Arm]) -> Option<Vec<Arm>> {
    let first: Vec<Arm> =
        days.chunks(2 * period_days.max(1)).filter_map(|pair| pair.first().copied()).collect();
    (arms(period_days, &first) == days).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::Arm::{A, B};
    use super::*;

    #[test]
    fn a_seed_draws_the_same_for_ever() {
        // The highest bits of the five numbers that Rosetta Code prints of this seed.
        assert_eq!(draw(1_234_567, 5), [B, B, A, B, A]);
        let n_a = draw(7, 1000).into_iter().filter(|arm| *arm == A).count();
        assert!((430..570).contains(&n_a), "{n_a}");
    }

    #[test]
    fn days_are_pairs_of_periods() {
        assert_eq!(arms(1, &[A, B]), [A, B, B, A]);
        assert_eq!(arms(2, &[B, B]), [B, B, A, A, B, B, A, A]);
        assert_eq!(pairs_of(2, &arms(2, &[B, A, A])), Some(vec![B, A, A]));
        assert_eq!(pairs_of(1, &[A, A]), None);
        assert_eq!(pairs_of(1, &[A]), None);
        assert_eq!(pairs_of(0, &[A, B]), None);
    }

    #[test]
    fn what_cannot_succeed_is_refused() {
        let of = |period_days, n_pairs, washout_days| {
            Design { period_days, n_pairs, washout_days }.check()
        };
        assert_eq!(of(1, 5, 0), Err(Hopeless::Chance));
        assert_eq!(of(1, 6, 0), Ok(()));
        // Four pairs of weeks: 16 orders, at best p = 2/16.
        assert_eq!(of(7, 4, 0), Err(Hopeless::Chance));
        let weeks = Design { period_days: 7, n_pairs: 4, washout_days: 0 };
        assert!((weeks.least_p() - 0.125).abs() < 1e-12);
        assert_eq!(of(2, 13, 0), Err(Hopeless::Pairs));
        assert_eq!(of(2, 14, 1), Ok(()));
        assert_eq!(of(2, 14, 2), Err(Hopeless::Washout));
        assert_eq!(of(1, 14, 1), Err(Hopeless::Washout));
        assert_eq!(of(8, 14, 0), Err(Hopeless::Period));
        assert_eq!(of(0, 14, 0), Err(Hopeless::Period));
        assert_eq!(of(7, 26, 0), Ok(()));
        assert_eq!(of(7, 27, 0), Err(Hopeless::Days));
        assert_eq!(DEFAULT.check(), Ok(()));
        assert_eq!(OF_PERIODS.check(), Ok(()));
        assert_eq!((DEFAULT.n_days(), OF_PERIODS.n_days()), (56, 84));
    }

    #[test]
    fn the_first_days_of_a_period_are_washed_out() {
        let design = Design { period_days: 3, n_pairs: 14, washout_days: 1 };
        let counted: Vec<bool> = (0..6).map(|day| design.counts(day)).collect();
        assert_eq!(counted, [false, true, true, false, true, true]);
        assert!(!design.counts(84));
    }
}
