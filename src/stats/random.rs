//! Numbers as if by chance, from a seed: the same on every machine and in every version.
//!
//! `SplitMix64` (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195): a counter and three
//! multiplications. It is written down here because a schedule drawn today must be drawn the same
//! in ten years; nothing that anybody wants to guess depends on it.

/// A stream of numbers.
#[derive(Clone, Debug)]
pub struct Random(u64);

/// The step of the counter: 2^64 over the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// The stream of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A coin: the highest of the next bits.
    pub const fn coin(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    /// A number from 0 (included) to 1 (not included), of 53 bits.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
    pub const fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number of the standard normal distribution (Box and Muller 1958,
    /// doi 10.1214/aoms/1177706645).
    pub fn normal(&mut self) -> f64 {
        // The share is never 1, so the logarithm is of a number above 0.
        let radius = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_what_others_draw() {
        // The first numbers of the seed 1234567, as Rosetta Code prints them.
        let mut random = Random::new(1_234_567);
        let drawn: Vec<u64> = (0..5).map(|_| random.bits()).collect();
        assert_eq!(
            drawn,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn normal_numbers_have_the_moments_of_the_normal_distribution() {
        let mut random = Random::new(1);
        let drawn: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let mean = |power: i32| drawn.iter().map(|x| x.powi(power)).sum::<f64>() / 20_000.0;
        // Standard errors: 0.007, 0.01 and 0.07.
        assert!(
            mean(1).abs() < 0.03 && (mean(2) - 1.0).abs() < 0.04 && (mean(4) - 3.0).abs() < 0.3
        );
    }
}
