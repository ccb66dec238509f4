//! The statistics of a diary: which habit goes with more or less pain, whether it is getting
//! better, whether its level changed. Pure numbers; nothing here knows what a habit is.
//!
//! One model serves all of it. A day's pain is calendar + habits + a state that lasts from day to
//! day (an autoregression of first order) + noise of the day. How long the state lasts and how
//! much of it is noise is not known, so every answer is the average over a grid of such pairs,
//! weighted by how well each fits the diary (generalised least squares, integrated over its
//! correlation parameters). Days are counted from 0; a value that was not recorded is `None`.

pub mod cholesky;
pub mod columns;
pub mod engine;
pub mod experiment;
pub mod family;
pub mod grid;
pub mod links;
pub mod minimum;
pub mod mixture;
pub mod power;
pub mod random;
mod regression;
pub mod schedule;
pub mod step;
pub mod trend;
pub mod whiten;

/// Values by day; `None` was not recorded.
pub type Column = Vec<Option<f64>>;

/// A count as a number to calculate with.
#[expect(clippy::cast_precision_loss, reason = "days and columns are far fewer than 2^52")]
pub(crate) const fn number(count: usize) -> f64 {
    count as f64
}
