//! Least squares on some columns, to which columns are added one at a time.
//!
//! Many regressions share most of their columns: calendar and linked habits. What these need is
//! calculated once; one more column costs the square of their number, and not its cube.

use crate::stats::cholesky::{Cholesky, dot};

/// Added to each diagonal, so that two columns that are the same do no harm.
const RIDGE: f64 = 1e-8;

/// The sums of products of all columns with one another; the last is what is explained.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    /// How many columns there are.
    pub(crate) width: usize,
    /// Row after row.
    pub(crate) values: Vec<f64>,
}

impl Sums {
    /// The sum of products of two columns.
    pub(crate) fn at(&self, a: usize, b: usize) -> f64 {
        self.values[a * self.width + b]
    }

    /// As [`Sums::at`], with what is explained.
    fn explained(&self, a: usize) -> f64 {
        self.at(a, self.width - 1)
    }
}

/// A column of a regression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Term {
    /// Which column of the sums.
    pub(crate) column: usize,
    /// Precision of the prior of its coefficient; 0: nothing is assumed of it.
    pub(crate) penalty: f64,
}

/// A regression that was solved.
#[derive(Clone, Debug)]
pub(crate) struct Regression<'s> {
    sums: &'s Sums,
    terms: Vec<Term>,
    /// The inverse of the triangular factor, row after row: the first has one value, the next two.
    inverse: Vec<f64>,
    /// What is explained, by the columns of that inverse.
    solved: Vec<f64>,
    /// Natural logarithm of the determinant of the matrix.
    pub(crate) ln_det: f64,
    /// The sum of squares that is left.
    pub(crate) rest: f64,
    /// How many degrees of freedom it uses up; a term that is held back by its prior less than 1.
    pub(crate) used: f64,
}

impl<'s> Regression<'s> {
    /// A regression on these columns; `None`: it cannot be solved.
    pub(crate) fn of(sums: &'s Sums, terms: &[Term]) -> Option<Self> {
        let none = Self {
            sums,
            terms: Vec::new(),
            inverse: Vec::new(),
            solved: Vec::new(),
            ln_det: 0.0,
            rest: sums.explained(sums.width - 1),
            used: 0.0,
        };
        terms.iter().try_fold(none, |so_far, term| so_far.with(*term))
    }

    /// The same with one more column; `None`: it cannot be solved.
    pub(crate) fn with(mut self, term: Term) -> Option<Self> {
        let n = self.terms.len();
        let beside: Vec<f64> =
            self.terms.iter().map(|t| self.sums.at(t.column, term.column)).collect();
        let mut row = vec![0.0; n + 1];
        let (mut square, mut solved) = (0.0, 0.0);
        for (i, of_term) in self.solved.iter().enumerate() {
            let above = self.row(i);
            let share = dot(above, &beside[..=i]);
            square += share * share;
            solved += share * of_term;
            for (value, of_above) in row.iter_mut().zip(above) {
                *value -= share * of_above;
            }
        }
        let square = self.sums.at(term.column, term.column) + term.penalty + RIDGE - square;
        if square <= 0.0 || !square.is_finite() {
            return None;
        }
        let root = square.sqrt();
        row[n] = 1.0;
        self.terms.push(term);
        self.used += 1.0;
        for (value, of) in row.iter_mut().zip(&self.terms) {
            *value /= root;
            self.used -= of.penalty * *value * *value;
        }
        let solved = (self.sums.explained(term.column) - solved) / root;
        self.ln_det += 2.0 * root.ln();
        self.rest -= solved * solved;
        self.inverse.extend(row);
        self.solved.push(solved);
        Some(self)
    }

    /// A row of the inverse of the factor.
    fn row(&self, i: usize) -> &[f64] {
        let begin = i * (i + 1) / 2;
        &self.inverse[begin..=begin + i]
    }

    /// The coefficient of the term in this place, and its variance without that of the noise.
    pub(crate) fn coefficient(&self, place: usize) -> (f64, f64) {
        let later = || (place..self.terms.len()).map(|i| (self.row(i)[place], self.solved[i]));
        let coefficient = later().map(|(value, solved)| value * solved).sum();
        (coefficient, later().map(|(value, _)| value * value).sum())
    }

