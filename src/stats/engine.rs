//! The engine: regressions of pain on calendar and habits, averaged over the grid.
//!
//! For each pair of correlation parameters every column is whitened once, and what all
//! regressions need of it, the sums of products of columns, is kept. A regression then costs
//! some small matrices, whatever the length of the diary.

use crate::stats::columns::{Base, Diary, Drift, Standard, base, lagged, standard};
use crate::stats::grid::{Theta, grid};
use crate::stats::mixture::Mixture;
use crate::stats::regression::{Regression, Sums, Term, partial_correlation};
use crate::stats::whiten::Filter;
use crate::stats::{Column, number};

/// A habit as it is asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Habit {
    /// What was recorded, by day.
    pub values: Column,
    /// Days from the habit to the pain: 0 for what comes before the day's pain, as sleep, else 1.
    pub lag: usize,
    /// Habits with the same number exclude one another, as positions of sleep do; they are
    /// never in one regression.
    pub group: usize,
}

/// Whether a habit has a second column, of one more day before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayBefore {
    /// It has: an effect that lasts is not taken for one of the day before.
    Adjusted,
    /// It has none.
    Ignored,
}

/// Precision of the prior of a habit's second column: a standard deviation of 0.3, in that of
/// pain for one of the habit; this project's own choice.
const DAY_BEFORE_PENALTY: f64 = 1.0 / (0.3 * 0.3);
/// A sum of squares is no less than this, so that pain that never changes does no harm.
const LEAST_REST: f64 = 1e-9;
/// Weights below this are left out.
const LEAST_WEIGHT: f64 = 1e-5;

/// The sums of products of all whitened columns under one pair of parameters.
#[derive(Clone, Debug)]
struct Products {
    theta: Theta,
    ln_det: f64,
    sums: Sums,
}

/// Diary and habits, ready for regressions.
#[derive(Clone, Debug)]
pub struct Engine {
    n_recorded: usize,
    base_penalties: Vec<f64>,
    habits: Vec<Known>,
    day_before: DayBefore,
    /// Of the columns: calendar, habits, their second columns, pain.
    products: Vec<Products>,
}

#[derive(Clone, Copy, Debug)]
struct Known {
    deviation: f64,
    is_constant: bool,
    group: usize,
}

/// One regression under one pair of parameters.
struct Node {
    ln_weight: f64,
    rho: f64,
    coefficient: f64,
    error: f64,
    freedom: f64,
}

/// What is known of one effect.
#[derive(Clone, Debug)]
pub struct Fit {
    mixture: Mixture,
    deviation: f64,
    /// The mean of the correlation from day to day.
    pub rho: f64,
}

impl Fit {
    /// How unusual an effect at least as large would be without one, 0.0–1.0.
    pub fn p(&self) -> f64 {
        self.mixture.p_of_zero()
    }

    /// Points of pain for one unit of the habit.
    pub fn effect(&self) -> f64 {
        self.mixture.centre() / self.deviation
    }

    /// Points that hold the effect in 95 of 100 diaries.
    pub fn interval(&self) -> (f64, f64) {
        let end = |share| self.mixture.quantile(share) / self.deviation;
        (end(0.025), end(0.975))
    }
}

impl Engine {
    /// Whitens everything under each pair of parameters.
    pub fn new(diary: &Diary, habits: &[Habit], drift: Drift, day_before: DayBefore) -> Self {
        let calendar = base(diary, drift);
        let of = |more: usize| -> Vec<Standard> {
            habits.iter().map(|h| standard(diary, &lagged(&h.values, h.lag + more))).collect()
        };
        let first = of(0);
        let second = if day_before == DayBefore::Adjusted { of(1) } else { Vec::new() };
        let known = first.iter().zip(habits).map(|(column, habit)| Known {
            deviation: column.deviation,
            is_constant: column.is_constant,
            group: habit.group,
        });
        let (rows, width) = rows(diary, &calendar, &[&first[..], &second[..]].concat());
        let recorded = diary.recorded();
        let mut whitened = Vec::with_capacity(rows.len());
        let products = grid()
            .into_iter()
            .map(|theta| {
                let filter = Filter::new(theta, &recorded);
                whitened.clear();
                filter.rows(&rows, width, |row| whitened.extend_from_slice(row));
                let sums = products(&whitened, width);
                Products { theta, ln_det: filter.ln_det, sums: Sums { width, values: sums } }
            })
            .collect();
        Self {
            n_recorded: diary.n_recorded(),
            base_penalties: calendar.iter().map(|b| b.penalty).collect(),
            habits: known.collect(),
            day_before,
            products,
        }
    }

