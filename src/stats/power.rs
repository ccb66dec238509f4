//! How likely an experiment is to show a difference, by made-up experiments in the manner of a
//! person's own diary.

use crate::stats::cholesky::{Cholesky, dot};
use crate::stats::columns::{Base, Diary, Drift, base};
use crate::stats::engine::{DayBefore, Engine};
use crate::stats::experiment::{Exposure, Test};
use crate::stats::grid::Theta;
use crate::stats::minimum;
use crate::stats::number;
use crate::stats::random::Random;
use crate::stats::schedule::{Arm, Design, arms, draw};
use crate::stats::whiten::Filter;

/// How a person's pain goes from day to day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manner {
    /// The level, in points.
    pub level: f64,
    /// What each weekday adds, from Monday.
    pub weekdays: [f64; 7],
    /// The standard deviation of a day, in points.
    pub deviation: f64,
    /// How much of the state of one day is left on the next.
    pub rho: f64,
    /// Which share of the variance is that state.
    pub lambda: f64,
    /// The share of days without an entry.
    pub missing: f64,
}

/// Where there is no diary yet: in the middle of what made-up diaries are like in this project's
/// own study.
pub const USUAL: Manner = Manner {
    level: 4.5,
    weekdays: [0.0; 7],
    deviation: 1.7,
    rho: 0.6,
    lambda: 0.85,
    missing: 0.12,
};

/// The lowest and the highest score.
const SCALE: (f64, f64) = (0.0, 10.0);
/// More days than these are not missing for long.
const MISSING_MOST: f64 = 0.6;
/// Orders that each made-up experiment is compared with: fewer than of a real one, and enough to
/// tell 1 in 20.
const ORDERS: usize = 200;
/// The seed: the same plan gives the same chances.
const SEED: u64 = 1;

impl Manner {
    /// The manner of a diary; `None`: it has too few days to tell.
    pub fn of(diary: &Diary) -> Option<Self> {
        minimum::of_diary(diary).ok()?;
        let engine = Engine::new(diary, &[], Drift::Line, DayBefore::Ignored);
        let (rho, lambda) = engine.correlation()?;
        let filter = Filter::new(Theta { rho, lambda, ln_prior: 0.0 }, &diary.recorded());
        let calendar = base(diary, Drift::Line);
        let fit = Fit::of(diary, &filter, &calendar)?;
        // The calendar of a day is that of every day of its week; the line stays out of it.
        let of_day = |day: usize| -> f64 {
            let line = calendar.len() - 1;
            let columns = calendar.iter().zip(&fit.coefficients).take(line);
            columns.map(|(column, coefficient)| column.values[day] * coefficient).sum()
        };
        let mut weekdays = [0.0; 7];
        for day in 0..7 {
            weekdays[diary.weekday(day)] = of_day(day);
        }
        let level = weekdays.iter().sum::<f64>() / 7.0;
        let missing = 1.0 - number(diary.n_recorded()) / number(diary.n_days());
        Some(Self {
            level,
            weekdays: weekdays.map(|points| points - level),
            deviation: fit.deviation,
            rho,
            lambda,
            missing: missing.min(MISSING_MOST),
        })
    }

    /// The pain of some days, with what each has besides.
    fn pain(&self, random: &mut Random, first_weekday: usize, more: &[f64]) -> Vec<Option<f64>> {
        let lasting = self.deviation * self.lambda.sqrt();
        let of_day = self.deviation * (1.0 - self.lambda).sqrt();
        let kept = (1.0 - self.rho * self.rho).sqrt();
        let mut state = lasting * random.normal();
        let mut pain = Vec::with_capacity(more.len());
        for (day, more) in more.iter().enumerate() {
            if day > 0 {
                state = self.rho * state + kept * lasting * random.normal();
            }
            let weekday = self.weekdays[(first_weekday + day) % 7];
            let points = self.level + weekday + more + state + of_day * random.normal();
            // As it is asked: a whole number from 0 to 10.
            let points = points.round().clamp(SCALE.0, SCALE.1);
            pain.push((random.share() >= self.missing).then_some(points));
        }
        pain
    }
}

/// A regression of pain on the calendar.
struct Fit {
    coefficients: Vec<f64>,
    deviation: f64,
}

