//! Figures of groups of days and of places of the body.

use crate::chart::figure::Tone;

/// Places of the body that hurt.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// Those with the most days first.
    pub places: Vec<Place>,
    /// What is said where there are none.
    pub nothing: String,
}

/// A place of the body that hurts.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The id of the site.
    pub site: String,
    /// Its name, such as "Upper back".
    pub name: String,
    /// On how many days and with what mean, in words.
    pub facts: String,
    /// On how many days which side, in words; empty where none was said.
    pub sides: String,
    /// The share (0–1) of days with a score on which it hurts.
    pub share: f64,
    /// The same of its left half, that of the person; days without a side count for both halves.
    pub left: f64,
    /// The same of its right half.
    pub right: f64,
}

/// Pain in groups of days on one axis of scores, and beside it how the days of each group differ
/// from the days around them.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// The name of the axis of scores.
    pub label: String,
    /// What one value is of.
    pub counted: Counted,
    /// What stands above the means in words.
    pub head: String,
    /// From top to bottom.
    pub groups: Vec<Group>,
    /// The words of the panel of differences; `None` where there is none.
    pub around: Option<AroundWords>,
    /// What is said in place of groups where there are none.
    pub nothing: String,
}

/// What one value of a group is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// One night.
    Nights,
    /// One day.
    Days,
}

/// The words of a panel of differences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AroundWords {
    /// The name of its axis.
    pub label: String,
    /// What stands above the differences in words.
    pub head: String,
}

/// One group of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its name, such as "Left".
    pub name: String,
    /// The look of its dots and mean.
    pub tone: Tone,
    /// How many values it has, in words, such as "48 nights" or "7 nights, few".
    pub count: String,
    /// Each value, in order of date.
    pub values: Vec<f64>,
    /// Whether it has enough values for an interval.
    pub amount: Amount,
    /// Their mean; `None` where there is no value.
    pub mean: Option<Estimate>,
    /// The mean of how much they differ from the days around them; `None` where that is not known
    /// of any.
    pub around: Option<Estimate>,
}

/// Whether a group has enough values to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Enough.
    Enough,
    /// So few that it has no interval and is drawn hollow and grey.
    Few,
}

/// A mean with the range in which it may as well lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// How many values it is of; at least one.
    pub n: usize,
    /// In points.
    pub mean: f64,
    /// The 95 % interval; `None` where there is too little to tell.
    pub interval: Option<Interval>,
}

/// A range of points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}
