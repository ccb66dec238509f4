//! The mean of a few scores, not rounded.

use std::fmt;

use crate::journal::Score;

/// The mean of several scores, kept as their sum in tenths and their number, so that 16/3 stays
/// what it is until it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    sum_tenths: u32,
    n: u32,
}

impl Mean {
    /// The mean of these scores; `None` of nothing.
    pub fn of(scores: impl IntoIterator<Item = Score>) -> Option<Self> {
        let mut scores = scores.into_iter();
        Some(Self::starting(scores.next()?, scores))
    }

    /// The mean of a score and others.
    pub fn starting(first: Score, others: impl IntoIterator<Item = Score>) -> Self {
        let mut mean = Self { sum_tenths: first.tenths().into(), n: 1 };
        for score in others {
            mean.sum_tenths += u32::from(score.tenths());
            mean.n += 1;
        }
        mean
    }

    /// The sum of the scores in tenths of a point.
    pub fn sum_tenths(self) -> u32 {
        self.sum_tenths
    }

    /// How many scores it is of, at least one.
    pub fn n(self) -> u32 {
        self.n
    }

    /// Points, 0.0–10.0.
    pub fn points(self) -> f64 {
        f64::from(self.sum_tenths) / f64::from(10 * self.n)
    }
}

impl fmt::Display for Mean {
    /// Writes it to a tenth, halves up: `5.0`, `5.3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (2 * self.sum_tenths + self.n) / (2 * self.n);
        write!(f, "{}.{}", tenths / 10, tenths % 10)
    }
}
