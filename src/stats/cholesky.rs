//! The triangular factor of a small symmetric matrix: solving, determinant, inverse.

/// The lower triangle L of A = L L', rows one after the other.
#[derive(Clone, Debug)]
pub struct Cholesky {
    n: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// Factors a matrix of `n` rows, given as its rows one after the other; only its lower
    /// triangle is read. `None`: it is not positive definite, as where two columns are the same.
    pub fn of(matrix: &[f64], n: usize) -> Option<Self> {
        let mut lower = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..=i {
                let (a, b) = (&lower[i * n..i * n + j], &lower[j * n..j * n + j]);
                let rest = matrix[i * n + j] - dot(a, b);
                if i != j {
                    lower[i * n + j] = rest / lower[j * n + j];
                } else if rest > 0.0 && rest.is_finite() {
                    lower[i * n + i] = rest.sqrt();
                } else {
                    return None;
                }
            }
        }
        Some(Self { n, lower })
    }

    /// Natural logarithm of the determinant of A.
    pub fn ln_det(&self) -> f64 {
        2.0 * (0..self.n).map(|i| self.lower[i * self.n + i].ln()).sum::<f64>()
    }

    /// Puts the solution z of L z = b in the place of b.
    pub fn forward(&self, b: &mut [f64]) {
        for i in 0..self.n {
            let row = &self.lower[i * self.n..i * self.n + i];
            b[i] = (b[i] - dot(row, &b[..i])) / self.lower[i * self.n + i];
        }
    }

    /// Puts the solution x of A x = b in the place of b.
    pub fn solve(&self, b: &mut [f64]) {
        self.forward(b);
        for i in (0..self.n).rev() {
            let below = (i + 1..self.n).map(|k| self.lower[k * self.n + i] * b[k]);
            b[i] = (b[i] - below.sum::<f64>()) / self.lower[i * self.n + i];
        }
    }

    /// The diagonal of the inverse of A.
    pub fn inverse_diagonal(&self) -> Vec<f64> {
        let n = self.n;
        let mut diagonal = vec![0.0; n];
        let mut column = vec![0.0; n];
        for (j, sum) in diagonal.iter_mut().enumerate() {
            // Column j of the inverse of L begins in row j.
            for i in j..n {
                let row = &self.lower[i * n + j..i * n + i];
                let unit = if i == j { 1.0 } else { 0.0 };
                column[i] = (unit - dot(row, &column[j..i])) / self.lower[i * n + i];
                *sum += column[i] * column[i];
            }
        }
        diagonal
    }
}

/// The sum of products of two rows of the same length.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn solves_what_can_be_solved_by_hand() {
        // A = [[4, 2], [2, 5]]: determinant 16, inverse [[5, -2], [-2, 4]] / 16.
        let factor = Cholesky::of(&[4.0, 2.0, 2.0, 5.0], 2).unwrap();
        assert!(is(factor.ln_det(), 16_f64.ln()));
        let mut b = [8.0, 12.0];
        factor.solve(&mut b);
        assert!(is(b[0], 1.0) && is(b[1], 2.0), "{b:?}");
        let diagonal = factor.inverse_diagonal();
        assert!(is(diagonal[0], 5.0 / 16.0) && is(diagonal[1], 4.0 / 16.0), "{diagonal:?}");
    }

    #[test]
    fn what_is_not_positive_definite_has_no_factor() {
        assert!(Cholesky::of(&[1.0, 1.0, 1.0, 1.0], 2).is_none());
        assert!(Cholesky::of(&[-1.0], 1).is_none());
        assert!(Cholesky::of(&[f64::NAN], 1).is_none());
    }
}
