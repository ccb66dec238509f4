//! What is kept of insights: when all habits were looked at, and what was then claimed of one.

use crate::journal::entry::Kind;
use crate::journal::field::{Answer, Asked, Field};
use crate::journal::fields::fields;
use crate::journal::words::Word;

/// What can be said of a habit.
pub static SAYINGS: &[Word] = &[
    Word::new("less", "goes with less pain", &[]),
    Word::new("more", "goes with more pain", &[]),
    Word::new("none", "no longer goes clearly with less or more pain", &[]),
];

fields! { Insight:
    /// Whether all habits were looked at anew on this day. Not recorded: it is what was then
    /// said of one.
    LOOKED, "looked", "", Answer::YesNo, "whether all habits were looked at", Asked::OnlyWhenSaid;
    /// Which habit: its id in `insights`.
    HABIT, "habit", "", Answer::Text, "which habit something was said of", Asked::OnlyWhenSaid;
    /// What was said of it from this day on.
    SAID, "said", "", Answer::Word(SAYINGS), "what was said of it", Asked::OnlyWhenSaid;
    /// The share of false claims at which it would be one, 0.0–1.0, as it was on that day.
    Q, "q", "", Answer::Amount { min: 0.0, max: 1.0, unit: "" }, "its q on that day", Asked::OnlyWhenSaid;
}
