//! The share of days with pain, with bounds for what was not recorded.

use crate::redflag::criterion::days_of_percent;
use crate::redflag::record::Record;
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

/// A length as a number of evidence.
pub(crate) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The word for one or for several.
pub(crate) fn plural<'a>(n: i64, one: &'a str, several: &'a str) -> &'a str {
    if n == 1 { one } else { several }
}
