//! Experiments as they are shown: plans, lists, where they stand. Never what they showed so far.

use std::fmt;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::cli::lines::day_name;
use crate::cli::output::View;
use crate::experiment::{
    Adherence, Chances, DAYS_LOOKED_AT, DoneBy, Experiment, N_RUNS, Outcome, POINTS, Plan, State,
    adherence, chances, experiments,
};
use crate::journal::{Journal, counted};
use crate::stats::schedule::{Arm, Design};

/// How many days ahead are shown: enough to make ready for them.
const DAYS_AHEAD: usize = 7;

/// A plan, before anything is drawn.
#[derive(Debug, Serialize)]
pub(crate) struct PlanView {
    name: String,
    arm_a: String,
    arm_b: String,
    outcome: &'static str,
    lag_days: u64,
    period_days: usize,
    pairs: usize,
    washout_days: usize,
    days: usize,
    first: String,
    last: String,
    result_from: String,
    done_by: String,
    /// How likely it is to show a difference.
    chances: Vec<ChanceView>,
    /// On how many days of the journal that rests; null: on usual diaries.
    chances_from_days: Option<usize>,
    #[serde(skip)]
    text: Vec<String>,
}

/// How likely a plan is to show a difference.
#[derive(Debug, Serialize)]
struct ChanceView {
    /// So many points less.
    points: f64,
    /// 0–1, of made-up experiments.
    chance: f64,
}

impl View for PlanView {
    const SCHEMA: &'static str = "experiment-plan/1";
}

impl fmt::Display for PlanView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl PlanView {
    /// What a plan takes.
    pub(crate) fn new(plan: &Plan, journal: &Journal, today: NaiveDate) -> Self {
        let days = plan.design.n_days();
        let later = |n: usize| plan.first + Days::new(u64::try_from(n).unwrap_or(0));
        let last = later(days.saturating_sub(1));
        let result_from = last + Days::new(plan.lag_days + 1);
        let found = chances(plan, journal, today);
        let (first, end) = (day_name(plan.first), day_name(last));
        let mut text = vec![
            plan.question.as_deref().map_or_else(|| said_arms(&plan.a, &plan.b), Into::into),
            format!("  {}, from {first} to {end}", said_design(&plan.design)),
            format!("  it is about {}", said_outcome(plan.outcome, plan.lag_days)),
            format!("  what you did is read from {}", said_done_by(plan)),
            format!("  what it showed can be seen from {} on", day_name(result_from)),
        ];
        text.extend(said_chances(&found));
        text.push(
            "nothing is drawn yet: the same with `start` in place of `plan` draws the days".into(),
        );
        Self {
            name: plan.name.to_string(),
            arm_a: plan.a.to_string(),
            arm_b: plan.b.to_string(),
            outcome: plan.outcome.id(),
            lag_days: plan.lag_days,
            period_days: plan.design.period_days,
            pairs: plan.design.n_pairs,
            washout_days: plan.design.washout_days,
            days,
            first: plan.first.to_string(),
            last: last.to_string(),
            result_from: result_from.to_string(),
            done_by: plan.done_by.id(),
            chances: POINTS
                .iter()
                .zip(found.of_points)
                .map(|(points, chance)| ChanceView { points: *points, chance })
                .collect(),
            chances_from_days: found.own_days,
            text,
        }
    }
}

/// `foam roller or no foam roller: which goes with less pain?`
fn said_arms(a: &str, b: &str) -> String {
    format!("{a} or {b}: which goes with less pain?")
}

/// `pain on the day after`, `the worst pain of the day of waking up`.
fn said_outcome(outcome: Outcome, lag_days: u64) -> String {
    let of = outcome.means();
    match lag_days {
        0 if outcome == Outcome::Night => "pain in that same night".into(),
        0 => format!("{of}, after that night"),
        1 if outcome == Outcome::Night => "pain in the night after".into(),
        1 => format!("{of}, the day after"),
        n => format!("{of}, {n} days after"),
    }
}

fn said_done_by(plan: &Plan) -> String {
    match &plan.done_by {
        DoneBy::Exercise(id) => format!("the exercise {id}"),
        DoneBy::Habit(id) if plan.makes_habit => {
            format!("your answers to `twinge log`, as a habit {id}")
        }
        DoneBy::Habit(id) => format!("your habit {id}"),
        DoneBy::Field(id) => format!("your {}", id.replace('_', " ")),
    }
}

/// Below this a plan is more likely to show nothing than something.
const EVEN: f64 = 0.5;

fn said_chances(of: &Chances) -> Vec<String> {
    let after = match of.own_days {
        Some(days) => {
            format!("in the manner of your last {DAYS_LOOKED_AT} days, {days} of them with a score")
        }
        None => "in the manner of usual diaries, for yours is too short to tell".into(),
    };
    let mut text = vec!["How likely it is to show less pain, should there be".to_string()];
    for (points, chance) in POINTS.iter().zip(of.of_points) {
        let hundred = (chance * 100.0).round();
        text.push(format!("  {points:.1} points less: {hundred} of 100"));
    }
    text.push(format!("by {N_RUNS} made-up experiments each, {after}"));
    if of.of_points[1] < EVEN {
        text.push(
            "a difference of 1 point would more likely be missed: more pairs see more".into(),
        );
    }
    text
}

