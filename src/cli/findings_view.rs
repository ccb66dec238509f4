//! What an experiment showed, in plain words.

use std::fmt;

use serde::Serialize;

use crate::cli::experiment_view::{DoneView, said_design, said_done};
use crate::cli::lines::day_name;
use crate::cli::output::View;
use crate::experiment::{Experiment, Findings, Outcome};
use crate::journal::counted;
use crate::stats::experiment::{Exposure, Found};
use crate::stats::schedule::{Arm, PAIRS_LEAST};

/// A difference that chance alone would do as often is none that can be seen.
const P: f64 = 0.05;

/// The difference, as it was found.
#[derive(Debug, Serialize)]
struct FoundView {
    /// Points of pain with the first less those with the second.
    effect: f64,
    /// Null: without end.
    ci_low: Option<f64>,
    /// Null: without end.
    ci_high: Option<f64>,
    /// How often chance alone would do as much.
    p: f64,
    /// `less`, `more`, or `no_clear_effect`.
    verdict: &'static str,
    /// Whether the effect is that of a day, or the whole of one that builds up.
    builds_up: bool,
}

/// What an experiment showed.
#[derive(Debug, Serialize)]
pub(crate) struct FindingsView {
    id: String,
    arm_a: String,
    arm_b: String,
    first: String,
    last: String,
    stopped: Option<String>,
    /// The day of an earlier stop that was taken back; null: it was lived without one.
    gone_on_after: Option<String>,
    /// Null: too few entries to say.
    experiment: Option<FoundView>,
    method: &'static str,
    /// Days of the schedule that count.
    days: usize,
    days_a: usize,
    days_b: usize,
    mean_a: Option<f64>,
    mean_b: Option<f64>,
    pairs: usize,
    whole_pairs: usize,
    /// In how many of them there was less pain with the first.
    pairs_less: usize,
    done: DoneView,
    #[serde(skip)]
    text: Vec<String>,
}

impl View for FindingsView {
    const SCHEMA: &'static str = "experiment-result/1";
}

impl fmt::Display for FindingsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

fn verdict(found: &Found) -> &'static str {
    match found.p <= P {
        true if found.effect < 0.0 => "less",
        true => "more",
        false => "no_clear_effect",
    }
}

impl FindingsView {
    /// What was found of an experiment.
    pub(crate) fn new(of: &Experiment, found: &Findings) -> Self {
        let finite = |x: f64| x.is_finite().then_some(x);
        let view = found.found.map(|found| FoundView {
            effect: found.effect,
            ci_low: finite(found.low),
            ci_high: finite(found.high),
            p: found.p,
            verdict: verdict(&found),
            builds_up: found.exposure == Exposure::Slowly,
        });
        Self {
            id: of.name.to_string(),
            arm_a: of.a.to_string(),
            arm_b: of.b.to_string(),
            first: of.first.to_string(),
            last: of.last().to_string(),
            stopped: of.stopped.map(|day| day.to_string()),
            gone_on_after: of.gone_on_after.map(|day| day.to_string()),
            experiment: view,
            method: "randomisation test of the schedule that was drawn",
            days: found.n_days,
            days_a: found.a.len(),
            days_b: found.b.len(),
            mean_a: found.mean_a(),
            mean_b: found.mean_b(),
            pairs: of.design.n_pairs,
            whole_pairs: found.whole_pairs,
            pairs_less: found.n_less(),
            done: DoneView {
                as_drawn: found.adherence.as_drawn,
                otherwise: found.adherence.otherwise,
                not_recorded: found.adherence.not_recorded,
            },
            text: said(of, found),
        }
    }
}

fn said(of: &Experiment, findings: &Findings) -> Vec<String> {
    let design = said_design(&of.design);
    let mut text = vec![
        format!("{}: {}", of.name, of.asks()),
        format!("  {design}, from {} to {}", day_name(of.first), day_name(of.last())),
    ];
    if let Some(stopped) = of.stopped {
        text.push(format!(
            "  stopped on {}, after {} of {} days: if you stopped because of how the pain went, chance has a larger part in this than it looks",
            day_name(stopped),
            of.n_lived(),
            of.days.len()
        ));
    }
    if let Some(day) = of.gone_on_after {
        text.push(format!(
            "  stopped on {} and gone on with: if what it showed then was looked at and decided that, chance has a larger part in this than it looks",
            day_name(day)
        ));
    }
    text.push(String::new());
    match &findings.found {
        Some(found) => text.extend(said_found(of, found)),
        None => text.push(format!(
            "Not enough entries to say: {PAIRS_LEAST} pairs need pain on both sides, {} have it.",
            findings.whole_pairs
        )),
    }
    text.push(String::new());
    text.extend(said_evidence(of, findings));
    text
}

