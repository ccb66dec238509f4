//! A mixture of Student's t distributions: what is known of one effect.

use statrs::distribution::{Continuous as _, ContinuousCDF as _, StudentsT};

/// One part of a mixture.
#[derive(Clone, Debug)]
struct Part {
    weight: f64,
    centre: f64,
    scale: f64,
    shape: StudentsT,
}

/// Some t distributions, each with its weight.
#[derive(Clone, Debug, Default)]
pub struct Mixture(Vec<Part>);

/// Steps to an end of an interval; it takes some six of them, and bisection fifty.
const MAX_STEPS: usize = 80;

impl Mixture {
    /// Adds a part: its weight, centre, scale and degrees of freedom. A part that is no
    /// distribution (a scale of 0) is left out.
    pub fn add(&mut self, weight: f64, centre: f64, scale: f64, freedom: f64) {
        if let Ok(shape) = StudentsT::new(0.0, 1.0, freedom)
            && scale > 0.0
            && scale.is_finite()
        {
            self.0.push(Part { weight, centre, scale, shape });
        }
    }

    /// The mean of the centres; 0 of no part.
    pub fn centre(&self) -> f64 {
        let (sum, weight) = self
            .0
            .iter()
            .fold((0.0, 0.0), |(s, w), part| (s + part.weight * part.centre, w + part.weight));
        if weight > 0.0 { sum / weight } else { 0.0 }
    }

    /// The standard deviation of the parts as if each were normal: where an end is looked for
    /// first.
    fn spread(&self) -> f64 {
        let centre = self.centre();
        let of = |p: &Part| p.weight * (p.scale * p.scale + (p.centre - centre).powi(2));
        self.0.iter().map(of).sum::<f64>().sqrt()
    }

    /// The probability of a value up to `x`.
    pub fn below(&self, x: f64) -> f64 {
        self.0.iter().map(|p| p.weight * p.shape.cdf((x - p.centre) / p.scale)).sum()
    }

    /// The density at `x`.
    fn density(&self, x: f64) -> f64 {
        let of = |p: &Part| p.weight * p.shape.pdf((x - p.centre) / p.scale) / p.scale;
        self.0.iter().map(of).sum()
    }

    /// Twice the probability of the side of 0 that has less; 1 of no part.
    pub fn p_of_zero(&self) -> f64 {
        let (mut below, mut above) = (0.0, 0.0);
        for part in &self.0 {
            // The tail is what is calculated: far out it is all that a number can hold.
            let tail = part.shape.cdf(-(part.centre / part.scale).abs());
            let (low, high) =
                if part.centre > 0.0 { (tail, 1.0 - tail) } else { (1.0 - tail, tail) };
            below += part.weight * low;
            above += part.weight * high;
        }
        if self.0.is_empty() { 1.0 } else { (2.0 * f64::min(below, above)).min(1.0) }
    }

    /// The value below which lies this share, 0.0–1.0: Newton's steps, and halving where one
    /// would leave what is known to hold it. Without end of no part.
    pub fn quantile(&self, share: f64) -> f64 {
        if self.0.is_empty() {
            return if share < 0.5 { f64::NEG_INFINITY } else { f64::INFINITY };
        }
        let reach = |side: f64| self.0.iter().map(move |p| p.centre + side * 30.0 * p.scale);
        let mut low = reach(-1.0).fold(f64::INFINITY, f64::min);
        let mut high = reach(1.0).fold(f64::NEG_INFINITY, f64::max);
        // A step of Newton's that is so small leaves an error of its square.
        let small = 1e-9 * (high - low);
        let mut x = self.centre() + if share < 0.5 { -2.0 } else { 2.0 } * self.spread();
        for _ in 0..MAX_STEPS {
            let over = self.below(x) - share;
            if over < 0.0 {
                low = x;
            } else {
                high = x;
            }
            let next = x - over / self.density(x);
            if next > low && next < high && (next - x).abs() <= small {
                return next;
            }
            x = if next > low && next < high { next } else { f64::midpoint(low, high) };
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_is_the_t_distribution_of_printed_tables() {
        // t(0.975) of 10 degrees of freedom is 2.228 139, of 1 it is 12.706 205.
        for (freedom, at) in [(10.0, 2.228_138_851_964_94), (1.0, 12.706_204_736_432_1)] {
            let mut mixture = Mixture::default();
            mixture.add(1.0, 5.0, 2.0, freedom);
            assert!((mixture.quantile(0.975) - (5.0 + 2.0 * at)).abs() < 1e-8);
            assert!((mixture.quantile(0.025) - (5.0 - 2.0 * at)).abs() < 1e-8);
            mixture = Mixture::default();
            mixture.add(1.0, -2.0 * at, 2.0, freedom);
            assert!((mixture.p_of_zero() - 0.05).abs() < 1e-9);
        }
    }

    #[test]
    fn two_parts_far_apart_are_asked_each_on_its_side() {
        let mut mixture = Mixture::default();
        mixture.add(0.5, -100.0, 1.0, 10.0);
        mixture.add(0.5, 100.0, 1.0, 10.0);
        // The share 0.0125 lies where the left part has 0.025.
        assert!((mixture.quantile(0.0125) + 100.0 + 2.228_138_851_964_94).abs() < 1e-8);
        assert!((mixture.p_of_zero() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn of_nothing_nothing_is_known() {
        let mut mixture = Mixture::default();
        mixture.add(1.0, 0.0, 0.0, 10.0);
        mixture.add(1.0, 0.0, 1.0, f64::NAN);
        assert!((mixture.p_of_zero() - 1.0).abs() < 1e-12);
        assert!(mixture.quantile(0.975).is_infinite());
    }
}
