//! What habits go with: how much less or more pain, and how sure that is.

use crate::chart::figure::Estimate;

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
