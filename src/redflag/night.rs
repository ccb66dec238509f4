//! Whether nights are more painful than the days on either side of them.

use chrono::NaiveDate;

use crate::journal::Score;
use crate::journal::series::DayPain;
use crate::redflag::mean::{PARTS, parts, parts_of};
use crate::redflag::pain_days::{count, plural};
use crate::redflag::record::Record;
use crate::redflag::verdict::{Evidence, Fact, Finding, Needs, Status};

/// The thresholds of [`crate::redflag::Criterion::NightAboveDay`].
pub(crate) struct Asked {
    pub(crate) window_days: u32,
    pub(crate) min_pairs: u32,
    pub(crate) mean_above: Score,
    pub(crate) night_above: Score,
    pub(crate) nights_percent: u32,
    pub(crate) mean_night: Score,
}

/// A night with the days on either side of it, in parts.
struct Pair {
    date: NaiveDate,
    night: i64,
    /// Twice the night minus the mean of the two days, to stay whole.
    twice_above: i64,
}

/// Whether the nights were above the days by as much as is asked.
pub(crate) fn find(asked: &Asked, record: &Record<'_>) -> Finding {
    // The day before the first night is outside the window of nights.
    let pairs = pairs(record.last(asked.window_days + 1));
    let n = count(pairs.len());
    let above: Vec<NaiveDate> = pairs
        .iter()
        .filter(|p| p.twice_above >= 2 * parts_of(asked.night_above))
        .map(|p| p.date)
        .collect();
    let sum_night: i64 = pairs.iter().map(|p| p.night).sum();
    let sum_twice_above: i64 = pairs.iter().map(|p| p.twice_above).sum();
    let more = i64::from(asked.min_pairs) - n;
    let is_met = sum_twice_above >= 2 * parts_of(asked.mean_above) * n
        && count(above.len()) * 100 >= i64::from(asked.nights_percent) * n
        && sum_night >= parts_of(asked.mean_night) * n;
    let status = match (more > 0, is_met) {
        (true, _) => Status::NotEnough,
        (false, true) => Status::Met,
        (false, false) => Status::NotMet,
    };
    let number = |name, n| Evidence { name, value: Fact::Count(n) };
    let mut evidence = vec![number("paired_nights", n), number("nights_above", count(above.len()))];
    let mut says = Vec::new();
    if let Some(mean_above) = tenths(sum_twice_above, 2 * n)
        && let Some(mean_night) = tenths(sum_night, n)
    {
        let points = |name, x| Evidence { name, value: Fact::Points(f64::from(x) / 10.0) };
        evidence.push(points("mean_difference_points", mean_above));
        evidence.push(points("mean_night_points", mean_night));
        says.push(sentence(asked, n, above.len(), (mean_above, mean_night)));
    }
    let needs = (status == Status::NotEnough).then(|| Needs {
        sentence: format!(
            "{more} more {} with a score, each with the day before and the day after",
            plural(more, "night", "nights")
        ),
        days: Some(more),
    });
    let dates = if status == Status::Met { above } else { Vec::new() };
    Finding { status, dates, evidence, says, needs, wants_earlier: false }
}

fn pairs(days: &[DayPain]) -> Vec<Pair> {
    let neighbours = days.iter().zip(days.iter().skip(1));
    neighbours
        .filter(|(before, after)| before.date.succ_opt() == Some(after.date))
        .filter_map(|(before, after)| {
            let night = parts(after.night?);
            let twice_above = 2 * night - parts(before.day?) - parts(after.day?);
            Some(Pair { date: after.date, night, twice_above })
        })
        .collect()
}

/// A mean in tenths of a point, rounded down; `None` of nothing.
fn tenths(sum_parts: i64, n: i64) -> Option<i32> {
    i32::try_from(sum_parts.checked_div_euclid(n.checked_mul(PARTS)?)?).ok()
}

fn sentence(asked: &Asked, n: i64, n_above: usize, means: (i32, i32)) -> String {
    let (above, night) = means;
    let side = if above < 0 { "below" } else { "above" };
    format!(
        "Night rated on average {}.{} points {side} day, by {} point or more on {n_above} of {n} \
         paired {}; night pain {}.{} on average.",
        above.abs() / 10,
        above.abs() % 10,
        asked.night_above,
        plural(n, "night", "nights"),
        night / 10,
        night % 10,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mean_of_up_to_24_moments_is_a_whole_number_of_parts() {
        for n in 1..=24_u32 {
            for sum_tenths in 0..=n * 100 {
                let mut sum = 0.0;
                let (each, rest) = (sum_tenths / n, sum_tenths % n);
                for i in 0..n {
                    sum += f64::from(each + u32::from(i < rest)) / 10.0;
                }
                let exact = i64::from(sum_tenths) * PARTS;
                assert_eq!(exact % i64::from(n), 0);
                assert_eq!(parts(sum / f64::from(n)), exact / i64::from(n), "{sum_tenths}/{n}");
            }
        }
    }

    #[test]
    fn means_are_shown_rounded_down_so_that_none_seems_to_reach_its_threshold() {
        assert_eq!(tenths(2 * 20 * PARTS * 7 - 1, 2 * 7), Some(19));
        assert_eq!(tenths(2 * 20 * PARTS * 7, 2 * 7), Some(20));
        assert_eq!(tenths(-1, 7), Some(-1));
        assert_eq!(tenths(0, 0), None);
    }
}
