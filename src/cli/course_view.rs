//! The course of pain as it is shown: the change over the days, and a change of level.

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::lines::day_name;
use crate::insights::course::{Course, LevelChange};
use crate::insights::days::Days;
use crate::stats::minimum::Lacking;
use crate::stats::trend::{self, SAME_POINTS};

/// The change from the first to the last day; null where there are not enough entries.
#[derive(Debug, Serialize)]
pub(crate) struct TrendView {
    /// Points, below zero it fell.
    change_total: Option<f64>,
    /// The low end of the 95 % range.
    ci_low: Option<f64>,
    /// The high end.
    ci_high: Option<f64>,
    /// How unusual it would be without a change.
    p: Option<f64>,
    verdict: &'static str,
}

/// A change of level.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeView {
    /// The most likely first day of the new level.
    date: String,
    /// Points from the old level to the new.
    effect: f64,
    /// Natural logarithm of the Bayes factor.
    log_bf: f64,
    /// The days that it was with 80 of 100.
    window: [String; 2],
}

/// The change over the days, for JSON.
pub(crate) fn trend_view(course: Option<&Course>) -> TrendView {
    let Some(Ok(trend)) = course.map(|c| c.trend) else {
        return TrendView {
            change_total: None,
            ci_low: None,
            ci_high: None,
            p: None,
            verdict: "not_enough_data",
        };
    };
    TrendView {
        change_total: Some(trend.change),
        ci_low: Some(trend.low),
        ci_high: Some(trend.high),
        p: Some(trend.p),
        verdict: match trend.course() {
            trend::Course::Better => "better",
            trend::Course::Worse => "worse",
            trend::Course::Same => "same",
            trend::Course::Unclear => "unclear",
        },
    }
}

/// The changes of level, for JSON; at most one.
pub(crate) fn change_views(course: Option<&Course>) -> Vec<ChangeView> {
    let level = course.and_then(|c| c.level);
    let view = |level: LevelChange| ChangeView {
        date: level.date.to_string(),
        effect: level.points,
        log_bf: level.ln_bayes,
        window: [level.window.first().to_string(), level.window.last().to_string()],
    };
    level.into_iter().map(view).collect()
}

/// The change over the days, in a sentence.
pub(crate) fn say_trend(course: &Course) -> String {
    let trend = match &course.trend {
        Ok(trend) => trend,
        Err(lacking) => return format!("Not enough entries to say: {}.", say_lacking(*lacking)),
    };
    let range = range(trend.low, trend.high);
    let by = points(trend.change.abs());
    match trend.course() {
        trend::Course::Better => format!(
            "Better: from the first day to the last, pain fell by about {by} points (95 % range: {range})."
        ),
        trend::Course::Worse => format!(
            "Worse: from the first day to the last, pain rose by about {by} points (95 % range: {range})."
        ),
        trend::Course::Same => format!(
            "About the same: from the first day to the last, the change is within {SAME_POINTS} point (95 % range: {range})."
        ),
        trend::Course::Unclear => format!(
            "Can't tell yet: from the first day to the last, pain may be anything from {range}."
        ),
    }
}

/// A change of level, in a sentence. Steps that are seen are larger than they are: "about".
pub(crate) fn say_level(level: &LevelChange) -> String {
    let way = if level.points < 0.0 { "lower" } else { "higher" };
    format!(
        "The level seems to have changed: about {} points {way} since about {} (4 to 1 that it \
         was between {} and {}).",
        points(level.points.abs()),
        day_name(level.date),
        day_name(level.window.first()),
        day_name(level.window.last())
    )
}

/// Which days, how many, and how many have a score: `…: 180 days, 156 with a score`.
pub(crate) fn say_days(days: &Days) -> String {
    let n = days.diary.n_days();
    format!(
        "{} to {}: {n} {}, {} with a score",
        day_name(days.first),
        day_name(days.last()),
        if n == 1 { "day" } else { "days" },
        days.diary.n_recorded()
    )
}

/// So many days in a row without a score are said; this project's own choice, four weeks.
const GAP_DAYS: usize = 28;
/// Most of them that are said, the longest ones.
const MOST_GAPS: usize = 3;

/// Long stretches without a score, a sentence each, in order.
pub(crate) fn say_gaps(days: &Days) -> Vec<String> {
    gaps(days)
        .into_iter()
        .map(|(first, last)| {
            let n = (last - first).num_days() + 1;
            format!("No score from {} to {}, {n} days.", day_name(first), day_name(last))
        })
        .collect()
}

/// The longest stretches of days without a score, in order: the first and the last day of each.
pub(crate) fn gaps(days: &Days) -> Vec<(NaiveDate, NaiveDate)> {
    let recorded: Vec<usize> =
        (0..days.diary.n_days()).filter(|day| days.diary.pain[*day].is_some()).collect();
    let between = recorded.windows(2).filter_map(|two| match two {
        [before, after] if after - before > GAP_DAYS => Some((before + 1, after - 1)),
        _ => None,
    });
    let mut longest: Vec<(usize, usize)> = between.collect();
    longest.sort_by_key(|(first, last)| std::cmp::Reverse(last - first));
    longest.truncate(MOST_GAPS);
    longest.sort_unstable();
    longest.into_iter().map(|(first, last)| (days.date(first), days.date(last))).collect()
}

/// What is lacking of a diary, in words.
pub(crate) fn say_lacking(lacking: Lacking) -> String {
    let days = |n: usize| if n == 1 { "1 more day".to_string() } else { format!("{n} more days") };
    match lacking {
        Lacking::Days(n) => format!("{} of diary", days(n)),
        Lacking::Pain(n) => format!("{} with a pain score", days(n)),
        Lacking::Pairs(n) => format!("{} on which it is recorded, beside pain", days(n)),
        Lacking::With { value, days: n } => format!("{} with {value}", days(n)),
        Lacking::OtherPain => "pain is the same on all days".into(),
        Lacking::Apart { days: n, .. } => format!("{} with one of two habits alone", days(n)),
        Lacking::Other { than, days: n } => format!("{} with anything but {than}", days(n)),
    }
}

/// Points with one decimal, or two where one would be 0.
pub(crate) fn points(points: f64) -> String {
    if points.abs() < 0.095 { format!("{points:.2}") } else { format!("{points:.1}") }
}

/// Both ends of a range: `0.3 to 1.3 lower`, `0.4 lower to 0.2 higher`.
pub(crate) fn range(low: f64, high: f64) -> String {
    let (a, b) = (points(low.abs()), points(high.abs()));
    if high < 0.0 {
        format!("{b} to {a} lower")
    } else if low > 0.0 {
        format!("{a} to {b} higher")
    } else {
        format!("{a} lower to {b} higher")
    }
}
