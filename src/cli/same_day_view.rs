//! Habits of the day and the pain of the same day, as they are shown: never as an effect.

use std::fmt;

use serde::Serialize;

use crate::cli::course_view::{points, range};
use crate::insights::same_day::SameDay;
use crate::insights::subject::Scale;
use crate::stats::links::Link;

/// A habit and the pain of its own day; null where there are not enough entries.
#[derive(Debug, Serialize)]
pub(crate) struct SameDayView {
    habit: String,
    /// Days from the habit to the pain.
    lag: usize,
    /// Points of pain for one unit, or for yes against no.
    difference: Option<f64>,
    ci_low: Option<f64>,
    ci_high: Option<f64>,
    p: Option<f64>,
    /// Among these links alone.
    q: Option<f64>,
    verdict: &'static str,
    /// Days with pain that have the habit recorded.
    n: Option<usize>,
    /// Of yes or no, on how many of them it was so.
    n_with: Option<usize>,
}

impl SameDayView {
    /// What was found of a habit, for JSON.
    pub(crate) fn of(it: &SameDay) -> Self {
        let link = it.link.as_ref().ok();
        let verdict = match (&it.link, it.told()) {
            (Err(_), _) => "not_enough_data",
            (Ok(_), None) => "no_clear_link",
            (Ok(_), Some(link)) => way(link),
        };
        Self {
            habit: it.subject.id.clone(),
            lag: 0,
            difference: link.map(|l| l.effect),
            ci_low: link.map(|l| l.low),
            ci_high: link.map(|l| l.high),
            p: link.map(|l| l.p),
            q: link.map(|l| l.q),
            verdict,
            n: link.map(|l| l.n_pairs),
            n_with: it.n_with,
        }
    }
}

fn way(link: &Link) -> &'static str {
    if link.effect < 0.0 { "lower" } else { "higher" }
}

/// Lists what goes with the pain of the same day; nothing where nothing does.
pub(crate) fn list(f: &mut fmt::Formatter<'_>, all: &[SameDay]) -> fmt::Result {
    let is_first = |link: &Link, place: usize| link.mirror.is_none_or(|mirror| place < mirror);
    let told = all.iter().enumerate().filter_map(|(place, it)| {
        let link = it.told().filter(|link| is_first(link, place))?;
        Some((it, link))
    });
    let told: Vec<(&SameDay, &Link)> = told.collect();
    if told.is_empty() {
        return Ok(());
    }
    writeln!(f, "\nOn the same days; which comes first, your diary can't tell")?;
    told.into_iter().try_for_each(|(it, link)| writeln!(f, "  {}", sentence(it, link)))
}

/// That pain is lower or higher on the days of a habit.
fn sentence(it: &SameDay, link: &Link) -> String {
    let called = &it.subject.called;
    let range = range(link.low, link.high);
    let about = points(link.effect.abs());
    match (&it.subject.scale, it.n_with) {
        (Scale::YesNo, n_with) => format!(
            "On days of {called}, pain was {range} (95 % range; about {about}). {} such days \
             of {}.",
            n_with.unwrap_or_default(),
            link.n_pairs
        ),
        (Scale::Amount(unit), _) => format!(
            "On days with more {called}, pain was {range} for each {unit} (95 % range; about \
             {about}). {} days.",
            link.n_pairs
        ),
    }
}
