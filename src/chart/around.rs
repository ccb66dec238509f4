//! How a day differs from the person's own days around it: what changes slowly, such as a season
//! or a treatment, is in both and drops out.

use chrono::NaiveDate;

use crate::chart::smooth::median;

/// Days before and after that count as around a day: this project's own choice, long enough for
/// all habits of a week, short against months of getting better.
pub const AROUND_DAYS: i64 = 14;
/// Values around a day that it needs: half of a full week on each side.
pub const AROUND_NEEDS: usize = 7;

/// Returns each value less the median of the values at most [`AROUND_DAYS`] before or after it,
/// without itself; `values` are in order of date, one a day. Days with fewer than
/// [`AROUND_NEEDS`] values around them are left out.
pub fn differences(values: &[(NaiveDate, f64)]) -> Vec<(NaiveDate, f64)> {
    let of = |(place, (day, value)): (usize, &(NaiveDate, f64))| {
        let from = values.partition_point(|(date, _)| (*day - *date).num_days() > AROUND_DAYS);
        let to = values.partition_point(|(date, _)| (*date - *day).num_days() <= AROUND_DAYS);
        let before = values.get(from..place)?;
        let after = values.get(place + 1..to)?;
        let others: Vec<f64> = before.iter().chain(after).map(|(_, value)| *value).collect();
        let usual = median(&others).filter(|_| others.len() >= AROUND_NEEDS)?;
        Some((*day, value - usual))
    };
    values.iter().enumerate().filter_map(of).collect()
}
