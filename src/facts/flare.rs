//! Flare-ups: a worsening that lasts from hours to weeks (Costa 2019, PMID 30904517).
//!
//! That paper gives no numbers: those here are this project's own choice. It also says that a
//! flare-up gets in the way of what the person does; that is not asked here, since few record it,
//! so scores tell only of what looks like one. What the person marks as a flare-up is one whatever
//! the scores say.

use chrono::NaiveDate;

use crate::journal::series::DayPain;
use crate::journal::{Journal, Span};

/// Days before a day whose median it is held against.
pub const MEDIAN_DAYS: u64 = 28;
/// Days with a score that the median needs.
const MEDIAN_MIN: usize = 14;
/// Points above the median at which a flare-up begins.
pub const RISE: f64 = 2.0;
/// The least score of one.
pub const LEAST: f64 = 5.0;
/// Points above the median below which it is over.
const OVER: f64 = 1.0;
/// Days with a score below that, in a row, which end it.
const DAYS_TO_END: usize = 2;
/// Longer than so many days it is no flare-up.
const LONGEST_DAYS: i64 = 28;

/// The flare-ups of a span, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flares {
    /// The days on which the person said that one began, each once.
    pub marked: Vec<NaiveDate>,
    /// Stretches that look like one by their scores and that nobody marked.
    pub by_scores: Vec<Span>,
}

/// The flare-ups of a span; `days` are its scored days and those before it. What was marked on a
/// day of a stretch, or on the day before it, is that stretch.
pub fn flare_ups(journal: &Journal, days: &[DayPain], span: Span) -> Flares {
    let mut marked = marked(journal, span);
    marked.dedup();
    let mut by_scores = flares(days, span);
    by_scores.retain(|flare| {
        let before = flare.first().pred_opt().unwrap_or(flare.first());
        let around = Span::new(before, flare.last()).unwrap_or(*flare);
        !marked.iter().any(|day| around.contains(*day))
    });
    Flares { marked, by_scores }
}

/// The stretches of days that look like a flare-up, by the highest score of each day.
pub fn flares(days: &[DayPain], span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < days.len() {
        let day = days[at];
        let usual = usual_before(days, day.date);
        let begins =
            |usual: f64| day.highest.points() >= LEAST && day.highest.points() >= usual + RISE;
        let Some(usual) = usual.filter(|u| begins(*u)) else {
            at += 1;
            continue;
        };
        let (last, next) = end_of(days, at, usual);
        if (last - day.date).num_days() < LONGEST_DAYS && span.contains(day.date) {
            found.extend(Span::new(day.date, last));
        }
        at = next.max(at + 1);
    }
    found
}

/// The last day of a flare-up, and where to look on.
fn end_of(days: &[DayPain], start: usize, usual: f64) -> (NaiveDate, usize) {
    let mut last = days[start].date;
    let mut calm = 0;
    for (n, day) in days.iter().enumerate().skip(start + 1) {
        // A stretch without entries ends what is known of it.
        if (day.date - days[n - 1].date).num_days() > 2 {
            return (last, n);
        }
        if day.highest.points() < usual + OVER {
            calm += 1;
            if calm == DAYS_TO_END {
                return (last, n + 1);
            }
        } else {
            calm = 0;
            last = day.date;
        }
    }
    (last, days.len())
}

/// The median of the highest scores of the days before; `None` of too few.
fn usual_before(days: &[DayPain], date: NaiveDate) -> Option<f64> {
    let window = Span::ending(date.pred_opt()?, MEDIAN_DAYS);
    let mut scores: Vec<f64> =
        days.iter().filter(|d| window.contains(d.date)).map(|d| d.highest.points()).collect();
    if scores.len() < MEDIAN_MIN {
        return None;
    }
    scores.sort_by(f64::total_cmp);
    let n = scores.len();
    Some(f64::midpoint(scores[(n - 1) / 2], scores[n / 2]))
}

/// The days on which the person said that a flare-up began.
pub fn marked(journal: &Journal, span: Span) -> Vec<NaiveDate> {
    use crate::journal::fields::event;
    let of_days = journal.within(span).iter();
    let is_flare = |e: &&crate::journal::Entry| e.values.text(&event::EVENT) == Some("flare");
    of_days.filter(is_flare).map(|e| e.day).collect()
}
