//! Habits and pain: what of each habit can be said.

use crate::stats::columns::{Diary, Drift, lagged};
use crate::stats::engine::{DayBefore, Engine, Fit, Habit};
use crate::stats::family::Family;
use crate::stats::minimum::{self, Lacking, MIN_EACH};
use crate::stats::number;

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
    /// Whether the habit goes with the pain of its own day in the other direction, and beside
    /// that nothing is left of the link. A habit that eases pain on its own day makes the day
    /// after look worse than the days around it; that is no link with the day after.
    pub is_echo: bool,
    /// The place of the other one of two that exclude each other, of which it is always one: what
    /// is said of the one is said of the other, the other way round.
    pub mirror: Option<usize>,
    /// Days with pain that have the habit recorded.
    pub n_pairs: usize,
}

/// From this on a habit is said to follow the pain of its own day; this project's own choice.
const REACTIVE_P: f64 = 0.01;
/// A wider range, in points between the least and the most of a habit, says nothing: pain has
/// ten points either way. This project's own choice.
const WIDEST: f64 = 40.0;
/// Beside the same day's link a link has to be as clear as that; this project's own choice.
const ECHO_P: f64 = 0.01;

/// What of each habit can be said, or what is lacking.
pub fn links(diary: &Diary, habits: &[Habit]) -> Vec<Result<Link, Lacking>> {
    let enough: Vec<Result<usize, Lacking>> =
        habits.iter().map(|h| minimum::of_habit(diary, &lagged(&h.values, h.lag))).collect();
    let tested: Vec<usize> = (0..habits.len()).filter(|&j| enough[j].is_ok()).collect();
    if is_flat(diary) {
        let lacking = |e: Result<usize, Lacking>| Err(e.err().unwrap_or(Lacking::OtherPain));
        return enough.into_iter().map(lacking).collect();
    }
    if tested.is_empty() {
        return enough.into_iter().map(|e| Err(e.err().unwrap_or(Lacking::Pairs(1)))).collect();
    }
    let engine = Engine::new(diary, habits, Drift::Line, DayBefore::Adjusted);
    let family = Family::of(&engine, &tested);
    let mirrors: Vec<Option<usize>> = (0..habits.len()).map(|j| mirror(habits, j)).collect();
    let is_linked = |j: usize| {
        let linked = &family.linked;
        linked.contains(&j) || mirrors[j].is_some_and(|mirror| linked.contains(&mirror))
    };
    let linked: Vec<usize> = (0..habits.len()).filter(|&j| is_linked(j)).collect();
    let reactive = reactive(diary, habits, &linked);
    let of = |(habit, enough): (usize, Result<usize, Lacking>)| {
        let n_pairs = enough?;
        let member = family.members.iter().find(|m| m.habit == habit);
        let fit = engine.fit(habit, &family.linked);
        // Values that differ by less than can be calculated with are one value, and so is what
        // a linked habit leaves of one that is always recorded with it.
        let told = member.zip(fit).map(|(member, fit)| (member, fit.effect(), fit.interval()));
        let told = told.filter(|(.., (low, high))| (high - low) * spread(&habits[habit]) <= WIDEST);
        let Some((member, effect, (low, high))) = told else {
            let twin = family.linked.iter().find(|&&j| is_along(diary, habits, habit, j));
            if let Some(&with) = twin {
                return Err(Lacking::Apart { with, days: MIN_EACH });
            }
            let than = habits[habit].values.iter().flatten().next().copied().unwrap_or_default();
            return Err(Lacking::Other { than, days: MIN_EACH });
        };
        let is_linked = is_linked(habit);
        let mirror = mirrors[habit];
        // The one of the two that is in the regressions.
        let entered = mirror.filter(|mirror| family.linked.contains(mirror)).unwrap_or(habit);
        let same_day = reactive.iter().find(|(j, fit)| *j == habit && fit.p() <= REACTIVE_P);
        let along = same_day.map(|(_, fit)| fit.effect() * effect);
        Ok(Link {
            effect,
            low,
            high,
            p: member.p,
            q: member.q,
            is_linked,
            rivals: if is_linked { family.rivals(&engine, entered) } else { Vec::new() },
            is_reactive: along.is_some_and(|along| along > 0.0),
            is_echo: along.is_some_and(|along| along < 0.0)
                && !holds_beside_same_day(diary, habits, &family, (habit, entered), effect),
            mirror,
            n_pairs,
        })
    };
    enough.into_iter().enumerate().map(of).collect()
}