/// `28 pairs of single days, 56 days in all`.
pub(crate) fn said_design(design: &Design) -> String {
    let of = match design.period_days {
        1 => "single days".into(),
        n => format!("{n} days in a row"),
    };
    let washout = match design.washout_days {
        0 => String::new(),
        1 => ", the first of each not counted".into(),
        n => format!(", the first {n} of each not counted"),
    };
    format!("{} pairs of {of}{washout}, {} days in all", design.n_pairs, design.n_days())
}

/// `as drawn on 9 of 11 days, otherwise on 1, not recorded on 1`.
pub(crate) fn said_done(done: &Adherence) -> String {
    let Adherence { as_drawn, otherwise, not_recorded } = done;
    let days = counted(as_drawn + otherwise + not_recorded, "day", "days");
    format!(
        "as drawn on {as_drawn} of {days}, otherwise on {otherwise}, not recorded on {not_recorded}"
    )
}

/// How often it was done as drawn.
#[derive(Debug, Serialize)]
pub(crate) struct DoneView {
    pub(crate) as_drawn: usize,
    pub(crate) otherwise: usize,
    pub(crate) not_recorded: usize,
}

/// A day and what is drawn for it.
#[derive(Debug, Serialize)]
pub(crate) struct DrawnView {
    day: String,
    /// `a` or `b`.
    arm: &'static str,
    called: String,
    #[serde(skip)]
    name: String,
}

/// An experiment, and where it stands.
#[derive(Debug, Serialize)]
pub(crate) struct ExperimentView {
    name: String,
    question: String,
    arm_a: String,
    arm_b: String,
    state: &'static str,
    first: String,
    last: String,
    /// When the result can be seen.
    result_from: String,
    period_days: usize,
    pairs: usize,
    washout_days: usize,
    lag_days: u64,
    outcome: &'static str,
    /// The number of the day, from 1; null where it is none of the schedule.
    day: Option<usize>,
    /// Days in all.
    days: usize,
    /// What is drawn for today; of nights, for the night to come. Null: nothing.
    now: Option<DrawnView>,
    /// The days after that; only where one is shown alone.
    next: Vec<DrawnView>,
    /// Of the days so far, with today where it was said.
    done: DoneView,
    done_by: Option<String>,
    seed: Option<i64>,
    /// When it was stopped; null where it was not.
    stopped: Option<String>,
    why_stopped: Option<String>,
    #[serde(skip)]
    text: Vec<String>,
}

impl View for ExperimentView {
    const SCHEMA: &'static str = "experiment/1";
}

impl fmt::Display for ExperimentView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.iter().try_for_each(|line| writeln!(f, "{line}"))?;
        if !self.next.is_empty() {
            writeln!(f, "  then")?;
        }
        self.next.iter().try_for_each(|drawn| writeln!(f, "    {}  {}", drawn.name, drawn.called))
    }
}

/// What is drawn for a day.
fn drawn(of: &Experiment, day: NaiveDate) -> Option<DrawnView> {
    let arm = of.arm_on(day)?;
    Some(DrawnView {
        day: day.to_string(),
        arm: if arm == Arm::A { "a" } else { "b" },
        called: of.called(arm).into(),
        name: day_name(day),
    })
}

/// The day whose arm is to be done now: of nights, that of waking up.
pub(crate) fn day_at_hand(of: &Experiment, today: NaiveDate) -> NaiveDate {
    if of.is_of_nights() { today.succ_opt().unwrap_or(today) } else { today }
}

/// What is to be done now, in words: `today: foam roller`, `tonight: side`; `None`: nothing.
pub(crate) fn at_hand(of: &Experiment, today: NaiveDate) -> Option<String> {
    let arm = of.arm_on(day_at_hand(of, today))?;
    let when = if of.is_of_nights() { "tonight" } else { "today" };
    Some(format!("{when}: {}", of.called(arm)))
}

/// What the page of today says of an experiment.
#[derive(Debug, Serialize)]
pub(crate) struct ExperimentLine {
    name: String,
    state: &'static str,
    /// The number of the day, from 1; null where it is none of the schedule.
    day: Option<usize>,
    days: usize,
    /// What is drawn for today; of nights, for the night to come. Null: nothing.
    now: Option<DrawnView>,
    #[serde(skip)]
    pub(crate) text: String,
}

