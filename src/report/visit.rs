//! Since when a report tells: since the last visit.

use chrono::{Days, NaiveDate};

use crate::journal::fields::{event, treatment};
use crate::journal::{Entry, Journal, Span};

/// Treatments that are visits to someone who reads such a page.
const VISITS: &[&str] = &["doctor", "physiotherapist", "chiropractor", "osteopath"];

/// A report or a chart of fewer days says too little: an earlier visit is looked for.
const LEAST_DAYS: u64 = 28;

/// How many days a report covers when there was no visit: half a year.
const USUAL_DAYS: u64 = 183;

/// The days from the last visit, at least four weeks ago, to today; half a year where there was
/// none in it.
pub fn since_last(journal: &Journal, today: NaiveDate) -> Span {
    let is_visit = |e: &&Entry| {
        e.values.text(&event::EVENT) == Some("visit")
            || e.values.text(&treatment::TREATMENT).is_some_and(|t| VISITS.contains(&t))
    };
    let usual = Span::ending(today, USUAL_DAYS);
    let visits = journal.within(usual).iter().filter(is_visit).map(|e| e.day);
    let last = visits.filter(|day| *day <= today - Days::new(LEAST_DAYS)).max();
    last.and_then(|day| Span::new(day, today)).unwrap_or(usual)
}

/// The days of a span since a journal began, four weeks at least: before its first entry are no
/// months of nothing.
pub fn since_begun(journal: &Journal, span: Span) -> Span {
    if journal.has_earlier() {
        return span;
    }
    let begun = journal.recorded_span().map_or(span.last(), |recorded| recorded.first());
    let least = Span::ending(span.last(), LEAST_DAYS).first();
    Span::new(begun.min(least).max(span.first()), span.last()).unwrap_or(span)
}
