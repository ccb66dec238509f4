//! Event labels above the panels: which lane each one gets, and numbers when there are too many.

/// Most lanes above the panels.
pub(super) const MOST_LANES: usize = 4;

/// An event label: its rule stands at `x`, its words from `begin` to `end`, of which one is `x`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Flag {
    /// The rule, px.
    pub(super) x: f64,
    /// Where its words begin, px.
    pub(super) begin: f64,
    /// Where its words end, px.
    pub(super) end: f64,
}

impl Flag {
    fn stands_left(&self) -> bool {
        self.begin < self.x
    }
}

/// Returns the lane of each flag (0 is the lowest), so that no rule crosses a label; `None` when
/// that takes more than [`MOST_LANES`]. `flags` are in order of `x`.
///
/// A rule runs down through all lanes below its own. So where words stand right of their rule and
/// reach the rule of a later flag, the earlier has to be higher. Words that stand left of their
/// rule get a lane above everything that they reach, and `None` where others reach their rule.
pub(super) fn lanes(flags: &[Flag], space: f64) -> Option<Vec<usize>> {
    let mut lanes: Vec<Option<usize>> = vec![None; flags.len()];
    for (place, flag) in flags.iter().enumerate().rev().filter(|(_, flag)| !flag.stands_left()) {
        let mut lane = 0;
        let later = flags.iter().zip(&lanes).skip(place + 1);
        for (_, of_later) in later.take_while(|(later, _)| later.x < flag.end + space) {
            lane = lane.max((*of_later)? + 1);
        }
        put(&mut lanes, place, lane)?;
    }
    for (place, flag) in flags.iter().enumerate().filter(|(_, flag)| flag.stands_left()) {
        let meets = |other: &Flag| other.end + space > flag.begin && other.begin < flag.end + space;
        let met = flags.iter().zip(&lanes).filter(|(other, _)| meets(other));
        let lane = met.filter_map(|(_, lane)| *lane).max().map_or(0, |lane| lane + 1);
        put(&mut lanes, place, lane)?;
    }
    lanes.into_iter().collect()
}

fn put(lanes: &mut [Option<usize>], place: usize, lane: usize) -> Option<()> {
    *lanes.get_mut(place)? = Some(lane);
    (lane < MOST_LANES).then_some(())
}

/// Numbers that share one place above the panels.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cluster {
    /// Its middle, px.
    pub(super) at: f64,
    /// The first number, counted from 0.
    pub(super) first: usize,
    /// The last number.
    pub(super) last: usize,
}

impl Cluster {
    /// Returns what is written, such as "3" or "3–7".
    pub(super) fn text(&self) -> String {
        if self.first == self.last {
            return (self.first + 1).to_string();
        }
        format!("{}–{}", self.first + 1, self.last + 1)
    }
}

/// Gathers rules at `xs` (in order) into numbers that do not touch; `width` measures a text.
pub(super) fn clusters(xs: &[f64], space: f64, width: impl Fn(&str) -> f64) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = vec![];
    for (number, x) in xs.iter().enumerate() {
        let mut new = Cluster { at: *x, first: number, last: number };
        while let Some(before) = found.pop() {
            let apart = f64::midpoint(width(&before.text()), width(&new.text())) + space;
            if new.at - before.at >= apart {
                found.push(before);
                break;
            }
            let first_x = xs.get(before.first).copied().unwrap_or(before.at);
            new = Cluster { at: f64::midpoint(first_x, *x), first: before.first, last: number };
        }
        found.push(new);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::draw::lanes::{Cluster, Flag, clusters, lanes};

    fn flags(pairs: &[(f64, f64)]) -> Vec<Flag> {
        pairs.iter().map(|(x, width)| Flag { x: *x, begin: *x, end: x + width }).collect()
    }

    #[test]
    fn the_earlier_of_a_run_is_higher() {
        let run = flags(&[(0.0, 100.0), (50.0, 100.0), (120.0, 100.0), (300.0, 50.0)]);
        assert_eq!(lanes(&run, 5.0).unwrap(), [2, 1, 0, 0]);
        assert_eq!(lanes(&flags(&[(0.0, 20.0), (40.0, 20.0)]), 5.0).unwrap(), [0, 0]);
        assert_eq!(lanes(&flags(&[(7.0, 20.0), (7.0, 20.0)]), 5.0).unwrap(), [1, 0]);
        assert!(lanes(&[], 5.0).unwrap().is_empty());
    }

    #[test]
    fn no_rule_crosses_a_label() {
        let many: Vec<Flag> = (0..200u32)
            .map(|n| {
                let x = f64::from(n * 37 + (n * n) % 23);
                Flag {
                    x,
                    begin: x,
                    end: x + if n % 4 == 3 { 5.0 } else { f64::from((n * 53) % 90) },
                }
            })
            .collect();
        let lanes = lanes(&many, 4.0).unwrap();
        for (place, flag) in many.iter().enumerate() {
            for (later, lane) in many.iter().zip(&lanes).skip(place + 1) {
                let crosses = later.x < flag.end && *lane >= lanes[place];
                assert!(!crosses, "{flag:?} {later:?}");
            }
        }
    }

    #[test]
    fn words_left_of_their_rule_are_above_what_they_reach() {
        let left = Flag { x: 100.0, begin: 20.0, end: 100.0 };
        let apart = [flags(&[(0.0, 10.0)]).as_slice(), &[left]].concat();
        assert_eq!(lanes(&apart, 5.0).unwrap(), [0, 0]);
        let above = [flags(&[(0.0, 40.0), (50.0, 10.0)]).as_slice(), &[left]].concat();
        assert_eq!(lanes(&above, 5.0).unwrap(), [0, 0, 1]);
        let crossed = [flags(&[(0.0, 120.0)]).as_slice(), &[left]].concat();
        assert_eq!(lanes(&crossed, 5.0), None);
    }

    #[test]
    fn five_lanes_are_too_many() {
        assert_eq!(
            lanes(&flags(&[(0.0, 99.0), (1.0, 99.0), (2.0, 99.0), (3.0, 99.0), (4.0, 99.0)]), 5.0),
            None
        );
    }

    #[test]
    fn close_numbers_become_one() {
        let width = |text: &str| 6.0 * f64::from(u16::try_from(text.chars().count()).unwrap());
        let found = clusters(&[10.0, 12.0, 100.0, 200.0, 206.0, 215.0], 4.0, width);
        let texts: Vec<String> = found.iter().map(Cluster::text).collect();
        assert_eq!(texts, ["1–2", "3", "4–6"]);
        assert!((found[0].at - 11.0).abs() < 1e-9 && (found[2].at - 207.5).abs() < 1e-9);
    }
}