impl ExperimentLine {
    /// One line of an experiment.
    pub(crate) fn new(of: &Experiment, today: NaiveDate) -> Self {
        let state = of.state(today);
        let now = at_hand(of, today);
        let text = match (state, now) {
            (State::Running(number), Some(now)) => {
                format!("experiment {}, day {number} of {}; {now}", of.name, of.days.len())
            }
            (_, Some(now)) => format!("experiment {}; {now}", of.name),
            (State::Waiting, None) => {
                format!("experiment {} begins on {}", of.name, day_name(of.first))
            }
            (_, None) => {
                format!("experiment {}: the result from {}", of.name, day_name(of.result_from()))
            }
        };
        Self {
            name: of.name.to_string(),
            state: state.id(),
            day: of.number(today).map(|n| n + 1),
            days: of.days.len(),
            now: drawn(of, day_at_hand(of, today)),
            text,
        }
    }
}

impl ExperimentView {
    /// An experiment, with what the journal has of its days.
    pub(crate) fn new(of: &Experiment, journal: &Journal, today: NaiveDate) -> Self {
        let state = of.state(today);
        // What is not said of today may still be.
        let yesterday = today.pred_opt().unwrap_or(today);
        let done = adherence(of, journal, yesterday);
        let number = of.number(today).map(|n| n + 1);
        let mut text = vec![format!("{}: {}", of.name, of.asks())];
        text.push(format!("  {}", said_design(&of.design)));
        text.push(format!("  {}", said_state(of, state)));
        text.extend(at_hand(of, today).map(|now| format!("  {now}")));
        let n_so_far = done.as_drawn + done.otherwise + done.not_recorded;
        if n_so_far > 0 && of.done_by.is_some() {
            text.push(format!("  done {}", said_done(&done)));
        }
        Self {
            name: of.name.to_string(),
            question: of.asks(),
            arm_a: of.a.to_string(),
            arm_b: of.b.to_string(),
            state: state.id(),
            first: of.first.to_string(),
            last: of.last().to_string(),
            result_from: of.result_from().to_string(),
            period_days: of.design.period_days,
            pairs: of.design.n_pairs,
            washout_days: of.design.washout_days,
            lag_days: of.lag_days,
            outcome: of.outcome.id(),
            day: number,
            days: of.days.len(),
            now: drawn(of, day_at_hand(of, today)),
            next: Vec::new(),
            done: DoneView {
                as_drawn: done.as_drawn,
                otherwise: done.otherwise,
                not_recorded: done.not_recorded,
            },
            done_by: of.done_by.as_ref().map(DoneBy::id),
            seed: of.seed,
            stopped: of.stopped.map(|day| day.to_string()),
            why_stopped: of.why_stopped.as_deref().map(str::to_string),
            text,
        }
    }

    /// With what is drawn for the days after today's.
    #[must_use]
    pub(crate) fn with_next(mut self, of: &Experiment, today: NaiveDate) -> Self {
        let after = day_at_hand(of, today).succ_opt().unwrap_or(today).max(of.first);
        self.next = after.iter_days().take(DAYS_AHEAD).filter_map(|day| drawn(of, day)).collect();
        self
    }
}

fn said_state(of: &Experiment, state: State) -> String {
    let until =
        format!("until {}; the result from {}", day_name(of.last()), day_name(of.result_from()));
    match state {
        State::Waiting => format!("begins on {}, {until}", day_name(of.first)),
        State::Running(number) => format!("day {number} of {}, {until}", of.days.len()),
        State::Ending => {
            format!("all days are done; the result from {}", day_name(of.result_from()))
        }
        State::Over => {
            format!("over since {}: `twinge experiment result {}`", day_name(of.last()), of.name)
        }
        State::Stopped => {
            let day = of.stopped.map(day_name).unwrap_or_default();
            let why = of.why_stopped.as_ref().map(|why| format!(" (“{why}”)")).unwrap_or_default();
            format!("stopped on {day}{why}: `twinge experiment result {}`", of.name)
        }
    }
}

/// All experiments.
#[derive(Debug, Serialize)]
pub(crate) struct ExperimentsView {
    experiments: Vec<ExperimentView>,
    /// Older ones that are not listed.
    n_older: usize,
}

impl View for ExperimentsView {
    const SCHEMA: &'static str = "experiments/1";
}

impl fmt::Display for ExperimentsView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.experiments.is_empty() {
            return writeln!(f, "no experiments yet: `twinge experiment plan \"foam roller\"`");
        }
        self.experiments.iter().try_for_each(|one| write!(f, "{one}"))?;
        match self.n_older {
            0 => Ok(()),
            n => writeln!(f, "{n} older: `twinge experiment list --all`"),
        }
    }
}

impl ExperimentsView {
    /// The experiments of a journal, the newest first: all of them, or those under way and the
    /// newest that is over.
    pub(crate) fn new(journal: &Journal, today: NaiveDate, is_all: bool) -> Self {
        let all = experiments(journal);
        let newest = all.iter().rev().find(|one| !one.state(today).is_open());
        let is_listed = |one: &&Experiment| {
            is_all || one.state(today).is_open() || newest.is_some_and(|n| n.id == one.id)
        };
        let listed = all.iter().rev().filter(is_listed);
        let views: Vec<_> = listed.map(|one| ExperimentView::new(one, journal, today)).collect();
        Self { n_older: all.len() - views.len(), experiments: views }
    }
}
