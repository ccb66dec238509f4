//! The share of days with pain, with bounds for what was not recorded.

use serde::Serialize;

use crate::journal::series::DayPain;
use crate::redflag::criterion::days_of_percent;
use crate::redflag::mean::between;
use crate::redflag::record::{Record, back};
use crate::redflag::verdict::{Evidence, Fact, Finding, Needs, Status};

/// Whether pain was recorded on at least `percent` of the last `window_days`.
pub(crate) fn find(window_days: u32, percent: u32, record: &Record<'_>) -> Finding {
    let recorded = record.last(window_days);
    let with_pain: Vec<_> = recorded.iter().filter(|d| d.has_pain()).map(|d| d.date).collect();
    let window = i64::from(window_days);
    let needed = i64::from(days_of_percent(window_days, percent));
    let (n_pain, n_recorded) = (count(with_pain.len()), count(recorded.len()));
    let n_missing = (window - n_recorded).max(0);

    let status = if n_pain >= needed {
        Status::Met
    } else if n_pain + n_missing < needed {
        Status::NotMet
    } else {
        Status::NotEnough
    };
    let needs = (status == Status::NotEnough).then(|| Needs {
        sentence: format!(
            "at least {} more {} with pain recorded among the {n_missing} of the last \
             {window} that have no score",
            needed - n_pain,
            plural(needed - n_pain, "day", "days"),
        ),
        days: Some(needed - n_pain),
    });
    let number = |name, n| Evidence { name, value: Fact::Count(n) };
    Finding {
        status,
        dates: if status == Status::Met { with_pain } else { Vec::new() },
        evidence: vec![
            number("window_days", window),
            number("recorded_days", n_recorded),
            number("missing_days", n_missing),
            number("pain_days", n_pain),
            number("pain_days_needed", needed),
        ],
        says: vec![format!(
            "You recorded pain on {n_pain} of the last {window} days; {n_missing} {} no score. \
             {needed} days are at least {percent} %.",
            plural(n_missing, "day has", "days have"),
        )],
        needs,
        wants_earlier: false,
    }
}

/// Pain was recorded on at least one of the last days. All of them recorded as 0 is a no.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct AnyPain {
    /// How many days, ending today.
    pub within_days: u32,
}

impl AnyPain {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let recorded = record.last(self.within_days);
        let hurts: Vec<_> = recorded.iter().filter(|d| d.has_pain()).map(|d| d.date).collect();
        let n = count(hurts.len());
        let evidence = vec![Evidence::count("recent_pain_days", n)];
        let days = plural(n, "day", "days");
        let says = format!("You recorded pain on {n} {days} of the last {}.", self.within_days);
        let finding = if n > 0 {
            Finding::met(hurts)
        } else if count(recorded.len()) >= self.within_days.into() {
            Finding::not_met()
        } else {
            let sentence = format!("a score of the last {} days: twinge log 4", self.within_days);
            Finding::not_enough(sentence, Some(1))
        };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "Pain (a score of 1 or more) was recorded on a day of the last {}, today included.",
            self.within_days
        )
    }
}

/// Pain was recorded in each of several stretches of days. A day without a score may be either.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct PainInEach {
    /// How many stretches, one after the other, the last ending today.
    pub stretches: u32,
    /// How many days each has.
    pub stretch_days: u32,
}

impl PainInEach {
    pub(crate) fn find(&self, record: &Record<'_>) -> Finding {
        let recorded = record.last(self.stretches * self.stretch_days);
        let mut n_with = 0;
        let mut n_without = 0;
        for nth in 0..self.stretches {
            let last = back(record.today(), nth * self.stretch_days);
            let days = between(recorded, back(last, self.stretch_days.saturating_sub(1)), last);
            if days.iter().any(DayPain::has_pain) {
                n_with += 1;
            } else if count(days.len()) >= self.stretch_days.into() {
                n_without += 1;
            }
        }
        let evidence = vec![
            Evidence::count("stretches_with_pain", n_with),
            Evidence::count("stretches_without_pain", n_without),
        ];
        let says = format!(
            "You recorded pain in {n_with} of the last {} times {} days.",
            self.stretches, self.stretch_days
        );
        let more = i64::from(self.stretches) - n_with;
        let finding = if more <= 0 {
            let days = recorded.iter().filter(|d| d.has_pain());
            Finding::met(days.map(|d| d.date).collect())
        } else if n_without > 0 {
            Finding::not_met()
        } else {
            let sentence = format!(
                "a day with pain in {more} more of the last {} times {} days",
                self.stretches, self.stretch_days
            );
            Finding::not_enough(sentence, Some(more))
        };
        finding.with(evidence, says)
    }

    pub(crate) fn say(&self) -> String {
        format!(
            "Pain (a score of 1 or more) was recorded in each of the last {} times {} days, today \
             included. Days without a score may be either, so it is a no only when one of these \
             is recorded as 0 throughout.",
            self.stretches, self.stretch_days
        )
    }
}

/// A length as a number of evidence.
pub(crate) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The word for one or for several.
pub(crate) fn plural<'a>(n: i64, one: &'a str, several: &'a str) -> &'a str {
    if n == 1 { one } else { several }
}