    /// How many habits there are.
    pub fn n_habits(&self) -> usize {
        self.habits.len()
    }

    /// Whether a habit is the same on all days with pain.
    pub fn is_constant(&self, habit: usize) -> bool {
        self.habits[habit].is_constant
    }

    /// Whether two habits exclude one another, as a habit does itself.
    pub fn is_one_group(&self, a: usize, b: usize) -> bool {
        self.habits[a].group == self.habits[b].group
    }

    /// The effect of a habit beside others, which are adjusted for; those of its own group are
    /// not. `None`: it never changed, or nothing can be calculated.
    pub fn fit(&self, habit: usize, others: &[usize]) -> Option<Fit> {
        let is_other = |k: &usize| !self.is_one_group(habit, *k);
        let others: Vec<usize> = others.iter().copied().filter(is_other).collect();
        self.beside(&others).fit(habit)
    }

    /// What regressions of several habits beside the same others share.
    pub fn beside(&self, others: &[usize]) -> Beside<'_> {
        let mut terms = self.calendar();
        for &other in others.iter().filter(|k| !self.is_constant(**k)) {
            terms.extend(self.terms(other));
        }
        let n_flat = terms.iter().filter(|t| t.penalty <= 0.0).count();
        let nodes = self.products.iter();
        let nodes = nodes.filter_map(|of| Some((of, Regression::of(&of.sums, &terms)?)));
        Beside { engine: self, n_flat, nodes: nodes.collect() }
    }

    /// The columns of the calendar.
    fn calendar(&self) -> Vec<Term> {
        let penalties = self.base_penalties.iter().enumerate();
        penalties.map(|(column, &penalty)| Term { column, penalty }).collect()
    }

    /// The columns of a habit, its own first.
    fn terms(&self, habit: usize) -> impl Iterator<Item = Term> {
        let column = self.base_penalties.len() + habit;
        let before = Term { column: column + self.habits.len(), penalty: DAY_BEFORE_PENALTY };
        let is_adjusted = self.day_before == DayBefore::Adjusted;
        std::iter::once(Term { column, penalty: 0.0 }).chain(is_adjusted.then_some(before))
    }

    /// The mean of the correlation parameters by the calendar alone, as an experiment needs it:
    /// what was tried is not looked at. `None`: nothing can be calculated.
    pub fn correlation(&self) -> Option<(f64, f64)> {
        let beside = self.beside(&[]);
        let weights = weights(
            beside
                .nodes
                .iter()
                .map(|(of, regression)| self.ln_weight(of, regression, beside.n_flat)),
        );
        let thetas = || beside.nodes.iter().map(|(of, _)| of.theta).zip(&weights);
        let mean = |of: fn(&Theta) -> f64| thetas().map(|(theta, w)| w * of(&theta)).sum();
        (!weights.is_empty()).then(|| (mean(|t| t.rho), mean(|t| t.lambda)))
    }

    /// How well a pair of parameters fits, as the logarithm of a weight: its prior and the
    /// likelihood with coefficients and variance integrated out.
    fn ln_weight(&self, of: &Products, regression: &Regression<'_>, n_flat: usize) -> f64 {
        let freedom = number(self.n_recorded) - number(n_flat);
        let rest = regression.rest.max(LEAST_REST);
        of.theta.ln_prior - 0.5 * (of.ln_det + regression.ln_det + freedom * rest.ln())
    }

    /// How closely two habits go together once the calendar is taken out, -1.0–1.0, under the
    /// pair of parameters nearest to this correlation from day to day.
    pub fn partial_correlation(&self, rho: f64, a: usize, b: usize) -> Option<f64> {
        let far = |t: &Theta| (t.rho - rho).abs() + 0.01 * (t.lambda - 0.8).abs();
        let of = self.products.iter().min_by(|x, y| far(&x.theta).total_cmp(&far(&y.theta)))?;
        let n_base = self.base_penalties.len();
        partial_correlation(&of.sums, &self.calendar(), n_base + a, n_base + b)
    }
}

