//! Getting worse: the mean of some weeks against that of the weeks before.

use chrono::NaiveDate;
use serde::Serialize;

use crate::journal::Score;
use crate::journal::series::DayPain;
use crate::redflag::mean::{Sum, between, parts_of, shown};
use crate::redflag::record::{Record, back};
use crate::redflag::verdict::{Evidence, Finding};

/// The mean of the day's pain rose from one stretch of days to the next, and the weeks do not
/// speak against it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct MeanRise {
    /// The last so many days, today included, against as many before them; whole weeks.
    pub window_days: u32,
    /// The mean rose by at least this.
    #[serde(serialize_with = "crate::redflag::criterion::points")]
    pub at_least: Score,
    /// Each of the two has at least so many days with a score …
    pub min_days: u32,
    /// … and at least so many weeks …
    pub min_weeks: u32,
    /// … with at least so many days with a score.
    pub week_days: u32,
    /// Of weeks with at least so many days with a score …
    pub slope_week_days: u32,
    /// … there are at least so many for the slope of their means to count.
    pub slope_min_weeks: u32,
}

impl MeanRise {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let all = record.recent();
        let today = record.today();
        let turn = back(today, self.window_days);
        let start = back(today, 2 * self.window_days);
        let now = between(all, turn.succ_opt().unwrap_or(turn), today);
        let before = between(all, start.succ_opt().unwrap_or(start), turn);
        let (sum, sum_before) = (Sum::of(now), Sum::of(before));
        let missing = self.missing(now, today).max(self.missing(before, turn));
        let mut evidence = vec![
            Evidence::count("recent_days_with_a_score", sum.n),
            Evidence::count("earlier_days_with_a_score", sum_before.n),
        ];
        if missing > 0 {
            let days = if missing == 1 { "day" } else { "days" };
            let sentence = format!(
                "at least {missing} more {days} with a score among the last {}: {} weeks of each \
                 half with {} days or more",
                2 * self.window_days,
                self.min_weeks,
                self.week_days
            );
            return Finding::not_enough(sentence, Some(missing)).with(evidence, String::new());
        }
        evidence.push(Evidence::points("recent_mean_points", sum.tenths()));
        evidence.push(Evidence::points("earlier_mean_points", sum_before.tenths()));
        let slope = self.slope(all, today);
        evidence.extend(slope.map(|s| Evidence::text("weekly_slope_points", format!("{s:+.2}"))));
        let says = format!(
            "The mean of the last {} days is {} ({} days), that of the {} before {} ({} days).{}",
            self.window_days,
            shown(sum.tenths()),
            sum.n,
            self.window_days,
            shown(sum_before.tenths()),
            sum_before.n,
            slope.map(|s| format!(" By week it changed by {s:+.2}.")).unwrap_or_default()
        );
        let least = i128::from(parts_of(self.at_least)) * i128::from(sum.n * sum_before.n);
        // A slope of zero or below speaks against it; too few weeks for one do not.
        let is_met = sum.above(sum_before) >= least && slope.is_none_or(|s| s > 1e-9);
        let dates = || now.iter().filter(|d| d.has_pain()).map(|d| d.date).collect();
        let finding = if is_met { Finding::met(dates()) } else { Finding::not_met() };
        finding.with(evidence, says)
    }

    /// At least how many more days with a score one stretch needs.
    fn missing(&self, days: &[DayPain], last: NaiveDate) -> i64 {
        let mut short: Vec<i64> = weeks(days, last, self.window_days / 7)
            .map(|week| (i64::from(self.week_days) - Sum::of(week).n).max(0))
            .collect();
        short.sort_unstable();
        let of_weeks: i64 = short.iter().take(usize::try_from(self.min_weeks).unwrap_or(0)).sum();
        of_weeks.max(i64::from(self.min_days) - Sum::of(days).n).max(0)
    }

    /// The median slope between weekly means, in points a week (Sen 1968,
    /// doi 10.1080/01621459.1968.10480934); `None` of too few weeks.
    fn slope(&self, all: &[DayPain], today: NaiveDate) -> Option<f64> {
        let weeks = weeks(all, today, 2 * self.window_days / 7);
        let means: Vec<(f64, f64)> = (0..)
            .zip(weeks)
            .map(|(ago, week)| (ago, Sum::of(week), week))
            .filter(|(_, sum, _)| sum.n >= i64::from(self.slope_week_days))
            .map(|(ago, _, week)| (-f64::from(ago), mean(week)))
            .collect();
        if means.len() < usize::try_from(self.slope_min_weeks).ok()?.max(2) {
            return None;
        }
        let mut slopes: Vec<f64> = Vec::new();
        for (i, (x, y)) in means.iter().enumerate() {
            slopes.extend(means.iter().skip(i + 1).map(|(u, v)| (v - y) / (u - x)));
        }
        slopes.sort_by(f64::total_cmp);
        let n = slopes.len();
        Some(f64::midpoint(*slopes.get((n - 1) / 2)?, *slopes.get(n / 2)?))
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "The mean of the day's pain (its average, else the mean of its moments, else its \
             worst) over the last {} days, today included, is {} points or more above that of the \
             {} before. Each has at least {} days with a score, and {} weeks with at least {}. \
             Where at least {} of the weeks of both have {} days with a score or more, the median \
             slope between their means must rise too.",
            self.window_days,
            self.at_least,
            self.window_days,
            self.min_days,
            self.min_weeks,
            self.week_days,
            self.slope_min_weeks,
            self.slope_week_days
        )
    }
}

/// The `n` weeks that end with `last`, newest first.
fn weeks(days: &[DayPain], last: NaiveDate, n: u32) -> impl Iterator<Item = &[DayPain]> {
    (0..n).map(move |w| between(days, back(last, 7 * w + 6), back(last, 7 * w)))
}

fn mean(days: &[DayPain]) -> f64 {
    let (sum, n) = days.iter().filter_map(|d| d.day).fold((0.0, 0.0), |(s, n), x| (s + x, n + 1.0));
    sum / n
}
