//! Experiments on oneself that are over, with what they showed.

use chrono::NaiveDate;

use crate::experiment::{Experiment, Findings, experiments, findings};
use crate::journal::{Journal, Span};

/// An experiment that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// What was compared, and when.
    pub experiment: Experiment,
    /// What it showed.
    pub findings: Findings,
}

/// The experiments that ended in a span, the newest first. Of one under way nothing is told,
/// and of one whose days are not all loaded nothing can be.
pub fn trials(journal: &Journal, span: Span, today: NaiveDate) -> Vec<Trial> {
    let is_of_span = |it: &Experiment| {
        let end = it.stopped.unwrap_or(it.last_pain()).min(it.last_pain());
        let is_loaded = journal.loaded().is_none_or(|loaded| loaded.contains(it.first));
        span.contains(end) && is_loaded
    };
    let all = experiments(journal).into_iter().rev().filter(is_of_span);
    all.filter_map(|experiment| {
        let findings = findings(&experiment, journal, today).ok()?;
        Some(Trial { experiment, findings })
    })
    .collect()
}