/// The pain that is compared: `days after foam roller`, `nights with side`.
fn compared(of: &Experiment, arm: Arm) -> String {
    let called = of.called(arm);
    match (of.is_of_nights(), of.outcome) {
        (true, Outcome::Night) => format!("nights with {called}"),
        (true, _) => format!("days after nights with {called}"),
        (false, Outcome::Night) => format!("nights after {called}"),
        (false, _) => format!("days after {called}"),
    }
}

fn said_found(of: &Experiment, found: &Found) -> Vec<String> {
    let Found { effect, low, high, p, exposure, .. } = *found;
    let than = compared(of, Arm::B);
    let what = match exposure {
        Exposure::AtOnce => {
            format!("{} had {} pain than {than}", compared(of, Arm::A), side(effect))
        }
        Exposure::Slowly => format!(
            "{}, once kept up for days, had {} pain than {than}",
            compared(of, Arm::A),
            side(effect)
        ),
    };
    let range = format!("95 % range {}", range(low, high));
    if p <= P {
        return vec![
            format!("In your experiment, {what} ({range})."),
            format!("Chance alone would do this {}.", chance(p)),
            "It holds for you, as these weeks were.".into(),
        ];
    }
    let widest = low.abs().max(high.abs());
    let missed = if widest.is_finite() {
        format!(
            "Differences bigger than about {widest:.1} either way would likely have shown; smaller ones cannot be ruled out."
        )
    } else {
        "Too little was recorded to rule any difference out.".into()
    };
    vec![
        "No clear difference.".into(),
        format!(
            "In your experiment, {what} ({range}), but chance alone would do as much {}.",
            chance(p)
        ),
        missed,
    ]
}

/// `0.9 less`.
fn side(points: f64) -> String {
    let word = if points < 0.0 { "less" } else { "more" };
    format!("{:.1} {word}", points.abs())
}

/// `0.3 to 1.5 less`, `0.8 less to 0.4 more`.
fn range(low: f64, high: f64) -> String {
    match (low.is_finite(), high.is_finite()) {
        (true, true) if high < 0.0 => format!("{:.1} to {:.1} less", -high, -low),
        (true, true) if low > 0.0 => format!("{low:.1} to {high:.1} more"),
        (true, true) => format!("{} to {}", side(low), side(high)),
        (true, false) => format!("{} or anything above", side(low)),
        (false, true) => format!("{} or anything below", side(high)),
        (false, false) => "without ends".into(),
    }
}

/// `1 time in 200`, as often as it may be said of so many orders.
fn chance(p: f64) -> String {
    let one_in = (1.0 / p.max(f64::MIN_POSITIVE)).round();
    if p >= 0.5 {
        "more often than not".into()
    } else if one_in >= 2000.0 {
        "at most 1 time in 2000".into()
    } else {
        format!("about 1 time in {one_in}")
    }
}

/// From which days it is.
fn said_evidence(of: &Experiment, findings: &Findings) -> Vec<String> {
    let mean = |of: Option<f64>| of.map_or("–".into(), |points| format!("{points:.1}"));
    let row = |called: &str, points: Option<f64>, days: usize| {
        format!("  {called}: {} on average, of {}", mean(points), counted(days, "day", "days"))
    };
    let mut text = vec![
        row(&compared(of, Arm::A), findings.mean_a(), findings.a.len()),
        row(&compared(of, Arm::B), findings.mean_b(), findings.b.len()),
        format!(
            "  pain recorded after {} of {}, and on both sides of {} of {} pairs",
            findings.n_with_pain(),
            counted(findings.n_days, "day", "days"),
            findings.whole_pairs,
            of.design.n_pairs
        ),
    ];
    if findings.whole_pairs > 0 {
        let pairs = match (findings.n_less(), findings.whole_pairs) {
            (less, 1) => format!("{less} of this 1 pair"),
            (less, of_pairs) => format!("{less} of these {of_pairs} pairs"),
        };
        text.push(format!("  less pain with {} in {pairs}", of.a));
    }
    if findings.found.is_some() {
        text.push(
            "  these means are as recorded; the difference above allows for weekdays and the days before"
                .into(),
        );
    }
    let done = &findings.adherence;
    if of.done_by.is_some() {
        text.push(format!("  done {}", said_done(done)));
    }
    text.push(
        "What was drawn is compared, not what was done: so nothing but chance chose the days."
            .into(),
    );
    if done.otherwise > 0 {
        text.push("Where it was done otherwise, a difference looks smaller than it is.".into());
    }
    text
}
