//! Columns made as if every day were independent, by a Kalman filter of one number.
//!
//! Under a pair of correlation parameters the pain of two recorded days, of variance 1, has the
//! covariance lambda * rho^(days between). The filter's prediction errors, divided by their
//! standard deviations, are independent; whatever goes through the same filter keeps its
//! coefficient (Harvey 1989, Forecasting, Structural Time Series Models, 3.4). A day that was
//! not recorded is stepped over, not filled.

use crate::stats::grid::Theta;

/// What the filter does on one day, whatever column goes through it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Standard deviation of the prediction error; `None`: the day was not recorded.
    pub deviation: Option<f64>,
    /// Which share of the prediction error is taken over.
    pub gain: f64,
}

/// The filter of one pair of parameters over the days of a diary.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The correlation from one day to the next.
    pub rho: f64,
    /// Each day.
    pub steps: Vec<Step>,
    /// Natural logarithm of the determinant of the covariance of the recorded days.
    pub ln_det: f64,
}

impl Filter {
    /// The filter for days of which `recorded` says whether their pain was recorded.
    pub fn new(theta: Theta, recorded: &[bool]) -> Self {
        let Theta { rho, lambda, .. } = theta;
        let mut variance = lambda;
        let mut ln_det = 0.0;
        let mut steps = Vec::with_capacity(recorded.len());
        for is_recorded in recorded {
            let mut step = Step { deviation: None, gain: 0.0 };
            if *is_recorded {
                let of_error = variance + 1.0 - lambda;
                ln_det += of_error.ln();
                step = Step { deviation: Some(of_error.sqrt()), gain: variance / of_error };
                variance *= 1.0 - step.gain;
            }
            variance = rho * rho * variance + lambda * (1.0 - rho * rho);
            steps.push(step);
        }
        Self { rho, steps, ln_det }
    }

    /// Calls `each` with every recorded day's row of whitened columns. `rows` has the columns of
    /// one day after the other, `width` of them a day.
    pub fn rows(&self, rows: &[f64], width: usize, mut each: impl FnMut(&[f64])) {
        let mut state = vec![0.0; width];
        let mut whitened = vec![0.0; width];
        for (step, row) in self.steps.iter().zip(rows.chunks_exact(width)) {
            let Some(deviation) = step.deviation else {
                for a in &mut state {
                    *a *= self.rho;
                }
                continue;
            };
            for ((a, w), value) in state.iter_mut().zip(&mut whitened).zip(row) {
                let error = value - *a;
                *w = error / deviation;
                *a = (*a + step.gain * error) * self.rho;
            }
            each(&whitened);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theta(rho: f64, lambda: f64) -> Theta {
        Theta { rho, lambda, ln_prior: 0.0 }
    }

    fn whitened(theta: Theta, recorded: &[bool], column: &[f64]) -> (Vec<f64>, f64) {
        let filter = Filter::new(theta, recorded);
        let mut found = Vec::new();
        filter.rows(column, 1, |row| found.push(row[0]));
        (found, filter.ln_det)
    }

    #[test]
    fn without_correlation_nothing_changes() {
        let (found, ln_det) = whitened(theta(0.0, 1.0), &[true, true], &[3.0, -1.0]);
        assert_eq!(found, [3.0, -1.0]);
        assert!(ln_det.abs() < 1e-12);
    }

    #[test]
    fn two_days_by_hand() {
        // Covariance [[1, c], [c, 1]] with c = lambda * rho^2, one day between them not recorded:
        // second row (y2 - c y1) / sqrt(1 - c^2), determinant 1 - c^2.
        let c: f64 = 0.6 * 0.5 * 0.5;
        let (found, ln_det) = whitened(theta(0.5, 0.6), &[true, false, true], &[2.0, 99.0, 1.0]);
        assert!((found[0] - 2.0).abs() < 1e-12);
        assert!((found[1] - (1.0 - c * 2.0) / (1.0 - c * c).sqrt()).abs() < 1e-12);
        assert!((ln_det - (1.0 - c * c).ln()).abs() < 1e-12);
    }
}
