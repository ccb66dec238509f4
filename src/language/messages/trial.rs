//! The messages of the chart of an experiment on oneself.

/// What a chart says of an experiment.
pub(crate) struct TrialWords {
    /// The title, of what was compared.
    pub(crate) title: fn(&str, &str) -> String,
    /// To do without what is tried.
    pub(crate) without: fn(&str) -> String,
    /// The title where there is nothing to compare.
    pub(crate) no_title: &'static str,
    /// No experiment is over and wholly among the days that were loaded.
    pub(crate) nothing: &'static str,
    /// One is under way, and can be seen from a date on.
    pub(crate) under_way: fn(&str) -> String,
    /// Too few pairs have pain on both sides.
    pub(crate) too_few: &'static str,
    /// How many days have pain, of how many, in how many whole pairs.
    pub(crate) recorded: fn(usize, usize, usize) -> String,
    /// In how many of so many pairs there was less pain with what was tried.
    pub(crate) less_in: fn(&str, usize, usize) -> String,
    /// Chance alone does as much so often: 1 time in so many.
    pub(crate) chance: fn(&str) -> String,
    /// Chance alone does as much more often than not.
    pub(crate) mostly_chance: &'static str,
    /// It was stopped before its end.
    pub(crate) stopped: &'static str,
    /// It was stopped, and that was taken back.
    pub(crate) gone_on: &'static str,
    /// The axis of pain.
    pub(crate) pain: &'static str,
    /// Above the means.
    pub(crate) mean: &'static str,
    /// Above the difference to what it was compared with.
    pub(crate) difference: fn(&str) -> String,
    /// What the marks are.
    pub(crate) reading: &'static str,
    /// What may be said of it.
    pub(crate) drawn: &'static str,
    /// A mean of so many days, a sentence: its name, the mean, how many days.
    pub(crate) said: fn(&str, &str, &str) -> String,
    /// The difference and its range, a sentence.
    pub(crate) said_difference: fn(&str, &str) -> String,
}
