//! English: pain in groups of days.

use crate::language::messages::groups::{GroupSaid, GroupWords};

pub(super) const GROUPS: GroupWords = GroupWords {
    nights,
    days,
    few: |count| format!("{count}, few"),
    range: |low, high| format!("{low} to {high}"),
    said,
    reading: "diamond: mean; bar: its 95 % range, from resampled weeks",
    reading_around: |n| format!("around: the median of the {n} days before and after each"),
    no_cause: "goes with; does not show cause",
    no_cause_said: "Goes with; does not show cause.",
    mean_and_range: "mean (95 % range)",
    points: "points less or more",
    dot_nights: |n| {
        if n == 1 { "dot: a night".into() } else { format!("dot: up to {}", nights(n)) }
    },
    dot_days: |n| if n == 1 { "dot: a day".into() } else { format!("dot: up to {}", days(n)) },

    night_pain_by_position: "Night pain by sleep position",
    nights_with_position: |n, of| format!("{n} of {} with a position and a score", nights(of)),
    no_nights_with_position: "No nights with both a position and a score in this period",
    pain_by_sitting: "Pain by hours of sitting",
    days_with_sitting: |n, of| format!("{n} of {} with hours of sitting and a score", days(of)),
    no_days_with_sitting: "No days with both hours of sitting and a score in this period",
    nights_after: |n| format!("{} after", nights(n)),
    hours_under: |hours| format!("under {hours} h"),
    hours_between: |from, to| format!("{from} to {to} h"),
    hours_over: |hours| format!("over {hours} h"),
    day_and_night_after: "pain: the day and the night after, 0–10",
    days_around: "against the days around",
    both_around: "against days or nights around",

    night_pain: "night pain, 0–10",
    nights_around: "against the nights around",
};

fn said(it: &GroupSaid<'_>) -> String {
    let within = |range: &Option<String>| match range {
        Some(range) => format!(" (95 % range {range})"),
        None => String::new(),
    };
    let mut said = format!("{}: mean {}{}, {}", it.name, it.mean, within(&it.range), it.count);
    if let Some(around) = &it.around {
        said.push_str("; ");
        said.push_str(it.against);
        said.push(' ');
        said.push_str(around);
        said.push_str(&within(&it.around_range));
    }
    said.push('.');
    said
}

fn nights(n: usize) -> String {
    if n == 1 { "1 night".into() } else { format!("{n} nights") }
}

fn days(n: usize) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}