/// Whether pain is the same on all days.
fn is_flat(diary: &Diary) -> bool {
    let mut recorded = diary.pain.iter().flatten();
    let first = recorded.next();
    recorded.all(|points| Some(points) == first)
}

/// The other one of a group of two, where one of them is so on each day and the other is not.
fn mirror(habits: &[Habit], habit: usize) -> Option<usize> {
    let of = &habits[habit];
    let mut others = (0..habits.len()).filter(|&j| j != habit && habits[j].group == of.group);
    let (other, none) = (others.next()?, others.next());
    let is_other_way_round = of.values.iter().zip(&habits[other].values).all(|pair| match pair {
        (Some(one), Some(other)) => (one + other - 1.0).abs() < f64::EPSILON,
        (None, None) => true,
        _ => false,
    });
    (none.is_none() && is_other_way_round).then_some(other)
}

/// From this correlation on, up to what can be calculated with, two habits are one.
const ALONG: f64 = 1.0 - 1e-9;

/// Whether what is recorded of two habits always goes along, on days with pain.
fn is_along(diary: &Diary, habits: &[Habit], one: usize, other: usize) -> bool {
    let [one, other] = [one, other].map(|j| lagged(&habits[j].values, habits[j].lag));
    let days = diary.pain.iter().zip(one.iter().zip(&other));
    let both: Vec<(f64, f64)> = days.filter_map(|(pain, (a, b))| pain.and((*a).zip(*b))).collect();
    let n = number(both.len()).max(1.0);
    let mean = |of: fn(&(f64, f64)) -> f64| both.iter().map(of).sum::<f64>() / n;
    let (a, b) = (mean(|it| it.0), mean(|it| it.1));
    let product =
        |of: &dyn Fn(f64, f64) -> f64| -> f64 { both.iter().map(|(x, y)| of(x - a, y - b)).sum() };
    let (xx, yy) = (product(&|x, _| x * x), product(&|_, y| y * y));
    product(&|x, y| x * y).abs() >= ALONG * (xx * yy).sqrt() && xx > 0.0 && yy > 0.0
}

/// The link of each linked habit of the day before with the pain of its own day.
fn reactive(diary: &Diary, habits: &[Habit], linked: &[usize]) -> Vec<(usize, Fit)> {
    let asked: Vec<usize> = linked.iter().copied().filter(|&j| habits[j].lag > 0).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let same_day: Vec<Habit> =
        asked.iter().map(|&j| Habit { lag: 0, ..habits[j].clone() }).collect();
    let engine = Engine::new(diary, &same_day, Drift::Line, DayBefore::Ignored);
    asked.iter().enumerate().filter_map(|(i, &j)| Some((j, engine.fit(i, &[])?))).collect()
}

/// Whether the link of a habit of the day before is there beside that of the same day.
fn holds_beside_same_day(
    diary: &Diary,
    habits: &[Habit],
    family: &Family,
    (habit, entered): (usize, usize),
    effect: f64,
) -> bool {
    let others = family.linked.iter().filter(|&&j| j != entered).map(|&j| habits[j].clone());
    let same_day = Habit { lag: 0, group: usize::MAX, ..habits[habit].clone() };
    let mut columns = vec![habits[habit].clone(), same_day];
    columns.extend(others);
    let engine = Engine::new(diary, &columns, Drift::Line, DayBefore::Ignored);
    let beside: Vec<usize> = (1..columns.len()).collect();
    let fit = engine.fit(0, &beside);
    fit.is_some_and(|fit| fit.p() <= ECHO_P && fit.effect() * effect > 0.0)
}

/// From the least to the most that was recorded.
fn spread(habit: &Habit) -> f64 {
    let values = || habit.values.iter().flatten().copied();
    values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
}
