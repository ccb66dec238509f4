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
}

/// From this score on pain is called severe: 7 of 10 (Serlin 1995 and Fejer 2005 as given by
/// Boonstra 2016, doi 10.3389/fpsyg.2016.01466, table 3; other cut points exist).
pub const SEVERE: Score = Score::whole(7);

/// Two means differ at least by so much, not by the rounding of a computer.
pub(crate) fn at_least(difference: f64, threshold: f64) -> bool {
    difference > threshold - 1e-9
}
