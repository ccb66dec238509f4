//! The weekly questions as scores: PEG, the person's own rating of change, their activities, and
//! beside them the days' pain as [`crate::facts`] compares it. Pure functions of the journal; a
//! score is `None` where something that it needs was not recorded.

pub mod activity;
mod before;
pub mod change;
mod difference;
mod mean;
pub mod peg;
mod week;

pub use before::{BEFORE_DAYS, BEFORE_DAYS_FROM, BEFORE_DAYS_TO, WEEK_DAYS, nearest_before};
pub use difference::{Difference, Noticed, Smallest};
pub use mean::Mean;
pub use week::{Week, span, week};
