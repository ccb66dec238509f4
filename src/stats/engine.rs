//! The engine: regressions of pain on calendar and habits, averaged over the grid.
//!
//! For each pair of correlation parameters every column is whitened once, and what all
//! regressions need of it, the sums of products of columns, is kept. A regression then costs
//! some small matrices, whatever the length of the diary.

use crate::stats::cholesky::{Cholesky, dot};
use crate::stats::columns::{Base, Diary, Drift, Standard, base, lagged, standard};
use crate::stats::grid::{Theta, grid};
use crate::stats::mixture::Mixture;
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
/// Added to each diagonal, so that two columns that are the same do no harm.
const RIDGE: f64 = 1e-8;
/// Weights below this are left out.
const LEAST_WEIGHT: f64 = 1e-5;

/// The sums of products of all whitened columns under one pair of parameters.
#[derive(Clone, Debug)]
struct Products {
    theta: Theta,
    ln_det: f64,
    sums: Vec<f64>,
}

/// Diary and habits, ready for regressions.
#[derive(Clone, Debug)]
pub struct Engine {
    n_recorded: usize,
    base_penalties: Vec<f64>,
    habits: Vec<Known>,
    day_before: DayBefore,
    /// Columns: calendar, habits, their second columns, pain.
    width: usize,
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
    weight: f64,
    theta: Theta,
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
        let products = grid()
            .into_iter()
            .map(|theta| {
                let filter = Filter::new(theta, &recorded);
                let mut sums = vec![0.0; width * width];
                filter.rows(&rows, width, |row| add_product(&mut sums, row));
                mirror(&mut sums, width);
                Products { theta, ln_det: filter.ln_det, sums }
            })
            .collect();
        Self {
            n_recorded: diary.n_recorded(),
            base_penalties: calendar.iter().map(|b| b.penalty).collect(),
            habits: known.collect(),
            day_before,
            width,
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
    pub fn fit(&self, habit: usize, beside: &[usize]) -> Option<Fit> {
        if self.is_constant(habit) {
            return None;
        }
        let n_base = self.base_penalties.len();
        let is_other = |k: &&usize| !self.is_constant(**k) && !self.is_one_group(habit, **k);
        let all: Vec<usize> =
            std::iter::once(&habit).chain(beside.iter().filter(is_other)).copied().collect();
        let mut columns: Vec<usize> = (0..n_base).collect();
        let mut penalties = self.base_penalties.clone();
        columns.extend(all.iter().map(|k| n_base + k));
        penalties.resize(columns.len(), 0.0);
        if self.day_before == DayBefore::Adjusted {
            columns.extend(all.iter().map(|k| n_base + self.habits.len() + k));
            penalties.resize(columns.len(), DAY_BEFORE_PENALTY);
        }
        let mut nodes = self.nodes(&columns, &penalties, Some(n_base));
        nodes.retain(|node| node.weight > LEAST_WEIGHT);
        let sum: f64 = nodes.iter().map(|node| node.weight).sum();
        if nodes.is_empty() {
            return None;
        }
        let mut mixture = Mixture::default();
        let mut rho = 0.0;
        for node in &nodes {
            let weight = node.weight / sum;
            mixture.add(weight, node.coefficient, node.error, node.freedom);
            rho += weight * node.theta.rho;
        }
        Some(Fit { mixture, deviation: self.habits[habit].deviation, rho })
    }

    /// The mean of the correlation parameters by the calendar alone, as an experiment needs it:
    /// what was tried is not looked at. `None`: nothing can be calculated.
    pub fn correlation(&self) -> Option<(f64, f64)> {
        let columns: Vec<usize> = (0..self.base_penalties.len()).collect();
        let nodes = self.nodes(&columns, &self.base_penalties, None);
        let mean = |of: fn(&Theta) -> f64| nodes.iter().map(|n| n.weight * of(&n.theta)).sum();
        (!nodes.is_empty()).then(|| (mean(|t| t.rho), mean(|t| t.lambda)))
    }

    /// A regression of pain on some columns under each pair of parameters, with weights that
    /// add up to 1; `asked` is the place of the column whose coefficient is wanted.
    fn nodes(&self, columns: &[usize], penalties: &[f64], asked: Option<usize>) -> Vec<Node> {
        let n_flat = penalties.iter().filter(|p| **p <= 0.0).count();
        let freedom = number(self.n_recorded) - number(n_flat);
        let regress = |of: &Products| {
            let solved = Solved::of(&of.sums, self.width, columns, penalties)?;
            let ln_weight =
                of.theta.ln_prior - 0.5 * (of.ln_det + solved.ln_det + freedom * solved.rest.ln());
            let used: f64 =
                penalties.iter().zip(&solved.inverse).map(|(d, inverse)| 1.0 - d * inverse).sum();
            let freedom = (number(self.n_recorded) - used).max(1.0);
            let (coefficient, error) = asked.map_or((0.0, 0.0), |q| {
                (solved.coefficients[q], (solved.rest / freedom * solved.inverse[q]).sqrt())
            });
            Some(Node { weight: ln_weight, theta: of.theta, coefficient, error, freedom })
        };
        let mut nodes: Vec<Node> = self.products.iter().filter_map(regress).collect();
        let largest = nodes.iter().map(|n| n.weight).fold(f64::NEG_INFINITY, f64::max);
        for node in &mut nodes {
            node.weight = (node.weight - largest).exp();
        }
        let sum: f64 = nodes.iter().map(|n| n.weight).sum();
        nodes.retain(|n| n.weight.is_finite() && sum > 0.0);
        for node in &mut nodes {
            node.weight /= sum;
        }
        nodes
    }

    /// How closely two habits go together once the calendar is taken out, -1.0–1.0, under the
    /// pair of parameters nearest to this correlation from day to day.
    pub fn partial_correlation(&self, rho: f64, a: usize, b: usize) -> Option<f64> {
        let far = |t: &Theta| (t.rho - rho).abs() + 0.01 * (t.lambda - 0.8).abs();
        let of = self.products.iter().min_by(|x, y| far(&x.theta).total_cmp(&far(&y.theta)))?;
        let n_base = self.base_penalties.len();
        let factor = Cholesky::of(&part(&of.sums, self.width, &self.base_penalties), n_base)?;
        let at = |i: usize, j: usize| of.sums[i * self.width + j];
        let rest = |j: usize| {
            let mut column: Vec<f64> = (0..n_base).map(|i| at(i, n_base + j)).collect();
            factor.forward(&mut column);
            column
        };
        let (of_a, of_b) = (rest(a), rest(b));
        let left =
            |i: usize, j: usize, u: &[f64], v: &[f64]| at(n_base + i, n_base + j) - dot(u, v);
        let both = left(a, a, &of_a, &of_a) * left(b, b, &of_b, &of_b);
        Some(left(a, b, &of_a, &of_b) / both.max(1e-12).sqrt())
    }
}

/// The solution of one regression.
struct Solved {
    ln_det: f64,
    coefficients: Vec<f64>,
    inverse: Vec<f64>,
    rest: f64,
}

impl Solved {
    fn of(sums: &[f64], width: usize, columns: &[usize], penalties: &[f64]) -> Option<Self> {
        let n = columns.len();
        let pain = width - 1;
        let mut matrix = vec![0.0; n * n];
        for (i, a) in columns.iter().enumerate() {
            for (j, b) in columns[..=i].iter().enumerate() {
                matrix[i * n + j] = sums[a * width + b];
            }
            matrix[i * n + i] += penalties[i] + RIDGE;
        }
        let factor = Cholesky::of(&matrix, n)?;
        let with_pain: Vec<f64> = columns.iter().map(|a| sums[a * width + pain]).collect();
        let mut coefficients = with_pain.clone();
        factor.solve(&mut coefficients);
        let rest = (sums[pain * width + pain] - dot(&with_pain, &coefficients)).max(1e-9);
        Some(Self {
            ln_det: factor.ln_det(),
            coefficients,
            inverse: factor.inverse_diagonal(),
            rest,
        })
    }
}

/// The first rows and columns of a matrix, with penalties on the diagonal.
fn part(sums: &[f64], width: usize, penalties: &[f64]) -> Vec<f64> {
    let n = penalties.len();
    let mut matrix = Vec::with_capacity(n * n);
    for i in 0..n {
        matrix.extend_from_slice(&sums[i * width..i * width + n]);
        matrix[i * n + i] += penalties[i] + RIDGE;
    }
    matrix
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

/// Adds the products of a row with itself to the lower triangle of `sums`.
fn add_product(sums: &mut [f64], row: &[f64]) {
    let n = row.len();
    for (i, a) in row.iter().enumerate() {
        for (sum, b) in sums[i * n..=i * n + i].iter_mut().zip(row) {
            *sum += a * b;
        }
    }
}

/// Makes the upper triangle that of the lower.
fn mirror(sums: &mut [f64], n: usize) {
    for i in 0..n {
        for j in 0..i {
            sums[j * n + i] = sums[i * n + j];
        }
    }
}
