//! The outcome of an experiment on oneself: an exact randomisation test, and its inversion.
//!
//! What would have been seen had the coins fallen otherwise? The difference between the arms is
//! calculated for every order that could have been drawn (or for some thousand of them), and p is
//! the share of orders with a difference as large. Nothing is assumed of how pain goes from day to
//! day: that only makes the test sharper, by whitening (see `whiten`), with correlation parameters
//! found without looking at the arms. The interval has all effects that the same test, of pain
//! less the effect, does not reject (Michiels and others 2017, doi 10.3758/s13428-016-0714-4).
//!
//! An order is a sign for each pair, and everything is linear in the signs. So what is kept of the
//! days is one column for each pair, and an order costs some sums over pairs.

use crate::stats::cholesky::dot;
use crate::stats::columns::{Diary, Drift};
use crate::stats::engine::{DayBefore, Engine};
use crate::stats::grid::Theta;
use crate::stats::random::Random;
use crate::stats::schedule::{Arm, Design, PAIRS_LEAST};
use crate::stats::whiten::Filter;
use crate::stats::{Column, number};

/// How an arm is thought to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// On its day, and in full.
    AtOnce,
    /// Little by little: each day 40 % of what is left, and it fades as slowly.
    Slowly,
}

/// Share of what is left that a slow effect makes up in a day; this project's own choice.
const SLOW_SHARE: f64 = 0.4;

/// Which of them are looked for, settled before the experiment begins. Of several the largest
/// counts, in every order alike: so looking twice costs nothing in truth.
pub const AT_ONCE: &[Exposure] = &[Exposure::AtOnce];
/// Both.
pub const AT_ONCE_OR_SLOWLY: &[Exposure] = &[Exposure::AtOnce, Exposure::Slowly];

/// What an experiment found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Points of pain with A less those with B: below zero A had less.
    pub effect: f64,
    /// The low end of what holds the effect in 95 of 100 experiments; may be without end.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// How often chance alone would do as much, 0.0–1.0.
    pub p: f64,
    /// What the effect is of; where both were looked for, the one that shows more.
    pub exposure: Exposure,
    /// The correlation from day to day that it was sharpened with.
    pub rho: f64,
}

/// An effect of which chance alone does as much more often than this is not rejected.
const ALPHA: f64 = 0.05;
/// Up to so many orders all of them are looked at, else the one that was drawn and others by
/// chance.
const ORDERS_MOST: usize = 2000;
/// The seed of those: the same experiment gives the same numbers each time.
const ORDERS_SEED: u64 = 20_240_101;
/// A column that is shorter than this says nothing that those before it do not say.
const NOTHING: f64 = 1e-9;
/// Keeps a division from being one by nothing.
const TINY: f64 = 1e-12;
/// What differs by less is as large.
const AS_LARGE: f64 = 1e-9;
/// How far an interval is looked for, in standard errors, and in how many halvings.
const REACH: f64 = 14.0;
const HALVINGS: usize = 24;

/// How many pairs have pain in both periods.
pub fn whole_pairs(diary: &Diary, design: &Design) -> usize {
    let is_recorded =
        |day: usize| design.counts(day) && diary.pain.get(day).is_some_and(Option::is_some);
    let period =
        |of: usize| (of * design.period_days..(of + 1) * design.period_days).any(is_recorded);
    (0..design.n_pairs).filter(|pair| period(2 * pair) && period(2 * pair + 1)).count()
}

/// The test, for one diary and one schedule.
#[derive(Clone, Debug)]
pub struct Test {
    rho: f64,
    n_recorded: usize,
    /// Sum of squares of the whitened pain, without the calendar.
    total: f64,
    exposures: Vec<Columns>,
    /// The order that was drawn, as signs.
    drawn: Vec<f64>,
}

/// What is kept of the days for one exposure.
#[derive(Clone, Debug)]
struct Columns {
    exposure: Exposure,
    /// The column of each pair, whitened, without the calendar.
    pairs: Vec<Vec<f64>>,
    /// The products of each with pain.
    pain: Vec<f64>,
    /// The sum of the squares of each, all together.
    squares: f64,
    /// Twice the products of each with each that comes after it, a row for each.
    products: Vec<Vec<f64>>,
}

/// What a test of any effect needs of one order and one exposure.
#[derive(Clone, Copy, Debug)]
struct Sums {
    pain: f64,
    effect: f64,
    square: f64,
}

impl Sums {
    /// How much the order shows of pain less an effect: the square of the correlation, but for
    /// what all orders have in common.
    fn shown(&self, effect: f64) -> f64 {
        let rest = self.pain - effect * self.effect;
        rest * rest / self.square
    }
}

