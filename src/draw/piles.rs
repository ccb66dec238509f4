//! Dots of one score in piles: how large they are, how many nights each stands for, and where.

use crate::chart::figure::{Counted, Groups, SCORE_MAX};
use crate::draw::columns::whole;
use crate::draw::layout::count;
use crate::language::Language;

/// Values in one row from which a dot stands for two.
const SINGLE_UP_TO: usize = 60;
/// Largest and smallest radius of a dot, px: smaller ones are no dots on paper.
const RADIUS: (f64, f64) = (3.4, 1.7);
/// From the middle of a dot to the next, in radii.
const PITCH: f64 = 2.3;
/// How much of the width of a score its pile may take.
const WIDTH: f64 = 0.82;
/// How many values a dot may stand for.
const PER_DOT: [usize; 9] = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/// How dots are piled.
pub(super) struct Piles {
    radius: f64,
    per_dot: usize,
    in_width: usize,
    /// How many piles a point of pain has: 2 where scores have halves.
    per_point: f64,
}

/// A dot.
pub(super) struct Dot {
    /// The score of its pile.
    pub(super) score: f64,
    /// From the middle of the pile, px.
    pub(super) beside: f64,
    /// Above the foot of the pile, px.
    pub(super) above: f64,
}

impl Piles {
    /// Returns the piles with the largest dots that have room in a width for 10 points and in a
    /// height; each dot stands for as few values as can be.
    pub(super) fn new(groups: &Groups, width: f64, height: f64) -> Self {
        let values = || groups.groups.iter().flat_map(|group| &group.values);
        let is_whole = |value: &f64| (value - value.round()).abs() < 0.01;
        let per_point = if values().all(is_whole) { 1.0 } else { 2.0 };
        let most = groups.groups.iter().map(|group| group.values.len()).max().unwrap_or_default();
        let room = width / SCORE_MAX / per_point * WIDTH;
        let highest = groups.groups.iter().flat_map(|it| piles(&it.values, per_point));
        let highest = highest.map(|(_, n)| n).max().unwrap_or_default();
        let mut last = Self { radius: RADIUS.1, per_dot: 1, in_width: 1, per_point };
        for per_dot in PER_DOT.into_iter().filter(|n| *n > 1 || most <= SINGLE_UP_TO) {
            let mut radius = RADIUS.0;
            while radius >= RADIUS.1 {
                let in_width = whole(room / (radius * PITCH)).max(1);
                let rows = highest.div_ceil(per_dot).div_ceil(in_width);
                last = Self { radius, per_dot, in_width, per_point };
                if count(rows) * radius * PITCH <= height {
                    return last;
                }
                radius -= 0.1;
            }
        }
        last
    }

    /// Returns how large a dot is, px.
    pub(super) fn radius(&self) -> f64 {
        self.radius
    }

    /// Returns what a dot stands for, in words.
    pub(super) fn say(&self, counted: Counted, language: &Language) -> String {
        match counted {
            Counted::Nights => (language.groups.dot_nights)(self.per_dot),
            Counted::Days => (language.groups.dot_days)(self.per_dot),
        }
    }

    /// Returns the dots of values.
    pub(super) fn dots(&self, values: &[f64]) -> Vec<Dot> {
        let pitch = self.radius * PITCH;
        let mut dots = vec![];
        for (score, n) in piles(values, self.per_point) {
            let n_dots = n.div_ceil(self.per_dot);
            for place in 0..n_dots {
                let row = place / self.in_width;
                let in_row = (n_dots - row * self.in_width).min(self.in_width);
                let column = place % self.in_width;
                dots.push(Dot {
                    score,
                    beside: (count(column) - (count(in_row) - 1.0) / 2.0) * pitch,
                    above: count(row) * pitch,
                });
            }
        }
        dots
    }
}

/// Returns the scores that occur, rounded to a whole or a half point, and how often.
fn piles(values: &[f64], per_point: f64) -> Vec<(f64, usize)> {
    let mut rounded: Vec<f64> = values
        .iter()
        .filter(|value| value.is_finite())
        .map(|value| (value.clamp(0.0, SCORE_MAX) * per_point).round() / per_point)
        .collect();
    rounded.sort_by(f64::total_cmp);
    rounded
        .chunk_by(|one, other| (one - other).abs() < 1e-9)
        .filter_map(|same| Some((*same.first()?, same.len())))
        .collect()
}