    /// How many terms it has.
    pub(crate) fn n_terms(&self) -> usize {
        self.terms.len()
    }
}

/// How closely two columns go together once others are taken out, -1.0–1.0; `None`: it cannot be
/// calculated.
pub(crate) fn partial_correlation(sums: &Sums, out: &[Term], a: usize, b: usize) -> Option<f64> {
    let n = out.len();
    let mut matrix = vec![0.0; n * n];
    for (i, one) in out.iter().enumerate() {
        for (j, other) in out.iter().enumerate() {
            matrix[i * n + j] = sums.at(one.column, other.column);
        }
        matrix[i * n + i] += one.penalty + RIDGE;
    }
    let factor = Cholesky::of(&matrix, n)?;
    let taken = |column: usize| {
        let mut with: Vec<f64> = out.iter().map(|t| sums.at(t.column, column)).collect();
        factor.forward(&mut with);
        with
    };
    let (of_a, of_b) = (taken(a), taken(b));
    let both = (sums.at(a, a) - dot(&of_a, &of_a)) * (sums.at(b, b) - dot(&of_b, &of_b));
    Some((sums.at(a, b) - dot(&of_a, &of_b)) / both.max(1e-12).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sums of columns given as rows of days.
    fn sums(rows: &[[f64; 3]]) -> Sums {
        let of = |i: usize, j: usize| rows.iter().map(|row| row[i] * row[j]).sum();
        let values = (0..9).map(|k| of(k / 3, k % 3)).collect();
        Sums { width: 3, values }
    }

    fn is(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn a_line_through_four_points_by_hand() {
        // y = 1, 3, 2, 5 at x = 0, 1, 2, 3: slope 1.1, level 1.1, squares left 2.7; the variance of
        // the slope is 1 over the squares of x around its mean, 5.
        let sums = sums(&[[1.0, 0.0, 1.0], [1.0, 1.0, 3.0], [1.0, 2.0, 2.0], [1.0, 3.0, 5.0]]);
        let term = |column| Term { column, penalty: 0.0 };
        let found = Regression::of(&sums, &[term(0), term(1)]).unwrap();
        assert!(is(found.rest, 2.7) && is(found.used, 2.0));
        assert!(is(found.ln_det, 20_f64.ln()), "4 * 14 - 6 * 6");
        let (level, _) = found.coefficient(0);
        let (slope, variance) = found.coefficient(1);
        assert!(is(level, 1.1) && is(slope, 1.1) && is(variance, 0.2));
        // Of the other order the same.
        let turned = Regression::of(&sums, &[term(1), term(0)]).unwrap();
        assert!(is(turned.coefficient(0).0, slope) && is(turned.coefficient(0).1, variance));
        assert!(is(turned.rest, found.rest) && is(turned.ln_det, found.ln_det));
    }

    #[test]
    fn a_prior_holds_a_coefficient_back_and_uses_less() {
        // One column 1, 1 and y = 3, 5: 8 / (2 + 2) = 2; it uses 2 / (2 + 2) of a degree.
        let sums = sums(&[[1.0, 0.0, 3.0], [1.0, 0.0, 5.0]]);
        let found = Regression::of(&sums, &[Term { column: 0, penalty: 2.0 }]).unwrap();
        assert!(is(found.coefficient(0).0, 2.0) && is(found.used, 0.5));
        // What is left: 34 - 8 * 2.
        assert!(is(found.rest, 18.0));
    }

    #[test]
    fn two_columns_correlate_as_they_do() {
        let sums = sums(&[[1.0, 2.0, 0.0], [-1.0, 1.0, 0.0], [1.0, -1.0, 0.0], [-1.0, -2.0, 0.0]]);
        let found = partial_correlation(&sums, &[], 0, 1).unwrap();
        assert!(is(found, 2.0 / (4.0 * 10.0_f64).sqrt()), "{found}");
    }
}