impl Columns {
    fn of(exposure: Exposure, design: &Design, days: &Days<'_>, pain: &[f64]) -> Self {
        let of_pair = |pair| days.without_calendar(&column(exposure, design, pair));
        let pairs: Vec<Vec<f64>> = (0..design.n_pairs).map(of_pair).collect();
        let after = |(n, a): (usize, &Vec<f64>)| -> Vec<f64> {
            pairs[n + 1..].iter().map(|b| 2.0 * dot(a, b)).collect()
        };
        let products = pairs.iter().enumerate().map(after).collect();
        let squares = pairs.iter().map(|a| dot(a, a)).sum();
        let with_pain = pairs.iter().map(|column| dot(column, pain)).collect();
        Self { exposure, pain: with_pain, squares, products, pairs }
    }

    /// The column of an order.
    fn sum(&self, signs: &[f64]) -> Vec<f64> {
        let n_days = self.pairs.first().map_or(0, Vec::len);
        let of_day = |day: usize| self.pairs.iter().zip(signs).map(|(c, sign)| c[day] * sign).sum();
        (0..n_days).map(of_day).collect()
    }

    /// The sum of its squares.
    fn square(&self, signs: &[f64]) -> f64 {
        // The square of a sign is 1: the squares are the same for every order.
        let rows = self.products.iter().zip(signs).enumerate();
        let crossed: f64 = rows.map(|(n, (row, sign))| sign * dot(row, &signs[n + 1..])).sum();
        self.squares + crossed + TINY
    }

    /// The effect that an order shows.
    fn effect(&self, signs: &[f64]) -> f64 {
        dot(signs, &self.pain) / self.square(signs)
    }
}

impl Test {
    /// Prepares the test of a diary whose first day is the first of the experiment. `None`: fewer
    /// than [`PAIRS_LEAST`] pairs have pain in both periods.
    pub fn new(
        diary: &Diary,
        design: &Design,
        order: &[Arm],
        exposures: &[Exposure],
    ) -> Option<Self> {
        let counted = |(day, pain): (usize, &Option<f64>)| pain.filter(|_| design.counts(day));
        let mut pain: Column = diary.pain.iter().enumerate().map(counted).collect();
        pain.resize(design.n_days(), None);
        let diary = Diary { pain, first_weekday: diary.first_weekday };
        if order.len() != design.n_pairs || whole_pairs(&diary, design) < PAIRS_LEAST {
            return None;
        }
        let engine = Engine::new(&diary, &[], Drift::Line, DayBefore::Ignored);
        let (rho, lambda) = engine.correlation()?;
        let days = Days::new(&diary, Theta { rho, lambda, ln_prior: 0.0 });
        let recorded: Vec<f64> = diary.pain.iter().map(|p| p.unwrap_or(0.0)).collect();
        let pain = days.without_calendar(&recorded);
        let of = |exposure: &Exposure| Columns::of(*exposure, design, &days, &pain);
        Some(Self {
            rho,
            n_recorded: diary.n_recorded(),
            total: dot(&pain, &pain),
            exposures: exposures.iter().map(of).collect(),
            drawn: order.iter().map(|arm| arm.sign()).collect(),
        })
    }

    /// The effect, if chance alone does as much no more often than 1 time in 20, by so many orders
    /// drawn for it: what [`Test::found`] says with more of them, for tests by the hundred.
    pub fn clear_effect(&self, n_orders: usize, random: &mut Random) -> Option<f64> {
        let most = |signs: &[f64]| {
            let shown = |c: &Columns| dot(signs, &c.pain).powi(2) / c.square(signs);
            self.exposures.iter().map(shown).fold(0.0, f64::max)
        };
        let at_least = most(&self.drawn) * (1.0 - AS_LARGE);
        let mut signs = vec![0.0; self.drawn.len()];
        // The order that was drawn is one of them.
        let mut n_as_large = 1;
        for _ in 1..n_orders {
            signs.fill_with(|| if random.coin() { 1.0 } else { -1.0 });
            n_as_large += usize::from(most(&signs) >= at_least);
            if number(n_as_large) > ALPHA * number(n_orders) {
                return None;
            }
        }
        Some(self.exposures[self.largest()].effect(&self.drawn))
    }

