//! The grid of correlation parameters that every answer is averaged over.

/// How much of the state of one day is left on the next.
pub const RHO: [f64; 11] = [0.0, 0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.87, 0.92, 0.96, 0.985];

/// Which share of the variance is the state; the rest is noise of the day.
pub const LAMBDA: [f64; 4] = [0.4, 0.6, 0.8, 1.0];

/// Keeps the prior of no correlation above zero; this project's own choice.
const PRIOR_FLOOR: f64 = 1e-4;

/// One pair of correlation parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theta {
    /// Correlation of the state from one day to the next, 0.0–1.0.
    pub rho: f64,
    /// Share of the variance that is the state, 0.0–1.0.
    pub lambda: f64,
    /// Natural logarithm of its prior probability.
    pub ln_prior: f64,
}

/// The 41 pairs. The prior is proportional to rho squared (this project's own choice, made where
/// it keeps trends from being seen where there are none), even over lambda; without correlation
/// the state is noise too, so there is one pair.
pub fn grid() -> Vec<Theta> {
    let mut points = Vec::with_capacity(41);
    for (i, rho) in RHO.into_iter().enumerate() {
        let middle = |a: usize, b: usize| f64::midpoint(RHO[a], RHO[b]);
        let from = if i == 0 { 0.0 } else { middle(i - 1, i) };
        let to = if i + 1 == RHO.len() { 1.0 } else { middle(i, i + 1) };
        let prior = (rho * rho + PRIOR_FLOOR) * (to - from);
        let lambdas: &[f64] = if i == 0 { &LAMBDA[3..] } else { &LAMBDA };
        let share = prior / super::number(lambdas.len());
        points.extend(lambdas.iter().map(|&lambda| Theta { rho, lambda, ln_prior: share }));
    }
    let sum: f64 = points.iter().map(|p| p.ln_prior).sum();
    for point in &mut points {
        point.ln_prior = (point.ln_prior / sum).ln();
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prior_adds_up_to_one_and_grows_with_the_square_of_rho() {
        let points = grid();
        assert_eq!(points.len(), 41);
        let sum: f64 = points.iter().map(|p| p.ln_prior.exp()).sum();
        assert!((sum - 1.0).abs() < 1e-12);
        // By hand: (0.36 + 0.0001) * (0.65 - 0.525) against (0.09 + 0.0001) * (0.375 - 0.225).
        let of = |rho: f64| {
            let same = points.iter().filter(|p| (p.rho - rho).abs() < 1e-9);
            same.map(|p| p.ln_prior.exp()).sum::<f64>()
        };
        assert!((of(0.6) / of(0.3) - 0.045_012_5 / 0.013_515).abs() < 1e-9);
    }
}
