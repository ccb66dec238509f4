//! Exact means of days' pain: sums are whole, so a mean of exactly 2 is 2.

use chrono::NaiveDate;

use crate::journal::Score;
use crate::journal::series::DayPain;

/// Parts in a tenth of a point: the least common multiple of 1 to 24. A day's figure may be
/// the mean of several moments; with up to 24 of them, one an hour, it is a whole number of
/// parts.
pub(crate) const PARTS: i64 = 5_354_228_880;

/// Points as parts.
pub(crate) fn parts(points: f64) -> i64 {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let parts = (points * 10.0 * PARTS as f64).round();
    #[expect(clippy::cast_possible_truncation, reason = "at most 10 points: 5.4e11 parts")]
    let parts = parts as i64;
    parts
}

/// A score as parts.
pub(crate) fn parts_of(score: Score) -> i64 {
    i64::from(score.tenths()) * PARTS
}

/// The sum of several days' pain, and of how many days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) parts: i64,
    pub(crate) n: i64,
}

impl Sum {
    /// Of the days that have a figure of the day, not of the night or the morning alone.
    pub(crate) fn of(days: &[DayPain]) -> Self {
        days.iter().filter_map(|d| d.day).fold(Self::default(), |sum, points| Self {
            parts: sum.parts + parts(points),
            n: sum.n + 1,
        })
    }

    /// The mean in tenths of a point, rounded down; 0 of nothing.
    pub(crate) fn tenths(self) -> i64 {
        self.n.checked_mul(PARTS).and_then(|n| self.parts.checked_div_euclid(n)).unwrap_or(0)
    }

    /// How far the mean is above another, times both numbers of days.
    pub(crate) fn above(self, other: Self) -> i128 {
        i128::from(self.parts) * i128::from(other.n) - i128::from(other.parts) * i128::from(self.n)
    }
}

/// The days from `first` to `last` of days in order.
pub(crate) fn between(days: &[DayPain], first: NaiveDate, last: NaiveDate) -> &[DayPain] {
    let from = days.partition_point(|d| d.date < first);
    let to = days.partition_point(|d| d.date <= last);
    days.get(from..to).unwrap_or(&[])
}

/// How a mean is shown: `4.2`.
pub(crate) fn shown(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
