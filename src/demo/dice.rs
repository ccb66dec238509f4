//! Numbers that look random and are the same from the same seed.

/// A small generator of numbers that look random (`SplitMix64`, Steele 2014,
/// doi 10.1145/2660193.2660195): the sample must be the same everywhere, and nothing rests on
/// its quality.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to 1.
    pub(super) fn share(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
        let bits = (self.next() >> 11) as f64;
        bits / 9_007_199_254_740_992.0
    }

    pub(super) fn chance(&mut self, p: f64) -> bool {
        self.share() < p
    }

    /// Bell-shaped round 0 with a spread of 1: the sum of twelve shares, less six.
    pub(super) fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    pub(super) fn pick<'t, T: ?Sized>(&mut self, weighted: &[(f64, &'t T)]) -> &'t T {
        let total: f64 = weighted.iter().map(|(w, _)| w).sum();
        let mut left = self.share() * total;
        for (weight, item) in weighted {
            left -= weight;
            if left < 0.0 {
                return item;
            }
        }
        weighted[weighted.len() - 1].1
    }
}