    /// What was found.
    pub fn found(&self) -> Found {
        let of = self.largest();
        let columns = &self.exposures[of];
        let (effect, square) = (columns.effect(&self.drawn), columns.square(&self.drawn));
        let freedom = number(self.n_recorded.saturating_sub(4).max(1));
        let rest = (self.total - effect * effect * square).max(TINY);
        let reach = REACH * (rest / freedom / square).sqrt();
        let orders = self.orders(of, ORDERS_MOST);
        let end = |side: f64| {
            let (mut low, mut high) = (0.0, reach);
            if orders.p(effect + side * high) > ALPHA {
                return side * f64::INFINITY;
            }
            for _ in 0..HALVINGS {
                let middle = f64::midpoint(low, high);
                if orders.p(effect + side * middle) > ALPHA {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            effect + side * high
        };
        let exposure = columns.exposure;
        Found { effect, low: end(-1.0), high: end(1.0), p: orders.p(0.0), exposure, rho: self.rho }
    }

    /// Which exposure shows most.
    fn largest(&self) -> usize {
        let shown = |of: usize| {
            let columns = &self.exposures[of];
            columns.effect(&self.drawn).powi(2) * columns.square(&self.drawn)
        };
        (0..self.exposures.len()).max_by(|a, b| shown(*a).total_cmp(&shown(*b))).unwrap_or(0)
    }

    /// The orders that are looked at to test effects by the exposure `of`: all that could have been
    /// drawn, if these are no more than `n_orders`, else the one that was, and others by chance.
    fn orders(&self, of: usize, n_orders: usize) -> Orders {
        let drawn = self.exposures[of].sum(&self.drawn);
        let with = |columns: &Columns| columns.pairs.iter().map(|pair| dot(pair, &drawn)).collect();
        let effect: Vec<Vec<f64>> = self.exposures.iter().map(with).collect();
        let sums = |signs: &[f64]| -> Vec<Sums> {
            let of = |(columns, effect): (&Columns, &Vec<f64>)| Sums {
                pain: dot(signs, &columns.pain),
                effect: dot(signs, effect),
                square: columns.square(signs),
            };
            self.exposures.iter().zip(&effect).map(of).collect()
        };
        let drawn = sums(&self.drawn);
        let n_pairs = self.drawn.len();
        let mut signs = vec![0.0; n_pairs];
        let n_all = u32::try_from(n_pairs).ok().and_then(|n| 2_usize.checked_pow(n));
        let mut all = Vec::new();
        if let Some(n_all) = n_all.filter(|n| *n <= n_orders) {
            for order in 0..n_all {
                for (pair, sign) in signs.iter_mut().enumerate() {
                    *sign = if order >> pair & 1 == 1 { 1.0 } else { -1.0 };
                }
                all.push(sums(&signs));
            }
            return Orders { drawn, all };
        }
        all.push(drawn.clone());
        let mut random = Random::new(ORDERS_SEED);
        for _ in 1..n_orders {
            signs.fill_with(|| if random.coin() { 1.0 } else { -1.0 });
            all.push(sums(&signs));
        }
        Orders { drawn, all }
    }
}

/// The orders that are looked at: what is needed of each, by exposure.
struct Orders {
    drawn: Vec<Sums>,
    all: Vec<Vec<Sums>>,
}

impl Orders {
    /// How often chance alone would do as much, were this the effect.
    fn p(&self, effect: f64) -> f64 {
        let most = |of: &[Sums]| of.iter().map(|s| s.shown(effect)).fold(0.0, f64::max);
        let at_least = most(&self.drawn) * (1.0 - AS_LARGE);
        let n = self.all.iter().filter(|order| most(order) >= at_least).count();
        number(n) / number(self.all.len().max(1))
    }
}

/// A pair's column before whitening: half a point up with A, half down with B, were A first.
fn column(exposure: Exposure, design: &Design, pair: usize) -> Vec<f64> {
    let half = |day: usize| match day / design.period_days {
        period if period == 2 * pair => 0.5,
        period if period == 2 * pair + 1 => -0.5,
        _ => 0.0,
    };
    let mut column: Vec<f64> = (0..design.n_days()).map(half).collect();
    if exposure == Exposure::Slowly {
        let mut state = 0.0;
        for day in &mut column {
            state += SLOW_SHARE * (*day - state);
            *day = state;
        }
    }
    column
}

/// The days with pain, whitened, and the calendar to take out of every column: level, weekend,
/// and a line in the days.
struct Days<'d> {
    filter: Filter,
    calendar: Vec<Vec<f64>>,
    diary: &'d Diary,
}

impl<'d> Days<'d> {
    fn new(diary: &'d Diary, theta: Theta) -> Self {
        let filter = Filter::new(theta, &diary.recorded());
        let mut days = Self { filter, calendar: Vec::new(), diary };
        let n = diary.n_days();
        let weekend = |day: usize| if diary.weekday(day) >= 5 { 1.0 } else { 0.0 };
        let line = |day: usize| number(day) / number(n.max(1)) - 0.5;
        let columns = [
            vec![1.0; n],
            (0..n).map(weekend).collect::<Vec<f64>>(),
            (0..n).map(line).collect::<Vec<f64>>(),
        ];
        for column in columns {
            // One after the other, each without those before it (Gram and Schmidt).
            let rest = days.without_calendar(&column);
            let length = dot(&rest, &rest).sqrt();
            if length > NOTHING {
                days.calendar.push(rest.iter().map(|x| x / length).collect());
            }
        }
        days
    }

    /// A column, whitened, on the days with pain, and without what the calendar says of it.
    fn without_calendar(&self, column: &[f64]) -> Vec<f64> {
        let mut whitened = Vec::with_capacity(self.diary.n_recorded());
        self.filter.rows(column, 1, |row| whitened.extend_from_slice(row));
        for base in &self.calendar {
            let along = dot(&whitened, base);
            for (x, b) in whitened.iter_mut().zip(base) {
                *x -= along * b;
            }
        }
        whitened
    }
}
