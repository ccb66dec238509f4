//! Habits and pain: what of each habit can be said.

use crate::stats::columns::{Diary, Drift, lagged};
use crate::stats::engine::{DayBefore, Engine, Fit, Habit};
use crate::stats::family::Family;
use crate::stats::minimum::{self, Lacking, MIN_EACH};

/// What was found of a habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Points of pain for one unit of the habit, beside the other linked ones.
    pub effect: f64,
    /// The low end of what holds the effect in 95 of 100 diaries.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// How unusual it would be without an effect, 0.0–1.0.
    pub p: f64,
    /// The same for all habits together, 0.0–1.0.
    pub q: f64,
    /// Whether it is one of those that are linked beside one another.
    pub is_linked: bool,
    /// Habits, by their place, that cannot be told apart from it.
    pub rivals: Vec<usize>,
    /// Whether the habit follows the pain of its own day in the same direction: then part of the
    /// link may be the pain that decides.
    pub is_reactive: bool,
    /// Days with pain that have the habit recorded.
    pub n_pairs: usize,
}

/// From this on a habit is said to follow the pain of its own day; this project's own choice.
const REACTIVE_P: f64 = 0.01;

/// What of each habit can be said, or what is lacking.
pub fn links(diary: &Diary, habits: &[Habit]) -> Vec<Result<Link, Lacking>> {
    let enough: Vec<Result<usize, Lacking>> =
        habits.iter().map(|h| minimum::of_habit(diary, &lagged(&h.values, h.lag))).collect();
    let tested: Vec<usize> = (0..habits.len()).filter(|&j| enough[j].is_ok()).collect();
    if tested.is_empty() {
        return enough.into_iter().map(|e| Err(e.err().unwrap_or(Lacking::Pairs(1)))).collect();
    }
    let engine = Engine::new(diary, habits, Drift::Line, DayBefore::Adjusted);
    let family = Family::of(&engine, &tested);
    let reactive = reactive(diary, habits, &family);
    let of = |(habit, enough): (usize, Result<usize, Lacking>)| {
        let n_pairs = enough?;
        let member = family.members.iter().find(|m| m.habit == habit);
        let fit = engine.fit(habit, &family.linked);
        // Values that differ by less than can be calculated with are one value.
        let (Some(member), Some(fit)) = (member, fit) else {
            let than = habits[habit].values.iter().flatten().next().copied().unwrap_or_default();
            return Err(Lacking::Other { than, days: MIN_EACH });
        };
        let (effect, (low, high)) = (fit.effect(), fit.interval());
        let is_linked = family.linked.contains(&habit);
        let follows = |(j, same_day): &(usize, Fit)| {
            *j == habit && same_day.p() <= REACTIVE_P && same_day.effect() * effect > 0.0
        };
        Ok(Link {
            effect,
            low,
            high,
            p: member.p,
            q: member.q,
            is_linked,
            rivals: if is_linked { family.rivals(&engine, habit) } else { Vec::new() },
            is_reactive: reactive.iter().any(follows),
            n_pairs,
        })
    };
    enough.into_iter().enumerate().map(of).collect()
}

/// The link of each linked habit of the day before with the pain of its own day.
fn reactive(diary: &Diary, habits: &[Habit], family: &Family) -> Vec<(usize, Fit)> {
    let asked: Vec<usize> = family.linked.iter().copied().filter(|&j| habits[j].lag > 0).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let same_day: Vec<Habit> =
        asked.iter().map(|&j| Habit { lag: 0, ..habits[j].clone() }).collect();
    let engine = Engine::new(diary, &same_day, Drift::Line, DayBefore::Ignored);
    asked.iter().enumerate().filter_map(|(i, &j)| Some((j, engine.fit(i, &[])?))).collect()
}
