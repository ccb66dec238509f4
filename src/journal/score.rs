//! A score from 0 to 10, the numeric rating scale.

use std::fmt;

/// A score on the 0–10 numeric rating scale (NRS-11), kept in tenths.
///
/// Asked and shown as a whole number unless its source gave tenths. 0 means "none" and is
/// a recording like any other; a score that was not recorded is `Option::None`, never 0.
/// Source of the scale: Farrar 2001, doi 10.1016/S0304-3959(01)00349-9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The lowest score, 0: "no pain".
    pub const NONE: Self = Self(0);

    /// Makes a whole-number score; fails to compile in a `const` when over 10.
    pub const fn whole(points: u8) -> Self {
        assert!(points <= 10, "a score goes from 0 to 10");
        Self(points * 10)
    }

    /// Makes a score of tenths; fails to compile in a `const` when over 100.
    pub const fn of_tenths(tenths: u8) -> Self {
        assert!(tenths <= 100, "a score goes from 0 to 10");
        Self(tenths)
    }

    /// Makes a score from tenths of a point, 0 to 100; `None` outside.
    pub fn from_tenths(tenths: i64) -> Option<Self> {
        u8::try_from(tenths).ok().filter(|t| *t <= 100).map(Self)
    }

    /// Tenths of a point, 0 to 100.
    pub const fn tenths(self) -> u8 {
        self.0
    }

    /// Points, 0.0 to 10.0.
    pub fn points(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl fmt::Display for Score {
    /// Writes `4` for a whole score and `4.5` for one with tenths.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}", self.0 / 10),
            rest => write!(f, "{}.{rest}", self.0 / 10),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_tenths_and_refuses_what_is_outside() {
        assert_eq!(Score::from_tenths(0), Some(Score::NONE));
        assert_eq!(Score::from_tenths(100), Some(Score::whole(10)));
        assert_eq!(Score::from_tenths(101), None);
        assert_eq!(Score::from_tenths(-1), None);
    }

    #[test]
    fn shows_a_whole_number_unless_there_are_tenths() {
        assert_eq!(Score::whole(4).to_string(), "4");
        assert_eq!(Score::from_tenths(45).map(|s| s.to_string()), Some("4.5".into()));
        assert_eq!(Score::NONE.to_string(), "0");
    }
}
