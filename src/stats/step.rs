//! Whether the level of pain changed at one moment, and when: a Bayes factor of one step.
//!
//! Every day that has enough days on both sides is asked in turn. A step is 0 before its day
//! and 1 from it on; whitened, it is the same recursion from every day on, so that all of them
//! are calculated in one walk from the last day to the first.

use crate::stats::cholesky::{Cholesky, dot};
use crate::stats::columns::{Base, Diary, Drift, base};
use crate::stats::grid::{Theta, grid};
use crate::stats::number;
use crate::stats::whiten::{Filter, Step};

/// Recorded days that a step needs on both sides; this project's own choice.
pub const EDGE_DAYS: usize = 14;
/// Days that must be asked, at least.
const MIN_ASKED: usize = 5;
/// The logarithm of the Bayes factor from which a step is told when it is asked for: seven
/// times as likely with it as without; this project's own choice, made by its false alarms.
pub const TOLD_WHEN_ASKED: f64 = 2.0;
/// Precision of the prior of a step: a standard deviation of one, in that of pain.
const STEP_PENALTY: f64 = 1.0;
/// Added to each diagonal.
const RIDGE: f64 = 1e-9;
/// Which share of the days on which it may have been the window holds.
const WINDOW: f64 = 0.8;

/// One step of the level of pain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelChange {
    /// The most likely day on which the new level began.
    pub day: usize,
    /// The first and the last day of those that it was with 80 of 100.
    pub window: (usize, usize),
    /// Points from the old level to the new.
    pub effect: f64,
    /// Natural logarithm of how much more likely the diary is with a step than without.
    pub ln_bayes: f64,
}

/// What is known of a step from one day on, under one pair of parameters.
#[derive(Clone, Copy, Debug)]
struct Asked {
    ln_with: f64,
    effect: f64,
}

/// The most likely step of a diary, however unlikely; `None`: there are too few days.
pub fn level_change(diary: &Diary) -> Option<LevelChange> {
    let recorded = diary.recorded();
    let asked = asked_days(&recorded);
    if asked.len() < MIN_ASKED {
        return None;
    }
    let calendar = base(diary, Drift::None);
    let n_flat = calendar.iter().filter(|b| b.penalty <= 0.0).count();
    let freedom = number(diary.n_recorded()) - number(n_flat);
    let mut ln_without = Vec::new();
    let mut ln_with = vec![Vec::new(); asked.len()];
    let mut effects = vec![Vec::new(); asked.len()];
    for theta in grid() {
        let Some((without, with)) = scan(diary, &calendar, theta, &asked, freedom) else {
            continue;
        };
        ln_without.push(without);
        for (i, one) in with.into_iter().enumerate() {
            ln_with[i].push(one.ln_with);
            effects[i].push(one.effect);
        }
    }
    let without = ln_sum(&ln_without);
    let ln_bayes: Vec<f64> = ln_with.iter().map(|of_day| ln_sum(of_day) - without).collect();
    let best =
        (0..asked.len()).max_by(|&a, &b| ln_bayes[a].total_cmp(&ln_bayes[b]).then(b.cmp(&a)))?;
    let total = ln_sum(&ln_bayes);
    let whole = ln_sum(&ln_with[best]);
    let weighted = ln_with[best].iter().zip(&effects[best]).map(|(ln, e)| (ln - whole).exp() * e);
    let found = LevelChange {
        day: asked[best],
        window: window(&asked, &ln_bayes, total),
        effect: weighted.sum(),
        ln_bayes: total - number(asked.len()).ln(),
    };
    found.ln_bayes.is_finite().then_some(found)
}

/// The recorded days that have [`EDGE_DAYS`] recorded days before them and from them on.
fn asked_days(recorded: &[bool]) -> Vec<usize> {
    let n = recorded.iter().filter(|is| **is).count();
    let days = recorded.iter().enumerate().filter(|(_, is)| **is).map(|(day, _)| day);
    let is_far = |(before, _): &(usize, usize)| *before >= EDGE_DAYS && n - before >= EDGE_DAYS;
    days.enumerate().filter(is_far).map(|(_, day)| day).collect()
}

/// The smallest set of days that holds [`WINDOW`] of what is likely: its first and last day.
fn window(asked: &[usize], ln_bayes: &[f64], total: f64) -> (usize, usize) {
    let mut order: Vec<usize> = (0..asked.len()).collect();
    order.sort_by(|&a, &b| ln_bayes[b].total_cmp(&ln_bayes[a]));
    let (mut first, mut last) = (usize::MAX, 0);
    let mut share = 0.0;
    for i in order {
        (first, last) = (first.min(asked[i]), last.max(asked[i]));
        share += (ln_bayes[i] - total).exp();
        if share >= WINDOW {
            break;
        }
    }
    (first, last)
}

