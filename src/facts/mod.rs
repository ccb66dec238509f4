//! What the entries of some days add up to, as plain numbers: what a report and a trend say.
//!
//! Every figure is a pure function of a journal and days. Not recorded is not zero: a figure
//! says of how many days it is, and is `None` where nothing was recorded.

pub mod change;
pub mod coverage;
pub mod exercise;
pub mod flare;
pub mod habits;
pub mod intensity;
pub mod measures;
pub mod nights;
pub mod pattern;
pub mod places;
pub mod treatments;

use crate::journal::Score;

/// A mean of recorded values, and of how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// In the unit of the values; of scores in points, 0.0–10.0.
    pub value: f64,
    /// How many values it is of; at least one.
    pub n: usize,
}

impl Mean {
    /// The mean of some values; `None` of none.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let (sum, n) = values.into_iter().fold((0.0, 0_usize), |(s, n), x| (s + x, n + 1));
        #[expect(clippy::cast_precision_loss, reason = "fewer values than 2^53")]
        let value = sum / n as f64;
        (n > 0).then_some(Self { value, n })
    }
}

/// So many of so many days (or nights).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub n: usize,
    /// Of how many on which it was recorded.
    pub of: usize,
}

impl Share {
    /// Counts what holds of recorded values.
    pub fn of(values: impl IntoIterator<Item = bool>) -> Self {
        values.into_iter().fold(Self::default(), |share, holds| Self {
            n: share.n + usize::from(holds),
            of: share.of + 1,
        })
    }

    /// Per cent, halves up; 100 only of all and 0 only of none. 0 where there is nothing to count.
    pub fn percent(self) -> usize {
        let rounded = (200 * self.n + self.of) / (2 * self.of).max(1);
        match self.n {
            0 => 0,
            n if n == self.of => 100,
            _ => rounded.clamp(1, 99),
        }
    }
}

/// From this score on pain is called severe: 7 of 10 (Serlin 1995 and Fejer 2005 as given by
/// Boonstra 2016, doi 10.3389/fpsyg.2016.01466, table 3; other cut points exist).
pub const SEVERE: Score = Score::whole(7);

/// Two means differ at least by so much, not by the rounding of a computer.
pub(crate) fn at_least(difference: f64, threshold: f64) -> bool {
    difference > threshold - 1e-9
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn per_cent_are_rounded_and_all_is_all() {
        let percent = |n, of| Share { n, of }.percent();
        assert_eq!([percent(2, 3), percent(1, 3), percent(1, 2)], [67, 33, 50]);
        assert_eq!([percent(1, 200), percent(1, 201), percent(3, 200)], [1, 1, 2]);
        assert_eq!([percent(0, 7), percent(7, 7), percent(0, 0)], [0, 100, 0]);
        assert_eq!([percent(1, 1000), percent(999, 1000)], [1, 99]);
    }
}
