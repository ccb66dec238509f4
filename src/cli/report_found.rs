//! What goes with pain and what experiments showed, of the report as JSON.

use serde::Serialize;

use crate::report::claims::{Claimed, Claims};
use crate::report::trials::Trial;

/// What is claimed of habits.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimsView {
    /// The first day that is looked at.
    since: String,
    /// Days with a score from then on.
    recorded_days: usize,
    habits: Vec<ClaimView>,
}

/// One habit.
#[derive(Debug, Serialize)]
struct ClaimView {
    habit: String,
    /// Days from the habit to the pain.
    lag: usize,
    verdict: &'static str,
    /// Points of pain for one unit, or for yes against no.
    effect: f64,
    ci_low: f64,
    ci_high: f64,
    /// Days with pain that have the habit recorded.
    n: usize,
    /// Of yes or no, on how many of them it was so; null of an amount.
    n_with: Option<usize>,
    /// Habits that cannot be told apart from it.
    rivals: Vec<String>,
    caveats: Vec<&'static str>,
}

/// An experiment that is over.
#[derive(Debug, Serialize)]
pub(crate) struct TrialView {
    name: String,
    a: String,
    b: String,
    outcome: &'static str,
    /// Points of pain with the one less those with the other; null: too few pairs.
    effect: Option<f64>,
    ci_low: Option<f64>,
    ci_high: Option<f64>,
    /// How often chance alone does as much.
    p: Option<f64>,
    /// Pairs with pain on both sides.
    whole_pairs: usize,
    pairs: usize,
    /// The day on which it was stopped; null: it was not.
    stopped: Option<String>,
}

impl ClaimsView {
    /// What stands on the page.
    pub(crate) fn of(claims: &Claims) -> Self {
        Self {
            since: claims.since.to_string(),
            recorded_days: claims.recorded_days,
            habits: claims.habits.iter().map(ClaimView::of).collect(),
        }
    }
}

impl ClaimView {
    fn of(it: &Claimed) -> Self {
        let Claimed { subject, link, n_with, rivals } = it;
        Self {
            habit: subject.id.clone(),
            lag: subject.when.lag(),
            verdict: if link.effect < 0.0 { "less" } else { "more" },
            effect: link.effect,
            ci_low: link.low,
            ci_high: link.high,
            n: link.n_pairs,
            n_with: *n_with,
            rivals: rivals.iter().map(|rival| rival.id.clone()).collect(),
            caveats: link.is_reactive.then_some("reactive").into_iter().collect(),
        }
    }
}

impl TrialView {
    /// What stands on the page.
    pub(crate) fn of(it: &Trial) -> Self {
        let (of, found) = (&it.experiment, it.findings.found.as_ref());
        Self {
            name: of.name.to_string(),
            a: of.a.to_string(),
            b: of.b.to_string(),
            outcome: of.outcome.id(),
            effect: found.map(|found| found.effect),
            ci_low: found.map(|found| found.low),
            ci_high: found.map(|found| found.high),
            p: found.map(|found| found.p),
            whole_pairs: it.findings.whole_pairs,
            pairs: of.design.n_pairs,
            stopped: of.stopped.map(|day| day.to_string()),
        }
    }
}
