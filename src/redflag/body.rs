//! Body weight and temperature.

use chrono::NaiveDate;
use serde::Serialize;

use crate::redflag::record::{Record, back};
use crate::redflag::ticked::listed;
use crate::redflag::verdict::{Evidence, Finding};

/// Body weight is below that of some time ago.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct WeightLoss {
    /// The median weight of the last so many days …
    pub window_days: u32,
    /// … is below that of one of these earlier times, each from the nearer to the farther day,
    /// in days ago …
    pub earlier_days_ago: &'static [[u32; 2]],
    /// … by at least this share of it.
    pub at_least_percent: u32,
    /// Each median is of at least so many readings.
    pub min_readings: u32,
}

impl WeightLoss {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let all = &record.answers().weights_g;
        let least = usize::try_from(self.min_readings).unwrap_or(usize::MAX);
        let median = |from: NaiveDate, to: NaiveDate| {
            let within: Vec<i64> =
                all.iter().filter(|(d, _)| (from..=to).contains(d)).map(|(_, g)| *g).collect();
            (within.len() >= least).then(|| twice_median(within)).flatten()
        };
        let today = record.today();
        let first = record.first_of(self.window_days);
        let needs = || {
            let sentence = format!(
                "{} readings of your weight in the last {} days and as many some months before: \
                 twinge log --weight 70",
                self.min_readings, self.window_days
            );
            Finding::not_enough(sentence, None)
        };
        let Some(now) = median(first, today) else { return needs() };
        let before: Vec<i64> = self
            .earlier_days_ago
            .iter()
            .filter_map(|[near, far]| median(back(today, *far), back(today, *near)))
            .collect();
        let Some(highest) = before.iter().copied().max() else { return needs() };
        let kept = 100 - i64::from(self.at_least_percent);
        let is_lost = now * 100 <= highest * kept;
        // Of the two halves of an even number of readings, twice the median is whole.
        let kg = |twice: i64| format!("{}.{} kg", twice / 2_000, twice % 2_000 / 200);
        let evidence = vec![
            Evidence::text("median_weight", kg(now)),
            Evidence::text("median_weight_before", kg(highest)),
        ];
        let says = format!(
            "The middle of your weights of the last {} days is {}; before it was {}.",
            self.window_days,
            kg(now),
            kg(highest)
        );
        let dates = || all.iter().map(|(d, _)| *d).filter(|d| *d >= first).collect();
        let finding = if is_lost { Finding::met(dates()) } else { Finding::not_met() };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        let times: Vec<String> = self
            .earlier_days_ago
            .iter()
            .map(|[near, far]| format!("from {near} to {far} days ago"))
            .collect();
        format!(
            "The median of your weights of the last {} days is at least {} % below that {}, each \
             of at least {} readings.",
            self.window_days,
            self.at_least_percent,
            times.join(" or "),
            self.min_readings
        )
    }
}

fn twice_median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    let n = values.len();
    Some(values.get(n.checked_sub(1)? / 2)? + values.get(n / 2)?)
}

/// A high body temperature was measured. A lower one is no answer: one can be unwell without.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Temperature {
    /// Degrees Celsius.
    pub at_least_celsius: u32,
    /// Within the last so many days, today included.
    pub within_days: u32,
}

impl Temperature {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let first = record.first_of(self.within_days);
        let least = i64::from(self.at_least_celsius) * 100;
        let readings = record.answers().temperatures.iter().filter(|(d, _)| *d >= first);
        let high = readings.filter(|(_, hundredths)| *hundredths >= least);
        let (mut dates, degrees): (Vec<NaiveDate>, Vec<i64>) = high.copied().unzip();
        dates.dedup();
        let Some(highest) = degrees.into_iter().max() else {
            let sentence = format!("a temperature of {} °C or more", self.at_least_celsius);
            return Finding::not_enough(sentence, None);
        };
        let highest = format!("{}.{} °C", highest / 100, highest % 100 / 10);
        let says = format!("You recorded a temperature of {highest}: {}.", listed(&dates));
        Finding::met(dates).with(vec![Evidence::text("highest_temperature", highest)], says)
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "You recorded a temperature of {} °C or more within the last {} days, today \
             included. A lower one is no answer.",
            self.at_least_celsius, self.within_days
        )
    }
}
