//! Many habits at once: which of them are linked to pain beside one another.

use crate::stats::engine::Engine;
use crate::stats::number;

/// The share of false links among those that are reported, at most, on average (Benjamini and
/// Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x).
pub const Q: f64 = 0.05;
/// The most habits that are adjusted for at once.
const MOST_LINKED: usize = 8;

/// The smallest share of false findings at which each would be one, in the order of `p`
/// (Benjamini and Hochberg 1995, as adjusted p-values).
pub fn adjusted(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut q = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (rank, &i) in order.iter().enumerate().rev() {
        least = least.min(p[i] * number(p.len()) / number(rank + 1));
        q[i] = least;
    }
    q
}

/// One habit among the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Which habit.
    pub habit: usize,
    /// How unusual its link would be without one, 0.0–1.0.
    pub p: f64,
    /// The same for all of them together, 0.0–1.0.
    pub q: f64,
}

/// Which habits are linked to pain.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// The habits that are linked beside one another.
    pub linked: Vec<usize>,
    /// Every habit that was tested, in order.
    pub members: Vec<Member>,
}

impl Family {
    /// Finds what is linked, one habit in or out at a time until nothing changes. `tested` are
    /// the habits with enough data.
    pub fn of(engine: &Engine, tested: &[usize]) -> Self {
        let tested: Vec<usize> =
            tested.iter().copied().filter(|&j| !engine.is_constant(j)).collect();
        let mut linked: Vec<usize> = Vec::new();
        let mut banned: Vec<usize> = Vec::new();
        let mut members = Vec::new();
        for _ in 0..2 * MOST_LINKED + 2 {
            members = test(engine, &tested, &linked);
            let by_p = |a: &&Member, b: &&Member| a.p.total_cmp(&b.p).then(a.habit.cmp(&b.habit));
            let worst =
                members.iter().filter(|m| linked.contains(&m.habit) && m.q > Q).max_by(by_p);
            if let Some(worst) = worst {
                linked.retain(|&j| j != worst.habit);
                banned.push(worst.habit);
                continue;
            }
            let is_new = |m: &&Member| {
                m.q <= Q
                    && !banned.contains(&m.habit)
                    && !linked.iter().any(|&k| engine.is_one_group(m.habit, k))
            };
            match members.iter().filter(is_new).min_by(by_p) {
                Some(best) if linked.len() < MOST_LINKED => linked.push(best.habit),
                _ => break,
            }
        }
        Self { linked, members }
    }

    /// The habits that could stand in the place of a linked one: recorded on the same days
    /// mostly, linked without it, and with it neither can be told.
    pub fn rivals(&self, engine: &Engine, habit: usize) -> Vec<usize> {
        let Some(rho) = engine.fit(habit, &self.linked).map(|fit| fit.rho) else {
            return Vec::new();
        };
        let p = |habit: usize, beside: &[usize]| engine.fit(habit, beside).map_or(1.0, |f| f.p());
        let others: Vec<usize> = self.linked.iter().copied().filter(|&j| j != habit).collect();
        let is_rival = |k: &usize| {
            let with = [&self.linked[..], &[*k]].concat();
            !self.linked.contains(k)
                && !engine.is_one_group(habit, *k)
                && engine.partial_correlation(rho, habit, *k).is_some_and(|r| r.abs() >= TOGETHER)
                && p(*k, &others) <= RIVAL_P
                && p(habit, &with) > RIVAL_P
        };
        self.members.iter().map(|m| m.habit).filter(is_rival).collect()
    }
}

/// From this partial correlation on two habits may be mistaken for one another; this project's
/// own choice.
const TOGETHER: f64 = 0.3;
/// Where a rival counts as linked and the habit beside it as not; this project's own choice.
const RIVAL_P: f64 = 0.05;

fn test(engine: &Engine, tested: &[usize], linked: &[usize]) -> Vec<Member> {
    let beside = engine.beside(linked);
    let fit = |habit: usize| {
        let is_beside = !linked.iter().any(|&k| engine.is_one_group(habit, k));
        if is_beside { beside.fit(habit) } else { engine.fit(habit, linked) }
    };
    let p: Vec<f64> = tested.iter().map(|&j| fit(j).map_or(1.0, |fit| fit.p())).collect();
    let q = adjusted(&p);
    let both = p.into_iter().zip(q);
    tested.iter().zip(both).map(|(&habit, (p, q))| Member { habit, p, q }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjusted_as_in_r() {
        // R 4.3: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.8), "BH").
        let q = adjusted(&[0.01, 0.04, 0.03, 0.005, 0.8]);
        for (found, expected) in q.iter().zip([0.025, 0.05, 0.05, 0.025, 0.8]) {
            assert!((found - expected).abs() < 1e-12, "{q:?}");
        }
        assert!(adjusted(&[]).is_empty());
    }
}