/// Regressions on the calendar and some habits, to which others are added one at a time.
#[derive(Clone, Debug)]
pub struct Beside<'e> {
    engine: &'e Engine,
    n_flat: usize,
    nodes: Vec<(&'e Products, Regression<'e>)>,
}

impl Beside<'_> {
    /// The effect of a habit that is none of these, nor of the group of one. `None`: it never
    /// changed, or nothing can be calculated.
    pub fn fit(&self, habit: usize) -> Option<Fit> {
        let engine = self.engine;
        if engine.is_constant(habit) {
            return None;
        }
        let with_habit = |(of, shared): &(&Products, Regression<'_>)| {
            let place = shared.n_terms();
            let mut terms = engine.terms(habit);
            let found = terms.try_fold(shared.clone(), Regression::with)?;
            let freedom = (number(engine.n_recorded) - found.used).max(1.0);
            let (coefficient, variance) = found.coefficient(place);
            let error = (found.rest.max(LEAST_REST) / freedom * variance).sqrt();
            let ln_weight = engine.ln_weight(of, &found, self.n_flat + 1);
            Some(Node { ln_weight, rho: of.theta.rho, coefficient, error, freedom })
        };
        let nodes: Vec<Node> = self.nodes.iter().filter_map(with_habit).collect();
        let weights = weights(nodes.iter().map(|node| node.ln_weight));
        let kept = || nodes.iter().zip(&weights).filter(|(_, weight)| **weight > LEAST_WEIGHT);
        let sum: f64 = kept().map(|(_, weight)| weight).sum();
        let mut mixture = Mixture::default();
        let mut rho = 0.0;
        for (node, weight) in kept() {
            mixture.add(weight / sum, node.coefficient, node.error, node.freedom);
            rho += weight / sum * node.rho;
        }
        (sum > 0.0).then(|| Fit { mixture, deviation: engine.habits[habit].deviation, rho })
    }
}

/// From logarithms to weights that add up to 1; nothing where none is a number.
fn weights(logarithms: impl Iterator<Item = f64> + Clone) -> Vec<f64> {
    let largest = logarithms.clone().fold(f64::NEG_INFINITY, f64::max);
    let all: Vec<f64> = logarithms.map(|ln| (ln - largest).exp()).collect();
    let sum: f64 = all.iter().sum();
    if sum.is_finite() && sum > 0.0 { all.iter().map(|w| w / sum).collect() } else { Vec::new() }
}

/// All columns, one day after the other, pain last; how many columns there are.
fn rows(diary: &Diary, calendar: &[Base], habits: &[Standard]) -> (Vec<f64>, usize) {
    let width = calendar.len() + habits.len() + 1;
    let mut rows = Vec::with_capacity(width * diary.n_days());
    for (t, pain) in diary.pain.iter().enumerate() {
        rows.extend(calendar.iter().map(|column| column.values[t]));
        rows.extend(habits.iter().map(|column| column.values[t]));
        rows.push(pain.unwrap_or(0.0));
    }
    (rows, width)
}

/// The sums of products of all columns with one another, of rows one after the other.
fn products(rows: &[f64], width: usize) -> Vec<f64> {
    let mut sums = vec![0.0; width * width];
    // Four days at a time: each sum is fetched and put back a quarter as often.
    let mut fours = rows.chunks_exact(4 * width);
    for four in &mut fours {
        let (ab, cd) = four.split_at(2 * width);
        let ((a, b), (c, d)) = (ab.split_at(width), cd.split_at(width));
        for i in 0..width {
            let days = a.iter().zip(b).zip(c.iter().zip(d));
            for (sum, ((p, q), (r, s))) in sums[i * width..=i * width + i].iter_mut().zip(days) {
                *sum += (a[i] * p + b[i] * q) + (c[i] * r + d[i] * s);
            }
        }
    }
    for row in fours.remainder().chunks_exact(width) {
        for (i, a) in row.iter().enumerate() {
            for (sum, b) in sums[i * width..=i * width + i].iter_mut().zip(row) {
                *sum += a * b;
            }
        }
    }
    for i in 0..width {
        for j in 0..i {
            sums[j * width + i] = sums[i * width + j];
        }
    }
    sums
}