impl Fit {
    fn of(diary: &Diary, filter: &Filter, calendar: &[Base]) -> Option<Self> {
        let whitened = |values: &[f64]| {
            let mut rows = Vec::with_capacity(diary.n_recorded());
            filter.rows(values, 1, |row| rows.extend_from_slice(row));
            rows
        };
        let columns: Vec<Vec<f64>> = calendar.iter().map(|b| whitened(&b.values)).collect();
        let pain: Vec<f64> = diary.pain.iter().map(|p| p.unwrap_or(0.0)).collect();
        let pain = whitened(&pain);
        let n = columns.len();
        let mut matrix: Vec<f64> =
            columns.iter().flat_map(|a| columns.iter().map(|b| dot(a, b))).collect();
        for (i, column) in calendar.iter().enumerate() {
            matrix[i * n + i] += column.penalty + 1e-8;
        }
        let mut coefficients: Vec<f64> = columns.iter().map(|c| dot(c, &pain)).collect();
        let with_pain = coefficients.clone();
        Cholesky::of(&matrix, n)?.solve(&mut coefficients);
        let rest = (dot(&pain, &pain) - dot(&with_pain, &coefficients)).max(0.0);
        let n_flat = calendar.iter().filter(|b| b.penalty <= 0.0).count();
        let freedom = number(diary.n_recorded().saturating_sub(n_flat).max(1));
        Some(Self { coefficients, deviation: (rest / freedom).sqrt() })
    }
}

/// How likely an experiment is to show that A takes so many points away at once, 0.0–1.0: the
/// share of made-up experiments that show less pain with A.
pub fn power(
    manner: &Manner,
    design: &Design,
    exposures: &[Exposure],
    points: f64,
    n_runs: usize,
) -> f64 {
    let mut random = Random::new(SEED);
    let mut n_shown = 0;
    for _ in 0..n_runs {
        let order = draw(random.bits(), design.n_pairs);
        let with = |arm: Arm| if arm == Arm::A { -points } else { 0.0 };
        let more: Vec<f64> = arms(design.period_days, &order).into_iter().map(with).collect();
        let first_weekday = usize::try_from(random.bits() % 7).unwrap_or(0);
        let pain = manner.pain(&mut random, first_weekday, &more);
        let diary = Diary { pain, first_weekday };
        let test = Test::new(&diary, design, &order, exposures);
        let effect = test.and_then(|test| test.clear_effect(ORDERS, &mut random));
        n_shown += usize::from(effect.is_some_and(|effect| effect < 0.0));
    }
    number(n_shown) / number(n_runs.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::experiment::AT_ONCE;
    use crate::stats::schedule::DEFAULT;

    #[test]
    fn a_manner_is_found_again_in_what_it_makes() {
        let weekdays = [0.6, 0.3, 0.0, 0.0, 0.0, -0.45, -0.45];
        let made = Manner { level: 5.0, weekdays, deviation: 1.2, ..USUAL };
        let mut random = Random::new(5);
        let pain = made.pain(&mut random, 3, &[0.0; 2000]);
        let found = Manner::of(&Diary { pain, first_weekday: 3 }).unwrap();
        // Scores are whole: that adds a twelfth to the variance.
        let deviation = (1.2_f64 * 1.2 + 1.0 / 12.0).sqrt();
        assert!((found.deviation - deviation).abs() < 0.08, "{found:?}");
        assert!((found.level - 5.0).abs() < 0.25, "{found:?}");
        assert!((found.rho - 0.6).abs() < 0.12, "{found:?}");
        assert!((found.missing - 0.12).abs() < 0.03, "{found:?}");
        for (found, made) in found.weekdays.iter().zip(weekdays) {
            assert!((found - made).abs() < 0.25, "{found}, {made}");
        }
        assert_eq!(Manner::of(&Diary { pain: vec![Some(3.0); 20], first_weekday: 0 }), None);
    }

    #[test]
    fn a_large_difference_is_seen_and_none_seldom() {
        let of = |points| power(&USUAL, &DEFAULT, AT_ONCE, points, 60);
        assert!(of(3.0) > 0.95);
        // Half of 1 in 20: only less pain counts.
        assert!(of(0.0) < 0.12);
    }
}