/// The logarithm of the likelihood without a step, and with one from each day that is asked.
fn scan(
    diary: &Diary,
    calendar: &[Base],
    theta: Theta,
    asked: &[usize],
    freedom: f64,
) -> Option<(f64, Vec<Asked>)> {
    let filter = Filter::new(theta, &diary.recorded());
    let n = calendar.len();
    let width = n + 1;
    let mut rows = Vec::with_capacity(width * diary.n_days());
    for (t, pain) in diary.pain.iter().enumerate() {
        rows.extend(calendar.iter().map(|column| column.values[t]));
        rows.push(pain.unwrap_or(0.0));
    }
    let mut whitened = Vec::with_capacity(width * diary.n_recorded());
    filter.rows(&rows, width, |row| whitened.extend_from_slice(row));

    let mut sums = vec![0.0; width * width];
    for row in whitened.chunks_exact(width) {
        for (i, a) in row.iter().enumerate() {
            for (j, b) in row.iter().enumerate() {
                sums[i * width + j] += a * b;
            }
        }
    }
    let mut matrix = Vec::with_capacity(n * n);
    for (i, column) in calendar.iter().enumerate() {
        matrix.extend_from_slice(&sums[i * width..i * width + n]);
        matrix[i * n + i] += column.penalty + RIDGE;
    }
    let factor = Cholesky::of(&matrix, n)?;
    let mut of_pain: Vec<f64> = (0..n).map(|i| sums[i * width + n]).collect();
    factor.forward(&mut of_pain);
    let rest = sums[n * width + n] - dot(&of_pain, &of_pain);
    let fixed = theta.ln_prior - 0.5 * (filter.ln_det + factor.ln_det());
    let without = fixed - 0.5 * freedom * rest.ln();

    let with = steps(&filter, &whitened, width, asked).into_iter().map(|mut step| {
        factor.forward(&mut step.products[..n]);
        let of_step = &step.products[..n];
        let square = step.square - dot(of_step, of_step) + STEP_PENALTY;
        let with_pain = step.products[n] - dot(of_step, &of_pain);
        let rest = rest - with_pain * with_pain / square;
        let ln_with = fixed - 0.5 * ((square / STEP_PENALTY).ln() + freedom * rest.ln());
        Asked { ln_with, effect: with_pain / square }
    });
    let with: Vec<Asked> = with.collect();
    Some((without, with))
}

/// A whitened step: its square, and its products with every other column.
struct Whitened {
    square: f64,
    products: Vec<f64>,
}

/// Every whitened step, in order of its day. What the days from `t` on add to the square is a
/// quadratic function of the filter's state on day `t`, what they add to a product a linear one;
/// each day's function follows from that of the next. A step begins with the state 0.
fn steps(filter: &Filter, whitened: &[f64], width: usize, asked: &[usize]) -> Vec<Whitened> {
    let (mut second, mut first, mut square) = (0.0, 0.0, 0.0);
    let (mut slopes, mut products) = (vec![0.0; width], vec![0.0; width]);
    let mut rows = whitened.chunks_exact(width).rev();
    let mut days = asked.iter().rev().peekable();
    let mut found = Vec::with_capacity(asked.len());
    for (day, Step { deviation, gain }) in filter.steps.iter().enumerate().rev() {
        // The state on the next day is `keeps` times that of this day, and `adds`.
        let (keeps, adds) = (filter.rho * (1.0 - gain), filter.rho * gain);
        square += adds * (adds * second + first);
        first = keeps * (2.0 * adds * second + first);
        second *= keeps * keeps;
        for (slope, product) in slopes.iter_mut().zip(&mut products) {
            *product += adds * *slope;
            *slope *= keeps;
        }
        let Some((deviation, row)) = deviation.and_then(|d| Some((d, rows.next()?))) else {
            continue;
        };
        let precision = 1.0 / (deviation * deviation);
        second += precision;
        first -= 2.0 * precision;
        square += precision;
        for ((slope, product), value) in slopes.iter_mut().zip(&mut products).zip(row) {
            *slope -= value / deviation;
            *product += value / deviation;
        }
        if days.next_if(|asked| **asked == day).is_some() {
            found.push(Whitened { square, products: products.clone() });
        }
    }
    found.reverse();
    found
}

/// The logarithm of a sum of exponentials.
fn ln_sum(values: &[f64]) -> f64 {
    let largest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !largest.is_finite() {
        return largest;
    }
    largest + values.iter().map(|v| (v - largest).exp()).sum::<f64>().ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_by_the_walk_is_the_step_through_the_filter() {
        let recorded: Vec<bool> = (0..40).map(|t| t % 5 != 3).collect();
        let filter = Filter::new(Theta { rho: 0.7, lambda: 0.6, ln_prior: 0.0 }, &recorded);
        let other: Vec<f64> = (0..40).map(|t| f64::from(t * t % 7)).collect();
        let mut whitened = Vec::new();
        filter.rows(&other, 1, |row| whitened.push(row[0]));
        for day in [0, 6, 20, 39] {
            let step: Vec<f64> = (0..40).map(|t| if t >= day { 1.0 } else { 0.0 }).collect();
            let mut through = Vec::new();
            filter.rows(&step, 1, |row| through.push(row[0]));
            let found = &steps(&filter, &whitened, 1, &[day])[0];
            assert!((found.square - dot(&through, &through)).abs() < 1e-9);
            assert!((found.products[0] - dot(&through, &whitened)).abs() < 1e-9);
        }
    }

    #[test]
    fn days_that_are_asked_have_enough_on_both_sides() {
        assert!(asked_days(&[true; 27]).is_empty());
        assert_eq!(asked_days(&[true; 28]), [14]);
        let mut recorded = vec![true; 32];
        recorded[15] = false;
        assert_eq!(asked_days(&recorded), [14, 16, 17, 18]);
    }
}
