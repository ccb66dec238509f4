//! How far a score is from an earlier one, and what that is beside the smallest difference that
//! people notice.

/// Less than this, in points, is a binary fraction's dust. Scores are sums of tenths over at most
/// a few dozen of them: where two differ at all, they differ by far more.
const DUST: f64 = 1e-9;

/// A score and an earlier one, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The score, 0.0–10.0.
    pub now: f64,
    /// The earlier score, 0.0–10.0.
    pub before: f64,
}

/// The smallest difference in a score that people notice, as studies of groups found it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smallest {
    /// Points below which people usually notice nothing.
    pub from: f64,
    /// Points above which it is more than the smallest difference.
    pub to: f64,
    /// Where the numbers are from.
    pub source: &'static str,
    /// Its DOI.
    pub doi: &'static str,
}

impl Smallest {
    fn judge(&self, points: f64) -> Noticed {
        match points {
            points if points < self.from - DUST => Noticed::Less,
            points if points <= self.to + DUST => Noticed::About,
            _ => Noticed::More,
        }
    }
}

/// What a difference is beside the smallest one that people notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// Smaller.
    Less,
    /// About as large.
    About,
    /// Larger.
    More,
}

impl Noticed {
    /// The id in JSON, for ever.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Less => "less",
            Self::About => "about",
            Self::More => "more",
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Less => "less than what people usually notice",
            Self::About => "about the smallest difference that people notice",
            Self::More => "more than the smallest difference that people notice",
        }
    }
}

impl Difference {
    /// Points from the earlier score to the later; negative where it is lower now.
    pub fn points(self) -> f64 {
        self.now - self.before
    }

    /// Whether both are the same.
    pub fn is_none(self) -> bool {
        self.points().abs() < DUST
    }

    /// Per cent of the earlier score, negative where it is lower now; `None` from 0, of which
    /// nothing is a share.
    pub fn percent(self) -> Option<f64> {
        (self.before > 0.0).then(|| 100.0 * self.points() / self.before)
    }

    /// Whether it is so many per cent of the earlier score or more, up or down; `None` from 0.
    pub fn is_percent(self, least: f64) -> Option<bool> {
        self.percent().map(|percent| percent.abs() + DUST >= least)
    }

    /// What it is beside the smallest difference that people notice.
    pub fn beside(self, smallest: &Smallest) -> Noticed {
        smallest.judge(self.points().abs())
    }

    /// How many decimals its points take not to read as a limit that they do not reach, at least
    /// one.
    pub fn decimals(self, smallest: &Smallest) -> usize {
        let points = self.points().abs();
        let noticed = self.beside(smallest);
        let rounded =
            |decimals: i32| (points * 10_f64.powi(decimals)).round() / 10_f64.powi(decimals);
        let is_true = |decimals: &i32| {
            rounded(*decimals) > 0.0 && smallest.judge(rounded(*decimals)) == noticed
        };
        (1..4).find(is_true).unwrap_or(4).unsigned_abs() as usize
    }

    /// In words: `1.3 lower, about the smallest difference that people notice`. It has one
    /// decimal, or as many as it takes not to read as a limit that it does not reach.
    pub fn say(self, smallest: &Smallest) -> String {
        if self.is_none() {
            return "the same".into();
        }
        let (points, decimals) = (self.points().abs(), self.decimals(smallest));
        let noticed = self.beside(smallest);
        let way = if self.points() < 0.0 { "lower" } else { "higher" };
        format!("{points:.decimals$} {way}, {}", noticed.words())
    }
}
