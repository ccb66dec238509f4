//! What was claimed of habits, and when.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::journal::Journal;

/// Days between two looks that may make claims: who looks every day finds something in the end.
pub const LOOK_DAYS: i64 = 14;

/// Which way a habit goes with pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Less pain.
    Less,
    /// More pain.
    More,
}

/// A claim that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which way.
    pub direction: Direction,
    /// On which day it was first made.
    pub since: NaiveDate,
}

/// What stands on a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// When all was last looked at; `None`: never.
    pub last_look: Option<NaiveDate>,
    claims: BTreeMap<String, Claim>,
}

impl Ledger {
    /// What stood in the journal on a day.
    pub fn of(_journal: &Journal, _today: NaiveDate) -> Self {
        Self::default()
    }

    /// Whether claims are decided anew on a day.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.last_look.is_none_or(|last| (today - last).num_days() >= LOOK_DAYS)
    }

    /// The claim that stands of a habit.
    pub fn claim(&self, habit: &str) -> Option<&Claim> {
        self.claims.get(habit)
    }
}
