//! What habits go with: how much less or more pain, and how sure that is.

use crate::chart::figure::{Amount, Estimate};
use crate::journal::Span;

/// Habits below one another, on one axis of points less and more.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// The side of less pain, in words.
    pub less: String,
    /// The side of more pain, in words.
    pub more: String,
    /// The name of the axis with its unit.
    pub label: String,
    /// From top to bottom.
    pub rows: Vec<Effect>,
    /// What is said where there is no row.
    pub nothing: String,
    /// Those that are claimed or may be, stretch by stretch; `None`: there is none.
    pub multiples: Option<Multiples>,
}

/// One habit.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// What it is called.
    pub name: String,
    /// What it is compared with and of how many days, such as "34 of 180 days".
    pub facts: String,
    /// What is said of it, in words.
    pub verdict: String,
    /// How it is marked.
    pub mark: Mark,
    /// Points less or more; `None` where too little is recorded.
    pub estimate: Option<Estimate>,
    /// The same in words; what is lacking where too little is recorded.
    pub said: String,
}

/// How sure what is said of a habit is, by shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is claimed: a full diamond.
    Claim,
    /// It may be: a hollow diamond.
    Maybe,
    /// No clear link: a ring.
    Unclear,
    /// Too little is recorded: no mark.
    Lacking,
}

/// Small pictures of pain with a habit and without it, one for each habit, on one axis of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// What they show.
    pub title: String,
    /// What the means are, and what they do not show.
    pub reading: Vec<String>,
    /// How marks look on paper.
    pub marks: Vec<String>,
    /// What is said of a mean of few days.
    pub few: String,
    /// What is said of a stretch without such a day.
    pub none: String,
    /// In the order of the rows; never empty.
    pub panels: Vec<Multiple>,
}

/// One habit.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiple {
    /// What it is called.
    pub name: String,
    /// What is said of it, in words.
    pub verdict: String,
    /// Pain on the days with it: filled dots.
    pub with: Side,
    /// Pain on the days without it: hollow squares.
    pub without: Side,
}

/// One side of a habit.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Which days they are, such as "after it".
    pub name: String,
    /// How many, in words, with their mean.
    pub count: String,
    /// Each stretch in order; one without such a day has none.
    pub means: Vec<StretchMean>,
}

/// The mean pain of a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StretchMean {
    /// The days of the stretch.
    pub period: Span,
    /// In points; `None`: no such day is recorded.
    pub mean: Option<f64>,
    /// Whether it is of few days.
    pub amount: Amount,
}
